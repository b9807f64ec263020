//! Rows: what each is about, and what it says.

use crate::brief::{Addressee, Anchor, Id};
use crate::page::items::ItemRow;
use crate::page::{Role, Span};
use crate::reader::search::Match;
use crate::text::Text;

/// What a row is about. A list keeps its place by it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowId {
    /// Everyone who speaks in the brief.
    Everyone,
    /// A brief of the library.
    Brief(Id),
    /// An item of the open brief.
    Item(Id),
    /// A paragraph of the source, counted from 1.
    Paragraph(usize),
    /// An item of any brief.
    Anywhere(Anchor),
    /// An item of any brief, in the section of this name. An item may be in several sections.
    Under(Text, Anchor),
    /// A party across briefs, everyone, or those who are not named.
    Party(Addressee),
    /// A row of a `Sheet`, counted from 0.
    Fixed(usize),
    /// A match of the search.
    Match(Match),
}

/// What a row says, before it is laid out in lines.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The heading of the group that this row is the first of. It is above the row and not part of
    /// it.
    pub heading: Vec<Vec<Span>>,
    /// The label at the left of the first line.
    pub label: Option<Span>,
    /// The columns reserved for the label. A wider label takes a line of its own.
    pub indent: usize,
    /// What is below the label, each on a line. What has no room beside the blocks is only counted.
    pub margin: Vec<Span>,
    /// The blocks that flow beside the label, each starting on a new line.
    pub blocks: Vec<Vec<Span>>,
    /// The number of items that it is linked to.
    pub count: Option<usize>,
    /// Whether an empty line separates it from the next row.
    pub gap: bool,
    /// The sign at the right edge of its last line.
    pub sign: Option<Span>,
    /// How its blocks become lines.
    pub setting: Typesetting,
}

/// How the blocks of a row become lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typesetting {
    /// They are wrapped.
    #[default]
    Wrapped,
    /// They are lines already.
    Lines,
    /// Each is one line, which is cut where there is no more room.
    Cut,
}

impl From<ItemRow> for Row {
    fn from(row: ItemRow) -> Self {
        let ItemRow { label, label_columns: indent, blocks, count } = row;
        Self { label, indent, blocks, count, ..Self::default() }
    }
}

impl Row {
    /// Returns a row of one block.
    pub fn block(spans: Vec<Span>) -> Self {
        Self { blocks: vec![spans], ..Self::default() }
    }

    /// Returns the row without what it says in this role, and without the blocks that leaves empty.
    #[must_use]
    pub fn without(mut self, role: Role) -> Self {
        for block in &mut self.blocks {
            block.retain(|span| span.role != role);
        }
        let says = |block: &Vec<Span>| block.iter().any(|span| !span.text.trim().is_empty());
        self.blocks.retain(says);
        self
    }

    /// Returns the row with an empty line after it.
    #[must_use]
    pub fn with_gap(self) -> Self {
        Self { gap: true, ..self }
    }
}
