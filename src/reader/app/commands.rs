//! The line of the `:` prompt: an action by its name, or an item by its number or id.

use super::App;
use crate::brief::{Anchor, Id};
use crate::reader::action::Effect;
use crate::reader::list::RowId;
use crate::reader::overlays::Overlay;
use crate::reader::screens::brief;

impl App {
    /// Runs the action that the line names or the user has picked, or goes to the item. Otherwise
    /// says why not, and runs nothing.
    pub(super) fn run_line(&mut self) -> Effect {
        let Some(Overlay::Actions(actions)) = self.overlay.take() else { return Effect::None };
        let prompt = &actions.finder.prompt;
        self.earlier_lines.keep(prompt);
        if let Some(action) = actions.finder.selected() {
            self.forget(&action);
            return self.apply(action);
        }
        let typed = prompt.text();
        let typed = typed.trim();
        let there = typed.parse().ok().and_then(|number| self.numbered(number));
        if let Some(row) = there {
            self.leave_for_row(row);
        } else if let Some(item) = self.item_called(typed) {
            self.follow_to(&item);
        } else if typed.parse::<usize>().is_ok() {
            self.notify(format!("nothing in this pane has the number {typed}"));
        } else if !typed.is_empty() {
            self.notify(actions.refusal(&self.keymap));
        }
        Effect::None
    }

    /// Returns the row of the focused pane that has a number: in the address of its item, as a
    /// paragraph or as a line in short; or else the row that comes so many from the start.
    fn numbered(&self, number: usize) -> Option<RowId> {
        if self.pane() == brief::OVERVIEW {
            return self.screens.brief.numbered_line(number);
        }
        let rows = self.list(self.pane()).rows();
        let has_number = |row: &&RowId| match row {
            RowId::Item(id) => number_of(id) == Some(number),
            RowId::Paragraph(paragraph) => *paragraph == number,
            _ => false,
        };
        rows.iter().find(has_number).or_else(|| rows.get(number.checked_sub(1)?)).cloned()
    }

    /// Returns the item of the open brief with this id, or the item of any brief with this address.
    fn item_called(&self, typed: &str) -> Option<Anchor> {
        let (brief, item) = match typed.split_once('/') {
            Some((brief, item)) => (Id::new(brief)?, item),
            None => (self.entry()?.id.clone(), typed),
        };
        let anchor = Anchor::new(&brief, &Id::new(item)?);
        self.briefs.library().item(&anchor).map(|_| anchor)
    }

    fn leave_for_row(&mut self, row: RowId) {
        let (here, pane) = (self.screens.location(), self.pane());
        self.screens.shown_mut().select(pane, row);
        self.history.leave(here);
    }
}

/// Returns the number at the end of an id: 12 of `c12`.
fn number_of(id: &Id) -> Option<usize> {
    id.as_str().trim_start_matches(|c: char| !c.is_ascii_digit()).parse().ok()
}
