//! Menus: a key, and what it does.

use crate::brief::{Anchor, Item};
use crate::library::Library;
use crate::page::{Role, Span};
use crate::reader::action::Action;
use crate::reader::keys::Keymap;
use crate::reader::layout::menu_columns;
use crate::reader::list::{GUTTER, List, ListKind, Row, RowId};
use crate::reader::memory::Marks;
use crate::reader::mode::Mode;
use crate::reader::screens::asks::{AskFilter, AsksScreen};
use crate::reader::screens::brief::BriefScreen;
use crate::reader::screens::{Around, Change};
use crate::reader::sheet::Sheet;
use crate::reader::target::Target;
use crate::text::{Text, shorten, width};

/// The columns of the key in a menu.
const KEY: usize = 3;

/// The columns of a row of the menu of marks that are not the address or the words of an item.
const MARGIN: usize = GUTTER + 1 + KEY + 2;

/// A menu.
#[derive(Debug)]
pub struct Menu {
    kind: MenuKind,
    actions: Vec<Action>,
    sheet: Sheet,
}

/// What a menu is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuKind {
    /// What to copy.
    Copy,
    /// What to sort the asks by.
    Sort,
    /// What to filter the asks by.
    Filter,
    /// What to sort the briefs by.
    SortBriefs,
    /// What to filter the briefs by.
    FilterBriefs,
    /// Which mark to go to.
    Marks,
}

/// A choice: the action, and what the menu says.
type Choice = (Action, Row);

impl Menu {
    fn new(kind: MenuKind, choices: impl IntoIterator<Item = Choice>) -> Self {
        let (actions, rows) = choices.into_iter().unzip();
        Self { kind, actions, sheet: Sheet::new(ListKind::Scrolling, rows) }
    }

    /// Returns the menu of what to copy.
    pub fn of_copies(keymap: &Keymap) -> Self {
        let choices = keymap.in_mode(Mode::Copying).filter_map(|bound| {
            let (key, action) = (bound.keys.first()?, &bound.binding.action);
            let help = Span::new(Role::Plain, bound.binding.help);
            action.copies().then(|| (action.clone(), choice(key.label(), vec![help])))
        });
        Self::new(MenuKind::Copy, choices)
    }

    /// Returns the menu of what to sort the asks by.
    pub fn of_sorts(keymap: &Keymap, asks: &AsksScreen) -> Self {
        let choices = keymap.in_mode(Mode::Sorting).filter_map(|bound| {
            let Action::Sort(field) = bound.binding.action else { return None };
            let words = Span::new(Role::Plain, bound.binding.help);
            let row = choice(bound.keys.first()?.label(), set(words, field == asks.sort()));
            Some((Action::Sort(field), row))
        });
        Self::new(MenuKind::Sort, choices)
    }

    /// Returns the menu of fields to filter the asks by, with what the selected ask has in each;
    /// nothing if no ask is selected.
    pub fn of_filters(keymap: &Keymap, asks: &AsksScreen, around: &Around<'_>) -> Option<Self> {
        let choices = keymap.in_mode(Mode::Filtering).filter_map(|bound| {
            let Action::Filter(field) = bound.binding.action else { return None };
            let filter: AskFilter = asks.filter_like_selected(field, around)?;
            let words = Span::new(Role::Plain, filter.name());
            let row = choice(bound.keys.first()?.label(), set(words, asks.has_filter(&filter)));
            Some((Action::Filter(field), row))
        });
        let choices: Vec<Choice> = choices.collect();
        (!choices.is_empty()).then(|| Self::new(MenuKind::Filter, choices))
    }

    /// Returns the menu of what to sort the briefs by.
    pub fn of_brief_sorts(keymap: &Keymap, briefs: &BriefScreen) -> Self {
        let choices = keymap.in_mode(Mode::SortingBriefs).filter_map(|bound| {
            let Action::SortBriefs(sort) = bound.binding.action else { return None };
            let words = Span::new(Role::Plain, bound.binding.help);
            let row = choice(bound.keys.first()?.label(), set(words, sort == briefs.sort()));
            Some((Action::SortBriefs(sort), row))
        });
        Self::new(MenuKind::SortBriefs, choices)
    }

