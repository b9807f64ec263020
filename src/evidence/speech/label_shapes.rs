//! The shapes of the labels in a record, one to a line: a name, how it is marked, and where the
//! words after it begin.

use std::ops::Range;

use super::titles::is_title;
use crate::evidence::source::english;

/// A label has at most this many characters.
const LONGEST: usize = 120;

/// How a label is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `Dana Vale:`
    Colon,
    /// `Mr. SMITH of Northport.`, `Dana Vale. –`
    Point,
    /// `[Dana Vale]`, `<v Dana Vale>`
    Brackets,
    /// A name on a line of its own.
    Line,
}

/// A name that may be a label.
pub struct ShapedLabel {
    /// Its bytes in the line.
    pub name: Range<usize>,
    /// Where the words after it begin in the line.
    pub speech: usize,
    /// How it is marked.
    pub shape: Shape,
}

impl ShapedLabel {
    /// The label at the start of `line`, if it has the shape of one. A name on a line of its own
    /// counts in a record only.
    pub fn read(line: &str, is_record: bool) -> Option<Self> {
        let marked = || colon(line).or_else(|| point(line)).or_else(|| brackets(line));
        let in_records = || letter(line).or_else(|| titled(line)).or_else(|| own_line(line));
        let (name, speech, shape) = marked().or_else(|| in_records().filter(|_| is_record))?;
        Some(Self { name, speech, shape })
    }
}

/// What comes before the name on a line: a time, a number, `>>`, a list’s mark.
fn prefix(line: &str) -> usize {
    line.find(char::is_alphabetic).unwrap_or(line.len())
}

/// The name before a colon, and where the words after it begin.
fn colon(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let start = prefix(line);
    let rest = line.get(start..)?;
    let ends = |&(at, _): &(usize, &str)| {
        rest[at + 1..].chars().next().is_none_or(|next| !next.is_numeric() && next != '/')
    };
    let (colon, _) = rest.match_indices(':').take(4).find(ends)?;
    let from = question_number(&rest[..colon]);
    let name = &rest[from..colon];
    let end = start + colon;
    is_name(name).then_some((start + from..end, end + 1, Shape::Colon))
}

/// The bytes of `Q12 ` at the start of a question that names who asks.
fn question_number(name: &str) -> usize {
    let Some(rest) = name.strip_prefix('Q').map(str::trim_start) else { return 0 };
    let digits = rest.trim_start_matches(char::is_numeric);
    let label = digits.trim_start_matches(['.', ' ', '\u{a0}']);
    if digits.len() == rest.len() || label.is_empty() { 0 } else { name.len() - label.len() }
}

/// Whether every word has a capital, but for those that join names, posts after a comma and what is
/// in brackets.
pub fn is_name(name: &str) -> bool {
    if name.chars().count() > LONGEST || !name.starts_with(char::is_uppercase) {
        return false;
    }
    let plain = without_brackets(name);
    let (name, post) = plain.split_once(',').unwrap_or((&plain, ""));
    let is_large = |word: &str| {
        let (particle, rest) = word.split_once('-').unwrap_or((word, "A"));
        word.starts_with(char::is_uppercase)
            || (english::SMALL_IN_LABELS.contains(particle) && rest.starts_with(char::is_uppercase))
    };
    let words = |text: &str| {
        let words = text.split_whitespace();
        words.map(|word| word.trim_end_matches(['.', ',']).to_owned()).collect::<Vec<_>>()
    };
    let is_number = |word: &str| {
        name.split_whitespace().count() == 2 && word.chars().all(|c| c.is_ascii_digit())
    };
    words(name).iter().all(|word| word.is_empty() || is_large(word) || is_number(word))
        && words(post).len() <= POST
        && !post.contains(['.', ';', '?', '!'])
}

/// A post after a name in a label has at most this many words.
const POST: usize = 10;

/// A name without what is in round or square brackets.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    let mut keep = outside;
    name.chars().filter(|&c| keep(c)).collect()
}

