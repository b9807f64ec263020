//! The command line: its grammar, and the way from there to the commands, one file per verb.

mod asks;
mod check;
mod console;
mod derived;
mod exit;
mod export;
mod find;
mod import;
mod lsp;
mod new;
mod officials;
mod paths;
mod print;
mod read;

use std::env;
use std::ffi::OsString;
use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{ColorChoice, Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use topline::brief::Id;
use topline::config::Folders;
use topline::text::{Text, UnknownWord};

pub use console::Console;
pub use derived::{completions, manual, schema};
pub use exit::{exit_code, guarded};
pub use import::imported_apart;

use asks::AsksArgs;
use check::CheckArgs;
use export::ExportArgs;
use find::FindArgs;
use import::ImportArgs;
use lsp::LspArgs;
use new::NewArgs;
use officials::OfficialsArgs;
use paths::Paths;
use print::PrintArgs;
use read::ReadArgs;

/// Read, check and print policy briefs in the terminal
///
/// A brief is a YAML file that summarises one source: who said what, in which words, and who asks
/// what of whom. Without a command, topline opens the briefs in the reader, or prints them if
/// standard output is not a terminal.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, override_usage = USAGE, after_long_help = EXIT_CODES)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    verb: Option<Verb>,
    /// What to do it with
    #[command(flatten)]
    paths: Paths,
    /// Show or print only ASCII characters
    #[arg(long)]
    ascii: bool,
    /// When to use colour: `auto` uses it in a terminal, unless `NO_COLOR` is set
    #[arg(long, value_name = "WHEN", global = true, hide_default_value = true, default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

/// What topline can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Read briefs in linked panes
    Read(ReadArgs),
    /// Print briefs, ready to file or e-mail
    Print(PrintArgs),
    /// Check briefs against the format, and their quotations and figures against the sources
    Check(CheckArgs),
    /// List every ask, commitment and action, with who is asked and what answers it
    Asks(AsksArgs),
    /// List every person and body, with how much they say, ask and are asked
    Officials(OfficialsArgs),
    /// Find words in the briefs and in the texts of their sources
    Find(FindArgs),
    /// Write every quote, claim and ask as a record, for search engines and databases
    Export(ExportArgs),
    /// Start a brief from a saved page or document: its plain text, and the quotations in it
    Import(ImportArgs),
    /// Start a brief, with quotations proposed from the text of its source
    New(NewArgs),
    /// Serve an editor, which then checks, completes and links briefs while you write
    Lsp(LspArgs),
    /// Print the JSON Schema of a brief, for editors
    Schema,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write a page for every command
    Man {
        /// Write topline.1, topline-print.1 and so on into this folder
        dir: Option<PathBuf>,
    },
}

const USAGE: &str = "topline [OPTIONS] [PATH]...\n       topline [OPTIONS] <COMMAND>";

const EXIT_CODES: &str = "\
Exit status:
  0  done
  1  the answer is no: problems were found, or nothing matched
  2  an error occurred";

impl Cli {
    /// Reads the command line of this process. If it asks for help or has an
    /// error, prints that and ends the process with 0 or 2.
    pub fn from_process() -> Self {
        let places = format!("{EXIT_CODES}\n\n{}", places(Folders::here().as_ref()));
        let command = Self::command().after_long_help(places);
        let parse = |arguments: Vec<OsString>| {
            let matches = command.clone().try_get_matches_from(without_needless_help(arguments))?;
            Self::from_arg_matches(&matches)
        };
        // An error repeats what was typed, or what a shell made of `*`.
        parse(env::args_os().collect()).unwrap_or_else(|error| {
            let clean = env::args_os().map(|argument| Text::from(Path::new(&argument)));
            let clean = clean.map(|argument| argument.as_str().into()).collect();
            parse(clean).err().unwrap_or(error).exit()
        })
    }

    /// Returns what to do. The default is to read, or to print if standard output is not a terminal.
    pub fn verb(self) -> Verb {
        let ascii = self.ascii;
        match self.verb {
            Some(Verb::Read(read)) => Verb::Read(read.or_ascii(ascii)),
            Some(Verb::Print(print)) => Verb::Print(print.or_ascii(ascii)),
            Some(_) if ascii => {
                let message = "`--ascii` goes with the reader and with `topline print`";
                Self::command().error(ErrorKind::ArgumentConflict, message).exit()
            }
            Some(verb) => verb,
            None if io::stdout().is_terminal() => {
                Verb::Read(ReadArgs::from_paths(self.paths).or_ascii(ascii))
            }
            None => Verb::Print(PrintArgs::from_paths(self.paths).or_ascii(ascii)),
        }
    }

    /// Returns the console that the command line asks for.
    pub fn console(&self) -> Console {
        Console::new(self.color)
    }
}

/// Returns the arguments of `help` without the flags that ask for help again: clap takes none there.
fn without_needless_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|verb| verb == "help") {
        arguments.retain(|argument| argument != "--help" && argument != "-h");
    }
    arguments
}

/// Returns a parser for the words of `all`, which the help lists.
fn one_of<T>(all: &[T], word: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = UnknownWord> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().copied().map(word)).try_map(|word| word.parse())
}

/// Reads the id of an item.
fn id(word: &str) -> Result<Id, String> {
    let spelling = "an id is a lower-case letter followed by lower-case letters, digits or hyphens";
    Id::new(word).ok_or_else(|| spelling.to_owned())
}

/// Returns the error for a path that does not exist and may be a misspelt verb; `fault` says what is
/// wrong with the path.
pub fn unknown_verb(fault: String, path: &Path) -> UnknownWord {
    let command = Cli::command();
    let verbs: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    UnknownWord::new(fault, path.to_str().unwrap_or_default(), &verbs)
        .spelt(|verb| format!("`topline {verb}`"))
}

/// Returns the last part of the long help: where topline keeps its files on this machine.
fn places(folders: Option<&Folders>) -> String {
    let mut help = String::from("Files on this machine:\n");
    let Some(folders) = folders else { return help + "  none: no home folder was found" };
    let places = [
        ("briefs", folders.briefs()),
        ("config", folders.config_file()),
        ("state", folders.state.clone()),
        ("cache", folders.cache.clone()),
    ];
    for (name, path) in places {
        let path = Text::from(path.as_path());
        let _ = writeln!(help, "  {name:8}{path}");
    }
    help
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_holds() {
        Cli::command().debug_assert();
    }

    #[test]
    fn knows_a_verb_by_its_likeness() {
        let message = |path| unknown_verb("no file".to_owned(), Path::new(path)).to_string();
        assert_eq!(message("pritn"), "no file; did you mean `topline print`?");
        assert_eq!(message("shcema"), "no file; did you mean `topline schema`?");
        assert_eq!(message("briefs"), "no file");
        assert_eq!(message("./pritn"), "no file");
    }
}
