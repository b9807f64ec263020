//! Writes results: as JSON, and to a file that the user names, but never over the files they were made
//! from.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use serde::Serialize;
use serde_json::Value;

use crate::brief;
use crate::evidence::LOCK_FILE;
use crate::files;
use crate::library::{self, Entry, Library, Origin};
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

/// Writes what `write` writes, which is made from `library`, to the file at `path`; over a file that exists
/// only if `force` is set.
///
/// # Errors
///
/// Refuses to write over what topline reads, by whatever links the path leads there: a brief, a
/// source’s text, a lock, a schema, or the `config` file. Fails if the file cannot be written; what
/// was there is then as it was.
pub fn write(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    library: &Library,
    config: Option<&Path>,
    force: bool,
) -> Result<()> {
    let name = Text::from(path);
    if is_input(path, library, config) {
        bail!(
            "cannot overwrite {name}: it is a brief or a source, a lock, a schema or the config file; \
             name another file with `-o`"
        );
    }
    if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        bail!("{name} is not a file; `-o -` writes to standard output");
    }
    let written =
        if force { files::replace_with(path, write) } else { files::create_with(path, write) };
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            anyhow!(
                "{name} already exists; name another file with `-o`, or replace it with `--force`"
            )
        }
        _ => anyhow::Error::from(error).context(format!("{name} cannot be written")),
    })
}

/// Returns whether a path leads to something that topline reads.
fn is_input(path: &Path, library: &Library, config: Option<&Path>) -> bool {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let has_a_name_of_ours =
        |path: &Path| library::is_brief(path) || path.file_name() == Some(OsStr::new(LOCK_FILE));
    has_a_name_of_ours(path)
        || has_a_name_of_ours(&target)
        || is_schema(path)
        || config.is_some_and(|config| files::is_same(path, config))
        || library.entries().iter().flat_map(inputs).any(|input| files::is_same(path, &input))
}

/// Returns the files that an entry was made of, also those that could not be read.
fn inputs(entry: &Entry) -> Vec<PathBuf> {
    let (Origin::File(file) | Origin::Elsewhere(file)) = &entry.origin else { return Vec::new() };
    let named = entry.brief.as_ref().and_then(|brief| brief.source.text.as_deref());
    let beside = named.map(|text| files::folder(file).join(text));
    let lock = file.with_file_name(LOCK_FILE);
    [file.clone(), lock]
        .into_iter()
        .chain(beside)
        .chain(entry.source_file().map(Path::to_path_buf))
        .collect()
}

/// Returns whether a file is the schema of a brief, which an editor may check briefs by.
fn is_schema(path: &Path) -> bool {
    let schema = brief::json_schema();
    let json = files::read(path, 2 * schema.to_string().len()).ok();
    let there = json.and_then(|json| serde_json::from_slice::<Value>(&json).ok());
    let same = |there: &Value, key| there.get(key).is_some() && there.get(key) == schema.get(key);
    there.is_some_and(|there| same(&there, "$schema") && same(&there, "title"))
}
