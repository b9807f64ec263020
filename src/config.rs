//! What the user set once and for all: the folders that topline keeps things in, and the
//! config file.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};
use toml::de::{DeTable, DeValue};

use crate::text::Text;

/// The environment variable that names the library.
const LIBRARY_VARIABLE: &str = "TOPLINE_LIBRARY";

/// The name of the config file, in the config folder.
const FILE_NAME: &str = "config.toml";

/// The keys of the config file.
const KEYS: [&str; 4] = ["library", "theme", "palette", "keys"];

/// The folders that topline keeps things in, by the customs of the system. The `XDG_*`
/// variables of the XDG Base Directory Specification are honoured on every system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Briefs of the user's own, in `briefs/`.
    pub data: PathBuf,
    /// `config.toml`.
    pub config: PathBuf,
    /// Where the reader was left.
    pub state: PathBuf,
}

impl Folders {
    /// The folders on this machine; [`None`] where the user has no home.
    pub fn here() -> Option<Self> {
        let system = ProjectDirs::from("", "", "topline")?;
        let choose = |variable, default: &Path| {
            xdg(env::var_os(variable)).unwrap_or_else(|| default.to_path_buf())
        };
        Some(Self {
            data: choose("XDG_DATA_HOME", system.data_dir()),
            config: choose("XDG_CONFIG_HOME", system.config_dir()),
            state: choose("XDG_STATE_HOME", system.state_dir().unwrap_or(system.data_local_dir())),
        })
    }

    /// The folder for the user's own briefs.
    pub fn briefs(&self) -> PathBuf {
        self.data.join("briefs")
    }

    /// The config file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join(FILE_NAME)
    }
}

/// topline's folder below the one that an `XDG_*` variable names. The specification has
/// a relative path ignored.
fn xdg(value: Option<OsString>) -> Option<PathBuf> {
    value
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join("topline"))
}

/// What holds for every command on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// [`None`] where the user has no home.
    pub folders: Option<Folders>,
    /// What the config file says.
    pub config: Config,
}

/// The library that is opened where the command line names no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultLibrary {
    /// A file or a folder.
    pub path: PathBuf,
    /// What names it, in words for a message.
    pub named_by: &'static str,
}

impl Settings {
    /// The settings on this machine, and what is wrong with the config file.
    pub fn here() -> (Self, Vec<Text>) {
        let folders = Folders::here();
        let (config, faults) = folders
            .as_ref()
            .map(|folders| Config::read(&folders.config_file()))
            .unwrap_or_default();
        (Self { folders, config }, faults)
    }

    /// What is wrong with a setting, with its place in the config file.
    pub fn fault<T>(&self, setting: &Setting<T>, message: &str) -> Text {
        let file = self.folders.as_ref().map(Folders::config_file).unwrap_or_default();
        told(&file, setting.line, message)
    }

    /// The user's library: what `$TOPLINE_LIBRARY` names, else what the config file names, else
    /// `briefs/` in the data folder. [`None`] where there is none of these.
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

/// The settings of the config file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The file or folder that is opened where no other is named.
    pub library: Option<PathBuf>,
    /// The name of the theme that the reader shows.
    pub theme: Option<Setting<String>>,
    /// Colours by their names, which make a theme of the user's own.
    pub palette: Vec<Setting<String>>,
    /// The keys that the user gives to actions, by the actions' names.
    pub keys: Vec<Setting<Vec<String>>>,
}

/// A setting whose meaning is not for the config file to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// What is set.
    pub name: String,
    /// To what.
    pub value: T,
    /// The line of the config file, counted from 1.
    pub line: usize,
}

impl Config {
    /// Reads the config file at `path`, and says what is wrong with it, line by line. What is
    /// right counts all the same; a file that is not there sets nothing.
    pub fn read(path: &Path) -> (Self, Vec<Text>) {
        let name = Text::from(path);
        match fs::read_to_string(path) {
            Ok(toml) => {
                let home = BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
                let base = path.parent().unwrap_or(Path::new(""));
                let (config, faults) = Self::parse(&toml, base, home.as_deref());
                let warn = |fault: Fault| told(path, fault.line, &fault.message);
                (config, faults.into_iter().map(warn).collect())
            }
            Err(error) if error.kind() == ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => {
                (Self::default(), vec![format!("{name}: cannot be read: {}", error.kind()).into()])
            }
        }
    }

    /// Reads settings; relative paths start at `base`, those that begin with `~/` at `home`.
    /// Of a line only the first fault is told: the others follow from it.
    fn parse(toml: &str, base: &Path, home: Option<&Path>) -> (Self, Vec<Fault>) {
        let (table, errors) = DeTable::parse_recoverable(toml);
        let line = |offset: usize| 1 + toml[..offset].matches('\n').count();
        let mut faults: Vec<Fault> = errors
            .iter()
            .map(|error| Fault {
                line: line(error.span().map_or(0, |span| span.start)),
                message: error.message().to_owned(),
            })
            .collect();
        let mut config = Self::default();
        for (key, value) in table.get_ref() {
            let at = line(key.span().start);
            match (&**key.get_ref(), value.get_ref()) {
                ("library", DeValue::String(path)) => {
                    config.library = Some(resolve(path, base, home));
                }
                ("theme", DeValue::String(name)) => {
                    config.theme = Some(Setting {
                        name: "theme".to_owned(),
                        value: name.to_string(),
                        line: at,
                    });
                }
                ("palette", DeValue::Table(table)) => {
                    config.palette = settings(table, line, word, "a colour", &mut faults);
                }
                ("keys", DeValue::Table(table)) => {
                    config.keys =
                        settings(table, line, words, "a key, or a list of keys,", &mut faults);
                }
                (key, other) => faults.push(Fault { line: at, message: misfit(key, other) }),
            }
        }
        faults.sort_by_key(|fault| fault.line);
        faults.dedup_by_key(|fault| fault.line);
        (config, faults)
    }
}

