//! How the program ends.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use anyhow::Result;
use topline::commands::Outcome;
use topline::library::NotFound;
use topline::text::bounded;

use super::console::report;
use super::unknown_verb;

/// Returns the exit status of an outcome. Reports an error, unless it is only that the reader
/// of the output has closed it.
pub fn exit_code(outcome: Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Yes) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report(&format!("topline: {}\n", bounded(&message(&error))));
            ExitCode::from(2)
        }
    }
}

/// Returns the message of an error. For a path that does not exist, it suggests a verb with a similar
/// name.
fn message(error: &anyhow::Error) -> String {
    let message = format!("{error:#}");
    match error.downcast_ref::<NotFound>() {
        Some(not_found) => unknown_verb(message, &not_found.path).to_string(),
        None => message,
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
