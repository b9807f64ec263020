//! Another id for an item, wherever it is named.

use serde_json::{Value, json};

use super::client::{Document, Editor, edited, file_name};
use crate::support::library::Folder;

const BOATS: &str = "summary: Boats are unlit [c1], see [vale].\nsource: {title: x, publisher: x}\n\
    officials:\n  vale: {name: Dana Vale}\nquotes:\n  q1: {form: reported, by: vale, gist: Boats are unlit, paragraph: 1}\n\
    claims:\n  c1: {text: Boats are unlit., by: vale, evidence: [q1]}\n";

const SHIPS: &str = "summary: Ships too [boats/c1], [c1].\nsource: {title: y, publisher: y, by: vale}\n\
    officials:\n  \"vale\": {name: Dana Vale}\nquotes:\n  q1: {form: reported, by: [vale], gist: Ships, paragraph: 1}\n\
    claims:\n  c1: {text: Ships., by: 'vale', evidence: q1, repeats: boats/c1}\n";

const OTHERS: &str = "summary: Another.\nsource: {title: z, publisher: z}\n\
    officials:\n  vale: {name: Eve Vale}\n  moss: {name: Sam Moss}\n";

fn folder() -> Folder {
    Folder::with(&[("boats.yaml", BOATS), ("ships.yaml", SHIPS), ("others.yaml", OTHERS)])
}

fn start(folder: &Folder) -> (Editor, Document) {
    let mut editor = Editor::start(folder);
    let document = editor.open("boats.yaml", BOATS);
    (editor, document)
}

fn rename(document: &Document, needle: &str, offset: usize, name: &str) -> Value {
    let mut params = document.at(needle, offset);
    params["newName"] = json!(name);
    params
}

/// The texts of the files that an answer changes, by their names.
fn texts(folder: &Folder, answer: &Value) -> Vec<(String, String)> {
    let changes = answer["changes"].as_object().unwrap();
    let mut texts: Vec<(String, String)> = changes
        .iter()
        .map(|(uri, edits)| {
            let file = file_name(&json!(uri));
            let text = edited(&folder.read(&file), edits);
            (file, text)
        })
        .collect();
    texts.sort();
    texts
}

#[test]
fn a_person_is_renamed_in_every_brief_that_means_them() {
    let folder = folder();
    let (mut editor, document) = start(&folder);
    let range = editor.ask("textDocument/prepareRename", document.at("by: vale", 6));
    assert_eq!(document.covered(&range), "vale");
    let answer = editor.ask("textDocument/rename", rename(&document, "by: vale", 6, "dana-vale"));
    let expected = |text: &str| {
        let other_name = text.replace("Dana Vale", "D");
        other_name.replace("vale", "dana-vale").replace("name: D}", "name: Dana Vale}")
    };
    assert_eq!(
        texts(&folder, &answer),
        [("boats.yaml".to_owned(), expected(BOATS)), ("ships.yaml".to_owned(), expected(SHIPS))],
        "Eve Vale is somebody else"
    );
    for (file, text) in texts(&folder, &answer) {
        folder.write(&file, text);
    }
    let report = folder.run(&["check", "boats.yaml", "ships.yaml", "--allow", "no-date"]);
    assert!(report.stdout.contains("2 briefs: 0 errors"), "{}", report.stdout);
}

#[test]
fn a_claim_is_renamed_with_its_address() {
    let folder = folder();
    let (mut editor, document) = start(&folder);
    let answer = editor.ask("textDocument/rename", rename(&document, "[c1]", 1, "c7"));
    let texts = texts(&folder, &answer);
    assert_eq!(texts[0].1, BOATS.replace("c1", "c7"));
    assert_eq!(texts[1].1, SHIPS.replace("boats/c1", "boats/c7"), "its own c1 is another claim");
}

#[test]
fn the_text_of_the_editor_counts_and_not_that_of_the_file() {
    let folder = folder();
    let (mut editor, document) = start(&folder);
    let mut ships = editor.open("ships.yaml", SHIPS);
    editor.replace(&mut ships, "summary: Ships", "# 🚢\nsummary: 🚢 Ships");
    let answer = editor.ask("textDocument/rename", rename(&document, "[c1]", 1, "c7"));
    let edits = &answer["changes"][editor.uri("ships.yaml")];
    assert_eq!(edited(&ships.text, edits), ships.text.replace("boats/c1", "boats/c7"));
}

#[test]
fn a_rename_that_would_do_harm_is_refused() {
    let folder = folder();
    let (mut editor, mut document) = start(&folder);
    let refused = |editor: &mut Editor, document: &Document, needle: &str, offset, name: &str| {
        editor.refused("textDocument/rename", rename(document, needle, offset, name)).1
    };
    for (name, expected) in [
        ("Vale", "`Vale` cannot be an id"),
        ("source", "`source` cannot be an id"),
        ("c1", "`boats` already has an item `c1`"),
        ("moss", "`moss` is somebody else in `others`"),
    ] {
        let message = refused(&mut editor, &document, "by: vale", 6, name);
        assert!(message.starts_with(expected), "{message}");
    }
    let message = refused(&mut editor, &document, "Boats are", 2, "x");
    assert_eq!(message, "no id is here: put the cursor on one");
    editor.replace(&mut document, "evidence: [q1]", "evidence: [q1");
    let message = refused(&mut editor, &document, "[c1]", 1, "c7");
    assert!(message.starts_with("`boats` cannot be read: "), "{message}");
}

#[test]
fn edits_name_versions_if_the_editor_takes_them() {
    let folder = folder();
    let mut editor = Editor::spawn(&folder, &[]);
    let root = editor.uri("");
    let capabilities = json!({"workspace": {"workspaceEdit": {"documentChanges": true}}});
    editor.ask("initialize", json!({"rootUri": root, "capabilities": capabilities}));
    editor.tell("initialized", json!({}));
    let document = editor.open("boats.yaml", BOATS);
    let answer = editor.ask("textDocument/rename", rename(&document, "[c1]", 1, "c7"));
    let versions: Vec<Value> = answer["documentChanges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["textDocument"]["version"].clone())
        .collect();
    assert_eq!(versions, [json!(1), Value::Null]);
}
