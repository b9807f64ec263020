//! Dates that are not written as the format wants them: `30 June 2020`, `30/06/2020`, `2020-06-31`.

use super::date::Date;
use crate::text::month_number;

/// Returns the date that a text gives in any form: `2026-02`, `9 Feb 2026`, `February 2026`.
pub fn date_in_any_form(text: &str) -> Option<Date> {
    Date::parse(text).or_else(|| NearDate::parse(text)?.date)
}

/// Returns whether a word names a month. It may be cut to three letters or more.
pub fn is_month(word: &str) -> bool {
    month_number(word).is_some()
}

/// What may come before a date without changing it, in lower case. A weekday counts too.
const BEFORE_A_DATE: [&str; 4] = ["by", "on", "in", "the"];

/// The days of the week, in lower case. A day may be cut to three letters or more.
const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A text that gives a date in another form, or a date that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearDate {
    /// The date it gives; [`None`] if no such date exists.
    pub date: Option<Date>,
    /// Whether it can be no other date, as `3/6/2020` and `3/6/20` can.
    pub is_certain: bool,
}

impl NearDate {
    /// Reads `text`, which [`Date::parse`] does not take. [`None`] if it is nothing like a date, or if it
    /// says more than a date does, as `end of June 2020` and the financial year `2020-21` do.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().trim_end_matches('.').to_lowercase();
        if let Some(date) = with_time(&lower) {
            return Some(Self { date: Some(date), is_certain: true });
        }
        let parts: Vec<DatePart> = lower
            .split(|c: char| c.is_whitespace() || ",/.-–".contains(c))
            .filter(|part| !part.is_empty())
            .skip_while(|part| BEFORE_A_DATE.contains(part) || is_weekday(part))
            .filter(|part| *part != "of")
            .map(DatePart::parse)
            .collect::<Option<_>>()?;
        let (year, month, day) = order(&parts)?;
        Some(Self { date: date(year, month, day), is_certain: is_certain(&parts) })
    }

    /// Returns the way to fix it.
    pub fn help(self) -> String {
        match self.date {
            Some(date) => format!("write `{}`", date.iso()),
            None => {
                "no such day exists: write the one that is meant, such as `2026-02-09`".to_owned()
            }
        }
    }
}

/// Part of a date: a year of four digits, a month’s name, or a number of at most two digits.
#[derive(Clone, Copy)]
enum DatePart {
    Year(u32),
    Month(u32),
    Number(u32),
    /// A year, a month and a day without anything between them.
    Whole(u32),
}

impl DatePart {
    fn parse(part: &str) -> Option<Self> {
        if let Some(month) = month_number(part) {
            return Some(Self::Month(month));
        }
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = part[..digits].parse().ok()?;
        match (digits, &part[digits..]) {
            (1 | 2, "" | "st" | "nd" | "rd" | "th") => Some(Self::Number(number)),
            (4, "") => Some(Self::Year(number)),
            (8, "") => Some(Self::Whole(number)),
            _ => None,
        }
    }
}

/// The year, the month and the day of the parts, in whichever order they are. Where both could be the
/// day, it comes first.
fn order(parts: &[DatePart]) -> Option<(u32, Option<u32>, Option<u32>)> {
    use DatePart::{Month, Number, Whole, Year};
    let (year, month, day) = match *parts {
        [Year(year)] => return Some((year, None, None)),
        [Year(year), Number(next)] if (year + 1) % 100 == next => return None,
        [Month(month) | Number(month), Year(year)] | [Year(year), Month(month) | Number(month)] => {
            return Some((year, Some(month), None));
        }
        [Whole(whole)] => (whole / 10_000, whole / 100 % 100, whole % 100),
        [Number(month), Number(day), Year(year)] if day > 12 => (year, month, day),
        [Number(day), Month(month) | Number(month), Year(year)]
        | [Month(month), Number(day), Year(year)]
        | [Year(year), Month(month) | Number(month), Number(day)] => (year, month, day),
        [Number(day), Month(month) | Number(month), Number(year)] => (2000 + year, month, day),
        _ => return None,
    };
    Some((year, Some(month), Some(day)))
}

