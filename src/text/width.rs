//! Measures text in terminal columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the columns that `text` takes in a terminal, by `unicode-width`.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Returns the longest start of `text` that fits in `columns`, without cutting a grapheme.
pub fn cut(text: &str, columns: usize) -> &str {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_graphemes_and_never_past_the_columns() {
        assert_eq!(cut("abcdef", 3), "abc");
        assert_eq!(cut("e\u{301}e\u{301}", 1), "e\u{301}");
        assert_eq!(cut("日本語", 5), "日本");
        assert_eq!(cut("👩\u{200d}👩\u{200d}👧x", 1), "");
        assert_eq!(cut("abc", 0), "");
    }
}
