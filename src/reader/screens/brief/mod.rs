//! The Brief screen: one brief in linked panes. The focused item decides what the other panes show.

mod links;
mod overview;
mod places;
mod refresh;
mod rows;
mod titles;
mod wording;

use std::collections::HashMap;

pub use overview::overview_row;
use rows::Selection;

use super::{Around, Change, Follow, Screen};
use crate::brief::{Anchor, Brief, Id};
use crate::library::{Entry, Origin};
use crate::reader::layout::{Area, Columns};
use crate::reader::light;
use crate::reader::list::{Cursor, List, ListKind, Row, RowId};
use crate::reader::pane::Pane;
use crate::reader::sheet::{Sheet, row_of};
use crate::reader::titles::TitleBar;

/// The briefs of the library.
pub const BRIEFS: Pane = Pane::new(1, "Briefs", "open");
/// The parties of the brief: those who speak in it and those who are asked.
pub const OFFICIALS: Pane = Pane::new(2, "Officials", "items");
/// Its claims.
pub const CLAIMS: Pane = Pane::new(3, "Claims", "its quotes");
/// Its asks, commitments and actions.
pub const ASKS: Pane = Pane::new(4, "Asks", "its quotes");
/// Its quotes.
pub const QUOTES: Pane = Pane::new(5, "Quotes", "what it supports");
/// The passage of the source, or the brief in short.
pub const SOURCE: Pane = Pane::new(6, "Source", "the quote");
/// The problems of a brief that cannot be shown, in place of all panes but the first.
pub const PROBLEMS: Pane = Pane::new(2, "Problems", "edit there");

/// The panes of a sound brief, in the order of their numbers.
pub const PANES: [Pane; 6] = [BRIEFS, OFFICIALS, CLAIMS, ASKS, QUOTES, SOURCE];

/// The panes of a broken one.
const PANES_OF_BROKEN: [Pane; 2] = [BRIEFS, PROBLEMS];

/// The screen.
#[derive(Debug)]
pub struct BriefScreen {
    /// The pane that has the focus while the brief is sound.
    pane: Pane,
    /// The claim or ask whose quotes are shown without the others.
    subject: Option<Id>,
    /// Whether the Source pane shows the brief in short, as it does from when the Briefs pane gets
    /// the focus until a pane of items does.
    overview: bool,
    /// The lists, in the order of [`PANES`].
    lists: [List; 6],
    /// What each list was last made from.
    made_from: [Selection; 6],
    /// The rows of the Source pane when it does not show the source's text.
    about: Vec<Row>,
    problems: Sheet,
    /// The indexes in the library of the rows of the Briefs pane.
    listed: Vec<usize>,
    /// The brief that is open.
    open: Option<Origin>,
    /// The places in the lists of each brief that was left for another.
    left: HashMap<Origin, [Cursor; 6]>,
}

/// A place on the screen. The Briefs pane's cursor says which brief is open, and the Officials
/// pane's whose items are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefLocation {
    pane: Pane,
    subject: Option<Id>,
    overview: bool,
    cursors: [Cursor; 6],
}

impl Default for BriefScreen {
    fn default() -> Self {
        let kind = |pane| if pane == SOURCE { ListKind::Scrolling } else { ListKind::Selecting };
        Self {
            pane: CLAIMS,
            subject: None,
            overview: false,
            lists: PANES.map(|pane| List::new(kind(pane))),
            made_from: Default::default(),
            about: Vec::new(),
            problems: Sheet::new(ListKind::Selecting, Vec::new()),
            listed: Vec::new(),
            open: None,
            left: HashMap::new(),
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
    }

    fn place(&self, body: Area, around: &Around<'_>) -> Option<Columns> {
        if self.is_broken(around) {
            return places::of_broken(body);
        }
        let rows = [BRIEFS, OFFICIALS].map(|pane| self.list(pane).len());
        places::of_sound(body, self.pane, rows)
    }

    fn list(&self, pane: Pane) -> &List {
        index(pane).map_or_else(|| self.problems.list(), |index| &self.lists[index])
    }

    fn change(&mut self, pane: Pane, around: &Around<'_>, change: Change<'_>) {
        let Some(index) = index(pane) else { return self.problems.change(change) };
        let selection = self.selection(around);
        let (list, about) = (&mut self.lists[index], &self.about);
        change(list, &|row| {
            let worded = match row {
                RowId::Fixed(_) => row_of(about, row),
                _ => wording::row(around.briefs.library(), &selection, pane, row),
            };
            lit(worded, row, &selection, around)
        });
    }

    fn select(&mut self, pane: Pane, row: RowId) {
        match index(pane) {
            // The text of the source has no rows to select.
            Some(_) if pane == SOURCE => {}
            Some(index) => self.lists[index].want(row),
            None => self.problems.change(|list, _| list.want(row)),
        }
    }

    fn focused_item(&self, around: &Around<'_>) -> Option<Anchor> {
        match self.pane {
            SOURCE if self.overview => None,
            SOURCE => self.selected_item(QUOTES, around),
            pane => self.selected_item(pane, around),
        }
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
        titles::title_bar(&self.selection(around), around)
    }

    fn detail(&self, pane: Pane, around: &Around<'_>) -> String {
        titles::detail(self, pane, around)
    }

    fn back_out(&mut self, _around: &Around<'_>) {
        if self.subject.is_some() && [QUOTES, SOURCE].contains(&self.pane) {
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
            overview: self.overview,
            cursors: self.cursors(),
        }
    }

    /// Returns to a place.
    pub fn restore(&mut self, location: BriefLocation, around: &Around<'_>) {
        let BriefLocation { pane, subject, overview, cursors } = location;
        let [briefs, .., source] = cursors.clone();
        self.list_mut(BRIEFS).restore(briefs);
        self.refresh(around);
        (self.pane, self.subject, self.overview) = (pane, subject, overview);
        for (list, cursor) in self.lists.iter_mut().zip(cursors) {
            list.restore(cursor);
        }
        // A new passage scrolls the source to itself. On return, the source is where it was.
        self.refresh(around);
        self.list_mut(SOURCE).restore(source);
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

    /// Shows the brief in short, and gives it the focus.
    pub fn show_overview(&mut self) {
        self.pane = SOURCE;
        self.overview = true;
        self.subject = None;
    }

    /// Shows the text of the source, and gives it the focus.
    pub fn show_source(&mut self) {
        self.pane = SOURCE;
        self.overview = false;
    }

    /// Selects a problem of a broken brief, counted from 0, and gives it the focus.
    pub fn show_problem(&mut self, index: usize, around: &Around<'_>) {
        self.focus_on(PROBLEMS);
        self.select(PROBLEMS, RowId::Fixed(index));
        self.refresh(around);
    }

    /// Scrolls the Source pane to a row: a paragraph, or one of the brief in short.
    pub fn scroll_source(&mut self, row: &RowId) {
        self.list_mut(SOURCE).scroll_to(row);
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
        self.entry(around)?.brief.as_ref()
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

    fn cursors(&self) -> [Cursor; 6] {
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
