//! Finds the figures in a text, each with the words that give it its unit.

use std::ops::Range;

use super::super::source::words::{Dash, TokenKind, Tokens, is_currency};
use super::amount::ONE;
use super::number::{self, Digits};
use super::{Amount, Figure, Ratio, Unit};

/// The figures that `text` states, in order.
pub fn figures(text: &str) -> Vec<Figure> {
    let tokens = Tokens::new(text);
    let lower = (0..tokens.len()).map(|i| tokens.spelling(i).to_lowercase()).collect();
    let mut reader = Reader { text, tokens: &tokens, lower, figures: Vec::new() };
    reader.read();
    reader.figures
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    /// The spelling of each token in lower case; empty for a sign.
    lower: Vec<String>,
    figures: Vec<Figure>,
}

/// A number that was read, before its unit is known.
#[derive(Clone, Debug)]
struct Number {
    value: Ratio,
    /// The magnitude that is in the value; 1 where none was spelt.
    magnitude: Ratio,
    tokens: Range<usize>,
    /// A unit that belongs to the spelling: `5th`, `10pm`, `1990s`.
    unit: Option<Unit>,
    is_year: bool,
    is_weak: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        let mut last: Option<(Number, Figure)> = None;
        while at < self.tokens.len() {
            let Some(number) = self.whole_figure(at).or_else(|| self.number(at)) else {
                at += 1;
                continue;
            };
            let mut figure = self.figure(&number);
            if let Some((before, earlier)) =
                last.as_mut().filter(|(before, _)| self.is_range(before, &number))
            {
                share_units(before, earlier, &number, &mut figure);
                if let Some(kept) = self.figures.last_mut() {
                    *kept = earlier.clone();
                }
            }
            at = number.tokens.end.max(at + 1);
            self.figures.push(figure.clone());
            last = Some((number, figure));
        }
    }

    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// The word at `at` as it is spelt; nothing for a sign or past the end.
    fn spelling(&self, at: usize) -> &str {
        if at < self.tokens.len() { self.tokens.spelling(at) } else { "" }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Dash(_)))
    }

    /// The token after `at`, past a hyphen: `year` in `5 years` and in `five-year`.
    fn next_word(&self, at: usize) -> usize {
        if self.kind(at) == Some(TokenKind::Dash(Dash::Joins)) { at + 1 } else { at }
    }

    /// A figure that is a word or two of its own: a share, a multiple, a fraction, an ordinal.
    fn whole_figure(&self, at: usize) -> Option<Number> {
        let word = self.word(at);
        let number = |value, unit, tokens| Number {
            value,
            magnitude: ONE,
            tokens,
            unit: Some(unit),
            is_year: false,
            is_weak: false,
        };
        if let Some(times) = number::multiple(word) {
            return Some(number(times, Unit::Times, at..at + 1));
        }
        if word == "double" && self.is_verb_double(at) {
            return Some(number(Ratio::whole(2), Unit::Times, at..at + 1));
        }
        self.share(at, &number).or_else(|| self.ordinal(at, &number))
    }

    /// Whether `double` says that something became twice as much; a double standard does not.
    fn is_verb_double(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        ["the", "its", "their", "that", "what", "in", "by", "since", "over"]
            .contains(&self.word(at + 1))
            || ["to", "will", "would", "could", "may", "might", "more", "than", "nearly", "almost"]
                .contains(&before)
    }

    fn share(
        &self,
        at: usize,
        number: &impl Fn(Ratio, Unit, Range<usize>) -> Number,
    ) -> Option<Number> {
        let word = self.word(at);
        if word == "half" {
            return self.half(at, number);
        }
        let (count, next) = match word {
            "a" | "an" => (1, at + 1),
            word => (number::small(word).or_else(|| small_digits(word))?, self.next_word(at + 1)),
        };
        if let Some(parts) = number::part(self.word(next)) {
            let plural = self.word(next).ends_with('s');
            let of_what = word != "a" || parts == 2 || self.ends_share(next + 1);
            if (plural || count == 1) && of_what {
                return Some(number(Ratio::new(count, parts)?, Unit::Share, at..next + 1));
            }
        }
        let after = match (self.word(next), self.word(next + 1)) {
            ("in", _) => next + 1,
            ("out", "of") => next + 2,
            (_, "in") if word == "one" && self.ends_share(next + 3) => next + 2,
            _ => return None,
        };
        let whole = number::small(self.word(after)).or_else(|| small_digits(self.word(after)))?;
        let counted = measure(self.word(after + 1)).is_some()
            || number::month(self.spelling(after + 1)).is_some();
        let fits = (1..=10).contains(&count) && count < whole && word != "a" && !counted;
        let share = Ratio::new(count, whole).filter(|_| fits)?;
        Some(number(share, Unit::Share, at..after + 1))
    }

    /// Whether a share may end before the token at `at`: `a third of`, `a third.`; a third boat is
    /// another thing.
    fn ends_share(&self, at: usize) -> bool {
        let ends = [
            "of", "more", "less", "fewer", "in", "are", "were", "have", "had", "is", "was", "since",
        ];
        self.kind(at) != Some(TokenKind::Word) || ends.contains(&self.word(at))
    }

    fn half(
        &self,
        at: usize,
        number: &impl Fn(Ratio, Unit, Range<usize>) -> Number,
    ) -> Option<Number> {
        let article = self.next_word(at + 1);
        let after = if matches!(self.word(article), "a" | "an") { article + 1 } else { article };
        if let Some(magnitude) = number::magnitude(self.word(after)).filter(|_| after > at + 1) {
            let mut found = number(Ratio::new(1, 2)?.times(magnitude)?, Unit::Count, at..after + 1);
            found.unit = None;
            return Some(found);
        }
        let joined = self.kind(at + 1) == Some(TokenKind::Dash(Dash::Joins));
        (!joined)
            .then(|| Ratio::new(1, 2).map(|half| number(half, Unit::Share, at..at + 1)))
            .flatten()
    }

    fn ordinal(
        &self,
        at: usize,
        number: &impl Fn(Ratio, Unit, Range<usize>) -> Number,
    ) -> Option<Number> {
        let spelling = self.spelling(at);
        let place = number::ordinal(self.word(at))?;
        let in_name = spelling.starts_with(char::is_uppercase)
            || self.kind(at + 1) == Some(TokenKind::Dash(Dash::Joins))
            || ["party", "parties", "sector", "world"].contains(&self.word(at + 1));
        let mut found = number(Ratio::whole(place), Unit::Ordinal, at..at + 1);
        found.is_weak = place < 3;
        (!in_name).then_some(found)
    }

    fn number(&self, at: usize) -> Option<Number> {
        let mut number = self.in_digits(at).or_else(|| self.in_words(at))?;
        let mut next = number.tokens.end;
        if number.unit.is_none() {
            while let Some(magnitude) = number::magnitude(self.word(self.next_word(next)))
                && self.word(self.next_word(next)).len() > 1
            {
                number.value = number.value.times(magnitude)?;
                number.magnitude = number.magnitude.times(magnitude)?;
                number.is_year = false;
                number.is_weak = false;
                next = self.next_word(next) + 1;
            }
        }
        number.tokens.end = next;
        self.and_a_half(&mut number);
        Some(number)
    }

    /// `two and a half million`: takes in the half, and a magnitude behind it.
    fn and_a_half(&self, number: &mut Number) {
        let next = number.tokens.end;
        let half = Ratio::new(1, 2).filter(|_| {
            (self.word(next), self.word(next + 1), self.word(next + 2)) == ("and", "a", "half")
        });
        let Some(value) = half.and_then(|half| number.value.plus(half)) else { return };
        let magnitude = number::magnitude(self.word(next + 3));
        number.value = magnitude.and_then(|magnitude| value.times(magnitude)).unwrap_or(value);
        number.tokens.end = next + 3 + usize::from(magnitude.is_some());
        number.is_weak = false;
    }

    fn in_digits(&self, at: usize) -> Option<Number> {
        let Digits { mut value, suffix, is_year, clock } = number::digits(self.spelling(at))?;
        let mut end = at + 1;
        if self.is_in_name(at) {
            return None;
        }
        if self.is_after_bare_point(at) {
            let places = u32::try_from(self.spelling(at).len() - suffix.len()).ok()?;
            value = value.times(Ratio::new(1, 10i128.checked_pow(places)?)?)?;
        }
        while suffix.is_empty() && !is_year && self.continues_number(end) {
            value =
                value.times(Ratio::whole(1000))?.plus(number::digits(self.spelling(end))?.value)?;
            end += 1;
        }
        let lower = suffix.to_lowercase();
        let afternoon = |half: &str| half.starts_with('p');
        let spelt_half = Some(self.word(end)).filter(|half| ["am", "pm"].contains(half));
        let (unit, magnitude) = match lower.as_str() {
            "" => match (clock, spelt_half) {
                (_, Some(half)) => {
                    end += 1;
                    value = o_clock(value, clock, afternoon(half))?;
                    (Some(Unit::Clock), ONE)
                }
                (Some(_), None) if self.spelling(at).contains(':') => (Some(Unit::Clock), ONE),
                _ => (None, ONE),
            },
            "am" | "pm" => {
                value = o_clock(value, clock, afternoon(&lower))?;
                (Some(Unit::Clock), ONE)
            }
            "st" | "nd" | "rd" | "th" => (Some(Unit::Ordinal), ONE),
            "s" if is_year => (Some(Unit::Decade), ONE),
            "s" => (Some(Unit::Age), ONE),
            "x" => (Some(Unit::Times), ONE),
            "p" => (Some(Unit::Measure("penny")), ONE),
            "pc" => {
                value = value.times(Ratio::new(1, 100)?)?;
                (Some(Unit::Share), ONE)
            }
            suffix => match (number::magnitude(suffix), measure(suffix)) {
                (Some(magnitude), _) => (None, magnitude),
                (None, Some(name)) => (Some(Unit::Measure(name)), ONE),
                (None, None) => return None,
            },
        };
        let value = value.times(magnitude)?;
        Some(Number {
            value,
            magnitude,
            tokens: at..end,
            unit,
            is_year: is_year && suffix.is_empty(),
            is_weak: false,
        })
    }

    /// Whether a point without a number before it makes a decimal of the digits at `at`: `.5`.
    fn is_after_bare_point(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let point = at.checked_sub(1).filter(|point| tokens[*point].kind == TokenKind::Sign('.'));
        point.is_some_and(|point| !tokens[at].spaced && (point == 0 || tokens[point].spaced))
    }

    /// Whether the digits at `at` go on a number that spaces part in thousands: `1 000`.
    fn continues_number(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let before = self.tokens.get(at - 1).map_or(0, |before| before.bytes.end);
        let gap = &self.text[before..token.bytes.start];
        let spelling = self.spelling(at);
        let three_digits = spelling.len() == 3 && spelling.bytes().all(|b| b.is_ascii_digit());
        let short = self.spelling(at - 1).len() <= 3;
        three_digits && short && gap.chars().count() == 1 && gap.chars().all(char::is_whitespace)
    }

    /// Whether the digits at `at` belong to a name: `COVID-19`, `24/7`.
    fn is_in_name(&self, at: usize) -> bool {
        let tight_sign = |at: usize, spaced_at: usize| {
            self.kind(at) == Some(TokenKind::Sign('/'))
                && self.tokens.get(spaced_at).is_some_and(|token| !token.spaced)
        };
        if at > 0 && tight_sign(at - 1, at) || tight_sign(at + 1, at + 1) {
            return true;
        }
        let Some(before) = at.checked_sub(2) else { return false };
        let prefixes = ["under", "over", "mid", "pre", "post", "sub", "early", "late", "to", "and"];
        let word = self.word(before);
        self.kind(at - 1) == Some(TokenKind::Dash(Dash::Joins))
            && word.starts_with(char::is_alphabetic)
            && !prefixes.contains(&word)
            && number::small(word).is_none()
    }

    fn in_words(&self, at: usize) -> Option<Number> {
        let article = matches!(self.word(at), "a" | "an");
        let mut next = at + usize::from(article);
        let (mut total, mut current) = (Ratio::whole(0), Ratio::whole(0));
        let mut magnitude = ONE;
        let (mut spelt, mut scaled) = (0, false);
        if article {
            number::magnitude(self.word(next)).filter(|_| self.word(next).len() > 2)?;
            current = ONE;
        }
        loop {
            let word = self.word(next);
            if let Some(small) = number::small(word).filter(|_| self.adds(at, next, spelt, scaled))
            {
                current = current.plus(Ratio::whole(small))?;
                spelt += 1;
                scaled = false;
            } else if let Some(times) =
                number::magnitude(word).filter(|_| word.len() > 2 && (spelt > 0 || article))
            {
                current = current.times(times)?;
                magnitude = times;
                scaled = true;
                if times != Ratio::whole(100) {
                    total = total.plus(current)?;
                    current = Ratio::whole(0);
                }
            } else if self.leads_on(at, next, spelt, scaled) {
                next += 1;
                continue;
            } else {
                break;
            }
            next += 1;
        }
        let value = total.plus(current)?;
        let is_weak = value == ONE && spelt == 1;
        let has_number = spelt > 0 || article;
        has_number.then_some(Number {
            value,
            magnitude,
            tokens: at..next,
            unit: None,
            is_year: false,
            is_weak,
        })
    }

    /// Whether the token at `next` ties the number after it to the one that began at `at`: the `and` of
    /// `three hundred and seven`, the hyphen of `forty-two`.
    fn leads_on(&self, at: usize, next: usize, spelt: usize, scaled: bool) -> bool {
        let ties = match self.kind(next) {
            Some(TokenKind::Dash(Dash::Joins)) => self.adds(at, next + 1, spelt, scaled),
            _ => self.word(next) == "and" && scaled,
        };
        ties && number::small(self.word(next + 1)).is_some()
    }

    /// Whether a number below a hundred at `next` goes on the number that began at `at`: after nothing, after
    /// tens where it is a unit, after a magnitude.
    fn adds(&self, at: usize, next: usize, spelt: usize, scaled: bool) -> bool {
        let before = next.checked_sub(1).filter(|before| *before >= at).map_or("", |before| {
            if self.is_dash(before) {
                self.word(before.saturating_sub(1))
            } else {
                self.word(before)
            }
        });
        let unit = number::small(self.word(next)).is_some_and(|small| (1..10).contains(&small));
        spelt == 0 || scaled || (unit && number::tens(before).is_some())
    }

    fn figure(&self, number: &Number) -> Figure {
        let mut tokens = number.tokens.clone();
        let readings = match number.unit {
            Some(Unit::Ordinal) => self.places(number.value, &tokens),
            Some(unit) => vec![Amount::new(number.value, unit)],
            None => self.units(number, &mut tokens),
        };
        Figure { readings, bytes: self.tokens.bytes(tokens), is_weak: number.is_weak }
    }

    /// What an ordinal may say: a place in a row, a day of the month, or after `every` a share.
    fn places(&self, place: Ratio, tokens: &Range<usize>) -> Vec<Amount> {
        let day = self.day_of_month(tokens).map(|unit| Amount::new(place, unit));
        let every = tokens.start.checked_sub(1).is_some_and(|before| self.word(before) == "every");
        let share = place.as_whole().filter(|_| every).and_then(|place| Ratio::new(1, place));
        let share = share.map(|share| Amount::new(share, Unit::Share));
        day.into_iter().chain([Amount::new(place, Unit::Ordinal)]).chain(share).collect()
    }

    /// What a number without a unit of its own may count; takes the words of the unit into `tokens`.
    fn units(&self, number: &Number, tokens: &mut Range<usize>) -> Vec<Amount> {
        let value = number.value;
        let one = |unit| vec![Amount::new(value, unit)];
        if let Some((unit, start)) = self.currency_before(tokens.start) {
            tokens.start = start;
            return one(unit);
        }
        let next = self.next_word(tokens.end);
        let (word, after) = (self.word(next), self.word(self.next_word(next + 1)));
        let percent = self.kind(tokens.end) == Some(TokenKind::Sign('%'));
        let hundredth =
            |value: Ratio| Ratio::new(1, 100).and_then(|part| value.times(part)).unwrap_or(value);
        let mut take = |end: usize, unit| {
            tokens.end = end;
            one(unit)
        };
        match (word, after) {
            _ if percent => {
                tokens.end += 1;
                return vec![Amount::new(hundredth(value), Unit::Share)];
            }
            ("percentage", "point" | "points") => return take(next + 2, Unit::Points),
            ("per", "cent") | ("percent" | "pc" | "pct", _) => {
                tokens.end = next + if word == "per" { 2 } else { 1 };
                return vec![Amount::new(hundredth(value), Unit::Share)];
            }
            ("pound" | "pounds" | "sterling" | "gbp" | "quid", _) => {
                return take(next + 1, Unit::Money("GBP"));
            }
            ("euro" | "euros" | "eur", _) => return take(next + 1, Unit::Money("EUR")),
            ("dollar" | "dollars" | "usd", _) => return take(next + 1, Unit::Money("USD")),
            ("times" | "fold", _) => return take(next + 1, Unit::Times),
            ("year" | "years", "old" | "olds") => {
                return take(self.next_word(next + 1) + 1, Unit::Age);
            }
            ("years", "of") if self.word(next + 2) == "age" => return take(next + 3, Unit::Age),
            _ => {}
        }
        if let Some(name) = measure(word).filter(|_| word != "m") {
            return take(next + 1, Unit::Measure(name));
        }
        if let Some(day) = self.day_of_month(tokens) {
            return one(day);
        }
        let before = tokens.start.checked_sub(1).map_or("", |before| self.word(before));
        let before_dash = tokens.start.checked_sub(2).map_or("", |before| self.word(before));
        if matches!(before, "aged" | "age" | "ages") {
            return one(Unit::Age);
        }
        if before == "under"
            || before == "over"
            || (self.is_dash(tokens.start.saturating_sub(1))
                && matches!(before_dash, "under" | "over"))
        {
            return vec![Amount::new(value, Unit::Count), Amount::new(value, Unit::Age)];
        }
        if number.is_year && value.as_whole().is_some_and(|year| (1000..2200).contains(&year)) {
            let tells_year =
                ["in", "since", "by", "from", "until", "till", "during", "before", "after", "year"];
            let month =
                tokens.start.checked_sub(1).and_then(|before| number::month(self.spelling(before)));
            return if tells_year.contains(&before) || month.is_some() {
                one(Unit::Year)
            } else {
                vec![Amount::new(value, Unit::Count), Amount::new(value, Unit::Year)]
            };
        }
        if number.magnitude == Ratio::whole(1_000_000) && self.spelling(tokens.start).ends_with('m')
        {
            let metres =
                Ratio::new(1, 1_000_000).and_then(|part| value.times(part)).unwrap_or(value);
            return vec![
                Amount::new(value, Unit::Count),
                Amount::new(metres, Unit::Measure("metre")),
            ];
        }
        one(Unit::Count)
    }

    fn currency_before(&self, start: usize) -> Option<(Unit, usize)> {
        let before = start.checked_sub(1)?;
        let code = match (self.kind(before)?, self.word(before)) {
            (TokenKind::Sign(sign), _) if is_currency(sign) => match sign {
                '£' => "GBP",
                '€' => "EUR",
                '$' => "USD",
                '¥' => "JPY",
                '₹' => "INR",
                _ => "XXX",
            },
            (TokenKind::Word, "gbp") => "GBP",
            (TokenKind::Word, "eur") => "EUR",
            (TokenKind::Word, "usd") => "USD",
            _ => return None,
        };
        Some((Unit::Money(code), before))
    }

    /// The month that the number in `tokens` is a day of: `9 February`, `9th of February`, `February 9`.
    fn day_of_month(&self, tokens: &Range<usize>) -> Option<Unit> {
        let month = |at: usize| {
            (at < self.tokens.len()).then(|| number::month(self.spelling(at))).flatten()
        };
        let after = if self.word(tokens.end) == "of" { tokens.end + 1 } else { tokens.end };
        let before = tokens.start.checked_sub(1).and_then(month);
        let is_day = number::digits(self.spelling(tokens.start))?
            .value
            .as_whole()
            .is_some_and(|day| (1..=31).contains(&day));
        month(after).or(before).filter(|_| is_day).map(Unit::DayOf)
    }

    fn is_range(&self, before: &Number, number: &Number) -> bool {
        let gap = before.tokens.end..number.tokens.start;
        let currency = gap.end.checked_sub(1).is_some_and(
            |at| matches!(self.kind(at), Some(TokenKind::Sign(sign)) if is_currency(sign)),
        );
        let gap = gap.start..gap.end - usize::from(currency && gap.end > gap.start);
        gap.len() == 1
            && (self.is_dash(gap.start) || matches!(self.word(gap.start), "to" | "and" | "or"))
    }
}

