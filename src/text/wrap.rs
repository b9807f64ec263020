//! Breaks text into lines of a given width.
//!
//! Lines are returned as byte ranges of the text, so that spans with a role can be cut at the same
//! places and nothing is copied.

use std::ops::Range;

use textwrap::core::{Fragment, Word};
use textwrap::word_splitters::split_words;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;

use super::width;

/// Wraps `text` to lines of at most `first` columns, then at most `rest`, and returns the bytes of
/// each line without the space at its end.
///
/// A newline is a space like any other, and runs of white space at a line's edge belong
/// to no line. Lines break where Unicode UAX #14 allows it, first fit. A word that is wider
/// than its line is cut between graphemes, but a web address is left whole: a broken one
/// leads nowhere. Text without words gives no lines.
///
/// ```
/// let text = "Small ferries are sailing at night.";
/// let lines: Vec<&str> = topline::text::wrap(text, 12, 14).into_iter().map(|l| &text[l]).collect();
/// assert_eq!(lines, ["Small", "ferries are", "sailing at", "night."]);
/// ```
pub fn wrap(text: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    let widths = [first.max(1), rest.max(1)];
    let words = words(text, widths[0].min(widths[1]));
    #[expect(clippy::cast_precision_loss, reason = "a line's width is far below 2^52")]
    let line_widths = widths.map(|columns| columns as f64);
    wrap_first_fit(&words, &line_widths)
        .into_iter()
        .filter_map(|line| Some(line.first()?.bytes.start..line.last()?.bytes.end))
        .collect()
}

/// A word and the white space that follows it.
#[derive(Debug)]
struct WrapWord {
    bytes: Range<usize>,
    columns: usize,
    space: usize,
}

#[expect(clippy::cast_precision_loss, reason = "a word's width is far below 2^52")]
impl Fragment for WrapWord {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn words(text: &str, narrowest: usize) -> Vec<WrapWord> {
    let mut words: Vec<WrapWord> = Vec::new();
    for chunk in chunks(text) {
        let spoken = text[chunk.clone()].trim_end_matches(is_blank);
        let bytes = chunk.start..chunk.start + spoken.len();
        let space = width(&text[bytes.end..chunk.end]);
        if spoken.trim().is_empty() {
            // No-break spaces on their own: a line of them would be empty.
            if let Some(last) = words.last_mut() {
                last.space += width(spoken) + space;
            }
            continue;
        }
        let columns = width(spoken);
        let is_unbroken = columns <= narrowest && is_plain(spoken) && !spoken.contains('-');
        if is_unbroken || is_address(spoken) {
            words.push(WrapWord { bytes, columns, space });
            continue;
        }
        let parts = breaks(spoken);
        let last = parts.len().saturating_sub(1);
        for (i, part) in parts.into_iter().enumerate() {
            let bytes = bytes.start + part.start..bytes.start + part.end;
            push_cut(text, bytes, if i == last { space } else { 0 }, narrowest, &mut words);
        }
    }
    words
}

/// Returns the stretches of `text` between white space, each with the white space after it.
fn chunks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = text.len() - text.trim_start_matches(is_blank).len();
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let word = rest.find(is_blank).unwrap_or(rest.len());
        if word == 0 {
            return None;
        }
        let blank = rest[word..].find(|c| !is_blank(c)).unwrap_or(rest.len() - word);
        let chunk = start..start + word + blank;
        start = chunk.end;
        Some(chunk)
    })
}

