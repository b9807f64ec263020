//! One frame without a terminal: for pictures, tests and scripts.

mod ansi;
mod runs;
mod svg;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::reader::action::Effect;
use crate::reader::app::App;
use crate::reader::keys::Key;
use crate::reader::theme::Theme;
use crate::text::{vocabulary, width};

vocabulary! {
    /// What a frame is drawn as.
    #[derive(Default)]
    pub enum FrameFormat {
        /// Plain text, a line for each row.
        #[default]
        Text = "text",
        /// Text with escape sequences for the styles.
        Ansi = "ansi",
        /// A picture.
        Svg = "svg",
    }
}

impl FrameFormat {
    /// Draws the screen in this form.
    pub fn draw(self, app: &App) -> String {
        let theme = app.theme();
        let frame = frame(app, theme);
        match self {
            Self::Text => text(&frame),
            Self::Ansi => ansi::ansi(&frame),
            Self::Svg => svg::svg(&frame, theme),
        }
    }
}

/// Presses keys one after the other, as far as the one that quits.
pub fn press(app: &mut App, keys: &[Key]) {
    for key in keys {
        let action = app.keymap().lookup(app.mode(), *key);
        if action.is_some_and(|action| app.update(action) == Effect::Quit) {
            return;
        }
    }
}

/// Returns the whole screen, of the size that the reader was last given.
pub fn frame(app: &App, theme: &Theme) -> Buffer {
    let (columns, rows) = app.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    super::draw(app, theme, &mut buffer);
    buffer
}

/// Returns the text of a frame, a line for each row, without spaces at the ends of lines.
pub fn text(frame: &Buffer) -> String {
    let mut text = String::new();
    for y in frame.area.top()..frame.area.bottom() {
        let mut line = String::new();
        let mut x = frame.area.left();
        while x < frame.area.right() {
            let symbol = frame[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(width(symbol)).unwrap_or(1).max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
