//! Makes the bytes of a file safe to parse, and keeps the places of its characters.

use std::ops::Range;

use crate::brief::field_path::{FieldPath, Spot};
use crate::brief::fix::{Fix, FixChange};
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::text::{Text, odd_characters};

/// A brief may be at most this large.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Turns the bytes of a brief into text that libyaml takes, and into problems.
///
/// The text has the lines and columns of the file, whatever its line ends: each character that is
/// never shown is replaced by one U+FFFD, and each of U+0085, U+2028 and U+2029, which libyaml
/// would read as a line end, by one blank. A byte order mark is dropped.
///
/// # Errors
///
/// Returns what can be shown of the file, and why it cannot be parsed: it is too large, or not
/// UTF-8.
pub fn prepare(bytes: &[u8]) -> Result<(String, Vec<Problem>), (String, Problem)> {
    if bytes.len() > MAX_BYTES {
        let message = format!("expected at most {MAX_BYTES} bytes, found {}", bytes.len());
        return Err((
            String::new(),
            whole_file(message).help("split it into several briefs, each about one source"),
        ));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let problem = whole_file("expected UTF-8, found UTF-16".into());
        return Err((String::new(), problem.help("save the file as UTF-8")));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(clean(text)),
        Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
    }
}

/// Returns the problem of a character that is never shown.
pub fn odd_character(character: char, path: FieldPath, spot: Spot) -> Problem {
    let code = u32::from(character);
    let kind = match character {
        c if c.is_control() => "control character",
        '\u{2028}' | '\u{2029}' => "line end that only some programs know",
        '\u{61C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "character that changes the direction of text"
        }
        _ => "hidden character",
    };
    Problem::new(
        Rule::OddCharacter,
        path,
        format!("U+{code:04X} is a {kind}, which is shown as U+FFFD"),
    )
    .at(spot)
    .help("delete it; it may have been copied with the text")
}

fn whole_file(message: String) -> Problem {
    Problem::new(Rule::NotYaml, FieldPath::top(), message).at(Spot::Bytes(0..0))
}

fn not_utf8(bytes: &[u8], valid: usize) -> (String, Problem) {
    let (before, _) = clean(&String::from_utf8_lossy(&bytes[..valid]));
    let (text, _) = clean(&String::from_utf8_lossy(bytes));
    let message = format!("the byte {:#04X} is not valid UTF-8", bytes[valid]);
    let spot = Spot::Bytes(before.len()..before.len() + char::REPLACEMENT_CHARACTER.len_utf8());
    let problem = Problem::new(Rule::NotYaml, FieldPath::top(), message).at(spot);
    (text, problem.help("save the file as UTF-8; it may now be in Windows-1252 or Latin-1"))
}

fn clean(text: &str) -> (String, Vec<Problem>) {
    // What ends a line but a newline is odd, too.
    if odd_characters(text).next().is_none() {
        return (text.to_owned(), Vec::new());
    }
    let lines = blank_line_ends(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let mut problems = Vec::new();
    // What is replaced is shorter or longer than U+FFFD.
    let (mut replaced, mut replacing) = (0, 0);
    for odd in odd_characters(&lines) {
        let start = odd.offset - replaced + replacing;
        replaced += odd.character.len_utf8();
        replacing += char::REPLACEMENT_CHARACTER.len_utf8();
        let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
        let problem = odd_character(odd.character, FieldPath::top(), Spot::Bytes(start..end));
        problems.push(problem.fix(without(odd.character, start..end)));
    }
    (Text::new(&lines).to_string(), problems)
}

/// Returns the fix that deletes a character which is never shown. A control character may be what is left
/// of another, such as an apostrophe, so it has none.
fn without(character: char, bytes: Range<usize>) -> Option<Fix> {
    (!character.is_control()).then(|| Fix::new(FixChange::Delete(bytes)))
}

/// Replaces the line ends that only YAML knows by a blank of as many bytes. U+0085 is replaced as a
/// control character.
fn blank_line_ends(text: &str) -> String {
    text.replace(['\u{2028}', '\u{2029}'], "\u{2003}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd(bytes: &[u8]) -> (String, Vec<(String, Spot)>) {
        let (text, problems) = prepare(bytes).unwrap();
        (
            text,
            problems
                .into_iter()
                .map(|problem| (problem.message.to_string(), problem.spot))
                .collect(),
        )
    }

    #[test]
    fn keeps_lines_and_columns_whatever_the_line_ends() {
        let (text, problems) = odd("\u{feff}a: 1\r\nb: é\rc:\u{2028}2\n".as_bytes());
        assert_eq!(text, "a: 1\nb: é\nc:\u{2003}2\n");
        assert_eq!(problems, []);
    }

    #[test]
    fn finds_what_it_replaces_whether_that_is_shorter_or_longer() {
        let (text, problems) = odd("a\u{e0041}\u{1}\u{e0042}\u{200f}\u{1}b\n".as_bytes());
        assert_eq!(text, "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}b\n");
        let spots: Vec<Spot> = problems.into_iter().map(|(_, spot)| spot).collect();
        assert_eq!(spots, [1, 4, 7, 10, 13].map(|start| Spot::Bytes(start..start + 3)));
    }

    #[test]
    fn names_each_character_that_is_never_shown() {
        let (text, problems) = odd("a: \u{1b}[31m\u{85}\nb: \u{202e}x".as_bytes());
        assert_eq!(text, "a: \u{fffd}[31m\u{fffd}\nb: \u{fffd}x");
        assert_eq!(
            problems,
            [
                ("U+001B is a control character, which is shown as U+FFFD".into(), Spot::Bytes(3..6)),
                ("U+0085 is a control character, which is shown as U+FFFD".into(), Spot::Bytes(10..13)),
                (
                    "U+202E is a character that changes the direction of text, which is shown as U+FFFD"
                        .into(),
                    Spot::Bytes(17..20)
                ),
            ]
        );
        for (_, spot) in problems {
            let Spot::Bytes(bytes) = spot else { panic!("{spot:?}") };
            assert_eq!(&text[bytes], "\u{fffd}");
        }
    }

    #[test]
    fn places_the_first_byte_that_is_not_utf8() {
        let (text, problem) = prepare(b"a: \x01caf\xe9\n").unwrap_err();
        assert_eq!(problem.message, "the byte 0xE9 is not valid UTF-8");
        let Spot::Bytes(bytes) = problem.spot else { panic!("{:?}", problem.spot) };
        assert_eq!((&text[..bytes.start], &text[bytes]), ("a: \u{fffd}caf", "\u{fffd}"));
    }

    #[test]
    fn refuses_utf16_and_files_over_the_limit() {
        let message = |bytes: &[u8]| prepare(bytes).unwrap_err().1.message;
        assert_eq!(message(b"\xFF\xFEa\0"), "expected UTF-8, found UTF-16");
        assert_eq!(
            message(&vec![b'a'; MAX_BYTES + 1]),
            "expected at most 4194304 bytes, found 4194305"
        );
        assert!(prepare(&vec![b'a'; MAX_BYTES]).is_ok());
    }
}
