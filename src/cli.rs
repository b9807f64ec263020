//! The command line: its grammar, and what is made from that: help, completions, manual pages.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use topline::config::Folders;
use topline::text::Text;

/// Read, check and print policy briefs in the terminal
///
/// A brief is a YAML file that says what one source says: who said what, in which words, and who
/// asks what of whom.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub verb: Verb,
}

/// What topline can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Print the JSON Schema of a brief, for editors
    Schema,
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write the pages of all commands
    Man {
        /// The folder to write topline.1, topline-print.1 and so on into
        dir: Option<PathBuf>,
    },
}

impl Cli {
    /// Reads the command line of this process. Help that was asked for, and an error, are shown
    /// here and end the process: with 0 and with 2.
    pub fn of_process() -> Self {
        let grammar = grammar().after_long_help(places(Folders::here().as_ref()));
        let matches = grammar.get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

/// The verb that somebody who typed `word` may have meant.
pub fn verb_like(word: &str) -> Option<String> {
    let distance = |verb: &str| strsim::damerau_levenshtein(word, verb);
    grammar()
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .filter(|verb| distance(verb) <= verb.len() / 3)
        .min_by_key(|verb| distance(verb))
}

/// Writes the completions for `shell`.
pub fn completions(shell: Shell, out: &mut dyn Write) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut grammar(), "topline", &mut script);
    out.write_all(&script)
}

/// Writes the manual page of topline itself.
pub fn manual(out: &mut dyn Write) -> io::Result<()> {
    clap_mangen::Man::new(grammar()).render(out)
}

/// Writes a manual page for topline and for each of its verbs into `folder`.
pub fn manuals(folder: &Path) -> io::Result<()> {
    clap_mangen::generate_to(grammar(), folder)
}

fn grammar() -> Command {
    Cli::command()
}

/// The last part of the long help: where things are on this machine.
fn places(folders: Option<&Folders>) -> String {
    let mut help = String::from("Places on this machine:\n");
    let Some(folders) = folders else { return help + "  none: the user has no home folder" };
    let places = [("briefs", folders.briefs()), ("config", folders.config_file()), ("state", folders.state.clone())];
    for (name, path) in places {
        let path = Text::from(path.to_string_lossy().as_ref());
        let _ = writeln!(help, "  {name:8}{path}");
    }
    help
}
