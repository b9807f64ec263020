//! Two numbers that belong together: ranges (`5 to 6 million years`, `£5–6m`, `2019–21`), in which
//! each end may have the unit, the money and the magnitude of the other; and parts of a whole (`31 of
//! 84`, `31/84`).

use super::Figure;
use super::amount::{Amount, FigureReading, ONE, Ratio, Unit};
use super::parser::Number;
use super::tokens::LowerTokens;
use super::units;
use crate::evidence::source::english;
use crate::evidence::source::words::is_currency;

/// What joins two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// They are the ends of a range: only a dash or a word like `to` is between them, and the sign
    /// of a currency.
    Range,
    /// The first is part of the second.
    PartOf,
    /// A slash is between them.
    Slash,
}

/// Makes of two figures, one after the other, what they are together.
pub fn join(
    tokens: &LowerTokens<'_>,
    (before, earlier): (&Number, &mut Figure),
    (number, later): (&Number, &mut Figure),
) {
    add_up(tokens, earlier, later);
    let Some(joint) = joint(tokens, before, number) else { return };
    if joint != Joint::PartOf && make_years(tokens, before, earlier, number, later) {
        return;
    }
    match joint {
        Joint::Range => {
            earlier.is_range_end = true;
            later.is_range_end = true;
            share_units(before, earlier, number, later);
        }
        Joint::PartOf | Joint::Slash => make_part(before, earlier, number, later),
    }
}

fn joint(tokens: &LowerTokens<'_>, before: &Number, number: &Number) -> Option<Joint> {
    let (start, end) = (before.tokens.end, number.tokens.start);
    let words = (start..end).take(4).map(|at| tokens.word(at)).collect::<Vec<_>>();
    if words == ["of"] || words == ["out", "of"] || is_part_of_these(&words) {
        return Some(Joint::PartOf);
    }
    let currency = end.checked_sub(1).and_then(|at| tokens.sign(at)).is_some_and(is_currency);
    if words.len() == 3 && tokens.is_hyphen(start) && tokens.is_hyphen(start + 2) {
        return english::RANGE_WORDS.contains(words[1]).then_some(Joint::Range);
    }
    if end - start - usize::from(currency && end > start) != 1 {
        return None;
    }
    if tokens.sign(start) == Some('/') && tokens.is_tight(start) && tokens.is_tight(end) {
        return Some(Joint::Slash);
    }
    let is_range = tokens.is_dash(start) || english::RANGE_WORDS.contains(words[0]);
    is_range.then_some(Joint::Range)
}

/// `4 years and 6 months`, `6ft 2in`: two amounts of one measure that make a sum.
fn add_up(tokens: &LowerTokens<'_>, earlier: &mut Figure, later: &mut Figure) {
    let [FigureReading::Amount(large)] = earlier.readings.as_slice() else { return };
    let [FigureReading::Amount(small)] = later.readings.as_slice() else { return };
    let is_sum = matches!(large.unit, Unit::Measure(_))
        && large.unit == small.unit
        && large.value.is_more_than(small.value)
        && english::SUM_JOINERS.contains(tokens.between(&earlier.bytes, &later.bytes).trim());
    let Some(sum) = large.value.plus(small.value).filter(|_| is_sum) else { return };
    let sum = FigureReading::Amount(Amount { value: sum, unit: large.unit });
    earlier.accepted.push(sum.clone());
    later.accepted.push(sum.clone());
    later.implied.push(sum);
}

/// `of the`, `out of every`.
fn is_part_of_these(words: &[&str]) -> bool {
    let [of @ .., these] = words else { return false };
    (of == ["of"] || of == ["out", "of"]) && english::THESE.contains(these)
}

