//! Times of day: `5 p.m.`, `5pm`, `17:00`, `half past five`, `noon`.

use super::Draft;
use super::amount::{FigureReading, Ratio, Unit};
use super::digits::{self, Digits};
use super::spelt;
use super::tokens::LowerTokens;
use crate::evidence::source::english;

/// Minutes in half a day.
const HALF_DAY: i128 = 720;

/// The time of day that begins at the token `at`.
pub fn at(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    if let Some(minutes) = english::NAMED_HOURS.get(tokens.word(at)) {
        return Some(draft(&[minutes], at, at + 1));
    }
    in_words(tokens, at).or_else(|| in_digits(tokens, at))
}

fn draft(minutes: &[i128], at: usize, end: usize) -> Draft {
    let reading =
        |minutes: &i128| FigureReading::new(Ratio::whole(minutes % (2 * HALF_DAY)), Unit::Clock);
    Draft::new(minutes.iter().map(reading).collect(), at..end)
}

/// A time without a half of the day, in either.
fn in_either_half(minutes: i128, at: usize, end: usize) -> Draft {
    draft(&[minutes, minutes + HALF_DAY], at, end)
}

/// `half past five`, `ten to six`, `quarter to six`, `five o'clock`.
fn in_words(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let hour = |at: usize| tokens.small_number(at).filter(|hour| (1..=12).contains(hour));
    if tokens.word(at + 1) == "o'clock" {
        let (half, end) = half_of_day(tokens, at + 2).unzip();
        return Some(match half {
            Some(half) => draft(&[hour(at)? % 12 * 60 + half], at, end?),
            None => in_either_half(hour(at)? % 12 * 60, at, at + 2),
        });
    }
    let word = tokens.word(at);
    let minutes = match word {
        word if english::HALVES.contains(word) => 30,
        word if english::QUARTERS.contains(word) => 15,
        _ => tokens.small_number(at).filter(|minutes| (1..30).contains(minutes))?,
    };
    let is_clear = minutes == 15 || minutes == 30;
    let sign = match tokens.word(at + 1) {
        "past" => 1,
        "to" if is_clear && word != "half" && !tokens.is_digits(at) => -1,
        _ => return None,
    };
    let start = hour(at + 2)? % 12 * 60 + sign * minutes;
    Some(in_either_half((start + HALF_DAY) % HALF_DAY, at, at + 3))
}

/// `5pm`, `5 p.m.`, `5.30pm`, `17:00`, `at 5.30`.
fn in_digits(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let Digits { value, suffix, clock, .. } = digits::digits(tokens.word(at))?;
    let hour = value.as_whole().filter(|hour| (0..=24).contains(hour));
    let (hours, minutes) = clock.or_else(|| Some((hour?, 0)))?;
    let since_midnight = hours * 60 + minutes;
    let half = match suffix {
        "" => half_of_day(tokens, at + 1),
        suffix => half_named(suffix).map(|half| (half, at + 1)),
    };
    if let Some((half, end)) = half.filter(|_| (1..=12).contains(&hours)) {
        return Some(draft(&[hours % 12 * 60 + minutes + half], at, end));
    }
    clock.filter(|_| suffix.is_empty())?;
    let is_colon = tokens.word(at).contains(':');
    if is_colon && (hours > 12 || tokens.word(at).starts_with('0')) {
        return Some(draft(&[since_midnight], at, at + 1));
    }
    is_colon.then(|| in_either_half(since_midnight, at, at + 1))
}

/// The times of day that the number at `at` may be after a word like `at`: `at 5`, `at 17.00`.
pub fn after_at(tokens: &LowerTokens<'_>, at: usize) -> Vec<FigureReading> {
    let is_led = english::BEFORE_CLOCK.contains(tokens.word_before(at, 1));
    let Some(digits) = digits::digits(tokens.word(at)).filter(|_| is_led) else {
        return Vec::new();
    };
    let hour = digits.value.as_whole().filter(|hour| (1..=12).contains(hour));
    match (digits.clock, hour) {
        (Some((hours @ 13.., minutes)), _) => draft(&[hours * 60 + minutes], at, at).readings,
        (Some((hours, minutes)), _) => in_either_half(hours * 60 + minutes, at, at).readings,
        (None, Some(hour)) => in_either_half(hour % 12 * 60, at, at).readings,
        (None, None) => Vec::new(),
    }
}

/// The half of the day at `at`, in minutes after midnight, and its end: `pm`, `p.m.`.
fn half_of_day(tokens: &LowerTokens<'_>, at: usize) -> Option<(i128, usize)> {
    if let Some(half) = half_named(tokens.word(at)) {
        return Some((half, at + 1));
    }
    let letters = format!("{}{}", tokens.word(at), tokens.word(at + 2));
    let has_point = tokens.sign(at + 1) == Some('.') && tokens.word(at).len() == 1;
    let half = half_named(&letters).filter(|_| has_point)?;
    Some((half, at + 3 + usize::from(tokens.sign(at + 3) == Some('.'))))
}

fn half_named(word: &str) -> Option<i128> {
    spelt::place(english::DAY_HALVES, word).map(|half| half * HALF_DAY)
}
