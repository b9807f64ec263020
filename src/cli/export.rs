//! The command line of `topline export`.

use std::path::PathBuf;

use clap::Args;
use topline::brief::{Date, Id};
use topline::commands::export::{ExportSettings, Format, PARTS};
use topline::library::search::Kind;

use super::{Paths, id, one_of};

/// Which records.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// Look for the sources' texts in this folder too; may be given several times
    #[arg(long, value_name = "DIR")]
    pub sources: Vec<PathBuf>,
    /// Write these records alone, parted by commas: claims,quotes
    #[arg(long = "in", value_name = "PART", value_delimiter = ',',
          value_parser = one_of(&PARTS, Kind::word))]
    kinds: Vec<Kind>,
    /// Only what this person or body says, is told, asks or is asked
    #[arg(long, value_name = "ID", value_parser = id)]
    official: Option<Id>,
    /// What to write: one JSON object a line
    #[arg(long, value_name = "FORMAT", value_parser = one_of(Format::ALL, Format::word), default_value = "ndjson")]
    format: Format,
}

impl ExportArgs {
    /// What is asked for on the day `today`.
    pub fn settings(&self, today: Date) -> ExportSettings {
        ExportSettings {
            today,
            kinds: self.kinds.clone(),
            official: self.official.clone(),
            format: self.format,
        }
    }
}
