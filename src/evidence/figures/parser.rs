//! Reads the figures of a text, one after the other: a figure of its own, a number in digits or one
//! in words, then its magnitude, then its unit.

use std::ops::Range;

use super::amount::{ONE, Ratio, Unit};
use super::tokens::LowerTokens;
use super::{Figure, digits, ranges, shares, spelt, units};

/// A number that was read, before its unit is known.
#[derive(Clone, Debug)]
pub struct Number {
    /// Its value.
    pub value: Ratio,
    /// The magnitude that is in the value; 1 if none was spelt.
    pub magnitude: Ratio,
    /// The tokens it takes up.
    pub tokens: Range<usize>,
    /// A unit that belongs to the spelling: `5th`, `10pm`, `1990s`.
    pub unit: Option<Unit>,
    /// Whether it is spelt as a year is.
    pub is_year: bool,
    /// Whether it may be no figure at all: see [`Figure::is_weak`].
    pub is_weak: bool,
}

impl Number {
    /// A number whose spelling has its unit in it.
    pub fn with_unit(value: Ratio, unit: Unit, tokens: Range<usize>) -> Self {
        Self { value, magnitude: ONE, tokens, unit: Some(unit), is_year: false, is_weak: false }
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
            let number = shares::figure_at(self.tokens, at).or_else(|| self.number_at(at));
            let Some(number) = number else {
                at += 1;
                continue;
            };
            at = number.tokens.end.max(at + 1);
            self.push(number);
        }
        self.figures
    }

    /// Adds the figure of `number`, and shares units with the one before if the two make a range.
    fn push(&mut self, number: Number) {
        let (readings, tokens) = units::readings(self.tokens, &number);
        let bytes = self.tokens.bytes(&tokens);
        let mut figure = Figure { readings, bytes, is_weak: number.is_weak };
        if let (Some(before), Some(earlier)) = (&self.last, self.figures.last_mut())
            && ranges::is_range(self.tokens, before, &number)
        {
            ranges::share_units(before, earlier, &number, &mut figure);
        }
        self.figures.push(figure);
        self.last = Some(number);
    }

    /// The number that begins at the token `at`, with the magnitudes after it.
    fn number_at(&self, at: usize) -> Option<Number> {
        let mut number =
            digits::number_at(self.tokens, at).or_else(|| spelt::number_at(self.tokens, at))?;
        if number.unit.is_none() {
            self.magnify(&mut number)?;
        }
        self.add_half(&mut number);
        Some(number)
    }

    /// `5 million`: takes in the magnitudes behind a number.
    fn magnify(&self, number: &mut Number) -> Option<()> {
        loop {
            let next = self.tokens.past_hyphen(number.tokens.end);
            let word = self.tokens.word(next);
            let Some(magnitude) = spelt::magnitude(word).filter(|_| word.len() > 1) else {
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
        let next = number.tokens.end;
        let words = [next, next + 1, next + 2].map(|at| self.tokens.word(at));
        let half = Ratio::new(1, 2).filter(|_| words == ["and", "a", "half"]);
        let Some(value) = half.and_then(|half| number.value.plus(half)) else { return };
        let magnitude = spelt::magnitude(self.tokens.word(next + 3));
        number.value = magnitude.and_then(|magnitude| value.times(magnitude)).unwrap_or(value);
        number.tokens.end = next + 3 + usize::from(magnitude.is_some());
        number.is_weak = false;
    }
}
