//! Letters, whose words are those of whoever signs them: `Yours sincerely, Dana Vale`.

use std::ops::Range;

use super::mentions::{Mentions, SpokenBy};
use super::names::folded_words;
use super::{Stretch, Voice};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::lines_at;

/// A letter is signed in at most this many lines.
const SIGNATURES: usize = 60;

/// A line that ends a letter or signs it has at most this many words.
const SHORT: usize = 16;

/// Returns the words of a letter between its salutation and its close, spoken by all who sign it. Of
/// a text that is no letter by its type, both are required.
pub fn letter(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    is_letter: bool,
) -> Option<Stretch> {
    let lines = lines(text.as_str());
    let salutation = lines.iter().position(|line| is_salutation(&text.as_str()[line.clone()]));
    if !is_letter && salutation.is_none() {
        return None;
    }
    let from = salutation.unwrap_or(0);
    let is_close = |line: &Range<usize>| is_close(&text.as_str()[line.clone()]);
    let close = lines.iter().skip(from + 1).position(is_close).map(|at| from + 1 + at);
    if !is_letter && close.is_none() {
        return None;
    }
    let reader = SignatureReader { text, tokens, mentions };
    let (end, speakers) = match close {
        Some(close) => (lines[close].start, reader.signatures(&lines[close..])),
        None => reader.signature_alone(&lines, from + 1)?,
    };
    let start = lines.get(from)?.start;
    let is_signed = !speakers.is_empty();
    let voice = if is_signed { Voice::named(speakers) } else { Voice::unknown(start) };
    Some(Stretch { bytes: start..end.max(start), voice })
}

/// The bytes of the lines that are not blank.
fn lines(text: &str) -> Vec<Range<usize>> {
    let bytes = lines_at(text).map(|(start, line)| start..start + line.trim_end().len());
    bytes.filter(|bytes| !bytes.is_empty()).collect()
}

/// `Dear Ms Vale`, `SIR – I write …`
fn is_salutation(line: &str) -> bool {
    let first = folded_words(line.get(..40).unwrap_or(line)).into_iter().next();
    let is_first =
        |list: english::WordList| first.as_ref().is_some_and(|word| list.contains(word.as_str()));
    is_first(english::SALUTATIONS) || (line.starts_with("SIR") || line.starts_with("Sir,"))
}

/// `Yours sincerely,`, `Kind regards`
fn is_close(line: &str) -> bool {
    if line.ends_with(['.', '?', '!']) {
        return false;
    }
    let words = folded_words(line.get(..80).unwrap_or(line));
    let is_of_close = |word: &String| english::CLOSES.contains(word.as_str());
    words.len() <= 4 && words.iter().any(is_of_close)
}

struct SignatureReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
}

impl SignatureReader<'_> {
    /// The people whose names open these lines or follow `Yours,`, else the first body that one names.
    fn signatures(&self, lines: &[Range<usize>]) -> Vec<SpokenBy> {
        let is_over = |line: &&Range<usize>| {
            let words = folded_words(&self.text.as_str()[(*line).clone()]);
            let first = words.first().map(String::as_str);
            words.len() > SHORT
                || first.is_some_and(|first| english::AFTER_SIGNATURES.contains(first))
        };
        let signed: Vec<&Range<usize>> =
            lines.iter().take(SIGNATURES).take_while(|line| !is_over(line)).collect();
        let persons: Vec<SpokenBy> = signed.iter().filter_map(|line| self.person(line)).collect();
        let body = || signed.iter().find_map(|line| self.anybody(line)).into_iter().collect();
        if persons.is_empty() { body() } else { persons }
    }

    /// A line at the end that is no more than the name of a person, with a line or two below.
    fn signature_alone(
        &self,
        lines: &[Range<usize>],
        from: usize,
    ) -> Option<(usize, Vec<SpokenBy>)> {
        const BELOW: usize = 3;
        let first = lines.len().saturating_sub(BELOW).max(from);
        let ends =
            |line: &Range<usize>| self.text.as_str()[line.clone()].ends_with(['.', '?', '!']);
        let line = (first..lines.len())
            .find(|&at| !lines[at..].iter().any(ends) && self.person(&lines[at]).is_some())?;
        Some((lines[line].start, self.signatures(&lines[line..])))
    }

    /// The person whose name or post begins a line. A name may run on from the line before.
    fn person(&self, line: &Range<usize>) -> Option<SpokenBy> {
        let text = &self.text.as_str()[line.clone()];
        let mut parts = text.split([',', '(', '–']).map(str::trim);
        let first = parts.next().unwrap_or(text);
        let name = if is_close(first) { parts.next().unwrap_or(first) } else { first };
        self.mentions.person_called(&folded_words(name)).or_else(|| self.person_at(line))
    }

    fn person_at(&self, line: &Range<usize>) -> Option<SpokenBy> {
        let mention = self.mentions.within(&self.tokens.within(line)).first()?;
        let person = self.mentions.person(mention)?;
        let start = self.tokens[mention.name.tokens.start].bytes.start;
        let before = self.text.as_str()[line.start..start].to_lowercase();
        let opens = !before.contains(char::is_alphabetic)
            || before.trim() == "the"
            || is_close(before.trim());
        opens.then_some(person)
    }

    /// Whoever a line names first: `On behalf of the board`.
    fn anybody(&self, line: &Range<usize>) -> Option<SpokenBy> {
        let mention = self.mentions.within(&self.tokens.within(line)).first()?;
        mention.referent.clone().somebody()
    }
}