/// `2019–21`, `2023/24`: the later number is a year of the same century.
fn make_years(
    tokens: &LowerTokens<'_>,
    before: &Number,
    earlier: &mut Figure,
    number: &Number,
    later: &mut Figure,
) -> bool {
    let (Some(year), Some(short)) = (before.value.as_whole(), number.value.as_whole()) else {
        return false;
    };
    let is_range = before.is_year
        && (1000..2200).contains(&year)
        && units::is_two_digits(tokens, number)
        && short > year % 100;
    if is_range {
        let reading = |year| vec![FigureReading::new(Ratio::whole(year), Unit::Year)];
        earlier.readings = reading(year);
        later.readings = reading(year - year % 100 + short);
    }
    is_range
}

/// `31 of 84`: both numbers, or the share that they make. More than the whole is none, and is
/// compared as it is written.
fn make_part(before: &Number, earlier: &mut Figure, number: &Number, later: &mut Figure) {
    let is_count = |figure: &Figure| figure.readings.iter().any(|r| r.unit() == Some(Unit::Count));
    let is_year = |figure: &Figure| figure.readings.iter().any(|r| r.unit() == Some(Unit::Year));
    let Some(share) = before.value.by(number.value) else { return };
    if !is_count(earlier) || !is_count(later) {
        return;
    }
    let written = FigureReading::Written(format!("{}/{}", before.value, number.value));
    if before.value.is_more_than(number.value) {
        if !is_year(earlier) {
            earlier.readings = vec![written.clone()];
            later.readings = vec![written];
        }
        return;
    }
    let share = FigureReading::new(share, Unit::Share);
    earlier.accepted.extend([share.clone(), written.clone()]);
    later.accepted.extend([share.clone(), written.clone()]);
    later.implied.extend([share, written]);
}

/// Gives each end of a range the readings that it has by the other's unit.
fn share_units(before: &Number, earlier: &mut Figure, number: &Number, later: &mut Figure) {
    let mut further = units_of_later(before, earlier, number, later);
    let shared = amounts(earlier).map(|reading| reading.unit);
    let shared: Vec<Unit> =
        shared.filter(|unit| matches!(unit, Unit::Money(_) | Unit::DayOf(_) | Unit::Age)).collect();
    for unit in shared {
        let is_plain = amounts(later).all(|amount| amount.unit == Unit::Count);
        let has_money = amounts(later).any(|amount| is_money(amount.unit));
        if is_plain || is_money(unit) && !has_money {
            later.readings.push(FigureReading::new(number.value, unit));
        }
        let magnified = before.value.times(number.magnitude).filter(|_| before.magnitude == ONE);
        further.extend(magnified.map(|value| FigureReading::new(value, unit)));
    }
    for reading in further {
        if !earlier.readings.contains(&reading) {
            earlier.readings.push(reading);
        }
    }
}

/// The earlier end with the units of the later, as it is and with the later's magnitude.
fn units_of_later(
    before: &Number,
    earlier: &Figure,
    number: &Number,
    later: &Figure,
) -> Vec<FigureReading> {
    let has_no_unit =
        |amount: &Amount| matches!(amount.unit, Unit::Count | Unit::Money(_) | Unit::Year);
    if before.meaning.is_some() || !amounts(earlier).all(|amount| has_no_unit(&amount)) {
        return Vec::new();
    }
    let mut further = Vec::new();
    for amount in amounts(later) {
        let Some(value) = amount.value.by(number.value).and_then(|unit| before.value.times(unit))
        else {
            continue;
        };
        let magnified = value.times(number.magnitude).filter(|_| before.magnitude == ONE);
        let values = [Some(value), magnified].into_iter().flatten();
        let reading = |value| FigureReading::Amount(Amount { value, unit: amount.unit });
        further.extend(values.map(reading));
    }
    further
}

fn amounts(figure: &Figure) -> impl Iterator<Item = Amount> + '_ {
    figure.readings.iter().filter_map(|reading| match reading {
        FigureReading::Amount(amount) => Some(*amount),
        FigureReading::Written(_) => None,
    })
}

fn is_money(unit: Unit) -> bool {
    matches!(unit, Unit::Money(_))
}