/// Something wrong in the config file.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    /// Counted from 1.
    line: usize,
    message: String,
}

/// What is wrong with a setting whose name or type is not known.
fn misfit(key: &str, value: &DeValue) -> String {
    let expected = match key {
        "library" => "a path in quotation marks",
        "theme" => "a name in quotation marks",
        "palette" | "keys" => "a table",
        _ => return format!("there is no setting {key}; the settings are: {}", KEYS.join(", ")),
    };
    format!("{key} has to be {expected}, not {}", value.type_str())
}

/// The settings of a table.
fn settings<T>(
    table: &DeTable,
    line: impl Fn(usize) -> usize,
    read: impl Fn(&DeValue) -> Option<T>,
    expected: &str,
    faults: &mut Vec<Fault>,
) -> Vec<Setting<T>> {
    let mut settings = Vec::new();
    for (key, value) in table {
        let (name, line) = (key.get_ref().to_string(), line(key.span().start));
        match read(value.get_ref()) {
            Some(value) => settings.push(Setting { name, value, line }),
            None => faults.push(Fault {
                line,
                message: format!(
                    "{name} has to be {expected} in quotation marks, not {}",
                    value.get_ref().type_str()
                ),
            }),
        }
    }
    settings.sort_by_key(|setting| setting.line);
    settings
}

fn word(value: &DeValue) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn words(value: &DeValue) -> Option<Vec<String>> {
    match value {
        DeValue::Array(values) => values.iter().map(|value| word(value.get_ref())).collect(),
        value => Some(vec![word(value)?]),
    }
}

/// What is wrong at a line of the config file.
fn told(file: &Path, line: usize, message: &str) -> Text {
    format!("{}:{line}: {message}", Text::from(file)).into()
}

fn resolve(path: &str, base: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => base.join(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(toml: &str) -> (Option<PathBuf>, Vec<String>) {
        let (config, faults) =
            Config::parse(toml, Path::new("/config"), Some(Path::new("/home/kim")));
        let faults = faults.into_iter().map(|fault| format!("{}: {}", fault.line, fault.message));
        (config.library, faults.collect())
    }

    #[test]
    fn starts_relative_paths_at_the_config_file_and_tilde_at_home() {
        assert_eq!(parse("library = '/srv/briefs'").0, Some("/srv/briefs".into()));
        assert_eq!(parse("library = '~/briefs'").0, Some("/home/kim/briefs".into()));
        assert_eq!(parse("library = 'briefs'").0, Some("/config/briefs".into()));
    }

    #[test]
    fn names_unknown_keys_by_line_and_keeps_the_rest() {
        let (library, faults) = parse("# mine\nlibary = 'a'\nlibrary = '/b'\n[themes]\n");
        assert_eq!(library, Some("/b".into()));
        assert_eq!(
            faults,
            [
                "2: there is no setting libary; the settings are: library, theme, palette, keys",
                "4: there is no setting themes; the settings are: library, theme, palette, keys",
            ]
        );
    }

    #[test]
    fn names_a_value_of_another_type() {
        let (library, faults) = parse("library = 3");
        assert_eq!(library, None);
        assert_eq!(faults, ["1: library has to be a path in quotation marks, not integer"]);
    }

    #[test]
    fn reads_a_palette_and_keys_with_their_lines() {
        let toml = "theme = 'own'\n[palette]\nurl = 'red'\naccent = 3\n[keys]\nnext-claim = ['n', '<tab>']\nback = 'b'\nquit = [1]\n";
        let (config, faults) = Config::parse(toml, Path::new("/config"), None);
        let setting = |name: &str, value: &str, line| Setting {
            name: name.into(),
            value: value.into(),
            line,
        };
        assert_eq!(config.theme, Some(setting("theme", "own", 1)));
        assert_eq!(config.palette, [setting("url", "red", 3)]);
        let keys: Vec<_> = config
            .keys
            .iter()
            .map(|keys| (keys.name.as_str(), keys.value.join(" "), keys.line))
            .collect();
        assert_eq!(keys, [("next-claim", "n <tab>".to_owned(), 6), ("back", "b".to_owned(), 7)]);
        let faults: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(
            faults,
            [
                "accent has to be a colour in quotation marks, not integer",
                "quit has to be a key, or a list of keys, in quotation marks, not array",
            ]
        );
    }

    #[test]
    fn keeps_what_stands_before_a_syntax_error() {
        let (library, faults) = parse("library = '/b'\nx = = 2\n");
        assert_eq!(library, Some("/b".into()));
        assert_eq!(faults, ["2: extra `=`, expected nothing"]);
    }

    #[test]
    fn takes_the_library_from_the_variable_then_the_config_then_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let folders = Folders {
            data: data.path().into(),
            config: data.path().into(),
            state: data.path().into(),
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

    #[test]
    fn ignores_an_xdg_folder_that_is_not_absolute() {
        assert_eq!(xdg(Some("/data".into())), Some("/data/topline".into()));
        assert_eq!(xdg(Some("data".into())), None);
        assert_eq!(xdg(Some("".into())), None);
        assert_eq!(xdg(None), None);
    }
}
