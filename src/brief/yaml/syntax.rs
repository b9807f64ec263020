//! Explains YAML errors to an author who has never learnt YAML.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::causes::{self, Cause};
use super::directives::{self, MOST_DIRECTIVES};
use super::documents::documents;
use super::marks::{Mark, bytes_of};
use super::{budget, depth};
use crate::brief::field_path::{FieldPath, Spot, Step};
use crate::brief::fix::{Fix, FixChange};
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::text::lines_at;

/// Checks that `text` is YAML, whatever it says. A syntax error is reported rather than the
/// odd structure that comes of it.
///
/// # Errors
///
/// Returns the first syntax error, at the place where it can be fixed.
pub fn check(text: &str) -> Result<(), Problem> {
    for document in documents(text) {
        if let Err(error) = IgnoredAny::deserialize(document) {
            return Err(not_yaml(text, &error));
        }
    }
    Ok(())
}

/// Checks that `text` has nothing that libyaml would take too long over.
///
/// # Errors
///
/// Returns a problem at the bracket with which lists and maps nest too deeply, or at the line with which
/// there are too many directives.
pub fn check_limits(text: &str) -> Result<(), Problem> {
    if let Some(at) = depth::too_deep(text) {
        return Err(problem(TOO_DEEP.means, at..at + 1).help(TOO_DEEP.fix));
    }
    let Some(at) = directives::too_many(text) else { return Ok(()) };
    let message = format!("more than {MOST_DIRECTIVES} lines in a row begin with `%`");
    Err(problem(&message, at..at + 1).help("remove these lines: a brief needs none of them"))
}

/// Returns the problem of a text that has a second document, at the line that begins it, or the first
/// syntax error.
pub fn second_document(text: &str) -> Problem {
    if let Err(problem) = check(text) {
        return problem;
    }
    let start = document_starts(text).last().unwrap_or_default();
    problem("a second document begins here", start..start + 3).help(
        "a file holds one brief: remove the line `---`, or move what follows it to another file",
    )
}

/// Checks that the parse did not end because aliases would make too much text.
///
/// # Errors
///
/// Returns a problem at the value whose text was too much.
pub fn spent(error: &serde_yaml::Error) -> Result<(), Problem> {
    if !error.to_string().contains(budget::SPENT) {
        return Ok(());
    }
    let start = error.location().map_or(0, |location| location.index());
    Err(problem(budget::SPENT, start..start).help("write the text in full instead"))
}

/// Checks that no field is indented with spaces that YAML does not know, which then belong to its
/// name. `fields` are those that the format does not have.
///
/// # Errors
///
/// Returns a problem at the first such space.
pub fn check_indentation(text: &str, fields: &[Problem]) -> Result<(), Problem> {
    let mut keys = fields.iter().filter_map(|problem| problem.path.steps().last());
    let cause = keys.find_map(|step| match step {
        Step::Key(key) if key.starts_with(char::is_whitespace) => causes::of_key(text, key),
        Step::Key(_) | Step::Index(_) => None,
    });
    cause.map_or(Ok(()), |cause| Err(of_cause(cause)))
}

/// Returns the problem of a value at `path` of a wrong type, if the author meant no such value.
pub fn unmeant_value(text: &str, path: &FieldPath, error: &serde_yaml::Error) -> Option<Problem> {
    let said = in_words(error);
    let place = text.floor_char_boundary(error.location()?.index());
    let is_map_for_text = said == MAP_FOR_TEXT && !text[place..].starts_with('{');
    let cause = causes::of_wrong_value(text, place, is_map_for_text)?;
    let message = format!("{said}: {}", cause.means);
    let problem = Problem::new(Rule::WrongType, path.clone(), message);
    let problem = problem.at(Spot::Bytes(cause.bytes)).help(cause.fix);
    Some(problem.fix(cause.change.map(Fix::new)))
}

