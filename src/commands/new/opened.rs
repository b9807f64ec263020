//! Opens the file of a source: plain text is used where it is, and every other kind is imported.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::brief::Date;
use crate::evidence::{ForeignFormat, SourceText};
use crate::files;
use crate::import::{
    FileKind, ImportOptions, Imported, MAX_BYTES, Recognised, Refusal, SourcedValue, import_apart,
    recognise,
};
use crate::library;
use crate::text::Text;

/// How a source is opened.
#[derive(Clone, Debug)]
pub struct SourceOptions {
    /// How its file is imported.
    pub import: ImportOptions,
    /// The web address that the user names.
    pub url: Option<String>,
    /// Today.
    pub today: Date,
}

/// The text of a source.
#[derive(Debug)]
pub struct OpenedSource {
    /// The name of its file, to show.
    pub name: Text,
    /// Its file; [`None`] if it came from a pipe.
    pub path: Option<PathBuf>,
    /// The text.
    pub text: SourceText,
    /// What was imported, and still has to be saved; [`None`] if the text is used where it is.
    pub imported: Option<Imported>,
}

impl OpenedSource {
    /// Opens a file. Plain text in UTF-8 is used where it is; every other kind is imported.
    ///
    /// # Errors
    ///
    /// The file cannot be read, cannot be imported, or is text that is not what a reader saw.
    pub fn open(path: &Path, options: &SourceOptions) -> Result<Self> {
        let name = Text::from(path);
        let bytes = read(path)?;
        let is_text = match recognise(&name, &bytes) {
            Recognised::Kind(kind) => kind == FileKind::Text,
            Recognised::Refused(refusal) => refusal == Refusal::Unknown,
        };
        if is_text && std::str::from_utf8(&bytes).is_ok() {
            let text = library::decode_text(&bytes)
                .map_err(|reason| anyhow!("the source {name} {reason}"))?;
            return Ok(Self { name, path: Some(path.into()), text, imported: None });
        }
        Self::import(name, Some(path), &bytes, options)
    }

    /// Imports a file, of whatever kind.
    ///
    /// # Errors
    ///
    /// The file cannot be read or cannot be imported.
    pub fn imported(path: &Path, options: &SourceOptions) -> Result<Self> {
        Self::import(Text::from(path), Some(path), &read(path)?, options)
    }

    /// Imports what a pipe brings.
    ///
    /// # Errors
    ///
    /// As [`OpenedSource::imported`].
    pub fn piped(stdin: &mut dyn Read, options: &SourceOptions) -> Result<Self> {
        let name = Text::new("standard input");
        let bytes = files::drain(stdin, MAX_BYTES).map_err(|unread| anyhow!("{name} {unread}"))?;
        Self::import(name, None, &bytes, options)
    }

    fn import(
        name: Text,
        path: Option<&Path>,
        bytes: &[u8],
        options: &SourceOptions,
    ) -> Result<Self> {
        let mut imported = import_apart(&name, bytes, &options.import)
            .map_err(|error| anyhow!("{name} {error}"))?;
        if let Some(url) = &options.url {
            let Some(url) = SourcedValue::url(url, "the command line") else {
                bail!("`{url}` is no web address; it begins with https:// or http://");
            };
            imported.metadata.url = Some(url);
        }
        let is_page = imported.metadata.url.is_some();
        imported.metadata.accessed = imported
            .metadata
            .accessed
            .take()
            .or_else(|| accessed(path, options).filter(|_| is_page));
        if let Some((ForeignFormat::Garbled, _)) = ForeignFormat::in_text(&imported.text) {
            let remark = "its marks and accents are garbled: it was saved in the wrong encoding";
            imported.account.remarks.push(remark.to_owned());
        }
        let text = SourceText::new(&imported.text);
        Ok(Self { name, path: path.map(Path::to_path_buf), text, imported: Some(imported) })
    }

    /// Uses the file where it is if it is the one that the text would be saved to: plain text that a user
    /// has saved under its id.
    pub fn keep_in_place(&mut self, target: &Path) {
        let is_target = self.path.as_deref().is_some_and(|path| files::is_same(path, target));
        let is_as_saved = || {
            let bytes = self.path.as_deref().and_then(|path| files::read(path, MAX_BYTES).ok());
            let imported = self.imported.as_ref().map(|imported| imported.text.as_bytes());
            bytes.is_some_and(|bytes| Some(bytes.as_slice()) == imported)
        };
        if is_target && is_as_saved() {
            self.imported = None;
        }
    }

    /// Returns the title that the file gives itself, or its first paragraph.
    pub fn title(&self) -> String {
        let title = self.imported.as_ref().and_then(|imported| imported.metadata.title.as_ref());
        let first =
            || self.text.paragraphs().first().map(|range| &self.text.as_str()[range.clone()]);
        title.map(|title| title.value.as_str()).or_else(first).unwrap_or_default().to_owned()
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let name = Text::from(path);
    files::read(path, MAX_BYTES).map_err(|unread| anyhow!("the source {name} {unread}"))
}

/// Returns when a page was saved: its file says when it was last written, and a pipe brings it today.
fn accessed(path: Option<&Path>, options: &SourceOptions) -> Option<SourcedValue> {
    match path {
        None => SourcedValue::new(&options.today.iso(), "today’s date"),
        Some(path) => {
            let written = path.metadata().ok()?.modified().ok()?;
            SourcedValue::new(&Date::at(written)?.iso(), "the day the file was saved")
        }
    }
}
