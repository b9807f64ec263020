//! Which passages and paragraphs match a query.
//!
//! All of a brief is decided at once: for each word of the query one scan finds where it is, and what is
//! found is joined as the rules of [`Library::search`] say. A word that is typed on is looked for only
//! where it was before its last letters.

use super::bits;
use super::fitting::{Fitting, OwnSets, SharedSets};
use super::folded_groups::Seeker;
use super::index::Indexed;
use super::narrowing::{Condition, Narrowing, QueryField};
use super::passages;
use super::{PartyRole, Query, TextKind};
use crate::brief::Brief;
#[cfg(doc)]
use crate::library::Library;
use crate::library::{Entry, on_all_cores};
use crate::text::Needle;

/// How many briefs a core takes at a time.
const SHARE: usize = 128;

/// For how many briefs memory is asked for at once.
const READ_AHEAD: usize = 64;

/// A query that is ready to be looked for in many briefs.
#[derive(Debug)]
pub struct Scan<'q> {
    query: &'q Query,
    wanted: Vec<WantedWord<'q>>,
    unwanted: Vec<Seeker<'q>>,
    narrowings: Vec<(&'q Narrowing, Option<Seeker<'q>>)>,
}

/// A wanted word that is ready to be looked for.
#[derive(Debug)]
struct WantedWord<'q> {
    words: Seeker<'q>,
    known: Option<KnownWord>,
}

/// The word of an earlier query that a wanted word implies.
#[derive(Clone, Copy, Debug)]
struct KnownWord {
    /// Its number among the wanted words of that query.
    row: usize,
    /// Whether it is the same word.
    is_same: bool,
}

/// A brief to search, and what an earlier query found in it, if that is of use.
pub type Searched<'a> = (&'a Entry, Option<Fitting>);

impl<'q> Scan<'q> {
    /// Makes a query ready.
    pub fn new(query: &'q Query) -> Self {
        Self::after(query, &Query::default())
    }

