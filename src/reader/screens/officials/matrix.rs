//! The matrix of officials and asks as a list: a row for each person or body, and as many columns of
//! asks as there is room for. One cell is selected.

use std::collections::HashMap;
use std::ops::Range;

use crate::brief::{Addressee, Anchor, AskKind};
use crate::library::Library;
use crate::library::dossiers::{InvolvementMatrix, MatrixPart};
use crate::page::{Role, Span, items};
use crate::reader::list::{GUTTER, Row, RowId};
use crate::text::{Text, cut, width};

/// The columns of a cell, with the space after it: room for `[commits+]`.
const CELL: usize = 10;

/// The matrix, and the part of it that is visible.
#[derive(Debug, Default)]
pub struct MatrixView {
    matrix: InvolvementMatrix,
    names: HashMap<Addressee, Text>,
    /// The ask whose column was chosen last. It is kept while it has no column.
    wanted: Option<Anchor>,
    /// The selected column.
    column: usize,
    /// The first visible column.
    first: usize,
    /// The number of visible columns.
    shown: usize,
    /// The width of the names on the screen.
    label: usize,
    /// The selected row.
    row: Option<Addressee>,
    /// What the cells were last made from.
    made_from: CellsKey,
}

/// What the cells of the rows depend on, apart from the matrix.
#[derive(Debug, Default, PartialEq, Eq)]
struct CellsKey {
    label: usize,
    columns: Range<usize>,
    selected: (usize, Option<Addressee>),
}

/// A place in the matrix, apart from its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixColumn {
    wanted: Option<Anchor>,
    first: usize,
}

impl MatrixView {
    /// Shows another matrix, with the names of everyone in its rows. The selected column stays with
    /// its ask.
    pub fn show(&mut self, matrix: InvolvementMatrix, names: HashMap<Addressee, Text>) {
        let column = self.column();
        (self.matrix, self.names) = (matrix, names);
        self.restore(column);
    }

