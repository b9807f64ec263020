//! The `topline` program: reads the command line, does what it says, and ends with 0 (done),
//! 1 (the answer is no) or 2 (it could not be done).

mod cli;

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use cli::{AsksArgs, CheckArgs, Cli, ExportArgs, FindArgs, NewArgs, PrintArgs, ReadArgs, Verb};
use terminal_size::terminal_size_of;
use topline::brief::{Date, ReportStyle};
use topline::commands::read::{self, ReadSettings};
use topline::commands::{Outcome, asks, check, export, find, new, open, output, print, schema};
use topline::config::Settings;
use topline::library::NotFound;
use topline::reader::terminal;
use topline::reader::theme::Depth;
use topline::text::Text;

/// The columns of a report that goes to no terminal.
const REPORT_WIDTH: usize = 100;

fn main() -> ExitCode {
    match run(Cli::from_process()) {
        Ok(Outcome::Yes) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("topline: {}\n", message(&error)));
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli) -> Result<Outcome> {
    let (colour, picture_colour) = (cli.colour(), cli.wants_colour());
    let mut out = Vec::new();
    let outcome = match cli.verb() {
        Verb::Read(arguments) => read_briefs(arguments, colour, picture_colour, &mut out)?,
        Verb::Print(arguments) => print_briefs(&arguments, &mut out)?,
        Verb::Check(arguments) => check_briefs(&arguments, colour, &mut out)?,
        Verb::Asks(arguments) => list_asks(&arguments, &mut out)?,
        Verb::Find(arguments) => find_words(&arguments, colour, &mut out)?,
        Verb::Export(arguments) => export_records(&arguments, &mut out)?,
        Verb::New(arguments) => begin_brief(arguments)?,
        Verb::Schema => schema::run(&mut out).map(done)?,
        Verb::Completions { shell } => {
            cli::completions(shell, &mut out);
            Outcome::Yes
        }
        Verb::Man { dir: None } => cli::manual(&mut out).map(done)?,
        Verb::Man { dir: Some(folder) } => cli::manuals(&folder)
            .map(done)
            .with_context(|| format!("cannot write the manual into {}", folder.display()))?,
    };
    io::stdout().write_all(&out).context("cannot write the result")?;
    Ok(outcome)
}

fn read_briefs(
    arguments: ReadArgs,
    colour: bool,
    picture_colour: bool,
    out: &mut Vec<u8>,
) -> Result<Outcome> {
    let (paths, user) = (&arguments.paths.paths, settings());
    let depth = match arguments.snapshot {
        Some(_) if picture_colour => Depth::True,
        None if colour => terminal::depth(),
        _ => Depth::None,
    };
    let (themes, faults) = read::themes(&user, arguments.theme.as_deref(), depth)?;
    let (keymap, in_keys) = read::keymap(&user);
    let faults = [faults, in_keys].concat();
    for fault in &faults {
        tell(&format!("topline: {fault}\n"));
    }
    let settings = ReadSettings {
        origins: open::briefs(paths, &user)?,
        paths: open::places(paths, &user),
        sources: Vec::new(),
        at: arguments.at,
        themes,
        ascii: arguments.ascii || arguments.snapshot.is_none() && terminal::is_ascii(),
        mouse: arguments.mouse,
        keymap,
        faults,
        state: user.folders.map(|folders| folders.state),
    };
    match arguments.snapshot {
        Some(size) => read::snapshot(&settings, size, &arguments.keys.0, arguments.form, out)?,
        None if io::stdout().is_terminal() => {
            read::run(&settings).context("the terminal cannot be used")?;
        }
        None => bail!("the reader needs a terminal; topline print writes the same as text"),
    }
    Ok(Outcome::Yes)
}

fn print_briefs(arguments: &PrintArgs, out: &mut Vec<u8>) -> Result<Outcome> {
    let print = arguments.settings(columns())?;
    let library = open::library(&arguments.paths.paths, &[], &settings())?;
    let outcome = telling(|messages| print::run(&library, &print, out, messages))?;
    if let Some(file) = &arguments.output {
        output::write(file, out, &library)?;
        out.clear();
    }
    Ok(outcome)
}

fn check_briefs(arguments: &CheckArgs, colour: bool, out: &mut Vec<u8>) -> Result<Outcome> {
    if let Some(rule) = arguments.explain {
        return Ok(check::explain(rule, out).map(done)?);
    }
    let check =
        arguments.settings(ReportStyle { colour, width: columns().unwrap_or(REPORT_WIDTH) })?;
    let (paths, sources, settings) = (&arguments.paths.paths, &arguments.sources, settings());
    let open = || open::library(paths, sources, &settings);
    if arguments.lock {
        let mut messages = Vec::new();
        let locked = check::lock(&open()?, Date::today(), &mut messages);
        tell(&String::from_utf8_lossy(&messages));
        locked?;
    }
    if arguments.watch {
        return check::watch(
            open::watched(paths, sources, &settings),
            open,
            &check,
            &mut io::stdout(),
        );
    }
    Ok(check::run(&open()?, &check, out)?)
}

fn list_asks(arguments: &AsksArgs, out: &mut Vec<u8>) -> Result<Outcome> {
    let asks = arguments.settings(columns().unwrap_or(REPORT_WIDTH), Date::today());
    let library = open::library(&arguments.paths.paths, &[], &settings())?;
    telling(|messages| asks::run(&library, &asks, out, messages))
}

fn find_words(arguments: &FindArgs, colour: bool, out: &mut Vec<u8>) -> Result<Outcome> {
    let library = open::library(&arguments.paths.paths, &[], &settings())?;
    telling(|messages| find::run(&library, &arguments.settings(colour), out, messages))
}

fn export_records(arguments: &ExportArgs, out: &mut Vec<u8>) -> Result<Outcome> {
    let library = open::library(&arguments.paths.paths, &arguments.sources, &settings())?;
    telling(|messages| export::run(&library, &arguments.settings(Date::today()), out, messages))
}

fn begin_brief(arguments: NewArgs) -> Result<Outcome> {
    telling(|messages| new::run(&arguments.settings(), messages))
}

/// Runs a command, and writes what it has to say beside its result to standard error.
fn telling(command: impl FnOnce(&mut dyn Write) -> Result<Outcome>) -> Result<Outcome> {
    let mut messages = Vec::new();
    let outcome = command(&mut messages);
    tell(&String::from_utf8_lossy(&messages));
    outcome
}

/// The columns of the terminal that standard output is, if it is one.
fn columns() -> Option<usize> {
    terminal_size_of(io::stdout()).map(|(columns, _)| columns.0.into())
}

/// The user's settings. What is wrong with them is told, and the rest holds.
fn settings() -> Settings {
    let (settings, faults) = Settings::here();
    for fault in faults {
        tell(&format!("topline: {fault}\n"));
    }
    settings
}

fn done((): ()) -> Outcome {
    Outcome::Yes
}

/// What an error says; of a path that leads to nothing also which verb it may have been meant for.
fn message(error: &anyhow::Error) -> String {
    let message = format!("{error:#}");
    match error.downcast_ref::<NotFound>() {
        Some(not_found) => cli::unknown_verb(message, &not_found.path).to_string(),
        None => message,
    }
}

/// Whether `error` only says that whoever read the output has had enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// Writes lines to standard error. Where that is closed there is nobody to tell.
fn tell(lines: &str) {
    let _ = write!(io::stderr(), "{}", Text::new(lines));
}
