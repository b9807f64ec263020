//! Money: `£20`, `20 pounds`, `A$5m`, `50p`, `GBP 20`.

use super::amount::{FigureReading, Ratio, Unit};
use super::tokens::LowerTokens;
use crate::evidence::source::english;
use crate::evidence::source::words::{TokenKind, is_currency};

/// The currencies that have a sign, by their ISO 4217 code.
const CURRENCY_SIGNS: &[(char, &str)] =
    &[('£', "GBP"), ('€', "EUR"), ('$', PLAIN_DOLLARS), ('¥', "JPY"), ('₹', "INR")];

/// Dollars of which the text does not say whose they are.
pub const PLAIN_DOLLARS: &str = "dollars";

/// What an amount of money may be: dollars that are nobody's in particular are most likely those
/// of the United States.
pub fn readings(value: Ratio, code: &'static str) -> Vec<FigureReading> {
    let codes: &[&'static str] =
        if code == PLAIN_DOLLARS { &[PLAIN_DOLLARS, "USD"] } else { &[code] };
    let mut readings: Vec<FigureReading> =
        codes.iter().map(|code| FigureReading::new(value, Unit::Money(code))).collect();
    if code == "USD" {
        readings.push(FigureReading::new(value, Unit::Money(PLAIN_DOLLARS)));
    }
    readings
}

/// The currency before a number that begins at `start`, by its sign or its code, and where it
/// begins: `£`, `US$`, `GBP`.
pub fn before(tokens: &LowerTokens<'_>, start: usize) -> Option<(&'static str, usize)> {
    let before = start.checked_sub(1)?;
    match tokens.kind(before)? {
        TokenKind::Sign(sign) if is_currency(sign) => {
            let row = CURRENCY_SIGNS.iter().find(|(known, _)| *known == sign);
            let code = row.map_or("XXX", |(_, code)| code);
            let name = before.checked_sub(1).filter(|_| sign == '$' && tokens.is_tight(before));
            let dollars = name.and_then(|name| {
                let word = tokens.word(name);
                english::DOLLARS.iter().find(|(_, signs, _)| signs.contains(word))
            });
            match (dollars, name) {
                (Some((code, ..)), Some(name)) => Some((code, name)),
                _ => Some((code, before)),
            }
        }
        TokenKind::Word => Some((code(tokens.word(before))?, before)),
        _ => None,
    }
}

fn code(word: &str) -> Option<&'static str> {
    let known = english::MONEY.values();
    let dollars = english::DOLLARS.iter().map(|(code, ..)| *code);
    known.chain(dollars).find(|code| code.eq_ignore_ascii_case(word))
}

/// The currency after a number that ends at `end`, and its own end: `pounds`, `US dollars`, `GBP`.
pub fn after(tokens: &LowerTokens<'_>, end: usize) -> Option<(&'static str, usize)> {
    let next = tokens.past_hyphen(end);
    if let Some(sign) = tokens.sign(next).filter(|sign| is_currency(*sign)) {
        // `20 £30` is two sums.
        let is_own = tokens.is_tight(next) && !tokens.word(next + 1).starts_with(char::is_numeric);
        let row = CURRENCY_SIGNS.iter().find(|(known, _)| *known == sign && is_own);
        return row.map(|(_, code)| (*code, next + 1));
    }
    let word = tokens.word(next);
    let owned = english::DOLLARS.iter().find(|(_, _, owners)| owners.contains(word));
    if let Some((code, ..)) = owned
        && english::DOLLAR.contains(tokens.word(next + 1))
    {
        return Some((code, next + 2));
    }
    if english::DOLLAR.contains(word) {
        return Some((PLAIN_DOLLARS, next + 1));
    }
    english::MONEY.get(word).or_else(|| code(word)).map(|code| (code, next + 1))
}

/// What the hundredths of a currency may be in whole ones: `50p`, `20 cents`.
pub fn hundredths(value: Ratio, word: &str) -> Option<Vec<FigureReading>> {
    let codes: &[&str] = match word {
        word if english::PENCE.contains(word) => &["GBP"],
        word if english::CENTS.contains(word) => &["EUR", "USD", PLAIN_DOLLARS],
        _ => return None,
    };
    Some(codes.iter().map(|code| FigureReading::new(value.split(100), Unit::Money(code))).collect())
}
