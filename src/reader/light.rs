//! Highlights the matches of a search in the rows of a list.

use std::ops::Range;

use super::list::Row;
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::text::{FoldedText, Text};

/// Highlights everything that `query` finds in the texts of a row.
pub fn lit(mut row: Row, query: &Query) -> Row {
    if !query.is_empty() {
        for block in &mut row.blocks {
            *block = lit_block(block, query);
        }
    }
    row
}

/// Returns whether a text matches `query`.
pub fn text_matches(text: &Text, query: &Query) -> bool {
    query.fits_texts(&[FoldedText::new(text)])
}

/// Highlights everything that `query` finds in a line of a page, the program’s own words too.
pub fn lit_line(line: &[Span], query: &Query) -> Vec<Span> {
    if query.is_empty() { line.to_vec() } else { lit_found(line, &query.light(&whole(line))) }
}

/// Returns whether lines of a page match `query` together, the program’s own words too.
pub fn lines_match(lines: &[Vec<Span>], query: &Query) -> bool {
    let texts: Vec<FoldedText> = lines.iter().map(|line| whole(line)).collect();
    query.fits_texts(&texts)
}

fn whole(line: &[Span]) -> FoldedText {
    let text: String = line.iter().map(|span| span.text.as_str()).collect();
    FoldedText::new(&text.into())
}

/// Returns whether the texts of a row match `query`, without the rest of the brief.
pub fn matches(row: &Row, query: &Query) -> bool {
    let texts: Vec<FoldedText> =
        row.blocks.iter().flat_map(|block| stretches(block)).map(folded).collect();
    query.fits_texts(&texts)
}

fn lit_block(block: &[Span], query: &Query) -> Vec<Span> {
    stretches(block).flat_map(|spans| lit_spans(spans, query)).collect()
}

/// Splits a block into runs that are searched as one text. Labels and states, which are the program's
/// own words, are runs of their own.
fn stretches(block: &[Span]) -> impl Iterator<Item = &[Span]> {
    block.chunk_by(|one, next| is_text(one) && is_text(next))
}

fn is_text(span: &Span) -> bool {
    !matches!(span.role, Role::Label | Role::State(_) | Role::Caution | Role::Aside | Role::Heading)
}

fn folded(spans: &[Span]) -> FoldedText {
    let text: String =
        spans.iter().filter(|span| is_text(span)).map(|span| span.text.as_str()).collect();
    FoldedText::new(&text.into())
}

fn lit_spans(spans: &[Span], query: &Query) -> Vec<Span> {
    lit_found(spans, &query.light(&folded(spans)))
}

/// Highlights what is found in the text that spans make together.
fn lit_found(spans: &[Span], found: &[Range<usize>]) -> Vec<Span> {
    let mut start = 0;
    let mut all = Vec::with_capacity(spans.len() + 2 * found.len());
    for span in spans {
        all.extend(pieces(span, start, found));
        start += span.text.len();
    }
    all
}

/// Returns the pieces of a span whose first byte is at `start` of the text in which `found` counts.
fn pieces(span: &Span, start: usize, found: &[Range<usize>]) -> Vec<Span> {
    let length = span.text.len();
    let piece = |from: usize, to: usize, lit| Span {
        text: Text::new(&span.text[from..to]),
        lit,
        ..span.clone()
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in found {
        let from = range.start.saturating_sub(start).clamp(at, length);
        let to = range.end.saturating_sub(start).clamp(from, length);
        pieces.push(piece(at, from, false));
        pieces.push(piece(from, to, true));
        at = to;
    }
    pieces.push(piece(at, length, false));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the blocks of a row, with what is highlighted in brackets.
    #[track_caller]
    fn assert_lit(spans: &[(Role, &str)], query: &str, expected: &str) {
        let block = spans.iter().map(|(role, text)| Span::new(*role, *text)).collect();
        let row = lit(Row { blocks: vec![block], ..Row::default() }, &Query::parse(query));
        let shown: String = row.blocks[0]
            .iter()
            .map(|span| if span.lit { format!("{{{}}}", span.text) } else { span.text.to_string() })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn lights_across_spans_and_in_the_text_as_it_is_written() {
        assert_lit(&[(Role::Plain, "dark "), (Role::Citation, "web")], "\"k w\"", "dar{k }{w}eb");
        assert_lit(&[(Role::Plain, "İ Straße 👩\u{200d}👧")], "strasse", "İ {Straße} 👩\u{200d}👧");
        assert_lit(&[(Role::Plain, "“it’s” e\u{301}")], "it's é", "“{it’s}” {e\u{301}}");
    }

    #[test]
    fn leaves_names_and_states_alone() {
        assert_lit(
            &[(Role::Label, "Part quote: "), (Role::Quotation, "a part")],
            "part",
            "Part quote: a {part}",
        );
        assert_lit(&[(Role::Plain, "a"), (Role::Label, " b"), (Role::Plain, "a")], "a", "{a} b{a}");
    }

    #[test]
    fn highlights_nothing_if_nothing_is_searched_for() {
        assert_lit(&[(Role::Plain, "a")], "-a", "a");
    }
}
