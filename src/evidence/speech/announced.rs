//! Speech without marks after a line that says whose it is: `The minister said:`.
//!
//! This is how GOV.UK prints the words of ministers. The paragraph after such a line is theirs, and
//! so is what follows up to the last in the first person, or up to the next such line. Whether they
//! say the next few that are not in the first person, no text shows. A heading, quotation marks,
//! another such line or words about the news itself end the speech. If its first paragraph is
//! indented, or has a mark of a list or of a quotation before it, every paragraph like it is theirs.

use std::ops::Range;

use super::clause::Clause;
use super::mentions::{Mentions, Referent, SpokenBy};
use super::names::folded_words;
use super::{Certainty, Stretch, Voice};
use crate::evidence::source::normal::is_single_mark;
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::is_double_mark;

/// How a paragraph is set apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Plain,
    Indented,
    Quoted,
    Listed,
}

/// So many paragraphs without the first person may come between two that have it.
const GAP: usize = 2;

/// The paragraphs of a speech, by their numbers.
struct Speech {
    start: usize,
    /// After the last that is surely of the speech.
    sure: usize,
    /// After the last that may be of it.
    end: usize,
}

/// Returns the stretches of speech that a line before them announces, in order. Where one may
/// have ended, its voice is of [`Certainty::Unknown`]; where the text `is_speech`, it goes on.
pub fn announced(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    is_speech: bool,
) -> Vec<Stretch> {
    let reader = AnnouncementReader { text, tokens, mentions, is_speech };
    let mut stretches = Vec::new();
    let mut last: Option<Vec<SpokenBy>> = None;
    let mut number = 0;
    while number < text.paragraphs().len() {
        let announcement = reader.announcement(number);
        number += 1;
        if let Some(clause) = announcement.filter(|_| reader.has_no_marks(number)) {
            let named = reader.announced_by(&clause, number - 1, last.as_deref());
            let speakers = named.unwrap_or_else(|| vec![SpokenBy::Unknown(number)]);
            let speech = reader.speech(number, &speakers);
            number = speech.end;
            stretches.extend(reader.stretches(&speech, &speakers));
            last = Some(speakers);
        }
    }
    stretches
}

struct AnnouncementReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
    is_speech: bool,
}

