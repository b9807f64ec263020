//! The command line of `topline import`.

use std::env;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use topline::brief::{Date, Id};
use topline::commands::Outcome;
use topline::commands::import::{self, ImportSettings};
use topline::import::{APART, FileKind, answer};

use super::console::Console;
use super::new::brief_id;
use super::one_of;

/// The sources to import.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The saved pages and documents, or `-` for one from a pipe
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Write into this folder; existing files are never overwritten
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The id of the brief; made of the file’s name or the page’s title if not given
    #[arg(long, value_name = "ID", value_parser = brief_id)]
    id: Option<Id>,
    /// What the file is, if its contents and its name do not show it
    #[arg(long = "as", value_name = "KIND", value_parser = one_of(FileKind::ALL, FileKind::word))]
    kind: Option<FileKind>,
    /// Keep everything on a web page, with its navigation, captions and asides
    #[arg(long)]
    whole_page: bool,
    /// The web address that the file came from
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl ImportArgs {
    /// Imports the sources.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let settings = self.settings(Date::today());
        console.run(|_, messages| import::run(&settings, &mut io::stdin().lock(), messages))
    }

    /// Returns the settings asked for, on the day `today`.
    fn settings(self, today: Date) -> ImportSettings {
        let Self { files, output, id, kind, whole_page, url } = self;
        ImportSettings { files, folder: output, id, kind, whole_page, url, today }
    }
}

/// If this process was started to read one file apart from the others, reads it and returns the exit
/// status.
pub fn imported_apart() -> Option<ExitCode> {
    let mut arguments = env::args().skip(1);
    if env::args_os().nth(1)? != APART {
        return None;
    }
    arguments.next();
    let arguments: Vec<String> = arguments.collect();
    let answered = answer(&arguments, io::stdin().lock(), io::stdout().lock());
    Some(if answered.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}
