//! Words on either side of a quotation that limit or soften it: `up to | 500 boats`, `may | sink`.

use std::ops::Range;

use super::{CutEffect, CutOff, Edges, Part};
use crate::evidence::figures::is_number;
use crate::evidence::quotation::word_run::{WordRun, is_listed};
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

impl Edges<'_> {
    /// A bound of a figure that was quoted, or words that say of how much or how surely it is so.
    pub(super) fn limited_before(&self) -> Option<CutOff> {
        let words = self
            .unbounded()
            .or_else(|| self.range_before())
            .or_else(|| self.share())
            .or_else(|| self.opened_by(english::LIMITING_OPENERS))
            .or_else(|| self.left_open())
            .or_else(|| self.softened());
        words.map(|tokens| CutOff { tokens, effect: CutEffect::Limits })
    }

    /// The bound of a figure of the quotation, if the speaker states it outside of it.
    fn unbounded(&self) -> Option<Range<usize>> {
        let tokens = &self.source.tokens;
        let quoted = tokens.bytes(self.whole.clone());
        let figures = self.source.figures().all();
        let first = figures.partition_point(|figure| figure.bytes.start < quoted.start);
        let inside = figures[first..].iter().take_while(|figure| figure.bytes.end <= quoted.end);
        let limits = inside.filter_map(|figure| figure.limit.as_ref());
        let mut words = limits.map(|limit| tokens.within(&limit.bytes));
        let is_outside = |words: &Range<usize>| {
            self.before.contains(&words.start) || self.after.contains(&words.start)
        };
        words.find(is_outside)
    }

    /// The lower end of a range, or the word before it: `between | 3 and 5 piers`.
    fn range_before(&self) -> Option<Range<usize>> {
        let head = &self.head;
        let first = self.first.word(0);
        let opens = is_number(first) && head.last() == "between";
        let all = WordRun::new(&self.source.tokens, self.before.iter().copied());
        let count = all.len();
        let goes_on = count > 2
            && is_number(first)
            && all.is_in(count - 1, english::RANGES)
            && is_number(all.word(count - 2))
            && matches!(all.word(count - 3), "between" | "from");
        let words = if opens { 1 } else { 3 };
        (opens || goes_on).then(|| all.tokens(count - words..count))
    }

    /// The share of what is quoted, just before it: `a third of | our boats`.
    fn share(&self) -> Option<Range<usize>> {
        /// So few words are only the name of a thing.
        const PHRASE: usize = 3;
        let head = &self.head;
        let of = head.len().checked_sub(1).filter(|&of| head.word(of) == "of")?;
        let share = of.checked_sub(1)?;
        let number = head.word(share);
        let is_per_cent = self.source.tokens[head.token(of)? - 1].kind == TokenKind::Sign('%');
        let is_count = is_number(number) && number != "one";
        let is_share = is_per_cent || head.is_in(share, english::SHARES);
        let is_share = is_share && self.first.len() > PHRASE || is_count && self.first.has_verb();
        is_share.then(|| head.tokens(share..of + 1))
    }

    /// The phrase of `list` that opens the sentence, with its comma just before the quotation.
    fn opened_by(&self, list: english::WordList) -> Option<Range<usize>> {
        let end = self.before.len().checked_sub(1).filter(|&last| self.is_comma(last))?;
        let is_sign = |at: &usize| self.source.tokens[self.before[*at]].kind != TokenKind::Word;
        let start = (0..end).rev().find(is_sign).map_or(0, |sign| sign + 1);
        let run = WordRun::new(&self.source.tokens, self.before[start..end].iter().copied());
        let skipped = usize::from(run.is_in(0, english::BEFORE_FRONTED_IF));
        let phrase = run.phrase(skipped, list).filter(|end| *end == run.len());
        phrase.filter(|_| self.may_be_clause()).map(|end| run.tokens(skipped..end))
    }

    /// A modal verb, or a verb before `to`, that leaves open whether it is so: `may have been | hit`.
    fn left_open(&self) -> Option<Range<usize>> {
        let head = &self.head;
        let is_auxiliary = |at: &usize| {
            head.is_in(*at, english::BETWEEN_MODAL_AND_VERB) || head.word(*at).ends_with("ly")
        };
        let last = (0..head.len()).rev().find(|at| !is_auxiliary(at))?;
        let unsure = last
            .checked_sub(1)
            .filter(|&verb| head.word(last) == "to" && head.is_in(verb, english::UNSURE_BEFORE_TO));
        let modal = Some(last).filter(|&last| head.is_in(last, english::OPEN_MODALS));
        modal.or(unsure).map(|at| head.tokens(at..head.len()))
    }

    /// A word by which it is so of a part only, or perhaps: `some of | the boats are safe`.
    fn softened(&self) -> Option<Range<usize>> {
        let head = &self.head;
        let last = (0..head.len()).rev().find(|&at| !head.is_in(at, english::AFTER_SOFTENER))?;
        let before = last.checked_sub(1).map_or("", |before| head.word(before));
        let is_portion = head.is_in(last, english::PORTIONS) && head.word(last + 1) == "of";
        let is_softener =
            head.is_in(last, english::SOFTENERS) && !is_listed(before, &[english::DETERMINERS]);
        let is_adverb = head.is_in(last, english::SOFT_ADVERBS)
            && is_listed(before, &[english::BEFORE_A_VERB])
            && last + 1 == head.len();
        let has_verb = self.part == Part::Clause || self.first.has_verb();
        let is_soft = (is_portion || is_softener) && has_verb || is_adverb;
        is_soft.then(|| head.tokens(last..head.len()))
    }

    /// Whether the quotation, just after a comma, may be a clause.
    pub(super) fn may_be_clause(&self) -> bool {
        let begins = self.first.word(0);
        self.part != Part::Phrase || self.first.len() > 2 && !english::PREPOSITIONS.contains(begins)
    }

    /// Words just after a clause that limit it: `| in theory`.
    pub(super) fn limited_after(&self, tail: &WordRun) -> Option<CutOff> {
        let phrase = tail.phrase(0, english::LIMITS_AFTER).filter(|_| self.says_something());
        let end = phrase.or_else(|| self.limit_after_figure(tail))?;
        Some(CutOff { tokens: tail.tokens(0..end), effect: CutEffect::Limits })
    }

    /// The end of a bound after what a figure counts, `a third of our boats | or so`, or of the upper
    /// end of a range, `from 3 | to 5`.
    fn limit_after_figure(&self, tail: &WordRun) -> Option<usize> {
        let lists = [english::ABOUT_AFTER, english::AT_MOST_AFTER, english::AT_LEAST_AFTER];
        let bound = lists.iter().find_map(|list| tail.phrase(0, *list));
        let has_figure = self
            .last
            .from(0)
            .iter()
            .any(|word| is_number(word) || english::SHARES.contains(word.as_str()));
        let count = self.last.len();
        let opens = count > 1 && matches!(self.last.word(count - 2), "between" | "from");
        let range = opens
            && is_number(self.last.last())
            && tail.is_in(0, english::RANGES)
            && is_number(tail.word(1));
        bound.filter(|_| has_figure).or(range.then_some(2))
    }
}
