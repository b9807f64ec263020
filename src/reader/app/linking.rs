//! From an item to those it is linked to, and back.

use super::content::Scope;
use super::place::{History, Place};
use super::{App, targets};
use crate::brief::{Anchor, Id, Item};
use crate::reader::layout::{Pane, Screen};
use crate::reader::list::RowId;

impl App {
    pub(super) fn follow(&mut self) {
        match self.pane() {
            Pane::Briefs | Pane::Officials => {
                self.enter(&[Pane::Claims, Pane::Asks, Pane::Quotes, Pane::Problems]);
            }
            Pane::Source => self.enter(&[Pane::Quotes]),
            Pane::Claims | Pane::Asks | Pane::Quotes => self.follow_link(),
            Pane::Problems => {}
            Pane::Register | Pane::Record => match self.focus() {
                Some(item) => self.follow_to(&item),
                None => self.say("there is nothing to go to here"),
            },
            Pane::People => self.enter(&[Pane::Record]),
            Pane::Matrix => self.follow_cell(),
        }
    }

    /// Goes to the first of `panes` that shows anything.
    fn enter(&mut self, panes: &[Pane]) {
        if let Some(&pane) = panes.iter().find(|pane| !self.list(**pane).is_empty()) {
            self.history.leave(self.place());
            self.focus_on(pane);
        }
    }

    fn follow_link(&mut self) {
        let Some(from) = self.focus() else { return };
        let links: Vec<Anchor> = targets(self.library.links().get(&from)).cloned().collect();
        if links.is_empty() {
            return self.say(format!("{} leads nowhere", from.item));
        }
        let next = self.next_link(&from, links.len());
        self.follow_to(&links[next]);
    }

    /// Which of so many links from an item is to be followed next.
    pub(super) fn next_link(&mut self, from: &Anchor, count: usize) -> usize {
        let next = self.followed.get(from).map_or(0, |last| (last + 1) % count);
        self.followed.insert(from.clone(), next);
        next
    }

    pub(super) fn follow_to(&mut self, target: &Anchor) {
        let here = self.place();
        if self.reach_item(target) {
            self.history.leave(here);
        } else {
            self.say(format!("{target} is not in this library"));
        }
    }

    /// Puts the focus on an item of any brief, if it is there.
    pub(super) fn reach_item(&mut self, target: &Anchor) -> bool {
        let pane = match self.library.item(target) {
            Some(Item::Claim(_)) => Pane::Claims,
            Some(Item::Ask(_)) => Pane::Asks,
            Some(Item::Quote(_)) => Pane::Quotes,
            Some(Item::Official(_) | Item::Organisation(_)) => Pane::Officials,
            None => return false,
        };
        self.screen = Screen::Brief;
        self.open(&target.brief);
        self.reach(pane, &target.item);
        true
    }

    /// Puts the focus on an item of the open brief, and shows everyone's where a filter hides it.
    pub(super) fn reach(&mut self, pane: Pane, item: &Id) {
        self.pane = pane;
        let row = RowId::Item(item.clone());
        self.list_mut(pane).want(row.clone());
        self.settle();
        if self.list(pane).selected() != Some(&row) {
            if pane == Pane::Quotes {
                self.subject = None;
            }
            self.settle();
        }
        if self.list(pane).selected() != Some(&row) {
            self.show_everyone();
            self.settle();
        }
        self.widen_to(pane, row);
    }

    /// Shows also what does not match what is searched for, where that hides a row.
    fn widen_to(&mut self, pane: Pane, row: RowId) {
        if self.search.is_narrowed() && self.list(pane).selected() != Some(&row) {
            self.search.narrow(false);
            self.list_mut(pane).want(row);
            self.settle();
        }
    }

    /// Opens another brief, from which there is a way back.
    pub(super) fn leave_for(&mut self, brief: &Id) {
        self.history.leave(self.place());
        self.screen = Screen::Brief;
        self.open(brief);
    }

    /// Opens another brief where one was in it last.
    pub(super) fn open(&mut self, brief: &Id) {
        let row = RowId::Brief(brief.clone());
        self.list_mut(Pane::Briefs).want(row.clone());
        self.settle();
        self.widen_to(Pane::Briefs, row);
    }

    /// To the item so many after the selected one, in whatever pane the focus is. A quote that the
    /// focused claim does not rest on comes after those it does.
    pub(super) fn step_item(&mut self, pane: Pane, count: isize) {
        if self.is_broken() {
            return self.say("this brief has errors and cannot be shown");
        }
        let selected = self.list(pane).selected().cloned();
        let scope = Scope { subject: None, ..self.scope() };
        let all = self.rows(&scope, pane);
        let here = selected.as_ref().and_then(|row| all.iter().position(|other| other == row));
        let there = match here {
            Some(here) => here.saturating_add_signed(count).min(all.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(RowId::Item(id)) = all.get(there) {
            self.reach(pane, &id.clone());
        }
    }

    pub(super) fn travel(
        &mut self,
        way: fn(&mut History, Place) -> Option<Place>,
        otherwise: &'static str,
    ) {
        let here = self.place();
        match way(&mut self.history, here) {
            Some(place) => self.restore(place),
            None => self.say(otherwise),
        }
    }

    pub(super) fn place(&self) -> Place {
        Place {
            screen: self.screen,
            pane: self.pane,
            subject: self.subject.clone(),
            overview: self.overview,
            cursors: self.cursors(),
            asks: (self.asks.view.clone(), self.asks.list.cursor()),
            officials: self.officials.place(),
        }
    }

    fn restore(&mut self, place: Place) {
        let [briefs, ..] = &place.cursors;
        self.list_mut(Pane::Briefs).restore(briefs.clone());
        self.settle();
        self.screen = place.screen;
        self.pane = place.pane;
        self.subject = place.subject;
        self.overview = place.overview;
        let (view, cursor) = place.asks;
        self.asks.view = view;
        self.asks.list.restore(cursor);
        self.officials.restore(place.officials);
        for (list, cursor) in self.lists.iter_mut().zip(place.cursors.clone()) {
            list.restore(cursor);
        }
        // A new passage scrolls the source to itself; one comes back to where it was scrolled to.
        self.settle();
        let [.., source] = place.cursors;
        self.list_mut(Pane::Source).restore(source);
    }
}
