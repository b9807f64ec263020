//! What has changed in a library since it was read.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::{Entry, Origin, find, load};
use crate::evidence::LOCK_FILE;

/// What has changed on disk.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Every brief that is there now, in order.
    pub origins: Vec<Origin>,
    /// Those that were read again, or for the first time.
    pub entries: Vec<Entry>,
}

/// The files of a library that is open, and what has to be read again when some of them change.
#[derive(Debug)]
pub struct Files {
    paths: Vec<PathBuf>,
    sources: Vec<PathBuf>,
    origins: Vec<Origin>,
    /// The names of the texts that briefs name.
    texts: HashMap<Origin, OsString>,
}

impl Files {
    /// The files of the library that was found under `paths` as `origins`; the texts of its sources
    /// may lie in the folders `sources` too.
    #[must_use]
    pub fn new(paths: Vec<PathBuf>, sources: Vec<PathBuf>, origins: Vec<Origin>) -> Self {
        Self { paths, sources, origins, texts: HashMap::new() }
    }

    /// Notes which text a brief that was read rests on.
    pub fn note(&mut self, entry: &Entry) {
        // A brief that cannot be read now may name the text that it named before.
        let Some(brief) = &entry.brief else { return };
        let name = brief.source.text.as_deref().and_then(|text| Path::new(text).file_name());
        match name {
            Some(name) => self.texts.insert(entry.origin.clone(), name.to_owned()),
            None => self.texts.remove(&entry.origin),
        };
    }

    /// Reads what files of these names bear on, wherever they are, and looks for briefs that came
    /// or went. [`None`] where nothing did and nothing was read.
    pub fn changed(&mut self, paths: &[PathBuf]) -> Option<Changes> {
        let names: BTreeSet<&OsStr> = paths.iter().filter_map(|path| path.file_name()).collect();
        let is_relocked = names.contains(OsStr::new(LOCK_FILE));
        self.read(|files, origin| {
            if is_relocked {
                return matches!(origin, Origin::File(_));
            }
            let file = if let Origin::File(path) = origin { path.file_name() } else { None };
            let text = files.texts.get(origin).map(OsString::as_os_str);
            [file, text].into_iter().flatten().any(|name| names.contains(name))
        })
    }

    /// Reads every file again.
    pub fn all(&mut self) -> Option<Changes> {
        self.read(|_, origin| matches!(origin, Origin::File(_)))
    }

    /// Reads those that are new or that `is_due`.
    fn read(&mut self, is_due: impl Fn(&Self, &Origin) -> bool) -> Option<Changes> {
        let origins = self.find();
        let known: HashSet<&Origin> = self.origins.iter().collect();
        let due = |origin: &&Origin| is_due(self, origin) || !known.contains(origin);
        let entries: Vec<Entry> =
            origins.iter().filter(due).map(|origin| load(origin, &self.sources)).collect();
        let changes = origins != self.origins || !entries.is_empty();
        for entry in &entries {
            self.note(entry);
        }
        self.origins.clone_from(&origins);
        changes.then_some(Changes { origins, entries })
    }

    /// The briefs that are there now. A path that leads to nothing has none, until it does again.
    fn find(&self) -> Vec<Origin> {
        if self.paths.is_empty() {
            return self.origins.clone();
        }
        let there = |path: &&PathBuf| path.as_os_str() == "-" || path.exists();
        let paths: Vec<PathBuf> = self.paths.iter().filter(there).cloned().collect();
        find(&paths).unwrap_or_else(|_| self.origins.clone())
    }
}
