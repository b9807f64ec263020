//! What the reader remembers from one run to the next: where it was left in each library, and
//! the marks.
//!
//! All of it is one small JSON file in the state folder. It is written whole or not at all (a new
//! file replaces the old one), and under a lock, so that several readers lose none of each other's
//! marks. A file that this version cannot read is renamed, never overwritten.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::target::Target;
use crate::brief::Id;
use crate::files::{self, UnreadFile};
use crate::library::catalogue::BriefSort;
use crate::text::{Text, bounded};

/// The version of the file's form.
const VERSION: u32 = 1;

const FILE: &str = "reader.json";

/// Held while the file is read, changed and written.
const LOCK: &str = "reader.lock";

/// The file may be at most this large.
const MAX_BYTES: usize = 16 << 20;

/// How long the reader waits for other readers that use the file.
const PATIENCE: Duration = Duration::from_millis(500);

/// The marks of a library by their letters.
pub type Marks = BTreeMap<char, Target>;

/// Where the reader was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The brief, and the item that had the focus.
    pub at: Target,
    /// The party whose items were shown without the others'.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "party")]
    pub party: Option<Id>,
}

/// What is remembered of one library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// Where the reader was left, if it ever was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Position>,
    /// What the briefs were sorted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// The marks.
    #[serde(default)]
    pub marks: Marks,
}

/// The whole file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Contents {
    version: u32,
    libraries: BTreeMap<String, Remembered>,
}

/// The part of a file that is looked at first.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// The memory of one library.
#[derive(Clone, Debug)]
pub struct Memory {
    folder: PathBuf,
    library: String,
}

impl Memory {
    /// Returns the memory, in the state folder `folder`, of the library that was opened as `paths`;
    /// without a path, of the briefs that ship with topline.
    pub fn new(folder: &Path, paths: &[PathBuf]) -> Self {
        let whole = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
        let names: Vec<String> =
            paths.iter().map(|path| whole(path).to_string_lossy().into_owned()).collect();
        Self { folder: folder.to_path_buf(), library: names.join("\n") }
    }

    /// Returns what is remembered, and what went wrong on the way.
    pub fn recall(&self) -> (Remembered, Option<Text>) {
        let (mut contents, aside) = match read(&self.file()) {
            Ok(contents) => (contents, None),
            Err(_) => match self.lock().and_then(|_lock| self.read_or_set_aside()) {
                Ok(read) => read,
                Err(error) => {
                    return (Remembered::default(), Some(failure("cannot be read", &error)));
                }
            },
        };
        (contents.libraries.remove(&self.library).unwrap_or_default(), aside)
    }

    /// Remembers where the reader was left, and what the briefs were sorted by.
    ///
    /// # Errors
    ///
    /// Fails if the state folder cannot be written to.
    pub fn leave(&self, position: Position, sort: BriefSort) -> Result<(), Text> {
        let change = |remembered: &mut Remembered| {
            remembered.left = Some(position);
            remembered.sort = Some(sort.word().to_owned());
        };
        self.change(change).map(|_| ())
    }

    /// Remembers a mark, and gives all of the library's: other readers' too.
    ///
    /// # Errors
    ///
    /// Fails if the state folder cannot be written to.
    pub fn mark(&self, letter: char, target: Target) -> Result<(Marks, Option<Text>), Text> {
        let (remembered, aside) = self.change(|remembered| {
            remembered.marks.insert(letter, target);
        })?;
        Ok((remembered.marks, aside))
    }

    /// Changes what the file says of this library, as it is now, and nothing else in it.
    fn change(
        &self,
        change: impl FnOnce(&mut Remembered),
    ) -> Result<(Remembered, Option<Text>), Text> {
        let changed = || {
            fs::create_dir_all(&self.folder)?;
            let _lock = self.lock()?;
            let (mut contents, aside) = self.read_or_set_aside()?;
            let remembered = contents.libraries.entry(self.library.clone()).or_default();
            change(remembered);
            let remembered = remembered.clone();
            files::replace(&self.file(), &serde_json::to_vec_pretty(&contents)?)?;
            Ok((remembered, aside))
        };
        changed().map_err(|error| failure("cannot be written", &error))
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// Waits a moment until no other reader uses the file. Dropping the lock releases it.
    fn lock(&self) -> io::Result<File> {
        let held = files::hold(&self.folder.join(LOCK), PATIENCE)?;
        files::sweep(&self.file());
        Ok(held)
    }

    /// Reads the file. If this version cannot read it, returns nothing, and the new place of the file.
    fn read_or_set_aside(&self) -> io::Result<(Contents, Option<Text>)> {
        let reason = match read(&self.file()) {
            Ok(contents) => return Ok((contents, None)),
            Err(Unread::File(unread)) => return Err(io::Error::other(format!("it {unread}"))),
            Err(Unread::Version(version)) => {
                format!("has version {version}, but this topline reads version {VERSION}")
            }
            Err(Unread::Damaged(error)) => format!("is damaged ({})", bounded(&error.to_string())),
        };
        let aside = (1..=u32::MAX)
            .map(|n| self.folder.join(format!("reader-{n}.json")))
            .find(|path| !path.exists())
            .ok_or(ErrorKind::AlreadyExists)?;
        fs::rename(self.file(), &aside)?;
        let aside = Text::from(aside.as_path());
        let aside = format!("the marks file {reason}, so it was renamed to {aside}");
        Ok((Contents { version: VERSION, ..Contents::default() }, Some(aside.into())))
    }
}

/// Why there are no contents.
enum Unread {
    File(UnreadFile),
    Version(u32),
    Damaged(serde_json::Error),
}

/// Reads the file. A file that does not exist is empty.
fn read(file: &Path) -> Result<Contents, Unread> {
    let json = match files::read(file, MAX_BYTES) {
        Err(UnreadFile::Absent) => {
            return Ok(Contents { version: VERSION, ..Contents::default() });
        }
        json => json.map_err(Unread::File)?,
    };
    let head: Head = serde_json::from_slice(&json).map_err(Unread::Damaged)?;
    if head.version != VERSION {
        return Err(Unread::Version(head.version));
    }
    serde_json::from_slice(&json).map_err(Unread::Damaged)
}

fn failure(what: &str, error: &io::Error) -> Text {
    format!("the marks file {what}: {error}").into()
}

/// An id as its text.
mod party {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use crate::brief::Id;

