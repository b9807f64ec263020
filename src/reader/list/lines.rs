//! Rows laid out in lines.

use super::row::{Row, Typesetting};
use crate::page::{Role, Span, blank, set_beside, typeset};
use crate::text::{cut, width};

/// The columns to the left of the text: the bar of the selected row, and the mark of a linked one.
pub const GUTTER: usize = 2;

/// The columns to the right of the text that are kept for counts.
const COUNT: usize = 4;

/// The columns that are kept for a sign.
const SIGN: usize = 2;

/// The narrowest text that is worth keeping columns for counts beside.
const ROOM_FOR_COUNT: usize = 16;

/// One line of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLine {
    /// Its text.
    pub spans: Vec<Span>,
    /// The count at its right edge. Only the first line of a row has one.
    pub count: Option<usize>,
    /// The sign at its right edge. Only the last line of a row has one.
    pub sign: Option<Span>,
}

/// A row laid out in lines.
#[derive(Clone, Debug)]
pub struct LaidRow {
    /// Its lines; at least one.
    pub lines: Vec<RowLine>,
    /// The number of lines, from the first, that are its heading.
    pub heading: usize,
    /// The number of lines before the gap.
    pub body: usize,
}

/// Lays a row out in `columns`, which include the gutter and one column of margin at the right.
pub fn lay_out(row: &Row, columns: usize) -> LaidRow {
    let columns = columns.saturating_sub(GUTTER + 1).max(1);
    let count = row.count.filter(|_| columns >= ROOM_FOR_COUNT + COUNT);
    let columns = if count.is_some() { columns + 1 - COUNT } else { columns };
    let indent = row.indent.min(columns / 3);
    let room = columns - indent;
    let sign = row.sign.clone().filter(|_| columns >= ROOM_FOR_COUNT);
    let last = row.blocks.len().saturating_sub(1);
    let typeset_block = |(i, block): (usize, &Vec<Span>)| match row.setting {
        Typesetting::Wrapped => typeset(block, room, room),
        Typesetting::Lines => vec![block.clone()],
        Typesetting::Cut if i == last && sign.is_some() => vec![shortened(block, room - SIGN)],
        Typesetting::Cut => vec![shortened(block, room)],
    };
    let blocks =
        row.blocks.iter().enumerate().flat_map(typeset_block).flat_map(|line| fold(line, room));
    let label = row.label.clone().unwrap_or_else(|| Span::new(Role::Plain, ""));
    let set = set_beside(&[(label, indent)], blocks.collect(), columns);
    let line = |spans| RowLine { spans, ..RowLine::default() };
    let mut lines: Vec<RowLine> = set.into_iter().map(line).collect();
    if lines.is_empty() {
        lines.push(RowLine::default());
    }
    set_margin(&mut lines, &row.margin, indent);
    lines[0].count = count;
    if let Some(last) = lines.last_mut() {
        last.sign = sign;
    }
    let heading = row.heading.iter().flat_map(|block| typeset(block, columns, columns));
    let heading: Vec<RowLine> = heading.map(line).collect();
    let above = heading.len();
    lines.splice(0..0, heading);
    let body = lines.len();
    lines.extend(row.gap.then(RowLine::default));
    LaidRow { lines, heading: above, body }
}

/// Puts what is below a label in the `indent` columns beside `lines`, from the second on. A short block
/// makes room for three lines of it.
fn set_margin(lines: &mut Vec<RowLine>, margin: &[Span], indent: usize) {
    const LEAST: usize = 3;
    if indent == 0 {
        return;
    }
    let room = (lines.len() - 1).max(LEAST.min(margin.len()));
    let shown = if margin.len() > room { room - 1 } else { margin.len() };
    let more = margin.len() - shown;
    let more = (more > 0).then(|| Span::new(Role::Aside, format!("+{more}")));
    for (at, label) in margin[..shown].iter().cloned().chain(more).enumerate() {
        if at + 1 == lines.len() {
            lines.push(RowLine { spans: vec![blank(indent)], ..RowLine::default() });
        }
        let label = shortened(&[label], indent.saturating_sub(1));
        let columns: usize = label.iter().map(|span| width(&span.text)).sum();
        let label = label.into_iter().chain([blank(indent.saturating_sub(columns))]);
        // The first span of a line below the label is its indent.
        lines[at + 1].spans.splice(..1, label);
    }
}

/// Returns the number of lines that rows take together in `columns`, or `most` if they take more. No
/// more rows are laid out than it takes to know.
pub fn lines_of(rows: impl Iterator<Item = Row>, columns: usize, most: usize) -> usize {
    let mut lines = 0;
    for row in rows {
        lines += lay_out(&row, columns).lines.len();
        if lines >= most {
            return most;
        }
    }
    lines
}

/// Cuts a line to `columns`; an ellipsis marks the cut.
fn shortened(line: &[Span], columns: usize) -> Vec<Span> {
    let all: usize = line.iter().map(|span| width(&span.text)).sum();
    if all <= columns {
        return line.to_vec();
    }
    let mut room = columns.saturating_sub(1);
    let mut kept = Vec::new();
    for span in line {
        let piece = cut(&span.text, room);
        room -= width(piece);
        if piece.len() < span.text.len() {
            let text = format!("{}…", piece.trim_end()).into();
            kept.push(Span { text, ..span.clone() });
            break;
        }
        kept.push(span.clone());
    }
    kept
}

/// Breaks a line that is wider than `columns`. Only a line with a web address is: on paper it may
/// run on, on a screen its end would be lost.
fn fold(line: Vec<Span>, columns: usize) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    let mut room = columns;
    for span in line {
        let mut rest = span.text.as_str();
        while !rest.is_empty() {
            let fits = cut(rest, room);
            // A character wider than the whole line is still shown.
            let piece = if fits.is_empty() && room == columns { rest } else { fits };
            rest = &rest[piece.len()..];
            room = room.saturating_sub(width(piece));
            if let Some(line) = lines.last_mut().filter(|_| !piece.is_empty()) {
                line.push(Span { text: piece.into(), ..span.clone() });
            }
            if !rest.is_empty() {
                lines.push(Vec::new());
                room = columns;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_of_an_address_wider_than_the_pane() {
        let url = "https://example.org/a/long/address/that/has/no/end";
        let row = Row { blocks: vec![vec![Span::new(Role::Url, url)]], ..Row::default() };
        let lines: Vec<String> = lay_out(&row, 20)
            .lines
            .iter()
            .map(|line| line.spans.iter().map(|span| span.text.as_str()).collect())
            .collect();
        assert!(lines.iter().all(|line| width(line) <= 17));
        assert_eq!(lines.concat(), url);
    }

    #[test]
    fn a_label_too_wide_for_its_columns_goes_above() {
        let row = Row {
            label: Some(Span::new(Role::Label, "digital-markets")),
            indent: 16,
            blocks: vec![vec![Span::new(Role::Plain, "text")]],
            ..Row::default()
        };
        let lines = |columns| lay_out(&row, columns).lines.len();
        assert_eq!((lines(60), lines(30)), (1, 2));
    }
}
