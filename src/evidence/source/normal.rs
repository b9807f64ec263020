//! Folds away what typesetting changes, character by character, with the way back to the text.
//!
//! Accents are composed (NFC, not NFKC: `²` stays `²`) and the ligatures of old typesetting
//! spelt out, and entities of HTML (`&amp;`) read. Soft hyphens, zero-width characters and characters
//! that are never shown are dropped; one that could not be read is kept. Every white-space character becomes a space, every double quotation mark `"`, every
//! single one and every apostrophe `'`, every hyphen `-`, every shorter dash `–`, every longer `—`.
//! Case is kept.

use std::collections::VecDeque;
use std::ops::Range;

use crate::text::is_double_mark;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A folded character, and the bytes of the text that it replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldedChar {
    /// The character.
    pub char: char,
    /// Where it came from. A ligature's letters all come from the same bytes.
    pub bytes: Range<usize>,
}

/// The characters of a text, folded, with as much of a view ahead as is asked for.
pub struct FoldedChars<'a> {
    text: &'a str,
    at: usize,
    /// Where U+FFFD only hides a character, if not everywhere.
    hidden: Option<&'a [usize]>,
    ahead: VecDeque<FoldedChar>,
}

impl<'a> FoldedChars<'a> {
    /// Folds `text` from its start. U+FFFD is dropped at the `hidden` places, or everywhere.
    pub fn new(text: &'a str, hidden: Option<&'a [usize]>) -> Self {
        Self { text, at: 0, hidden, ahead: VecDeque::new() }
    }

    /// The character `n` places on, without moving; 0 is the one that comes next.
    pub fn peek(&mut self, n: usize) -> Option<char> {
        while self.ahead.len() <= n && self.at < self.text.len() {
            self.fold_cluster();
        }
        self.ahead.get(n).map(|folded| folded.char)
    }

    /// Takes the letters and digits of ASCII that come next, which stand for themselves. The last one is
    /// left if what follows may compose with it.
    pub fn take_plain(&mut self) -> &'a str {
        if !self.ahead.is_empty() {
            return "";
        }
        let rest = &self.text.as_bytes()[self.at..];
        let run = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let is_followed = rest.get(run).is_some_and(|next| !next.is_ascii());
        let start = self.at;
        self.at += if is_followed { run.saturating_sub(1) } else { run };
        &self.text[start..self.at]
    }

    /// Folds the next character with all that composes with it.
    fn fold_cluster(&mut self) {
        let rest = &self.text[self.at..];
        if let Some((c, length)) = entity(rest) {
            self.at += length;
            return self.push(c, &(self.at - length..self.at));
        }
        let mut chars = rest.char_indices();
        let Some((_, first)) = chars.next() else { return };
        if first == char::REPLACEMENT_CHARACTER && !self.is_hidden() {
            let bytes = self.at..self.at + first.len_utf8();
            self.at = bytes.end;
            return self.ahead.push_back(FoldedChar { char: first, bytes });
        }
        if first == SOFT_HYPHEN {
            self.at += first.len_utf8() + line_break(&rest[first.len_utf8()..]);
            return;
        }
        let end = chars.find(|&(_, c)| !composes(c)).map_or(rest.len(), |(at, _)| at);
        let bytes = self.at..self.at + end;
        self.at = bytes.end;
        if end == first.len_utf8() && is_nfc_quick(std::iter::once(first)) == IsNormalized::Yes {
            self.push(first, &bytes);
        } else {
            for c in rest[..end].nfc() {
                self.push(c, &bytes);
            }
        }
    }

    fn is_hidden(&self) -> bool {
        self.hidden.is_none_or(|hidden| hidden.binary_search(&self.at).is_ok())
    }

    fn push(&mut self, c: char, bytes: &Range<usize>) {
        let mut push = |char| self.ahead.push_back(FoldedChar { char, bytes: bytes.clone() });
        match fold(c) {
            CharFold::To(c) => push(c),
            CharFold::Letters(letters) => letters.chars().for_each(push),
            CharFold::Drop => {}
        }
    }
}

impl Iterator for FoldedChars<'_> {
    type Item = FoldedChar;

    fn next(&mut self) -> Option<FoldedChar> {
        self.peek(0)?;
        self.ahead.pop_front()
    }
}

/// A hyphen that is only shown where its line ends.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The end of a page in a text.
pub const PAGE_END: char = '\u{c}';

/// Whether white space between two parts of a word is the end of a line or of a page, and not that of
/// a paragraph.
pub fn breaks_line(blank: &str) -> bool {
    blank.matches('\n').count() == 1 || blank.contains(PAGE_END)
}

