//! How the program ends.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, ErrorKind};
use std::panic::{self, PanicHookInfo, UnwindSafe};
use std::process::ExitCode;

use anyhow::Result;
use topline::commands::Outcome;
use topline::library::{NotFound, is_panic_caught};
use topline::text::bounded;

use super::console::report;
use super::unknown_verb;

/// Runs the program, and returns its exit status. If it panics, that is reported in a line that can be
/// shown whatever the panic repeats of a file, and the status is that of an error.
pub fn guarded(program: impl FnOnce() -> ExitCode + UnwindSafe) -> ExitCode {
    panic::set_hook(Box::new(|panic| {
        if !is_panic_caught() {
            report(&fault(panic));
        }
    }));
    panic::catch_unwind(program).unwrap_or(ExitCode::from(2))
}

/// Returns what is told of a fault in the program itself; with `RUST_BACKTRACE` set, also where it was.
fn fault(panic: &PanicHookInfo<'_>) -> String {
    let said = bounded(panic.payload_as_str().unwrap_or("no reason given"));
    let place = panic.location().map_or_else(String::new, |place| format!(" at {place}"));
    let backtrace = Backtrace::capture();
    let backtrace = if backtrace.status() == BacktraceStatus::Captured {
        backtrace.to_string()
    } else {
        String::new()
    };
    format!(
        "topline: failed{place}: {said}; please report it, and what you did before\n{backtrace}"
    )
}

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

#[cfg(test)]
mod tests {
    use std::env;
    use std::process::{Command, exit};

    use super::*;

    /// Set in the process that panics.
    const PANICS: &str = "TOPLINE_TEST_PANICS";

    /// The process that panics. Run as any other test, it does nothing.
    #[test]
    fn panics() {
        if env::var_os(PANICS).is_some() {
            let fault = format!("byte 2 of \u{1b}]0;é\u{7}\n::error::{}", "x".repeat(10_000));
            let status = guarded(|| panic!("{fault}"));
            exit(if status == ExitCode::from(2) { 2 } else { 0 });
        }
    }

    #[test]
    fn a_panic_is_told_in_a_line_that_is_safe_and_ends_with_the_status_of_an_error() {
        let mut command = Command::new(env::current_exe().unwrap());
        let name = concat!(module_path!(), "::panics").split_once("::").unwrap().1;
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        let run = command.env(PANICS, "1").env("RUST_BACKTRACE", "0").output().unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{said}");
        let start = "topline: failed at src/cli/exit.rs:";
        let told = ": byte 2 of \u{fffd}]0;é\u{fffd} ::error::xxx";
        let end = "…; please report it, and what you did before\n";
        assert!(said.starts_with(start) && said.contains(told) && said.ends_with(end), "{said}");
        assert!(said.lines().count() == 1 && said.len() < 1_000, "{said}");
    }
}
