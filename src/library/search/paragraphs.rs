//! The paragraphs of a source’s text, folded for search.

use std::ops::Range;

use crate::evidence::SourceText;
use crate::text::{FoldedText, Needle, Text, fold_for_search};

/// The paragraphs of a source’s text. Only their folded words are kept: those that match are few, and
/// are folded again with their places.
#[derive(Clone, Debug, Default)]
pub struct FoldedParagraphs {
    folded: String,
    /// Where each paragraph ends in the folded text.
    ends: Vec<usize>,
}

impl FoldedParagraphs {
    /// Folds the paragraphs of `text`.
    pub fn new(text: &SourceText) -> Self {
        let mut paragraphs = Self::default();
        for range in text.paragraphs() {
            paragraphs.folded += &fold_for_search(&text.as_str()[range.clone()]);
            paragraphs.ends.push(paragraphs.folded.len());
        }
        paragraphs
    }

    /// Returns whether no paragraph has these words.
    pub fn lack(&self, needle: &Needle) -> bool {
        !needle.may_be_in(&self.folded)
    }

    /// Returns the number of paragraphs.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether the paragraph at `index` of `text`, whose paragraphs these are, has these words.
    pub fn has(&self, index: usize, text: &SourceText, needle: &Needle) -> bool {
        needle.may_be_in(&self.folded[self.range(index)])
            && paragraph(text, index)
                .is_some_and(|paragraph| FoldedText::new(&paragraph).contains(needle))
    }

    fn range(&self, index: usize) -> Range<usize> {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[index]
    }
}

/// Returns the paragraph of `text` at `index`, on one line. Its bytes are those of the text.
pub fn paragraph(text: &SourceText, index: usize) -> Option<Text> {
    let range = text.paragraphs().get(index)?.clone();
    Some(text.as_str()[range].replace(['\n', '\t'], " ").into())
}
