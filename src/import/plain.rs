//! Plain text. Its lines stay as they are: only the encoding, the line ends and what is never shown
//! change.

use super::charset::decode;
use super::{Account, Imported, Metadata, counted};
use crate::text::odd_characters;

/// Reads plain text in any encoding.
pub fn read(bytes: &[u8]) -> Imported {
    let decoded = decode(bytes, None);
    let lines = decoded.text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut text = String::with_capacity(lines.len());
    let (mut kept, mut hidden) = (0, 0);
    for odd in odd_characters(&lines) {
        text.push_str(&lines[kept..odd.offset]);
        kept = odd.offset + odd.character.len_utf8();
        match odd.character {
            '\u{b}' | '\u{85}' => text.push(' '),
            '\u{c}' => text.push('\u{c}'),
            _ => hidden += 1,
        }
    }
    text.push_str(&lines[kept..]);
    let mut account = Account::default();
    if hidden > 0 {
        account.left_out.push(counted(hidden, "hidden character"));
    }
    Imported { text, metadata: Metadata::default(), account }.decoded_from(&decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_lines_of_a_text() {
        let imported = read(b"\x93We act,\x94\r\nsaid Ren\xe9e.\r\rEnd\x07");
        assert_eq!(imported.text, "“We act,”\nsaid Renée.\n\nEnd");
        assert_eq!(imported.account.left_out, ["1 hidden character"]);
        assert_eq!(imported.account.remarks, ["text was windows-1252, as far as it shows"]);
    }
}
