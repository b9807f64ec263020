//! What a text holds in quotation marks, as quotes that a brief could make of it.

use std::ops::Range;

use crate::brief::{Form, Id, Quote, Speakers, Words};
use crate::evidence::source::SourceText;
use crate::evidence::source::normal::is_single_mark;
use crate::evidence::speech::{Certainty, SpeechMap, Stretch, Voice};
use crate::text::{Text, is_double_mark, sentences};

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedQuotation {
    /// The words on one line, without the marks and without a comma at their end.
    pub exact: Text,
    /// Direct if they make at least a sentence, else partial.
    pub form: Form,
    /// Their paragraph, counted from 1.
    pub paragraph: u32,
    /// Whether the text does not make sure who speaks.
    pub inferred: bool,
    /// The words before them in their paragraph: a few, on one line.
    pub before: Text,
    /// The words after them in their paragraph: a few, on one line.
    pub after: Text,
}

impl ProposedQuotation {
    /// Returns the quotation as a quote by these parties.
    pub fn quote(&self, id: Id, by: Vec<Id>) -> Quote {
        let exact = self.exact.clone();
        let words = match self.form {
            Form::Direct => Words::Direct(exact),
            _ => Words::Partial(exact),
        };
        let quote = Quote::new(id, words, Speakers::new(by));
        Quote { paragraph: Some(self.paragraph), inferred: self.inferred, ..quote }
    }
}

/// The stretches that quotations can be made of, in the order of the text: those in quotation
/// marks, and each paragraph without marks that somebody surely speaks.
pub fn stretches<'a>(text: &SourceText, speech: &'a SpeechMap) -> Vec<(Range<usize>, &'a Voice)> {
    let mut found: Vec<(Range<usize>, &Voice)> = Vec::new();
    let surely = |stretch: &&Stretch| stretch.voice.certainty > Certainty::Unknown;
    for stretch in speech.unmarked().iter().filter(surely) {
        let first = text.paragraph_at(stretch.bytes.start) as usize - 1;
        let paragraphs = text.paragraphs()[first..].iter();
        let own = paragraphs.take_while(|paragraph| paragraph.start < stretch.bytes.end);
        let parts = own.map(|paragraph| {
            paragraph.start.max(stretch.bytes.start)..paragraph.end.min(stretch.bytes.end)
        });
        let parts = parts.filter(|part| part.start < part.end);
        found.extend(parts.map(|part| (beginning(text, part), &stretch.voice)));
    }
    let unmarked = |bytes: &Range<usize>| {
        let stretches = speech.unmarked();
        let after = stretches.partition_point(|one| one.bytes.start <= bytes.start);
        after.checked_sub(1).is_some_and(|at| bytes.end <= stretches[at].bytes.end)
    };
    let quoted = speech.quoted().filter(|(span, _)| !unmarked(&span.bytes));
    found.extend(quoted.map(|(span, voice)| (span.bytes.clone(), voice)));
    found.sort_by_key(|(bytes, _)| bytes.start);
    found
}

/// The first sentences of a part of a text: as many as are at most this many bytes, at least one.
fn beginning(text: &SourceText, part: Range<usize>) -> Range<usize> {
    const LONG: usize = 400;
    let words = &text.as_str()[part.clone()];
    let start = part.start + (words.len() - words.trim_start().len());
    let ends = || sentences(words).map(|sentence| part.start + sentence.end);
    let fitting = ends().take_while(|end| *end <= start + LONG).last();
    start..fitting.or_else(|| ends().next()).unwrap_or(part.end)
}

/// The quotation that is made of these bytes of `text`.
pub fn quotation(text: &SourceText, bytes: &Range<usize>, inferred: bool) -> ProposedQuotation {
    let bytes = &behind_marks(text, bytes);
    let raw = &text.as_str()[bytes.clone()];
    let paragraph = text.paragraph_at(bytes.start);
    let around = text.paragraphs().get(paragraph as usize - 1).unwrap_or(bytes);
    let before = &text.as_str()[around.start.min(bytes.start)..bytes.start];
    let after = &text.as_str()[bytes.end..around.end.max(bytes.end)];
    let form = if is_sentence(raw.trim(), before, after) { Form::Direct } else { Form::Partial };
    let exact = text.on_one_line(bytes);
    let exact = exact.trim_end_matches([',', ';']).trim_end();
    ProposedQuotation {
        exact: Text::new(exact),
        form,
        paragraph,
        inferred,
        before: last_words(before),
        after: first_words(after),
    }
}

/// The bytes behind the `>` that marks the words of an earlier mail: it is nobody’s word.
fn behind_marks(text: &SourceText, bytes: &Range<usize>) -> Range<usize> {
    let raw = &text.as_str()[bytes.clone()];
    let behind = raw.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    if behind.is_empty() { bytes.clone() } else { bytes.end - behind.len()..bytes.end }
}

/// Whether words in quotation marks make at least a sentence: they begin as one does, and end as
/// one, are introduced as speech or have a comma after the mark. `before` is the text before them,
/// and `after` the text after them, the marks included.
fn is_sentence(raw: &str, before: &str, after: &str) -> bool {
    let begins = raw
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|first| first.is_uppercase() || first.is_numeric());
    let last =
        raw.chars().rev().find(|c| c.is_alphanumeric() || matches!(c, '.' | '!' | '?' | '…' | ','));
    let introduced = without_mark(before).ends_with([':', ',']);
    let is_long = raw.split_whitespace().nth(2).is_some();
    begins
        && match last {
            Some('.' | '!' | '?' | '…') => true,
            Some(',') => is_long || introduced,
            _ => {
                is_long
                    && (introduced || after.trim_start_matches(is_mark_or_space).starts_with(','))
            }
        }
}

/// The text before a quotation without the mark that opens it.
fn without_mark(before: &str) -> &str {
    before.trim_end_matches(is_mark_or_space)
}

/// This many words beside others are usually enough to tell two places with the same words apart.
pub const BESIDE: usize = 6;

/// The last few words before a quotation.
fn last_words(before: &str) -> Text {
    let mut words: Vec<&str> = without_mark(before).split_whitespace().rev().take(BESIDE).collect();
    words.reverse();
    Text::new(&words.join(" "))
}

/// The first few words after a quotation.
fn first_words(after: &str) -> Text {
    let after = after.trim_start_matches(is_mark_or_space);
    Text::new(&after.split_whitespace().take(BESIDE).collect::<Vec<_>>().join(" "))
}

pub fn is_mark_or_space(c: char) -> bool {
    c.is_whitespace() || is_double_mark(c) || is_single_mark(c)
}
