//! An editor: a client that speaks the protocol with the built program over pipes.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::library::Folder;

/// A server that says nothing for this long has failed. No test is about time.
const PATIENCE: Duration = Duration::from_mins(2);

/// An editor that has the folder open. The server ends with it.
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    number: i32,
    /// What the server has said of each document, the last of it.
    problems: HashMap<String, Value>,
    root: String,
    pub initialized: Value,
}

impl Editor {
    /// An editor that counts columns in UTF-16 and can do what most can.
    pub fn start(folder: &Folder) -> Self {
        Self::start_with(folder, &json!({}), &[])
    }

    /// An editor with these capabilities beside the usual ones, and more arguments for the server.
    pub fn start_with(folder: &Folder, general: &Value, arguments: &[&str]) -> Self {
        let mut editor = Self::spawn(folder, arguments);
        let capabilities = json!({
            "general": general,
            "textDocument": {
                "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                "hover": {"contentFormat": ["markdown"]},
            },
            // So that what changes on disk is what a test says.
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}},
        });
        let root = editor.root.clone();
        let folders = json!([{"uri": root, "name": "briefs"}]);
        let params = json!({"processId": null, "rootUri": root, "workspaceFolders": folders, "capabilities": capabilities});
        editor.initialized = editor.ask("initialize", params);
        editor.tell("initialized", json!({}));
        editor
    }

    /// A server to which nothing was said yet.
    pub fn spawn(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.topline(&[&["lsp"], arguments].concat());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || read_messages(output, &sender));
        let input = child.stdin.take();
        let root = format!("file://{}", folder.root().display());
        let initialized = Value::Null;
        Self { child, input, messages, number: 0, problems: HashMap::new(), root, initialized }
    }

    /// The address of a file of the folder.
    pub fn uri(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        // A server that has ended reads no more.
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    pub fn send(&mut self, message: &Value) {
        let json = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{json}", json.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: impl Into<Value>) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params.into()}));
    }

    /// Sends a request, and returns its number.
    pub fn send_request(&mut self, method: &str, params: impl Into<Value>) -> i32 {
        self.number += 1;
        let id = self.number;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params.into()}));
        id
    }

    /// Waits for a message; nothing if the server has ended.
    pub fn next(&mut self) -> Option<Value> {
        let message = match self.messages.recv_timeout(PATIENCE) {
            Ok(message) => message,
            Err(mpsc::RecvTimeoutError::Disconnected) => return None,
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("the server says nothing"),
        };
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().unwrap().to_owned();
            self.problems.insert(uri, message["params"].clone());
        }
        Some(message)
    }

    /// Waits for the answer with this number, whole.
    #[track_caller]
    pub fn answer(&mut self, id: i32) -> Value {
        loop {
            let message = self.next().expect("the server ended without an answer");
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
        }
    }

    /// Asks, and returns the result.
    #[track_caller]
    pub fn ask(&mut self, method: &str, params: impl Into<Value>) -> Value {
        let id = self.send_request(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Asks, and returns the code and the message of the refusal.
    #[track_caller]
    pub fn refused(&mut self, method: &str, params: impl Into<Value>) -> (i64, String) {
        let id = self.send_request(method, params);
        let error = self.answer(id)["error"].clone();
        (error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned())
    }

    /// Opens a file with a text that may not be saved.
    pub fn open(&mut self, path: &str, text: &str) -> Document {
        let uri = self.uri(path);
        let document = json!({"uri": uri, "languageId": "yaml", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
        Document { uri, version: 1, text: text.to_owned() }
    }

    /// Replaces all of a text.
    pub fn set(&mut self, document: &mut Document, text: &str) {
        document.version += 1;
        text.clone_into(&mut document.text);
        self.change(document, json!([{"text": text}]));
    }

    /// Replaces `from`, which the text must have, by one edit there.
    #[track_caller]
    pub fn replace(&mut self, document: &mut Document, from: &str, to: &str) {
        let (start, end) = (document.place(from, 0), document.place(from, from.len()));
        document.version += 1;
        document.text = document.text.replacen(from, to, 1);
        self.change(document, json!([{"range": {"start": start, "end": end}, "text": to}]));
    }

    pub fn change(&mut self, document: &Document, changes: impl Into<Value>) {
        let identifier = json!({"uri": document.uri, "version": document.version});
        let params = json!({"textDocument": identifier, "contentChanges": changes.into()});
        self.tell("textDocument/didChange", params);
    }

    pub fn close(&mut self, document: &Document) {
        self.tell("textDocument/didClose", json!({"textDocument": {"uri": document.uri}}));
    }

    /// Waits for the problems of a document as it is now.
    #[track_caller]
    pub fn problems(&mut self, document: &Document) -> Vec<Value> {
        while self
            .problems
            .get(&document.uri)
            .is_none_or(|said| said["version"] != document.version)
        {
            self.next().expect("the server ended without problems");
        }
        self.problems[&document.uri]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits until the server says something new of a document.
    #[track_caller]
    pub fn new_problems(&mut self, document: &Document) -> Vec<Value> {
        self.problems.remove(&document.uri);
        while !self.problems.contains_key(&document.uri) {
            self.next().expect("the server ended without problems");
        }
        self.problems[&document.uri]["diagnostics"].as_array().unwrap().clone()
    }

    /// Whether anything was said of a document.
    pub fn has_problems_of(&self, document: &Document) -> bool {
        self.problems.contains_key(&document.uri)
    }

    /// The labels and the texts of what can be typed after `needle`, in order.
    #[track_caller]
    pub fn completions(&mut self, document: &Document, needle: &str) -> Vec<(String, String)> {
        let params = document.at(needle, needle.len());
        let list = self.ask("textDocument/completion", params);
        let items = list["items"].as_array().cloned().unwrap_or_default();
        let string = |value: &Value| value.as_str().unwrap().to_owned();
        items
            .iter()
            .map(|item| (string(&item["label"]), string(&item["textEdit"]["newText"])))
            .collect()
    }

    /// The labels alone.
    #[track_caller]
    pub fn labels(&mut self, document: &Document, needle: &str) -> Vec<String> {
        self.completions(document, needle).into_iter().map(|(label, _)| label).collect()
    }

    /// The Markdown that is shown `offset` bytes after the start of `needle`.
    #[track_caller]
    pub fn hover(&mut self, document: &Document, needle: &str, offset: usize) -> String {
        let hover = self.ask("textDocument/hover", document.at(needle, offset));
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// Says nothing more, and waits for the end.
    pub fn end(mut self) -> (ExitStatus, String) {
        self.input = None;
        while self.next().is_some() {}
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap(), said)
    }

    /// Ends the session as an editor does.
    #[track_caller]
    pub fn shut_down(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        let (status, said) = self.end();
        assert_eq!((status.code(), said.as_str()), (Some(0), ""));
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_messages(mut output: impl BufRead, sender: &mpsc::Sender<Value>) {
    loop {
        let mut length = None;
        loop {
            let mut line = String::new();
            if output.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            // Nothing but the protocol is ever written.
            let line = line.strip_suffix("\r\n").expect("a line of a header");
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(": ").expect("a header");
            assert_eq!(name, "Content-Length");
            length = Some(value.parse::<usize>().unwrap());
        }
        let mut json = vec![0; length.expect("a length")];
        if output.read_exact(&mut json).is_err() {
            return;
        }
        if sender.send(serde_json::from_slice(&json).unwrap()).is_err() {
            return;
        }
    }
}

/// A document that is open.
#[derive(Clone, Debug)]
pub struct Document {
    pub uri: String,
    pub version: i32,
    pub text: String,
}

impl Document {
    /// The position `offset` bytes after the start of `needle`, in UTF-16.
    #[track_caller]
    pub fn place(&self, needle: &str, offset: usize) -> Value {
        let found = self.text.find(needle).unwrap_or_else(|| panic!("{needle} is not in the text"));
        position(&self.text, found + offset)
    }

    /// The parameters of a request about that place.
    #[track_caller]
    pub fn at(&self, needle: &str, offset: usize) -> Value {
        json!({"textDocument": {"uri": self.uri}, "position": self.place(needle, offset)})
    }

    /// The parameters of a request about the document.
    pub fn params(&self) -> Value {
        json!({"textDocument": {"uri": self.uri}})
    }

    /// What a range covers, in UTF-16.
    pub fn covered(&self, range: &Value) -> String {
        covered(&self.text, range)
    }
}

/// The position of a byte, in UTF-16.
pub fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    json!({"line": line, "character": before[start..].encode_utf16().count()})
}

/// What a range covers in a text, in UTF-16.
pub fn covered(text: &str, range: &Value) -> String {
    let byte = |place: &Value| {
        let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
        let column = usize::try_from(place["character"].as_u64().unwrap()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let units: Vec<u16> = text[start..].encode_utf16().take(column).collect();
        start + String::from_utf16(&units).unwrap().len()
    };
    text[byte(&range["start"])..byte(&range["end"])].to_owned()
}

/// Applies the edits of an answer to the file at `path`, whose text is `text`.
pub fn edited(text: &str, edits: &Value) -> String {
    let mut edits = edits.as_array().unwrap().clone();
    let place = |edit: &Value| {
        let start = &edit["range"]["start"];
        (start["line"].as_u64().unwrap(), start["character"].as_u64().unwrap())
    };
    edits.sort_by_key(place);
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        let old = covered(&text, &edit["range"]);
        let start = json!({"start": {"line": 0, "character": 0}, "end": edit["range"]["start"]});
        let at = covered(&text, &start).len();
        text.replace_range(at..at + old.len(), edit["newText"].as_str().unwrap());
    }
    text
}

/// The last part of an address.
pub fn file_name(uri: &Value) -> String {
    let path = Path::new(uri.as_str().unwrap());
    path.file_name().unwrap().to_str().unwrap().to_owned()
}
