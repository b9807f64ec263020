//! `topline check`: checks briefs against the format, and their quotations and figures against the
//! sources.

pub(super) mod diagnostics;
mod explain;
mod fix;
mod github;
mod human;
mod json;
mod levels;
mod lock;
mod patch;
mod sarif;
mod watch;

use std::io::{self, Write};

pub use explain::explain;
pub use fix::{FixSettings, diff, fix};
pub use levels::{Levels, NotAllowed};
pub use lock::lock;
pub use watch::watch;

use self::diagnostics::Diagnostics;
use super::Outcome;
use crate::brief::{Date, ReportStyle};
use crate::library::Library;
use crate::text::vocabulary;

/// The settings of one check.
#[derive(Clone, Debug)]
pub struct CheckSettings {
    /// The severity of each rule.
    pub levels: Levels,
    /// The format of the output.
    pub format: CheckFormat,
    /// How the human format looks.
    pub style: ReportStyle,
    /// The day that due dates are compared with.
    pub today: Date,
}

vocabulary! {
    /// The formats that `check` writes.
    pub enum CheckFormat {
        /// Each problem with an excerpt, its place underlined.
        Human = "human",
        /// The documented JSON, for programs.
        Json = "json",
        /// Workflow commands, which GitHub shows beside the lines of a change.
        Github = "github",
        /// The Static Analysis Results Interchange Format, version 2.1.0.
        Sarif = "sarif",
    }
}

/// Returns [`Outcome::No`] if `library` has an error on the day and at the levels of `settings`.
pub fn outcome(library: &Library, settings: &CheckSettings) -> Outcome {
    let diagnostics = Diagnostics::new(library, &settings.levels, settings.today);
    if diagnostics.errors() == 0 { Outcome::Yes } else { Outcome::No }
}

/// Checks `library` and writes its problems. The outcome is [`Outcome::No`] if one is an error.
///
/// # Errors
///
/// Fails if `out` cannot be written to.
pub fn run(
    library: &Library,
    settings: &CheckSettings,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let diagnostics = Diagnostics::new(library, &settings.levels, settings.today);
    match settings.format {
        CheckFormat::Human => human::write(&diagnostics, settings.style, out)?,
        CheckFormat::Json => json::write(&diagnostics, out)?,
        CheckFormat::Github => github::write(&diagnostics, out)?,
        CheckFormat::Sarif => sarif::write(&diagnostics, out)?,
    }
    Ok(if diagnostics.errors() == 0 { Outcome::Yes } else { Outcome::No })
}
