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
        let mut verified = Vec::new();
        for entry in entries {
            match verified_text(entry) {
                Some(found) => verified.push(found),
                None => writeln!(
                    messages,
                    "topline: {} is not locked: {}",
                    entry.origin,
                    reason(entry)
                )?,
            }
        }
        Lock::update(&file, |lock| {
            lock.retain(|id| has_brief(&file, id));
            for (brief, text) in verified {
                lock.set(&brief.id, locked(brief, text, lock.get(&brief.id), today));
            }
        })?;
    }
    Ok(())
}

/// Returns the brief of an entry and the text of its source; [`None`] unless the text is available and
/// has all its quotations, whatever an earlier lock says.
fn verified_text(entry: &Entry) -> Option<(&Brief, &SourceText)> {
    let (brief, text) = (entry.brief.as_ref()?, entry.text()?);
    let fresh = Evidence::gather(brief, Some(text.clone()), None);
    fresh.can_be_locked(brief).then_some((brief, text))
}

/// Locks `brief` as verified today, or on the day of its `old` lock if nothing has changed since.
fn locked(brief: &Brief, text: &SourceText, old: Option<&Locked>, today: Date) -> Locked {
    let unchanged = old.filter(|old| {
        let same_day = old.verified().map(|day| Locked::new(brief, text, day));
        same_day.as_ref() == Some(*old)
    });
    unchanged.cloned().unwrap_or_else(|| Locked::new(brief, text, today))
}

fn reason(entry: &Entry) -> &'static str {
    match (&entry.brief, entry.text()) {
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
