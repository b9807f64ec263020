//! The figures that a text states, in digits or in words, with their units.
//!
//! 1,000, 1000, one thousand and 1k are one figure; £1m and 1 million pounds too; half, 50% and one
//! in two are one share. A figure may have more than one reading: in `5 to 6 million` the first is
//! five or five million. Two figures agree if they share a reading.

mod amount;
mod bounds;
mod calendar;
mod clock;
mod digits;
mod measures;
mod money;
mod names;
mod parser;
mod ranges;
mod set;
mod shares;
mod spelt;
mod tokens;
mod units;

use std::ops::Range;

pub use amount::Reading;
pub use bounds::{Bound, Limit};
pub use calendar::of_date as readings_of_date;
use parser::{FigureParser, Number};
pub use set::FigureSet;
use tokens::LowerTokens;

use super::source::english;
use super::source::words::Tokens;

/// A figure, and where it is in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it may mean; at least one reading.
    pub readings: Vec<Reading>,
    /// What it bears out besides: 9 February is in February, and 400 are hundreds.
    pub implied: Vec<Reading>,
    /// What bears it out besides: `20 out of 100` is borne out by 20%.
    accepted: Vec<Reading>,
    /// The bytes of the text that it takes up, with its unit.
    pub bytes: Range<usize>,
    /// Whether it may be no figure at all, like `one`, `first` and `second`: it can support a
    /// figure, but needs no support itself.
    pub is_weak: bool,
    /// How exact it is, if the text says so.
    pub limit: Option<Limit>,
    /// Whether the text says that it is not so, which bears nothing out.
    pub is_denied: bool,
    /// The measure that it is for: the week of `£5m a week`.
    rate: Option<&'static str>,
}

impl Figure {
    /// The bytes of the text that it takes up with its bound.
    pub fn bounded_bytes(&self) -> Range<usize> {
        let limit = self.limit.as_ref().map_or(&self.bytes, |limit| &limit.bytes);
        self.bytes.start.min(limit.start)..self.bytes.end.max(limit.end)
    }

    /// How exact it is, if the text says so.
    pub fn bound(&self) -> Option<Bound> {
        self.limit.as_ref().map(|limit| limit.bound)
    }

    /// What it may mean and what else bears it out.
    fn sought(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().chain(&self.accepted)
    }

    /// What it may mean and what else it bears out.
    fn given(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().chain(&self.implied)
    }

    /// Whether `known` has the same number of the same unit for the same time, whatever its bound.
    pub fn agrees(&self, known: &Self) -> bool {
        let same_rate = self.rate.zip(known.rate).is_none_or(|(own, other)| own == other);
        same_rate && self.sought().any(|sought| known.given().any(|given| given == sought))
    }

    /// Whether it is or may be the name of a month.
    pub fn is_month(&self) -> bool {
        let units = self.given().filter_map(Reading::unit);
        units.into_iter().any(|unit| unit == amount::Unit::Month)
    }
}

/// A figure while it is read, before the words around it are.
#[derive(Clone, Debug)]
struct Draft {
    readings: Vec<Reading>,
    implied: Vec<Reading>,
    tokens: Range<usize>,
    is_weak: bool,
    /// The number that it was read from, by which it may be the end of a range.
    number: Option<Number>,
}

impl Draft {
    fn new(readings: Vec<Reading>, tokens: Range<usize>) -> Self {
        Self { readings, implied: Vec::new(), tokens, is_weak: false, number: None }
    }
}

/// The figures that `text` states, in order.
pub fn figures(text: &str) -> Vec<Figure> {
    let tokens = Tokens::new(text);
    figures_in(text, &tokens, 0..tokens.len())
}

/// The figures in `part` of the `tokens` of `text`, in order, as if nothing were before it and
/// after it.
pub fn figures_in(text: &str, tokens: &Tokens, part: Range<usize>) -> Vec<Figure> {
    FigureParser::new(&LowerTokens::new(text, tokens, part)).parse()
}

