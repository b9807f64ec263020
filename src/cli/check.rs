//! The command line of `topline check`.

use std::io;

use anyhow::{Result, bail};
use clap::Args;
use topline::brief::{Date, ReportStyle, Rule};
use topline::commands::check::{self, CheckFormat, CheckSettings, FixSettings, Levels, NotAllowed};
use topline::commands::{Outcome, open};

use super::console::{Console, report_notice};
use super::paths::LastingLibrary;
use super::{Paths, one_of};

/// How briefs are checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    levels: LevelArgs,
    /// Write in this format: excerpts for people; JSON, GitHub workflow commands or SARIF for programs
    #[arg(long, value_name = "FORMAT", value_parser = one_of(CheckFormat::ALL, CheckFormat::word), default_value = "human")]
    format: CheckFormat,
    /// Explain a rule, with an example, instead of checking
    #[arg(long, value_name = "RULE", conflicts_with_all = ["lock", "watch"])]
    explain: Option<Rule>,
    #[command(flatten)]
    fixes: FixArgs,
    /// Record in topline.lock, beside the briefs, which quotations are verified today
    #[arg(long)]
    lock: bool,
    /// Check again whenever a file is saved, until Ctrl-c
    #[arg(long)]
    watch: bool,
}

/// How serious a breach of each rule is.
#[derive(Debug, Args)]
pub struct LevelArgs {
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Ignore this rule; can be repeated
    #[arg(long, value_name = "RULE")]
    allow: Vec<Rule>,
    /// Treat this rule as an error; can be repeated
    #[arg(long, value_name = "RULE")]
    deny: Vec<Rule>,
}

impl LevelArgs {
    /// Returns the levels asked for.
    ///
    /// # Errors
    ///
    /// Fails if `--allow` names a rule that cannot be ignored.
    pub fn levels(&self) -> Result<Levels, NotAllowed> {
        Levels::new(self.allow.clone(), self.deny.clone(), self.strict)
    }
}

/// Whether what has one right fix is fixed.
#[derive(Debug, Args)]
struct FixArgs {
    /// Make the fixes that leave alone what is claimed, then check
    #[arg(long, group = "makes_fixes", conflicts_with_all = ["explain", "watch"])]
    fix: bool,
    /// Print the fixes as a patch instead of checking, and change nothing
    #[arg(long, group = "makes_fixes", conflicts_with_all = ["explain", "watch", "lock"])]
    diff: bool,
    /// With --fix or --diff, also make fixes that change what is claimed: a figure, a speaker
    #[arg(long, requires = "makes_fixes")]
    unsafe_fixes: bool,
}

impl CheckArgs {
    /// Checks the briefs, or explains a rule.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        if let Some(rule) = self.explain {
            check::explain(rule, &mut console.out)?;
            return Ok(Outcome::Yes);
        }
        let style = ReportStyle { colour: console.colour, width: Console::report_width() };
        let settings = self.settings(style)?;
        let (paths, user) = (&self.paths.paths, self.paths.settings());
        let sources = &self.paths.sources(&user);
        let open = || open::library(paths, sources, &user, &mut report_notice);
        let fixes = FixSettings {
            levels: settings.levels.clone(),
            takes_unsafe: self.fixes.unsafe_fixes,
            sources: sources.clone(),
        };
        if self.fixes.diff && self.format != CheckFormat::Human {
            bail!("`--diff` writes a patch: leave out `--format {}`", self.format.word());
        }
        if self.fixes.diff {
            let library = open()?;
            return console.run(|out, messages| {
                check::diff(&library, &fixes, out, messages)?;
                Ok(check::outcome(&library, &settings))
            });
        }
        if self.fixes.fix {
            console.run(|_, messages| {
                // What has to be told is told by the check that follows.
                let library = open::library(paths, sources, &user, &mut |_| {})?;
                check::fix(&library, &fixes, messages)?;
                Ok(Outcome::Yes)
            })?;
        }
        if self.lock {
            console.run(|_, messages| {
                // What has to be told is told by the check that follows.
                let library = open::library(paths, sources, &user, &mut |_| {})?;
                check::lock(&library, settings.today, messages)?;
                Ok(Outcome::Yes)
            })?;
        }
        if self.watch {
            let watched = open::watched(paths, sources, &user);
            return check::watch(watched, user.cache(), open, &settings, &mut io::stdout());
        }
        let library = LastingLibrary::from(open()?);
        Ok(check::run(&library, &settings, &mut console.out)?)
    }

    /// Returns the settings asked for, in the human format with this `style`.
    ///
    /// # Errors
    ///
    /// Fails if `--allow` names a rule that cannot be ignored.
    fn settings(&self, style: ReportStyle) -> Result<CheckSettings, NotAllowed> {
        let levels = self.levels.levels()?;
        Ok(CheckSettings { levels, format: self.format, style, today: Date::today() })
    }
}
