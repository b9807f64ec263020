//! Reads whole files up to a limit.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

const MIB: usize = 1 << 20;

/// Reads the file at `path`, after a look at its size.
///
/// # Errors
///
/// Returns the reason in words that follow the file's name: `cannot be read: permission denied`.
pub fn read(path: &Path, limit: usize) -> Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|error| reason(&error))?;
    let size = file.metadata().map_err(|error| reason(&error))?.len();
    if size > limit as u64 { Err(over(limit)) } else { drain(file, limit) }
}

/// Reads a stream of unknown length to its end.
///
/// # Errors
///
/// As [`read`].
pub fn drain(stream: impl Read, limit: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let size =
        stream.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if size > limit { Err(over(limit)) } else { Ok(bytes) }
}

fn over(limit: usize) -> String {
    format!("exceeds the limit of {} MiB", limit / MIB)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "does not exist, or is a broken link".into(),
        kind => format!("cannot be read: {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_within_the_limit_and_no_byte_more() {
        assert_eq!(drain(&b"abc"[..], 3), Ok(b"abc".to_vec()));
        assert_eq!(drain(io::repeat(b'x'), 2 * MIB), Err("exceeds the limit of 2 MiB".into()));
    }

    #[test]
    fn refuses_a_large_file_by_its_size() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(64 * MIB as u64 + 1).unwrap();
        assert_eq!(read(file.path(), 64 * MIB), Err("exceeds the limit of 64 MiB".into()));
    }

    #[test]
    fn says_why_a_file_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path(), MIB), Err("cannot be read: is a directory".into()));
        assert_eq!(
            read(&folder.path().join("none"), MIB),
            Err("does not exist, or is a broken link".into())
        );
    }
}
