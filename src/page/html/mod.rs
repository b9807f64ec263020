//! Writes a document as one HTML page that needs nothing else: no script, no other file.
//!
//! Only the structure of the document becomes elements; the text of its spans stays text.

mod blocks;
mod links;
mod paper;
mod spans;

use std::io::{self, Write};

use super::document::Document;
use super::guide::SKIP;
use super::markup::Markup;
use blocks::PageWriter;

/// What the page may load: nothing but the style in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes `document` as an HTML page.
///
/// # Errors
///
/// Fails if `out` cannot be written to.
pub fn html(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let mut markup = Markup::new(out);
    markup.raw("<!DOCTYPE html>\n")?;
    markup.open("html", &[("lang", "en-GB")])?;
    markup.element("head", &[], |markup| head(document, markup))?;
    markup.raw("\n")?;
    markup.open("body", &[])?;
    markup.leaf("a", &[("class", "skip"), ("href", "#text")], SKIP)?;
    markup.open("main", &[("id", "text")])?;
    let mut page = PageWriter::new(document, markup);
    for (index, part) in document.parts.iter().enumerate() {
        page.part(index, part)?;
    }
    let mut markup = page.finish();
    for element in ["main", "body", "html"] {
        markup.close(element)?;
    }
    markup.raw("\n")
}

fn head<W: Write>(document: &Document, markup: &mut Markup<W>) -> io::Result<()> {
    let title = document.title();
    markup.raw("\n")?;
    markup.open("meta", &[("charset", "utf-8")])?;
    markup.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)])?;
    markup.open("meta", &[("name", "referrer"), ("content", "no-referrer")])?;
    markup.open(
        "meta",
        &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
    )?;
    markup.leaf("title", &[], title)?;
    markup.element("style", &[], |markup| {
        markup.raw(include_str!("style.css"))?;
        paper::rules(document, markup)
    })
}
