//! What the archive says of its own files: their kinds, how they are related, who prepared the text.

use std::io::{self, Write};

use indexmap::IndexSet;

use super::archive::Zip;
use super::runs::link_id;
use super::{TEXT, sheet};
use crate::page::document::Document;
use crate::page::markup::Markup;

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts beside the text that every file has.
const PARTS: [&str; 4] = ["footnotes", "numbering", "settings", "styles"];

/// Writes what kind of file each is.
pub fn content_types<W: Write>(document: &Document, markup: &mut Markup<W>) -> io::Result<()> {
    let word = |kind: &str| format!("{WORD}.{kind}+xml");
    markup.element("Types", &[("xmlns", CONTENT_TYPES)], |markup| {
        let relationships = "application/vnd.openxmlformats-package.relationships+xml";
        for (ending, kind) in [("rels", relationships), ("xml", "application/xml")] {
            markup.empty("Default", &[("Extension", ending), ("ContentType", kind)])?;
        }
        let mut add = |name: &str, kind: &str| {
            markup.empty("Override", &[("PartName", &format!("/{name}")), ("ContentType", kind)])
        };
        add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")?;
        add(TEXT, &word("document.main"))?;
        for part in PARTS {
            add(&format!("word/{part}.xml"), &word(part))?;
        }
        for index in 0..document.parts.len() {
            for kind in sheet::KINDS {
                add(&format!("word/{}.xml", sheet::name(kind, index)), &word(sheet_type(kind)))?;
            }
        }
        Ok(())
    })
}

/// Writes which file is the text and which describes it.
pub fn relationships(markup: &mut Markup<&mut Zip>) -> io::Result<()> {
    markup.element("Relationships", &[("xmlns", PACKAGE)], |markup| {
        relation("text", &format!("{RELATION}/officeDocument"), TEXT, markup)?;
        relation("properties", CORE_RELATION, "docProps/core.xml", markup)
    })
}

/// Writes which files belong to the text, and the addresses in it.
pub fn text_relationships<W: Write>(
    document: &Document,
    addresses: &IndexSet<String>,
    markup: &mut Markup<W>,
) -> io::Result<()> {
    markup.element("Relationships", &[("xmlns", PACKAGE)], |markup| {
        let mut add = |id: &str, kind: &str| {
            relation(id, &format!("{RELATION}/{kind}"), &format!("{id}.xml"), markup)
        };
        for part in PARTS {
            add(part, part)?;
        }
        for index in 0..document.parts.len() {
            for kind in sheet::KINDS {
                add(&sheet::name(kind, index), sheet_type(kind))?;
            }
        }
        external(addresses, markup)
    })
}

/// Writes the addresses in a part that has nothing else.
pub fn links<W: Write>(addresses: &IndexSet<String>, markup: &mut Markup<W>) -> io::Result<()> {
    markup.element("Relationships", &[("xmlns", PACKAGE)], |markup| external(addresses, markup))
}

/// Writes the title of the text and who prepared it. It has no dates: none is known but that of
/// today.
pub fn properties<W: Write>(document: &Document, markup: &mut Markup<W>) -> io::Result<()> {
    let namespaces = [("xmlns:cp", CORE), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    markup.element("cp:coreProperties", &namespaces, |markup| {
        markup.leaf("dc:title", &[], document.title())?;
        if let Some(by) = &document.prepared_by {
            markup.leaf("dc:creator", &[], by)?;
        }
        markup.leaf("dc:language", &[], "en-GB")
    })
}

/// Returns what Word calls this kind of part.
fn sheet_type(kind: &str) -> &'static str {
    if kind == "footer" { "footer" } else { "header" }
}

fn external<W: Write>(addresses: &IndexSet<String>, markup: &mut Markup<W>) -> io::Result<()> {
    addresses.iter().enumerate().try_for_each(|(index, address)| {
        let attributes = [
            ("Id", &*link_id(index)),
            ("Type", &*format!("{RELATION}/hyperlink")),
            ("Target", address),
            ("TargetMode", "External"),
        ];
        markup.empty("Relationship", &attributes)
    })
}

fn relation<W: Write>(
    id: &str,
    kind: &str,
    target: &str,
    markup: &mut Markup<W>,
) -> io::Result<()> {
    markup.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])
}
