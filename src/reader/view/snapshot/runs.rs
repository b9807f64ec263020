//! A row of a frame as stretches of one style.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::text::width;

/// Neighbouring cells of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The symbols of the cells, each with its column. A wide character covers the next cell too.
    pub cells: Vec<(u16, &'a str)>,
    /// How they look.
    pub style: Style,
}

impl Run<'_> {
    pub fn text(&self) -> String {
        self.cells.iter().map(|(_, symbol)| *symbol).collect()
    }
}

/// Returns the columns that a cell's symbol covers; at least its own.
pub fn columns(symbol: &str) -> u16 {
    u16::try_from(width(symbol)).unwrap_or(1).max(1)
}

/// Returns the runs of the row `y`, from left to right.
pub fn runs(frame: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = frame.area.left();
    while x < frame.area.right() {
        let cell = &frame[(x, y)];
        match runs.last_mut().filter(|run| run.style == cell.style()) {
            Some(run) => run.cells.push((x, cell.symbol())),
            None => runs.push(Run { cells: vec![(x, cell.symbol())], style: cell.style() }),
        }
        x += columns(cell.symbol());
    }
    runs
}
