//! Many briefs: finding and reading them, the links between them, and what all of them together say:
//! search, the register of asks, the points that are made, and who makes them.

mod across;
mod aliases;
mod all_cores;
mod cache;
pub mod catalogue;
mod changes;
pub mod dossiers;
mod entry;
mod fault;
mod find;
mod fixes;
mod heap;
mod in_order;
mod lazy_evidence;
mod links;
mod load;
mod locks;
mod natural;
mod near_name;
mod parties;
mod places;
pub mod points;
pub mod register;
mod repair;
mod resting;
pub mod search;
pub mod shipped;
mod sightings;
mod source;
mod source_folders;
mod watch;

pub use all_cores::on_all_cores;
pub use cache::{Cache, Kind};
pub use changes::{Changes, Files};
pub use entry::{Entry, Origin};
pub use fault::{catch, is_panic_caught};
pub use find::{FoundBriefs, NotFound, find, is_brief};
pub use fixes::{TriedFix, edits_of, fixes};
pub use in_order::in_order;
pub use lazy_evidence::{LazyEvidence, find_quotes};
pub use links::{Linked, Links, passive};
pub use load::{Loading, load, load_bytes, load_for_query};
pub use natural::in_library_order;
pub use parties::{PartyError, known_parties};
pub use repair::{MadeFix, Repair, repair};
pub use source::{decode_text, text_of_source};
pub use watch::{CannotWatch, Watch};

use std::collections::HashMap;

use crate::brief::{Anchor, Brief, Id, Item};

/// The briefs that are open, in natural order of their paths.
#[derive(Debug, Default)]
pub struct Library {
    entries: Vec<Entry>,
    /// The index of the first entry with each id.
    by_id: HashMap<Id, usize>,
    links: Links,
}

impl Library {
    /// Returns a library of `entries`, in this order.
    pub fn new(entries: Vec<Entry>) -> Self {
        let links = Links::from_briefs(entries.iter().filter_map(|entry| entry.brief.as_deref()));
        let mut library = Self { entries, by_id: HashMap::new(), links };
        library.index_from(0);
        library
    }

    /// Inserts a brief before the one that is at `position` now, or at the end.
    pub fn insert(&mut self, position: usize, entry: Entry) {
        if let Some(brief) = &entry.brief {
            self.links.add(brief);
        }
        let position = position.min(self.entries.len());
        self.entries.insert(position, entry);
        self.index_from(position);
    }

    /// Notes again where the entries from `position` on are. Those before it are where they were.
    fn index_from(&mut self, position: usize) {
        for (index, entry) in self.entries.iter().enumerate().skip(position).rev() {
            #[cfg(test)]
            NOTED.set(NOTED.get() + 1);
            match self.by_id.get_mut(&entry.id) {
                Some(first) if *first < position => {}
                Some(first) => *first = index,
                None => {
                    self.by_id.insert(entry.id.clone(), index);
                }
            }
        }
    }

    /// Applies what has changed on disk. A file that no longer holds a brief keeps the last good
    /// one.
    pub fn update(&mut self, changes: Changes) {
        self.join(changes, Entry::after);
    }

    /// Applies what has changed, so that the library is what it would be if it were read again.
    pub fn replace(&mut self, changes: Changes) {
        self.join(changes, |read, _| read);
    }

    /// Applies what has changed. `join` makes one entry of that of a file as it is now and as it was.
    fn join(&mut self, changes: Changes, join: impl Fn(Entry, Entry) -> Entry) {
        let mut before: HashMap<Origin, Entry> =
            self.entries.drain(..).map(|entry| (entry.origin.clone(), entry)).collect();
        let mut read: HashMap<Origin, Entry> =
            changes.entries.into_iter().map(|entry| (entry.origin.clone(), entry)).collect();
        let now = changes.origins.iter().filter_map(|origin| {
            match (read.remove(origin), before.remove(origin)) {
                (Some(read), Some(before)) => Some(join(read, before)),
                (read, before) => read.or(before),
            }
        });
        *self = Self::new(now.collect());
    }

    /// Returns the briefs, sound and broken, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns the sound briefs.
    pub fn briefs(&self) -> impl Iterator<Item = &Brief> {
        self.entries.iter().filter_map(|entry| entry.brief.as_deref())
    }

    /// Returns the entry with this brief id; the first if two files have it.
    pub fn entry(&self, id: &Id) -> Option<&Entry> {
        self.entries.get(*self.by_id.get(id)?)
    }

    /// Returns the item at `anchor`, if its brief is in the library and sound.
    pub fn item(&self, anchor: &Anchor) -> Option<Item<'_>> {
        self.entry(&anchor.brief)?.brief.as_deref()?.item(&anchor.item)
    }

    /// Writes what was worked out of the briefs, if that is kept.
    pub fn save(&self) {
        if let Some(cache) = self.entries.iter().find_map(|entry| entry.evidence.cache()) {
            cache.save();
        }
    }

    /// Returns how the items of all briefs are linked.
    pub fn links(&self) -> &Links {
        &self.links
    }
}

/// Returns a key that sorts what is missing last.
fn missing_last<T>(key: Option<T>) -> (bool, Option<T>) {
    (key.is_none(), key)
}

#[cfg(test)]
thread_local! {
    /// How often the place of an entry was noted.
    static NOTED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str) -> Entry {
        Entry::unreadable(Origin::File(path.into()), "x")
    }

    #[test]
    fn entries_that_come_in_order_are_noted_once() {
        let mut library = Library::default();
        NOTED.take();
        for number in 0..500 {
            library.insert(number, entry(&format!("b{number}.yaml")));
        }
        assert_eq!(NOTED.take(), 500);
    }

    #[test]
    fn an_id_leads_to_the_first_entry_that_has_it_wherever_it_was_inserted() {
        let mut library = Library::new(["b/x.yaml", "b/y.yaml"].map(entry).into());
        let insertions =
            [("c/x.yaml", 9), ("a/y.yaml", 0), ("a/x.yaml", 0), ("b/z.yaml", 2), ("a/x.yml", 1)];
        for (path, position) in insertions {
            library.insert(position, entry(path));
            for id in ["x", "y", "z", "none"].map(Id::of_file) {
                let first = library.entries().iter().find(|entry| entry.id == id);
                let found = library.entry(&id);
                assert_eq!(found.map(|entry| &entry.origin), first.map(|entry| &entry.origin));
            }
        }
    }
}
