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
    let last = text.trim_end_matches(is_closing).chars().next_back();
    let is_stop =
        last.is_some_and(|c| c.nfkc().last().is_some_and(|c| matches!(c, ':' | ';' | '.' | '؛')));
    // Nothing ends after a plain letter or digit, which saves reading the text again.
    is_stop || (!text.ends_with(|c: char| c.is_ascii_alphanumeric()) && ends_before_capital(text))
}

/// Returns whether the rules would begin another sentence after `text` with a capital letter.
fn ends_before_capital(text: &str) -> bool {
    let followed = format!("{text} A");
    let begins = followed.split_sentence_bound_indices().last().map_or(0, |(start, _)| start);
    begins == followed.len() - 1
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»' | '」' | '』' | '）')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_sentence_ends_after_a_plain_letter_or_digit(text in "\\PC{0,20}[.!?”)\u{a0}]{0,3}[a-zA-Z0-9]") {
            prop_assert!(!ends_before_capital(&text));
        }
    }

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
