//! Writes a document as a Word file: the XML of Office, in an archive (ECMA-376).
//!
//! A part of the document is a section with its own header and footer. Its paragraphs have Word’s
//! own styles, and citations are footnotes. Everything in the archive has a fixed order and date, so
//! that the same document gives the same bytes.

mod archive;
mod body;
mod footnotes;
mod numbering;
mod package;
mod runs;
mod sheet;

use std::io::{self, Write};

use super::document::Document;
use super::markdown::Citations;
use archive::Archive;

/// The name of the part that holds the text.
const TEXT: &str = "word/document.xml";

/// The namespaces of the parts that hold text.
const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Writes `document` as a Word file, with its `citations` in the text or as footnotes.
///
/// # Errors
///
/// Fails if `out` cannot be written to.
pub fn docx(document: &Document, citations: Citations, out: &mut dyn Write) -> io::Result<()> {
    let mut archive = Archive::new();
    archive.part("[Content_Types].xml", |markup| package::content_types(document, markup))?;
    archive.part("_rels/.rels", package::relationships)?;
    archive.part("docProps/core.xml", |markup| package::properties(document, markup))?;
    let text = archive.part(TEXT, |markup| body::write(document, citations, markup))?;
    archive.part("word/_rels/document.xml.rels", |markup| {
        package::text_relationships(document, &text.links, markup)
    })?;
    let links =
        archive.part("word/footnotes.xml", |markup| footnotes::write(&text.footnotes, markup))?;
    archive.part("word/_rels/footnotes.xml.rels", |markup| package::links(&links, markup))?;
    archive.part("word/numbering.xml", |markup| numbering::write(text.lists, markup))?;
    archive.part("word/styles.xml", |markup| markup.raw(include_str!("styles.xml")))?;
    archive.part("word/settings.xml", |markup| markup.raw(include_str!("settings.xml")))?;
    for (index, part) in document.parts.iter().enumerate() {
        let [first, header, footer] =
            sheet::KINDS.map(|kind| format!("word/{}.xml", sheet::name(kind, index)));
        let pack = document.title.as_ref().filter(|title| part.title != **title);
        archive.part(&first, |markup| sheet::header(pack, part, true, markup))?;
        archive.part(&header, |markup| sheet::header(pack, part, false, markup))?;
        archive.part(&footer, |markup| sheet::footer(part, markup))?;
    }
    out.write_all(&archive.finish()?)
}
