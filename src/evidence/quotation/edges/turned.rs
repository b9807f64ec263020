//! Words on either side of a quotation that deny it: `I do not believe that | the boats are safe`.

use std::ops::Range;

use super::{CutEffect, CutOff, Edges, Part, is_comma};
use crate::evidence::quotation::word_run::{WordRun, is_finite, is_listed};
use crate::evidence::source::english;
use crate::evidence::source::qualifiers::{Qualifier, qualifier};
use crate::evidence::source::words::TokenKind;

impl Edges<'_> {
    /// A negation or its like: `I do not believe that | the boats are safe`.
    pub(super) fn turned_before(&self) -> Option<CutOff> {
        let begins = self.first.word(0);
        let own_clause = english::CLAUSE_BREAKS.contains(begins) && !self.head.is_empty();
        let turned = self.head.turned(begins).or_else(|| self.head.scarce());
        let turned = turned.filter(|turned| !own_clause && self.is_turned_by(turned));
        let words = turned.map(|turned| self.head.tokens(turned));
        words
            .or_else(|| self.prevented())
            .or_else(|| self.turned_alternative())
            .or_else(|| self.denied_reason())
            .map(|tokens| CutOff { tokens, effect: CutEffect::Turns })
    }

    fn is_turned_by(&self, turned: &Range<usize>) -> bool {
        let between = self.head.from(turned.end);
        !self.is_superlative(turned, between)
            && !is_about_noun(between)
            && (self.reaches(between)
                || self.is_adjective(between)
                || self.is_interrupted(turned)
                || self.is_subject(turned))
    }

    /// Whether a negation reaches the quotation over the words `between`: nothing of weight is
    /// between, or a word that takes a clause or a verb, or the quotation is a clause.
    pub(super) fn reaches(&self, between: &[String]) -> bool {
        /// A negation reaches over at most this many words to a verb that it does not belong to.
        const NEAR: usize = 7;
        let is_light =
            |word: &String| is_listed(word, &[english::LIGHT_WORDS]) || word.ends_with("ly");
        let takes_clause =
            |word: &String| word == "that" || is_listed(word, &[english::BEFORE_A_CLAUSE]);
        let is_near = between.len() <= NEAR || between.iter().take(NEAR / 2).any(takes_clause);
        let begins = self.first.word(0);
        let last = between.last();
        let takes_infinitive = begins == "to"
            && last.is_some_and(|last| is_listed(last, &[english::BEFORE_AN_INFINITIVE]));
        let takes_gerund = begins.ends_with("ing")
            && between.len() <= 3
            && last.is_some_and(|last| is_listed(last, &[english::BEFORE_A_GERUND]));
        between.iter().all(is_light)
            || last.is_some_and(takes_clause)
            || takes_infinitive
            || takes_gerund
            || match self.part {
                Part::Clause => is_near && !english::QUESTION_WORDS.contains(begins),
                Part::Predicate if self.has_own_verb() => {
                    is_near && between.iter().any(takes_clause)
                }
                Part::Predicate => is_near,
                Part::Phrase => false,
            }
    }

    /// Whether the quotation begins with a verb that stands on its own, after its subject.
    fn has_own_verb(&self) -> bool {
        is_finite(self.first.word(0)) && !is_listed(self.head.last(), &[english::BEFORE_A_VERB])
    }

    /// Whether only an adjective is between `no` and the quotation: `no working | light`.
    fn is_adjective(&self, between: &[String]) -> bool {
        let no = self.head.len().checked_sub(2).is_some_and(|at| self.head.word(at) == "no");
        let is_noun =
            !is_listed(self.first.word(0), &[english::PREPOSITIONS, english::BEFORE_A_NOUN]);
        between.len() == 1 && no && is_noun && self.part == Part::Phrase
    }

    /// Whether a few words part a verb from its negation: `cannot in good conscience | support this`.
    fn is_interrupted(&self, turned: &Range<usize>) -> bool {
        /// An aside without commas has at most this many words.
        const ASIDE: usize = 4;
        let head = &self.head;
        let may_be_verb = |word: &str| {
            !is_listed(
                word,
                &[english::PREPOSITIONS, english::BEFORE_A_NOUN, english::CLAUSE_BREAKS],
            )
        };
        let before = turned.start.checked_sub(1).map_or("", |before| head.word(before));
        let word = head.word(turned.start);
        let is_auxiliary = is_listed(before, &[english::BEFORE_A_VERB])
            || word == "cannot"
            || word.ends_with("n't");
        let is_aside =
            head.is_in(turned.end, english::PREPOSITIONS) && head.len() - turned.end <= ASIDE;
        is_auxiliary && is_aside && may_be_verb(self.first.word(0)) && may_be_verb(head.last())
    }

    /// Whether the negation belongs to the subject of the quotation, or opens its sentence: `No boat |
    /// was lit`, `Under no circumstances will we | sail`.
    fn is_subject(&self, turned: &Range<usize>) -> bool {
        let opens = (0..turned.start).all(|at| self.head.is_in(at, english::BEFORE_FRONTED));
        let word = self.head.word(turned.start);
        let is_negation = qualifier(word) == Some(Qualifier::Negation) && word != "without";
        opens
            && (is_negation || english::SCARCE.contains(word))
            && (self.part == Part::Predicate || self.is_inverted(turned))
    }

    /// Whether a negation before the subject puts the verb before it, so that the quotation may be the
    /// rest: `At no point did the board | warn us`.
    fn is_inverted(&self, turned: &Range<usize>) -> bool {
        let head = &self.head;
        let is_fronted = turned.start > 0 || head.is_in(0, english::INVERTING);
        let has_verb = (turned.end..turned.end + 3)
            .any(|at| head.is_in(at, english::BEFORE_A_VERB) && head.word(at) != "to");
        let in_phrase = [english::BEFORE_A_NOUN, english::PREPOSITIONS];
        let breaks =
            is_listed(head.last(), &in_phrase) || is_listed(self.first.word(0), &in_phrase);
        is_fronted && has_verb && (!breaks || is_listed(head.last(), &[english::SURE_SUBJECTS]))
    }

    /// Whether the negation makes a superlative: `never been | prouder`, `no government has done more
    /// to | help`.
    fn is_superlative(&self, turned: &Range<usize>, between: &[String]) -> bool {
        let is_more = |word: &str| english::COMPARATIVES.contains(word);
        let article = usize::from(english::SINGULAR.contains(self.first.word(0)));
        let goes_far = between.windows(2).any(|pair| pair == ["so", "far"]);
        let is_more_inside = !goes_far && between.iter().skip(1).any(|word| is_more(word));
        let strong = english::NEVER.contains(self.head.word(turned.start));
        is_more_inside || (strong || !between.is_empty()) && is_more(self.first.word(article))
    }

    /// A verb that is against what is quoted: `stopped the crew from | sailing`, `oppose the plan to |
    /// build`.
    fn prevented(&self) -> Option<Range<usize>> {
        let head = &self.head;
        let last = head.len().checked_sub(1)?;
        let verb = match head.last() {
            "against" => last,
            "from" => (0..last).rev().find(|&at| head.is_in(at, english::PREVENTING))?,
            "to" if last > 0 && head.is_in(last - 1, english::MEANT) => {
                (0..last).rev().find(|&at| head.is_in(at, english::OPPOSING))?
            }
            _ => return None,
        };
        let is_verb = self.first.word(0).ends_with("ing") || self.part == Part::Predicate;
        is_verb.then(|| head.tokens(verb..head.len()))
    }

    /// A negation that reaches over `or`: `We will not raise taxes or | cut services`.
    fn turned_alternative(&self) -> Option<Range<usize>> {
        let (or, earlier) = self.before.split_last()?;
        let start = self.clause_start(earlier.len());
        let clause = WordRun::new(&self.source.tokens, earlier[start..].iter().copied());
        let turned = clause.turned("").filter(|_| self.lower(*or) == "or")?;
        Some(clause.tokens(turned))
    }

    /// A reason that is denied: `not because | we were told to`.
    fn denied_reason(&self) -> Option<Range<usize>> {
        let all = WordRun::new(&self.source.tokens, self.before.iter().copied());
        let ends_in_because = all.last() == "because";
        let at = all.len().checked_sub(1 + usize::from(ends_in_because))?;
        let is_reason = ends_in_because || self.first.word(0) == "because";
        (is_reason && all.word(at) == "not").then(|| all.tokens(at..at + 1))
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
        let after_verb = english::BEFORE_A_VERB.contains(self.last.last());
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
}

/// Whether the words between a negation and a quotation make it a clause about a noun: `not answered
/// the letters that | our crews sent`.
fn is_about_noun(between: &[String]) -> bool {
    let [.., before, noun, that] = between else { return false };
    let takes_clause = is_listed(
        noun,
        &[english::BEFORE_A_CLAUSE, english::CLAIMS, english::OPPOSITES, english::SAID_OF],
    );
    that == "that" && is_listed(before, &[english::DETERMINERS]) && !takes_clause
}
