//! The Language Server Protocol: the only part that knows `lsp-types` and `lsp-server`.
//!
//! What comes in becomes a [`ClientMessage`]; what goes out is made in `replies` from places in bytes,
//! which become the editor’s positions there.

mod replies;
mod uri;

use std::io::{self, Write};
use std::path::PathBuf;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types as lsp;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::documents::TextChange;
use super::lines::{ColumnUnit, LinePosition};

pub use replies::{Replies, wanted_fixes};
pub use uri::path_of;

/// The number of a request, which its answer repeats.
pub type RequestNumber = RequestId;

/// Something that the editor says.
#[derive(Debug)]
pub enum ClientMessage {
    /// It wants an answer.
    Request(RequestNumber, ClientRequest),
    /// It wants none.
    Notice(ClientNotice),
    /// It is no message, or not one with such parameters; the reason in words.
    Unreadable(Option<RequestNumber>, RequestRefused),
}

/// What the editor asks for.
#[derive(Debug)]
pub enum ClientRequest {
    /// To begin.
    Initialize(Box<Client>),
    /// To end.
    Shutdown,
    /// What can be typed.
    Completion(DocumentPlace),
    /// What is known of a thing.
    Hover(DocumentPlace),
    /// Where it is given.
    Definition(DocumentPlace),
    /// Where it is used; with the place where it is given, if asked for.
    References(DocumentPlace, bool),
    /// Where it is used in the same document.
    Highlights(DocumentPlace),
    /// Whether it can be renamed.
    PrepareRename(DocumentPlace),
    /// To rename it.
    Rename(DocumentPlace, String),
    /// The outline.
    Symbols(String),
    /// The links.
    Links(String),
    /// What can be done about the problems between two places; which kinds, if it says so.
    Actions(DocumentPlace, LinePosition, Option<Vec<String>>),
}

impl ClientRequest {
    /// Returns the address of the document that it is about.
    pub fn document(&self) -> Option<&str> {
        match self {
            Self::Initialize(_) | Self::Shutdown => None,
            Self::Completion(place)
            | Self::Hover(place)
            | Self::Definition(place)
            | Self::References(place, _)
            | Self::Highlights(place)
            | Self::PrepareRename(place)
            | Self::Actions(place, ..)
            | Self::Rename(place, _) => Some(&place.document),
            Self::Symbols(document) | Self::Links(document) => Some(document),
        }
    }
}

/// What the editor lets topline know.
#[derive(Debug)]
pub enum ClientNotice {
    /// It has read what topline can do.
    Initialized,
    /// A document is open: its address, its version and its text.
    Opened(String, i32, String),
    /// It has changed: its address, its version and the edits.
    Changed(String, i32, Vec<TextChange>),
    /// It was saved.
    Saved(String),
    /// It is no longer open.
    Closed(String),
    /// Files have changed on disk.
    FilesChanged(Vec<PathBuf>),
    /// Folders were added to and removed from the workspace.
    FoldersChanged(Vec<PathBuf>, Vec<PathBuf>),
    /// An answer is no longer wanted.
    Cancelled(RequestNumber),
    /// The process is to end.
    Exit,
    /// Something that topline has no use for.
    Other,
}

/// A place in a document.
#[derive(Clone, Debug)]
pub struct DocumentPlace {
    /// The address of the document.
    pub document: String,
    /// The place.
    pub position: LinePosition,
}

/// What the editor can do.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a capability of the protocol")]
pub struct Client {
    /// How it counts columns.
    pub unit: ColumnUnit,
    /// The folders that are open.
    pub folders: Vec<PathBuf>,
    /// Whether it watches files if asked to.
    pub watches_files: bool,
    /// Whether it takes edits with the versions of documents.
    pub takes_versions: bool,
    /// Whether it shows Markdown.
    pub shows_markdown: bool,
    /// Whether its outline has levels.
    pub nests_symbols: bool,
}

/// Why a request has no answer.
#[derive(Clone, Debug)]
pub struct RequestRefused {
    code: i32,
    /// The reason in words.
    pub message: String,
}

impl RequestRefused {
    /// The request cannot be carried out as things are.
    pub fn failed(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::RequestFailed, message)
    }

    /// topline itself has failed.
    pub fn fault(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::InternalError, message)
    }

    /// The editor has taken the request back.
    pub fn cancelled() -> Self {
        Self::new(ErrorCode::RequestCanceled, "the request was cancelled")
    }

    /// The editor has not begun with `initialize`.
    pub fn too_early() -> Self {
        Self::new(ErrorCode::ServerNotInitialized, "expected `initialize` first")
    }

    /// The editor has ended with `shutdown`, or begins twice.
    pub fn out_of_turn(message: &str) -> Self {
        Self::new(ErrorCode::InvalidRequest, message)
    }

    fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code: code as i32, message: message.into() }
    }
}

