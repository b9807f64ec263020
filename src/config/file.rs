//! The config file: its settings and its faults.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::folders;
use crate::files::{self, UnreadFile};
use crate::text::{Text, UnknownWord, bounded};

/// The keys of the config file.
const KEYS: [&str; 7] = ["library", "sources", "cache", "theme", "links", "palette", "keys"];

/// The config file may be at most this large.
const MAX_BYTES: usize = 1 << 20;

/// The settings of the config file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The file or folder that is opened if the command line names none.
    pub library: Option<PathBuf>,
    /// Folders that the texts of sources may be in.
    pub sources: Vec<PathBuf>,
    /// Whether what was worked out of briefs is kept; [`None`] is yes.
    pub cache: Option<bool>,
    /// The name of the theme that the reader shows.
    pub theme: Option<Setting<String>>,
    /// Whether the reader makes web addresses links; [`None`] if that is for the terminal to say.
    pub links: Option<bool>,
    /// Colours by name, which make up the user’s own theme.
    pub palette: Vec<Setting<String>>,
    /// The keys that the user assigns to actions, by the names of the actions.
    pub keys: Vec<Setting<Vec<String>>>,
}

/// A setting that another module interprets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// Its name.
    pub name: String,
    /// What it is set to.
    pub value: T,
    /// The line of the config file, counted from 1.
    pub line: usize,
}

impl Config {
    /// Reads the config file at `path`, and reports what is wrong with it, line by line. The rest
    /// still applies; a file that does not exist sets nothing.
    pub fn read(path: &Path) -> (Self, Vec<Text>) {
        let unusable =
            |reason: &str| (Self::default(), vec![format!("{} {reason}", Text::from(path)).into()]);
        match files::read(path, MAX_BYTES).map(String::from_utf8) {
            Ok(Ok(toml)) => {
                let home = folders::home();
                let base = path.parent().unwrap_or(Path::new(""));
                let (config, faults) = Self::parse(&toml, base, home.as_deref());
                let warn = |fault: Fault| at_line(path, fault.line, &fault.message);
                (config, faults.into_iter().map(warn).collect())
            }
            Ok(Err(_)) => unusable("is not UTF-8: save it as UTF-8"),
            Err(UnreadFile::Absent) => (Self::default(), Vec::new()),
            Err(unread) => unusable(&unread.to_string()),
        }
    }

    /// Reads settings; relative paths start at `base`, those that begin with `~/` at `home`.
    /// Reports only the first fault of a line: the others follow from it.
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
                ("sources", value) if words(value).is_some() => {
                    let folders = words(value).unwrap_or_default();
                    config.sources =
                        folders.iter().map(|folder| resolve(folder, base, home)).collect();
                }
                ("theme", DeValue::String(name)) => {
                    config.theme = Some(Setting {
                        name: "theme".to_owned(),
                        value: name.to_string(),
                        line: at,
                    });
                }
                ("cache", DeValue::Boolean(cache)) => config.cache = Some(*cache),
                ("links", DeValue::Boolean(links)) => config.links = Some(*links),
                ("palette", DeValue::Table(table)) => {
                    config.palette = settings(table, line, word, "a colour", &mut faults);
                }
                ("keys", DeValue::Table(table)) => {
                    config.keys =
                        settings(table, line, words, "a key or a list of keys", &mut faults);
                }
                (key, other) => faults.push(Fault { line: at, message: misfit(key, other) }),
            }
        }
        faults.sort_by_key(|fault| fault.line);
        faults.dedup_by_key(|fault| fault.line);
        (config, faults)
    }
}

/// A fault in the config file.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    /// Counted from 1.
    line: usize,
    message: String,
}

/// Says what is wrong with a setting whose name or type is not known.
fn misfit(key: &str, value: &DeValue) -> String {
    let expected = match key {
        "library" => "a path in quotation marks",
        "sources" => "a folder or a list of folders in quotation marks",
        "theme" => "a name in quotation marks",
        "cache" | "links" => "true or false",
        "palette" | "keys" => "a table",
        _ => {
            return UnknownWord::new(format!("no setting is called `{key}`"), key, &KEYS)
                .spelt(|near| format!("`{near}`"))
                .otherwise(format!("the settings are `{}`", KEYS.join("`, `")))
                .to_string();
        }
    };
    format!("`{key}`: expected {expected}, found {}", value.type_str())
}

/// Reads the settings of a table.
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
                    "`{name}`: expected {expected} in quotation marks, found {}",
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

/// Returns a message about a line of the config file.
pub fn at_line(file: &Path, line: usize, message: &str) -> Text {
    format!("{}:{line}: {}", Text::from(file), bounded(message)).into()
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
                "2: no setting is called `libary`; did you mean `library`?",
                "4: no setting is called `themes`; did you mean `theme`?",
            ]
        );
    }

    #[test]
    fn names_a_value_of_another_type() {
        let (library, faults) = parse("library = 3");
        assert_eq!(library, None);
        assert_eq!(faults, ["1: `library`: expected a path in quotation marks, found integer"]);
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
                "`accent`: expected a colour in quotation marks, found integer",
                "`quit`: expected a key or a list of keys in quotation marks, found array",
            ]
        );
    }

    #[test]
    fn keeps_what_comes_before_a_syntax_error() {
        let (library, faults) = parse("library = '/b'\nx = = 2\n");
        assert_eq!(library, Some("/b".into()));
        assert_eq!(faults, ["2: extra `=`, expected nothing"]);
    }
}