    /// Returns the rows.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.matrix.rows.iter().cloned().map(RowId::Party)
    }

    /// Returns the selected column, to return to with [`restore`](Self::restore).
    pub fn column(&self) -> MatrixColumn {
        MatrixColumn { wanted: self.wanted.clone(), first: self.first }
    }

    /// Returns to a column.
    pub fn restore(&mut self, MatrixColumn { wanted, first }: MatrixColumn) {
        let place = wanted
            .as_ref()
            .and_then(|ask| self.matrix.columns.iter().position(|other| other == ask));
        self.column = place.unwrap_or(self.column).min(self.matrix.columns.len().saturating_sub(1));
        self.wanted = wanted;
        self.first = first;
    }

    /// Selects the column `step` to the right. Says whether there is one.
    pub fn go(&mut self, step: isize) -> bool {
        self.column.checked_add_signed(step).is_some_and(|column| self.select(column))
    }

    /// Selects the column at a column of the screen, counted from the left of the pane.
    pub fn select_at(&mut self, column: usize) {
        if let Some(cells) = column.checked_sub(GUTTER + self.label) {
            let column = self.first + cells / CELL;
            if self.visible().contains(&column) {
                self.select(column);
            }
        }
    }

    fn select(&mut self, column: usize) -> bool {
        let exists = column < self.matrix.columns.len();
        if exists {
            self.column = column;
            self.wanted = self.ask().cloned();
        }
        exists
    }

    /// Gives the matrix its width on the screen and its selected row. Says whether its cells change
    /// by that.
    pub fn fit(&mut self, columns: usize, row: Option<&RowId>) -> bool {
        let room = columns.saturating_sub(GUTTER + 1);
        let longest = self.names.values().map(|name| width(name)).max().unwrap_or(0);
        self.label = (longest + 1).min(room / 3);
        self.shown = ((room - self.label) / CELL).max(1);
        let last = self.matrix.columns.len().saturating_sub(self.shown);
        self.first =
            self.first.clamp((self.column + 1).saturating_sub(self.shown), self.column).min(last);
        self.row = match row {
            Some(RowId::Party(party)) => Some(party.clone()),
            _ => None,
        };
        let selected = (self.column, self.row.clone());
        let key = CellsKey { label: self.label, columns: self.visible(), selected };
        let changed = key != self.made_from;
        self.made_from = key;
        changed
    }

    /// Returns the ask of the selected column.
    pub fn ask(&self) -> Option<&Anchor> {
        self.matrix.columns.get(self.column)
    }

    /// Returns the number of the selected column, from 1, and the number of columns.
    pub fn position(&self) -> (usize, usize) {
        let count = self.matrix.columns.len();
        (count.min(self.column + 1), count)
    }

    /// Returns the asks that the selected cell is about, each once.
    pub fn targets(&self) -> Vec<Anchor> {
        let (Some(row), Some(ask)) = (&self.row, self.ask()) else { return Vec::new() };
        let mut targets: Vec<Anchor> = Vec::new();
        for part in self.matrix.cell(row, ask) {
            let target = if let MatrixPart::Answers(answer) = part { answer } else { ask };
            if !targets.contains(target) {
                targets.push(target.clone());
            }
        }
        targets
    }

    /// Returns the name in the selected row.
    pub fn name(&self) -> Option<&Text> {
        self.name_of(self.row.as_ref()?)
    }

    /// Returns the name of a party.
    pub fn name_of(&self, party: &Addressee) -> Option<&Text> {
        self.names.get(party)
    }

    /// Returns a row: a name, then cells.
    pub fn row(&self, row: &RowId) -> Row {
        let RowId::Party(party) = row else { return Row::default() };
        let name = self.names.get(party).cloned().unwrap_or_default();
        let cells = self.visible().map(|column| {
            let ask = &self.matrix.columns[column];
            let words = cell(self.matrix.cell(party, ask));
            let selected = column == self.column && self.row.as_ref() == Some(party);
            let (role, words) =
                if selected { (Role::Heading, format!("[{words}]")) } else { (Role::Plain, words) };
            Span::new(role, format!("{words:CELL$}"))
        });
        let label = Some(Span::new(Role::Speaker, name));
        Row { label, indent: self.label, blocks: vec![cells.collect()], ..Row::default() }
    }

    /// Returns the lines above the rows: the ask of the selected column, the briefs, the ids of the
    /// asks.
    pub fn head(&self, library: &Library) -> [Vec<Span>; 3] {
        let indent = Span::new(Role::Plain, " ".repeat(GUTTER + self.label));
        let ids = self.visible().map(|column| {
            let role = if column == self.column { Role::Heading } else { Role::Label };
            Span::new(role, format!("{:CELL$}", self.matrix.columns[column].item.as_str()))
        });
        let ids = std::iter::once(indent.clone()).chain(ids).collect();
        let briefs = std::iter::once(indent).chain(self.briefs()).collect();
        [self.sentence(library), briefs, ids]
    }

    /// Returns the id of each brief above the columns of its asks, as far as it fits.
    fn briefs(&self) -> Vec<Span> {
        let columns = &self.matrix.columns[self.visible()];
        let groups = columns.chunk_by(|a, b| a.brief == b.brief);
        let spans = groups.map(|group| {
            let room = group.len() * CELL;
            let name = cut(&group[0].brief, room - 1);
            Span::new(Role::Label, format!("{name:room$}"))
        });
        spans.collect()
    }

    /// Returns `nca-holyrood/a1 ASK National Crime Agency to Ofcom: make more use of its powers.`
    fn sentence(&self, library: &Library) -> Vec<Span> {
        let ask = self.ask().and_then(|anchor| {
            let brief = library.entry(&anchor.brief)?.brief.as_ref()?;
            Some((anchor, brief, brief.asks.get(&anchor.item)?))
        });
        let Some((anchor, brief, ask)) = ask else { return Vec::new() };
        let text =
            items::ask(brief, ask, library.links().get(anchor), |anchor| anchor.to_string().into());
        let mut spans = vec![Span::new(Role::Citation, format!("{:GUTTER$}{anchor} ", ""))];
        spans.extend([text.kind, Span::new(Role::Plain, " ")]);
        spans.extend(text.parties);
        spans.extend([Span::new(Role::Plain, ": "), text.action]);
        spans
    }

    fn visible(&self) -> Range<usize> {
        self.first..self.matrix.columns.len().min(self.first + self.shown)
    }
}

/// Returns how someone is involved in an ask, in a word, with `+` if in several ways.
fn cell(parts: &[MatrixPart]) -> String {
    let word = match parts.first() {
        None => "·",
        Some(MatrixPart::Makes(AskKind::Ask)) => "asks",
        Some(MatrixPart::Makes(AskKind::Commitment)) => "commits",
        Some(MatrixPart::Makes(AskKind::Action)) => "acts",
        Some(MatrixPart::IsAsked) => "asked",
        Some(MatrixPart::Answers(_)) => "answers",
    };
    let more = if parts.len() > 1 { "+" } else { "" };
    format!("{word}{more}")
}
