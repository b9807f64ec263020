//! The names that one person goes by: those that the `aka` of a brief joins.

use std::collections::HashMap;

use super::{Entry, Library};
use crate::brief::{Brief, Id, Official, Party};
use crate::text::Text;

/// The names of every person in a library. Two names are one person’s if a brief has both of them, or
/// if briefs join them step by step.
pub struct Aliases<'a> {
    /// For each name of a person the one that they are all known by.
    groups: HashMap<(&'a Id, &'a str), &'a str>,
}

impl<'a> Aliases<'a> {
    /// Reads the names in every brief of `library`.
    pub fn new(library: &'a Library) -> Self {
        let officials: Vec<&Official> =
            library.briefs().flat_map(|brief| brief.officials.iter()).collect();
        let mut bearers: HashMap<(&Id, &str), Vec<usize>> = HashMap::new();
        for (index, official) in officials.iter().enumerate() {
            for name in names(official) {
                bearers.entry((&official.id, name)).or_default().push(index);
            }
        }
        let mut groups = HashMap::new();
        let mut unread = vec![true; officials.len()];
        for first in 0..officials.len() {
            let mut waiting = vec![first];
            while let Some(index) = waiting.pop() {
                if !std::mem::take(&mut unread[index]) {
                    continue;
                }
                for name in names(officials[index]) {
                    let key = (&officials[index].id, name);
                    groups.insert(key, officials[first].name.as_str());
                    waiting.extend(bearers.remove(&key).into_iter().flatten());
                }
            }
        }
        Self { groups }
    }

    /// Returns whether `one` and `other` are names of the same person or body `id`.
    pub fn join(&self, id: &Id, one: &str, other: &str) -> bool {
        let group = |name| self.groups.get(&(id, name));
        one == other || group(one).is_some_and(|known_by| group(other) == Some(known_by))
    }
}

impl Library {
    /// Returns the entries whose briefs have the party `id` that the brief `of` has: one of that id whose
    /// name is the same, or which an `aka` joins to it. Empty if that brief has no such party.
    pub fn entries_with_party(&self, id: &Id, of: &Id) -> Vec<&Entry> {
        let name = |brief: &Brief| brief.party(id).map(called);
        let brief = self.entry(of).and_then(|entry| entry.brief.as_deref());
        let Some(known) = brief.and_then(name) else { return Vec::new() };
        let aliases = Aliases::new(self);
        let has = |brief: &Brief| name(brief).is_some_and(|name| aliases.join(id, &known, &name));
        self.entries().iter().filter(|entry| entry.brief.as_deref().is_some_and(has)).collect()
    }
}

/// Returns the name of a party, without honorific.
fn called(party: Party<'_>) -> Text {
    match party {
        Party::Official(official) => official.name.clone(),
        Party::Organisation(organisation) => organisation.name.clone(),
    }
}

/// Returns the name of an official, then their other names.
fn names(official: &Official) -> impl Iterator<Item = &str> {
    std::iter::once(&official.name).chain(&official.aka).map(Text::as_str)
}
