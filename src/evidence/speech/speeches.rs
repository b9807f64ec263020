//! Speeches under a heading that says whose they are: `Speech delivered by Dana Vale`, `Dana Vale’s
//! remarks at the pier`, `The statement made by Dana Vale in the House`.

use std::ops::Range;

use super::mentions::{Mentions, SpokenBy};
use super::names::folded_words;
use super::{Stretch, Voice};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};

/// The heading is among this many paragraphs.
const HEADING: usize = 10;

/// A heading has at most this many words.
const SHORT: usize = 40;

/// Returns the speech below the heading of a text: all of it, but for notes at its end.
pub fn speech(text: &SourceText, tokens: &Tokens, mentions: &Mentions<'_>) -> Option<Stretch> {
    HeadingReader { text, tokens, mentions }.speech(|_| true)
}

/// Returns the text below a heading such as `Statement made by Dana Vale`, by which all of it is hers.
pub fn written_statement(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
) -> Option<Stretch> {
    let reader = HeadingReader { text, tokens, mentions };
    let is_written = |words: &[String]| words.starts_with(&english::MADE_BY.map(str::to_owned));
    reader.speech(is_written)
}

struct HeadingReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
}

impl HeadingReader<'_> {
    /// The speech below the first heading that names whose it is and whose words are such.
    fn speech(&self, is_heading: impl Fn(&[String]) -> bool) -> Option<Stretch> {
        let headings = (0..self.text.paragraphs().len().min(HEADING))
            .filter(|&number| is_heading(&self.words(number)))
            .filter_map(|number| Some((number, self.speaker(number)?)));
        let headings: Vec<(usize, SpokenBy)> = headings.collect();
        // `by` tells whose it is; any other name may be that of the place or the meeting.
        let is_by = |number: usize| self.words(number).iter().any(|word| word == "by");
        let by = headings.iter().find(|(number, _)| is_by(*number));
        let (number, speaker) = by.or(headings.first()).cloned()?;
        let is_over = |number: &usize| {
            self.words(*number).first().is_some_and(|first| {
                self.is_line(*number) && english::AFTER_SPEECHES.contains(first.as_str())
            })
        };
        let all = number + 1..self.text.paragraphs().len();
        let start = all.clone().find(|&number| !self.is_line(number))?;
        let end = (start..all.end).find(is_over).unwrap_or(all.end);
        let bytes = self.text.paragraphs()[start].start..self.text.paragraphs()[end - 1].end;
        Some(Stretch { bytes, voice: Voice::named(vec![speaker]) })
    }

    fn paragraph(&self, number: usize) -> (&str, Range<usize>) {
        let bytes = self.text.paragraphs()[number].clone();
        (&self.text.as_str()[bytes.clone()], bytes)
    }

    fn words(&self, number: usize) -> Vec<String> {
        folded_words(self.paragraph(number).0)
    }

    /// Whether a paragraph is a line of the heading: a date, a place, a note in brackets.
    fn is_line(&self, number: usize) -> bool {
        let text = self.paragraph(number).0.trim_end();
        text.starts_with('(') || !text.ends_with(['.', '?', '!', '…', '”', '"', ':', ';', ','])
    }

    /// Whose speech a paragraph announces: the person after `by`, else the first whom it names.
    fn speaker(&self, number: usize) -> Option<SpokenBy> {
        let words = self.words(number);
        let speaks = |word: &String| english::SPEECHES.contains(word.as_str());
        if words.len() > SHORT || !words.iter().any(speaks) {
            return None;
        }
        let tokens = self.tokens.within(&self.paragraph(number).1);
        let is_by = |token: &usize| self.tokens.spelling(*token) == "by";
        let by = tokens.clone().find(is_by);
        let person = |range: Range<usize>| {
            self.mentions.within(&range).iter().find_map(|mention| self.mentions.person(mention))
        };
        let is_last = by.is_some_and(|by| by + 1 == tokens.end);
        let below = || {
            let next = self.text.paragraphs().get(number + 1).filter(|_| is_last)?;
            person(self.tokens.within(next))
        };
        let beside = by.and_then(|by| person(by..tokens.end));
        beside.or_else(below).or_else(|| person(tokens.clone()))
    }
}
