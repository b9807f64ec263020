//! What a number counts, by the words around it: `£20`, `31 per cent`, `aged 31`, `since 2019`.

use std::ops::Range;

use super::Draft;
use super::amount::{Amount, FigureReading, Ratio, Unit};
use super::parser::Number;
use super::tokens::LowerTokens;
use super::{calendar, clock, measures, money, names, spelt};
use crate::evidence::source::english;
use crate::evidence::source::words::{Dash, TokenKind};

/// What `number` may count, with the tokens of its unit.
pub fn draft(tokens: &LowerTokens<'_>, number: &Number) -> Draft {
    let counted = counted(tokens, number);
    let (is_weak, number) = (number.is_weak && counted.tokens == number.tokens, number.clone());
    let mut draft = Draft { is_weak, number: Some(number), ..counted };
    if is_below_zero(tokens, &mut draft.tokens) {
        draft.readings = draft.readings.iter().map(negative).collect();
        draft.implied = draft.implied.iter().map(negative).collect();
    }
    draft
}

fn negative(reading: &FigureReading) -> FigureReading {
    match reading {
        FigureReading::Amount(amount) => FigureReading::new(amount.value.negative(), amount.unit),
        FigureReading::Written(written) => FigureReading::Written(format!("-{written}")),
    }
}

fn counted(tokens: &LowerTokens<'_>, number: &Number) -> Draft {
    let Range { start, end } = number.tokens;
    let value = number.value;
    if let Some(meaning) = &number.meaning {
        let implied = meaning.iter().filter_map(degrees).collect();
        return Draft { implied, ..Draft::new(meaning.clone(), start..end) };
    }
    if let Some((code, start)) = money::before(tokens, start) {
        return Draft::new(money::readings(value, code), start..end);
    }
    if let Some((code, after)) = money::after(tokens, end) {
        return Draft::new(pounds(tokens, number, code, after), start..after);
    }
    if let Some(money) = money::hundredths(value, tokens.word(end)) {
        return Draft::new(money, start..end + 1);
    }
    if let Some((unit, end)) = unit_after(tokens, end) {
        let value = if unit == Unit::Share { value.split(100) } else { value };
        let reading = FigureReading::new(value, unit);
        let implied = degrees(&reading).into_iter().collect();
        return Draft { implied, ..Draft::new(vec![reading], start..end) };
    }
    if let Some((unit, end)) = times_after(tokens, end) {
        let readings = unit.iter().map(|unit| FigureReading::new(value, *unit)).collect();
        return Draft::new(readings, start..end);
    }
    Draft::new(without_unit(tokens, number), start..end)
}

/// Degrees of a scale are degrees, if nobody says of which.
fn degrees(reading: &FigureReading) -> Option<FigureReading> {
    match reading {
        FigureReading::Amount(amount) if matches!(amount.unit, Unit::Measure(name) if name.starts_with("degree ")) => {
            Some(FigureReading::new(amount.value, Unit::Measure("degree")))
        }
        _ => None,
    }
}

/// Pounds are money, or if something weighs them a weight.
fn pounds(
    tokens: &LowerTokens<'_>,
    number: &Number,
    code: &'static str,
    end: usize,
) -> Vec<FigureReading> {
    let mut readings = money::readings(number.value, code);
    if english::POUNDS.contains(tokens.word(end - 1)) && number.magnitude == super::amount::ONE {
        let start = number.tokens.start;
        let around = (start.saturating_sub(3)..start).chain(end..end + 3);
        let is_weighed = around.into_iter().any(|at| english::WEIGHING.contains(tokens.word(at)));
        let weight = FigureReading::new(number.value, Unit::Measure("pound"));
        if is_weighed {
            return vec![weight];
        }
        if tokens.word(end) == "of" {
            readings.push(weight);
        }
    }
    readings
}

