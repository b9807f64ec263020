//! Sets spans in lines, and lines beside their labels.

use std::ops::Range;

use super::document::{Role, Span};
use crate::text::{Text, width, wrap};

/// The spans on one line. The spaces that indent it are spans of their own.
pub type SetLine = Vec<Span>;

/// The columns between a label and what it labels.
pub const GAP: usize = 2;

/// Sets `spans`, one after the other, in lines of at most `first` columns and then at most `rest`, and
/// cuts a span where its line ends. Each piece keeps its role and anchor.
///
/// Words break at spaces, also between two spans; the space that a line breaks at is dropped. Only a
/// web address may be wider than the line.
pub fn typeset(spans: &[Span], first: usize, rest: usize) -> Vec<SetLine> {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(spans.len());
    for span in spans {
        text.push_str(&span.text);
        ends.push(text.len());
    }
    wrap(&text, first, rest).into_iter().map(|line| pieces(spans, &ends, &line)).collect()
}

/// Puts `labels` before the first of `lines`, each in the columns that are kept for it, and indents the
/// other lines by as much. If a label needs more columns than that, all of them come above `lines`, in
/// lines of at most `columns`.
pub fn set_beside(
    labels: &[(Span, usize)],
    mut lines: Vec<SetLine>,
    columns: usize,
) -> Vec<SetLine> {
    let indent = labels.iter().map(|(_, columns)| columns).sum();
    let fits = labels.iter().all(|(label, columns)| width(&label.text) < *columns);
    let label = labels.iter().flat_map(|(label, columns)| {
        let space = if fits { columns - width(&label.text) } else { GAP };
        [label.clone(), blank(space)]
    });
    let label: SetLine = label.filter(|span| !span.text.is_empty()).collect();
    let mut set = Vec::with_capacity(lines.len());
    match lines.first_mut().filter(|_| fits) {
        Some(first) => {
            first.splice(..0, label);
            set.extend(lines.drain(..1));
        }
        None => set.extend(typeset(&label, columns, columns)),
    }
    set.extend(lines.into_iter().map(|line| indented(line, indent)));
    set
}

/// Returns `line` behind an indent of this many columns.
pub fn indented(mut line: SetLine, columns: usize) -> SetLine {
    if columns > 0 {
        line.insert(0, blank(columns));
    }
    line
}

/// Returns this many spaces.
pub fn blank(columns: usize) -> Span {
    Span::new(Role::Plain, " ".repeat(columns))
}

/// Returns the parts of `spans` on `line`; `ends` are where the spans end in their joined text.
fn pieces(spans: &[Span], ends: &[usize], line: &Range<usize>) -> SetLine {
    let first = ends.partition_point(|end| *end <= line.start);
    spans[first..]
        .iter()
        .zip(&ends[first..])
        .map(|(span, end)| (span, end - span.text.len()))
        .take_while(|(_, start)| *start < line.end)
        .map(|(span, start)| {
            let from = line.start.saturating_sub(start);
            let to = span.text.len().min(line.end - start);
            if to - from == span.text.len() {
                return span.clone();
            }
            Span { text: Text::new(&span.text[from..to]), ..span.clone() }
        })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::plain;

    #[test]
    fn cuts_spans_where_lines_end_and_keeps_their_roles() {
        let spans =
            [Span::new(Role::Speaker, "Dana Vale"), Span::new(Role::Plain, ", chief inspector")];
        let lines: Vec<Vec<_>> = typeset(&spans, 12, 12)
            .into_iter()
            .map(|line| line.into_iter().map(|span| (span.role, span.text.to_string())).collect())
            .collect();
        assert_eq!(
            lines,
            [
                vec![(Role::Speaker, "Dana Vale".into()), (Role::Plain, ",".into())],
                vec![(Role::Plain, "chief".into())],
                vec![(Role::Plain, "inspector".into())],
            ]
        );
    }

    #[track_caller]
    fn assert_beside(labels: &[(&str, usize)], lines: &[&str], expected: &str) {
        let labels: Vec<_> = labels
            .iter()
            .map(|(label, columns)| (Span::new(Role::Label, *label), *columns))
            .collect();
        let lines = lines.iter().map(|line| vec![Span::new(Role::Plain, *line)]).collect();
        assert_eq!(plain(set_beside(&labels, lines, 12)), expected);
    }

    #[test]
    fn labels_come_before_the_first_line() {
        assert_beside(&[("c1", 4)], &["boats", "sail"], "c1  boats\n    sail\n");
        assert_beside(&[("a1", 4), ("ASK", 5)], &["pay"], "a1  ASK  pay\n");
        assert_beside(&[], &["boats", "sail"], "boats\nsail\n");
    }

    #[test]
    fn labels_that_are_too_wide_come_above() {
        assert_beside(&[("claim-1", 7), ("x", 2)], &["boats"], "claim-1  x\n         boats\n");
        assert_beside(&[("a label too wide", 4)], &["boats"], "a label too\nwide\n    boats\n");
        assert_beside(&[("c1", 0)], &["boats"], "c1\nboats\n");
    }

    #[test]
    fn a_label_without_lines_is_alone() {
        assert_beside(&[("c1", 4)], &[], "c1\n");
        assert_beside(&[("", 4)], &[], "");
        assert_beside(&[("", 4)], &["boats"], "    boats\n");
    }
}
