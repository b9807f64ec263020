//! The search: its words, and its matches in the library.
//!
//! Each brief is searched once for each query: those that have been read when the query changes, and
//! the others as they are read.

use std::collections::BTreeMap;

use super::briefs::Briefs;
use crate::brief::{Anchor, Id};
use crate::library::Entry;
use crate::library::search::Query;
use crate::text::Text;

/// A match: the place of its brief in the library, which stays the same while briefs are read, and
/// the number of its passage in the brief. Matches are in the order of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Match {
    /// The place of the brief.
    pub place: usize,
    /// The number of the passage.
    pub passage: usize,
}

/// A position among the matches: at a passage of the brief at a place, or before its first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchPosition {
    /// The place of the brief.
    pub place: usize,
    /// The number of the passage.
    pub passage: Option<usize>,
}

impl From<Match> for SearchPosition {
    fn from(found: Match) -> Self {
        Self { place: found.place, passage: Some(found.passage) }
    }
}

/// A search over the library.
#[derive(Debug, Default)]
pub struct Search {
    words: Text,
    query: Query,
    /// The passages that match, in order, of each brief that has any, by its place.
    found: BTreeMap<usize, Vec<usize>>,
    /// Whether everything else is hidden.
    narrowed: bool,
    /// The match outside any item, in the overview of a brief, that the user went to last.
    looked_up: Option<Match>,
    /// A number that grows with each change.
    version: usize,
}

impl Search {
    /// Searches all of `entries`, which come with their places, for `words`.
    pub fn seek<'a>(&mut self, words: &Text, entries: impl Iterator<Item = (usize, &'a Entry)>) {
        let query = Query::parse(words);
        self.words = Text::new(words.trim());
        if query != self.query {
            self.query = query;
            self.again(entries);
        }
    }

    /// Searches for the same words again.
    pub fn again<'a>(&mut self, entries: impl Iterator<Item = (usize, &'a Entry)>) {
        self.found.clear();
        self.version += 1;
        entries.for_each(|(place, entry)| self.add(place, entry));
    }

    /// Searches a brief that has been read.
    pub fn add(&mut self, place: usize, entry: &Entry) {
        if !self.is_active() {
            return;
        }
        let fitting: Vec<usize> = entry.fitting(&self.query).collect();
        if !fitting.is_empty() {
            self.found.insert(place, fitting);
        }
    }

    /// Ends the search, and hides nothing.
    pub fn clear(&mut self) {
        *self = Self { version: self.version + 1, ..Self::default() };
    }

    /// Hides everything that does not match, or shows it again.
    pub fn narrow(&mut self, narrowed: bool) {
        self.version += usize::from(self.narrowed != narrowed);
        self.narrowed = narrowed;
    }

    /// Returns whether there are words to search for.
    pub fn is_active(&self) -> bool {
        !self.query.is_empty()
    }

    /// Returns whether everything that does not match is hidden.
    pub fn is_narrowed(&self) -> bool {
        self.narrowed
    }

    /// Returns a number that grows with each change.
    pub fn version(&self) -> usize {
        self.version
    }

    /// Returns the words as they were written.
    pub fn words(&self) -> &Text {
        &self.words
    }

    /// Returns what they mean.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns all matches, in order.
    pub fn all(&self) -> impl Iterator<Item = Match> + '_ {
        let brief = |(place, passages): (&usize, &Vec<usize>)| {
            let place = *place;
            passages.clone().into_iter().map(move |passage| Match { place, passage })
        };
        self.found.iter().flat_map(brief)
    }

    /// Returns the number of matches.
    pub fn total(&self) -> usize {
        self.found.values().map(Vec::len).sum()
    }

    /// Returns the number of briefs that have a match.
    pub fn briefs(&self) -> usize {
        self.found.len()
    }

    /// Returns the passages that match in the brief at `place`.
    pub fn in_brief(&self, place: usize) -> &[usize] {
        self.found.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Returns whether this is a match.
    pub fn has(&self, found: Match) -> bool {
        self.in_brief(found.place).binary_search(&found.passage).is_ok()
    }

    /// Returns whether an item of the brief at `place` matches.
    pub fn has_item(&self, place: usize, entry: &Entry, item: &Id) -> bool {
        let is_fit = |passage| self.has(Match { place, passage });
        !self.in_brief(place).is_empty() && entry.passage_of(item).is_some_and(is_fit)
    }

    /// Returns whether an item of any brief matches.
    pub fn has_anchor(&self, briefs: &Briefs, anchor: &Anchor) -> bool {
        let found = briefs.placed().find(|(_, entry)| entry.id == anchor.brief);
        found.is_some_and(|(place, entry)| self.has_item(place, entry, &anchor.item))
    }

    /// Returns whether an item of any brief is shown: it matches, or nothing is hidden.
    pub fn lets_through(&self, briefs: &Briefs, anchor: &Anchor) -> bool {
        !self.narrowed || self.has_anchor(briefs, anchor)
    }

    /// Notes the match in the overview of a brief that the user went to.
    pub fn look_up(&mut self, found: Match) {
        self.looked_up = Some(found);
    }

    /// Returns the match in the overview of the brief at `place` that the user went to last.
    pub fn looked_up(&self, place: usize) -> Option<Match> {
        self.looked_up.filter(|found| found.place == place)
    }

    /// Returns the index of this match among all, from 0.
    pub fn rank(&self, found: Match) -> Option<usize> {
        let before: usize =
            self.found.range(..found.place).map(|(_, passages)| passages.len()).sum();
        let within = self.in_brief(found.place).binary_search(&found.passage).ok()?;
        Some(before + within)
    }

    /// Returns the match `count` after `here`, wrapping at the ends.
    pub fn step(&self, here: SearchPosition, count: isize) -> Option<Match> {
        let all: Vec<Match> = self.all().collect();
        let next = all.partition_point(|found| SearchPosition::from(*found) <= here).cast_signed();
        let previous =
            all.partition_point(|found| SearchPosition::from(*found) < here).cast_signed() - 1;
        let index = if count > 0 { next + count - 1 } else { previous + count + 1 };
        let index = index.rem_euclid(all.len().max(1).cast_signed()).cast_unsigned();
        all.get(index).copied()
    }

    /// Returns the first match at `here` or after it, else the first of all.
    pub fn near(&self, here: SearchPosition) -> Option<Match> {
        self.all().find(|found| SearchPosition::from(*found) >= here).or_else(|| self.all().next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(found: &[(usize, &[usize])]) -> Search {
        let found = found.iter().map(|(place, passages)| (*place, passages.to_vec()));
        Search { found: found.collect(), ..Search::default() }
    }

    fn at(place: usize, passage: usize) -> Match {
        Match { place, passage }
    }

    fn to(place: usize, passage: usize) -> SearchPosition {
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
        assert_eq!(search.step(SearchPosition { place: 2, passage: None }, 1), Some(at(2, 1)));
        assert_eq!(Search::default().step(SearchPosition::default(), 1), None);
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
