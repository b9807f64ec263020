//! The mouse: what a click and a turn of the wheel mean.

use super::{App, around};
use crate::page::Role;
use crate::reader::action::Effect;
use crate::reader::layout::{Area, Slot};
use crate::reader::list::{GUTTER, List, RowId, Visible};
use crate::text::width;

impl App {
    /// Does what a click means. In an overlay, it runs or goes to what is clicked; outside, it closes
    /// the overlay. Otherwise it moves the focus to the pane or the tab and selects the row. On a
    /// count, it follows the links; on a web address, it opens that.
    pub(super) fn click(&mut self, x: u16, y: u16) -> Effect {
        if self.overlay.is_some() {
            return self.click_overlay(x, y);
        }
        if let Some(tab) = self.tabs().into_iter().find(|tab| tab.area.holds(x, y)) {
            self.focus_on(tab.pane);
            return Effect::None;
        }
        let Some(slot) = self.slot_at(x, y) else { return Effect::None };
        self.focus_on(slot.pane);
        let Some(Hit { row, part }) = hit(self.list(slot.pane), slot.inner, x, y) else {
            return Effect::None;
        };
        let screen = self.screens.shown_mut();
        screen.select(slot.pane, row);
        screen.select_column(slot.pane, (x - slot.inner.x).into());
        match part {
            RowPart::Words => Effect::None,
            RowPart::Address => self.open_address(),
            RowPart::Count => {
                self.refresh();
                self.follow()
            }
        }
    }

    fn click_overlay(&mut self, x: u16, y: u16) -> Effect {
        let area = self.layout.overlay;
        if !area.framed().holds(x, y) {
            self.back_out();
            return Effect::None;
        }
        let panel = self.panel();
        let row = panel.and_then(|panel| Some(hit(panel.list, area, x, y)?.row));
        let overlay = self.overlay.as_mut();
        match row.zip(overlay).and_then(|(row, overlay)| overlay.clicked(&row)) {
            Some(action) => self.apply(action),
            None => Effect::None,
        }
    }

    /// Scrolls what is under a cell by this many lines.
    pub(super) fn wheel(&mut self, x: u16, y: u16, lines: isize) {
        let around = around(&self.briefs, &self.search, self.told);
        if let Some(overlay) = &mut self.overlay {
            overlay.change(&around, &mut |list, text| list.scroll(lines, text));
        } else if let Some(slot) = self.slot_at(x, y) {
            self.scroll(slot.pane, lines);
        }
    }

    /// Returns the pane at a cell. A border between two panes belongs to the lower one, whose title
    /// it has.
    fn slot_at(&self, x: u16, y: u16) -> Option<Slot> {
        self.layout.columns.iter().flatten().rfind(|slot| slot.frame.holds(x, y)).copied()
    }
}

/// What is at a cell of a list.
struct Hit {
    row: RowId,
    part: RowPart,
}

enum RowPart {
    Words,
    Count,
    Address,
}

fn hit(list: &List, inner: Area, x: u16, y: u16) -> Option<Hit> {
    let line = y.checked_sub(inner.y).filter(|_| inner.holds(x, y))?;
    let Visible { row, line, .. } = list.visible().nth(line.into())?;
    let mut columns = usize::from(inner.x) + GUTTER;
    let span = line.spans.iter().find(|span| {
        columns += width(&span.text);
        usize::from(x) < columns
    });
    let on_count = line.count.is_some_and(|count| {
        let columns = 1 + width(&count.to_string());
        usize::from(x) + columns >= usize::from(inner.right())
    });
    let part = if on_count {
        RowPart::Count
    } else if span.is_some_and(|span| span.role == Role::Url) {
        RowPart::Address
    } else {
        RowPart::Words
    };
    Some(Hit { row: row.clone(), part })
}
