//! The rows of a list, in order: each by itself, or the matches of a search, of which there may be very
//! many.

use std::sync::Arc;

use super::row::RowId;
use crate::reader::search::RankedMatches;

/// What the rows of a list are about.
#[derive(Clone, Debug)]
pub enum Rows {
    /// Each by itself.
    Named(Vec<RowId>),
    /// All matches of a search.
    Matches(Arc<RankedMatches>),
}

impl Rows {
    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Named(rows) => rows.len(),
            Self::Matches(matches) => matches.total(),
        }
    }

    /// Returns what the row at `index` is about.
    pub fn get(&self, index: usize) -> Option<RowId> {
        match self {
            Self::Named(rows) => rows.get(index).cloned(),
            Self::Matches(matches) => matches.nth(index).map(RowId::Match),
        }
    }

    /// Returns the index of a row.
    pub fn position(&self, row: &RowId) -> Option<usize> {
        match (self, row) {
            (Self::Named(rows), row) => rows.iter().position(|other| other == row),
            (Self::Matches(matches), RowId::Match(found)) => matches.position(*found),
            (Self::Matches(_), _) => None,
        }
    }
}
