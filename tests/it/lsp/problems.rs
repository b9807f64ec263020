//! The problems that an editor shows.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::client::Editor;
use crate::support::library::Folder;

/// A problem as `check` and the server alike have it: rule, severity, line, column in characters, the end
/// of both, and the message with the help.
type Told = (String, String, [usize; 4], String);

/// What `topline check` says of a file of the folder.
fn checked(folder: &Folder, file: &str) -> Vec<Told> {
    let root = folder.root().to_str().unwrap();
    let report: Value =
        serde_json::from_str(&folder.run(&["check", root, "--format", "json"]).stdout).unwrap();
    let string = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of_file = report["problems"].as_array().unwrap().iter().filter(|problem| {
        Path::new(problem["file"].as_str().unwrap()).file_name().unwrap() == file
    });
    of_file
        .map(|problem| {
            let place = ["line", "column", "end_line", "end_column"]
                .map(|name| usize::try_from(problem[name].as_u64().unwrap()).unwrap());
            let help =
                problem["help"].as_str().map_or(String::new(), |help| format!("\nHelp: {help}"));
            let message = string(&problem["message"]) + &help;
            (string(&problem["rule"]), string(&problem["severity"]), place, message)
        })
        .collect()
}

/// What the server says of a text.
fn told(problems: &[Value], text: &str) -> Vec<Told> {
    let lines: Vec<&str> = text.split('\n').collect();
    let string = |value: &Value| value.as_str().unwrap().to_owned();
    let place = |place: &Value| {
        let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
        let column = usize::try_from(place["character"].as_u64().unwrap()).unwrap();
        let units: Vec<u16> = lines[line].encode_utf16().take(column).collect();
        [line + 1, String::from_utf16(&units).unwrap().chars().count() + 1]
    };
    problems
        .iter()
        .map(|problem| {
            let severity = if problem["severity"] == 1 { "error" } else { "warning" };
            let (start, end) = (place(&problem["range"]["start"]), place(&problem["range"]["end"]));
            let place = [start[0], start[1], end[0], end[1]];
            (string(&problem["code"]), severity.to_owned(), place, string(&problem["message"]))
        })
        .collect()
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the briefs that ship, with their sources and the lock.
fn shipped() -> Folder {
    let folder = Folder::new();
    for file in fs::read_dir(repository().join("briefs")).unwrap() {
        let path = file.unwrap().path();
        folder.write(path.file_name().unwrap().to_str().unwrap(), fs::read(&path).unwrap());
    }
    folder
}

#[test]
fn the_problems_of_shipped_briefs_are_those_of_check() {
    let folder = shipped();
    let mut editor = Editor::start(&folder);
    for file in
        ["ferry-lights.yaml", "nca-bbc-digest.yaml", "nca-holyrood.yaml", "owners-letter.yaml"]
    {
        let text = folder.read(file);
        let document = editor.open(file, &text);
        assert_eq!(told(&editor.problems(&document), &text), checked(&folder, file), "{file}");
    }
    editor.shut_down();
}

#[test]
fn the_problems_of_text_that_is_not_saved_are_those_of_check_when_it_is() {
    let folder = shipped();
    let mut editor = Editor::start(&folder);
    let file = "ferry-lights.yaml";
    let sound = folder.read(file);
    let mut document = editor.open(file, &sound);
    let edits = [
        ("31 had no working", "32 had no working"),
        ("evidence: q5", "evidence: q9"),
        ("by: vale\n    evidence", "by: nobody\n    evidence"),
        ("[c1]", "[owners-letter/c99]"),
        ("form: direct", "form: direkt"),
        ("topics: [ferries", "topics: [ferries\nx: ["),
        ("marsh: {name: Ian Marsh", "calder: {name: Ian Marsh"),
        ("summary: >", "summary: 'a\n  #x: \u{7}"),
        ("had doubled", "🚢 had doubled"),
    ];
    for (from, to) in edits {
        if !sound.contains(from) {
            continue;
        }
        let broken = sound.replacen(from, to, 1);
        editor.set(&mut document, &broken);
        let said = told(&editor.problems(&document), &broken);
        folder.write(file, &broken);
        assert_eq!(said, checked(&folder, file), "{to}");
        assert!(!said.is_empty());
        folder.write(file, &sound);
    }
}

#[test]
fn the_problems_of_broken_briefs_are_those_of_check() {
    let broken = fs::read_dir(repository().join("tests/it/bad")).unwrap();
    let mut files: Vec<_> = broken.map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "yaml"));
    files.sort();
    let folder = Folder::new();
    for path in &files {
        folder.write(path.file_name().unwrap().to_str().unwrap(), fs::read(path).unwrap());
    }
    let mut editor = Editor::start(&folder);
    let mut seen = 0;
    for path in &files {
        let file = path.file_name().unwrap().to_str().unwrap();
        let Ok(text) = String::from_utf8(fs::read(path).unwrap()) else { continue };
        let document = editor.open(file, &text);
        // It is no brief by any sign.
        if file == "not-yaml-list.yaml" {
            continue;
        }
        assert_eq!(told(&editor.problems(&document), &text), checked(&folder, file), "{file}");
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn a_misquote_is_shown_where_it_is_while_it_is_typed() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    let mut document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    let rules = |problems: &[Value]| -> Vec<String> {
        problems.iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
    };
    let before = rules(&editor.problems(&document));
    assert!(!before.contains(&"not-verbatim".to_owned()));
    editor.replace(&mut document, "84 boats and 31", "84 boats and 32");
    let problems = editor.problems(&document);
    let misquote = problems.iter().find(|problem| problem["code"] == "not-verbatim").unwrap();
    assert_eq!(document.covered(&misquote["range"]), "32");
    assert_eq!((&misquote["severity"], &misquote["source"]), (&json!(1), &json!("topline")));
    editor.replace(&mut document, "84 boats and 32", "84 boats and 31");
    assert_eq!(rules(&editor.problems(&document)), before);
    editor.shut_down();
}

