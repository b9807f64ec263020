//! The search: its words, and its matches in the library.
//!
//! Each brief is searched once for each query: those that have been read when the query changes, and
//! the others as they are read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::briefs::Briefs;
use crate::brief::{Anchor, Id};
use crate::library::Entry;
use crate::library::search::{Hit, Query};
use crate::text::Text;

/// A match: the place of its brief in the library, which stays the same while briefs are read, and
/// the number of its passage in the brief, or of its paragraph in the source’s text. Matches are in
/// the order of the list of briefs; those in sources come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Match {
    /// Whether it is in the text of the source.
    pub in_source: bool,
    /// The place of the brief.
    pub place: usize,
    /// The number of the passage or of the paragraph, from 0.
    pub passage: usize,
}

/// A position among the matches: at a passage or a paragraph of the brief at a place, or before its
/// first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchPosition {
    /// Whether it is in the text of the source.
    pub in_source: bool,
    /// The place of the brief.
    pub place: usize,
    /// The number of the passage or of the paragraph, from 0.
    pub passage: Option<usize>,
}

impl From<Match> for SearchPosition {
    fn from(found: Match) -> Self {
        let Match { in_source, place, passage } = found;
        Self { in_source, place, passage: Some(passage) }
    }
}

impl Match {
    /// Returns what it is in, with everything in `entry`, the brief at its place, that matches
    /// `query` there.
    pub fn hit<'a>(self, entry: &'a Entry, query: &Query) -> Option<Hit<'a>> {
        if self.in_source {
            entry.hit_in_source(self.passage, query)
        } else {
            entry.hit(self.passage, query)
        }
    }
}

/// A search over the library.
#[derive(Debug, Default)]
pub struct Search {
    words: Text,
    query: Query,
    /// The passages that match, in order, of each brief that has any, by its place; then the
    /// paragraphs of each source.
    found: BTreeMap<(bool, usize), Vec<usize>>,
    /// The list of briefs: for each place, where in it the brief stands. Others come after those, in
    /// the order of the library.
    ranks: HashMap<usize, usize>,
    /// The version of that list.
    listed: usize,
    /// Whether everything else is hidden.
    narrowed: bool,
    /// The match outside any item, in the overview of a brief or in its source, that the user went to
    /// last.
    looked_up: Option<Match>,
    /// A number that grows with each change.
    version: usize,
    /// The number of briefs that have been searched.
    searched: usize,
}

