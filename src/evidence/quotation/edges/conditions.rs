//! Conditions on either side of a quotation: `If it rains, | we will sail`, `We will sail | unless it rains`.

use std::ops::Range;

use super::{CutEffect, CutOff, Edges, Part};
use crate::evidence::quotation::word_run::{WordRun, is_finite, is_listed};
use crate::evidence::source::english;
use crate::evidence::source::stops::ends_clause;

impl Edges<'_> {
    /// A condition that the quotation is part of or that opens its sentence.
    pub(super) fn conditioned_before(&self) -> Option<CutOff> {
        self.within_condition().or_else(|| self.after_condition())
    }

    /// A condition that the quotation is itself part of: `if | the boats are safe`.
    fn within_condition(&self) -> Option<CutOff> {
        let head = &self.head;
        if self.part == Part::Phrase {
            return None;
        }
        let found = (0..head.len()).rev().find_map(|at| {
            let phrase = head.phrase(at, english::CONDITION_PHRASES);
            let opens = at == 0 || head.is_in(at + 1, english::words!["that"]);
            let word = head.is_in(at, english::IFS)
                && (opens || !head.is_in(at, english::PARTICIPLES_FOR_IF));
            phrase.or(word.then_some(at + 1)).map(|end| at..end)
        })?;
        let governs = found.end == head.len() || self.reaches(head.from(found.end));
        governs.then(|| CutOff { tokens: head.tokens(found), effect: CutEffect::Conditions })
    }

    /// A condition before a comma: `If it rains, | we sail`, `Had we known, | we would have sailed`.
    fn after_condition(&self) -> Option<CutOff> {
        let all = WordRun::new(&self.source.tokens, self.before.iter().copied());
        let comma = (0..self.before.len()).rev().find(|at| self.is_comma(*at))?;
        let words = all.partition_point(|token| token < self.before[comma]);
        let opening = (0..words).rev().find_map(|at| self.fronted_condition(&all, at))?;
        let turns_away = (words..all.len()).any(|at| all.is_in(at, english::TURNS_AWAY))
            || is_listed(self.first.word(0), &[english::TURNS_AWAY, english::REQUESTS]);
        let is_next = comma + 1 == self.before.len() && self.may_be_clause();
        (!turns_away && (is_next || self.part != Part::Phrase))
            .then(|| CutOff { tokens: all.tokens(opening), effect: CutEffect::Conditions })
    }

    /// The words at `at` that open a condition on what comes after its comma.
    fn fronted_condition(&self, all: &WordRun, at: usize) -> Option<Range<usize>> {
        let before = at.checked_sub(1);
        let opens = before.is_none_or(|before| {
            all.is_in(before, english::BEFORE_FRONTED_IF) || !all.is_next(before)
        });
        if !opens {
            return None;
        }
        let is_polite =
            all.is_in(at + 1, english::IN_POLITE_IF) && all.is_in(at + 2, english::END_POLITE_IF);
        let is_if = all.is_in(at, english::IFS)
            && !all.is_in(at, english::NOT_FRONTED)
            && !all.is_in(at + 1, english::AFTER_MERE_IF);
        let is_inverted = at == 0
            && all.is_in(0, english::INVERTED_IFS)
            && (all.is_in(1, english::SUBJECTS)
                || all.is_in(1, english::DETERMINERS)
                || all.word(1).ends_with('s'));
        let begins_clause = all.is_in(at + 1, english::SUBJECTS)
            || all.is_in(at + 1, english::DETERMINERS)
            || all.word(at + 1).ends_with('s');
        let is_past = |word: &String| {
            let is_present = is_listed(word, &[english::BEFORE_A_VERB, english::UNCHANGED_FORMS]);
            is_listed(word, &[english::PAST_AUXILIARIES]) || is_finite(word) && !is_present
        };
        let mut words = all.from(at).iter().chain(self.first.from(0));
        let is_open = self.is_contingent() || !words.any(is_past);
        let is_when = all.is_in(at, english::WHEN_IFS) && begins_clause && is_open;
        let word = is_if && !is_polite || is_inverted || is_when;
        let lacking = all.phrase(at, english::LACKING).filter(|_| at == 0 && self.is_contingent());
        let phrase = lacking.or_else(|| all.phrase(at, english::CONDITION_PHRASES));
        phrase.or(word.then_some(at + 1)).map(|end| at..end)
    }

    /// Whether the quotation is of what may come to be.
    fn is_contingent(&self) -> bool {
        let is_open =
            |word: &String| is_listed(word, &[english::CONTINGENT]) || word.ends_with("'ll");
        self.first.from(0).iter().chain(self.head.from(0)).any(is_open)
    }

    /// A condition after what depends on it: `The rule applies | unless a minister objects`.
    pub(super) fn conditioned_after(&self, tail: &WordRun) -> Option<CutOff> {
        let cut = |words: Range<usize>| {
            Some(CutOff { tokens: tail.tokens(words), effect: CutEffect::Conditions })
        };
        if !self.says_something() {
            return None;
        }
        let phrase = |at: usize, list: english::WordList| {
            let end = tail.phrase(at, list)?;
            tail.phrase(end, english::NO_CONDITION).is_none().then_some(end)
        };
        if let Some(end) = phrase(0, english::CONDITION_PHRASES) {
            return cut(0..end);
        }
        if tail.phrase(0, english::words!["but not"]).is_some()
            && tail.is_in(2, english::PREPOSITIONS)
        {
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
        let starts_clause =
            |at: usize| tail.is_in(at, english::SUBJECTS) || tail.is_in(at, english::DETERMINERS);
        let is_when = tail.word(0) == "once" || tail.is_in(0, english::INVERTED_IFS);
        if is_when && starts_clause(1) && self.is_contingent() {
            return cut(0..1);
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

    /// Whether the quotation, with the words of its tail up to `at`, says that something is not so or may
    /// not be: `The pier stays shut |`.
    fn is_denied_before(&self, tail: &WordRun, at: usize) -> bool {
        let is_denied = |word: &String| is_listed(word, &[english::AS_IF_DENIED]);
        self.last.turned("").is_some()
            || self.head.turned("").is_some()
            || self.last.from(0).iter().chain(&tail.from(0)[..at]).any(is_denied)
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
                !english::BEFORE_MERE_IF.contains(before) && !is_mere && !is_polite
            }
            "only" => !tail.is_in(next, english::AFTER_MERE_ONLY),
            word if english::UNTILS.contains(word) => {
                !english::CLAUSE_BREAKS.contains(before)
                    && !tail.is_in(next, english::AFTER_MERE_UNTIL)
                    && self.is_denied_before(tail, at)
            }
            word if english::PARTICIPLES_FOR_IF.contains(word) => {
                tail.word(next) == "that"
                    || tail.is_in(next, english::SUBJECTS)
                    || tail.is_in(next, english::BEFORE_A_NOUN)
            }
            _ => true,
        }
    }
}
