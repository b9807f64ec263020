//! The surroundings of a verb: the terminal, if there is one, the user’s settings, and the streams
//! that it writes to.

use std::env;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use anyhow::{Context, Result};
use clap::ColorChoice;
use terminal_size::terminal_size_of;
use topline::commands::Outcome;
use topline::config::Settings;
use topline::text::Text;

/// The columns of a report that goes to no terminal.
const REPORT_WIDTH: usize = 100;

/// The result of a verb while it is made, and how it may look.
pub struct Console {
    /// The result, which goes to standard output at the end, all of it or nothing.
    pub out: Vec<u8>,
    /// Whether standard output may be coloured.
    pub colour: bool,
    /// Whether something that is coloured wherever it goes, such as a picture, may be.
    pub picture_colour: bool,
}

impl Console {
    /// Returns a console without a result, coloured if the user wants it.
    pub fn new(when: ColorChoice) -> Self {
        let picture_colour = wants_colour(when);
        let colour = picture_colour && (when == ColorChoice::Always || shows_colour());
        Self { out: Vec::new(), colour, picture_colour }
    }

    /// Returns the columns of the terminal that standard output goes to, if it goes to one.
    pub fn columns() -> Option<usize> {
        terminal_size_of(io::stdout()).map(|(columns, _)| columns.0.into())
    }

    /// Returns whether standard output goes to a terminal.
    pub fn is_terminal() -> bool {
        io::stdout().is_terminal()
    }

    /// Returns the columns that a report may take.
    pub fn report_width() -> usize {
        Self::columns().unwrap_or(REPORT_WIDTH)
    }

    /// Runs a command, which writes its result, and messages for standard error.
    pub fn run(
        &mut self,
        command: impl FnOnce(&mut Vec<u8>, &mut Vec<u8>) -> Result<Outcome>,
    ) -> Result<Outcome> {
        let mut messages = Vec::new();
        let outcome = command(&mut self.out, &mut messages);
        report(&String::from_utf8_lossy(&messages));
        outcome
    }

    /// Writes to standard output what `write` writes, as it is written. Only a command that can no longer fail
    /// may do so.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be written, unless whoever reads it has read enough (`topline print | head`).
    pub fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let mut stdout = BufWriter::new(io::stdout().lock());
        delivered(write(&mut stdout).and_then(|()| stdout.flush()))
    }

    /// Writes the result to standard output. If whoever reads it has read enough (`topline check |
    /// head`), the outcome is what it would have been.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be written.
    pub fn finish(self, outcome: Outcome) -> Result<Outcome> {
        let mut stdout = io::stdout();
        delivered(stdout.write_all(&self.out).and_then(|()| stdout.flush())).map(|()| outcome)
    }
}

/// Passes on why standard output could not be written to, unless its reader has read enough.
fn delivered(written: io::Result<()>) -> Result<()> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("cannot write the result")
        }
        _ => Ok(()),
    }
}

/// Returns the user’s settings. Reports what is wrong with them; the rest applies.
pub fn user_settings() -> Settings {
    let (settings, faults) = Settings::here();
    report_all(&faults);
    settings
}

/// Reports faults, each on a line of its own.
pub fn report_all(faults: &[Text]) {
    faults.iter().for_each(report_notice);
}

/// Reports what the user has to know, on a line of its own.
pub fn report_notice(notice: &Text) {
    report(&format!("topline: {notice}\n"));
}

/// Writes lines to standard error. Errors are ignored: there is nowhere left to report them.
pub fn report(lines: &str) {
    let _ = write!(io::stderr(), "{}", Text::new(lines));
}

/// Returns whether the user wants colour. The command line decides, then `NO_COLOR` (no-color.org).
fn wants_colour(when: ColorChoice) -> bool {
    match when {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Returns whether standard output goes to a terminal that has colours.
fn shows_colour() -> bool {
    let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    io::stdout().is_terminal() && !is_dumb
}
