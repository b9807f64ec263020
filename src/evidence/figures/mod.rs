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
mod starts;
mod tokens;
mod units;

use std::ops::Range;

pub use amount::{FigureReading, Ratio, Unit};
pub use bounds::{BoundKind, Limit};
pub use calendar::{by_distance as readings_by_distance, of_date as readings_of_date};
use parser::{FigureParser, Number};
pub use set::FigureSet;
use tokens::LowerTokens;

use super::source::english;
use super::source::words::Tokens;

/// A figure, and where it is in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it may mean; at least one reading.
    pub readings: Vec<FigureReading>,
    /// What it bears out besides: 9 February is in February, and 400 are hundreds.
    pub implied: Vec<FigureReading>,
    /// What bears it out besides: `20 out of 100` is borne out by 20%.
    accepted: Vec<FigureReading>,
    /// The bytes of the text that it takes up, with its unit.
    pub bytes: Range<usize>,
    /// Whether it may be no figure at all, like `one`, `first` and `second`: it can support a
    /// figure, but needs no support itself.
    pub is_weak: bool,
    /// How exact it is, if the text says so.
    pub limit: Option<Limit>,
    /// Whether it is an end of a range, and so a bound of what is meant.
    pub is_range_end: bool,
    /// Whether the text says that it is not so, which bears nothing out.
    pub is_denied: bool,
    /// The measure that it is for: the week of `£5m a week`.
    rate: Option<&'static str>,
    /// The kind of things that it counts, if that is known.
    counted: Option<&'static str>,
}

impl Figure {
    /// Whether it is a number of something, and no date and no name with a number in it.
    pub fn is_quantity(&self) -> bool {
        let is_date = |unit| {
            matches!(unit, Unit::Year | Unit::Decade | Unit::Month | Unit::Weekday | Unit::DayOf(_))
        };
        self.readings.iter().all(|reading| reading.unit().is_some_and(|unit| !is_date(unit)))
    }

    /// Whether it counts or measures something, and is no date, time of day, age or place in a row; nor a
    /// measure in letters: `a two-year wait`.
    pub fn is_amount(&self, in_digits: bool) -> bool {
        let is_other = |unit| match unit {
            Unit::Clock | Unit::Age | Unit::Ordinal => true,
            Unit::Measure(_) => !in_digits,
            _ => false,
        };
        let units = self.readings.iter().filter_map(FigureReading::unit);
        self.is_quantity() && !units.into_iter().any(is_other)
    }

    /// The bytes of the text that it takes up with its bound.
    pub fn bounded_bytes(&self) -> Range<usize> {
        let limit = self.limit.as_ref().map_or(&self.bytes, |limit| &limit.bytes);
        self.bytes.start.min(limit.start)..self.bytes.end.max(limit.end)
    }

    /// How exact it is, if the text says so.
    pub fn bound(&self) -> Option<BoundKind> {
        self.limit.as_ref().map(|limit| limit.bound)
    }

    /// What it may mean and what else bears it out.
    fn sought(&self) -> impl Iterator<Item = &FigureReading> {
        self.readings.iter().chain(&self.accepted)
    }

    /// What it may mean and what else it bears out.
    fn given(&self) -> impl Iterator<Item = &FigureReading> {
        self.readings.iter().chain(&self.implied)
    }

    /// Whether `known` has the same number of the same unit for the same time, whatever its bound.
    pub fn agrees(&self, known: &Self) -> bool {
        let same =
            |own: Option<&str>, other| own.zip(other).is_none_or(|(own, other)| own == other);
        let is_alike = same(self.rate, known.rate) && same(self.counted, known.counted);
        is_alike && self.sought().any(|sought| known.given().any(|given| given == sought))
    }

    /// Whether it only says which: a month, a weekday, a section, a code. It is no amount.
    pub fn is_name(&self) -> bool {
        self.readings.iter().all(FigureReading::is_code_or_month)
    }

    /// Whether it is the name of a month or of a weekday.
    pub fn is_month_or_weekday(&self) -> bool {
        let is =
            |reading: &FigureReading| matches!(reading.unit(), Some(Unit::Month | Unit::Weekday));
        self.readings.iter().all(is)
    }

    /// Whether it is or may be the name of a month.
    pub fn is_month(&self) -> bool {
        let units = self.given().filter_map(FigureReading::unit);
        units.into_iter().any(|unit| unit == Unit::Month)
    }
}

/// A figure while it is read, before the words around it are.
#[derive(Clone, Debug)]
struct Draft {
    readings: Vec<FigureReading>,
    implied: Vec<FigureReading>,
    tokens: Range<usize>,
    is_weak: bool,
    /// The number that it was read from, by which it may be the end of a range.
    number: Option<Number>,
}

