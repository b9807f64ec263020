//! Cells to draw on. What would be outside of them is not drawn.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::page::{Role, Span};
use crate::reader::layout::Area;
use crate::reader::theme::{Part, Theme};
use crate::text::{self, Text, graphemes, is_plain, width};

/// A buffer and the theme to draw in.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    addresses: Vec<Address>,
}

/// A web address, or the part of one that stands on a line.
pub struct Address {
    /// Its cells.
    pub area: Area,
    /// What stands there.
    pub text: Text,
}

impl<'a> Canvas<'a> {
    /// Returns an empty canvas over all of `buffer`.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        buffer.set_style(buffer.area, theme.ground());
        Self { buffer, theme, addresses: Vec::new() }
    }

    /// Returns the theme.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Writes `text` from `x` on, as far as it fits before `end`. The column after it is returned.
    pub fn put(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        let end = end.min(self.buffer.area.right());
        if self.cells(x, y, end).is_empty() {
            return x;
        }
        let mut next = x;
        for grapheme in graphemes(text).map(|(_, grapheme)| grapheme) {
            if next == end {
                break;
            }
            if is_plain(grapheme) {
                self.buffer[(next, y)].set_symbol(grapheme).set_style(style);
                next += 1;
                continue;
            }
            let room = end - next;
            if columns(grapheme) > room {
                break;
            }
            next = self.buffer.set_stringn(next, y, grapheme, usize::from(room), style).0;
        }
        next
    }

    /// Writes the same character in each column from `x` to `end`.
    pub fn fill(&mut self, x: u16, y: u16, end: u16, character: char, part: Part) {
        let style = self.theme.part(part);
        for cell in self.cells(x, y, end) {
            cell.set_char(character).set_style(style);
        }
    }

    /// Returns the cells of a row from `x` to `end`, if that is on the canvas.
    fn cells(&mut self, x: u16, y: u16, end: u16) -> &mut [Cell] {
        let area = self.buffer.area;
        let end = end.min(area.right());
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= end {
            return &mut [];
        }
        let first = self.buffer.index_of(x, y);
        &mut self.buffer.content[first..first + usize::from(end - x)]
    }

    /// Writes a part of the screen.
    pub fn part(&mut self, x: u16, y: u16, end: u16, text: &str, part: Part) -> u16 {
        self.put(x, y, end, text, self.theme.part(part))
    }

    /// Writes spans in the styles of their roles, over which `over` is laid.
    pub fn spans(
        &mut self,
        x: u16,
        y: u16,
        end: u16,
        spans: &[Span],
        over: impl Fn(&Span) -> Style,
    ) -> u16 {
        spans.iter().fold(x, |x, span| {
            let style = self.theme.text(span.role).patch(over(span));
            let next = self.put(x, y, end, &span.text, style);
            if span.role == Role::Url && next > x {
                let area = Area { x, y, width: next - x, height: 1 };
                self.addresses.push(Address { area, text: span.text.clone() });
            }
            next
        })
    }

    /// Returns the web addresses that can be seen.
    pub fn into_addresses(self) -> Vec<Address> {
        self.addresses
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Area) {
        self.addresses.retain(|address| !address.area.meets(area));
        let area =
            Rect::new(area.x, area.y, area.width, area.height).intersection(self.buffer.area);
        for position in area.positions() {
            self.buffer[position].reset();
            self.buffer[position].set_style(self.theme.ground());
        }
    }

    /// Returns `position`, if it is on the canvas.
    pub fn on(&self, position: Position) -> Option<Position> {
        self.buffer.area.contains(position).then_some(position)
    }
}

/// Returns the columns of `text`, as the screen counts them.
pub fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Returns the columns of `spans`.
pub fn columns_of(spans: &[Span]) -> u16 {
    spans.iter().map(|span| columns(&span.text)).fold(0, u16::saturating_add)
}

/// Returns the whole words at the start of `text` that fit in `columns`, with `…` if it is cut.
pub fn shorten_to_words(text: &str, columns: u16) -> String {
    text::shorten_to_words(text, usize::from(columns))
}

/// Returns the start of `text` that fits in `columns`, with `…` if it is cut.
pub fn shorten(text: &str, columns: u16) -> String {
    text::shorten(text, usize::from(columns))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn text_is_put_as_ratatui_puts_it(
            text in "[ -~]{0,12}|([ -~]|日|e\u{301}|\u{600}|“|👩\u{200d}👧|\u{ad}|\t|\\PC){0,9}",
            x in 0..14_u16,
            y in 0..4_u16,
            end in 0..14_u16,
        ) {
            let under = || Buffer::with_lines(["日本語日本語"; 3]);
            let (theme, style) = (Theme::terminal(), Style::new().bold());
            let mut buffer = under();
            let next = Canvas::new(&mut buffer, &theme).put(x, y, end, &text, style);
            let (mut expected, mut expected_next) = (under(), x);
            expected.set_style(expected.area, theme.ground());
            let end = end.min(expected.area.right());
            if x < end && y < expected.area.bottom() {
                expected_next = expected.set_stringn(x, y, &text, usize::from(end - x), style).0;
            }
            prop_assert_eq!((buffer, next), (expected, expected_next));
        }
    }
}
