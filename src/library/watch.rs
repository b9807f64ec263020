//! Reports when briefs or the texts of their sources change on disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use thiserror::Error;

/// Editors save in several steps (write, rename over, delete and create): a change counts when
/// nothing has happened for this long.
const SETTLED: Duration = Duration::from_millis(80);

/// A folder in which something always changes never settles: its changes count this long after the
/// first of them.
const LONGEST: Duration = Duration::from_secs(1);

type Events = Receiver<notify::Result<notify::Event>>;

/// Watches files and folders; dropping it ends the watch.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    events: Events,
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

    /// Waits until changes have settled, though not for ever, and returns the paths that changed, in
    /// order; [`None`] once the watch has ended.
    pub fn changed(&self) -> Option<Vec<PathBuf>> {
        settled(&self.events)
    }
}

/// See [`Watch::changed`].
fn settled(events: &Events) -> Option<Vec<PathBuf>> {
    let mut changed = paths(events.recv().ok()?);
    while changed.is_empty() {
        changed = paths(events.recv().ok()?);
    }
    let latest = Instant::now() + LONGEST;
    while Instant::now() < latest {
        match events.recv_timeout(SETTLED) {
            Ok(event) => changed.extend(paths(event)),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(changed.into_iter().collect())
}

/// Returns the paths that an event changes. Reading a file changes nothing.
fn paths(event: notify::Result<notify::Event>) -> BTreeSet<PathBuf> {
    let event = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)));
    event.into_iter().flat_map(|event| event.paths).collect()
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
    use std::{fs, thread};

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

    /// The changes end at last, so that a watch that waits for their end fails and does not hang.
    #[test]
    fn reports_changes_that_never_settle() {
        const MOST: usize = 20_000;
        let (sender, events) = mpsc::channel();
        let writer = thread::spawn(move || {
            let change = || notify::Event::new(EventKind::Any).add_path("a.yaml".into());
            let sent = (0..MOST).take_while(|_| {
                thread::sleep(Duration::from_millis(1));
                sender.send(Ok(change())).is_ok()
            });
            sent.count()
        });
        assert_eq!(settled(&events).unwrap(), [PathBuf::from("a.yaml")]);
        drop(events);
        assert!(writer.join().unwrap() < MOST);
    }

    /// However many wait: they are counted and not timed, so that a slow machine does not fail.
    #[test]
    fn changes_that_wait_are_taken_as_one() {
        let (sender, events) = mpsc::channel();
        for n in 0..100_000 {
            let path = format!("{:03}.yaml", n % 1_000);
            let change = notify::Event::new(EventKind::Any).add_path(path.into());
            sender.send(Ok(change)).unwrap();
        }
        let changed = settled(&events).unwrap();
        assert_eq!(changed.len(), 1_000);
        assert!(events.try_recv().is_err(), "no second batch");
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
