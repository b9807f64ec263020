//! Whether the words and figures of a brief stand in its source.

mod figures;
mod ground;
mod marks;
mod matching;
mod names;
mod nearest;
mod normal;
mod pattern;
mod qualifiers;
mod quotation;
mod source_text;
mod voices;
mod words;

use std::collections::HashMap;
use std::ops::Range;

pub use source_text::SourceText;

use crate::brief::{Brief, Date, Id, Problem};
use ground::Ground;

/// What is known of a quote's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// They stand in the source's text, which is here.
    Verified,
    /// They stood in the source's text on this day; the text is not here.
    Locked(Date),
    /// Neither the text nor a lock is here. A quote without exact words has none to verify, and is
    /// always in this state.
    Unverified,
    /// The text is here and they do not stand in it, or they have changed since they were locked.
    Failed,
}

/// Where a quote was found in its source, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is known of its words.
    pub state: State,
    /// The paragraphs of the source it is in, counted from 1, in order: those found in the text,
    /// else the one that the brief names.
    pub paragraphs: Vec<u32>,
    /// The bytes of the source's text that its words take up, in order; more than one range where
    /// an ellipsis parts them. Empty where they were not found, or where the quote has no
    /// exact words.
    pub spans: Vec<Range<usize>>,
}

/// All that is known of how one brief rests on its source.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The source's text, where it is here.
    pub text: Option<SourceText>,
    /// What was found of each quote.
    pub findings: HashMap<Id, Finding>,
    /// What is wrong with the brief's words and figures.
    pub problems: Vec<Problem>,
}

impl Evidence {
    /// Looks for every quote of `brief` in `text`.
    #[must_use]
    pub fn gather(brief: &Brief, text: Option<SourceText>) -> Self {
        let mut findings = HashMap::new();
        let mut problems = Vec::new();
        let ground = text.as_ref().map(|text| Ground::of(text, brief));
        for quote in brief.quotes.values() {
            let paragraphs = quote.paragraph.into_iter().collect();
            let unverified = Finding { state: State::Unverified, paragraphs, spans: Vec::new() };
            let finding = match (&ground, quote.words.exact()) {
                (Some(ground), Some(exact)) => {
                    let verdict = quotation::verify(ground, brief, quote, exact);
                    problems.extend(verdict.problem);
                    verdict.finding
                }
                _ => unverified,
            };
            findings.insert(quote.id.clone(), finding);
        }
        Self { text, findings, problems }
    }
}
