//! What a quotation that begins or ends inside a sentence was cut off from: a negation, a
//! condition, a limit or a doubt that governs its words.
//!
//! What governs depends on what the quotation is in its sentence, its [`Part`]. The words that deny
//! it are read in `turned`, and the reporter's in `reporter`, then `conditions`, `limits`, and words of
//! others in `hearsay`.

mod conditions;
mod hearsay;
mod limits;
mod reporter;
mod turned;

use std::ops::Range;

use super::sentence::{speech_after, speech_before};
use super::word_run::{WordRun, is_finite};
use crate::evidence::index::SourceIndex;
use crate::evidence::source::english;
use crate::evidence::source::stops::{ends_clause, ends_sentence};
use crate::evidence::source::words::TokenKind;

/// Words that were cut off, and what they do to those that were quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    /// The words; tokens of the source.
    pub tokens: Range<usize>,
    /// What they do.
    pub effect: CutEffect,
}

/// What words that were cut off do to those that were quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutEffect {
    /// They turn them round.
    Turns,
    /// They make them depend on something.
    Conditions,
    /// They limit or soften them.
    Limits,
    /// They give them as what others say, or as a hope.
    Distances,
    /// They make a question of them.
    Asks,
}

/// What a quotation is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A clause with its subject and its verb: `the boats are safe`.
    Clause,
    /// What is said of a subject before it: `are safe`, or `know the law` after `they`.
    Predicate,
    /// Less than that: `the boats`, `at night`.
    Phrase,
}

/// Both edges of a quotation in its source.
pub struct Edges<'a> {
    source: &'a SourceIndex<'a>,
    /// The speech before it in its sentence; tokens.
    before: Vec<usize>,
    /// The speech after it in its sentence; tokens.
    after: Vec<usize>,
    /// The words of the first segment, and those of the last.
    first: WordRun,
    last: WordRun,
    /// The tokens from the first to the last.
    whole: Range<usize>,
    /// The words of the clause that it begins in.
    head: WordRun,
    part: Part,
}

impl<'a> Edges<'a> {
    /// The edges of a quotation that begins with the tokens `first` and ends with `last`.
    pub fn new(source: &'a SourceIndex<'a>, first: &Range<usize>, last: &Range<usize>) -> Self {
        let tokens = &source.tokens;
        let is_ended = last.end.checked_sub(1).is_some_and(|end| ends_sentence(tokens, end));
        let mut edges = Self {
            source,
            before: speech_before(source, first),
            after: if is_ended { Vec::new() } else { speech_after(source, last) },
            first: WordRun::new(tokens, first.clone()),
            last: WordRun::new(tokens, last.clone()),
            whole: first.start..last.end,
            head: WordRun::new(tokens, []),
            part: Part::Phrase,
        };
        edges.head = edges.head();
        edges.part = edges.part();
        edges
    }

    /// What governs the quotation from before it, if that was cut off.
    pub fn cut_before(&self) -> Option<CutOff> {
        self.turned_before()
            .or_else(|| self.denied_by_reporter())
            .or_else(|| self.conditioned_before())
            .or_else(|| self.limited_before())
            .or_else(|| self.said_by_others())
    }

    /// What governs the quotation from after it, if that was cut off.
    pub fn cut_after(&self) -> Option<CutOff> {
        let tail = WordRun::new(&self.source.tokens, self.after.iter().copied());
        self.conditioned_after(&tail)
            .or_else(|| self.turned_after(&tail))
            .or_else(|| self.limited_after(&tail))
            .or_else(|| self.taken_back(&tail))
            .or_else(|| self.asked())
    }

    /// The question that a clause was cut out of: `Does anyone think that | the boats are safe?`.
    fn asked(&self) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let mark = self.after.iter().find(|token| tokens[**token].kind != TokenKind::Word)?;
        let asks = tokens[*mark].kind == TokenKind::Sign('?');
        (asks && !self.before.is_empty() && self.part == Part::Clause)
            .then(|| CutOff { tokens: *mark..*mark + 1, effect: CutEffect::Asks })
    }

    /// The words of the clause that the quotation begins in. An aside between commas is left out, and
    /// so is a clause about the subject of the quotation.
    fn head(&self) -> WordRun {
        /// An aside has at most this many tokens.
        const ASIDE: usize = 8;
        let tokens = &self.source.tokens;
        let from = self.clause_start(self.before.len());
        let own = &self.before[from..];
        let Some(earlier) = from.checked_sub(1) else {
            return WordRun::new(tokens, own.iter().copied());
        };
        let goes_on = own.first().map_or(!self.first.is_clause(), |next| {
            english::AFTER_ASIDE.contains(self.lower(*next))
        });
        let opening = (earlier.saturating_sub(ASIDE)..earlier).rev().find(|at| self.is_comma(*at));
        let is_aside = self.is_comma(earlier) && goes_on;
        let is_relative = english::RELATIVE_PRONOUNS.contains(self.lower(self.before[earlier]))
            && is_finite(self.first.word(0));
        let (end, own) = match opening {
            Some(opening) if is_aside => (opening, own),
            _ if is_relative => (earlier, &own[..0]),
            _ => return WordRun::new(tokens, own.iter().copied()),
        };
        let start = self.clause_start(end);
        WordRun::new(tokens, self.before[start..end].iter().chain(own).copied())
    }

    /// Where the clause begins that ends at `end` of the speech before.
    fn clause_start(&self, end: usize) -> usize {
        let breaks = |token: &usize| {
            ends_clause(&self.source.tokens, *token)
                || english::CLAUSE_BREAKS.contains(self.lower(*token))
        };
        self.before[..end].iter().rposition(breaks).map_or(0, |last| last + 1)
    }

    fn part(&self) -> Part {
        let last = self.head.last();
        let begins = self.first.word(0);
        let before_verb = english::BEFORE_A_VERB.contains(last)
            && !(last == "to" && english::BEFORE_A_NOUN.contains(begins))
            || last.ends_with("n't")
            || english::FINITE_ENDINGS.iter().any(|ending| last.ends_with(ending));
        let is_object_clause = last == "that" && self.is_clause_taken_at(self.head.len() - 1)
            || english::IFS.contains(last) && last != "provided";
        if is_finite(begins) && !self.head.is_empty() || before_verb {
            Part::Predicate
        } else if is_object_clause || self.first.is_clause() {
            Part::Clause
        } else {
            Part::Phrase
        }
    }

    /// Whether the word before `at` in the head takes a whole clause: `believe that`.
    fn is_clause_taken_at(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.head.is_in(before, english::BEFORE_A_CLAUSE)
                || self.head.is_in(before, english::CLAIMS)
                || self.head.is_in(before, english::SAYING)
                || self.head.is_in(before, english::NOT_SAID_TO_BE_SO)
                || self.head.is_in(before, english::TURNS_BEFORE_TO_SAY)
                || self.head.is_in(before, english::OPPOSITES)
        })
    }

    /// Whether the quotation says something that can be so.
    fn says_something(&self) -> bool {
        let begins_sentence = self.before.is_empty() && self.first.len() > 1;
        self.part != Part::Phrase || self.last.is_clause() || begins_sentence
    }

    fn lower(&self, token: usize) -> &str {
        self.source.tokens.lower(token)
    }

    fn is_comma(&self, at: usize) -> bool {
        is_comma(self.source, self.before[at])
    }
}

fn is_comma(source: &SourceIndex<'_>, token: usize) -> bool {
    source.tokens[token].kind == TokenKind::Sign(',')
}
