//! Movement in a pane, from pane to pane, and out of what is open.

use super::{App, content, fixed, index};
use crate::library::Library;
use crate::reader::action::{Effect, Mode, Motion};
use crate::reader::layout::Pane;
use crate::reader::light;
use crate::reader::list::{Compose, Cursor, List, Row, RowId};
use crate::reader::search::Search;

impl App {
    pub(super) fn go(&mut self, motion: Motion) {
        if self.mode == Mode::Help {
            let help = &self.help;
            return self.help_list.go(motion, &|row| fixed(help, row));
        }
        if self.mode == Mode::Jumping {
            let menu = &self.menu;
            return self.menu_list.go(motion, &|row| fixed(menu, row));
        }
        let pane = self.pane();
        self.with_list(pane, |list, text| list.go(motion, text));
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
        let Self { library, lists, about, problems, problem_list, search, .. } = self;
        match index(pane) {
            None => change(problem_list, &|row| fixed(problems, row)),
            Some(index) => change(&mut lists[index], &|row| {
                let said = match row {
                    RowId::Fixed(_) => fixed(about, row),
                    _ => content::row(library, &scope, pane, row),
                };
                searched(library, search, open, row, said)
            }),
        }
    }

    pub(super) fn cycle_pane(&mut self, count: isize) {
        let panes = self.panes();
        let here = panes.iter().position(|pane| *pane == self.pane()).unwrap_or(0);
        let there = here.cast_signed() + count;
        self.pane = panes[there.rem_euclid(panes.len().cast_signed()).cast_unsigned()];
    }

    /// Where panes stand side by side, to the one beside; else to the next, but not round the end.
    pub(super) fn cross_pane(&mut self, step: isize) {
        if let Some(pane) = self.layout.beside(self.pane(), step) {
            self.pane = pane;
        } else if self.layout.columns.len() < 2 && (step > 0) == (self.pane().number() < 6) {
            self.cycle_pane(step);
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
fn searched(library: &Library, search: &Search, open: Option<(usize, usize)>, row: &RowId, said: Row) -> Row {
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
