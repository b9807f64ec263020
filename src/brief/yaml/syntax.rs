//! What is wrong with a text as YAML, in words that help an author who never learnt YAML.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::budget;
use crate::brief::field_path::{FieldPath, Spot};
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;

/// Finds out whether `text` is YAML at all, whatever it says. A syntax error is reported rather
/// than the odd structure that comes of it.
///
/// # Errors
///
/// Gives the first syntax error, at the place where it can be mended.
pub fn check(text: &str) -> Result<(), Problem> {
    for document in serde_yaml::Deserializer::from_str(text) {
        if let Err(error) = IgnoredAny::deserialize(document) {
            return Err(not_yaml(text, &error));
        }
    }
    Ok(())
}

/// Finds out whether `text` has one document alone.
///
/// # Errors
///
/// Gives a problem at the line that begins a second document.
pub fn second_document(text: &str) -> Result<(), Problem> {
    if serde_yaml::Deserializer::from_str(text).nth(1).is_none() {
        return Ok(());
    }
    check(text)?;
    let start = document_starts(text).last().unwrap_or_default();
    Err(problem("a second document begins here", start..start + 3)
        .help("a file holds one brief: take the line --- out, or move what follows into a file of its own"))
}

/// Finds out whether the parse ended because aliases would make too much text.
///
/// # Errors
///
/// Gives a problem at the value whose text was too much.
pub fn spent(error: &serde_yaml::Error) -> Result<(), Problem> {
    if !error.to_string().contains(budget::SPENT) {
        return Ok(());
    }
    let start = error.location().map_or(0, |location| location.index());
    Err(problem(budget::SPENT, start..start).help("write the text out instead"))
}

/// The problem of a file that is YAML, but no map of fields.
pub fn not_a_brief(error: &serde_yaml::Error) -> Problem {
    let start = error.location().map_or(0, |location| location.index());
    problem(&in_words(error), start..start)
        .help("a brief begins with its fields, such as `summary:` and `source:`, each at the start of a line")
}

/// The message of an error about a value, without its place and in words an author knows.
pub fn in_words(error: &serde_yaml::Error) -> String {
    let message = error.to_string();
    let message = message.rfind(" at line ").map_or(message.as_str(), |end| &message[..end]);
    let Some(start) = message.find("invalid type: ").or_else(|| message.find("invalid value: "))
    else {
        return message
            .split_once("expected ")
            .map_or_else(|| message.into(), |(_, rest)| format!("expected {rest}"));
    };
    let message = &message[start..];
    let found = message.split_once(": ").and_then(|(_, rest)| rest.rsplit_once(", expected "));
    match found {
        Some((found, expected)) => {
            format!("expected {}, found {}", expected_in_words(expected), found_in_words(found))
        }
        None => message.into(),
    }
}

fn expected_in_words(expected: &str) -> &str {
    match expected {
        "a boolean" => "true or false",
        "u32" => "a whole number from 1",
        "a sequence" => "a list, each entry on a line of its own after “- ”",
        "a map" => "a map of ids",
        _ if expected.starts_with("struct ") => "a map of fields",
        _ => expected,
    }
}

fn found_in_words(found: &str) -> String {
    match found {
        "sequence" => "a list".into(),
        "map" => "a map".into(),
        "unit value" | "Option value" => "nothing".into(),
        _ => match found.split_once(' ') {
            Some(("string", text)) => format!("the text {text}"),
            Some(("integer" | "floating", number)) => {
                format!("the number {}", number.trim_start_matches("point ").trim_matches('`'))
            }
            Some(("boolean", truth)) => truth.trim_matches('`').into(),
            _ => found.into(),
        },
    }
}

/// A syntax error as libyaml words it, what it means, and how to mend it. The place is that of
/// the error, or of what was opened and never closed, which libyaml names last.
struct Meaning {
    said: &'static str,
    means: &'static str,
    mend: &'static str,
    where_it_opened: bool,
}

