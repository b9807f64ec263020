//! The brief in short, and what is known of a source without its text, as rows. What they say is
//! composed for paper and screen alike.

use super::rows::Selection;
use crate::brief::Brief;
use crate::library::search::TextKind;
use crate::library::{Entry, Library};
use crate::page::{self, Block, ListEntry, NamedField, OverviewBlock, Role, Span, items};
use crate::reader::list::{Row, RowId};
use crate::text::width;

/// Returns the brief in short.
pub fn rows(library: &Library, entry: &Entry) -> Vec<Row> {
    sections(library, entry).into_iter().map(|(_, row)| row).collect()
}

/// Returns the row to scroll the brief in short to, for the `nth` text of a kind, counted from 0:
/// its own, or the heading just above it.
pub fn overview_row(library: &Library, entry: &Entry, kind: TextKind, nth: usize) -> Option<RowId> {
    let sections = sections(library, entry);
    let kinds: Vec<Option<TextKind>> = sections.into_iter().map(|(kind, _)| kind).collect();
    let (row, _) = kinds.iter().enumerate().filter(|(_, of)| **of == Some(kind)).nth(nth)?;
    let above = kinds[..row].iter().rev().take_while(|kind| kind.is_none()).count();
    Some(RowId::Fixed(row - above))
}

/// Returns what is known of a source whose text is not available, and of the selected quote.
pub fn without_text(
    library: &Library,
    entry: &Entry,
    brief: &Brief,
    selection: &Selection,
) -> Vec<Row> {
    let none = Span::new(Role::Caution, "The text of the source is not available.");
    let mut rows = vec![paragraph(vec![none])];
    rows.extend(page::compose_source(library, entry).into_iter().flat_map(block_rows));
    if let Some(quote) = selection.quote.as_ref().and_then(|id| brief.quotes.get(id)) {
        rows.push(heading(&format!("About {}", quote.id)));
        rows.push(paragraph(items::quote(brief, quote, selection.finding(entry)).basis));
    }
    rows
}

/// Returns the brief in short, row by row, with the kind of text that each shows.
fn sections(library: &Library, entry: &Entry) -> Vec<(Option<TextKind>, Row)> {
    let blocks = page::compose_overview(library, entry).into_iter();
    let rows =
        |OverviewBlock { kind, block }| block_rows(block).into_iter().map(move |row| (kind, row));
    blocks.flat_map(rows).collect()
}

/// Returns the rows that show a block of a document.
fn block_rows(block: Block) -> Vec<Row> {
    let bullet = |flow| {
        let label = Some(Span::new(Role::Label, "•"));
        Row { label, indent: 2, ..paragraph(flow) }
    };
    let field = |NamedField { name, values, .. }| Row {
        label: Some(Span::new(Role::Label, name)),
        indent: width("Based on "),
        blocks: values,
        ..Row::default()
    };
    match block {
        Block::Heading(title) | Block::Subheading(title) => vec![heading(&title)],
        Block::Paragraph(flow) => vec![paragraph(flow)],
        Block::Numbered(flows) | Block::Bullets(flows) => flows.into_iter().map(bullet).collect(),
        Block::Fields(fields) => fields.into_iter().map(field).collect(),
        Block::Entries(entries) => {
            let entry = |entry: ListEntry| Row { blocks: entry.body, ..Row::default() }.with_gap();
            entries.into_iter().map(entry).collect()
        }
        // The brief in short has none of these.
        Block::Asks(_)
        | Block::Voice { .. }
        | Block::Table(_)
        | Block::Matrix(_)
        | Block::Lines(_)
        | Block::Contents(_) => Vec::new(),
    }
}

fn heading(title: &str) -> Row {
    Row::block(vec![Span::new(Role::Heading, title)])
}

fn paragraph(spans: Vec<Span>) -> Row {
    Row::block(spans).with_gap()
}
