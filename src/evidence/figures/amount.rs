//! Exact numbers and the units they count.

use std::fmt;

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
    /// Parts of a whole; a per cent is a hundredth.
    Share,
    /// Percentage points.
    Points,
    /// Money, by its ISO 4217 code.
    Money(&'static str),
    /// How many times as much.
    Times,
    /// A place in a row.
    Ordinal,
    /// The years that somebody has lived.
    Age,
    /// A year of the calendar.
    Year,
    /// Ten years of the calendar, by the first.
    Decade,
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
    /// `value` of `unit`.
    pub fn new(value: Ratio, unit: Unit) -> Self {
        Self { value, unit }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value;
        match self.unit {
            Unit::Count => write!(f, "{value}"),
            Unit::Share => write!(f, "{value} share"),
            Unit::Points => write!(f, "{value} points"),
            Unit::Money(code) => write!(f, "{value} {code}"),
            Unit::Times => write!(f, "{value} times"),
            Unit::Ordinal => write!(f, "{value}th"),
            Unit::Age => write!(f, "{value} age"),
            Unit::Year => write!(f, "{value} on the calendar"),
            Unit::Decade => write!(f, "{value} decade"),
            Unit::DayOf(month) => write!(f, "{value} of month {month}"),
            Unit::Clock => write!(f, "{value} o'clock"),
            Unit::Measure(name) => write!(f, "{value} {name}"),
        }
    }
}
