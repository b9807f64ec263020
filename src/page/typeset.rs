//! Sets spans in lines.

use std::ops::Range;

use super::document::Span;
use crate::text::{Text, wrap};

/// Sets `spans`, one after the other, in lines of at most `first` columns and then at most
/// `rest`, cutting a span where its line ends. Each piece keeps its role and anchor.
///
/// Words break at spaces also where two spans meet; the space that a line breaks at is dropped.
/// Only a web address may be wider than the line.
pub fn typeset(spans: &[Span], first: usize, rest: usize) -> Vec<Vec<Span>> {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(spans.len());
    for span in spans {
        text.push_str(&span.text);
        ends.push(text.len());
    }
    wrap(&text, first, rest).into_iter().map(|line| pieces(spans, &ends, &line)).collect()
}

/// The parts of `spans` that stand on `line`; `ends` are where the spans end in their joined text.
fn pieces(spans: &[Span], ends: &[usize], line: &Range<usize>) -> Vec<Span> {
    let first = ends.partition_point(|end| *end <= line.start);
    spans[first..]
        .iter()
        .zip(&ends[first..])
        .map(|(span, end)| (span, end - span.text.len()))
        .take_while(|(_, start)| *start < line.end)
        .map(|(span, start)| {
            let from = line.start.saturating_sub(start);
            let to = span.text.len().min(line.end - start);
            Span { text: Text::new(&span.text[from..to]), ..span.clone() }
        })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Role;

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
}
