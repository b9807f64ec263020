//! The state of the reader, and what each action does to it. It knows no terminal.
//!
//! An action changes what is meant (the focus, a selection, the size). Then [`App::update`] settles
//! the rest from that, from left to right: the open brief, the official whose items are shown, the
//! claims and asks, the quotes of the focused one, the passage of the selected quote, and the lines
//! that show. What is drawn is read from the result.

mod asks;
mod content;
mod finds;
mod grid;
mod heading;
mod leaving;
mod linking;
mod loading;
mod marks;
mod moving;
mod officials;
mod place;
mod pointing;
mod printing;
mod record;
mod searching;
mod settling;

use std::collections::HashMap;

use asks::{Asks, Limit};
use content::{Rows, Scope};
pub use finds::Overlay;
pub use heading::TitleBar;
use loading::Opening;
use officials::Officials;
use place::History;
use printing::Printed;
use searching::Prompts;

use super::action::{Action, Effect, Mode};
use super::help;
use super::keys::Keymap;
use super::layout::{Layout, Pane, Screen};
use super::list::{Cursor, List, Manner, Row, RowId};
use super::memory::{Marks, Position};
use super::search::{Found, Search};
use super::target::Target;
use super::theme::{Theme, Themes};
use crate::brief::{Anchor, Id};
use crate::library::{Library, Linked, Origin};
use crate::page::Span;
use crate::text::Text;

/// The reader.
#[derive(Debug)]
pub struct App {
    library: Library,
    /// The places of the briefs that have been read in the order of the library, ascending.
    read: Vec<usize>,
    /// How many briefs there will be.
    expected: usize,
    /// How often briefs have been read.
    readings: usize,
    /// Where to open, until it has been read.
    opening: Option<Opening>,
    /// Where one was in a brief that has gone, until one moves elsewhere.
    missed: Option<Position>,
    marks: Marks,
    mode: Mode,
    screen: Screen,
    /// The pane of the Brief screen that has the focus, or gets it back.
    pane: Pane,
    asks: Asks,
    officials: Officials,
    zoomed: bool,
    /// The claim or ask whose quotes alone are shown.
    subject: Option<Id>,
    /// Whether the Source pane shows the brief in short, as it does from when briefs have the focus
    /// until items have.
    overview: bool,
    lists: [List; 6],
    /// Where in the library the rows of the list of briefs are.
    briefs: Vec<usize>,
    /// Where one was in each brief that was left by going to another.
    left: HashMap<Origin, [Cursor; 6]>,
    /// The brief that is open.
    open: Option<Origin>,
    history: History,
    /// Which of its links was followed last from each item, since the focus was moved otherwise.
    followed: HashMap<Anchor, usize>,
    /// What each list shows now.
    shown: [Scope; 6],
    /// What the Source pane shows where it does not show the source's text.
    about: Vec<Row>,
    problems: Vec<Row>,
    problem_list: List,
    help: Vec<Row>,
    help_list: List,
    /// What is to be chosen from, over the panes.
    menu: Vec<Row>,
    menu_list: List,
    prompts: Prompts,
    search: Search,
    found_list: List,
    /// The search, and the briefs read, of which the list shows what is found.
    found_shown: (usize, usize),
    /// The match in the brief in short that was gone to last.
    looked_up: Option<Found>,
    /// What is said where nothing is found.
    advice: Vec<Row>,
    advice_list: List,
    /// The actions to choose from.
    actions: Vec<Action>,
    action_rows: Vec<Row>,
    action_list: List,
    overlay_detail: String,
    notice: Option<Text>,
    keymap: Keymap,
    printed: Printed,
    mouse: bool,
    looks: Looks,
    size: (u16, u16),
    layout: Layout,
}

/// How the reader looks.
#[derive(Debug, Default)]
struct Looks {
    themes: Themes,
    /// Whether only characters of ASCII are shown.
    ascii: bool,
}