impl AnnouncementReader<'_> {
    fn paragraph(&self, number: usize) -> Option<(&str, Range<usize>)> {
        let bytes = self.text.paragraphs().get(number)?.clone();
        Some((&self.text.as_str()[bytes.clone()], bytes))
    }

    /// The last sentence of a paragraph that ends in a colon, if it has a verb of speech.
    fn announcement(&self, number: usize) -> Option<Clause<'_>> {
        let (text, bytes) = self.paragraph(number)?;
        if !text.trim_end().ends_with(':') {
            return None;
        }
        let tokens = self.tokens.within(&bytes);
        let ends = |&token: &usize| ends_sentence(self.tokens, token);
        let start = tokens.clone().rev().find(ends).map_or(tokens.start, |stop| stop + 1);
        let clause = Clause::new(self.tokens, self.mentions, &(start..tokens.end));
        Some(clause).filter(|clause| clause.has_verb() && !clause.is_in_first_person())
    }

    /// Whom `clause`, the end of a paragraph, makes speak; `last` are those who spoke before, whom a
    /// pronoun means.
    fn announced_by(
        &self,
        clause: &Clause<'_>,
        number: usize,
        last: Option<&[SpokenBy]>,
    ) -> Option<Vec<SpokenBy>> {
        let (_, bytes) = self.paragraph(number)?;
        let paragraph = self.tokens.within(&bytes);
        let before = paragraph.start..clause.parts.first()?.tokens.start;
        let mut speakers = Vec::new();
        for referent in clause.subject_before_speech()?.referents {
            match referent {
                Referent::Somebody(somebody) => speakers.push(somebody),
                Referent::Before(antecedent) => {
                    let named = |range: &Range<usize>| {
                        self.mentions.last_in(range, antecedent).map(|one| vec![one])
                    };
                    let found = named(&before).or(last.map(<[_]>::to_vec));
                    speakers.extend(found.or_else(|| named(&self.paragraph_before(number)))?);
                }
            }
        }
        Some(speakers)
    }

    fn paragraph_before(&self, number: usize) -> Range<usize> {
        let before = number.checked_sub(1).and_then(|before| self.paragraph(before));
        before.map_or(0..0, |(_, bytes)| self.tokens.within(&bytes))
    }

    fn has_no_marks(&self, number: usize) -> bool {
        self.paragraph(number).is_some_and(|(text, _)| {
            let first =
                text.trim_start_matches(|c: char| c.is_whitespace() || c == '>').chars().next();
            first.is_some_and(|c| !is_double_mark(c) && !is_single_mark(c))
        })
    }

    /// The speech of `speakers` whose first paragraph is `start`.
    fn speech(&self, start: usize, speakers: &[SpokenBy]) -> Speech {
        let own = self.setting(start);
        let is_plain = own == Some(Setting::Plain);
        let mut speech = Speech { start, sure: start + 1, end: start + 1 };
        while !is_plain || speech.end <= speech.sure + GAP {
            let number = speech.end;
            let is_surely_theirs = match self.setting(number) {
                setting if setting == own && !is_plain => true,
                setting if setting == own && !self.returns_to_reporter(number, speakers) => {
                    self.is_speech || self.is_first_person(number)
                }
                Some(Setting::Listed) if self.is_of_list(number) => speech.sure == number,
                _ => break,
            };
            speech.end += 1;
            if is_surely_theirs {
                speech.sure = speech.end;
            }
        }
        if is_plain && self.announcement(speech.end).is_some() {
            speech.sure = speech.end;
        }
        speech
    }

    fn setting(&self, number: usize) -> Option<Setting> {
        self.paragraph(number).map(|(text, _)| setting(text))
    }

    /// Whether an item of a list comes after the line that leads to it, or after another item.
    fn is_of_list(&self, number: usize) -> bool {
        let before = number.checked_sub(1).and_then(|before| self.paragraph(before));
        before.is_some_and(|(text, _)| {
            text.trim_end().ends_with(':') || setting(text) == Setting::Listed
        })
    }

    /// Whether a paragraph is surely not of a speech before it.
    fn returns_to_reporter(&self, number: usize, speakers: &[SpokenBy]) -> bool {
        let Some((text, bytes)) = self.paragraph(number) else { return true };
        let text = text.trim_end();
        let is_heading = !text.ends_with(['.', '!', '?', '…', ';', ':', ')']);
        let mut words = folded_words(text.get(..100).unwrap_or(text)).into_iter();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is_of_news = english::POINT_AT_NEWS.contains(first.as_str())
            && english::NEWS.contains(second.as_str());
        is_heading
            || is_of_news
            || !self.has_no_marks(number)
            || self.announcement(number).is_some()
            || (!self.is_first_person(number)
                && self.names_any(speakers, &self.tokens.within(&bytes)))
    }

    /// Whether `range` names one of those who speak, as they would not name themselves.
    fn names_any(&self, speakers: &[SpokenBy], range: &Range<usize>) -> bool {
        let named = self.mentions.within(range).iter().map(|mention| mention.referent.clone());
        named.filter_map(Referent::somebody).any(|somebody| speakers.contains(&somebody))
    }

    /// Whether a paragraph has `we`, `I` or `our`.
    fn is_first_person(&self, number: usize) -> bool {
        let Some((_, bytes)) = self.paragraph(number) else { return false };
        self.tokens
            .within(&bytes)
            .any(|token| english::FIRST_PERSON.contains(self.tokens.lower(token)))
    }

    fn stretches(&self, speech: &Speech, speakers: &[SpokenBy]) -> Vec<Stretch> {
        let is_set_apart =
            self.paragraph(speech.start).is_some_and(|(text, _)| setting(text) != Setting::Plain);
        let numbered = (speech.start..speech.end).zip(&self.text.paragraphs()[speech.start..]);
        let stretch = |(number, bytes): (usize, &Range<usize>)| {
            let certainty = match number {
                _ if is_set_apart || number == speech.start => Certainty::Named,
                _ if number >= speech.sure => Certainty::Unknown,
                _ if self.is_first_person(number) => Certainty::Named,
                _ => Certainty::Carried,
            };
            let voice = Voice { certainty, ..Voice::named(speakers.to_vec()) };
            Stretch { bytes: bytes.clone(), voice }
        };
        numbered.map(stretch).collect()
    }
}

fn setting(paragraph: &str) -> Setting {
    let text = paragraph.trim_start();
    let indent = paragraph.len() - text.len();
    match text.chars().next() {
        Some('>') => Setting::Quoted,
        Some('•' | '·' | '*' | '-' | '–' | '▪' | '◦') => Setting::Listed,
        _ if indent > 1 || paragraph.starts_with('\t') => Setting::Indented,
        _ => Setting::Plain,
    }
}
