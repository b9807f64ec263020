//! From an item to those it is linked to, and back.

use super::App;
use crate::brief::{Anchor, Id, Item};
use crate::reader::action::{Effect, Way};
use crate::reader::mode::ScreenName;
use crate::reader::pane::Pane;
use crate::reader::screens::{Follow, LinkTarget, brief};

impl App {
    /// Goes where Enter leads. From a problem, that is to the editor.
    pub(super) fn follow(&mut self) -> Effect {
        if self.pane() == brief::PROBLEMS {
            return self.edit();
        }
        match self.screens.shown().follow(&self.around()) {
            Follow::Into(panes) => self.enter(panes),
            Follow::Item(item) => self.follow_to(&item),
            Follow::Links(from, targets) => {
                let next = self.history.next_link(&from, targets.len());
                match &targets[next] {
                    LinkTarget::Item(item) => self.follow_to(item),
                    LinkTarget::Passage => self.enter(&[brief::SOURCE]),
                }
            }
            Follow::Row(pane, row) => {
                self.enter(&[pane]);
                self.screens.shown_mut().select(pane, row);
            }
            Follow::Nowhere(reason) => self.notify(reason),
        }
        Effect::None
    }

    /// Goes to the first of `panes` that has any rows.
    fn enter(&mut self, panes: &[Pane]) {
        if let Some(&pane) = panes.iter().find(|pane| !self.list(**pane).is_empty()) {
            self.history.leave(self.screens.location());
            self.focus_on(pane);
        }
    }

    /// Goes to an item of any brief, and notes the way back.
    pub(super) fn follow_to(&mut self, target: &Anchor) {
        let here = self.screens.location();
        if self.reach_item(target) {
            self.history.leave(here);
        } else {
            self.notify(format!("`{target}` is not in this library"));
        }
    }

    /// Moves the focus to an item of any brief, if it exists.
    pub(super) fn reach_item(&mut self, target: &Anchor) -> bool {
        let Some(item) = self.briefs.library().item(target) else { return false };
        let pane = pane_of(&item);
        self.screens.shown = ScreenName::Brief;
        self.open(&target.brief);
        self.reach(pane, &target.item);
        true
    }

    /// Moves the focus to an item of the open brief. If a filter hides it, removes the filter.
    pub(super) fn reach(&mut self, pane: Pane, item: &Id) {
        self.screens.brief.aim(pane, item);
        self.refresh();
        if !self.screens.brief.has_selected(pane, item) {
            if pane == brief::QUOTES {
                self.screens.brief.widen_quotes();
            }
            self.refresh();
        }
        if !self.screens.brief.has_selected(pane, item) {
            self.screens.brief.show_everyone();
            self.refresh();
        }
        if self.search.is_narrowed() && !self.screens.brief.has_selected(pane, item) {
            self.search.narrow(false);
            self.screens.brief.aim(pane, item);
            self.refresh();
        }
    }

    /// Goes to another brief, and notes the way back.
    pub(super) fn leave_for(&mut self, brief: &Id) {
        self.history.leave(self.screens.location());
        self.screens.shown = ScreenName::Brief;
        self.open(brief);
    }

    /// Opens another brief on the Brief screen, at the place where it was left. If a filter or a search
    /// hides it, shows everything.
    pub(super) fn open(&mut self, brief: &Id) {
        self.screens.brief.open(brief);
        self.refresh();
        if !self.screens.brief.is_open(brief) && self.screens.brief.is_filtered() {
            self.screens.brief.list_all();
            self.screens.brief.open(brief);
            self.refresh();
        }
        if self.search.is_narrowed() && !self.screens.brief.is_open(brief) {
            self.search.narrow(false);
            self.screens.brief.open(brief);
            self.refresh();
        }
    }

    /// Goes to the next brief that cannot be shown, in the order of the list.
    pub(super) fn next_broken(&mut self) {
        match self.screens.brief.next_broken(&self.around()) {
            Some(brief) => self.leave_for(&brief),
            None => self.notify("no brief is broken"),
        }
    }

    /// Goes to the item `count` after the selected one of a pane, wherever the focus is.
    pub(super) fn step_item(&mut self, pane: Pane, count: isize) {
        if self.screens.shown != ScreenName::Brief {
            return;
        }
        let around = self.around();
        if self.screens.brief.is_broken(&around) {
            return self.notify("this brief has errors and cannot be shown");
        }
        if let Some(item) = self.screens.brief.step_from(pane, count, &around) {
            self.reach(pane, &item);
        }
    }

    /// Goes to a place where the user was.
    pub(super) fn travel(&mut self, way: Way) {
        self.overlay = None;
        let here = self.screens.location();
        let (there, none) = match way {
            Way::Back => (self.history.back(here), "nothing to go back to"),
            Way::Forward => (self.history.forward(here), "nothing to go forward to"),
            Way::ToAndFro => (self.history.swap(here), "no place has been left yet"),
        };
        match there {
            Some(location) => {
                let (screens, around) = self.split();
                screens.restore(location, &around);
            }
            None => self.notify(none),
        }
    }
}

/// Returns the pane of the Brief screen that shows an item.
pub fn pane_of(item: &Item<'_>) -> Pane {
    match item {
        Item::Claim(_) => brief::CLAIMS,
        Item::Ask(_) => brief::ASKS,
        Item::Quote(_) => brief::QUOTES,
        Item::Official(_) | Item::Organisation(_) => brief::OFFICIALS,
    }
}