/// Reads a message from its JSON. Returns [`None`] for an answer, none of which matters.
pub fn read(json: &[u8]) -> Option<ClientMessage> {
    match serde_json::from_slice(json) {
        Ok(Message::Request(request)) => {
            let id = request.id.clone();
            Some(match self::request(request) {
                Ok(request) => ClientMessage::Request(id, request),
                Err(refusal) => ClientMessage::Unreadable(Some(id), refusal),
            })
        }
        Ok(Message::Notification(notification)) => Some(match notice(notification) {
            Ok(notice) => ClientMessage::Notice(notice),
            Err(refusal) => ClientMessage::Unreadable(None, refusal),
        }),
        Ok(Message::Response(_)) => None,
        Err(error) => {
            let reason = format!("expected a message of JSON-RPC: {error}");
            Some(ClientMessage::Unreadable(
                None,
                RequestRefused::new(ErrorCode::ParseError, reason),
            ))
        }
    }
}

fn request(request: Request) -> Result<ClientRequest, RequestRefused> {
    let Request { method, params, .. } = request;
    Ok(match method.as_str() {
        "initialize" => ClientRequest::Initialize(Box::new(client(parameters(params)?))),
        "shutdown" => ClientRequest::Shutdown,
        "textDocument/completion" => {
            let completion: lsp::CompletionParams = parameters(params)?;
            ClientRequest::Completion(place(&completion.text_document_position))
        }
        "textDocument/hover" => ClientRequest::Hover(at(params)?),
        "textDocument/definition" => ClientRequest::Definition(at(params)?),
        "textDocument/documentHighlight" => ClientRequest::Highlights(at(params)?),
        "textDocument/prepareRename" => ClientRequest::PrepareRename(at(params)?),
        "textDocument/references" => {
            let references: lsp::ReferenceParams = parameters(params)?;
            let with_definition = references.context.include_declaration;
            ClientRequest::References(place(&references.text_document_position), with_definition)
        }
        "textDocument/rename" => {
            let rename: lsp::RenameParams = parameters(params)?;
            ClientRequest::Rename(place(&rename.text_document_position), rename.new_name)
        }
        "textDocument/codeAction" => {
            let actions: lsp::CodeActionParams = parameters(params)?;
            let document = address(&actions.text_document.uri);
            let place = DocumentPlace { document, position: position(actions.range.start) };
            let kinds = actions
                .context
                .only
                .map(|kinds| kinds.iter().map(|kind| kind.as_str().to_owned()).collect());
            ClientRequest::Actions(place, position(actions.range.end), kinds)
        }
        "textDocument/documentSymbol" => {
            let symbols: lsp::DocumentSymbolParams = parameters(params)?;
            ClientRequest::Symbols(address(&symbols.text_document.uri))
        }
        "textDocument/documentLink" => {
            let links: lsp::DocumentLinkParams = parameters(params)?;
            ClientRequest::Links(address(&links.text_document.uri))
        }
        method => {
            let reason = format!("topline does not know the method `{method}`");
            return Err(RequestRefused::new(ErrorCode::MethodNotFound, reason));
        }
    })
}

fn notice(notification: Notification) -> Result<ClientNotice, RequestRefused> {
    let Notification { method, params } = notification;
    Ok(match method.as_str() {
        "initialized" => ClientNotice::Initialized,
        "exit" => ClientNotice::Exit,
        "textDocument/didOpen" => {
            let opened: lsp::DidOpenTextDocumentParams = parameters(params)?;
            let document = opened.text_document;
            ClientNotice::Opened(address(&document.uri), document.version, document.text)
        }
        "textDocument/didChange" => {
            let lsp::DidChangeTextDocumentParams { text_document: document, content_changes } =
                parameters(params)?;
            let edits = content_changes.into_iter().map(change).collect();
            ClientNotice::Changed(address(&document.uri), document.version, edits)
        }
        "textDocument/didSave" => {
            let saved: lsp::DidSaveTextDocumentParams = parameters(params)?;
            ClientNotice::Saved(address(&saved.text_document.uri))
        }
        "textDocument/didClose" => {
            let closed: lsp::DidCloseTextDocumentParams = parameters(params)?;
            ClientNotice::Closed(address(&closed.text_document.uri))
        }
        "workspace/didChangeWatchedFiles" => {
            let changed: lsp::DidChangeWatchedFilesParams = parameters(params)?;
            let paths = changed.changes.iter().filter_map(|change| path_of(change.uri.as_str()));
            ClientNotice::FilesChanged(paths.collect())
        }
        "workspace/didChangeWorkspaceFolders" => {
            let changed: lsp::DidChangeWorkspaceFoldersParams = parameters(params)?;
            let folders = |folders: Vec<lsp::WorkspaceFolder>| {
                folders.iter().filter_map(|folder| path_of(folder.uri.as_str())).collect()
            };
            ClientNotice::FoldersChanged(
                folders(changed.event.added),
                folders(changed.event.removed),
            )
        }
        "$/cancelRequest" => {
            let cancelled: lsp::CancelParams = parameters(params)?;
            ClientNotice::Cancelled(match cancelled.id {
                lsp::NumberOrString::Number(number) => number.into(),
                lsp::NumberOrString::String(name) => name.into(),
            })
        }
        _ => ClientNotice::Other,
    })
}

