//! Many briefs: finding and reading them, the links between them, and what all of them together say:
//! search, the register of asks, the points that are made, and who makes them.

mod across;
mod bounded;
mod changes;
pub mod dossiers;
mod entry;
mod find;
mod links;
mod load;
mod locks;
pub mod points;
pub mod register;
pub mod search;
pub mod shipped;
mod source;
mod watch;

pub use changes::{Changes, Files};
pub use entry::{Entry, Origin};
pub use find::{NotFound, find, is_brief};
pub use links::{Linked, Links, passive};
pub use load::{Loading, load};
pub use source::read_text;
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
    /// A library of `entries`, in this order.
    pub fn new(entries: Vec<Entry>) -> Self {
        let links = Links::from_briefs(entries.iter().filter_map(|entry| entry.brief.as_ref()));
        Self { entries, links }
    }

    /// Adds a brief before the one that is at `position` now, or at the end.
    pub fn insert(&mut self, position: usize, entry: Entry) {
        if let Some(brief) = &entry.brief {
            self.links.add(brief);
        }
        self.entries.insert(position.min(self.entries.len()), entry);
    }

    /// Takes in what has changed on disk. A file that holds a brief no more keeps the last good one.
    pub fn update(&mut self, changes: Changes) {
        let mut before: HashMap<Origin, Entry> =
            self.entries.drain(..).map(|entry| (entry.origin.clone(), entry)).collect();
        let mut read: HashMap<Origin, Entry> =
            changes.entries.into_iter().map(|entry| (entry.origin.clone(), entry)).collect();
        let now = changes.origins.iter().filter_map(|origin| {
            match (read.remove(origin), before.remove(origin)) {
                (Some(read), Some(before)) => Some(read.after(before)),
                (read, before) => read.or(before),
            }
        });
        *self = Self::new(now.collect());
    }

    /// The briefs, sound and broken, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The briefs that can be shown.
    pub fn briefs(&self) -> impl Iterator<Item = &Brief> {
        self.entries.iter().filter_map(|entry| entry.brief.as_ref())
    }

    /// The entry with this brief id; the first, should two files share it.
    pub fn entry(&self, id: &Id) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// The item at `anchor`, where its brief is here and sound.
    pub fn item(&self, anchor: &Anchor) -> Option<Item<'_>> {
        self.entry(&anchor.brief)?.brief.as_ref()?.item(&anchor.item)
    }

    /// How the items of all briefs are linked.
    pub fn links(&self) -> &Links {
        &self.links
    }
}
