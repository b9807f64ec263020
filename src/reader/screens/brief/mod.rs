//! The Brief screen: one brief in linked panes. The focused item decides what the other panes show.

mod heights;
mod links;
mod overview;
mod places;
mod reading;
mod refresh;
mod rows;
mod shelf;
mod titles;
mod wording;

use std::collections::HashMap;
use std::ops::Range;

use heights::Heights;
use overview::OverviewRow;
pub use overview::overview_row;
pub use places::is_front;
use rows::Selection;
pub use shelf::BriefFilter;
use shelf::{Shelf, ShelfView};

use super::{Around, Change, Follow, Screen};
use crate::brief::{Anchor, Brief, FieldPath, Id};
use crate::library::{Entry, Origin};
use crate::reader::layout::{Area, Columns};
use crate::reader::light;
use crate::reader::list::{Cursor, List, ListKind, Row, RowId};
use crate::reader::mode::Mode;
use crate::reader::pane::Pane;
use crate::reader::sheet::{Sheet, row_of};
use crate::reader::titles::TitleBar;
use crate::text::Text;

/// The front page of the brief: the brief in short.
pub const OVERVIEW: Pane = Pane::new(0, "In short", "what it cites");
/// The briefs of the library.
pub const BRIEFS: Pane = Pane::new(1, "Briefs", "its top lines");
/// The parties of the brief: those who speak in it and those who are asked.
pub const OFFICIALS: Pane = Pane::new(2, "Officials", "items");
/// Its claims.
pub const CLAIMS: Pane = Pane::new(3, "Claims", "its quotes");
/// Its asks, commitments and actions.
pub const ASKS: Pane = Pane::new(4, "Asks", "its quotes");
/// Its quotes.
pub const QUOTES: Pane = Pane::new(5, "Quotes", "its links");
/// The passage of the source.
pub const SOURCE: Pane = Pane::new(6, "Source", "what rests on it");
/// The problems of a brief that cannot be shown, in place of all panes but the first.
pub const PROBLEMS: Pane = Pane::new(2, "Problems", "edit there");

/// The panes of a sound brief, in the order of their numbers.
pub const PANES: [Pane; 7] = [OVERVIEW, BRIEFS, OFFICIALS, CLAIMS, ASKS, QUOTES, SOURCE];

/// The panes of a broken one.
const PANES_OF_BROKEN: [Pane; 2] = [BRIEFS, PROBLEMS];

/// The screen.
#[derive(Debug)]
pub struct BriefScreen {
    /// The pane that has the focus while the brief is sound.
    pane: Pane,
    /// The claim or ask whose quotes are shown without the others.
    subject: Option<Id>,
    /// The lists, in the order of [`PANES`].
    lists: [List; PANES.len()],
    /// What each list was last made from.
    made_from: [Selection; PANES.len()],
    /// The rows of the brief in short.
    overview: Vec<OverviewRow>,
    /// The bytes of the sentences of the source that are chosen; none without its text.
    chosen: Range<usize>,
    /// The rows of the Source pane when it does not show the source's text.
    about: Vec<Row>,
    problems: Sheet,
    shelf: Shelf,
    /// The brief that is open.
    open: Option<Origin>,
    /// The places in the lists of each brief that was left for another.
    left: HashMap<Origin, [Cursor; PANES.len()]>,
    heights: Heights,
}

/// A place on the screen. The Briefs pane's cursor says which brief is open, and the Officials
/// pane's whose items are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefLocation {
    pane: Pane,
    subject: Option<Id>,
    shelf: ShelfView,
    chosen: Range<usize>,
    cursors: [Cursor; PANES.len()],
}

impl Default for BriefScreen {
    fn default() -> Self {
        Self {
            pane: BRIEFS,
            subject: None,
            lists: PANES.map(|_| List::new(ListKind::Selecting)),
            made_from: Default::default(),
            overview: Vec::new(),
            chosen: 0..0,
            about: Vec::new(),
            problems: Sheet::new(ListKind::Selecting, Vec::new()),
            shelf: Shelf::default(),
            open: None,
            left: HashMap::new(),
            heights: Heights::default(),
        }
    }
}

