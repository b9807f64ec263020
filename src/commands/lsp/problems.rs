//! The problems of an open brief, each at its place in the editor’s text.

use std::ops::Range;
use std::path::Path;

use super::lines::LineTable;
use super::view::is_file;
use crate::brief::{Date, Rule};
use crate::commands::check::Levels;
use crate::commands::check::diagnostics::{Diagnostic, Diagnostics};
use crate::library::{Entry, Library};
use crate::text::Text;

/// A problem, and where the editor has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedProblem {
    /// The rule that is broken.
    pub rule: Rule,
    /// Whether it is an error rather than a warning.
    pub is_error: bool,
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// What is wrong, and how to fix it.
    pub message: Text,
}

/// Returns the problems of briefs, each given by its file and its text: those that `check` would report
/// of `library`.
pub fn problems_in(
    library: &Library,
    briefs: &[(&Path, &str)],
    levels: &Levels,
    today: Date,
) -> Vec<Vec<PlacedProblem>> {
    let is_wanted = |entry: &Entry| briefs.iter().any(|(path, _)| is_file(entry, path));
    let all = Diagnostics::without_fixes(library, levels, today, is_wanted);
    let placed = |(path, text): &(&Path, &str)| {
        let lines = LineTable::new(text);
        let own = all.list.iter().filter(|one| is_file(one.entry, path));
        own.map(|one| placed(one, text, &lines)).collect()
    };
    briefs.iter().map(placed).collect()
}

/// Returns a problem at its place in the editor’s `text`, which has these `lines`.
pub fn placed(diagnostic: &Diagnostic<'_>, text: &str, lines: &LineTable) -> PlacedProblem {
    let place = &diagnostic.place;
    let start = lines.byte_of_character(text, place.line, place.column);
    let end = lines.byte_of_character(text, place.end_line, place.end_column);
    let message = match &diagnostic.problem.help {
        Some(help) => format!("{}\nHelp: {help}", diagnostic.problem.message).into(),
        None => diagnostic.problem.message.clone(),
    };
    PlacedProblem {
        rule: diagnostic.problem.rule,
        is_error: diagnostic.severity_word() == "error",
        bytes: start..end.max(start),
        message,
    }
}
