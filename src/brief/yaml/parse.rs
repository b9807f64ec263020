//! Reads a file into the shape of the format, past every field that does not fit.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::guided::{Guided, Walk};
use super::{budget, syntax};
use crate::brief::field_path::FieldPath;
use crate::brief::format::BriefFile;
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::brief::schema;

/// At most this many values of a wrong type are reported; a file with more is no brief.
const MOST_WRONG: usize = 100;

/// What could be read of a file.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The fields that fit.
    pub file: BriefFile,
    /// The fields that do not, and were passed over.
    pub unread: BTreeSet<FieldPath>,
    /// Every problem found.
    pub problems: Vec<Problem>,
}

/// Parses prepared text.
///
/// `serde_yaml` stops at the first value of a wrong type. The value is then left out and
/// the text is parsed again, so that a sound file is parsed once and one with n such values
/// n + 1 times.
///
/// # Errors
///
/// Gives the problem of a text that is not YAML, or not the YAML of one brief.
pub fn parse(text: &str) -> Result<Parsed, Problem> {
    let mut parsed = Parsed::default();
    let mut wrong = Vec::new();
    loop {
        let walk = Walk::new(&parsed.unread);
        let result = read(text, &walk);
        let (passed_over, failed_at) = walk.finish();
        let error = match result {
            Ok(file) => {
                syntax::second_document(text)?;
                parsed.file = file;
                parsed.problems = passed_over;
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
        wrong.push(wrong_type(&path, &error));
        if !parsed.unread.insert(path) || wrong.len() == MOST_WRONG {
            parsed.problems = passed_over;
            break;
        }
    }
    parsed.problems.append(&mut wrong);
    Ok(parsed)
}

fn read(text: &str, walk: &Walk<'_>) -> Result<BriefFile, serde_yaml::Error> {
    budget::within(text.len().saturating_mul(2), || {
        let mut documents = serde_yaml::Deserializer::from_str(text);
        match documents.next() {
            Some(document) => BriefFile::deserialize(Guided::new(document, walk)),
            None => Ok(BriefFile::default()),
        }
    })
}

fn wrong_type(path: &FieldPath, error: &serde_yaml::Error) -> Problem {
    let message = syntax::in_words(error);
    let looks_like_a_collection =
        matches!(message.as_str(), "expected text, found a list" | "expected text, found a map");
    let problem = Problem::new(Rule::WrongType, path.clone(), message);
    if looks_like_a_collection {
        return problem.help("put a text that begins with [ or { in quotation marks");
    }
    match schema::describe(path) {
        Some(description) => problem.help(format!("`{path}`: {description}")),
        None => problem,
    }
}
