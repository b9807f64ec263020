//! The register as CSV (RFC 4180) that opens right in a spreadsheet.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use crate::brief::{Addressee, Date, Due, Status};
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

/// Writes a line of names, then `rows`, each line ended by CR LF, after a byte order mark if one is
/// wanted: without it some spreadsheets take UTF-8 for something else.
pub fn write(rows: &[RegisterRow<'_>], bom: bool, out: &mut dyn Write) -> io::Result<()> {
    if bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(COLUMNS)?;
    for row in rows {
        writer.write_record(cells(row).map(harmless))?;
    }
    writer.flush()
}

fn cells(row: &RegisterRow<'_>) -> [String; COLUMNS.len()] {
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
        list(&row.paragraphs),
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

/// Several values in one cell.
fn list(values: &[impl ToString]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn yes_or_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

/// Puts an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection),
/// the wide forms of the signs included.
fn harmless(cell: String) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_harm_out_of_formulas() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"));
        }
        for text in ["a=1", "", "'=1", "£5"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
