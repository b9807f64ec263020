//! What is shown and followed at a place.

use serde_json::{Value, json};

use super::client::{Document, Editor, covered, file_name};
use crate::support::library::Folder;

fn ferry_lights() -> (Folder, Editor, Document) {
    let folder = Folder::ferry_lights();
    folder.write("owners-letter.yaml", include_str!("../../../briefs/owners-letter.yaml"));
    folder.write("owners-letter.txt", include_str!("../../../briefs/owners-letter.txt"));
    let mut editor = Editor::start(&folder);
    let document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    (folder, editor, document)
}

#[test]
fn a_quote_is_shown_with_its_state_and_its_paragraph() {
    let (_folder, mut editor, mut document) = ferry_lights();
    let shown = editor.hover(&document, "evidence: q1", 11);
    assert!(shown.contains("We inspected 84 boats"), "{shown}");
    assert!(shown.contains("Dana Vale: direct · ✓ verified · ¶3, ¶4"), "{shown}");
    editor.replace(&mut document, "84 boats and 31", "84 boats and 32");
    editor.problems(&document);
    let shown = editor.hover(&document, "evidence: q1", 11);
    assert!(shown.contains("✗ refused"), "{shown}");
}

#[test]
fn other_things_are_shown_too() {
    let (_folder, mut editor, document) = ferry_lights();
    for (needle, offset, expected) in [
        ("by: vale", 5, "**Dana Vale**, chief inspector, Tidewater Safety Board"),
        ("to: dop", 5, "**Department of Ports**"),
        ("[a2]", 2, "Sir Ian Marsh: commitment · due June 2026"),
        ("[c1]", 2, "Dana Vale: rests on `q1`"),
        ("form: partial", 2, "`quotes.q2.form`: How the words are given"),
        ("form: partial", 8, "`partial`: A quoted phrase"),
    ] {
        let shown = editor.hover(&document, needle, offset);
        assert!(shown.contains(expected), "{needle}: {shown}");
    }
    assert_eq!(editor.hover(&document, "# A wholly", 3), "");
}

#[test]
fn the_page_of_a_rule_is_shown_where_it_is_broken() {
    let (_folder, mut editor, mut document) = ferry_lights();
    editor.replace(&mut document, "84 boats and 31", "84 boats and 32");
    editor.problems(&document);
    let shown = editor.hover(&document, "boats and 32 had", 10);
    assert!(
        shown.contains("# not-verbatim") && shown.contains("## This breaks the rule"),
        "{shown}"
    );
}

/// The file and the text at an answer’s place.
fn place(folder: &Folder, place: &Value) -> (String, String) {
    let file = file_name(&place["uri"]);
    let text = folder.read(&file);
    (file, covered(&text, &place["range"]))
}

#[test]
fn a_definition_is_found_here_in_another_brief_and_in_the_source() {
    let (folder, mut editor, document) = ferry_lights();
    let mut found = |document: &Document, needle: &str, offset: usize| {
        let answer = editor.ask("textDocument/definition", document.at(needle, offset));
        place(&folder, &answer)
    };
    let own = |id: &str| ("ferry-lights.yaml".to_owned(), id.to_owned());
    assert_eq!(found(&document, "[c1]", 2), own("c1"));
    assert_eq!(found(&document, "by: vale", 5), own("vale"));
    assert_eq!(found(&document, "evidence: q5", 11), own("q5"));
    assert_eq!(
        found(&document, "text: ferry-lights.txt", 8),
        ("ferry-lights.txt".into(), String::new())
    );
    let (file, words) = found(&document, "exact: We inspected", 10);
    assert_eq!(file, "ferry-lights.txt");
    assert!(words.starts_with("We inspected 84 boats"), "{words}");
    let letter = editor.open("owners-letter.yaml", &folder.read("owners-letter.yaml"));
    let answer = editor.ask("textDocument/definition", letter.at("ferry-lights/", 14));
    assert_eq!(place(&folder, &answer).0, "ferry-lights.yaml");
}

#[test]
fn every_use_of_an_id_is_found_across_briefs() {
    let (folder, mut editor, document) = ferry_lights();
    let params = |with: bool| {
        let mut params = document.at("c2: {text", 1);
        params["context"] = json!({"includeDeclaration": with});
        params
    };
    let found = |answer: &Value| -> Vec<(String, String)> {
        answer.as_array().unwrap().iter().map(|one| place(&folder, one)).collect()
    };
    let all = found(&editor.ask("textDocument/references", params(true)));
    let others = found(&editor.ask("textDocument/references", params(false)));
    assert_eq!(all.len(), others.len() + 1);
    assert!(all.iter().all(|(_, id)| id == "c2"), "{all:?}");
    let letter = folder.read("owners-letter.yaml");
    let in_letter = all.iter().filter(|(file, _)| file == "owners-letter.yaml").count();
    assert_eq!(in_letter, letter.matches("ferry-lights/c2").count());
    let highlights = editor.ask("textDocument/documentHighlight", document.at("by: tsb", 5));
    let covered: Vec<String> =
        highlights.as_array().unwrap().iter().map(|one| document.covered(&one["range"])).collect();
    assert!(covered.len() > 3 && covered.iter().all(|id| id == "tsb"), "{covered:?}");
}

#[test]
fn the_outline_has_sections_and_their_items() {
    let (_folder, mut editor, document) = ferry_lights();
    let outline = editor.ask("textDocument/documentSymbol", document.params());
    let names = |list: &Value| -> Vec<String> {
        list.as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let sections = names(&outline);
    assert_eq!(sections[0], "summary");
    assert_eq!(sections[sections.len() - 2..], ["claims", "asks"]);
    let quotes = outline.as_array().unwrap().iter().find(|one| one["name"] == "quotes").unwrap();
    assert_eq!(names(&quotes["children"]), ["q1", "q2", "q3", "q4", "q5"]);
    let first = &quotes["children"][0];
    assert!(first["detail"].as_str().unwrap().starts_with("We inspected 84 boats"));
    assert!(document.covered(&first["range"]).ends_with("know how to fix it."));
    assert_eq!(document.covered(&first["selectionRange"]), "q1");
}

#[test]
fn links_lead_to_the_source_the_web_and_the_claim() {
    let (_folder, mut editor, document) = ferry_lights();
    let links = editor.ask("textDocument/documentLink", document.params());
    let target = |words: &str| {
        let found =
            links.as_array().unwrap().iter().find(|one| document.covered(&one["range"]) == words);
        found.unwrap_or_else(|| panic!("{words}: {links}"))["target"].as_str().unwrap().to_owned()
    };
    assert_eq!(target("ferry-lights.txt"), editor.uri("ferry-lights.txt"));
    assert_eq!(
        target("https://example.org/tsb/unlit-ferries"),
        "https://example.org/tsb/unlit-ferries"
    );
    let line = document.place("  c1:", 2)["line"].as_u64().unwrap() + 1;
    assert_eq!(target("c1"), format!("{}#L{line},3", document.uri));
}