/// How long the break of a line in a word is at the start of `rest`, which a soft hyphen is before.
fn line_break(rest: &str) -> usize {
    let next = rest.trim_start_matches(char::is_whitespace);
    let blank = &rest[..rest.len() - next.len()];
    if breaks_line(blank) && next.starts_with(char::is_alphabetic) { blank.len() } else { 0 }
}

/// Whether `c` may change or join the character before it.
fn composes(c: char) -> bool {
    !c.is_ascii()
        && (canonical_combining_class(c) != 0
            || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe)
}

enum CharFold {
    To(char),
    Letters(&'static str),
    Drop,
}

fn fold(c: char) -> CharFold {
    match c {
        c if is_unseen(c) => CharFold::Drop,
        c if is_double_mark(c) => CharFold::To('"'),
        c if is_single_mark(c) => CharFold::To('\''),
        '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => CharFold::To('-'),
        '\u{2012}' | '\u{2013}' | '\u{2212}' => CharFold::To('–'),
        '\u{2014}' | '\u{2015}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fe58}' => CharFold::To('—'),
        '\u{fb00}' => CharFold::Letters("ff"),
        '\u{fb01}' => CharFold::Letters("fi"),
        '\u{fb02}' => CharFold::Letters("fl"),
        '\u{fb03}' => CharFold::Letters("ffi"),
        '\u{fb04}' => CharFold::Letters("ffl"),
        '\u{fb05}' | '\u{fb06}' => CharFold::Letters("st"),
        c if c.is_whitespace() => CharFold::To(' '),
        c => CharFold::To(c),
    }
}

/// The character that an entity of HTML at the start of `rest` stands for, and the entity's length.
pub fn entity(rest: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 10;
    // Asked for every character of a text.
    if rest.as_bytes().first() != Some(&b'&') {
        return None;
    }
    let inside = &rest[1..];
    let end = inside.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &inside[..end];
    let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    });
    let named = || ENTITIES.iter().find(|(own, _)| *own == name).map(|(_, c)| *c);
    let c = match number {
        Some(number) => char::from_u32(number).filter(|c| !c.is_control())?,
        None => named()?,
    };
    Some((c, end + 2))
}

const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("shy", '\u{ad}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '\u{2212}'),
    ("hellip", '…'),
    ("pound", '£'),
    ("euro", '€'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ccedil", 'ç'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("auml", 'ä'),
];

/// A character that takes up no room or could not be read.
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    ) || c == char::REPLACEMENT_CHARACTER
}

/// A single quotation mark of any style, or an apostrophe.
pub fn is_single_mark(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' | 'ʼ' | '′' | '＇')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        FoldedChars::new(text, None).map(|folded| folded.char).collect()
    }

    #[test]
    fn folds_marks_dashes_and_spaces() {
        assert_eq!(folded("“a” «b» „c“"), "\"a\" \"b\" \"c\"");
        assert_eq!(folded("it’s ‘so’"), "it's 'so'");
        assert_eq!(folded("a\u{2011}b – c — d \u{2212}e"), "a-b – c — d –e");
        assert_eq!(folded("a\u{a0}b\u{2009}c\td\n"), "a b c d ");
    }

    #[test]
    fn drops_what_is_not_seen() {
        assert_eq!(folded("un\u{ad}til\u{200b} n\u{fffd}ow\u{feff}"), "until now");
    }

    #[test]
    fn keeps_what_could_not_be_read_but_not_what_is_never_shown() {
        let folded: String =
            FoldedChars::new("ca\u{fffd}t\u{fffd}", Some(&[6])).map(|folded| folded.char).collect();
        assert_eq!(folded, "ca\u{fffd}t");
    }

    #[test]
    fn reads_entities() {
        assert_eq!(
            folded("R&amp;D&nbsp;can&#8217;t &#x201c;go&rdquo; &c; & so; &#0;"),
            "R&D can't \"go\" &c; & so; &#0;"
        );
        let text = "a&amp;b";
        let bytes: Vec<&str> =
            FoldedChars::new(text, None).map(|folded| &text[folded.bytes]).collect();
        assert_eq!(bytes, ["a", "&amp;", "b"]);
    }

    #[test]
    fn composes_accents_and_spells_ligatures_out() {
        assert_eq!(folded("cafe\u{301} o\u{fb03}ce \u{212b}"), "café office Å");
        assert_eq!(folded("x² ½"), "x² ½");
    }

    #[test]
    fn leads_back_to_the_text() {
        let text = "e\u{301}\u{ad} \u{fb01}x";
        let bytes: Vec<&str> =
            FoldedChars::new(text, None).map(|folded| &text[folded.bytes]).collect();
        assert_eq!(bytes, ["e\u{301}", " ", "\u{fb01}", "\u{fb01}", "x"]);
    }
}
