//! A file of which parts are read, wherever they are, by several threads.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::read::{UnreadFile, open};

/// A file that stays open.
#[derive(Debug)]
pub struct Parts {
    file: Mutex<File>,
}

impl Parts {
    /// Opens the regular file at `path`, and returns its size in bytes.
    ///
    /// # Errors
    ///
    /// The file is no such file, or the system refuses.
    pub fn open(path: &Path) -> Result<(Self, u64), UnreadFile> {
        let (file, metadata) = open(path, OpenOptions::new().read(true))?;
        Ok((Self { file: Mutex::new(file) }, metadata.len()))
    }

    /// Makes a file in `folder` that has no name, and is gone when it is dropped.
    ///
    /// # Errors
    ///
    /// The system refuses.
    pub fn unnamed_in(folder: &Path) -> io::Result<Self> {
        Ok(Self { file: Mutex::new(tempfile::tempfile_in(folder)?) })
    }

    /// Returns the `length` bytes from `first` on. The caller knows that the file is so long.
    ///
    /// # Errors
    ///
    /// The file ends before, or the system refuses.
    pub fn read(&self, first: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(length);
        self.with_file(|file| {
            file.seek(SeekFrom::Start(first))?;
            file.take(length as u64).read_to_end(&mut bytes)
        })?;
        if bytes.len() == length { Ok(bytes) } else { Err(ErrorKind::UnexpectedEof.into()) }
    }

    /// Writes at the end, and returns where that was.
    ///
    /// # Errors
    ///
    /// The system refuses; part of the bytes may have been written.
    pub fn append(&self, bytes: &[u8]) -> io::Result<u64> {
        self.with_file(|file| {
            let end = file.seek(SeekFrom::End(0))?;
            file.write_all(bytes)?;
            Ok(end)
        })
    }

    fn with_file<T>(&self, act: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
        // Each call says where it reads or writes, so one that panicked leaves nothing behind.
        act(&mut self.file.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

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
}
