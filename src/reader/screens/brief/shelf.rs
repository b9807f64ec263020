//! The list of briefs: which are shown, and in which order.

use super::{BRIEFS, BriefScreen};
use crate::brief::Id;
use crate::library::Entry;
use crate::library::catalogue::{self, BriefField, BriefSort};
use crate::reader::briefs::Briefs;
use crate::reader::list::{List, RowId};
use crate::reader::screens::{Around, Screen};
use crate::text::Text;

/// The briefs that are listed.
#[derive(Debug, Default)]
pub struct Shelf {
    pub view: ShelfView,
    /// The places in the library of the briefs that are listed, in the order of the list.
    places: Vec<usize>,
    /// A number that grows each time the list is made.
    version: usize,
    /// The versions of the briefs and of the search, if it hides others, that the list was last made
    /// from, and the view.
    made_from: Option<(usize, Option<usize>, ShelfView)>,
}

/// Which briefs are shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShelfView {
    sort: BriefSort,
    /// The filters, in the order in which they were set.
    filters: Vec<BriefFilter>,
}

/// What a brief has to have in a field to be shown: one of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefFilter {
    field: BriefField,
    values: Vec<Text>,
}

impl ShelfView {
    /// Returns whether the states of all briefs decide what is listed.
    fn needs_states(&self) -> bool {
        let is_by_state = |filter: &BriefFilter| filter.field == BriefField::State;
        self.sort == BriefSort::State || self.filters.iter().any(is_by_state)
    }
}

impl BriefFilter {
    /// Returns the filter for briefs that have one value in a field.
    pub fn on(field: BriefField, value: Text) -> Self {
        Self { field, values: vec![value] }
    }

    /// Returns the filter in words: `topic: housing`.
    pub fn name(&self) -> String {
        format!("{}: {}", self.field, self.values.join(", "))
    }

    fn admits(&self, entry: &Entry, briefs: &Briefs) -> bool {
        let values = catalogue::values(entry, self.field, &|entry| briefs.state(entry));
        values.iter().any(|value| self.values.contains(value))
    }
}

impl Shelf {
    /// Returns the place in the library of the brief in a row.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.places.get(row).copied()
    }

    /// Returns the places in the library of the briefs in the list, in order, and the version of that.
    pub fn places(&self) -> (&[usize], usize) {
        (&self.places, self.version)
    }

    /// Returns the filters in words.
    pub fn filters(&self) -> impl Iterator<Item = Text> {
        self.view.filters.iter().map(|filter| filter.name().into())
    }
}

impl BriefScreen {
    /// Returns the places in the library of the briefs in the list, in order, and the version of that.
    pub fn listed(&self) -> (&[usize], usize) {
        self.shelf.places()
    }

    /// Returns whether some briefs are filtered out.
    pub fn is_filtered(&self) -> bool {
        !self.shelf.view.filters.is_empty()
    }

    /// Lists the briefs, or those that match if others are hidden. While a large library is read, the
    /// list is not made again for each of its briefs.
    pub fn refresh_briefs(&mut self, around: &Around<'_>) {
        let (briefs, search) = (around.briefs, around.search);
        self.list_mut(BRIEFS).light_by(search.version());
        let key = (briefs.version(), search.hides_by(), self.shelf.view.clone());
        if let Some(made_from) = &self.shelf.made_from {
            let only_read_on = (made_from.1, &made_from.2) == (key.1, &key.2);
            let can_wait = only_read_on && briefs.can_wait(made_from.0) && self.shows_wanted();
            if *made_from == key || can_wait {
                return;
            }
        }
        let entries = briefs.entries();
        let is_shown = |index: &usize| {
            let place = briefs.place(*index);
            let found = place.and_then(|place| search.in_brief(place));
            let matches = found.is_some_and(|found| found.count(false) > 0);
            (matches || !search.is_narrowed())
                && key.2.filters.iter().all(|filter| filter.admits(&entries[*index], briefs))
        };
        let mut indexes: Vec<usize> = (0..entries.len()).filter(is_shown).collect();
        key.2.sort.sort(entries, &mut indexes, &|entry| briefs.state(entry));
        self.shelf.places = indexes.iter().filter_map(|index| briefs.place(*index)).collect();
        let rows = indexes.iter().map(|index| RowId::Brief(entries[*index].id.clone())).collect();
        self.list_mut(BRIEFS).show(rows);
        self.shelf.made_from = Some(key);
        self.shelf.version += 1;
    }

