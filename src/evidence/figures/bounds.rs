//! What the words around a figure make of it: a bound (`up to 500`, `500 or more`, `around 500`), or
//! nothing that is said to be so (`did not see 500`).

use std::ops::Range;

use super::amount::{FigureReading, Unit};
use super::money;
use super::tokens::LowerTokens;
use crate::evidence::source::english;
use crate::evidence::source::words::{Dash, TokenKind, is_currency};

/// How exact a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoundKind {
    /// No more than this, and perhaps less.
    AtMost,
    /// No less than this, and perhaps more.
    AtLeast,
    /// More or less this.
    About,
}

impl BoundKind {
    /// Whether it is the other direction.
    pub fn is_opposite(self, other: Self) -> bool {
        matches!((self, other), (Self::AtMost, Self::AtLeast) | (Self::AtLeast, Self::AtMost))
    }

    fn turned(self) -> Self {
        match self {
            Self::AtMost => Self::AtLeast,
            Self::AtLeast => Self::AtMost,
            Self::About => Self::About,
        }
    }
}

/// A bound, and the words that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The bound.
    pub bound: BoundKind,
    /// The words, as they stand.
    pub words: String,
    /// The bytes of the words.
    pub bytes: Range<usize>,
}

/// What is around a figure.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Its bound.
    pub limit: Option<Limit>,
    /// Whether the sentence denies it.
    pub is_denied: bool,
}

/// A subject of at most this many words stands before what is said of it.
const LONGEST_SUBJECT: usize = 6;

/// A phrase of at most this many words states a bound.
const LONGEST_PHRASE: usize = 4;

/// What is around the figure in `figure`.
pub fn context(
    tokens: &LowerTokens<'_>,
    figure: &Range<usize>,
    readings: &[FigureReading],
) -> Context {
    let may_be_year = readings.iter().any(|reading| reading.unit() == Some(Unit::Year));
    if may_be_year || readings.first().is_none_or(FigureReading::is_name) {
        return Context::default();
    }
    let found = before(tokens, figure.start, readings).or_else(|| after(tokens, figure.end));
    let start = found.as_ref().map_or(figure.start, |(_, words)| words.start.min(figure.start));
    let is_denied = is_denied(tokens, start) || lacks_subject(tokens, start);
    let limit = |(bound, words): (BoundKind, Range<usize>)| Limit {
        bound: if is_denied { bound.turned() } else { bound },
        words: tokens.text(&words).to_owned(),
        bytes: tokens.bytes(&words),
    };
    let limit = found.map(limit);
    // `not more than 500` is a bound and no denial.
    let is_denied = is_denied && limit.as_ref().is_none_or(|limit| limit.bound == BoundKind::About);
    Context { limit, is_denied }
}

/// The bound before a figure that begins at `start`, and its tokens.
fn before(
    tokens: &LowerTokens<'_>,
    start: usize,
    readings: &[FigureReading],
) -> Option<(BoundKind, Range<usize>)> {
    let mut end = start;
    while end > 0 && is_passed_over(tokens, end - 1) {
        end -= 1;
    }
    let lists = [
        (english::AT_MOST, BoundKind::AtMost),
        (english::AT_LEAST, BoundKind::AtLeast),
        (english::ABOUT, BoundKind::About),
    ];
    let (bound, words) = (1..=LONGEST_PHRASE).rev().find_map(|length| {
        let words = end.checked_sub(length)?..end;
        let phrase = phrase(tokens, words.clone())?;
        let bound = lists.iter().find(|(list, _)| list.contains(phrase.as_str()))?.1;
        Some((bound, words))
    })?;
    // `over two years` is how long something took, `fined £6 million over 40 leaks` is why.
    let is_no_bound = tokens.word(words.start) == "over"
        && (readings.iter().any(is_time) || follows_money(tokens, words.start));
    (!is_no_bound).then_some((bound, words))
}

/// Whether an amount of money stands right before the token at `at`: then that says of the next figure what
/// the amount was for.
fn follows_money(tokens: &LowerTokens<'_>, at: usize) -> bool {
    let has_magnitude = english::MAGNITUDES.get(tokens.word_before(at, 1)).is_some();
    let number = at.checked_sub(if has_magnitude { 2 } else { 1 });
    number.is_some_and(|number| tokens.is_digits(number) && money::before(tokens, number).is_some())
}

