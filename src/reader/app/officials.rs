//! The Officials screen: everyone who is named in any brief, what one of them says, asks and is
//! asked, and who has to do with which ask.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::App;
use super::grid::{Column, Grid};
use super::record;
use crate::brief::{Addressee, Anchor, AskKind};
use crate::library::dossiers::{AskMatrix, Dossier, dossiers};
use crate::page::{Role, Span};
use crate::reader::layout::Pane;
use crate::reader::list::{Compose, Cursor, List, Manner, Row, RowId};
use crate::text::Text;

/// Rows that were worded when they were last shown.
pub type Worded = IndexMap<RowId, Row>;

/// How often briefs had been read, and what is searched for had changed.
type Known = (usize, usize);

/// The screen.
#[derive(Debug)]
pub struct Officials {
    /// The pane that has the focus.
    pub pane: Pane,
    /// Everyone.
    pub people: List,
    /// What is on record of one of them.
    pub record: List,
    /// The rows of the matrix.
    pub matrix: List,
    /// The columns of the matrix.
    pub grid: Grid,
    /// Whose record is shown.
    person: Option<Addressee>,
    people_rows: Worded,
    record_rows: Worded,
    /// What was known when the people and the matrix were last shown.
    shown: Option<Known>,
    /// The same of the record, and whose it was.
    shown_record: Option<(Known, Option<Addressee>)>,
}

/// Where one is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pane: Pane,
    person: Option<Addressee>,
    cursors: [Cursor; 3],
    column: Column,
}

impl Default for Officials {
    fn default() -> Self {
        let list = || List::new(Manner::Selects);
        Self {
            pane: Pane::People,
            people: list(),
            record: list(),
            matrix: list(),
            grid: Grid::default(),
            person: None,
            people_rows: Worded::new(),
            record_rows: Worded::new(),
            shown: None,
            shown_record: None,
        }
    }
}

impl Officials {
    /// Where one is, to return to with [`restore`](Self::restore).
    pub fn place(&self) -> Place {
        let cursors = [&self.people, &self.record, &self.matrix].map(List::cursor);
        Place { pane: self.pane, person: self.person.clone(), cursors, column: self.grid.place() }
    }

    /// Returns to where one was.
    pub fn restore(&mut self, Place { pane, person, cursors, column }: Place) {
        (self.pane, self.person) = (pane, person);
        let [people, record, matrix] = cursors;
        self.people.restore(people);
        self.record.restore(record);
        self.matrix.restore(matrix);
        self.grid.restore(column);
    }

    /// Changes the list of a pane, with the texts of its rows at hand.
    /// `light` lights in a row what is searched for.
    pub fn with_list(
        &mut self,
        pane: Pane,
        light: &dyn Fn(&RowId, Row) -> Row,
        change: impl FnOnce(&mut List, Compose),
    ) {
        let worded =
            |rows: &Worded, row: &RowId| light(row, rows.get(row).cloned().unwrap_or_default());
        match pane {
            Pane::People => change(&mut self.people, &|row| worded(&self.people_rows, row)),
            Pane::Matrix => change(&mut self.matrix, &|row| self.grid.row(row)),
            _ => change(&mut self.record, &|row| worded(&self.record_rows, row)),
        }
    }

    /// The name of whose record is shown.
    pub fn name(&self) -> Option<&Text> {
        self.grid.name_of(self.person.as_ref()?)
    }
}

impl App {
    /// Shows people, records and the matrix anew where what they depend on has changed. They wait
    /// until they are seen.
    pub(super) fn settle_officials(&mut self) {
        if !matches!(self.pane(), Pane::People | Pane::Record | Pane::Matrix) {
            return;
        }
        let now = match self.officials.shown {
            Some(shown) if shown.1 == self.search.version() && self.can_wait(shown.0) => shown,
            _ => (self.readings, self.search.version()),
        };
        if self.officials.shown != Some(now) {
            self.show_officials();
            self.officials.shown = Some(now);
        }
        self.settle_person();
        self.settle_record(now);
    }

    /// Shows the record of another person from its start on.
    fn settle_record(&mut self, now: Known) {
        let person = self.officials.person.clone();
        if self.officials.shown_record.as_ref() == Some(&(now, person.clone())) {
            return;
        }
        let wanted = |item: &Anchor| self.is_let_through(item);
        let rows = person.as_ref().map(|person| record::rows(&self.library, person, &wanted));
        let Officials { record, record_rows, shown_record, .. } = &mut self.officials;
        *record_rows = rows.unwrap_or_default();
        record.show(record_rows.keys().cloned().collect());
        if shown_record.as_ref().is_some_and(|(_, before)| *before != person) {
            record.restore(Cursor::default());
        }
        *shown_record = Some((now, person));
    }

