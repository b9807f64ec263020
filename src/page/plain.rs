//! Lines as plain text.

use std::borrow::Borrow;

use super::typeset::SetLine;

/// Writes `lines` as text. Each ends with a newline, and none with a space.
pub fn plain(lines: impl IntoIterator<Item = impl Borrow<SetLine>>) -> String {
    let mut text = String::new();
    for line in lines {
        for span in line.borrow() {
            text.push_str(&span.text);
        }
        text.truncate(text.trim_end_matches(|c: char| c.is_whitespace() && c != '\n').len());
        text.push('\n');
    }
    text
}
