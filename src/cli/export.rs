//! The command line of `topline export`.

use anyhow::Result;
use clap::Args;
use topline::brief::{Date, Id};
use topline::commands::Outcome;
use topline::commands::export::{self, ExportFormat, ExportSettings, PARTS};
use topline::library::search::TextKind;

use super::console::Console;
use super::{Paths, one_of};

/// Which records.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    paths: Paths,
    /// Write only these records, separated by commas: claims,quotes
    #[arg(long = "in", value_name = "PART", value_delimiter = ',',
          value_parser = one_of(&PARTS, TextKind::word))]
    kinds: Vec<TextKind>,
    /// Write only what this person or body says, is told, asks or is asked
    #[arg(long, value_name = "PARTY")]
    official: Option<String>,
    /// Write in this format: the records as one JSON object per line or as CSV for spreadsheets, the
    /// sources for reference managers (csl-json), or the quotes as Web Annotations
    #[arg(long, value_name = "FORMAT", value_parser = one_of(ExportFormat::ALL, ExportFormat::word), default_value = "ndjson")]
    format: ExportFormat,
    /// Start CSV with a byte order mark, so that Excel reads UTF-8
    #[arg(long)]
    bom: bool,
}

impl ExportArgs {
    /// Writes the records.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let library = self.paths.library_to_show(&self.paths.settings())?;
        let official = self.official.as_deref().map(|name| library.party(name)).transpose()?;
        let settings = self.settings(official, Date::today());
        console.run(|out, messages| export::run(&library, &settings, out, messages))
    }

    /// Returns the settings asked for, about this person or body, on the day `today`.
    fn settings(self, official: Option<Id>, today: Date) -> ExportSettings {
        ExportSettings { today, kinds: self.kinds, official, format: self.format, bom: self.bom }
    }
}
