//! Sets spans in lines.

use super::document::Span;
use crate::text::{Text, wrap};

/// Sets `spans`, one after the other, in lines of at most `first` columns and then at most
/// `rest`, cutting a span where its line ends. Each piece keeps its role and anchor.
///
/// Words break at spaces also where two spans meet; the space that a line breaks at is dropped.
/// Only a web address may be wider than the line.
#[must_use]
pub fn typeset(spans: &[Span], first: usize, rest: usize) -> Vec<Vec<Span>> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    wrap(&text, first, rest).into_iter().map(|line| pieces(spans, line.start, line.end)).collect()
}

/// The parts of `spans` that stand between two byte offsets of their joined text.
fn pieces(spans: &[Span], start: usize, end: usize) -> Vec<Span> {
    let mut offset = 0;
    let mut line = Vec::new();
    for span in spans {
        let here = offset..offset + span.text.len();
        offset = here.end;
        let (from, to) = (start.max(here.start), end.min(here.end));
        if from < to {
            let text = Text::new(&span.text[from - here.start..to - here.start]);
            line.push(Span { text, ..span.clone() });
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Role;

    #[test]
    fn cuts_spans_where_lines_end_and_keeps_their_roles() {
        let spans = [Span::new(Role::Speaker, "Dana Vale"), Span::new(Role::Plain, ", chief inspector")];
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
