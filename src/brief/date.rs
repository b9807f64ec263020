//! Dates as sources give them: a year, a month or a day (EDTF level 0).

use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A date of the precision that is known, by the Extended Date/Time Format, level 0:
/// `2026`, `2026-02` or `2026-02-09`.
///
/// Dates are ordered by their first day; of two that begin on the same day, the vaguer comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    first: jiff::civil::Date,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

impl Date {
    /// Returns the date that `raw` gives; [`None`] if it gives none or one that does not exist.
    pub fn parse(raw: &str) -> Option<Self> {
        let mut parts = raw.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2).ok_or(())).transpose().ok()?;
        let day = parts.next().map(|part| digits(part, 2).ok_or(())).transpose().ok()?;
        if parts.next().is_some() {
            return None;
        }
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        let small = |number: Option<i16>| i8::try_from(number.unwrap_or(1)).ok();
        let first = jiff::civil::Date::new(year, small(month)?, small(day)?).ok()?;
        Some(Self { first, precision })
    }

    /// Returns the date as records write it: `2026`, `2026-02` or `2026-02-09`.
    pub fn iso(self) -> String {
        format!("{self:#}")
    }

    /// Returns the date with its month cut to three letters: `9 Feb 2026`.
    pub fn short(self) -> String {
        let pattern = match self.precision {
            Precision::Year => "%Y",
            Precision::Month => "%b %Y",
            Precision::Day => "%-d %b %Y",
        };
        self.first.strftime(pattern).to_string()
    }

    /// Returns the first day of the year, the month or the day that the date names.
    pub fn first_day(self) -> jiff::civil::Date {
        self.first
    }

    /// Returns today’s date, by this machine’s clock and time zone.
    pub fn today() -> Self {
        Self { first: jiff::Zoned::now().date(), precision: Precision::Day }
    }

    /// Returns the day of a moment, by this machine’s time zone; [`None`] if no calendar has it.
    pub fn at(moment: SystemTime) -> Option<Self> {
        let zoned = jiff::Zoned::try_from(moment).ok()?;
        Some(Self { first: zoned.date(), precision: Precision::Day })
    }

    /// Returns its year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// Returns whether the whole of the date comes before the first day of `other`.
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first
    }

    /// Returns the last day of the year, the month or the day that the date names.
    pub fn last_day(self) -> jiff::civil::Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }
}

/// As records write it.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{self:#}"))
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::parse(&raw).ok_or_else(|| de::Error::custom("no date"))
    }
}

fn digits(part: &str, length: usize) -> Option<i16> {
    (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
}

/// As it is printed: `2026`, `February 2026`, `9 February 2026`. The ISO form is `{:#}`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pattern = match (self.precision, f.alternate()) {
            (Precision::Year, _) => "%Y",
            (Precision::Month, false) => "%B %Y",
            (Precision::Month, true) => "%Y-%m",
            (Precision::Day, false) => "%-d %B %Y",
            (Precision::Day, true) => "%Y-%m-%d",
        };
        write!(f, "{}", self.first.strftime(pattern))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_with_the_precision_that_is_known() {
        let long = |raw| Date::parse(raw).unwrap().to_string();
        assert_eq!(long("2026"), "2026");
        assert_eq!(long("2026-02"), "February 2026");
        assert_eq!(long("2026-02-09"), "9 February 2026");
        assert_eq!(format!("{:#}", Date::parse("2026-02-09").unwrap()), "2026-02-09");
        let short = |raw| Date::parse(raw).unwrap().short();
        assert_eq!(
            ["2026", "2026-02", "2026-02-09"].map(short),
            ["2026", "Feb 2026", "9 Feb 2026"]
        );
    }

    #[test]
    fn refuses_what_is_no_date() {
        for bad in [
            "",
            "26",
            "2026-2",
            "2026-13",
            "2026-02-30",
            "2026-02-09T10",
            "2026-02-09-1",
            "June 2026",
            "+2026",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn ends_on_the_last_day_it_covers() {
        let last = |raw| Date::parse(raw).unwrap().last_day().to_string();
        assert_eq!(last("2026"), "2026-12-31");
        assert_eq!(last("2024-02"), "2024-02-29");
        assert_eq!(last("2026-02-09"), "2026-02-09");
    }

    #[test]
    fn is_before_another_only_as_a_whole() {
        let is_before = |a, b| Date::parse(a).unwrap().is_before(Date::parse(b).unwrap());
        assert!(is_before("2026-06", "2026-07-01"));
        assert!(!is_before("2026-06", "2026-06-30"));
        assert!(!is_before("2026", "2026-06-30"));
        assert!(is_before("2025", "2026"));
        assert!(!is_before("2026-06-30", "2026-06-30"));
    }

    #[test]
    fn orders_by_first_day_then_by_precision() {
        let mut dates =
            ["2026-02", "2026-01-31", "2026", "2026-02-01"].map(|raw| Date::parse(raw).unwrap());
        dates.sort_unstable();
        assert_eq!(
            dates.map(|date| format!("{date:#}")),
            ["2026", "2026-01-31", "2026-02", "2026-02-01"]
        );
    }
}
