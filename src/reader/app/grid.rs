//! The officials × asks matrix as a list: a row for each person or body, and as many columns of
//! asks as there is room for. One cell of it is selected.

use std::collections::HashMap;
use std::ops::Range;

use crate::brief::{Addressee, Anchor, AskKind};
use crate::library::Library;
use crate::library::dossiers::{AskMatrix, MatrixPart};
use crate::page::{Role, Span, items};
use crate::reader::list::{GUTTER, Row, RowId};
use crate::text::{Text, cut, width};

/// The columns of a cell, with the space after it: room for `[commits+]`.
const CELL: usize = 10;

/// The matrix, and what of it shows.
#[derive(Debug, Default)]
pub struct Grid {
    matrix: AskMatrix,
    names: HashMap<Addressee, Text>,
    /// The ask whose column was chosen last. It is kept while it is not there.
    wanted: Option<Anchor>,
    /// The column that is selected.
    column: usize,
    /// The first column that shows.
    first: usize,
    /// How many columns show.
    shown: usize,
    /// The columns of the screen that names take.
    label: usize,
    /// The row that is selected.
    row: Option<Addressee>,
    /// What the rows last depended on.
    drawn: Drawn,
}

/// What the texts of the rows depend on, besides the matrix.
#[derive(Debug, Default, PartialEq, Eq)]
struct Drawn {
    label: usize,
    columns: Range<usize>,
    selected: (usize, Option<Addressee>),
}

/// Where one is in a grid, besides its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    wanted: Option<Anchor>,
    first: usize,
}

impl Grid {
    /// Shows another matrix; `names` has everyone in its rows. The column stays with its ask.
    pub fn show(&mut self, matrix: AskMatrix, names: HashMap<Addressee, Text>) {
        let place = self.place();
        (self.matrix, self.names) = (matrix, names);
        self.restore(place);
    }

    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.matrix.rows.iter().cloned().map(RowId::Party)
    }

    /// Where one is, to return to with [`restore`](Self::restore).
    pub fn place(&self) -> Column {
        Column { wanted: self.wanted.clone(), first: self.first }
    }

    /// Returns to where one was.
    pub fn restore(&mut self, Column { wanted, first }: Column) {
        let place = wanted
            .as_ref()
            .and_then(|ask| self.matrix.columns.iter().position(|other| other == ask));
        self.column = place.unwrap_or(self.column).min(self.matrix.columns.len().saturating_sub(1));
        self.wanted = wanted;
        self.first = first;
    }

    /// Goes so many columns to the right; says whether there was one to go to.
    pub fn go(&mut self, step: isize) -> bool {
        let there = self.column.checked_add_signed(step);
        let Some(there) = there.filter(|there| *there < self.matrix.columns.len()) else {
            return false;
        };
        self.column = there;
        self.wanted = self.ask().cloned();
        true
    }

    /// Gives the grid so many columns of the screen, and the row that is selected; says whether what
    /// its rows say is another for it.
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
        let drawn = Drawn { label: self.label, columns: self.visible(), selected };
        let changed = drawn != self.drawn;
        self.drawn = drawn;
        changed
    }

    /// The ask of the selected column.
    pub fn ask(&self) -> Option<&Anchor> {
        self.matrix.columns.get(self.column)
    }

    /// Which column of how many is selected, counted from 1.
    pub fn position(&self) -> (usize, usize) {
        let count = self.matrix.columns.len();
        (count.min(self.column + 1), count)
    }

    /// What the selected cell stands for: the asks that it leads to, each once.
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

    /// The name of who has the selected row.
    pub fn name(&self) -> Option<&Text> {
        self.name_of(self.row.as_ref()?)
    }

    /// Somebody's name.
    pub fn name_of(&self, party: &Addressee) -> Option<&Text> {
        self.names.get(party)
    }

    /// A row of cells after the name.
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

    /// The lines above the rows: the ask of the selected column, the briefs, and the ids of the asks.
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

    /// The id of each brief over the columns of its asks, as far as it fits there.
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

    /// `nca-holyrood/a1 ASK National Crime Agency to Ofcom: make more use of its powers.`
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

/// What someone has to do with an ask, in a word; `+` where there is more to it.
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
