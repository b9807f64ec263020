//! An item as HTML, for Word, Outlook and other programs that paste formatted text.

use std::io;

use super::CopiedItem;
use crate::brief::Brief;
use crate::page::markup::Markup;
use crate::text::{Text, web_address};

impl CopiedItem {
    /// Writes exact words as a block quotation, and everything else as a paragraph, with the source’s
    /// title as a link. All that comes from the brief or its source is text.
    pub fn html(&self, brief: &Brief) -> Text {
        written(|out| self.write_html(brief, out))
    }

    fn write_html(&self, brief: &Brief, out: &mut Markup<&mut Vec<u8>>) -> io::Result<()> {
        let Self { label, words, terms, .. } = self;
        let words = format!("{label}{words}{terms}");
        if self.is_exact {
            out.element("blockquote", &[], |out| out.leaf("p", &[], &words))?;
            out.element("p", &[], |out| self.write_source(brief, out))
        } else {
            out.element("p", &[], |out| {
                out.text(&words)?;
                out.text(" ")?;
                self.write_source(brief, out)
            })
        }
    }

    fn write_source(&self, brief: &Brief, out: &mut Markup<&mut Vec<u8>>) -> io::Result<()> {
        out.text(&format!("— {}{} (", self.citation.join(", "), self.warning()))?;
        write_title(brief, out)?;
        out.text(")")
    }
}

/// Writes a brief: the title of its source, as a link if it has an address, and where it is from.
pub fn brief_in_html(brief: &Brief, source: &str) -> Text {
    written(|out| {
        out.element("p", &[], |out| {
            write_title(brief, out)?;
            out.text(&format!(" — {source}"))
        })
    })
}

/// Returns what `write` writes.
fn written(write: impl FnOnce(&mut Markup<&mut Vec<u8>>) -> io::Result<()>) -> Text {
    let mut html = Vec::new();
    // Memory can always be written to.
    let _ = write(&mut Markup::new(&mut html));
    Text::new(&String::from_utf8_lossy(&html))
}

fn write_title(brief: &Brief, out: &mut Markup<&mut Vec<u8>>) -> io::Result<()> {
    match brief.source.url.as_deref().and_then(web_address) {
        Some(url) => out.leaf("a", &[("href", &url)], &brief.source.title),
        None => out.leaf("em", &[], &brief.source.title),
    }
}
