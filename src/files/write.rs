//! Writes whole files or nothing. What is written goes into a new file in the same folder, reaches the
//! disk, and only then takes its name: a full disk or a lost battery leaves the file that was there.

use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::hold::hold_folder;
use super::read::{UnreadFile, read};

/// What the names of unfinished files end in. No brief and no text of a source is called so.
const UNFINISHED: &str = ".unfinished";

/// The Unix permissions of any new file.
const ANYBODY: u32 = 0o666;

/// Those of a file that is the user’s own.
const OWNER: u32 = 0o600;

/// What writing a file comes to, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// An empty file has been made under another name.
    Made,
    /// It holds what is to be written.
    Written,
    /// It has the permissions that it is to have.
    Permitted,
    /// It is on the disk.
    Synced,
    /// It has its name.
    Named,
    /// Its name is on the disk.
    Kept,
}

/// Called after each step. Only tests do anything then.
type AfterStep<'a> = &'a dyn Fn(Step);

/// Writes a file that does not exist yet.
///
/// # Errors
///
/// A file of this name exists ([`ErrorKind::AlreadyExists`]), or it cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_with(path, |out| out.write_all(bytes))
}

/// Like [`create`], with what `write` writes.
///
/// # Errors
///
/// As for [`create`]; and if `write` fails.
pub fn create_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    create_by_steps(path, write, &|_| {})
}

fn create_by_steps(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    after: AfterStep,
) -> io::Result<()> {
    let new = unfinished(path, ANYBODY, write, None, after)?;
    sync(&new, after)?;
    new.persist_noclobber(path).map_err(|error| error.error)?;
    after(Step::Named);
    sync_folder(path);
    after(Step::Kept);
    Ok(())
}

/// Writes a file, in the place of the one that is there. That one's permissions are kept, and if it is
/// a link, the file that it leads to is replaced.
///
/// # Errors
///
/// The file cannot be written; the one that was there is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(path, |out| out.write_all(bytes))
}

/// Like [`replace`], with what `write` writes.
///
/// # Errors
///
/// As for [`replace`]; and if `write` fails.
pub fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    replace_by_steps(path, write, &|_| {})
}

fn replace_by_steps(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    after: AfterStep,
) -> io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let permissions = match path.metadata() {
        Ok(metadata) if !metadata.is_file() => return Err(ErrorKind::AlreadyExists.into()),
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let new = unfinished(&path, ANYBODY, write, permissions, after)?;
    sync(&new, after)?;
    new.persist(&path).map_err(|error| error.error)?;
    after(Step::Named);
    sync_folder(&path);
    after(Step::Kept);
    Ok(())
}