/// Whether a word says how many: in digits, in letters, or as a part or a multiple.
pub fn is_number(word: &str) -> bool {
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix('s').unwrap_or(&lower);
    word.contains(char::is_numeric)
        || spelt::small(&lower).is_some_and(|number| number != 1)
        || spelt::magnitude(singular).is_some_and(|_| singular.len() > 3)
        || spelt::part(&lower).is_some()
        || spelt::multiple(&lower).is_some()
        || spelt::listed(english::BARE_MULTIPLES, &lower).is_some()
        || spelt::place(english::HOW_OFTEN, &lower).is_some_and(|times| times > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let shown = |figure: &Figure| {
            let readings: Vec<String> = figure.readings.iter().map(ToString::to_string).collect();
            format!("{}{}", readings.join("|"), if figure.is_weak { "?" } else { "" })
        };
        figures(text).iter().map(shown).collect()
    }

    #[track_caller]
    fn same(texts: &[&str], expected: &str) {
        for text in texts {
            let found: Vec<String> = shown(text);
            assert!(
                found.iter().any(|figure| figure.split('|').any(|reading| reading == expected)),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn one_number_has_many_spellings() {
        same(
            &[
                "1,000 boats",
                "1000 boats",
                "one thousand boats",
                "a thousand boats",
                "1k boats",
                "1 000 boats",
                "1\u{a0}000",
            ],
            "1000",
        );
        same(
            &["1,200,000", "1.2 million", "1.2m", "1.2mn", "one million two hundred thousand"],
            "1200000",
        );
        same(&["2,500,000", "two and a half million", "2½ million"], "2500000");
        same(&["forty-two boats", "42 boats", "forty two boats"], "42");
        same(&["three hundred and seven", "307"], "307");
        same(&["a dozen", "12", "twelve"], "12");
        same(&["half a million", "500,000"], "500000");
        same(&["two dozen"], "24");
        same(&["0.5", ".5 boats"], "1/2");
    }

    #[test]
    fn units_are_part_of_a_figure() {
        same(&["£20", "20 pounds", "GBP 20", "£ 20"], "20 GBP");
        same(&["£20m", "£20 million", "20 million pounds", "£20,000,000"], "20000000 GBP");
        same(&["€5", "5 euros"], "5 EUR");
        same(&["31%", "31 per cent", "31 percent", "thirty-one per cent"], "31/100 share");
        same(&["five years", "5 years", "a five-year plan"], "5 year");
        same(&["a 31-year-old", "aged 31", "31 years old"], "31 age");
        same(&["10 weeks"], "10 week");
        same(&["2 percentage points"], "2 points");
    }

    #[test]
    fn shares_multiples_and_ordinals() {
        same(&["half of them", "50%", "one in two", "a half"], "1/2 share");
        same(
            &[
                "a third of them",
                "one third",
                "one in three",
                "every third boat",
                "one boat in three is unlit",
            ],
            "1/3 share",
        );
        same(&["two thirds", "two-thirds"], "2/3 share");
        same(&["three quarters", "75%"], "3/4 share");
        same(&["nine out of ten", "nine in ten"], "9/10 share");
        same(
            &["it doubled", "twice as many", "two-fold", "a twofold rise", "two times"],
            "2 times",
        );
        same(&["it tripled", "trebled", "three times"], "3 times");
        same(&["it halved"], "1/2 times");
        same(&["the fifth report", "the 5th report"], "5th");
    }

    #[test]
    fn years_and_days_are_not_counts() {
        same(&["since 2019", "in 2019", "February 2019"], "2019 on the calendar");
        assert_eq!(shown("2,019 boats"), ["2019"]);
        same(&["9 February", "February 9", "9th of February"], "9 of month 2");
        same(&["the 1990s"], "1990 decade");
        same(&["at 10:30", "10.30am", "10.30 am"], "630 o'clock");
        same(&["at 10pm"], "1320 o'clock");
    }

    #[test]
    fn ranges_share_their_unit() {
        same(&["10 to 12 years", "10–12 years"], "10 year");
        same(&["£5–6m", "£5m to £6m"], "5000000 GBP");
        same(&["£5–6m"], "6000000 GBP");
        same(&["10-12%"], "1/10 share");
    }

    #[test]
    fn takes_no_figure_from_names_and_pronouns() {
        assert!(
            shown("COVID-19, 5G, c1, hundreds of boats, the Third Sector, half-hearted").is_empty()
        );
        for weak in ["no one works", "one that works", "a second boat", "the first boat"] {
            assert!(
                shown(weak).iter().all(|figure| figure.ends_with('?')),
                "{weak}: {:?}",
                shown(weak)
            );
        }
    }

    #[test]
    fn a_date_states_its_year_and_day() {
        let shown: Vec<String> = figures_of_date(Date::parse("2026-02-09").unwrap())
            .iter()
            .map(|figure| figure.readings[0].to_string())
            .collect();
        assert_eq!(shown, ["2026 on the calendar", "9 of month 2"]);
    }
}