#[test]
fn columns_are_counted_as_the_editor_counts_them() {
    let folder = Folder::with(&[("a.txt", "“Boats are lit,” said the Board.\n")]);
    let text = "summary: x\nsource: {title: x, publisher: x, text: a.txt}\norganisations: {board: Board}\n\
                quotes: {q1: {note: 🚢é, form: partial, by: board, exact: Boats are unlit}}\n";
    let line = text.lines().last().unwrap();
    let start = line.find("unlit").unwrap();
    let utf16 = line[..start].encode_utf16().count();
    for (encodings, chosen, column) in [
        (json!(["utf-16"]), "utf-16", utf16),
        (json!(["utf-32", "utf-8", "utf-16"]), "utf-8", start),
        (Value::Null, "utf-16", utf16),
    ] {
        let mut editor = Editor::start_with(&folder, &json!({"positionEncodings": encodings}), &[]);
        assert_eq!(editor.initialized["capabilities"]["positionEncoding"], chosen);
        let document = editor.open("a.yaml", text);
        let problems = editor.problems(&document);
        let misquote = problems.iter().find(|problem| problem["code"] == "not-verbatim").unwrap();
        assert_eq!(misquote["range"]["start"], json!({"line": 3, "character": column}));
    }
}

#[test]
fn the_severities_are_those_that_are_asked_for() {
    let folder = Folder::ferry_lights();
    let arguments = ["--strict", "--allow", "past-due"];
    let mut editor = Editor::start_with(&folder, &json!({}), &arguments);
    let text = folder.read("ferry-lights.yaml").replace("  issued: 2026-02-09\n", "");
    let document = editor.open("ferry-lights.yaml", &text);
    let problems = editor.problems(&document);
    assert!(problems.iter().all(|problem| problem["severity"] == 1));
    let has = |rule: &str| problems.iter().any(|problem| problem["code"] == rule);
    assert!(has("no-date") && !has("past-due"), "{problems:?}");
}

#[test]
fn a_change_on_disk_is_seen_in_what_is_open() {
    let folder = shipped();
    let mut editor = Editor::start(&folder);
    let document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    let before = editor.problems(&document);
    let changed = |editor: &mut Editor, file: &str| {
        let uri = editor.uri(file);
        let params = json!({"changes": [{"uri": uri, "type": 2}]});
        editor.tell("workspace/didChangeWatchedFiles", params);
    };
    folder.replace("ferry-lights.txt", "84 boats", "85 boats");
    changed(&mut editor, "ferry-lights.txt");
    let problems = editor.new_problems(&document);
    assert!(problems.iter().any(|problem| problem["code"] == "not-verbatim"), "{problems:?}");
    folder.replace("ferry-lights.txt", "85 boats", "84 boats");
    changed(&mut editor, "ferry-lights.txt");
    assert_eq!(editor.new_problems(&document), before);
    // A claim that a link leads to goes from another brief.
    let letter = editor.open("owners-letter.yaml", &folder.read("owners-letter.yaml"));
    assert_eq!(editor.problems(&letter).len(), checked(&folder, "owners-letter.yaml").len());
    editor.close(&document);
    folder.replace("ferry-lights.yaml", "  c1:\n", "  c9:\n");
    folder.replace("ferry-lights.yaml", "[c1]", "[c9]");
    changed(&mut editor, "ferry-lights.yaml");
    let problems = editor.new_problems(&letter);
    assert!(problems.iter().any(|problem| problem["code"] == "unknown-id"), "{problems:?}");
}