const MEANINGS: &[Meaning] = &[
    Meaning {
        said: "while scanning a quoted scalar",
        means: "the quotation mark that opens here is never closed",
        mend: "close it, or take it out; inside double quotation marks write \\\" for a mark, inside single ones ''",
        where_it_opened: true,
    },
    Meaning {
        said: "while parsing a flow sequence",
        means: "the list that opens with [ here is not closed with ]",
        mend: "close it with ], or put the text in quotation marks if it only begins with [",
        where_it_opened: true,
    },
    Meaning {
        said: "while parsing a flow mapping",
        means: "the map that opens with { here is not closed with }",
        mend: "close it with }, put a comma between its fields, and quote a text that holds a comma",
        where_it_opened: true,
    },
    Meaning {
        said: "mapping values are not allowed in this context",
        means: "a colon and a space cannot stand here in text without quotation marks",
        mend: "put a text that holds “: ” in quotation marks; line a field up with the fields around it",
        where_it_opened: false,
    },
    Meaning {
        said: "could not find expected ':'",
        means: "this line has no colon, so that it is neither a field nor part of a text",
        mend: "write it as `field: text`, or indent it further if it goes on with the text above",
        where_it_opened: true,
    },
    Meaning {
        said: "did not find expected key",
        means: "this does not stand where a field may begin",
        mend: "line it up with the fields around it; a text with quotation marks inside has to be quoted as a whole",
        where_it_opened: false,
    },
    Meaning {
        said: "did not find expected '-' indicator",
        means: "this does not stand where a list's entry may begin",
        mend: "begin it with “- ” and line it up with the entries above",
        where_it_opened: false,
    },
    Meaning {
        said: "found character that cannot start any token",
        means: "a text without quotation marks cannot begin with this character",
        mend: "put the text in quotation marks",
        where_it_opened: false,
    },
    Meaning {
        said: "block sequence entries are not allowed",
        means: "a list cannot begin here",
        mend: "begin it on a line of its own, or put a text that begins with “- ” in quotation marks",
        where_it_opened: false,
    },
    Meaning {
        said: "unknown anchor",
        means: "a text without quotation marks cannot begin with *",
        mend: "put the text in quotation marks",
        where_it_opened: true,
    },
    Meaning {
        said: "alphabetic or numeric character",
        means: "a text without quotation marks cannot begin with * or &",
        mend: "put the text in quotation marks",
        where_it_opened: true,
    },
    Meaning {
        said: "found unknown escape character",
        means: "a backslash in double quotation marks is followed by a character that means nothing",
        mend: "write \\\\ for a backslash, or use single quotation marks",
        where_it_opened: false,
    },
    Meaning {
        said: "recursion limit exceeded",
        means: "lists and maps are nested too deeply here",
        mend: "a brief nests three deep",
        where_it_opened: false,
    },
    Meaning {
        said: "repetition limit exceeded",
        means: budget::SPENT,
        mend: "write the text out instead",
        where_it_opened: false,
    },
];

fn not_yaml(text: &str, error: &serde_yaml::Error) -> Problem {
    let message = error.to_string();
    let place = text.floor_char_boundary(error.location().map_or(0, |location| location.index()));
    if message.contains("tab") || text[place..].starts_with('\t') {
        return problem("a tab cannot indent", one_character(text, place))
            .help("indent with spaces");
    }
    let Some(meaning) = MEANINGS.iter().find(|meaning| message.contains(meaning.said)) else {
        let said = message.split(" at line ").next().unwrap_or_default();
        return problem(&format!("this is not YAML: {said}"), one_character(text, place))
            .help("compare the indentation and the quotation marks with those around");
    };
    let place =
        if meaning.where_it_opened { opened(text, &message).unwrap_or(place) } else { place };
    problem(meaning.means, one_character(text, place)).help(meaning.mend)
}

fn problem(message: &str, bytes: std::ops::Range<usize>) -> Problem {
    Problem::new(Rule::NotYaml, FieldPath::top(), message).at(Spot::Bytes(bytes))
}

/// The place that libyaml's message names last: `…, while parsing … at line 4 column 3`.
fn opened(text: &str, message: &str) -> Option<usize> {
    let (_, place) = message.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    Some(
        start
            + rest
                .char_indices()
                .nth(column.checked_sub(1)?)
                .map_or(rest.len(), |(offset, _)| offset),
    )
}

fn one_character(text: &str, start: usize) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(start);
    start..start + text[start..].chars().next().map_or(0, char::len_utf8)
}

/// The bytes at which lines of three hyphens stand.
fn document_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let here = start;
        start += line.len();
        (line.starts_with("---") && line[3..].chars().next().is_none_or(char::is_whitespace))
            .then_some(here)
    })
}
