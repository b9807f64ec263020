//! Shares, multiples and places in a row: figures that are a word or two with a unit of their own.

use super::Draft;
use super::amount::{FigureReading, Ratio, Unit};
use super::digits::small_digits;
use super::tokens::LowerTokens;
use super::{measures, spelt};
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

/// The figure of its own that begins at the token `at`: `half`, `two thirds`, `one in ten`,
/// `doubled`, `twice`, `third`, `hundreds`, `both`.
pub fn at(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    times(tokens, at)
        .or_else(|| share(tokens, at))
        .or_else(|| ordinal(tokens, at))
        .or_else(|| several(tokens, at))
        .or_else(|| small(tokens, at))
}

fn one(value: Ratio, unit: Unit, tokens: std::ops::Range<usize>) -> Draft {
    Draft::new(vec![FigureReading::new(value, unit)], tokens)
}

/// `doubled`, `treble the number`, `twice as many`, `met twice`.
fn times(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let word = tokens.word(at);
    let bare = || {
        let times = english::BARE_MULTIPLES.get(word)?;
        is_multiple_here(tokens, at).then(|| Ratio::whole(times))
    };
    if let Some(times) = spelt::multiple(word).or_else(bare) {
        return Some(one(times, Unit::Times, at..at + 1));
    }
    let times = Ratio::whole(spelt::place(english::HOW_OFTEN, word).filter(|_| word != "zero")?);
    let is_factor = english::AFTER_TIMES.contains(tokens.word(at + 1));
    let unit = if is_factor { Unit::Times } else { Unit::Occasions };
    Some(Draft { is_weak: word == "once", ..one(times, unit, at..at + 1) })
}

/// Whether `double` says that something became twice as much; a double standard does not.
fn is_multiple_here(tokens: &LowerTokens<'_>, at: usize) -> bool {
    english::AFTER_DOUBLE.contains(tokens.word(at + 1))
        || english::BEFORE_DOUBLE.contains(tokens.word_before(at, 1))
}

fn share(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let word = tokens.word(at);
    if word == "half" {
        return half(tokens, at);
    }
    let (count, next) = if english::ARTICLES.contains(word) {
        (1, at + 1)
    } else if english::QUARTERS.contains(word) {
        return part_of_unit(tokens, Ratio::new(1, 4)?, at, at + 1);
    } else {
        (spelt::small(word).or_else(|| small_digits(word))?, tokens.past_hyphen(at + 1))
    };
    if let Some(parts) = spelt::part(tokens.word(next)) {
        let plural = tokens.word(next).ends_with('s');
        let of_what = word != "a" || parts == 2 || ends_share(tokens, next + 1);
        if (plural || count == 1) && of_what {
            let share = Ratio::new(count, parts)?;
            return part_of_unit(tokens, share, at, next + 1)
                .or_else(|| Some(one(share, Unit::Share, at..next + 1)));
        }
    }
    one_in(tokens, at, count, next)
}

/// `one in ten`, `one boat in ten`, `nine in every ten`.
fn one_in(tokens: &LowerTokens<'_>, at: usize, count: i128, next: usize) -> Option<Draft> {
    let word = tokens.word(at);
    let mut whole_at = match (tokens.word(next), tokens.word(next + 1)) {
        ("in", _) => next + 1,
        (_, "in") if word == "one" && ends_share(tokens, next + 3) => next + 2,
        _ => return None,
    };
    whole_at += usize::from(tokens.word(whole_at) == "every");
    let whole = tokens.small_number(whole_at)?;
    let is_counted = measures::measure(tokens.word(whole_at + 1)).is_some()
        || super::calendar::month_name(tokens.spelling(whole_at + 1)).is_some();
    let is_year = whole > 1000 && tokens.is_digits(whole_at);
    let is_small = (1..=10).contains(&count) || whole == 100;
    let fits = is_small && count < whole && word != "a" && !is_counted && !is_year;
    let share = Ratio::new(count, whole).filter(|_| fits)?;
    Some(one(share, Unit::Share, at..whole_at + 1))
}

