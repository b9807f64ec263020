//! What was worked out of briefs, kept from run to run: a second run works out what has changed.
//!
//! A cache never changes what is shown. What it holds is found only by whoever has the same brief, the
//! same source and the same build of topline, and is used only if not one byte of it has changed since.
//! Whatever goes wrong, it is worked out anew, and nobody is told.

mod fresh;
mod kept;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{self, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use self::fresh::Fresh;
use self::kept::{Kept, RecordName, RecordRow, Seal};
use super::Origin;
use crate::files;

/// The digest of what verdicts follow from besides the briefs (`build.rs`).
const BUILD: &str = env!("TOPLINE_BUILD");

/// A cache may be at most this large.
const MAX_BYTES: u64 = 1024 * 1024 * 1024;

/// The most caches that are kept, of as many libraries. Those that were not written for longest go.
const MOST: usize = 256;

/// What the names of caches end in.
const ENDING: &str = "cache";

/// What is kept of a brief. Each kind is read without the others.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// What its file holds.
    Reading,
    /// Where its quotes are in the source.
    Findings,
    /// What else is known of how it rests on the source.
    Rest,
    /// That its file holds a brief, and the name of the text that it rests on.
    Sound,
    /// Where its problems are in its file.
    Places,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Reading, Self::Findings, Self::Rest, Self::Sound, Self::Places];
}

/// All that something was worked out from, as one digest.
#[derive(Clone, Copy, Debug)]
pub struct Basis([u8; 32]);

impl Basis {
    /// Returns the digest of these parts, of which some may be missing.
    pub fn new<const N: usize>(parts: [Option<&[u8]>; N]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update([u8::from(part.is_some())]);
            digest.update(part.map_or(0, <[u8]>::len).to_le_bytes());
            digest.update(part.unwrap_or_default());
        }
        Self(digest.finalize().into())
    }

    /// Returns the digest of all that and of a value.
    #[must_use]
    pub fn and(&self, value: &impl Serialize) -> Self {
        let value = postcard::to_allocvec(value).ok();
        Self::new([Some(self.as_bytes()), value.as_deref()])
    }

    /// Returns the digest as bytes, to be part of another.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The cache of one library: what was kept of it, and what has been worked out since it was opened.
///
/// What is new is written by [`save`](Self::save), and when the cache is dropped.
#[derive(Debug)]
pub struct Cache {
    file: PathBuf,
    build: &'static str,
    /// The folder that relative paths of briefs start at.
    here: PathBuf,
    /// The briefs of the library. What is kept of others is not written again.
    briefs: Vec<PathBuf>,
    kept: Kept,
    fresh: Mutex<Fresh>,
    missed: [AtomicUsize; Kind::ALL.len()],
}

impl Cache {
    /// Opens the cache in `folder` of the library that was found under `places` as `origins`. If there is
    /// none that can be used, it is empty.
    pub fn open(folder: &Path, places: &[PathBuf], origins: &[Origin]) -> Self {
        Self::open_as(BUILD, folder, places, origins)
    }

    fn open_as(build: &'static str, folder: &Path, places: &[PathBuf], origins: &[Origin]) -> Self {
        let mut digest = Sha256::new();
        for place in places {
            let place = place.canonicalize().unwrap_or_else(|_| place.clone());
            digest.update(place.as_os_str().as_encoded_bytes());
            digest.update([0]);
        }
        let name: String = digest.finalize()[..16].iter().map(|b| format!("{b:02x}")).collect();
        let file = folder.join(name).with_extension(ENDING);
        Self {
            kept: Kept::open(&file, build, MAX_BYTES),
            file,
            build,
            here: path::absolute(".").unwrap_or_default(),
            briefs: origins.iter().filter_map(path_of).map(Path::to_path_buf).collect(),
            fresh: Mutex::default(),
            missed: Default::default(),
        }
    }

    /// Returns what is kept of the brief at `origin`, if it was worked out from `basis`.
    pub fn recall<T: DeserializeOwned>(
        &self,
        kind: Kind,
        origin: &Origin,
        basis: &Basis,
    ) -> Option<T> {
        let name = self.name(kind, path_of(origin)?);
        let fits = |row: &RecordRow, bytes: &[u8]| row.seal == self.seal(&name, basis, bytes);
        let fresh = || {
            let fresh = self.fresh();
            let row = fresh.get(&name)?;
            fresh.bytes(&row).filter(|bytes| fits(&row, bytes))
        };
        let kept = || {
            let row = self.kept.get(&name)?;
            self.kept.bytes(&row).filter(|bytes| fits(&row, bytes))
        };
        postcard::from_bytes(&fresh().or_else(kept)?).ok()
    }

