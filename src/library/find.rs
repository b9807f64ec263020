//! Finds the brief files under the paths that a user names.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::vec;

use super::Origin;
use super::natural::NaturalName;
use crate::text::Text;

/// A path that leads to nothing.
#[derive(Debug, thiserror::Error)]
#[error("{reason}: {}", Text::from(path.as_path()))]
pub struct NotFound {
    /// The path as it was given.
    pub path: PathBuf,
    reason: String,
}

/// What was found under some paths.
#[derive(Debug, Default)]
pub struct FoundBriefs {
    /// The briefs, in order.
    pub origins: Vec<Origin>,
    /// Links to folders that are in none of the paths. What is in them was not looked for.
    pub outer_folders: Vec<PathBuf>,
}

/// Finds the briefs under `paths`: a path is a file, a folder, or `-` for standard input.
///
/// The paths keep their order. A folder is searched with everything below it, in natural order
/// (`brief-2` before `brief-10`), for files that end in `.yaml` or `.yml`. Hidden files are left
/// out, and a file that is reached twice is listed once. Links are followed, but not out of the paths:
/// a folder that somebody else has filled would choose what is read. A brief that is such a link, or
/// that cannot be opened or is no file, is listed too: reading it reports why.
///
/// # Errors
///
/// Fails at the first path that leads to nothing.
pub fn find(paths: &[PathBuf]) -> Result<FoundBriefs, NotFound> {
    let mut found = FoundBriefs::default();
    let mut seen = Seen::default();
    if paths.len() > 1 {
        seen.note(HashSet::new);
    }
    let roots: Vec<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
    for path in paths {
        if path.as_os_str() == "-" {
            if !found.origins.contains(&Origin::Stdin) {
                found.origins.push(Origin::Stdin);
            }
        } else if is_folder(path)? {
            Walk::new(path, &roots, &mut seen, &mut found).finish();
        } else if seen.first_time(|| resolved(path)) {
            found.origins.push(Origin::File(path.clone()));
        }
    }
    Ok(found)
}

fn is_folder(path: &Path) -> Result<bool, NotFound> {
    match path.metadata() {
        Ok(metadata) => Ok(metadata.is_dir()),
        Err(error) => {
            let reason = match error.kind() {
                ErrorKind::NotFound => "no such file or folder".to_owned(),
                kind => kind.to_string(),
            };
            Err(NotFound { path: path.to_path_buf(), reason })
        }
    }
}

/// A search of a folder, and of all below it, for briefs that are not `seen` yet, in natural order. Each
/// folder is entered once, by however many links it is reached, and none that is outside `roots`.
struct Walk<'a> {
    roots: &'a [PathBuf],
    seen: &'a mut Seen,
    found: &'a mut FoundBriefs,
    /// Where it began, in `found`: before that is what other paths led to.
    start: usize,
    /// The folders that were entered, without links.
    entered: HashSet<PathBuf>,
    /// The folders that are open, each in the one before it.
    open: Vec<OpenFolder>,
}

/// A folder, and what of it was not looked at yet.
struct OpenFolder {
    path: PathBuf,
    /// Its path without links.
    resolved: PathBuf,
    rest: vec::IntoIter<(NaturalName, Kind)>,
}

/// What a name in a folder stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Folder,
    Link,
    /// A brief, by its name.
    Brief,
}

impl<'a> Walk<'a> {
    fn new(
        folder: &Path,
        roots: &'a [PathBuf],
        seen: &'a mut Seen,
        found: &'a mut FoundBriefs,
    ) -> Self {
        let start = found.origins.len();
        let mut walk =
            Self { roots, seen, found, start, entered: HashSet::new(), open: Vec::new() };
        walk.enter(folder.to_path_buf(), resolved(folder));
        walk
    }

    /// Looks at everything.
    fn finish(mut self) {
        while let Some(folder) = self.open.last_mut() {
            let Some((name, kind)) = folder.rest.next() else {
                self.open.pop();
                continue;
            };
            let path = folder.path.join(name.as_os_str());
            match kind {
                Kind::Link => self.follow(path),
                Kind::Folder => {
                    let resolved = folder.resolved.join(name.as_os_str());
                    self.enter(path, resolved);
                }
                Kind::Brief => {
                    if self.seen.first_time(|| folder.resolved.join(name.as_os_str())) {
                        self.found.origins.push(Origin::File(path));
                    }
                }
            }
        }
    }

