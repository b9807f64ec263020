//! The command line of `topline lsp`.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use topline::commands::Outcome;
use topline::commands::lsp::{self, LspSettings};

use super::check::LevelArgs;
use super::console::{report_notice, user_settings};

/// How briefs are checked while they are written.
#[derive(Debug, Args)]
pub struct LspArgs {
    /// Look for the texts of sources in this folder, as well as beside the briefs; can be repeated
    #[arg(long, value_name = "DIR")]
    sources: Vec<PathBuf>,
    #[command(flatten)]
    levels: LevelArgs,
    /// Talk to the editor on standard input and output, as topline always does
    #[arg(long, hide = true)]
    stdio: bool,
}

impl LspArgs {
    /// Serves the editor.
    pub fn run(self) -> Result<Outcome> {
        if io::stdin().is_terminal() {
            let hint = "waiting for an editor on standard input; an editor starts `topline lsp` on its own: \
                see docs/editors.md, or press Ctrl-d to end";
            report_notice(&hint.into());
        }
        let user = user_settings();
        let sources = self.sources.iter().chain(&user.config.sources).cloned().collect();
        let settings = LspSettings { levels: self.levels.levels()?, sources };
        Ok(lsp::run(settings, io::stdin(), io::stdout(), &mut report_notice)?)
    }
}
