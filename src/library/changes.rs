//! What has changed in a library since it was read.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lazy_evidence::Neighbours;
use super::load::load_among;
use super::sightings::Sightings;
use super::{Cache, Entry, Loading, Origin, find, is_brief};
use crate::evidence::LOCK_FILE;

/// What has changed on disk.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Every brief that exists now, in order.
    pub origins: Vec<Origin>,
    /// Those that were read again, or for the first time.
    pub entries: Vec<Entry>,
}

/// The files of an open library, and what has to be read again when some of them change.
#[derive(Debug)]
pub struct Files {
    paths: Vec<PathBuf>,
    sources: Vec<PathBuf>,
    origins: Vec<Origin>,
    cache: Option<Arc<Cache>>,
    /// What was read before a watch began.
    sightings: Arc<Sightings>,
    /// The names of the texts that briefs name.
    texts: HashMap<Origin, OsString>,
}

impl Files {
    /// Returns the files of the library that was found under `paths` as `origins`. The texts of its
    /// sources may also be in the folders `sources`.
    pub fn new(paths: Vec<PathBuf>, sources: Vec<PathBuf>, origins: Vec<Origin>) -> Self {
        Self {
            paths,
            sources,
            origins,
            cache: None,
            sightings: Arc::default(),
            texts: HashMap::new(),
        }
    }

    /// Returns the same files. What is read again is kept in the `cache`.
    #[must_use]
    pub fn with_cache(self, cache: Option<Arc<Cache>>) -> Self {
        Self { cache, ..self }
    }

    /// Starts reading all briefs, with the one at `first` before the others. Until
    /// [`missed`](Self::missed) is asked, what is read is noted, so that nobody need watch the files
    /// meanwhile.
    pub fn start(&self, first: usize) -> Loading {
        self.sightings.begin();
        Loading::start_among(first, self.origins.clone(), self.neighbours())
    }

    fn neighbours(&self) -> Arc<Neighbours> {
        let neighbours =
            Neighbours::noted(self.sources.clone(), self.cache.clone(), &self.sightings);
        Arc::new(Neighbours { passes_files: true, ..neighbours })
    }

