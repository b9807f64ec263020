//! What a quotation that begins or ends inside a sentence was cut off from: a negation, a
//! condition, a limit or a doubt that governs its words.

use std::ops::Range;

use super::sentence::{speech_after, speech_before};
use super::word_run::WordRun;
use crate::evidence::figures::is_number;
use crate::evidence::index::SourceIndex;
use crate::evidence::source::english;
use crate::evidence::source::stops::ends_clause;
use crate::evidence::source::words::{TokenKind, is_currency};

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

/// Both edges of a quotation in its source.
pub struct Edges<'a> {
    source: &'a SourceIndex<'a>,
    /// The speech before it in its sentence; tokens.
    before: Vec<usize>,
    /// The speech after it in its sentence; tokens.
    after: Vec<usize>,
    /// The words from the first segment on, and those of the last.
    first: WordRun,
    last: WordRun,
    start: usize,
}

impl<'a> Edges<'a> {
    /// The edges of a quotation that begins with the tokens `first` and ends with `last`.
    pub fn new(source: &'a SourceIndex<'a>, first: &Range<usize>, last: &Range<usize>) -> Self {
        let ended = last
            .end
            .checked_sub(1)
            .is_some_and(|end| crate::evidence::source::stops::ends_sentence(&source.tokens, end));
        Self {
            source,
            before: speech_before(source, first),
            after: if ended { Vec::new() } else { speech_after(source, last) },
            first: WordRun::new(&source.tokens, first.clone()),
            last: WordRun::new(&source.tokens, last.clone()),
            start: first.start,
        }
    }

    /// What governs the quotation from before it, if that was cut off.
    pub fn cut_before(&self) -> Option<CutOff> {
        let head = self.head();
        self.turned_before(&head)
            .or_else(|| self.within_condition(&head))
            .or_else(|| self.after_condition())
            .or_else(|| self.limited(&head))
            .or_else(|| self.distanced(&head))
    }

    /// What governs the quotation from after it, if that was cut off.
    pub fn cut_after(&self) -> Option<CutOff> {
        let tail = WordRun::new(&self.source.tokens, self.after.iter().copied());
        self.before_condition(&tail)
            .or_else(|| self.turned_after(&tail))
            .or_else(|| self.taken_back(&tail))
            .or_else(|| self.asked())
    }

    /// The words of the clause that the quotation begins in.
    fn head(&self) -> WordRun {
        let tokens = &self.source.tokens;
        let breaks = |token: &usize| {
            ends_clause(tokens, *token)
                || english::CLAUSE_BREAKS.contains(&tokens.spelling(*token).to_lowercase().as_str())
        };
        let from = self.before.iter().rposition(breaks).map_or(0, |last| last + 1);
        WordRun::new(tokens, self.before[from..].iter().copied())
    }

    /// Whether words that end where the quotation begins, with these `between`, govern it: nothing
    /// of weight is between, a clause or a verb has to follow them, or the quotation is a clause.
    fn governs(&self, between: &[String]) -> bool {
        let is_light =
            |word: &String| english::LIGHT_WORDS.contains(&word.as_str()) || word.ends_with("ly");
        let last = between.last().map_or("", String::as_str);
        between.iter().all(is_light)
            || english::BEFORE_A_CLAUSE.contains(&last)
            || english::BEFORE_A_VERB.contains(&last)
            || self.first.is_clause()
    }

    fn turned_before(&self, head: &WordRun) -> Option<CutOff> {
        let turned = head.turned()?;
        let is_superlative = head
            .from(turned.end)
            .iter()
            .all(|word| english::BEFORE_A_VERB.contains(&word.as_str()) || word == "been")
            && (self.first.word(0).ends_with("er")
                || self.first.is_in(0, english::AFTER_STRONG_NEVER))
            && self.first.len() > 1;
        (self.governs(head.from(turned.end)) && !is_superlative)
            .then(|| CutOff { tokens: head.tokens(turned), effect: CutEffect::Turns })
    }