/// The share or the points that the token at `at` makes of a number before it, and their end.
pub fn share_after(tokens: &LowerTokens<'_>, at: usize) -> Option<(Unit, usize)> {
    if tokens.sign(at) == Some('%') {
        let is_point = english::PERCENTAGE_POINTS.contains(tokens.word(tokens.past_hyphen(at + 1)));
        let points = (Unit::Points, tokens.past_hyphen(at + 1) + 1);
        return Some(if is_point { points } else { (Unit::Share, at + 1) });
    }
    match (tokens.word(at), tokens.word(at + 1)) {
        ("percentage", after) if english::PERCENTAGE_POINTS.contains(after) => {
            Some((Unit::Points, at + 2))
        }
        ("per", "cent") => Some((Unit::Share, at + 2)),
        (word, _) if english::PERCENT.contains(word) => Some((Unit::Share, at + 1)),
        (word, _) if english::POINTS.contains(word) => Some((Unit::Points, at + 1)),
        _ => None,
    }
}

/// The unit after a number that ends at `end`, and the end of the unit.
fn unit_after(tokens: &LowerTokens<'_>, end: usize) -> Option<(Unit, usize)> {
    let next = tokens.past_hyphen(end);
    if let Some(share) = share_after(tokens, next) {
        return Some(share);
    }
    let further = tokens.past_hyphen(next + 1);
    match (tokens.word(next), tokens.word(further)) {
        (word, after) if english::YEARS.contains(word) && english::OLD.contains(after) => {
            Some((Unit::Age, further + 1))
        }
        ("years", "of") if tokens.word(next + 2) == "age" => Some((Unit::Age, next + 3)),
        ("age", group) if english::AGE_GROUPS.contains(group) => Some((Unit::Age, further + 1)),
        ("m", _) => Some((Unit::Measure("metre"), next + 1)),
        _ => {
            let (name, end) = measures::measure_at(tokens, next)?;
            Some((Unit::Measure(name), end))
        }
    }
}

/// How often or how many times as much: `three times`, `three times as many`.
fn times_after(tokens: &LowerTokens<'_>, end: usize) -> Option<(&'static [Unit], usize)> {
    let next = tokens.past_hyphen(end);
    let word = tokens.word(next);
    english::TIMES_AS_MUCH.contains(word).then(|| {
        let is_factor = word == "fold" || english::AFTER_TIMES.contains(tokens.word(next + 1));
        let units: &[Unit] =
            if is_factor { &[Unit::Times] } else { &[Unit::Times, Unit::Occasions] };
        (units, next + 1)
    })
}

/// What a number without a unit after it may count, by what is around it.
fn without_unit(tokens: &LowerTokens<'_>, number: &Number) -> Vec<FigureReading> {
    let start = number.tokens.start;
    let reading = |unit| FigureReading::new(number.value, unit);
    let before = tokens.word_before(start, 1);
    let aged =
        if english::BETWEEN_AGES.contains(before) { tokens.word_before(start, 2) } else { before };
    if english::BEFORE_AGE.contains(aged) {
        return vec![reading(Unit::Age)];
    }
    if is_age_of_person(tokens, &number.tokens) {
        return vec![reading(Unit::Age)];
    }
    let mut readings = year_or_count(tokens, number);
    readings.extend(clock::after_at(tokens, start));
    if let Some((name, is_only)) = names::by_word_before(tokens, &number.tokens) {
        if is_only {
            return vec![name];
        }
        readings.push(name);
    }
    let is_joined = tokens.is_dash(start.saturating_sub(1));
    let limit = if is_joined { tokens.word_before(start, 2) } else { before };
    if english::BEFORE_AGE_OR_COUNT.contains(limit) || is_set_off(tokens, &number.tokens) {
        readings.push(reading(Unit::Age));
    }
    if english::PERCENTAGE_POINTS.contains(tokens.word(tokens.past_hyphen(number.tokens.end))) {
        readings.push(reading(Unit::Points));
    }
    let millions = number.magnitude == Ratio::whole(1_000_000);
    if millions && tokens.spelling(start).ends_with('m') {
        readings.push(FigureReading::new(number.value.split(1_000_000), Unit::Measure("metre")));
    }
    readings
}

