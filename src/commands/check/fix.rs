//! `topline check --fix` and `--diff`: makes the fixes of briefs, or shows them as a patch.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::levels::Levels;
use super::patch;
use crate::brief::{self, Problem, Severity};
use crate::files;
use crate::library::{Library, Origin, Repair, TriedFix, repair};
use crate::text::Text;

/// Of one file no more fixes are named.
const MOST_NAMED: usize = 100;

/// Which fixes are made, and how.
#[derive(Clone, Debug)]
pub struct FixSettings {
    /// The rules that are ignored: what breaks them is not fixed.
    pub levels: Levels,
    /// Whether fixes are made that change what is claimed.
    pub takes_unsafe: bool,
    /// The folders that the texts of sources may be in.
    pub sources: Vec<PathBuf>,
}

impl FixSettings {
    fn takes(&self, problem: &Problem, fix: &TriedFix) -> bool {
        self.levels.severity(problem.rule) > Severity::Allowed && (fix.is_safe || self.takes_unsafe)
    }
}

/// Fixes the briefs of `library` in their files, each whole or not at all. What was fixed is named on
/// `messages`. Returns whether a file was changed.
///
/// # Errors
///
/// Fails if a brief is not in a file, before anything is changed; and, after all other files have been
/// fixed, if one is read-only, has changed since it was read, or cannot be written.
pub fn fix(library: &Library, settings: &FixSettings, messages: &mut dyn Write) -> Result<bool> {
    let mut is_changed = false;
    let mut faults = Vec::new();
    for (path, before, repair) in repairs(library, settings, "--fix")? {
        match files::revise(&path, &before, &repair.bytes) {
            Ok(()) => {
                is_changed = true;
                name_all(&path, &repair, messages)?;
            }
            Err(unrevised) => {
                faults.push(format!("{} {unrevised}", Text::from(path.as_path())));
            }
        }
    }
    if !faults.is_empty() {
        bail!("cannot fix every brief: {}", faults.join("; "));
    }
    Ok(is_changed)
}

/// Writes the fixes of the briefs of `library` as a unified patch, and changes nothing.
///
/// # Errors
///
/// Fails if a brief is not in a file, and if `out` cannot be written to.
pub fn diff(
    library: &Library,
    settings: &FixSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<()> {
    for (path, before, repair) in repairs(library, settings, "--diff")? {
        match patch::unified(&path, &before, &repair.bytes) {
            Some(patch) => out.write_all(patch.as_bytes())?,
            None => writeln!(
                messages,
                "topline: the fixes of {} are not shown: next to them is a character that topline never \
                 prints; `--fix` makes them",
                Text::from(path.as_path())
            )?,
        }
    }
    Ok(())
}

/// Returns the files that have fixes, their bytes and what they are then.
fn repairs(
    library: &Library,
    settings: &FixSettings,
    flag: &str,
) -> Result<Vec<(PathBuf, Vec<u8>, Repair)>> {
    let mut found = Vec::new();
    for entry in library.entries() {
        let path = match &entry.origin {
            Origin::File(path) => path,
            Origin::Elsewhere(_) => continue,
            Origin::Stdin => bail!("`{flag}` needs a file: save the brief, and name its file"),
            Origin::Shipped(_) => {
                bail!("`{flag}` needs a brief or a folder: these briefs ship inside topline")
            }
        };
        let mut problems = entry.problems.iter().chain(&entry.evidence().problems);
        if problems.all(|problem| problem.fix.is_none()) && entry.brief.is_some() {
            continue;
        }
        // What cannot be read is a problem that the check reports.
        let Ok(before) = files::read(path, brief::MAX_BYTES) else { continue };
        let takes = |problem: &Problem, fix: &TriedFix| settings.takes(problem, fix);
        let repair = repair(&entry.origin, before.clone(), &settings.sources, takes);
        if repair.bytes != before {
            found.push((path.clone(), before, repair));
        }
    }
    Ok(found)
}

fn name_all(path: &Path, repair: &Repair, messages: &mut dyn Write) -> Result<()> {
    let file = Text::from(path);
    for made in repair.made.iter().take(MOST_NAMED) {
        let (line, column) = (made.place.line, made.place.column);
        writeln!(
            messages,
            "topline: fixed {file}:{line}:{column} [{}]: {}",
            made.rule, made.title
        )?;
    }
    if let Some(more) = repair.made.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        writeln!(messages, "topline: fixed {more} more problems in {file}")?;
    }
    Ok(())
}
