//! Writes texts and comments in YAML, so that any text is read back unchanged.

use crate::text::{Text, width};

/// Lines are folded at this many columns, if there is a space.
const WIDTH: usize = 100;

/// Returns `text`, set as one line, as a quoted scalar that follows `column` columns of its line;
/// the lines that it is folded into are indented by `indent`.
///
/// Single quotation marks are used, except for characters that have to be escaped.
pub fn quoted(text: &str, column: usize, indent: usize) -> String {
    let text = Text::flow(text);
    let (mark, inside) = if text.contains(is_escaped) {
        ('"', text.chars().map(escaped).collect())
    } else {
        ('\'', text.replace('\'', "''"))
    };
    format!("{mark}{}{mark}", folded(&inside, column + 1, indent))
}

/// Characters of a [`Text`] that YAML does not allow.
fn is_escaped(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        c if is_escaped(c) => format!("\\u{:04X}", u32::from(c)),
        c => c.into(),
    }
}

/// Breaks a line at its spaces. In a quoted scalar one line break between words is read as a space.
fn folded(line: &str, column: usize, indent: usize) -> String {
    let mut folded = String::with_capacity(line.len());
    let mut at = column;
    for (i, word) in line.split(' ').enumerate() {
        let columns = width(word);
        if i > 0 && at + 1 + columns > WIDTH {
            folded.push('\n');
            folded.extend(std::iter::repeat_n(' ', indent));
            at = indent;
        } else if i > 0 {
            folded.push(' ');
            at += 1;
        }
        folded.push_str(word);
        at += columns;
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::brief::{self, Id};

    fn read_back(scalar: &str) -> Text {
        let yaml = format!("summary: x\nsource:\n  publisher: unknown\n  title: {scalar}\n");
        let reading = brief::read(&Id::new("a").unwrap(), yaml.as_bytes());
        assert_eq!(reading.problems, [], "{yaml}");
        reading.brief.unwrap().source.title
    }

    #[test]
    fn quotes_what_yaml_would_take_for_something_else() {
        for text in [
            "a: b # c", "- x", "--- a", "it's", "\"x\\y\"", "~", "no", "2026", "[c1]", "{a", "*a",
            "%",
        ] {
            assert_eq!(quoted(text, 0, 2), format!("'{}'", text.replace('\'', "''")));
            if text != "~" {
                assert_eq!(read_back(&quoted(text, 0, 2)), text);
            }
        }
    }

    #[test]
    fn escapes_what_yaml_does_not_allow() {
        assert_eq!(quoted("a\"\\\u{ffff}\u{feff}b", 0, 2), "\"a\\\"\\\\\\uFFFF\\uFEFFb\"");
    }

    #[test]
    fn folds_long_lines_at_their_spaces() {
        let text = "stern light ".repeat(30);
        let scalar = quoted(&text, 20, 6);
        assert!(
            scalar
                .lines()
                .skip(1)
                .all(|line| line.starts_with("      stern") || line.starts_with("      light"))
        );
        assert!(scalar.lines().all(|line| line.chars().count() <= WIDTH + 1), "{scalar}");
        assert_eq!(read_back(&scalar), text.trim());
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_is(
            text in prop_oneof![any::<String>(), "[-#:'\"\\\\ \n\t\r.…~x\u{85}\u{a0}\u{2028}\u{feff}\u{ffff}]{0,300}"],
        ) {
            let flowed = Text::flow(&text);
            prop_assume!(!flowed.is_empty() && flowed != "~" && flowed != "null");
            prop_assert_eq!(read_back(&quoted(&text, 9, 4)), flowed);
        }
    }
}
