//! The briefs that a command works on, and where the texts of their sources are.

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use topline::commands::open::{self, StartLoading};
use topline::config::Settings;
use topline::library::search::Query;
use topline::library::{Library, Loading};

use super::console::{report_notice, user_settings};

/// The briefs that a command works on.
#[derive(Debug, Default, Args)]
#[expect(
    clippy::struct_field_names,
    reason = "each is an argument, by its name on the command line"
)]
pub struct Paths {
    /// A brief, a folder of briefs, or - for a brief on standard input
    ///
    /// The default is `$TOPLINE_LIBRARY`, then `library` in the config file, then your briefs folder,
    /// then the briefs that ship with topline.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Look for the texts of sources in this folder, as well as beside the briefs; can be repeated
    #[arg(long, value_name = "DIR")]
    pub sources: Vec<PathBuf>,
    /// Check everything anew, and keep nothing of it for the next time
    #[arg(long)]
    no_cache: bool,
}

/// The briefs that a command works on as long as the process lasts. At its end the system takes back at once
/// the memory that would be given back piece by piece; only what was worked out is saved.
pub struct LastingLibrary(ManuallyDrop<Library>);

impl From<Library> for LastingLibrary {
    fn from(library: Library) -> Self {
        Self(ManuallyDrop::new(library))
    }
}

impl Deref for LastingLibrary {
    type Target = Library;

    fn deref(&self) -> &Library {
        &self.0
    }
}

impl Drop for LastingLibrary {
    fn drop(&mut self) {
        self.0.save();
    }
}

impl Paths {
    /// Returns the user’s settings, without a cache if that is asked for. Reports what is wrong with
    /// them; the rest applies.
    pub fn settings(&self) -> Settings {
        let mut user = user_settings();
        if self.no_cache {
            user.config.cache = Some(false);
        }
        user
    }

    /// Reads the briefs, with the texts of their sources.
    ///
    /// # Errors
    ///
    /// Fails if a path does not exist, and if there is no brief.
    pub fn library(&self, user: &Settings) -> Result<LastingLibrary> {
        self.library_by(Loading::start_cached, user)
    }

    /// Reads the briefs, to show them and no places in their files.
    ///
    /// # Errors
    ///
    /// As [`library`](Self::library).
    pub fn library_to_show(&self, user: &Settings) -> Result<LastingLibrary> {
        self.library_by(Loading::start_to_show, user)
    }

    /// Reads the briefs, to show them and neither places in their files nor sources.
    ///
    /// # Errors
    ///
    /// As [`library`](Self::library).
    pub fn library_to_print(&self, user: &Settings) -> Result<LastingLibrary> {
        self.library_by(Loading::start_to_print, user)
    }

    fn library_by(&self, start: StartLoading, user: &Settings) -> Result<LastingLibrary> {
        let sources = self.sources(user);
        Ok(open::library_by(start, &self.paths, &sources, user, &mut report_notice)?.into())
    }

    /// Reads the briefs that `query` may match, and those that are broken.
    ///
    /// # Errors
    ///
    /// As [`library`](Self::library).
    pub fn library_for(&self, query: &Query, user: &Settings) -> Result<LastingLibrary> {
        let sources = self.sources(user);
        Ok(open::library_for(query, &self.paths, sources, user, &mut report_notice)?.into())
    }

    /// Returns the folders that texts of sources may be in, as well as those of the briefs: those that
    /// are named here, then those of the config file.
    pub fn sources(&self, user: &Settings) -> Vec<PathBuf> {
        self.sources.iter().chain(&user.config.sources).cloned().collect()
    }
}
