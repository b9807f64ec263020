//! What governs a quotation from after it.

use std::ops::Range;

use super::{CutEffect, CutOff, Edges, Part, is_comma};
use crate::evidence::quotation::word_run::WordRun;
use crate::evidence::source::english;
use crate::evidence::source::stops::ends_clause;
use crate::evidence::source::words::TokenKind;

impl Edges<'_> {
    /// A condition after what depends on it: `The rule applies | unless a minister objects`.
    pub(super) fn conditioned_after(&self, tail: &WordRun) -> Option<CutOff> {
        let cut = |words: Range<usize>| {
            Some(CutOff { tokens: tail.tokens(words), effect: CutEffect::Conditions })
        };
        if !self.says_something() {
            return None;
        }
        let phrase = |at: usize, list: &[&str]| {
            let end = tail.phrase(at, list)?;
            tail.phrase(end, english::NO_CONDITION).is_none().then_some(end)
        };
        if let Some(end) = phrase(0, english::CONDITION_PHRASES) {
            return cut(0..end);
        }
        if tail.phrase(0, &["but not"]).is_some() && tail.is_in(2, english::PREPOSITIONS) {
            return cut(0..2);
        }
        let joins = tail.is_in(0, english::BEFORE_CONDITION)
            || tail.word(0) == "and" && tail.word(1) == "only";
        let first = usize::from(joins);
        // `but if` opens a clause with a condition of its own.
        let is_own = joins && tail.word(first) == "if";
        if tail.is_in(first, english::CONDITIONS_AFTER) && self.is_condition(tail, first) && !is_own
        {
            return cut(first..first + 1);
        }
        let later = (first + 1..self.clause_length(tail)).find_map(|at| {
            let phrase = phrase(at, english::LATER_CONDITION_PHRASES);
            let word = tail.is_in(at, english::LATER_CONDITIONS) && self.is_condition(tail, at);
            phrase.or(word.then_some(at + 1)).map(|end| at..end)
        })?;
        cut(later)
    }

    /// How many words of the tail belong to the clause that the quotation ends in: up to a conjunction
    /// with a subject of its own.
    fn clause_length(&self, tail: &WordRun) -> usize {
        let is_subject =
            |at: usize| tail.is_in(at, english::SUBJECTS) || tail.is_in(at, english::BEFORE_A_NOUN);
        let breaks = |&at: &usize| {
            tail.is_in(at, english::CLAUSE_BREAKS)
                && (!tail.is_in(at, english::ADDS_A_CLAUSE)
                    || is_subject(at + 1)
                    || self.is_after_comma(tail, at))
        };
        (0..tail.len()).find(breaks).unwrap_or(tail.len())
    }

    fn is_after_comma(&self, tail: &WordRun, at: usize) -> bool {
        let before = tail.token(at).and_then(|token| token.checked_sub(1));
        before.is_some_and(|before| ends_clause(&self.source.tokens, before))
    }

    /// Whether the word at `at` of the tail makes a condition, unlike `even if`, `provided by`.
    fn is_condition(&self, tail: &WordRun, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(self.last.last(), |before| tail.word(before));
        let next = at + 1;
        match tail.word(at) {
            "if" => {
                let is_polite = tail.is_in(next, english::IN_POLITE_IF)
                    && tail.is_in(next + 1, english::END_POLITE_IF);
                let is_mere = tail.is_in(next, english::AFTER_MERE_IF);
                !english::BEFORE_MERE_IF.contains(&before) && !is_mere && !is_polite
            }
            "only" => !tail.is_in(next, english::AFTER_MERE_ONLY),
            "until" => self.last.turned("").is_some() || self.head.turned("").is_some(),
            word if english::PARTICIPLES_FOR_IF.contains(&word) => {
                tail.word(next) == "that"
                    || tail.is_in(next, english::SUBJECTS)
                    || tail.is_in(next, english::BEFORE_A_NOUN)
            }
            _ => true,
        }
    }

    /// A predicate that denies the clause before it, `| is a lie`, or a negation after the verb that
    /// it belongs to.
    pub(super) fn turned_after(&self, tail: &WordRun) -> Option<CutOff> {
        let cut =
            |words: Range<usize>| CutOff { tokens: tail.tokens(words), effect: CutEffect::Turns };
        let first = *self.after.first()?;
        let is_word = self.source.tokens[first].kind == TokenKind::Word;
        let is_clause = self.last.is_clause() || self.part == Part::Clause;
        let denial = if is_word { 0 } else { self.denial_start(tail) };
        if is_clause && (is_word || denial > 0) && tail.is_in(denial, english::COPULAS) {
            let denies = |at: &usize| {
                tail.is_in(*at, english::OPPOSITES)
                    || (tail.word(*at) == "not" || tail.word(*at).ends_with("n't"))
                        && (*at + 1..*at + 4).any(|next| tail.is_in(next, english::TRUTHS))
            };
            let end = (denial + 5).min(tail.len());
            if let Some(denied) = (denial..end).find(denies) {
                return Some(cut(0..denied + 1));
            }
        }
        let after_verb = english::BEFORE_A_VERB.contains(&self.last.last());
        let turned = tail.turned("").filter(|turned| turned.start <= usize::from(after_verb))?;
        let contrasts = !after_verb && tail.is_in(0, english::CONTRASTS);
        (is_word && !contrasts && self.last.len() > 1).then(|| cut(turned))
    }

    /// Where a predicate begins that comes back to the clause before a comma: `, but that | is a lie`.
    fn denial_start(&self, tail: &WordRun) -> usize {
        let at = usize::from(tail.is_in(0, english::TURNS_AWAY));
        let comes_back = self.after.first().is_some_and(|token| is_comma(self.source, *token))
            && tail.is_in(at, english::POINTS_BACK);
        if comes_back { at + 1 } else { 0 }
    }

    /// Words just after a clause that limit it: `| in theory`.
    pub(super) fn limited_after(&self, tail: &WordRun) -> Option<CutOff> {
        let end = tail.phrase(0, english::LIMITS_AFTER).filter(|_| self.says_something())?;
        Some(CutOff { tokens: tail.tokens(0..end), effect: CutEffect::Limits })
    }

    /// The question that a clause was cut out of: `Does anyone think that | the boats are safe?`.
    pub(super) fn asked(&self) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let mark = self.after.iter().find(|token| tokens[**token].kind != TokenKind::Word)?;
        let asks = tokens[*mark].kind == TokenKind::Sign('?');
        (asks && !self.before.is_empty() && self.part == Part::Clause)
            .then(|| CutOff { tokens: *mark..*mark + 1, effect: CutEffect::Asks })
    }
}
