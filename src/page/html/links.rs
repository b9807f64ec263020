//! What links on a page lead to: the words of a quote, an item, a source; and back to where they are
//! cited.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::brief::Anchor;
use crate::page::document::{AskEntry, Block, Document, Flow, Note, Role, Span};
use crate::text::Text;

/// What is said of one thing: an entry of a list, a statement, a paragraph.
#[derive(Default)]
pub struct PageUnit<'a> {
    /// The letter of the source that it describes.
    pub source: Option<&'a Text>,
    /// What comes before an item.
    pub labels: Vec<&'a Span>,
    /// What it says.
    pub flows: Vec<&'a Flow>,
}

impl<'a> PageUnit<'a> {
    /// Returns what each block says, one thing after the other.
    pub fn all(block: &'a Block) -> Vec<Self> {
        let each = |flows: &mut dyn Iterator<Item = &'a Flow>| {
            flows.map(|flow| Self { flows: vec![flow], ..Self::default() }).collect()
        };
        match block {
            Block::Heading(_) | Block::Subheading(_) | Block::Contents(_) => Vec::new(),
            Block::Paragraph(flow) => each(&mut std::iter::once(flow)),
            Block::Lines(flows) => vec![Self::item(&[], flows)],
            Block::Numbered(flows) | Block::Bullets(flows) => each(&mut flows.iter()),
            Block::Fields(fields) => fields
                .iter()
                .map(|field| Self {
                    source: field.source.as_ref(),
                    flows: field.values.iter().collect(),
                    ..Self::default()
                })
                .collect(),
            Block::Entries(entries) => {
                entries.iter().map(|entry| Self::item(&entry.labels, &entry.body)).collect()
            }
            Block::Asks(asks) => asks.iter().map(Self::ask).collect(),
            Block::Voice { speaker, statements } => std::iter::once(Self::item(&[], [speaker]))
                .chain(statements.iter().map(|flows| Self::item(&[], flows)))
                .collect(),
            Block::Table(table) => each(&mut table.rows.iter().flatten()),
            Block::Matrix(matrix) => {
                each(&mut matrix.rows.iter().flat_map(|row| row.cells.iter().map(|(_, cell)| cell)))
            }
        }
    }

    /// Returns an item with its labels.
    pub fn item(labels: &'a [Span], flows: impl IntoIterator<Item = &'a Flow>) -> Self {
        Self { source: None, labels: labels.iter().collect(), flows: flows.into_iter().collect() }
    }

    /// Returns an ask with its labels.
    pub fn ask(ask: &'a AskEntry) -> Self {
        Self {
            source: None,
            labels: vec![&ask.label, &ask.kind],
            flows: vec![&ask.parties, &ask.action, &ask.terms, &ask.cited, &ask.remarks],
        }
    }

    /// Returns the targets that this is the place of: the first that says them. Adds them to
    /// `placed`.
    pub fn own(&self, placed: &mut HashSet<String>) -> Vec<String> {
        self.targets().filter(|target| placed.insert(target.clone())).collect()
    }

    /// Returns the ids of everything in it that a link may lead to.
    fn targets(&self) -> impl Iterator<Item = String> {
        let source = self.source.map(|letter| source_id(letter));
        let words = self.spans().filter(|span| matches!(span.role, Role::Quotation | Role::Gist));
        let items = self.labels.iter().copied().chain(words);
        source.into_iter().chain(items.filter_map(|span| span.anchor.as_ref().map(item_id)))
    }

    fn spans(&self) -> impl Iterator<Item = &'a Span> {
        self.flows.iter().flat_map(|flow| flow.iter())
    }
}

/// Where links lead.
pub struct PageLinks<'a> {
    notes: &'a IndexMap<Text, Note>,
    words: &'a HashMap<Anchor, String>,
    /// How often each target is cited, by its id.
    cited: HashMap<String, usize>,
}

impl<'a> PageLinks<'a> {
    /// Finds the targets in `document`, and how often they are cited.
    pub fn new(document: &'a Document) -> Self {
        let units = || document.parts.iter().flat_map(|part| &part.blocks).flat_map(PageUnit::all);
        let mut links =
            Self { notes: &document.notes, words: &document.words, cited: HashMap::new() };
        for unit in units() {
            links.cited.extend(unit.targets().map(|target| (target, 0)));
        }
        let mut placed = HashSet::new();
        for unit in units() {
            let own = unit.own(&mut placed);
            for citation in unit.spans().filter(|span| span.role == Role::Citation) {
                if let Some(target) = links.destination(citation, &own)
                    && let Some(count) = links.cited.get_mut(&target)
                {
                    *count += 1;
                }
            }
        }
        links
    }

    /// Returns the id of what `span` leads to from a unit with its `own` targets: the quote or the
    /// item; or the source, if that is cited beside its own words or they are not on the page.
    pub fn destination(&self, span: &Span, own: &[String]) -> Option<String> {
        let item = item_id(span.anchor.as_ref()?);
        if self.cited.contains_key(&item) && !own.contains(&item) {
            return Some(item);
        }
        if self.words(span, own).is_some() {
            return None;
        }
        let note = self.notes.get(&span.text).filter(|_| span.role == Role::Citation)?;
        Some(source_id(&note.letter)).filter(|source| self.cited.contains_key(source))
    }

    /// Returns the web address of the words that `span` cites from a unit with its `own` targets, if they
    /// are its own words or are not on the page.
    pub fn words(&self, span: &Span, own: &[String]) -> Option<&'a str> {
        let anchor = span.anchor.as_ref().filter(|_| span.role == Role::Citation)?;
        let item = item_id(anchor);
        let is_elsewhere = self.cited.contains_key(&item) && !own.contains(&item);
        self.words.get(anchor).filter(|_| !is_elsewhere).map(String::as_str)
    }

    /// Returns how often `target` is cited.
    pub fn count(&self, target: &str) -> usize {
        self.cited.get(target).copied().unwrap_or(0)
    }
}

/// Returns the id of an item on the page. No id of a brief or an item has a low line.
pub fn item_id(item: &Anchor) -> String {
    format!("{}_{}", item.brief, item.item)
}

fn source_id(letter: &str) -> String {
    format!("source-{letter}")
}

/// Returns the id of the citation of `target` with this number.
pub fn citation_id(target: &str, number: usize) -> String {
    format!("{target}_{number}")
}
