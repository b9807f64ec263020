//! What the system says of a file, by which a later look tells whether it has changed.

use std::fs::Metadata;
use std::path::Path;
use std::time::SystemTime;

/// What was at a path: which file, how long it was, and when it was changed.
///
/// A file that keeps its length and changes again within one tick of the file system’s clock keeps its
/// stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    inode: Inode,
}

/// What tells a file from another of the same age and length, and says when anything about it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inode {
    #[cfg(unix)]
    device_and_number: (u64, u64),
    #[cfg(unix)]
    changed: (i64, i64),
}

impl Stamp {
    /// Looks at what `path` leads to; [`None`] if that is nothing, or cannot be looked at.
    pub fn at(path: &Path) -> Option<Self> {
        let metadata = path.metadata().ok()?;
        Some(Self {
            modified: metadata.modified().ok(),
            length: metadata.len(),
            inode: Inode::new(&metadata),
        })
    }
}

impl Inode {
    #[cfg(unix)]
    fn new(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;

        Self {
            device_and_number: (metadata.dev(), metadata.ino()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    #[cfg(not(unix))]
    fn new(_: &Metadata) -> Self {
        Self {}
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use super::*;

    #[test]
    fn a_file_keeps_its_stamp_until_it_is_written_or_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let [file, other] = ["a", "b"].map(|name| folder.path().join(name));
        assert_eq!(Stamp::at(&file), None);
        fs::write(&file, "1").unwrap();
        let first = Stamp::at(&file);
        fs::read(&file).unwrap();
        assert_eq!(Stamp::at(&file), first);
        fs::write(&file, "12").unwrap();
        let second = Stamp::at(&file);
        assert!(first.is_some() && second != first);
        // As old and as long as the one that it replaces.
        fs::write(&other, "34").unwrap();
        let modified = file.metadata().unwrap().modified().unwrap();
        File::options().write(true).open(&other).unwrap().set_modified(modified).unwrap();
        fs::rename(&other, &file).unwrap();
        assert_eq!(Stamp::at(&file) != second, cfg!(unix));
    }
}
