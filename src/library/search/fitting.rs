//! What matches a query in each brief.
//!
//! A letter may match a million passages. They are kept as bits, and briefs that are searched together
//! share their memory, so that a search takes and gives back a few blocks and not ten thousand.

use std::ops::Range;
use std::sync::Arc;

use super::bits;
use super::index::Indexed;

/// What matches in one brief and in its source: at least one passage or paragraph.
#[derive(Clone, Debug)]
pub struct Fitting {
    sets: Arc<[u64]>,
    own: OwnSets,
}

/// Where the sets of one brief are among those of others: first the passages and paragraphs that match, then
/// for each wanted word of the query the groups of the index that have it.
#[derive(Clone, Copy, Debug)]
pub struct OwnSets {
    /// Where the first begins.
    start: usize,
    /// How much each takes.
    length: usize,
    /// The number of passages. The numbers of paragraphs follow on theirs.
    passages: usize,
    /// The number of passages and paragraphs.
    items: usize,
}

impl OwnSets {
    fn set(&self, number: usize) -> Range<usize> {
        let start = self.start + number * self.length;
        start..start + self.length
    }
}

/// The sets of the briefs that are searched together.
#[derive(Debug, Default)]
pub struct SharedSets(Vec<u64>);

impl SharedSets {
    /// Adds this many empty sets for a brief.
    pub fn begin(&mut self, count: usize, index: Indexed<'_>) -> OwnSets {
        let own = OwnSets {
            start: self.0.len(),
            length: index.count().div_ceil(64),
            passages: index.passages().end,
            items: index.items().end,
        };
        self.0.resize(own.start + count * own.length, 0);
        own
    }

    /// Returns a set of a brief.
    pub fn set(&mut self, own: &OwnSets, number: usize) -> &mut [u64] {
        &mut self.0[own.set(number)]
    }

    /// Takes back the sets of the brief that was begun last.
    pub fn take_back(&mut self, own: &OwnSets) {
        self.0.truncate(own.start);
    }

    /// Returns what matches in each brief.
    pub fn share(self, found: Vec<Option<OwnSets>>) -> Vec<Option<Fitting>> {
        let sets: Arc<[u64]> = self.0.into();
        let fitting = |own: OwnSets| Fitting { sets: Arc::clone(&sets), own };
        found.into_iter().map(|own| own.map(fitting)).collect()
    }
}

impl Fitting {
    /// Returns these numbers of passages and paragraphs, each below 64.
    #[cfg(test)]
    pub(crate) fn of_numbers(passages: &[usize], paragraphs: &[usize]) -> Self {
        let mut sets = vec![0; 2];
        bits::insert_all(&mut sets, passages.iter().copied());
        bits::insert_all(&mut sets, paragraphs.iter().map(|number| 64 + number));
        Self { sets: sets.into(), own: OwnSets { start: 0, length: 2, passages: 64, items: 128 } }
    }

    /// Returns the numbers of the passages that match, from 0 and in order, or those of the paragraphs of the
    /// source. [`Entry::hit`] and [`Entry::hit_in_source`] say what each is.
    ///
    /// [`Entry::hit`]: crate::library::Entry::hit
    /// [`Entry::hit_in_source`]: crate::library::Entry::hit_in_source
    pub fn numbers(&self, in_source: bool) -> impl Iterator<Item = usize> {
        let Range { start, end } = self.kind(in_source);
        let numbers =
            bits::numbers_from(self.set(0), start).take_while(move |number| *number < end);
        numbers.map(move |number| number - start)
    }

    /// Returns how many passages match, or how many paragraphs.
    pub fn count(&self, in_source: bool) -> usize {
        bits::count(self.set(0), self.kind(in_source))
    }

    /// Returns how many of them have a lower number.
    pub fn count_before(&self, in_source: bool, number: usize) -> usize {
        let Range { start, end } = self.kind(in_source);
        bits::count(self.set(0), start..start.saturating_add(number).min(end))
    }

    /// Returns whether a passage matches, or a paragraph.
    pub fn has(&self, in_source: bool, number: usize) -> bool {
        let Range { start, end } = self.kind(in_source);
        start.checked_add(number).is_some_and(|at| at < end && bits::has(self.set(0), at))
    }

    /// Returns the groups of the index that have a wanted word of the query.
    pub(super) fn groups_with(&self, word: usize) -> &[u64] {
        self.set(1 + word)
    }

    fn set(&self, number: usize) -> &[u64] {
        &self.sets[self.own.set(number)]
    }

    fn kind(&self, in_source: bool) -> Range<usize> {
        let OwnSets { passages, items, .. } = self.own;
        if in_source { passages..items } else { 0..passages }
    }
}