    /// Returns the menu of fields to filter the briefs by, with what the open one has in each; nothing
    /// if none is open.
    pub fn of_brief_filters(
        keymap: &Keymap,
        briefs: &BriefScreen,
        around: &Around<'_>,
    ) -> Option<Self> {
        let choices = keymap.in_mode(Mode::FilteringBriefs).filter_map(|bound| {
            let Action::FilterBriefs(field) = bound.binding.action else { return None };
            let filter = briefs.filter_like_open(field, around)?;
            let words = Span::new(Role::Plain, filter.name());
            let row = choice(bound.keys.first()?.label(), set(words, briefs.has_filter(&filter)));
            Some((Action::FilterBriefs(field), row))
        });
        let choices: Vec<Choice> = choices.collect();
        (!choices.is_empty()).then(|| Self::new(MenuKind::FilterBriefs, choices))
    }

    /// Returns the menu of marks, on a screen of this many columns.
    pub fn of_marks(marks: &Marks, around: &Around<'_>, columns: u16) -> Self {
        let mut menu = Self::new(MenuKind::Marks, []);
        menu.show_marks(marks, around, columns);
        menu
    }

    /// Shows other marks, if it is the menu of marks.
    pub fn show_marks(&mut self, marks: &Marks, around: &Around<'_>, columns: u16) {
        if self.kind == MenuKind::Marks {
            let (actions, rows) = mark_choices(marks, around.briefs.library(), columns);
            self.actions = actions;
            self.sheet.show(rows);
        }
    }

    /// Returns what the keys act on.
    pub fn mode(&self) -> Mode {
        match self.kind {
            MenuKind::Copy => Mode::Copying,
            MenuKind::Sort => Mode::Sorting,
            MenuKind::Filter => Mode::Filtering,
            MenuKind::SortBriefs => Mode::SortingBriefs,
            MenuKind::FilterBriefs => Mode::FilteringBriefs,
            MenuKind::Marks => Mode::Jumping,
        }
    }

    /// Returns its title.
    pub fn title(&self) -> &'static str {
        match self.kind {
            MenuKind::Copy => "Copy",
            MenuKind::Sort | MenuKind::SortBriefs => "Sort by",
            MenuKind::Filter | MenuKind::FilterBriefs => "Filter by",
            MenuKind::Marks => "Go to mark",
        }
    }

    /// Returns the list.
    pub fn list(&self) -> &List {
        self.sheet.list()
    }

    /// Returns the number of lines that it takes in a width of `columns`.
    pub fn lines(&mut self, columns: usize) -> usize {
        self.sheet.lines(columns)
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Returns the action of a row.
    pub fn action(&self, row: &RowId) -> Option<Action> {
        let RowId::Fixed(index) = row else { return None };
        self.actions.get(*index).cloned()
    }
}

/// Returns the words of a choice, with a note if it is set already.
fn set(words: Span, is_set: bool) -> Vec<Span> {
    let note = if is_set { " (current)" } else { "" };
    vec![words, Span::new(Role::Post, note)]
}

fn choice(key: String, words: Vec<Span>) -> Row {
    Row { label: Some(Span::new(Role::Label, key)), indent: KEY, ..Row::block(words) }
}

fn mark_choices(marks: &Marks, library: &Library, columns: u16) -> (Vec<Action>, Vec<Row>) {
    if marks.is_empty() {
        let none = "There are no marks yet: m and a letter set one.";
        return (Vec::new(), vec![Row::block(vec![Span::new(Role::Caution, none)])]);
    }
    let room = menu_columns(columns).saturating_sub(MARGIN);
    let choices = marks.iter().map(|(letter, target)| {
        let address = Span::new(Role::Relation, target.to_string());
        let room = room.saturating_sub(width(&address.text));
        let words = words_of(library, target);
        let words =
            words.map(|words| Span::new(Role::Plain, format!("  {}", shorten(&words, room))));
        let row = choice(letter.to_string(), std::iter::once(address).chain(words).collect());
        (Action::Jump(*letter), row)
    });
    choices.unzip()
}

/// Returns what a marked item says.
fn words_of(library: &Library, target: &Target) -> Option<Text> {
    let Some(item) = &target.item else {
        return Some(library.entry(&target.brief)?.brief.as_ref()?.source.title.clone());
    };
    Some(match library.item(&Anchor::new(&target.brief, item))? {
        Item::Quote(quote) => quote.words.text().clone(),
        Item::Claim(claim) => claim.text.clone(),
        Item::Ask(ask) => ask.action.clone(),
        Item::Official(official) => official.styled_name(),
        Item::Organisation(organisation) => organisation.name.clone(),
    })
}
