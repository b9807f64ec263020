//! The Officials screen: everyone who is named in any brief, what one of them says, asks and is
//! asked, and who is involved in which ask.

mod matrix;
mod record;

use std::collections::HashMap;

use indexmap::IndexMap;
use matrix::{MatrixColumn, MatrixView};

use super::asks::NOTHING_LEFT;
use super::{Around, Change, Follow, Screen, is_linked_across, title_bar_across};
use crate::brief::{Addressee, Anchor, AskKind};
use crate::library::Entry;
use crate::library::dossiers::{Dossier, InvolvementMatrix, MatrixFold, dossiers};
use crate::page::{Role, Span};
use crate::reader::layout::{Area, Columns, Layout, Share, column, split};
use crate::reader::list::{Cursor, List, ListKind, Row, RowId};
use crate::reader::pane::Pane;
use crate::reader::titles::{TitleBar, rank};
use crate::text::Text;

/// Everyone who is named in any brief.
pub const PEOPLE: Pane = Pane::new(1, "Officials", "their record");
/// What one person or body says, asks and is asked anywhere.
pub const RECORD: Pane = Pane::new(2, "On record", "its brief");
/// Who is involved in which ask.
pub const MATRIX: Pane = Pane::new(3, "Matrix", "its asks").with_head(3);

/// Rows that were worded when their list was made.
type WordedRows = IndexMap<RowId, Row>;

/// The screen.
#[derive(Debug)]
pub struct OfficialsScreen {
    pane: Pane,
    people: List,
    record: List,
    /// The rows of the matrix.
    rows: List,
    /// Its columns and cells.
    matrix: MatrixView,
    /// Whose record is shown.
    person: Option<Addressee>,
    people_rows: WordedRows,
    record_rows: WordedRows,
    /// What the people and the matrix were last made from.
    made_from: Option<OfficialsKey>,
    /// What the record was last made from.
    record_made_from: Option<(OfficialsKey, Option<Addressee>)>,
}

/// The versions that the rows depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OfficialsKey {
    briefs: usize,
    /// The version of the search, if it hides what does not match.
    hidden_by: Option<usize>,
    folds_notes: bool,
}

/// A place on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialsLocation {
    pane: Pane,
    person: Option<Addressee>,
    cursors: [Cursor; 3],
    column: MatrixColumn,
}

impl Default for OfficialsScreen {
    fn default() -> Self {
        let list = || List::new(ListKind::Selecting);
        Self {
            pane: PEOPLE,
            people: list(),
            record: list(),
            rows: list(),
            matrix: MatrixView::default(),
            person: None,
            people_rows: WordedRows::new(),
            record_rows: WordedRows::new(),
            made_from: None,
            record_made_from: None,
        }
    }
}

