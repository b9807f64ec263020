//! A file of which parts are read, wherever they are, by several threads. None waits for another to read.

use std::fs::{File, OpenOptions};
use std::io;
#[cfg(unix)]
use std::os::unix::fs::FileExt;
#[cfg(windows)]
use std::os::windows::fs::FileExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::read::{UnreadFile, open};

/// A file that stays open.
#[derive(Debug)]
pub struct Parts {
    file: File,
    /// Where the next bytes are added.
    end: Mutex<u64>,
}

impl Parts {
    /// Opens the regular file at `path`, and returns its size in bytes.
    ///
    /// # Errors
    ///
    /// The file is no such file, or the system refuses.
    pub fn open(path: &Path) -> Result<(Self, u64), UnreadFile> {
        let (file, metadata) = open(path, OpenOptions::new().read(true))?;
        Ok((Self { file, end: Mutex::new(metadata.len()) }, metadata.len()))
    }

    /// Makes a file in `folder` that has no name, and is gone when it is dropped.
    ///
    /// # Errors
    ///
    /// The system refuses.
    pub fn unnamed_in(folder: &Path) -> io::Result<Self> {
        Ok(Self { file: tempfile::tempfile_in(folder)?, end: Mutex::default() })
    }

    /// Returns the `length` bytes from `first` on. The caller knows that the file is so long.
    ///
    /// # Errors
    ///
    /// The file ends before, or the system refuses.
    pub fn read(&self, first: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        read_at(&self.file, &mut bytes, first)?;
        Ok(bytes)
    }

    /// Writes at the end, and returns where that was.
    ///
    /// # Errors
    ///
    /// The system refuses; what was written of the bytes is written over by the next.
    pub fn append(&self, bytes: &[u8]) -> io::Result<u64> {
        // It changes only after all has been written, so a thread that panicked leaves nothing behind.
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        let first = *end;
        write_at(&self.file, bytes, first)?;
        *end += bytes.len() as u64;
        Ok(first)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], first: u64) -> io::Result<()> {
    file.read_exact_at(bytes, first)
}

#[cfg(unix)]
fn write_at(file: &File, bytes: &[u8], first: u64) -> io::Result<()> {
    file.write_all_at(bytes, first)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut first: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = file.seek_read(bytes, first)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        first += read as u64;
        bytes = &mut bytes[read..];
    }
    Ok(())
}

#[cfg(windows)]
fn write_at(file: &File, mut bytes: &[u8], mut first: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = file.seek_write(bytes, first)?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        first += written as u64;
        bytes = &bytes[written..];
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::ErrorKind;
    use std::thread;

    use super::*;

    #[test]
    fn reads_parts_in_any_order_and_none_past_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "abcdef").unwrap();
        let (parts, size) = Parts::open(&path).unwrap();
        assert_eq!(size, 6);
        assert_eq!(parts.read(4, 2).unwrap(), b"ef");
        assert_eq!(parts.read(0, 3).unwrap(), b"abc");
        assert_eq!(parts.read(6, 0).unwrap(), b"");
        assert_eq!(parts.read(4, 3).unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }

    #[test]
    fn a_file_without_a_name_has_what_was_added_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts::unnamed_in(folder.path()).unwrap();
        assert_eq!(parts.append(b"abc").unwrap(), 0);
        assert_eq!(parts.read(1, 1).unwrap(), b"b");
        assert_eq!(parts.append(b"de").unwrap(), 3);
        assert_eq!(parts.read(2, 3).unwrap(), b"cde");
        assert!(cfg!(windows) || fs::read_dir(folder.path()).unwrap().next().is_none());
    }

    #[test]
    fn threads_that_read_and_write_at_once_do_not_disturb_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts::unnamed_in(folder.path()).unwrap();
        thread::scope(|scope| {
            for own in *b"abcd" {
                let parts = &parts;
                scope.spawn(move || {
                    for length in 1..200 {
                        let bytes = vec![own; length];
                        let first = parts.append(&bytes).unwrap();
                        assert_eq!(parts.read(first, length).unwrap(), bytes);
                    }
                });
            }
        });
    }
}
