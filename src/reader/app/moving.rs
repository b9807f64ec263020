//! Movement in a pane, and from pane to pane and screen to screen.

use super::{App, around};
use crate::reader::action::Motion;
use crate::reader::mode::ScreenName;
use crate::reader::overlays::Overlay;
use crate::reader::pane::Pane;

impl App {
    pub(super) fn go(&mut self, motion: Motion) {
        let around = around(&self.briefs, &self.search, self.told);
        if let Some(overlay) = &mut self.overlay {
            if let Overlay::Preview(preview) = overlay {
                preview.let_go();
            }
            overlay.change(&around, &mut |list, text| list.go(motion, text));
        } else {
            let screen = self.screens.shown_mut();
            let pane = screen.focused(&around);
            screen.change(pane, &around, &mut |list, text| list.go(motion, text));
        }
    }

    pub(super) fn scroll(&mut self, pane: Pane, lines: isize) {
        let (screens, around) = self.split();
        let screen = screens.shown_mut();
        screen.change(pane, &around, &mut |list, text| list.scroll(lines, text));
    }

    /// Moves the focus to a pane, if the screen has it.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        let (screens, around) = self.split();
        let screen = screens.shown_mut();
        if screen.can_focus(pane, &around) {
            screen.focus_on(pane);
        }
    }

    /// Shows another screen, and notes the way back.
    pub(super) fn show_screen(&mut self, screen: ScreenName) {
        if screen != self.screens.shown {
            self.history.leave(self.screens.location());
            self.screens.shown = screen;
        }
    }

    /// Folds what the screen has to fold: the columns of the matrix, or the notes.
    pub(super) fn fold(&mut self) {
        if self.screens.shown == ScreenName::Officials {
            let (screens, around) = self.split();
            screens.officials.fold_matrix(&around);
        } else {
            self.fold_notes();
        }
    }

    /// Folds the notes away, or unfolds them.
    pub(super) fn fold_notes(&mut self) {
        self.told.folds_notes = !self.told.folds_notes;
        self.notify(if self.told.folds_notes {
            "notes are folded away"
        } else {
            "notes are shown again"
        });
    }

    pub(super) fn cycle_pane(&mut self, count: isize) {
        let panes = self.panes();
        let here = panes.iter().position(|pane| *pane == self.pane()).unwrap_or(0);
        let there = here.cast_signed() + count;
        self.focus_on(panes[there.rem_euclid(panes.len().cast_signed()).cast_unsigned()]);
    }

    /// Goes to the column beside within the pane, or else to the pane beside. If panes are not side
    /// by side, goes to the next one without wrapping.
    pub(super) fn cross_pane(&mut self, step: isize) {
        if self.screens.shown_mut().cross(step) {
            return;
        }
        let pane = self.pane();
        let beside = self.layout.beside(pane, step);
        let next = || {
            let panes = self.panes();
            let here = panes.iter().position(|other| *other == pane)?;
            panes.get(here.checked_add_signed(step)?).copied()
        };
        let is_alone = self.layout.columns.len() < 2;
        if let Some(pane) = beside.or_else(|| next().filter(|_| is_alone)) {
            self.focus_on(pane);
        }
    }
}