    /// Keeps what was worked out of the brief at `origin` from `basis`.
    pub fn keep(&self, kind: Kind, origin: &Origin, basis: &Basis, value: &impl Serialize) {
        let Some(path) = path_of(origin) else { return };
        let Ok(bytes) = postcard::to_allocvec(value) else { return };
        let name = self.name(kind, path);
        let seal = self.seal(&name, basis, &bytes);
        self.missed[kind as usize].fetch_add(1, Ordering::Relaxed);
        self.fresh().add(files::folder(&self.file), name, seal, &bytes);
    }

    /// Returns how often something of this kind was worked out that was not in the cache.
    pub fn missed(&self, kind: Kind) -> usize {
        self.missed[kind as usize].load(Ordering::Relaxed)
    }

    /// Writes the cache, if there is anything new since it was last written. What cannot be written is worked out again the next time.
    pub fn save(&self) {
        // Who looks for a record meanwhile does not wait.
        let Some(fresh) = self.fresh().take_unsaved() else { return };
        let names: HashSet<RecordName> = Kind::ALL
            .into_iter()
            .flat_map(|kind| self.briefs.iter().map(move |path| self.name(kind, path)))
            .collect();
        let kept = self.kept.rows().filter(|row| names.contains(&row.name));
        let mut rows: BTreeMap<RecordName, RecordRow> = kept.map(|row| (row.name, row)).collect();
        rows.extend(fresh.rows().map(|row| (row.name, *row)));
        let bytes = |row: &RecordRow| {
            let is_fresh = fresh.get(&row.name).is_some();
            let bytes = if is_fresh { fresh.bytes(row) } else { self.kept.bytes(row) };
            bytes.ok_or_else(|| io::Error::from(ErrorKind::UnexpectedEof))
        };
        self.write(|out| kept::write(self.build, MAX_BYTES, &rows, bytes, out));
    }

    fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        files::sweep(&self.file);
        if !self.file.exists() {
            make_room(files::folder(&self.file));
        }
        // What fails is left out: it can all be worked out again.
        let _ = files::replace_quickly(&self.file, write);
    }

    fn fresh(&self) -> MutexGuard<'_, Fresh> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the name of what is kept of the brief at `path`.
    fn name(&self, kind: Kind, path: &Path) -> RecordName {
        // Without the `.` that a relative path may have.
        let path: PathBuf = self.here.join(path).components().collect();
        let digest = Sha256::new().chain_update([kind as u8]);
        digest.chain_update(path.as_os_str().as_encoded_bytes()).finalize().into()
    }

    /// Returns what shows that these bytes were worked out from `basis`, and have not changed since.
    fn seal(&self, name: &RecordName, basis: &Basis, bytes: &[u8]) -> Seal {
        let digest = Sha256::new().chain_update(self.build).chain_update(name);
        digest.chain_update(basis.0).chain_update(bytes).finalize().into()
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        self.save();
    }
}

fn path_of(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::File(path) => Some(path),
        Origin::Elsewhere(_) | Origin::Shipped(_) | Origin::Stdin => None,
    }
}

