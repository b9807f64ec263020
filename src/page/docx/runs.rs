//! Runs: stretches of text with one style, inside a paragraph.

use std::io::{self, Write};

use indexmap::IndexSet;

use crate::page::document::{Role, Span, StateRole};
use crate::page::markup::Markup;
use crate::text::web_address;

/// Writes runs, and collects the addresses that they lead to.
pub struct RunWriter<'m, W: Write> {
    /// Where they are written.
    pub markup: &'m mut Markup<W>,
    /// The addresses, in order and each once.
    pub links: IndexSet<String>,
}

impl<'m, W: Write> RunWriter<'m, W> {
    pub fn new(markup: &'m mut Markup<W>) -> Self {
        Self { markup, links: IndexSet::new() }
    }

    /// Writes the spans of a flow that cites nothing.
    pub fn flow(&mut self, flow: &[Span]) -> io::Result<()> {
        flow.iter().try_for_each(|span| self.span(span, &span.text))
    }

    /// Writes `text` as `span` is written; an address as a link.
    pub fn span(&mut self, span: &Span, text: &str) -> io::Result<()> {
        match web_address(&span.text).filter(|_| span.role == Role::Url) {
            Some(address) => self.link(address, text),
            None => self.text(style(span.role), text),
        }
    }

    /// Writes text in a style.
    pub fn text(&mut self, style: Option<&str>, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.run(style, |markup| markup.leaf("w:t", &[("xml:space", "preserve")], text))
    }

    /// Starts a new line in the same paragraph.
    pub fn line(&mut self) -> io::Result<()> {
        self.run(None, |markup| markup.empty("w:br", &[]))
    }

    /// Goes to the next tab stop.
    pub fn tab(&mut self) -> io::Result<()> {
        self.run(None, |markup| markup.empty("w:tab", &[]))
    }

    /// Writes a field, and what it shows until it is worked out again; a field that shows nothing
    /// is worked out when the file is opened.
    pub fn field(
        &mut self,
        style: Option<&str>,
        code: &str,
        shown: Option<&str>,
    ) -> io::Result<()> {
        let begin = [("w:fldCharType", "begin"), ("w:dirty", "true")];
        let begin = if shown.is_some() { &begin[..1] } else { &begin };
        self.run(style, |markup| markup.empty("w:fldChar", begin))?;
        self.run(style, |markup| {
            markup.leaf("w:instrText", &[("xml:space", "preserve")], &format!(" {code} "))
        })?;
        self.run(style, |markup| markup.empty("w:fldChar", &[("w:fldCharType", "separate")]))?;
        // Word takes a field without any text for a fault.
        self.text(style, shown.unwrap_or(" "))?;
        self.run(style, |markup| markup.empty("w:fldChar", &[("w:fldCharType", "end")]))
    }

    /// Writes a run with what `content` writes in it.
    pub fn run(
        &mut self,
        style: Option<&str>,
        content: impl FnOnce(&mut Markup<W>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.markup.element("w:r", &[], |markup| {
            if let Some(style) = style {
                markup.element("w:rPr", &[], |markup| {
                    markup.empty("w:rStyle", &[("w:val", style)])
                })?;
            }
            content(markup)
        })
    }

    fn link(&mut self, address: String, text: &str) -> io::Result<()> {
        let (index, _) = self.links.insert_full(address);
        self.markup.open("w:hyperlink", &[("r:id", &link_id(index)), ("w:history", "1")])?;
        self.text(Some("Hyperlink"), text)?;
        self.markup.close("w:hyperlink")
    }
}

/// Returns the id of the relationship to the address with this index.
pub fn link_id(index: usize) -> String {
    format!("link{index}")
}

/// Returns the style of a role that is shown.
fn style(role: Role) -> Option<&'static str> {
    match role {
        Role::Title => Some("Strong"),
        Role::Heading | Role::Label => Some("Label"),
        Role::Post => Some("Post"),
        Role::State(StateRole::Unverified | StateRole::Failed) | Role::Caution => Some("Caution"),
        Role::Plain
        | Role::Aside
        | Role::Note
        | Role::Speaker
        | Role::Quotation
        | Role::Gist
        | Role::Citation
        | Role::State(StateRole::Verified | StateRole::Locked)
        | Role::Relation
        | Role::Url => None,
    }
}
