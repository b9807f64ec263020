//! `topline print`: the briefs, ready to file, e-mail or paste into another document.

use std::io::{self, Write};

use anyhow::{Result, bail};

use super::{Outcome, skipped};
use crate::brief::Id;
use crate::library::{Library, in_order};
use crate::page::{self, Citations, Document, DocumentPart, Extent, Pack, Paging};
use crate::text::{to_ascii, to_unbroken_ascii, vocabulary};

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

impl PrintFormat {
    /// Returns whether it shows places in the texts of sources, and words of them.
    pub fn shows_sources(self) -> bool {
        matches!(self, Self::Html | Self::Json)
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

/// Names on `messages` the briefs of `library` that are not printed, because they are broken, and the
/// drafts among the others. The outcome of printing is no if any is broken.
///
/// # Errors
///
/// Fails if no brief is sound, and if `messages` fails.
pub fn announce(library: &Library, messages: &mut dyn Write) -> Result<Outcome> {
    let skipped = skipped::report(library, messages)?;
    if skipped == library.entries().len() {
        bail!("no briefs to print: every one was skipped");
    }
    drafts(library, messages)?;
    Ok(if skipped == 0 { Outcome::Yes } else { Outcome::No })
}

/// Names on `messages` the briefs in which something is still to be filled in.
fn drafts(library: &Library, messages: &mut dyn Write) -> io::Result<()> {
    let entries = library.entries();
    let draft = |index: usize| {
        let entry = &entries[index];
        let count = match entry.evidence().to_fill_in().count() {
            0 => return None,
            1 => "1 place".to_owned(),
            places => format!("{places} places"),
        };
        Some((&entry.origin, count))
    };
    in_order(entries.len(), draft, |draft| {
        let Some((origin, count)) = draft else { return Ok(()) };
        writeln!(
            messages,
            "topline: {origin} is a draft with {count} to fill in; run `topline check`"
        )
    })
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

/// Writes the sound briefs of `library` as they are printed. Text is written while later briefs are still
/// composed.
///
/// # Errors
///
/// Fails if `out` cannot be written to, and for no other reason.
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
        (PrintFormat::Text, Some(length)) => write_pages(library, settings, length, out),
        (PrintFormat::Text, None) => write_parts(library, settings, out),
    }
}

/// Writes the parts one after the other.
fn write_parts(library: &Library, settings: &PrintSettings, out: &mut dyn Write) -> io::Result<()> {
    let set = |part| page::plain(page::layout_part(&part, settings.width));
    let mut between = "";
    each_part(library, settings, set, |text| {
        out.write_all(between.as_bytes())?;
        between = "\n";
        write_text(&text, settings, out)
    })
}

/// Writes the parts in pages of this many lines. How many pages there are is known once all are set.
fn write_pages(
    library: &Library,
    settings: &PrintSettings,
    length: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let pack = settings.pack.as_ref().map(Pack::title);
    let pack =
        pack.map(|title| if settings.ascii { to_unbroken_ascii(&title).into() } else { title });
    let paging = Paging { pack, columns: settings.width, length };
    let mut parts = Vec::new();
    each_part(
        library,
        settings,
        |part| paging.paged(part),
        |paged| {
            parts.push(paged);
            Ok(())
        },
    )?;
    let mut between = "";
    paging.numbered(parts).try_for_each(|page| {
        out.write_all(between.as_bytes())?;
        between = FORM_FEED;
        write_text(&page, settings, out)
    })
}

/// Composes each part of what is printed, makes of it what `set` does, and gives that to `take`, in order.
fn each_part<T: Send>(
    library: &Library,
    settings: &PrintSettings,
    set: impl Fn(DocumentPart) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let set = |part: DocumentPart| set(if settings.ascii { part.into_ascii() } else { part });
    match (&settings.official, &settings.pack) {
        (Some(id), _) => {
            let parts = page::compose_dossier(library, id).parts;
            parts.into_iter().try_for_each(|part| take(set(part)))
        }
        (None, Some(pack)) => page::compose_each_of_pack(library, pack, set, take),
        (None, None) => page::compose_each(library, &settings.extent, set, take),
    }
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