/// Writes a file, with what `write` writes, in the place of the one that is there, without waiting until it
/// is on the disk. If the machine stops before, the file may be cut short. Only for what can be made again.
/// On Unix nobody but the user may read it.
///
/// # Errors
///
/// The file cannot be written, or `write` fails; the one that was there is as it was.
pub fn replace_quickly(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let new = unfinished(path, OWNER, write, None, &|_| {})?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// How long another run may hold the folder of a file that is revised.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a file was not revised, in words that follow its name.
#[derive(Debug, thiserror::Error)]
pub enum Unrevised {
    /// It may not be written.
    #[error("is read-only")]
    ReadOnly,
    /// It no longer holds what was read from it.
    #[error("has changed since it was read; run this again")]
    Changed,
    /// It cannot be read again.
    #[error("{0}")]
    Unread(UnreadFile),
    /// The system refuses.
    #[error("cannot be written: {0}")]
    Failed(#[from] io::Error),
}

/// Writes `after` in the place of a file that still has to hold `before`. If it is a link, the file that
/// it leads to is replaced.
///
/// # Errors
///
/// The file is read-only, no longer holds `before`, or cannot be read or written; it is then as it was.
pub fn revise(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Unrevised> {
    let path = path.canonicalize()?;
    let _held = hold_folder(folder(&path), PATIENCE)?;
    if path.metadata()?.permissions().readonly() {
        return Err(Unrevised::ReadOnly);
    }
    let found = match read(&path, before.len()) {
        Err(UnreadFile::TooLarge(_)) => return Err(Unrevised::Changed),
        found => found.map_err(Unrevised::Unread)?,
    };
    if found != before {
        return Err(Unrevised::Changed);
    }
    Ok(replace(&path, after)?)
}

/// Deletes what runs that were killed have left of the file at `path`. Only whoever holds the file may
/// do so: nobody else is writing it.
pub fn sweep(path: &Path) {
    let prefix = prefix(path);
    for entry in fs::read_dir(folder(path)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&prefix) && name.ends_with(UNFINISHED) {
            // What cannot be deleted does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Returns whether two paths lead to the same file, by whatever links.
pub fn is_same(a: &Path, b: &Path) -> bool {
    identity(a).is_some_and(|a| identity(b) == Some(a))
}

/// Returns what a file is known by, under all its names.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;

    path.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<std::path::PathBuf> {
    path.canonicalize().ok()
}

/// Writes the file that will be called `path` under another name, which whoever `may_read` it can read on Unix.
fn unfinished(
    path: &Path,
    may_read: u32,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    permissions: Option<Permissions>,
    after: AfterStep,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    let prefix = prefix(path);
    builder.prefix(&prefix).suffix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        // As for any new file; the system takes away what the user's mask forbids.
        builder.permissions(Permissions::from_mode(may_read));
    }
    #[cfg(not(unix))]
    let _ = may_read;
    // The error of `tempfile` has a name that says nothing to the user.
    let mut new = builder.tempfile_in(folder(path)).map_err(|error| plain(&error))?;
    after(Step::Made);
    let mut out = BufWriter::new(new.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    after(Step::Written);
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    after(Step::Permitted);
    Ok(new)
}

fn sync(new: &NamedTempFile, after: AfterStep) -> io::Result<()> {
    new.as_file().sync_all()?;
    after(Step::Synced);
    Ok(())
}

fn plain(error: &io::Error) -> io::Error {
    error.kind().into()
}

fn prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // The name stays within what a file system takes, with what is added to it.
    format!(".{}.", name.chars().take(40).collect::<String>())
}

/// Returns the folder that a file is in.
pub fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes a new name last. Not every system can; the file itself is safe.
fn sync_folder(path: &Path) {
    let _ = File::open(folder(path)).and_then(|folder| folder.sync_all());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn creates_a_file_only_where_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        create(&path, b"one").unwrap();
        assert_eq!(create(&path, b"two").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn replaces_a_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(replace(folder.path(), b"").is_err(), "a folder");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn leaves_nothing_of_a_file_that_is_not_written_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        let break_off = |out: &mut dyn Write| {
            out.write_all("n".repeat(20_000).as_bytes())?;
            Err(ErrorKind::StorageFull.into())
        };
        assert_eq!(create_with(&path, break_off).unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        fs::write(&path, "old").unwrap();
        assert_eq!(replace_with(&path, break_off).unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn revises_a_file_only_if_it_has_not_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        fs::write(&path, "one").unwrap();
        revise(&path, b"one", b"two").unwrap();
        for before in ["one", "two!", "tw"] {
            let unrevised = revise(&path, before.as_bytes(), b"three").unwrap_err();
            assert!(matches!(unrevised, Unrevised::Changed), "{before}");
        }
        let mut permissions = path.metadata().unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(matches!(revise(&path, b"two", b"x").unwrap_err(), Unrevised::ReadOnly));
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(revise(&folder.path().join("none"), b"", b"").is_err());
    }

    #[test]
    fn sweeps_up_what_is_unfinished_of_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lock");
        for name in [".a.lock.x1.unfinished", ".b.lock.x1.unfinished", ".a.lock.txt"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        sweep(&path);
        let left = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
        let mut left: Vec<_> = left.collect();
        left.sort();
        assert_eq!(left, [".a.lock.txt", ".b.lock.x1.unfinished"]);
    }

    /// Names the step after which the process that writes is killed, and the file.
    #[cfg(unix)]
    const KILLED: [&str; 2] = ["TOPLINE_TEST_KILLED_AFTER", "TOPLINE_TEST_FILE"];

    #[cfg(unix)]
    const STEPS: [Step; 6] =
        [Step::Made, Step::Written, Step::Permitted, Step::Synced, Step::Named, Step::Kept];

    /// The process that is killed while it writes. Run as any other test, it does nothing.
    #[cfg(unix)]
    #[test]
    fn is_killed_while_it_writes() {
        use rustix::process::{Signal, getpid, kill_process};

        let [Ok(last), Ok(path)] = KILLED.map(std::env::var) else { return };
        let kill = |step: Step| {
            if format!("{step:?}") == last {
                kill_process(getpid(), Signal::KILL).unwrap();
            }
        };
        let path = Path::new(&path);
        let write = |out: &mut dyn Write| out.write_all(&vec![b'n'; 100_000]);
        if path.exists() {
            replace_by_steps(path, write, &kill).unwrap();
        } else {
            create_by_steps(path, write, &kill).unwrap();
        }
    }

    /// Each step of a write is the last of a run, of one that replaces a file and of one that makes it.
    #[cfg(unix)]
    #[test]
    fn whichever_step_is_the_last_the_file_is_the_old_one_or_the_new_one() {
        use std::os::unix::process::ExitStatusExt;
        use std::process::Command;

        let name = concat!(module_path!(), "::is_killed_while_it_writes").split_once("::").unwrap();
        for (step, is_there) in STEPS.into_iter().flat_map(|step| [(step, true), (step, false)]) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("state.json");
            let old = is_there.then(|| vec![b'o'; 70_000]);
            if let Some(old) = &old {
                fs::write(&path, old).unwrap();
            }
            let mut run = Command::new(std::env::current_exe().unwrap());
            run.args(["--exact", name.1]).env(KILLED[0], format!("{step:?}"));
            let run = run.env(KILLED[1], &path).output().unwrap();
            assert_eq!(run.status.signal(), Some(9), "{step:?} was not reached");
            let is_new = matches!(step, Step::Named | Step::Kept);
            let expected = if is_new { Some(vec![b'n'; 100_000]) } else { old };
            assert_eq!(fs::read(&path).ok(), expected, "{step:?}");
            let others =
                || fs::read_dir(folder.path()).unwrap().count() - usize::from(path.exists());
            assert_eq!(others(), usize::from(!is_new), "{step:?}");
            sweep(&path);
            assert_eq!(others(), 0, "{step:?}");
            // The next run is not in the way of what was left.
            replace(&path, b"next").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"next");
        }
    }
}
