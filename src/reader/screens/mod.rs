//! The screens, of which one is shown at a time.
//!
//! A screen owns its panes, its lists and the rest of its state, and reads what is [`Around`] it. It
//! changes nothing else: what has to happen elsewhere (another screen, the history, the search) it
//! returns as a value, such as a [`Follow`].

pub mod asks;
pub mod brief;
pub mod officials;

use asks::{AsksLocation, AsksScreen};
use brief::{BriefLocation, BriefScreen};
use officials::{OfficialsLocation, OfficialsScreen};

use super::briefs::Briefs;
use super::layout::{Area, Columns, Layout};
use super::light;
use super::list::{Compose, List, Row, RowId};
use super::mode::{Mode, ScreenName};
use super::pane::Pane;
use super::search::Search;
use super::titles::TitleBar;
use crate::brief::{Anchor, Date};
use crate::library::Entry;
use crate::page::items::{self, Listing};
use crate::page::{Role, Span, StateRole};
use crate::text::Text;

/// What a screen or an overlay reads but does not own.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The briefs.
    pub briefs: &'a Briefs,
    /// The search.
    pub search: &'a Search,
    /// Whether notes are folded away.
    pub folds_notes: bool,
    /// Today.
    pub today: Date,
}

impl Around<'_> {
    /// Returns whether an item of any brief is shown: it matches, or nothing is hidden.
    pub fn lets_through(&self, anchor: &Anchor) -> bool {
        self.search.lets_through(self.briefs, anchor)
    }

    /// Returns a row as it is shown: without its notes, if they are folded away.
    pub fn folded(&self, row: Row) -> Row {
        if self.folds_notes { row.without(Role::Note) } else { row }
    }

    /// Returns a row about any brief as it is shown, with its matches highlighted. An item is
    /// highlighted if it matches as a whole, another text if it matches without the rest of its brief.
    pub fn shown(&self, id: &RowId, row: Row) -> Row {
        let row = self.folded(row);
        if !self.search.is_active() {
            return row;
        }
        let matches = match id {
            RowId::Anywhere(anchor) | RowId::Under(_, anchor) => {
                self.search.has_anchor(self.briefs, anchor)
            }
            _ => light::matches(&row, self.search.query()),
        };
        if matches { light::lit(row, self.search.query()) } else { row }
    }
}

/// Changes a list, with the contents of its rows at hand.
pub type Change<'a> = &'a mut dyn FnMut(&mut List, Compose);

/// Where Enter leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follow {
    /// To the first of these panes that has any rows.
    Into(&'static [Pane]),
    /// To this row of a pane.
    Row(Pane, RowId),
    /// To this item of any brief.
    Item(Anchor),
    /// From a row to one of those it is linked to; each time to the next.
    Links(RowId, Vec<LinkTarget>),
    /// Nowhere, for this reason.
    Nowhere(String),
}

/// What a row is linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An item of any brief.
    Item(Anchor),
    /// The passage of the selected quote.
    Passage,
}

impl Follow {
    /// From an item to others; each time to the next.
    fn links(from: Anchor, to: Vec<Anchor>) -> Self {
        Self::Links(RowId::Anywhere(from), to.into_iter().map(LinkTarget::Item).collect())
    }

    /// To an item, if there is one.
    fn to(item: Option<Anchor>) -> Self {
        item.map_or_else(|| Self::Nowhere("there is nothing to follow".to_owned()), Self::Item)
    }
}

