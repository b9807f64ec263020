//! Briefs and their sources: in temporary folders, in this repository and in memory.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use topline::brief::{self, Brief, Id};
use topline::evidence::{Evidence, SourceText};
use topline::library::search::Index;
use topline::library::{Entry, Library, Loading, Origin, find, load};

/// The ids of the briefs that ship with the program.
pub const SHIPPED: [&str; 4] = ["ferry-lights", "nca-bbc-digest", "nca-holyrood", "owners-letter"];

/// The brief `ferry-board` of `tests/it/reader`.
pub const FERRY_BOARD: &str = include_str!("../reader/ferry-board.yaml");

/// The text of its source, `ferry-board.txt`.
pub const FERRY_BOARD_TEXT: &str = include_str!("../reader/ferry-board.txt");

/// A sound brief without a text of its source.
pub const UNLIT_BOATS: &str = "\
summary: Boats sail at night without lights.
source: {title: Unlit boats, publisher: Tidewater Safety Board}
";

/// [`UNLIT_BOATS`], whose source has its text at `path`.
pub fn unlit_boats_with_text(path: &str) -> String {
    UNLIT_BOATS.replace('}', &format!(", text: {path}}}"))
}

/// A temporary folder of briefs and sources.
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder of these files, each a path and what it holds.
    pub fn with<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Self {
        let folder = Self::new();
        for (path, contents) in files {
            folder.write(path, contents);
        }
        folder
    }

    /// The invented brief that ships with the program, and its source.
    pub fn ferry_lights() -> Self {
        Self::with(&[
            ("ferry-lights.yaml", include_str!("../../../briefs/ferry-lights.yaml")),
            ("ferry-lights.txt", include_str!("../../../briefs/ferry-lights.txt")),
        ])
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, and makes the folders that it is in.
    pub fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces `from`, which must be in the file.
    #[track_caller]
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{from}");
        self.write(path, text.replace(from, to));
    }

    #[track_caller]
    pub fn copy(&self, from: &str, to: &str) {
        fs::copy(self.path(from), self.path(to)).unwrap();
    }

    #[track_caller]
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    pub fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Returns whether nothing is in the folder.
    pub fn is_empty(&self) -> bool {
        fs::read_dir(self.root()).unwrap().next().is_none()
    }

    /// Loads the brief in this file, and checks it while the folder exists.
    pub fn entry(&self, path: &str) -> Entry {
        let entry = load(&Origin::File(self.path(path)), &[]);
        entry.evidence();
        entry
    }

    /// Loads every brief, in the order of the library.
    pub fn entries(&self) -> Vec<Entry> {
        self.library().entries().to_vec()
    }

    /// Loads the library.
    pub fn library(&self) -> Library {
        library([self.root()])
    }
}

/// Loads the briefs under these paths, with the texts beside them, and checks them while these exist.
pub fn library<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Library {
    let paths: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
    let library = Loading::start(find(&paths).unwrap().origins, Vec::new()).finish(|_| {});
    for entry in library.entries() {
        entry.evidence();
    }
    library
}

/// Fails unless every brief of the library is sound.
#[track_caller]
pub fn sound(library: Library) -> Library {
    for entry in library.entries() {
        assert!(entry.brief.is_some(), "{:?}", entry.problems);
    }
    library
}

/// Reads a brief, which must be sound.
#[track_caller]
pub fn read_brief(id: &str, yaml: &str) -> Brief {
    let reading = brief::read(&Id::new(id).unwrap(), yaml.as_bytes());
    reading.brief.unwrap_or_else(|| panic!("{yaml}\n{:#?}", reading.problems))
}

/// The entry of a brief in memory, with the text of its source.
pub fn entry(id: &str, yaml: &str, text: Option<&str>) -> Entry {
    let id = Id::new(id).unwrap();
    let reading = brief::read(&id, yaml.as_bytes());
    let text = text.map(SourceText::new);
    let evidence =
        reading.brief.as_ref().map(|brief| Evidence::gather(brief, text, None)).unwrap_or_default();
    Entry {
        origin: Origin::File(format!("{id}.yaml").into()),
        id,
        yaml: reading.yaml.into(),
        brief: reading.brief.map(Into::into),
        problems: reading.problems,
        evidence: evidence.into(),
        index: Index::default(),
    }
}

/// A library in memory: the id and the YAML of each brief, and the text of its source.
pub fn library_of(briefs: &[(&str, &str, Option<&str>)]) -> Library {
    Library::new(briefs.iter().map(|&(id, yaml, text)| entry(id, yaml, text)).collect())
}
