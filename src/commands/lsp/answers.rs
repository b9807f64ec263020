//! The answers to requests about an open brief.

use serde_json::Value;

use super::documents::OpenDocument;
use super::lines::{LinePosition, LineTable};
use super::protocol::{ClientRequest, DocumentPlace, Replies, RequestRefused, wanted_fixes};
use super::view::BriefView;
use super::{LspSettings, actions, completion, hover, links, navigation, rename, symbols};
use crate::brief::Date;

/// What is needed to answer a request about an open brief.
pub struct Answers<'a> {
    /// The address of the brief.
    pub uri: &'a str,
    /// The brief, as the editor has it.
    pub document: &'a OpenDocument,
    /// The same, with what is known around it.
    pub view: BriefView<'a>,
    /// Makes the answers.
    pub replies: Replies<'a>,
    /// The settings of the server.
    pub settings: &'a LspSettings,
}

impl Answers<'_> {
    /// Answers a request. One that is about no document has no answer here.
    ///
    /// # Errors
    ///
    /// The request cannot be carried out as things are.
    pub fn answer(&self, request: &ClientRequest) -> Result<Value, RequestRefused> {
        let Self { view, replies, settings, .. } = self;
        let (text, sources) = (view.text, &settings.sources);
        Ok(match request {
            ClientRequest::Completion(place) => {
                replies.completion(text, &completion::complete(view, self.byte(place)))
            }
            ClientRequest::Hover(place) => self.hover(place),
            ClientRequest::Definition(place) => {
                let found = navigation::definition(view, self.byte(place), sources);
                replies.place(found.as_ref())
            }
            ClientRequest::References(place, with_definition) => {
                let found = navigation::references(view, self.byte(place), *with_definition);
                replies.places(&found)
            }
            ClientRequest::Highlights(place) => {
                replies.highlights(text, &navigation::highlights(view, self.byte(place)))
            }
            ClientRequest::PrepareRename(place) => {
                let bytes = rename::renamed_bytes(view, self.byte(place));
                replies.range(text, &bytes.map_err(RequestRefused::failed)?)
            }
            ClientRequest::Rename(place, name) => {
                let changes = rename::rename(view, self.byte(place), name);
                replies.changes(&changes.map_err(RequestRefused::failed)?)
            }
            ClientRequest::Symbols(_) => replies.symbols(self.uri, text, &symbols::outline(view)),
            ClientRequest::Links(_) => replies.links(text, &links::links(view, sources)),
            ClientRequest::Actions(start, end, kinds) => {
                self.actions(start, *end, kinds.as_deref())
            }
            ClientRequest::Initialize(_) | ClientRequest::Shutdown => Value::Null,
        })
    }

    /// Returns the byte of the text at a place.
    fn byte(&self, place: &DocumentPlace) -> usize {
        let unit = self.replies.client.unit;
        LineTable::new(self.view.text).byte(self.view.text, place.position, unit)
    }

    fn hover(&self, place: &DocumentPlace) -> Value {
        let is_current = self.document.told == Some(self.document.version);
        let problems = if is_current { self.document.problems.as_slice() } else { &[] };
        let hover = hover::hover(&self.view, self.byte(place), problems);
        self.replies.hover(self.view.text, hover)
    }

    fn actions(&self, start: &DocumentPlace, end: LinePosition, kinds: Option<&[String]>) -> Value {
        // The places of fixes are those of the text that was checked.
        if self.document.checked != Some(self.document.version) {
            return Value::Null;
        }
        let end = DocumentPlace { position: end, ..start.clone() };
        let range = self.byte(start)..self.byte(&end);
        let (levels, wanted) = (&self.settings.levels, wanted_fixes(kinds));
        let fixes = actions::offered(&self.view, &range, wanted, levels, Date::today());
        self.replies.actions(self.view.path, self.view.text, &fixes)
    }
}
