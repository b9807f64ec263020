//! The command line of `topline new`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use topline::brief::Id;
use topline::commands::Outcome;
use topline::commands::new::{self, NewSettings};

use super::console::Console;

/// Which brief is begun.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The id of the brief, which is written to ID.yaml
    #[arg(value_name = "ID", value_parser = brief_id)]
    id: Id,
    /// The saved text of its source, whose quotations are proposed
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    /// Write to this file, or into this folder; never over a file that is there
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl NewArgs {
    /// Begins the brief.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let settings = self.settings();
        console.run(|_, messages| new::run(&settings, messages))
    }

    /// What is asked for.
    fn settings(self) -> NewSettings {
        NewSettings { id: self.id, source: self.source, output: self.output }
    }
}

/// Takes the id of a brief.
fn brief_id(word: &str) -> Result<Id, String> {
    let id = super::id(word)?;
    if id.is_reserved() { Err("the format keeps this word for itself".to_owned()) } else { Ok(id) }
}
