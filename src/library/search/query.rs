//! What is searched for: `boats "stern light" -night by:hale`.

use std::ops::{Range, RangeInclusive};

use super::narrowing::{Narrowing, QueryField};
use crate::brief::is_month;
use crate::text::{Case, FoldedText, Needle, is_double_mark};

/// Words and phrases that must all occur, some that must not, and what narrows the search.
///
/// Words are separated by white space, and match anywhere: `light` is in `unlit lighthouses`. A
/// phrase is between double quotation marks of any kind; the second may be missing. The words of a
/// date, such as `2 January` and `Jan 2026`, are a phrase. What follows a hyphen must not occur:
/// `-night`, `-"stern light"`, `-by:hale`. If any letter of a word is upper-case, case counts (smart
/// case). A word such as `by:hale` is a [`Narrowing`]. Hyphens, marks and fields without words are
/// ignored, so that a query is valid while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    wanted: Vec<Needle>,
    unwanted: Vec<Needle>,
    narrowings: Vec<Narrowing>,
}

impl Query {
    /// Parses a query. Any text is one.
    pub fn parse(raw: &str) -> Self {
        let tokens = with_dates_joined(&tokens(raw), raw);
        let is_capital = |token: &Token| {
            token.field.is_none() && raw[token.words.clone()].contains(char::is_uppercase)
        };
        let case = if tokens.iter().any(is_capital) { Case::Kept } else { Case::Folded };
        let mut query = Self::default();
        for token in tokens {
            let words = &raw[token.words];
            if let Some(field) = token.field {
                query.narrowings.extend(Narrowing::new(field, words, token.is_unwanted));
                continue;
            }
            let side = if token.is_unwanted { &mut query.unwanted } else { &mut query.wanted };
            let needle = Needle::new(words, case);
            side.extend(if token.is_date { needle.map(Needle::from_whole_number) } else { needle });
        }
        query
    }

    /// Returns whether nothing is wanted. Such a query matches nothing, even if something is
    /// unwanted.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.narrowings.iter().all(|narrowing| narrowing.excludes)
    }

    /// Returns the wanted words and phrases.
    pub fn wanted(&self) -> &[Needle] {
        &self.wanted
    }

    /// Returns the unwanted words and phrases.
    pub fn unwanted(&self) -> &[Needle] {
        &self.unwanted
    }

    /// Returns what narrows it.
    pub fn narrowings(&self) -> &[Narrowing] {
        &self.narrowings
    }

    /// Returns whether a text that `has` some words matches: each wanted one, and no unwanted one.
    /// Nothing matches if no word is wanted.
    pub fn fits(&self, has: impl Fn(&Needle) -> bool) -> bool {
        !self.wanted.is_empty() && self.wanted.iter().all(&has) && !self.unwanted.iter().any(has)
    }

    /// Returns whether these texts match together.
    pub fn fits_texts(&self, texts: &[FoldedText]) -> bool {
        self.fits(|needle| texts.iter().any(|text| text.contains(needle)))
    }

    /// Returns whether it says itself that it is about items, and not about briefs as a whole.
    pub(super) fn asks_for_items(&self) -> bool {
        self.narrowings.iter().any(Narrowing::is_about_items)
    }

    /// Returns whether only briefs that have matches for `earlier` can have any for this query, as
    /// when letters are added to a word.
    pub fn narrows(&self, earlier: &Self) -> bool {
        // A brief all of whose words are matched by its title or date has a match of its own, which
        // unwanted words may hide.
        let still = |word: &Needle| self.wanted.iter().any(|now| now.implies(word));
        !earlier.is_empty()
            && earlier.unwanted.is_empty()
            && earlier.wanted.iter().all(still)
            && earlier.narrowings == self.narrowings
            && self.narrowings.iter().all(|narrowing| !narrowing.excludes)
    }

    /// Returns the bytes of the original of `text` that match something wanted, in order and
    /// without overlaps.
    pub fn light(&self, text: &FoldedText) -> Vec<Range<usize>> {
        light(text, &self.wanted)
    }
}

/// Returns the bytes of the original of `text` that match any of `needles`, in order and without
/// overlaps.
pub fn light<'n>(
    text: &FoldedText,
    needles: impl IntoIterator<Item = &'n Needle>,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> =
        needles.into_iter().flat_map(|needle| text.find(needle)).collect();
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

/// A word or a phrase of a query.
#[derive(Clone, Debug)]
struct Token {
    /// The bytes of its words.
    words: Range<usize>,
    /// What they narrow, if they follow `by:` or another field.
    field: Option<QueryField>,
    is_unwanted: bool,
    is_phrase: bool,
    /// Whether the words are those of a date.
    is_date: bool,
}

impl Token {
    /// Returns whether it is a word like any other.
    fn is_plain(&self) -> bool {
        self.field.is_none() && !self.is_unwanted && !self.is_phrase
    }
}

