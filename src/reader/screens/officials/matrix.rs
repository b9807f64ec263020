//! The matrix of officials and asks as a list: a row for each person or body, and as many columns of
//! asks, or of groups of asks, as there is room for. One cell is selected.

use std::collections::HashMap;
use std::ops::Range;

use indexmap::IndexMap;

use crate::brief::{Addressee, Anchor, AskKind};
use crate::library::Library;
use crate::library::dossiers::{InvolvementMatrix, MatrixFold, MatrixGroup, MatrixPart};
use crate::page::{Role, Span, items};
use crate::reader::list::{GUTTER, Row, RowId};
use crate::text::{Text, cut, shorten, width};

/// The columns of a cell, with the space after it: room for `[commits+]`.
const CELL: usize = 10;

/// The columns of a cell that says how often: room for `[asks 12, asked 3]`.
const FOLDED_CELL: usize = 18;

/// The matrix, and the part of it that is visible.
#[derive(Debug, Default)]
pub struct MatrixView {
    matrix: InvolvementMatrix,
    fold: MatrixFold,
    /// The columns, as they are folded.
    groups: Vec<MatrixGroup>,
    names: HashMap<Addressee, Text>,
    /// The column that was chosen last, by its name and its first ask. It is kept while there is no
    /// such column.
    wanted: Option<(Text, Anchor)>,
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
    fold: MatrixFold,
    label: usize,
    columns: Range<usize>,
    selected: (usize, Option<Addressee>),
}

/// A place in the matrix, apart from its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixColumn {
    fold: MatrixFold,
    wanted: Option<(Text, Anchor)>,
    first: usize,
}

impl MatrixView {
    /// Shows another matrix, with the names of everyone in its rows. The selected column stays with
    /// its ask.
    pub fn show(
        &mut self,
        library: &Library,
        matrix: InvolvementMatrix,
        names: HashMap<Addressee, Text>,
    ) {
        (self.matrix, self.names) = (matrix, names);
        self.restore(self.column(), library);
    }

    /// Folds the columns in the next way. The selected column is the first that has the same ask.
    pub fn fold_next(&mut self, library: &Library) {
        let column = self.column();
        self.restore(MatrixColumn { fold: self.fold.next(), ..column }, library);
    }

    /// Returns how the columns are folded.
    pub fn fold(&self) -> MatrixFold {
        self.fold
    }

