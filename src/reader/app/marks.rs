//! Marks: letters that lead to items, kept from one run to the next.

use super::App;
use super::leaving::{OPTION, option};
use crate::brief::{Anchor, Item};
use crate::page::{Role, Span};
use crate::reader::action::{Effect, Mode};
use crate::reader::layout::menu_columns;
use crate::reader::list::{GUTTER, Row};
use crate::reader::memory::Marks;
use crate::reader::target::Target;
use crate::text::{Text, shorten, width};

/// What a row of the menu of marks has besides the address and the words of an item.
const MARGIN: usize = GUTTER + 1 + OPTION + 2;

impl App {
    pub(super) fn choose_mark(&mut self) {
        if let Some(here) = self.here() {
            self.mode = Mode::Marking;
            self.say(format!("a letter marks {here}; Esc cancels"));
        }
    }

    pub(super) fn mark(&mut self, letter: char) -> Effect {
        self.mode = Mode::Panes;
        let Some(here) = self.here() else { return Effect::None };
        self.say(format!("{letter} marks {here}: ' {letter} goes there"));
        self.marks.insert(letter, here.clone());
        Effect::Mark(letter, here)
    }

    /// Shows the marks, and asks for those that other readers have set meanwhile.
    pub(super) fn choose_jump(&mut self) -> Effect {
        self.choose(Mode::Jumping, self.mark_rows());
        Effect::Recall
    }

    pub(super) fn marked(&mut self, marks: Marks) {
        self.marks.extend(marks);
        if self.mode == Mode::Jumping {
            self.choose(Mode::Jumping, self.mark_rows());
        }
    }

    pub(super) fn jump(&mut self, letter: char) {
        self.mode = Mode::Panes;
        match self.marks.get(&letter).cloned() {
            Some(target) => self.go_to(&target),
            None => self.say(format!(
                "{letter} marks nothing: m {letter} marks the item that has the focus"
            )),
        }
    }

    fn go_to(&mut self, target: &Target) {
        match &target.item {
            Some(item) => self.follow_to(&Anchor::new(&target.brief, item)),
            None if self.library.entry(&target.brief).is_some() => {
                self.leave_for(&target.brief);
            }
            None => self.say(format!("{} is not in this library", target.brief)),
        }
    }

    fn mark_rows(&self) -> Vec<Row> {
        if self.marks.is_empty() {
            let none =
                Span::new(Role::Caution, "There are no marks here yet: m and a letter set one.");
            return vec![Row { blocks: vec![vec![none]], ..Row::default() }];
        }
        let room = menu_columns(self.size.0).saturating_sub(MARGIN);
        let rows = self.marks.iter().map(|(letter, target)| {
            let address = Span::new(Role::Relation, target.to_string());
            let room = room.saturating_sub(width(&address.text));
            let words = self
                .words_of(target)
                .map(|words| Span::new(Role::Plain, format!("  {}", shorten(&words, room))));
            option(letter.to_string(), std::iter::once(address).chain(words).collect())
        });
        rows.collect()
    }

    /// What a marked item says.
    fn words_of(&self, target: &Target) -> Option<Text> {
        let Some(item) = &target.item else {
            return Some(self.library.entry(&target.brief)?.brief.as_ref()?.source.title.clone());
        };
        Some(match self.library.item(&Anchor::new(&target.brief, item))? {
            Item::Quote(quote) => quote.words.text().clone(),
            Item::Claim(claim) => claim.text.clone(),
            Item::Ask(ask) => ask.action.clone(),
            Item::Official(official) => official.styled_name(),
            Item::Organisation(organisation) => organisation.name.clone(),
        })
    }
}
