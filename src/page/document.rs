//! Parts, blocks and spans: what a document says, without how it looks.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::brief::Anchor;
use crate::evidence::State;
use crate::text::{Text, to_unbroken_ascii};

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The author’s own words.
    Plain,
    /// The title of a source.
    Title,
    /// The name of a section.
    Heading,
    /// An item’s id, its kind, or the name of a field.
    Label,
    /// Who speaks.
    Speaker,
    /// The post of who speaks, or their organisation.
    Post,
    /// Exact words of the source, in quotation marks.
    Quotation,
    /// What was said, in the author’s words.
    Gist,
    /// A reference to the source, such as `[A3]`.
    Citation,
    /// What is known of a quote.
    State(StateRole),
    /// A relation to another item.
    Relation,
    /// What needs someone: it failed, is past due, is not verified or is still to be written.
    Caution,
    /// What is said in passing: what the source leaves open, or how to read what stands beside it:
    /// `no date`, `attribution inferred`.
    Aside,
    /// A remark for colleagues.
    Note,
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
    /// The text. White space in it is kept.
    pub text: Text,
    /// What it is.
    pub role: Role,
    /// The item that it is about or leads to.
    pub anchor: Option<Anchor>,
    /// Whether it is what was searched for.
    pub lit: bool,
    /// Whether it is among the sentences that are chosen.
    pub chosen: bool,
}

impl Span {
    /// Returns a span that leads nowhere.
    pub fn new(role: Role, text: impl Into<Text>) -> Self {
        Self { text: text.into(), role, anchor: None, lit: false, chosen: false }
    }

    /// Returns the same span, leading to `anchor`.
    #[must_use]
    pub fn to(self, anchor: Anchor) -> Self {
        Self { anchor: Some(anchor), ..self }
    }
}

/// Spans that follow each other on a line.
pub type Flow = Vec<Span>;

/// Joins flows with `between` between them, without the flows that have no text.
pub fn join(flows: impl IntoIterator<Item = Flow>, between: &str) -> Flow {
    let has_text = |flow: &Flow| flow.iter().any(|span| !span.text.is_empty());
    let flows: Vec<Flow> = flows.into_iter().filter(has_text).collect();
    // The page about all sources of a library is made of very many: none takes more than it needs.
    let spans = flows.iter().map(|flow| flow.len() + 1).sum::<usize>();
    let mut joined = Flow::with_capacity(spans.saturating_sub(1));
    for flow in flows {
        if !joined.is_empty() {
            joined.push(Span::new(Role::Plain, between));
        }
        joined.extend(flow);
    }
    joined
}

/// A piece of a part that has its own lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The name of a section. The section lasts until the next heading.
    Heading(Text),
    /// The name of a part of a section.
    Subheading(Text),
    /// Text over the whole width.
    Paragraph(Flow),
    /// Lines that the author set, one under the other: verse, or the rows of a table.
    Lines(Vec<Flow>),
    /// A numbered list.
    Numbered(Vec<Flow>),
    /// A bulleted list.
    Bullets(Vec<Flow>),
    /// What is known of one thing.
    Fields(Vec<NamedField>),
    /// Items with their labels.
    Entries(Vec<ListEntry>),
    /// Asks, commitments and actions.
    Asks(Vec<AskEntry>),
    /// What one speaker says.
    Voice {
        /// Who speaks.
        speaker: Flow,
        /// What the speaker says, each with the remark on it; each flow begins on a new line.
        statements: Vec<Vec<Flow>>,
    },
    /// Rows of cells under named columns.
    Table(Table),
    /// Who is involved in what, under a heading of its own. A page that is too narrow for it leaves
    /// it out whole: what it says in short is said in words below it.
    Matrix(Matrix),
    /// The parts of the document, each with the page that it begins on.
    Contents(Vec<ContentsEntry>),
}

/// A part of the document, as its table of contents names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentsEntry {
    /// What the part is called.
    pub title: Flow,
    /// The index of the part in [`Document::parts`], where the entry leads.
    pub part: usize,
}

