//! Reads what sources come in, web pages and documents, as plain text with what they say about
//! themselves. It knows text, not briefs.

mod apart;
mod captions;
mod charset;
mod csl;
mod hansard;
mod html;
mod kind;
mod mail;
mod metadata;
mod odt;
mod outlook;
mod package;
mod paragraphs;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod word;
mod wrapped;
mod xml;

use serde::{Deserialize, Serialize};

pub use apart::{APART, answer, import_apart};
pub use csl::csl_metadata;
pub use kind::{FileKind, Recognised, Refusal, recognise};
pub use metadata::{Metadata, SourcedValue};

use charset::{CharsetEvidence, Decoded};
use paragraphs::Paragraphs;

/// A file that is imported has at most this many bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// How a file is imported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// What it is; by its bytes and its name if it is not said.
    pub kind: Option<FileKind>,
    /// Whether everything on a web page is kept, not only what its authors wrote.
    pub whole_page: bool,
    /// Whether the lines of a plain text stay as they are: its file itself is the text of the source.
    pub keep_lines: bool,
}

/// The text of a file, and what it says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The text: a paragraph a line, a blank line between two, a form feed between pages.
    pub text: String,
    /// What the file says about itself.
    pub metadata: Metadata,
    /// What was kept and what was not.
    pub account: Account,
}

/// What was kept of a file, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What was left out: `2 captions`.
    pub left_out: Vec<String>,
    /// What else the user has to know: `text was windows-1252`.
    pub remarks: Vec<String>,
}

/// Why a file is not imported, in words that follow its name: `is a picture: it has no text; run it
/// through text recognition`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{what}; {fix}")]
pub struct ImportError {
    what: String,
    fix: String,
}

impl ImportError {
    /// Returns the error of a file that `what` is true of, and what to do about it.
    pub fn new(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what: what.into(), fix: fix.into() }
    }
}

impl From<Refusal> for ImportError {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.what(), refusal.fix())
    }
}

impl Imported {
    /// Returns the text of `paragraphs`.
    fn new(paragraphs: Paragraphs, metadata: Metadata) -> Self {
        let mut account = Account::default();
        match paragraphs.hidden() {
            0 => {}
            count => account.left_out.push(counted(count, "hidden character")),
        }
        Self { text: paragraphs.into_text(), metadata, account }
    }

    /// Says which encoding the text had, unless it was UTF-8.
    fn decoded_from(mut self, decoded: &Decoded) -> Self {
        let Decoded { encoding, evidence, is_damaged, .. } = decoded;
        if encoding != "utf-8" {
            let guessed =
                if *evidence == CharsetEvidence::Guessed { ", as far as it shows" } else { "" };
            self.account.remarks.push(format!("text was {encoding}{guessed}"));
        }
        if *is_damaged {
            self.account.remarks.push(format!("some bytes are not {encoding}: look for \u{fffd}"));
        }
        self
    }
}

/// Reads a file of this `name`.
///
/// # Errors
///
/// Returns an error if it is of no kind that can be imported, is damaged, or has no text.
pub fn import(name: &str, bytes: &[u8], options: &ImportOptions) -> Result<Imported, ImportError> {
    let kind = match options.kind {
        Some(kind) => kind,
        None => match recognise(name, bytes) {
            Recognised::Kind(kind) => kind,
            Recognised::Refused(refusal) => return Err(refusal.into()),
        },
    };
    let imported = match kind {
        FileKind::Html => html::read(bytes, options.whole_page),
        FileKind::Text => Ok(plain::read(bytes, options.keep_lines)),
        FileKind::Docx | FileKind::Doc => word::read(bytes),
        FileKind::Odt => odt::read(bytes),
        FileKind::Eml => mail::read(bytes, options.whole_page),
        FileKind::Msg => outlook::read(bytes),
        FileKind::Vtt | FileKind::Srt => captions::read(bytes),
        FileKind::Hansard => hansard::read(bytes),
        #[cfg(feature = "pdf")]
        FileKind::Pdf => pdf::read(bytes),
        #[cfg(not(feature = "pdf"))]
        FileKind::Pdf => Err(ImportError::new(
            "is a PDF, and this topline was built without the reader of PDFs",
            "make text of it with `pdftotext`, or build topline with its feature `pdf`",
        )),
    }?;
    if imported.text.trim().is_empty() {
        return Err(ImportError::new(
            format!("has no text, read as `{kind}`"),
            "name what it is with `--as`, or copy what you see of it into a text file",
        ));
    }
    Ok(imported)
}

/// Returns a number with what it counts: `1 caption`, `2 captions`.
fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
