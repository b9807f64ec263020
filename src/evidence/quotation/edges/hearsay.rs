//! What a quotation only says others say, hope or fear: `Critics claim that | the boats are unsafe`.

use super::{CutEffect, CutOff, Edges, Part};
use crate::evidence::quotation::word_run::{WordRun, is_finite, is_listed};
use crate::evidence::source::english;
use crate::evidence::source::qualifiers::{Qualifier, qualifier};

impl Edges<'_> {
    /// A verb or a noun by which the quotation is claimed by others, hoped or feared.
    pub(super) fn said_by_others(&self) -> Option<CutOff> {
        let cut = |words| Some(CutOff { tokens: words, effect: CutEffect::Distances });
        if let Some(source) = self.according_to() {
            return cut(source);
        }
        let head = &self.head;
        let is_deed = head.last() == "of" && self.first.word(0).ends_with("ing");
        let is_charge = |at: usize| is_deed && head.is_in(at, english::ACCUSING);
        let verb = (0..head.len()).rev().find(|&at| is_charge(at) || self.reports_at(at))?;
        cut(head.tokens(verb..verb + 1))
    }

    /// Whether the word at `at` of the head makes hearsay of the quotation.
    fn reports_at(&self, at: usize) -> bool {
        let head = &self.head;
        let between = head.from(at + 1);
        let has_that = between.iter().any(|word| word == "that");
        let is_asked = between.first().is_some_and(|word| is_listed(word, &[english::ADDRESSED]));
        let is_endorsed = has_that && between.first().is_some_and(|word| word == "you");
        let is_own_noun =
            (at.saturating_sub(2)..at).any(|at| head.is_in(at, english::FIRST_PERSON));
        let is_claim = head.is_in(at, english::CLAIMS) && has_that && !is_own_noun;
        let is_hope = head.is_in(at, english::NOT_SAID_TO_BE_SO) && !is_asked;
        let is_denied = (0..at).any(|at| qualifier(head.word(at)) == Some(Qualifier::Negation));
        let is_news = is_denied && head.is_news(at);
        let is_said =
            head.is_in(at, english::SAYING) && !is_endorsed && !is_news && !self.is_own(at);
        (is_claim || is_hope || is_said) && self.is_taken_over(between)
    }

    /// Whether a verb or a noun of saying takes the quotation over the words `between`.
    fn is_taken_over(&self, between: &[String]) -> bool {
        let is_told = matches!(between, [word] if is_listed(word, &[english::TOLD_TO]));
        let has_that = between.iter().any(|word| word == "that");
        let last_that = between.last().is_some_and(|word| word == "that");
        match self.part {
            Part::Clause => between.is_empty() || last_that || is_told || is_told_to_some(between),
            Part::Predicate if has_that => {
                let is_relative = is_finite(self.first.word(0)) && last_that;
                // `The claim that it was so is | untrue` says nothing of others.
                let has_two_verbs = between.iter().filter(|word| is_finite(word)).nth(1).is_some();
                !is_relative && !has_two_verbs
            }
            Part::Predicate => begins_clause(between),
            Part::Phrase => false,
        }
    }

    /// Whether the speaker says, with the verb at `at`, what they hold themselves.
    fn is_own(&self, at: usize) -> bool {
        let head = &self.head;
        let is_passed = |at: &usize| {
            head.is_in(*at, english::BEFORE_OWN_VERB) || head.word(*at).ends_with("ly")
        };
        let Some(subject) = (0..at).rev().find(|at| !is_passed(at)) else {
            return !self.is_about_somebody() && head.word(0) != "to";
        };
        let has = |list: english::WordList| (subject + 1..at).any(|at| head.is_in(at, list));
        let is_contracted =
            head.word(subject).ends_with("'m") || head.word(subject).ends_with("'re");
        if (has(english::BE) || is_contracted) && head.is_in(at, english::TOLD) {
            return false;
        }
        let is_own = |at: usize| {
            let lets = at.checked_sub(1).is_some_and(|before| head.word(before) == "let");
            head.is_in(at, english::OWN_SUBJECTS) || lets && head.is_in(at, english::FIRST_PERSON)
        };
        is_own(subject) || has(english::words!["to"]) && (0..at).any(is_own)
    }

    /// Whether the clause that the quotation begins in says something about somebody: `those who`.
    fn is_about_somebody(&self) -> bool {
        let all = WordRun::new(&self.source.tokens, self.before.iter().copied());
        let before = all.len().checked_sub(self.head.len() + 1);
        before.is_some_and(|before| all.is_in(before, english::RELATIVE_PRONOUNS))
    }

    /// `According to the board, |`.
    fn according_to(&self) -> Option<std::ops::Range<usize>> {
        let all = WordRun::new(&self.source.tokens, self.before.iter().copied());
        let comma = (0..self.before.len()).rev().find(|at| self.is_comma(*at))?;
        let skipped = usize::from(all.is_in(0, english::BEFORE_FRONTED_IF));
        let opens = all.phrase(skipped, english::ACCORDING)?;
        let near = self.before.len() - comma <= 1 || self.part == Part::Predicate;
        (near && self.part != Part::Phrase).then(|| all.tokens(skipped..opens))
    }

    /// A few words after a comma that take the clause back: `, they claim`.
    pub(super) fn taken_back(&self, tail: &WordRun) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let (first, rest) = self.after.split_first()?;
        let aside = rest.iter().take_while(|token| !super::ends_clause(tokens, **token)).count();
        let has = |list: english::WordList, end: usize| (0..end).any(|at| tail.is_in(at, list));
        let found = (0..aside.min(5)).find(|&at| {
            tail.is_in(at, english::TAKEN_BACK)
                || tail.word(at) == "according"
                || tail.is_in(at, english::TOLD) && has(english::BE, at)
                || tail.is_in(at, english::SAYING)
                    && !has(english::FIRST_PERSON, at + 2)
                    && aside > 1
        })?;
        let gives_reason = tail.is_in(0, english::CONJUNCTIONS);
        let is_aside = super::is_comma(self.source, *first) && aside <= 6;
        (is_aside && !gives_reason && self.says_something())
            .then(|| CutOff { tokens: tail.tokens(0..found + 1), effect: CutEffect::Distances })
    }
}

/// Whether these words say no more than to whom something is said: `the town`, `our own crews`.
fn is_told_to_some(words: &[String]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_noun = |word: &String| !is_finite(word) && !is_listed(word, &[english::PREPOSITIONS]);
    is_listed(first, &[english::DETERMINERS])
        && matches!(rest.len(), 1 | 2)
        && rest.iter().all(is_noun)
}

/// Whether these words are the start of a clause that the quotation goes on with: `the boats are`.
fn begins_clause(words: &[String]) -> bool {
    let starts = words.first().is_some_and(|word| {
        english::DETERMINERS.contains(word.as_str()) || english::SUBJECTS.contains(word.as_str())
    });
    starts && words.len() <= 6 && !words.iter().any(|word| word == "to")
}