fn parameters<T: DeserializeOwned>(params: Value) -> Result<T, RequestRefused> {
    serde_json::from_value(params)
        .map_err(|error| RequestRefused::new(ErrorCode::InvalidParams, error.to_string()))
}

fn at(params: Value) -> Result<DocumentPlace, RequestRefused> {
    // The parameters that a request may have beside its place do not matter.
    Ok(place(&parameters(params)?))
}

fn place(place: &lsp::TextDocumentPositionParams) -> DocumentPlace {
    let position = position(place.position);
    DocumentPlace { document: address(&place.text_document.uri), position }
}

fn position(position: lsp::Position) -> LinePosition {
    LinePosition { line: position.line as usize, column: position.character as usize }
}

fn change(change: lsp::TextDocumentContentChangeEvent) -> TextChange {
    let range = change.range.map(|range| (position(range.start), position(range.end)));
    TextChange { range, text: change.text }
}

fn address(uri: &lsp::Uri) -> String {
    uri.as_str().to_owned()
}

#[expect(deprecated, reason = "older editors name one folder, or only its path")]
fn client(params: lsp::InitializeParams) -> Client {
    let able = params.capabilities;
    let general = able.general.and_then(|general| general.position_encodings).unwrap_or_default();
    let unit = if general.contains(&lsp::PositionEncodingKind::UTF8) {
        ColumnUnit::Byte
    } else {
        ColumnUnit::Utf16
    };
    let named = params.workspace_folders.unwrap_or_default();
    let mut folders: Vec<PathBuf> =
        named.iter().filter_map(|folder| path_of(folder.uri.as_str())).collect();
    if folders.is_empty() {
        let root = params.root_uri.and_then(|uri| path_of(uri.as_str()));
        folders.extend(root.or_else(|| params.root_path.map(PathBuf::from)));
    }
    let workspace = able.workspace.unwrap_or_default();
    let document = able.text_document.unwrap_or_default();
    let formats = document.hover.and_then(|hover| hover.content_format);
    Client {
        unit,
        folders,
        watches_files: workspace
            .did_change_watched_files
            .is_some_and(|watching| watching.dynamic_registration == Some(true)),
        takes_versions: workspace
            .workspace_edit
            .is_some_and(|edits| edits.document_changes == Some(true)),
        shows_markdown: formats.is_none_or(|formats| formats.contains(&lsp::MarkupKind::Markdown)),
        nests_symbols: document
            .document_symbol
            .is_some_and(|symbols| symbols.hierarchical_document_symbol_support == Some(true)),
    }
}

/// Writes messages to the editor.
pub struct ToClient<W> {
    stream: W,
    requests: i32,
}

impl<W: Write> ToClient<W> {
    /// Returns a writer of messages to `stream`, which nothing else writes to.
    pub fn new(stream: W) -> Self {
        Self { stream, requests: 0 }
    }

    /// Answers a request.
    ///
    /// # Errors
    ///
    /// The stream cannot be written to.
    pub fn answer(
        &mut self,
        id: RequestNumber,
        answer: Result<Value, RequestRefused>,
    ) -> io::Result<()> {
        let response = match answer {
            Ok(value) => Response { id, response_result: Ok(value) },
            Err(refusal) => Response::new_err(id, refusal.code, refusal.message),
        };
        Message::Response(response).write(&mut self.stream)
    }

    /// Says that something was no message. It has no number to repeat.
    ///
    /// # Errors
    ///
    /// The stream cannot be written to.
    pub fn refuse(&mut self, refusal: &RequestRefused) -> io::Result<()> {
        let error = serde_json::json!({"code": refusal.code, "message": refusal.message});
        let json = serde_json::json!({"jsonrpc": "2.0", "id": null, "error": error}).to_string();
        write!(self.stream, "Content-Length: {}\r\n\r\n{json}", json.len())?;
        self.stream.flush()
    }

    /// Lets the editor know something.
    ///
    /// # Errors
    ///
    /// The stream cannot be written to.
    pub fn notify(&mut self, method: &str, params: Value) -> io::Result<()> {
        Message::Notification(Notification { method: method.to_owned(), params })
            .write(&mut self.stream)
    }

    /// Asks the editor for something whose answer does not matter.
    ///
    /// # Errors
    ///
    /// The stream cannot be written to.
    pub fn ask(&mut self, method: &str, params: Value) -> io::Result<()> {
        self.requests += 1;
        let id = RequestId::from(self.requests);
        Message::Request(Request { id, method: method.to_owned(), params }).write(&mut self.stream)
    }
}

/// Returns the refusal of a frame that could not be read.
pub fn unreadable(reason: &str) -> RequestRefused {
    RequestRefused::new(ErrorCode::ParseError, reason)
}
