//! Days, months and weekdays: `9 February`, `9th of Feb`, `2025-02-09`, `09/02/2025`, `Tuesday`,
//! `May` the month, the third quarter.

use std::ops::Range;

use super::Draft;
use super::amount::{FigureReading, Ratio, Unit};
use super::digits::{self, small_digits};
use super::parser::Number;
use super::spelt;
use super::tokens::LowerTokens;
use crate::brief::Date;
use crate::evidence::source::english;

/// The date, month or day that begins at the token `at`; more than one figure if it has a year.
pub fn at(tokens: &LowerTokens<'_>, at: usize) -> Option<Vec<Draft>> {
    numeric(tokens, at).or_else(|| {
        let draft = day_first(tokens, at)
            .or_else(|| month(tokens, at))
            .or_else(|| weekday(tokens, at))
            .or_else(|| part_of_year(tokens, at))?;
        Some(vec![draft])
    })
}

/// A date in numbers alone: `2025-02-09`, `09/02/2025`, `09.02.2025`.
fn numeric(tokens: &LowerTokens<'_>, at: usize) -> Option<Vec<Draft>> {
    if !tokens.is_digits(at) {
        return None;
    }
    let is_joint = |at: usize| {
        let joins = tokens.is_dash(at) || tokens.sign(at) == Some('/');
        joins && tokens.is_tight(at) && tokens.is_tight(at + 1)
    };
    let (parts, end): (Vec<&str>, usize) = if is_joint(at + 1) && is_joint(at + 3) {
        (vec![tokens.word(at), tokens.word(at + 2), tokens.word(at + 4)], at + 5)
    } else {
        (tokens.word(at).split('.').collect(), at + 1)
    };
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| small_digits(part).or_else(|| part.parse().ok());
    let (year, pairs) = if first.len() == 4 {
        (number(first)?, vec![(number(third)?, number(second)?)])
    } else {
        let (first, second) = (number(first)?, number(second)?);
        let year = number(third)? + if third.len() == 2 { 2000 } else { 0 };
        (year, vec![(first, second), (second, first)])
    };
    let days: Vec<FigureReading> =
        pairs.into_iter().filter_map(|(day, month)| day_of(day, month)).collect();
    let fits = (1000..2200).contains(&year) && !days.is_empty();
    let implied = days.iter().filter_map(month_of).collect();
    let day = Draft { implied, ..Draft::new(days, at..end) };
    let year = Draft::new(vec![FigureReading::new(Ratio::whole(year), Unit::Year)], at..end);
    fits.then(|| vec![day, year])
}

/// A day of a month, if there is one.
fn day_of(day: i128, month: i128) -> Option<FigureReading> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = Some(day).filter(|day| (1..=31).contains(day))?;
    Some(FigureReading::new(Ratio::whole(day), Unit::DayOf(month)))
}

fn month_of(day: &FigureReading) -> Option<FigureReading> {
    match day.unit()? {
        Unit::DayOf(month) => {
            Some(FigureReading::new(Ratio::whole(i128::from(month)), Unit::Month))
        }
        _ => None,
    }
}

fn day_draft(day: i128, month: u8, tokens: Range<usize>) -> Option<Draft> {
    let reading = day_of(day, i128::from(month))?;
    let ordinal = FigureReading::new(Ratio::whole(day), Unit::Ordinal);
    let implied = month_of(&reading).into_iter().chain([ordinal]).collect();
    let readings = vec![reading];
    let number = Number::new(Ratio::whole(day), tokens.clone()).meaning(readings.clone());
    Some(Draft { implied, number: Some(number), ..Draft::new(readings, tokens) })
}

/// The day that the number or ordinal at `at` is, before a month: `9 February`, `9th of Feb`.
fn day_first(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let day = day_number(tokens, at)?;
    let next = at + 1 + usize::from(tokens.word(at + 1) == "of");
    let month = month_name(tokens.spelling(next))?;
    day_draft(day, month, at..next + 1)
}

/// The number of a day: `9`, `9th`, `ninth`.
fn day_number(tokens: &LowerTokens<'_>, at: usize) -> Option<i128> {
    let word = tokens.word(at);
    let digits = digits::digits(word).filter(|digits| {
        digits.suffix.is_empty() || english::ORDINAL_ENDINGS.contains(digits.suffix)
    });
    let number = digits.and_then(|digits| digits.value.as_whole());
    number.or_else(|| spelt::ordinal(word)).filter(|day| (1..=31).contains(day))
}

/// The month at `at`, with its day if that follows: `February 9`, `February`.
fn month(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let spelling = tokens.spelling(at);
    let month = month_name(spelling)?;
    let day = day_number(tokens, at + 1).filter(|_| tokens.is_digits(at + 1));
    if let Some(day) = day.filter(|_| !english::PERCENT.contains(tokens.word(at + 2))) {
        return day_draft(day, month, at..at + 2);
    }
    let is_short = !english::MONTHS.contains(spelling);
    let before = tokens.word_before(at, 1);
    let led = english::BEFORE_MONTH.contains(before) || tokens.is_digits(at.saturating_sub(1));
    let dated = tokens.is_digits(at + 1);
    if is_short && !dated && !led {
        return None;
    }
    let is_word = english::AMBIGUOUS_MONTHS.contains(tokens.word(at));
    let is_named = at > 0 && !led && tokens.is_capital(at - 1) && !tokens.begins_sentence(at)
        || (!led && tokens.is_capital(at + 1) && tokens.gap_before(at + 1) == " ");
    let is_verb = tokens.word(at) == "may" && !led && !dated;
    if is_verb && !ends_phrase(tokens, at) {
        return None;
    }
    let reading = FigureReading::new(Ratio::whole(i128::from(month)), Unit::Month);
    let is_weak = is_word && (is_named || is_verb);
    Some(Draft { is_weak, ..Draft::new(vec![reading], at..at + 1) })
}

