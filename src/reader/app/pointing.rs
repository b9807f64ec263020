//! The mouse: what is clicked, and what the wheel scrolls.

use super::App;
use crate::page::Role;
use crate::reader::action::{Effect, Mode};
use crate::reader::layout::{Area, Pane, Slot};
use crate::reader::list::{GUTTER, List, RowId, Visible};
use crate::text::width;

impl App {
    /// Whether the mouse is the reader's, not the terminal's.
    pub fn uses_mouse(&self) -> bool {
        self.mouse
    }

    /// Takes the mouse from the terminal, or gives it back.
    pub fn use_mouse(&mut self, mouse: bool) {
        self.mouse = mouse;
    }

    pub(super) fn toggle_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        self.say(if self.mouse {
            "the mouse selects, follows and scrolls; M gives it back to the terminal"
        } else {
            "the mouse is the terminal's"
        });
        Effect::Mouse(self.mouse)
    }

    /// Focuses the pane and selects the row at a cell; a count there is followed, an address opened.
    pub(super) fn click(&mut self, x: u16, y: u16) -> Effect {
        if self.mode != Mode::Panes {
            return Effect::None;
        }
        let Some(slot) = self.slot_at(x, y) else { return Effect::None };
        let hit = hit(self.list(slot.pane), slot.inner, x, y);
        self.pane = slot.pane;
        let Some(Hit { row, on }) = hit else { return Effect::None };
        if slot.pane != Pane::Source {
            self.list_mut(slot.pane).want(row);
        }
        match on {
            On::Words => Effect::None,
            On::Address => self.open_source(),
            On::Count => {
                self.settle();
                self.follow();
                Effect::None
            }
        }
    }

    /// Scrolls what lies under a cell by so many lines.
    pub(super) fn wheel(&mut self, x: u16, y: u16, lines: isize) {
        if self.mode != Mode::Panes {
            return self.scroll_overlay(lines);
        }
        if let Some(slot) = self.slot_at(x, y) {
            self.with_list(slot.pane, |list, text| list.scroll(lines, text));
        }
    }
}

impl App {
    /// The pane at a cell. A border that two panes share has the title of the lower.
    fn slot_at(&self, x: u16, y: u16) -> Option<Slot> {
        self.layout.columns.iter().flatten().rfind(|slot| slot.frame.holds(x, y)).copied()
    }
}

/// What stands at a cell.
struct Hit {
    row: RowId,
    on: On,
}

enum On {
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
    let on = if on_count {
        On::Count
    } else if span.is_some_and(|span| span.role == Role::Url) {
        On::Address
    } else {
        On::Words
    };
    Some(Hit { row: row.clone(), on })
}
