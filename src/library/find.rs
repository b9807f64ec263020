//! Finds the brief files under the paths that a user names.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

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
            let is_new = |origin: &Origin| match origin {
                Origin::File(file) | Origin::Elsewhere(file) => seen.first_time(file),
                Origin::Shipped(_) | Origin::Stdin => true,
            };
            let FoundBriefs { origins, outer_folders } = walk(path, &roots);
            found.origins.extend(origins.into_iter().filter(is_new));
            found.outer_folders.extend(outer_folders);
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

/// Returns the briefs in `folder`, in natural order. Each folder is entered once, by however many links
/// it is reached, and none that is outside `roots`.
fn walk(folder: &Path, roots: &[PathBuf]) -> FoundBriefs {
    let mut found = FoundBriefs::default();
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
                found.origins.extend(unreadable(&error).map(Origin::File));
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
            (false, true) => found.origins.push(Origin::Elsewhere(entry.into_path())),
            (false, false) => found.origins.push(Origin::File(entry.into_path())),
            (true, false) => {}
        }
    }
    found
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
struct Seen(HashSet<PathBuf>);

impl Seen {
    fn first_time(&mut self, path: &Path) -> bool {
        self.0.insert(path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
    }
}
