//! Draws the reader, and changes nothing.

mod bars;
mod canvas;
mod panes;
pub mod snapshot;

use canvas::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::action::Mode;
use super::app::App;
use super::theme::Theme;

/// Draws the whole screen into `buffer`, as far as that reaches. Where the terminal's cursor belongs
/// is returned: on the selected row, so that screen readers follow.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, theme);
    bars::title(app, &mut canvas);
    bars::tabs(app, &mut canvas);
    let in_panes = panes::draw(app, &mut canvas);
    bars::footer(app, &mut canvas);
    let in_help = if app.mode() == Mode::Help { panes::draw_help(app, &mut canvas) } else { None };
    panes::draw_menu(app, &mut canvas).or(in_help).or(in_panes)
}
