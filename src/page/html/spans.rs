//! Spans as HTML: text with a class for its role, and links.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use super::links::{PageLinks, PageUnit, citation_id, item_id};
use crate::page::document::{Document, Flow, Role, Span, StateRole};
use crate::page::guide::back_to;
use crate::page::markup::Markup;
use crate::text::web_address;

/// The sign ↩, spelt so that a page whose texts are ASCII is ASCII.
const BACK: &str = "&#8617;";

/// Writes spans, and the links between them.
pub struct SpanWriter<'a, W: Write> {
    /// Where they are written.
    pub markup: Markup<W>,
    links: PageLinks<'a>,
    /// The targets whose place has been reached.
    placed: HashSet<String>,
    /// How often each target has been cited so far.
    cited: HashMap<String, usize>,
    /// The targets that the unit being written is the place of.
    own: Vec<String>,
    /// Those of them that have no element yet.
    waiting: Vec<String>,
}

impl<'a, W: Write> SpanWriter<'a, W> {
    /// Writes what `document` says.
    pub fn new(document: &'a Document, markup: Markup<W>) -> Self {
        Self {
            markup,
            links: PageLinks::new(document),
            placed: HashSet::new(),
            cited: HashMap::new(),
            own: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// Begins what is said of one thing.
    pub fn begin(&mut self, unit: &PageUnit<'_>) {
        self.own = unit.own(&mut self.placed);
        self.waiting.clone_from(&self.own);
    }

    /// Ends it with links back to where it is cited.
    pub fn end(&mut self) -> io::Result<()> {
        for target in std::mem::take(&mut self.own) {
            let count = self.links.count(&target);
            if count > 0 {
                self.markup.text(" ")?;
                let class = [("class", "back")];
                self.markup.element("span", &class, |markup| back(&target, count, markup))?;
            }
        }
        Ok(())
    }

    /// Writes flows, each on a new line.
    pub fn lines<'f>(&mut self, flows: impl IntoIterator<Item = &'f Flow>) -> io::Result<()> {
        let flows = flows.into_iter().filter(|flow| !flow.is_empty());
        for (index, flow) in flows.enumerate() {
            if index > 0 {
                self.markup.open("br", &[])?;
            }
            self.flow(flow)?;
        }
        Ok(())
    }

    /// Writes the spans of a flow.
    pub fn flow(&mut self, flow: &[Span]) -> io::Result<()> {
        flow.iter().try_for_each(|span| self.span(span))
    }

    /// Writes the labels of an item, with spaces between them. Links to the item lead to the first.
    pub fn labels(&mut self, labels: &[&Span]) -> io::Result<()> {
        for (index, label) in labels.iter().enumerate() {
            if index > 0 {
                self.markup.text(" ")?;
            }
            self.target("label", label)?;
        }
        Ok(())
    }

    /// Returns the id of the source that the unit being written lists.
    pub fn source(&mut self) -> Option<String> {
        self.waiting.pop()
    }

    fn span(&mut self, span: &Span) -> io::Result<()> {
        match span.role {
            Role::Citation => self.citation(span),
            Role::Quotation => self.target("quotation", span),
            Role::Gist => self.target("gist", span),
            Role::Url => self.address(span),
            role => match self.links.destination(span, &self.own).filter(|_| leads(role)) {
                Some(target) => {
                    self.markup.leaf("a", &[("href", &format!("#{target}"))], &span.text)
                }
                None => self.classed(class(role), &[], &span.text),
            },
        }
    }

    /// Writes a span that links to an item may lead to.
    fn target(&mut self, class: &str, span: &Span) -> io::Result<()> {
        let id = span.anchor.as_ref().map(item_id);
        let waiting = self.waiting.iter().position(|target| Some(target) == id.as_ref());
        match waiting.map(|index| self.waiting.swap_remove(index)) {
            Some(id) => self.classed(Some(class), &[("id", &id)], &span.text),
            None => self.classed(Some(class), &[], &span.text),
        }
    }

    /// Writes a citation as a link that can be returned to.
    fn citation(&mut self, span: &Span) -> io::Result<()> {
        if let Some(address) = self.links.words(span, &self.own) {
            return self.markup.leaf("a", &[("href", address)], &span.text);
        }
        let Some(target) = self.links.destination(span, &self.own) else {
            return self.markup.text(&span.text);
        };
        let number = self.cited.entry(target.clone()).or_default();
        *number += 1;
        let id = citation_id(&target, *number);
        self.markup.leaf("a", &[("id", &id), ("href", &format!("#{target}"))], &span.text)
    }

    fn address(&mut self, span: &Span) -> io::Result<()> {
        match web_address(&span.text) {
            Some(address) => {
                self.markup.leaf("a", &[("class", "address"), ("href", &address)], &span.text)
            }
            None => self.markup.text(&span.text),
        }
    }

    fn classed(
        &mut self,
        class: Option<&str>,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> io::Result<()> {
        let Some(class) = class else { return self.markup.text(text) };
        let attributes = [&[("class", class)], attributes].concat();
        self.markup.leaf("span", &attributes, text)
    }
}

/// Writes the links back to each citation of `target`.
fn back<W: Write>(target: &str, count: usize, markup: &mut Markup<W>) -> io::Result<()> {
    markup.element("span", &[("aria-hidden", "true")], |markup| markup.raw(BACK))?;
    (1..=count).try_for_each(|number| {
        let link = format!("#{}", citation_id(target, number));
        markup.text(" ")?;
        let attributes = [("href", &*link), ("aria-label", &*back_to(number))];
        markup.leaf("a", &attributes, &number.to_string())
    })
}

/// Returns whether a span with this role and an anchor leads to another item.
fn leads(role: Role) -> bool {
    matches!(role, Role::Relation | Role::Label)
}

/// Returns the class of a role that is shown.
fn class(role: Role) -> Option<&'static str> {
    match role {
        Role::Plain | Role::Aside | Role::Note | Role::Citation | Role::Url => None,
        Role::Title => Some("title"),
        Role::Heading | Role::Label => Some("label"),
        Role::Speaker => Some("speaker"),
        Role::Post => Some("post"),
        Role::Quotation => Some("quotation"),
        Role::Gist => Some("gist"),
        Role::State(StateRole::Verified | StateRole::Locked) => Some("state"),
        Role::State(StateRole::Unverified | StateRole::Failed) | Role::Caution => Some("caution"),
        Role::Relation => Some("relation"),
    }
}
