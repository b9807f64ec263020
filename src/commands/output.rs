//! Writes results: as JSON, and to a file that the user names, but never over the files they were made
//! from.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;

use crate::library::{self, Library, Origin};
use crate::text::Text;

/// Writes `value` as indented JSON with a newline at its end.
///
/// # Errors
///
/// Fails if `out` cannot be written to.
pub fn write_json(value: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Writes `bytes`, which were made from `library`, to the file at `path`.
///
/// # Errors
///
/// Refuses a path with the name of a brief, or the path of a source’s text of the library, and
/// fails if it cannot be written.
pub fn write(path: &Path, bytes: &[u8], library: &Library) -> Result<()> {
    let name = Text::from(path);
    if is_input(path, library) {
        bail!("cannot overwrite {name}: it is a brief or a source; name another file with `-o`");
    }
    fs::write(path, bytes).with_context(|| format!("{name} cannot be written"))
}

fn is_input(path: &Path, library: &Library) -> bool {
    if library::is_brief(path) {
        return true;
    }
    let Ok(path) = path.canonicalize() else { return false };
    let is_same = |input: &Path| input.canonicalize().is_ok_and(|input| input == path);
    library.entries().iter().any(|entry| {
        let brief = match &entry.origin {
            Origin::File(file) => Some(file),
            Origin::Shipped(_) | Origin::Stdin => None,
        };
        brief.into_iter().chain(&entry.source_file).any(|input| is_same(input))
    })
}
