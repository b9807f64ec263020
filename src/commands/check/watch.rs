//! `topline check --watch`: checks again at each save.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::CheckSettings;
use crate::commands::Outcome;
use crate::library::{Library, Watch};
use crate::text::Text;

/// Checks the library that `open` reads, and again whenever something under `paths` has changed,
/// until the process ends.
///
/// A library that cannot be opened, perhaps because somebody is working on it, is reported, and
/// checked again when it changes.
///
/// # Errors
///
/// Fails if there is nothing to watch, if it cannot be watched, or if `out` cannot be written to. If
/// nobody reads `out` any more, the outcome is that of the last check.
pub fn watch(
    paths: Vec<PathBuf>,
    open: impl Fn() -> Result<Library>,
    settings: &CheckSettings,
    out: &mut dyn Write,
) -> Result<Outcome> {
    if paths.is_empty() {
        bail!("there is nothing to watch; name a brief or a folder");
    }
    let watch = Watch::start(paths)?;
    loop {
        let mut report = Vec::new();
        let outcome = match open() {
            Ok(library) => super::run(&library, settings, &mut report)?,
            Err(error) => {
                writeln!(report, "{}", Text::from(format!("{error:#}")))?;
                Outcome::No
            }
        };
        writeln!(report)?;
        match out.write_all(&report).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(outcome),
            written => written?,
        }
        if watch.changed().is_none() {
            return Ok(outcome);
        }
    }
}
