//! The saved text of a source, and its paragraphs.

use std::ops::Range;
use std::sync::Arc;

use super::digest::sha256;
use crate::text::{OddCharacter, Text, odd_characters};

/// The character that begins a page, as `pdftotext` writes it.
const PAGE_BREAK: char = '\u{c}';

/// A line of a hard-wrapped text is at most this many characters long.
const HARD_WRAP: usize = 120;

/// The text of a source: cleaned, without a BOM, and cut into paragraphs.
///
/// A text with blank lines whose lines are all at most 120 characters is hard-wrapped: its
/// paragraphs are the blocks between blank lines. In any other text every line that is not
/// blank is a paragraph.
///
/// A clone is the same text.
#[derive(Clone, Debug)]
pub struct SourceText(Arc<Read>);

/// What was read of a text.
#[derive(Debug)]
struct Read {
    text: Text,
    paragraphs: Vec<Range<usize>>,
    hard_wrapped: bool,
    digest: String,
    /// Where a carriage return was dropped before a newline; bytes of the text.
    returns: Vec<usize>,
    odd: Vec<OddCharacter>,
    /// Where each page after the first begins; bytes of the text.
    pages: Vec<usize>,
}

impl SourceText {
    /// Reads a source's text.
    ///
    /// CRLF becomes LF, and so do a lone CR, U+2028 and U+2029; a form feed, a vertical tab and U+0085 become spaces, so
    /// that pages separate words. A form feed begins a page, if there is text on it. Other characters that are never shown become U+FFFD.
    pub fn new(raw: &str) -> Self {
        let digest = sha256(raw);
        let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        let mut plain = String::with_capacity(raw.len());
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\r' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
                '\u{b}' | '\u{c}' | '\u{85}' => plain.push(' '),
                c => plain.push(c),
            }
        }
        let text = Text::new(&plain);
        let (paragraphs, hard_wrapped) = paragraphs(&text);
        let returns = if raw.contains("\r\n") { crlf_places(raw, &text) } else { Vec::new() };
        let odd = odd_places(&plain, &text);
        let pages = if raw.contains(PAGE_BREAK) { page_starts(raw, &text) } else { Vec::new() };
        Self(Arc::new(Read { text, paragraphs, hard_wrapped, digest, returns, odd, pages }))
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The bytes of each paragraph, in order; ¶1 is the first.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.0.paragraphs
    }

    /// Whether its lines were broken to a width, so that a hyphen at a line's end may be the
    /// wrapping's.
    pub fn is_hard_wrapped(&self) -> bool {
        self.0.hard_wrapped
    }

    /// The words at these bytes on one line; a word that a hyphen splits at the end of a line is joined
    /// again, and the `>` before each line of an earlier mail is left out.
    pub fn on_one_line(&self, bytes: &Range<usize>) -> Text {
        let raw = &self.0.text[bytes.clone()];
        let mut line = String::with_capacity(raw.len());
        let is_earlier_mail = raw.lines().skip(1).all(|part| part.trim_start().starts_with('>'));
        for (number, part) in raw.lines().enumerate() {
            let part = part.trim_matches([' ', '\t']);
            let is_marked = is_earlier_mail && number > 0;
            let part = if is_marked { part.trim_start_matches(['>', ' ', '\t']) } else { part };
            let is_parted = self.0.hard_wrapped
                && part.starts_with(char::is_alphanumeric)
                && line.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
            if !line.is_empty() && !is_parted {
                line.push(' ');
            }
            line.push_str(part);
        }
        Text::flow(&line)
    }

    /// The page, counted from 1, that the byte at `offset` is on; [`None`] if the text has one page.
    pub fn page_at(&self, offset: usize) -> Option<usize> {
        let before = self.0.pages.partition_point(|page| *page <= offset);
        (!self.0.pages.is_empty()).then_some(before + 1)
    }

    /// The SHA-256 of the text as it was saved, in hexadecimal, as `sha256sum` gives it.
    pub fn digest(&self) -> &str {
        &self.0.digest
    }

    /// The characters that are never shown, and the places of the U+FFFD that replaces them.
    pub fn odd_characters(&self) -> &[OddCharacter] {
        &self.0.odd
    }

    /// These bytes of the text as characters of the saved file, counted after its BOM: there CRLF
    /// is two.
    pub fn characters(&self, bytes: &Range<usize>) -> Range<usize> {
        let count = |offset: usize| {
            let dropped = self.0.returns.partition_point(|at| *at < offset);
            self.0.text[..offset].chars().count() + dropped
        };
        count(bytes.start)..count(bytes.end)
    }

    /// The paragraph, counted from 1, that the byte at `offset` is in or follows.
    pub fn paragraph_at(&self, offset: usize) -> u32 {
        let before = self.0.paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        u32::try_from(before.max(1)).unwrap_or(u32::MAX)
    }
}

