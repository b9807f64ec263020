//! The briefs of the library as they are read and as they change.

use std::collections::HashMap;
use std::ptr;

use super::memory::Position;
use super::target::Target;
use crate::brief::Id;
use crate::library::catalogue::{self, BriefState};
use crate::library::{Changes, Entry, Library};

/// The briefs that have been read, and what is known of those that have not.
#[derive(Debug, Default)]
pub struct Briefs {
    library: Library,
    /// The places, in the order of the library, of the briefs that have been read; ascending.
    order: Vec<usize>,
    /// The place of each brief by its id; the first if two files have it.
    places: HashMap<Id, usize>,
    /// The number of briefs that cannot be shown.
    broken: usize,
    expected: usize,
    version: usize,
    /// Where to open, until that brief has been read.
    opening: Option<Opening>,
    /// The place in a brief that has gone, until the user moves elsewhere.
    missed: Option<Position>,
    /// Whether somebody else does what the user does not wait for.
    works_aside: bool,
}

/// Where the reader opens.
#[derive(Clone, Debug)]
pub enum Opening {
    /// Where the user asked.
    Asked(Target),
    /// Where the reader was left, as far as that still exists.
    Left(Position),
}

impl Opening {
    /// Returns the brief to open.
    pub fn brief(&self) -> &Id {
        match self {
            Self::Asked(target) => &target.brief,
            Self::Left(position) => &position.at.brief,
        }
    }
}

impl Briefs {
    /// No brief of `expected` has been read yet.
    pub fn new(expected: usize, opening: Option<Opening>) -> Self {
        Self { expected, opening, ..Self::default() }
    }

    /// Returns the briefs that have been read.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Returns the entries that have been read, in the order of the library.
    pub fn entries(&self) -> &[Entry] {
        self.library.entries()
    }

    /// Returns the place after the last of the briefs that have been read.
    pub fn places_end(&self) -> usize {
        self.order.last().map_or(0, |last| last + 1)
    }

    /// Returns the place of the entry at `index`.
    pub fn place(&self, index: usize) -> Option<usize> {
        self.order.get(index).copied()
    }

    /// Returns the place of an entry of the [`library`](Self::library).
    pub fn place_of(&self, entry: &Entry) -> Option<usize> {
        let first = self.find(&entry.id).filter(|(_, first)| ptr::eq(*first, entry));
        let nth = || self.entries().iter().position(|other| ptr::eq(other, entry));
        first.map(|(place, _)| place).or_else(|| self.place(nth()?))
    }

    /// Returns the entry with this brief id, with its place; the first if two files have it.
    pub fn find(&self, id: &Id) -> Option<(usize, &Entry)> {
        let place = *self.places.get(id)?;
        Some((place, self.at(place)?))
    }

    /// Returns the index in [`entries`](Self::entries) of the entry at a place, if it has been read.
    pub fn index(&self, place: usize) -> Option<usize> {
        self.order.binary_search(&place).ok()
    }

    /// Returns the entry at a place, if it has been read.
    pub fn at(&self, place: usize) -> Option<&Entry> {
        self.entries().get(self.index(place)?)
    }

    /// Leaves to others what the user does not wait for: briefs that are shown are checked on another thread.
    pub fn work_aside(&mut self) {
        self.works_aside = true;
    }

    /// Returns whether what the user does not wait for is left to others.
    pub fn works_aside(&self) -> bool {
        self.works_aside
    }

    /// Returns the state of a brief; [`None`] if it is still being checked.
    pub fn state(&self, entry: &Entry) -> Option<BriefState> {
        if self.works_aside { catalogue::known_state(entry) } else { Some(catalogue::state(entry)) }
    }

    /// Returns the number of briefs that cannot be shown.
    pub fn broken(&self) -> usize {
        self.broken
    }

    /// Returns the number of briefs that have been read.
    pub fn read(&self) -> usize {
        self.order.len()
    }

    /// Returns the number of briefs once all have been read.
    pub fn expected(&self) -> usize {
        self.expected
    }

    /// Returns the number of briefs still to be read.
    pub fn unread(&self) -> usize {
        self.expected.saturating_sub(self.read())
    }

    /// Returns a number that grows each time a brief is read or changes.
    pub fn version(&self) -> usize {
        self.version
    }

    /// Returns whether what summarises all briefs, and was last made at the version `made`, can
    /// stay as it is for now: until there are an eighth more briefs, or all. So a large library is
    /// not gone through again for each brief that is read.
    pub fn can_wait(&self, made: usize) -> bool {
        self.read() < self.expected && self.version <= made + made / 8
    }

    /// Returns where to open, until that brief has been read.
    pub fn opening(&self) -> Option<&Opening> {
        self.opening.as_ref()
    }

    /// Opens at a position, unless the user asked for another.
    pub fn open_at(&mut self, left: Option<Position>) {
        self.opening = self.opening.take().or(left.map(Opening::Left));
    }

    /// Takes where to open, if `id` is that brief or the last to be read.
    pub fn take_opening(&mut self, id: &Id) -> Option<Opening> {
        let is_due = |opening: &mut Opening| opening.brief() == id;
        if self.unread() == 0 { self.opening.take() } else { self.opening.take_if(is_due) }
    }

    /// Adds a brief that has been read, at its place in the library.
    pub fn add(&mut self, place: usize, entry: Entry) {
        let index = self.order.partition_point(|earlier| *earlier < place);
        self.order.insert(index, place);
        self.version += 1;
        self.note(place, &entry.id, entry.brief.is_none());
        self.library.insert(index, entry);
    }

    fn note(&mut self, place: usize, id: &Id, is_broken: bool) {
        let first = self.places.entry(id.clone()).or_insert(place);
        *first = place.min(*first);
        self.broken += usize::from(is_broken);
    }

    /// Takes over what has changed on disk. Every brief counts as read then.
    pub fn update(&mut self, changes: Changes) {
        self.library.update(changes);
        self.version += 1;
        self.expected = self.entries().len();
        self.order = (0..self.expected).collect();
        (self.places, self.broken) = (HashMap::new(), 0);
        let read = self.entries().iter().map(|entry| (entry.id.clone(), entry.brief.is_none()));
        for (place, (id, is_broken)) in read.collect::<Vec<_>>().into_iter().enumerate() {
            self.note(place, &id, is_broken);
        }
    }

    /// Notes the place in a brief that has gone.
    pub fn miss(&mut self, position: Option<Position>) {
        self.missed = position;
    }

    /// Takes the place in a brief that has gone.
    pub fn take_missed(&mut self) -> Option<Position> {
        self.missed.take()
    }
}