impl Screen for BriefScreen {
    fn panes(&self, around: &Around<'_>) -> &'static [Pane] {
        if self.is_broken(around) { &PANES_OF_BROKEN } else { &PANES }
    }

    fn focused(&self, around: &Around<'_>) -> Pane {
        if self.pane != BRIEFS && self.is_broken(around) { PROBLEMS } else { self.pane }
    }

    /// Returns whether the focus can move to `pane`. The key of any pane goes to the problems of a
    /// broken brief.
    fn can_focus(&self, pane: Pane, around: &Around<'_>) -> bool {
        PANES.contains(&pane) || self.panes(around).contains(&pane)
    }

    fn focus_on(&mut self, pane: Pane) {
        self.pane = if pane == PROBLEMS { CLAIMS } else { pane };
        if pane == SOURCE {
            self.list_mut(SOURCE).select_visible();
        }
    }

    fn menus(&self) -> &'static [Mode] {
        &[Mode::Copying, Mode::SortingBriefs, Mode::FilteringBriefs]
    }

    fn place(&mut self, body: Area, around: &Around<'_>) -> Option<Columns> {
        if self.is_broken(around) {
            return places::of_broken(body);
        }
        let focus = self.pane;
        let has_text = self.entry(around).is_some_and(|entry| entry.text().is_some());
        places::of_sound(body, focus, has_text, &mut |pane, room| self.need(pane, room, around))
    }

    fn list(&self, pane: Pane) -> &List {
        index(pane).map_or_else(|| self.problems.list(), |index| &self.lists[index])
    }

    fn change(&mut self, pane: Pane, around: &Around<'_>, change: Change<'_>) {
        let Some(index) = index(pane) else { return self.problems.change(change) };
        let selection = self.selection(around);
        let (list, about, overview) = (&mut self.lists[index], &self.about, &self.overview);
        change(list, &|row| {
            let worded = match row {
                RowId::Fixed(index) if pane == OVERVIEW => {
                    overview.get(*index).map(|line| line.row.clone()).unwrap_or_default()
                }
                RowId::Fixed(_) => row_of(about, row),
                _ => wording::row(around.briefs, &selection, pane, row),
            };
            lit(around.folded(worded), row, &selection, around)
        });
    }

    fn select(&mut self, pane: Pane, row: RowId) {
        match index(pane) {
            Some(index) => self.lists[index].want(row),
            None => self.problems.change(|list, _| list.want(row)),
        }
    }

    fn focused_item(&self, around: &Around<'_>) -> Option<Anchor> {
        match self.pane {
            OVERVIEW => self.selected_line()?.own_item().cloned(),
            SOURCE => self.item_in_source(around),
            pane => self.selected_item(pane, around),
        }
    }

    fn enter(&self, around: &Around<'_>) -> &'static str {
        match self.focused(around) {
            BRIEFS if self.is_broken(around) => "its problems",
            SOURCE if !self.is_reading() => "the quotes",
            pane => pane.enter,
        }
    }

    fn below(&self, pane: Pane) -> Vec<Text> {
        if pane != OVERVIEW {
            return Vec::new();
        }
        let last = self.list(OVERVIEW).visible().last().map(|line| line.row.clone());
        let Some(RowId::Fixed(last)) = last else { return Vec::new() };
        let below = self.overview.iter().skip(last + 1);
        below
            .flat_map(|line| line.row.heading.iter().flatten())
            .map(|span| span.text.clone())
            .collect()
    }

    fn entry<'a>(&self, around: &Around<'a>) -> Option<&'a Entry> {
        self.selection(around).entry(around.briefs.library())
    }

    fn follow(&self, around: &Around<'_>) -> Follow {
        self.followed(around)
    }

    fn is_linked(&self, pane: Pane, row: &RowId, around: &Around<'_>) -> bool {
        self.has_link(pane, row, around)
    }

    fn title_bar(&self, around: &Around<'_>) -> TitleBar {
        titles::title_bar(self, around)
    }

    fn detail(&self, pane: Pane, around: &Around<'_>) -> String {
        titles::detail(self, pane, around)
    }

    fn back_out(&mut self, around: &Around<'_>) {
        if self.is_front() && self.is_filtered() {
            self.remove_filter();
        } else if self.unextend_chosen(around) {
            // Only the first sentence is chosen now.
        } else if self.subject.is_some() && [QUOTES, SOURCE].contains(&self.pane) {
            self.show_all_quotes();
        } else {
            self.show_everyone();
        }
    }

    fn refresh(&mut self, around: &Around<'_>) {
        self.refresh_all(around);
    }
}

