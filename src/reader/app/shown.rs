//! What is shown, as the view and the terminal read it.

use super::App;
use crate::brief::{Anchor, Id};
use crate::library::Entry;
use crate::page::Span;
use crate::reader::briefs::Opening;
use crate::reader::keys::{Here, Keymap};
use crate::reader::layout::Layout;
use crate::reader::list::{List, RowId};
use crate::reader::mode::{Mode, ScreenName};
use crate::reader::overlays::{Overlay, Panel};
use crate::reader::pane::Pane;
use crate::reader::screens::Screen;
use crate::reader::theme::Theme;
use crate::reader::titles::{self, Tab, TitleBar};
use crate::text::{Text, web_address};

impl App {
    /// Returns what the keys mean.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Returns the theme.
    pub fn theme(&self) -> &Theme {
        self.looks.themes.theme()
    }

    /// Returns whether only ASCII characters are shown.
    pub fn is_ascii(&self) -> bool {
        self.looks.ascii
    }

    /// Returns whether the mouse is the reader's, not the terminal's.
    pub fn uses_mouse(&self) -> bool {
        self.uses_mouse
    }

    /// Returns the columns and rows of the terminal.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Returns where everything is.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Returns what the keys act on.
    pub fn mode(&self) -> Mode {
        self.overlay.as_ref().map_or_else(|| self.mode_below(), Overlay::mode)
    }

    /// Returns what the keys act on if no overlay is open.
    pub(super) fn mode_below(&self) -> Mode {
        let is_reading = self.screens.shown == ScreenName::Brief && self.screens.brief.is_reading();
        if is_reading { Mode::Source } else { Mode::Screen(self.screens.shown) }
    }

    /// Returns the screen that is shown.
    pub fn screen(&self) -> ScreenName {
        self.screens.shown
    }

    /// Returns the panes of the screen, in the order in which Tab goes through them.
    pub fn panes(&self) -> &'static [Pane] {
        self.screens.shown().panes(&self.around())
    }

    /// Returns the pane that has the focus.
    pub fn pane(&self) -> Pane {
        self.screens.shown().focused(&self.around())
    }

    /// Returns where the user is, as far as the footer depends on it.
    pub fn here(&self) -> Here {
        let (screen, around) = (self.screens.shown(), self.around());
        let is_sound = screen.entry(&around).is_some_and(|entry| entry.brief.is_some());
        let (pane, enter) = (screen.focused(&around), screen.enter(&around));
        Here { pane, enter, is_sound, has_way_back: self.history.has_way_back() }
    }

    /// Returns the list of a pane of the screen.
    pub fn list(&self, pane: Pane) -> &List {
        self.screens.shown().list(pane)
    }

    /// Returns the lines above the list of a pane that do not scroll.
    pub fn head(&self, pane: Pane) -> Vec<Vec<Span>> {
        self.screens.shown().head(pane, &self.around())
    }

    /// Returns what the list of a pane shows further down: the names of its sections.
    pub fn below(&self, pane: Pane) -> Vec<Text> {
        self.screens.shown().below(pane)
    }

    /// Returns what a pane says if its list is empty.
    pub fn absence(&self, pane: Pane) -> &'static str {
        self.screens.shown().absence(pane, &self.around())
    }

    /// Returns whether a row of a pane is linked to the item that has the focus.
    pub fn is_linked(&self, pane: Pane, row: &RowId) -> bool {
        self.screens.shown().is_linked(pane, row, &self.around())
    }

    /// Returns the item that has the focus.
    pub fn focus(&self) -> Option<Anchor> {
        self.screens.shown().focused_item(&self.around())
    }

    /// Returns the web address of the source of the brief that the user is looking at, as it is
    /// written and as a link; nothing if it is no address of the web, or links are not wanted.
    pub fn address(&self) -> Option<(&Text, String)> {
        let brief = self.screens.shown().entry(&self.around())?.brief.as_ref()?;
        let written = brief.source.url.as_ref().filter(|_| self.looks.links)?;
        Some((written, web_address(written)?))
    }

    /// Returns the bar at the top.
    pub fn title_bar(&self) -> TitleBar {
        self.screens.shown().title_bar(&self.around())
    }

    /// Returns what the title of a pane says beside its name.
    pub fn detail(&self, pane: Pane) -> String {
        self.screens.shown().detail(pane, &self.around())
    }

    /// Returns the tabs, if one pane fills the screen.
    pub fn tabs(&self) -> Vec<Tab> {
        if !self.layout.is_tabbed() {
            return Vec::new();
        }
        let focused = self.pane();
        titles::tabs(self.panes(), focused, &self.detail(focused), self.layout.tabs)
    }

    /// Returns what is visible of the overlay.
    pub fn panel(&self) -> Option<Panel<'_>> {
        self.overlay.as_ref()?.panel(&self.around())
    }

    /// Returns the label of the prompt, and the line that is being written up to the cursor and
    /// from it on.
    pub fn prompt(&self) -> Option<(&'static str, &str, &str)> {
        let (before, after) = self.overlay.as_ref()?.prompt()?.parts();
        Some((self.mode().prompt()?, before, after))
    }

    /// Returns the message about the last action.
    pub fn notice(&self) -> Option<&Text> {
        self.notice.as_ref()
    }

    /// Returns why there is no brief, or why the one that is shown is not what its file has now.
    pub fn banner(&self) -> Option<Text> {
        if self.briefs.expected() == 0 {
            let none = "there are no briefs here; save one as ID.yaml in the folder and it appears";
            return Some(none.into());
        }
        if self.screens.shown != ScreenName::Brief {
            return None;
        }
        let entry = self.screens.brief.entry(&self.around());
        let entry: &Entry = entry.filter(|entry| entry.brief.is_some())?;
        let (fault, line) = (entry.fault()?, entry.line_of(None));
        Some(format!("✗ last good version shown; line {line}: {}", fault.message).into())
    }

    /// Returns the brief that the reader opens at, unless that is the first.
    pub fn opens_at(&self) -> Option<&Id> {
        self.briefs.opening().map(Opening::brief)
    }
}
