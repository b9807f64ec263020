//! The briefs that a command works on, and where the texts of their sources are.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use topline::commands::open;
use topline::config::Settings;
use topline::library::Library;
use topline::library::search::Query;

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
    pub fn library(&self, user: &Settings) -> Result<Library> {
        open::library(&self.paths, &self.sources(user), user, &mut report_notice)
    }

    /// Reads the briefs, to show them and no places in their files.
    ///
    /// # Errors
    ///
    /// As [`library`](Self::library).
    pub fn library_to_show(&self, user: &Settings) -> Result<Library> {
        open::library_to_show(&self.paths, self.sources(user), user, &mut report_notice)
    }

    /// Reads the briefs that `query` may match, and those that are broken.
    ///
    /// # Errors
    ///
    /// As [`library`](Self::library).
    pub fn library_for(&self, query: &Query, user: &Settings) -> Result<Library> {
        let sources = self.sources(user);
        open::library_for(query, &self.paths, sources, user, &mut report_notice)
    }

    /// Returns the folders that texts of sources may be in, as well as those of the briefs: those that
    /// are named here, then those of the config file.
    pub fn sources(&self, user: &Settings) -> Vec<PathBuf> {
        self.sources.iter().chain(&user.config.sources).cloned().collect()
    }
}
