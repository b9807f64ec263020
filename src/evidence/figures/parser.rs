//! Reads the figures of a text, one after the other: a name, a date, a time or a share of its own, or
//! a number in digits or in words, then its magnitude, then its unit; last, what stands around it.

use std::ops::Range;

use super::amount::{FigureReading, ONE, Ratio, Unit};
use super::tokens::LowerTokens;
use super::{
    Draft, Figure, bounds, calendar, clock, digits, money, names, ranges, shares, spelt, starts,
    units,
};
use crate::evidence::source::english;

/// A number that was read, before its unit is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: Ratio,
    /// The magnitude that is in the value; 1 if none was spelt.
    pub magnitude: Ratio,
    /// The tokens it takes up.
    pub tokens: Range<usize>,
    /// What it means, if that is in the spelling: `5th`, `10p`, `1990s`.
    pub meaning: Option<Vec<FigureReading>>,
    /// Whether it is spelt as a year is.
    pub is_year: bool,
    /// Whether it may be no figure at all: see [`Figure::is_weak`].
    pub is_weak: bool,
}

impl Number {
    /// A plain number.
    pub fn new(value: Ratio, tokens: Range<usize>) -> Self {
        Self { value, magnitude: ONE, tokens, meaning: None, is_year: false, is_weak: false }
    }

    /// The number with a meaning that its spelling has in it.
    pub fn meaning(self, meaning: Vec<FigureReading>) -> Self {
        Self { meaning: Some(meaning), is_year: false, ..self }
    }
}

/// The state of reading: the figures so far, and what the last of them was read from.
pub struct FigureParser<'a> {
    tokens: &'a LowerTokens<'a>,
    figures: Vec<Figure>,
    last: Option<Number>,
}

impl<'a> FigureParser<'a> {
    /// A parser at the start of `tokens`.
    pub fn new(tokens: &'a LowerTokens<'a>) -> Self {
        Self { tokens, figures: Vec::new(), last: None }
    }

    /// Reads to the end, and returns the figures in order.
    pub fn parse(mut self) -> Vec<Figure> {
        let mut at = 0;
        while at < self.tokens.len() {
            if !starts::may_begin(self.tokens, at) {
                at += 1;
                continue;
            }
            if let Some(end) = spelt::idiom_at(self.tokens, at) {
                at = end;
                continue;
            }
            let drafts = self.drafts_at(at);
            at = drafts.last().map_or(at, |draft| draft.tokens.end).max(at + 1);
            for draft in drafts {
                self.push(draft);
            }
        }
        self.figures
    }

    /// Whether anything is read from the token `at` on.
    #[cfg(test)]
    pub fn begins(&self, at: usize) -> bool {
        spelt::idiom_at(self.tokens, at).is_some() || !self.drafts_at(at).is_empty()
    }

    /// What begins at the token `at`: most often nothing, or one figure.
    fn drafts_at(&self, at: usize) -> Vec<Draft> {
        let tokens = self.tokens;
        names::at(tokens, at).or_else(|| calendar::at(tokens, at)).unwrap_or_else(|| {
            let draft = names::joined_numbers(tokens, at)
                .or_else(|| clock::at(tokens, at))
                .or_else(|| shares::at(tokens, at))
                .or_else(|| Some(units::draft(tokens, &self.number_at(at)?)))
                .or_else(|| units::one_measure(tokens, at))
                .or_else(|| names::unread(tokens, at));
            draft.into_iter().collect()
        })
    }

    /// Adds the figure of `draft` with what is around it, and joins it to the one before.
    fn push(&mut self, draft: Draft) {
        let Draft { readings, implied, tokens, is_weak, number } = draft;
        let context = bounds::context(self.tokens, &tokens, &readings);
        let mut figure = Figure {
            bytes: self.tokens.bytes(&tokens),
            readings,
            implied,
            accepted: Vec::new(),
            is_weak,
            limit: context.limit,
            is_range_end: false,
            is_denied: context.is_denied,
            rate: units::rate(self.tokens, &tokens),
            counted: units::kind_counted(self.tokens, &tokens),
        };
        figure.implied.extend(figure.readings.iter().flat_map(units::several));
        figure.accepted.extend(figure.readings.iter().flat_map(units::rounded));
        figure.implied.extend(figure.readings.iter().flat_map(units::rounded));
        if units::is_falling(self.tokens, &tokens) {
            let negative: Vec<FigureReading> =
                figure.readings.iter().filter_map(negative).collect();
            figure.accepted.extend(negative.iter().cloned());
            figure.implied.extend(negative);
        }
        if let (Some(before), Some(earlier), Some(number)) =
            (&self.last, self.figures.last_mut(), &number)
        {
            ranges::join(self.tokens, (before, earlier), (number, &mut figure));
        }
        self.figures.push(figure);
        self.last = number;
    }

    /// The number that begins at the token `at`, with the magnitudes after it.
    fn number_at(&self, at: usize) -> Option<Number> {
        let mut number =
            digits::number_at(self.tokens, at).or_else(|| spelt::number_at(self.tokens, at))?;
        if number.meaning.is_none() {
            self.magnify(&mut number)?;
            self.add_half(&mut number);
        }
        Some(number)
    }

    /// `5 million`, `£5 m`: takes in the magnitudes behind a number.
    fn magnify(&self, number: &mut Number) -> Option<()> {
        let is_money = money::before(self.tokens, number.tokens.start).is_some();
        loop {
            let next = self.tokens.past_hyphen(number.tokens.end);
            let word = self.tokens.word(next);
            let is_clear = word.len() > 1 || is_money;
            let Some(magnitude) = spelt::magnitude(word).filter(|_| is_clear) else {
                return Some(());
            };
            number.value = number.value.times(magnitude)?;
            number.magnitude = number.magnitude.times(magnitude)?;
            number.is_year = false;
            number.is_weak = false;
            number.tokens.end = next + 1;
        }
    }

    /// `two and a half million`: takes in the half, and a magnitude behind it.
    fn add_half(&self, number: &mut Number) {
        let and = self.tokens.past_hyphen(number.tokens.end);
        let count = self.tokens.past_hyphen(and + 1);
        let part = self.tokens.past_hyphen(count + 1);
        let Some(added) = added_part([and, count, part].map(|at| self.tokens.word(at))) else {
            return;
        };
        let Some(value) = number.value.plus(added) else { return };
        let magnitude = spelt::magnitude(self.tokens.word(part + 1));
        number.value = magnitude.and_then(|magnitude| value.times(magnitude)).unwrap_or(value);
        number.tokens.end = part + 1 + usize::from(magnitude.is_some());
        number.is_weak = false;
    }
}

/// `and a half`, `and a quarter`, `and three quarters`.
fn added_part([and, count, part]: [&str; 3]) -> Option<Ratio> {
    let count = if english::ARTICLES.contains(count) { 1 } else { spelt::small(count)? };
    let parts = match part {
        part if english::HALVES.contains(part) => 2,
        part if english::QUARTERS.contains(part) => 4,
        _ => return None,
    };
    Ratio::new(count, parts).filter(|_| and == "and" && count < parts)
}

/// The same amount with the other sign, of a kind that can go down.
fn negative(reading: &FigureReading) -> Option<FigureReading> {
    let FigureReading::Amount(amount) = reading else { return None };
    let can_fall = matches!(
        amount.unit,
        Unit::Count | Unit::Share | Unit::Points | Unit::Money(_) | Unit::Measure(_)
    );
    can_fall.then(|| FigureReading::new(amount.value.negative(), amount.unit))
}