impl Screen for OfficialsScreen {
    fn panes(&self, _around: &Around<'_>) -> &'static [Pane] {
        &[PEOPLE, RECORD, MATRIX]
    }

    fn focused(&self, _around: &Around<'_>) -> Pane {
        self.pane
    }

    fn focus_on(&mut self, pane: Pane) {
        self.pane = pane;
    }

    fn place(&mut self, body: Area, _around: &Around<'_>) -> Option<Columns> {
        let [left, right] = split(body, [28, 72]);
        Some(vec![
            column(left, &[(PEOPLE, Share::Rest(1))])?,
            column(right, &[(RECORD, Share::Rest(3)), (MATRIX, Share::Rest(2))])?,
        ])
    }

    fn list(&self, pane: Pane) -> &List {
        match pane {
            PEOPLE => &self.people,
            MATRIX => &self.rows,
            _ => &self.record,
        }
    }

    fn change(&mut self, pane: Pane, around: &Around<'_>, change: Change<'_>) {
        let worded = |rows: &WordedRows, id: &RowId| {
            around.shown(id, rows.get(id).cloned().unwrap_or_default())
        };
        match pane {
            PEOPLE => change(&mut self.people, &|id| worded(&self.people_rows, id)),
            MATRIX => change(&mut self.rows, &|id| self.matrix.row(id)),
            _ => change(&mut self.record, &|id| worded(&self.record_rows, id)),
        }
    }

    fn select(&mut self, pane: Pane, row: RowId) {
        match pane {
            PEOPLE => self.people.want(row),
            MATRIX => self.rows.want(row),
            _ => self.record.want(row),
        }
    }

    fn select_column(&mut self, pane: Pane, column: usize) {
        if pane == MATRIX {
            self.matrix.select_at(column);
        }
    }

    fn cross(&mut self, step: isize) -> bool {
        self.pane == MATRIX && self.matrix.go(step)
    }

    fn focused_item(&self, _around: &Around<'_>) -> Option<Anchor> {
        let row = match self.pane {
            MATRIX => return self.matrix.targets().into_iter().next(),
            RECORD => self.record.selected(),
            // A person, as the first brief has them.
            _ => self.record_rows.first().map(|(id, _)| id),
        };
        match row? {
            RowId::Under(_, anchor) => Some(anchor.clone()),
            _ => None,
        }
    }

    fn entry<'a>(&self, around: &Around<'a>) -> Option<&'a Entry> {
        around.briefs.find(&self.focused_item(around)?.brief).map(|(_, entry)| entry)
    }

    fn follow(&self, around: &Around<'_>) -> Follow {
        match self.pane {
            PEOPLE => Follow::Into(&[RECORD]),
            MATRIX => self.follow_cell(),
            _ => Follow::to(self.focused_item(around)),
        }
    }

    fn is_linked(&self, _pane: Pane, row: &RowId, around: &Around<'_>) -> bool {
        is_linked_across(self.focused_item(around).as_ref(), row, around)
    }

    fn title_bar(&self, around: &Around<'_>) -> TitleBar {
        TitleBar { title: "Officials and organisations".into(), ..title_bar_across(around) }
    }

    fn detail(&self, pane: Pane, _around: &Around<'_>) -> String {
        match pane {
            PEOPLE => rank(&self.people),
            MATRIX => {
                let (column, columns) = self.matrix.position();
                let fold = match self.matrix.fold() {
                    MatrixFold::Ask => String::new(),
                    fold => format!(" · by {fold}"),
                };
                format!("{} · column {column}/{columns}{fold}", rank(&self.rows))
            }
            _ => {
                let name = self.person.as_ref().and_then(|person| self.matrix.name_of(person));
                name.map(ToString::to_string).unwrap_or_default()
            }
        }
    }

    fn head(&self, pane: Pane, around: &Around<'_>) -> Vec<Vec<Span>> {
        if pane == MATRIX { self.matrix.head(around.briefs.library()).into() } else { Vec::new() }
    }

    fn absence(&self, pane: Pane, around: &Around<'_>) -> &'static str {
        match pane {
            MATRIX => "These briefs have no asks.",
            _ if around.search.is_narrowed() => NOTHING_LEFT,
            PEOPLE => "These briefs name nobody.",
            _ => "",
        }
    }

    fn back_out(&mut self, _around: &Around<'_>) {
        self.pane = PEOPLE;
    }

    fn refresh(&mut self, around: &Around<'_>) {
        for list in [&mut self.people, &mut self.record, &mut self.rows] {
            list.light_by(around.search.version());
        }
        let (briefs, hidden_by) = (around.briefs.version(), around.search.hides_by());
        let key = match self.made_from {
            Some(made_from)
                if made_from.hidden_by == hidden_by
                    && made_from.folds_notes == around.folds_notes
                    && around.briefs.can_wait(made_from.briefs) =>
            {
                made_from
            }
            _ => OfficialsKey { briefs, hidden_by, folds_notes: around.folds_notes },
        };
        if self.made_from != Some(key) {
            self.refresh_people(around);
            self.made_from = Some(key);
        }
        self.refresh_person();
        self.refresh_record(key, around);
    }

    fn fit(&mut self, layout: &Layout, around: &Around<'_>) {
        self.fit_matrix(layout);
        for slot in layout.columns.iter().flatten() {
            let (columns, rows) = (slot.inner.columns(), slot.inner.rows());
            self.change(slot.pane, around, &mut |list, text| list.fit(columns, rows, text));
        }
    }
}

impl OfficialsScreen {
    /// Returns the place on the screen.
    pub fn location(&self) -> OfficialsLocation {
        let cursors = [&self.people, &self.record, &self.rows].map(List::cursor);
        let (person, column) = (self.person.clone(), self.matrix.column());
        OfficialsLocation { pane: self.pane, person, cursors, column }
    }

    /// Returns to a place.
    pub fn restore(&mut self, location: OfficialsLocation, around: &Around<'_>) {
        let OfficialsLocation { pane, person, cursors: [people, record, rows], column } = location;
        (self.pane, self.person) = (pane, person);
        self.people.restore(people);
        self.record.restore(record);
        self.rows.restore(rows);
        self.matrix.restore(column, around.briefs.library());
    }

    /// Folds the columns of the matrix by brief, by topic, by addressee, or not at all.
    pub fn fold_matrix(&mut self, around: &Around<'_>) {
        self.matrix.fold_next(around.briefs.library());
    }

