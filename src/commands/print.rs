//! `topline print`: the briefs as they go into a folder, an e-mail or another document.

use std::io::Write;

use anyhow::{Result, bail};

use super::{Outcome, left_out};
use crate::library::Library;
use crate::page::{self, Section};

/// What parts pages.
const FORM_FEED: &str = "\u{c}";

/// What briefs are printed as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrintFormat {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
}

impl PrintFormat {
    /// Every format, the usual one first.
    pub const ALL: [Self; 2] = [Self::Text, Self::Markdown];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }
}

/// How briefs are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintSettings {
    /// What they are printed as.
    pub format: PrintFormat,
    /// The columns of a line, 40 to 200; Markdown has none.
    pub width: usize,
    /// The lines of a page, where the text is cut into pages.
    pub page_length: Option<usize>,
    /// Whether typographic characters are folded to ASCII.
    pub ascii: bool,
    /// The sections that are printed.
    pub sections: Vec<Section>,
}

/// Every section as text of 72 columns.
impl Default for PrintSettings {
    fn default() -> Self {
        Self {
            format: PrintFormat::Text,
            width: 72,
            page_length: None,
            ascii: false,
            sections: Section::ALL.to_vec(),
        }
    }
}

/// Prints the sound briefs of `library` to `out` and names the broken ones on `messages`: the
/// answer is no where there are any.
///
/// # Errors
///
/// Fails where no brief is sound, and where `out` or `messages` does.
pub fn run(
    library: &Library,
    settings: &PrintSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    let left_out = left_out::tell(library, messages)?;
    if left_out == library.entries().len() {
        bail!("no brief can be printed");
    }
    out.write_all(text(library, settings).as_bytes())?;
    Ok(if left_out == 0 { Outcome::Yes } else { Outcome::No })
}

/// The sound briefs of `library` as they are printed.
#[must_use]
pub fn text(library: &Library, settings: &PrintSettings) -> String {
    let mut document = page::compose(library, &settings.sections);
    if settings.ascii {
        document = document.into_ascii();
    }
    match (settings.format, settings.page_length) {
        (PrintFormat::Markdown, _) => page::markdown(&document),
        (PrintFormat::Text, None) => page::plain(&page::layout(&document, settings.width)),
        (PrintFormat::Text, Some(length)) => {
            let pages = page::pages(&document, settings.width, length);
            pages.iter().map(|page| page::plain(page)).collect::<Vec<_>>().join(FORM_FEED)
        }
    }
}
