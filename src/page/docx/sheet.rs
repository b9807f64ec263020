//! What is on every sheet of a part: its label, its marking, the number of the page, its title.

use std::io::{self, Write};

use super::NAMESPACES;
use super::runs::RunWriter;
use crate::page::document::DocumentPart;
use crate::page::guide::PAGE_OF;
use crate::page::markup::Markup;
use crate::text::Text;

/// A sheet of A4, upright, with about 2 cm around the text, in twentieths of a point.
const SIZE: &[(&str, &str)] = &[("w:w", "11906"), ("w:h", "16838")];
const MARGINS: &[(&str, &str)] = &[
    ("w:top", "1077"),
    ("w:right", "1134"),
    ("w:bottom", "907"),
    ("w:left", "1134"),
    ("w:header", "510"),
    ("w:footer", "454"),
    ("w:gutter", "0"),
];

/// The width of the text on such a sheet.
pub const TEXT_WIDTH: usize = 9638;

/// What there is of each part: the header of its first page and of the others, and the footer.
pub const KINDS: [&str; 3] = ["first", "header", "footer"];

/// Returns what the relationship of this kind and part is called, and its file without an ending.
pub fn name(kind: &str, index: usize) -> String {
    format!("{kind}{index}")
}

/// Writes the header of a part: its marking and the number of the page, after the title of the pack
/// or what the first page has above its text.
pub fn header<W: Write>(
    pack: Option<&Text>,
    part: &DocumentPart,
    is_first: bool,
    markup: &mut Markup<W>,
) -> io::Result<()> {
    let label = if is_first { "" } else { &part.label };
    markup.open("w:hdr", NAMESPACES)?;
    paragraph("Header", markup, |runs| {
        runs.text(None, pack.map_or(label, Text::as_str))?;
        runs.tab()?;
        runs.text(Some("Label"), part.marking.as_deref().unwrap_or_default())?;
        runs.tab()?;
        let [page, of] = PAGE_OF;
        runs.text(None, page)?;
        runs.field(None, "PAGE", Some("1"))?;
        runs.text(None, of)?;
        runs.field(None, "NUMPAGES", Some("1"))
    })?;
    if !is_first {
        paragraph("Header", markup, |runs| runs.text(None, &part.title))?;
    }
    markup.close("w:hdr")
}

/// Writes the footer of a part.
pub fn footer<W: Write>(part: &DocumentPart, markup: &mut Markup<W>) -> io::Result<()> {
    markup.open("w:ftr", NAMESPACES)?;
    paragraph("Footer", markup, |runs| {
        runs.text(Some("Label"), part.marking.as_deref().unwrap_or_default())
    })?;
    markup.close("w:ftr")
}

/// Ends the section that the part with this index is.
pub fn section<W: Write>(index: usize, markup: &mut Markup<W>) -> io::Result<()> {
    markup.element("w:sectPr", &[], |markup| {
        for (element, kind, pages) in [
            ("w:headerReference", "first", "first"),
            ("w:headerReference", "header", "default"),
            ("w:footerReference", "footer", "first"),
            ("w:footerReference", "footer", "default"),
        ] {
            markup.empty(element, &[("w:type", pages), ("r:id", &name(kind, index))])?;
        }
        markup.empty("w:type", &[("w:val", "nextPage")])?;
        markup.empty("w:pgSz", SIZE)?;
        markup.empty("w:pgMar", MARGINS)?;
        markup.empty("w:titlePg", &[])
    })
}

fn paragraph<W: Write>(
    style: &str,
    markup: &mut Markup<W>,
    content: impl FnOnce(&mut RunWriter<'_, W>) -> io::Result<()>,
) -> io::Result<()> {
    markup.element("w:p", &[], |markup| {
        markup.element("w:pPr", &[], |markup| markup.empty("w:pStyle", &[("w:val", style)]))?;
        content(&mut RunWriter::new(markup))
    })
}
