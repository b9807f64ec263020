//! Bounds what a message repeats of a file: whoever wrote the file chose how long that is, and where
//! its lines end.

use super::Text;
use super::width::shorten;

/// The columns that a message repeats of one text or word: about a line.
const LINE: usize = 200;

/// The columns of a whole message.
const MESSAGE: usize = 2000;

/// Returns a message on one line, in which no word, nothing in backticks and nothing in all is longer
/// than a message needs. What is cut ends in `…`.
pub fn bounded(message: &str) -> Text {
    // A line of its own could pass for a line of the report, or for a command to what reads it.
    let message = message.replace(['\n', '\t'], " ");
    if message.len() <= LINE {
        return Text::from(message);
    }
    let last = message.matches('`').count();
    let parts = message.split('`').enumerate().map(|(index, part)| {
        let is_quoted = index % 2 == 1 && index < last;
        if is_quoted { shorten(part, LINE) } else { shorten_words(part) }
    });
    let parts: Vec<String> = parts.collect();
    Text::from(shorten(&parts.join("`"), MESSAGE))
}

/// Returns ids or words as messages list them: `` `q1`, `q2` ``.
pub fn in_backticks(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn shorten_words(part: &str) -> String {
    let words: Vec<String> = part.split(' ').map(|word| shorten(word, LINE)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_message_and_cuts_what_it_repeats() {
        let x = |times| "x".repeat(times);
        assert_eq!(bounded("no id is called `a b`"), "no id is called `a b`");
        assert_eq!(bounded("no `a\n::error::b`"), "no `a ::error::b`");
        let cut = format!("`{}…` is not an id; expected `a`", x(LINE - 1));
        assert_eq!(bounded(&format!("`{}` is not an id; expected `a`", x(9000))), *cut);
        let words = format!("found `{}`; expected `a`", "boats ".repeat(900));
        assert!(bounded(&words).ends_with("…`; expected `a`"));
        assert_eq!(super::super::width(&bounded(&"` ".repeat(9000))), MESSAGE);
    }
}
