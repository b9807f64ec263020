//! Finds files in folders, and never outside them.

#[cfg(test)]
use std::cell::Cell;
use std::collections::HashMap;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::sightings::Sightings;

/// The folders that files were looked for in, each with its path without links; [`None`] if there is no
/// such folder. Each is resolved once.
#[derive(Debug, Default)]
pub struct SourceFolders {
    resolved: Mutex<HashMap<PathBuf, Option<PathBuf>>>,
    sightings: Arc<Sightings>,
}

impl SourceFolders {
    /// Returns folders of which each file is noted in `sightings` when it is looked for.
    pub fn noted(sightings: &Arc<Sightings>) -> Self {
        Self { sightings: Arc::clone(sightings), ..Self::default() }
    }

    /// Returns the file called `name` in the first of `folders` that has one, by its path without links.
    /// It may be a link, to a file in any of them.
    ///
    /// # Errors
    ///
    /// Returns why it may not be read, in words that follow its name: it is outside these folders, or no
    /// file.
    pub fn file(&self, name: &Path, folders: &[&Path]) -> Result<Option<PathBuf>, &'static str> {
        let goes_down =
            name.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !goes_down {
            return Err("must be a path inside the brief’s folder");
        }
        let roots: Vec<PathBuf> =
            folders.iter().filter_map(|folder| self.resolve(folder)).collect();
        let look = |root: &PathBuf| {
            self.sightings.note(&root.join(name));
            Found::new(root, name).ok()
        };
        let Some(found) = roots.iter().find_map(look) else {
            return Ok(None);
        };
        if !roots.iter().any(|root| found.path.starts_with(root)) {
            return Err("is a link to another folder: name that folder with `--sources`");
        }
        if found.is_file { Ok(Some(found.path)) } else { Err("is not a file") }
    }

    fn resolve(&self, folder: &Path) -> Option<PathBuf> {
        let mut known = self.resolved.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(resolved) = known.get(folder) {
            return resolved.clone();
        }
        #[cfg(test)]
        RESOLVED.set(RESOLVED.get() + 1);
        let resolved = folder.canonicalize().ok();
        known.insert(folder.to_path_buf(), resolved.clone());
        resolved
    }
}

/// What exists in a folder, without links.
struct Found {
    path: PathBuf,
    is_file: bool,
}

impl Found {
    /// Returns what `name` leads to in `root`, a path without links. A name that leads through a link, or
    /// that is not written in the simplest way, is resolved as a whole.
    fn new(root: &Path, name: &Path) -> io::Result<Self> {
        let is_name = |part: &Component<'_>| matches!(part, Component::Normal(_));
        let simplest: PathBuf = name.components().filter(is_name).collect();
        if simplest.as_os_str() != name.as_os_str() {
            return Self::behind_links(&root.join(name));
        }
        let mut found = Self { path: root.to_path_buf(), is_file: false };
        for part in &simplest {
            found.path.push(part);
            let metadata = found.path.symlink_metadata()?;
            if metadata.is_symlink() {
                return Self::behind_links(&root.join(name));
            }
            found.is_file = metadata.is_file();
        }
        Ok(found)
    }

    fn behind_links(path: &Path) -> io::Result<Self> {
        #[cfg(test)]
        RESOLVED.set(RESOLVED.get() + 1);
        let path = path.canonicalize()?;
        Ok(Self { is_file: path.is_file(), path })
    }
}

#[cfg(test)]
thread_local! {
    /// How many paths were resolved by the system.
    static RESOLVED: Cell<usize> = const { Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_folder_is_resolved_once_however_many_files_are_found_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (folders, missing) = (SourceFolders::default(), folder.path().join("missing"));
        fs::create_dir(root.join("b")).unwrap();
        for number in 0..50 {
            let name = format!("b/{number}.txt");
            fs::write(root.join(&name), "x").unwrap();
            let found = folders.file(Path::new(&name), &[folder.path(), &missing]);
            assert_eq!(found, Ok(Some(root.join("b").join(format!("{number}.txt")))));
        }
        let found = |name| folders.file(Path::new(name), &[&missing, folder.path()]);
        assert_eq!(found("none.txt"), Ok(None));
        assert_eq!(found("b"), Err("is not a file"));
        assert_eq!(found("b/1.txt/x"), Ok(None));
        let expected = if cfg!(windows) { 2 + 50 + 1 } else { 2 };
        assert_eq!(RESOLVED.take(), expected);
        assert_eq!(found("./b/1.txt"), Ok(Some(root.join("b/1.txt"))));
        assert_eq!(RESOLVED.take(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_to_a_file_in_any_of_the_folders() {
        use std::os::unix::fs::symlink;

        let (here, there, outside) = (
            tempfile::tempdir().unwrap(),
            tempfile::tempdir().unwrap(),
            tempfile::tempdir().unwrap(),
        );
        for folder in [&there, &outside] {
            fs::write(folder.path().join("a.txt"), "x").unwrap();
        }
        symlink(there.path().join("a.txt"), here.path().join("in.txt")).unwrap();
        symlink(outside.path(), here.path().join("out")).unwrap();
        let folders = SourceFolders::default();
        let found = |name| folders.file(Path::new(name), &[here.path(), there.path()]);
        let file = there.path().canonicalize().unwrap().join("a.txt");
        assert_eq!(found("in.txt"), Ok(Some(file)));
        assert!(found("out/a.txt").unwrap_err().starts_with("is a link to another folder"));
        assert!(found("../a.txt").unwrap_err().starts_with("must be a path inside"));
    }
}