/// Whether a number that counts nothing is the age of whoever is before it: `she is 31`.
fn is_age_of_person(tokens: &LowerTokens<'_>, number: &Range<usize>) -> bool {
    let [who, is] = [2, 1].map(|back| tokens.word_before(number.start, back));
    let next = tokens.word(number.end);
    english::WHO_IS.contains(who)
        && english::IS_AGED.contains(is)
        && (next.is_empty() || english::SMALL_WORDS.contains(next))
}

/// A number spelt as a year is may be one, and is one for certain after some words.
fn year_or_count(tokens: &LowerTokens<'_>, number: &Number) -> Vec<FigureReading> {
    let reading = |unit| FigureReading::new(number.value, unit);
    let whole = number.value.as_whole().filter(|year| (1000..2200).contains(year));
    if !number.is_year || whole.is_none() {
        return vec![reading(Unit::Count)];
    }
    let before = number.tokens.start.checked_sub(1);
    let month = before.and_then(|at| calendar::month_name(tokens.spelling(at)));
    let word = before.map_or("", |at| tokens.word(at));
    if english::BEFORE_YEAR.contains(word) || month.is_some() {
        return vec![reading(Unit::Year)];
    }
    vec![reading(Unit::Count), reading(Unit::Year)]
}

/// Whether commas or brackets are around a number, as they are around an age: `She, 31, is ill`.
fn is_set_off(tokens: &LowerTokens<'_>, number: &Range<usize>) -> bool {
    let before = number.start.checked_sub(1).and_then(|at| tokens.sign(at));
    matches!(
        (before, tokens.sign(number.end)),
        (Some(','), Some(',' | '.' | ';')) | (Some('('), Some(')' | ','))
    )
}

/// Whether the figure in `range` has a minus before it or is below zero; takes that into the range.
fn is_below_zero(tokens: &LowerTokens<'_>, range: &mut Range<usize>) -> bool {
    if tokens.word(range.end) == "below" && english::BELOW_ZERO.contains(tokens.word(range.end + 1))
    {
        range.end += 2;
        return true;
    }
    let Some(before) = range.start.checked_sub(1) else { return false };
    let is_minus = match tokens.kind(before) {
        Some(TokenKind::Word) => tokens.word(before) == "minus",
        Some(TokenKind::Dash(dash)) => {
            let sign = tokens.text(&(before..before + 1));
            let is_tight = tokens.is_tight(range.start);
            let after_word = tokens.is_tight(before)
                && before.checked_sub(1).is_some_and(|at| tokens.kind(at) == Some(TokenKind::Word));
            // A hyphen at the beginning of a line is that of a list.
            let is_bullet = before == 0 || tokens.gap_before(before).contains('\n');
            let is_sign = sign == "−" || (sign == "-" && !is_bullet);
            dash != Dash::Joins && is_tight && !after_word && is_sign
        }
        _ => false,
    };
    range.start -= usize::from(is_minus);
    is_minus
}

/// One of a measure, with a half if it says so: `a day`, `the past year`, `a year and a half`. It
/// needs no evidence of its own.
pub fn one_measure(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let has_article = english::ARTICLES.contains(tokens.word(at));
    let start = at + usize::from(has_article);
    let (name, end) = measures::measure_at(tokens, start)?;
    let counted = at.checked_sub(1).and_then(|before| tokens.small_number(before));
    let is_one = has_article || name == tokens.word(start);
    if counted.is_some() || !is_one {
        return None;
    }
    let words = [end, end + 1, end + 2].map(|at| tokens.word(at));
    let half = Ratio::new(1, 2).filter(|_| words == ["and", "a", "half"]);
    let value = Ratio::whole(1).plus(half.unwrap_or(Ratio::whole(0)))?;
    let end = if half.is_some() { end + 3 } else { end };
    let draft = Draft::new(vec![FigureReading::new(value, Unit::Measure(name))], at..end);
    Some(Draft { is_weak: half.is_none(), ..draft })
}

