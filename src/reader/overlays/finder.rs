//! A list that is found through by words, and the prompt that they are written in.

use super::Panel;
use crate::reader::action::{Action, Motion};
use crate::reader::list::{ListKind, Row, RowId};
use crate::reader::prompt::Prompt;
use crate::reader::screens::Change;
use crate::reader::sheet::Sheet;

/// What the words find: rows, each of which stands for something.
#[derive(Debug)]
pub struct Finder<T> {
    /// The words.
    pub prompt: Prompt,
    title: &'static str,
    /// What the rows stand for.
    found: Vec<T>,
    sheet: Sheet,
}

impl<T: Clone> Finder<T> {
    /// Returns a list of this title in which nothing has been found yet.
    pub fn new(title: &'static str, prompt: Prompt) -> Self {
        Self {
            prompt,
            title,
            found: Vec::new(),
            sheet: Sheet::new(ListKind::Selecting, Vec::new()),
        }
    }

    /// Shows what was found, from the start, and selects the first of it.
    pub fn show(&mut self, found: impl IntoIterator<Item = (T, Row)>) {
        let (found, rows) = found.into_iter().unzip();
        self.found = found;
        self.sheet.set_kind(ListKind::Selecting);
        self.sheet.replace(rows);
    }

    /// Shows what was found, from the start. Nothing is selected before the user picks it.
    pub fn show_unselected(&mut self, found: impl IntoIterator<Item = (T, Row)>) {
        self.show(found);
        self.sheet.set_kind(ListKind::Scrolling);
    }

    /// Returns what is selected.
    pub fn selected(&self) -> Option<T> {
        let list = self.sheet.list();
        self.found.get(list.index()).filter(|_| list.is_selecting()).cloned()
    }

    /// Selects a row, to accept it.
    pub fn pick(&mut self, row: &RowId) -> Option<Action> {
        let RowId::Fixed(index) = row else { return None };
        self.sheet.set_kind(ListKind::Selecting);
        self.sheet.select(*index);
        Some(Action::Accept)
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Moves the selection. Where nothing is selected yet, selects the first row, or the last.
    pub fn go(&mut self, motion: Motion) {
        let motion = match motion {
            _ if self.sheet.list().is_selecting() => motion,
            Motion::Step(..0) => Motion::Last,
            Motion::Step(_) => Motion::First,
            _ => motion,
        };
        self.sheet.set_kind(ListKind::Selecting);
        self.sheet.change(|list, text| list.go(motion, text));
    }

    /// Returns what is visible.
    pub fn panel(&self) -> Panel<'_> {
        let list = self.sheet.list();
        let detail = match list.len() {
            0 => "0/0".to_owned(),
            all if list.is_selecting() => format!("{}/{all}", list.index() + 1),
            all => all.to_string(),
        };
        Panel { title: self.title, detail, list }
    }
}
