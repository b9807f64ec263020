//! Finds the brief files under the paths that a user names.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Origin;
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
    let roots: Vec<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
    for path in paths {
        if path.as_os_str() == "-" {
            if !found.origins.contains(&Origin::Stdin) {
                found.origins.push(Origin::Stdin);
            }
        } else if is_folder(path)? {
            walk(path, &roots, &mut seen, &mut found);
        } else if seen.first_time(path) {
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

/// Finds the briefs in `folder` that are not `seen` yet, in natural order. Each folder is entered once,
/// by however many links it is reached, and none that is outside `roots`.
fn walk(folder: &Path, roots: &[PathBuf], seen: &mut Seen, found: &mut FoundBriefs) {
    let mut entered = Seen::default();
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by(|a, b| natural(a.file_name(), b.file_name()))
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = unreadable(&error).filter(|path| seen.first_time(path));
                found.origins.extend(path.map(Origin::File));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let is_outside = entry.path_is_symlink() && leads_out(entry.path(), roots);
        if is_folder && (is_outside || !entered.first_time(entry.path())) {
            entries.skip_current_dir();
        }
        match (is_folder, is_outside) {
            (true, true) => found.outer_folders.push(entry.into_path()),
            (false, _) if !is_brief(entry.path()) => {}
            (false, _) if !seen.first_time_in_folder(&entry) => {}
            (false, true) => found.origins.push(Origin::Elsewhere(entry.into_path())),
            (false, false) => found.origins.push(Origin::File(entry.into_path())),
            (true, false) => {}
        }
    }
}

/// Returns whether a link in one of the folders that are named leads to none of them.
fn leads_out(link: &Path, roots: &[PathBuf]) -> bool {
    link.canonicalize().is_ok_and(|target| !roots.iter().any(|root| target.starts_with(root)))
}

/// Returns the path of what could not be opened: a folder, or a link that leads nowhere. A link
/// back to a folder that is being searched is ignored.
fn unreadable(error: &walkdir::Error) -> Option<PathBuf> {
    let path = error.path().filter(|_| error.loop_ancestor().is_none())?;
    (path.is_dir() || is_brief(path)).then(|| path.to_path_buf())
}

/// Compares the paths of two briefs in one folder, or below it, as [`find`] orders them.
pub fn in_library_order(a: &Path, b: &Path) -> Ordering {
    let pairs = a.iter().zip(b.iter());
    let first = pairs.map(|(a, b)| natural(a, b)).find(|order| order.is_ne());
    first.unwrap_or_else(|| a.iter().count().cmp(&b.iter().count()))
}

/// Compares names. Numbers in them count as numbers; names that are then equal are compared by
/// their characters.
fn natural(a: &OsStr, b: &OsStr) -> Ordering {
    alphanumeric_sort::compare_os_str(a, b).then_with(|| a.cmp(b))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Returns whether a file with this name is a brief: it ends in `.yaml` or `.yml`.
pub fn is_brief(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
}

/// The files or folders that were found so far, under any path.
#[derive(Default)]
struct Seen {
    /// Their paths without links.
    paths: HashSet<PathBuf>,
    /// The folder whose files were found last, and its path without links.
    folder: Option<(PathBuf, PathBuf)>,
}

impl Seen {
    fn first_time(&mut self, path: &Path) -> bool {
        self.paths.insert(resolved(path))
    }

    /// Whether a file in a folder that is searched is found for the first time. Only its folder is
    /// resolved, unless it is a link.
    fn first_time_in_folder(&mut self, entry: &DirEntry) -> bool {
        let Some(parent) = entry.path().parent().filter(|_| !entry.path_is_symlink()) else {
            return self.first_time(entry.path());
        };
        let known = self.folder.take().filter(|(folder, _)| folder == parent);
        let (_, folder) =
            self.folder.insert(known.unwrap_or_else(|| (parent.into(), resolved(parent))));
        self.paths.insert(folder.join(entry.file_name()))
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