/// Where each page after the first begins, in bytes of the cleaned text, in which a CRLF is one
/// character.
fn page_starts(raw: &str, text: &str) -> Vec<usize> {
    let shown = raw.replace("\r\n", "\n");
    let starts = shown.chars().zip(text.char_indices()).filter(|(c, _)| *c == PAGE_BREAK);
    let starts: Vec<usize> = starts.map(|(_, (at, _))| at + 1).collect();
    let mut pages: Vec<usize> = Vec::new();
    for (start, end) in starts.iter().zip(starts.iter().skip(1).chain([&text.len()])) {
        if !text[*start..*end].trim().is_empty() {
            pages.push(*start);
        }
    }
    pages
}

/// Where CRs were dropped, in bytes of the cleaned text, whose characters may be longer.
fn crlf_places(raw: &str, text: &str) -> Vec<usize> {
    let mut at = text.char_indices().map(|(at, _)| at);
    let mut chars = raw.chars().peekable();
    let mut returns = Vec::new();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            chars.next();
            returns.extend(at.next());
        } else {
            at.next();
        }
    }
    returns
}

fn odd_places(plain: &str, text: &Text) -> Vec<OddCharacter> {
    if odd_characters(plain).next().is_none() {
        return Vec::new();
    }
    let pairs = text.char_indices().zip(plain.chars());
    pairs
        .filter(|&((_, shown), character)| shown != character)
        .map(|((offset, _), character)| OddCharacter { offset, character })
        .collect()
}

/// The paragraphs, and whether the text is hard-wrapped.
fn paragraphs(text: &str) -> (Vec<Range<usize>>, bool) {
    let lines: Vec<Range<usize>> = lines(text).collect();
    let blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    let long = |line: &Range<usize>| text[line.clone()].chars().count() > HARD_WRAP;
    let written = lines.iter().rposition(|line| !blank(line)).map_or(0, |last| last + 1);
    let hard_wrapped = lines[..written].iter().any(blank) && !lines.iter().any(long);
    if !hard_wrapped {
        return (lines.into_iter().filter(|line| !blank(line)).collect(), false);
    }
    let blocks =
        lines.split(blank).filter_map(|block| Some(block.first()?.start..block.last()?.end));
    (blocks.collect(), true)
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
    fn counts_characters_as_the_saved_file_has_them() {
        let text = SourceText::new("\u{feff}é\r\n“a\u{61c}”\r\nb");
        let at = text.as_str().find('b').unwrap();
        assert_eq!(text.characters(&(at..at + 1)), 9..10);
        assert_eq!(text.characters(&(0..2)), 0..1);
    }

    #[test]
    fn takes_a_page_break_for_a_space_and_a_lone_return_for_a_line() {
        assert_eq!(SourceText::new("a\u{c}b\rc").as_str(), "a b\nc");
    }

    #[test]
    fn a_form_feed_begins_a_page_if_there_is_text_on_it() {
        let text = SourceText::new("\u{feff}é\u{61c}\r\n\u{c}b\r\n\u{c}\u{c}c\u{c}\r\n");
        let page = |word: &str| text.page_at(text.as_str().find(word).unwrap());
        assert_eq!([page("é"), page("b"), page("c")], [Some(1), Some(2), Some(3)]);
        assert_eq!(SourceText::new("a\u{c}\n").page_at(0), None);
    }

    #[test]
    fn its_digest_is_that_of_the_saved_bytes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(SourceText::new("").digest(), empty);
    }

    #[test]
    fn an_offset_belongs_to_the_paragraph_it_stands_in_or_follows() {
        let text = SourceText::new("ab\n\ncd\n");
        assert_eq!([0, 2, 3, 4, 7].map(|offset| text.paragraph_at(offset)), [1, 1, 1, 2, 2]);
    }
}
