//! What goes out: answers and notices, in the positions of the editor.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use lsp_types as lsp;
use serde::Serialize;
use serde_json::{Value, json};

use super::Client;
use super::uri::uri_of;
use crate::commands::lsp::actions::{OfferedFix, WantedFixes};
use crate::commands::lsp::completion::{Suggestion, SuggestionKind, Suggestions};
use crate::commands::lsp::hover::HoverText;
use crate::commands::lsp::lines::{ColumnUnit, LineTable};
use crate::commands::lsp::links::{FollowedLink, LinkedTo};
use crate::commands::lsp::navigation::FilePlace;
use crate::commands::lsp::problems::PlacedProblem;
use crate::commands::lsp::rename::FileChange;
use crate::commands::lsp::symbols::{OutlineEntry, OutlineKind};
use crate::text::Text;

/// The kind of an action that fixes one problem.
const QUICK_FIX: &str = "quickfix";

/// The kind of the action that makes all fixes that are safe.
const FIX_ALL: &str = "source.fixAll.topline";

/// Returns which fixes an editor asks for that wants these kinds of actions, or any.
pub fn wanted_fixes(kinds: Option<&[String]>) -> WantedFixes {
    // A kind stands for all that begin with it: `source` for `source.fixAll.topline`.
    let is_within = |kind: &str, wider: &str| {
        wider.is_empty()
            || kind.strip_prefix(wider).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let wants = |kind| kinds.is_none_or(|kinds| kinds.iter().any(|wider| is_within(kind, wider)));
    WantedFixes { each: wants(QUICK_FIX), all: wants(FIX_ALL) }
}

/// Makes answers for one editor.
pub struct Replies<'a> {
    /// The editor.
    pub client: &'a Client,
    /// Returns the address and the version of a document that is open.
    pub open: &'a dyn Fn(&Path) -> Option<(String, i32)>,
}

/// A text, whose places become positions.
struct Positions<'t> {
    text: &'t str,
    lines: LineTable,
    unit: ColumnUnit,
}

impl Positions<'_> {
    fn position(&self, byte: usize) -> lsp::Position {
        let position = self.lines.position(self.text, byte, self.unit);
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        lsp::Position { line: number(position.line), character: number(position.column) }
    }

    fn range(&self, bytes: &Range<usize>) -> lsp::Range {
        lsp::Range { start: self.position(bytes.start), end: self.position(bytes.end) }
    }
}

