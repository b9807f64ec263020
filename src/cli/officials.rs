//! The command line of `topline officials`.

use anyhow::Result;
use clap::Args;
use topline::commands::Outcome;
use topline::commands::officials::{self, OfficialsFormat, OfficialsSettings};

use super::console::Console;
use super::{Paths, one_of};

/// How everyone is listed.
#[derive(Debug, Args)]
pub struct OfficialsArgs {
    #[command(flatten)]
    paths: Paths,
    /// Write in this format: a table, CSV for spreadsheets, or JSON for programs
    #[arg(long, value_name = "FORMAT", value_parser = one_of(OfficialsFormat::ALL, OfficialsFormat::word), default_value = "table")]
    format: OfficialsFormat,
}

impl OfficialsArgs {
    /// Lists everyone.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let library = self.paths.library_to_show(&self.paths.settings())?;
        let settings = OfficialsSettings { format: self.format, width: Console::report_width() };
        console.run(|out, messages| officials::run(&library, settings, out, messages))
    }
}
