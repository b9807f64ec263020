//! The state of the reader, and what each action does to it. It knows no terminal.
//!
//! An action changes the state, and then [`App::update`] brings up to date what follows from it: the
//! screen, the layout, the rows that are visible. What is drawn is read from the result.

mod clicks;
mod commands;
mod following;
mod loading;
mod moving;
mod outside;
mod overlays;
mod printing;
mod reading;
mod searching;
mod shown;

use super::action::{Action, Effect, SourceAction};
use super::briefs::{Briefs, Opening};
use super::history::History;
use super::keys::Keymap;
use super::layout::{Layout, Wanted};
use super::memory::{Marks, Remembered};
use super::overlays::Overlay;
use super::overlays::menu::Menu;
use super::prompt::EarlierLines;
use super::screens::asks::AskFilter;
use super::screens::{Around, Screen, Screens};
use super::search::Search;
use super::target::Target;
use super::theme::Themes;
use crate::brief::Date;
use crate::library::Entry;
use crate::text::Text;

/// The reader.
#[derive(Debug)]
pub struct App {
    briefs: Briefs,
    screens: Screens,
    overlay: Option<Overlay>,
    search: Search,
    history: History,
    marks: Marks,
    earlier_lines: EarlierLines,
    keymap: Keymap,
    looks: Looks,
    /// Whether the mouse is the reader's, not the terminal's.
    uses_mouse: bool,
    /// Whether the focused pane is shown without the others.
    zoomed: bool,
    /// The outcome of the last action, if it has to be reported.
    notice: Option<Text>,
    /// Whether the reader is to open at the first brief of the list, and the user has done nothing
    /// yet.
    opens_at_first: bool,
    /// The columns and rows of the terminal.
    size: (u16, u16),
    layout: Layout,
    told: Told,
}

/// What decides how items are told, beside the briefs.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// Whether notes are folded away.
    folds_notes: bool,
    today: Date,
}

/// How the reader looks.
#[derive(Debug, Default)]
struct Looks {
    themes: Themes,
    /// Whether only ASCII characters are shown.
    ascii: bool,
    /// Whether web addresses are links for the terminal.
    links: bool,
}

impl App {
    /// Returns a reader of `expected` briefs, none of which has been read, that opens at `target`
    /// or at the first brief.
    pub fn new(expected: usize, target: Option<Target>) -> Self {
        let opens_at_first = target.is_none();
        let mut app = Self {
            briefs: Briefs::new(expected, target.map(Opening::Asked)),
            screens: Screens::default(),
            overlay: None,
            search: Search::default(),
            history: History::default(),
            marks: Marks::new(),
            earlier_lines: EarlierLines::default(),
            keymap: Keymap::default(),
            looks: Looks::default(),
            uses_mouse: false,
            zoomed: false,
            notice: None,
            opens_at_first,
            size: (0, 0),
            layout: Layout::default(),
            told: Told { folds_notes: false, today: Date::today() },
        };
        app.refresh();
        app
    }

    /// Sets the themes, and whether only ASCII characters are shown.
    pub fn set_theme(&mut self, themes: Themes, ascii: bool) {
        self.looks = Looks { themes, ascii, ..self.looks };
    }

    /// Sets whether web addresses are links for the terminal.
    pub fn set_links(&mut self, links: bool) {
        self.looks.links = links;
    }

    /// Sets what the keys mean.
    pub fn set_keymap(&mut self, keymap: Keymap) {
        self.keymap = keymap;
    }

    /// Sets whether the mouse is the reader's, not the terminal's.
    pub fn set_mouse(&mut self, uses_mouse: bool) {
        self.uses_mouse = uses_mouse;
    }

    /// Leaves to the caller what the user does not wait for: to check the briefs that are
    /// [`unchecked`](Self::unchecked), and to [search on](Self::search_on) while the reader
    /// [is searching](Self::is_searching), or makes ready to search. Otherwise all of it is done before
    /// anything is shown.
    pub fn work_aside(&mut self) {
        self.briefs.work_aside();
    }

    /// Returns briefs whose states are to be shown and not known. When [`Entry::evidence`] has been worked
    /// out, [`LibraryAction::Checked`](super::action::LibraryAction::Checked) shows them.
    pub fn unchecked(&self) -> Vec<Entry> {
        self.screens.brief.unchecked(&self.around())
    }

    /// Resumes where the reader was left, unless the user asked for another place.
    pub fn resume(&mut self, remembered: Remembered) {
        self.marks = remembered.marks;
        if let Some(sort) = remembered.sort.and_then(|word| word.parse().ok()) {
            self.screens.brief.sort_by(sort);
        }
        self.opens_at_first &= remembered.left.is_none();
        self.briefs.open_at(remembered.left);
    }

    /// Does what `action` means. Returns what the terminal has to do about it.
    pub fn update(&mut self, action: Action) -> Effect {
        self.told.today = Date::today();
        if !action.leaves_search() && self.search.is_active() && self.is_searching() {
            self.go_on_searching(Search::finish);
        }
        self.forget(&action);
        let effect = self.apply(action);
        if !self.search.is_active() && !matches!(self.overlay, Some(Overlay::Matches(_))) {
            self.search.stop();
        }
        self.refresh();
        effect
    }

