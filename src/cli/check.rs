//! The command line of `topline check`.

use std::path::PathBuf;

use clap::Args;
use topline::brief::{Date, ReportStyle, Rule};
use topline::commands::check::{CheckFormat, CheckSettings, Levels, NotAllowed};

use super::{Paths, one_of};

/// How briefs are checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// Look for the sources' texts in this folder too; may be given several times
    #[arg(long, value_name = "DIR")]
    pub sources: Vec<PathBuf>,
    /// Take every warning for an error
    #[arg(long)]
    strict: bool,
    /// Pass over this rule; may be given several times
    #[arg(long, value_name = "RULE")]
    allow: Vec<Rule>,
    /// Take this rule for an error; may be given several times
    #[arg(long, value_name = "RULE")]
    deny: Vec<Rule>,
    /// What to write: excerpts for people, or JSON, GitHub workflow commands or SARIF for programs
    #[arg(long, value_name = "FORMAT", value_parser = one_of(CheckFormat::ALL, CheckFormat::word), default_value = "human")]
    format: CheckFormat,
    /// Tell what a rule is for, with an example; nothing is checked
    #[arg(long, value_name = "RULE", conflicts_with_all = ["lock", "watch"])]
    pub explain: Option<Rule>,
    /// Write topline.lock beside the briefs: which quotations stood in their source today
    #[arg(long)]
    pub lock: bool,
    /// Check again at each save, until Ctrl-c
    #[arg(long)]
    pub watch: bool,
}

impl CheckArgs {
    /// What is asked for, in the human format with this `style`.
    ///
    /// # Errors
    ///
    /// Fails where a rule is to be allowed that cannot be.
    pub fn settings(&self, style: ReportStyle) -> Result<CheckSettings, NotAllowed> {
        let levels = Levels::new(self.allow.clone(), self.deny.clone(), self.strict)?;
        Ok(CheckSettings { levels, format: self.format, style, today: Date::today() })
    }
}
