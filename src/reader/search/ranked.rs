//! The matches of a search in their order.

use std::ops::Range;
use std::sync::Arc;

use super::{Match, SearchPosition};
use crate::library::search::Fitting;

/// All matches of a search, in order. They are kept by brief, so that there may be very many.
#[derive(Debug, Default)]
pub struct RankedMatches {
    ranks: Arc<Ranks>,
    groups: Vec<MatchGroup>,
    total: usize,
    briefs: usize,
}

/// The order of the list of briefs. Briefs that it does not list come after the others, in the order of the
/// library.
#[derive(Debug, Default)]
pub struct Ranks {
    /// The places in the order of the list.
    list: Vec<usize>,
    /// For each place, where its brief stands in the list.
    ranks: Vec<usize>,
}

impl Ranks {
    /// Returns the ranks in a list of the briefs at these places.
    pub fn new(list: &[usize]) -> Self {
        let mut ranks = vec![usize::MAX; list.iter().max().map_or(0, |last| last + 1)];
        for (rank, place) in list.iter().enumerate() {
            ranks[*place] = rank;
        }
        Self { list: list.to_vec(), ranks }
    }

    fn get(&self, place: usize) -> usize {
        self.ranks.get(place).copied().unwrap_or(usize::MAX)
    }

    /// Returns the places below `end` in order.
    fn places(&self, end: usize) -> impl Iterator<Item = usize> {
        let listed = self.list.iter().copied().filter(move |place| *place < end);
        listed.chain((0..end).filter(|place| self.get(*place) == usize::MAX))
    }

    /// Returns the places below `end` in order, those from `start` on first.
    pub fn places_from(&self, start: usize, end: usize) -> impl Iterator<Item = usize> {
        let start = (self.get(start), start);
        let comes_before = move |place: &usize| (self.get(*place), *place) < start;
        self.places(end).skip_while(comes_before).chain(self.places(end).take_while(comes_before))
    }
}

/// The matches in one brief, or those in its source; at least one.
#[derive(Debug)]
struct MatchGroup {
    key: GroupKey,
    /// The number of matches before these.
    before: usize,
    fitting: Fitting,
}

/// Where a group comes among all: those in sources come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupKey {
    in_source: bool,
    rank: usize,
    place: usize,
}

impl RankedMatches {
    /// Ranks what matches in the brief at each place, if anything does.
    pub fn new(found: &[Option<Fitting>], ranks: Arc<Ranks>) -> Self {
        let places = ranks.places(found.len());
        let found: Vec<(usize, &Fitting)> =
            places.filter_map(|place| Some((place, found[place].as_ref()?))).collect();
        let mut ranked = Self { ranks, briefs: found.len(), ..Self::default() };
        for in_source in [false, true] {
            for (place, fitting) in &found {
                let count = fitting.count(in_source);
                if count > 0 {
                    let (key, before) = (ranked.key(in_source, *place), ranked.total);
                    let fitting = Fitting::clone(fitting);
                    ranked.groups.push(MatchGroup { key, before, fitting });
                    ranked.total += count;
                }
            }
        }
        ranked
    }

    fn key(&self, in_source: bool, place: usize) -> GroupKey {
        GroupKey { in_source, rank: self.ranks.get(place), place }
    }

    /// Returns where a position comes among all, to compare it with others.
    pub fn order(&self, position: SearchPosition) -> (GroupKey, Option<usize>) {
        (self.key(position.in_source, position.place), position.passage)
    }

    /// Returns the number of matches.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Returns the number of briefs that have a match, in them or in their sources.
    pub fn briefs(&self) -> usize {
        self.briefs
    }

    /// Returns the match at an index among all, from 0.
    pub fn nth(&self, index: usize) -> Option<Match> {
        let group = self.groups.partition_point(|group| group.before <= index).checked_sub(1)?;
        let MatchGroup { key: GroupKey { in_source, place, .. }, before, fitting } =
            &self.groups[group];
        let (in_source, place) = (*in_source, *place);
        let passage = fitting.numbers(in_source).nth(index - before)?;
        Some(Match { in_source, place, passage })
    }

    /// Returns the index among all of a match; [`None`] if it is not one.
    pub fn position(&self, found: Match) -> Option<usize> {
        let key = self.key(found.in_source, found.place);
        let index = self.groups.binary_search_by_key(&key, |group| group.key).ok()?;
        let MatchGroup { before, fitting, .. } = &self.groups[index];
        let is_match = fitting.has(found.in_source, found.passage);
        is_match.then(|| before + fitting.count_before(found.in_source, found.passage))
    }

    /// Returns the indexes of the matches at a position: one or none. Those before come before it.
    pub fn at(&self, position: SearchPosition) -> Range<usize> {
        let (key, passage) = self.order(position);
        let index = self.groups.partition_point(|group| group.key < key);
        let Some(group) = self.groups.get(index) else { return self.total..self.total };
        if group.key != key {
            return group.before..group.before;
        }
        let Some(passage) = passage else { return group.before..group.before };
        let start = group.before + group.fitting.count_before(position.in_source, passage);
        start..start + usize::from(group.fitting.has(position.in_source, passage))
    }

    /// Returns the first match in the brief at a place or in a later one, else the first of all. One in a
    /// source only if no brief has any.
    pub fn near(&self, place: usize) -> Option<Match> {
        let in_briefs = self.groups.partition_point(|group| !group.key.in_source);
        let (in_briefs, in_sources) = self.groups.split_at(in_briefs);
        [(false, in_briefs), (true, in_sources)].into_iter().find_map(|(in_source, groups)| {
            let key = self.key(in_source, place);
            let index = groups.partition_point(|group| group.key < key);
            let group = groups.get(index).or(groups.first())?;
            self.nth(group.before)
        })
    }
}
