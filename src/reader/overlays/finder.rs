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

    /// Shows what was found, from the start.
    pub fn show(&mut self, found: impl IntoIterator<Item = (T, Row)>) {
        let (found, rows) = found.into_iter().unzip();
        self.found = found;
        self.sheet.replace(rows);
    }

    /// Returns what is selected.
    pub fn selected(&self) -> Option<T> {
        self.found.get(self.sheet.list().index()).cloned()
    }

    /// Selects a row, to accept it.
    pub fn pick(&mut self, row: &RowId) -> Option<Action> {
        let RowId::Fixed(index) = row else { return None };
        self.sheet.select(*index);
        Some(Action::Accept)
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Moves the selection.
    pub fn go(&mut self, motion: Motion) {
        self.sheet.change(|list, text| list.go(motion, text));
    }

    /// Returns what is visible.
    pub fn panel(&self) -> Panel<'_> {
        let list = self.sheet.list();
        let number = if list.is_empty() { 0 } else { list.index() + 1 };
        Panel { title: self.title, detail: format!("{number}/{}", list.len()), list }
    }
}