impl Search {
    /// Searches all of `entries`, which come with their places, for `words`. If they only narrow
    /// the last ones, as each letter of a word does, only the briefs that matched are searched.
    pub fn seek<'a>(&mut self, words: &Text, entries: impl Iterator<Item = (usize, &'a Entry)>) {
        let query = Query::parse(words);
        self.words = Text::new(words.trim());
        if query == self.query {
            return;
        }
        let before = query.narrows(&self.query).then(|| std::mem::take(&mut self.found));
        self.query = query;
        match before {
            None => self.again(entries),
            Some(before) => {
                let matched = |place: usize| {
                    [false, true].iter().any(|in_source| before.contains_key(&(*in_source, place)))
                };
                self.again(entries.filter(|(place, _)| matched(*place)));
            }
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
        self.searched += 1;
        let passages = entry.fitting(&self.query).collect();
        let paragraphs = entry.fitting_paragraphs(&self.query);
        for (in_source, fitting) in [(false, passages), (true, paragraphs)] {
            if !fitting.is_empty() {
                self.found.insert((in_source, place), fitting);
            }
        }
    }

    /// Ends the search, and hides nothing.
    pub fn clear(&mut self) {
        let Self { version, searched, listed, .. } = *self;
        let ranks = std::mem::take(&mut self.ranks);
        *self = Self { version: version + 1, searched, listed, ranks, ..Self::default() };
    }

    /// Takes over the order of the list of briefs, from its places, if its version is another.
    pub fn list_by(&mut self, places: &[usize], version: usize) {
        if self.listed != version {
            self.listed = version;
            self.ranks = places.iter().enumerate().map(|(rank, place)| (*place, rank)).collect();
        }
    }

    /// Returns the version of the order of matches.
    pub fn listed(&self) -> usize {
        self.listed
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
        self.in_order().into_iter().flat_map(|((in_source, place), passages)| {
            passages.iter().map(move |&passage| Match { in_source, place, passage })
        })
    }

    /// Returns the passages that match in each brief, and the paragraphs in each source, in order.
    fn in_order(&self) -> Vec<((bool, usize), &Vec<usize>)> {
        let mut all: Vec<_> = self.found.iter().map(|(key, passages)| (*key, passages)).collect();
        all.sort_by_key(|((in_source, place), _)| (*in_source, self.standing(*place)));
        all
    }

    /// Returns where the brief at a place comes among all.
    fn standing(&self, place: usize) -> (usize, usize) {
        (self.ranks.get(&place).copied().unwrap_or(usize::MAX), place)
    }

    /// Returns where a position comes among all, to compare it with others.
    pub fn order(&self, position: SearchPosition) -> impl Ord + use<> {
        (position.in_source, self.standing(position.place), position.passage)
    }

    /// Returns the number of matches.
    pub fn total(&self) -> usize {
        self.found.values().map(Vec::len).sum()
    }

    /// Returns the number of briefs that have a match.
    pub fn briefs(&self) -> usize {
        let places: BTreeSet<usize> = self.found.keys().map(|(_, place)| *place).collect();
        places.len()
    }

    /// Returns the number of briefs that have been searched in this run.
    pub fn searched(&self) -> usize {
        self.searched
    }

    /// Returns the passages that match in the brief at `place`.
    pub fn in_brief(&self, place: usize) -> &[usize] {
        self.beside(false, place)
    }

    /// Returns the passages that match in the brief at `place`, or the paragraphs of its source.
    pub fn beside(&self, in_source: bool, place: usize) -> &[usize] {
        self.found.get(&(in_source, place)).map_or(&[], Vec::as_slice)
    }

    /// Returns whether this is a match.
    pub fn has(&self, found: Match) -> bool {
        self.beside(found.in_source, found.place).binary_search(&found.passage).is_ok()
    }

    /// Returns whether an item of the brief at `place` matches.
    pub fn has_item(&self, place: usize, entry: &Entry, item: &Id) -> bool {
        let is_fit = |passage| self.has(Match { in_source: false, place, passage });
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

    /// Returns whether a paragraph, counted from 1, of the source of the brief at `place` matches.
    pub fn has_paragraph(&self, place: usize, number: usize) -> bool {
        let passage = number.checked_sub(1);
        passage.is_some_and(|passage| self.has(Match { in_source: true, place, passage }))
    }

    /// Notes the match outside any item that the user went to.
    pub fn look_up(&mut self, found: Match) {
        self.looked_up = Some(found);
    }

    /// Returns the match outside any item of the brief at `place` that the user went to last.
    pub fn looked_up(&self, place: usize) -> Option<Match> {
        self.looked_up.filter(|found| found.place == place)
    }

    /// Returns the index of this match among all, from 0.
    pub fn rank(&self, found: Match) -> Option<usize> {
        let all = self.beside(found.in_source, found.place);
        let within = all.binary_search(&found.passage).ok()?;
        let order = |in_source, place| (in_source, self.standing(place));
        let here = order(found.in_source, found.place);
        let before =
            self.found.iter().filter(|((in_source, place), _)| order(*in_source, *place) < here);
        Some(before.map(|(_, passages)| passages.len()).sum::<usize>() + within)
    }

    /// Returns the match `count` after `here`, wrapping at the ends.
    pub fn step(&self, here: SearchPosition, count: isize) -> Option<Match> {
        let all: Vec<Match> = self.all().collect();
        let (order, here) = (|found: &Match| self.order((*found).into()), self.order(here));
        let next = all.partition_point(|found| order(found) <= here).cast_signed();
        let previous = all.partition_point(|found| order(found) < here).cast_signed() - 1;
        let index = if count > 0 { next + count - 1 } else { previous + count + 1 };
        let index = index.rem_euclid(all.len().max(1).cast_signed()).cast_unsigned();
        all.get(index).copied()
    }

    /// Returns the match to go to from the brief at `place`: the first in it or in a later brief, else
    /// the first of all. One in a source only if no brief has any.
    pub fn near(&self, place: usize) -> Option<Match> {
        let here = self.standing(place);
        [false, true].into_iter().find_map(|in_source| {
            let mut all = self.all().filter(|found| found.in_source == in_source);
            let first = all.next()?;
            let mut from_first = std::iter::once(first).chain(all);
            from_first.find(|found| self.standing(found.place) >= here).or(Some(first))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::library::{load, shipped};

    /// The briefs that ship with the program.
    static SHIPPED: LazyLock<Vec<Entry>> =
        LazyLock::new(|| shipped::origins().iter().map(|origin| load(origin, &[])).collect());

    fn placed() -> impl Iterator<Item = (usize, &'static Entry)> {
        SHIPPED.iter().enumerate()
    }

    fn search(found: &[(usize, &[usize])]) -> Search {
        let found = found.iter().map(|(place, passages)| ((false, *place), passages.to_vec()));
        Search { found: found.collect(), ..Search::default() }
    }

    fn at(place: usize, passage: usize) -> Match {
        Match { in_source: false, place, passage }
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
        assert_eq!(
            search.step(SearchPosition { place: 2, ..SearchPosition::default() }, 1),
            Some(at(2, 1))
        );
        assert_eq!(Search::default().step(SearchPosition::default(), 1), None);
    }

    #[test]
    fn what_is_in_sources_comes_after_all_briefs() {
        let mut search = search(&[(2, &[1]), (7, &[0])]);
        search.found.insert((true, 2), vec![3]);
        let in_source = Match { in_source: true, ..at(2, 3) };
        assert_eq!(search.all().collect::<Vec<_>>(), [at(2, 1), at(7, 0), in_source]);
        assert_eq!(search.step(to(7, 0), 1), Some(in_source));
        assert_eq!(search.step(in_source.into(), 1), Some(at(2, 1)));
        assert_eq!((search.rank(in_source), search.briefs()), (Some(2), 2));
        assert_eq!(search.near(8), Some(at(2, 1)));
        search.found.retain(|(in_source, _), _| *in_source);
        assert_eq!(search.near(8), Some(in_source));
        assert!(search.has_paragraph(2, 4) && !search.has_paragraph(2, 3));
    }

    #[test]
    fn counts_from_the_first_brief_on() {
        let search = search(&[(2, &[1, 4]), (7, &[0])]);
        assert_eq!(search.rank(at(7, 0)), Some(2));
        assert_eq!(search.rank(at(2, 2)), None);
        assert_eq!(search.total(), 3);
        assert_eq!(search.near(2), Some(at(2, 1)));
        assert_eq!(search.near(3), Some(at(7, 0)));
        assert_eq!(search.near(8), Some(at(2, 1)));
    }

    #[test]
    fn a_word_that_is_typed_on_is_searched_for_only_where_it_matched() {
        let mut search = Search::default();
        let mut searched = |words: &str| {
            let before = search.searched();
            search.seek(&words.into(), placed());
            (search.searched() - before, search.briefs())
        };
        assert_eq!(searched("fer").0, SHIPPED.len());
        let (_, matched) = searched("ferr");
        assert!((1..SHIPPED.len()).contains(&matched));
        assert_eq!(searched("ferries"), (matched, matched));
        assert_eq!(searched("ferries "), (0, matched), "the same words");
        assert_eq!(searched("ferrie").0, SHIPPED.len(), "fewer letters match more");
    }

    proptest! {
        #[test]
        fn what_is_typed_letter_by_letter_finds_the_same(
            query in "((ferr|holyrood|abuse|by:nca|in:quotes|topic:p|-the|-in:source|9 feb|\"a |Act) ?){1,3}",
        ) {
            let mut typed = Search::default();
            for (end, letter) in query.char_indices() {
                typed.seek(&query[..end + letter.len_utf8()].into(), placed());
            }
            let mut at_once = Search::default();
            at_once.seek(&query.as_str().into(), placed());
            prop_assert_eq!(typed.all().collect::<Vec<_>>(), at_once.all().collect::<Vec<_>>());
        }
    }
}