    /// Enters the folder at `path`, unless it was entered before. One that cannot be read is listed, so that
    /// it is reported.
    fn enter(&mut self, path: PathBuf, resolved: PathBuf) {
        if !self.entered.insert(resolved.clone()) {
            return;
        }
        match names(&path) {
            Some(names) => self.open.push(OpenFolder { path, resolved, rest: names.into_iter() }),
            None if path.is_dir() && self.seen.first_time(|| resolved) => {
                self.found.origins.push(Origin::File(path));
            }
            None => {}
        }
    }

    fn follow(&mut self, link: PathBuf) {
        let target = link.metadata();
        let is_folder = target.as_ref().is_ok_and(Metadata::is_dir);
        if !is_folder && !is_brief(&link) {
            return;
        }
        let resolved = resolved(&link);
        let is_outside =
            target.is_ok() && !self.roots.iter().any(|root| resolved.starts_with(root));
        if is_folder && is_outside {
            self.found.outer_folders.push(link);
        } else if is_folder {
            self.note();
            self.enter(link, resolved);
        } else {
            self.note();
            if self.seen.first_time(|| resolved) {
                let origin = if is_outside { Origin::Elsewhere } else { Origin::File };
                self.found.origins.push(origin(link));
            }
        }
    }

    /// From here on a file can be reached twice.
    fn note(&mut self) {
        let root = &self.open[0];
        let until_now = &self.found.origins[self.start..];
        self.seen.note(|| {
            let below = until_now.iter().filter_map(|origin| match origin {
                Origin::File(path) => path.strip_prefix(&root.path).ok(),
                Origin::Elsewhere(_) | Origin::Shipped(_) | Origin::Stdin => None,
            });
            below.map(|path| root.resolved.join(path)).collect()
        });
    }
}

/// Returns the names in a folder that may lead to a brief, in natural order; [`None`] if it cannot be
/// read.
fn names(folder: &Path) -> Option<Vec<(NaturalName, Kind)>> {
    let candidate = |entry: DirEntry| {
        let name = entry.file_name();
        if is_hidden(&name) {
            return None;
        }
        let is_brief = is_brief(Path::new(&name));
        // What vanished since the folder was read has no type: a brief is listed, and then reported.
        let kind = match entry.file_type().ok() {
            Some(kind) if kind.is_dir() => Kind::Folder,
            Some(kind) if kind.is_symlink() => Kind::Link,
            _ if is_brief => Kind::Brief,
            _ => return None,
        };
        Some((NaturalName::new(name), kind))
    };
    let mut names: Vec<_> = fs::read_dir(folder).ok()?.flatten().filter_map(candidate).collect();
    names.sort_unstable();
    Some(names)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Returns whether a file with this name is a brief: it ends in `.yaml` or `.yml`.
pub fn is_brief(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
}

/// The files that were listed so far, under any path.
///
/// Nothing is noted as long as no file can be reached twice: most libraries are one folder without links.
#[derive(Default)]
struct Seen {
    /// Their paths without links.
    paths: Option<HashSet<PathBuf>>,
}

impl Seen {
    /// Begins to note what is listed. `until_now` returns what was listed before, as paths without links.
    fn note(&mut self, until_now: impl FnOnce() -> HashSet<PathBuf>) {
        self.paths.get_or_insert_with(until_now);
    }

    /// Returns whether a file is listed for the first time; `resolved` returns its path without links.
    fn first_time(&mut self, resolved: impl FnOnce() -> PathBuf) -> bool {
        self.paths.as_mut().is_none_or(|paths| paths.insert(resolved()))
    }
}

/// Returns `path` without links, if it leads to something.
fn resolved(path: &Path) -> PathBuf {
    #[cfg(test)]
    RESOLVED.set(RESOLVED.get() + 1);
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
thread_local! {
    /// How many paths were resolved by the system.
    static RESOLVED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn folders_are_resolved_and_not_the_files_in_them() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for number in 0..50 {
            fs::write(folder.path().join(format!("{number}.yaml")), "").unwrap();
            fs::write(folder.path().join(format!("b/{number}.yaml")), "").unwrap();
        }
        let paths = [folder.path().to_owned(), folder.path().join("b/7.yaml")];
        RESOLVED.take();
        assert_eq!(find(&paths).unwrap().origins.len(), 100);
        // Both folders, when they are entered and for their files, the outer one again, and the file.
        assert!(RESOLVED.take() <= 6);
    }
}
