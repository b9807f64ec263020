//! Fixes that an editor offers beside a problem.

use serde_json::{Value, json};

use super::client::{Document, Editor, edited};
use crate::support::library::Folder;

/// What the server offers from the start of `needle` to its end.
#[track_caller]
fn offered(editor: &mut Editor, document: &Document, needle: &str, only: &Value) -> Vec<Value> {
    editor.problems(document);
    let range =
        json!({"start": document.place(needle, 0), "end": document.place(needle, needle.len())});
    let mut context = json!({"diagnostics": []});
    if !only.is_null() {
        context["only"] = only.clone();
    }
    let mut params = document.params();
    params["range"] = range;
    params["context"] = context;
    let actions = editor.ask("textDocument/codeAction", params);
    actions.as_array().cloned().unwrap_or_default()
}

/// The text of the document after an action.
fn after(document: &Document, action: &Value) -> String {
    edited(&document.text, &action["edit"]["changes"][&document.uri])
}

#[test]
fn a_misspelt_id_is_fixed() {
    let folder = Folder::ferry_lights();
    let sound = folder.read("ferry-lights.yaml");
    let broken = sound.replace("    by: vale\n    evidence", "    by: valee\n    evidence");
    let mut editor = Editor::start(&folder);
    // Characters that UTF-16 counts twice and line ends of Windows are before the edit.
    let broken = format!("# 🚢\n{broken}").replace('\n', "\r\n");
    let document = editor.open("ferry-lights.yaml", &broken);
    let actions = offered(&mut editor, &document, "valee", &json!(["quickfix"]));
    assert_eq!(actions.len(), 1, "{actions:?}");
    let action = &actions[0];
    assert_eq!(action["kind"], "quickfix");
    assert_eq!(action["diagnostics"][0]["code"], "unknown-id");
    assert_eq!(after(&document, action), broken.replace("valee", "vale"));
    assert!(offered(&mut editor, &document, "form: direct", &json!(["quickfix"])).is_empty());
}

#[test]
fn what_changes_a_claim_is_offered_and_not_preferred() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    let mut document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    editor.replace(&mut document, "84 boats and 31", "84 boats and 32");
    let actions = offered(&mut editor, &document, "boats and 32", &json!(["quickfix"]));
    let action =
        actions.iter().find(|one| one["diagnostics"][0]["code"] == "not-verbatim").unwrap();
    assert_eq!(action["isPreferred"], false);
    assert_eq!(after(&document, action), document.text.replace("boats and 32", "boats and 31"));
    assert!(offered(&mut editor, &document, "boats and 32", &json!(["source.fixAll"])).is_empty());
}

#[test]
fn all_safe_fixes_are_made_together_and_are_those_of_check() {
    let folder = Folder::ferry_lights();
    let sound = folder.read("ferry-lights.yaml");
    let broken = sound
        .replace("    by: vale\n    evidence", "    by: valee\n    evidence")
        .replace("organisations:", "organizations:")
        .replace("[c1]", "(c1)");
    let mut editor = Editor::start(&folder);
    let document = editor.open("ferry-lights.yaml", &broken);
    for kind in ["source", "source.fixAll", "source.fixAll.topline"] {
        let actions = offered(&mut editor, &document, "summary", &json!([kind]));
        assert_eq!(actions.len(), 1, "{kind}: {actions:?}");
        assert_eq!(actions[0]["kind"], "source.fixAll.topline");
    }
    assert!(offered(&mut editor, &document, "summary", &json!(["refactor"])).is_empty());
    let mut document = document;
    // Some fixes show only when others are made.
    loop {
        let actions = offered(&mut editor, &document, "summary", &json!(["source.fixAll"]));
        let Some(action) = actions.first() else { break };
        let text = after(&document, action);
        assert_ne!(text, document.text);
        editor.set(&mut document, &text);
    }
    folder.write("ferry-lights.yaml", &broken);
    let root = folder.root().to_str().unwrap();
    folder.run(&["check", root, "--fix"]);
    assert_eq!(document.text, folder.read("ferry-lights.yaml"));
}
