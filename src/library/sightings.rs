//! What files were like before they were read: while nobody watches them yet, that shows later which of
//! them have changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::files::Stamp;

/// The files that were looked at, each before it was read for the first time.
///
/// Nothing is noted before it is [begun](Self::begin), nor after it was asked what has
/// [changed](Self::changed).
#[derive(Debug, Default)]
pub struct Sightings {
    seen: Mutex<Option<HashMap<PathBuf, Option<Stamp>>>>,
}

impl Sightings {
    /// From now on, files are noted.
    pub fn begin(&self) {
        self.seen().get_or_insert_default();
    }

    /// Looks at a file that is about to be read, unless it was looked at before. There may be none.
    pub fn note(&self, path: &Path) {
        let is_new = self.seen().as_ref().is_some_and(|seen| !seen.contains_key(path));
        if is_new {
            // Nobody waits meanwhile who notes another file.
            let stamp = Stamp::at(path);
            if let Some(seen) = &mut *self.seen() {
                seen.entry(path.to_path_buf()).or_insert(stamp);
            }
        }
    }

    /// Returns the files that are not what they were when they were noted, and forgets them all.
    pub fn changed(&self) -> Vec<PathBuf> {
        let seen = self.seen().take().unwrap_or_default();
        let changed = seen.into_iter().filter(|(path, stamp)| Stamp::at(path) != *stamp);
        changed.map(|(path, _)| path).collect()
    }

    fn seen(&self) -> MutexGuard<'_, Option<HashMap<PathBuf, Option<Stamp>>>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