    fn refresh_people(&mut self, around: &Around<'_>) {
        let mut everyone = dossiers(around.briefs.library());
        if around.search.is_narrowed() {
            everyone.retain(|dossier| items_of(dossier).any(|item| around.lets_through(&item)));
        }
        let party = |dossier: &Dossier<'_>| Addressee::Party(dossier.id.clone());
        let mut names: HashMap<Addressee, Text> =
            everyone.iter().map(|dossier| (party(dossier), name_in(dossier))).collect();
        names.insert(Addressee::Everyone, "everyone".into());
        names.insert(Addressee::Unstated, "not stated".into());
        let rows =
            everyone.iter().map(|dossier| (RowId::Party(party(dossier)), person_row(dossier)));
        self.people_rows = rows.collect();
        self.people.show(self.people_rows.keys().cloned().collect());
        let library = around.briefs.library();
        self.matrix.show(library, InvolvementMatrix::new(library), names);
        self.rows.show(self.matrix.rows().collect());
    }

    /// The selection in the list of people and the one in the matrix move together. The record is
    /// that of whoever was selected last in either.
    fn refresh_person(&mut self) {
        let (from, to) = match self.pane {
            PEOPLE => (&self.people, &mut self.rows),
            MATRIX => (&self.rows, &mut self.people),
            _ => return,
        };
        if let Some(RowId::Party(party)) = from.selected() {
            self.person = Some(party.clone());
            to.want(RowId::Party(party.clone()));
        }
    }

    /// Shows the record of another person from its start.
    fn refresh_record(&mut self, key: OfficialsKey, around: &Around<'_>) {
        let made_from = Some((key, self.person.clone()));
        if self.record_made_from == made_from {
            return;
        }
        let rows = self.person.as_ref().map(|person| record::rows(around, person));
        self.record_rows = rows.unwrap_or_default();
        self.record.show(self.record_rows.keys().cloned().collect());
        if self.record_made_from.as_ref().is_some_and(|(_, before)| *before != self.person) {
            self.record.restore(Cursor::default());
        }
        self.record_made_from = made_from;
    }

    /// Gives the matrix the width that it has, and shows its rows again if their cells change.
    fn fit_matrix(&mut self, layout: &Layout) {
        let Some(slot) = layout.slot(MATRIX) else { return };
        // Whoever is involved in no ask has no row.
        let row = self.person.clone().map(RowId::Party);
        let row = row.filter(|row| self.rows.selected() == Some(row));
        if self.matrix.fit(slot.inner.columns(), row.as_ref()) {
            self.rows.show(self.matrix.rows().collect());
        }
    }

    /// To the asks that the selected cell of the matrix is about.
    fn follow_cell(&self) -> Follow {
        let Some(ask) = self.matrix.ask().cloned() else { return Follow::Into(&[]) };
        let targets = self.matrix.targets();
        if targets.is_empty() {
            let name = self.matrix.name().cloned().unwrap_or_default();
            return Follow::Nowhere(match (self.matrix.fold(), self.matrix.group()) {
                (MatrixFold::Ask, _) | (_, None) => format!("{name} is not involved in `{ask}`"),
                (fold, Some(group)) => {
                    format!("{name} is not involved in any ask of the {fold} {}", group.name)
                }
            });
        }
        Follow::links(ask, targets)
    }
}

/// Everyone's first name in the briefs.
fn name_in(dossier: &Dossier<'_>) -> Text {
    dossier.names().into_iter().next().unwrap_or_default()
}

/// Returns the party that a dossier is about, as each brief has it, and all that it says, asks and
/// is asked.
fn items_of<'a>(dossier: &'a Dossier<'_>) -> impl Iterator<Item = Anchor> + 'a {
    let styles = dossier.styles.iter().map(|style| style.brief.anchor(dossier.id));
    let quotes = dossier.positions.iter().map(|position| position.brief.anchor(&position.quote.id));
    let claims = dossier.claims.iter().map(|(brief, claim)| brief.anchor(&claim.id));
    let asks = dossier.asks_made.iter().chain(&dossier.asks_received);
    styles.chain(quotes).chain(claims).chain(asks.map(|(brief, ask)| brief.anchor(&ask.id)))
}

/// Returns the name of a party, and how much it says, asks and is asked.
fn person_row(dossier: &Dossier<'_>) -> Row {
    let makes = |kind| dossier.asks_made.iter().filter(|(_, ask)| ask.kind == kind).count();
    let counts = [
        (dossier.positions.len(), "quote", "quotes"),
        (dossier.claims.len(), "claim", "claims"),
        (makes(AskKind::Ask), "ask", "asks"),
        (makes(AskKind::Commitment), "commitment", "commitments"),
        (makes(AskKind::Action), "action", "actions"),
        (dossier.asks_received.len(), "ask to them", "asks to them"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }))
        .collect();
    let counts = if counts.is_empty() { "named only".to_owned() } else { counts.join(", ") };
    Row {
        blocks: vec![
            vec![Span::new(Role::Speaker, name_in(dossier))],
            vec![Span::new(Role::Post, counts)],
        ],
        gap: true,
        ..Row::default()
    }
}
