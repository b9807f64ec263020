//! Which passages and paragraphs match a query.
//!
//! All of a brief is decided at once: for each word of the query one scan finds where it is, and what is
//! found is joined as the rules of [`Library::search`] say.

use std::thread;

use super::index::Indexed;
use super::narrowing::{Condition, Narrowing, QueryField};
use super::passages;
use super::{Query, TextKind};
use crate::brief::Brief;
use crate::library::Entry;
#[cfg(doc)]
use crate::library::Library;
use crate::text::Seeker;

/// The fewest briefs that are worth a thread.
const WORTH_A_THREAD: usize = 128;

/// A query that is ready to be looked for in many briefs.
#[derive(Debug)]
pub struct Scan<'q> {
    query: &'q Query,
    wanted: Vec<Seeker<'q>>,
    unwanted: Vec<Seeker<'q>>,
    narrowings: Vec<(&'q Narrowing, Option<Seeker<'q>>)>,
}

/// What matches in one brief, by number from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitting {
    /// The passages; [`Entry::hit`] says what each is.
    pub passages: Vec<usize>,
    /// The paragraphs of its source; [`Entry::hit_in_source`] says what each says.
    pub paragraphs: Vec<usize>,
}

impl Fitting {
    /// Returns whether nothing matches.
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty() && self.paragraphs.is_empty()
    }
}

impl<'q> Scan<'q> {
    /// Makes a query ready.
    pub fn new(query: &'q Query) -> Self {
        let narrowings = query.narrowings().iter();
        Self {
            query,
            wanted: query.wanted().iter().map(Seeker::new).collect(),
            unwanted: query.unwanted().iter().map(Seeker::new).collect(),
            narrowings: narrowings.map(|one| (one, one.words().map(Seeker::new))).collect(),
        }
    }

    /// Returns what matches in each of `entries`, on all cores if they are many.
    pub fn fitting_in_each(&self, entries: &[&Entry]) -> Vec<Fitting> {
        let one_by_one = |entries: &[&Entry]| -> Vec<Fitting> {
            entries.iter().map(|entry| self.fitting(entry)).collect()
        };
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let share = entries.len().div_ceil(cores).max(WORTH_A_THREAD);
        if entries.len() <= share {
            return one_by_one(entries);
        }
        thread::scope(|scope| {
            let (first, others) = entries.split_at(share);
            let one_by_one = &one_by_one;
            let others: Vec<_> =
                others.chunks(share).map(|share| scope.spawn(move || one_by_one(share))).collect();
            let mut all = one_by_one(first);
            for other in others {
                all.extend(other.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault)));
            }
            all
        })
    }

    /// Returns what matches in `entry`.
    pub fn fitting(&self, entry: &Entry) -> Fitting {
        let index = entry.index.for_entry(entry);
        let Some(fits) = self.fits(entry, index) else { return Fitting::default() };
        let (passages, paragraphs) = fits.split_at(index.passages().end);
        let numbers = |fits: &[bool]| {
            let numbers = fits.iter().enumerate().filter(|(_, fits)| **fits);
            numbers.map(|(number, _)| number).collect()
        };
        Fitting { passages: numbers(passages), paragraphs: numbers(paragraphs) }
    }

    /// Returns for each passage and then each paragraph whether it matches; [`None`] if none does.
    fn fits(&self, entry: &Entry, index: Indexed<'_>) -> Option<Vec<bool>> {
        if self.query.is_empty() {
            return None;
        }
        let mut fits = vec![true; index.items().end];
        for (narrowing, words) in &self.narrowings {
            narrow(&mut fits, narrowing, words.as_ref(), entry, index);
            fits.contains(&true).then_some(())?;
        }
        let mut is_about = vec![self.query.asks_for_items(); fits.len()];
        // Whether the list of topics has all words, and so stands for the brief.
        let mut has_topics = !self.wanted.is_empty();
        for words in &self.wanted {
            let found = index.find(words)?;
            has_topics &= index.topics().is_some_and(|topics| found.items[topics]);
            for (number, has) in found.items.into_iter().enumerate() {
                fits[number] &= has || found.in_brief;
                is_about[number] |= has;
            }
        }
        for number in self.unwanted.iter().flat_map(|words| index.having(words)) {
            fits[number] = false;
            has_topics &= index.topics() != Some(number);
        }
        if let Some(standing) = index.standing().filter(|_| !has_topics) {
            is_about[standing] = true;
        }
        for (fits, is_about) in fits.iter_mut().zip(is_about) {
            *fits &= is_about;
        }
        Some(fits)
    }
}

/// Takes out what a narrowing does not admit. `words` are its words, if it has any.
fn narrow(
    fits: &mut [bool],
    narrowing: &Narrowing,
    words: Option<&Seeker<'_>>,
    entry: &Entry,
    index: Indexed<'_>,
) {
    let mut meets = vec![false; fits.len()];
    match (narrowing.condition(), words) {
        (Condition::Words(_), Some(words)) if narrowing.field == QueryField::Topic => {
            meets.fill(index.has_topic(words));
        }
        (Condition::Words(_), Some(words)) => {
            let has_role = |role: super::PartyRole| role.is_narrowed_by(narrowing.field);
            index.naming(words, has_role).for_each(|number| meets[number] = true);
        }
        (Condition::Date(limit), _) => {
            let date = entry.brief.as_deref().and_then(Brief::date);
            meets.fill(date.is_some_and(|date| narrowing.field.reaches(date, *limit)));
        }
        (Condition::Parts(kinds), _) => {
            let mut start = 0;
            for (kind, count) in passages::counts(entry) {
                meets[start..start + count].fill(kinds.contains(&kind));
                start += count;
            }
            meets[start..].fill(kinds.contains(&TextKind::Text));
        }
        (Condition::Words(_) | Condition::Unknown, _) => {}
    }
    for (fits, meets) in fits.iter_mut().zip(meets) {
        *fits &= meets != narrowing.excludes;
    }
}
