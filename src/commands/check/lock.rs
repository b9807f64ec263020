//! `topline check --lock`: records which quotations are in their source, for readers who do not have
//! it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::brief::{Brief, Date};
use crate::evidence::{Evidence, LOCK_FILE, Lock, Locked, SourceText};
use crate::library::{Entry, Library, Origin};

/// Writes `topline.lock` beside the briefs of `library` that are in folders: that the quotations of
/// a brief were in its source on the day `today`, for each brief whose source is available and has
/// them all.
///
/// The entries of other briefs are kept, except if their file no longer exists. A brief that has not
/// changed keeps the day it was first locked, so that the same briefs give the same bytes. The
/// briefs that cannot be locked are named on `messages`.
///
/// # Errors
///
/// Fails if no brief is a file, or if a lock cannot be read or written; one of a newer version is
/// not touched.
pub fn lock(library: &Library, today: Date, messages: &mut dyn Write) -> Result<()> {
    let mut folders: BTreeMap<PathBuf, Vec<&Entry>> = BTreeMap::new();
    for entry in library.entries() {
        if let Origin::File(path) = &entry.origin {
            folders.entry(path.with_file_name(LOCK_FILE)).or_default().push(entry);
        }
    }
    if folders.is_empty() {
        bail!("there is no folder to lock; name a brief or a folder");
    }
    for (file, entries) in folders {
        let old = Lock::read(&file)?.unwrap_or_default();
        let mut lock = old.clone();
        lock.retain(|id| has_brief(&file, id));
        for entry in entries {
            match entry.brief.as_ref().and_then(|brief| locked(brief, &entry.evidence, &old, today))
            {
                Some(locked) => lock.set(&entry.id, locked),
                None => writeln!(
                    messages,
                    "topline: {} is not locked: {}",
                    entry.origin,
                    reason(entry)
                )?,
            }
        }
        if lock != old {
            lock.write(&file)?;
        }
    }
    Ok(())
}

/// Returns the entry for `brief`; [`None`] unless its source is available and has all its
/// quotations, whatever an earlier lock says.
fn locked(brief: &Brief, evidence: &Evidence, old: &Lock, today: Date) -> Option<Locked> {
    let text: &SourceText = evidence.text.as_ref()?;
    let fresh = Evidence::gather(brief, Some(text.clone()), None);
    if !fresh.can_be_locked(brief) {
        return None;
    }
    let unchanged = old.get(&brief.id).filter(|old| {
        let same_day = old.verified().map(|day| Locked::new(brief, text, day));
        same_day.as_ref() == Some(*old)
    });
    Some(unchanged.cloned().unwrap_or_else(|| Locked::new(brief, text, today)))
}

fn reason(entry: &Entry) -> &'static str {
    match (&entry.brief, &entry.evidence.text) {
        (None, _) => "it cannot be read",
        (Some(_), None) => "the text of its source is not available",
        (Some(_), Some(_)) => "some of its quotations are not in its source",
    }
}

/// Returns whether the folder of `lock` still has the brief `id`.
fn has_brief(lock: &Path, id: &str) -> bool {
    ["yaml", "yml"]
        .iter()
        .any(|extension| lock.with_file_name(format!("{id}.{extension}")).is_file())
}