impl BriefScreen {
    /// Returns the place on the screen.
    pub fn location(&self) -> BriefLocation {
        BriefLocation {
            pane: self.pane,
            subject: self.subject.clone(),
            shelf: self.shelf.view.clone(),
            chosen: self.chosen.clone(),
            cursors: self.cursors(),
        }
    }

    /// Returns to a place.
    pub fn restore(&mut self, location: BriefLocation, around: &Around<'_>) {
        let BriefLocation { pane, subject, shelf, chosen, cursors } = location;
        self.shelf.view = shelf;
        let [_, briefs, .., source] = cursors.clone();
        self.list_mut(BRIEFS).restore(briefs);
        self.refresh(around);
        (self.pane, self.subject) = (pane, subject);
        for (list, cursor) in self.lists.iter_mut().zip(cursors) {
            list.restore(cursor);
        }
        // A new passage scrolls the source to itself. On return, the source is where it was.
        self.refresh(around);
        self.list_mut(SOURCE).restore(source);
        self.chosen = chosen;
    }

    /// Returns the party whose items are shown without the others'.
    pub fn party(&self, around: &Around<'_>) -> Option<Id> {
        self.selection(around).party
    }

    /// Returns whether the open brief cannot be shown.
    pub fn is_broken(&self, around: &Around<'_>) -> bool {
        self.entry(around).is_some_and(|entry| entry.brief.is_none())
    }

    /// Returns the index of the selected problem, if the Problems pane has the focus.
    pub fn selected_problem(&self, around: &Around<'_>) -> Option<usize> {
        (self.focused(around) == PROBLEMS).then(|| self.problems.list().index())
    }

    /// Returns whether the Officials pane has the focus, whose selection filters the other panes.
    pub fn is_choosing_party(&self) -> bool {
        self.pane == OFFICIALS
    }

    /// Selects a brief, which opens at the next [`refresh`](Screen::refresh), at the place where it
    /// was left.
    pub fn open(&mut self, brief: &Id) {
        self.list_mut(BRIEFS).want(RowId::Brief(brief.clone()));
    }

    /// Returns whether a brief is selected in the Briefs pane.
    pub fn is_open(&self, brief: &Id) -> bool {
        self.list(BRIEFS).selected() == Some(&RowId::Brief(brief.clone()))
    }

    /// Moves the focus to an item of the open brief, which is selected at the next refresh unless a
    /// filter hides it.
    pub fn aim(&mut self, pane: Pane, item: &Id) {
        self.pane = pane;
        self.list_mut(pane).want(RowId::Item(item.clone()));
    }

    /// Returns whether an item is selected in a pane.
    pub fn has_selected(&self, pane: Pane, item: &Id) -> bool {
        self.list(pane).selected() == Some(&RowId::Item(item.clone()))
    }

    /// Returns whether a party is in the open brief.
    pub fn has_party(&self, party: &Id, around: &Around<'_>) -> bool {
        self.brief(around).is_some_and(|brief| brief.party(party).is_some())
    }

    /// Selects a party, whose items are then shown without the others'.
    pub fn choose_party(&mut self, party: &Id) {
        self.list_mut(OFFICIALS).want(RowId::Item(party.clone()));
    }

    /// Shows everyone's items.
    pub fn show_everyone(&mut self) {
        self.list_mut(OFFICIALS).want(RowId::Everyone);
    }

    /// Shows all quotes, not only those of one claim or ask.
    pub fn widen_quotes(&mut self) {
        self.subject = None;
    }

    /// Gives the focus to the brief in short.
    pub fn show_overview(&mut self) {
        self.pane = OVERVIEW;
    }

    /// Selects a row of the brief in short.
    pub fn select_in_overview(&mut self, row: RowId) {
        self.list_mut(OVERVIEW).want(row);
    }

