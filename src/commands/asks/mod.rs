//! `topline asks`: the register of every ask, commitment and action.

mod ics;
mod json;
mod markdown;
mod spreadsheet;
mod table;
mod wording;

use std::io::Write;

use anyhow::{Result, bail};

use super::{Outcome, skipped};
use crate::brief::Date;
use crate::library::register::{Filter, RegisterRow, Sort, register};
use crate::library::{Entry, Library, find_quotes};
use crate::text::vocabulary;

/// Which rows are written, and how.
#[derive(Clone, Debug)]
pub struct AsksSettings {
    /// Which rows.
    pub filter: Filter,
    /// Their order.
    pub sort: Sort,
    /// What is written.
    pub format: AsksFormat,
    /// The columns that the table may use.
    pub width: usize,
    /// Whether CSV begins with a byte order mark.
    pub bom: bool,
    /// Today.
    pub today: Date,
}

vocabulary! {
    /// What `asks` writes.
    pub enum AsksFormat {
        /// A table for people.
        Table = "table",
        /// The table in Markdown.
        Markdown = "markdown",
        /// A spreadsheet.
        Csv = "csv",
        /// What is due, as a calendar.
        Ics = "ics",
        /// The documented JSON, for programs.
        Json = "json",
    }
}

/// Writes the register of `library`, and names the broken briefs on `messages`. The answer is no if
/// no row matches, or if a brief was skipped.
///
/// # Errors
///
/// Fails if a byte order mark is asked for without CSV, and if `out` or `messages` fails.
pub fn run(
    library: &Library,
    settings: &AsksSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    if settings.bom && settings.format != AsksFormat::Csv {
        bail!("`--bom` needs `--format csv`");
    }
    let filter = &settings.filter;
    let skipped = skipped::report(library, messages)?;
    let mut rows: Vec<RegisterRow<'_>> = register(library, settings.today);
    rows.retain(|row| filter.admits(row));
    settings.sort.sort(&mut rows);
    // For the paragraphs of their evidence.
    let mut entries: Vec<&Entry> = rows.iter().map(|row| row.entry).collect();
    entries.dedup_by(|one, other| std::ptr::eq(*one, *other));
    find_quotes(&entries);
    match settings.format {
        AsksFormat::Table => table::write(&rows, settings.width, out)?,
        AsksFormat::Markdown => markdown::write(&rows, out)?,
        AsksFormat::Csv => spreadsheet::write(&rows, settings.bom, out)?,
        AsksFormat::Ics => {
            let left_out = ics::write(&rows, out)?;
            if left_out != ics::LeftOut::default() {
                writeln!(messages, "topline: not in the calendar: {left_out}")?;
            }
        }
        AsksFormat::Json => json::write(&rows, out)?,
    }
    if rows.is_empty() {
        writeln!(messages, "topline: no matching ask, commitment or action")?;
    }
    Ok(if skipped == 0 && !rows.is_empty() { Outcome::Yes } else { Outcome::No })
}
