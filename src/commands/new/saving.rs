//! Saves a starter brief, and beside it the text of its source if that was imported: both or neither.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, anyhow};

use crate::files;
use crate::text::Text;

/// Writes `yaml` to `brief`, and before it `text` to its file. Neither replaces a file. If the brief
/// cannot be written, the text is removed again. A run that is killed in between leaves the text: the
/// next run names it and says what to do.
///
/// # Errors
///
/// A file exists or cannot be written.
pub fn save(brief: &Path, yaml: &str, text: Option<(&Path, &str)>) -> Result<()> {
    if let Some((path, text)) = text {
        create(path, text.as_bytes()).map_err(|error| match error {
            Unsaved::Exists(name) => text_exists(&name, brief),
            Unsaved::Failed(error) => error,
        })?;
    }
    create(brief, yaml.as_bytes()).map_err(|error| {
        if let Some((path, _)) = text {
            // What cannot be removed is named by the next run.
            let _ = fs::remove_file(path);
        }
        match error {
            Unsaved::Exists(name) => brief_exists(&name),
            Unsaved::Failed(error) => error,
        }
    })
}

/// Returns the error of a brief that exists.
pub fn brief_exists(name: &Text) -> anyhow::Error {
    anyhow!("{name} already exists; choose another id, or another place with `-o`")
}

/// Returns the error of a text that exists beside the place of `brief`.
pub fn text_exists(name: &Text, brief: &Path) -> anyhow::Error {
    let id = Text::from(Path::new(brief.file_stem().unwrap_or_default()));
    if brief.symlink_metadata().is_ok() {
        return anyhow!("{name} already exists; choose another id, or another place with `-o`");
    }
    anyhow!(
        "{name} already exists, but no brief about it: start one with `topline new {id} --source {name}`, \
         or choose another id"
    )
}

/// Returns the error of a folder that does not exist.
pub fn no_folder(folder: &Path) -> anyhow::Error {
    let name = Text::from(folder);
    anyhow!(
        "the folder {name} does not exist; make it with `mkdir {name}`, or choose another with `-o`"
    )
}

/// Why a file was not written.
enum Unsaved {
    Exists(Text),
    Failed(anyhow::Error),
}

fn create(path: &Path, bytes: &[u8]) -> Result<(), Unsaved> {
    let name = Text::from(path);
    files::create(path, bytes).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Unsaved::Exists(name),
        ErrorKind::NotFound => {
            let error = no_folder(files::folder(path));
            Unsaved::Failed(error.context(format!("{name} cannot be written")))
        }
        _ => {
            Unsaved::Failed(anyhow::Error::from(error).context(format!("{name} cannot be written")))
        }
    })
}
