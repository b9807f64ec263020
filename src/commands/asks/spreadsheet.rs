//! The register as CSV (RFC 4180), for spreadsheets.

use std::io::{self, Write};

use crate::brief::{Addressee, Date, Due, Status};
use crate::commands::cells::{self, list, yes_or_no};
use crate::library::register::RegisterRow;
use crate::text::Text;

/// The names of the columns. `docs/asks.md` says what they hold.
pub const COLUMNS: [&str; 21] = [
    "item",
    "kind",
    "by",
    "to",
    "action",
    "instrument",
    "due",
    "status",
    "past_due",
    "unanswered",
    "answers",
    "answered_by",
    "paragraphs",
    "title",
    "publisher",
    "issued",
    "inferred",
    "note",
    "brief",
    "by_id",
    "to_ids",
];

/// Writes a line of names, then `rows`, after a byte order mark if `bom`.
pub fn write(rows: &[RegisterRow<'_>], bom: bool, out: &mut dyn Write) -> io::Result<()> {
    cells::write(COLUMNS, rows.iter().map(cells_of), bom, out)
}

fn cells_of(row: &RegisterRow<'_>) -> [String; COLUMNS.len()] {
    let (brief, ask) = (row.brief, row.ask);
    let text = |text: Option<&Text>| text.map(ToString::to_string).unwrap_or_default();
    let due = match &ask.due {
        Some(Due::Date(date)) => date.iso(),
        Some(Due::Words(words)) => words.to_string(),
        None => String::new(),
    };
    [
        row.anchor().to_string(),
        ask.kind.to_string(),
        row.by().to_string(),
        list(&row.to()),
        ask.action.to_string(),
        text(ask.instrument.as_ref()),
        due,
        ask.status.map_or("", Status::word).to_owned(),
        yes_or_no(row.is_past_due),
        yes_or_no(row.is_unanswered()),
        list(&row.answers),
        list(&row.answered_by),
        list(&row.paragraphs()),
        brief.source.title.to_string(),
        text(brief.source.publisher.as_ref()),
        brief.source.issued.map(Date::iso).unwrap_or_default(),
        yes_or_no(ask.inferred),
        text(ask.note.as_ref()),
        brief.id.to_string(),
        ask.by.to_string(),
        list(&ask.to.iter().map(Addressee::word).collect::<Vec<_>>()),
    ]
}