impl Replies<'_> {
    fn positions<'t>(&self, text: &'t str) -> Positions<'t> {
        Positions { text, lines: LineTable::new(text), unit: self.client.unit }
    }

    fn uri(&self, path: &Path) -> String {
        (self.open)(path).map_or_else(|| uri_of(path), |(uri, _)| uri)
    }

    /// Says what topline can do, and that columns are counted in this `unit`.
    pub fn abilities(unit: ColumnUnit) -> Value {
        let encoding = match unit {
            ColumnUnit::Byte => "utf-8",
            ColumnUnit::Utf16 => "utf-16",
        };
        json!({
            "capabilities": {
                "positionEncoding": encoding,
                "textDocumentSync": {"openClose": true, "change": 2, "save": true},
                "completionProvider": {"triggerCharacters": [":", " ", "[", ",", "/", "'", "\""]},
                "hoverProvider": true,
                "definitionProvider": true,
                "referencesProvider": true,
                "documentHighlightProvider": true,
                "renameProvider": {"prepareProvider": true},
                "documentSymbolProvider": true,
                "documentLinkProvider": {},
                "codeActionProvider": {"codeActionKinds": [QUICK_FIX, FIX_ALL]},
                "workspace": {
                    "workspaceFolders": {"supported": true, "changeNotifications": true}
                }
            },
            "serverInfo": {"name": "topline", "version": env!("CARGO_PKG_VERSION")}
        })
    }

    /// Asks the editor to say which files change.
    pub fn watching() -> Value {
        let watchers = json!({"watchers": [{"globPattern": "**/*"}]});
        json!({"registrations": [{
            "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": watchers
        }]})
    }

    /// Lists fixes of a document.
    pub fn actions(&self, path: &Path, text: &Arc<str>, fixes: &[OfferedFix]) -> Value {
        let positions = self.positions(text);
        let action = |fix: &OfferedFix| {
            let replaced = fix.replaced.clone();
            let change = FileChange { path: path.to_owned(), text: Arc::clone(text), replaced };
            let problem = fix.problem.as_ref().map(|problem| problem_in(&positions, problem));
            json!({
                "title": fix.title.as_str(),
                "kind": if fix.problem.is_some() { QUICK_FIX } else { FIX_ALL },
                "diagnostics": problem.into_iter().collect::<Vec<Value>>(),
                "isPreferred": fix.is_safe && fix.problem.is_some(),
                "edit": self.changes(&[change]),
            })
        };
        fixes.iter().map(action).collect()
    }

    /// Lists the problems of a document.
    pub fn problems(
        &self,
        uri: &str,
        version: i32,
        text: &str,
        problems: &[PlacedProblem],
    ) -> Value {
        let positions = self.positions(text);
        let diagnostics: Vec<Value> =
            problems.iter().map(|problem| problem_in(&positions, problem)).collect();
        json!({"uri": uri, "version": version, "diagnostics": diagnostics})
    }

    /// Takes back all problems of a document.
    pub fn no_problems(uri: &str) -> Value {
        json!({"uri": uri, "diagnostics": []})
    }

    /// Lists what can be typed.
    pub fn completion(&self, text: &str, suggestions: &Suggestions) -> Value {
        let positions = self.positions(text);
        let item = |(order, one): (usize, &Suggestion)| {
            let typed = &text[one.replaces.clone()];
            // Editors compare what is typed with this; a mark that opens the words is typed too.
            let mark = typed.chars().next().filter(|c| matches!(c, '"' | '\''));
            let filter = format!("{}{}", mark.map_or(String::new(), String::from), one.label);
            lsp::CompletionItem {
                label: one.label.to_string(),
                kind: Some(completion_kind(one.kind)),
                detail: one.detail.as_ref().map(ToString::to_string),
                documentation: one
                    .documentation
                    .as_ref()
                    .map(|text| lsp::Documentation::String(text.to_string())),
                sort_text: Some(format!("{order:05}")),
                filter_text: Some(filter),
                text_edit: Some(lsp::CompletionTextEdit::Edit(lsp::TextEdit {
                    range: positions.range(&one.replaces),
                    new_text: one.insert.clone(),
                })),
                ..lsp::CompletionItem::default()
            }
        };
        let items = suggestions.list.iter().enumerate().map(item).collect();
        value(&lsp::CompletionList { is_incomplete: suggestions.is_cut, items })
    }

    /// Says what is known of a thing.
    pub fn hover(&self, text: &str, hover: Option<HoverText>) -> Value {
        let Some(hover) = hover else { return Value::Null };
        let kind = if self.client.shows_markdown {
            lsp::MarkupKind::Markdown
        } else {
            lsp::MarkupKind::PlainText
        };
        let contents = lsp::MarkupContent { kind, value: hover.markdown };
        value(&lsp::Hover {
            contents: lsp::HoverContents::Markup(contents),
            range: Some(self.positions(text).range(&hover.bytes)),
        })
    }

    /// Says where something is.
    pub fn place(&self, place: Option<&FilePlace>) -> Value {
        place.map_or(Value::Null, |place| self.location(place))
    }

    /// Lists places.
    pub fn places(&self, places: &[FilePlace]) -> Value {
        places.iter().map(|place| self.location(place)).collect()
    }

    fn location(&self, place: &FilePlace) -> Value {
        let range = self.positions(&place.text).range(&place.bytes);
        json!({"uri": self.uri(&place.path), "range": range})
    }

    /// Lists places in a document, and whether a thing is given there.
    pub fn highlights(&self, text: &str, places: &[(Range<usize>, bool)]) -> Value {
        let positions = self.positions(text);
        let highlight = |(bytes, is_definition): &(Range<usize>, bool)| json!({"range": positions.range(bytes), "kind": if *is_definition { 3 } else { 2 }});
        places.iter().map(highlight).collect()
    }

    /// Gives a range.
    pub fn range(&self, text: &str, bytes: &Range<usize>) -> Value {
        value(&self.positions(text).range(bytes))
    }

    /// Gives edits of several files.
    pub fn changes(&self, changes: &[FileChange]) -> Value {
        let edits = |change: &FileChange| -> Vec<lsp::TextEdit> {
            let positions = self.positions(&change.text);
            let edit = |(bytes, new_text): &(Range<usize>, String)| lsp::TextEdit {
                range: positions.range(bytes),
                new_text: new_text.clone(),
            };
            change.replaced.iter().map(edit).collect()
        };
        if self.client.takes_versions {
            let changes: Vec<Value> = changes
                .iter()
                .map(|change| {
                    let open = (self.open)(&change.path);
                    let version = open.as_ref().map(|(_, version)| *version);
                    let uri = open.map_or_else(|| uri_of(&change.path), |(uri, _)| uri);
                    json!({
                        "textDocument": {"uri": uri, "version": version},
                        "edits": edits(change),
                    })
                })
                .collect();
            return json!({"documentChanges": changes});
        }
        let changes: HashMap<String, Vec<lsp::TextEdit>> =
            changes.iter().map(|change| (self.uri(&change.path), edits(change))).collect();
        json!({"changes": changes})
    }

    /// Lists the outline of a document.
    pub fn symbols(&self, uri: &str, text: &str, outline: &[OutlineEntry]) -> Value {
        let positions = self.positions(text);
        if self.client.nests_symbols {
            return outline.iter().map(|entry| nested(&positions, entry)).collect();
        }
        let flat = outline.iter().flat_map(|section| {
            let children = section.children.iter().map(|child| (child, Some(&section.name)));
            std::iter::once((section, None)).chain(children)
        });
        flat.map(|(entry, container)| {
            json!({
                "name": entry.name.as_str(),
                "kind": symbol_kind(entry.kind),
                "location": {"uri": uri, "range": positions.range(&entry.whole)},
                "containerName": container.map(Text::as_str),
            })
        })
        .collect()
    }

    /// Lists the links of a document.
    pub fn links(&self, text: &str, links: &[FollowedLink]) -> Value {
        let positions = self.positions(text);
        let link = |link: &FollowedLink| {
            let target = match &link.leads_to {
                LinkedTo::Web(address) => address.clone(),
                LinkedTo::File(path) => self.uri(path),
                LinkedTo::Place(place) => {
                    let start = self.positions(&place.text).position(place.bytes.start);
                    let (line, column) = (start.line + 1, start.character + 1);
                    format!("{}#L{line},{column}", self.uri(&place.path))
                }
            };
            json!({"range": positions.range(&link.bytes), "target": target})
        };
        links.iter().map(link).collect()
    }
}

