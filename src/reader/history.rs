//! The way back: places that were left, and links that were followed.

use std::collections::HashMap;

use super::list::RowId;
use super::screens::Location;

/// The places that were left, those that were returned from, and the links that were followed.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Location>,
    forward: Vec<Location>,
    /// The index of the link that was followed last from each row, since the focus was moved by
    /// other means.
    followed: HashMap<RowId, usize>,
}

impl History {
    /// Returns whether there is a place to go back to.
    pub fn has_way_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Notes the place that is being left.
    pub fn leave(&mut self, here: Location) {
        self.forward.clear();
        self.back.push(here);
    }

    /// Takes the last place that was left; [`forward`](Self::forward) then leads to `here`.
    pub fn back(&mut self, here: Location) -> Option<Location> {
        let there = self.back.pop()?;
        self.forward.push(here);
        Some(there)
    }

    /// Takes the last place that was left; another call then leads to `here`.
    pub fn swap(&mut self, here: Location) -> Option<Location> {
        let there = self.back.pop()?;
        self.back.push(here);
        Some(there)
    }

    /// Takes the last place that was returned from.
    pub fn forward(&mut self, here: Location) -> Option<Location> {
        let there = self.forward.pop()?;
        self.back.push(here);
        Some(there)
    }

    /// Returns the index of the link to follow from a row that has `count`: the first, then the
    /// next each time.
    pub fn next_link(&mut self, from: &RowId, count: usize) -> usize {
        let next = self.followed.get(from).map_or(0, |last| (last + 1) % count);
        self.followed.insert(from.clone(), next);
        next
    }

    /// Starts again with the first link of each row.
    pub fn forget_links(&mut self) {
        self.followed.clear();
    }
}