    /// Returns the briefs that are shown, or that have to be sorted or filtered, and whose states are not
    /// known: first those that are visible, and not all at once.
    pub fn unchecked(&self, around: &Around<'_>) -> Vec<Entry> {
        const AT_ONCE: usize = 64;
        let briefs = around.briefs;
        let visible = self.list(BRIEFS).visible().filter_map(|line| match line.row {
            RowId::Brief(id) => briefs.find(id).map(|(_, entry)| entry),
            _ => None,
        });
        let listed = briefs.entries().iter().filter(|_| self.shelf.view.needs_states());
        let is_unchecked =
            |entry: &&Entry| entry.brief.is_some() && entry.known_evidence().is_none();
        let unknown = visible.chain(listed).filter(is_unchecked);
        let mut unchecked: Vec<Entry> = unknown.take(AT_ONCE).cloned().collect();
        unchecked.dedup_by(|one, other| one.origin == other.origin);
        unchecked
    }

    /// Shows the states that have become known.
    pub fn show_checked(&mut self) {
        if self.shelf.view.needs_states() {
            self.shelf.made_from = None;
        }
        self.list_mut(BRIEFS).lay_out_again();
    }

    /// Returns whether the brief that was chosen last is in the list, if any was.
    fn shows_wanted(&self) -> bool {
        let list: &List = self.list(BRIEFS);
        !list.is_empty() && (list.wanted().is_none() || list.selected() == list.wanted())
    }

    /// Returns what the briefs are sorted by.
    pub fn sort(&self) -> BriefSort {
        self.shelf.view.sort
    }

    /// Sorts the briefs; the selected one stays selected.
    pub fn sort_by(&mut self, sort: BriefSort) {
        self.keep_selected();
        self.shelf.view.sort = sort;
    }

    /// Returns the filter for briefs that have in a field what the open one has, if it has anything.
    pub fn filter_like_open(&self, field: BriefField, around: &Around<'_>) -> Option<BriefFilter> {
        let state = &|entry: &Entry| around.briefs.state(entry);
        let values = catalogue::values(self.entry(around)?, field, state);
        (!values.is_empty()).then_some(BriefFilter { field, values })
    }

    /// Returns whether a filter is set.
    pub fn has_filter(&self, filter: &BriefFilter) -> bool {
        self.shelf.view.filters.contains(filter)
    }

    /// Sets a filter, or removes it if it is set. A field has one filter at a time.
    pub fn toggle_filter(&mut self, filter: BriefFilter) {
        self.keep_selected();
        let was_set = self.has_filter(&filter);
        let filters = &mut self.shelf.view.filters;
        filters.retain(|other| other.field != filter.field);
        filters.extend((!was_set).then_some(filter));
    }

    /// Removes the filter that was set last.
    pub fn remove_filter(&mut self) {
        self.keep_selected();
        self.shelf.view.filters.pop();
    }

    /// Removes all filters, so that every brief is listed.
    pub fn list_all(&mut self) {
        self.shelf.view.filters.clear();
    }

    /// Selects the first brief of the list.
    pub fn open_first(&mut self) {
        if let Some(first) = self.list(BRIEFS).rows().first().cloned() {
            self.list_mut(BRIEFS).want(first);
        }
    }

    /// Returns the broken brief after the open one in the list, or else the first of the list, or else
    /// of the library.
    pub fn next_broken(&self, around: &Around<'_>) -> Option<Id> {
        let places = &self.shelf.places;
        let (before, after) = places.split_at((self.list(BRIEFS).index() + 1).min(places.len()));
        let listed = after.iter().chain(before).filter_map(|place| around.briefs.at(*place));
        let mut all = listed.chain(around.briefs.entries());
        all.find(|entry| entry.brief.is_none()).map(|entry| entry.id.clone())
    }

    /// Keeps the selected brief selected while the list changes around it.
    fn keep_selected(&mut self) {
        let list = self.list_mut(BRIEFS);
        if let Some(row) = list.selected().cloned().filter(|_| list.wanted().is_none()) {
            list.want(row);
        }
    }
}