impl App {
    /// A reader of `expected` briefs, none of which has been read, that opens at `target` or at the
    /// first.
    pub fn new(expected: usize, target: Option<Target>) -> Self {
        let list =
            |pane| List::new(if pane == Pane::Source { Manner::Scrolls } else { Manner::Selects });
        let mut app = Self {
            library: Library::default(),
            read: Vec::new(),
            expected,
            readings: 0,
            opening: target.map(Opening::Asked),
            missed: None,
            marks: Marks::new(),
            mode: Mode::Panes,
            screen: Screen::Brief,
            pane: Pane::Claims,
            asks: Asks::default(),
            officials: Officials::default(),
            zoomed: false,
            subject: None,
            overview: false,
            lists: Pane::ALL.map(list),
            briefs: Vec::new(),
            left: HashMap::new(),
            open: None,
            history: History::default(),
            followed: HashMap::new(),
            shown: Default::default(),
            about: Vec::new(),
            problems: Vec::new(),
            problem_list: List::new(Manner::Selects),
            help: help::rows(&Text::default(), &Keymap::default()),
            help_list: List::new(Manner::Scrolls),
            menu: Vec::new(),
            menu_list: List::new(Manner::Scrolls),
            prompts: Prompts::default(),
            search: Search::default(),
            found_list: List::new(Manner::Selects),
            found_shown: (0, 0),
            looked_up: None,
            advice: Vec::new(),
            advice_list: List::new(Manner::Scrolls),
            actions: Vec::new(),
            action_rows: Vec::new(),
            action_list: List::new(Manner::Selects),
            overlay_detail: String::new(),
            notice: None,
            keymap: Keymap::default(),
            printed: Printed::default(),
            mouse: false,
            looks: Looks::default(),
            size: (0, 0),
            layout: Layout::default(),
        };
        app.help_list.show((0..app.help.len()).map(RowId::Fixed).collect());
        app.settle();
        app
    }

    /// Shows these themes; with only the characters of ASCII where `ascii` says so.
    pub fn wear(&mut self, themes: Themes, ascii: bool) {
        self.looks = Looks { themes, ascii };
    }

    /// Has the keys mean this.
    pub fn bind(&mut self, keymap: Keymap) {
        self.keymap = keymap;
        self.forget_help_search();
    }

    /// What the keys mean.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The theme that is shown.
    pub fn theme(&self) -> &Theme {
        self.looks.themes.theme()
    }

    /// Whether only the characters of ASCII are to be shown.
    pub fn is_ascii(&self) -> bool {
        self.looks.ascii
    }

    fn next_theme(&mut self) {
        self.looks.themes.next();
        let name = self.looks.themes.name();
        self.say(if self.looks.themes.are_several() {
            format!("theme {name}; theme = \"{name}\" in the config file keeps it")
        } else {
            "there is one theme where there is no colour".to_owned()
        });
    }

    /// Does what `action` means. What the terminal has to do about it is returned.
    pub fn update(&mut self, action: Action) -> Effect {
        self.forget(&action);
        let effect = self.apply(action);
        self.settle();
        effect
    }

    fn apply(&mut self, action: Action) -> Effect {
        match action {
            Action::Move(motion) => self.go(motion),
            Action::Focus(pane) => self.focus_on(pane),
            Action::Show(screen) => self.show_screen(screen),
            Action::NextScreen => self.show_screen(self.screen.next()),
            Action::ChooseSort => self.choose_sort(),
            Action::Sort(field) => self.sort_asks(field),
            Action::ChooseLimit => self.choose_limit(),
            Action::Limit(field) => self.limit_asks(field),
            Action::ToggleUnanswered => self.toggle_limit(Limit::Unanswered),
            Action::TogglePastDue => self.toggle_limit(Limit::PastDue),
            Action::CyclePane(count) => self.cycle_pane(count),
            Action::CrossPane(step) => self.cross_pane(step),
            Action::Follow if self.pane() == Pane::Problems => return self.edit(),
            Action::Follow => self.follow(),
            Action::StepClaim(count) => self.step_item(Pane::Claims, count),
            Action::StepQuote(count) => self.step_item(Pane::Quotes, count),
            Action::Back => self.travel(History::back, "nothing to go back to"),
            Action::Forward => self.travel(History::forward, "nothing to go forward to"),
            Action::ScrollSource(lines) => self.scroll_source(lines),
            Action::Search if self.mode == Mode::Help => self.ask(Mode::SearchingHelp),
            Action::Search => self.ask(Mode::Searching),
            Action::Narrow => self.narrow(),
            Action::StepFound(count) => self.step_found(count),
            Action::ChooseAction => self.ask(Mode::Choosing),
            Action::Write(stroke) => self.write(&stroke),
            Action::Recall(count) => self.recall(count),
            Action::Pick(motion) => self.pick(motion),
            Action::Accept => return self.accept(),
            Action::Copy(what) => return self.copy(what),
            Action::ChooseCopy => self.choose_copy(),
            Action::OpenSource => return self.open_source(),
            Action::Edit => return self.edit(),
            Action::ChooseMark => self.choose_mark(),
            Action::Mark(letter) => return self.mark(letter),
            Action::ChooseJump => return self.choose_jump(),
            Action::Jump(letter) => self.jump(letter),
            Action::Reload => return Effect::Reload,
            Action::ToggleZoom => self.zoomed = !self.zoomed,
            Action::ToggleHelp => self.toggle_help(),
            Action::TogglePrinted => self.toggle_printed(),
            Action::Save => self.ask_for_file(),
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
            Action::Loaded(index, entry) => self.loaded(index, *entry),
            Action::Changed(changes) => self.changed(changes),
            Action::Marked(marks) => self.marked(marks),
            Action::Tell(text) => self.say(text),
        }
        Effect::None
    }

