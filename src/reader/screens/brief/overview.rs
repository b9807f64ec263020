//! The brief in short, and what is known of a source without its text, as rows. What they say is
//! composed for paper and screen alike.

use std::collections::HashMap;

use super::rows::Selection;
use crate::brief::{Anchor, Brief, FieldPath};
use crate::library::search::TextKind;
use crate::library::{Entry, Library};
use crate::page::{self, Block, Flow, ListEntry, NamedField, OverviewBlock, Role, Span, items};
use crate::reader::list::{Row, RowId};
use crate::text::{Text, width};

/// A row of the brief in short.
#[derive(Clone, Debug)]
pub struct OverviewRow {
    /// Which kind of text of the brief it shows; [`None`] if it is a remark.
    pub kind: Option<TextKind>,
    /// The items that it leads to, in the order in which it cites them, each once.
    pub leads_to: Vec<Anchor>,
    /// What it says.
    pub row: Row,
}

impl OverviewRow {
    fn new(kind: Option<TextKind>, row: Row) -> Self {
        if let Some(item) = row.label.as_ref().and_then(|label| label.anchor.clone()) {
            return Self { kind, leads_to: vec![item], row };
        }
        let leads_to = cited(&row.blocks);
        let count = Some(leads_to.len()).filter(|count| *count > 0);
        Self { kind, leads_to, row: Row { count, ..row } }
    }

    /// Returns the item that it is about, if it is about one and does not only cite it.
    pub fn own_item(&self) -> Option<&Anchor> {
        self.row.label.as_ref()?.anchor.as_ref()
    }
}

/// Returns what blocks cite, each once.
fn cited(blocks: &[Flow]) -> Vec<Anchor> {
    let mut anchors: Vec<Anchor> = Vec::new();
    for span in blocks.iter().flatten().filter(|span| span.role == Role::Citation) {
        let new = span.anchor.iter().filter(|anchor| !anchors.contains(anchor)).cloned();
        anchors.extend(new.collect::<Vec<_>>());
    }
    anchors
}

/// Returns the brief in short. A heading belongs to the row below it.
pub fn rows(library: &Library, entry: &Entry) -> Vec<OverviewRow> {
    let mut rows: Vec<OverviewRow> = Vec::new();
    let mut heading = Vec::new();
    let mut counts: HashMap<TextKind, usize> = HashMap::new();
    for OverviewBlock { kind, block } in page::compose_overview(library, entry) {
        if let Block::Heading(title) = block {
            if let Some(above) = rows.last_mut() {
                above.row.gap = true;
            }
            heading = vec![vec![Span::new(Role::Heading, title)]];
            continue;
        }
        // The remarks on the brief are parted from what it says.
        if let Some(above) = rows.last_mut().filter(|above| above.kind.is_none() && kind.is_some())
        {
            above.row.gap = true;
        }
        for row in block_rows(block) {
            let row = Row { heading: std::mem::take(&mut heading), ..row };
            let mut row = OverviewRow::new(kind, row);
            row.row.blocks.extend(faults(entry, &row, &mut counts));
            rows.push(row);
        }
    }
    rows
}

/// Returns what was found wrong with what a row shows: with an item, or with a text of a kind, of which so
/// many have been shown.
fn faults(entry: &Entry, row: &OverviewRow, shown: &mut HashMap<TextKind, usize>) -> Vec<Flow> {
    if let Some(item) = row.own_item() {
        let path = entry.brief.as_ref().and_then(|brief| brief.path(&item.item));
        return path.map(|path| items::faults_within(entry, &path)).unwrap_or_default();
    }
    let Some(kind) = row.kind else { return Vec::new() };
    let count = shown.entry(kind).or_default();
    *count += 1;
    page::overview_faults(entry, kind, *count - 1)
}

/// Returns the row of the brief in short that shows the `nth` text of a kind, counted from 0.
pub fn overview_row(library: &Library, entry: &Entry, kind: TextKind, nth: usize) -> Option<RowId> {
    let rows = rows(library, entry);
    let mut of_kind = rows.iter().enumerate().filter(|(_, row)| row.kind == Some(kind));
    of_kind.nth(nth).map(|(index, _)| RowId::Fixed(index))
}