/// Whether the parts can be in one order only.
fn is_certain(parts: &[DatePart]) -> bool {
    use DatePart::{Number, Year};
    match *parts {
        [Number(a), Number(b), Year(_)] => a > 12 || b > 12 || a == b,
        [_, _, Number(_)] => matches!(parts[0], Year(_)),
        _ => true,
    }
}

fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Date> {
    let parts = [Some(year), month, day].into_iter().flatten().map(|part| format!("{part:02}"));
    Date::parse(&parts.collect::<Vec<_>>().join("-"))
}

/// The date before a time of day: `2026-02-09T10:00`.
fn with_time(text: &str) -> Option<Date> {
    let (date, time) = text.split_at_checked("2026-02-09".len())?;
    let time = time.strip_prefix(['t', ' '])?;
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    Date::parse(date).filter(|_| is_time)
}

/// Whether a word in lower case names a day of the week. It may be cut to three letters or more.
fn is_weekday(word: &str) -> bool {
    word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_in_every_other_form() {
        for (raw, expected) in [
            ("30 June 2020", "2020-06-30"),
            ("by 30th June 2020", "2020-06-30"),
            ("On Tuesday, 30 June 2020.", "2020-06-30"),
            ("the 30th of June, 2020", "2020-06-30"),
            ("June 30, 2020", "2020-06-30"),
            ("30-Jun-2020", "2020-06-30"),
            ("1 Sept 2020", "2020-09-01"),
            ("30/06/2020", "2020-06-30"),
            ("30.6.2020", "2020-06-30"),
            ("30-06-2020", "2020-06-30"),
            ("06/30/2020", "2020-06-30"),
            ("3/6/20", "2020-06-03"),
            ("2020/06/30", "2020-06-30"),
            ("2020-6-3", "2020-06-03"),
            ("20200630", "2020-06-30"),
            ("2020 June 30", "2020-06-30"),
            ("2020-06-30T10:00", "2020-06-30"),
            ("2020-06-30 17:30:00", "2020-06-30"),
            ("June 2020", "2020-06"),
            ("by May 2020", "2020-05"),
            ("06/2020", "2020-06"),
            ("2020-6", "2020-06"),
            ("2020/06", "2020-06"),
            ("in 2020", "2020"),
        ] {
            let near = NearDate::parse(raw).unwrap_or_else(|| panic!("{raw}"));
            assert_eq!(near.date.map(Date::iso).as_deref(), Some(expected), "{raw}");
            assert_eq!(near.help(), format!("write `{expected}`"));
        }
    }

    #[test]
    fn knows_dates_that_do_not_exist() {
        for raw in ["2020-06-31", "2021-02-29", "31 June 2020", "2020-13", "31/09/2020", "20201340"]
        {
            assert_eq!(NearDate::parse(raw).map(|near| near.date), Some(None), "{raw}");
        }
    }

    #[test]
    fn knows_a_date_that_may_be_another() {
        let is_certain = |raw| NearDate::parse(raw).unwrap().is_certain;
        for raw in ["30/06/2020", "06/30/2020", "6/6/2020", "3 June 2020", "2020-6-3", "06/2020"] {
            assert!(is_certain(raw), "{raw}");
        }
        for raw in ["3/6/2020", "03.06.2020", "3/6/20", "30 June 20"] {
            assert!(!is_certain(raw), "{raw}");
        }
    }

    #[test]
    fn leaves_the_sources_own_words_alone() {
        for raw in [
            "",
            "before summer",
            "end of June 2020",
            "by the end of 2020",
            "before 1 July 2020",
            "June",
            "30 June",
            "Tuesday",
            "the first half of 2020",
            "2020-21",
            "2019/20",
            "Q2 2020",
            "spring 2020",
            "within 14 days",
            "14 days",
            "ma 2020",
            "section 12",
            "by 2020 or 2021",
            "été 2020",
        ] {
            assert_eq!(NearDate::parse(raw), None, "{raw}");
        }
    }
}
