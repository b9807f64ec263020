//! Briefs as they are read, and as they change.

use super::{App, Target};
use crate::brief::{Anchor, Id};
use crate::library::{Changes, Entry};
use crate::reader::layout::Pane;
use crate::reader::list::{Cursor, RowId};
use crate::reader::memory::{Position, Remembered};

/// Where the reader opens.
#[derive(Clone, Debug)]
pub(super) enum Opening {
    /// Where the user asks for it.
    Asked(Target),
    /// Where it was left, as far as that is still there.
    Left(Position),
}

impl Opening {
    fn brief(&self) -> &Id {
        match self {
            Self::Asked(target) => &target.brief,
            Self::Left(position) => &position.at.brief,
        }
    }
}

impl App {
    /// Goes on where the reader was left, unless the user asked for another place.
    pub fn resume(&mut self, remembered: Remembered) {
        self.marks = remembered.marks;
        self.opening = self.opening.take().or(remembered.left.map(Opening::Left));
    }

    /// The brief that it will open at, unless that is the first.
    pub fn opens_at(&self) -> Option<&Id> {
        self.opening.as_ref().map(Opening::brief)
    }

    pub(super) fn loaded(&mut self, index: usize, entry: Entry) {
        let position = self.read.partition_point(|earlier| *earlier < index);
        let id = entry.id.clone();
        self.read.insert(position, index);
        self.readings += 1;
        self.search.add(index, &entry);
        self.library.insert(position, entry);
        let last = self.read.len() == self.expected;
        match self.opening.take() {
            Some(opening) if *opening.brief() == id => self.open_at(opening),
            Some(opening) if last => {
                if let Opening::Asked(target) = opening {
                    self.say(format!("no brief called {} is here", target.brief));
                }
                self.open_first();
            }
            Some(opening) => self.opening = Some(opening),
            None if index == 0 => self.open_first(),
            None => {}
        }
    }

    /// Whether what tells of all briefs, and was last made after so many readings, need not be made
    /// anew for the few that have been read since: not before there are an eighth more, or all. So
    /// a large library is not gone through for each of its briefs.
    pub(super) fn can_wait(&self, before: usize) -> bool {
        self.read.len() < self.expected && self.readings <= before + before / 8
    }

    fn open_at(&mut self, opening: Opening) {
        self.open(&opening.brief().clone());
        match opening {
            Opening::Asked(Target { brief, item: Some(item) }) => {
                if !self.reach_item(&Anchor::new(&brief, &item)) {
                    self.say(format!("{brief} has no item called {item}"));
                }
            }
            Opening::Left(position) => self.return_to(position),
            Opening::Asked(_) => {}
        }
    }

    fn open_first(&mut self) {
        if let Some(first) = self.library.entries().first() {
            let id = first.id.clone();
            self.open(&id);
        }
    }

    /// Shows what has changed, and stays at the same items.
    pub(super) fn changed(&mut self, changes: Changes) {
        let here = self.missed.take().or_else(|| self.position());
        let is_there = |app: &Self| {
            here.as_ref().is_some_and(|here| app.library.entry(&here.at.brief).is_some())
        };
        let was_there = is_there(self);
        self.library.update(changes);
        self.readings += 1;
        self.expected = self.library.entries().len();
        self.read = (0..self.expected).collect();
        self.search.again(self.read.iter().copied().zip(self.library.entries()));
        self.settle();
        self.drop_what_is_gone();
        match (was_there, is_there(self), here) {
            (_, false, here) => self.missed = here,
            (false, true, Some(here)) => self.return_to(here),
            _ => {}
        }
    }

    /// Goes to where one was, as far as that is there.
    fn return_to(&mut self, Position { at, party }: Position) {
        self.open(&at.brief);
        if let Some(party) = party.filter(|party| self.has_party(party)) {
            self.list_mut(Pane::Officials).want(RowId::Item(party));
            self.settle();
        }
        if let Some(item) = at.item {
            self.reach_item(&Anchor::new(&at.brief, &item));
        }
    }

    /// An official who is no longer in the brief leaves everyone's items, not another's; a claim that
    /// is gone leaves every quote.
    fn drop_what_is_gone(&mut self) {
        let scope = self.scope();
        let Some(brief) = scope.open(&self.library) else { return };
        let official = self.list(Pane::Officials).wanted();
        let has_official = !matches!(official, Some(RowId::Item(id)) if brief.party(id).is_none());
        self.subject = self.subject.take().filter(|id| brief.item(id).is_some());
        if !has_official {
            self.list_mut(Pane::Officials).restore(Cursor::default());
            self.show_everyone();
        }
    }

    fn has_party(&self, id: &Id) -> bool {
        self.scope().open(&self.library).is_some_and(|brief| brief.party(id).is_some())
    }
}
