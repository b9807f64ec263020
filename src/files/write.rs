//! Writes whole files or nothing. What is written goes into a new file in the same folder, reaches the
//! disk, and only then takes its name: a full disk or a lost battery leaves the file that was there.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// What the names of unfinished files end in. No brief and no text of a source is called so.
const UNFINISHED: &str = ".unfinished";

/// Writes a file that does not exist yet.
///
/// # Errors
///
/// A file of this name exists ([`ErrorKind::AlreadyExists`]), or it cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = unfinished(path, bytes, None)?;
    new.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(path);
    Ok(())
}

/// Writes a file, in the place of the one that is there. That one's permissions are kept, and if it is
/// a link, the file that it leads to is replaced.
///
/// # Errors
///
/// The file cannot be written; the one that was there is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let permissions = match path.metadata() {
        Ok(metadata) if !metadata.is_file() => return Err(ErrorKind::AlreadyExists.into()),
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let new = unfinished(&path, bytes, permissions)?;
    new.persist(&path).map_err(|error| error.error)?;
    sync_folder(&path);
    Ok(())
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

/// Writes the file that will be called `path` under another name.
fn unfinished(
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    let prefix = prefix(path);
    builder.prefix(&prefix).suffix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        // As for any new file; the system takes away what the user's mask forbids.
        builder.permissions(Permissions::from_mode(0o666));
    }
    // The error of `tempfile` has a name that says nothing to the user.
    let mut new = builder.tempfile_in(folder(path)).map_err(|error| plain(&error))?;
    new.as_file_mut().write_all(bytes)?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    new.as_file().sync_all()?;
    Ok(new)
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
}
