//! How many rows the panes take, by which a column is divided among them.
//!
//! On the way through the list that has the focus nothing may jump. So what a pane takes does not depend
//! on what is selected there: while the officials have the focus, the items are counted for everyone,
//! and while a claim or an ask has it, there is room for the quotes of the one that has most.

use super::rows::Selection;
use super::{ASKS, BRIEFS, BriefScreen, CLAIMS, OFFICIALS, QUOTES, SOURCE, overview, wording};
use crate::brief::Id;
use crate::reader::list::{Row, RowId, lines_of};
use crate::reader::pane::Pane;
use crate::reader::screens::{Around, Screen};

/// What was measured last, so that it is measured once for each brief and width.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    measured: Option<Measured>,
}

/// The rows that the quotes of a claim or an ask take at most.
#[derive(Clone, Debug)]
struct Measured {
    selection: Selection,
    columns: usize,
    most: usize,
    quotes: usize,
}

impl BriefScreen {
    /// Returns how many rows a pane takes in so many columns; at most `most`.
    pub fn need(&mut self, pane: Pane, columns: usize, most: usize, around: &Around<'_>) -> usize {
        match pane {
            BRIEFS => (self.list(BRIEFS).len() * wording::BRIEF_LINES).min(most),
            CLAIMS | ASKS | QUOTES if self.pane == OFFICIALS => {
                let everyone = Selection { party: None, ..self.selection(around) };
                let rows = self.rows(&everyone, pane, around);
                lines_of(rows.iter().map(|row| self.row(pane, row, around)), columns, most)
            }
            QUOTES if self.subject.is_some() => self.most_quotes(columns, most, around),
            SOURCE if self.list(SOURCE).selected().is_some_and(is_fixed) => {
                self.lines_without_text(columns, most, around)
            }
            _ => {
                let mut lines = 0;
                self.change(pane, around, &mut |list, text| {
                    lines = list.lines_up_to(columns, most, text);
                });
                lines
            }
        }
    }

    /// Returns how many rows the quotes of one claim or ask take at most.
    fn most_quotes(&mut self, columns: usize, most: usize, around: &Around<'_>) -> usize {
        let selection = Selection { quote: None, subject: None, ..self.selection(around) };
        let known = self.heights.measured.as_ref().filter(|measured| {
            measured.selection == selection && (measured.columns, measured.most) == (columns, most)
        });
        if let Some(measured) = known {
            return measured.quotes;
        }
        let Some(brief) = selection.open(around.briefs.library()) else { return 0 };
        let claims = brief.claims.values().map(|claim| &claim.evidence);
        let evidence = claims.chain(brief.asks.values().map(|ask| &ask.evidence));
        let quotes = evidence
            .map(|evidence: &Vec<Id>| {
                let rows = evidence.iter().map(|id| RowId::Item(id.clone()));
                lines_of(rows.map(|row| self.row(QUOTES, &row, around)), columns, most)
            })
            .max()
            .unwrap_or_default();
        self.heights.measured = Some(Measured { selection, columns, most, quotes });
        quotes
    }

    /// Returns how many rows the record of a source takes whose text is not here, with what is known
    /// of any quote.
    fn lines_without_text(&self, columns: usize, most: usize, around: &Around<'_>) -> usize {
        const ABOUT_QUOTE: usize = 4;
        let selection = Selection { quote: None, ..self.selection(around) };
        let library = around.briefs.library();
        let open = selection.entry(library).and_then(|entry| Some((entry, entry.brief.as_ref()?)));
        let rows =
            open.map(|(entry, brief)| overview::without_text(library, entry, brief, &selection));
        (lines_of(rows.unwrap_or_default().into_iter(), columns, most) + ABOUT_QUOTE).min(most)
    }

    /// Returns what a row of a pane of items says.
    fn row(&self, pane: Pane, row: &RowId, around: &Around<'_>) -> Row {
        wording::row(around.briefs.library(), &self.selection(around), pane, row)
    }
}

fn is_fixed(row: &RowId) -> bool {
    matches!(row, RowId::Fixed(_))
}
