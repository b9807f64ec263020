//! The register as a table in Markdown (GitHub’s, which most programs read).

use std::io::{self, Write};

use super::wording::{self, Wording};
use crate::library::register::RegisterRow;
use crate::text::{Text, escape_markdown};

const COLUMNS: [&str; 8] = ["Item", "Kind", "By", "To", "Action", "Under", "Due", "Status"];

/// Writes `rows`, then what their briefs are about.
pub fn write(rows: &[RegisterRow<'_>], out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    line(&COLUMNS.map(Text::from), out)?;
    line(&COLUMNS.map(|_| "---".into()), out)?;
    for row in rows {
        let Wording { item, kind, by, to, action, instrument, due, status } = Wording::new(row);
        line(&[item, kind.into(), by, to, action, instrument, due, status], out)?;
    }
    writeln!(out)?;
    for brief in wording::briefs(rows) {
        let source = wording::source(brief);
        writeln!(out, "- {}: {}", escape_markdown(&brief.id), escape_markdown(&source))?;
    }
    Ok(())
}

fn line(cells: &[Text], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| escape_markdown(cell)).collect();
    writeln!(out, "| {} |", cells.join(" | "))
}
