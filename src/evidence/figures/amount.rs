//! Exact numbers, the units they count, and what a figure may mean by them.

use std::fmt;

use super::measures;
use crate::evidence::source::english;

/// A fraction in lowest terms; the denominator is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    over: i128,
    under: i128,
}

/// One.
pub const ONE: Ratio = Ratio { over: 1, under: 1 };

impl Ratio {
    /// A whole number.
    pub fn whole(number: i128) -> Self {
        Self { over: number, under: 1 }
    }

    /// `over` by `under`; [`None`] if `under` is 0.
    pub fn new(over: i128, under: i128) -> Option<Self> {
        let divisor = gcd(over.checked_abs()?, under.checked_abs()?);
        (under != 0)
            .then(|| Self { over: over / divisor * under.signum(), under: under.abs() / divisor })
    }

    /// The product, unless it is too large.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?)
    }

    /// The sum, unless it is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        Self::new(left.checked_add(right)?, self.under.checked_mul(other.under)?)
    }

    /// One of `parts` equal parts, or itself if that is too small to hold.
    pub fn split(self, parts: i128) -> Self {
        Self::new(1, parts).and_then(|part| self.times(part)).unwrap_or(self)
    }

    /// The quotient, unless it is too large.
    pub fn by(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.under, other.over)?)
    }

    /// Whether it is more than `other`.
    pub fn is_more_than(self, other: Self) -> bool {
        self.plus(other.negative()).is_some_and(|difference| difference.over > 0)
    }

    /// The number with the other sign.
    pub fn negative(self) -> Self {
        Self { over: -self.over, under: self.under }
    }

    /// The number, if it is whole.
    pub fn as_whole(self) -> Option<i128> {
        (self.under == 1).then_some(self.over)
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.under {
            1 => write!(f, "{}", self.over),
            under => write!(f, "{}/{under}", self.over),
        }
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things of any kind.
    Count,
    /// Some multiple of the value: `hundreds`, `dozens`.
    Several,
    /// Parts of a whole; a per cent is a hundredth.
    Share,
    /// Percentage points.
    Points,
    /// Money, by its ISO 4217 code.
    Money(&'static str),
    /// How many times as much.
    Times,
    /// How often.
    Occasions,
    /// A place in a row.
    Ordinal,
    /// The years that somebody has lived.
    Age,
    /// Ten years of an age or of a century: `thirties`.
    Tens,
    /// A year of the calendar.
    Year,
    /// Ten years of the calendar, by the first.
    Decade,
    /// A month of any year.
    Month,
    /// A day of the week, from Monday as 1.
    Weekday,
    /// A day of the month with this number.
    DayOf(u8),
    /// Minutes after midnight.
    Clock,
    /// A measure, by its name in the singular.
    Measure(&'static str),
}

/// A number of some unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// How many.
    pub value: Ratio,
    /// Of what.
    pub unit: Unit,
}

impl Amount {
    /// `value` of `unit`. A measure is given in the smallest of its kind, so that 2 weeks are 14
    /// days.
    pub fn new(value: Ratio, unit: Unit) -> Self {
        match unit {
            Unit::Measure(name) => measures::in_smallest(value, name),
            unit => Self { value, unit },
        }
    }
}

/// What a figure may mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FigureReading {
    /// A number of some unit.
    Amount(Amount),
    /// A name or a code that is compared as it is written, in lower case and without spaces:
    /// `section12`, `cop26`, `3/1`.
    Written(String),
}

impl FigureReading {
    /// `value` of `unit`.
    pub fn new(value: Ratio, unit: Unit) -> Self {
        Self::Amount(Amount::new(value, unit))
    }

    /// The unit, of an amount.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Amount(amount) => Some(amount.unit),
            Self::Written(_) => None,
        }
    }

    /// Whether it is up to ten things or times.
    pub fn is_small_count(&self) -> bool {
        let Self::Amount(Amount { value, unit: Unit::Count | Unit::Occasions }) = self else {
            return false;
        };
        value.as_whole().is_some_and(|whole| (0..=10).contains(&whole))
    }

    /// Whether it is the place of something in a text.
    pub fn is_place(&self) -> bool {
        let Self::Written(written) = self else { return false };
        english::PLACES_IN_TEXT.iter().any(|place| written.starts_with(place))
    }

    /// Whether it is a name or a code, a month or a weekday.
    pub fn is_code_or_month(&self) -> bool {
        matches!(self.unit(), None | Some(Unit::Month | Unit::Weekday))
    }

    /// Whether it names a time or a thing, and so cannot be more or less than a number.
    pub fn is_name(&self) -> bool {
        match self.unit() {
            None => true,
            Some(unit) => matches!(
                unit,
                Unit::Ordinal
                    | Unit::Tens
                    | Unit::Year
                    | Unit::Decade
                    | Unit::Month
                    | Unit::Weekday
                    | Unit::DayOf(_)
                    | Unit::Clock
            ),
        }
    }
}

impl fmt::Display for FigureReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount(amount) => write!(f, "{amount}"),
            Self::Written(written) => write!(f, "‘{written}’"),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value;
        match self.unit {
            Unit::Count => write!(f, "{value}"),
            Unit::Several => write!(f, "{value}s"),
            Unit::Share => write!(f, "{value} share"),
            Unit::Points => write!(f, "{value} points"),
            Unit::Money(code) => write!(f, "{value} {code}"),
            Unit::Times => write!(f, "{value} times"),
            Unit::Occasions => write!(f, "{value} occasions"),
            Unit::Ordinal => write!(f, "{value}th"),
            Unit::Age => write!(f, "{value} age"),
            Unit::Tens => write!(f, "{value} tens"),
            Unit::Year => write!(f, "{value} on the calendar"),
            Unit::Decade => write!(f, "{value} decade"),
            Unit::Month => write!(f, "month {value}"),
            Unit::Weekday => write!(f, "weekday {value}"),
            Unit::DayOf(month) => write!(f, "{value} of month {month}"),
            Unit::Clock => write!(f, "{value} o'clock"),
            Unit::Measure(name) => write!(f, "{value} {name}"),
        }
    }
}
