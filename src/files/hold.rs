//! Holds files against other runs of topline, so that what one changes is not lost to another.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::read::{UnreadFile, open};
use crate::text::Text;

/// How often a file that is held is tried again.
const PAUSE: Duration = Duration::from_millis(10);

/// Holds the file at `path`, which is made if it does not exist, until the handle is dropped. If the
/// file system has no locks, nothing is held.
///
/// # Errors
///
/// It is no file, it cannot be opened, or others hold it longer than `patience`
/// ([`ErrorKind::WouldBlock`]).
pub fn hold(path: &Path, patience: Duration) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let (file, _) = open(path, options.create(true).write(true).truncate(false)).map_err(
        |unread| match unread {
            UnreadFile::Failed(kind) => kind.into(),
            unread => io::Error::other(format!("{} {unread}", Text::from(path))),
        },
    )?;
    wait(file, patience)
}

/// Holds a folder: no file has to be made in it.
///
/// # Errors
///
/// As [`hold`].
#[cfg(unix)]
pub fn hold_folder(folder: &Path, patience: Duration) -> io::Result<File> {
    wait(File::open(folder)?, patience)
}

/// Holds a folder by a file in it, for systems on which a folder cannot be held.
///
/// # Errors
///
/// As [`hold`].
#[cfg(not(unix))]
pub fn hold_folder(folder: &Path, patience: Duration) -> io::Result<File> {
    hold(&folder.join(".topline.held"), patience)
}

fn wait(file: File, patience: Duration) -> io::Result<File> {
    let end = Instant::now() + patience;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) if has_no_locks(&error) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if Instant::now() >= end => {
                return Err(io::Error::new(
                    ErrorKind::WouldBlock,
                    "another program holds it; try again when that has ended",
                ));
            }
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
        }
    }
}

/// Returns whether a file system cannot lock this. Some that are mounted over a network lock no
/// folders, and say that the handle is wrong.
fn has_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::BADF.raw_os_error()) {
        return true;
    }
    error.kind() == ErrorKind::Unsupported
}
