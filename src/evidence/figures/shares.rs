//! Shares, multiples and places in a row: figures that are a word or two with a unit of their own.

use super::amount::{Ratio, Unit};
use super::digits::small_digits;
use super::parser::Number;
use super::tokens::LowerTokens;
use super::{spelt, units};
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

/// The figure of its own that begins at the token `at`: `half`, `two thirds`, `one in ten`,
/// `doubled`, `third`.
pub fn figure_at(tokens: &LowerTokens<'_>, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    let is_verb_double = || word == "double" && is_verb_double(tokens, at);
    let times = spelt::multiple(word).or_else(|| is_verb_double().then(|| Ratio::whole(2)));
    times
        .map(|times| Number::with_unit(times, Unit::Times, at..at + 1))
        .or_else(|| share(tokens, at))
        .or_else(|| ordinal(tokens, at))
}

/// Whether `double` says that something became twice as much; a double standard does not.
fn is_verb_double(tokens: &LowerTokens<'_>, at: usize) -> bool {
    english::AFTER_DOUBLE.contains(&tokens.word(at + 1))
        || english::BEFORE_DOUBLE.contains(&tokens.word_before(at, 1))
}

fn share(tokens: &LowerTokens<'_>, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    if word == "half" {
        return half(tokens, at);
    }
    let (count, next) = if english::ARTICLES.contains(&word) {
        (1, at + 1)
    } else {
        (spelt::small(word).or_else(|| small_digits(word))?, tokens.past_hyphen(at + 1))
    };
    if let Some(parts) = spelt::part(tokens.word(next)) {
        let plural = tokens.word(next).ends_with('s');
        let of_what = word != "a" || parts == 2 || ends_share(tokens, next + 1);
        if (plural || count == 1) && of_what {
            return Some(Number::with_unit(Ratio::new(count, parts)?, Unit::Share, at..next + 1));
        }
    }
    let whole_at = match (tokens.word(next), tokens.word(next + 1)) {
        ("in", _) => next + 1,
        ("out", "of") => next + 2,
        (_, "in") if word == "one" && ends_share(tokens, next + 3) => next + 2,
        _ => return None,
    };
    let whole = tokens.word(whole_at);
    let whole = spelt::small(whole).or_else(|| small_digits(whole))?;
    let is_counted = units::measure(tokens.word(whole_at + 1)).is_some()
        || spelt::month(tokens.spelling(whole_at + 1)).is_some();
    let fits = (1..=10).contains(&count) && count < whole && word != "a" && !is_counted;
    let share = Ratio::new(count, whole).filter(|_| fits)?;
    Some(Number::with_unit(share, Unit::Share, at..whole_at + 1))
}

/// Whether a share may end before the token at `at`: `a third of`, `a third.`; a third boat is
/// another thing.
fn ends_share(tokens: &LowerTokens<'_>, at: usize) -> bool {
    tokens.kind(at) != Some(TokenKind::Word) || english::AFTER_SHARE.contains(&tokens.word(at))
}

/// The share `half`, or the number `half a million`, which has no unit of its own.
fn half(tokens: &LowerTokens<'_>, at: usize) -> Option<Number> {
    let half = Ratio::new(1, 2)?;
    let article = tokens.past_hyphen(at + 1);
    let after = article + usize::from(english::ARTICLES.contains(&tokens.word(article)));
    if let Some(magnitude) = spelt::magnitude(tokens.word(after)).filter(|_| after > at + 1) {
        let number = Number::with_unit(half.times(magnitude)?, Unit::Count, at..after + 1);
        return Some(Number { unit: None, ..number });
    }
    (!tokens.is_hyphen(at + 1)).then(|| Number::with_unit(half, Unit::Share, at..at + 1))
}

fn ordinal(tokens: &LowerTokens<'_>, at: usize) -> Option<Number> {
    let place = spelt::ordinal(tokens.word(at))?;
    let in_name = tokens.spelling(at).starts_with(char::is_uppercase)
        || tokens.is_hyphen(at + 1)
        || english::NAMED_BY_ORDINAL.contains(&tokens.word(at + 1));
    let number = Number::with_unit(Ratio::whole(place), Unit::Ordinal, at..at + 1);
    (!in_name).then_some(Number { is_weak: place < 3, ..number })
}