/// As far as the system reports changes at all.
#[test]
fn a_change_on_disk_is_seen_if_the_editor_watches_nothing() {
    let folder = shipped();
    let mut editor = Editor::spawn(&folder, &[]);
    let root = editor.uri("");
    editor.ask("initialize", json!({"rootUri": root, "capabilities": {}}));
    editor.tell("initialized", json!({}));
    let document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    editor.problems(&document);
    folder.replace("ferry-lights.txt", "84 boats", "85 boats");
    let problems = editor.new_problems(&document);
    assert!(problems.iter().any(|problem| problem["code"] == "not-verbatim"), "{problems:?}");
}

#[test]
fn an_open_brief_is_seen_in_the_others_before_it_is_saved() {
    let folder = shipped();
    let mut editor = Editor::start(&folder);
    let letter = editor.open("owners-letter.yaml", &folder.read("owners-letter.yaml"));
    editor.problems(&letter);
    let mut lights = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    editor.problems(&lights);
    editor.replace(&mut lights, "[c1]", "[c9]");
    editor.replace(&mut lights, "  c1:\n", "  c9:\n");
    let problems = editor.new_problems(&letter);
    assert!(problems.iter().any(|problem| problem["code"] == "unknown-id"), "{problems:?}");
    // What was not saved is gone with the editor’s window.
    editor.close(&lights);
    let problems = editor.new_problems(&letter);
    assert!(!problems.iter().any(|problem| problem["code"] == "unknown-id"), "{problems:?}");
}

#[test]
fn other_yaml_is_left_alone() {
    let folder = shipped();
    folder.write("docker-compose.yml", "services:\n  web: {image: nginx}\n");
    let mut editor = Editor::start(&folder);
    let other = editor.open("docker-compose.yml", &folder.read("docker-compose.yml"));
    let brief = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    editor.problems(&brief);
    assert!(!editor.has_problems_of(&other));
    for method in ["completion", "hover", "definition"] {
        let answer = editor.ask(&format!("textDocument/{method}"), other.at("web", 1));
        assert_eq!(answer, Value::Null, "{method}");
    }
    assert_eq!(editor.ask("textDocument/documentSymbol", other.params()), Value::Null);
}

#[test]
fn a_new_file_beside_briefs_is_a_brief_from_its_first_key() {
    let folder = shipped();
    let mut editor = Editor::start(&folder);
    let mut document = editor.open("new.yaml", "");
    let names = ["summary", "source"];
    assert_eq!(editor.labels(&document, "")[..2], names);
    editor.set(&mut document, "su");
    assert!(editor.labels(&document, "su").contains(&"summary".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// The problems tell what text the server has: they are those of the text that the editor has.
    #[test]
    fn any_edits_leave_the_server_with_the_editors_text(
        edits in prop::collection::vec((0usize..2_000, 0usize..60, "[a-c:\\[{\"'|>#\n \u{1f6a2}é-]{0,8}"), 1..10),
    ) {
        let folder = Folder::ferry_lights();
        let mut editor = Editor::start(&folder);
        let sound = folder.read("ferry-lights.yaml");
        let mut document = editor.open("ferry-lights.yaml", &sound);
        for (start, length, new) in edits {
            let start = document.text.floor_char_boundary(start.min(document.text.len()));
            let end = document.text.floor_char_boundary((start + length).min(document.text.len()));
            let place = |byte: usize| super::client::position(&document.text, byte);
            let range = json!({"start": place(start), "end": place(end.max(start))});
            let changes = json!([{"range": range, "text": new}]);
            document.text.replace_range(start..end.max(start), &new);
            document.version += 1;
            editor.change(&document, changes);
            // An answer from any place of any text is no crash.
            let at = document.text.floor_char_boundary(start.min(document.text.len()));
            let params = json!({
                "textDocument": {"uri": document.uri}, "position": super::client::position(&document.text, at)
            });
            for method in ["completion", "hover", "definition", "prepareRename"] {
                let id = editor.send_request(&format!("textDocument/{method}"), params.clone());
                let answer = editor.answer(id);
                prop_assert!(answer["error"]["code"].is_null() || answer["error"]["code"] == -32803, "{answer}");
            }
        }
        let said = editor.problems(&document);
        folder.write("ferry-lights.yaml", &document.text);
        prop_assert_eq!(told(&said, &document.text), checked(&folder, "ferry-lights.yaml"));
        editor.shut_down();
    }
}