fn tokens(raw: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = raw.trim_start();
    while !rest.is_empty() {
        let after_hyphen = rest.strip_prefix('-');
        let (field, value) = QueryField::split(after_hyphen.unwrap_or(rest));
        let (words, end) = token(value);
        let is_phrase = value.starts_with(is_double_mark);
        let marks = if is_phrase { value.chars().next().map_or(0, char::len_utf8) } else { 0 };
        let start = raw.len() - value.len() + marks;
        tokens.push(Token {
            words: start..start + words.len(),
            field,
            is_unwanted: after_hyphen.is_some(),
            is_phrase,
            is_date: false,
        });
        rest = end.trim_start();
    }
    tokens
}

/// Returns the word or phrase at the start of `text`, and what follows it.
fn token(text: &str) -> (&str, &str) {
    match text.strip_prefix(is_double_mark) {
        Some(phrase) => phrase.split_once(is_double_mark).unwrap_or((phrase, "")),
        None => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    }
}

/// Makes one phrase of the words of each date: `2 January`, `2 Jan 2026`, `January 2026`.
fn with_dates_joined(tokens: &[Token], raw: &str) -> Vec<Token> {
    let mut joined = Vec::new();
    let mut rest = tokens;
    while let [first, ..] = rest {
        let (date, after) = rest.split_at(date_length(rest, raw).max(1));
        let words = first.words.start..date.last().unwrap_or(first).words.end;
        joined.push(Token { words, is_date: date.len() > 1, ..first.clone() });
        rest = after;
    }
    joined
}

/// Returns the number of tokens at the start of `tokens` that give a date; 0 if they give none.
fn date_length(tokens: &[Token], raw: &str) -> usize {
    let fits = |index: usize, fits: fn(&str) -> bool| {
        tokens
            .get(index)
            .is_some_and(|token: &Token| token.is_plain() && fits(&raw[token.words.clone()]))
    };
    let day = usize::from(fits(0, |word| is_number(word, 1..=2)));
    let year = usize::from(fits(day + 1, |word| is_number(word, 4..=4)));
    if fits(day, is_month) && day + year > 0 { day + 1 + year } else { 0 }
}

fn is_number(word: &str, digits: RangeInclusive<usize>) -> bool {
    digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_parses(raw: &str, case: Case, wanted: &[&str], unwanted: &[&str]) {
        let needles =
            |words: &[&str]| words.iter().filter_map(|words| Needle::new(words, case)).collect();
        let (wanted, unwanted) = (needles(wanted), needles(unwanted));
        let expected = Query { wanted, unwanted, narrowings: Vec::new() };
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
        assert_parses(
            "10:30 note:x https://a",
            Case::Folded,
            &["10:30", "note:x", "https://a"],
            &[],
        );
    }

    #[test]
    fn distinguishes_case_if_any_letter_is_upper_case() {
        assert_parses("boats Act", Case::Kept, &["boats", "Act"], &[]);
        assert_parses("boats -ACT", Case::Kept, &["boats"], &["ACT"]);
    }

    #[test]
    fn means_something_while_it_is_typed() {
        assert_parses(r#"boats "stern li"#, Case::Folded, &["boats", "stern li"], &[]);
        assert_parses(r#"boats -"" by: in:"" -to:"#, Case::Folded, &["boats"], &[]);
        for nothing in ["", " ", "-", "--", "\"", "-night", "\u{301}", "by:", "-in:quotes"] {
            assert!(Query::parse(nothing).is_empty(), "{nothing:?}");
        }
        assert!(!Query::parse("in:quotes").is_empty());
    }

    #[test]
    fn takes_the_words_of_a_date_as_one_phrase() {
        let dates = |raw: &str, phrases: &[&str], others: &[&str]| {
            let needle = |words: &&str| Needle::new(words, Case::Folded).unwrap();
            let dates = phrases.iter().map(|words| needle(words).from_whole_number());
            let wanted: Vec<Needle> = dates.chain(others.iter().map(needle)).collect();
            assert_eq!(Query::parse(raw).wanted, wanted, "{raw}");
        };
        dates("2 january", &["2 january"], &[]);
        dates("2  jan 2026 boats", &["2 jan 2026"], &["boats"]);
        dates("jan 2026 2 feb", &["jan 2026", "2 feb"], &[]);
        dates("2 ja", &[], &["2", "ja"]);
        dates("2 \"may\"", &[], &["2", "may"]);
        dates("may 84 boats", &[], &["may", "84", "boats"]);
    }

    #[test]
    fn a_query_that_is_typed_on_narrows_the_one_before() {
        let narrows = |now: &str, earlier: &str| Query::parse(now).narrows(&Query::parse(earlier));
        assert!(narrows("boats", "boa"));
        assert!(narrows("boats li", "boats"));
        assert!(narrows("boats -night by:vale", "boat by:vale"));
        assert!(!narrows("boats -nig", "boats -n"));
        assert!(!narrows("boats -in:quotes", "boat -in:quotes"));
        assert!(!narrows("boats by:vale", "boats by:va"));
        assert!(!narrows("boat", "boats"));
        assert!(!narrows("boat", ""));
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(raw in "(by:|in:|2 may |[-\" a“]|\\PC){0,12}") {
            let query = Query::parse(&raw);
            let parts = query.wanted().len() + query.unwanted().len() + query.narrowings().len();
            prop_assert!(parts <= raw.len());
        }
    }
}
