//! Where the text of a node of YAML ends, whatever its style.

use std::collections::BTreeMap;
use std::ops::Range;

use super::walk::Node;

/// A list or map whose brackets are further apart is underlined as far as the end of its first line,
/// or as far as this, in bytes.
const MOST_BRACKETED: usize = 400;

/// Returns the byte after the node that begins at `start`. For a map or a list without brackets,
/// this is the end of its first line.
pub fn node_end(text: &str, start: usize, node: Node) -> usize {
    let rest = &text[start..];
    match node {
        _ if rest.starts_with('*') => start + word(rest),
        Node::Text(solid) => scalar_end(text, start, solid),
        Node::Token => start + word(rest),
        Node::Collection => {
            let shown = &rest[..rest.floor_char_boundary(MOST_BRACKETED)];
            let line = shown.split('\n').next().unwrap_or_default().trim_end().len();
            start + bracketed(shown).unwrap_or(line)
        }
    }
}

/// Returns the length of a word without blanks, commas and closing brackets.
fn word(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(rest.len())
}

/// Returns the length of a list or map in brackets; brackets inside quotation marks do not count.
fn bracketed(node: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    for (offset, c) in node.char_indices() {
        match c {
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote.is_some() => quote = quote.filter(|quote| *quote != c),
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return (offset > 0).then_some(offset + 1);
        }
    }
    None
}

/// Returns the byte after the scalar that begins at `start` and has so many characters, white
/// space not counted.
fn scalar_end(text: &str, start: usize, solid: usize) -> usize {
    let characters = Characters::new(text, start);
    let (from, quote) = (characters.at, characters.style.quote());
    let end = match solid {
        0 => from,
        _ => characters.take(solid).last().map_or(from, |last| last.end),
    };
    match quote {
        Some(quote) => text[end..].find(quote).map_or(end, |length| end + length + 1),
        None => end,
    }
}

/// Where those characters of a text begin and end, white space not counted, at which ranges do.
#[derive(Debug, Default)]
pub struct CharacterPlaces(BTreeMap<usize, Option<Range<usize>>>);

impl CharacterPlaces {
    /// Notes the characters that have to be found for a range.
    pub fn want(&mut self, range: &Range<usize>) {
        self.0.insert(range.start, None);
        self.0.insert(last_of(range), None);
    }

    /// Finds what is wanted in the scalar that takes up `value`. Reads it once.
    pub fn find(&mut self, text: &str, value: &Range<usize>) {
        let mut characters = Characters::new(text, value.start).enumerate();
        for (index, place) in &mut self.0 {
            *place = characters
                .find(|(at, character)| at == index || character.start >= value.end)
                .map(|(_, character)| character)
                .filter(|character| character.start < value.end);
        }
    }

    /// Returns the bytes of a range of characters; all of the `value` if it has no such characters.
    pub fn bytes(&self, range: &Range<usize>, value: &Range<usize>) -> Range<usize> {
        let place = |index: usize| self.0.get(&index).cloned().flatten();
        let Some(first) = place(range.start) else { return value.clone() };
        let end = place(last_of(range)).map_or(value.end, |last| last.end);
        first.start..end.max(first.end)
    }
}

fn last_of(range: &Range<usize>) -> usize {
    range.end.saturating_sub(1).max(range.start)
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ScalarStyle {
    Plain,
    Single,
    Double,
}

impl ScalarStyle {
    fn quote(self) -> Option<char> {
        match self {
            Self::Plain => None,
            Self::Single => Some('\''),
            Self::Double => Some('"'),
        }
    }
}

/// The bytes of each character of a scalar, white space excepted, in order. Folding and indentation
/// are white space, so this needs no knowledge of them. The caller has to know the end of a plain
/// or block scalar.
struct Characters<'t> {
    text: &'t str,
    at: usize,
    style: ScalarStyle,
}

impl<'t> Characters<'t> {
    /// Returns the characters of the scalar whose node begins at `start`.
    fn new(text: &'t str, start: usize) -> Self {
        let at = start + properties(&text[start..]);
        let (skip, style) = match text[at..].chars().next() {
            Some('"') => (1, ScalarStyle::Double),
            Some('\'') => (1, ScalarStyle::Single),
            Some('|' | '>') => {
                (text[at..].find('\n').unwrap_or(text.len() - at), ScalarStyle::Plain)
            }
            _ => (0, ScalarStyle::Plain),
        };
        Self { text, at: at + skip, style }
    }

    /// Returns the length of what is written for the next character, and whether it is white space.
    fn next_written(&self) -> Option<(usize, bool)> {
        let rest = &self.text[self.at..];
        let c = rest.chars().next()?;
        match (self.style, c) {
            (ScalarStyle::Single, '\'') => Some(2.min(rest.len())).map(|length| (length, false)),
            (ScalarStyle::Double, '\\') => Some(escape(rest)),
            _ => Some((c.len_utf8(), c.is_whitespace())),
        }
    }
}

impl Iterator for Characters<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let (length, is_space) = self.next_written()?;
            let start = self.at;
            self.at += length;
            if !is_space {
                return Some(start..self.at);
            }
        }
    }
}

/// Returns the length of the anchor and the tag in front of a node.
pub fn properties(node: &str) -> usize {
    let mut rest = node;
    while rest.starts_with(['&', '!']) {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        rest = rest[word..].trim_start();
    }
    node.len() - rest.len()
}

/// Returns the length of an escape in a double-quoted scalar, and whether it stands for white space
/// (YAML 1.2, 5.7).
fn escape(rest: &str) -> (usize, bool) {
    let Some(c) = rest[1..].chars().next() else { return (1, true) };
    let hex = match c {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    let digits =
        rest[2.min(rest.len())..].bytes().take(hex).take_while(u8::is_ascii_hexdigit).count();
    let length = 1 + c.len_utf8() + digits;
    let is_space = match hex {
        0 => matches!(c, ' ' | '\t' | '\n' | 't' | 'n' | 'v' | 'f' | 'r' | 'N' | '_' | 'L' | 'P'),
        _ => u32::from_str_radix(&rest[2..2 + digits], 16)
            .ok()
            .and_then(char::from_u32)
            .is_some_and(char::is_whitespace),
    };
    (length, is_space)
}
