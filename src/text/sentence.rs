//! Cuts text into sentences.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Returns the bytes of each sentence of `text`, by Unicode UAX #29, each with the space after it.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_sentence_bound_indices().map(|(start, sentence)| start..start + sentence.len())
}

/// Returns whether `text` ends a sentence: in any script a full stop, a question mark or the like by
/// UAX #29, with the marks after it that close a quotation or a bracket; or a colon, a semicolon or an
/// ellipsis, after which a full stop would be one mark too many.
pub fn ends_sentence(text: &str) -> bool {
    // The sentence ends where the rules would begin another one before a capital letter.
    let followed = format!("{text} A");
    let begins = followed.split_sentence_bound_indices().last().map_or(0, |(start, _)| start);
    let last = text.trim_end_matches(is_closing).chars().next_back();
    let is_stop =
        last.is_some_and(|c| c.nfkc().last().is_some_and(|c| matches!(c, ':' | ';' | '.' | '؛')));
    begins == followed.len() - 1 || is_stop
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»' | '」' | '』' | '）')
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

    #[test]
    fn knows_the_end_of_a_sentence_in_any_script() {
        for ended in [
            "Done.",
            "Is it?”",
            "he said “no.”",
            "et cetera…",
            "(see the annex.)",
            "U.S.",
            "何ですか？",
            "終わり。",
            "「終わり。」",
            "هل هذا صحيح؟",
            "यह सही है।",
            "Ավարտ։",
            "ends:",
            "ends;",
            "終わり：",
            "ends：",
            "wow!",
        ] {
            assert!(ends_sentence(ended), "{ended}");
        }
        for open in [
            "a code by June",
            "quoted ‘word’",
            "3.5",
            "under the Act (2019)",
            "終わり",
            "",
            "東京（港）",
        ] {
            assert!(!ends_sentence(open), "{open}");
        }
    }
}
