//! `topline print`: the briefs as plain text, for a folder or an e-mail.

use std::io::Write;

use anyhow::{Result, bail};

use super::{Outcome, left_out};
use crate::library::Library;
use crate::page::{self, Section};

/// How briefs are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintSettings {
    /// The columns of a line, 40 to 200.
    pub width: usize,
    /// Whether typographic characters are folded to ASCII.
    pub ascii: bool,
    /// The sections that are printed.
    pub sections: Vec<Section>,
}

/// Every section at 72 columns.
impl Default for PrintSettings {
    fn default() -> Self {
        Self { width: 72, ascii: false, sections: Section::ALL.to_vec() }
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
    page::plain(&page::layout(&document, settings.width))
}
