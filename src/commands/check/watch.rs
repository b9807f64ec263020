//! `topline check --watch`: checks again at each save.

use std::io::{ErrorKind, Write};
use std::iter;
use std::path::{self, Path, PathBuf};

use anyhow::{Result, bail};

use super::CheckSettings;
use crate::commands::Outcome;
use crate::library::{Library, Watch};
use crate::text::Text;

/// Checks the library that `open` reads, and again whenever something under `paths` has changed,
/// until the process ends. What changes in the folder `own` of topline itself is no change.
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
    own: Option<&Path>,
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
        let is_own = |changed: &[PathBuf]| {
            own.is_some_and(|own| changed.iter().all(|path| leads_into(path, own)))
        };
        let changes = || watch.changed();
        if !iter::from_fn(changes).any(|changed| !is_own(&changed)) {
            return Ok(outcome);
        }
    }
}

/// Returns whether `path` is in the folder `own`, or is one that had to be made for it.
fn leads_into(path: &Path, own: &Path) -> bool {
    let [path, own] = [path, own].map(|path| path::absolute(path).unwrap_or_else(|_| path.into()));
    path.starts_with(&own) || own.starts_with(&path)
}
