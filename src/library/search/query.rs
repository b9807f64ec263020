//! What is searched for: `boats "stern light" -night`.

use std::ops::Range;

use crate::text::{Case, FoldedText, Needle, is_double_mark};

/// Words and phrases that must all occur, and some that must not.
///
/// Words are separated by white space, and match anywhere: `light` is in `unlit lighthouses`. A
/// phrase is between double quotation marks of any kind; the second may be missing. What follows a
/// hyphen must not occur: `-night`, `-"stern light"`. If any letter is upper-case, case counts
/// (smart case). Hyphens and marks without words are ignored, so that a query is valid while it is
/// typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    wanted: Vec<Needle>,
    unwanted: Vec<Needle>,
}

impl Query {
    /// Parses a query. Any text is one.
    pub fn parse(raw: &str) -> Self {
        let case = if raw.contains(char::is_uppercase) { Case::Kept } else { Case::Folded };
        let mut query = Self::default();
        let mut rest = raw.trim_start();
        while !rest.is_empty() {
            let after_hyphen = rest.strip_prefix('-');
            let (words, end) = token(after_hyphen.unwrap_or(rest));
            let side = if after_hyphen.is_some() { &mut query.unwanted } else { &mut query.wanted };
            side.extend(Needle::new(words, case));
            rest = end.trim_start();
        }
        query
    }

    /// Returns whether no word is wanted. Such a query matches nothing, even if it has unwanted
    /// words.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Returns the wanted words and phrases.
    pub fn wanted(&self) -> &[Needle] {
        &self.wanted
    }

    /// Returns the unwanted words and phrases.
    pub fn unwanted(&self) -> &[Needle] {
        &self.unwanted
    }

    /// Returns whether a text that `has` some words matches: each wanted one, and no unwanted one.
    pub fn fits(&self, has: impl Fn(&Needle) -> bool) -> bool {
        !self.is_empty() && self.wanted.iter().all(&has) && !self.unwanted.iter().any(&has)
    }

    /// Returns the bytes of the original of `text` that match something wanted, in order and
    /// without overlaps.
    pub fn light(&self, text: &FoldedText) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> =
            self.wanted.iter().flat_map(|needle| text.find(needle)).collect();
        found.sort_unstable_by_key(|range| range.start);
        let mut lit: Vec<Range<usize>> = Vec::new();
        for range in found {
            match lit.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => lit.push(range),
            }
        }
        lit
    }
}

/// Returns the word or phrase at the start of `text`, and what follows it.
fn token(text: &str) -> (&str, &str) {
    match text.strip_prefix(is_double_mark) {
        Some(phrase) => phrase.split_once(is_double_mark).unwrap_or((phrase, "")),
        None => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_parses(raw: &str, case: Case, wanted: &[&str], unwanted: &[&str]) {
        let needles =
            |words: &[&str]| words.iter().filter_map(|words| Needle::new(words, case)).collect();
        let expected = Query { wanted: needles(wanted), unwanted: needles(unwanted) };
        assert_eq!(Query::parse(raw), expected, "{raw}");
    }

    #[test]
    fn separates_words_phrases_and_unwanted_words() {
        assert_parses(
            r#"boats "stern light" -night -"a b""#,
            Case::Folded,
            &["boats", "stern light"],
            &["night", "a b"],
        );
        assert_parses("„stern light“ boats", Case::Folded, &["stern light", "boats"], &[]);
        assert_parses("e-mail 12\" -", Case::Folded, &["e-mail", "12\""], &[]);
    }

    #[test]
    fn distinguishes_case_if_any_letter_is_upper_case() {
        assert_parses("boats Act", Case::Kept, &["boats", "Act"], &[]);
        assert_parses("boats -ACT", Case::Kept, &["boats"], &["ACT"]);
    }

    #[test]
    fn means_something_while_it_is_typed() {
        assert_parses(r#"boats "stern li"#, Case::Folded, &["boats", "stern li"], &[]);
        assert_parses(r#"boats -""#, Case::Folded, &["boats"], &[]);
        for nothing in ["", " ", "-", "--", "\"", "-night", "\u{301}"] {
            assert!(Query::parse(nothing).is_empty(), "{nothing:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(raw in "([-\" a“]|\\PC){0,12}") {
            let query = Query::parse(&raw);
            prop_assert!(query.wanted().len() + query.unwanted().len() <= raw.len());
        }
    }
}
