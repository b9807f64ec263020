//! Cuts text into sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Returns the bytes of each sentence of `text`, by Unicode UAX #29, each with the space after it.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_sentence_bound_indices().map(|(start, sentence)| start..start + sentence.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_a_sentence_after_its_space() {
        let text = "It cost 3.5 pounds. “Too much?” No.";
        let cut: Vec<_> = sentences(text).map(|range| &text[range]).collect();
        assert_eq!(cut, ["It cost 3.5 pounds. ", "“Too much?” ", "No."]);
    }
}