    /// Writes to the cache what has been worked out until now.
    pub fn save_cache(&self) {
        if let Some(cache) = &self.cache {
            cache.save();
        }
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

    /// Returns whether a change of the file at `path` can affect a brief: by its name, it is one, a
    /// lock, or the text of a source.
    pub fn concern(&self, path: &Path) -> bool {
        let name = path.file_name();
        is_brief(path)
            || name == Some(OsStr::new(LOCK_FILE))
            || name.is_some_and(|name| self.texts.values().any(|text| text == name))
    }

    /// Reads the briefs that files with these names affect, wherever they are, and finds briefs
    /// that were added or removed. Returns [`None`] if nothing changed and nothing was read.
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

    /// Reads what has changed since it was read first, from [`start`](Self::start) on. Asked once a watch has
    /// begun, it misses no change, and neither does the watch.
    pub fn missed(&mut self) -> Option<Changes> {
        let changed = self.sightings.changed();
        self.changed(&changed)
    }

    /// Reads every file again.
    pub fn all(&mut self) -> Option<Changes> {
        self.read(|_, origin| matches!(origin, Origin::File(_)))
    }

    /// Reads the briefs that are new or that `is_due`.
    fn read(&mut self, is_due: impl Fn(&Self, &Origin) -> bool) -> Option<Changes> {
        let origins = self.find();
        let known: HashSet<&Origin> = self.origins.iter().collect();
        let due = |origin: &&Origin| is_due(self, origin) || !known.contains(origin);
        let neighbours = self.neighbours();
        let entries: Vec<Entry> =
            origins.iter().filter(due).map(|origin| load_among(origin, &neighbours)).collect();
        let changes = origins != self.origins || !entries.is_empty();
        for entry in &entries {
            self.note(entry);
        }
        self.origins.clone_from(&origins);
        changes.then_some(Changes { origins, entries })
    }

    /// Finds the briefs that exist now. A path that leads to nothing has none until it exists
    /// again.
    fn find(&self) -> Vec<Origin> {
        if self.paths.is_empty() {
            return self.origins.clone();
        }
        let there = |path: &&PathBuf| path.as_os_str() == "-" || path.exists();
        let paths: Vec<PathBuf> = self.paths.iter().filter(there).cloned().collect();
        find(&paths).map_or_else(|_| self.origins.clone(), |found| found.origins)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::library::{Library, load};

    const BRIEF: &str = "summary: Boats.\nsource: {title: Boats, publisher: unknown";

    /// A library of `a` and `b`; the source's text of `b` is `b.txt`.
    struct WatchedFolder {
        folder: TempDir,
        files: Files,
        library: Library,
    }

    impl WatchedFolder {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let write = |name: &str, rest: &str| {
                fs::write(folder.path().join(name), format!("{BRIEF}{rest}}}"))
            };
            write("a.yaml", "").unwrap();
            write("b.yaml", ", text: b.txt").unwrap();
            fs::write(folder.path().join("b.txt"), "Boats.").unwrap();
            let paths = vec![folder.path().to_owned()];
            let origins = find(&paths).unwrap().origins;
            let entries: Vec<Entry> = origins.iter().map(|origin| load(origin, &[])).collect();
            let mut files = Files::new(paths, Vec::new(), origins);
            for entry in &entries {
                files.note(entry);
            }
            Self { folder, files, library: Library::new(entries) }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        /// Returns the briefs that exist, and those that are read again when these files have
        /// changed.
        fn changed(&mut self, names: &[&str]) -> Option<(String, String)> {
            let paths: Vec<PathBuf> = names.iter().map(|name| self.path(name)).collect();
            let changes = self.files.changed(&paths)?;
            let names = |origins: &mut dyn Iterator<Item = &Origin>| {
                origins.map(|origin| origin.id().to_string()).collect::<Vec<_>>().join(" ")
            };
            let all = names(&mut changes.origins.iter());
            let read = names(&mut changes.entries.iter().map(|entry| &entry.origin));
            self.library.update(changes);
            Some((all, read))
        }

        fn title(&self, id: &str) -> Option<&str> {
            let entry = self.library.entries().iter().find(|entry| &*entry.id == id)?;
            entry.brief.as_ref().map(|brief| brief.source.title.as_str())
        }
    }

    #[track_caller]
    fn assert_changed(watched: &mut WatchedFolder, names: &[&str], all: &str, read: &str) {
        assert_eq!(watched.changed(names), Some((all.to_owned(), read.to_owned())));
    }

    #[test]
    fn reads_what_a_change_bears_on_and_nothing_else() {
        let mut watched = WatchedFolder::new();
        assert_changed(&mut watched, &["a.yaml", "notes"], "a b", "a");
        assert_changed(&mut watched, &["b.txt"], "a b", "b");
        assert_changed(&mut watched, &[LOCK_FILE], "a b", "a b");
        assert_eq!(watched.changed(&["notes", ".a.yaml.swp"]), None);
    }

    #[test]
    fn finds_what_comes_and_goes() {
        let mut watched = WatchedFolder::new();
        fs::rename(watched.path("a.yaml"), watched.path("c.yaml")).unwrap();
        assert_changed(&mut watched, &["a.yaml", "c.yaml"], "b c", "c");
        assert_eq!((watched.title("a"), watched.title("c")), (None, Some("Boats")));
        fs::remove_dir_all(watched.folder.path()).unwrap();
        assert_changed(&mut watched, &[], "", "");
        assert!(watched.library.entries().is_empty());
    }

    #[test]
    fn keeps_the_last_good_version_of_a_brief() {
        let mut watched = WatchedFolder::new();
        fs::write(watched.path("a.yaml"), "summary: x\nsource: [").unwrap();
        assert_changed(&mut watched, &["a.yaml"], "a b", "a");
        assert_eq!(watched.title("a"), Some("Boats"));
        assert_eq!(
            watched.library.entries()[0].fault().map(|fault| fault.rule),
            Some(crate::brief::Rule::NotYaml)
        );
        assert_eq!(watched.library.entries()[0].line_of(None), 2);
        fs::write(
            watched.path("a.yaml"),
            format!("{BRIEF}}}").replace("title: Boats", "title: Ships"),
        )
        .unwrap();
        assert_changed(&mut watched, &["a.yaml"], "a b", "a");
        assert_eq!(
            (watched.title("a"), watched.library.entries()[0].fault()),
            (Some("Ships"), None)
        );
    }

    /// Reads all anew as the reader does, and returns what was missed while `change` happened.
    fn missed(watched: &mut WatchedFolder, change: impl FnOnce(&Path)) -> Option<String> {
        for (_, entry) in watched.files.start(0).entries() {
            watched.files.note(&entry);
            entry.evidence();
        }
        change(watched.folder.path());
        let changes = watched.files.missed()?;
        let ids: Vec<String> = changes.entries.iter().map(|entry| entry.id.to_string()).collect();
        Some(ids.join(" "))
    }

    #[test]
    fn tells_what_changed_while_nobody_watched() {
        let mut watched = WatchedFolder::new();
        let write =
            |name, text: &'static str| move |at: &Path| fs::write(at.join(name), text).unwrap();
        assert_eq!(missed(&mut watched, |_| {}), None);
        assert_eq!(missed(&mut watched, write("a.yaml", "summary: x")).as_deref(), Some("a"));
        assert_eq!(missed(&mut watched, write("b.txt", "Ships.")).as_deref(), Some("b"));
        assert_eq!(missed(&mut watched, write("notes.txt", "Ships.")), None);
        let no_text = |at: &Path| fs::remove_file(at.join("b.txt")).unwrap();
        assert_eq!(missed(&mut watched, no_text).as_deref(), Some("b"));
        assert_eq!(missed(&mut watched, write("b.txt", "Boats.")).as_deref(), Some("b"));
        assert_eq!(missed(&mut watched, write(LOCK_FILE, "{}")).as_deref(), Some("a b"));
        assert_eq!(missed(&mut watched, write("c.yaml", BRIEF)).as_deref(), Some("c"));
    }

    /// From then on, the watch tells.
    #[test]
    fn nothing_is_missed_twice() {
        let mut watched = WatchedFolder::new();
        let write = |at: &Path| fs::write(at.join("a.yaml"), "summary: x").unwrap();
        assert!(missed(&mut watched, write).is_some());
        fs::write(watched.path("a.yaml"), BRIEF).unwrap();
        assert!(watched.files.missed().is_none());
    }

    #[test]
    fn the_briefs_that_ship_never_change() {
        let mut files = Files::new(Vec::new(), Vec::new(), crate::library::shipped::origins());
        assert!(files.all().is_none());
        assert!(files.changed(&["nca-holyrood.yaml".into()]).is_none());
    }
}
