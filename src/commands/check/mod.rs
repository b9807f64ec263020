//! `topline check`: whether briefs hold to the format, and their words and figures to the
//! sources.

mod diagnostics;
mod github;
mod human;
mod json;
mod levels;
mod sarif;

use std::io::{self, Write};

pub use levels::{Levels, NotAllowed};

use self::diagnostics::Diagnostics;
use super::Outcome;
use crate::brief::Look;
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

/// Checks `library` and writes what was found. The answer is no where an error was found.
///
/// # Errors
///
/// Fails where `out` cannot be written to.
pub fn run(library: &Library, settings: &CheckSettings, out: &mut dyn Write) -> io::Result<Outcome> {
    let diagnostics = Diagnostics::of(library, &settings.levels);
    match settings.format {
        Format::Human => human::write(&diagnostics, settings.look, out)?,
        Format::Json => json::write(&diagnostics, out)?,
        Format::Github => github::write(&diagnostics, out)?,
        Format::Sarif => sarif::write(&diagnostics, out)?,
    }
    Ok(if diagnostics.errors() == 0 { Outcome::Yes } else { Outcome::No })
}
