//! Which passages and paragraphs match a query.
//!
//! All of a brief is decided at once: for each word of the query one scan finds where it is, and what is
//! found is joined as the rules of [`Library::search`] say.

use std::thread;

use super::index::{FoundWords, Indexed};
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
            let mut decided = Decided::default();
            entries.iter().map(|entry| self.decide(entry, &mut decided)).collect()
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
        self.decide(entry, &mut Decided::default())
    }

    /// Returns what matches in `entry`. What was decided on another is overwritten.
    fn decide(&self, entry: &Entry, decided: &mut Decided) -> Fitting {
        let index = entry.index.for_entry(entry);
        if !self.fits(entry, index, decided) {
            return Fitting::default();
        }
        let (passages, paragraphs) = decided.fits.split_at(index.passages().end);
        let numbers = |fits: &[bool]| {
            let numbers = fits.iter().enumerate().filter(|(_, fits)| **fits);
            numbers.map(|(number, _)| number).collect()
        };
        Fitting { passages: numbers(passages), paragraphs: numbers(paragraphs) }
    }

    /// Decides for each passage and then each paragraph whether it matches. Returns whether any may.
    fn fits(&self, entry: &Entry, index: Indexed<'_>, decided: &mut Decided) -> bool {
        if self.query.is_empty() {
            return false;
        }
        let Decided { fits, is_about, found } = decided;
        refill(fits, index.items().end, true);
        for (narrowing, words) in &self.narrowings {
            narrow(fits, narrowing, words.as_ref(), entry, index);
            if !fits.contains(&true) {
                return false;
            }
        }
        refill(is_about, fits.len(), self.query.asks_for_items());
        // Whether the list of topics has all words, and so stands for the brief.
        let mut has_topics = !self.wanted.is_empty();
        for words in &self.wanted {
            if !index.find(words, found) {
                return false;
            }
            has_topics &= index.topics().is_some_and(|topics| found.items[topics]);
            for (number, has) in found.items.iter().enumerate() {
                fits[number] &= has | found.in_brief;
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
            *fits &= *is_about;
        }
        true
    }
}

/// What is decided on the passages and paragraphs of one entry after the other.
#[derive(Debug, Default)]
struct Decided {
    /// Whether each matches.
    fits: Vec<bool>,
    /// Whether the query is about it, and not only about its brief.
    is_about: Vec<bool>,
    found: FoundWords,
}

fn refill(values: &mut Vec<bool>, count: usize, value: bool) {
    values.clear();
    values.resize(count, value);
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