/// Returns the problem of a file that is YAML, but no map of fields.
pub fn not_a_brief(error: &serde_yaml::Error) -> Problem {
    let start = error.location().map_or(0, |location| location.index());
    problem(&in_words(error), start..start)
        .help("write each field, such as `summary:` or `source:`, at the start of a line")
}

/// What [`in_words`] says of a map where a text belongs.
pub const MAP_FOR_TEXT: &str = "expected text, found a map";

/// Returns the message of an error about a value, without its place and in words an author knows.
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
        "u32" => "a whole number of at least 1",
        "a sequence" => "a list, with each entry on its own line after `- `",
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

/// A syntax error as libyaml words it, what it means, and how to fix it. The problem is placed at
/// the error, or at what was opened and never closed, which libyaml names last.
struct Meaning {
    said: &'static str,
    means: &'static str,
    fix: &'static str,
    where_it_opened: bool,
}

const TOO_DEEP: Meaning = Meaning {
    said: "recursion limit exceeded",
    means: "lists and maps are nested too deeply here",
    fix: "a brief needs no more than three levels",
    where_it_opened: false,
};

const MEANINGS: &[Meaning] = &[
    Meaning {
        said: "while scanning a quoted scalar",
        means: "this quotation mark is never closed",
        fix: "close it or remove it; to use a mark inside the text, write `\\\"` in double quotation marks or `''` in single ones",
        where_it_opened: true,
    },
    Meaning {
        said: "while parsing a flow sequence",
        means: "the list that begins with this `[` is never closed",
        fix: "close it with `]`; if this is text that begins with `[`, put it in quotation marks",
        where_it_opened: true,
    },
    Meaning {
        said: "while parsing a flow mapping",
        means: "the map that begins with this `{` is never closed",
        fix: "close it with `}`, put a comma between its fields, and put any text that contains a comma in quotation marks",
        where_it_opened: true,
    },
    Meaning {
        said: "mapping values are not allowed in this context",
        means: "a colon and a space cannot be used here, except in quotation marks",
        fix: "if this is text that contains `: `, put it in quotation marks; if it is a field, line it up with the others",
        where_it_opened: false,
    },
    Meaning {
        said: "could not find expected ':'",
        means: "this line has no colon, so it is neither a field nor part of a text",
        fix: "write it as `field: text`, or indent it further if it continues the text above",
        where_it_opened: true,
    },
    Meaning {
        said: "did not find expected key",
        means: "a field cannot begin here",
        fix: "line it up with the other fields; if the text begins with a quotation mark, put all of it in quotation marks",
        where_it_opened: false,
    },
    Meaning {
        said: "did not find expected '-' indicator",
        means: "a list entry cannot begin here",
        fix: "begin it with `- ` and line it up with the entries above",
        where_it_opened: false,
    },
    Meaning {
        said: "found character that cannot start any token",
        means: "text cannot begin with this character unless it is in quotation marks",
        fix: "put the text in quotation marks",
        where_it_opened: false,
    },
    Meaning {
        said: "block sequence entries are not allowed",
        means: "a list cannot begin here",
        fix: "begin it on its own line; if this is text that begins with `- `, put it in quotation marks",
        where_it_opened: false,
    },
    Meaning {
        said: "unknown anchor",
        means: "text cannot begin with `*` unless it is in quotation marks",
        fix: "put the text in quotation marks",
        where_it_opened: true,
    },
    Meaning {
        said: "alphabetic or numeric character",
        means: "text cannot begin with `*` or `&` unless it is in quotation marks",
        fix: "put the text in quotation marks",
        where_it_opened: true,
    },
    Meaning {
        said: "found unknown escape character",
        means: "this is not a valid escape in double quotation marks",
        fix: "write `\\\\` for a backslash, or use single quotation marks",
        where_it_opened: false,
    },
    TOO_DEEP,
    Meaning {
        said: "repetition limit exceeded",
        means: budget::SPENT,
        fix: "write the text in full instead",
        where_it_opened: false,
    },
];

