//! The names that one person goes by: those that the `aka` of a brief joins.

use std::collections::HashMap;

use super::Library;
use crate::brief::{Id, Official};
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
            library.briefs().flat_map(|brief| brief.officials.values()).collect();
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

/// Returns the name of an official, then their other names.
fn names(official: &Official) -> impl Iterator<Item = &str> {
    std::iter::once(&official.name).chain(&official.aka).map(Text::as_str)
}
