//! What is shown, as the view and the terminal read it.

use super::App;
use crate::brief::{Anchor, Id};
use crate::library::Entry;
use crate::page::Span;
use crate::reader::briefs::Opening;
use crate::reader::keys::Keymap;
use crate::reader::layout::Layout;
use crate::reader::list::{List, RowId};
use crate::reader::mode::{Mode, ScreenName};
use crate::reader::overlays::{Overlay, Panel};
use crate::reader::pane::Pane;
use crate::reader::screens::Screen;
use crate::reader::theme::Theme;
use crate::reader::titles::{self, Tab, TitleBar};
use crate::text::Text;

impl App {
    /// What the keys mean.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The theme.
    pub fn theme(&self) -> &Theme {
        self.looks.themes.theme()
    }

    /// Whether only ASCII characters are shown.
    pub fn is_ascii(&self) -> bool {
        self.looks.ascii
    }

    /// Whether the mouse is the reader's, not the terminal's.
    pub fn uses_mouse(&self) -> bool {
        self.uses_mouse
    }

    /// The columns and rows of the terminal.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Where everything is.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// What the keys act on.
    pub fn mode(&self) -> Mode {
        self.overlay.as_ref().map_or(Mode::Screen(self.screens.shown), Overlay::mode)
    }

    /// The screen that is shown.
    pub fn screen(&self) -> ScreenName {
        self.screens.shown
    }

    /// The panes of the screen, in the order in which Tab goes through them.
    pub fn panes(&self) -> &'static [Pane] {
        self.screens.shown().panes(&self.around())
    }

    /// The pane that has the focus.
    pub fn pane(&self) -> Pane {
        self.screens.shown().focused(&self.around())
    }

    /// The list of a pane of the screen.
    pub fn list(&self, pane: Pane) -> &List {
        self.screens.shown().list(pane)
    }

    /// The lines above the list of a pane that do not scroll.
    pub fn head(&self, pane: Pane) -> Vec<Vec<Span>> {
        self.screens.shown().head(pane, &self.around())
    }

    /// What a pane says if its list is empty.
    pub fn absence(&self, pane: Pane) -> &'static str {
        self.screens.shown().absence(pane, &self.around())
    }

    /// Whether a row of a pane is linked to the item that has the focus.
    pub fn is_linked(&self, pane: Pane, row: &RowId) -> bool {
        self.screens.shown().is_linked(pane, row, &self.around())
    }

    /// The item that has the focus.
    pub fn focus(&self) -> Option<Anchor> {
        self.screens.shown().focused_item(&self.around())
    }

    /// The bar at the top.
    pub fn title_bar(&self) -> TitleBar {
        self.screens.shown().title_bar(&self.around())
    }

    /// What the title of a pane says beside its name.
    pub fn detail(&self, pane: Pane) -> String {
        self.screens.shown().detail(pane, &self.around())
    }

    /// The tabs, if one pane fills the screen.
    pub fn tabs(&self) -> Vec<Tab> {
        if !self.layout.is_tabbed() {
            return Vec::new();
        }
        let focused = self.pane();
        titles::tabs(self.panes(), focused, &self.detail(focused), self.layout.tabs)
    }

    /// What is visible of the overlay.
    pub fn panel(&self) -> Option<Panel<'_>> {
        self.overlay.as_ref()?.panel(&self.around())
    }

    /// The label of the prompt, and the line that is being written up to the cursor and from it on.
    pub fn prompt(&self) -> Option<(&'static str, &str, &str)> {
        let (before, after) = self.overlay.as_ref()?.prompt()?.parts();
        Some((self.mode().prompt()?, before, after))
    }

    /// The message about the last action.
    pub fn notice(&self) -> Option<&Text> {
        self.notice.as_ref()
    }

    /// Why there is no brief, or why the one that is shown is not what its file has now.
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

    /// The brief that the reader opens at, unless that is the first.
    pub fn opens_at(&self) -> Option<&Id> {
        self.briefs.opening().map(Opening::brief)
    }
}
