//! Every variable of the environment that the program looks at.

use std::collections::BTreeSet;

use walkdir::WalkDir;

use super::sequences::{self, assert_harmless};
use crate::support::library::{FERRY_BOARD, Folder};
use crate::support::program::Run;
use crate::support::source::root;

/// The variables, and the libraries’ own, by which folders are found.
pub const VARIABLES: [&str; 22] = [
    "COLORTERM",
    "DISPLAY",
    "EDITOR",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "NO_COLOR",
    "RUST_BACKTRACE",
    "SSH_CONNECTION",
    "STY",
    "TERM",
    "TMUX",
    "TOPLINE_LIBRARY",
    "TZ",
    "VISUAL",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
];

#[test]
fn the_table_has_every_variable_that_the_source_names() {
    let mut named = BTreeSet::new();
    for file in WalkDir::new(root().join("src")).into_iter().map(Result::unwrap) {
        if !file.file_type().is_file() {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).unwrap_or_default();
        // What the help calls the value of an option is no variable.
        let shipped = text.split("#[cfg(test)]").next().unwrap().replace("value_name = \"", "\"_");
        if shipped.contains("env::") {
            named.extend(shipped.split('"').filter(|word| is_variable(word)).map(str::to_owned));
        }
    }
    assert!(named.len() >= 15, "{named:?}");
    let missing: Vec<&String> =
        named.iter().filter(|name| !VARIABLES.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "put these into the table above: {missing:?}");
}

fn is_variable(word: &str) -> bool {
    word.len() > 2
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

#[test]
fn no_variable_controls_a_terminal_through_any_command() {
    let folder = Folder::with(&[("a.yaml", FERRY_BOARD)]);
    for variable in VARIABLES {
        for arguments in [
            &["print"][..],
            &["check", "a.yaml"],
            &["read", "a.yaml", "--snapshot", "100x30"],
            &["--help"],
        ] {
            let run = folder.topline(arguments).env(variable, sequences::all()).output().unwrap();
            let run = Run::new(run);
            let what = format!("{variable} {arguments:?}");
            assert_harmless(&(run.stdout.replace("\n\u{c}", "\n") + &run.stderr), &what);
        }
    }
}
