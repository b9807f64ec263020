//! Overlays: what lies above the panes until it is closed. At most one is open.

pub mod actions;
pub mod choices;
mod finder;
pub mod help;
mod legend;
pub mod matches;
pub mod menu;
mod page_search;
pub mod preview;

use actions::Actions;
use choices::Choices;
use help::Help;
use matches::Matches;
use menu::Menu;
use preview::Preview;

use super::action::Action;
use super::layout::{Area, OverlayShape, menu_columns};
use super::list::{List, RowId};
use super::mode::Mode;
use super::prompt::Prompt;
use super::screens::{Around, Change};
use crate::library::Entry;

/// An overlay, with its state.
#[derive(Debug)]
pub enum Overlay {
    /// The help.
    Help(Help),
    /// A menu.
    Menu(Menu),
    /// The matches of the search, while its words are written.
    Matches(Matches),
    /// The actions by name.
    Actions(Actions),
    /// What the briefs have in common.
    Choices(Choices),
    /// The brief as it prints.
    Preview(Preview),
    /// Nothing visible: the next letter becomes a mark.
    Marking,
}

/// What is visible of an overlay.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// Its title.
    pub title: &'static str,
    /// How much it shows of what; empty if that is plain.
    pub detail: String,
    /// Its rows.
    pub list: &'a List,
}

impl Overlay {
    /// Returns what the keys act on while it is open.
    pub fn mode(&self) -> Mode {
        match self {
            Self::Help(help) => help.mode(),
            Self::Menu(menu) => menu.mode(),
            Self::Matches(matches) => matches.mode(),
            Self::Actions(_) => Mode::Choosing,
            Self::Choices(_) => Mode::ChoosingFilter,
            Self::Preview(preview) => preview.mode(),
            Self::Marking => Mode::Marking,
        }
    }

    /// Returns where it is, on a screen of this many columns.
    pub fn shape(&mut self, columns: u16) -> Option<OverlayShape> {
        match self {
            Self::Help(_) | Self::Actions(_) | Self::Choices(_) | Self::Preview(_) => {
                Some(OverlayShape::Centred)
            }
            Self::Menu(menu) => Some(OverlayShape::Menu(menu.lines(menu_columns(columns)))),
            Self::Matches(_) => Some(OverlayShape::Full),
            Self::Marking => None,
        }
    }

    /// Returns what is visible of it.
    pub fn panel(&self, around: &Around<'_>) -> Option<Panel<'_>> {
        let plain = |title, list| Some(Panel { title, detail: String::new(), list });
        match self {
            Self::Help(help) => plain("Help", help.list()),
            Self::Menu(menu) => plain(menu.title(), menu.list()),
            Self::Matches(matches) => Some(matches.panel(around)),
            Self::Actions(actions) => Some(actions.finder.panel()),
            Self::Choices(choices) => Some(choices.finder.panel()),
            Self::Preview(preview) => Some(Panel {
                title: "Print preview",
                detail: preview.detail(),
                list: preview.list(),
            }),
            Self::Marking => None,
        }
    }

    /// Returns the line that is being written in it.
    pub fn prompt(&self) -> Option<&Prompt> {
        match self {
            Self::Help(help) => help.prompt(),
            Self::Matches(matches) => Some(&matches.prompt),
            Self::Actions(actions) => Some(&actions.finder.prompt),
            Self::Choices(choices) => Some(&choices.finder.prompt),
            Self::Preview(preview) => preview.prompt(),
            Self::Menu(_) | Self::Marking => None,
        }
    }

    /// Returns the line that is being written in it, to change.
    pub fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Help(help) => help.prompt_mut(),
            Self::Matches(matches) => Some(&mut matches.prompt),
            Self::Actions(actions) => Some(&mut actions.finder.prompt),
            Self::Choices(choices) => Some(&mut choices.finder.prompt),
            Self::Preview(preview) => preview.prompt_mut(),
            Self::Menu(_) | Self::Marking => None,
        }
    }

    /// Changes its list, with the contents of its rows at hand.
    pub fn change(&mut self, around: &Around<'_>, change: Change<'_>) {
        match self {
            Self::Help(help) => help.change(change),
            Self::Menu(menu) => menu.change(change),
            Self::Matches(matches) => matches.change(around, change),
            Self::Actions(actions) => actions.finder.change(change),
            Self::Choices(choices) => choices.finder.change(change),
            Self::Preview(preview) => preview.change(change),
            Self::Marking => {}
        }
    }

    /// Returns what a click on a row means.
    pub fn clicked(&mut self, row: &RowId) -> Option<Action> {
        match self {
            Self::Menu(menu) => menu.action(row),
            Self::Matches(matches) => matches.pick(row),
            Self::Actions(actions) => actions.finder.pick(row),
            Self::Choices(choices) => choices.finder.pick(row),
            Self::Help(_) | Self::Preview(_) | Self::Marking => None,
        }
    }

    /// Brings it up to date, and lays out the rows that are visible in `area`. `open` is the brief
    /// that the Brief screen shows.
    pub fn fit(&mut self, area: Area, around: &Around<'_>, open: Option<&Entry>) {
        match self {
            Self::Matches(matches) => matches.refresh(around),
            Self::Preview(preview) => preview.refresh(area, around, open),
            _ => {}
        }
        let (columns, rows) = (area.columns(), area.rows());
        self.change(around, &mut |list, text| list.fit(columns, rows, text));
    }
}
