//! The user’s settings: the folders in which topline keeps its files, and the config file.

mod file;
mod folders;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use file::{Config, Setting};
pub use folders::Folders;

use self::file::at_line;
use crate::text::Text;

/// The environment variable that names the library.
const LIBRARY_VARIABLE: &str = "TOPLINE_LIBRARY";

/// What applies to every command on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The folders; [`None`] if the user has no home.
    pub folders: Option<Folders>,
    /// What the config file says.
    pub config: Config,
}

/// The library that is opened if the command line names no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultLibrary {
    /// A file or a folder.
    pub path: PathBuf,
    /// Where its path comes from, in words for a message.
    pub named_by: &'static str,
}

impl Settings {
    /// Returns the settings on this machine, and what is wrong with the config file.
    pub fn here() -> (Self, Vec<Text>) {
        let folders = Folders::here();
        let (config, faults) = folders
            .as_ref()
            .map(|folders| Config::read(&folders.config_file()))
            .unwrap_or_default();
        (Self { folders, config }, faults)
    }

    /// Returns a message about a setting, with its line in the config file.
    pub fn fault<T>(&self, setting: &Setting<T>, message: &str) -> Text {
        let file = self.folders.as_ref().map(Folders::config_file).unwrap_or_default();
        at_line(&file, setting.line, message)
    }

    /// Returns the folder for what was worked out of briefs; [`None`] if nothing is kept of it.
    pub fn cache(&self) -> Option<&Path> {
        let folders = self.folders.as_ref().filter(|_| self.config.cache != Some(false))?;
        Some(&folders.cache)
    }

    /// Returns the user’s library: what `$TOPLINE_LIBRARY` names, else what the config file names,
    /// else `briefs/` in the data folder, if it exists.
    pub fn library(&self) -> Option<DefaultLibrary> {
        self.library_given(env::var_os(LIBRARY_VARIABLE))
    }

    fn library_given(&self, variable: Option<OsString>) -> Option<DefaultLibrary> {
        let named = |path, named_by| DefaultLibrary { path, named_by };
        let variable = variable.filter(|value| !value.is_empty());
        variable
            .map(|path| named(path.into(), "$TOPLINE_LIBRARY"))
            .or_else(|| self.config.library.clone().map(|path| named(path, "the config file")))
            .or_else(|| {
                let folder = self.folders.as_ref()?.briefs();
                folder.is_dir().then(|| named(folder, "the data folder"))
            })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn takes_the_library_from_the_variable_then_the_config_then_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let folders = Folders {
            data: data.path().into(),
            config: data.path().into(),
            state: data.path().into(),
            cache: data.path().into(),
        };
        let mut settings = Settings {
            folders: Some(folders),
            config: Config { library: Some("/config".into()), ..Config::default() },
        };
        let library = |settings: &Settings, variable: Option<&str>| {
            settings.library_given(variable.map(Into::into)).map(|library| library.path)
        };
        assert_eq!(library(&settings, Some("/variable")), Some("/variable".into()));
        assert_eq!(library(&settings, Some("")), Some("/config".into()));
        settings.config.library = None;
        assert_eq!(library(&settings, None), None);
        fs::create_dir(data.path().join("briefs")).unwrap();
        assert_eq!(library(&settings, None), Some(data.path().join("briefs")));
    }
}
