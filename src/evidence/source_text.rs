//! The saved text of a source, and its paragraphs.

use std::ops::Range;

use crate::text::Text;

/// A line of a hard-wrapped text is at most this many characters long.
const HARD_WRAP: usize = 120;

/// The text of a source: cleaned, without a BOM, and cut into paragraphs.
///
/// A text with blank lines whose lines are all at most 120 characters is hard-wrapped: its
/// paragraphs are the blocks between blank lines. In any other text every line that is not
/// blank is a paragraph.
#[derive(Clone, Debug)]
pub struct SourceText {
    text: Text,
    paragraphs: Vec<Range<usize>>,
}

impl SourceText {
    /// Reads a source's text.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        let text = Text::new(&raw.replace("\r\n", "\n"));
        let paragraphs = paragraphs(&text);
        Self { text, paragraphs }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of each paragraph, in order; ¶1 is the first.
    #[must_use]
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// The paragraph, counted from 1, that the byte at `offset` stands in or follows.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> u32 {
        let before = self.paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        u32::try_from(before.max(1)).unwrap_or(u32::MAX)
    }
}

fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let lines: Vec<Range<usize>> = lines(text).collect();
    let blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    let long = |line: &Range<usize>| text[line.clone()].chars().count() > HARD_WRAP;
    let written = lines.iter().rposition(|line| !blank(line)).map_or(0, |last| last + 1);
    let hard_wrapped = lines[..written].iter().any(blank) && !lines.iter().any(long);
    if !hard_wrapped {
        return lines.into_iter().filter(|line| !blank(line)).collect();
    }
    lines.split(blank).filter_map(|block| Some(block.first()?.start..block.last()?.end)).collect()
}

/// The bytes of each line, without its newline.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs_of(raw: &str) -> Vec<String> {
        let text = SourceText::new(raw);
        text.paragraphs().iter().map(|range| text.as_str()[range.clone()].to_owned()).collect()
    }

    #[test]
    fn blocks_are_paragraphs_in_hard_wrapped_text() {
        assert_eq!(paragraphs_of("a\nb\n\n\nc\n"), ["a\nb", "c"]);
    }

    #[test]
    fn lines_are_paragraphs_in_any_other_text() {
        assert_eq!(paragraphs_of("\u{feff}a\r\nb\r\n"), ["a", "b"]);
        let long = "x".repeat(121);
        assert_eq!(paragraphs_of(&format!("a\nb\n\n{long}")), ["a", "b", &long]);
    }

    #[test]
    fn an_offset_belongs_to_the_paragraph_it_stands_in_or_follows() {
        let text = SourceText::new("ab\n\ncd\n");
        assert_eq!([0, 2, 3, 4, 7].map(|offset| text.paragraph_at(offset)), [1, 1, 1, 2, 2]);
    }
}