/// Returns the field of the brief that a row shows, if it shows one and is about no item: which file
/// line it has, what it says without what it cites.
pub fn field_of(rows: &[OverviewRow], index: usize) -> Option<(FieldPath, Text)> {
    let row = rows.get(index).filter(|row| row.own_item().is_none())?;
    let kind = row.kind?;
    let nth = rows[..index].iter().filter(|other| other.kind == Some(kind)).count();
    let path = page::overview_field(kind, nth);
    let mut said = String::new();
    // What is wrong with it stands below it.
    let is_fault =
        |block: &&Flow| block.first().is_some_and(|span| matches!(span.role, Role::State(_)));
    for span in row.row.blocks.iter().take_while(|block| !is_fault(block)).flatten() {
        if span.role == Role::Citation {
            // What it cites stands after a space, in brackets of its own.
            said.truncate(said.trim_end().len());
        } else {
            said.push_str(&span.text);
        }
    }
    Some((path, said.into()))
}

/// Returns the row where reading begins: the first top line, or else the summary.
pub fn first_line(rows: &[OverviewRow]) -> RowId {
    let first = |kind| rows.iter().position(|row| row.kind == Some(kind));
    let index = first(TextKind::TopLines).or_else(|| first(TextKind::Summary));
    RowId::Fixed(index.unwrap_or_default())
}

/// Returns what is known of a source whose text is not available, and of the selected quote.
pub fn without_text(
    library: &Library,
    entry: &Entry,
    brief: &Brief,
    selection: &Selection,
) -> Vec<Row> {
    let none = Span::new(Role::Aside, "The text of the source is not available.");
    let mut rows = vec![paragraph(vec![none])];
    rows.extend(page::compose_source(library, entry).into_iter().flat_map(block_rows));
    if let Some(quote) = selection.quote.as_ref().and_then(|id| brief.quotes.get(id)) {
        rows.push(Row::block(vec![Span::new(Role::Heading, format!("About {}", quote.id))]));
        rows.push(paragraph(items::quote(brief, quote, selection.finding(entry)).basis));
    }
    rows
}

/// Returns the rows that show a block of a document, other than a heading.
fn block_rows(block: Block) -> Vec<Row> {
    let marked = |mark: &str, flow: Flow| {
        let label = Some(Span::new(Role::Label, mark));
        Row { label, indent: width(mark).max(1) + 1, blocks: vec![flow], ..Row::default() }
    };
    let numbered = |(i, flow): (usize, Flow)| marked(&(i + 1).to_string(), flow);
    let field = |NamedField { name, values, .. }| Row {
        label: Some(Span::new(Role::Label, name)),
        indent: width("Based on "),
        blocks: values,
        ..Row::default()
    };
    match block {
        Block::Paragraph(flow) => vec![paragraph(flow)],
        Block::Numbered(flows) => flows.into_iter().enumerate().map(numbered).collect(),
        Block::Bullets(flows) => flows.into_iter().map(|flow| marked("–", flow)).collect(),
        Block::Fields(fields) => fields.into_iter().map(field).collect(),
        Block::Entries(entries) => entry_rows(entries),
        // The brief in short has none of these.
        Block::Heading(_)
        | Block::Subheading(_)
        | Block::Asks(_)
        | Block::Voice { .. }
        | Block::Table(_)
        | Block::Matrix(_)
        | Block::Lines(_)
        | Block::Contents(_) => Vec::new(),
    }
}

/// Returns the rows of a list: those with labels beside them, the others with a gap between them.
fn entry_rows(entries: Vec<ListEntry>) -> Vec<Row> {
    let label = |entry: &ListEntry| entry.labels.first().cloned();
    let labels = entries.iter().filter_map(label);
    let indent = labels.map(|label| width(&label.text) + 1).max().unwrap_or_default();
    let row = |entry: ListEntry| {
        let label = label(&entry);
        Row { gap: label.is_none(), label, indent, blocks: entry.body, ..Row::default() }
    };
    entries.into_iter().map(row).collect()
}

fn paragraph(spans: Vec<Span>) -> Row {
    Row::block(spans).with_gap()
}
