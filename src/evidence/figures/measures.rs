//! Measures, and how many of a smaller one a larger one is.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::amount::{Amount, Ratio, Unit};
use super::tokens::LowerTokens;
use crate::evidence::source::english;

/// How many of a smaller measure a larger one is. A month has no fixed number of days, and so is
/// the smallest of its kind.
const SIZES: &[(&str, i128, &str)] = &[
    ("minute", 60, "second"),
    ("hour", 3_600, "second"),
    ("day", 86_400, "second"),
    ("week", 604_800, "second"),
    ("fortnight", 1_209_600, "second"),
    ("year", 12, "month"),
    ("decade", 120, "month"),
    ("century", 1_200, "month"),
    ("centimetre", 10, "millimetre"),
    ("metre", 1_000, "millimetre"),
    ("kilometre", 1_000_000, "millimetre"),
    ("foot", 12, "inch"),
    ("yard", 36, "inch"),
    ("mile", 63_360, "inch"),
    ("gram", 1_000, "milligram"),
    ("kilogram", 1_000_000, "milligram"),
    ("tonne", 1_000_000_000, "milligram"),
    ("pound", 16, "ounce"),
    ("stone", 224, "ounce"),
    ("litre", 1_000, "millilitre"),
    ("hectare", 10_000, "square metre"),
    ("square kilometre", 1_000_000, "square metre"),
    ("kilowatt", 1_000, "watt"),
    ("megawatt", 1_000_000, "watt"),
    ("gigawatt", 1_000_000_000, "watt"),
    ("terawatt", 1_000_000_000_000, "watt"),
    ("megawatt-hour", 1_000, "kilowatt-hour"),
    ("gigawatt-hour", 1_000_000, "kilowatt-hour"),
    ("terawatt-hour", 1_000_000_000, "kilowatt-hour"),
    ("megabyte", 1_000, "kilobyte"),
    ("gigabyte", 1_000_000, "kilobyte"),
    ("terabyte", 1_000_000_000, "kilobyte"),
    ("gigabit a second", 1_000, "megabit a second"),
];

/// `value` of a measure in the smallest measure of its kind, if that is not too large.
pub fn in_smallest(value: Ratio, name: &'static str) -> Amount {
    if name == "basis point" {
        return Amount { value: value.split(100), unit: Unit::Points };
    }
    let size = SIZES.iter().find(|(larger, ..)| *larger == name);
    let smallest = size.and_then(|(_, size, smaller)| {
        let value = value.times(Ratio::whole(*size))?;
        Some(Amount { value, unit: Unit::Measure(smaller) })
    });
    smallest.unwrap_or(Amount { value, unit: Unit::Measure(name) })
}

/// The measure that a word names, in the singular.
pub fn measure(word: &str) -> Option<&'static str> {
    english::MEASURES.get(word)
}

/// Whether `word` is the first of a measure.
fn begins_measure(word: &str) -> bool {
    static FIRSTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let measures = english::MEASURES.words().into_iter();
        let firsts = measures.filter_map(|words| words.split([' ', '/']).next());
        firsts.chain(english::DEGREE.into_iter().copied()).collect()
    });
    FIRSTS.contains(word)
}

/// The measure that begins at the token `at`, and its end: `years`, `square miles`, `miles per
/// hour`, `km/h`, `°C`.
pub fn measure_at(tokens: &LowerTokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    if matches!(tokens.sign(at), Some('°' | 'º' | '˚')) {
        let scale = english::DEGREES.get(tokens.word(at + 1));
        return Some(scale.map_or(("degree", at + 1), |name| (name, at + 2)));
    }
    if !begins_measure(tokens.word(at)) {
        return None;
    }
    if english::DEGREE.contains(tokens.word(at))
        && let Some(name) = english::DEGREES.get(tokens.word(at + 1))
    {
        return Some((name, at + 2));
    }
    let words = |count: usize| {
        let words: Vec<&str> = (at..at + count).map(|at| tokens.word(at)).collect();
        words.iter().all(|word| !word.is_empty()).then(|| words.join(" "))
    };
    if tokens.sign(at + 1) == Some('/') {
        let speed = format!("{}/{}", tokens.word(at), tokens.word(at + 2));
        if let Some(name) = measure(&speed) {
            return Some((name, at + 3));
        }
    }
    if tokens.is_hyphen(at + 1) {
        let pair = format!("{} {}", tokens.word(at), tokens.word(at + 2));
        if let Some(name) = measure(&pair) {
            return Some((name, at + 3));
        }
    }
    (1..=3).rev().find_map(|count| Some((measure(&words(count)?)?, at + count)))
}
