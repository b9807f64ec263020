//! Replaces characters that could control a terminal, end or reorder a line, or hide text.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::path::Path;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use smol_str::SmolStr;

/// Text without control, bidirectional or hidden characters; cheap to clone, and without an allocation if
/// it is as short as most names and ids.
///
/// Each such character is replaced by U+FFFD, one for one, so that offsets counted in
/// characters are those of the original. Newline and tab are kept, and so are the
/// joiners U+200C and U+200D, which some scripts and emoji need, and the tags of a flag.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(SmolStr);

impl Text {
    /// Cleans `raw`.
    pub fn new(raw: &str) -> Self {
        if !raw.as_bytes().chunks(AT_ONCE).any(may_have_odd) {
            return Self(raw.into());
        }
        let mut clean = String::new();
        let mut kept = 0;
        for OddCharacter { offset, character } in odd_characters(raw) {
            clean.push_str(&raw[kept..offset]);
            clean.push(char::REPLACEMENT_CHARACTER);
            kept = offset + character.len_utf8();
        }
        if kept == 0 {
            return Self(raw.into());
        }
        clean.push_str(&raw[kept..]);
        Self(clean.into())
    }

    /// Cleans `raw` and sets it as one line: each run of spaces, tabs and newlines becomes one
    /// space, and none is left at either end. No-break spaces stay.
    pub fn flow(raw: &str) -> Self {
        let mut line = String::with_capacity(raw.len());
        for word in raw.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        Self::new(&line)
    }

    /// Returns the text as a string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A character that is never shown, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddCharacter {
    /// Byte offset in the text that was searched.
    pub offset: usize,
    /// The character itself; show its code point, never the character.
    pub character: char,
}

/// Finds the characters in `raw` that [`Text::new`] would replace.
pub fn odd_characters(raw: &str) -> impl Iterator<Item = OddCharacter> + '_ {
    let mut flag_end = 0;
    candidates(raw).filter_map(move |offset| {
        let character = raw[offset..].chars().next()?;
        if character == FLAG {
            flag_end = offset + flag_length(&raw[offset..]);
        }
        (is_odd(character) && offset >= flag_end).then_some(OddCharacter { offset, character })
    })
}

/// How many bytes are looked at together. Most texts have no odd character, or few.
const AT_ONCE: usize = 64;

/// Returns the offsets of the bytes with which an odd character may begin.
fn candidates(raw: &str) -> impl Iterator<Item = usize> + '_ {
    let chunks = raw.as_bytes().chunks(AT_ONCE).enumerate();
    chunks.filter(|(_, chunk)| may_have_odd(chunk)).flat_map(|(number, chunk)| {
        let bytes = chunk.iter().enumerate().filter(|(_, byte)| may_begin_odd(**byte));
        bytes.map(move |(at, _)| number * AT_ONCE + at)
    })
}

/// Whether an odd character or a flag may begin with one of these bytes.
fn may_have_odd(bytes: &[u8]) -> bool {
    if bytes.len() < AT_ONCE {
        return bytes.iter().any(|byte| MAY_BEGIN_ODD[usize::from(*byte)]);
    }
    // Without a way out on the first: the compiler then compares them all together.
    bytes.iter().fold(false, |found, byte| found | may_begin_odd(*byte))
}

/// For each byte whether it [may begin](may_begin_odd) an odd character: for few bytes that is looked up.
const MAY_BEGIN_ODD: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < all.len() {
        #[expect(clippy::cast_possible_truncation, reason = "there are 256 bytes")]
        let begins = may_begin_odd(byte as u8);
        all[byte] = begins;
        byte += 1;
    }
    all
};

/// Whether a character that begins with this byte in UTF-8 may be odd or begin a flag.
#[inline]
const fn may_begin_odd(byte: u8) -> bool {
    let is_control = (byte < b' ' && !matches!(byte, b'\n' | b'\t')) || byte == 0x7F;
    is_control || matches!(byte, 0xC2 | 0xD8 | 0xE2 | 0xEF | 0xF0 | 0xF3)
}

/// Begins the flag of a part of a country, such as England, which tags spell.
const FLAG: char = '\u{1F3F4}';

/// Returns the bytes of the flag that `text` begins with: Unicode UTS #51 calls it an emoji tag
/// sequence. Tags that spell none are hidden text.
fn flag_length(text: &str) -> usize {
    let is_spelling = |c: char| matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}');
    let tags = &text[FLAG.len_utf8()..];
    let spelt = tags.trim_start_matches(is_spelling);
    let is_ended = spelt.len() < tags.len() && spelt.starts_with('\u{E007F}');
    if is_ended { text.len() - spelt.len() + '\u{E007F}'.len_utf8() } else { 0 }
}

/// Controls (C0 but newline and tab, C1, DEL), separators that other programs take for line ends, the
/// bidirectional controls of Unicode UAX #9, format characters that Unicode deprecates, the marks of
/// interlinear annotations, and tags.
fn is_odd(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{61C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => true,
        c => c.is_control(),
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl From<String> for Text {
    fn from(raw: String) -> Self {
        Self::new(&raw)
    }
}

/// Cleans a path and keeps it on one line: bytes that are not text, line ends and tabs become U+FFFD
/// too.
impl From<&Path> for Text {
    fn from(path: &Path) -> Self {
        Self::new(&path.to_string_lossy().replace(['\n', '\t'], "\u{fffd}"))
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

/// Cleans what is read.
struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: de::Error>(self, raw: &str) -> Result<Text, E> {
        Ok(Text::new(raw))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_controls_and_bidirectional_marks_one_for_one() {
        let text = Text::new("a\u{1b}[31mb\u{9b}c\u{7f}\u{202e}d\r\0");
        assert_eq!(text, "a\u{fffd}[31mb\u{fffd}c\u{fffd}\u{fffd}d\u{fffd}\u{fffd}");
    }

    #[test]
    fn keeps_newlines_tabs_and_joiners() {
        let raw = "a\nb\tc\u{200c}d\u{200d}e – “f”";
        assert_eq!(Text::new(raw), raw);
    }

    #[test]
    fn replaces_what_hides_text_and_keeps_flags() {
        let text = Text::new("a\u{2028}b\u{fff9}c\u{206a}d\u{e0041}\u{1f3f4}\u{e0067}e");
        assert_eq!(text, "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}\u{1f3f4}\u{fffd}e");
        let england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
        assert_eq!(Text::new(england), england);
        let more = Text::new(&format!("{england}\u{e0067}{england}"));
        assert_eq!(more, format!("{england}\u{fffd}{england}").as_str());
    }

    #[test]
    fn flows_into_one_line() {
        assert_eq!(Text::flow("  a\n b\t\r\nc\u{a0}d\n"), "a b c\u{a0}d");
    }

    #[test]
    fn passes_over_no_byte_that_begins_an_odd_character() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| is_odd(*c) || *c == FLAG) {
            let mut bytes = [0; 4];
            assert!(may_begin_odd(c.encode_utf8(&mut bytes).as_bytes()[0]), "{c:?}");
        }
    }

    #[test]
    fn names_each_odd_character_with_its_offset() {
        let found: Vec<_> = odd_characters("é\u{7}x\u{2066}").collect();
        let expected = [(2, '\u{7}'), (4, '\u{2066}')];
        assert_eq!(found, expected.map(|(offset, character)| OddCharacter { offset, character }));
    }
}
