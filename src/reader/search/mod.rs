//! The search: its words, and its matches in the library.
//!
//! Each brief is searched once for each query: those that have been read when the query changes, and
//! the others as they are read. They are searched slice by slice, the former in the order of the list, so
//! that what is found first can be shown, and a key heard, before all have been searched. The texts of a
//! brief are folded when a search first comes to it: whoever searches for nothing does not wait for that.

mod ranked;

use std::cell::OnceCell;
use std::collections::VecDeque;
use std::mem;
use std::sync::Arc;

use super::briefs::Briefs;
use crate::brief::{Anchor, Id};
use crate::library::Entry;
use crate::library::search::{self, Fitting, Hit, Query, Scan, Searched};
use crate::text::Text;
use ranked::Ranks;

pub use ranked::RankedMatches;

/// How many briefs are searched before a key that has come is heard. Tests have few briefs, and slices too.
const SLICE: usize = if cfg!(test) { 2 } else { 512 };

/// How many of them may be briefs whose texts are still to be folded, which takes longer than to search them.
const UNFOLDED: usize = if cfg!(test) { 1 } else { 32 };

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
    /// What matches in the brief at each place and in its source, if anything does.
    found: Vec<Option<Fitting>>,
    /// The places of the briefs that have been read and are still to be searched, with what matches `earlier`
    /// in them as far as that is known. If there are no words yet, those that are to be folded.
    unsearched: VecDeque<(usize, Option<Fitting>)>,
    /// Whether all briefs that had been read were searched for these words at some time.
    is_settled: bool,
    /// The query that was narrowed to this one.
    earlier: Query,
    /// All that matches in order, once it is asked for.
    ranked: OnceCell<Arc<RankedMatches>>,
    /// The order of the list of briefs.
    ranks: Arc<Ranks>,
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
    /// Begins to fold the texts of the briefs that have been read, from the one at the place `from` on, if
    /// there are no words to search for yet.
    pub fn prepare(&mut self, from: usize, briefs: &Briefs) {
        if !self.is_active() {
            let places = self.ranks.places_from(from, briefs.places_end());
            let is_unfolded =
                |place: &usize| briefs.at(*place).is_some_and(|entry| !entry.is_folded());
            self.unsearched = places.filter(is_unfolded).map(|place| (place, None)).collect();
        }
    }

    /// Leaves all briefs that are left as they are: nobody is about to search them.
    pub fn stop(&mut self) {
        self.unsearched.clear();
    }

    /// Begins to search the briefs that have been read for `words`, from the one at the place `from` on, and
    /// goes on until something is found or texts had to be folded. If the words only narrow the last ones, as
    /// each letter of a word does, only the briefs that matched are searched.
    pub fn seek(&mut self, words: &Text, from: usize, briefs: &Briefs) {
        let query = Query::parse(words);
        self.words = Text::new(words.trim());
        if query == self.query {
            return;
        }
        let earlier = mem::replace(&mut self.query, query);
        if !self.query.narrows(&earlier) {
            return self.again(from, briefs);
        }
        let mut found = mem::take(&mut self.found);
        let places = self.ranks.places_from(from, found.len());
        let matched = places.filter_map(|place| Some((place, Some(found[place].take()?))));
        let others = mem::take(&mut self.unsearched).into_iter().map(|(place, _)| (place, None));
        self.begin(matched.chain(others).collect(), earlier, briefs);
    }

    /// Begins to search for the same words again, as [`seek`](Self::seek) does.
    pub fn again(&mut self, from: usize, briefs: &Briefs) {
        let places = self.ranks.places_from(from, briefs.places_end());
        // The others are searched when they have been read.
        let read = places.filter(|place| briefs.index(*place).is_some());
        let all = read.map(|place| (place, None)).collect();
        self.begin(all, Query::default(), briefs);
    }

    fn begin(
        &mut self,
        unsearched: VecDeque<(usize, Option<Fitting>)>,
        earlier: Query,
        briefs: &Briefs,
    ) {
        self.found.clear();
        self.ranked.take();
        self.version += 1;
        self.earlier = earlier;
        self.is_settled = false;
        self.unsearched = if self.is_active() { unsearched } else { VecDeque::new() };
        while self.found.is_empty() && !self.is_finished() {
            if self.go_on(briefs) {
                break;
            }
        }
    }

    /// Searches the next slice of the briefs that are still to be searched. Returns whether texts had to be
    /// folded for that.
    pub fn go_on(&mut self, briefs: &Briefs) -> bool {
        let (mut places, mut slice) = (Vec::new(), Vec::<Searched<'_>>::new());
        let mut unfolded = Vec::new();
        while slice.len() < SLICE
            && unfolded.len() < UNFOLDED
            && let Some((place, before)) = self.unsearched.pop_front()
        {
            let Some(entry) = briefs.at(place) else { continue };
            unfolded.extend(Some(entry).filter(|entry| !entry.is_folded()));
            places.push(place);
            slice.push((entry, before));
        }
        search::fold(&unfolded);
        if self.is_active() {
            self.searched += slice.len();
            self.ranked.take();
            self.version += 1;
            let found = Scan::after(&self.query, &self.earlier).fitting_in_each(&slice);
            for (place, fitting) in places.into_iter().zip(found) {
                self.find(place, fitting);
            }
            self.is_settled |= self.is_finished();
        }
        !unfolded.is_empty()
    }

    /// Searches all briefs that are still to be searched.
    pub fn finish(&mut self, briefs: &Briefs) {
        while !self.is_finished() {
            self.go_on(briefs);
        }
    }

    /// Returns the number of briefs that have been read and are still to be searched.
    pub fn unsearched(&self) -> usize {
        self.unsearched.len()
    }

    /// Returns whether all briefs that have been read have been searched.
    pub fn is_finished(&self) -> bool {
        self.unsearched.is_empty()
    }

    /// Returns whether all briefs that had been read were searched for these words at some time. What is found
    /// since then is in briefs that have come in.
    pub fn is_settled(&self) -> bool {
        self.is_settled
    }

    /// Returns whether anything has been found so far.
    pub fn has_found(&self) -> bool {
        !self.found.is_empty()
    }

    /// Takes in a brief that has been read: it is still to be searched.
    pub fn add(&mut self, place: usize) {
        if self.is_active() {
            self.unsearched.push_back((place, None));
        }
    }

    /// Notes what matches in the brief at a place, if anything does.
    fn find(&mut self, place: usize, fitting: Option<Fitting>) {
        if fitting.is_some() {
            self.found.resize(self.found.len().max(place + 1), None);
            self.found[place] = fitting;
        }
    }

    /// Ends the search, and hides nothing.
    pub fn clear(&mut self) {
        let Self { version, searched, listed, .. } = *self;
        let ranks = mem::take(&mut self.ranks);
        *self = Self { version: version + 1, searched, listed, ranks, ..Self::default() };
    }

    /// Takes over the order of the list of briefs, from its places, if its version is another.
    pub fn list_by(&mut self, places: &[usize], version: usize) {
        if self.listed != version {
            self.listed = version;
            self.ranked.take();
            self.ranks = Arc::new(Ranks::new(places));
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

    /// Returns the version, if everything that does not match is hidden.
    pub fn hides_by(&self) -> Option<usize> {
        self.narrowed.then_some(self.version)
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
    pub fn ranked(&self) -> &Arc<RankedMatches> {
        let rank = || Arc::new(RankedMatches::new(&self.found, Arc::clone(&self.ranks)));
        self.ranked.get_or_init(rank)
    }

    /// Returns where a position comes among all, to compare it with others.
    pub fn order(&self, position: SearchPosition) -> impl Ord + use<> {
        self.ranked().order(position)
    }

    /// Returns the number of matches.
    pub fn total(&self) -> usize {
        self.ranked().total()
    }

    /// Returns the number of briefs that have a match.
    pub fn briefs(&self) -> usize {
        self.ranked().briefs()
    }

    /// Returns the number of briefs that have been searched in this run.
    pub fn searched(&self) -> usize {
        self.searched
    }

    /// Returns what matches in the brief at `place` and in its source, if anything does.
    pub fn in_brief(&self, place: usize) -> Option<&Fitting> {
        self.found.get(place)?.as_ref()
    }

    /// Returns whether this is a match.
    pub fn has(&self, found: Match) -> bool {
        let fitting = self.in_brief(found.place);
        fitting.is_some_and(|fitting| fitting.has(found.in_source, found.passage))
    }

    /// Returns whether an item of the brief at `place` matches.
    pub fn has_item(&self, place: usize, entry: &Entry, item: &Id) -> bool {
        let is_fit = |passage| self.has(Match { in_source: false, place, passage });
        self.in_brief(place).is_some() && entry.passage_of(item).is_some_and(is_fit)
    }

    /// Returns whether an item of any brief matches.
    pub fn has_anchor(&self, briefs: &Briefs, anchor: &Anchor) -> bool {
        let found = briefs.find(&anchor.brief);
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
        self.ranked().position(found)
    }

    /// Returns the match `count` after `here`, wrapping at the ends.
    pub fn step(&self, here: SearchPosition, count: isize) -> Option<Match> {
        let ranked = self.ranked();
        let here = ranked.at(here);
        let (next, previous) = (here.end.cast_signed(), here.start.cast_signed() - 1);
        let index = if count > 0 { next + count - 1 } else { previous + count + 1 };
        ranked.nth(index.rem_euclid(ranked.total().max(1).cast_signed()).cast_unsigned())
    }

    /// Returns the match to go to from the brief at `place`: the first in it or in a later brief, else
    /// the first of all. One in a source only if no brief has any.
    pub fn near(&self, place: usize) -> Option<Match> {
        self.ranked().near(place)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::library::search::reference;
    use crate::library::{load, shipped};

    /// The briefs that ship with the program.
    static SHIPPED: LazyLock<Briefs> = LazyLock::new(|| {
        let origins = shipped::origins();
        at_places(origins.iter().map(|origin| load(origin, &[])).enumerate())
    });

    fn at_places(entries: impl IntoIterator<Item = (usize, Entry)>) -> Briefs {
        let mut briefs = Briefs::default();
        entries.into_iter().for_each(|(place, entry)| briefs.add(place, entry));
        briefs
    }

    /// Searches all briefs.
    fn seek(search: &mut Search, words: &str, briefs: &Briefs) {
        search.seek(&words.into(), 0, briefs);
        search.finish(briefs);
    }

    fn search(found: &[(usize, &[usize])]) -> Search {
        let mut search = Search::default();
        for (place, passages) in found {
            search.find(*place, Some(Fitting::of_numbers(passages, &[])));
        }
        search
    }

    fn all(search: &Search) -> Vec<Match> {
        (0..search.total()).filter_map(|index| search.ranked().nth(index)).collect()
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
        let mut search = search(&[(7, &[0])]);
        let in_both = |passages: &[usize]| Some(Fitting::of_numbers(passages, &[3]));
        search.find(2, in_both(&[1]));
        let in_source = Match { in_source: true, ..at(2, 3) };
        assert_eq!(all(&search), [at(2, 1), at(7, 0), in_source]);
        assert_eq!(search.step(to(7, 0), 1), Some(in_source));
        assert_eq!(search.step(in_source.into(), 1), Some(at(2, 1)));
        assert_eq!((search.rank(in_source), search.briefs()), (Some(2), 2));
        assert_eq!(search.near(8), Some(at(2, 1)));
        search = Search::default();
        search.find(2, in_both(&[]));
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
            seek(&mut search, words, &SHIPPED);
            (search.searched() - before, search.briefs())
        };
        assert_eq!(searched("fer").0, SHIPPED.read());
        let (_, matched) = searched("ferr");
        assert!((1..SHIPPED.read()).contains(&matched));
        assert_eq!(searched("ferries"), (matched, matched));
        assert_eq!(searched("ferries "), (0, matched), "the same words");
        assert_eq!(searched("ferrie").0, SHIPPED.read(), "fewer letters match more");
    }

    /// Seven briefs about boats.
    fn seven() -> Briefs {
        let yaml = "summary: Boats\nsource: {title: Lamps, publisher: y}\n";
        let folder = tempfile::tempdir().unwrap();
        let load = |place| {
            let name = format!("b{place}");
            reference::write_and_load(folder.path(), &name, &(yaml.to_owned(), String::new()))
        };
        at_places((0..7).map(|place| (place, load(place))))
    }

    /// The places of the briefs with matches, in order.
    fn places(search: &Search) -> Vec<usize> {
        let mut places: Vec<usize> = all(search).iter().map(|found| found.place).collect();
        places.dedup();
        places
    }

    #[test]
    fn what_is_found_first_is_found_from_the_open_brief_on() {
        let briefs = seven();
        let mut search = Search::default();
        search.list_by(&[6, 5, 4, 3, 2, 1, 0], 1);
        search.prepare(0, &briefs);
        search.finish(&briefs);
        let mut sought = |words: &str| -> (usize, Vec<usize>) {
            let before = search.searched();
            search.seek(&words.into(), 3, &briefs);
            (search.searched() - before, places(&search))
        };
        assert_eq!(sought("b"), (SLICE, vec![3, 2]));
        assert_eq!(sought("bo"), (SLICE, vec![3, 2]), "what was left over waits");
        assert_eq!(sought("boz"), (7, vec![]), "nothing is shown only if nothing is there");
        assert_eq!(sought("bo"), (SLICE, vec![3, 2]));
        search.go_on(&briefs);
        assert_eq!(places(&search), [3, 2, 1, 0]);
        search.finish(&briefs);
        assert_eq!(places(&search), [6, 5, 4, 3, 2, 1, 0]);
    }

    /// The places of the briefs whose texts have been folded.
    fn folded(briefs: &Briefs) -> Vec<usize> {
        (0..7).filter(|place| briefs.at(*place).unwrap().is_folded()).collect()
    }

    #[test]
    fn texts_are_folded_from_the_open_brief_on_while_words_are_about_to_come() {
        let briefs = seven();
        let mut search = Search::default();
        search.go_on(&briefs);
        assert_eq!(folded(&briefs), [0; 0], "nothing is searched for");
        search.prepare(4, &briefs);
        assert_eq!(folded(&briefs), [0; 0], "that is left to who has nothing else to do");
        search.go_on(&briefs);
        search.go_on(&briefs);
        assert_eq!((folded(&briefs), search.unsearched()), (vec![4, 5], 5));
        assert_eq!((search.searched(), search.has_found(), search.is_settled()), (0, false, false));
        search.clear();
        assert!(search.is_finished(), "whoever gives up waits for nothing");
        search.prepare(0, &briefs);
        search.finish(&briefs);
        assert_eq!(folded(&briefs), [0, 1, 2, 3, 4, 5, 6]);
        search.prepare(0, &briefs);
        assert!(search.is_finished());
    }

    #[test]
    fn no_key_waits_until_many_texts_have_been_folded() {
        let briefs = seven();
        let mut search = Search::default();
        let mut sought = |words: &str| {
            search.seek(&words.into(), 2, &briefs);
            (folded(&briefs), places(&search), search.unsearched())
        };
        assert_eq!(sought("boats"), (vec![2], vec![2], 6));
        assert_eq!(sought("boatz"), (vec![2, 3], vec![], 5), "it may be in one of the others");
        assert_eq!(sought("boatzz"), (vec![2, 3, 4], vec![], 4), "nor in those searched before");
        search.finish(&briefs);
        assert_eq!((search.has_found(), search.is_settled()), (false, true));
    }

    #[test]
    fn briefs_that_come_in_are_searched_with_the_others() {
        let briefs = seven();
        let mut search = Search::default();
        search.add(0);
        assert!(search.is_finished(), "nothing is searched for");
        search.seek(&"boats".into(), 0, &Briefs::default());
        assert!(search.is_finished());
        (0..7).for_each(|place| search.add(place));
        assert_eq!((search.unsearched(), search.searched()), (7, 0));
        search.finish(&briefs);
        assert_eq!((places(&search).len(), search.searched()), (7, 7));
    }

    proptest! {
        #[test]
        fn what_is_typed_letter_by_letter_finds_the_same(
            query in "((ferr|holyrood|abuse|by:nca|in:quotes|topic:p|-the|-in:source|9 feb|\"a |Act) ?){1,3}",
        ) {
            let mut typed = Search::default();
            for (end, letter) in query.char_indices() {
                seek(&mut typed, &query[..end + letter.len_utf8()], &SHIPPED);
            }
            let mut at_once = Search::default();
            seek(&mut at_once, &query, &SHIPPED);
            prop_assert_eq!(all(&typed), all(&at_once));
        }
    }

    /// Returns the matches in these briefs, at their places, as the rules say them: in the order of
    /// `list`, those in sources last.
    fn expected(briefs: &BTreeMap<usize, Entry>, query: &str, list: &[usize]) -> Vec<Match> {
        let query = Query::parse(query);
        let mut places: Vec<usize> = briefs.keys().copied().collect();
        places.sort_by_key(|place| list.iter().position(|other| other == place).unwrap_or(99));
        let mut all = Vec::new();
        for in_source in [false, true] {
            for &place in &places {
                let (passages, paragraphs) = reference::fitting(&briefs[&place], &query);
                let numbers = if in_source { paragraphs } else { passages };
                all.extend(numbers.into_iter().map(|passage| Match { in_source, place, passage }));
            }
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn finds_what_the_rules_say_while_briefs_are_read_changed_and_removed(
            briefs in prop::collection::vec(reference::brief(), 3..6),
            other in reference::brief(),
            queries in prop::collection::vec(reference::query(), 6),
            order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
            list in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
            from in 0..6_usize,
            finishes: bool,
        ) {
            let folder = tempfile::tempdir().unwrap();
            let load = |place: usize, brief| {
                reference::write_and_load(folder.path(), &format!("b{place}"), brief)
            };
            let all_read = |read: &BTreeMap<usize, Entry>| {
                at_places(read.iter().map(|(place, entry)| (*place, entry.clone())))
            };
            let mut read = BTreeMap::new();
            let mut search = Search::default();
            let list = &list[..4];
            search.list_by(list, 1);
            seek(&mut search, &queries[0], &Briefs::default());
            for place in order.into_iter().filter(|place| *place < briefs.len()) {
                let entry = load(place, &briefs[place]);
                search.add(place);
                read.insert(place, entry);
                search.finish(&all_read(&read));
                prop_assert_eq!(all(&search), expected(&read, &queries[0], list));
            }
            let now = all_read(&read);
            for (end, letter) in queries[1].char_indices() {
                let typed = &queries[1][..end + letter.len_utf8()];
                let before = search.searched();
                search.seek(&typed.into(), from, &now);
                let (shown, rules) = (all(&search), expected(&read, typed, list));
                prop_assert!(shown.iter().all(|found| rules.contains(found)), "{}", typed);
                let is_same = Query::parse(typed) == Query::parse(&queries[1][..end]);
                let is_begun = is_same || search.searched() > before;
                let may_come = !search.is_finished() && is_begun;
                prop_assert!(!shown.is_empty() || rules.is_empty() || may_come, "{}", typed);
                if finishes {
                    search.finish(&now);
                    prop_assert_eq!(all(&search), rules, "{}", typed);
                }
            }
            let last = briefs.len() - 1;
            read.insert(0, load(0, &other));
            read.remove(&last);
            let now = all_read(&read);
            search.again(from, &now);
            for query in &queries[1..] {
                search.seek(&query.as_str().into(), from, &now);
                search.finish(&now);
                let all = all(&search);
                prop_assert_eq!(&all, &expected(&read, query, list), "{}", query);
                for (index, found) in all.iter().enumerate() {
                    prop_assert_eq!(search.rank(*found), Some(index));
                    prop_assert_eq!(search.step((*found).into(), 1), Some(all[(index + 1) % all.len()]));
                    prop_assert_eq!(search.step(all[(index + 1) % all.len()].into(), -1), Some(*found));
                }
            }
        }
    }
}
