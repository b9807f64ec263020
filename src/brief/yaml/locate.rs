//! Finds the bytes of a file that a path leads to.
//!
//! `serde_yaml` tells places only in errors. So the text is walked again along the path, all else
//! is skipped, and the value (or key) at its end fails on purpose with a known mark: the error
//! then carries the place. It has to be a visitor of `deserialize_any` that fails, else the
//! place of the parent comes back.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Range;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::brief::field_path::{FieldPath, Spot, Step};
use crate::text::Text;

/// What the error that is raised on purpose says.
const MARK: &str = "topline found the place";

/// The bytes of prepared `text` that `spot` of the field at `path` takes up.
///
/// Where the path leads nowhere, which is so for a field that is missing, the nearest key
/// above is meant, and at last the start of the file.
pub fn locate(text: &str, path: &FieldPath, spot: &Spot) -> Range<usize> {
    match spot {
        Spot::Bytes(bytes) => bytes.clone(),
        Spot::Key => key(text, path).unwrap_or(0..0),
        Spot::Value => value(text, path).or_else(|| key(text, path)).unwrap_or(0..0),
        Spot::Within(range) => value(text, path).map_or(0..0, |bytes| within(text, bytes, range)),
    }
}

/// The bytes of the key that the last step of `path` names; of a key that is given more than
/// once, the last.
fn key(text: &str, path: &FieldPath) -> Option<Range<usize>> {
    let mut path = path.clone();
    while !matches!(path.steps().last()?, Step::Key(_)) {
        path = path.parent()?;
    }
    let (start, node) = (1..).map_while(|nth| find(text, path.steps(), Some(nth))).last()?;
    Some(start..node_end(text, start, &node))
}

/// The bytes of the value that `path` leads to.
fn value(text: &str, path: &FieldPath) -> Option<Range<usize>> {
    let (start, node) = find(text, path.steps(), None)?;
    Some(start..node_end(text, start, &node))
}

/// The bytes of a scalar's text that a range of its characters, counted without white space,
/// takes up.
fn within(text: &str, value: Range<usize>, range: &Range<usize>) -> Range<usize> {
    let mut characters = Characters::new(text, value.start).skip(range.start);
    let Some(first) = characters.next() else { return value };
    let more = range.len().saturating_sub(1);
    let last = characters.take(more).last().unwrap_or_else(|| first.clone());
    first.start..last.end.min(value.end).max(first.end)
}

/// The byte after the node that begins at `start`. Of a map or a list that has no brackets, the
/// first line is meant.
fn node_end(text: &str, start: usize, node: &Node) -> usize {
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

/// What stands at the end of a path.
#[derive(Debug, Default, PartialEq, Eq)]
enum Node {
    /// A text, decoded.
    Text(String),
    /// A number, a truth value or nothing.
    Token,
    /// A map or a list.
    #[default]
    Collection,
}

/// The byte at which the value at the end of `steps` begins, or the `nth` key of that name,
/// counted from 1; and what it is.
fn find(text: &str, steps: &[Step], nth_key: Option<usize>) -> Option<(usize, Node)> {
    let found = RefCell::default();
    let document = serde_yaml::Deserializer::from_str(text).next()?;
    let error = Follow { steps, nth_key, found: &found }.deserialize(document).err()?;
    let location = error.location().filter(|_| error.to_string().contains(MARK))?;
    Some((location.index(), found.into_inner()))
}

/// Follows a path down to its end, and fails there.
#[derive(Clone, Copy)]
struct Follow<'p> {
    steps: &'p [Step],
    nth_key: Option<usize>,
    found: &'p RefCell<Node>,
}

impl<'de> DeserializeSeed<'de> for Follow<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Follow<'_> {
    /// Fails on purpose, if the path ends here. Where one value stands for a list, it is its
    /// own first entry.
    fn end<E: de::Error>(self, node: Node) -> Result<(), E> {
        let is_only_entry = node != Node::Collection && self.steps == [Step::Index(0)];
        if self.steps.is_empty() || is_only_entry {
            self.found.replace(node);
            return Err(E::custom(MARK));
        }
        Ok(())
    }

    fn further(self) -> Self {
        Self { steps: self.steps.get(1..).unwrap_or_default(), ..self }
    }
}

macro_rules! end_at_tokens {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: de::Error>(self, _: $type) -> Result<(), E> {
            self.end(Node::Token)
        })+
    };
}