    /// Returns the rows.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.matrix.rows.iter().cloned().map(RowId::Party)
    }

    /// Returns the selected column, to return to with [`restore`](Self::restore).
    pub fn column(&self) -> MatrixColumn {
        MatrixColumn { fold: self.fold, wanted: self.wanted.clone(), first: self.first }
    }

    /// Returns to a column.
    pub fn restore(&mut self, column: MatrixColumn, library: &Library) {
        let MatrixColumn { fold, wanted, first } = column;
        self.groups = self.matrix.folded(library, fold);
        let place = wanted.as_ref().and_then(|(name, ask)| {
            let has_ask = |group: &MatrixGroup| group.asks.contains(ask);
            let same = |group: &MatrixGroup| group.name == *name && has_ask(group);
            let mut groups = self.groups.iter();
            groups.position(same).or_else(|| self.groups.iter().position(has_ask))
        });
        self.column = place.unwrap_or(self.column).min(self.groups.len().saturating_sub(1));
        (self.fold, self.wanted, self.first) = (fold, wanted, first);
    }

    /// Selects the column `step` to the right. Says whether there is one.
    pub fn go(&mut self, step: isize) -> bool {
        self.column.checked_add_signed(step).is_some_and(|column| self.select(column))
    }

    /// Selects the column at a column of the screen, counted from the left of the pane.
    pub fn select_at(&mut self, column: usize) {
        if let Some(cells) = column.checked_sub(GUTTER + self.label) {
            let column = self.first + cells / self.cell_columns();
            if self.visible().contains(&column) {
                self.select(column);
            }
        }
    }

    fn select(&mut self, column: usize) -> bool {
        let Some(group) = self.groups.get(column) else { return false };
        self.wanted = group.asks.first().map(|ask| (group.name.clone(), ask.clone()));
        self.column = column;
        true
    }

    /// Gives the matrix its width on the screen and its selected row. Says whether its cells change
    /// by that.
    pub fn fit(&mut self, columns: usize, row: Option<&RowId>) -> bool {
        let room = columns.saturating_sub(GUTTER + 1);
        let longest = self.names.values().map(|name| width(name)).max().unwrap_or(0);
        self.label = (longest + 1).min(room / 3);
        self.shown = ((room - self.label) / self.cell_columns()).max(1);
        let last = self.groups.len().saturating_sub(self.shown);
        self.first =
            self.first.clamp((self.column + 1).saturating_sub(self.shown), self.column).min(last);
        self.row = match row {
            Some(RowId::Party(party)) => Some(party.clone()),
            _ => None,
        };
        let selected = (self.column, self.row.clone());
        let key =
            CellsKey { fold: self.fold, label: self.label, columns: self.visible(), selected };
        let changed = key != self.made_from;
        self.made_from = key;
        changed
    }

    /// Returns the selected column.
    pub fn group(&self) -> Option<&MatrixGroup> {
        self.groups.get(self.column)
    }

    /// Returns the first ask of the selected column.
    pub fn ask(&self) -> Option<&Anchor> {
        self.group()?.asks.first()
    }

    /// Returns the number of the selected column, from 1, and the number of columns.
    pub fn position(&self) -> (usize, usize) {
        let count = self.groups.len();
        (count.min(self.column + 1), count)
    }

    /// Returns the asks that the selected cell is about, each once.
    pub fn targets(&self) -> Vec<Anchor> {
        let (Some(row), Some(group)) = (&self.row, self.group()) else { return Vec::new() };
        let mut targets: Vec<Anchor> = Vec::new();
        for ask in &group.asks {
            for part in self.matrix.cell(row, ask) {
                let target = if let MatrixPart::Answers(answer) = part { answer } else { ask };
                if !targets.contains(target) {
                    targets.push(target.clone());
                }
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
        let columns = self.cell_columns();
        let cells = self.visible().map(|column| {
            let words = self.cell(party, &self.groups[column]);
            let selected = column == self.column && self.row.as_ref() == Some(party);
            let (role, words) =
                if selected { (Role::Heading, format!("[{words}]")) } else { (Role::Plain, words) };
            Span::new(role, format!("{words:columns$}"))
        });
        let label = Some(Span::new(Role::Speaker, name));
        Row { label, indent: self.label, blocks: vec![cells.collect()], ..Row::default() }
    }

    /// Returns the lines above the rows: the ask or the group of the selected column; above each
    /// column, its brief and the id of its ask, or the name of its group and the number of its asks.
    pub fn head(&self, library: &Library) -> [Vec<Span>; 3] {
        let indent = Span::new(Role::Plain, " ".repeat(GUTTER + self.label));
        let line = |spans| std::iter::once(indent.clone()).chain::<Vec<Span>>(spans).collect();
        if self.fold == MatrixFold::Ask {
            let ids = self.above_columns(|group| group.name.to_string());
            return [self.sentence(library), line(self.briefs()), line(ids)];
        }
        let names = self.above_columns(|group| shorten(&group.name, FOLDED_CELL - 1));
        let counts = self.above_columns(|group| asks_in_words(group.asks.len()));
        [self.summary(), line(names), line(counts)]
    }

    fn above_columns(&self, words: impl Fn(&MatrixGroup) -> String) -> Vec<Span> {
        let columns = self.cell_columns();
        let span = |column: usize| {
            let role = if column == self.column { Role::Heading } else { Role::Label };
            Span::new(role, format!("{:columns$}", words(&self.groups[column])))
        };
        self.visible().map(span).collect()
    }

    /// Returns the id of each brief above the columns of its asks, as far as it fits.
    fn briefs(&self) -> Vec<Span> {
        let columns: Vec<&Anchor> =
            self.groups[self.visible()].iter().flat_map(|group| &group.asks).collect();
        let groups = columns.chunk_by(|a, b| a.brief == b.brief);
        let spans = groups.map(|group| {
            let room = group.len() * CELL;
            let name = cut(&group[0].brief, room - 1);
            Span::new(Role::Label, format!("{name:room$}"))
        });
        spans.collect()
    }

    /// Returns `topic policing: 7 asks`.
    fn summary(&self) -> Vec<Span> {
        let Some(group) = self.group() else { return Vec::new() };
        let (fold, name) = (self.fold.word(), &group.name);
        let count = asks_in_words(group.asks.len());
        vec![
            Span::new(Role::Label, format!("{:GUTTER$}{fold} ", "")),
            Span::new(Role::Heading, name.clone()),
            Span::new(Role::Plain, format!(": {count}")),
        ]
    }

    fn cell_columns(&self) -> usize {
        if self.fold == MatrixFold::Ask { CELL } else { FOLDED_CELL }
    }

    /// Returns what a cell says: how a party is involved in an ask, or how often in each way in those
    /// of a group, as far as it fits.
    fn cell(&self, party: &Addressee, group: &MatrixGroup) -> String {
        if let (MatrixFold::Ask, [ask]) = (self.fold, group.asks.as_slice()) {
            return cell(self.matrix.cell(party, ask));
        }
        let involved = group.asks.iter().flat_map(|ask| self.matrix.cell(party, ask));
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        involved.for_each(|part| *counts.entry(word(part)).or_default() += 1);
        let often = |(word, count): (&&str, &usize)| match count {
            1 => (*word).to_owned(),
            count => format!("{word} {count}"),
        };
        let counts: Vec<String> = counts.iter().map(often).collect();
        match counts.as_slice() {
            [] => "·".to_owned(),
            _ if width(&counts.join(", ")) <= FOLDED_CELL - 3 => counts.join(", "),
            [first, ..] => format!("{first}+"),
        }
    }

    /// Returns `nca-holyrood/a1 ASK National Crime Agency to Ofcom: make more use of its powers.`
    fn sentence(&self, library: &Library) -> Vec<Span> {
        let ask = self.ask().and_then(|anchor| {
            let brief = library.entry(&anchor.brief)?.brief.as_ref()?;
            Some((anchor, brief, brief.asks.get(&anchor.item)?))
        });
        let Some((anchor, brief, ask)) = ask else { return Vec::new() };
        let linked = library.links().linked(brief, &ask.id);
        let text = items::ask(brief, ask, linked, |anchor| anchor.to_string().into());
        let mut spans = vec![Span::new(Role::Citation, format!("{:GUTTER$}{anchor} ", ""))];
        spans.extend([text.kind, Span::new(Role::Plain, " ")]);
        spans.extend(text.parties);
        spans.extend([Span::new(Role::Plain, ": "), text.action]);
        spans
    }

    fn visible(&self) -> Range<usize> {
        self.first..self.groups.len().min(self.first + self.shown)
    }
}

/// Returns how someone is involved in an ask, in a word, with `+` if in several ways.
fn cell(parts: &[MatrixPart]) -> String {
    let more = if parts.len() > 1 { "+" } else { "" };
    parts.first().map_or_else(|| "·".to_owned(), |part| format!("{}{more}", word(part)))
}

fn word(part: &MatrixPart) -> &'static str {
    match part {
        MatrixPart::Makes(AskKind::Ask) => "asks",
        MatrixPart::Makes(AskKind::Commitment) => "commits",
        MatrixPart::Makes(AskKind::Action) => "acts",
        MatrixPart::IsAsked => "asked",
        MatrixPart::Answers(_) => "answers",
    }
}

fn asks_in_words(count: usize) -> String {
    if count == 1 { "1 ask".to_owned() } else { format!("{count} asks") }
}
