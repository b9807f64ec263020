//! The words of a quote as its source has them, for those who look for them in the source itself.

use std::ops::Range;

use super::proposal::BESIDE;
use super::{Evidence, State};
use crate::brief::Quote;
use crate::evidence::source::SourceText;
use crate::text::{Text, is_double_mark};

/// Words of a source that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceWords {
    /// The words on one line, as the source has them; as the brief gives them if the text of the
    /// source is not available.
    pub exact: Text,
    /// A few words before them in their paragraph, on one line, with the space that separates them; or
    /// those that the brief gives.
    pub prefix: Text,
    /// A few words after them in their paragraph, likewise.
    pub suffix: Text,
    /// Their bytes in the text of the source, if it is available.
    pub bytes: Option<Range<usize>>,
}

impl Evidence {
    /// Returns the words of `quote` in the order of the source: several if words between them are
    /// left out, none if it has no exact words or they failed.
    pub fn source_words(&self, quote: &Quote) -> Vec<SourceWords> {
        let finding = self.findings.get(&quote.id);
        let (Some(exact), false) = (quote.words.exact(), self.state(&quote.id) == State::Failed)
        else {
            return Vec::new();
        };
        match (&self.text, finding) {
            (Some(text), Some(finding)) if !finding.spans.is_empty() => {
                finding.spans.iter().map(|bytes| from_text(text, bytes)).collect()
            }
            _ => from_quote(exact, quote),
        }
    }
}

fn from_text(text: &SourceText, bytes: &Range<usize>) -> SourceWords {
    let number = text.paragraph_at(bytes.start) as usize;
    let around = text.paragraphs().get(number - 1).unwrap_or(bytes);
    let before = &text.as_str()[around.start.min(bytes.start)..bytes.start];
    let after = &text.as_str()[bytes.end..around.end.max(bytes.end)];
    SourceWords {
        exact: text.on_one_line(bytes),
        prefix: on_one_line(&before[start_of_last_words(before)..]),
        suffix: on_one_line(&after[..end_of_first_words(after)]),
        bytes: Some(bytes.clone()),
    }
}

/// Returns the words of `exact` that the speaker surely said: those between the marks of an editor.
fn from_quote(exact: &str, quote: &Quote) -> Vec<SourceWords> {
    let plain = exact.replace("...", "…");
    let parts =
        plain.split(['…', '[']).map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    let parts = parts.map(|part| Text::flow(part.trim_matches(is_edge)));
    let mut words: Vec<SourceWords> = parts
        .filter(|part| part.contains(char::is_alphanumeric))
        .map(|exact| SourceWords {
            exact,
            prefix: Text::default(),
            suffix: Text::default(),
            bytes: None,
        })
        .collect();
    if let (Some(first), Some(prefix)) = (words.first_mut(), &quote.prefix) {
        first.prefix = prefix.clone();
    }
    if let (Some(last), Some(suffix)) = (words.last_mut(), &quote.suffix) {
        last.suffix = suffix.clone();
    }
    words
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || is_double_mark(c)
}

/// Returns where the last few words of `text` begin.
fn start_of_last_words(text: &str) -> usize {
    let mut starts = word_starts(text).rev();
    starts.nth(BESIDE - 1).unwrap_or(0)
}

/// Returns where the first few words of `text` end.
fn end_of_first_words(text: &str) -> usize {
    let next = word_starts(text).nth(BESIDE).unwrap_or(text.len());
    text[..next].trim_end().len()
}

/// Returns where words begin: after white space, or at the start.
fn word_starts(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let is_start = |&(at, c): &(usize, char)| {
        !c.is_whitespace() && text[..at].chars().next_back().is_none_or(char::is_whitespace)
    };
    text.char_indices().filter(is_start).map(|(at, _)| at)
}

/// Puts a space for each run of white space, also at the edges.
fn on_one_line(text: &str) -> Text {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    Text::new(&line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{self, Id};

    fn words(exact: &str, text: Option<&str>) -> Vec<(String, String, String)> {
        let yaml = format!(
            "summary: x\nsource: {{title: x, publisher: x, text: x.txt}}\n\
             organisations: {{board: Harbour Board}}\n\
             quotes:\n  q1: {{form: direct, by: board, prefix: 'said:', exact: \"{exact}\"}}\n"
        );
        let brief = brief::read(&Id::of_file("x"), yaml.as_bytes()).brief.unwrap();
        let evidence = Evidence::gather(&brief, text.map(SourceText::new), None);
        let quote = brief.quotes.iter().next().unwrap();
        let words = evidence.source_words(quote).into_iter();
        words.map(|w| (w.exact.to_string(), w.prefix.to_string(), w.suffix.to_string())).collect()
    }

    fn expected(words: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
        words.iter().map(|(a, b, c)| ((*a).into(), (*b).into(), (*c).into())).collect()
    }

    #[test]
    fn are_the_sources_own_if_its_text_is_available() {
        let text = "Title\n\nThe Harbour Board said: “We saw 84\nboats, all of them small, and 31 had no light.”";
        assert_eq!(
            words("We saw 84 boats […] and 31 had no light.", Some(text)),
            expected(&[
                ("We saw 84 boats", "The Harbour Board said: “", ", all of them small, and"),
                ("and 31 had no light", "84 boats, all of them small, ", ".”"),
            ])
        );
    }

    #[test]
    fn are_those_between_an_editors_marks_if_there_is_no_text() {
        assert_eq!(
            words("We saw ... [the] boats and [T]hat is bad", None),
            expected(&[("We saw", "said:", ""), ("boats and", "", ""), ("hat is bad", "", "")])
        );
    }

    #[test]
    fn there_are_none_of_a_quote_that_failed() {
        assert_eq!(
            words("We saw 48 boats.", Some("The Harbour Board said: “We saw 84 boats.”")),
            []
        );
    }
}
