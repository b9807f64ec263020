//! The labels by which a record says whose turn it is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::label_shapes::{Shape, ShapedLabel};
use super::mentions::{Article, Mention, Mentions, SpokenBy};
use super::names::{folded, folded_words};
use super::titles::{NameParts, gender, is_role};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::{Text, lines_at};

/// A label, and the turn that it begins.
#[derive(Clone, Debug)]
pub struct Label {
    /// Where its line begins.
    pub start: usize,
    /// Where the words of the turn begin.
    pub speech: usize,
    /// Whose turn it is; [`None`] for whoever answers: `A:`.
    pub speaker: Option<SpokenBy>,
    /// What the label does.
    pub kind: LabelKind,
}

/// What a label does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// It names whose turn it is.
    Names,
    /// It is that of a question, by whoever asked before: `Q:`.
    Asks,
    /// It is that of an answer: `A:`.
    Answers,
    /// It names a witness who answers from then on: `Dana Vale (sworn)`.
    Swears,
    /// It is a line of its own without the name of a person: a post, or a time.
    Describes,
    /// It is an interruption by people without a name: `Hon. Members:`.
    Interrupts,
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
    /// Whom `Chair:` means.
    holders: HashMap<String, SpokenBy>,
}

impl<'a> LabelReader<'a> {
    /// Reads labels from `text`.
    pub fn new(text: &'a SourceText, tokens: &'a Tokens, mentions: &'a Mentions<'a>) -> Self {
        let words = (0..tokens.len()).map(|token| tokens.spelling(token));
        let common = words.filter(|word| word.starts_with(char::is_lowercase)).collect();
        let holders = holders_of_the_chair(tokens, mentions);
        Self { text, tokens, mentions, common, holders }
    }

    /// The labels, in order. Names on a line of their own count in a `record` only.
    pub fn labels(&self, is_record: bool) -> Vec<Label> {
        let candidates = self.candidates(is_record);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for candidate in &candidates {
            for key in self.keys(candidate) {
                *counts.entry(key).or_default() += 1;
            }
        }
        let has_seats = candidates.iter().any(|candidate| self.has_seat(candidate));
        let is_repeated = |candidate: &Candidate| {
            let key = self.keys(candidate).next();
            key.is_some_and(|key| counts.get(&key) > Some(&1))
                || (has_seats && self.is_a_name_alone(candidate))
        };
        let labels = candidates.iter().filter(|one| self.is_label(one, is_repeated(one)));
        labels.map(|candidate| self.label(candidate)).collect()
    }

    /// By what a label is known again: the name without what is in brackets; then whoever a post
    /// has in brackets after it.
    fn keys(&self, candidate: &Candidate) -> impl Iterator<Item = String> {
        let text = &self.text.as_str()[candidate.name.clone()];
        let (name, inside) = text.split_once('(').unwrap_or((text, ""));
        let name = folded_words(name);
        let is_post = name.iter().any(|word| is_role(word));
        let holder = is_post.then(|| folded_words(inside)).filter(|holder| !holder.is_empty());
        std::iter::once(name).chain(holder).map(|words| words.join(" "))
    }

    /// Whether a seat or a party is in brackets after a name on a line of its own.
    fn has_seat(&self, candidate: &Candidate) -> bool {
        let text = &self.text.as_str()[candidate.name.clone()];
        candidate.shape == Shape::Line && text.find('(').is_some_and(|at| at > 0)
    }

    /// Whether a line is two or three words that the text has with a capital only, as a name is and
    /// as a heading hardly ever.
    fn is_a_name_alone(&self, candidate: &Candidate) -> bool {
        let words = folded_words(&self.text.as_str()[candidate.name.clone()]);
        candidate.shape == Shape::Line
            && NameParts::new(&words).is_full_name()
            && words.len() < 4
            && !words
                .iter()
                .any(|word| self.common.contains(word.as_str()) && !is(english::PARTICLES, word))
    }

