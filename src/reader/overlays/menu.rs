//! Menus: a key, and what it does.

use crate::brief::{Anchor, Item};
use crate::library::Library;
use crate::page::{Role, Span};
use crate::reader::action::Action;
use crate::reader::keys::{Binding, Keymap};
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
    /// The number of choices, from the first, that stay when the marks change.
    fixed: usize,
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
        Self { kind, actions, fixed: 0, sheet: Sheet::new(ListKind::Scrolling, rows) }
    }

    /// Returns the menu of those actions of a mode that `worded` has words for; it says whether each
    /// is set already.
    fn of_mode(
        kind: MenuKind,
        keymap: &Keymap,
        mode: Mode,
        worded: impl Fn(&Binding) -> Option<(Text, bool)>,
    ) -> Self {
        let choices = keymap.in_mode(mode).filter_map(|bound| {
            let (words, is_set) = worded(bound.binding)?;
            let words = set(Span::new(Role::Plain, words), is_set);
            Some((bound.binding.action.clone(), choice(bound.keys.first()?.label(), words)))
        });
        Self::new(kind, choices)
    }

    /// Returns the menu of what to copy.
    pub fn of_copies(keymap: &Keymap) -> Self {
        Self::of_mode(MenuKind::Copy, keymap, Mode::Copying, |binding| {
            binding.action.copies().then(|| (binding.help.into(), false))
        })
    }

    /// Returns the menu of what to sort the asks by.
    pub fn of_sorts(keymap: &Keymap, asks: &AsksScreen) -> Self {
        Self::of_mode(MenuKind::Sort, keymap, Mode::Sorting, |binding| match binding.action {
            Action::Sort(field) => Some((binding.help.into(), field == asks.sort())),
            _ => None,
        })
    }

    /// Returns the menu of fields to filter the asks by, with what the selected ask has in each;
    /// nothing if no ask is selected.
    pub fn of_filters(keymap: &Keymap, asks: &AsksScreen, around: &Around<'_>) -> Option<Self> {
        let worded = |binding: &Binding| {
            let Action::Filter(field) = binding.action else { return None };
            let filter: AskFilter = asks.filter_like_selected(field, around)?;
            Some((filter.name().into(), asks.has_filter(&filter)))
        };
        Self::of_mode(MenuKind::Filter, keymap, Mode::Filtering, worded).unless_empty()
    }

    /// Returns the menu of what to sort the briefs by.
    pub fn of_brief_sorts(keymap: &Keymap, briefs: &BriefScreen) -> Self {
        let worded = |binding: &Binding| match binding.action {
            Action::SortBriefs(sort) => Some((binding.help.into(), sort == briefs.sort())),
            _ => None,
        };
        Self::of_mode(MenuKind::SortBriefs, keymap, Mode::SortingBriefs, worded)
    }

    /// Returns the menu of fields to filter the briefs by, with what the open one has in each; nothing
    /// if none is open.
    pub fn of_brief_filters(
        keymap: &Keymap,
        briefs: &BriefScreen,
        around: &Around<'_>,
    ) -> Option<Self> {
        let worded = |binding: &Binding| {
            let Action::FilterBriefs(field) = binding.action else { return None };
            let filter = briefs.filter_like_open(field, around)?;
            Some((filter.name().into(), briefs.has_filter(&filter)))
        };
        Self::of_mode(MenuKind::FilterBriefs, keymap, Mode::FilteringBriefs, worded).unless_empty()
    }

    fn unless_empty(self) -> Option<Self> {
        (!self.actions.is_empty()).then_some(self)
    }

    /// Returns the menu of marks, on a screen of this many columns, and of the other places to go to.
    pub fn of_marks(keymap: &Keymap, marks: &Marks, around: &Around<'_>, columns: u16) -> Self {
        let mut menu = Self::of_mode(MenuKind::Marks, keymap, Mode::Jumping, |binding| {
            matches!(binding.action, Action::Travel(_)).then(|| (binding.help.into(), false))
        });
        menu.fixed = menu.actions.len();
        menu.show_marks(marks, around, columns);
        menu
    }

    /// Shows other marks, if it is the menu of marks.
    pub fn show_marks(&mut self, marks: &Marks, around: &Around<'_>, columns: u16) {
        if self.kind == MenuKind::Marks {
            let mut rows = self.sheet.rows()[..self.fixed].to_vec();
            self.actions.truncate(self.fixed);
            for (action, row) in mark_choices(marks, around.briefs.library(), columns) {
                self.actions.push(action);
                rows.push(row);
            }
            if marks.is_empty() {
                let none = "There are no marks yet: m and a letter set one.";
                rows.push(Row::block(vec![Span::new(Role::Aside, none)]));
            }
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

fn mark_choices(marks: &Marks, library: &Library, columns: u16) -> Vec<Choice> {
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
    choices.collect()
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