/// The `hundreds` or `dozens` that an amount is.
pub fn several(reading: &FigureReading) -> Vec<FigureReading> {
    let FigureReading::Amount(amount) = reading else { return Vec::new() };
    if !matches!(amount.unit, Unit::Count | Unit::Money(_)) {
        return Vec::new();
    }
    let Some(whole) = amount.value.as_whole() else { return Vec::new() };
    let named = english::SEVERAL.values();
    let products = [10, 100].iter().flat_map(|tens| {
        [1_000, 1_000_000, 1_000_000_000].iter().map(move |thousand| tens * thousand)
    });
    let fits = |least: &i128| (2 * least..10 * least).contains(&whole);
    let several = named.chain(products).filter(fits);
    several.map(|least| FigureReading::new(Ratio::whole(least), Unit::Several)).collect()
}

/// The per cents that a third and two thirds are, and the other way round.
pub fn rounded(reading: &FigureReading) -> Vec<FigureReading> {
    let FigureReading::Amount(Amount { value, unit: Unit::Share }) = reading else {
        return Vec::new();
    };
    let rows: [(i128, [i128; 4]); 2] = [(1, [330, 333, 334, 335]), (2, [660, 666, 667, 670])];
    for (thirds, thousandths) in rows {
        let third = Ratio::new(thirds, 3);
        let parts = thousandths.map(|part| Ratio::new(part, 1_000));
        let all: Vec<Ratio> = [third].into_iter().chain(parts).flatten().collect();
        if all.contains(value) {
            let others = if Some(*value) == third { &all[1..] } else { &all[..1] };
            return others.iter().map(|value| FigureReading::new(*value, Unit::Share)).collect();
        }
    }
    Vec::new()
}

/// The measure that an amount is for, by the words after it: `£5m a year`, `20 boats per week`.
pub fn rate(tokens: &LowerTokens<'_>, figure: &Range<usize>) -> Option<&'static str> {
    let adverb = |at: usize| english::RATE_ADVERBS.get(tokens.word(at));
    let before = figure.start.checked_sub(1).and_then(adverb);
    before.or_else(|| adverb(figure.end)).or_else(|| {
        (figure.end..figure.end + 3).find_map(|at| {
            let between = (figure.end..at).all(|at| {
                let word = tokens.word(at);
                !word.is_empty() && !english::SMALL_WORDS.contains(word)
            });
            let is_for = english::BEFORE_RATE.contains(tokens.word(at)) && between;
            measures::measure(tokens.word(at + 1)).filter(|_| is_for)
        })
    })
}

/// The kind of things that a figure counts, by the first noun after it that is known.
pub fn kind_counted(tokens: &LowerTokens<'_>, figure: &Range<usize>) -> Option<&'static str> {
    let phrase = (figure.end..figure.end + 4).take_while(|at| {
        let word = tokens.word(*at);
        !word.is_empty() && !english::SMALL_WORDS.contains(word)
    });
    phrase.into_iter().find_map(|at| english::COUNTED.get(tokens.word(at)))
}

/// Whether a word beside the figure says that it went down or is less.
pub fn is_falling(tokens: &LowerTokens<'_>, figure: &Range<usize>) -> bool {
    let falls = |at: usize| english::FALLING.contains(tokens.word(at));
    let before = (figure.start.saturating_sub(6)..figure.start).rev();
    before.take_while(|at| tokens.kind(*at) == Some(TokenKind::Word)).any(falls)
        || falls(figure.end)
}

/// The number below a hundred that a word is, for the two digits of a range of years.
pub fn is_two_digits(tokens: &LowerTokens<'_>, number: &Number) -> bool {
    number.tokens.len() == 1
        && tokens.word(number.tokens.start).len() == 2
        && spelt::small(tokens.word(number.tokens.start)).is_none()
}