/// Whether a sign follows the token at `at`, or nothing.
fn ends_phrase(tokens: &LowerTokens<'_>, at: usize) -> bool {
    at > 0 && tokens.word(at + 1).is_empty()
}

/// The month, counted from 1, that a capitalised word names, in full or in its first three or four
/// letters.
pub fn month_name(word: &str) -> Option<u8> {
    let is_short = (3..=4).contains(&word.len()) && word != "Mar" && word != "Marc";
    let is = |name: &&str| *name == word || (is_short && name.starts_with(word));
    let place = english::MONTHS.iter().position(is)?;
    u8::try_from(place + 1).ok()
}

fn weekday(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let word = tokens.word(at);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    let place = spelt::place(english::WEEKDAYS, word).filter(|_| tokens.is_capital(at))?;
    let reading = FigureReading::new(Ratio::whole(place + 1), Unit::Weekday);
    let is_title = tokens.is_capital(at + 1) && tokens.gap_before(at + 1) == " ";
    Some(Draft { is_weak: is_title, ..Draft::new(vec![reading], at..at + 1) })
}

/// The quarter or the half of a year that the ordinal at `at` names: `third quarter of 2025`.
fn part_of_year(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let place = spelt::ordinal(tokens.word(at)).filter(|place| *place < 5)?;
    let part = tokens.word(tokens.past_hyphen(at + 1));
    let end = tokens.past_hyphen(at + 1) + 1;
    let (letter, parts) = match part {
        part if english::QUARTERS.contains(part) => ('q', 4),
        part if english::HALVES.contains(part) => ('h', 2),
        _ => return None,
    };
    let of_year = english::QUARTER_OF.contains(tokens.word(end))
        && (tokens.is_digits(end + 1) || english::YEARS.contains(tokens.word(end + 2)))
        || tokens.is_digits(end);
    let fits = place <= parts && (letter == 'q' || of_year);
    fits.then(|| Draft::new(vec![FigureReading::Written(format!("{letter}{place}"))], at..end))
}

/// The year, the month, the day and the weekday that a date states.
pub fn of_date(date: Date) -> Vec<FigureReading> {
    let iso = date.iso();
    let mut parts = iso.split('-').filter_map(|part| part.parse::<i128>().ok());
    let year = parts.next().map(|year| FigureReading::new(Ratio::whole(year), Unit::Year));
    let month = parts.next();
    let day = month.zip(parts.next()).and_then(|(month, day)| day_of(day, month));
    let weekday = day.as_ref().map(|_| {
        let weekday = date.last_day().weekday().to_monday_one_offset();
        FigureReading::new(Ratio::whole(i128::from(weekday)), Unit::Weekday)
    });
    let month = month.map(|month| FigureReading::new(Ratio::whole(month), Unit::Month));
    [year, month, day, weekday].into_iter().flatten().collect()
}

/// What the word `word`, after `before`, names by its distance from `date`: `yesterday`, `last year`,
/// `next month`, the `Monday` before or after.
pub fn by_distance(date: Date, before: &str, word: &str) -> Vec<FigureReading> {
    let step = match before {
        before if english::EARLIER.contains(before) => -1,
        before if english::LATER.contains(before) => 1,
        _ => 0,
    };
    let stated = of_date(date);
    let value = |unit: Unit| {
        let reading = stated.iter().find(|reading| reading.unit() == Some(unit))?;
        let FigureReading::Amount(amount) = reading else { return None };
        amount.value.as_whole()
    };
    let moved = |unit| Some(FigureReading::new(Ratio::whole(value(unit)? + step), unit));
    match word {
        "year" if step != 0 => moved(Unit::Year).into_iter().collect(),
        "month" if step != 0 => {
            let month = value(Unit::Month).map(|month| (month - 1 + step).rem_euclid(12) + 1);
            month
                .map(|month| FigureReading::new(Ratio::whole(month), Unit::Month))
                .into_iter()
                .collect()
        }
        word => days_by_distance(date, word),
    }
}

fn days_by_distance(date: Date, word: &str) -> Vec<FigureReading> {
    let day = date.last_day();
    let is_day = date.iso() == day.to_string();
    let earlier = std::iter::successors(day.yesterday().ok(), |day| day.yesterday().ok());
    let later = std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok());
    let weekday = spelt::place(english::WEEKDAYS, word);
    let days: Vec<_> = match word {
        _ if !is_day => Vec::new(),
        "yesterday" => earlier.take(1).collect(),
        "tomorrow" => later.take(1).collect(),
        _ if weekday.is_some() => earlier.take(6).chain(later.take(6)).collect(),
        _ => Vec::new(),
    };
    let dates = days.into_iter().filter_map(|day| Date::parse(&day.to_string())).map(of_date);
    let wanted = weekday.map(|place| FigureReading::new(Ratio::whole(place + 1), Unit::Weekday));
    dates
        .filter(|readings| wanted.as_ref().is_none_or(|weekday| readings.contains(weekday)))
        .flatten()
        .collect()
}
