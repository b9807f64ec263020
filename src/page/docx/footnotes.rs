//! Citations as footnotes. What is cited again in the same part leads to the same footnote.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use indexmap::{IndexMap, IndexSet};

use super::NAMESPACES;
use super::runs::RunWriter;
use crate::page::document::{Flow, Note};
use crate::page::markup::Markup;
use crate::text::Text;

/// The style of the mark of a footnote.
pub const MARK: Option<&str> = Some("FootnoteReference");

/// The footnotes of the whole text, which are numbered from 1.
pub struct Footnotes<'d> {
    notes: &'d IndexMap<Text, Note>,
    flows: Vec<Flow>,
    /// The footnotes of this part, by what they are the citation of.
    in_part: HashMap<&'d Text, usize>,
    /// The sources that this part has named in full.
    named: HashSet<&'d Text>,
}

/// The footnote that a citation gets.
pub struct Footnote {
    pub number: usize,
    /// Whether an earlier citation has it already.
    pub is_shared: bool,
}

impl<'d> Footnotes<'d> {
    pub fn new(notes: &'d IndexMap<Text, Note>) -> Self {
        Self { notes, flows: Vec::new(), in_part: HashMap::new(), named: HashSet::new() }
    }

    /// Begins a part: it names each of its sources in full once.
    pub fn begin_part(&mut self) {
        self.in_part.clear();
        self.named.clear();
    }

    /// Returns the footnote for a citation; [`None`] if nothing is known of what it refers to.
    pub fn cite(&mut self, citation: &Text) -> Option<Footnote> {
        let (_, name, note) = self.notes.get_full(citation)?;
        if let Some(&number) = self.in_part.get(name) {
            return Some(Footnote { number, is_shared: true });
        }
        let is_new_source = self.named.insert(&note.letter);
        self.flows.push(if is_new_source { note.in_full() } else { note.place.clone() });
        let number = self.flows.len();
        self.in_part.insert(name, number);
        Some(Footnote { number, is_shared: false })
    }

    /// Returns what the footnotes say, in order.
    pub fn into_flows(self) -> Vec<Flow> {
        self.flows
    }
}

/// Writes the part with the footnotes. Returns the addresses in them.
pub fn write<W: Write>(flows: &[Flow], markup: &mut Markup<W>) -> io::Result<IndexSet<String>> {
    markup.open("w:footnotes", NAMESPACES)?;
    for (id, kind) in [("-1", "separator"), ("0", "continuationSeparator")] {
        markup.element("w:footnote", &[("w:type", kind), ("w:id", id)], |markup| {
            markup.element("w:p", &[], |markup| {
                markup.element("w:r", &[], |markup| markup.empty(&format!("w:{kind}"), &[]))
            })
        })?;
    }
    let mut runs = RunWriter::new(markup);
    for (index, flow) in flows.iter().enumerate() {
        runs.markup.open("w:footnote", &[("w:id", &(index + 1).to_string())])?;
        runs.markup.open("w:p", &[])?;
        runs.markup.element("w:pPr", &[], |markup| {
            markup.empty("w:pStyle", &[("w:val", "FootnoteText")])
        })?;
        runs.run(MARK, |markup| markup.empty("w:footnoteRef", &[]))?;
        runs.text(None, " ")?;
        runs.flow(flow)?;
        runs.markup.close("w:p")?;
        runs.markup.close("w:footnote")?;
    }
    let links = runs.links;
    markup.close("w:footnotes")?;
    Ok(links)
}