/// Something that is known, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedField {
    /// What it is called.
    pub name: Text,
    /// What is known; each flow begins on a new line.
    pub values: Vec<Flow>,
    /// The letter of the source that it describes, to which citations may lead.
    pub source: Option<Text>,
}

impl NamedField {
    /// Returns a field with one value.
    pub fn new(name: &str, value: Flow) -> Self {
        Self::with_values(name, vec![value])
    }

    /// Returns a field with several values.
    pub fn with_values(name: &str, values: Vec<Flow>) -> Self {
        Self { name: name.into(), values, source: None }
    }

    /// Returns the same field, as the description of the source with this letter.
    #[must_use]
    pub fn of_source(self, letter: &str) -> Self {
        Self { source: Some(letter.into()), ..self }
    }
}

/// An item of a list, with its labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// What comes before the item. The first labels of all items in a list are aligned, and so are
    /// the second.
    pub labels: Vec<Span>,
    /// What the item says; each flow begins on a new line.
    pub body: Vec<Flow>,
}

/// An ask, a commitment or an action, in pieces that can be the cells of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskEntry {
    /// Its address: `A-a1`.
    pub label: Span,
    /// `ASK`, `COMMIT` or `ACTION`.
    pub kind: Span,
    /// Who asks whom.
    pub parties: Flow,
    /// What is to be done, as a sentence.
    pub action: Flow,
    /// By what means, by when, its status, and what answers it.
    pub terms: Flow,
    /// Remarks.
    pub remarks: Flow,
    /// What it rests on.
    pub cited: Flow,
}

impl AskEntry {
    /// Returns it as running text: `Tidewater Safety Board to Department of Ports: use the
    /// stop-notice power. By: no date. [A5]`, with the remarks below it.
    pub fn entry(&self) -> ListEntry {
        let mut line = self.parties.clone();
        line.push(Span::new(Role::Plain, ": "));
        line.extend(join([&self.action, &self.terms, &self.cited].map(Clone::clone), " "));
        let body =
            [line, self.remarks.clone()].into_iter().filter(|flow| !flow.is_empty()).collect();
        ListEntry { labels: vec![self.label.clone(), self.kind.clone()], body }
    }
}

/// Rows of cells. Every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called.
    pub columns: Vec<Text>,
    /// The cells, row by row.
    pub rows: Vec<Vec<Flow>>,
}

/// Rows and columns, with cells where they have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The name of its section.
    pub heading: Text,
    /// What the rows are called.
    pub corner: Text,
    /// What each column is called.
    pub columns: Vec<Span>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// A row of a [`Matrix`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// What the row is called.
    pub name: Span,
    /// The cells that are not empty, each with the index of its column, in order.
    pub cells: Vec<(usize, Flow)>,
}

/// A matrix with more columns is left out of what is edited or printed by another program.
pub const MATRIX_COLUMNS: usize = 8;

impl Matrix {
    /// Returns the whole of it as a table.
    pub fn table(&self) -> Table {
        let names = self.columns.iter().map(|name| name.text.clone());
        let columns = std::iter::once(self.corner.clone()).chain(names).collect();
        let row = |row: &MatrixRow| {
            let mut flows = vec![Flow::new(); self.columns.len() + 1];
            flows[0].push(row.name.clone());
            for (column, flow) in &row.cells {
                flows[column + 1].clone_from(flow);
            }
            flows
        };
        Table { columns, rows: self.rows.iter().map(row).collect() }
    }
}

/// What starts on a new page, such as one brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPart {
    /// What the part is called for short: `BRIEF A`.
    pub label: Text,
    /// Its title.
    pub title: Text,
    /// How it is to be handled. It is printed at the top and the bottom of every page.
    pub marking: Option<Text>,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// What a citation refers to: a place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The letter of the source.
    pub letter: Text,
    /// Where in the source: `Source A, paragraph 3`.
    pub place: Flow,
    /// What identifies the source; each flow begins on a new line.
    pub source: Vec<Flow>,
}

