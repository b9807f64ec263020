//! The header and footer of a part, and of a page of it.

use super::document::{DocumentPart, Role, Span};
use super::typeset::{GAP, SetLine, blank, typeset};
use crate::text::{Text, width};

/// A header with the title of a pack has at most this many lines.
const LONGEST_PACK_HEAD: usize = 2;

/// Returns what comes above a part: its label, its marking in the middle, `page` at the right; its
/// title; a rule.
pub fn head(part: &DocumentPart, page: &str, columns: usize) -> Vec<SetLine> {
    let mut lines = running_head(part, page, columns);
    lines.extend(title(part, columns));
    lines.push(rule(columns));
    lines
}

/// Returns the label of a part, its marking in the middle and `page` at the right, on one line if
/// they fit. If not, the marking comes below the others.
pub fn running_head(part: &DocumentPart, page: &str, columns: usize) -> Vec<SetLine> {
    let label = Span::new(Role::Label, part.label.clone());
    let page = Span::new(Role::Label, page);
    let taken = width(&label.text);
    let right = columns.saturating_sub(width(&page.text));
    let Some(marking) = &part.marking else { return vec![spread(vec![(0, label), (right, page)])] };
    let start = (columns.saturating_sub(width(marking)) / 2).max(taken + GAP);
    let gap = if page.text.is_empty() { 0 } else { GAP };
    if start + width(marking) + gap <= right {
        let marking = Span::new(Role::Label, marking.clone());
        vec![spread(vec![(0, label), (start, marking), (right, page)])]
    } else {
        let mut lines = vec![spread(vec![(0, label), (right, page)])];
        lines.extend(centred(marking, columns));
        lines
    }
}

/// Returns the title of the pack that a part belongs to, `page` and the marking, and below them the
/// label of the part. A title that is too long for that is left out.
pub fn pack_head(pack: &Text, part: &DocumentPart, page: &str, columns: usize) -> Vec<SetLine> {
    let line = |title: Option<&Text>| {
        let pieces = [title.map(Text::as_str), Some(page.trim()), part.marking.as_deref()];
        let text = pieces.into_iter().flatten().collect::<Vec<&str>>().join(" · ");
        typeset(&[Span::new(Role::Label, text)], columns, columns)
    };
    let mut lines = line(Some(pack));
    if lines.len() > LONGEST_PACK_HEAD {
        lines = line(None);
    }
    lines.extend(typeset(&[Span::new(Role::Label, part.label.clone())], columns, columns));
    lines
}

/// Sets the title of a part in lines.
pub fn title(part: &DocumentPart, columns: usize) -> Vec<SetLine> {
    typeset(&[Span::new(Role::Title, part.title.clone())], columns, columns)
}

/// Returns a rule across the page.
pub fn rule(columns: usize) -> SetLine {
    vec![Span::new(Role::Plain, "=".repeat(columns))]
}

/// Returns what comes below a part: a blank line and its marking, or nothing.
pub fn foot(part: &DocumentPart, columns: usize) -> Vec<SetLine> {
    let marking = part.marking.iter().flat_map(|marking| centred(marking, columns));
    let blank = part.marking.iter().map(|_| SetLine::new());
    blank.chain(marking).collect()
}

/// Centres `text` on its lines.
fn centred(text: &Text, columns: usize) -> Vec<SetLine> {
    let lines = typeset(&[Span::new(Role::Label, text.clone())], columns, columns);
    let centre = |mut line: SetLine| {
        let taken: usize = line.iter().map(|span| width(&span.text)).sum();
        line.insert(0, blank(columns.saturating_sub(taken) / 2));
        line
    };
    lines.into_iter().map(centre).collect()
}

/// Puts each span at its column of one line.
fn spread(spans: Vec<(usize, Span)>) -> SetLine {
    let mut line = SetLine::new();
    let mut taken = 0;
    for (column, span) in spans.into_iter().filter(|(_, span)| !span.text.is_empty()) {
        line.push(blank(column.saturating_sub(taken)));
        taken = column.max(taken) + width(&span.text);
        line.push(span);
    }
    line
}
