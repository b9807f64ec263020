//! Sentences of a source that somebody chooses: whose words they are, and the quote that a brief could
//! make of them.

mod draft;
mod speakers;
mod trial;

use std::ops::Range;

pub use draft::{DraftQuote, MissingSpeaker};
pub use speakers::ExcerptSpeaker;

use super::index::SourceIndex;
use super::proposal::is_mark_or_space;
use super::source::SourceText;
use crate::brief::Brief;
use crate::text::Text;

/// Words of the source of a brief.
pub struct Excerpt<'a> {
    brief: &'a Brief,
    source: SourceIndex<'a>,
    bytes: Range<usize>,
}

impl<'a> Excerpt<'a> {
    /// Reads `text`, the source of `brief`, for what is at these bytes of it.
    pub fn new(brief: &'a Brief, text: &'a SourceText, bytes: Range<usize>) -> Self {
        Self { brief, source: SourceIndex::new(text, brief), bytes }
    }

    /// Returns the words on one line. Quotation marks around all of them are left out; a quotation that
    /// began before them or goes on after them is closed within them.
    pub fn words(&self) -> Text {
        let text = self.source.text;
        let Range { start, end } = self.bytes;
        let is_blank = |bytes: Range<usize>| text.as_str()[bytes].chars().all(is_mark_or_space);
        let spans = self.source.speech.quoted_spans.iter().map(|span| &span.bytes);
        let spans = spans.filter(|span| span.start < end && start < span.end);
        let (mut before, mut after) = ("", "");
        for span in spans {
            let from_start = span.start <= start || is_blank(start..span.start);
            let to_end = end <= span.end || is_blank(span.end..end);
            if from_start && to_end {
                return text.on_one_line(&(start.max(span.start)..end.min(span.end)));
            }
            // The mark before a span is not one of its bytes.
            if span.start < start {
                before = "“";
            }
            if end <= span.end {
                after = "”";
            }
        }
        Text::flow(&format!("{before}{}{after}", text.on_one_line(&self.bytes)))
    }

    /// Returns the paragraphs that the words are in, counted from 1.
    pub fn paragraphs(&self) -> Vec<u32> {
        let last = self.bytes.end.saturating_sub(1).max(self.bytes.start);
        let text = self.source.text;
        (text.paragraph_at(self.bytes.start)..=text.paragraph_at(last)).collect()
    }

    /// Returns how many voices say any of the words: a quote has those of one.
    pub fn voices(&self) -> usize {
        let mut voices = Vec::new();
        for (_, voice) in speakers::spoken_parts(&self.source, &self.bytes) {
            if !voices.contains(&&voice.speakers) {
                voices.push(&voice.speakers);
            }
        }
        voices.len()
    }

    /// Returns who says the words, all of them, as the map of speech has it; [`None`] if nobody speaks,
    /// or several people do.
    pub fn speaker(&self) -> Option<ExcerptSpeaker> {
        let spoken = speakers::spoken(&self.source, self.brief, &self.bytes)?;
        Some(ExcerptSpeaker::new(self.brief, &spoken))
    }
}
