//! What has been worked out since a cache was opened. Its bytes wait in a file of their own, which has no
//! name, so that however much it is, it takes no memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::kept::{RecordName, RecordRow, Seal};
use crate::files::Parts;

/// The records that are new.
#[derive(Clone, Debug, Default)]
pub struct Fresh {
    file: Option<Arc<Parts>>,
    rows: BTreeMap<RecordName, RecordRow>,
    /// Whether something was added since the records were last taken to be saved.
    is_unsaved: bool,
}

impl Fresh {
    /// Adds a record. Where the file cannot be made in `folder`, or is full, nothing is added.
    pub fn add(&mut self, folder: &Path, name: RecordName, seal: Seal, bytes: &[u8]) {
        if self.file.is_none() {
            let made = fs::create_dir_all(folder).and_then(|()| Parts::unnamed_in(folder));
            self.file = made.ok().map(Arc::new);
        }
        let first = self.file.as_ref().and_then(|file| file.append(bytes).ok());
        let first = first.and_then(|first| u32::try_from(first).ok());
        if let Some((first, length)) = first.zip(u32::try_from(bytes.len()).ok()) {
            self.rows.insert(name, RecordRow { name, seal, first, length });
            self.is_unsaved = true;
        }
    }

    /// Returns the record called `name`.
    pub fn get(&self, name: &RecordName) -> Option<RecordRow> {
        self.rows.get(name).copied()
    }

    /// Returns the bytes of a record.
    pub fn bytes(&self, row: &RecordRow) -> Option<Vec<u8>> {
        self.file.as_ref()?.read(row.first.into(), row.length as usize).ok()
    }

    /// Returns every record.
    pub fn rows(&self) -> impl Iterator<Item = &RecordRow> {
        self.rows.values()
    }

    /// Returns all records, to be saved, if any has been added since they were last taken.
    pub fn take_unsaved(&mut self) -> Option<Self> {
        std::mem::take(&mut self.is_unsaved).then(|| self.clone())
    }
}