/// Returns the parts between which a line may break inside a stretch without white space: after a
/// hyphen or a dash, and between the characters of scripts that are written without spaces. A
/// single letter stays with what its hyphen joins it to, as in `e-mail`.
fn breaks(word: &str) -> Vec<Range<usize>> {
    let parts = if is_plain(word) { vec![Word::from(word)] } else { unicode_parts(word) };
    let parts = split_words(parts, &WordSplitter::HyphenSplitter);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let start = ranges.last().map_or(0, |last| last.end);
        let end = start + part.word.len() + part.whitespace.len();
        match ranges.last_mut() {
            Some(last) if is_letter_and_hyphen(&word[last.clone()]) => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

/// Returns the parts between which UAX #14 allows a break, other than after a hyphen.
fn unicode_parts(word: &str) -> Vec<Word<'_>> {
    WordSeparator::UnicodeBreakProperties.find_words(word).collect()
}

/// Returns whether `word` is plainly one part of [`unicode_parts`], as most words of English are: letters
/// and digits, with apostrophes, stops and hyphens between them, perhaps in brackets or quotation marks.
/// To ask Unicode of every word takes most of the time of wrapping.
fn is_plain(word: &str) -> bool {
    let inside = word.trim_start_matches(['(', '[', '“', '‘', '"', '\'']);
    let inside =
        inside.trim_end_matches([')', ']', '!', '?', '…', '.', ',', ':', ';', '”', '’', '"', '\'']);
    let joins = |c| {
        matches!(c, '.' | ',' | ':' | ';' | '-' | '\'' | '"' | '‘' | '’' | '“' | '”' | '\u{a0}')
    };
    inside.chars().all(|c| c.is_ascii_alphanumeric() || joins(c))
}

fn is_letter_and_hyphen(part: &str) -> bool {
    let mut letters = part.strip_suffix('-').unwrap_or_default().chars();
    letters.next().is_some_and(char::is_alphanumeric) && letters.next().is_none()
}

/// Adds the word at `bytes`, in pieces if it is wider than the `narrowest` line.
fn push_cut(
    text: &str,
    bytes: Range<usize>,
    space: usize,
    narrowest: usize,
    words: &mut Vec<WrapWord>,
) {
    let columns = width(&text[bytes.clone()]);
    if columns <= narrowest {
        words.push(WrapWord { bytes, columns, space });
        return;
    }
    let mut piece = WrapWord { bytes: bytes.start..bytes.start, columns: 0, space: 0 };
    for (offset, grapheme) in text[bytes.clone()].grapheme_indices(true) {
        let start = bytes.start + offset;
        let columns = width(grapheme);
        if piece.columns + columns > narrowest && piece.columns > 0 {
            words.push(std::mem::replace(
                &mut piece,
                WrapWord { bytes: start..start, columns: 0, space: 0 },
            ));
        }
        piece.columns += columns;
        piece.bytes.end = start + grapheme.len();
    }
    words.push(WrapWord { space, ..piece });
}

/// Returns whether a line may break at `c`: at any space but a no-break space, which holds words
/// together.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn is_address(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '<', '[', '“', '"', '‘', '\'']);
    word.starts_with("http://") || word.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns, columns).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn breaks_at_spaces_and_after_hyphens() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("a stop-notice power", 8), ["a stop-", "notice", "power"]);
        assert_eq!(lines("by e-mail", 6), ["by", "e-mail"]);
        assert_eq!(lines("line\nbreaks  are \t spaces\n", 20), ["line\nbreaks  are", "spaces"]);
    }

    #[test]
    fn counts_every_space_between_words() {
        assert_eq!(lines("one   two three", 9), ["one   two", "three"]);
        assert_eq!(lines("one   two", 8), ["one", "two"]);
    }

    #[test]
    fn keeps_words_together_that_a_no_break_space_joins() {
        assert_eq!(lines("at £20\u{a0}million each", 13), ["at", "£20\u{a0}million", "each"]);
    }

    #[test]
    fn makes_no_line_of_no_break_spaces_alone() {
        assert_eq!(lines("one two \u{a0}", 7), ["one two"]);
        assert_eq!(lines("\u{a0} one \u{a0}\u{a0} two", 7), ["one", "two"]);
        assert_eq!(lines("one \u{a0} two", 9), ["one \u{a0} two"]);
    }

    #[test]
    fn leaves_web_addresses_whole() {
        let url = "https://example.org/a-very/long-path?with=query";
        assert_eq!(lines(&format!("see {url} now"), 10), ["see", url, "now"]);
    }

    #[test]
    fn cuts_long_words_between_graphemes() {
        assert_eq!(lines("日本語日本語", 5), ["日本", "語日", "本語"]);
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
    }

    #[test]
    fn gives_no_lines_for_text_without_words() {
        assert!(lines("", 10).is_empty());
        assert!(lines(" \n ", 10).is_empty());
    }

    #[test]
    fn most_words_of_english_are_plain() {
        let text = "“We inspected 84 boats and 31 had no working stern light. […] That is not bad luck, \
                    it is neglect, and [they] know how to fix it,” the board’s chief inspector, Dana Vale, \
                    said on 9 February (see A-c12); “stop-notice” powers were used 1,204.5 times. £20\u{a0}million!";
        let odd: Vec<&str> = text.split(' ').filter(|word| !is_plain(word)).collect();
        assert_eq!(odd, ["£20\u{a0}million!"]);
    }

    /// Words of what English is written with, and of every script.
    fn any_word() -> impl Strategy<Value = String> {
        prop_oneof![
            r#"[a-z0-9.,:;!?'"()\[\]/%£$&+=*|_~<>{}@#\\^`-]{1,12}"#,
            r#"[aB7.,:;!?'"‘’“”«»()\[\]/%£€–—‐‑…\u{a0}\u{202f}\u{2060}\u{ad}\u{200b}-]{1,10}"#,
            r#"[aZ9.,:!?'"’”“‘()\[\]…\u{a0}é日あกअאب\u{301}🇬👩\u{200d}-]{1,10}"#,
            "\\PC{1,12}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_plain_word_is_one_part_to_unicode(word in any_word()) {
            if is_plain(&word) {
                prop_assert_eq!(unicode_parts(&word).len(), 1, "{:?}", word);
            }
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_no_character_is_lost(text in "\\PC{0,200}", columns in 2usize..60) {
            prop_assume!(!text.contains("://"));
            let lines = wrap(&text, columns, columns);
            for line in lines.iter().map(|line| &text[line.clone()]) {
                let fits = width(line) <= columns || line.graphemes(true).count() == 1;
                prop_assert!(fits, "{line:?}");
            }
            let kept: String = lines.iter().map(|line| &text[line.clone()]).collect();
            let blank = |c: &char| !is_blank(*c);
            prop_assert_eq!(kept.chars().filter(blank).collect::<String>(), text.chars().filter(blank).collect::<String>());
        }
    }
}
