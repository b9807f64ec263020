//! The text of a source as it is saved: one paragraph a line, a blank line between two.

use crate::text::odd_characters;

/// Separates two pages. The evidence layer reads it as white space.
const PAGE_BREAK: &str = "\u{c}";

/// A text that is written paragraph by paragraph.
#[derive(Debug, Default)]
pub struct Paragraphs {
    text: String,
    hidden: usize,
    ends_page: bool,
}

impl Paragraphs {
    /// Returns a text of these paragraphs.
    pub fn from_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let mut paragraphs = Self::default();
        lines.into_iter().for_each(|line| paragraphs.push(line));
        paragraphs
    }

    /// Adds a paragraph, letter for letter, on one line: each run of white space becomes a space.
    /// Characters that are never shown are left out and counted. A paragraph without words is none.
    pub fn push(&mut self, raw: &str) {
        self.push_over_pages(&[raw]);
    }

    /// Adds a paragraph whose parts are on pages that follow one another.
    pub fn push_over_pages(&mut self, parts: &[&str]) {
        let parts = parts.iter().map(|part| {
            let line = one_line(part);
            self.without_hidden(&line).trim_matches(' ').to_owned()
        });
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return;
        }
        let shown = parts.join(PAGE_BREAK);
        if !self.text.is_empty() {
            self.text.push('\n');
            if self.ends_page {
                self.text.push_str(PAGE_BREAK);
            }
            self.text.push('\n');
        }
        self.ends_page = false;
        self.text.push_str(&shown);
    }

    /// Begins another page.
    #[cfg(feature = "pdf")]
    pub fn end_page(&mut self) {
        self.ends_page = true;
    }

    /// Returns how many characters were left out because they are never shown.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Returns the text, which ends with a newline unless it is empty.
    pub fn into_text(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }

    fn without_hidden(&mut self, line: &str) -> String {
        let mut shown = String::with_capacity(line.len());
        let mut kept = 0;
        for odd in odd_characters(line) {
            shown.push_str(&line[kept..odd.offset]);
            kept = odd.offset + odd.character.len_utf8();
            self.hidden += 1;
        }
        shown.push_str(&line[kept..]);
        shown
    }
}

/// Returns whether a character separates words in the formats that are imported. A no-break space is a
/// letter of the text: it stays.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns `raw` with each run of white space as a space.
pub fn one_line(raw: &str) -> String {
    let mut line = String::with_capacity(raw.len());
    let mut is_gap = false;
    for c in raw.chars() {
        if is_space(c) {
            is_gap = true;
            continue;
        }
        if is_gap && !line.is_empty() {
            line.push(' ');
        }
        is_gap = false;
        line.push(c);
    }
    line
}

/// Returns whether a line ends as a sentence does, a label or an address line that is whole. Then a line
/// break after it ends a paragraph; any other is one inside a sentence, an address or a verse.
pub fn is_whole_line(line: &str) -> bool {
    let ends = ['.', '!', '?', ':', ';', '…', '"', '”', '’', ')', ']'];
    line.trim_end().ends_with(ends)
}

/// Returns the paragraphs of a row of a table: one paragraph if each cell has at most one and all are
/// short, as in a table of figures; else those of each cell.
pub fn row(cells: Vec<Vec<String>>) -> Vec<String> {
    /// The longest row that is a paragraph, in characters.
    const LONGEST: usize = 300;
    let length: usize = cells.iter().flatten().map(|text| text.chars().count()).sum();
    if cells.iter().all(|cell| cell.len() <= 1) && length <= LONGEST {
        let words: Vec<String> = cells.into_iter().flatten().collect();
        return vec![words.join(" ")];
    }
    cells.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_paragraph_a_line_and_a_blank_line_between() {
        let paragraphs =
            Paragraphs::from_lines([" We  saw\n84\u{a0}boats. ", "", "\t", "On\u{c}\nit."]);
        assert_eq!(paragraphs.into_text(), "We saw 84\u{a0}boats.\n\nOn it.\n");
        assert_eq!(Paragraphs::default().into_text(), "");
    }

    #[test]
    fn leaves_out_what_is_never_shown_and_counts_it() {
        let paragraphs = Paragraphs::from_lines(["a\u{202a}b\u{1b}[2Jc\u{200d}d", "\u{200e}"]);
        assert_eq!(paragraphs.hidden(), 3);
        assert_eq!(paragraphs.into_text(), "ab[2Jc\u{200d}d\n");
    }
}
