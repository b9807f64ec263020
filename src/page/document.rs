//! Parts, blocks and spans: what a document says, with no word on how it looks.

use crate::brief::Anchor;
use crate::evidence::State;
use crate::text::{Text, to_ascii};

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The author's own words.
    Plain,
    /// The title of a source.
    Title,
    /// The name of a section.
    Heading,
    /// An item's id, its kind, or the name of a field.
    Label,
    /// Who speaks.
    Speaker,
    /// The post of who speaks, or their organisation.
    Post,
    /// Exact words of the source's, with their quotation marks.
    Quotation,
    /// What was said, in the author's words.
    Gist,
    /// A reference to the source, such as `[A3]`.
    Citation,
    /// What is known of a quote.
    State(StateRole),
    /// A relation to another item.
    Relation,
    /// Something that is missing or uncertain.
    Caution,
    /// A web address.
    Url,
}

/// The four states of a quote, without the date of a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateRole {
    /// In the text now.
    Verified,
    /// Verified earlier.
    Locked,
    /// Not checked.
    Unverified,
    /// Not in the text.
    Failed,
}

impl From<State> for StateRole {
    fn from(state: State) -> Self {
        match state {
            State::Verified => Self::Verified,
            State::Locked(_) => Self::Locked,
            State::Unverified => Self::Unverified,
            State::Failed => Self::Failed,
        }
    }
}

/// A stretch of text with one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text; the white space in it counts as it stands.
    pub text: Text,
    /// What it is.
    pub role: Role,
    /// The item it speaks of or leads to.
    pub anchor: Option<Anchor>,
    /// Whether it is what was searched for.
    pub lit: bool,
}

impl Span {
    /// A span that leads nowhere.
    pub fn new(role: Role, text: impl Into<Text>) -> Self {
        Self { text: text.into(), role, anchor: None, lit: false }
    }

    /// The same span, leading to `anchor`.
    #[must_use]
    pub fn to(self, anchor: Anchor) -> Self {
        Self { anchor: Some(anchor), ..self }
    }
}

/// Spans that flow one after the other.
pub type Flow = Vec<Span>;

/// The flows one after the other with `between` between them, leaving out those without text.
pub fn join(flows: impl IntoIterator<Item = Flow>, between: &str) -> Flow {
    let mut joined = Flow::new();
    for flow in flows {
        if flow.iter().all(|span| span.text.is_empty()) {
            continue;
        }
        if !joined.is_empty() {
            joined.push(Span::new(Role::Plain, between));
        }
        joined.extend(flow);
    }
    joined
}

/// A piece of a part that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The name of a section, with what stands under it until the next.
    Heading(Text),
    /// Text over the whole width.
    Paragraph(Flow),
    /// A list that counts from 1.
    Numbered(Vec<Flow>),
    /// A list that does not count.
    Bullets(Vec<Flow>),
    /// What is known of one thing.
    Fields(Vec<Field>),
    /// Items with their labels.
    Entries(Vec<Entry>),
    /// What one speaker says.
    Voice {
        /// Who speaks.
        speaker: Flow,
        /// The speaker's words, and remarks on them.
        statements: Vec<Flow>,
    },
    /// Rows of cells under named columns.
    Table(Table),
}

/// One thing that is known, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is called.
    pub name: Text,
    /// What is known; each flow begins on a new line.
    pub values: Vec<Flow>,
}

impl Field {
    /// A field of one value.
    #[must_use]
    pub fn new(name: &str, value: Flow) -> Self {
        Self { name: name.into(), values: vec![value] }
    }
}

/// An item of a list, with its labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stands before the item. The first labels of a list's items belong together, and so
    /// do the second.
    pub labels: Vec<Span>,
    /// What the item says; each flow begins on a new line.
    pub body: Vec<Flow>,
}

/// Rows of cells. Every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called.
    pub columns: Vec<Text>,
    /// The cells, row by row.
    pub rows: Vec<Vec<Flow>>,
}

/// What begins on a page of its own, such as one brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the part is called for short: `BRIEF A`.
    pub label: Text,
    /// Its title.
    pub title: Text,
    /// How it is to be handled; stands at the head and the foot of every page.
    pub marking: Option<Text>,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// What is shown or printed, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The parts in reading order.
    pub parts: Vec<Part>,
}

impl Document {
    /// The same document, spelt in ASCII.
    #[must_use]
    pub fn into_ascii(mut self) -> Self {
        let fold = &mut |text: &mut Text| {
            if !text.is_ascii() {
                *text = to_ascii(text).into();
            }
        };
        for part in &mut self.parts {
            fold(&mut part.label);
            fold(&mut part.title);
            part.marking.iter_mut().for_each(&mut *fold);
            for block in &mut part.blocks {
                block.for_each_text(fold);
            }
        }
        self
    }
}

impl Block {
    fn for_each_text(&mut self, change: &mut impl FnMut(&mut Text)) {
        match self {
            Self::Heading(text) => change(text),
            Self::Paragraph(flow) => change_all([flow], change),
            Self::Numbered(flows) | Self::Bullets(flows) => change_all(flows, change),
            Self::Fields(fields) => {
                for field in fields {
                    change(&mut field.name);
                    change_all(&mut field.values, change);
                }
            }
            Self::Entries(entries) => {
                for entry in entries {
                    change_all(std::iter::once(&mut entry.labels).chain(&mut entry.body), change);
                }
            }
            Self::Voice { speaker, statements } => {
                change_all(std::iter::once(speaker).chain(statements), change);
            }
            Self::Table(table) => {
                table.columns.iter_mut().for_each(&mut *change);
                change_all(table.rows.iter_mut().flatten(), change);
            }
        }
    }
}

fn change_all<'a>(flows: impl IntoIterator<Item = &'a mut Flow>, change: &mut impl FnMut(&mut Text)) {
    for span in flows.into_iter().flatten() {
        change(&mut span.text);
    }
}
