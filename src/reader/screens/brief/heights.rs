//! How many rows the panes take, by which a column is divided among them.
//!
//! On the way through the list that has the focus nothing may jump. So what a pane takes does not depend
//! on what is selected there: while the officials have the focus, the items are counted for everyone,
//! and while a claim or an ask has it, there is room for the quotes of the one that has most.

use std::collections::HashMap;

use super::rows::Selection;
use super::{ASKS, BRIEFS, BriefScreen, CLAIMS, OFFICIALS, QUOTES, SOURCE, overview, wording};
use crate::brief::Id;
use crate::reader::list::{RowId, lines_of};
use crate::reader::pane::Pane;
use crate::reader::screens::{Around, Screen};

/// The rows that are left for what is known of a quote, below the record of a source.
const ABOUT_QUOTE: usize = 4;

/// What was measured last, so that each is measured once for a brief and a width.
pub type Heights = HashMap<Measure, Measured>;

/// What is measured by itself, not by the rows that a list has now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// All items of a pane, whoever’s they are.
    Everyone(Pane),
    /// The quotes of the claim or ask that has most.
    MostQuotes,
    /// The record of a source whose text is not here, with what is known of any quote.
    Record,
}

/// The rows that something takes, and what that depends on.
#[derive(Clone, Debug)]
pub struct Measured {
    brief: Selection,
    room: Room,
    rows: usize,
}

/// The columns of a pane, and the most rows that it can get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The columns.
    pub columns: usize,
    /// The rows.
    pub rows: usize,
}

impl BriefScreen {
    /// Returns how many rows a pane takes; at most those there are.
    pub fn need(&mut self, pane: Pane, room: Room, around: &Around<'_>) -> usize {
        let measure = match pane {
            BRIEFS => return (self.list(BRIEFS).len() * wording::BRIEF_LINES).min(room.rows),
            CLAIMS | ASKS | QUOTES if self.pane == OFFICIALS => Measure::Everyone(pane),
            QUOTES if self.subject.is_some() => Measure::MostQuotes,
            SOURCE if matches!(self.list(SOURCE).selected(), Some(RowId::Fixed(_))) => {
                Measure::Record
            }
            _ => return self.lines_of_list(pane, room, around),
        };
        let selection = self.selection(around);
        let brief =
            Selection { party: None, subject: None, quote: None, chosen: None, ..selection };
        let known = self.heights.get(&measure);
        if let Some(known) = known.filter(|known| (&known.brief, known.room) == (&brief, room)) {
            return known.rows;
        }
        let rows = match measure {
            Measure::Everyone(pane) => {
                lines(&brief, pane, self.rows(&brief, pane, around), room, around)
            }
            Measure::MostQuotes => lines_of_most_quotes(&brief, room, around),
            Measure::Record => lines_of_record(&brief, room, around),
        };
        self.heights.insert(measure, Measured { brief, room, rows });
        rows
    }

    fn lines_of_list(&mut self, pane: Pane, room: Room, around: &Around<'_>) -> usize {
        let mut lines = 0;
        self.change(pane, around, &mut |list, text| {
            lines = list.lines_up_to(room.columns, room.rows, text);
        });
        lines
    }
}

/// Returns how many lines rows of a pane of items take.
fn lines(
    brief: &Selection,
    pane: Pane,
    rows: impl IntoIterator<Item = RowId>,
    room: Room,
    around: &Around<'_>,
) -> usize {
    let worded = |row| around.folded(wording::row(around.briefs, brief, pane, &row));
    let rows = rows.into_iter().map(worded);
    lines_of(rows, room.columns, room.rows)
}

/// Returns how many rows the quotes of one claim or ask take at most.
fn lines_of_most_quotes(brief: &Selection, room: Room, around: &Around<'_>) -> usize {
    let Some(open) = brief.open(around.briefs.library()) else { return 0 };
    let claims = open.claims.iter().map(|claim| &claim.evidence[..]);
    let evidence = claims.chain(open.asks.iter().map(|ask| &ask.evidence[..]));
    let of_quotes = |quotes: &[Id]| {
        let rows = quotes.iter().cloned().map(RowId::Item);
        lines(brief, QUOTES, rows, room, around)
    };
    evidence.map(of_quotes).max().unwrap_or_default()
}

/// Returns how many rows the record of a source takes whose text is not here, with what is known of any
/// quote.
fn lines_of_record(brief: &Selection, room: Room, around: &Around<'_>) -> usize {
    let library = around.briefs.library();
    let open = brief.entry(library).and_then(|entry| Some((entry, entry.brief.as_ref()?)));
    let rows = open.map(|(entry, open)| overview::without_text(library, entry, open, brief));
    let rows = rows.unwrap_or_default().into_iter();
    (lines_of(rows, room.columns, room.rows) + ABOUT_QUOTE).min(room.rows)
}
