//! A sentence as the parts that say who speaks: names, verbs of speech, and what divides them.
//!
//! There is no grammar of English here, but the few rules that news writing keeps: the subject is
//! next to its verb, a name after a preposition is not the subject, and what is between two commas
//! can be left out.

use std::ops::Range;

use super::mentions::{Article, Mentions};
use super::names::is_date;
use crate::evidence::source::english;
use crate::evidence::source::words::{Dash, TokenKind, Tokens, is_currency};

/// What a part of a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A name.
    Name,
    /// A pronoun for a speaker.
    Pronoun,
    /// A verb of speech.
    Verb,
    /// `according`, `words`: the speaker is named after it.
    Introduces,
    /// A form of `be`.
    Be,
    Article(Article),
    /// A word that may be between a subject and its verb.
    Auxiliary,
    Preposition,
    By,
    And,
    As,
    /// Begins a clause of its own.
    Relative,
    Comma,
    /// A colon or a dash.
    Break,
    Word,
}

#[derive(Clone, Debug)]
pub struct ClausePart {
    /// What it does.
    pub kind: PartKind,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A sentence, or what of it is outside quotation marks.
pub struct Clause<'a> {
    /// The tokens of the text.
    pub tokens: &'a Tokens,
    /// The names of the text.
    pub mentions: &'a Mentions<'a>,
    /// Its parts, in order.
    pub parts: Vec<ClausePart>,
}

impl<'a> Clause<'a> {
    /// Reads the tokens in `range`.
    pub fn new(tokens: &'a Tokens, mentions: &'a Mentions<'a>, range: &Range<usize>) -> Self {
        let mut parts = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let name = mentions.starting_at(at).filter(|mention| !mention.is_only_a_title());
            let name = name.map(|mention| mention.name.tokens.end);
            let (kind, end) = match name.filter(|end| *end <= range.end) {
                Some(end) => (PartKind::Name, end),
                None => (kind(tokens, at), at + 1),
            };
            parts.push(ClausePart { kind, tokens: at..end });
            at = end;
        }
        Self { tokens, mentions, parts }
    }

    /// Whether a verb of speech is in it.
    pub fn has_verb(&self) -> bool {
        (0..self.parts.len()).any(|at| self.is_verb(at))
    }

    /// Whether its speaker is the subject: `we say`.
    pub fn is_in_first_person(&self) -> bool {
        let is_pronoun = |&at: &usize| self.parts[at].kind == PartKind::Pronoun;
        (0..self.parts.len()).filter(is_pronoun).any(|at| !self.is_third_person(at))
    }

    /// Whether it ends as what leads up to speech does: in a verb of speech, a colon, `that`.
    pub fn introduces_speech(&self) -> bool {
        let last = self.parts.iter().rposition(|part| part.kind != PartKind::Comma);
        last.is_some_and(|last| match self.parts[last].kind {
            PartKind::Verb | PartKind::As => true,
            PartKind::Break => {
                self.tokens[self.parts[last].tokens.start].kind == TokenKind::Sign(':')
            }
            PartKind::Relative => self.is_that(last),
            _ => false,
        })
    }

    pub fn is_verb(&self, at: usize) -> bool {
        matches!(self.parts[at].kind, PartKind::Verb | PartKind::Introduces)
    }

    /// Whether the part is `that`, which opens what is said: `Moss said that Vale had warned`.
    pub fn is_that(&self, at: usize) -> bool {
        let word = self.tokens.lower(self.parts[at].tokens.start);
        english::OPEN_REPORTED_CLAUSES.contains(word)
    }

    /// Where the clause around the part `at` begins.
    pub fn clause_start(&self, at: usize) -> usize {
        let is_break = |&before: &usize| self.parts[before].kind == PartKind::Break;
        (0..at).rev().find(is_break).map_or(0, |before| before + 1)
    }
}

/// What a token outside names does.
fn kind(tokens: &Tokens, at: usize) -> PartKind {
    match tokens[at].kind {
        TokenKind::Sign(',' | '(' | ')') => return PartKind::Comma,
        TokenKind::Sign(sign) if is_currency(sign) || sign == '%' => return PartKind::Word,
        TokenKind::Sign(_) | TokenKind::Ellipsis | TokenKind::Dash(Dash::Parts) => {
            return PartKind::Break;
        }
        TokenKind::Dash(Dash::Joins | Dash::Minus | Dash::Wraps) => return PartKind::Word,
        TokenKind::Word => {}
    }
    let word = tokens.lower(at);
    let is = |list: english::WordList| list.contains(word);
    let follows_comma = at > 0 && tokens[at - 1].kind == TokenKind::Sign(',');
    match word {
        "while" | "whereas" if follows_comma => PartKind::And,
        "by" => PartKind::By,
        "and" => PartKind::And,
        "as" => PartKind::As,
        _ if is(english::SPEECH_VERBS_WITH_IT) && !is_put_in_words(tokens, at) => PartKind::Word,
        _ if is(english::SPEECH_VERBS) && !is_saying(tokens, at, word) => PartKind::Verb,
        _ if is(english::SPEAKER_FOLLOWS) => PartKind::Introduces,
        "i" | "we" | "you" => PartKind::Pronoun,
        _ if word != "that" && Article::from_word(word) != Article::None => {
            PartKind::Article(Article::from_word(word))
        }
        _ if is(english::HE) || is(english::SHE) || is(english::THEY) => PartKind::Pronoun,
        _ if is(english::BE) => PartKind::Be,
        _ if is(english::RELATIVES) => PartKind::Relative,
        _ if is(english::PREPOSITIONS) => PartKind::Preposition,
        _ if is(english::AUXILIARIES) || is_date(tokens.spelling(at)) => PartKind::Auxiliary,
        _ => PartKind::Word,
    }
}

/// Whether a verb that is one of speech with `it` alone is one here: `as Vale put it`.
fn is_put_in_words(tokens: &Tokens, at: usize) -> bool {
    tokens.lower(at + 1) == "it" && !english::NO_SPEECH_AFTER_IT.contains(tokens.lower(at + 2))
}

/// Whether a word that may be a verb is a noun after a determiner, an owner, a preposition or a verb,
/// as in `over claims` and `Vale’s reply`, or part of a compound: `so-called`.
fn is_saying(tokens: &Tokens, at: usize, word: &str) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let is_joined = tokens[before].kind == TokenKind::Dash(Dash::Joins);
    let before = tokens.lower(before);
    let is_noun = |before: &str| {
        let is_determiner = before != "that" && Article::from_word(before) != Article::None;
        let lists = [english::PREPOSITIONS, english::SPEECH_VERBS, english::words!["by"]];
        is_determiner || before.ends_with("'s") || lists.iter().any(|list| list.contains(before))
    };
    is_joined || (english::SAYINGS.contains(word) && is_noun(before))
}