/// A name before a full stop: `Mr. SMITH of Northport.`, or before a stop and a dash.
fn point(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let start = prefix(line);
    let rest = line.get(start..)?;
    let shape = |end: usize, speech: usize| (start..start + end, start + speech, Shape::Point);
    let dash = rest.find(". –").or_else(|| rest.find(". —")).or_else(|| rest.find(". -"));
    if let Some(end) = dash.filter(|&end| is_name(&rest[..end])) {
        return Some(shape(end, end + 2));
    }
    let mut end = 0;
    let mut capitals = false;
    for word in rest.split(' ').take(10) {
        let plain = word.trim_end_matches('.');
        let letters = plain.chars().filter(|c| c.is_alphabetic());
        let in_capitals = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
        let is_of_title = english::ABBREVIATIONS.contains(plain)
            || word.starts_with(char::is_uppercase) && is_title(&plain.to_lowercase())
            || (capitals && english::AFTER_TITLES.contains(plain));
        let is_place = capitals && (plain == "of" || plain.starts_with(char::is_uppercase));
        end += word.len();
        match () {
            () if in_capitals && word.ends_with('.') => return Some(shape(end - 1, end)),
            () if in_capitals => capitals = true,
            () if is_place && word.ends_with('.') => return Some(shape(end - 1, end)),
            () if is_of_title && capitals && word.ends_with('.') => {
                return Some(shape(end - 1, end));
            }
            () if is_place || is_of_title => {}
            () => return None,
        }
        end += 1;
    }
    None
}

/// `Q.` or `A.` at the start of a line, perhaps with a number: `Q12.`
fn letter(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let start = prefix(line);
    let rest = line.get(start..)?;
    let after = rest.strip_prefix(['Q', 'A'])?.trim_start_matches(|c: char| c.is_ascii_digit());
    let end = start + rest.len() - after.len();
    let is_letter = after.starts_with(". ") || after.starts_with(") ");
    is_letter.then_some((start..end, end + 1, Shape::Point))
}

/// A title and a surname before a full stop: `Mr. Smith. I thank …`, `Senator Lowe. I yield.`
fn titled(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let start = prefix(line);
    let rest = line.get(start..)?;
    let mut end = 0;
    let mut has_title = false;
    for word in rest.split(' ').take(6) {
        let plain = word.trim_end_matches('.');
        let is_large = word.starts_with(char::is_uppercase);
        if is_large && is_title(&plain.to_lowercase()) && (!word.ends_with('.') || plain.len() < 5)
        {
            has_title = true;
        } else if has_title && is_large && word.ends_with('.') {
            let speech = end + word.len();
            let goes_on = rest[speech..].trim_start().starts_with(|c: char| !c.is_lowercase());
            return goes_on.then_some((start..start + speech - 1, start + speech, Shape::Point));
        } else if !(has_title && (is_large || plain == "of")) {
            return None;
        }
        end += word.len() + 1;
    }
    None
}

/// A name in square brackets at the start of a line, or in the voice tag of a subtitle.
fn brackets(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    let (open, close) = match trimmed.as_bytes().first()? {
        b'[' => (1, ']'),
        b'<' if trimmed.starts_with("<v ") => (3, '>'),
        _ => return None,
    };
    let end = trimmed.find(close)?;
    let name = trimmed.get(open..end)?;
    let speech = indent + end + close.len_utf8();
    is_name(name).then_some((indent + open..indent + end, speech, Shape::Brackets))
}

/// A name on a line of its own, with a constituency, a party or a time.
fn own_line(line: &str) -> Option<(Range<usize>, usize, Shape)> {
    let trimmed = line.trim_end();
    let start = prefix(trimmed);
    let name = trimmed.get(start..)?;
    let ends_as_prose =
        name.trim_end_matches(['*', '_']).ends_with(['.', '?', '!', ':', ';', ',', '”', '"', '’']);
    let named = !ends_as_prose && is_name(name.trim_end_matches(|c: char| !c.is_alphabetic()));
    (named && !name.is_empty()).then_some((start..trimmed.len(), trimmed.len(), Shape::Line))
}
