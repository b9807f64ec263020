//! What the reporter's own words deny of a quotation that goes on with their sentence: `said the plan
//! was not “| fit for purpose”`.

use std::ops::Range;

use super::{CutEffect, CutOff, Edges, Part, is_comma};
use crate::evidence::quotation::word_run::{WordRun, is_finite, is_listed};
use crate::evidence::source::english;
use crate::evidence::source::quotation_marks::span_at;
use crate::evidence::source::stops::ends_clause;
use crate::evidence::source::words::TokenKind;

impl Edges<'_> {
    /// A negation in the reporter's words, in the clause that the quotation goes on with.
    pub(super) fn denied_by_reporter(&self) -> Option<CutOff> {
        let begins = self.first.word(0);
        let clause = self.reporters_clause()?;
        let is_own = english::CLAUSE_BREAKS.contains(begins);
        let turned = clause
            .turned(begins)
            .or_else(|| clause.scarce())
            .or_else(|| dismissed(&clause))
            .filter(|_| !is_own)?;
        self.is_governed(&clause, &turned)
            .then(|| CutOff { tokens: clause.tokens(turned), effect: CutEffect::Turns })
    }

    /// Whether what is turned at `turned` of the reporter's clause is what the quotation says: no verb
    /// with its tense is between, or it belongs to the negation, or a word between takes a clause.
    fn is_governed(&self, clause: &WordRun, turned: &Range<usize>) -> bool {
        let word = clause.word(turned.start);
        let before = turned.start.checked_sub(1).map_or("", |before| clause.word(before));
        let is_subject = english::NO_SUBJECTS.contains(word);
        // `The failed plan`, `its lack of lights`.
        let is_verdict = is_listed(word, &[english::DISMISSING, english::OPPOSITES]);
        let is_noun = !is_subject && !is_verdict && english::DETERMINERS.contains(before);
        if is_noun
            || is_verdict && clause.last() == "as"
            || self.is_object_of_relative(clause, turned)
        {
            return false;
        }
        let between = clause.from(turned.end);
        let begins = self.first.word(0);
        let (last, earlier) = between.split_last().map_or(("", between), |(l, e)| (l.as_str(), e));
        // `Failing to act on | years of warnings`: the years are not denied.
        let is_light = |word: &String| is_listed(word, &[english::LIGHT_WORDS]);
        let is_beside = english::PREPOSITIONS.contains(last) && !english::NEAR.contains(last);
        if is_beside && !earlier.iter().all(is_light) && !begins.ends_with("ing") {
            return false;
        }
        let has_verb = is_finite(begins) && !english::BEFORE_A_VERB.contains(clause.last());
        let verb = between.iter().position(|word| is_finite(word));
        let verb = verb.or((has_verb && !between.is_empty()).then_some(between.len()));
        let takes_clause =
            |word: &String| is_listed(word, &[english::BEFORE_A_CLAUSE, english::CLAIMS]);
        let takes = |verb: usize| {
            english::BEFORE_A_CLAUSE.contains(word) || between[..verb].iter().any(takes_clause)
        };
        is_subject || verb.is_none_or(takes)
    }

    /// Whether the quotation is a thing that a clause about somebody names, so that it says of nothing
    /// that it is so: `those who do not pay | their fair share`.
    fn is_object_of_relative(&self, clause: &WordRun, turned: &Range<usize>) -> bool {
        let is_thing = self.part == Part::Phrase
            && is_listed(self.first.word(0), &[english::DEFINITE, english::THEIRS, english::OURS]);
        let rejects =
            is_listed(clause.word(turned.start), &[english::DISMISSING, english::OPPOSITES]);
        let last = clause.last();
        let is_joined = is_listed(last, &[english::LIGHT_WORDS, english::COPULAS, english::NEAR]);
        let has_verb = rejects || turned.end < clause.len();
        is_thing && has_verb && !is_joined && self.is_relative(clause, turned.start)
    }

    /// Whether the verb at `verb` of the reporter's clause is that of a clause about the noun before it,
    /// without a comma: `a board that did not keep`.
    fn is_relative(&self, clause: &WordRun, verb: usize) -> bool {
        let tokens = &self.source.tokens;
        let is_before_verb =
            |token: &usize| is_listed(self.lower(*token), &[english::BEFORE_A_VERB]);
        let before =
            clause.token(verb).and_then(|verb| (0..verb).rev().find(|at| !is_before_verb(at)));
        let Some((opener, noun)) = before.and_then(|at| Some((at, at.checked_sub(1)?))) else {
            return false;
        };
        let noun_word = self.lower(noun);
        let takes_clause = [
            english::BEFORE_A_CLAUSE,
            english::CLAIMS,
            english::SAYING,
            english::OPPOSITES,
            english::FACTIVES,
        ];
        tokens[noun].kind == TokenKind::Word
            && english::RELATIVE_PRONOUNS.contains(self.lower(opener))
            && (self.lower(opener) != "that" || !is_listed(noun_word, &takes_clause))
    }

    /// The words of the reporter's clause that the quotation goes on with. There are none if it is
    /// announced by a comma, a colon or a verb of speech.
    fn reporters_clause(&self) -> Option<WordRun> {
        let tokens = &self.source.tokens;
        let offset = tokens.get(self.whole.start)?.bytes.start;
        let spans = &self.source.speech.quoted_spans;
        let here = span_at(spans, offset)?;
        let span = &spans[here];
        if span.continues || tokens.within(&span.bytes).start != self.whole.start {
            return None;
        }
        let earlier = here.checked_sub(1).map_or(0, |before| spans[before].bytes.end);
        let paragraph = self.source.text.paragraph_at(offset) as usize - 1;
        let from = earlier.max(self.source.text.paragraphs().get(paragraph)?.start);
        let words = tokens.within(&(from..span.bytes.start));
        let clause = WordRun::new(tokens, self.clause_without_aside(words));
        let is_announced = english::SAYING.contains(clause.last());
        (!clause.is_empty() && !is_announced).then_some(clause)
    }

    /// The last clause of the reporter's `words`. Who says it, between two commas, is left out: `was
    /// not, she said, ready for`.
    fn clause_without_aside(&self, words: Range<usize>) -> Vec<usize> {
        /// Such an aside has at most this many tokens.
        const ASIDE: usize = 6;
        let own = self.last_clause(words.clone());
        let next = own.clone().next().map_or("", |next| self.lower(next));
        let goes_on = own.is_empty() || is_finite(next) || english::AFTER_ASIDE.contains(next);
        let aside = || {
            let comma = own.start.checked_sub(1).filter(|at| is_comma(self.source, *at))?;
            let mut before = comma.saturating_sub(ASIDE).max(words.start)..comma;
            let opening = before.rfind(|token| is_comma(self.source, *token))?;
            let says = |token: usize| english::SAYING.contains(self.lower(token));
            (opening + 1..comma).any(says).then_some(words.start..opening)
        };
        let earlier = aside().filter(|_| goes_on).map_or(0..0, |earlier| self.last_clause(earlier));
        earlier.chain(own).collect()
    }

    fn last_clause(&self, words: Range<usize>) -> Range<usize> {
        let tokens = &self.source.tokens;
        let breaks = |token: &usize| {
            let joins = is_listed(self.lower(*token), &[english::CLAUSE_BREAKS, english::WHENS]);
            let phrase = WordRun::new(tokens, token.saturating_sub(1)..=*token);
            let is_phrase = phrase.phrase(0, english::OPPOSITE_PHRASES).is_some();
            ends_clause(tokens, *token) || joins && !is_phrase
        };
        let start = words.clone().rev().find(breaks).map_or(words.start, |last| last + 1);
        start..words.end
    }
}

/// A verb by which a claim is put aside: `dismissed claims that`.
fn dismissed(clause: &WordRun) -> Option<Range<usize>> {
    let at = (0..clause.len()).rev().find(|&at| clause.is_in(at, english::DISMISSING))?;
    Some(at..at + 1)
}