    #[rustfmt::skip]
    fn apply(&mut self, action: Action) -> Effect {
        match action {
            Action::Move(motion) => self.go(motion),
            Action::Focus(pane) => self.focus_on(pane),
            Action::Show(screen) => self.show_screen(screen),
            Action::NextScreen => self.show_screen(self.screens.shown.next()),
            Action::ChooseSort => self.choose_sort(),
            Action::Sort(field) => self.change_asks(|asks, around| asks.sort_by(field, around)),
            Action::SortBriefs(sort) => self.sort_briefs(sort),
            Action::ChooseFilter => self.choose_filter(),
            Action::FilterBriefs(field) => self.filter_briefs(field),
            Action::ChooseValue => self.choose_value(),
            Action::NextBroken => self.next_broken(),
            Action::Filter(field) => self.filter_asks(|asks, around| asks.filter_like_selected(field, around)),
            Action::ToggleUnanswered => self.filter_asks(|_, _| Some(AskFilter::Unanswered)),
            Action::TogglePastDue => self.filter_asks(|_, _| Some(AskFilter::PastDue)),
            Action::Fold => self.fold(),
            Action::CyclePane(count) => self.cycle_pane(count),
            Action::CrossPane(step) => self.cross_pane(step),
            Action::Follow => return self.follow(),
            Action::StepItem(pane, count) => self.step_item(pane, count),
            Action::Travel(way) => self.travel(way),
            Action::InSource(action) => return self.act_in_source(action),
            Action::Search => self.ask_words(),
            Action::Narrow => self.narrow(),
            Action::StepMatch(count) => self.step_match(count),
            Action::ChooseAction => self.choose_action(),
            Action::Write(stroke) => self.write(&[stroke]),
            Action::WriteAll(strokes) => self.write(&strokes),
            Action::Recall(count) => self.recall(count),
            Action::Pick(motion) => self.pick(motion),
            Action::Accept => return self.accept(),
            Action::Copy(extract) => return self.copy(extract),
            Action::ChooseCopy => self.overlay = Some(Overlay::Menu(Menu::of_copies(&self.keymap))),
            Action::OpenSource => return self.open_source(),
            Action::Edit => return self.edit(),
            Action::ChooseMark => self.choose_mark(),
            Action::Mark(letter) => return self.mark(letter),
            Action::ChooseJump => return self.choose_jump(),
            Action::Jump(letter) => self.jump(letter),
            Action::Reload => return Effect::Reload,
            Action::ToggleZoom => self.zoomed = !self.zoomed,
            Action::ToggleHelp => self.toggle_help(),
            Action::TogglePreview => self.toggle_preview(),
            Action::Page(action) => return self.on_page(action),
            Action::ToggleMouse => return self.toggle_mouse(),
            Action::Clicked(x, y) => return self.click(x, y),
            Action::Wheeled(x, y, lines) => self.wheel(x, y, lines),
            Action::NextTheme => self.next_theme(),
            Action::BackOut => self.back_out(),
            Action::Close => return self.close(),
            Action::Quit => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Redraw => return Effect::Redraw,
            Action::Resized(columns, rows) => self.size = (columns, rows),
            Action::Library(action) => self.on_library(action),
            Action::Marked(marks) => self.marked(marks),
            Action::Notify(text) => self.notify(text),
        }
        Effect::None
    }

    /// Brings up to date all that is shown.
    fn refresh(&mut self) {
        let (screens, around) = self.split();
        screens.refresh(&around);
        let (places, version) = self.screens.brief.listed();
        self.search.list_by(places, version);
        self.arrange();
        let layout = std::mem::take(&mut self.layout);
        let (screens, around) = self.split();
        screens.shown_mut().fit(&layout, &around);
        self.layout = layout;
        self.fit_overlay();
    }

    fn arrange(&mut self) {
        let columns = self.size.0;
        let overlay = self.overlay.as_mut().and_then(|overlay| overlay.shape(columns));
        let (zoomed, prompting) = (self.zoomed, self.mode().prompt().is_some());
        let size = self.size;
        let (screens, around) = self.split();
        let screen = screens.shown_mut();
        let focus = screen.focused(&around);
        let place = &mut |body| screen.place(body, &around);
        let wanted = Wanted { focus, zoomed, place, overlay, prompting };
        self.layout = Layout::arrange(size.0, size.1, wanted);
    }

    fn fit_overlay(&mut self) {
        let around = around(&self.briefs, &self.search, self.told);
        if let Some(overlay) = &mut self.overlay {
            overlay.fit(self.layout.overlay, &around, self.screens.brief.entry(&around));
        }
    }

    /// Returns what the screens and overlays read.
    fn around(&self) -> Around<'_> {
        around(&self.briefs, &self.search, self.told)
    }

    /// Returns the screens, and what they read.
    fn split(&mut self) -> (&mut Screens, Around<'_>) {
        (&mut self.screens, around(&self.briefs, &self.search, self.told))
    }

    /// Forgets the message, which lasts until the user's next action, and the links that were
    /// followed, unless the user goes on to follow links.
    fn forget(&mut self, action: &Action) {
        match action {
            Action::Resized(..)
            | Action::Library(_)
            | Action::Marked(_)
            | Action::Notify(_)
            | Action::Redraw
            | Action::Suspend => return,
            Action::Follow | Action::Travel(_) | Action::InSource(SourceAction::Scroll(_)) => {}
            _ => self.history.forget_links(),
        }
        self.notice = None;
        self.opens_at_first = false;
        self.briefs.miss(None);
    }

    fn notify(&mut self, notice: impl Into<Text>) {
        self.notice = Some(notice.into());
    }

    fn next_theme(&mut self) {
        self.looks.themes.next();
        let name = self.looks.themes.name();
        self.notify(if self.looks.themes.are_several() {
            format!("theme {name}: to keep it, put theme = \"{name}\" in the config file")
        } else {
            "without colour there is only one theme".to_owned()
        });
    }
}

fn around<'a>(briefs: &'a Briefs, search: &'a Search, told: Told) -> Around<'a> {
    Around { briefs, search, folds_notes: told.folds_notes, today: told.today }
}
