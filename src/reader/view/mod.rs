//! Draws the reader, and changes nothing.

mod ascii;
mod bars;
mod canvas;
mod panes;
pub mod snapshot;

use canvas::{Address, Canvas};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::app::App;
use super::layout::Area;
use super::theme::Theme;

/// What the terminal has to know of a frame, beside its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The place of the cursor: on the selected row, so that screen readers follow, or in the prompt.
    pub cursor: Option<Position>,
    /// Where web addresses stand: on each line that has one, the cells, and the whole address.
    pub links: Vec<(Area, String)>,
}

/// Draws the whole screen into `buffer`, as far as that reaches.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Drawn {
    let mut canvas = Canvas::new(buffer, theme);
    bars::title(app, &mut canvas);
    bars::tabs(app, &mut canvas);
    let in_panes = panes::draw(app, &mut canvas);
    let in_overlay = panes::draw_overlay(app, &mut canvas);
    bars::footer(app, &mut canvas);
    let cursor = bars::prompt(app, &mut canvas).or(in_overlay).or(in_panes);
    let links = links(app, canvas.into_addresses());
    if app.is_ascii() {
        ascii::fold(buffer);
    }
    Drawn { cursor, links }
}

/// Returns where the lines of the web address of the open brief stand. Other addresses are no links.
fn links(app: &App, addresses: Vec<Address>) -> Vec<(Area, String)> {
    let Some((written, address)) = app.address().filter(|_| !addresses.is_empty()) else {
        return Vec::new();
    };
    let of_it = addresses.into_iter().filter(|line| written.contains(line.text.trim()));
    of_it.map(|line| (line.area, address.clone())).collect()
}
