//! Finds the texts that a comment cuts off.
//!
//! A `#` after a blank begins a comment wherever text is not in quotation marks, so that of
//! `exact: We rank #1 in ports` only `We rank` is left. The parser knows best what a comment is:
//! the file is parsed up to the `#`, and the last value before it is the one that was cut if
//! the whole file has the same value there.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::budget;
use super::extent::node_end;
use super::follow::{Node, follow};
use crate::brief::field_path::{FieldPath, Step};

/// The most comments that are looked at, each of which costs two parses.
const MOST: usize = 100;

/// A comment behind a text that is not in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailingComment {
    /// The field that has the text.
    pub path: FieldPath,
    /// The comment, from its `#` to the end of the line; bytes of the file.
    pub bytes: Range<usize>,
    /// How many blanks are before the `#`.
    pub blanks: usize,
}

/// Returns the comments behind texts of prepared `text`, which is sound YAML, for those lines that
/// `may_cut` takes: the comment and the number of blanks before it. In the order of the file.
pub fn trailing_comments(
    text: &str,
    may_cut: impl Fn(&str, usize) -> bool,
) -> Vec<TrailingComment> {
    signs(text)
        .filter(|(bytes, blanks)| may_cut(&text[bytes.clone()], *blanks))
        .take(MOST)
        .filter_map(|(bytes, blanks)| {
            let path = cut(text, bytes.start - blanks)?;
            Some(TrailingComment { path, bytes, blanks })
        })
        .collect()
}

/// Returns the first `#` of each line that may begin a comment behind something: from it to the end
/// of the line, and the number of blanks before it.
fn signs(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').flat_map(move |line| {
        let from = start;
        start += line.len();
        let end = from + line.trim_end().len();
        line.match_indices(" #").chain(line.match_indices("\t#")).filter_map(move |(at, _)| {
            let before = &line[..=at];
            let kept = before.trim_end_matches([' ', '\t']).len();
            (kept > 0).then_some((from + at + 1..end, at + 1 - kept))
        })
    })
}

/// Returns the path of the text without quotation marks that ends at `end`, where a comment begins.
fn cut(text: &str, end: usize) -> Option<FieldPath> {
    let (path, before) = last_text(&text[..end])?;
    let (start, node) = follow(text, path.steps(), None)?;
    let is_plain = !text[start..].starts_with(['"', '\'', '|', '>', '&', '!', '*']);
    let is_cut = is_plain && node == Node::Text(before) && node_end(text, start, &node) == end;
    is_cut.then_some(path)
}

/// Returns the last text in the beginning of a file, and where it is.
fn last_text(beginning: &str) -> Option<(FieldPath, String)> {
    let last = RefCell::default();
    budget::within(beginning.len().saturating_mul(2), || {
        let document = serde_yaml::Deserializer::from_str(beginning).next();
        // A map in braces ends too early here.
        let _ = document
            .map(|document| LastText { path: FieldPath::top(), last: &last }.deserialize(document));
    });
    last.into_inner()
}

/// Walks through a file and keeps the last text.
struct LastText<'w> {
    path: FieldPath,
    last: &'w RefCell<Option<(FieldPath, String)>>,
}

impl<'de> DeserializeSeed<'de> for LastText<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! no_text {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: de::Error>(self, _: $type) -> Result<(), E> {
            self.last.replace(None);
            Ok(())
        })+
    };
}

impl<'de> Visitor<'de> for LastText<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    no_text! {
        visit_bool: bool;
        visit_i64: i64;
        visit_i128: i128;
        visit_u64: u64;
        visit_u128: u128;
        visit_f64: f64;
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.last.replace(None);
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        budget::draw(text.len())?;
        self.last.replace(Some((self.path, text.to_owned())));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0.. {
            let path = self.path.with(Step::Index(index));
            if list.next_element_seed(LastText { path, last: self.last })?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(super::Scalar(key)) = map.next_key()? {
            let path = self.path.key(&key);
            map.next_value_seed(LastText { path, last: self.last })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_texts(yaml: &str) -> Vec<String> {
        let comments = trailing_comments(yaml, |_, _| true).into_iter();
        comments
            .map(|comment| {
                format!("{} {} {}", comment.path, comment.blanks, &yaml[comment.bytes.clone()])
            })
            .collect()
    }

    #[test]
    fn finds_comments_behind_texts_wherever_they_are() {
        for (yaml, expected) in [
            ("a: We rank #1 in ports\nb: c", vec!["a 1 #1 in ports"]),
            ("a:\n  - x\n  - We rank  #1 # 2\nb: c", vec!["a.1 2 #1 # 2"]),
            ("a:\n  b: {c: d, e: We rank #1\n    , f: g}\n", vec!["a.b.e 1 #1"]),
            ("a: first\n  second\t#1\n", vec!["a 1 #1"]),
            ("a: [b, c d #1\n]\n", vec!["a.1 1 #1"]),
            ("a: über #1\nb: x #2", vec!["a 1 #1", "b 1 #2"]),
            ("a: said “no” #1", vec!["a 1 #1"]),
            ("a: said \"no\" #1", vec!["a 1 #1"]),
        ] {
            assert_eq!(cut_texts(yaml), expected, "{yaml}");
        }
    }

    #[test]
    fn leaves_alone_what_is_no_comment_or_cuts_nothing() {
        for yaml in [
            "a: \"We rank #1 in ports\"",
            "a: 'We rank #1\n  in #2 ports' # c",
            "a: >\n  We rank #1\n  in ports\nb: c",
            "a: | # c\n  We rank #1",
            "a: # c\n  b: c",
            "# c #1\na: x#1",
            "a: 7 # c",
            "a: {b: c} # c",
            "a: [b] # c",
            "a: \"b\" # c",
            "a: &n b # c",
            "a: https://x.example/#top",
            " #",
            "",
        ] {
            assert_eq!(cut_texts(yaml), [""; 0], "{yaml}");
        }
    }
}
