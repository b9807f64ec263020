//! Where the sentences of a source begin and end, for whoever reads or quotes it by sentence.

use std::ops::Range;

use super::SourceText;
use super::stops::takes_point;
use crate::text;

impl SourceText {
    /// Returns the bytes of each sentence of a paragraph, counted from 1, in order and without the space
    /// around it. Every word of the paragraph is in one of them.
    ///
    /// Sentences are cut by Unicode UAX #29, but the end of a line ends none, nor does the point of a
    /// title or an initial, and one does not begin with a small letter: `“Why?” he asked.` is one.
    pub fn sentences(&self, paragraph: usize) -> Vec<Range<usize>> {
        let index = paragraph.checked_sub(1);
        let Some(bytes) = index.and_then(|index| self.paragraphs().get(index)) else {
            return Vec::new();
        };
        let on_one_line =
            |c: char| if is_line_end(c) { " ".repeat(c.len_utf8()) } else { c.into() };
        let line: String = self.as_str()[bytes.clone()].chars().map(on_one_line).collect();
        let mut found: Vec<Range<usize>> = Vec::new();
        for piece in text::sentences(&line) {
            match found.last_mut() {
                Some(last) if is_one(&line[last.clone()], &line[piece.clone()]) => {
                    last.end = piece.end;
                }
                _ => found.push(piece),
            }
        }
        let trimmed = found.into_iter().map(|sentence| {
            let words = &line[sentence.clone()];
            let start = bytes.start + sentence.end - words.trim_start().len();
            start..start + words.trim().len()
        });
        trimmed.filter(|sentence| !sentence.is_empty()).collect()
    }

    /// Counts the sentences that begin within these bytes.
    pub fn sentences_in(&self, bytes: &Range<usize>) -> usize {
        let paragraphs = self.paragraph_at(bytes.start)..=self.paragraph_at(bytes.end);
        let sentences = paragraphs.flat_map(|number| self.sentences(number as usize));
        sentences.filter(|sentence| bytes.contains(&sentence.start)).count()
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Whether two pieces of a line, one after the other, are one sentence.
fn is_one(before: &str, next: &str) -> bool {
    let first = next.chars().find(|c| c.is_alphanumeric());
    !before.contains(char::is_alphabetic)
        || first.is_none_or(char::is_lowercase)
        || before.trim_end().strip_suffix('.').is_some_and(ends_in_abbreviation)
}

fn ends_in_abbreviation(before: &str) -> bool {
    takes_point(before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = SourceText::new(text);
        let sentences = text.sentences(text.paragraphs().len());
        let found: Vec<&str> =
            sentences.into_iter().map(|sentence| &text.as_str()[sentence]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_runs_over_the_ends_of_lines() {
        check(
            "A title\n\nBoats sail at\nnight. We\nknow. ",
            &["Boats sail at\nnight.", "We\nknow."],
        );
    }

    #[test]
    fn a_quotation_is_cut_like_any_other_text() {
        check(
            "“We act. We do,” said Mr. Vale. “Why?” he asked. “No.”",
            &["“We act.", "We do,” said Mr. Vale.", "“Why?” he asked.", "“No.”"],
        );
        check("J. Marsh left. “Gone!” She saw.", &["J. Marsh left.", "“Gone!”", "She saw."]);
    }

    #[test]
    fn a_mark_or_a_number_alone_is_no_sentence() {
        check("• Boats sail. …", &["• Boats sail. …"]);
        check("1. Boats sail. 2. They sink.", &["1. Boats sail.", "2. They sink."]);
        check("—", &["—"]);
    }

    proptest! {
        #[test]
        fn every_word_is_in_one_sentence(raw in "(\\PC|[ \n\t.?!“”‘’\"a-cA-C\u{a0}\u{2028}]){0,120}") {
            let text = SourceText::new(&raw);
            let mut kept = String::new();
            let mut end = 0;
            for number in 1..=text.paragraphs().len() {
                for sentence in text.sentences(number) {
                    prop_assert!(end <= sentence.start && sentence.start < sentence.end);
                    end = sentence.end;
                    kept += &text.as_str()[sentence];
                }
            }
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&kept), solid(text.as_str()));
        }
    }
}
