//! The exact words of quotes as Web Annotations (W3C, Web Annotation Data Model): what they are of is
//! the page of the source, or its saved text if the brief gives no web address.

use serde::Serialize;

use crate::brief::{Brief, Quote};
use crate::evidence::{Evidence, SourceWords};
use crate::library::Entry;
use crate::text::{Text, relative_address, web_address};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// One quote as an annotation.
#[derive(Serialize)]
pub struct Annotation {
    #[serde(rename = "@context")]
    context: &'static str,
    /// The address of the quote in the library: `nca-holyrood/q3`.
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<TextualBody>,
    target: Vec<SpecificResource>,
}

/// What is said about the words.
#[derive(Serialize)]
struct TextualBody {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
}

/// Words of a source that stand together.
#[derive(Serialize)]
struct SpecificResource {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: Vec<Selector>,
}

/// How the words are found again.
#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    /// By the words, and those beside them.
    TextQuoteSelector {
        exact: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        prefix: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
    },
    /// By their characters, counted from 0, after a byte order mark.
    TextPositionSelector { start: usize, end: usize },
}

/// Why a quote with exact words has no annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnnotated {
    /// Its words are not in the source.
    Failed,
    /// The source has neither a web address nor a saved text.
    NoTarget,
}

impl Annotation {
    /// Returns the annotation of `quote`, which has exact words and is in the brief of `entry`.
    ///
    /// # Errors
    ///
    /// Returns why it has none.
    pub fn new(entry: &Entry, brief: &Brief, quote: &Quote) -> Result<Self, NotAnnotated> {
        let words = entry.evidence().source_words(quote);
        if words.is_empty() {
            return Err(NotAnnotated::Failed);
        }
        let target = Target::new(brief, entry.evidence()).ok_or(NotAnnotated::NoTarget)?;
        let name = |id| Some(brief.party(id)?.styled_name().to_string());
        let speakers: Vec<String> = quote.by.parties().iter().filter_map(name).collect();
        let speakers =
            if speakers.is_empty() { "the source".to_owned() } else { speakers.join(", ") };
        let speaker = TextualBody::new("describing", speakers);
        let note = quote.note.iter().map(|note| TextualBody::new("commenting", note.to_string()));
        Ok(Self {
            context: CONTEXT,
            id: brief.anchor(&quote.id).to_string(),
            kind: "Annotation",
            motivation: "describing",
            body: std::iter::once(speaker).chain(note).collect(),
            target: words.into_iter().map(|words| target.words(words)).collect(),
        })
    }
}

impl TextualBody {
    fn new(purpose: &'static str, value: String) -> Self {
        Self { kind: "TextualBody", purpose, value, format: "text/plain" }
    }
}

/// What is annotated.
struct Target<'a> {
    address: String,
    /// The evidence, if what is annotated is the saved text, in which characters can be counted.
    counted: Option<&'a Evidence>,
}

impl<'a> Target<'a> {
    fn new(brief: &Brief, evidence: &'a Evidence) -> Option<Self> {
        let source = &brief.source;
        match (source.url.as_deref().and_then(web_address), &source.text) {
            (Some(address), _) => Some(Self { address, counted: None }),
            (None, Some(text)) => {
                Some(Self { address: relative_address(text), counted: Some(evidence) })
            }
            (None, None) => None,
        }
    }

    fn words(&self, words: SourceWords) -> SpecificResource {
        let beside = |text: Text| Some(text.to_string()).filter(|text| !text.is_empty());
        let spans = words.bytes.as_slice();
        let places = self.counted.map_or_else(Vec::new, |evidence| evidence.characters(spans));
        let quoted = Selector::TextQuoteSelector {
            exact: words.exact.to_string(),
            prefix: beside(words.prefix),
            suffix: beside(words.suffix),
        };
        let counted =
            places.into_iter().map(|[start, end]| Selector::TextPositionSelector { start, end });
        SpecificResource {
            kind: "SpecificResource",
            source: self.address.clone(),
            selector: std::iter::once(quoted).chain(counted).collect(),
        }
    }
}
