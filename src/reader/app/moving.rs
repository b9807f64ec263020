//! Movement in a pane, from pane to pane, and out of what is open.

use super::{App, asks, content, fixed, index};
use crate::library::Library;
use crate::reader::action::{Effect, Mode, Motion};
use crate::reader::layout::{Pane, Screen};
use crate::reader::light;
use crate::reader::list::{Compose, Cursor, List, Row, RowId};
use crate::reader::search::Search;

impl App {
    pub(super) fn go(&mut self, motion: Motion) {
        if self.mode != Mode::Panes {
            return self.with_overlay(|list, text| list.go(motion, text));
        }
        let pane = self.pane();
        self.with_list(pane, |list, text| list.go(motion, text));
    }

    pub(super) fn scroll_overlay(&mut self, lines: isize) {
        self.with_overlay(|list, text| list.scroll(lines, text));
    }

    /// Changes the list that lies over the panes, where that is a text to scroll.
    fn with_overlay(&mut self, change: impl FnOnce(&mut List, Compose)) {
        let (list, rows) = match self.mode {
            Mode::Help | Mode::SearchingHelp => (&mut self.help_list, &self.help),
            Mode::Jumping | Mode::Sorting | Mode::Limiting => (&mut self.menu_list, &self.menu),
            Mode::Printed | Mode::Naming => (&mut self.printed.list, &self.printed.rows),
            Mode::Searching | Mode::Narrowing => return self.with_found_list(change),
            _ => return,
        };
        change(list, &|row| fixed(rows, row));
    }

    pub(super) fn scroll_source(&mut self, lines: isize) {
        if self.layout.slot(Pane::Source).is_some() {
            self.with_list(Pane::Source, |list, text| list.scroll(lines, text));
        }
    }

    /// Changes the list of a pane, with the texts of its rows at hand.
    pub(super) fn with_list(&mut self, pane: Pane, change: impl FnOnce(&mut List, Compose)) {
        let scope = self.scope();
        let open = scope.brief.and_then(|index| Some((*self.read.get(index)?, index)));
        let Self {
            library,
            lists,
            about,
            problems,
            problem_list,
            search,
            asks,
            officials,
            read,
            ..
        } = self;
        let anywhere = |row: &RowId, said: Row| searched_anywhere(library, read, search, row, said);
        match index(pane) {
            Some(index) => change(&mut lists[index], &|row| {
                let said = match row {
                    RowId::Fixed(_) => fixed(about, row),
                    _ => content::row(library, &scope, pane, row),
                };
                searched(library, search, open, row, said)
            }),
            None if pane == Pane::Problems => change(problem_list, &|row| fixed(problems, row)),
            None if pane == Pane::Register => {
                change(&mut asks.list, &|row| anywhere(row, asks::row(library, row)));
            }
            None => officials.with_list(pane, &anywhere, change),
        }
    }

    /// Goes to a pane of the screen that is shown.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        match self.screen {
            Screen::Brief => self.pane = pane,
            Screen::Asks => {}
            Screen::Officials => self.officials.pane = pane,
        }
    }

    /// Goes to another screen, from which there is a way back.
    pub(super) fn show_screen(&mut self, screen: Screen) {
        if screen != self.screen {
            self.history.leave(self.place());
            self.screen = screen;
        }
    }

    pub(super) fn cycle_pane(&mut self, count: isize) {
        let panes = self.panes();
        let here = panes.iter().position(|pane| *pane == self.pane()).unwrap_or(0);
        let there = here.cast_signed() + count;
        self.focus_on(panes[there.rem_euclid(panes.len().cast_signed()).cast_unsigned()]);
    }

    /// Where panes stand side by side, to the one beside; else to the next, but not round the end. In
    /// the matrix, to the column beside as long as there is one.
    pub(super) fn cross_pane(&mut self, step: isize) {
        if self.pane() == Pane::Matrix && self.officials.grid.go(step) {
            return;
        }
        if let Some(pane) = self.layout.beside(self.pane(), step) {
            self.focus_on(pane);
        } else if self.layout.columns.len() < 2 {
            let panes = self.panes();
            let here = panes.iter().position(|pane| *pane == self.pane());
            let there = here
                .and_then(|here| here.checked_add_signed(step))
                .and_then(|there| panes.get(there));
            if let Some(pane) = there {
                self.focus_on(*pane);
            }
        }
    }

    pub(super) fn toggle_help(&mut self) {
        self.mode = if self.mode == Mode::Help { Mode::Panes } else { Mode::Help };
        self.forget_help_search();
        self.help_list.restore(Cursor::default());
    }

    pub(super) fn back_out(&mut self) {
        if self.mode.prompt().is_some() {
            self.cancel();
        } else if self.mode == Mode::Help && self.is_help_searched() {
            self.forget_help_search();
        } else if self.mode != Mode::Panes {
            self.mode = Mode::Panes;
        } else if self.search.is_active() {
            self.stop_searching();
        } else if self.zoomed {
            self.zoomed = false;
        } else if self.screen == Screen::Asks {
            self.widen_asks();
        } else if self.screen == Screen::Officials {
            self.officials.pane = Pane::People;
        } else if self.subject.is_some() && matches!(self.pane, Pane::Quotes | Pane::Source) {
            self.show_all_quotes();
        } else {
            self.show_everyone();
        }
    }

    pub(super) fn close(&mut self) -> Effect {
        if self.mode == Mode::Panes {
            return Effect::Quit;
        }
        self.mode = Mode::Panes;
        Effect::None
    }

    fn show_all_quotes(&mut self) {
        self.subject = None;
        if let Some(quote) = self.list(Pane::Quotes).selected().cloned() {
            self.list_mut(Pane::Quotes).want(quote);
        }
    }

    pub(super) fn show_everyone(&mut self) {
        self.list_mut(Pane::Officials).want(RowId::Everyone);
    }
}

/// A row with what is searched for lit in it. An item is lit where it is among what fits; other texts,
/// such as a paragraph of the source, where they fit by themselves.
fn searched(
    library: &Library,
    search: &Search,
    open: Option<(usize, usize)>,
    row: &RowId,
    said: Row,
) -> Row {
    if !search.is_active() {
        return said;
    }
    let fits = match row {
        RowId::Item(id) => open.is_some_and(|(place, index)| {
            library.entries().get(index).is_some_and(|entry| search.has_item(place, entry, id))
        }),
        _ => light::fits(&said, search.query()),
    };
    if fits { light::lit(said, search.query()) } else { said }
}

/// The same, of a row of a screen over all briefs.
fn searched_anywhere(
    library: &Library,
    read: &[usize],
    search: &Search,
    row: &RowId,
    said: Row,
) -> Row {
    if !search.is_active() {
        return said;
    }
    let fits = match row {
        RowId::Anywhere(anchor) | RowId::Under(_, anchor) => {
            search.has_anchor(library, read, anchor)
        }
        _ => light::fits(&said, search.query()),
    };
    if fits { light::lit(said, search.query()) } else { said }
}
