//! The list as a table that fits the terminal.

use std::io::{self, Write};

use super::row::OfficialRow;
use crate::page::{Block, Flow, Role, Span, Table, layout_blocks, plain};
use crate::text::Text;

const COLUMNS: [&str; 4] = ["Id", "Name", "Post", "On record"];

/// Writes `rows` in at most `width` columns.
pub fn write(rows: &[OfficialRow<'_>], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let table =
        Table { columns: COLUMNS.map(Text::from).to_vec(), rows: rows.iter().map(cells).collect() };
    out.write_all(plain(layout_blocks(&[Block::Table(table)], width)).as_bytes())
}

fn cells(row: &OfficialRow<'_>) -> Vec<Flow> {
    let cell = |text: Text| vec![Span::new(Role::Plain, text)];
    let names: Vec<&str> =
        std::iter::once(&row.name).chain(&row.other_names).map(String::as_str).collect();
    vec![
        cell(row.id.into()),
        cell(names.join("; ").into()),
        cell(row.posts.join("; ").into()),
        cell(counts(row).into()),
    ]
}

/// Returns `4 quotes, 1 claim in 2 briefs`.
fn counts(row: &OfficialRow<'_>) -> String {
    let counts = [
        (row.quotes, "quote", "quotes"),
        (row.claims, "claim", "claims"),
        (row.asks_made, "ask made", "asks made"),
        (row.asks_received, "ask received", "asks received"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, one, many)| counted(count, one, many)).collect();
    let counts = if counts.is_empty() { "named only".to_owned() } else { counts.join(", ") };
    format!("{counts} in {}", counted(row.briefs, "brief", "briefs"))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
