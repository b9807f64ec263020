//! `topline print`: the briefs, ready to file, e-mail or paste into another document.

use std::io::{self, Write};

use anyhow::{Result, bail};

use super::{Outcome, skipped};
use crate::brief::Id;
use crate::library::Library;
use crate::page::{self, Citations, Document, Extent, Pack};
use crate::text::{to_ascii, vocabulary};

/// Separates pages.
const FORM_FEED: &str = "\u{c}";

/// The lines of a page of a pack, if no other number is given.
const PACK_PAGE_LENGTH: usize = 60;

vocabulary! {
    /// What briefs are printed as.
    #[derive(Default)]
    pub enum PrintFormat {
        /// Plain text.
        #[default]
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// A page for a browser, and for a mail.
        Html = "html",
        /// A Word file.
        Docx = "docx",
        /// JSON, for programs.
        Json = "json",
    }
}

/// How briefs are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintSettings {
    /// What they are printed as.
    pub format: PrintFormat,
    /// The columns of a line of text, 40 to 200.
    pub width: usize,
    /// The lines of a page, if the text is broken into pages.
    pub page_length: Option<usize>,
    /// Whether typographic characters are folded to ASCII.
    pub ascii: bool,
    /// How Markdown writes citations.
    pub citations: Citations,
    /// How much of each brief is printed. JSON always has all.
    pub extent: Extent,
    /// How the briefs are bundled, if they are printed as a pack.
    pub pack: Option<Pack>,
    /// The person or body whose words, claims and asks are printed instead of the briefs. JSON
    /// still has the briefs.
    pub official: Option<Id>,
}

/// Page one and the annex of each brief, as text of 72 columns.
impl Default for PrintSettings {
    fn default() -> Self {
        Self {
            format: PrintFormat::Text,
            width: 72,
            page_length: None,
            ascii: false,
            citations: Citations::default(),
            extent: Extent::default(),
            pack: None,
            official: None,
        }
    }
}

/// Prints the sound briefs of `library` to `out` and names the broken ones on `messages`. The
/// answer is no if there are any.
///
/// # Errors
///
/// Fails if no brief is sound, and if `out` or `messages` fails.
pub fn run(
    library: &Library,
    settings: &PrintSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    let skipped = skipped::report(library, messages)?;
    if skipped == library.entries().len() {
        bail!("no briefs to print: every one was skipped");
    }
    drafts(library, messages)?;
    write(library, settings, out)?;
    Ok(if skipped == 0 { Outcome::Yes } else { Outcome::No })
}

/// Names on `messages` the briefs in which something is still to be filled in.
fn drafts(library: &Library, messages: &mut dyn Write) -> io::Result<()> {
    for entry in library.entries() {
        let count = match entry.evidence().to_fill_in().count() {
            0 => continue,
            1 => "1 place".to_owned(),
            places => format!("{places} places"),
        };
        let origin = &entry.origin;
        writeln!(
            messages,
            "topline: {origin} is a draft with {count} to fill in; run `topline check`"
        )?;
    }
    Ok(())
}

/// Returns the sound briefs of `library` as they are printed in a format that is text.
pub fn text(library: &Library, settings: &PrintSettings) -> String {
    // Writing to memory does not fail.
    collected(|out| write(library, settings, out)).unwrap_or_default()
}

/// Returns what `write` writes.
fn collected(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<String> {
    let mut out = Vec::new();
    write(&mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// Writes the sound briefs of `library` as they are printed.
///
/// # Errors
///
/// Fails if `out` cannot be written to.
pub fn write(library: &Library, settings: &PrintSettings, out: &mut dyn Write) -> io::Result<()> {
    let of_pack = settings.pack.as_ref().map(|_| PACK_PAGE_LENGTH);
    match (settings.format, settings.page_length.or(of_pack)) {
        (PrintFormat::Docx, _) => page::docx(&document(library, settings), settings.citations, out),
        (PrintFormat::Html, _) if settings.ascii => {
            let page = collected(|out| page::html(&document(library, settings), out))?;
            write_text(&page, settings, out)
        }
        (PrintFormat::Html, _) => page::html(&document(library, settings), out),
        (PrintFormat::Json, _) => out.write_all(page::json(library).as_bytes()),
        (PrintFormat::Markdown, _) => {
            let markdown = page::markdown(&document(library, settings), settings.citations);
            write_text(&markdown, settings, out)
        }
        (PrintFormat::Text, Some(length)) => {
            let pages = page::pages(&document(library, settings), settings.width, length);
            let pages = pages.iter().map(|page| page::plain(page)).collect::<Vec<_>>();
            write_text(&pages.join(FORM_FEED), settings, out)
        }
        (PrintFormat::Text, None) if settings.official.is_some() => {
            let lines = page::layout(&document(library, settings), settings.width);
            write_text(&page::plain(&lines), settings, out)
        }
        (PrintFormat::Text, None) => write_parts(library, settings, out),
    }
}

/// Writes the briefs one after the other, so that no more than one of them is in memory as a page.
fn write_parts(library: &Library, settings: &PrintSettings, out: &mut dyn Write) -> io::Result<()> {
    let mut between = "";
    page::compose_each(library, &settings.extent, |part| {
        let part = if settings.ascii { part.into_ascii() } else { part };
        out.write_all(between.as_bytes())?;
        between = "\n";
        write_text(&page::plain(&page::layout_part(&part, settings.width)), settings, out)
    })
}

fn write_text(text: &str, settings: &PrintSettings, out: &mut dyn Write) -> io::Result<()> {
    if settings.ascii {
        return out.write_all(to_ascii(text).as_bytes());
    }
    out.write_all(text.as_bytes())
}

fn document(library: &Library, settings: &PrintSettings) -> Document {
    let mut document = match (&settings.official, &settings.pack) {
        (Some(id), _) => page::compose_dossier(library, id),
        (None, Some(pack)) => page::compose_pack(library, pack),
        (None, None) => page::compose(library, &settings.extent),
    };
    if settings.format == PrintFormat::Html {
        document.words = page::word_addresses(library);
    }
    if settings.ascii { document.into_ascii() } else { document }
}
