//! Reads one brief file.

use std::sync::Arc;

use super::format::BriefFile;
use super::id::Id;
use super::model::Brief;
use super::problem::Problem;
use super::rule::Severity;
use super::{resolve, schema, yaml};

/// The contents of a file, and its problems.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The file's text, as places count it: lines end in LF, and characters that are never
    /// shown are replaced one for one.
    pub yaml: Arc<str>,
    /// The brief; [`None`] if the file breaks the format.
    pub brief: Option<Brief>,
    /// Every structural problem of the file, in the order of the file. One of them is an error exactly
    /// if there is no brief.
    pub problems: Vec<Problem>,
}

/// Reads the bytes of the brief `id`.
///
/// Reads any bytes without a panic, and finds every structural problem, not only the first: a bad
/// field does not hide its good neighbours.
pub fn read(id: &Id, bytes: &[u8]) -> Reading {
    let (text, mut problems) = match yaml::prepare(bytes) {
        Ok(prepared) => prepared,
        Err((text, problem)) => {
            return Reading { yaml: text.into(), brief: None, problems: vec![problem] };
        }
    };
    let brief = match yaml::parse::<BriefFile>(&text, schema::describe) {
        Ok(parsed) => {
            let (brief, found) = resolve::resolve(id, parsed.file, &parsed.unread);
            problems.extend(parsed.problems);
            problems.extend(found);
            problems.extend(resolve::cut_texts(&text));
            let is_sound =
                problems.iter().all(|problem| problem.rule.default_severity() < Severity::Error);
            brief.filter(|_| is_sound)
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let problems = in_order(&text, problems);
    Reading { yaml: text.into(), brief, problems }
}

/// Returns problems in the order of the file.
fn in_order(text: &str, problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() < 2 {
        return problems;
    }
    let places = yaml::locate_all(text, problems.iter().map(Problem::place));
    let mut by_start: Vec<(usize, Problem)> =
        places.into_iter().map(|place| place.start).zip(problems).collect();
    by_start.sort_by_key(|(start, _)| *start);
    by_start.into_iter().map(|(_, problem)| problem).collect()
}
