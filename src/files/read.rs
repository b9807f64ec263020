//! Reads whole files up to a limit. What a file is, and its size, are looked at after it was opened,
//! so that nothing can take its place in between.

use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

const MIB: usize = 1 << 20;

/// Why a file was not read, in words that follow its name: `cannot be read: permission denied`.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnreadFile {
    /// No such file exists.
    #[error("does not exist, or is a broken link")]
    Absent,
    /// It is no file with a size and an end.
    #[error("is {0}, not a file")]
    NoFile(&'static str),
    /// It has more bytes than this.
    #[error("exceeds the limit of {} MiB", .0 / MIB)]
    TooLarge(usize),
    /// The system refuses.
    #[error("cannot be read: {0}")]
    Failed(ErrorKind),
}

impl From<io::Error> for UnreadFile {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Absent,
            kind => Self::Failed(kind),
        }
    }
}

/// Reads the regular file at `path`, or a pipe that a shell passes as `/dev/fd/63`.
///
/// # Errors
///
/// The file is no such file, is larger than `limit` bytes, or cannot be read. A FIFO, a socket or a
/// device is an error at once: topline does not wait for it.
pub fn read(path: &Path, limit: usize) -> Result<Vec<u8>, UnreadFile> {
    if is_passed_by_a_shell(path) {
        return drain(File::open(path)?, limit);
    }
    let (file, metadata) = open(path, OpenOptions::new().read(true))?;
    let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    if size > limit {
        return Err(UnreadFile::TooLarge(limit));
    }
    // With room for one byte more the end is found without growing.
    drain_into(Vec::with_capacity(size + 1), file, limit)
}

/// Reads a stream of unknown length to its end.
///
/// # Errors
///
/// The stream has more than `limit` bytes, or cannot be read.
pub fn drain(stream: impl Read, limit: usize) -> Result<Vec<u8>, UnreadFile> {
    drain_into(Vec::new(), stream, limit)
}

fn drain_into(mut bytes: Vec<u8>, stream: impl Read, limit: usize) -> Result<Vec<u8>, UnreadFile> {
    let size = stream.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if size > limit { Err(UnreadFile::TooLarge(limit)) } else { Ok(bytes) }
}

/// Opens a regular file, without waiting for anything else that has its name. Returns what is known of
/// the file that was opened, too.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> Result<(File, Metadata), UnreadFile> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;
        // A terminal that is opened must not become the one that controls this process.
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    let file = options.open(path).map_err(|error| match path.metadata() {
        // A socket, and a FIFO that nobody reads, cannot even be opened.
        Ok(metadata) if !metadata.is_file() => no_file(metadata.file_type()),
        _ => error.into(),
    })?;
    let metadata = file.metadata()?;
    if metadata.is_file() { Ok((file, metadata)) } else { Err(no_file(metadata.file_type())) }
}

fn no_file(kind: FileType) -> UnreadFile {
    if kind.is_dir() {
        return UnreadFile::Failed(ErrorKind::IsADirectory);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;

        if kind.is_fifo() {
            return UnreadFile::NoFile("a pipe");
        }
        if kind.is_socket() {
            return UnreadFile::NoFile("a socket");
        }
    }
    UnreadFile::NoFile("a device")
}

/// Returns whether `path` is a pipe that a shell has made for this command: `topline new ID --source <(…)`.
#[cfg(unix)]
fn is_passed_by_a_shell(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;

    path.parent() == Some(Path::new("/dev/fd"))
        && path.metadata().is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_passed_by_a_shell(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_within_the_limit_and_no_byte_more() {
        assert_eq!(drain(&b"abc"[..], 3), Ok(b"abc".to_vec()));
        assert_eq!(drain(io::repeat(b'x'), 2 * MIB), Err(UnreadFile::TooLarge(2 * MIB)));
    }

    #[test]
    fn refuses_a_large_file_by_its_size() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(64 * MIB as u64 + 1).unwrap();
        let unread = read(file.path(), 64 * MIB).unwrap_err();
        assert_eq!(unread.to_string(), "exceeds the limit of 64 MiB");
    }

    #[test]
    fn says_why_a_file_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let unread = |path: &Path| read(path, MIB).unwrap_err().to_string();
        assert_eq!(unread(folder.path()), "cannot be read: is a directory");
        let none = folder.path().join("none");
        assert_eq!(unread(&none), "does not exist, or is a broken link");
    }
}
