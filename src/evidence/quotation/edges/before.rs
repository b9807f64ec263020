//! What governs a quotation from before it.

use std::ops::Range;

use super::{CutEffect, CutOff, Edges, Part};
use crate::evidence::quotation::word_run::{WordRun, is_finite};
use crate::evidence::source::english;
use crate::evidence::source::qualifiers::{Qualifier, qualifier};
use crate::evidence::source::words::TokenKind;

impl Edges<'_> {
    /// A negation or its like: `I do not believe that | the boats are safe`.
    pub(super) fn turned_before(&self) -> Option<CutOff> {
        let cut = |words: Range<usize>| CutOff {
            tokens: self.head.tokens(words),
            effect: CutEffect::Turns,
        };
        if english::CLAUSE_BREAKS.contains(&self.first.word(0)) && !self.head.is_empty() {
            return self.turned_reason();
        }
        let turned = self.head.turned(self.first.word(0)).or_else(|| self.head.scarce());
        let found = turned.filter(|turned| self.is_turned_by(turned)).map(cut);
        found
            .or_else(|| self.prevented())
            .or_else(|| self.turned_alternative())
            .or_else(|| self.turned_reason())
    }

    fn is_turned_by(&self, turned: &Range<usize>) -> bool {
        let between = self.head.from(turned.end);
        !self.is_superlative(turned, between)
            && (self.reaches(between)
                || self.is_adjective(between)
                || self.is_interrupted(turned)
                || self.is_subject(turned))
    }

    /// Whether a negation reaches the quotation over the words `between`: nothing of weight is
    /// between, or a word that takes a clause or a verb, or the quotation is a clause.
    fn reaches(&self, between: &[String]) -> bool {
        /// A negation reaches over at most this many words to a verb that it does not belong to.
        const NEAR: usize = 7;
        let is_light =
            |word: &String| english::LIGHT_WORDS.contains(&word.as_str()) || word.ends_with("ly");
        let last = between.last().map_or("", String::as_str);
        let begins = self.first.word(0);
        let takes_clause =
            |word: &String| word == "that" || english::BEFORE_A_CLAUSE.contains(&word.as_str());
        let has_clause = between.iter().any(takes_clause);
        let is_near = between.len() <= NEAR || between.iter().take(NEAR / 2).any(takes_clause);
        between.iter().all(is_light)
            || english::BEFORE_A_CLAUSE.contains(&last)
            || last == "that"
            || begins == "to" && english::BEFORE_AN_INFINITIVE.contains(&last)
            || match self.part {
                Part::Clause => is_near && !english::QUESTION_WORDS.contains(&begins),
                Part::Predicate => is_near && (!is_finite(begins) || has_clause),
                Part::Phrase => false,
            }
    }

    /// Whether only an adjective is between `no` and the quotation: `no working | light`.
    fn is_adjective(&self, between: &[String]) -> bool {
        let begins = self.first.word(0);
        let is_noun = ![english::PREPOSITIONS, english::BEFORE_A_NOUN]
            .iter()
            .any(|list| list.contains(&begins));
        let no = self.head.len().checked_sub(2).is_some_and(|at| self.head.word(at) == "no");
        between.len() == 1 && no && is_noun && self.part == Part::Phrase
    }

    /// Whether a few words part a verb from its negation: `cannot in good conscience | support this`.
    fn is_interrupted(&self, turned: &Range<usize>) -> bool {
        let head = &self.head;
        let begins = self.first.word(0);
        let no_verbs = [english::PREPOSITIONS, english::BEFORE_A_NOUN, english::CLAUSE_BREAKS];
        let is_no_verb = |word: &str| no_verbs.iter().any(|list| list.contains(&word));
        let before = turned.start.checked_sub(1).map_or("", |before| head.word(before));
        let word = head.word(turned.start);
        let is_auxiliary =
            english::BEFORE_A_VERB.contains(&before) || word == "cannot" || word.ends_with("n't");
        let between = head.from(turned.end);
        let aside =
            between.first().is_some_and(|word| english::PREPOSITIONS.contains(&word.as_str()));
        is_auxiliary
            && aside
            && between.len() <= 4
            && !is_no_verb(begins)
            && !is_no_verb(head.last())
    }

    /// A verb that is against what is quoted: `stopped the crew from | sailing`, `oppose the plan to |
    /// build`.
    fn prevented(&self) -> Option<CutOff> {
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
        is_verb.then(|| CutOff { tokens: head.tokens(verb..head.len()), effect: CutEffect::Turns })
    }

    /// Whether the negation belongs to the subject of the quotation, or opens its sentence: `No boat |
    /// was lit`, `Under no circumstances will we | sail`.
    fn is_subject(&self, turned: &Range<usize>) -> bool {
        let opens = (0..turned.start).all(|at| self.head.is_in(at, english::BEFORE_FRONTED));
        let word = self.head.word(turned.start);
        let is_negation = qualifier(word) == Some(Qualifier::Negation) && word != "without";
        opens
            && (is_negation || english::SCARCE.contains(&word))
            && (self.part == Part::Predicate || self.is_inverted(turned))
    }

    /// Whether a negation before the subject puts the verb before it, so that the quotation may be the
    /// rest: `At no point did the board | warn us`.
    fn is_inverted(&self, turned: &Range<usize>) -> bool {
        let no_nouns = [english::BEFORE_A_NOUN, english::PREPOSITIONS];
        let is_in_phrase = |word: &str| no_nouns.iter().any(|list| list.contains(&word));
        let fronted = turned.start > 0 || english::INVERTING.contains(&self.head.word(0));
        let has_verb = self
            .head
            .from(turned.end)
            .iter()
            .take(3)
            .any(|word| word != "to" && english::BEFORE_A_VERB.contains(&word.as_str()));
        let breaks = is_in_phrase(self.head.last()) || is_in_phrase(self.first.word(0));
        fronted && has_verb && (!breaks || english::SURE_SUBJECTS.contains(&self.head.last()))
    }

    /// Whether the negation makes a superlative: `never been | prouder`, `no government has done more
    /// to | help`.
    fn is_superlative(&self, turned: &Range<usize>, between: &[String]) -> bool {
        let is_more = |word: &str| english::COMPARATIVES.contains(&word);
        let article = usize::from(english::SINGULAR.contains(&self.first.word(0)));
        let is_more_inside = between.iter().skip(1).any(|word| is_more(word));
        let strong = english::NEVER.contains(&self.head.word(turned.start));
        is_more_inside || (strong || !between.is_empty()) && is_more(self.first.word(article))
    }

    /// A negation that reaches over `or`: `We will not raise taxes or | cut services`.
    fn turned_alternative(&self) -> Option<CutOff> {
        let (or, earlier) = self.before.split_last()?;
        if self.lower(*or) != "or" {
            return None;
        }
        let start = self.clause_start(earlier.len());
        let clause = WordRun::new(&self.source.tokens, earlier[start..].iter().copied());
        let turned = clause.turned("")?;
        Some(CutOff { tokens: clause.tokens(turned), effect: CutEffect::Turns })
    }

    /// A reason that is denied: `not because | we were told to`.
    fn turned_reason(&self) -> Option<CutOff> {
        let all = WordRun::new(&self.source.tokens, self.before.iter().copied());
        let because = all.len().checked_sub(1)?;
        let at = if all.last() == "because" { because.checked_sub(1)? } else { because };
        let is_reason = all.last() == "because" || self.first.word(0) == "because";
        let denies = all.word(at) == "not";
        (is_reason && denies)
            .then(|| CutOff { tokens: all.tokens(at..at + 1), effect: CutEffect::Turns })
    }

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
            let opens = at == 0 || head.is_in(at + 1, &["that"]);
            let word = head.is_in(at, english::IFS)
                && (opens || !english::PARTICIPLES_FOR_IF.contains(&head.word(at)));
            phrase.or(word.then_some(at + 1)).map(|end| at..end)
        })?;
        let governs = found.end == head.len() || self.reaches(head.from(found.end));
        governs.then(|| CutOff { tokens: head.tokens(found), effect: CutEffect::Conditions })
    }

    /// A condition before a comma: `If it rains, | we sail`, `Had we known, | we would have sailed`.
    fn after_condition(&self) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let all = WordRun::new(tokens, self.before.iter().copied());
        let comma = (0..self.before.len()).rev().find(|at| self.is_comma(*at))?;
        let comma = self.before[comma];
        let is_before = |at: usize| all.token(at).is_some_and(|token| token < comma);
        let opening = (0..all.len()).rev().find_map(|at| {
            let words = self.fronted_condition(&all, at)?;
            is_before(at).then_some(words)
        })?;
        let since = (opening.end..all.len()).filter(|at| !is_before(*at));
        let breaks = since.into_iter().any(|at| all.is_in(at, english::TURNS_AWAY))
            || english::TURNS_AWAY.contains(&self.first.word(0));
        let is_next = self.before.last() == Some(&comma) && self.may_be_clause();
        let asks = self.first.word(0) == "please";
        (!breaks && !asks && (is_next || self.part != Part::Phrase))
            .then(|| CutOff { tokens: all.tokens(opening), effect: CutEffect::Conditions })
    }

    /// The words at `at` that open a condition on what comes after its comma.
    fn fronted_condition(&self, all: &WordRun, at: usize) -> Option<Range<usize>> {
        let before = at.checked_sub(1).map_or("", |before| all.word(before));
        let opens = at == 0
            || english::BEFORE_FRONTED_IF.contains(&before)
            || all.token(at - 1).zip(all.token(at)).is_some_and(|(one, next)| next > one + 1);
        if !opens {
            return None;
        }
        let is_idle = all.is_in(at + 1, english::AFTER_MERE_IF)
            || all.is_in(at + 1, english::IN_POLITE_IF)
                && all.is_in(at + 2, english::END_POLITE_IF);
        if all.is_in(at, english::IFS) && !all.is_in(at, english::NOT_FRONTED) && !is_idle {
            return Some(at..at + 1);
        }
        let inverted = at == 0
            && all.is_in(at, english::INVERTED_IFS)
            && (all.is_in(at + 1, english::SUBJECTS) || all.is_in(at + 1, english::DETERMINERS));
        let is_open =
            |word: &String| english::CONTINGENT.contains(&word.as_str()) || word.ends_with("'ll");
        let depends = self.first.from(0).iter().chain(self.head.from(0)).any(is_open);
        let lacking = all.phrase(at, english::LACKING).filter(|_| depends && at == 0);
        let phrase = lacking.or_else(|| all.phrase(at, english::CONDITION_PHRASES));
        phrase.or(inverted.then_some(at + 1)).map(|end| at..end)
    }

    /// A bound of a figure that was quoted, or a word that says of how much or how surely it is so.
    pub(super) fn limited_before(&self) -> Option<CutOff> {
        let head = &self.head;
        let count = head.len();
        let cut =
            |at: usize| Some(CutOff { tokens: head.tokens(at..count), effect: CutEffect::Limits });
        if let Some(found) = self.unbounded() {
            return Some(found);
        }
        if let Some(opening) = self.opened_by(english::LIMITING_OPENERS) {
            return Some(CutOff { tokens: opening, effect: CutEffect::Limits });
        }
        let is_auxiliary = |at: &usize| {
            head.is_in(*at, english::BETWEEN_MODAL_AND_VERB) || head.word(*at).ends_with("ly")
        };
        let modal = (0..count).rev().find(|at| !is_auxiliary(at));
        if let Some(modal) = modal.filter(|at| head.is_in(*at, english::OPEN_MODALS)) {
            return cut(modal);
        }
        let to = (0..count).rev().find(|&at| !head.is_in(at, english::BETWEEN_MODAL_AND_VERB));
        let to = to.filter(|&at| head.word(at) == "to").and_then(|to| to.checked_sub(1));
        if let Some(verb) = to.filter(|&verb| head.is_in(verb, english::UNSURE_BEFORE_TO)) {
            return cut(verb);
        }
        let last = (0..count).rev().find(|&at| !head.is_in(at, english::AFTER_SOFTENER))?;
        let before = last.checked_sub(1).map_or("", |before| head.word(before));
        let is_portion = head.is_in(last, english::PORTIONS) && head.word(last + 1) == "of";
        let is_softener =
            head.is_in(last, english::SOFTENERS) && !english::DETERMINERS.contains(&before);
        let is_soft = (is_portion || is_softener) && self.part == Part::Clause;
        if is_soft { cut(last) } else { None }
    }

    /// The bound of a figure of the quotation, or the denial of one, outside of it.
    fn unbounded(&self) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let quoted = tokens.bytes(self.whole.clone());
        let figures = self.source.figures().all();
        let first = figures.partition_point(|figure| figure.bytes.start < quoted.start);
        let inside = figures[first..].iter().take_while(|figure| figure.bytes.end <= quoted.end);
        let limits = inside.filter_map(|figure| figure.limit.as_ref());
        let outside = |words: &Range<usize>| words.end <= quoted.start || words.start >= quoted.end;
        let words = limits.map(|limit| limit.bytes.clone()).find(outside)?;
        Some(CutOff { tokens: tokens.within(&words), effect: CutEffect::Limits })
    }

    /// The phrase of `list` that opens the sentence, with its comma just before the quotation.
    pub(super) fn opened_by(&self, list: &[&str]) -> Option<Range<usize>> {
        let tokens = &self.source.tokens;
        let (comma, opening) = self.before.split_last()?;
        let is_comma = tokens[*comma].kind == TokenKind::Sign(',');
        let start = opening.iter().rposition(|token| tokens[*token].kind != TokenKind::Word);
        let run = WordRun::new(tokens, opening[start.map_or(0, |at| at + 1)..].iter().copied());
        let skipped = usize::from(run.is_in(0, english::BEFORE_FRONTED_IF));
        let end = run.phrase(skipped, list).filter(|end| *end == run.len());
        end.filter(|_| is_comma && self.may_be_clause()).map(|end| run.tokens(skipped..end))
    }

    /// Whether the quotation, just after a comma, may be a clause.
    fn may_be_clause(&self) -> bool {
        let begins = self.first.word(0);
        self.part != Part::Phrase
            || self.first.len() > 2 && !english::PREPOSITIONS.contains(&begins)
    }
}
