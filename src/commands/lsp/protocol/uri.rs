//! The addresses of files, as the protocol spells them.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str};

/// What is escaped in the path of an address (RFC 3986, 3.3); `:` is too, as Visual Studio Code has it.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Returns the path of the file with this address; [`None`] if it is that of no file.
pub fn path_of(uri: &str) -> Option<PathBuf> {
    let (scheme, rest) = uri.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    if !path.starts_with('/') {
        return None;
    }
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let decoded: Vec<u8> = percent_decode_str(&path[..end]).collect();
    Some(native(&decoded))
}

/// Returns the address of a file. A relative path is one from the current folder.
pub fn uri_of(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    format!("file://{}", escaped(&path))
}

#[cfg(unix)]
fn native(bytes: &[u8]) -> PathBuf {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(unix)]
fn escaped(path: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;

    percent_encoding::percent_encode(path.as_os_str().as_bytes(), ESCAPED).to_string()
}

#[cfg(not(unix))]
fn native(bytes: &[u8]) -> PathBuf {
    let path = String::from_utf8_lossy(bytes).into_owned();
    let drive = path.trim_start_matches('/');
    let has_drive = drive.as_bytes().get(1) == Some(&b':');
    PathBuf::from(if has_drive { drive } else { &path }.replace('/', "\\"))
}

#[cfg(not(unix))]
fn escaped(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    format!("/{}", percent_encoding::utf8_percent_encode(path.trim_start_matches('/'), ESCAPED))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_and_its_address_lead_to_each_other() {
        for (path, uri) in [
            ("/a/b-c.yaml", "file:///a/b-c.yaml"),
            ("/a b/é#?.yaml", "file:///a%20b/%C3%A9%23%3F.yaml"),
        ] {
            assert_eq!(uri_of(Path::new(path)), uri);
            assert_eq!(path_of(uri).unwrap(), Path::new(path));
        }
        assert_eq!(path_of("file://localhost/a#L1").unwrap(), Path::new("/a"));
        for uri in ["untitled:Untitled-1", "https://example.org/a", "file://host/a", ""] {
            assert_eq!(path_of(uri), None, "{uri}");
        }
    }
}
