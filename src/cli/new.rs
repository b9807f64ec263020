//! The command line of `topline new`.

use std::path::PathBuf;

use clap::Args;
use topline::brief::Id;
use topline::commands::new::NewSettings;

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
    /// What is asked for.
    pub fn settings(self) -> NewSettings {
        NewSettings { id: self.id, source: self.source, output: self.output }
    }
}

/// Takes the id of a brief.
fn brief_id(word: &str) -> Result<Id, String> {
    let id = super::id(word)?;
    if id.is_reserved() { Err("the format keeps this word for itself".to_owned()) } else { Ok(id) }
}
