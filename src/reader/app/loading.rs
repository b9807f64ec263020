//! Briefs as they are read.

use super::place::History;
use super::{App, Target};
use crate::brief::Anchor;
use crate::library::Entry;

impl App {
    pub(super) fn loaded(&mut self, index: usize, entry: Entry) {
        let position = self.read.partition_point(|earlier| *earlier < index);
        let id = entry.id.clone();
        self.read.insert(position, index);
        self.library.insert(position, entry);
        let last = self.read.len() == self.expected;
        match self.target.take() {
            Some(target) if target.brief == id => self.open_at(target),
            Some(target) if last => {
                self.say(format!("no brief called {} is here", target.brief));
                self.open_first();
            }
            Some(target) => self.target = Some(target),
            None if index == 0 => self.open_first(),
            None => {}
        }
    }

    fn open_at(&mut self, target: Target) {
        self.open(&target.brief);
        let Some(id) = target.item else { return };
        let anchor = Anchor::new(&target.brief, &id);
        match self.library.item(&anchor) {
            Some(_) => {
                self.follow_to(&anchor);
                self.history = History::default();
            }
            None => self.say(format!("{} has no item called {id}", target.brief)),
        }
    }

    fn open_first(&mut self) {
        if let Some(first) = self.library.entries().first() {
            let id = first.id.clone();
            self.open(&id);
        }
    }
}
