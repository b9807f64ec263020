//! Where the reader is: all that Back has to bring back.

use super::asks::View;
use super::officials;
use crate::brief::Id;
use crate::reader::layout::{Pane, Screen};
use crate::reader::list::Cursor;

/// A place in the library: the pane, and where one is in each list. The open brief is the one that
/// the list of briefs selects, and the official whose items alone are shown is the one that the
/// list of officials selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// The pane of the Brief screen that has the focus, or gets it back.
    pub pane: Pane,
    /// The claim or ask whose quotes alone are shown.
    pub subject: Option<Id>,
    /// Whether the Source pane shows the brief in short.
    pub overview: bool,
    /// Where one is in each pane, in the order of [`Pane::ALL`].
    pub cursors: [Cursor; 6],
    /// Which asks the Asks screen shows, and where one is among them.
    pub asks: (View, Cursor),
    /// Where one is on the Officials screen.
    pub officials: officials::Place,
}

/// The places one came from, and those one came back from.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl History {
    /// Notes the place that one leaves.
    pub fn leave(&mut self, here: Place) {
        self.forward.clear();
        self.back.push(here);
    }

    /// The place one came from; `here` can then be come back to with [`forward`](Self::forward).
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let there = self.back.pop()?;
        self.forward.push(here);
        Some(there)
    }

    /// The place one came back from.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let there = self.forward.pop()?;
        self.back.push(here);
        Some(there)
    }
}
