//! Passages: the sentences and the figures of one paragraph, read once for every rule.

use std::ops::Range;

use super::sentences::{Sentence, sentences};
use crate::evidence::figures::{FigureSet, figures_in};
use crate::evidence::source::words::Tokens;

/// What the rules look for in a paragraph of a source, or in the words of a quote whose source is
/// not available.
pub struct PassageIndex {
    /// Its sentences. Each line of a hard-wrapped text is at least one.
    pub sentences: Vec<Sentence>,
    /// Its figures. One that runs over the end of a sentence is whole here.
    pub figures: FigureSet,
}

impl PassageIndex {
    /// Reads the passage in these bytes of `text`.
    pub fn new(text: &str, tokens: &Tokens, bytes: &Range<usize>) -> Self {
        Self {
            sentences: sentences(text, tokens, bytes),
            figures: FigureSet::new(figures_in(text, tokens, tokens.within(bytes))),
        }
    }

    /// Reads a text that is one passage.
    pub fn from_text(text: &str) -> Self {
        Self::new(text, &Tokens::new(text), &(0..text.len()))
    }
}