impl<'de> Visitor<'de> for Follow<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    end_at_tokens! {
        visit_bool: bool;
        visit_i64: i64;
        visit_i128: i128;
        visit_u64: u64;
        visit_u128: u128;
        visit_f64: f64;
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.end(Node::Token)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.end(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Some(Step::Index(wanted)) = self.steps.first() else {
            self.end(Node::Collection)?;
            return IgnoredAny.visit_seq(list).map(drop);
        };
        for _ in 0..*wanted {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(self.further())?;
        IgnoredAny.visit_seq(list).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some(Step::Key(wanted)) = self.steps.first() else {
            self.end(Node::Collection)?;
            return IgnoredAny.visit_map(map).map(drop);
        };
        let nth_key = self.nth_key.filter(|_| self.steps.len() == 1);
        let key = WantedKey { wanted, fail_at: nth_key, seen: &Cell::new(0), found: self.found };
        while let Some(is_wanted) = map.next_key_seed(key)? {
            if is_wanted && nth_key.is_none() {
                map.next_value_seed(self.further())?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Tells whether a key is the wanted one, and fails at the one whose place is asked for.
#[derive(Clone, Copy)]
struct WantedKey<'p> {
    wanted: &'p str,
    fail_at: Option<usize>,
    seen: &'p Cell<usize>,
    found: &'p RefCell<Node>,
}

impl<'de> DeserializeSeed<'de> for WantedKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for WantedKey<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<bool, E> {
        if Text::new(key) != *self.wanted {
            return Ok(false);
        }
        self.seen.set(self.seen.get() + 1);
        if self.fail_at == Some(self.seen.get()) {
            self.found.replace(Node::Text(key.to_owned()));
            return Err(E::custom(MARK));
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a problem with the value at `path` underlines in `yaml`.
    #[track_caller]
    fn underlined<'y>(yaml: &'y str, path: &FieldPath, spot: &Spot) -> &'y str {
        &yaml[locate(yaml, path, spot)]
    }

    #[test]
    fn underlines_scalars_however_they_are_written() {
        let path = FieldPath::top().key("a").key("b").index(1);
        for (yaml, expected) in [
            ("a: {b: [x, yes it is]}", "yes it is"),
            ("a:\n  b:\n    - x\n    - \"é \\\"\\u2014\\x41\" # c\n", "\"é \\\"\\u2014\\x41\""),
            ("a:\n  b:\n    - x\n    - 'it''s' # c\n", "'it''s'"),
            ("a:\n  b:\n  - x\n  - folded\n    over lines # c\n", "folded\n    over lines"),
            ("a:\n  b:\n  - x\n  - >-\n    folded\n    block\n\nc: d", ">-\n    folded\n    block"),
            ("a:\n  b:\n  - x\n  - &n !!str tagged # c\n", "&n !!str tagged"),
            ("a:\n  b:\n  - x\n  - 12.50 # c\n", "12.50"),
            ("a:\n  b:\n  - x\n  - [1, ']', {c: d}] # c\n", "[1, ']', {c: d}]"),
            ("a:\n  b:\n  - x\n  - c: d\n    e: f\n", "c: d"),
            ("a:\n  b:\n  - x\n  - \"\"\n", "\"\""),
        ] {
            assert_eq!(underlined(yaml, &path, &Spot::Value), expected, "{yaml}");
        }
    }

    #[test]
    fn underlines_the_characters_inside_a_scalar() {
        let path = FieldPath::top().key("a");
        let second_word = Spot::Within(3..6);
        for (yaml, expected) in [
            ("a: one two three", "two"),
            ("a: 'o''e two'", "two"),
            ("a: \"\\x6fn\\u0065\\ttwo three\"", "two"),
            ("a: >\n  one\n  two three\n", "two"),
            ("a: |\n    one\n\n    two\n", "two"),
            ("a: one t\n  wo three", "t\n  wo"),
        ] {
            assert_eq!(underlined(yaml, &path, &second_word), expected, "{yaml}");
        }
    }

    #[test]
    fn underlines_keys_and_of_equal_keys_the_last() {
        let path = FieldPath::top().key("a").key("b c");
        let yaml = "a:\n  'b c': 1\n  d: 2\n  \"b c\": 3\n";
        let place = locate(yaml, &path, &Spot::Key);
        assert_eq!((place.start, &yaml[place]), (yaml.rfind("\"b").unwrap(), "\"b c\""));
    }

    #[test]
    fn falls_back_to_the_nearest_key_and_to_the_start() {
        let path = FieldPath::top().key("a");
        assert_eq!(underlined("x: y\na: b", &path.key("c").index(3), &Spot::Key), "");
        assert_eq!(underlined("x: y\na: b", &path.index(0), &Spot::Value), "b");
        assert_eq!(underlined("x: y\na: [b]", &path.index(7), &Spot::Value), "a");
        assert_eq!(underlined("", &path, &Spot::Value), "");
    }
}