    /// Returns the row of the brief in short that shows this number.
    pub fn numbered_line(&self, number: usize) -> Option<RowId> {
        let number = number.to_string();
        let shows = |line: &OverviewRow| {
            line.row.label.as_ref().is_some_and(|label| label.text.as_str() == number)
        };
        self.overview.iter().position(shows).map(RowId::Fixed)
    }

    /// Returns the field that the selected row of the brief in short shows, and what it says; nothing
    /// where an item has the focus.
    pub fn selected_field(&self) -> Option<(FieldPath, Text)> {
        let index = (self.pane == OVERVIEW).then(|| self.list(OVERVIEW).index())?;
        overview::field_of(&self.overview, index)
    }

    /// Returns whether the front page is shown: the brief in short beside the list of briefs.
    pub fn is_front(&self) -> bool {
        is_front(self.pane)
    }

    /// Returns the selected row of the brief in short.
    fn selected_line(&self) -> Option<&OverviewRow> {
        self.overview.get(self.list(OVERVIEW).index())
    }

    /// Shows the text of the source, and gives it the focus.
    pub fn show_source(&mut self) {
        self.pane = SOURCE;
    }

    /// Selects a problem of a broken brief, counted from 0, and gives it the focus.
    pub fn show_problem(&mut self, index: usize, around: &Around<'_>) {
        self.focus_on(PROBLEMS);
        self.select(PROBLEMS, RowId::Fixed(index));
        self.refresh(around);
    }

    /// Selects a paragraph of the source, counted from 1, and scrolls to it.
    pub fn select_paragraph(&mut self, number: usize) {
        let row = RowId::Paragraph(number);
        self.list_mut(SOURCE).scroll_to(&row);
        self.list_mut(SOURCE).want(row);
    }

    /// Drops what the brief no longer has after a change on disk: the party whose items were shown,
    /// and the claim or ask whose quotes were.
    pub fn drop_what_is_gone(&mut self, around: &Around<'_>) {
        let Some(brief) = self.brief(around) else { return };
        let party = self.list(OFFICIALS).wanted();
        let has_party = !matches!(party, Some(RowId::Item(id)) if brief.party(id).is_none());
        self.subject = self.subject.take().filter(|id| brief.item(id).is_some());
        if !has_party {
            self.list_mut(OFFICIALS).restore(Cursor::default());
            self.show_everyone();
        }
    }

    /// Returns the open brief, unless it is broken.
    fn brief<'a>(&self, around: &Around<'a>) -> Option<&'a Brief> {
        self.entry(around)?.brief.as_deref()
    }

    fn selected_item(&self, pane: Pane, around: &Around<'_>) -> Option<Anchor> {
        match self.list(pane).selected()? {
            RowId::Item(id) => Some(self.brief(around)?.anchor(id)),
            _ => None,
        }
    }

    fn show_all_quotes(&mut self) {
        self.subject = None;
        if let Some(quote) = self.list(QUOTES).selected().cloned() {
            self.list_mut(QUOTES).want(quote);
        }
    }

    fn cursors(&self) -> [Cursor; PANES.len()] {
        self.lists.each_ref().map(List::cursor)
    }

    fn list_mut(&mut self, pane: Pane) -> &mut List {
        // Only panes of a sound brief are asked for.
        &mut self.lists[index(pane).unwrap_or_default()]
    }
}

/// Returns the index of a pane in [`PANES`].
fn index(pane: Pane) -> Option<usize> {
    PANES.iter().position(|other| *other == pane)
}

/// Highlights the matches in a row. An item and a paragraph of the source are highlighted if they
/// match together with what they belong to, another text if it matches on its own.
fn lit(row: Row, id: &RowId, selection: &Selection, around: &Around<'_>) -> Row {
    let search = around.search;
    if !search.is_active() {
        return row;
    }
    let open = selection
        .brief
        .and_then(|index| Some((around.briefs.place(index)?, around.briefs.entries().get(index)?)));
    let matches = match id {
        RowId::Item(id) => open.is_some_and(|(place, entry)| search.has_item(place, entry, id)),
        RowId::Paragraph(number) => {
            open.is_some_and(|(place, _)| search.has_paragraph(place, *number))
        }
        _ => light::matches(&row, search.query()),
    };
    if matches { light::lit(row, search.query()) } else { row }
}