/// Deletes the caches in `folder` that were not written for longest, until there is room for one more.
fn make_room(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut caches: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .collect();
    caches.sort();
    let surplus = (caches.len() + 1).saturating_sub(MOST);
    for (_, path) in caches.iter().take(surplus) {
        // What cannot be deleted does no harm.
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASIS: [Option<&[u8]>; 2] = [Some(b"brief"), Some(b"text")];

    fn origin(number: u32) -> Origin {
        Origin::File(format!("b{number}.yaml").into())
    }

    fn open(build: &'static str, folder: &Path, briefs: u32) -> Cache {
        let origins: Vec<Origin> = (0..briefs).map(origin).collect();
        Cache::open_as(build, folder, &["briefs".into()], &origins)
    }

    fn recall(cache: &Cache, number: u32) -> Option<String> {
        cache.recall(Kind::Rest, &origin(number), &Basis::new(BASIS))
    }

    /// Writes a cache of these values of as many briefs, and returns its file.
    fn write(folder: &Path, values: &[&str]) -> PathBuf {
        let cache = open("1", folder, u32::try_from(values.len()).unwrap());
        for (number, value) in (0..).zip(values) {
            cache.keep(Kind::Rest, &origin(number), &Basis::new(BASIS), value);
        }
        assert_eq!(cache.missed(Kind::Rest), values.len());
        cache.file.clone()
    }

    #[test]
    fn keeps_what_was_worked_out_until_any_part_of_its_basis_changes() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &["zero", "one"]);
        let cache = open("1", folder.path(), 2);
        assert_eq!(recall(&cache, 0).as_deref(), Some("zero"));
        assert_eq!(recall(&cache, 1).as_deref(), Some("one"));
        assert_eq!(recall(&cache, 2), None);
        let other: [[Option<&[u8]>; 2]; 4] = [
            [Some(b"brief"), None],
            [Some(b"brief"), Some(b"texts")],
            [Some(b"briefs"), Some(b"text")],
            [Some(b"brieft"), Some(b"ext")],
        ];
        for parts in other {
            let basis = Basis::new(parts);
            assert_eq!(cache.recall::<String>(Kind::Rest, &origin(0), &basis), None, "{parts:?}");
        }
        let basis = Basis::new(BASIS);
        assert_eq!(cache.recall::<String>(Kind::Findings, &origin(0), &basis), None);
        assert_eq!(cache.recall::<String>(Kind::Rest, &Origin::Stdin, &basis), None);
    }

    #[test]
    fn what_another_build_kept_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &["zero"]);
        assert_eq!(recall(&open("2", folder.path(), 1), 0), None);
        assert_eq!(recall(&open("1", folder.path(), 1), 0).as_deref(), Some("zero"));
    }

    #[test]
    fn what_is_new_is_kept_with_what_was_and_other_briefs_are_dropped() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &["zero", "one", "two"]);
        open("1", folder.path(), 2).keep(Kind::Rest, &origin(1), &Basis::new(BASIS), &"new");
        let cache = open("1", folder.path(), 3);
        let values = [0, 1, 2].map(|number| recall(&cache, number));
        assert_eq!(values, [Some("zero".to_owned()), Some("new".to_owned()), None]);
    }

    #[test]
    fn what_is_saved_twice_has_all_that_is_new() {
        let folder = tempfile::tempdir().unwrap();
        let cache = open("1", folder.path(), 2);
        for (number, value) in [(0, "zero"), (1, "one"), (0, "new")] {
            cache.keep(Kind::Rest, &origin(number), &Basis::new(BASIS), &value);
            cache.save();
        }
        let [here, there] =
            [&cache, &open("1", folder.path(), 2)].map(|cache| [0, 1].map(|n| recall(cache, n)));
        assert_eq!(there, [Some("new".to_owned()), Some("one".to_owned())]);
        assert_eq!(here, there);
        fs::File::options().write(true).open(&cache.file).unwrap().set_len(0).unwrap();
        cache.save();
        assert_eq!(
            fs::metadata(&cache.file).unwrap().len(),
            0,
            "nothing is new, so nothing is written"
        );
    }

    #[test]
    fn a_cache_that_is_damaged_anywhere_gives_the_value_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let values = ["zero", "one", "two"];
        let file = write(folder.path(), &values);
        let whole = fs::read(&file).unwrap();
        let check = |damaged: &[u8]| {
            fs::write(&file, damaged).unwrap();
            let cache = open("1", folder.path(), 3);
            for (number, value) in (0..).zip(values) {
                assert!(recall(&cache, number).is_none_or(|found| found == value));
            }
            cache.kept.rows().count()
        };
        assert_eq!(check(&whole), 3);
        for place in 0..whole.len() {
            check(&whole[..place]);
            for flip in [1, 0x80, 0xff] {
                let mut damaged = whole.clone();
                damaged[place] ^= flip;
                check(&damaged);
            }
        }
    }

    #[test]
    fn the_caches_that_were_not_written_for_longest_make_room() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MOST + 3 {
            fs::write(folder.path().join(format!("{number}.{ENDING}")), "").unwrap();
        }
        fs::write(folder.path().join("notes.txt"), "").unwrap();
        write(folder.path(), &["zero"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), MOST + 1);
        assert_eq!(recall(&open("1", folder.path(), 1), 0).as_deref(), Some("zero"));
    }
}