    /// Makes a query ready for briefs in which it is known what matches `earlier`.
    pub fn after(query: &'q Query, earlier: &Query) -> Self {
        let narrowings = query.narrowings().iter();
        let wanted = |needle: &'q Needle| WantedWord {
            words: Seeker::new(needle),
            known: KnownWord::find(needle, earlier),
        };
        Self {
            query,
            wanted: query.wanted().iter().map(wanted).collect(),
            unwanted: query.unwanted().iter().map(Seeker::new).collect(),
            narrowings: narrowings.map(|one| (one, one.words().map(Seeker::new))).collect(),
        }
    }

    /// Returns what matches in each of `briefs`, on all cores if they are many.
    pub fn fitting_in_each(&self, briefs: &[Searched<'_>]) -> Vec<Option<Fitting>> {
        let shares: Vec<&[Searched<'_>]> = briefs.chunks(SHARE).collect();
        let found = on_all_cores(shares.len(), 1, |share| self.fitting_one_by_one(shares[share]));
        found.into_iter().flatten().collect()
    }

    fn fitting_one_by_one(&self, briefs: &[Searched<'_>]) -> Vec<Option<Fitting>> {
        let reads_text =
            self.wanted.iter().any(WantedWord::is_looked_for) || !self.unwanted.is_empty();
        let (mut sets, mut decided) = (SharedSets::default(), Decided::default());
        let mut found = Vec::with_capacity(briefs.len());
        for briefs in briefs.chunks(READ_AHEAD) {
            let indexes = briefs.iter().map(|(entry, _)| entry.index.for_entry(entry));
            let indexes: Vec<Indexed<'_>> = indexes.collect();
            for index in &indexes {
                index.read_ahead(reads_text);
            }
            found.extend(briefs.iter().zip(indexes).map(|((entry, before), index)| {
                self.decide(entry, index, before.as_ref(), &mut decided, &mut sets)
            }));
        }
        sets.share(found)
    }

    /// Returns what matches in `entry`; [`None`] if nothing does.
    pub fn fitting(&self, entry: &Entry) -> Option<Fitting> {
        self.fitting_in_each(&[(entry, None)]).pop()?
    }

    /// Adds to `sets` what matches in `entry`, and where the wanted words are, and returns where that is;
    /// [`None`] if nothing matches. What was decided on another entry is overwritten.
    fn decide(
        &self,
        entry: &Entry,
        index: Indexed<'_>,
        before: Option<&Fitting>,
        decided: &mut Decided,
        sets: &mut SharedSets,
    ) -> Option<OwnSets> {
        let own = sets.begin(1 + self.wanted.len(), index);
        if !self.fits(entry, index, before, decided, (sets, &own)) {
            sets.take_back(&own);
            return None;
        }
        let fits = sets.set(&own, 0);
        fits[..decided.fits.len()].copy_from_slice(&decided.fits);
        Some(own)
    }

    /// Decides for each passage and then each paragraph whether it matches, and notes in the brief’s own
    /// sets which groups have each wanted word. Returns whether any matches.
    fn fits(
        &self,
        entry: &Entry,
        index: Indexed<'_>,
        before: Option<&Fitting>,
        decided: &mut Decided,
        (sets, own): (&mut SharedSets, &OwnSets),
    ) -> bool {
        if self.query.is_empty() {
            return false;
        }
        let Decided { fits, is_about, has } = decided;
        let items = index.items().end;
        bits::refill(fits, items, true);
        for (narrowing, words) in &self.narrowings {
            narrow(fits, narrowing, words.as_ref(), entry, index);
            if bits::is_empty(fits) {
                return false;
            }
        }
        bits::refill(is_about, items, self.query.asks_for_items());
        // Whether the list of topics has all words, and so stands for the brief.
        let mut has_topics = !self.wanted.is_empty();
        for (row, word) in self.wanted.iter().enumerate() {
            let groups = sets.set(own, 1 + row);
            word.locate(index, before, groups);
            if bits::is_empty(groups) {
                return false;
            }
            index.items_with(groups, has);
            let in_brief = bits::has(groups, items);
            has_topics &= index.topics().is_some_and(|topics| bits::has(has, topics));
            for ((fits, is_about), has) in fits.iter_mut().zip(&mut *is_about).zip(&*has) {
                *fits &= if in_brief { u64::MAX } else { *has };
                *is_about |= has;
            }
        }
        for words in &self.unwanted {
            bits::refill(has, items, true);
            index.retain(words, has);
            bits::subtract(fits, has);
            has_topics &= index.topics().is_some_and(|topics| !bits::has(has, topics));
        }
        if let Some(standing) = index.standing().filter(|_| !has_topics) {
            bits::insert(is_about, standing);
        }
        for (fits, is_about) in fits.iter_mut().zip(is_about) {
            *fits &= *is_about;
        }
        !bits::is_empty(fits)
    }
}

impl KnownWord {
    /// Returns which of the words that `earlier` wants `needle` implies: the one that is in the fewest
    /// texts, as far as their lengths tell.
    fn find(needle: &Needle, earlier: &Query) -> Option<Self> {
        let implied = earlier.wanted().iter().enumerate().filter(|(_, word)| needle.implies(word));
        let (row, word) = implied.max_by_key(|(_, word)| word.folded().len())?;
        Some(Self { row, is_same: word == needle })
    }
}

impl WantedWord<'_> {
    /// Returns whether the text of a brief is read for it.
    fn is_looked_for(&self) -> bool {
        !self.words.is_letter() && !self.known.is_some_and(|known| known.is_same)
    }

    /// Adds to `groups` those that have the word. What was found `before` says where to look.
    fn locate(&self, index: Indexed<'_>, before: Option<&Fitting>, groups: &mut [u64]) {
        let known = self.known.zip(before);
        match known {
            Some((known, before)) => groups.copy_from_slice(before.groups_with(known.row)),
            None => bits::fill(groups, index.count()),
        }
        if !known.is_some_and(|(known, _)| known.is_same) {
            index.retain(&self.words, groups);
        }
    }
}

/// What is decided on the passages and paragraphs of one entry after the other.
#[derive(Debug, Default)]
struct Decided {
    /// Which match.
    fits: Vec<u64>,
    /// Which the query is about, and not only about their brief.
    is_about: Vec<u64>,
    /// Which have a word, or are of a party that has it.
    has: Vec<u64>,
}

/// Takes out what a narrowing does not admit. `words` are its words, if it has any.
fn narrow(
    fits: &mut [u64],
    narrowing: &Narrowing,
    words: Option<&Seeker<'_>>,
    entry: &Entry,
    index: Indexed<'_>,
) {
    let items = index.items().end;
    let mut meets = Vec::new();
    let mut all_meet = |all| bits::refill(&mut meets, items, all);
    match (narrowing.condition(), words) {
        (Condition::Words(_), Some(words)) if narrowing.field == QueryField::Topic => {
            all_meet(index.has_topic(words));
        }
        (Condition::Words(_), Some(words)) => {
            all_meet(false);
            for role in PartyRole::ALL {
                if role.is_narrowed_by(narrowing.field) {
                    index
                        .naming(words, role)
                        .for_each(|passages| bits::unite(&mut meets, passages));
                }
            }
        }
        (Condition::Date(limit), _) => {
            let date = entry.brief.as_deref().and_then(Brief::date);
            all_meet(date.is_some_and(|date| narrowing.field.reaches(date, *limit)));
        }
        (Condition::Parts(kinds), _) => {
            all_meet(false);
            let mut start = 0;
            for (kind, count) in passages::counts(entry) {
                if kinds.contains(&kind) {
                    bits::insert_all(&mut meets, start..start + count);
                }
                start += count;
            }
            if kinds.contains(&TextKind::Text) {
                bits::insert_all(&mut meets, start..items);
            }
        }
        (Condition::Words(_) | Condition::Unknown, _) => all_meet(false),
    }
    for (fits, meets) in fits.iter_mut().zip(meets) {
        *fits &= if narrowing.excludes { !meets } else { meets };
    }
}

#[cfg(test)]
mod tests {
    use super::super::folded_groups::tests::SOUGHT;
    use super::super::reference::write_and_load;
    use super::*;

    #[test]
    fn a_word_that_is_typed_on_is_looked_for_only_where_it_was() {
        let claims: String = (0..40)
            .map(|i| format!("  c{i}: {{text: Boat {i} sails, by: source, evidence: q}}\n"))
            .collect();
        let yaml = format!(
            "summary: x\nsource: {{title: Lamps, publisher: y, text: source.txt}}\n\
             quotes: {{q: {{form: passage, by: source, gist: Boat 7 is unlit}}}}\nclaims:\n{claims}"
        );
        let folder = tempfile::tempdir().unwrap();
        let entry = write_and_load(folder.path(), "b", &(yaml, "Boats.".to_owned()));
        let (mut before, mut earlier) = (None, Query::default());
        let mut sought = |words: &str| {
            SOUGHT.take();
            let query = Query::parse(words);
            let scan = Scan::after(&query, &earlier);
            before = scan.fitting_in_each(&[(&entry, before.take())]).pop().unwrap();
            earlier = query;
            SOUGHT.take()
        };
        assert_eq!(sought("b"), 0, "a letter is looked up");
        let all = sought("bo");
        assert_eq!(sought("boa"), all, "where the letters are and the last word was");
        assert_eq!(sought("boa unl"), 1, "only the new word, where its letters are");
        assert_eq!(sought("boa unli"), 1);
        assert_eq!(sought("boa unlit"), 1);
        assert_eq!(sought("boa unlit 7"), 0, "a digit is looked up");
        assert_eq!(sought("boa unlit 7 unlit"), 0, "they are all known");
    }
}