/// Whether a share may end before the token at `at`: `a third of`, `a third.`; a third boat is
/// another thing.
fn ends_share(tokens: &LowerTokens<'_>, at: usize) -> bool {
    tokens.kind(at) != Some(TokenKind::Word) || english::AFTER_SHARE.contains(tokens.word(at))
}

/// The share `half`, or half of a unit: `half a mile`.
fn half(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let half = Ratio::new(1, 2)?;
    part_of_unit(tokens, half, at, at + 1)
        .or_else(|| (!tokens.is_hyphen(at + 1)).then(|| one(half, Unit::Share, at..at + 1)))
}

/// Part of one unit, which ends the share that is in `at..end`: `half a million`, `a quarter of an
/// hour`, `half a per cent`.
fn part_of_unit(tokens: &LowerTokens<'_>, part: Ratio, at: usize, end: usize) -> Option<Draft> {
    let joined = tokens.past_hyphen(end);
    let article = joined + usize::from(tokens.word(joined) == "of");
    let has_article = english::ARTICLES.contains(tokens.word(article));
    let unit = if has_article { article + 1 } else { joined };
    if unit == end {
        return None;
    }
    if let Some(magnitude) =
        spelt::magnitude(tokens.word(unit)).filter(|_| tokens.word(unit).len() > 2)
    {
        let number = super::parser::Number::new(part.times(magnitude)?, at..unit + 1);
        return Some(super::units::draft(tokens, &number));
    }
    if let Some((unit, end)) = super::units::share_after(tokens, unit) {
        let value = if unit == Unit::Share { part.split(100) } else { part };
        return Some(one(value, unit, at..end));
    }
    let (name, end) = measures::measure_at(tokens, unit)?;
    Some(one(part, Unit::Measure(name), at..end))
}

fn ordinal(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let place = spelt::ordinal(tokens.word(at))?;
    let in_name = (tokens.is_capital(at) && !tokens.begins_sentence(at))
        || tokens.is_hyphen(at + 1)
        || english::NAMED_BY_ORDINAL.contains(tokens.word(at + 1));
    let draft = one(Ratio::whole(place), Unit::Ordinal, at..at + 1);
    let every = tokens.word_before(at, 1) == "every";
    let share = Ratio::new(1, place).filter(|_| every);
    let readings = share.map(|share| FigureReading::new(share, Unit::Share)).into_iter();
    let readings = draft.readings.iter().cloned().chain(readings).collect();
    (!in_name).then_some(Draft { is_weak: place < 3, readings, ..draft })
}

/// `hundreds`, `tens of thousands`, `thirties`.
fn several(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let word = tokens.word(at);
    if let Some(place) = spelt::place(english::THIRTIES, word) {
        let tens = Ratio::whole(10 * (place + 2));
        let decade = tens.plus(Ratio::whole(1900))?;
        let readings =
            vec![FigureReading::new(tens, Unit::Tens), FigureReading::new(decade, Unit::Decade)];
        return Some(Draft::new(readings, at..at + 1));
    }
    let several = |at: usize| english::SEVERAL.get(tokens.word(at));
    let further = Some(at + 2).filter(|_| tokens.word(at + 1) == "of").and_then(several);
    let least =
        several(at).or(Some(10).filter(|_| word == "tens" && tokens.word(at + 1) == "of"))?;
    let (value, end) = match further {
        Some(further) => (least * further, at + 3),
        None => (least, at + 1),
    };
    Some(one(Ratio::whole(value), Unit::Several, at..end))
}

/// `both`, `a couple`: as good as a number, but often not meant as one.
fn small(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let number = english::SMALL_NUMBERS.get(tokens.word(at))?;
    Some(Draft { is_weak: true, ..one(Ratio::whole(number), Unit::Count, at..at + 1) })
}
