//! Names with numbers in them, which count nothing: `section 12`, `COP26`, `10 Downing Street`, a
//! telephone number; and whatever else has a digit in it and is not understood. They are compared as
//! they are written, in lower case and without spaces and hyphens.

use std::ops::Range;

use super::Draft;
use super::amount::{FigureReading, Ratio, Unit};
use super::digits::digits;
use super::parser::Number;
use super::tokens::LowerTokens;
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

/// The names that begin at the token `at`: more than one for `sections 12 and 14`.
pub fn at(tokens: &LowerTokens<'_>, at: usize) -> Option<Vec<Draft>> {
    parts_of_law(tokens, at).or_else(|| {
        let named = telephone(tokens, at)
            .or_else(|| address(tokens, at))
            .or_else(|| code(tokens, at))
            .or_else(|| score(tokens, at))?;
        Some(vec![named])
    })
}

/// `section 12`, `Clause 3(2)`, `ss. 4, 8 and 12`.
fn parts_of_law(tokens: &LowerTokens<'_>, at: usize) -> Option<Vec<Draft>> {
    let label = label(tokens, at)?;
    let is_plural = tokens.word(at).ends_with('s') && tokens.word(at) != "s";
    let mut next = at + 1 + usize::from(tokens.sign(at + 1) == Some('.'));
    let mut start = at;
    let mut drafts = Vec::new();
    while let Some((number, end)) = numbered(tokens, next) {
        drafts.push(draft_of_part(label, &number, start..end));
        let joins = tokens.sign(end) == Some(',')
            || tokens.is_dash(end)
            || english::RANGE_WORDS.contains(tokens.word(end));
        if !is_plural || !joins {
            break;
        }
        let both =
            tokens.sign(end) == Some(',') && english::RANGE_WORDS.contains(tokens.word(end + 1));
        next = end + 1 + usize::from(both);
        start = next;
    }
    (!drafts.is_empty()).then_some(drafts)
}

