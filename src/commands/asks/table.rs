//! The register as a table that fits the terminal.

use std::io::{self, Write};

use super::wording::{self, Wording};
use crate::library::register::RegisterRow;
use crate::page::{Block, Flow, ListEntry, Role, Span, Table, items, layout_blocks, plain};
use crate::text::Text;

const COLUMNS: [&str; 5] = ["Item", "Kind", "Who", "What", "Status"];

/// Writes `rows` in at most `width` columns, then what their briefs are about. If the columns do
/// not fit side by side, they go below each other.
pub fn write(rows: &[RegisterRow<'_>], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let table =
        Table { columns: COLUMNS.map(Text::from).to_vec(), rows: rows.iter().map(cells).collect() };
    let sources = wording::briefs(rows).into_iter().map(|brief| ListEntry {
        labels: vec![Span::new(Role::Label, Text::new(&brief.id))],
        body: vec![vec![Span::new(Role::Plain, wording::source(brief))]],
    });
    let blocks =
        [Block::Table(table), Block::Heading("SOURCES".into()), Block::Entries(sources.collect())];
    out.write_all(plain(layout_blocks(&blocks, width)).as_bytes())
}

fn cells(row: &RegisterRow<'_>) -> Vec<Flow> {
    let words = Wording::new(row);
    let mut who = items::parties(row.brief, row.ask);
    if row.ask.inferred {
        who.push(Span::new(Role::Aside, " (inferred)"));
    }
    let what = match &row.ask.instrument {
        Some(instrument) => {
            format!("{} Under: {instrument}", items::sentence(&words.action)).into()
        }
        None => words.action,
    };
    let status = match &row.ask.due {
        Some(_) => format!("{}, due {}", words.status, words.due).into(),
        None if words.due.is_empty() => words.status,
        None => format!("{}, {}", words.status, words.due).into(),
    };
    let cell = |text: Text| vec![Span::new(Role::Plain, text)];
    vec![cell(words.item), cell(words.kind.into()), who, cell(what), cell(status)]
}
