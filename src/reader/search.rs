//! What is searched for, and what of the library fits.
//!
//! Each brief is searched once for each query: all that are there when the query changes, the
//! others as they are read.

use std::collections::BTreeMap;

use crate::brief::{Anchor, Id};
use crate::library::search::Query;
use crate::library::{Entry, Library};
use crate::text::Text;

/// Something that fits: the place of its brief in the library, which stays the same while briefs are
/// read, and the number of its passage in the brief. They are in the order of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Found {
    /// The place of the brief.
    pub place: usize,
    /// The number of the passage.
    pub passage: usize,
}

/// Where one stands: in the brief at this place, at the passage of this number, or before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// The place of the brief.
    pub place: usize,
    /// The number of the passage.
    pub passage: Option<usize>,
}

impl From<Found> for Standing {
    fn from(found: Found) -> Self {
        Self { place: found.place, passage: Some(found.passage) }
    }
}

/// A search over the library.
#[derive(Debug, Default)]
pub struct Search {
    words: Text,
    query: Query,
    /// The passages that fit, in order, of each brief that has any, by its place.
    found: BTreeMap<usize, Vec<usize>>,
    /// Whether what does not fit is hidden.
    narrowed: bool,
    /// How often any of this has changed.
    version: usize,
}

impl Search {
    /// Looks for `words` in all of `entries`, which come with their places.
    pub fn seek<'a>(&mut self, words: &Text, entries: impl Iterator<Item = (usize, &'a Entry)>) {
        let query = Query::parse(words);
        self.words = Text::new(words.trim());
        if query != self.query {
            self.query = query;
            self.again(entries);
        }
    }

    /// Looks for the same words again.
    pub fn again<'a>(&mut self, entries: impl Iterator<Item = (usize, &'a Entry)>) {
        self.found.clear();
        self.version += 1;
        entries.for_each(|(place, entry)| self.add(place, entry));
    }

    /// Looks in a brief that has been read.
    pub fn add(&mut self, place: usize, entry: &Entry) {
        if !self.is_active() {
            return;
        }
        let fitting: Vec<usize> = entry.fitting(&self.query).collect();
        if !fitting.is_empty() {
            self.found.insert(place, fitting);
        }
    }

    /// Looks for nothing, and hides nothing.
    pub fn clear(&mut self) {
        *self = Self { version: self.version + 1, ..Self::default() };
    }

    /// Hides what does not fit, or shows it again.
    pub fn narrow(&mut self, narrowed: bool) {
        self.version += usize::from(self.narrowed != narrowed);
        self.narrowed = narrowed;
    }

    /// Whether anything is looked for.
    pub fn is_active(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether what does not fit is hidden.
    pub fn is_narrowed(&self) -> bool {
        self.narrowed
    }

    /// How often it has changed.
    pub fn version(&self) -> usize {
        self.version
    }

    /// The words, as they were written.
    pub fn words(&self) -> &Text {
        &self.words
    }

    /// What they mean.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// All that fits, in order.
    pub fn all(&self) -> impl Iterator<Item = Found> + '_ {
        let brief = |(place, passages): (&usize, &Vec<usize>)| {
            let place = *place;
            passages.clone().into_iter().map(move |passage| Found { place, passage })
        };
        self.found.iter().flat_map(brief)
    }

    /// How much fits.
    pub fn total(&self) -> usize {
        self.found.values().map(Vec::len).sum()
    }

    /// How many briefs have anything that fits.
    pub fn briefs(&self) -> usize {
        self.found.len()
    }

    /// The passages that fit in the brief at `place`.
    pub fn in_brief(&self, place: usize) -> &[usize] {
        self.found.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Whether a passage is among what fits.
    pub fn has(&self, found: Found) -> bool {
        self.in_brief(found.place).binary_search(&found.passage).is_ok()
    }

    /// Whether an item of the brief at `place` is among what fits.
    pub fn has_item(&self, place: usize, entry: &Entry, item: &Id) -> bool {
        let is_fit = |passage| self.has(Found { place, passage });
        !self.in_brief(place).is_empty() && entry.passage_of(item).is_some_and(is_fit)
    }

    /// Whether an item of any brief is among what fits; `read` has the places of the entries.
    pub fn has_anchor(&self, library: &Library, read: &[usize], anchor: &Anchor) -> bool {
        let found = library.entries().iter().zip(read).find(|(entry, _)| entry.id == anchor.brief);
        found.is_some_and(|(entry, place)| self.has_item(*place, entry, &anchor.item))
    }

    /// Which of all that fits this is, from 0.
    pub fn rank(&self, found: Found) -> Option<usize> {
        let before: usize =
            self.found.range(..found.place).map(|(_, passages)| passages.len()).sum();
        let within = self.in_brief(found.place).binary_search(&found.passage).ok()?;
        Some(before + within)
    }

    /// What comes so many after `here`, round the end.
    pub fn step(&self, here: Standing, count: isize) -> Option<Found> {
        let all: Vec<Found> = self.all().collect();
        let next = all.partition_point(|found| Standing::from(*found) <= here).cast_signed();
        let previous = all.partition_point(|found| Standing::from(*found) < here).cast_signed() - 1;
        let index = if count > 0 { next + count - 1 } else { previous + count + 1 };
        let index = index.rem_euclid(all.len().max(1).cast_signed()).cast_unsigned();
        all.get(index).copied()
    }

    /// The first that fits at `here` or after it; the first of all where none does.
    pub fn near(&self, here: Standing) -> Option<Found> {
        self.all().find(|found| Standing::from(*found) >= here).or_else(|| self.all().next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(found: &[(usize, &[usize])]) -> Search {
        let found = found.iter().map(|(place, passages)| (*place, passages.to_vec()));
        Search { found: found.collect(), ..Search::default() }
    }

    fn at(place: usize, passage: usize) -> Found {
        Found { place, passage }
    }

    fn to(place: usize, passage: usize) -> Standing {
        at(place, passage).into()
    }

    #[test]
    fn steps_from_anywhere_and_round_the_end() {
        let search = search(&[(2, &[1, 4]), (7, &[0])]);
        assert_eq!(search.step(to(2, 1), 1), Some(at(2, 4)));
        assert_eq!(search.step(to(2, 2), 1), Some(at(2, 4)));
        assert_eq!(search.step(to(2, 2), -1), Some(at(2, 1)));
        assert_eq!(search.step(to(7, 0), 1), Some(at(2, 1)));
        assert_eq!(search.step(to(0, 9), -1), Some(at(7, 0)));
        assert_eq!(search.step(Standing { place: 2, passage: None }, 1), Some(at(2, 1)));
        assert_eq!(Search::default().step(Standing::default(), 1), None);
    }

    #[test]
    fn counts_from_the_first_brief_on() {
        let search = search(&[(2, &[1, 4]), (7, &[0])]);
        assert_eq!(search.rank(at(7, 0)), Some(2));
        assert_eq!(search.rank(at(2, 2)), None);
        assert_eq!(search.total(), 3);
        assert_eq!(search.near(to(2, 2)), Some(at(2, 4)));
        assert_eq!(search.near(to(8, 0)), Some(at(2, 1)));
    }
}
