//! What a text holds in quotation marks, as quotes that a brief could make of it.

mod speakers;
mod title;

use std::collections::HashSet;
use std::ops::Range;

pub use speakers::{NamedSpeaker, SpeakerList};
pub use title::ProposedTitle;

use super::source::SourceText;
use super::source::normal::is_single_mark;
use super::source::quotation_marks;
use super::source::words::Tokens;
use super::speech::{Cast, Certainty, Mentions, SpeechMap, Stretch, Voice};
use crate::brief::{Form, Id, Quote, SourceType, Speakers, Words};
use crate::text::{Text, is_double_mark, sentences};

/// The quotations of a text, and the speakers that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The title.
    pub title: ProposedTitle,
    /// The speakers that a sentence around a quotation names.
    pub speakers: Vec<NamedSpeaker>,
    /// The quotations in the order of the text, each wording of a speaker's once.
    pub quotations: Vec<ProposedQuotation>,
    /// The paragraph, counted from 1, of the first quotation that was not looked at.
    pub stopped_at: Option<u32>,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedQuotation {
    /// The words on one line, without the marks and without a comma at their end.
    pub exact: Text,
    /// Direct if they make at least a sentence, else partial.
    pub form: Form,
    /// Their paragraph, counted from 1.
    pub paragraph: u32,
    /// Who speaks, of the text's [`speakers`](Proposal::speakers), if the text shows it.
    pub by: Option<Id>,
    /// Whether the speaker is not named in the quotation's own sentence as saying it.
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

    /// Returns a quote of these words with those before and after them, which tell two places with the
    /// same words apart.
    pub fn beside(&self, quote: Quote) -> Quote {
        let words = |text: &Text| Some(text.clone()).filter(|text| !text.is_empty());
        Quote { prefix: words(&self.before), suffix: words(&self.after), ..quote }
    }
}

/// Lists the quotations of `text`: at most the first `most` stretches of speech.
///
/// What runs over several paragraphs is one quotation for each.
pub fn propose(text: &SourceText, most: usize) -> Proposal {
    let mut quoted_spans = quotation_marks::quoted_spans(text.as_str(), text.paragraphs());
    let stopped_at = quoted_spans.get(most).map(|span| text.paragraph_at(span.bytes.start));
    quoted_spans.truncate(most);
    let tokens = Tokens::from_source(text);
    let mentions = Mentions::new(text, &tokens, Cast::default());
    let speech = SpeechMap::new(text, &tokens, quoted_spans, &mentions, SourceType::News);
    let mut list = SpeakerList::default();
    let mut seen = HashSet::new();
    let mut quotations = Vec::new();
    for (bytes, voice) in stretches(text, &speech).into_iter().take(most) {
        let by = voice.speakers.first().and_then(|speaker| list.id_of(speaker, &mentions));
        let inferred = by.is_none() || voice.certainty < Certainty::Named;
        let quotation = quotation(text, &bytes, by, inferred);
        let tokens = Tokens::new(&quotation.exact);
        if !tokens.letters().is_empty()
            && seen.insert((tokens.letters().to_owned(), quotation.by.clone()))
        {
            quotations.push(quotation);
        }
    }
    Proposal { title: title::title(text), speakers: list.speakers, quotations, stopped_at }
}

/// The stretches that quotations can be made of, in the order of the text: those in quotation
/// marks, and each paragraph without marks that somebody surely speaks.
fn stretches<'a>(text: &SourceText, speech: &'a SpeechMap) -> Vec<(Range<usize>, &'a Voice)> {
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
pub fn quotation(
    text: &SourceText,
    bytes: &Range<usize>,
    by: Option<Id>,
    inferred: bool,
) -> ProposedQuotation {
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
        by,
        inferred,
        before: last_words(before),
        after: first_words(after),
    }
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

/// This many words beside a quotation are usually enough to tell two places with the same words
/// apart.
const BESIDE: usize = 6;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = |quotation: ProposedQuotation| {
            let by = quotation.by.map_or("?".to_owned(), |id| id.to_string());
            let inferred = if quotation.inferred { "?" } else { "" };
            format!(
                "{} ¶{} {by}{inferred}: {}",
                quotation.form, quotation.paragraph, quotation.exact
            )
        };
        let found = propose(&SourceText::new(text), 100).quotations;
        let found: Vec<String> = found.into_iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn tells_a_sentence_from_a_phrase() {
        check("“We act now,” said Dana Vale.", &["direct ¶1 vale: We act now"]);
        check("Dana Vale said: “We act now”.", &["direct ¶1 vale: We act now"]);
        check("Dana Vale said: “No.”", &["direct ¶1 vale: No."]);
        check("The NCA said this was “a decade of drift”.", &["partial ¶1 nca: a decade of drift"]);
        check("“Operation Lantern” began.", &["partial ¶1 ??: Operation Lantern"]);
    }

    #[test]
    fn names_a_speaker_whom_the_sentence_names_and_infers_any_other() {
        check(
            "“One more day,” said Dana Vale. “Two days.”\n\nHe added: “Three days.”\n\nThe weather was “very poor”.",
            &[
                "direct ¶1 vale: One more day",
                "direct ¶1 vale?: Two days.",
                "direct ¶2 vale?: Three days.",
                "partial ¶3 ??: very poor",
            ],
        );
    }

    #[test]
    fn a_quotation_over_paragraphs_is_one_for_each() {
        check(
            "Dana Vale said: “One day.\n\n“Two days.”",
            &["direct ¶1 vale: One day.", "direct ¶2 vale: Two days."],
        );
    }

    #[test]
    fn lists_a_wording_once_for_each_speaker() {
        check(
            "Dana Vale said: “We act.”\n\nDana Vale said: ‘We act!’\n\nEve Moss said: “We act.”",
            &["direct ¶1 vale: We act.", "direct ¶3 moss: We act."],
        );
    }

    #[test]
    fn joins_a_word_that_the_wrapping_parts() {
        check(
            "A title\n\nDana Vale said: “The stern-\nlight is\nout.”",
            &["direct ¶2 vale: The stern-light is out."],
        );
    }

    #[test]
    fn stops_where_there_are_too_many() {
        let found = propose(&SourceText::new("“a b c”\n“d e f”\n“g h i”"), 2);
        assert_eq!((found.quotations.len(), found.stopped_at), (2, Some(3)));
    }
}