fn label(tokens: &LowerTokens<'_>, at: usize) -> Option<&'static str> {
    match tokens.sign(at) {
        Some('§') => return Some("section"),
        Some('¶') => return Some("paragraph"),
        _ => {}
    }
    let word = tokens.word(at);
    let has_point = tokens.sign(at + 1) == Some('.') && tokens.is_tight(at + 1);
    let is_clear = match word.len() {
        1 => has_point || (word == "s" && !tokens.is_tight(at)),
        2 if word == "no" => has_point || (tokens.spelling(at) == "No" && tokens.is_digits(at + 1)),
        _ => true,
    };
    english::LAW_LABELS.get(word).filter(|_| is_clear)
}

/// The number of a part at `at` with the letters and the brackets after it, and its end: `3(2)(a)`.
fn numbered(tokens: &LowerTokens<'_>, at: usize) -> Option<(String, usize)> {
    let mut number = match tokens.small_number(at) {
        Some(number) => number.to_string(),
        None => tokens.is_digits(at).then(|| tokens.word(at).to_owned())?,
    };
    let mut end = at + 1;
    while tokens.sign(end) == Some('(')
        && tokens.is_tight(end)
        && tokens.word(end + 1).len() < 4
        && tokens.sign(end + 2) == Some(')')
    {
        number.extend(["(", tokens.word(end + 1), ")"]);
        end += 3;
    }
    Some((number, end))
}

/// A part of a law; `section 3(2)` bears out `section 3` too.
fn draft_of_part(label: &str, number: &str, tokens: Range<usize>) -> Draft {
    let written = |number: &str| FigureReading::Written(format!("{label}{number}"));
    let wholes = number.match_indices('(').map(|(end, _)| written(&number[..end]));
    Draft { implied: wholes.collect(), ..Draft::new(vec![written(number)], tokens) }
}

/// The most digits that a telephone number has.
const LONGEST_TELEPHONE: usize = 15;

/// A telephone number: groups of digits of which the first begins with a zero or a plus.
fn telephone(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let is_digits = |at: usize| {
        let word = tokens.word(at);
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
    };
    let plus = at > 0 && tokens.sign(at - 1) == Some('+');
    if !is_digits(at) || !(tokens.word(at).starts_with('0') || plus) {
        return None;
    }
    let mut end = at + 1;
    let mut number = tokens.word(at).to_owned();
    loop {
        let next = if tokens.is_dash(end) && tokens.is_tight(end) { end + 1 } else { end };
        let is_over = number.len() > LONGEST_TELEPHONE || tokens.gap_before(next).contains('\n');
        if is_over || !is_digits(next) {
            break;
        }
        number.push_str(tokens.word(next));
        end = next + 1;
    }
    let is_long = (9..=LONGEST_TELEPHONE).contains(&number.len());
    is_long.then(|| Draft::new(vec![FigureReading::Written(number)], at..end))
}

/// A house in a street: `10 Downing Street`.
fn address(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let number = digits(tokens.word(at)).filter(|digits| digits.suffix.len() < 2)?;
    number.value.as_whole()?;
    let names = (at + 1..at + 5).take_while(|name| tokens.is_capital(*name));
    let street = names.last().filter(|street| *street > at + 1)?;
    let is_street = english::STREETS.contains(tokens.word(street));
    is_street.then(|| Draft::new(vec![written(tokens, at..street + 1)], at..street + 1))
}

/// A code of letters and digits: `COP26`, `F-35`, `A14`, `Q3`, `s12`.
fn code(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let word = tokens.word(at);
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    let is_joined = tokens.is_hyphen(at + 1) && tokens.is_digits(at + 2);
    let is_name = tokens.is_capital(at) || word.len() == 1;
    let is_prefix = english::NUMBER_PREFIXES.contains(word)
        || super::spelt::small(word).is_some()
        || super::calendar::month_name(tokens.spelling(at)).is_some();
    let end = match (has_digit, is_joined && is_name && !is_prefix) {
        (true, _) => at + 1,
        (false, true) => at + 3,
        (false, false) => return None,
    };
    let reading = written(tokens, at..end);
    let FigureReading::Written(name) = &reading else { return None };
    if let Some(year) =
        name.strip_prefix(english::FINANCIAL_YEAR).and_then(|year| year.parse().ok())
    {
        let year = Ratio::whole(year);
        let number = Number { is_year: true, ..Number::new(year, at..end) };
        let readings = vec![FigureReading::new(year, Unit::Year)];
        return Some(Draft { number: Some(number), ..Draft::new(readings, at..end) });
    }
    if english::NAMES_WITHOUT_FIGURE.contains(name.as_str()) {
        return Some(Draft { is_weak: true, ..Draft::new(vec![reading], at..end) });
    }
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let part = english::LAW_LABELS.get(letters);
    let part =
        part.map(|label| FigureReading::Written(format!("{label}{}", &name[letters.len()..])));
    Some(Draft::new([reading].into_iter().chain(part).collect(), at..end))
}

/// Two numbers that a colon joins and that are no time of day: `3:1`.
fn score(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let is_score = tokens.is_digits(at) && tokens.word(at).contains(':');
    let is_clock = digits(tokens.word(at)).is_some_and(|digits| digits.clock.is_some());
    let written = FigureReading::Written(tokens.word(at).replace(':', "/"));
    (is_score && !is_clock).then(|| Draft::new(vec![written], at..at + 1))
}

/// Three or more numbers that hyphens join and that are no date: `978-3-16-148410-0`.
pub fn joined_numbers(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let goes_on = |end: &usize| tokens.is_hyphen(*end) && tokens.is_digits(end + 1);
    let first = Some(at + 1).filter(|_| tokens.is_digits(at));
    let ends = std::iter::successors(first, |end| Some(*end).filter(goes_on).map(|end| end + 2));
    let (count, end) = ends.fold((0, at), |(count, _), end| (count + 1, end));
    (count > 2).then(|| Draft::new(vec![written(tokens, at..end)], at..end))
}

/// The token at `at` as it is written, if it has a digit and nothing else was made of it.
pub fn unread(tokens: &LowerTokens<'_>, at: usize) -> Option<Draft> {
    let has_digit = tokens.word(at).contains(|c: char| c.is_numeric() && !is_footnote(c));
    has_digit.then(|| Draft::new(vec![written(tokens, at..at + 1)], at..at + 1))
}

/// Whether a digit is a small raised one, which marks a footnote.
fn is_footnote(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}')
}

/// What the number in `number` is if the word before it makes a name of it, and whether it can be
/// nothing else: `Boeing 747`, `room 31`.
pub fn by_word_before(
    tokens: &LowerTokens<'_>,
    number: &Range<usize>,
) -> Option<(FigureReading, bool)> {
    let before =
        number.start.checked_sub(1).filter(|at| tokens.kind(*at) == Some(TokenKind::Word))?;
    let word = tokens.word(before);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let is_free =
        before.checked_sub(1).is_some_and(|at| english::BEFORE_NO_LABEL.contains(tokens.word(at)));
    let is_label =
        (english::LABELS.contains(word) || english::LABELS.contains(singular)) && !is_free;
    let is_name = tokens.is_capital(before)
        && !tokens.begins_sentence(before)
        && !english::WEEKDAYS.contains(word);
    if !is_label && !is_name {
        return None;
    }
    let label = if is_label && word != singular { singular } else { word };
    let reading =
        FigureReading::Written(format!("{label}{}", written_text(tokens, number.clone())));
    let next = tokens.word(number.end);
    let counts =
        !next.is_empty() && !english::SMALL_WORDS.contains(next) && !tokens.is_capital(number.end);
    Some((reading, is_label && !counts))
}

fn written(tokens: &LowerTokens<'_>, range: Range<usize>) -> FigureReading {
    FigureReading::Written(written_text(tokens, range))
}

/// The words in `range` as they are written, in lower case, with nothing between.
fn written_text(tokens: &LowerTokens<'_>, range: Range<usize>) -> String {
    range.map(|at| tokens.word(at)).collect::<String>().chars().map(plain_digit).collect()
}

/// A digit below the line as one on it: CO₂ is CO2.
fn plain_digit(c: char) -> char {
    match c {
        '\u{2080}'..='\u{2089}' => char::from_digit(u32::from(c) - 0x2080, 10).unwrap_or(c),
        c => c,
    }
}