impl Draft {
    fn new(readings: Vec<FigureReading>, tokens: Range<usize>) -> Self {
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
        || english::BARE_MULTIPLES.get(&lower).is_some()
        || spelt::place(english::HOW_OFTEN, &lower).is_some_and(|times| times > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Date;

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
        same(&["five years", "5 years", "a five-year plan", "60 months"], "60 month");
        same(&["a 31-year-old", "aged 31", "31 years old"], "31 age");
        same(&["two weeks", "14 days", "336 hours"], "1209600 second");
        same(&["18 months", "a year and a half", "one and a half years"], "18 month");
        same(&["500MW", "500 megawatts", "0.5 GW"], "500000000 watt");
        same(&["50p", "£0.50", "50 pence"], "1/2 GBP");
        same(&["A$5m", "5 million Australian dollars", "AUD 5m"], "5000000 AUD");
        same(&["1.5C", "1.5 °C", "1.5 degrees Celsius"], "3/2 degree Celsius");
        same(&["−5 degrees", "minus 5 degrees", "5 degrees below zero"], "-5 degree");
        same(&["it weighs 20 pounds", "20 lb"], "320 ounce");
        same(&["20pp", "20 percentage points"], "20 points");
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
        same(&["nine in ten", "nine in every ten"], "9/10 share");
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
        same(&["2025-02-09", "09/02/2025", "09.02.2025", "9 Feb 2025"], "9 of month 2");
        same(&["2025-02-09", "09/02/25", "9 February 2025"], "2025 on the calendar");
        same(&["2019–21", "2019-21", "2020/21"], "2021 on the calendar");
        same(&["the 1990s"], "1990 decade");
        same(&["in her thirties", "in her 30s"], "30 tens");
        same(&["on Tuesday", "on Tuesdays"], "weekday 2");
        same(&["in May", "the May election", "by May 2026"], "month 5");
        same(&["at 10:30", "10.30am", "10.30 am", "half past ten"], "630 o'clock");
        same(&["at 10pm", "10 p.m.", "22:00", "ten o'clock"], "1320 o'clock");
        same(&["at noon", "12pm", "12:00"], "720 o'clock");
        same(&["in Q3", "in the third quarter"], "‘q3’");
    }

    #[test]
    fn ranges_share_their_unit() {
        same(&["10 to 12 years", "10–12 years"], "120 month");
        same(&["9–11 February", "9 and 11 February", "February 9-11"], "11 of month 2");
        same(&["£5–6m", "£5m to £6m"], "5000000 GBP");
        same(&["£5–6m"], "6000000 GBP");
        same(&["10-12%"], "1/10 share");
    }

    #[test]
    fn names_are_compared_as_they_are_written() {
        same(&["section 12", "Section 12", "s. 12", "s12", "sections 4, 8 and 12"], "‘section12’");
        same(&["Clause 3(2)", "cl. 3(2)"], "‘clause3(2)’");
        same(&["COP26", "at COP 26"], "‘cop26’");
        same(&["an F-35"], "‘f35’");
        same(&["in room 31."], "‘room31’");
        same(&["a Boeing 747"], "‘boeing747’");
        same(&["10 Downing Street"], "‘10downingstreet’");
        same(&["Ring 020 7946 0018"], "‘02079460018’");
        same(&["3:1"], "‘3/1’");
        same(&["2,5 million"], "‘2,5’");
        same(&["CO₂"], "‘co2’");
    }

    #[test]
    fn nothing_with_a_digit_is_passed_over() {
        for odd in ["5xyz", "1,00", "x9y", "24/7", "12:345", "1.2.3.4", "0x1F", "5e6", "٣"] {
            assert!(shown(odd).iter().any(|figure| !figure.ends_with('?')), "{odd}");
        }
    }

    #[test]
    fn words_around_a_figure_bound_it() {
        let bound = |text: &str| figures(text).first().and_then(Figure::bound);
        for text in [
            "fewer than 500",
            "up to £500",
            "no more than 500",
            "500 boats or fewer",
            "under 500",
            "not more than 500",
            "did not see more than 500",
            "as many as 500",
            "almost 500",
            "<500",
        ] {
            assert_eq!(bound(text), Some(BoundKind::AtMost), "{text}");
        }
        for text in [
            "more than 500",
            "at least a dozen",
            "over £5m",
            "500 or more",
            "500-plus",
            "500+",
            "no fewer than 500",
            "500 boats at least",
            "in excess of 500",
            "more than half",
        ] {
            assert_eq!(bound(text), Some(BoundKind::AtLeast), "{text}");
        }
        for text in ["around 500", "some 500", "an estimated 500", "500 or so", "c. 500"] {
            assert_eq!(bound(text), Some(BoundKind::About), "{text}");
        }
        for text in ["over five years", "500 boats, at least 31 of them", "more than 2019", "500"] {
            assert_eq!(bound(text), None, "{text}");
        }
    }

    #[test]
    fn a_denied_figure_is_not_so() {
        let is_denied = |text: &str| figures(text)[0].is_denied;
        for text in
            ["did not see 500", "never had 500", "rather than 500", "deny that there were 500"]
        {
            assert!(is_denied(text), "{text}");
        }
        for text in
            ["did not see the 500", "not only 500", "did not act for 14 days", "not in 2019"]
        {
            assert!(!is_denied(text), "{text}");
        }
    }

    #[test]
    fn takes_no_figure_from_pronouns_and_verbs() {
        let none =
            "c’est la vie, the Third Sector, half-hearted, zero-hours, they may march, net zero";
        assert_eq!(shown(none), [""; 0]);
        let compounds =
            "a half-hearted look, third-party firms, a two-way street, four-wheel drive, zero-sum";
        assert_eq!(shown(compounds), [""; 0]);
        assert_eq!(shown("two boats went their own way, four wheels"), ["2", "4"]);
        for weak in [
            "no one works",
            "one that works",
            "a second boat",
            "the first boat",
            "both boats",
            "a couple",
            "COVID-19",
            "a day",
            "Mrs May",
        ] {
            assert!(
                shown(weak).iter().all(|figure| figure.ends_with('?')),
                "{weak}: {:?}",
                shown(weak)
            );
        }
    }

    #[test]
    fn a_date_states_its_year_month_day_and_weekday() {
        let readings = readings_of_date(Date::parse("2026-02-09").unwrap());
        let shown: Vec<String> = readings.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["2026 on the calendar", "month 2", "9 of month 2", "weekday 1"]);
    }
}
