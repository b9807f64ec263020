//! Replaces typographic characters with ASCII, for printers and terminals that lack them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Writes `text` in ASCII: typographic marks become their plain forms, accents are
/// dropped, and what has no plain form becomes `?`.
pub fn to_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_ascii(c, &mut out);
    }
    out
}

/// Writes `text` as [`to_ascii`] does, except that no-break spaces and hyphens are kept, and that what is
/// written for one sign has no other space. So the text can be set in lines before they are replaced too.
pub fn to_unbroken_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{a0}' | '\u{202f}' | '\u{2007}' => out.push('\u{a0}'),
            '\u{2011}' | ' ' => out.push(c),
            c => {
                let start = out.len();
                push_ascii(c, &mut out);
                if out[start..].len() > 1 && out.ends_with(' ') {
                    out.pop();
                    out.push('\u{a0}');
                }
            }
        }
    }
    out
}

fn push_ascii(c: char, out: &mut String) {
    match plain(c) {
        Some(plain) => out.push_str(plain),
        None if c.is_ascii() => out.push(c),
        None => push_unaccented(c, out),
    }
}

fn push_unaccented(c: char, out: &mut String) {
    for part in std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part)) {
        out.push(if part.is_ascii() { part } else { '?' });
    }
}

fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' => "'",
        '‐' | '‑' | '‒' | '–' | '−' => "-",
        '—' | '―' => "--",
        '…' => "...",
        '•' | '·' => "*",
        '¶' => "para ",
        '§' => "s.",
        '£' => "GBP ",
        '€' => "EUR ",
        '→' => "->",
        '←' => "<-",
        '✓' => "+",
        '◇' => "~",
        '×' | '✗' => "x",
        '©' => "(c)",
        '®' => "(r)",
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => "",
        c => return plain_letter(c),
    })
}

/// Returns the plain form of a letter that does not come apart into a plain one and an accent.
pub fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ẞ' => "SS",
        'Æ' => "AE",
        'æ' => "ae",
        'Ø' => "O",
        'ø' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Ł' => "L",
        'ł' => "l",
        'Đ' | 'Ð' => "D",
        'đ' | 'ð' => "d",
        'Þ' => "Th",
        'þ' => "th",
        'Ħ' => "H",
        'ħ' => "h",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_typography_and_accents() {
        assert_eq!(to_ascii("“naïve” – it’s…"), "\"naive\" - it's...");
        assert_eq!(to_ascii("£20 · ¶3 → Łódź"), "GBP 20 * para 3 -> Lodz");
        assert_eq!(to_ascii("日本"), "??");
        assert_eq!(to_ascii("a\u{a0}b\u{2009}c"), "a b c");
    }

    #[test]
    fn keeps_what_must_not_be_broken_until_the_lines_are_set() {
        let unbroken = to_unbroken_ascii("£20 to 31\u{a0}km by a whole\u{2011}system §\u{202f}28");
        assert_eq!(unbroken, "GBP\u{a0}20 to 31\u{a0}km by a whole\u{2011}system s.\u{a0}28");
        assert_eq!(to_ascii(&unbroken), "GBP 20 to 31 km by a whole-system s. 28");
    }
}