impl Note {
    /// Returns it as running text: `Source A, paragraph 3: Board warns on unlit ferries, …`.
    pub fn in_full(&self) -> Flow {
        let source = join(self.source.iter().cloned(), ", ");
        [self.place.as_slice(), &[Span::new(Role::Plain, ": ")], &source].concat()
    }
}

/// What is shown or printed, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title of a pack of briefs: the first part is its cover, and each page after that names it.
    /// [`None`] if the briefs are printed one after the other.
    pub title: Option<Text>,
    /// The parts in reading order.
    pub parts: Vec<DocumentPart>,
    /// What the citations refer to, by their text: for `A3`, source A and its third paragraph.
    pub notes: IndexMap<Text, Note>,
    /// Where the words of quotes are on the web: the page of their source, opened at them. Only HTML shows
    /// it, and for that alone it is filled in.
    pub words: HashMap<Anchor, String>,
    /// Who prepared it.
    pub prepared_by: Option<Text>,
}

impl Document {
    /// Returns the title of the pack, or of the first part.
    pub fn title(&self) -> &str {
        let first = self.parts.first().map(|part| &part.title);
        self.title.as_ref().or(first).map_or("", Text::as_str)
    }

    /// Returns the document with every character folded to ASCII, except no-break spaces and hyphens:
    /// [`to_ascii`](crate::text::to_ascii) replaces them once the lines are set.
    #[must_use]
    pub fn into_ascii(mut self) -> Self {
        let fold = &mut fold;
        self.title.iter_mut().for_each(&mut *fold);
        self.parts = self.parts.into_iter().map(DocumentPart::into_ascii).collect();
        self.prepared_by.iter_mut().for_each(&mut *fold);
        let named = std::mem::take(&mut self.notes).into_iter().map(|(mut name, mut note)| {
            fold(&mut name);
            change_all(std::iter::once(&mut note.place).chain(&mut note.source), fold);
            (name, note)
        });
        self.notes = named.collect();
        self
    }
}

impl DocumentPart {
    /// Returns the part folded as [`Document::into_ascii`] folds all.
    #[must_use]
    pub fn into_ascii(mut self) -> Self {
        let fold = &mut fold;
        fold(&mut self.label);
        fold(&mut self.title);
        self.marking.iter_mut().for_each(&mut *fold);
        for block in &mut self.blocks {
            block.for_each_text(fold);
        }
        self
    }
}

fn fold(text: &mut Text) {
    if !text.is_ascii() {
        *text = to_unbroken_ascii(text).into();
    }
}

impl Block {
    fn for_each_text(&mut self, change: &mut impl FnMut(&mut Text)) {
        match self {
            Self::Heading(text) | Self::Subheading(text) => change(text),
            Self::Paragraph(flow) => change_all([flow], change),
            Self::Lines(flows) | Self::Numbered(flows) | Self::Bullets(flows) => {
                change_all(flows, change);
            }
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
            Self::Asks(asks) => {
                for ask in asks {
                    let AskEntry { label, kind, parties, action, terms, remarks, cited } = ask;
                    change(&mut label.text);
                    change(&mut kind.text);
                    change_all([parties, action, terms, remarks, cited], change);
                }
            }
            Self::Voice { speaker, statements } => {
                change_all(std::iter::once(speaker).chain(statements.iter_mut().flatten()), change);
            }
            Self::Matrix(matrix) => {
                change(&mut matrix.heading);
                change(&mut matrix.corner);
                matrix.columns.iter_mut().for_each(|name| change(&mut name.text));
                for row in &mut matrix.rows {
                    change(&mut row.name.text);
                    change_all(row.cells.iter_mut().map(|(_, cell)| cell), change);
                }
            }
            Self::Contents(entries) => {
                change_all(entries.iter_mut().map(|entry| &mut entry.title), change);
            }
            Self::Table(table) => {
                table.columns.iter_mut().for_each(&mut *change);
                change_all(table.rows.iter_mut().flatten(), change);
            }
        }
    }
}

fn change_all<'a>(
    flows: impl IntoIterator<Item = &'a mut Flow>,
    change: &mut impl FnMut(&mut Text),
) {
    for span in flows.into_iter().flatten() {
        change(&mut span.text);
    }
}
