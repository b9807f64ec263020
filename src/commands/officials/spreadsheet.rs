//! The list as CSV (RFC 4180), for spreadsheets.

use std::io::{self, Write};

use super::row::OfficialRow;
use crate::commands::cells;

/// The names of the columns. `docs/officials.md` says what they hold.
const COLUMNS: [&str; 11] = [
    "id",
    "person",
    "name",
    "other_names",
    "posts",
    "bodies",
    "quotes",
    "claims",
    "asks_made",
    "asks_received",
    "briefs",
];

/// Writes a line of names, then `rows`.
pub fn write(rows: &[OfficialRow<'_>], out: &mut dyn Write) -> io::Result<()> {
    cells::write(COLUMNS, rows.iter().map(cells_of), false, out)
}

fn cells_of(row: &OfficialRow<'_>) -> [String; COLUMNS.len()] {
    [
        row.id.to_owned(),
        cells::yes_or_no(row.person),
        row.name.clone(),
        cells::list(&row.other_names),
        cells::list(&row.posts),
        cells::list(&row.bodies),
        row.quotes.to_string(),
        row.claims.to_string(),
        row.asks_made.to_string(),
        row.asks_received.to_string(),
        row.briefs.to_string(),
    ]
}
