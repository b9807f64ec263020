//! Speech without marks after a line that says whose it is: `The minister said:`.
//!
//! This is how GOV.UK prints the words of ministers. The paragraph after such a line is theirs, and
//! those after it while they speak in the first person; if the first is indented, or has a mark of
//! a list or of a quotation before it, every paragraph like it is.

use std::ops::Range;

use super::clause::Clause;
use super::mentions::{Mentions, Referent, SpokenBy};
use super::{Certainty, Stretch, Voice};
use crate::evidence::source::normal::{is_double_mark, is_single_mark};
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};

/// How a paragraph is set apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Plain,
    Indented,
    Quoted,
    Listed,
}

/// Returns the stretches of speech that a line before them announces, in order.
pub fn announced(text: &SourceText, tokens: &Tokens, mentions: &Mentions<'_>) -> Vec<Stretch> {
    let reader = AnnouncementReader { text, tokens, mentions };
    let mut stretches = Vec::new();
    let mut last: Option<Vec<SpokenBy>> = None;
    let mut number = 0;
    while number < text.paragraphs().len() {
        let speakers = reader.announcement(number, last.as_deref());
        number += 1;
        if let Some(speakers) = speakers.filter(|_| reader.has_no_marks(number)) {
            let end = reader.end_of_speech(number);
            stretches.extend(reader.stretches(number..end, &speakers));
            last = Some(speakers);
            number = end.max(number);
        }
    }
    stretches
}

struct AnnouncementReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
}

impl AnnouncementReader<'_> {
    fn paragraph(&self, number: usize) -> Option<(&str, Range<usize>)> {
        let bytes = self.text.paragraphs().get(number)?.clone();
        Some((&self.text.as_str()[bytes.clone()], bytes))
    }

    /// Whom the paragraph announces, if it ends in a colon and says that somebody speaks; `last` are
    /// those who spoke before, whom a pronoun means.
    fn announcement(&self, number: usize, last: Option<&[SpokenBy]>) -> Option<Vec<SpokenBy>> {
        let (text, bytes) = self.paragraph(number)?;
        if !text.trim_end().ends_with(':') {
            return None;
        }
        let tokens = self.tokens.within(&bytes);
        let ends = |&token: &usize| ends_sentence(self.tokens, token);
        let start = tokens.clone().rev().find(ends).map_or(tokens.start, |stop| stop + 1);
        let clause = Clause::new(self.tokens, self.mentions, &(start..tokens.end));
        let referents = clause.subject_before_speech().filter(|_| clause.has_verb())?.referents;
        let mut speakers = Vec::new();
        for referent in referents {
            match referent {
                Referent::Somebody(somebody) => speakers.push(somebody),
                Referent::Before(antecedent) => {
                    let earlier = self.mentions.last_in(&(tokens.start..start), antecedent);
                    speakers.extend(earlier.map(|one| vec![one]).or(last.map(<[_]>::to_vec))?);
                }
            }
        }
        Some(speakers)
    }

    fn has_no_marks(&self, number: usize) -> bool {
        self.paragraph(number).is_some_and(|(text, _)| {
            let first =
                text.trim_start_matches(|c: char| c.is_whitespace() || c == '>').chars().next();
            first.is_some_and(|c| !is_double_mark(c) && !is_single_mark(c))
        })
    }

    /// The paragraph after the last that may belong to the speech that begins at `start`.
    fn end_of_speech(&self, start: usize) -> usize {
        let setting = |number: usize| self.paragraph(number).map(|(text, _)| setting(text));
        let own = setting(start);
        let goes_on = |number: &usize| {
            let is_alike = setting(*number) == own;
            is_alike && (own != Some(Setting::Plain) || self.is_first_person(*number))
        };
        (start + 1..self.text.paragraphs().len())
            .find(|number| !goes_on(number))
            .unwrap_or(self.text.paragraphs().len())
            .max(start + 1)
    }

    /// Whether a paragraph has `we`, `I` or `our`, begins with no mark, and announces nobody.
    fn is_first_person(&self, number: usize) -> bool {
        let Some((text, bytes)) = self.paragraph(number) else { return false };
        let mut tokens = self.tokens.within(&bytes);
        self.has_no_marks(number)
            && !text.trim_end().ends_with(':')
            && tokens.any(|token| {
                english::FIRST_PERSON.contains(&self.tokens.spelling(token).to_lowercase().as_str())
            })
    }

    fn stretches(&self, numbers: Range<usize>, speakers: &[SpokenBy]) -> Vec<Stretch> {
        let is_set_apart =
            self.paragraph(numbers.start).is_some_and(|(text, _)| setting(text) != Setting::Plain);
        let paragraphs = self.text.paragraphs()[numbers].iter().enumerate();
        let stretch = |(i, bytes): (usize, &Range<usize>)| {
            let is_sure = i == 0 || is_set_apart;
            let certainty = if is_sure { Certainty::Named } else { Certainty::Carried };
            let voice = Voice { certainty, ..Voice::named(speakers.to_vec()) };
            Stretch { bytes: bytes.clone(), voice }
        };
        paragraphs.map(stretch).collect()
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
