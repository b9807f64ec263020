//! Reads a file in a process of its own: this program once more. Files of these kinds come from anybody,
//! and those who wrote the code that reads them did not have files in mind that are made to exhaust it.
//! What such a file costs is a process, which has limits of time and memory.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use wait_timeout::ChildExt;

use super::{
    FileKind, ImportError, ImportOptions, Imported, MAX_BYTES, Recognised, import, recognise,
};
use crate::files;

/// The first argument of the process. No command and no file is called so.
pub const APART: &str = "--import-apart";

/// The argument after the kind that asks for the whole page.
const WHOLE_PAGE: &str = "whole-page";

/// How long the process may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// The most that the process may answer: a text is not this much longer than its file may be.
const MAX_ANSWER: usize = 4 * MAX_BYTES;

/// Reads a file of this `name`, as [`import`] does; in a process of its own unless it is plain text.
///
/// # Errors
///
/// As [`import`]; and the process may fail, take too long or need too much memory.
pub fn import_apart(
    name: &str,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Imported, ImportError> {
    let kind = match options.kind.map_or_else(|| recognise(name, bytes), Recognised::Kind) {
        Recognised::Kind(FileKind::Text) => return import(name, bytes, options),
        Recognised::Kind(kind) => kind,
        Recognised::Refused(refusal) => return Err(refusal.into()),
    };
    let ended = ask(kind, options.whole_page, bytes).map_err(|error| {
        let reason = format!("cannot be read: topline cannot start itself: {}", error.kind());
        ImportError::new(reason, "check that its program file can be run")
    })?;
    answered(ended)
}

/// Returns what the process has read, or why it could not.
fn answered(ended: Ended) -> Result<Imported, ImportError> {
    match ended {
        Ended::Late => Err(ImportError::new(
            format!("takes more than {} seconds to read", PATIENCE.as_secs()),
            SAVE_AGAIN,
        )),
        Ended::Answered(status, answer) => {
            let answer = serde_json::from_slice(&answer).ok().filter(|_| status.success());
            answer.unwrap_or_else(|| {
                let reason = "cannot be read: it is damaged, or takes too much memory or time";
                Err(ImportError::new(reason, SAVE_AGAIN))
            })
        }
    }
}

/// What helps against a file that one program cannot read.
const SAVE_AGAIN: &str =
    "open it in the program that made it, and save it once more, or as plain text";

/// How the process ended.
enum Ended {
    Answered(ExitStatus, Vec<u8>),
    Late,
}

fn ask(kind: FileKind, whole_page: bool, bytes: &[u8]) -> io::Result<Ended> {
    let mut command = Command::new(env::current_exe()?);
    command.args([APART, kind.word()]).args(whole_page.then_some(WHOLE_PAGE));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        // A process that ends early does not read all of it.
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        let answer = scope.spawn(move || {
            output.map_or(Ok(Vec::new()), |output| files::drain(output, MAX_ANSWER))
        });
        let status = ended(&mut child)?;
        let answer = answer.join().ok().and_then(Result::ok).unwrap_or_default();
        Ok(status.map_or(Ended::Late, |status| Ended::Answered(status, answer)))
    })
}

/// Waits for the process, and ends it if it takes too long.
fn ended(child: &mut Child) -> io::Result<Option<ExitStatus>> {
    let status = child.wait_timeout(PATIENCE)?;
    if status.is_none() {
        child.kill()?;
        child.wait()?;
    }
    Ok(status)
}

/// What the process does whose first argument is [`APART`]: limits itself, reads the file from `input`
/// and writes the answer to `output`. `arguments` are those after the first.
///
/// # Errors
///
/// The arguments are not those of [`import_apart`], or `input` or `output` fails.
pub fn answer(arguments: &[String], input: impl Read, mut output: impl Write) -> io::Result<()> {
    limit_this_process();
    let (kind, rest) = arguments.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let kind = kind.parse().map_err(|_| io::ErrorKind::InvalidInput)?;
    let whole_page = rest.iter().any(|word| word == WHOLE_PAGE);
    let bytes = files::drain(input, MAX_BYTES).map_err(io::Error::other)?;
    let imported =
        import("", &bytes, &ImportOptions { kind: Some(kind), whole_page, keep_lines: false });
    serde_json::to_writer(&mut output, &imported)?;
    output.flush()
}

/// Takes memory and time from this process beyond what a file of the largest size needs. What cannot be
/// limited is bounded by the one that waits.
#[cfg(unix)]
fn limit_this_process() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    /// Bytes of memory.
    const MEMORY: u64 = 2 << 30;
    let limits = [(Resource::As, MEMORY), (Resource::Cpu, PATIENCE.as_secs()), (Resource::Core, 0)];
    for (resource, most) in limits {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn limit_this_process() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_process_that_fails_is_a_file_that_cannot_be_read() {
        use std::os::unix::process::ExitStatusExt;

        let imported: Result<Imported, ImportError> = Ok(Imported::default());
        let answer = serde_json::to_vec(&imported).unwrap();
        let ended = |status, answer: &[u8]| {
            answered(Ended::Answered(ExitStatus::from_raw(status), answer.to_vec()))
        };
        assert_eq!(ended(0, &answer), imported);
        // Ended by a signal, as when memory runs out; with a status; and in the middle of the answer.
        for (status, answer) in [(6, &answer[..]), (2 << 8, &answer), (0, &answer[1..]), (0, b"")] {
            let error = ended(status, answer).unwrap_err().to_string();
            assert!(
                error.starts_with("cannot be read: it is damaged, or takes too much"),
                "{error}"
            );
        }
        let late = answered(Ended::Late).unwrap_err().to_string();
        assert!(late.starts_with("takes more than 60 seconds to read; "), "{late}");
    }
}