    /// A condition that the quotation is itself part of: `if | the boats are safe`.
    fn within_condition(&self, head: &WordRun) -> Option<CutOff> {
        let found = (0..head.len()).rev().find_map(|at| {
            let end = head.phrase(at, english::CONDITION_PHRASES);
            end.or(head.is_in(at, english::IFS).then_some(at + 1)).map(|end| at..end)
        })?;
        let governs = found.end == head.len() || self.governs(head.from(found.end));
        governs.then(|| CutOff { tokens: head.tokens(found), effect: CutEffect::Conditions })
    }

    /// A condition at the start of the sentence, before its comma: `If it rains, | we sail`.
    fn after_condition(&self) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let all = WordRun::new(tokens, self.before.iter().copied());
        let skipped =
            (0..all.len()).take_while(|&at| all.is_in(at, english::BEFORE_FRONTED_IF)).count();
        let is_if = all.is_in(skipped, english::IFS) && !all.is_in(skipped, english::NOT_FRONTED);
        let is_idiom = all.is_in(skipped + 1, english::AFTER_MERE_IF)
            || all.is_in(skipped + 1, english::IN_POLITE_IF)
                && all.is_in(skipped + 2, english::END_POLITE_IF);
        let comma =
            self.before.iter().rposition(|token| tokens[*token].kind == TokenKind::Sign(','))?;
        let since = WordRun::new(tokens, self.before[comma..].iter().copied());
        let breaks = (0..since.len()).any(|at| since.is_in(at, english::CLAUSE_BREAKS));
        (is_if && !is_idiom && !breaks && self.first.is_clause()).then(|| CutOff {
            tokens: all.tokens(skipped..skipped + 1),
            effect: CutEffect::Conditions,
        })
    }

    /// A bound of the figure that the quotation begins with, or a word that says of how much or how
    /// surely it is so.
    fn limited(&self, head: &WordRun) -> Option<CutOff> {
        let count = head.len();
        let cut =
            |at: usize| Some(CutOff { tokens: head.tokens(at..count), effect: CutEffect::Limits });
        if self.begins_with_figure() {
            let phrase = (count.saturating_sub(3)..count)
                .find(|&at| head.phrase(at, english::BOUND_PHRASES) == Some(count));
            let word =
                count.checked_sub(1).filter(|&last| head.is_in(last, english::BEFORE_BOUNDED));
            return phrase.or(word).and_then(cut);
        }
        let last = (0..count).rev().find(|&at| !head.is_in(at, english::AFTER_SOFTENER))?;
        if head.is_in(last, english::OPEN_MODALS) && last + 1 == count {
            return cut(last);
        }
        let is_soft = head.is_in(last, english::SOFTENERS) && self.first.is_clause();
        if is_soft { cut(last) } else { None }
    }

    fn begins_with_figure(&self) -> bool {
        let token = self.source.tokens.get(self.start);
        is_number(self.first.word(0))
            || token.is_some_and(
                |token| matches!(token.kind, TokenKind::Sign(sign) if is_currency(sign)),
            )
    }

    /// A verb by which the quotation is hoped or claimed: `They claim that | the boats are safe`.
    fn distanced(&self, head: &WordRun) -> Option<CutOff> {
        let last = head.len().checked_sub(1)?;
        let verb = if head.last() == "that" { last.checked_sub(1)? } else { last };
        let claims =
            head.is_in(verb, english::NOT_SAID_TO_BE_SO) && (self.first.is_clause() || verb < last);
        claims.then(|| CutOff { tokens: head.tokens(verb..verb + 1), effect: CutEffect::Distances })
    }

    /// Whether the quotation says something that can be so: a clause, or the start of a sentence.
    fn says_something(&self) -> bool {
        self.last.is_clause() || (self.before.is_empty() && self.first.len() > 1)
    }

    /// A condition after what depends on it: `The rule applies | unless a minister objects`.
    fn before_condition(&self, tail: &WordRun) -> Option<CutOff> {
        let cut = |words: Range<usize>| {
            Some(CutOff { tokens: tail.tokens(words), effect: CutEffect::Conditions })
        };
        if !self.says_something() {
            return None;
        }
        if let Some(end) = tail.phrase(0, english::CONDITION_PHRASES) {
            return cut(0..end);
        }
        let joins = tail.is_in(0, english::BEFORE_CONDITION)
            || tail.word(0) == "and" && tail.word(1) == "only";
        let first = usize::from(joins);
        if tail.is_in(first, english::CONDITIONS_AFTER) && !self.is_mere_if(tail, first) {
            return cut(first..first + 1);
        }
        let tokens = &self.source.tokens;
        let same_clause = self
            .after
            .iter()
            .take_while(|token| !ends_clause(tokens, **token))
            .filter(|token| tokens[**token].kind == TokenKind::Word)
            .count();
        let breaks = |at: &usize| !tail.is_in(*at, english::CLAUSE_BREAKS);
        let later = (first + 1..same_clause)
            .take_while(breaks)
            .find(|&at| tail.is_in(at, english::LATER_CONDITIONS) && !self.is_mere_if(tail, at))?;
        cut(later..later + 1)
    }

    /// Whether the `if` at `at` makes no condition: `even if`, `if not`.
    fn is_mere_if(&self, tail: &WordRun, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(self.last.last(), |before| tail.word(before));
        tail.word(at) == "if"
            && (english::BEFORE_MERE_IF.contains(&before)
                || tail.is_in(at + 1, english::AFTER_MERE_IF))
            || tail.word(at) == "only" && tail.is_in(at + 1, english::AFTER_MERE_ONLY)
    }

    /// A predicate that denies the clause before it, `| is a lie`, or a negation after the verb that
    /// it belongs to.
    fn turned_after(&self, tail: &WordRun) -> Option<CutOff> {
        let first = self.after.first()?;
        let is_word = self.source.tokens[*first].kind == TokenKind::Word;
        if is_word && self.last.is_clause() && tail.is_in(0, english::COPULAS) {
            let near = |at: &usize| {
                tail.is_in(*at, english::OPPOSITES) && tail.word(*at) != "wrong"
                    || tail.word(*at) == "not"
                        && (*at + 1..*at + 4).any(|next| tail.is_in(next, english::TRUTHS))
            };
            let denied = (1..5.min(tail.len())).find(near)?;
            return Some(CutOff { tokens: tail.tokens(0..denied + 1), effect: CutEffect::Turns });
        }
        let after_verb = english::BEFORE_A_VERB.contains(&self.last.last());
        let turned = tail.turned().filter(|turned| turned.start <= usize::from(after_verb))?;
        let contrasts = !after_verb && tail.is_in(0, english::CONTRASTS);
        (is_word && !contrasts && self.last.len() > 1)
            .then(|| CutOff { tokens: tail.tokens(turned), effect: CutEffect::Turns })
    }

    /// A few words after a comma that take the clause back: `, they claim`.
    fn taken_back(&self, tail: &WordRun) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let comma =
            self.after.first().is_some_and(|token| tokens[*token].kind == TokenKind::Sign(','));
        let (_, rest) = self.after.split_first()?;
        let aside = rest.iter().take_while(|token| !ends_clause(tokens, **token)).count();
        let found = (0..aside.min(3)).find(|&at| tail.is_in(at, english::TAKEN_BACK))?;
        (comma && aside <= 4 && self.last.is_clause())
            .then(|| CutOff { tokens: tail.tokens(0..found + 1), effect: CutEffect::Distances })
    }

    /// The question that a clause was cut out of: `Does anyone think that | the boats are safe?`.
    fn asked(&self) -> Option<CutOff> {
        let tokens = &self.source.tokens;
        let mark = self.after.iter().find(|token| tokens[**token].kind != TokenKind::Word)?;
        let asks = tokens[*mark].kind == TokenKind::Sign('?');
        (asks && !self.before.is_empty() && self.first.is_clause())
            .then(|| CutOff { tokens: *mark..*mark + 1, effect: CutEffect::Asks })
    }
}
