//! Ranges: in `5 to 6 million years` and `£5–6m` each end may have the unit, the money and the
//! magnitude of the other.

use super::Figure;
use super::amount::{Amount, ONE, Ratio, Unit};
use super::parser::Number;
use super::tokens::LowerTokens;
use crate::evidence::source::english;
use crate::evidence::source::words::{TokenKind, is_currency};

/// Whether two numbers are the ends of a range: only a dash or a word like `to` is between them,
/// and the sign of a currency.
pub fn is_range(tokens: &LowerTokens<'_>, before: &Number, number: &Number) -> bool {
    let gap = before.tokens.end..number.tokens.start;
    let currency = gap.end.checked_sub(1).is_some_and(
        |at| matches!(tokens.kind(at), Some(TokenKind::Sign(sign)) if is_currency(sign)),
    );
    let gap = gap.start..gap.end - usize::from(currency && gap.end > gap.start);
    gap.len() == 1
        && (tokens.is_dash(gap.start) || english::RANGE_WORDS.contains(&tokens.word(gap.start)))
}

/// Gives each end of a range, `earlier` and `later`, the readings that it has by the other's unit.
pub fn share_units(before: &Number, earlier: &mut Figure, number: &Number, later: &mut Figure) {
    let mut further = units_of_later(before, earlier, number, later);
    let money = earlier.readings.iter().map(|reading| reading.unit).filter(is_money);
    for unit in money {
        if !later.readings.iter().any(|reading| is_money(&reading.unit)) {
            later.readings.push(Amount::new(number.value, unit));
        }
        let magnified = before.value.times(number.magnitude).filter(|_| before.magnitude == ONE);
        further.extend(magnified.map(|value| Amount::new(value, unit)));
    }
    for amount in further {
        if !earlier.readings.contains(&amount) {
            earlier.readings.push(amount);
        }
    }
}

/// The earlier end with the units of the later, as it is and with the later's magnitude.
fn units_of_later(
    before: &Number,
    earlier: &Figure,
    number: &Number,
    later: &Figure,
) -> Vec<Amount> {
    let has_no_unit =
        |reading: &Amount| matches!(reading.unit, Unit::Count | Unit::Money(_) | Unit::Year);
    if before.unit.is_some() || !earlier.readings.iter().all(has_no_unit) {
        return Vec::new();
    }
    let mut further = Vec::new();
    for Amount { unit, .. } in &later.readings {
        let factor = if *unit == Unit::Share { Ratio::new(1, 100) } else { Some(ONE) };
        let plain = factor.and_then(|factor| before.value.times(factor));
        let magnified = plain
            .filter(|_| before.magnitude == ONE)
            .and_then(|value| value.times(number.magnitude));
        let values = plain.into_iter().chain(magnified);
        further.extend(values.map(|value| Amount::new(value, *unit)));
    }
    further
}

fn is_money(unit: &Unit) -> bool {
    matches!(unit, Unit::Money(_))
}