    fn show_officials(&mut self) {
        let mut everyone = dossiers(&self.library);
        if self.search.is_narrowed() {
            everyone.retain(|dossier| items_of(dossier).any(|item| self.is_let_through(&item)));
        }
        let (library, officials) = (&self.library, &mut self.officials);
        let party = |dossier: &Dossier<'_>| Addressee::Party(dossier.id.clone());
        let mut names: HashMap<Addressee, Text> = everyone
            .iter()
            .map(|dossier| (party(dossier), dossier.names().into_iter().next().unwrap_or_default()))
            .collect();
        names.insert(Addressee::Everyone, "everyone".into());
        names.insert(Addressee::Unstated, "not stated".into());
        let rows =
            everyone.iter().map(|dossier| (RowId::Party(party(dossier)), person_row(dossier)));
        officials.people_rows = rows.collect();
        officials.people.show(officials.people_rows.keys().cloned().collect());
        let matrix = AskMatrix::new(library);
        officials.grid.show(matrix, names);
        officials.matrix.show(officials.grid.rows().collect());
    }

    /// The list of people and the rows of the matrix go together, and the record is that of whoever
    /// was selected last in one of them.
    fn settle_person(&mut self) {
        let officials = &mut self.officials;
        let (from, to) = match officials.pane {
            Pane::People => (&officials.people, &mut officials.matrix),
            Pane::Matrix => (&officials.matrix, &mut officials.people),
            _ => return,
        };
        if let Some(RowId::Party(party)) = from.selected() {
            officials.person = Some(party.clone());
            to.want(RowId::Party(party.clone()));
        }
    }

    /// Gives the matrix the room it has, and shows its rows anew where they say something else then.
    pub(super) fn settle_grid(&mut self) {
        let Some(slot) = self.layout.slot(Pane::Matrix) else { return };
        let Officials { grid, matrix, person, .. } = &mut self.officials;
        // Whoever has nothing to do with any ask is in no row.
        let row = person.clone().map(RowId::Party).filter(|row| matrix.selected() == Some(row));
        if grid.fit(usize::from(slot.inner.width), row.as_ref()) {
            matrix.show(grid.rows().collect());
        }
    }

    /// The ask that the selected cell of the matrix leads to; again, the next.
    pub(super) fn follow_cell(&mut self) {
        let targets = self.officials.grid.targets();
        let Some(ask) = self.officials.grid.ask().cloned() else { return };
        if targets.is_empty() {
            let name = self.officials.grid.name().cloned().unwrap_or_default();
            return self.say(format!("{name} has nothing to do with {ask}"));
        }
        let next = self.next_link(&ask, targets.len());
        self.follow_to(&targets[next]);
    }

    /// The item that has the focus on this screen.
    pub(super) fn focus_of_officials(&self) -> Option<Anchor> {
        match self.officials.pane {
            Pane::Matrix => self.officials.grid.targets().into_iter().next(),
            Pane::Record => match self.officials.record.selected()? {
                RowId::Under(_, anchor) => Some(anchor.clone()),
                _ => None,
            },
            // A person, as the first brief has them.
            _ => match self.officials.record_rows.first()?.0 {
                RowId::Under(_, anchor) => Some(anchor.clone()),
                _ => None,
            },
        }
    }
}

/// Whoever the dossier is of, as each brief has them, and all that they say, ask and are asked.
fn items_of<'a>(dossier: &'a Dossier<'_>) -> impl Iterator<Item = Anchor> + 'a {
    let styles = dossier.styles.iter().map(|style| style.brief.anchor(dossier.id));
    let quotes = dossier.positions.iter().map(|position| position.brief.anchor(&position.quote.id));
    let claims = dossier.claims.iter().map(|(brief, claim)| brief.anchor(&claim.id));
    let asks = dossier.asks_made.iter().chain(&dossier.asks_received);
    styles.chain(quotes).chain(claims).chain(asks.map(|(brief, ask)| brief.anchor(&ask.id)))
}

/// A person's or a body's name, and how much they say, ask and are asked.
fn person_row(dossier: &Dossier<'_>) -> Row {
    let name = dossier.names().into_iter().next().unwrap_or_default();
    let makes = |kind| dossier.asks_made.iter().filter(|(_, ask)| ask.kind == kind).count();
    let counts = [
        (dossier.positions.len(), "quote", "quotes"),
        (dossier.claims.len(), "claim", "claims"),
        (makes(AskKind::Ask), "ask", "asks"),
        (makes(AskKind::Commitment), "commitment", "commitments"),
        (makes(AskKind::Action), "action", "actions"),
        (dossier.asks_received.len(), "asked of them", "asked of them"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }))
        .collect();
    let counts = if counts.is_empty() { "named only".to_owned() } else { counts.join(", ") };
    Row {
        blocks: vec![vec![Span::new(Role::Speaker, name)], vec![Span::new(Role::Post, counts)]],
        gap: true,
        ..Row::default()
    }
}
