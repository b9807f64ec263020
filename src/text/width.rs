//! Measures text in terminal columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the columns that `text` takes in a terminal, by `unicode-width`.
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// Returns whether each byte of `text` is a grapheme of one column, as most texts are.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(is_plain_byte)
}

fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// Returns the longest start of `text` that fits in `columns`, without cutting a grapheme.
pub fn cut(text: &str, columns: usize) -> &str {
    // No character takes more columns than bytes.
    let Some(start) = text.as_bytes().get(..=columns) else { return text };
    if start.iter().copied().all(is_plain_byte) {
        return &text[..columns];
    }
    let mut end = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        let next = start + grapheme.len();
        if width(&text[..next]) > columns {
            break;
        }
        end = next;
    }
    &text[..end]
}

/// Returns the start of `text` that fits in `columns`, with `…` if it is cut.
pub fn shorten(text: &str, columns: usize) -> String {
    match columns.checked_sub(1) {
        _ if width(text) <= columns => text.to_owned(),
        Some(rest) => format!("{}…", cut(text, rest).trim_end()),
        None => String::new(),
    }
}

/// Returns the whole words at the start of `text` that fit in `columns`, with `…` if it is cut. Of a
/// first word that does not fit, the start.
pub fn shorten_to_words(text: &str, columns: usize) -> String {
    let Some(rest) = columns.checked_sub(1).filter(|_| width(text) > columns) else {
        return shorten(text, columns);
    };
    let kept = cut(text, rest);
    let ends_a_word = text[kept.len()..].starts_with(char::is_whitespace);
    let words = kept.rfind(char::is_whitespace).filter(|_| !ends_a_word);
    let words = words.map_or(kept, |space| &kept[..space]);
    let closed = words.trim_end_matches(|c: char| c.is_whitespace() || ",;:·".contains(c));
    if closed.is_empty() { shorten(text, columns) } else { format!("{closed}…") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cuts_between_graphemes_and_never_past_the_columns() {
        assert_eq!(cut("abcdef", 3), "abc");
        assert_eq!(cut("e\u{301}e\u{301}", 1), "e\u{301}");
        assert_eq!(cut("日本語", 5), "日本");
        assert_eq!(cut("👩\u{200d}👩\u{200d}👧x", 1), "");
        assert_eq!(cut("abc", 0), "");
    }

    proptest! {
        #[test]
        fn a_start_is_the_longest_of_whole_graphemes_that_fits(
            text in "([ -~]{0,9}|(e\u{301}|日|👩\u{200d}👧|\u{1f1e9}\u{1f1ea}|❤\u{fe0f}|\u{200d}|\u{ad}|\t)|\\PC){0,6}",
            columns in 0..30_usize,
        ) {
            let mut longest = 0;
            let ends = text.grapheme_indices(true).map(|(start, one)| start + one.len());
            for end in ends.take_while(|end| text[..*end].width() <= columns) {
                longest = end;
            }
            prop_assert_eq!(cut(&text, columns), &text[..longest]);
            prop_assert_eq!(width(&text), text.width());
        }
    }

    #[test]
    fn shortens_to_whole_words() {
        let all = [19, 18, 15, 11, 10, 9, 5, 4, 1, 0].map(|columns| {
            let short = shorten_to_words("line 38: no item 日", columns);
            assert!(width(&short) <= columns, "{short}");
            short
        });
        let expected = [
            "line 38: no item 日",
            "line 38: no item…",
            "line 38: no…",
            "line 38…",
            "line 38…",
            "line 38…",
            "line…",
            "lin…",
            "…",
            "",
        ];
        assert_eq!(all, expected);
    }
}
