//! The locks in the folders of the briefs, each read once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::sightings::Sightings;
use super::{Origin, shipped};
use crate::evidence::{LOCK_FILE, Lock, LockError};

/// The lock of a folder, if it has one.
pub type FolderLock = Result<Option<Lock>, LockError>;

/// The locks of the folders that were asked for.
#[derive(Debug, Default)]
pub struct Locks {
    by_file: Mutex<HashMap<PathBuf, Arc<FolderLock>>>,
    sightings: Arc<Sightings>,
}

impl Locks {
    /// Returns locks of which each file is noted in `sightings` before it is read.
    pub fn noted(sightings: &Arc<Sightings>) -> Self {
        Self { sightings: Arc::clone(sightings), ..Self::default() }
    }

    /// Returns the lock next to the brief at `origin`: in its folder, or among the shipped files.
    /// Standard input has none.
    pub fn beside(&self, origin: &Origin) -> Arc<FolderLock> {
        let (file, read): (PathBuf, fn(&Path) -> FolderLock) = match origin {
            Origin::File(path) => (path.with_file_name(LOCK_FILE), Lock::read),
            Origin::Shipped(_) => (LOCK_FILE.into(), shipped_lock),
            Origin::Elsewhere(_) | Origin::Stdin => return Arc::new(Ok(None)),
        };
        let mut known = self.by_file.lock().unwrap_or_else(PoisonError::into_inner);
        let read = |file: &PathBuf| {
            self.sightings.note(file);
            Arc::new(read(file))
        };
        Arc::clone(known.entry(file).or_insert_with_key(read))
    }
}

fn shipped_lock(name: &Path) -> FolderLock {
    shipped::bytes(LOCK_FILE).map(|bytes| Lock::parse(&bytes, name)).transpose()
}
