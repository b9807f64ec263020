//! Fixes of problems, to be made with a key.

use std::ops::Range;

use super::lines::LineTable;
use super::problems::{PlacedProblem, placed};
use super::view::{BriefView, is_file};
use crate::brief::{Date, Edit, FieldPath, LineColumn, Problem, Spot};
use crate::commands::check::Levels;
use crate::commands::check::diagnostics::{Diagnostic, Diagnostics};
use crate::library::{Entry, TriedFix, edits_of, fixes};
use crate::text::Text;

/// A fix that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedFix {
    /// What it does.
    pub title: Text,
    /// The bytes of the text that are replaced, in order, and by what.
    pub replaced: Vec<(Range<usize>, String)>,
    /// The problem that it fixes; [`None`] for all that are safe together.
    pub problem: Option<PlacedProblem>,
    /// Whether it leaves alone what is claimed.
    pub is_safe: bool,
}

/// Which fixes are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedFixes {
    /// One for each problem.
    pub each: bool,
    /// All that are safe, together.
    pub all: bool,
}

/// Returns the fixes of the problems that the bytes `range` of the brief touch, and the fix of all safe
/// ones in the brief. The brief has to be checked as it is.
pub fn offered(
    view: &BriefView<'_>,
    range: &Range<usize>,
    wanted: WantedFixes,
    levels: &Levels,
    today: Date,
) -> Vec<OfferedFix> {
    let Some(entry) = view.entry() else { return Vec::new() };
    let is_own = |other: &Entry| is_file(other, view.path);
    let all = Diagnostics::without_fixes(view.library, levels, today, is_own).list;
    let lines = LineTable::new(view.text);
    let text = ClientText { text: view.text, lines: &lines, entry };
    let mut found = Vec::new();
    if wanted.each {
        let touches = |bytes: &Range<usize>| bytes.start <= range.end && range.start <= bytes.end;
        let near: Vec<(&Diagnostic<'_>, PlacedProblem)> = all
            .iter()
            .map(|one| (one, placed(one, view.text, &lines)))
            .filter(|(_, placed)| touches(&placed.bytes))
            .collect();
        let problems: Vec<&Problem> = near.iter().map(|(one, _)| &one.problem).collect();
        for TriedFix { problem, title, edits, is_safe } in fixes(entry, &problems) {
            let (replaced, problem) = (text.replaced(&edits), Some(near[problem].1.clone()));
            found.push(OfferedFix { title, replaced, problem, is_safe });
        }
    }
    if wanted.all {
        found.extend(all_safe(&text, &all));
    }
    found
}

/// Returns the fix of all problems that have a safe one, if there is any.
fn all_safe(text: &ClientText<'_>, all: &[Diagnostic<'_>]) -> Option<OfferedFix> {
    let problems: Vec<&Problem> = all.iter().map(|one| &one.problem).collect();
    let mut safe = fixes(text.entry, &problems);
    safe.retain(|fix| fix.is_safe);
    if safe.is_empty() {
        return None;
    }
    let (edits, chosen) = edits_of(text.entry, &problems, &safe);
    let title = match chosen.len() {
        1 => "fix 1 problem".into(),
        count => format!("fix {count} problems").into(),
    };
    Some(OfferedFix { title, replaced: text.replaced(&edits), problem: None, is_safe: true })
}

/// The text of the editor, and the entry that was made of it.
struct ClientText<'a> {
    text: &'a str,
    lines: &'a LineTable,
    entry: &'a Entry,
}

impl ClientText<'_> {
    /// Returns edits of the entry’s text as edits of the editor’s: that has the same lines and
    /// characters, but other line ends, and characters that are never shown.
    fn replaced(&self, edits: &[Edit]) -> Vec<(Range<usize>, String)> {
        let top = FieldPath::top();
        let spots: Vec<Spot> = edits.iter().map(|edit| Spot::Bytes(edit.bytes.clone())).collect();
        let places = LineColumn::all(self.entry.yaml(), spots.iter().map(|spot| (&top, spot)));
        let byte = |line, column| self.lines.byte_of_character(self.text, line, column);
        let replaced = |(place, edit): (LineColumn, &Edit)| {
            let start = byte(place.line, place.column);
            (start..byte(place.end_line, place.end_column), edit.replacement.clone())
        };
        places.into_iter().zip(edits).map(replaced).collect()
    }
}
