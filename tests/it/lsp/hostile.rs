//! Whatever an editor sends, the server answers or goes on, and ends as the protocol says.

use serde_json::{Value, json};

use super::client::Editor;
use crate::hostile::sequences;
use crate::support::library::Folder;

/// The code of the error with this number, or with none.
#[track_caller]
fn code(editor: &mut Editor, id: &Value) -> i64 {
    loop {
        let message = editor.next().expect("the server ended");
        if message["id"] == *id && message.get("error").is_some() {
            return message["error"]["code"].as_i64().unwrap();
        }
    }
}

#[test]
fn requests_before_the_beginning_and_after_the_end_are_refused() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::spawn(&folder, &[]);
    let (early, _) = editor.refused("textDocument/hover", json!({}));
    assert_eq!(early, -32002);
    let (early, _) = editor.refused("shutdown", Value::Null);
    assert_eq!(early, -32002);
    editor.ask("initialize", json!({"capabilities": {}}));
    let (twice, _) = editor.refused("initialize", json!({"capabilities": {}}));
    assert_eq!(twice, -32600);
    editor.ask("shutdown", Value::Null);
    let (late, _) = editor.refused("shutdown", Value::Null);
    assert_eq!(late, -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.end().0.code(), Some(0));
}

#[test]
fn an_exit_without_a_shutdown_is_told_by_the_status() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.end().0.code(), Some(1));
    assert_eq!(Editor::start(&folder).end().0.code(), Some(1));
    assert_eq!(Editor::spawn(&folder, &[]).end().0.code(), Some(1));
}

#[test]
fn what_is_no_message_is_refused_and_the_next_is_answered() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    for garbage in [
        &b"garbage\r\n\r\n"[..],
        b"Content-Length: many\r\n\r\n",
        b"Content-Length: 3\r\n\r\n{x}",
        b"Content-Length: 9\r\n\r\n\"\xff\xfe\xff\xff\xff\xff\xff\"",
        b"Content-Length: 2\r\n\r\n[]",
        b"Content-Length: 4\r\nContent-Length: 2\r\n\r\n17",
        b"Content-Length: 0\r\n\r\n",
    ] {
        editor.write(garbage);
        assert_eq!(code(&mut editor, &Value::Null), -32700, "{}", garbage.escape_ascii());
    }
    let (unknown, message) = editor.refused("textDocument/nothing", json!({}));
    assert_eq!(
        (unknown, message.as_str()),
        (-32601, "topline does not know the method `textDocument/nothing`")
    );
    let (wrong, _) = editor.refused("textDocument/hover", json!({"textDocument": 7}));
    assert_eq!(wrong, -32602);
    let document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    editor.problems(&document);
}

#[test]
fn a_length_that_is_never_reached_takes_no_memory_and_ends_with_the_stream() {
    let folder = Folder::ferry_lights();
    for length in ["200000000", "18446744073709551615", "99999999999999999999999"] {
        let mut editor = Editor::start(&folder);
        editor.write(format!("Content-Length: {length}\r\n\r\n{{}}").as_bytes());
        assert_eq!(editor.end().0.code(), Some(1), "{length}");
    }
}

#[test]
fn a_request_that_is_taken_back_is_refused() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    let document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    let place = document.at("[c1]", 2);
    // Both arrive before the brief has been checked, or the request was answered already.
    let id = editor.send_request("textDocument/hover", place);
    editor.tell("$/cancelRequest", json!({"id": id}));
    let answer = editor.answer(id);
    assert!(
        answer["error"]["code"] == -32800 || answer["result"]["contents"].is_object(),
        "{answer}"
    );
    editor.tell("$/cancelRequest", json!({"id": "none"}));
    editor.shut_down();
}

#[test]
fn documents_that_are_not_open_or_no_files_have_no_answers() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    for uri in ["untitled:Untitled-1", "file:///none.yaml", "https://example.org/a.yaml"] {
        let place = json!({"textDocument": {"uri": uri}, "position": {"line": 4_000_000_000_u32, "character": 7}});
        assert_eq!(editor.ask("textDocument/hover", place), Value::Null, "{uri}");
        let identifier = json!({"uri": uri, "version": 2});
        editor.tell(
            "textDocument/didChange",
            json!({"textDocument": identifier, "contentChanges": [{"text": "x"}]}),
        );
        editor.tell("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    }
    let document = json!({"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": "summary: x"});
    editor.tell("textDocument/didOpen", json!({"textDocument": document}));
    editor.shut_down();
}

#[test]
fn a_brief_beyond_the_limit_is_told_and_nothing_else() {
    let folder = Folder::ferry_lights();
    let mut editor = Editor::start(&folder);
    let large = format!("summary: x\n# {}\n", "x".repeat(5 << 20));
    let document = editor.open("large.yaml", &large);
    let problems = editor.problems(&document);
    assert_eq!((problems.len(), &problems[0]["code"]), (1, &json!("not-yaml")));
    assert_eq!(editor.ask("textDocument/completion", document.at("summary", 3)), Value::Null);
    editor.shut_down();
}

/// An editor may show what it is told in a terminal.
#[test]
fn no_answer_has_a_control_sequence() {
    let hostile = sequences::all();
    let spelt: String = hostile.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    let text = format!(
        "summary: \"x [c1] {spelt}\"\nsource: {{title: \"{spelt}\", publisher: x}}\n\
         officials:\n  vale: {{name: \"{spelt}\", post: \"{spelt}\"}}\n\
         quotes:\n  q1: {{form: reported, by: vale, gist: \"{spelt}\", paragraph: 1}}\n\
         claims:\n  c1: {{text: \"{spelt}\", by: vale, evidence: q1, repeats: \"{spelt}\"}}\n"
    );
    let folder = Folder::with(&[("a.yaml", text.as_str())]);
    let mut editor = Editor::start(&folder);
    let document = editor.open("a.yaml", &text);
    let mut said: Vec<Value> = editor.problems(&document);
    for (needle, offset) in [("by: vale", 5), ("[c1]", 2), ("evidence: q1", 11)] {
        said.push(editor.ask("textDocument/hover", document.at(needle, offset)));
        said.push(editor.ask("textDocument/completion", document.at(needle, offset)));
    }
    said.push(editor.ask("textDocument/documentSymbol", document.params()));
    for value in said {
        assert_clean(&value);
    }
    editor.shut_down();
}

fn assert_clean(value: &Value) {
    match value {
        Value::String(text) => sequences::assert_harmless(text, "an answer"),
        Value::Array(values) => values.iter().for_each(assert_clean),
        Value::Object(fields) => fields.values().for_each(assert_clean),
        _ => {}
    }
}