    /// What the keys act on.
    pub fn mode(&self) -> Mode {
        match (self.mode, self.screen) {
            (Mode::Panes, Screen::Asks) => Mode::Asks,
            (Mode::Panes, Screen::Officials) => Mode::Officials,
            (mode, _) => mode,
        }
    }

    /// What fills the terminal.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The pane that has the focus.
    pub fn pane(&self) -> Pane {
        match (self.screen, self.pane) {
            (Screen::Asks, _) => Pane::Register,
            (Screen::Officials, _) => self.officials.pane,
            (Screen::Brief, Pane::Briefs) => Pane::Briefs,
            (Screen::Brief, _) if self.is_broken() => Pane::Problems,
            (Screen::Brief, pane) => pane,
        }
    }

    /// The panes there are, in the order in which Tab goes through them.
    pub fn panes(&self) -> &'static [Pane] {
        match self.screen {
            Screen::Brief if self.is_broken() => &[Pane::Briefs, Pane::Problems],
            screen => screen.panes(),
        }
    }

    /// The columns and rows of the screen.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Where everything stands.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The list that a pane shows.
    pub fn list(&self, pane: Pane) -> &List {
        match (pane, index(pane)) {
            (_, Some(index)) => &self.lists[index],
            (Pane::Register, _) => &self.asks.list,
            (Pane::People, _) => &self.officials.people,
            (Pane::Record, _) => &self.officials.record,
            (Pane::Matrix, _) => &self.officials.matrix,
            _ => &self.problem_list,
        }
    }

    /// The lines above the list of a pane that do not scroll.
    pub fn head(&self, pane: Pane) -> Vec<Vec<Span>> {
        if pane == Pane::Matrix {
            self.officials.grid.head(&self.library).into()
        } else {
            Vec::new()
        }
    }

    /// What a pane says where its list is empty.
    pub fn absence(&self, pane: Pane) -> &'static str {
        match pane {
            Pane::Register | Pane::People | Pane::Record if self.search.is_narrowed() => {
                "Nothing fits. Esc widens what is shown."
            }
            Pane::Register if self.asks.total.all > 0 => "Nothing fits. Esc widens what is shown.",
            Pane::Register => "No brief here has an ask, a commitment or an action.",
            Pane::People => "Nobody is named here.",
            Pane::Matrix => "Nobody asks anything here.",
            _ => "",
        }
    }

    /// What the last action could not do, or found.
    pub fn notice(&self) -> Option<&Text> {
        self.notice.as_ref()
    }

    /// The item that has the focus. It decides what the other panes show.
    pub fn focus(&self) -> Option<Anchor> {
        match self.screen {
            Screen::Brief => self.focus_in_brief(),
            Screen::Asks => match self.asks.list.selected()? {
                RowId::Anywhere(anchor) => Some(anchor.clone()),
                _ => None,
            },
            Screen::Officials => self.focus_of_officials(),
        }
    }

    /// The item that has the focus on the Brief screen, or gets it back there.
    fn focus_in_brief(&self) -> Option<Anchor> {
        match self.pane {
            Pane::Source if self.overview => None,
            Pane::Source => self.item_of(Pane::Quotes),
            pane => self.item_of(pane),
        }
    }

    /// Whether a row of a pane is linked to the item that has the focus. Of quotes that are shown
    /// because they are linked, none is told from the others.
    pub fn is_linked(&self, pane: Pane, row: &RowId) -> bool {
        if pane == Pane::Quotes && self.subject.is_some() {
            return false;
        }
        let Some(focus) = self.focus() else { return false };
        let linked = self.library.links().get(&focus);
        match row {
            RowId::Item(id) => {
                let anchor = Anchor::new(&focus.brief, id);
                anchor != focus && targets(linked).any(|target| *target == anchor)
            }
            RowId::Paragraph(number) => self.passage_holds(*number),
            RowId::Anywhere(anchor) | RowId::Under(_, anchor) => {
                *anchor != focus && targets(linked).any(|target| target == anchor)
            }
            RowId::Brief(id) => {
                *id != focus.brief && targets(linked).any(|target| target.brief == *id)
            }
            _ => false,
        }
    }

    /// Why there is no brief, or why the open one is not what its file holds: the file's fault, where the
    /// last good version is shown.
    pub fn banner(&self) -> Option<Text> {
        if self.expected == 0 {
            return Some(
                "no briefs are here: save one as ID.yaml in the folder, and it comes up".into(),
            );
        }
        let entry =
            self.entry().filter(|entry| self.screen == Screen::Brief && entry.brief.is_some())?;
        let fault = entry.fault()?;
        let line = entry.line_of(None);
        Some(format!("✗ last good version; line {line}: {}", fault.message).into())
    }

    /// Whether the quote whose passage is shown stands in this paragraph, counted from 1.
    fn passage_holds(&self, number: usize) -> bool {
        let scope = self.scope();
        let finding = scope.entry(&self.library).and_then(|entry| content::found(entry, &scope));
        finding.is_some_and(|found| {
            found.paragraphs.iter().any(|held| usize::try_from(*held) == Ok(number))
        })
    }

    fn is_broken(&self) -> bool {
        self.scope().entry(&self.library).is_some_and(|entry| entry.brief.is_none())
    }

    fn item_of(&self, pane: Pane) -> Option<Anchor> {
        if pane == Pane::Briefs {
            return None;
        }
        match self.list(pane).selected()? {
            RowId::Item(id) => Some(self.scope().open(&self.library)?.anchor(id)),
            _ => None,
        }
    }

    fn cursors(&self) -> [Cursor; 6] {
        self.lists.each_ref().map(List::cursor)
    }

    fn list_mut(&mut self, pane: Pane) -> &mut List {
        match index(pane) {
            Some(index) => &mut self.lists[index],
            None => &mut self.problem_list,
        }
    }

    /// A message lasts until the next action of the user's; so does the order of links to follow.
    fn forget(&mut self, action: &Action) {
        match action {
            Action::Resized(..)
            | Action::Loaded(..)
            | Action::Changed(_)
            | Action::Marked(_)
            | Action::Tell(_)
            | Action::Redraw
            | Action::Suspend => return,
            Action::Follow | Action::Back | Action::Forward | Action::ScrollSource(_) => {}
            _ => self.followed.clear(),
        }
        self.notice = None;
        self.missed = None;
    }

    fn say(&mut self, notice: impl Into<Text>) {
        self.notice = Some(notice.into());
    }
}

/// The place of a pane in [`Pane::ALL`].
fn index(pane: Pane) -> Option<usize> {
    Pane::ALL.iter().position(|other| *other == pane)
}

/// All that an item leads to, in the order in which the links are followed.
fn targets(linked: &Linked) -> impl Iterator<Item = &Anchor> {
    let links = linked.outgoing.iter().chain(&linked.incoming).map(|link| &link.target);
    linked.evidence.iter().chain(&linked.supports).chain(links)
}

/// A row of a text that is not made anew as it is read.
fn fixed(rows: &[Row], row: &RowId) -> Row {
    let RowId::Fixed(index) = row else { return Row::default() };
    rows.get(*index).cloned().unwrap_or_default()
}
