//! The clipboard: through a tool of the system, inside tmux through its buffer, or else through the
//! terminal.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;
use wait_timeout::ChildExt;

use crate::reader::action::Copied;

/// A tool that has not answered by now does not.
const PATIENCE: Duration = Duration::from_secs(2);

/// A program that takes a text from its standard input.
struct Tool {
    program: &'static str,
    arguments: &'static [&'static str],
    /// What has it give the text to other programs as HTML, if it can.
    html: Option<&'static [&'static str]>,
    /// Whether it can reach a clipboard of the user's from here.
    is_of_use: fn() -> bool,
    encode: fn(&str) -> Vec<u8>,
    /// What a message says: copied …
    way: &'static str,
}

/// The tools in the order in which they are tried.
const TOOLS: [Tool; 7] = [
    Tool {
        html: Some(&["--type", "text/html"]),
        ..tool("wl-copy", &[], || is_set("WAYLAND_DISPLAY"), "with wl-copy")
    },
    Tool {
        html: Some(&["-target", "text/html"]),
        ..tool("xclip", &["-selection", "clipboard"], || is_set("DISPLAY"), "with xclip")
    },
    tool("xsel", &["--clipboard", "--input"], || is_set("DISPLAY"), "with xsel"),
    tool("pbcopy", &[], is_local, "with pbcopy"),
    Tool { encode: utf16, ..tool("clip.exe", &[], is_local, "with clip.exe") },
    tool("tmux", &["load-buffer", "-w", "-"], || is_set("TMUX"), "to the tmux buffer"),
    // Before its version 3.2 tmux did not know -w.
    tool("tmux", &["load-buffer", "-"], || is_set("TMUX"), "to the tmux buffer"),
];

/// What a message adds where HTML was copied as a text: it pastes as its own code.
pub const AS_CODE: &str = "as its code: Word takes HTML from wl-copy and xclip alone";

const fn tool(
    program: &'static str,
    arguments: &'static [&'static str],
    is_of_use: fn() -> bool,
    way: &'static str,
) -> Tool {
    Tool { program, arguments, html: None, is_of_use, encode: |text| text.as_bytes().to_vec(), way }
}

/// Gives a text to the first tool that takes it, and says which; nothing if none does. HTML goes to a
/// tool that knows it, or else to any tool as a text. If a tool hangs, this waits for it for a limited
/// time.
pub fn offer(copied: &Copied) -> Option<String> {
    let useful = || TOOLS.iter().filter(|tool| (tool.is_of_use)());
    let takes = |tool: &&Tool, more| tool.take(&copied.text, more).unwrap_or(false);
    if copied.is_html {
        let mut knowing = useful().filter_map(|tool| Some((tool, tool.html?)));
        if let Some((tool, _)) = knowing.find(|(tool, more)| takes(tool, more)) {
            return Some(tool.way.to_owned());
        }
    }
    let tool = useful().find(|tool| takes(tool, &[]))?;
    Some(if copied.is_html { format!("{} {AS_CODE}", tool.way) } else { tool.way.to_owned() })
}

impl Tool {
    /// Returns whether the tool took `text`, with `more` arguments than usual.
    fn take(&self, text: &str, more: &[&str]) -> io::Result<bool> {
        // A tool may leave a process behind that holds the text, and with it what it would print to.
        let mut child = Command::new(self.program)
            .args(self.arguments)
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let bytes = (self.encode)(text);
        let stdin = child.stdin.take();
        // On a thread of its own: a tool that does not read would be waited for without end.
        thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&bytes)));
        if let Some(status) = child.wait_timeout(PATIENCE)? {
            return Ok(status.success());
        }
        child.kill()?;
        child.wait()?;
        Ok(false)
    }
}

/// Returns the escape sequence, OSC 52, that asks the terminal to put `text` on the clipboard;
/// passed through tmux or screen if the reader runs inside one. Whether the terminal does so is not
/// known.
pub fn request(text: &str) -> String {
    let mut request = String::new();
    // A string can always be written to.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut request);
    let through = if is_set("TMUX") {
        through_tmux
    } else if is_set("STY") {
        through_screen
    } else {
        str::to_owned
    };
    through(&request)
}

fn through_tmux(sequence: &str) -> String {
    format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b"))
}

/// screen passes on no more than 768 bytes at a time.
fn through_screen(sequence: &str) -> String {
    const MOST: usize = 512;
    // What is inside ends with BEL: an ESC \ there would end the passage.
    let sequence = sequence.replace("\x1b\\", "\x07");
    let pieces = sequence.as_bytes().chunks(MOST).map(String::from_utf8_lossy);
    pieces.flat_map(|piece| ["\x1bP".into(), piece, "\x1b\\".into()]).collect()
}

/// clip.exe reads UTF-8 as an old code page, but it knows UTF-16.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Returns whether the machine is the one that the user sits at.
fn is_local() -> bool {
    !is_set("SSH_CONNECTION")
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_through_tmux_and_screen() {
        assert_eq!(through_tmux("\x1b]52;c;QQ==\x07"), "\x1bPtmux;\x1b\x1b]52;c;QQ==\x07\x1b\\");
        assert_eq!(through_screen("\x1b]52;c;QQ==\x1b\\"), "\x1bP\x1b]52;c;QQ==\x07\x1b\\");
        let long = format!("\x1b]52;c;{}\x1b\\", "A".repeat(2000));
        let passed = through_screen(&long);
        let pieces: Vec<&str> = passed.split_inclusive("\x1b\\").collect();
        assert!(pieces.iter().all(|piece| piece.starts_with("\x1bP") && piece.len() <= 768));
        let joined: String = pieces.iter().map(|piece| &piece[2..piece.len() - 2]).collect();
        assert_eq!(joined, format!("\x1b]52;c;{}\x07", "A".repeat(2000)));
    }

    #[test]
    fn writes_utf16_for_windows() {
        assert_eq!(utf16("“é"), [0x1c, 0x20, 0xe9, 0]);
    }
}
