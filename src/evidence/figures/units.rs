//! What a number counts, by the words around it: `£20`, `31 per cent`, `aged 31`, `since 2019`.

use std::ops::Range;

use super::amount::{Amount, Ratio, Unit};
use super::parser::Number;
use super::tokens::LowerTokens;
use super::{digits, spelt};
use crate::evidence::source::english;
use crate::evidence::source::words::{TokenKind, is_currency};

/// The currencies that have a sign, by their ISO 4217 code.
const CURRENCY_SIGNS: &[(char, &str)] =
    &[('£', "GBP"), ('€', "EUR"), ('$', "USD"), ('¥', "JPY"), ('₹', "INR")];

/// What `number` may count, and its tokens with those of its unit.
pub fn readings(tokens: &LowerTokens<'_>, number: &Number) -> (Vec<Amount>, Range<usize>) {
    let Range { start, end } = number.tokens;
    let one = |unit| vec![Amount::new(number.value, unit)];
    match number.unit {
        Some(Unit::Ordinal) => return (places(tokens, number), start..end),
        Some(unit) => return (one(unit), start..end),
        None => {}
    }
    if let Some(unit) = currency_before(tokens, start) {
        return (one(unit), start - 1..end);
    }
    if let Some((unit, end)) = unit_after(tokens, end) {
        let value = if unit == Unit::Share { part(number.value, 100) } else { number.value };
        return (vec![Amount::new(value, unit)], start..end);
    }
    (readings_without_unit(tokens, number), start..end)
}

/// What an ordinal may mean: a place in a row, a day of the month, or after `every` a share.
fn places(tokens: &LowerTokens<'_>, number: &Number) -> Vec<Amount> {
    let place = number.value;
    let day = day_of_month(tokens, &number.tokens).map(|unit| Amount::new(place, unit));
    let every = tokens.word_before(number.tokens.start, 1) == "every";
    let share = place.as_whole().filter(|_| every).and_then(|place| Ratio::new(1, place));
    let share = share.map(|share| Amount::new(share, Unit::Share));
    day.into_iter().chain([Amount::new(place, Unit::Ordinal)]).chain(share).collect()
}

/// The currency of a number that begins at `start`, by the sign or the code just before it.
fn currency_before(tokens: &LowerTokens<'_>, start: usize) -> Option<Unit> {
    let before = start.checked_sub(1)?;
    let code = match tokens.kind(before)? {
        TokenKind::Sign(sign) if is_currency(sign) => {
            let row = CURRENCY_SIGNS.iter().find(|(known, _)| *known == sign);
            row.map_or("XXX", |(_, code)| code)
        }
        TokenKind::Word => {
            let word = tokens.word(before);
            english::MONEY.iter().find(|(code, _)| code.eq_ignore_ascii_case(word))?.0
        }
        _ => return None,
    };
    Some(Unit::Money(code))
}

/// The unit after a number that ends at `end`, and the end of the unit.
fn unit_after(tokens: &LowerTokens<'_>, end: usize) -> Option<(Unit, usize)> {
    if tokens.kind(end) == Some(TokenKind::Sign('%')) {
        return Some((Unit::Share, end + 1));
    }
    let next = tokens.past_hyphen(end);
    let further = tokens.past_hyphen(next + 1);
    let (word, after) = (tokens.word(next), tokens.word(further));
    if let Some((code, _)) = english::MONEY.iter().find(|(_, words)| words.contains(&word)) {
        return Some((Unit::Money(code), next + 1));
    }
    Some(match (word, after) {
        ("percentage", after) if english::PERCENTAGE_POINTS.contains(&after) => {
            (Unit::Points, next + 2)
        }
        ("per", "cent") => (Unit::Share, next + 2),
        (word, _) if english::PERCENT.contains(&word) => (Unit::Share, next + 1),
        (word, _) if english::TIMES_AS_MUCH.contains(&word) => (Unit::Times, next + 1),
        (word, after) if english::YEARS.contains(&word) && english::OLD.contains(&after) => {
            (Unit::Age, further + 1)
        }
        ("years", "of") if tokens.word(next + 2) == "age" => (Unit::Age, next + 3),
        (word, _) => (Unit::Measure(measure(word)?), next + 1),
    })
}

/// What a number without a unit after it may count, by the words before it.
fn readings_without_unit(tokens: &LowerTokens<'_>, number: &Number) -> Vec<Amount> {
    let start = number.tokens.start;
    let of = |unit| Amount::new(number.value, unit);
    if let Some(day) = day_of_month(tokens, &number.tokens) {
        return vec![of(day)];
    }
    let before = tokens.word_before(start, 1);
    if english::BEFORE_AGE.contains(&before) {
        return vec![of(Unit::Age)];
    }
    let is_joined = tokens.is_dash(start.saturating_sub(1));
    let limit = if is_joined { tokens.word_before(start, 2) } else { before };
    if english::BEFORE_AGE_OR_COUNT.contains(&limit) {
        return vec![of(Unit::Count), of(Unit::Age)];
    }
    let whole = number.value.as_whole();
    if number.is_year && whole.is_some_and(|year| (1000..2200).contains(&year)) {
        let month = start.checked_sub(1).and_then(|at| spelt::month(tokens.spelling(at)));
        let is_surely_year = english::BEFORE_YEAR.contains(&before) || month.is_some();
        let count = (!is_surely_year).then(|| of(Unit::Count));
        return count.into_iter().chain([of(Unit::Year)]).collect();
    }
    let millions = number.magnitude == Ratio::whole(1_000_000);
    if millions && tokens.spelling(start).ends_with('m') {
        let metres = part(number.value, 1_000_000);
        return vec![of(Unit::Count), Amount::new(metres, Unit::Measure("metre"))];
    }
    vec![of(Unit::Count)]
}

/// The month that the number in `number` is a day of: `9 February`, `9th of February`,
/// `February 9`.
fn day_of_month(tokens: &LowerTokens<'_>, number: &Range<usize>) -> Option<Unit> {
    let month = |at: usize| spelt::month(tokens.spelling(at));
    let after = number.end + usize::from(tokens.word(number.end) == "of");
    let before = number.start.checked_sub(1).and_then(month);
    let day = digits::digits(tokens.spelling(number.start))?.value.as_whole();
    let is_day = day.is_some_and(|day| (1..=31).contains(&day));
    month(after).or(before).filter(|_| is_day).map(Unit::DayOf)
}

/// The measure that a word names, in the singular.
pub fn measure(word: &str) -> Option<&'static str> {
    let row = english::MEASURES.iter().find(|(_, spellings)| spellings.contains(&word));
    row.map(|(name, _)| *name)
}

/// `value` divided by `parts`, or itself if that is too small to hold.
fn part(value: Ratio, parts: i128) -> Ratio {
    Ratio::new(1, parts).and_then(|part| value.times(part)).unwrap_or(value)
}
