//! Lines as plain text.

use super::typeset::SetLine;

/// Writes `lines` as text: each ends with a newline, none with a space.
pub fn plain(lines: &[SetLine]) -> String {
    let mut text = String::new();
    for line in lines {
        for span in line {
            text.push_str(&span.text);
        }
        text.truncate(text.trim_end_matches(|c: char| c.is_whitespace() && c != '\n').len());
        text.push('\n');
    }
    text
}
