//! The labels by which a record says whose turn it is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::mentions::{Mentions, Referent, SpokenBy};
use super::names::folded_words;
use super::titles::gender;
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::Text;

/// A label, and the turn that it begins.
#[derive(Clone, Debug)]
pub struct Label {
    /// Where its line begins.
    pub start: usize,
    /// Where the words of the turn begin.
    pub speech: usize,
    /// Whose turn it is; [`None`] for whoever answers: `A:`.
    pub speaker: Option<SpokenBy>,
    /// Whether it is an interruption by people without a name: `Hon. Members:`.
    pub interrupts: bool,
}

/// A label has at most this many characters.
const LONGEST: usize = 120;

/// How a label is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `Dana Vale:`
    Colon,
    /// `Mr. SMITH of Northport.`, `Dana Vale. –`
    Point,
    /// `[Dana Vale]`, `<v Dana Vale>`
    Brackets,
    /// A name on a line of its own.
    Line,
}

/// What may be a label.
struct Candidate {
    start: usize,
    name: Range<usize>,
    speech: usize,
    shape: Shape,
}

/// Finds the labels of a text.
pub struct LabelReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
    /// The words that the text has without a capital.
    common: HashSet<&'a str>,
}

impl<'a> LabelReader<'a> {
    /// Reads labels from `text`.
    pub fn new(text: &'a SourceText, tokens: &'a Tokens, mentions: &'a Mentions<'a>) -> Self {
        let words = (0..tokens.len()).map(|token| tokens.spelling(token));
        let common = words.filter(|word| word.starts_with(char::is_lowercase)).collect();
        Self { text, tokens, mentions, common }
    }

    /// The labels, in order. Names on a line of their own count in a `record` only.
    pub fn labels(&self, is_record: bool) -> Vec<Label> {
        let candidates = self.candidates(is_record);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for candidate in &candidates {
            *counts.entry(self.key(candidate)).or_default() += 1;
        }
        let is_repeated = |candidate: &Candidate| counts.get(&self.key(candidate)) > Some(&1);
        let labels = candidates.iter().filter(|one| self.is_label(one, is_repeated(one)));
        labels.map(|candidate| self.label(candidate)).collect()
    }

    fn key(&self, candidate: &Candidate) -> String {
        folded_words(&self.text.as_str()[candidate.name.clone()]).join(" ")
    }

    fn candidates(&self, is_record: bool) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let mut start = 0;
        for line in self.text.as_str().split_inclusive('\n') {
            let shapes = [colon(line), point(line), brackets(line)];
            let found = shapes.into_iter().flatten().next();
            let found = found.or_else(|| own_line(line).filter(|_| is_record));
            candidates.extend(found.map(|(name, speech, shape)| Candidate {
                start,
                name: start + name.start..start + name.end,
                speech: start + speech,
                shape,
            }));
            start += line.len();
        }
        candidates
    }

    /// Whether a candidate is a label and no heading, list item or point of a speech.
    fn is_label(&self, candidate: &Candidate, is_repeated: bool) -> bool {
        let text = &self.text.as_str()[candidate.name.clone()];
        let words = folded_words(text);
        let is = |list: &[&str], word: &String| list.contains(&word.as_str());
        let Some((first, last)) = words.first().zip(words.last()) else { return false };
        let speaks_in_records = is(english::SPEAKERS_IN_RECORDS, last) || is_question(first);
        let is_known = self.names_a_party(candidate);
        let has_title = words.iter().any(|word| gender(word).is_some() || word == "hon");
        let has_brackets = text.contains('(') && !text.starts_with('(');
        let is_no_label = is(english::NO_LABELS, first) && !speaks_in_records;
        let large = || text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
        let in_capitals = large().next().is_some_and(|word| word.chars().count() > 1)
            && !text.contains(char::is_lowercase);
        let is_common = large().all(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            self.common.contains(word.as_str())
        });
        let seems_a_name = !is_common && (large().count() > 1 || is_repeated);
        match candidate.shape {
            _ if is_no_label => false,
            Shape::Brackets => is_known || has_title || is_repeated,
            Shape::Point => true,
            Shape::Colon => {
                is_known
                    || has_title
                    || has_brackets
                    || in_capitals
                    || speaks_in_records
                    || seems_a_name
            }
            Shape::Line => {
                let has_time = text.contains(char::is_numeric);
                let is_name = large().count() > 1 || is_known || has_title;
                is_name
                    && (is_known
                        || has_title
                        || has_brackets
                        || has_time
                        || (is_repeated && !is_common))
            }
        }
    }

    fn names_a_party(&self, candidate: &Candidate) -> bool {
        let tokens = self.tokens.within(&candidate.name);
        !self.mentions.parties_in(&tokens).is_empty()
    }

    fn label(&self, candidate: &Candidate) -> Label {
        let text = &self.text.as_str()[candidate.name.clone()];
        let words = folded_words(text);
        let interrupts =
            words.last().is_some_and(|last| english::INTERRUPTERS.contains(&last.as_str()));
        let answers = words.len() == 1 && english::ANSWERS.contains(&words[0].as_str());
        let speaker = match () {
            () if answers => None,
            () if interrupts => {
                Some(SpokenBy::Other(Text::flow(text).to_string(), candidate.start))
            }
            () => Some(self.speaker(&candidate.name)),
        };
        Label { start: candidate.start, speech: candidate.speech, speaker, interrupts }
    }

    /// Whom a label names: a person in brackets, as after a post, else whoever comes first.
    fn speaker(&self, name: &Range<usize>) -> SpokenBy {
        let text = &self.text.as_str()[name.clone()];
        let bracket = text.find('(').map_or(text.len(), |at| at);
        let inside = self.tokens.within(&(name.start + bracket..name.end));
        let outside = self.tokens.within(&(name.start..name.start + bracket));
        let somebody = |range: &Range<usize>, persons: bool| {
            let mentions = self.mentions.within(range).iter();
            let mut fitting = mentions.filter(|one| !persons || self.mentions.is_a_person(one));
            fitting.find_map(|mention| match &mention.referent {
                Referent::Somebody(somebody @ (SpokenBy::Party(_) | SpokenBy::OneOf { .. })) => {
                    Some(somebody.clone())
                }
                Referent::Somebody(somebody) if persons => Some(somebody.clone()),
                _ => None,
            })
        };
        let printed = || SpokenBy::Other(Text::flow(text[..bracket].trim()).to_string(), 0);
        let outer = somebody(&outside, true).or_else(|| somebody(&outside, false));
        somebody(&inside, true).filter(|_| outer.is_none()).or(outer).unwrap_or_else(printed)
    }
}

