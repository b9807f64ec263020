//! Numbers in digits: `1,000`, `3.5`, `2½`, `20m`, `10:30`, `5th`.

use super::amount::{FigureReading, Ratio, Unit};
use super::parser::Number;
use super::tokens::LowerTokens;
use super::{measures, money, spelt};
use crate::evidence::source::english;

/// A number in digits, and the letters that follow it without a space: `20` and `m` of `20m`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits<'a> {
    /// The value of the digits.
    pub value: Ratio,
    /// The letters as spelt; often empty.
    pub suffix: &'a str,
    /// Whether they are four digits without a separator, as a year is.
    pub is_year: bool,
    /// The hours and minutes, if a colon or a point separates them.
    pub clock: Option<(i128, i128)>,
}

/// The number in digits that begins at the token `at`, with a unit that is spelt in one with it.
pub fn number_at(tokens: &LowerTokens<'_>, at: usize) -> Option<Number> {
    let Digits { mut value, suffix, is_year, clock } = digits(tokens.spelling(at))?;
    if is_after_bare_point(tokens, at) {
        let places = u32::try_from(tokens.spelling(at).len() - suffix.len()).ok()?;
        value = value.times(Ratio::new(1, 10i128.checked_pow(places)?)?)?;
    }
    let mut end = at + 1;
    while suffix.is_empty() && !is_year && continues_number(tokens, end) {
        value = value.times(Ratio::whole(1000))?.plus(digits(tokens.spelling(end))?.value)?;
        end += 1;
    }
    let number = Number { is_year: is_year && suffix.is_empty(), ..Number::new(value, at..end) };
    if suffix.is_empty() {
        let is_clock = clock.is_some() && tokens.spelling(at).contains(':');
        return (!is_clock).then_some(number);
    }
    if let Some(meaning) = meaning_of_suffix(value, suffix, is_year) {
        return Some(number.meaning(meaning));
    }
    let magnitude = spelt::magnitude(&suffix.to_lowercase())?;
    Some(Number { value: value.times(magnitude)?, magnitude, ..number })
}

/// What digits mean by the letters behind them: `5th`, `1990s`, `10p`, `5km`, `1.5C`. Magnitudes
/// mean nothing of their own.
fn meaning_of_suffix(value: Ratio, suffix: &str, is_year: bool) -> Option<Vec<FigureReading>> {
    let one = |unit| Some(vec![FigureReading::new(value, unit)]);
    match suffix {
        "G" => return None,
        "C" => return one(Unit::Measure("degree Celsius")),
        "F" => return one(Unit::Measure("degree Fahrenheit")),
        "W" => return one(Unit::Measure("watt")),
        "T" | "t" => return one(Unit::Measure("tonne")),
        _ => {}
    }
    let suffix = suffix.to_lowercase();
    let suffix = suffix.as_str();
    if let Some(money) = money::hundredths(value, suffix) {
        return Some(money);
    }
    match suffix {
        "s" if is_year => one(Unit::Decade),
        "s" => {
            Some(vec![FigureReading::new(value, Unit::Age), FigureReading::new(value, Unit::Tens)])
        }
        "x" => one(Unit::Times),
        "yo" => one(Unit::Age),
        suffix if english::PERCENT.contains(suffix) => {
            Some(vec![FigureReading::new(value.split(100), Unit::Share)])
        }
        suffix if english::POINTS.contains(suffix) => one(Unit::Points),
        suffix if english::ORDINAL_ENDINGS.contains(suffix) => one(Unit::Ordinal),
        suffix if spelt::magnitude(suffix).is_some() => None,
        suffix => one(Unit::Measure(measures::measure(suffix)?)),
    }
}

/// A whole number of at most three digits.
pub fn small_digits(word: &str) -> Option<i128> {
    (word.len() <= 3).then(|| word.parse().ok())?
}

/// The number that `word` begins with, unless it begins with a letter.
pub fn digits(word: &str) -> Option<Digits<'_>> {
    let end = word.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | ':')).unwrap_or(word.len());
    let (number, suffix) = word.split_at(end);
    let (fraction, suffix) = vulgar(suffix);
    if number.is_empty() && fraction.is_none() {
        return None;
    }
    let clock = number.split_once([':', '.']).and_then(|(hours, minutes)| {
        let (hours, minutes) = (hours.parse::<i128>().ok()?, minutes.parse::<i128>().ok()?);
        (number.len() - number.find([':', '.'])? == 3 && hours < 25 && minutes < 60)
            .then_some((hours, minutes))
    });
    let value = match (decimal(number), fraction) {
        (Some(whole), Some(part)) => whole.plus(part)?,
        (None, Some(part)) if number.is_empty() => part,
        (Some(whole), None) => whole,
        (None, _) if number.contains(':') => Ratio::whole(clock?.0 * 60 + clock?.1),
        (None, _) => return None,
    };
    let is_year =
        number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()) && fraction.is_none();
    Some(Digits { value, suffix, is_year, clock })
}

/// `1,000`, `1,000.50`, `3.5`, `1.000.000`.
fn decimal(number: &str) -> Option<Ratio> {
    let grouped = |parts: &[&str]| {
        parts.len() > 1
            && (1..=3).contains(&parts[0].len())
            && parts[1..].iter().all(|part| part.len() == 3)
    };
    let points: Vec<&str> = number.split('.').collect();
    if points.len() > 2 {
        return if grouped(&points) {
            points.concat().parse().ok().map(Ratio::whole)
        } else {
            None
        };
    }
    let (whole, places) = number.split_once('.').unwrap_or((number, ""));
    let commas: Vec<&str> = whole.split(',').collect();
    if commas.len() > 1 && !grouped(&commas) {
        return None;
    }
    let digits = format!("{}{places}", commas.concat());
    let scale = 10i128.checked_pow(u32::try_from(places.len()).ok()?)?;
    Ratio::new(digits.parse().ok()?, scale)
}

fn vulgar(suffix: &str) -> (Option<Ratio>, &str) {
    let Some(first) = suffix.chars().next() else { return (None, suffix) };
    let ratio = match first {
        '½' => Ratio::new(1, 2),
        '¼' => Ratio::new(1, 4),
        '¾' => Ratio::new(3, 4),
        '⅓' => Ratio::new(1, 3),
        '⅔' => Ratio::new(2, 3),
        '⅕' => Ratio::new(1, 5),
        '⅛' => Ratio::new(1, 8),
        _ => None,
    };
    if ratio.is_some() { (ratio, &suffix[first.len_utf8()..]) } else { (None, suffix) }
}

/// Whether a point without a number before it makes a decimal of the digits at `at`: `.5`.
fn is_after_bare_point(tokens: &LowerTokens<'_>, at: usize) -> bool {
    let is_spaced = |at: usize| tokens.get(at).is_some_and(|token| token.spaced);
    let point = at.checked_sub(1).filter(|point| tokens.sign(*point) == Some('.'));
    point.is_some_and(|point| !is_spaced(at) && (point == 0 || is_spaced(point)))
}

/// Whether the digits at `at` go on with a number whose thousands a space separates: `1 000`.
fn continues_number(tokens: &LowerTokens<'_>, at: usize) -> bool {
    let spelling = tokens.spelling(at);
    let three_digits = spelling.len() == 3 && spelling.bytes().all(|b| b.is_ascii_digit());
    let short = tokens.spelling(at - 1).len() <= 3;
    let gap = tokens.gap_before(at);
    three_digits && short && gap.chars().count() == 1 && gap.chars().all(char::is_whitespace)
}