/// A screen.
pub trait Screen {
    /// Returns its panes now, in the order in which Tab goes through them; at least one.
    fn panes(&self, around: &Around<'_>) -> &'static [Pane];

    /// Returns the pane that has the focus, one of [`panes`](Self::panes).
    fn focused(&self, around: &Around<'_>) -> Pane;

    /// Moves the focus to one of its panes.
    fn focus_on(&mut self, pane: Pane);

    /// Returns whether the focus can move to a pane.
    fn can_focus(&self, pane: Pane, around: &Around<'_>) -> bool {
        self.panes(around).contains(&pane)
    }

    /// Returns the menus whose actions can be run on it.
    fn menus(&self) -> &'static [Mode] {
        &[Mode::Copying]
    }

    /// Places its panes in an area; gives nothing if they do not fit side by side.
    fn place(&mut self, body: Area, around: &Around<'_>) -> Option<Columns>;

    /// Returns the list of a pane.
    fn list(&self, pane: Pane) -> &List;

    /// Changes the list of a pane, with the contents of its rows at hand.
    fn change(&mut self, pane: Pane, around: &Around<'_>, change: Change<'_>);

    /// Selects a row of a pane.
    fn select(&mut self, pane: Pane, row: RowId);

    /// Selects what is at a column inside a row, if the rows of the pane have columns. The first
    /// column of the pane is 0.
    fn select_column(&mut self, _pane: Pane, _column: usize) {}

    /// Moves within the focused pane to the column on the left (negative) or on the right. Says
    /// whether there was one.
    fn cross(&mut self, _step: isize) -> bool {
        false
    }

    /// Returns the item that has the focus. It decides what the other panes show.
    fn focused_item(&self, around: &Around<'_>) -> Option<Anchor>;

    /// Returns the brief that the user is looking at.
    fn entry<'a>(&self, around: &Around<'a>) -> Option<&'a Entry>;

    /// Returns where Enter leads.
    fn follow(&self, around: &Around<'_>) -> Follow;

    /// Returns where Enter leads, in a word or two.
    fn enter(&self, around: &Around<'_>) -> &'static str {
        self.focused(around).enter
    }

    /// Returns what a list shows further down, in a few words; nothing if there is no more to name.
    fn below(&self, _pane: Pane) -> Vec<Text> {
        Vec::new()
    }

    /// Returns whether a row of a pane is linked to the item that has the focus.
    fn is_linked(&self, pane: Pane, row: &RowId, around: &Around<'_>) -> bool;

    /// Returns the bar at the top.
    fn title_bar(&self, around: &Around<'_>) -> TitleBar;

    /// Returns what the title of a pane says beside its name.
    fn detail(&self, pane: Pane, around: &Around<'_>) -> String;

    /// Returns the lines above the list of a pane that do not scroll.
    fn head(&self, _pane: Pane, _around: &Around<'_>) -> Vec<Vec<Span>> {
        Vec::new()
    }

    /// Returns what a pane says if its list is empty.
    fn absence(&self, _pane: Pane, _around: &Around<'_>) -> &'static str {
        ""
    }

    /// Widens what is shown by one step.
    fn back_out(&mut self, around: &Around<'_>);

    /// Brings its lists up to date with what is around it.
    fn refresh(&mut self, around: &Around<'_>);

    /// Lays out the rows that are visible.
    fn fit(&mut self, layout: &Layout, around: &Around<'_>) {
        for slot in layout.columns.iter().flatten() {
            let (columns, rows) = (slot.inner.columns(), slot.inner.rows());
            self.change(slot.pane, around, &mut |list, text| list.fit(columns, rows, text));
        }
    }
}

/// A place on a screen, to return to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// On the Brief screen.
    Brief(Box<BriefLocation>),
    /// On the Asks screen.
    Asks(AsksLocation),
    /// On the Officials screen.
    Officials(Box<OfficialsLocation>),
}

/// All screens.
#[derive(Debug)]
pub struct Screens {
    /// The screen that is shown.
    pub shown: ScreenName,
    /// The Brief screen.
    pub brief: BriefScreen,
    /// The Asks screen.
    pub asks: AsksScreen,
    /// The Officials screen.
    pub officials: OfficialsScreen,
}

impl Default for Screens {
    fn default() -> Self {
        Self {
            shown: ScreenName::Brief,
            brief: BriefScreen::default(),
            asks: AsksScreen::default(),
            officials: OfficialsScreen::default(),
        }
    }
}

impl Screens {
    /// Returns the screen that is shown.
    pub fn shown(&self) -> &dyn Screen {
        match self.shown {
            ScreenName::Brief => &self.brief,
            ScreenName::Asks => &self.asks,
            ScreenName::Officials => &self.officials,
        }
    }

    /// Returns the screen that is shown, to change.
    pub fn shown_mut(&mut self) -> &mut dyn Screen {
        match self.shown {
            ScreenName::Brief => &mut self.brief,
            ScreenName::Asks => &mut self.asks,
            ScreenName::Officials => &mut self.officials,
        }
    }

    /// Brings up to date the screen that is shown, and the Brief screen in any case: it holds the
    /// place that the reader resumes at.
    pub fn refresh(&mut self, around: &Around<'_>) {
        self.brief.refresh(around);
        if self.shown != ScreenName::Brief {
            self.shown_mut().refresh(around);
        }
    }

    /// Returns the place on the screen that is shown.
    pub fn location(&self) -> Location {
        match self.shown {
            ScreenName::Brief => Location::Brief(Box::new(self.brief.location())),
            ScreenName::Asks => Location::Asks(self.asks.location()),
            ScreenName::Officials => Location::Officials(Box::new(self.officials.location())),
        }
    }

    /// Shows the screen of a place, and returns to it there. The other screens stay as they are.
    pub fn restore(&mut self, location: Location, around: &Around<'_>) {
        match location {
            Location::Brief(location) => {
                self.shown = ScreenName::Brief;
                self.brief.restore(*location, around);
            }
            Location::Asks(location) => {
                self.shown = ScreenName::Asks;
                self.asks.restore(location);
            }
            Location::Officials(location) => {
                self.shown = ScreenName::Officials;
                self.officials.restore(*location, around);
            }
        }
    }
}

/// Returns whether a row of a screen over all briefs is linked to the item that has the focus.
fn is_linked_across(focus: Option<&Anchor>, row: &RowId, around: &Around<'_>) -> bool {
    let (Some(focus), RowId::Anywhere(anchor) | RowId::Under(_, anchor)) = (focus, row) else {
        return false;
    };
    anchor != focus && targets(around, focus).contains(anchor)
}

/// Returns all items that an item leads to, in the order in which its links are followed: what it rests
/// on, what it supports, what it names and what names it.
fn targets(around: &Around<'_>, from: &Anchor) -> Vec<Anchor> {
    let brief = around.briefs.find(&from.brief).and_then(|(_, entry)| entry.brief.as_deref());
    let own = brief.into_iter().flat_map(|brief| {
        let (evidence, supported) = (brief.evidence(&from.item), brief.supported_by(&from.item));
        evidence.iter().chain(supported).map(|item| brief.anchor(item))
    });
    let outgoing = brief.map_or(&[][..], |brief| brief.links(&from.item));
    let links = outgoing.iter().chain(around.briefs.library().links().incoming(from));
    own.chain(links.map(|link| link.target.clone())).collect()
}

/// Returns the title bar of a screen over all briefs: how many there are, and how many are skipped
/// because they are broken.
fn title_bar_across(around: &Around<'_>) -> TitleBar {
    let (read, expected) = (around.briefs.read(), around.briefs.expected());
    let position = match (read < expected, expected) {
        (true, _) => format!("{read} of {expected} briefs read"),
        (false, 1) => "1 brief".to_owned(),
        (false, _) => format!("{expected} briefs"),
    };
    let broken = around.briefs.broken();
    let skipped = Span::new(Role::State(StateRole::Failed), format!("✗ {broken} skipped"));
    let source = if broken > 0 { vec![skipped] } else { Vec::new() };
    TitleBar { position, source, ..TitleBar::default() }
}

/// Returns the row of a claim, a quote or an ask of any brief: what it says, what the library knows
/// of it, and where it is from.
fn item_row(around: &Around<'_>, anchor: &Anchor) -> Option<Row> {
    let library = around.briefs.library();
    let (_, entry) = around.briefs.find(&anchor.brief)?;
    let listing = Listing::AcrossBriefs { today: around.today };
    Some(Row::from(items::row(library, entry, &anchor.item, listing)?).with_gap())
}
