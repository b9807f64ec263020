//! Colours as terminals know them: how many there are, and the nearest of those.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None.
    None,
    /// The sixteen that have names.
    Named,
    /// The table of 256.
    Table,
    /// Every one.
    True,
}

impl Depth {
    /// Returns what a terminal shows, by its `TERM` and `COLORTERM`. These are the customs of
    /// terminals: no standard says so.
    pub fn from_env(term: &str, colorterm: &str) -> Self {
        if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::True
        } else if term == "dumb" {
            Self::None
        } else if term.contains("256color") {
            Self::Table
        } else {
            Self::Named
        }
    }

    /// Returns the colour of this depth that is nearest to `colour`.
    pub fn nearest(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::None, _) => Color::Reset,
            (Self::Table, Color::Rgb(..)) => nearest(colour, 16..=255, Color::Indexed),
            (Self::Named, Color::Rgb(..) | Color::Indexed(_)) => {
                nearest(colour, 0..=15, |index| NAMED[usize::from(index)])
            }
            _ => colour,
        }
    }
}

/// The sixteen colours in the order of their numbers.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The first sixteen colours as xterm shows them; other terminals have their own.
const FIRST: [[u8; 3]; 16] = [
    [0x00, 0x00, 0x00],
    [0xcd, 0x00, 0x00],
    [0x00, 0xcd, 0x00],
    [0xcd, 0xcd, 0x00],
    [0x00, 0x00, 0xee],
    [0xcd, 0x00, 0xcd],
    [0x00, 0xcd, 0xcd],
    [0xe5, 0xe5, 0xe5],
    [0x7f, 0x7f, 0x7f],
    [0xff, 0x00, 0x00],
    [0x00, 0xff, 0x00],
    [0xff, 0xff, 0x00],
    [0x5c, 0x5c, 0xff],
    [0xff, 0x00, 0xff],
    [0x00, 0xff, 0xff],
    [0xff, 0xff, 0xff],
];

/// Returns the parts of a colour in the table of 256: sixteen, then a cube of six steps, then
/// greys.
fn of_table(index: u8) -> [u8; 3] {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match index {
        0..=15 => FIRST[usize::from(index)],
        16..=231 => {
            let index = index - 16;
            [step(index / 36), step(index / 6 % 6), step(index % 6)]
        }
        232..=255 => [8 + 10 * (index - 232); 3],
    }
}

/// Returns red, green and blue; nothing for the terminal's own, which is not known.
pub fn rgb(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Reset => None,
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(index) => Some(of_table(index)),
        named => NAMED.iter().position(|other| *other == named).map(|index| FIRST[index]),
    }
}

fn nearest(colour: Color, among: std::ops::RangeInclusive<u8>, make: fn(u8) -> Color) -> Color {
    let Some(wanted) = rgb(colour) else { return colour };
    let distance = |index: &u8| -> u32 {
        of_table(*index)
            .iter()
            .zip(wanted)
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    among.min_by_key(distance).map_or(colour, make)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_terminal_by_its_variables() {
        assert_eq!(Depth::from_env("xterm", ""), Depth::Named);
        assert_eq!(Depth::from_env("xterm-256color", ""), Depth::Table);
        assert_eq!(Depth::from_env("tmux-256color", "truecolor"), Depth::True);
        assert_eq!(Depth::from_env("xterm-direct", ""), Depth::True);
        assert_eq!(Depth::from_env("dumb", ""), Depth::None);
    }

    #[test]
    fn takes_the_nearest_colour_there_is() {
        let blue = Color::Rgb(0x5f, 0xaf, 0xfe);
        assert_eq!(Depth::True.nearest(blue), blue);
        assert_eq!(Depth::Table.nearest(blue), Color::Indexed(75));
        assert_eq!(Depth::Named.nearest(Color::Rgb(0xfe, 0xfe, 0xfe)), Color::White);
        assert_eq!(Depth::Named.nearest(Color::Indexed(232)), Color::Black);
        assert_eq!(Depth::None.nearest(blue), Color::Reset);
        for depth in [Depth::True, Depth::Table, Depth::Named] {
            assert_eq!(depth.nearest(Color::Reset), Color::Reset);
            assert_eq!(depth.nearest(Color::LightRed), Color::LightRed);
        }
    }
}