/// In `5 to 6 million years` and `£5–6m` each end may have the unit, the money and the magnitude of the other.
fn share_units(before: &Number, earlier: &mut Figure, number: &Number, later: &mut Figure) {
    let scaled = |value: Ratio, magnitude| value.times(magnitude);
    let own = before.magnitude == ONE;
    let factor = |unit: Unit| if unit == Unit::Share { Ratio::new(1, 100) } else { Some(ONE) };
    let mut further = Vec::new();
    for reading in &later.readings {
        let plain = factor(reading.unit).and_then(|factor| scaled(before.value, factor));
        let magnified = plain.filter(|_| own).and_then(|value| scaled(value, number.magnitude));
        let unitless = earlier
            .readings
            .iter()
            .all(|reading| matches!(reading.unit, Unit::Count | Unit::Money(_) | Unit::Year));
        if unitless && before.unit.is_none() {
            further.extend(
                plain.into_iter().chain(magnified).map(|value| Amount::new(value, reading.unit)),
            );
        }
    }
    for reading in earlier.readings.clone() {
        if let Unit::Money(_) = reading.unit {
            if !later.readings.iter().any(|later| matches!(later.unit, Unit::Money(_))) {
                later.readings.push(Amount::new(number.value, reading.unit));
            }
            further.extend(
                scaled(before.value, number.magnitude)
                    .filter(|_| own)
                    .map(|value| Amount::new(value, reading.unit)),
            );
        }
    }
    for amount in further {
        if !earlier.readings.contains(&amount) {
            earlier.readings.push(amount);
        }
    }
}

