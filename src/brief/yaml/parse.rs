//! Reads a file into a type, skipping every field of the wrong type.

use std::cell::LazyCell;
use std::collections::{BTreeSet, HashSet};

use serde::de::DeserializeOwned;

use super::documents::documents;
use super::guided::{Findings, Guided, Walk};
use super::{budget, syntax};
use crate::brief::field_path::{FieldPath, Spot, Step};
use crate::brief::fix::{Fix, FixChange};
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::text::Text;

/// The most values of a wrong type that are reported; a file with more is not a brief.
const MOST_WRONG: usize = 100;

/// The most bytes that are parsed again to find more of them, so that a large file is not parsed a
/// hundred times.
const MOST_PARSED_AGAIN: usize = 4 * 1024 * 1024;

/// The parts of a file that could be read.
#[derive(Debug, Default)]
pub struct Parsed<T> {
    /// The fields that could be read.
    pub file: T,
    /// The fields that could not, because of their value or of how their name is spelt.
    pub unread: BTreeSet<FieldPath>,
    /// Every problem found.
    pub problems: Vec<Problem>,
}

/// Parses prepared text; `describe` says what a field takes, for the help of a wrong value.
///
/// `serde_yaml` stops at the first value of a wrong type. The value is then left out and
/// the text is parsed again, so that a sound file is parsed once and one with n such values
/// n + 1 times, as far as the limits allow. If there may be more, that is told.
///
/// # Errors
///
/// Returns the problem of a text that is not YAML, or not the YAML of one brief.
pub fn parse<T: DeserializeOwned + Default>(
    text: &str,
    describe: impl Fn(&FieldPath) -> Option<Text>,
) -> Result<Parsed<T>, Problem> {
    syntax::check_limits(text)?;
    let mut parsed = Parsed::default();
    let mut wrong = Vec::new();
    let most = (MOST_PARSED_AGAIN / text.len().max(1)).clamp(1, MOST_WRONG);
    loop {
        let walk = Walk::new(&parsed.unread);
        let result = read(text, &walk);
        let Findings { problems: passed_over, misspelt, failed_at, meant } = walk.finish();
        let error = match result {
            Ok((_, true)) => return Err(syntax::second_document(text)),
            Ok((file, false)) => {
                syntax::check_indentation(text, &passed_over)?;
                parsed.file = file;
                parsed.problems = passed_over;
                let texts = LazyCell::new(|| keys_of_texts(text));
                let holds_no_item = |path: &FieldPath| match path.steps() {
                    [Step::Key(key)] => describe(path).is_none() && texts.contains(key.as_str()),
                    _ => false,
                };
                parsed.unread.extend(misspelt.into_iter().filter(|path| !holds_no_item(path)));
                break;
            }
            Err(error) => error,
        };
        if wrong.is_empty() {
            syntax::check(text)?;
        }
        syntax::spent(&error)?;
        let Some(path) = failed_at else {
            return Err(syntax::not_a_brief(&error));
        };
        let unmeant = syntax::unmeant_value(text, &path, &error);
        wrong.push(unmeant.unwrap_or_else(|| wrong_type(&path, &error, &describe, meant)));
        let is_new = parsed.unread.insert(path.clone());
        if !is_new || wrong.len() == most {
            wrong.push(unchecked_after(path, wrong.len()));
            parsed.problems = passed_over;
            break;
        }
    }
    parsed.problems.append(&mut wrong);
    Ok(parsed)
}

/// Reads the first document of `text`. Says whether another follows, which the parser finds where it
/// stopped.
fn read<T: DeserializeOwned + Default>(
    text: &str,
    walk: &Walk<'_>,
) -> Result<(T, bool), serde_yaml::Error> {
    budget::within(text.len().saturating_mul(2), || {
        let mut documents = documents(text);
        let file = match documents.next() {
            Some(document) => T::deserialize(Guided::new(document, walk))?,
            None => T::default(),
        };
        Ok((file, documents.next().is_some()))
    })
}

/// The keys at the start of a line that have a text on the same line, so that nothing is in them.
fn keys_of_texts(text: &str) -> HashSet<&str> {
    let key = |line| {
        let (key, value): (&str, &str) = str::split_once(line, ':')?;
        let is_text = |c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '“');
        value.trim_start().starts_with(is_text).then_some(key)
    };
    text.lines().filter_map(key).collect()
}

/// Says that after so many wrong values the file was read no further.
fn unchecked_after(last: FieldPath, wrong: usize) -> Problem {
    let message = format!("the fields after this one are not checked: {wrong} values are wrong");
    Problem::new(Rule::WrongType, last, message).at(Spot::Key).help("correct these values first")
}

fn wrong_type(
    path: &FieldPath,
    error: &serde_yaml::Error,
    describe: impl Fn(&FieldPath) -> Option<Text>,
    meant: Option<Fix>,
) -> Problem {
    let message = syntax::in_words(error);
    let looks_like_a_collection =
        matches!(message.as_str(), "expected text, found a list" | syntax::MAP_FOR_TEXT);
    let fix = meant.or_else(|| in_another_form(&message));
    let problem = Problem::new(Rule::WrongType, path.clone(), message).fix(fix);
    if looks_like_a_collection {
        return problem
            .help("if this is text that begins with `[` or `{`, put it in quotation marks");
    }
    match describe(path) {
        Some(description) => problem.help(format!("`{path}`: {description}")),
        None => problem,
    }
}

/// Returns the fix of a value of another type that can only mean one of the right type: `yes` for
/// `true`, `¶3` for a number, one text for a list of texts.
fn in_another_form(message: &str) -> Option<Fix> {
    let (expected, found) = message.split_once(", found the text ")?;
    let found = found.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match expected {
        "expected true or false" => match found?.to_lowercase().as_str() {
            "yes" | "y" | "on" | "true" => Some(Fix::value("true")),
            "no" | "n" | "off" | "false" => Some(Fix::value("false")),
            _ => None,
        },
        "expected a whole number of at least 1" => {
            let number = found?.trim_start_matches(|c: char| c == '¶' || c.is_whitespace());
            let number = number.parse::<u32>().ok().filter(|number| *number > 0)?;
            Some(Fix::value(number.to_string()))
        }
        expected if expected.starts_with("expected a list,") => {
            let has_dash = found?.starts_with(['-', '–', '—', '•', '‣', '*']);
            Some(Fix::new(if has_dash { FixChange::Dashes } else { FixChange::Listed }))
        }
        _ => None,
    }
}
