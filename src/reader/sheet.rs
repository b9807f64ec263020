//! A text in a list: its rows are worded at once, not one by one as they become visible.

use super::list::{Compose, Cursor, List, ListKind, Row, RowId};

/// The rows of a text, and the list that shows them.
#[derive(Clone, Debug)]
pub struct Sheet {
    rows: Vec<Row>,
    list: List,
}

impl Sheet {
    /// Returns a sheet of these rows.
    pub fn new(kind: ListKind, rows: Vec<Row>) -> Self {
        let mut sheet = Self { rows: Vec::new(), list: List::new(kind) };
        sheet.show(rows);
        sheet
    }

    /// Shows other rows at the same place.
    pub fn show(&mut self, rows: Vec<Row>) {
        self.list.show((0..rows.len()).map(RowId::Fixed).collect());
        self.rows = rows;
    }

    /// Shows other rows from the start.
    pub fn replace(&mut self, rows: Vec<Row>) {
        self.show(rows);
        self.list.restore(Cursor::default());
    }

    /// Returns the rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Makes movement select rows, or scroll lines.
    pub fn set_kind(&mut self, kind: ListKind) {
        self.list.set_kind(kind);
    }

    /// Returns the list.
    pub fn list(&self) -> &List {
        &self.list
    }

    /// Selects a row, counted from 0.
    pub fn select(&mut self, index: usize) {
        self.list.want(RowId::Fixed(index));
    }

    /// Scrolls so that a line of a row is the first visible one, as far as the end allows.
    pub fn scroll_to(&mut self, row: usize, line: usize) {
        self.list.scroll_to_line(row, line);
    }

    /// Changes the list, with the contents of its rows at hand.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut List, Compose) -> T) -> T {
        let rows = &self.rows;
        change(&mut self.list, &|row| row_of(rows, row))
    }

    /// Returns the number of lines that all rows take in a width of `columns`.
    pub fn lines(&mut self, columns: usize) -> usize {
        self.change(|list, text| list.lines(columns, text))
    }
}

/// Returns the contents of a row of a sheet.
pub fn row_of(rows: &[Row], row: &RowId) -> Row {
    let RowId::Fixed(index) = row else { return Row::default() };
    rows.get(*index).cloned().unwrap_or_default()
}