/// Whether the token at `at` may be between a bound and its figure.
fn is_passed_over(tokens: &LowerTokens<'_>, at: usize) -> bool {
    match tokens.kind(at) {
        Some(TokenKind::Sign('.')) => {
            english::ABOUT_IN_SHORT.contains(tokens.word_before(at, 1)) && tokens.is_tight(at)
        }
        Some(TokenKind::Sign(sign)) => is_currency(sign),
        Some(TokenKind::Dash(dash)) => dash == Dash::Joins,
        Some(TokenKind::Word) => english::ARTICLES.contains(tokens.word(at)),
        _ => false,
    }
}

fn is_time(reading: &FigureReading) -> bool {
    matches!(reading.unit(), Some(Unit::Measure("second" | "month")))
}

/// The bound after a figure that ends at `end`, or after the words for what it counts.
fn after(tokens: &LowerTokens<'_>, end: usize) -> Option<(BoundKind, Range<usize>)> {
    let lists = [
        (english::AT_MOST_AFTER, BoundKind::AtMost),
        (english::AT_LEAST_AFTER, BoundKind::AtLeast),
        (english::ABOUT_AFTER, BoundKind::About),
    ];
    let end = tokens.past_hyphen(end);
    let counted = (end..end + 2).take_while(|at| {
        let word = tokens.word(*at);
        !word.is_empty() && !english::SMALL_WORDS.contains(word)
    });
    let starts: Vec<usize> = [end].into_iter().chain(counted.map(|at| at + 1)).collect();
    starts.into_iter().find_map(|start| {
        (1..=3).rev().find_map(|length| {
            let words = start..start + length;
            let phrase = phrase(tokens, words.clone())?;
            let bound = lists.iter().find(|(list, _)| list.contains(phrase.as_str()))?.1;
            let next = tokens.word(words.end);
            let goes_on = next == "than"
                || tokens.small_number(words.end).is_some()
                || tokens.is_digits(words.end)
                || tokens.sign(words.end).is_some_and(is_currency);
            let is_apart = length == 1 && start > end;
            (!goes_on && !is_apart).then_some((bound, words))
        })
    })
}

/// The words in `range` in lower case, with a space between each; or the one sign in it.
fn phrase(tokens: &LowerTokens<'_>, range: Range<usize>) -> Option<String> {
    if let (1, Some(sign)) = (range.len(), tokens.sign(range.start)) {
        return Some(sign.to_string());
    }
    let words: Vec<&str> = range.map(|at| tokens.word(at)).collect();
    words.iter().all(|word| !word.is_empty()).then(|| words.join(" "))
}

/// Whether the figure that begins at `start`, with its bound, is said of a subject that there is none of:
/// `no crossing costs more than £4`.
fn lacks_subject(tokens: &LowerTokens<'_>, start: usize) -> bool {
    let says_figure = |at: &usize| english::SAYING_FIGURE.contains(tokens.word(*at));
    let Some(verb) = start.checked_sub(1).into_iter().chain([start]).find(says_figure) else {
        return false;
    };
    for at in (verb.saturating_sub(LONGEST_SUBJECT)..verb).rev() {
        let word = tokens.word(at);
        let ends = word.is_empty()
            || english::BETWEEN_CLAUSES.contains(word)
            || english::EXCEPTING.contains(word)
            || tokens.gap_before(at + 1).contains('\n');
        if ends {
            return false;
        }
        if english::NO_SUBJECT.contains(word) {
            let next = tokens.word(at + 1);
            let is_subject =
                !english::NO_WITHOUT_SUBJECT.contains(next) && !tokens.is_digits(at + 1);
            return is_subject && begins_clause(tokens, at);
        }
    }
    false
}

/// Whether a clause may begin at `at`: not within `households with no internet`.
fn begins_clause(tokens: &LowerTokens<'_>, at: usize) -> bool {
    let before = tokens.word_before(at, 1);
    before.is_empty()
        || english::BEFORE_SUBJECT.contains(before)
        || tokens.gap_before(at).contains('\n')
}

/// Whether the figure that begins at `start`, with its bound, is said not to be so.
fn is_denied(tokens: &LowerTokens<'_>, start: usize) -> bool {
    let last = (tokens.word_before(start, 2), tokens.word_before(start, 1));
    if english::REPLACED.contains(&last) {
        return true;
    }
    for at in (start.saturating_sub(LONGEST_PHRASE)..start).rev() {
        let word = tokens.word(at);
        if english::DENYING.contains(word) || word.ends_with("n't") {
            return !english::NOT_DENYING.contains(tokens.word(at + 1));
        }
        let is_denied_that =
            word == "that" && english::DENYING_THAT.contains(tokens.word_before(at, 1));
        if word.is_empty() || (english::UNDENIED.contains(word) && !is_denied_that) {
            return false;
        }
    }
    false
}
