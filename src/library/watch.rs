//! Reports when briefs or the texts of their sources change on disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use thiserror::Error;

/// Editors save in several steps (write, rename over, delete and create): a change counts when
/// nothing has happened for this long.
const SETTLED: Duration = Duration::from_millis(80);

/// Watches files and folders; dropping it ends the watch.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    events: Receiver<notify::Result<notify::Event>>,
}

/// The system does not report changes there.
#[derive(Debug, Error)]
#[error("cannot watch for changes: {0}")]
pub struct CannotWatch(#[from] notify::Error);

impl Watch {
    /// Watches `paths` for changes: a folder with everything below it; for a file, its folder, because
    /// an editor may replace the file by a new one.
    ///
    /// # Errors
    ///
    /// Fails if a path does not exist, or if the system can watch no more folders.
    pub fn start(paths: impl IntoIterator<Item = PathBuf>) -> Result<Self, CannotWatch> {
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender)?;
        let folders: BTreeSet<(PathBuf, bool)> =
            paths.into_iter().map(|path| folder(&path)).collect();
        for (folder, is_whole) in folders {
            let mode =
                if is_whole { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            watcher.watch(&folder, mode)?;
        }
        Ok(Self { _watcher: watcher, events })
    }

    /// Waits until changes have settled, and returns the paths that changed, in order; [`None`] once
    /// the watch has ended.
    pub fn changed(&self) -> Option<Vec<PathBuf>> {
        let mut changed = BTreeSet::new();
        loop {
            let event = if changed.is_empty() {
                self.events.recv().ok()?
            } else {
                match self.events.recv_timeout(SETTLED) {
                    Ok(event) => event,
                    Err(RecvTimeoutError::Timeout) => return Some(changed.into_iter().collect()),
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            };
            let event = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)));
            changed.extend(event.into_iter().flat_map(|event| event.paths));
        }
    }
}

/// Returns the folder to watch for changes of `path`, and whether all below it counts.
fn folder(path: &Path) -> (PathBuf, bool) {
    if path.is_dir() {
        return (path.to_path_buf(), true);
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    (parent.unwrap_or(Path::new(".")).to_path_buf(), false)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Returns the names of the files that change when `change` is carried out in a folder with
    /// `a.yaml`.
    fn changed_by(watched: &str, change: impl FnOnce(&Path)) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), "1").unwrap();
        let watch = Watch::start([folder.path().join(watched)]).unwrap();
        change(folder.path());
        let paths = watch.changed().unwrap();
        paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn reports_a_file_that_is_written() {
        assert_eq!(
            changed_by("", |folder| fs::write(folder.join("a.yaml"), "2").unwrap()),
            ["a.yaml"]
        );
        assert_eq!(
            changed_by("a.yaml", |folder| fs::write(folder.join("a.yaml"), "2").unwrap()),
            ["a.yaml"]
        );
    }

    #[test]
    fn reports_a_file_that_replaces_another() {
        let swap = |folder: &Path| {
            fs::write(folder.join("b"), "2").unwrap();
            fs::rename(folder.join("b"), folder.join("a.yaml")).unwrap();
        };
        assert!(changed_by("a.yaml", swap).contains(&"a.yaml".to_owned()));
    }

    #[test]
    fn takes_several_steps_for_one_change() {
        let save = |folder: &Path| {
            fs::remove_file(folder.join("a.yaml")).unwrap();
            fs::write(folder.join("a.yaml"), "2").unwrap();
            fs::write(folder.join("a.yaml"), "3").unwrap();
        };
        assert_eq!(changed_by("", save), ["a.yaml"]);
    }
}
