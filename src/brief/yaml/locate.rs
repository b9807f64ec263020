//! Finds the bytes of a file that paths lead to.

use std::collections::HashMap;
use std::ops::Range;

use super::extent::{CharacterPlaces, node_end};
use super::walk::{Half, walk};
use crate::brief::field_path::{FieldPath, Spot, Step};

/// Returns the bytes of prepared `text` that each of `spots` takes up. Walks through the text once,
/// however many there are.
///
/// If a path leads nowhere, because the field is missing, they are those of the key that would hold
/// it, or the start of the file.
pub fn locate_all<'p>(
    text: &str,
    spots: impl IntoIterator<Item = (&'p FieldPath, &'p Spot)>,
) -> Vec<Range<usize>> {
    let spots: Vec<(&FieldPath, &Spot)> = spots.into_iter().collect();
    let mut fields = Fields::default();
    for (path, spot) in &spots {
        fields.want(path.steps(), spot);
    }
    fields.find(text);
    let place = |(path, spot): (&FieldPath, &Spot)| match spot {
        Spot::Bytes(bytes) => Some(bytes.clone()),
        Spot::Key => fields.key(path.steps()),
        Spot::Value => fields.value(path.steps()).or_else(|| fields.key(path.steps())),
        Spot::Within(range) => fields.within(path.steps(), range),
    };
    spots.into_iter().map(|spot| place(spot).unwrap_or_default()).collect()
}

/// The fields whose places are wanted, by their paths.
#[derive(Default)]
struct Fields<'p>(HashMap<&'p [Step], Field>);

/// The places of a field.
#[derive(Default)]
struct Field {
    /// If the key is given more than once, the last.
    key: Option<Range<usize>>,
    value: Option<Range<usize>>,
    characters: CharacterPlaces,
}

impl<'p> Fields<'p> {
    /// Notes what has to be found for a spot.
    fn want(&mut self, path: &'p [Step], spot: &Spot) {
        match spot {
            Spot::Bytes(_) => return,
            Spot::Within(range) => {
                self.0.entry(path).or_default().characters.want(range);
            }
            Spot::Key | Spot::Value => {
                self.0.entry(path).or_default();
            }
        }
        self.0.entry(own_key(path)).or_default();
    }

    /// Finds all that is wanted.
    fn find(&mut self, text: &str) {
        if self.0.is_empty() {
            return;
        }
        for place in walk(text, |path, _| self.0.contains_key(path)) {
            let Some(field) = self.0.get_mut(&place.path[..]) else { continue };
            let bytes = place.start..node_end(text, place.start, place.node);
            match place.half {
                Half::Key => field.key = Some(bytes),
                Half::Value if field.value.is_none() => {
                    field.characters.find(text, &bytes);
                    field.value = Some(bytes);
                }
                Half::Value => {}
            }
        }
    }

    /// Returns the bytes of the key that the last step of `path` names.
    fn key(&self, path: &[Step]) -> Option<Range<usize>> {
        self.0.get(own_key(path))?.key.clone()
    }

    fn value(&self, path: &[Step]) -> Option<Range<usize>> {
        self.0.get(path)?.value.clone()
    }

    fn within(&self, path: &[Step], range: &Range<usize>) -> Option<Range<usize>> {
        let field = self.0.get(path)?;
        Some(field.characters.bytes(range, field.value.as_ref()?))
    }
}

/// Returns `path` up to the last key that it names.
fn own_key(path: &[Step]) -> &[Step] {
    let length = path.iter().rposition(|step| matches!(step, Step::Key(_)));
    &path[..length.map_or(0, |last| last + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what a problem with the value at `path` underlines in `yaml`.
    #[track_caller]
    fn underlined<'y>(yaml: &'y str, path: &FieldPath, spot: &Spot) -> &'y str {
        &yaml[locate(yaml, path, spot)]
    }

    fn locate(yaml: &str, path: &FieldPath, spot: &Spot) -> Range<usize> {
        locate_all(yaml, [(path, spot)]).remove(0)
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
    fn keeps_its_way_past_maps_and_lists() {
        let yaml = "a: {b: {c: d}, e: [f, {g: h}]}\ni:\n  j: {}\n  k: []\n  l:\n    - m\nn: o\n";
        let top = FieldPath::top();
        for (path, expected) in [
            (top.key("a").key("e").index(1).key("g"), "h"),
            (top.key("i").key("l").index(0), "m"),
            (top.key("n"), "o"),
        ] {
            assert_eq!(underlined(yaml, &path, &Spot::Value), expected, "{path}");
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