/// What comes before the name on a line: a time, a number, `>>`, a list’s mark.
fn prefix(line: &str) -> usize {
    line.find(char::is_alphabetic).unwrap_or(line.len())
}

/// The name before a colon, and where the words after it begin.
fn colon(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let start = prefix(line);
    let rest = line.get(start..)?;
    let ends = |&(at, _): &(usize, &str)| {
        rest[at + 1..].chars().next().is_none_or(|next| !next.is_numeric() && next != '/')
    };
    let (colon, _) = rest.match_indices(':').take(4).find(ends)?;
    let from = question_number(&rest[..colon]);
    let name = &rest[from..colon];
    let end = start + colon;
    is_name(name).then_some((start + from..end, end + 1, Shape::Colon))
}

/// The bytes of `Q12 ` at the start of a question that names who asks.
fn question_number(name: &str) -> usize {
    let Some(rest) = name.strip_prefix('Q') else { return 0 };
    let digits = rest.trim_start_matches(char::is_numeric);
    let label = digits.trim_start_matches(['.', ' ', '\u{a0}']);
    if digits.len() == rest.len() || label.is_empty() { 0 } else { name.len() - label.len() }
}

/// Whether every word has a capital, but for those that join names, posts after a comma and what is
/// in brackets.
fn is_name(name: &str) -> bool {
    if name.chars().count() > LONGEST || !name.starts_with(char::is_uppercase) {
        return false;
    }
    let plain = without_brackets(name);
    let (name, post) = plain.split_once(',').unwrap_or((&plain, ""));
    let is_large = |word: &str| {
        word.starts_with(char::is_uppercase) || english::SMALL_IN_LABELS.contains(&word)
    };
    let words = |text: &str| {
        let words = text.split_whitespace();
        words.map(|word| word.trim_end_matches(['.', ',']).to_owned()).collect::<Vec<_>>()
    };
    words(name).iter().all(|word| word.is_empty() || is_large(word))
        && words(post).len() <= POST
        && !post.contains(['.', ';', '?', '!'])
}

/// A post after a name in a label has at most this many words.
const POST: usize = 10;

/// A name without what is in round or square brackets.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    let mut keep = outside;
    name.chars().filter(|&c| keep(c)).collect()
}

/// A name before a full stop: `Mr. SMITH of Northport.`, or before a stop and a dash.
fn point(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let start = prefix(line);
    let rest = line.get(start..)?;
    let shape = |end: usize, speech: usize| (start..start + end, start + speech, Shape::Point);
    let dash = rest.find(". –").or_else(|| rest.find(". —")).or_else(|| rest.find(". -"));
    if let Some(end) = dash.filter(|&end| is_name(&rest[..end])) {
        return Some(shape(end, end + 2));
    }
    let mut end = 0;
    let mut capitals = false;
    for word in rest.split(' ').take(10) {
        let plain = word.trim_end_matches('.');
        let letters = plain.chars().filter(|c| c.is_alphabetic());
        let in_capitals = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
        let is_title = english::ABBREVIATIONS.contains(&plain)
            || gender(&plain.to_lowercase()).is_some()
            || plain == "The";
        let is_place = capitals && (plain == "of" || plain.starts_with(char::is_uppercase));
        end += word.len();
        match () {
            () if in_capitals && word.ends_with('.') => return Some(shape(end - 1, end)),
            () if in_capitals => capitals = true,
            () if is_place && word.ends_with('.') => return Some(shape(end - 1, end)),
            () if is_place || is_title => {}
            () => return None,
        }
        end += 1;
    }
    None
}

/// A name in square brackets at the start of a line, or in the voice tag of a subtitle.
fn brackets(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    let (open, close) = match trimmed.as_bytes().first()? {
        b'[' => (1, ']'),
        b'<' if trimmed.starts_with("<v ") => (3, '>'),
        _ => return None,
    };
    let end = trimmed.find(close)?;
    let name = trimmed.get(open..end)?;
    let speech = indent + end + close.len_utf8();
    is_name(name).then_some((indent + open..indent + end, speech, Shape::Brackets))
}

/// A name on a line of its own, with a constituency, a party or a time.
fn own_line(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let trimmed = line.trim_end();
    let start = prefix(trimmed);
    let name = trimmed.get(start..)?;
    let ends_as_prose = name.ends_with(['.', '?', '!', ':', ';', ',', '”', '"', '’']);
    let named = !ends_as_prose && is_name(name.trim_end_matches(|c: char| !c.is_alphabetic()));
    (named && !name.is_empty()).then_some((start..trimmed.len(), trimmed.len(), Shape::Line))
}

/// Whether a label is that of a question: `q`, `q12`.
fn is_question(word: &str) -> bool {
    let number = word.strip_prefix('q');
    number.is_some_and(|number| number.chars().all(char::is_numeric))
}