    fn candidates(&self, is_record: bool) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (start, line) in lines_at(self.text.as_str()) {
            let found = ShapedLabel::read(line, is_record);
            candidates.extend(found.map(|ShapedLabel { name, speech, shape }| Candidate {
                start,
                name: start + name.start..start + name.end,
                speech: start + speech,
                shape,
            }));
        }
        candidates
    }

    /// Whether a candidate is a label and no heading, list item or point of a speech.
    fn is_label(&self, candidate: &Candidate, is_repeated: bool) -> bool {
        let text = &self.text.as_str()[candidate.name.clone()];
        let words = folded_words(text);
        let Some((first, last)) = words.first().zip(words.last()) else { return false };
        let speaks_in_records = is(english::SPEAKERS_IN_RECORDS, last) || is_question(first);
        let is_known = self.mentions.names_a_party(&self.tokens.within(&candidate.name));
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
                let is_seat = self.text.as_str()[..candidate.name.start].ends_with('(');
                let is_chair = words.len() < 4 && is(english::CHAIRS, last);
                let is_marked = has_title || has_brackets || has_time || is_chair;
                is_known
                    || is_numbered(text)
                    || (is_name && !is_seat && (is_marked || (is_repeated && !is_common)))
            }
        }
    }

    fn label(&self, candidate: &Candidate) -> Label {
        let text = &self.text.as_str()[candidate.name.clone()];
        let words = folded_words(text);
        let kind = self.kind(candidate, &words);
        let speaker = match kind {
            LabelKind::Answers => None,
            LabelKind::Interrupts => {
                Some(SpokenBy::Other(Text::flow(text).to_string(), candidate.start))
            }
            _ => Some(self.speaker(&candidate.name)),
        };
        Label { start: candidate.start, speech: candidate.speech, speaker, kind }
    }

    fn kind(&self, candidate: &Candidate, words: &[String]) -> LabelKind {
        let tokens = self.tokens.within(&candidate.name);
        let names_person = || {
            let mut names = self.mentions.within(&tokens).iter();
            names.any(|one| self.mentions.is_surely_a_person(one))
        };
        match words {
            [word] if is(english::ANSWERS, without_number(word)) => LabelKind::Answers,
            [word] if is(english::QUESTIONS, without_number(word)) => LabelKind::Asks,
            [.., last] if is(english::INTERRUPTERS, last) => LabelKind::Interrupts,
            _ if words.iter().any(|word| is(english::SWORN, word)) => LabelKind::Swears,
            _ if candidate.shape == Shape::Line && !names_person() => LabelKind::Describes,
            _ => LabelKind::Names,
        }
    }

    /// Whom a label names: whoever comes first in full, else a person in brackets, as after a post,
    /// else whoever has the post.
    fn speaker(&self, name: &Range<usize>) -> SpokenBy {
        let text = &self.text.as_str()[name.clone()];
        let bracket = text.find('(').unwrap_or(text.len());
        let inside = self.tokens.within(&(name.start + bracket..name.end));
        let outside = self.tokens.within(&(name.start..name.start + bracket));
        let person = |range: &Range<usize>| {
            let mut persons = self.mentions.within(range).iter();
            persons.find_map(|one| somebody(one).filter(|_| self.mentions.is_surely_a_person(one)))
        };
        let of_interest = |range: &Range<usize>| {
            let mut named = self.mentions.within(range).iter().filter_map(somebody);
            named.find(|one| matches!(one, SpokenBy::Party(_) | SpokenBy::OneOf { .. }))
        };
        let printed = Text::flow(text[..bracket].trim()).to_string();
        let has_post = folded_words(&text[..bracket]).iter().any(|word| is_role(word));
        let [first, then] = if has_post { [&inside, &outside] } else { [&outside, &inside] };
        person(first)
            .or_else(|| person(then))
            .or_else(|| of_interest(&outside))
            .or_else(|| self.mentions.with_initials(&printed))
            .or_else(|| self.holders.get(&folded_words(&printed).join(" ")).cloned())
            .unwrap_or_else(|| {
                let is_described = is_numbered(&printed);
                if is_described {
                    SpokenBy::Described(printed)
                } else {
                    SpokenBy::Other(printed, 0)
                }
            })
    }
}

fn is(list: english::WordList, word: &str) -> bool {
    list.contains(word)
}

/// Whoever a name means.
fn somebody(mention: &Mention) -> Option<SpokenBy> {
    mention.referent.clone().somebody()
}

/// Who takes the chair, as the head of a record says it: `Dana Vale (Chair)`, `[Dana Vale in the
/// Chair]`.
fn holders_of_the_chair(tokens: &Tokens, mentions: &Mentions<'_>) -> HashMap<String, SpokenBy> {
    let mut holders = HashMap::new();
    for mention in mentions.within(&(0..tokens.len())) {
        let end = mention.name.tokens.end;
        let after = end..tokens.len().min(end + 3);
        let mut words = after.map(|at| folded(tokens.spelling(at))).filter(|word| {
            !Article::from_word(word).is_definite() && word != "in" && !word.is_empty()
        });
        let chair = words.next().filter(|word| is(english::CHAIRS, word));
        let person = somebody(mention).filter(|_| mentions.is_surely_a_person(mention));
        if let Some((chair, person)) = chair.zip(person) {
            holders.entry(chair).or_insert(person);
        }
    }
    holders
}

/// Whether a label only tells the speakers of a recording apart: `Speaker 2`, `SPEAKER_01`.
fn is_numbered(label: &str) -> bool {
    let mut words = label.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.next().is_some_and(|word| is(english::SPEAKERS_IN_RECORDS, &word))
        && words.next().is_some_and(|word| word.chars().all(char::is_numeric))
}

/// Whether a label is that of a question or an answer: `q`, `q12`.
fn is_question(word: &str) -> bool {
    matches!(without_number(word), "q" | "a")
}

fn without_number(word: &str) -> &str {
    word.trim_end_matches(|c: char| c.is_ascii_digit())
}
