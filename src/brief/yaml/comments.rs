//! Finds the texts that a comment cuts off.
//!
//! A `#` after a blank begins a comment wherever text is not in quotation marks, so that of
//! `exact: We rank #1 in ports` only `We rank` is left. The parser knows best what a comment is: a
//! `#` cuts off the text that ends before it.

use std::collections::HashMap;
use std::ops::Range;

use super::extent::node_end;
use super::walk::{Half, Node, walk};
use crate::brief::field_path::FieldPath;
use crate::text::lines_at;

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
    let mut signs =
        signs(text).filter(|(bytes, blanks)| may_cut(&text[bytes.clone()], *blanks)).peekable();
    if signs.peek().is_none() {
        return Vec::new();
    }
    let mut plain_texts = plain_texts(text);
    signs
        .filter_map(|(bytes, blanks)| {
            let path = plain_texts.remove(&(bytes.start - blanks))?;
            Some(TrailingComment { path, bytes, blanks })
        })
        .collect()
}

/// Returns the paths of the texts without quotation marks, by the bytes at which they end.
fn plain_texts(text: &str) -> HashMap<usize, FieldPath> {
    let is_plain = |start: usize| !text[start..].starts_with(['"', '\'', '|', '>', '&', '!', '*']);
    let mut places = walk(text, |_, half| half == Half::Value);
    // A single value is its own first entry too.
    places.dedup_by_key(|place| place.start);
    let texts = places.into_iter().filter(|place| matches!(place.node, Node::Text(_)));
    texts
        .filter(|place| is_plain(place.start))
        .map(|place| (node_end(text, place.start, place.node), place.path.into_iter().collect()))
        .collect()
}

/// Returns the first `#` of each line that may begin a comment behind something: from it to the end
/// of the line, and the number of blanks before it.
fn signs(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    lines_at(text).flat_map(|(from, line)| {
        let end = from + line.trim_end().len();
        line.match_indices(" #").chain(line.match_indices("\t#")).filter_map(move |(at, _)| {
            let before = &line[..=at];
            let kept = before.trim_end_matches([' ', '\t']).len();
            (kept > 0).then_some((from + at + 1..end, at + 1 - kept))
        })
    })
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
