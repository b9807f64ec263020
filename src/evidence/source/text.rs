//! The saved text of a source, and its paragraphs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

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
    digest: OnceLock<String>,
    /// Where a carriage return was dropped before a newline; bytes of the text.
    returns: Vec<usize>,
    odd: Vec<OddCharacter>,
    /// Where each page after the first begins; bytes of the text.
    pages: Vec<usize>,
    /// How many characters are before each step of bytes.
    counted: OnceLock<CharacterCounts>,
}

impl SourceText {
    /// Reads a source's text.
    ///
    /// CRLF becomes LF, and so do a lone CR, U+2028 and U+2029; a form feed, a vertical tab and U+0085 become spaces, so
    /// that pages separate words. A form feed begins a page, if there is text on it. Other characters that are never shown become U+FFFD.
    pub fn new(saved: &str) -> Self {
        let raw = saved.strip_prefix('\u{feff}').unwrap_or(saved);
        let plain = with_plain_ends(raw);
        let text = Text::new(&plain);
        // Of a text that reading has not changed, it is made when it is asked for.
        let digest = if *text == *saved { OnceLock::new() } else { sha256(saved).into() };
        let (paragraphs, hard_wrapped) = paragraphs(&text);
        let returns = if raw.contains("\r\n") { crlf_places(raw, &text) } else { Vec::new() };
        let odd = odd_places(&plain, &text);
        let pages = if raw.contains(PAGE_BREAK) { page_starts(raw, &text) } else { Vec::new() };
        let counted = OnceLock::new();
        Self(Arc::new(Read {
            text,
            paragraphs,
            hard_wrapped,
            digest,
            returns,
            odd,
            pages,
            counted,
        }))
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
        self.0.digest.get_or_init(|| sha256(&*self.0.text))
    }

    /// The characters that are never shown, and the places of the U+FFFD that replaces them.
    pub fn odd_characters(&self) -> &[OddCharacter] {
        &self.0.odd
    }

    /// These bytes of the text as characters of the saved file, counted after its BOM: there CRLF
    /// is two.
    pub fn characters(&self, bytes: &Range<usize>) -> Range<usize> {
        let counts = self.0.counted.get_or_init(|| CharacterCounts::new(&self.0.text));
        let count = |offset: usize| {
            let dropped = self.0.returns.partition_point(|at| *at < offset);
            counts.before(&self.0.text, offset) + dropped
        };
        count(bytes.start)..count(bytes.end)
    }

    /// The paragraph, counted from 1, that the byte at `offset` is in or follows.
    pub fn paragraph_at(&self, offset: usize) -> u32 {
        let before = self.0.paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        u32::try_from(before.max(1)).unwrap_or(u32::MAX)
    }
}

/// How many characters of a text are before every so many of its bytes, so that not all of a long text
/// is counted for each place.
#[derive(Clone, Debug)]
struct CharacterCounts(Vec<usize>);

impl CharacterCounts {
    const STEP: usize = 1024;

    fn new(text: &str) -> Self {
        let mut counts = vec![0];
        for step in text.as_bytes().chunks(Self::STEP) {
            counts.push(counts[counts.len() - 1] + characters_begun(step));
        }
        Self(counts)
    }

    /// Returns how many characters of the text are before the byte at `offset`.
    fn before(&self, text: &str, offset: usize) -> usize {
        let step = offset / Self::STEP;
        self.0[step] + characters_begun(&text.as_bytes()[step * Self::STEP..offset])
    }
}

/// Returns how many characters begin in these bytes of a text: all but those that continue one.
fn characters_begun(bytes: &[u8]) -> usize {
    #[cfg(test)]
    COUNTED_BYTES.set(COUNTED_BYTES.get() + bytes.len());
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
thread_local! {
    /// How many bytes were counted as characters.
    static COUNTED_BYTES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The text with newlines for all that ends a line, and spaces for what else separates words.
fn with_plain_ends(raw: &str) -> Cow<'_, str> {
    // All that is replaced is odd.
    if odd_characters(raw).next().is_none() {
        return raw.into();
    }
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
    plain.into()
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
    fn a_long_text_is_counted_once_however_many_places_are_asked_for() {
        let text = SourceText::new(&"é“a”\r\n".repeat(500));
        let length = text.as_str().len();
        COUNTED_BYTES.take();
        for (at, _) in text.as_str().char_indices() {
            let characters = text.characters(&(at..length));
            let lines = text.as_str()[..at].matches('\n').count();
            assert_eq!(characters.start, text.as_str()[..at].chars().count() + lines);
            assert_eq!(characters.end, 6 * 500);
        }
        let places = 2 * text.as_str().chars().count();
        assert!(COUNTED_BYTES.take() < length + places * CharacterCounts::STEP);
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
        for saved in ["a\n", "\u{feff}a\n", "a\r\nb", "a\u{c}b", "a\u{1b}b"] {
            assert_eq!(SourceText::new(saved).digest(), sha256(saved), "{saved:?}");
        }
    }

    #[test]
    fn an_offset_belongs_to_the_paragraph_it_stands_in_or_follows() {
        let text = SourceText::new("ab\n\ncd\n");
        assert_eq!([0, 2, 3, 4, 7].map(|offset| text.paragraph_at(offset)), [1, 1, 1, 2, 2]);
    }
}
