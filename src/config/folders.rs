//! The folders in which topline keeps its files on this machine.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// The name of the config file, in the config folder.
const FILE_NAME: &str = "config.toml";

/// The folders in which topline keeps its files, by the conventions of the system. The `XDG_*`
/// variables of the XDG Base Directory Specification are honoured on every system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// The user’s own briefs, in `briefs/`.
    pub data: PathBuf,
    /// `config.toml`.
    pub config: PathBuf,
    /// Marks, and the last position in the reader.
    pub state: PathBuf,
    /// What was worked out of briefs, so that it need not be worked out again. It can be deleted.
    pub cache: PathBuf,
}

impl Folders {
    /// Returns the folders on this machine; [`None`] if the user has no home.
    pub fn here() -> Option<Self> {
        let system = ProjectDirs::from("", "", "topline")?;
        let choose = |variable, default: &Path| {
            xdg(env::var_os(variable)).unwrap_or_else(|| default.to_path_buf())
        };
        Some(Self {
            data: choose("XDG_DATA_HOME", system.data_dir()),
            config: choose("XDG_CONFIG_HOME", system.config_dir()),
            cache: choose("XDG_CACHE_HOME", system.cache_dir()),
            state: choose("XDG_STATE_HOME", system.state_dir().unwrap_or(system.data_local_dir())),
        })
    }

    /// Returns the folder for the user’s own briefs.
    pub fn briefs(&self) -> PathBuf {
        self.data.join("briefs")
    }

    /// Returns the path of the config file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join(FILE_NAME)
    }
}

/// Returns topline’s folder below the one that an `XDG_*` variable names. The specification says to
/// ignore a relative path.
fn xdg(value: Option<OsString>) -> Option<PathBuf> {
    value
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join("topline"))
}

/// Returns the user’s home folder, if there is one.
pub fn home() -> Option<PathBuf> {
    BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignores_an_xdg_folder_that_is_not_absolute() {
        assert_eq!(xdg(Some("/data".into())), Some("/data/topline".into()));
        assert_eq!(xdg(Some("data".into())), None);
        assert_eq!(xdg(Some("".into())), None);
        assert_eq!(xdg(None), None);
    }
}
