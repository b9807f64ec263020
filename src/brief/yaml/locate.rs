//! Finds the bytes of a file that a path leads to.

use std::ops::Range;

use super::extent::{characters_within, node_end};
use super::follow::follow;
use crate::brief::field_path::{FieldPath, Spot, Step};

/// The bytes of prepared `text` that `spot` of the field at `path` takes up.
///
/// Where the path leads nowhere, which is so for a field that is missing, the nearest key
/// above is meant, and at last the start of the file.
pub fn locate(text: &str, path: &FieldPath, spot: &Spot) -> Range<usize> {
    match spot {
        Spot::Bytes(bytes) => bytes.clone(),
        Spot::Key => key(text, path).unwrap_or(0..0),
        Spot::Value => value(text, path).or_else(|| key(text, path)).unwrap_or(0..0),
        Spot::Within(range) => {
            value(text, path).map_or(0..0, |bytes| characters_within(text, bytes, range))
        }
    }
}

/// The bytes of the key that the last step of `path` names; of a key that is given more than
/// once, the last.
fn key(text: &str, path: &FieldPath) -> Option<Range<usize>> {
    let mut path = path.clone();
    while !matches!(path.steps().last()?, Step::Key(_)) {
        path = path.parent()?;
    }
    let (start, node) = (1..).map_while(|nth| follow(text, path.steps(), Some(nth))).last()?;
    Some(start..node_end(text, start, &node))
}

/// The bytes of the value that `path` leads to.
fn value(text: &str, path: &FieldPath) -> Option<Range<usize>> {
    let (start, node) = follow(text, path.steps(), None)?;
    Some(start..node_end(text, start, &node))
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