fn not_yaml(text: &str, error: &serde_yaml::Error) -> Problem {
    let message = error.to_string();
    let place = text.floor_char_boundary(error.location().map_or(0, |location| location.index()));
    if message.contains("tab") || text[place..].starts_with('\t') {
        return problem("a tab cannot be used to indent", one_character(text, place))
            .help("indent with spaces")
            .fix(Fix::new(FixChange::Tabs(place)));
    }
    if let Some(cause) = causes::sure(text, place) {
        return of_cause(cause);
    }
    let Some(meaning) = MEANINGS.iter().find(|meaning| message.contains(meaning.said)) else {
        let said = message.split(" at line ").next().unwrap_or_default();
        return problem(&format!("this is not valid YAML: {said}"), one_character(text, place))
            .help("check the indentation and quotation marks here and on the lines above");
    };
    let shown =
        if meaning.where_it_opened { opened(text, &message).unwrap_or(place) } else { place };
    let likely = likely_cause(text, shown).or_else(|| likely_cause(text, place));
    if likely.is_none()
        && let Some(cause) = causes::likely(&message, text, shown)
    {
        return of_cause(cause);
    }
    let (help, at) = likely.unwrap_or((meaning.fix, shown));
    let needs_marks = likely.is_some() || meaning.fix.contains("put the text in quotation marks");
    let change = if needs_marks {
        Some(FixChange::Quote(at))
    } else {
        (meaning.means.contains("never closed")).then_some(FixChange::Close(shown))
    };
    let fix = change.map(Fix::new);
    problem(meaning.means, one_character(text, shown)).help(help).fix(fix)
}

fn of_cause(cause: Cause) -> Problem {
    problem(&cause.means, cause.bytes).help(cause.fix).fix(cause.change.map(Fix::new))
}

/// Returns how to fix what most often leads to an error in the line of `place` or the one before it, and
/// the byte that it is at.
fn likely_cause(text: &str, place: usize) -> Option<(&'static str, usize)> {
    let before = &text[..text.floor_char_boundary(place)];
    let line = before.rfind('\n').unwrap_or(0);
    let start = before[..line].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[before.len()..].find('\n').map_or(text.len(), |length| before.len() + length);
    let lines = &text[start..end];
    let marks = [": “", ": ”", ": ‘", ": „", "- “", "- ‘"];
    if let Some(at) = marks.iter().find_map(|mark| lines.find(mark)) {
        return Some((
            "curly quotation marks do not quote in YAML: put straight ones, `\"`, around the whole text",
            start + at + 2,
        ));
    }
    let is_sign = |(at, _): (usize, &str)| {
        lines[at + 2..].starts_with(|c: char| !c.is_whitespace() && c != '#')
    };
    let (at, _) = lines.match_indices(" #").find(|sign| is_sign(*sign))?;
    Some((
        "in YAML a `#` after a blank begins a comment: put text that contains one in straight quotation marks",
        start + at + 1,
    ))
}

fn problem(message: &str, bytes: std::ops::Range<usize>) -> Problem {
    Problem::new(Rule::NotYaml, FieldPath::top(), message).at(Spot::Bytes(bytes))
}

/// Returns the place that libyaml's message names last: `…, while parsing … at line 4 column 3`.
fn opened(text: &str, message: &str) -> Option<usize> {
    Mark::at_end_of(message).map(|mark| bytes_of(text, [mark].into_iter())[0])
}

fn one_character(text: &str, start: usize) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(start);
    start..start + text[start..].chars().next().map_or(0, char::len_utf8)
}

/// Returns the bytes at which lines of three hyphens begin.
fn document_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_mark = |line: &str| {
        line.starts_with("---") && line[3..].chars().next().is_none_or(char::is_whitespace)
    };
    lines_at(text).filter(move |(_, line)| is_mark(line)).map(|(start, _)| start)
}
