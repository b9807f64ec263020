//! The command line of `topline new`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use topline::brief::{Date, Id};
use topline::commands::Outcome;
use topline::commands::new::{self, NewSettings};

use super::console::Console;

/// The brief to start.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The id of the new brief, which is written to ID.yaml
    #[arg(value_name = "ID", value_parser = brief_id)]
    id: Id,
    /// Propose quotes, claims and asks from this saved text of the source; a page or document is
    /// imported first
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    /// Fill in the source from this record in CSL-JSON, as Zotero exports it
    #[arg(long, value_name = "FILE")]
    csl: Option<PathBuf>,
    /// Write to this file or folder; an existing file is never overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl NewArgs {
    /// Starts the brief.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let settings = self.settings(Date::today());
        console.run(|_, messages| new::run(&settings, messages))
    }

    /// Returns the settings asked for, on the day `today`.
    fn settings(self, today: Date) -> NewSettings {
        NewSettings { id: self.id, source: self.source, csl: self.csl, output: self.output, today }
    }
}

/// Reads the id of a brief.
pub fn brief_id(word: &str) -> Result<Id, String> {
    let id = super::id(word)?;
    if id.is_reserved() {
        Err("the format reserves this word; choose another id".to_owned())
    } else {
        Ok(id)
    }
}
