//! Shows a problem to a person: the message, the place with an excerpt, and the fix.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::{Deserialize, Serialize};

use super::field_path::{FieldPath, Spot};
use super::problem::Problem;
use super::rule::Severity;
use super::yaml::{self, Mark};

/// Where a problem is in its file. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineColumn {
    /// The bytes of the file's prepared text, [`Reading::yaml`](super::Reading::yaml).
    pub bytes: Range<usize>,
    /// The line it begins on.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The column after its end.
    pub end_column: usize,
}

impl LineColumn {
    /// Returns the place of `problem` in `yaml`; the text is walked for it. If there are more, use
    /// [`locate_all`](Self::locate_all).
    pub fn locate(yaml: &str, problem: &Problem) -> Self {
        let (path, spot) = problem.place();
        Self::at(yaml, path, spot)
    }

    /// Returns the places of `problems` in `yaml`, in their order. The text is walked once for all of
    /// them, so ask only for problems that are shown.
    pub fn locate_all<'p>(
        yaml: &str,
        problems: impl IntoIterator<Item = &'p Problem>,
    ) -> Vec<Self> {
        Self::all(yaml, problems.into_iter().map(Problem::place))
    }

    /// Returns the place of a part of the field that `path` leads to; the text is walked for it.
    pub fn at(yaml: &str, path: &FieldPath, spot: &Spot) -> Self {
        Self::all(yaml, [(path, spot)]).remove(0)
    }

    /// Returns the places of parts of fields, in their order. The text is walked once for all of
    /// them.
    pub fn all<'p>(
        yaml: &str,
        spots: impl IntoIterator<Item = (&'p FieldPath, &'p Spot)>,
    ) -> Vec<Self> {
        let places = yaml::locate_all(yaml, spots);
        let ends: BTreeSet<usize> =
            places.iter().flat_map(|bytes| [bytes.start, bytes.end]).collect();
        let marks = yaml::marks_of(yaml, ends.iter().copied());
        let marks: HashMap<usize, Mark> = ends.into_iter().zip(marks).collect();
        let place = |bytes: Range<usize>| {
            let (start, end) = (marks[&bytes.start], marks[&bytes.end]);
            let Mark { line, column } = start;
            Self { bytes, line, column, end_line: end.line, end_column: end.column }
        };
        places.into_iter().map(place).collect()
    }
}

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportStyle {
    /// Whether it may use colour.
    pub colour: bool,
    /// The columns it may take; excerpts of longer lines are cut.
    pub width: usize,
}

/// Lines that are longer in all, in bytes, are not shown: an excerpt is cut from them each time.
const MOST_EXCERPT: usize = 10_000;

/// Returns a report of `problem`, which is at `place` in the file shown as `file`, whose prepared
/// text is `yaml`.
///
/// ```text
/// error[unknown-id]: this brief has no item `q9`
///   ╭▸ briefs/ferry-lights.yaml:54:15
///   │
/// 54 │     evidence: q9
/// ```
pub fn report(
    file: &str,
    yaml: &str,
    problem: &Problem,
    place: &LineColumn,
    severity: Severity,
    style: ReportStyle,
) -> String {
    let level = if severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(problem.message.as_str()).id(problem.rule.name());
    let lines = whole_lines(yaml, &place.bytes);
    let mut group = if lines.len() > MOST_EXCERPT {
        title.element(Origin::path(file).line(place.line).char_column(place.column))
    } else {
        let span = place.bytes.start - lines.start..place.bytes.end - lines.start;
        let snippet = Snippet::source(&yaml[lines])
            .path(file)
            .line_start(place.line)
            .annotation(AnnotationKind::Primary.span(span));
        title.element(snippet)
    };
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width).render(&[group])
}

/// Returns the bytes of the lines that `bytes` are on.
fn whole_lines(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = text[..bytes.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[bytes.end..].find('\n').map_or(text.len(), |newline| bytes.end + newline);
    start..end
}
