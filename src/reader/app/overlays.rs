//! Opens and closes the overlays, and does what the menus ask for.

use super::App;
use crate::library::catalogue::{BriefField, BriefSort};
use crate::reader::action::Effect;
use crate::reader::mode::ScreenName;
use crate::reader::overlays::Overlay;
use crate::reader::overlays::actions::Actions;
use crate::reader::overlays::choices::Choices;
use crate::reader::overlays::help::Help;
use crate::reader::overlays::menu::Menu;
use crate::reader::screens::Around;
use crate::reader::screens::asks::{AskFilter, AsksScreen};
use crate::reader::screens::brief::{self, BriefFilter};

impl App {
    pub(super) fn toggle_help(&mut self) {
        self.overlay = match self.overlay {
            Some(Overlay::Help(_)) => None,
            _ => Some(Overlay::Help(Help::new(&self.keymap, &self.earlier_lines))),
        };
    }

    pub(super) fn choose_action(&mut self) {
        let menus = self.screens.shown().menus();
        let modes = std::iter::once(self.mode_below()).chain(menus.iter().copied());
        let actions = Actions::new(modes.collect(), &self.keymap, &self.earlier_lines);
        self.overlay = Some(Overlay::Actions(actions));
    }

    pub(super) fn choose_sort(&mut self) {
        let menu = if self.screens.shown == ScreenName::Asks {
            Menu::of_sorts(&self.keymap, &self.screens.asks)
        } else {
            Menu::of_brief_sorts(&self.keymap, &self.screens.brief)
        };
        self.overlay = Some(Overlay::Menu(menu));
    }

    pub(super) fn choose_filter(&mut self) {
        let around = self.around();
        let (menu, none) = if self.screens.shown == ScreenName::Asks {
            let menu = Menu::of_filters(&self.keymap, &self.screens.asks, &around);
            (menu, "no ask is selected")
        } else {
            let menu = Menu::of_brief_filters(&self.keymap, &self.screens.brief, &around);
            (menu, "no brief is open")
        };
        match menu {
            Some(menu) => self.overlay = Some(Overlay::Menu(menu)),
            None => self.notify(none),
        }
    }

    pub(super) fn sort_briefs(&mut self, sort: BriefSort) {
        self.overlay = None;
        self.screens.brief.sort_by(sort);
    }

    pub(super) fn filter_briefs(&mut self, field: BriefField) {
        self.overlay = None;
        if let Some(filter) = self.screens.brief.filter_like_open(field, &self.around()) {
            self.set_brief_filter(filter);
        }
    }

    /// Shows only the briefs that a filter admits, or all again if it was set, and the list of them.
    pub(super) fn set_brief_filter(&mut self, filter: BriefFilter) {
        self.screens.brief.toggle_filter(filter);
        self.focus_on(brief::BRIEFS);
    }

    pub(super) fn choose_value(&mut self) {
        let choices = Choices::new(&self.around(), &self.earlier_lines);
        self.overlay = Some(Overlay::Choices(choices));
    }

    pub(super) fn filter_asks(
        &mut self,
        filter: impl FnOnce(&AsksScreen, &Around<'_>) -> Option<AskFilter>,
    ) {
        self.change_asks(|asks, around| {
            if let Some(filter) = filter(asks, around) {
                asks.toggle_filter(filter, around);
            }
        });
    }

    /// Changes how the asks are sorted or filtered, and says so if that leaves none.
    pub(super) fn change_asks(&mut self, change: impl FnOnce(&mut AsksScreen, &Around<'_>)) {
        self.overlay = None;
        if self.screens.shown == ScreenName::Asks {
            let (screens, around) = self.split();
            change(&mut screens.asks, &around);
            self.notify_if_no_asks();
        }
    }

    fn notify_if_no_asks(&mut self) {
        if let Some(filter) = self.screens.asks.emptied_by() {
            self.notify(format!("no ask matches the filter “{filter}”; Esc removes it"));
        }
    }

    pub(super) fn back_out(&mut self) {
        if self.overlay.is_some() {
            self.back_out_of_overlay();
        } else if self.search.is_active() {
            self.search.clear();
        } else if self.zoomed {
            self.zoomed = false;
        } else {
            let (screens, around) = self.split();
            screens.shown_mut().back_out(&around);
            if self.screens.shown == ScreenName::Asks {
                self.notify_if_no_asks();
            }
        }
    }

    /// Leaves a prompt without accepting its line, or else closes the overlay.
    fn back_out_of_overlay(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Help(help)) if help.is_searched() => {
                help.clear(&self.keymap, &self.earlier_lines);
            }
            Some(Overlay::Preview(preview)) => {
                if !preview.back_out() {
                    self.overlay = None;
                }
            }
            Some(Overlay::Matches(_)) => {
                self.overlay = None;
                self.search.clear();
            }
            _ => self.overlay = None,
        }
    }

    pub(super) fn close(&mut self) -> Effect {
        if self.overlay.take().is_some() { Effect::None } else { Effect::Quit }
    }
}
