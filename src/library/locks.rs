//! The locks that lie beside the briefs, each read once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Origin, shipped};
use crate::evidence::{LOCK_FILE, Lock, LockError};

/// The lock of a folder, or nothing where it has none.
pub type FolderLock = Result<Option<Lock>, LockError>;

/// The locks of the folders that were asked for.
#[derive(Debug, Default)]
pub struct Locks {
    by_file: Mutex<HashMap<PathBuf, Arc<FolderLock>>>,
}

impl Locks {
    /// The lock beside the brief at `origin`: in its folder, or among the shipped files. Beside
    /// standard input there is none.
    pub fn beside(&self, origin: &Origin) -> Arc<FolderLock> {
        let (file, read): (PathBuf, fn(&Path) -> FolderLock) = match origin {
            Origin::File(path) => (path.with_file_name(LOCK_FILE), Lock::read),
            Origin::Shipped(_) => (LOCK_FILE.into(), shipped_lock),
            Origin::Stdin => return Arc::new(Ok(None)),
        };
        let mut known = self.by_file.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(file).or_insert_with_key(|file| Arc::new(read(file))))
    }
}

fn shipped_lock(name: &Path) -> FolderLock {
    shipped::bytes(LOCK_FILE).map(|bytes| Lock::parse(&bytes, name)).transpose()
}
