//! `topline check`: whether briefs hold to the format, and their words and figures to the
//! sources.

mod diagnostics;
mod explain;
mod github;
mod human;
mod json;
mod levels;
mod lock;
mod sarif;
mod watch;

use std::io::{self, Write};
use std::str::FromStr;

pub use explain::explain;
pub use levels::{Levels, NotAllowed};
pub use lock::lock;
pub use watch::watch;

use self::diagnostics::Diagnostics;
use super::Outcome;
use crate::brief::{Date, Look};
use crate::library::Library;

/// What `check` is asked to do.
#[derive(Clone, Debug)]
pub struct CheckSettings {
    /// How much each rule weighs.
    pub levels: Levels,
    /// What is written.
    pub format: Format,
    /// How the human format looks.
    pub look: Look,
    /// The day by which things are past due.
    pub today: Date,
}

/// What `check` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excerpts with the place underlined.
    Human,
    /// The documented JSON, for programs.
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change.
    Github,
    /// The Static Analysis Results Interchange Format, version 2.1.0.
    Sarif,
}

impl Format {
    /// Every format, the usual one first.
    pub const ALL: [Self; 4] = [Self::Human, Self::Json, Self::Github, Self::Sarif];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Github => "github",
            Self::Sarif => "sarif",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let names = Self::ALL.map(Self::name).join(", ");
        Self::ALL
            .into_iter()
            .find(|format| format.name() == name)
            .ok_or(format!("the formats are {names}"))
    }
}

/// Checks `library` and writes what was found. The answer is no where an error was found.
///
/// # Errors
///
/// Fails where `out` cannot be written to.
pub fn run(
    library: &Library,
    settings: &CheckSettings,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let diagnostics = Diagnostics::of(library, &settings.levels, settings.today);
    match settings.format {
        Format::Human => human::write(&diagnostics, settings.look, out)?,
        Format::Json => json::write(&diagnostics, out)?,
        Format::Github => github::write(&diagnostics, out)?,
        Format::Sarif => sarif::write(&diagnostics, out)?,
    }
    Ok(if diagnostics.errors() == 0 { Outcome::Yes } else { Outcome::No })
}
