//! Draws the reader, and changes nothing.

mod ascii;
mod bars;
mod canvas;
mod panes;
pub mod snapshot;

use canvas::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::app::App;
use super::theme::Theme;

/// Draws the whole screen into `buffer`, as far as that reaches. Returns the place of the terminal's
/// cursor: on the selected row, so that screen readers follow, or in the prompt.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, theme);
    bars::title(app, &mut canvas);
    bars::tabs(app, &mut canvas);
    let in_panes = panes::draw(app, &mut canvas);
    bars::footer(app, &mut canvas);
    let in_overlay = panes::draw_overlay(app, &mut canvas);
    let cursor = bars::prompt(app, &mut canvas).or(in_overlay).or(in_panes);
    if app.is_ascii() {
        ascii::fold(buffer);
    }
    cursor
}
