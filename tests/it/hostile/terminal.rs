//! The built reader in a terminal: all bytes that it writes there.

use super::fields::{self, Spelling};
use super::sequences::{self, assert_harmless};
use super::variables::VARIABLES;
use crate::support::terminal::{Terminal, reader_as_left};

/// Takes out the sequences that the reader itself writes, and what it puts on the clipboard, which is
/// returned. Fails at any other.
#[track_caller]
fn without_own_sequences(written: &str) -> (String, Vec<String>) {
    let mut plain = String::new();
    let mut copied = Vec::new();
    let mut parts = written.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or_default());
    let mut is_in_string = false;
    for part in parts {
        let rest = if let Some(copy) = part.strip_prefix("]52;c;") {
            is_in_string = true;
            copied.push(decoded(copy.trim_end_matches('\u{7}')));
            ""
        } else if is_in_string {
            is_in_string = false;
            part.strip_prefix('\\').expect("the end of a string")
        } else if let Some(csi) = part.strip_prefix('[') {
            let end = csi.find(|c: char| c.is_ascii_alphabetic()).expect("the end of a sequence");
            assert!("mHJKhlABCDrq".contains(&csi[end..=end]), "ESC [{csi}");
            &csi[end + 1..]
        } else {
            // What an editor may have begun is ended so.
            let own = ["(B", ">", "\\"].into_iter().find_map(|own| part.strip_prefix(own));
            own.unwrap_or_else(|| panic!("ESC {part}"))
        };
        plain.push_str(rest);
    }
    (plain.replace(['\r', '\u{f}'], ""), copied)
}

/// Decodes Base64.
fn decoded(text: &str) -> String {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes = text.bytes().filter_map(|c| digits.iter().position(|digit| *digit == c));
    let bits: Vec<u8> =
        sixes.flat_map(|six| (0..6).rev().map(move |bit| u8::from(six >> bit & 1 == 1))).collect();
    let bytes = bits.chunks_exact(8).map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | bit));
    String::from_utf8(bytes.collect()).unwrap()
}

#[test]
fn nothing_hostile_is_written_to_a_terminal_or_its_clipboard() {
    let folder = fields::folder(Spelling::Escaped);
    let mut command = reader_as_left(folder.root());
    command.args(["--at", "a/c1"]);
    command.env("PATH", "");
    for variable in ["EDITOR", "COLORTERM", "SSH_CONNECTION", "NO_COLOR"] {
        assert!(VARIABLES.contains(&variable));
        command.env(variable, sequences::all());
    }
    let mut terminal = Terminal::run(command);
    terminal.wait_for_cursor_on("c1 ]0;mark");
    for keys in "1 2 3 4 5 6 0 A O B 3y 3Yf 3Yw 5y 6y e".split(' ') {
        terminal.press(keys);
        if keys.contains(['y', 'Y']) {
            terminal.wait_for("sent to the terminal");
            terminal.press("\x0c");
        }
    }
    for (open, label) in [("p", ""), ("?", ""), ("/", "/"), (":", ":"), ("&", "&")] {
        terminal.press(open);
        if !label.is_empty() {
            let pasted = sequences::all().replace('\u{1b}', "\u{9b}");
            terminal.press(&format!("\x1b[200~{pasted}\x1b[201~\x15boats"));
            terminal.wait_for(&format!("{label}boats"));
        }
        // Escape, as terminals write it that tell it from the start of a sequence.
        terminal.press("\x1b[27u");
    }
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    let written = String::from_utf8(terminal.log.clone()).unwrap();
    let (plain, copied) = without_own_sequences(&written);
    assert_harmless(&plain, "the screen");
    assert!(copied.len() >= 3, "{copied:?}");
    for copied in copied {
        assert_harmless(&copied, "the clipboard");
    }
}
