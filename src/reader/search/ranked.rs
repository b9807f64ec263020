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

/// For each place, where its brief stands in the list of briefs. Others come after those, in the order of
/// the library.
#[derive(Debug, Default)]
pub struct Ranks(Vec<usize>);

impl Ranks {
    /// Returns the ranks in a list of the briefs at these places.
    pub fn new(list: &[usize]) -> Self {
        let mut ranks = vec![usize::MAX; list.iter().max().map_or(0, |last| last + 1)];
        for (rank, place) in list.iter().enumerate() {
            ranks[*place] = rank;
        }
        Self(ranks)
    }

    fn get(&self, place: usize) -> usize {
        self.0.get(place).copied().unwrap_or(usize::MAX)
    }
}

/// The matches in one brief, or those in its source; at least one.
#[derive(Debug)]
struct MatchGroup {
    key: GroupKey,
    /// The number of matches before these.
    before: usize,
    fitting: Arc<Fitting>,
}

/// Where a group comes among all: those in sources come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupKey {
    in_source: bool,
    rank: usize,
    place: usize,
}

impl MatchGroup {
    /// Returns the numbers of the passages or paragraphs.
    fn numbers(&self) -> &[usize] {
        numbers(&self.fitting, self.key.in_source)
    }
}

/// Returns the numbers of the passages, or those of the paragraphs.
pub fn numbers(fitting: &Fitting, in_source: bool) -> &[usize] {
    if in_source { &fitting.paragraphs } else { &fitting.passages }
}

impl RankedMatches {
    /// Ranks what matches in the briefs at their places.
    pub fn new<'f>(
        found: impl Iterator<Item = (usize, &'f Arc<Fitting>)>,
        ranks: Arc<Ranks>,
    ) -> Self {
        let mut found: Vec<_> = found.collect();
        found.sort_unstable_by_key(|(place, _)| (ranks.get(*place), *place));
        let mut ranked = Self { ranks, briefs: found.len(), ..Self::default() };
        for in_source in [false, true] {
            for (place, fitting) in &found {
                let count = numbers(fitting, in_source).len();
                if count > 0 {
                    ranked.groups.push(MatchGroup {
                        key: ranked.key(in_source, *place),
                        before: ranked.total,
                        fitting: Arc::clone(fitting),
                    });
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
        let MatchGroup { key: GroupKey { in_source, place, .. }, before, .. } = self.groups[group];
        let passage = *self.groups[group].numbers().get(index - before)?;
        Some(Match { in_source, place, passage })
    }

    /// Returns the index among all of a match; [`None`] if it is not one.
    pub fn position(&self, found: Match) -> Option<usize> {
        let key = self.key(found.in_source, found.place);
        let index = self.groups.binary_search_by_key(&key, |group| group.key).ok()?;
        let within = self.groups[index].numbers().binary_search(&found.passage).ok()?;
        Some(self.groups[index].before + within)
    }

    /// Returns the indexes of the matches at a position: one or none. Those before come before it.
    pub fn at(&self, position: SearchPosition) -> Range<usize> {
        let (key, passage) = self.order(position);
        let index = self.groups.partition_point(|group| group.key < key);
        let Some(group) = self.groups.get(index) else { return self.total..self.total };
        if group.key != key {
            return group.before..group.before;
        }
        let numbers = group.numbers();
        let start = numbers.partition_point(|number| Some(*number) < passage);
        let end = numbers.partition_point(|number| Some(*number) <= passage);
        group.before + start..group.before + end
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
