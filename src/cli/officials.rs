//! The command line of `topline officials`.

use anyhow::Result;
use clap::Args;
use topline::commands::officials::{self, OfficialsFormat, OfficialsSettings};
use topline::commands::{Outcome, open};

use super::console::{Console, report_notice, user_settings};
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
        let library = open::library(&self.paths.paths, &[], &user_settings(), &mut report_notice)?;
        let settings = OfficialsSettings { format: self.format, width: Console::report_width() };
        console.run(|out, messages| officials::run(&library, settings, out, messages))
    }
}
