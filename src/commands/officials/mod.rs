//! `topline officials`: everyone whom the briefs name, and how much they say, ask and are asked.

mod json;
mod row;
mod spreadsheet;
mod table;

use std::io::Write;

use anyhow::Result;

use self::row::OfficialRow;
use super::{Outcome, skipped};
use crate::library::Library;
use crate::library::dossiers::dossiers;
use crate::text::vocabulary;

/// How the list is written.
#[derive(Clone, Copy, Debug)]
pub struct OfficialsSettings {
    /// What is written.
    pub format: OfficialsFormat,
    /// The columns that the table may use.
    pub width: usize,
}

vocabulary! {
    /// What `officials` writes.
    pub enum OfficialsFormat {
        /// A table for people.
        Table = "table",
        /// A spreadsheet.
        Csv = "csv",
        /// The documented JSON, for programs.
        Json = "json",
    }
}

/// Writes the people and then the bodies of `library`, each in the order in which they are first
/// named, and names the broken briefs on `messages`. The answer is no if nobody is named, or if a
/// brief was skipped.
///
/// # Errors
///
/// Fails if `out` or `messages` does.
pub fn run(
    library: &Library,
    settings: OfficialsSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    let skipped = skipped::report(library, messages)?;
    let dossiers = dossiers(library);
    let rows: Vec<OfficialRow> = dossiers.iter().map(OfficialRow::new).collect();
    match settings.format {
        OfficialsFormat::Table => table::write(&rows, settings.width, out)?,
        OfficialsFormat::Csv => spreadsheet::write(&rows, out)?,
        OfficialsFormat::Json => json::write(&rows, out)?,
    }
    if rows.is_empty() {
        writeln!(messages, "topline: the briefs name nobody")?;
    }
    Ok(if skipped == 0 && !rows.is_empty() { Outcome::Yes } else { Outcome::No })
}