/// Minutes after midnight.
fn o_clock(value: Ratio, clock: Option<(i128, i128)>, afternoon: bool) -> Option<Ratio> {
    let (hours, minutes) = clock.or_else(|| Some((value.as_whole()?, 0)))?;
    let hours = if afternoon { hours % 12 + 12 } else { hours % 12 };
    Some(Ratio::whole(hours * 60 + minutes))
}

/// A whole number of at most three digits.
fn small_digits(word: &str) -> Option<i128> {
    (word.len() <= 3).then(|| word.parse().ok())?
}

/// The measure that a word names, in the singular.
fn measure(word: &str) -> Option<&'static str> {
    const MEASURES: &[(&str, &[&str])] = &[
        ("year", &["year", "years", "yr", "yrs"]),
        ("month", &["month", "months"]),
        ("week", &["week", "weeks"]),
        ("day", &["day", "days"]),
        ("hour", &["hour", "hours", "hr", "hrs"]),
        ("minute", &["minute", "minutes", "min", "mins"]),
        ("second", &["seconds", "sec", "secs"]),
        ("decade", &["decade", "decades"]),
        ("mile", &["mile", "miles"]),
        ("kilometre", &["km", "kilometre", "kilometres", "kilometer", "kilometers"]),
        ("metre", &["metre", "metres", "meter", "meters"]),
        ("foot", &["ft", "feet"]),
        ("kilogram", &["kg", "kilogram", "kilograms", "kilo", "kilos"]),
        ("tonne", &["tonne", "tonnes"]),
        ("ton", &["ton", "tons"]),
        ("litre", &["litre", "litres", "liter", "liters"]),
        ("hectare", &["hectare", "hectares"]),
        ("acre", &["acre", "acres"]),
        ("degree", &["degree", "degrees"]),
        ("mph", &["mph"]),
        ("penny", &["pence", "pennies"]),
        ("cent", &["cents"]),
    ];
    MEASURES.iter().find(|(_, spellings)| spellings.contains(&word)).map(|(name, _)| *name)
}