    #[expect(clippy::ref_option, reason = "serde asks for this form")]
    pub fn serialize<S: Serializer>(id: &Option<Id>, serializer: S) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => serializer.serialize_some(id.as_str()),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Id>, D::Error> {
        let text: Option<String> = Option::deserialize(deserializer)?;
        text.map(|text| {
            Id::new(&text).ok_or_else(|| de::Error::custom(format!("`{text}` is not a valid id")))
        })
        .transpose()
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn memory(folder: &Path) -> Memory {
        Memory::new(folder, &["briefs".into()])
    }

    fn target(text: &str) -> Target {
        text.parse().unwrap()
    }

    #[test]
    fn remembers_each_library_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let (here, there) = (memory(folder.path()), Memory::new(folder.path(), &[]));
        assert_eq!(here.recall(), (Remembered::default(), None));
        let left = Position { at: target("a/c1"), party: Id::new("vale") };
        here.leave(left.clone(), BriefSort::Title).unwrap();
        there.mark('x', target("b")).unwrap();
        here.mark('ж', target("a/q2")).unwrap();
        let marks = Marks::from([('ж', target("a/q2"))]);
        assert_eq!(
            here.recall(),
            (Remembered { left: Some(left), sort: Some("title".to_owned()), marks }, None)
        );
        assert_eq!(
            there.recall().0,
            Remembered { marks: Marks::from([('x', target("b"))]), ..Remembered::default() }
        );
    }

    #[test]
    fn recalling_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        assert_eq!(memory(&state).recall(), (Remembered::default(), None));
        assert!(!state.exists());
    }

    #[test]
    fn readers_side_by_side_lose_no_mark() {
        let folder = tempfile::tempdir().unwrap();
        let memory = &memory(folder.path());
        thread::scope(|scope| {
            for letter in 'a'..='p' {
                scope.spawn(move || memory.mark(letter, target("a/c1")).unwrap());
            }
        });
        assert_eq!(memory.recall().0.marks.into_keys().collect::<String>(), "abcdefghijklmnop");
    }

    #[test]
    fn a_mark_gives_those_of_other_readers_too() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (memory(folder.path()), memory(folder.path()));
        one.mark('a', target("a/c1")).unwrap();
        let (marks, _) = other.mark('b', target("a/c2")).unwrap();
        assert_eq!(marks, Marks::from([('a', target("a/c1")), ('b', target("a/c2"))]));
    }

    #[track_caller]
    fn assert_set_aside(contents: &str, reason: &str) {
        let folder = tempfile::tempdir().unwrap();
        let memory = memory(folder.path());
        fs::write(folder.path().join(FILE), contents).unwrap();
        fs::write(folder.path().join("reader-1.json"), "older").unwrap();
        let (remembered, message) = memory.recall();
        let aside = folder.path().join("reader-2.json");
        let expected = format!("the marks file {reason}, so it was renamed to {}", aside.display());
        assert_eq!(
            (remembered, message.unwrap().as_str()),
            (Remembered::default(), expected.as_str())
        );
        assert_eq!(fs::read_to_string(aside).unwrap(), contents);
        assert_eq!(fs::read_to_string(folder.path().join("reader-1.json")).unwrap(), "older");
        let (marks, message) = memory.mark('a', target("a")).unwrap();
        assert_eq!((marks.len(), message), (1, None));
    }

    #[test]
    fn sets_a_file_aside_that_it_cannot_read() {
        assert_set_aside(
            r#"{"version": 2, "shelves": []}"#,
            "has version 2, but this topline reads version 1",
        );
        assert_set_aside("", "is damaged (EOF while parsing a value at line 1 column 0)");
        assert_set_aside(
            r#"{"version": 1, "libraries": {"x": {"marks": {"a": "b/C D"}}}}"#,
            "is damaged (`C D` is not a valid id at line 1 column 58)",
        );
    }

    #[test]
    fn says_why_a_mark_cannot_be_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let error = memory(&file).mark('a', target("a")).unwrap_err();
        assert!(error.starts_with("the marks file cannot be written: "), "{error}");
    }
}
