//! Many briefs: finding and reading them, the links between them, and what all of them together say:
//! search, the register of asks, the points that are made, and who makes them.

mod across;
mod aliases;
pub mod catalogue;
mod changes;
pub mod dossiers;
mod entry;
mod fault;
mod find;
mod fixes;
mod lazy_evidence;
mod links;
mod load;
mod locks;
mod near_name;
mod parties;
pub mod points;
pub mod register;
mod repair;
mod resting;
pub mod search;
pub mod shipped;
mod source;
mod watch;

pub use changes::{Changes, Files};
pub use entry::{Entry, Origin};
pub use fault::{catch, is_panic_caught};
pub use find::{FoundBriefs, NotFound, find, in_library_order, is_brief};
pub use fixes::{TriedFix, edits_of, fixes};
pub use lazy_evidence::LazyEvidence;
pub use links::{Linked, Links, passive};
pub use load::{Loading, load, load_bytes};
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
    links: Links,
}

impl Library {
    /// Returns a library of `entries`, in this order.
    pub fn new(entries: Vec<Entry>) -> Self {
        let links = Links::from_briefs(entries.iter().filter_map(|entry| entry.brief.as_deref()));
        Self { entries, links }
    }

    /// Inserts a brief before the one that is at `position` now, or at the end.
    pub fn insert(&mut self, position: usize, entry: Entry) {
        if let Some(brief) = &entry.brief {
            self.links.add(brief);
        }
        self.entries.insert(position.min(self.entries.len()), entry);
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
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// Returns the item at `anchor`, if its brief is in the library and sound.
    pub fn item(&self, anchor: &Anchor) -> Option<Item<'_>> {
        self.entry(&anchor.brief)?.brief.as_deref()?.item(&anchor.item)
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
