//! Plain text. Lines that are cut inside paragraphs are joined; where none is, only the encoding, the line ends
//! and what is never shown change.

use super::charset::decode;
use super::wrapped::{Unwrapped, unwrapped};
use super::{Account, Imported, Metadata, counted};
use crate::text::odd_characters;

/// Reads plain text in any encoding. Its lines stay as they are if `keep_lines`.
pub fn read(bytes: &[u8], keep_lines: bool) -> Imported {
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
    if !keep_lines {
        let whole = joined(&text);
        if whole.joined > 0 {
            account.remarks.push(format!("{} joined", counted(whole.joined, "cut line")));
            text = whole.paragraphs.concat();
        }
        account.remarks.extend(whole.remark());
    }
    Imported { text, metadata: Metadata::default(), account }.decoded_from(&decoded)
}

/// Joins the cut lines of a text, page by page. What it returns as paragraphs are the pages.
fn joined(text: &str) -> Unwrapped {
    const PAGE_BREAK: char = '\u{c}';
    let mut whole = Unwrapped::default();
    for page in text.split_inclusive(PAGE_BREAK) {
        let (lines, end) =
            page.strip_suffix(PAGE_BREAK).map_or((page, ""), |lines| (lines, "\u{c}\n"));
        let mut unwrapped = unwrapped(lines, false);
        let paragraphs = unwrapped.paragraphs.iter().map(|line| line.trim());
        let paragraphs: Vec<&str> = paragraphs.filter(|line| !line.is_empty()).collect();
        let mut text = paragraphs.join("\n\n");
        if !text.is_empty() {
            text.push('\n');
        }
        unwrapped.paragraphs = vec![text + end];
        whole.append(unwrapped);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_lines_of_a_text() {
        let imported = read(b"\x93We act,\x94\r\nsaid Ren\xe9e.\r\rEnd\x07", false);
        assert_eq!(imported.text, "“We act,”\nsaid Renée.\n\nEnd");
        assert_eq!(imported.account.left_out, ["1 hidden character"]);
        assert_eq!(imported.account.remarks, ["text was windows-1252, as far as it shows"]);
    }

    #[test]
    fn joins_cut_lines_unless_they_are_to_stay() {
        let text = "We inspected 84 boats in the harbour, and thirty-one of\nthem had no light.\n\u{c}Page 2\n";
        let imported = read(text.as_bytes(), false);
        assert_eq!(
            imported.text,
            "We inspected 84 boats in the harbour, and thirty-one of them had no light.\n\u{c}\nPage 2\n"
        );
        assert_eq!(imported.account.remarks, ["1 cut line joined"]);
        assert_eq!(read(text.as_bytes(), true).text, text);
    }
}
