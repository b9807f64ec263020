//! The `topline` program: reads the command line, does what it says, and ends with 0 (done),
//! 1 (the answer is no) or 2 (it could not be done).

mod cli;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::Context;
use cli::{Cli, Verb};
use topline::commands::{Outcome, schema};
use topline::library::NotFound;
use topline::text::Text;

fn main() -> ExitCode {
    match run(Cli::of_process()) {
        Ok(Outcome::Yes) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("topline: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<Outcome> {
    let mut out = BufWriter::new(io::stdout().lock());
    match cli.verb {
        Verb::Schema => schema::run(&mut out)?,
        Verb::Completions { shell } => cli::completions(shell, &mut out)?,
        Verb::Man { dir: None } => cli::manual(&mut out)?,
        Verb::Man { dir: Some(folder) } => {
            cli::manuals(&folder).with_context(|| format!("cannot write into {}", folder.display()))?;
        }
    }
    out.flush()?;
    Ok(Outcome::Yes)
}

/// Whether `error` only says that whoever read the output has had enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io_error = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
    };
    error.chain().any(io_error)
}

/// Writes a message to standard error. Where that is closed there is nobody to tell.
fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "{}", Text::new(message));
}
