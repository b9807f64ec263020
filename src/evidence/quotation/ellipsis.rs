//! What an ellipsis takes away with the words that it leaves out: a negation, a hedge, a bound or
//! the end of a sentence.

use std::ops::Range;

use super::word_run::{WordRun, is_finite};
use crate::evidence::figures::is_number;
use crate::evidence::source::english;
use crate::evidence::source::stops::{ends_clause, ends_sentence};
use crate::evidence::source::words::{TokenKind, Tokens};

/// An ellipsis that leaves out more words than this is heavy.
const HEAVY: usize = 50;

/// What an ellipsis leaves out, between two segments of a quotation.
pub struct Gap<'a> {
    source: &'a Tokens,
    /// The tokens that are left out.
    elided: Range<usize>,
}

impl<'a> Gap<'a> {
    /// The gap of these tokens of `source`.
    pub fn new(source: &'a Tokens, elided: Range<usize>) -> Self {
        Self { source, elided }
    }

    /// The words that are lost when the gap is, and would turn the rest round: in the clause that
    /// runs up to the next segment or, within one sentence, on from the last up to a conjunction.
    /// Those in a clause or a sentence that is left out whole are not lost but unsaid.
    pub fn lost_negation(&self) -> Option<Range<usize>> {
        let next =
            self.source.get(self.elided.end).map_or("", |_| self.source.spelling(self.elided.end));
        let turned = |run: WordRun| run.turned(next).map(|turned| run.tokens(turned));
        let put_off = |run: WordRun| run.put_off().map(|turned| run.tokens(turned));
        turned(self.head()).or_else(|| turned(self.tail())).or_else(|| put_off(self.head()))
    }

    /// A hedge, a modal or a bound that is lost when the gap is.
    pub fn lost_hedge(&self) -> Option<Range<usize>> {
        let head = self.head();
        let bound = self.lost_bound(&head);
        let hedge = |run: WordRun| {
            let says = |at: usize| {
                [english::SAYING, english::NOT_SAID_TO_BE_SO]
                    .iter()
                    .any(|list| run.is_in(at, *list))
            };
            let found = (0..run.len()).find(|&at| {
                run.is_in(at, english::LOST_HEDGES)
                    || run.is_in(at, english::WEAKER_BEFORE_TO) && run.word(at + 1) == "to"
                    || says(at) && at + 2 == run.len() && run.last() == "that"
            });
            found.map(|at| run.tokens(at..at + 1))
        };
        bound.or_else(|| hedge(head)).or_else(|| hedge(self.tail()))
    }

    /// A bound just before a figure, or a share just before what it is a share of.
    fn lost_bound(&self, head: &WordRun) -> Option<Range<usize>> {
        let count = head.len();
        let next = self.source.spelling(self.elided.end);
        let at_figure = is_number(next) || next.is_empty();
        let phrase = (count.saturating_sub(3)..count)
            .find(|&at| head.phrase(at, english::BOUND_PHRASES) == Some(count))
            .filter(|_| at_figure);
        let last = (0..count).rev().find(|&at| !head.is_in(at, english::AFTER_SOFTENER));
        let word = last.filter(|&last| {
            at_figure && head.is_in(last, english::BEFORE_BOUNDED)
                || head.is_in(last, english::SOFTENERS)
        });
        phrase.or(word).map(|at| head.tokens(at..count))
    }

    /// What may change the meaning, in a few words: much is left out, a negation, a condition, or
    /// the end of one sentence and the start of another.
    pub fn weight(&self) -> Option<String> {
        let length = self.source.count_words(self.elided.clone());
        if length > HEAVY {
            return Some(format!("an ellipsis leaves out {length} words"));
        }
        if self.joins_sentences() {
            return Some(
                "an ellipsis joins the start of one sentence to the end of another".to_owned(),
            );
        }
        let near = |run: WordRun| {
            (0..run.len()).find(|&at| run.is_in(at, english::MAY_TURN)).and_then(|at| run.token(at))
        };
        let whole = WordRun::new(self.source, self.elided.clone());
        let word = whole.weight().or_else(|| near(self.head())).or_else(|| near(self.tail()))?;
        Some(format!(
            "an ellipsis leaves out “{}”: make sure that the meaning has not changed",
            self.source.spelling(word)
        ))
    }

    /// Whether both segments are parts of different sentences: the first has no end and the second
    /// no start.
    fn joins_sentences(&self) -> bool {
        let ends = |token: usize| {
            ends_sentence(self.source, token) || self.source[token].kind == TokenKind::Sign(';')
        };
        let Some(last_said) = self.elided.start.checked_sub(1) else { return false };
        let (Some(first), Some(last)) =
            (self.elided.clone().next(), self.elided.clone().next_back())
        else {
            return false;
        };
        let ended = ends(last_said) || ends(first);
        let begins = ends(last) || self.begins_clause();
        !ended && !begins && (self.elided.clone().any(ends) || self.changes_subject())
    }

    /// Whether the second segment can stand alone: it begins with a subject, or with a conjunction.
    fn begins_clause(&self) -> bool {
        let next = self.source.lower(self.elided.end);
        let before = self.elided.end.checked_sub(1).filter(|last| ends_clause(self.source, *last));
        english::SUBJECTS.contains(next) && next != "that"
            || english::CONJUNCTIONS.contains(next)
            || before.is_some()
                && self.source.spelling(self.elided.end).starts_with(char::is_uppercase)
    }

    /// Whether what comes next is said of another subject than the first segment's: a verb follows a
    /// conjunction in the gap, or a subject does and the next segment begins with its verb.
    fn changes_subject(&self) -> bool {
        let run = WordRun::new(self.source, self.elided.clone());
        let Some(conjunction) =
            (0..run.len()).rev().find(|&at| run.is_in(at, english::ADDS_A_CLAUSE))
        else {
            return false;
        };
        let said = self.elided.start.checked_sub(1).map_or("", |said| self.source.lower(said));
        let next = self.source.lower(self.elided.end);
        let ends_in_verb = run.len() > conjunction + 2
            && english::FINITE_VERBS.contains(run.last())
            && english::FINITE_VERBS.contains(said);
        let has_subject = [english::DETERMINERS, english::SUBJECTS]
            .iter()
            .any(|list| run.is_in(conjunction + 1, *list));
        let before = run.token(conjunction).and_then(|token| token.checked_sub(1));
        let begins = before.is_some_and(|before| ends_clause(self.source, before));
        ends_in_verb || has_subject && begins && is_finite(next)
    }

    /// The words of the clause that runs up to the next segment.
    fn head(&self) -> WordRun {
        let next = self.elided.end;
        let mut start = next;
        for token in self.elided.clone().rev() {
            let subject = self.source.lower(token + 1);
            if ends_clause(self.source, token)
                || self.joins(token) && english::SUBJECTS.contains(subject)
            {
                break;
            }
            start = token;
        }
        WordRun::new(self.source, start..next)
    }

    /// The words that go on from the segment before, in the same sentence as the next one.
    fn tail(&self) -> WordRun {
        let same_sentence = !self.elided.clone().any(|token| ends_sentence(self.source, token));
        let goes_on = |token: &usize| {
            same_sentence && !ends_clause(self.source, *token) && !self.joins(*token)
        };
        WordRun::new(self.source, self.elided.clone().take_while(goes_on))
    }

    fn joins(&self, token: usize) -> bool {
        english::CONJUNCTIONS.contains(self.source.lower(token))
    }
}
