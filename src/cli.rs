//! The command line: its grammar, and what is made from that: help, completions, manual pages.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, value_parser};
use clap_complete::Shell;
use topline::brief::{Look, Rule};
use topline::commands::check::{CheckSettings, Format, Levels, NotAllowed};
use topline::commands::print::PrintSettings;
use topline::config::Folders;
use topline::page::Section;
use topline::text::{Text, nearest};

/// Read, check and print policy briefs in the terminal
///
/// A brief is a YAML file that says what one source says: who said what, in which words, and who
/// asks what of whom. Without a command, topline opens the reader on the briefs, or prints them
/// where standard output is no terminal.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, args_conflicts_with_subcommands = true, after_long_help = EXIT_CODES)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// What to do it with
    #[command(flatten)]
    pub paths: Paths,
    /// When to use colour: auto means where it goes to a terminal and `NO_COLOR` is not set
    #[arg(
        long = "color",
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub colour: Colour,
}

/// What topline can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Print briefs as plain text, for a folder or an e-mail
    Print(PrintArgs),
    /// Check briefs against the format, and their words and figures against the sources
    Check(CheckArgs),
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

/// The briefs that a command works on.
#[derive(Debug, Default, Args)]
pub struct Paths {
    /// A brief, a folder of briefs, or - for a brief on standard input
    ///
    /// Without one: `$TOPLINE_LIBRARY`, then `library` in the config file, then the folder for briefs
    /// of your own, then the briefs that ship with topline.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Colour {
    /// Where it goes to a terminal and `NO_COLOR` is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// Whether output that goes to a terminal, or does not, may have colour (no-color.org).
    pub fn goes_to(self, terminal: bool) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// How briefs are printed.
#[derive(Debug, Default, Args)]
pub struct PrintArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// The columns of a line, 40 to 200 [default: 72, or the terminal's where that is less]
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(40..=200))]
    width: Option<u16>,
    /// Spell typographic characters in ASCII
    #[arg(long)]
    ascii: bool,
    /// Print only this section; may be given several times
    #[arg(long = "section", value_name = "NAME", long_help = section_help())]
    sections: Vec<Section>,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

impl PrintArgs {
    /// Prints these briefs in the usual way.
    pub fn of(paths: Paths) -> Self {
        Self { paths, ..Self::default() }
    }

    /// What is asked for; `terminal` is the width of the terminal that it is printed to, if it is.
    pub fn settings(&self, terminal: Option<u16>) -> PrintSettings {
        let default = PrintSettings::default();
        let narrow = terminal.map_or(default.width, |columns| usize::from(columns).clamp(40, default.width));
        PrintSettings {
            width: self.width.map_or(narrow, usize::from),
            ascii: self.ascii,
            sections: if self.sections.is_empty() { default.sections } else { self.sections.clone() },
        }
    }
}

/// How briefs are checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// Look for the texts of sources in this folder too; may be given several times
    #[arg(long, value_name = "DIR")]
    pub sources: Vec<PathBuf>,
    /// Take every warning for an error
    #[arg(long)]
    strict: bool,
    /// Pass over this rule; may be given several times
    #[arg(long, value_name = "RULE", value_parser = rule)]
    allow: Vec<Rule>,
    /// Take this rule's problems for errors; may be given several times
    #[arg(long, value_name = "RULE", value_parser = rule)]
    deny: Vec<Rule>,
    /// What to write
    #[arg(long, default_value = "human")]
    format: Format,
}

impl CheckArgs {
    /// What is asked for, in colour or not, on so many columns.
    pub fn settings(&self, look: Look) -> Result<CheckSettings, NotAllowed> {
        let levels = Levels::new(self.allow.clone(), self.deny.clone(), self.strict)?;
        Ok(CheckSettings { levels, format: self.format, look })
    }
}

fn rule(name: &str) -> Result<Rule, String> {
    Rule::named(name).ok_or_else(|| {
        let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        match nearest(name, &names) {
            Some(near) => format!("there is no such rule; did you mean {near}?"),
            None => format!("there is no such rule; the rules are {}", names.join(", ")),
        }
    })
}

fn section_help() -> String {
    let names: Vec<String> = Section::ALL.iter().map(|section| section.name()).collect();
    format!(
        "Print only this section; may be given several times. The sections are {}. The first words of a name \
         will do: asks",
        names.join(", ")
    )
}

const EXIT_CODES: &str = "\
Exit status:
  0  done
  1  the answer is no: problems were found, or nothing matched
  2  it could not be done";

impl Cli {
    /// Reads the command line of this process. Help that was asked for, and an error, are shown
    /// here and end the process: with 0 and with 2.
    pub fn of_process() -> Self {
        let places = format!("{EXIT_CODES}\n\n{}", places(Folders::here().as_ref()));
        let matches = Self::command().after_long_help(places).get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

/// The verb that somebody who typed the path `word` may have meant.
pub fn verb_like(word: &Path) -> Option<String> {
    let command = Cli::command();
    let verbs: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    nearest(word.to_str()?, &verbs).map(str::to_owned)
}

/// Writes the completions for `shell`.
pub fn completions(shell: Shell, out: &mut dyn Write) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "topline", &mut script);
    out.write_all(&script)
}

/// Writes the manual page of topline itself.
pub fn manual(out: &mut dyn Write) -> io::Result<()> {
    clap_mangen::Man::new(Cli::command()).render(out)
}

/// Writes a manual page for topline and for each of its verbs into `folder`.
pub fn manuals(folder: &Path) -> io::Result<()> {
    clap_mangen::generate_to(Cli::command(), folder)
}

/// The last part of the long help: where things are on this machine.
fn places(folders: Option<&Folders>) -> String {
    let mut help = String::from("Places on this machine:\n");
    let Some(folders) = folders else { return help + "  none: the user has no home folder" };
    let places =
        [("briefs", folders.briefs()), ("config", folders.config_file()), ("state", folders.state.clone())];
    for (name, path) in places {
        let path = Text::from(path.to_string_lossy().as_ref());
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
    fn prints_at_72_columns_or_the_terminal_if_that_is_less() {
        let width = |width, terminal| PrintArgs { width, ..PrintArgs::default() }.settings(terminal).width;
        assert_eq!(width(None, None), 72);
        assert_eq!(width(None, Some(200)), 72);
        assert_eq!(width(None, Some(60)), 60);
        assert_eq!(width(None, Some(20)), 40);
        assert_eq!(width(Some(100), Some(60)), 100);
    }

    #[test]
    fn knows_a_verb_by_its_likeness() {
        assert_eq!(verb_like(Path::new("pritn")).as_deref(), Some("print"));
        assert_eq!(verb_like(Path::new("shcema")).as_deref(), Some("schema"));
        assert_eq!(verb_like(Path::new("briefs")), None);
        assert_eq!(verb_like(Path::new("./pritn")), None);
    }
}