fn problem_in(positions: &Positions<'_>, problem: &PlacedProblem) -> Value {
    json!({
        "range": positions.range(&problem.bytes),
        "severity": if problem.is_error { 1 } else { 2 },
        "code": problem.rule.name(),
        "source": "topline",
        "message": problem.message.as_str(),
    })
}

fn nested(positions: &Positions<'_>, entry: &OutlineEntry) -> Value {
    let children: Vec<Value> =
        entry.children.iter().map(|child| nested(positions, child)).collect();
    json!({
        "name": entry.name.as_str(),
        "detail": entry.detail.as_str(),
        "kind": symbol_kind(entry.kind),
        "range": positions.range(&entry.whole),
        "selectionRange": positions.range(&entry.key),
        "children": children,
    })
}

fn completion_kind(kind: SuggestionKind) -> lsp::CompletionItemKind {
    match kind {
        SuggestionKind::Field => lsp::CompletionItemKind::FIELD,
        SuggestionKind::Item => lsp::CompletionItemKind::REFERENCE,
        SuggestionKind::Party => lsp::CompletionItemKind::VARIABLE,
        SuggestionKind::Word => lsp::CompletionItemKind::ENUM_MEMBER,
        SuggestionKind::Quotation => lsp::CompletionItemKind::TEXT,
        SuggestionKind::File => lsp::CompletionItemKind::FILE,
    }
}

fn symbol_kind(kind: OutlineKind) -> lsp::SymbolKind {
    match kind {
        OutlineKind::Section => lsp::SymbolKind::NAMESPACE,
        OutlineKind::Party => lsp::SymbolKind::VARIABLE,
        OutlineKind::Quote => lsp::SymbolKind::STRING,
        OutlineKind::Claim => lsp::SymbolKind::PROPERTY,
        OutlineKind::Ask => lsp::SymbolKind::EVENT,
    }
}

/// Returns a value as JSON. What the protocol is made of has no value that JSON cannot hold.
fn value<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
