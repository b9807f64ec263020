//! The sentences of a text, and what of each is speech.

use std::ops::Range;

use super::items::ItemReader;
use crate::brief::Id;
use crate::evidence::speech::Owner;

/// A sentence of more words than this is not proposed as a passage, nor as reported.
const LONGEST: usize = 70;

/// A sentence of the text.
pub struct TextSentence {
    pub tokens: Range<usize>,
    pub bytes: Range<usize>,
    pub paragraph: u32,
    pub spoken: SentenceVoice,
}

impl TextSentence {
    /// Whether these bytes are inside it.
    pub fn holds(&self, bytes: &Range<usize>) -> bool {
        self.bytes.start <= bytes.start && bytes.end <= self.bytes.end
    }
}

/// What of a sentence is speech.
pub enum SentenceVoice {
    /// All of it, by this party.
    By(Id, bool),
    /// None.
    Nothing,
    /// Part of it, or by nobody who is known.
    InPart,
}

impl ItemReader<'_> {
    /// The sentences of the text, and after each that is speech in part those parts.
    pub(super) fn all_sentences(&self) -> Vec<TextSentence> {
        let text = self.source.text;
        let mut found = Vec::new();
        for number in 1..=text.paragraphs().len() {
            let paragraph = u32::try_from(number).unwrap_or(u32::MAX);
            for bytes in text.sentences(number) {
                let bytes = self.past_number(&bytes);
                let sentence = self.sentence(bytes.clone(), paragraph);
                let is_mixed = matches!(sentence.spoken, SentenceVoice::InPart);
                if self.ends(&bytes) && self.is_fit(&sentence.tokens) {
                    found.push(sentence);
                }
                if is_mixed {
                    let parts = self.quoted_in(&bytes).map(|part| self.sentence(part, paragraph));
                    found.extend(parts.filter(|part| self.is_fit(&part.tokens)));
                }
            }
        }
        found
    }

    pub(super) fn sentence(&self, bytes: Range<usize>, paragraph: u32) -> TextSentence {
        let tokens = self.source.tokens.within(&bytes);
        let spoken = self.spoken(&tokens);
        TextSentence { tokens, bytes, paragraph, spoken }
    }

    /// The bytes of a sentence behind the number that a list or a report gives it: `2. The board`, `(a) it`.
    fn past_number(&self, bytes: &Range<usize>) -> Range<usize> {
        let words = &self.source.text.as_str()[bytes.clone()];
        let Some((first, rest)) = words.split_once(' ') else { return bytes.clone() };
        let number = first.trim_start_matches('(').trim_end_matches(['.', ')']);
        let is_digits = (1..=6).contains(&number.len())
            && number.split('.').all(|part| {
                (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
            });
        let is_letter = number.len() == 1 && first.ends_with(')');
        let is_number = number.len() < first.len() || number.contains('.');
        if is_number && (is_digits || is_letter) {
            bytes.end - rest.trim_start().len()..bytes.end
        } else {
            bytes.clone()
        }
    }

    /// Whether words are enough to say something, and not too many.
    fn is_fit(&self, tokens: &Range<usize>) -> bool {
        (4..=LONGEST).contains(&self.source.tokens.count_words(tokens.clone()))
    }

    /// The parts of these bytes in quotation marks.
    pub(super) fn quoted_in(&self, bytes: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let spans = &self.source.speech.quoted_spans;
        let first = spans.partition_point(|span| span.bytes.end <= bytes.start);
        let Range { start, end } = *bytes;
        let inside = spans[first..].iter().take_while(move |span| span.bytes.start < end);
        inside
            .map(move |span| span.bytes.start.max(start)..span.bytes.end.min(end))
            .filter(|part| part.start < part.end)
    }

    pub(super) fn is_quoted(&self, bytes: &Range<usize>) -> bool {
        self.quoted_in(bytes).any(|part| part.start <= bytes.start)
    }

    /// Whether what is at these bytes ends as a sentence does, and not as a heading or a line of an
    /// address.
    fn ends(&self, bytes: &Range<usize>) -> bool {
        let words = &self.source.text.as_str()[bytes.clone()];
        let words = words.trim_end_matches(|c: char| super::is_mark_or_space(c) || c == ')');
        words.ends_with(['.', '!']) || {
            // The stop may be outside the mark, or there may be a comma for it: `…,” said Vale`.
            words.ends_with(',') && words.len() < bytes.len()
        }
    }

    fn spoken(&self, tokens: &Range<usize>) -> SentenceVoice {
        if self.source.speech_in(tokens).is_none() {
            return SentenceVoice::Nothing;
        }
        match self.source.owner_of(tokens) {
            Owner::Speaker(voice) if !voice.is_denied => match voice.parties().as_slice() {
                [party] => SentenceVoice::By(party.clone(), voice.is_sure()),
                _ => SentenceVoice::InPart,
            },
            _ => SentenceVoice::InPart,
        }
    }
}
