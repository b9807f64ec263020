//! Where the text of a node of YAML ends, whatever its style.

use std::ops::Range;

use super::follow::Node;

/// The bytes of a scalar's text that a range of its characters, counted without white space,
/// takes up.
pub fn characters_within(text: &str, value: Range<usize>, range: &Range<usize>) -> Range<usize> {
    let mut characters = Characters::new(text, value.start).skip(range.start);
    let Some(first) = characters.next() else { return value };
    let more = range.len().saturating_sub(1);
    let last = characters.take(more).last().unwrap_or_else(|| first.clone());
    first.start..last.end.min(value.end).max(first.end)
}

/// The byte after the node that begins at `start`. Of a map or a list that has no brackets, the
/// first line is meant.
pub fn node_end(text: &str, start: usize, node: &Node) -> usize {
    let rest = &text[start..];
    match node {
        Node::Text(decoded) => scalar_end(text, start, decoded),
        Node::Token => {
            start
                + rest.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(rest.len())
        }
        Node::Collection => start + bracketed(rest).unwrap_or_else(|| first_line(rest)),
    }
}

/// The length of a list or map in brackets; brackets inside quotation marks do not count.
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

fn first_line(node: &str) -> usize {
    node.split('\n').next().unwrap_or_default().trim_end().len()
}

/// The byte after the scalar that begins at `start` and whose text is `decoded`.
fn scalar_end(text: &str, start: usize, decoded: &str) -> usize {
    let characters = Characters::new(text, start);
    let (from, quote) = (characters.at, characters.style.quote());
    let solid = decoded.chars().filter(|c| !c.is_whitespace()).count();
    let end = match solid {
        0 => from,
        _ => characters.take(solid).last().map_or(from, |last| last.end),
    };
    match quote {
        Some(quote) => text[end..].find(quote).map_or(end, |length| end + length + 1),
        None => end,
    }
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

/// The bytes of each character of a scalar that is no white space, in order. Folding and
/// indentation are white space, so this needs no knowledge of them. The end of a plain or
/// block scalar is for the caller to know.
struct Characters<'t> {
    text: &'t str,
    at: usize,
    style: ScalarStyle,
}

impl<'t> Characters<'t> {
    /// The characters of the scalar whose node begins at `start`.
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

    /// The length of what is written for the next character, and whether it is white space.
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

/// The length of the anchor and the tag in front of a node.
fn properties(node: &str) -> usize {
    let mut rest = node;
    while rest.starts_with(['&', '!']) {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        rest = rest[word..].trim_start();
    }
    node.len() - rest.len()
}

/// The length of an escape in a double-quoted scalar, and whether it stands for white space
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
