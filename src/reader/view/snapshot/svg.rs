//! A frame as a picture, in Scalable Vector Graphics 1.1.
//!
//! Every stretch of text is given its place and its length, so that it is in its cells in any font.
//! Borders are drawn, not written, so that the lines join at any height of the font.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::runs::{Run, columns, runs};
use crate::reader::theme::{Theme, rgb};
use crate::text::width;

/// The width and height of a cell, in hundredths of a pixel.
const CELL: (u32, u32) = (843, 1800);
/// From the top of a cell to the baseline.
const BASELINE: u32 = 1350;
/// Around the frame.
const MARGIN: u32 = 1200;
/// In pixels; fonts of even width are about 0.6 as wide as they are high.
const FONT: &str =
    "font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\"";

/// The colours used for those of the terminal, which are not known.
const TEXT: &str = "#d7dce2";
const BACKGROUND: &str = "#16191d";

/// Returns a frame as a picture.
pub fn svg(frame: &Buffer, theme: &Theme) -> String {
    let (width, height) =
        (2 * MARGIN + across(frame.area.width), 2 * MARGIN + down(frame.area.height));
    let (width, height) = (pixels(width), pixels(height));
    let ground = theme.ground();
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{}\"/>\n\
         <g {FONT} fill=\"{}\" xml:space=\"preserve\">\n",
        hex(ground.bg, BACKGROUND),
        hex(ground.fg, TEXT),
    );
    for y in frame.area.top()..frame.area.bottom() {
        for run in runs(frame, y) {
            draw(&run, y, &mut picture);
        }
    }
    picture.push_str("</g>\n</svg>\n");
    picture
}

/// Draws a stretch of one style: what is behind it, its text, and its lines.
fn draw(run: &Run, y: u16, picture: &mut String) {
    let Ink { text, behind } = Ink::from_style(run.style);
    if let (Some(behind), Some((x, _))) = (behind, run.cells.first()) {
        let all: u16 = run.cells.iter().map(|(_, symbol)| columns(symbol)).sum();
        rectangle(*x, y, (across(all), down(1)), &behind, picture);
    }
    for piece in pieces(run) {
        match piece.kind {
            CellKind::Space => {}
            CellKind::Words | CellKind::Sign => words(&piece, y, run.style, &text, picture),
            CellKind::Lines => lines(&piece, y, &text, picture),
            CellKind::Bar => rectangle(piece.x(), y, (across(1) / 2, down(1)), &text, picture),
        }
    }
}

/// The colours of a style, its reverse undone.
struct Ink {
    text: String,
    /// [`None`] if it is the background of the picture.
    behind: Option<String>,
}

impl Ink {
    fn from_style(style: Style) -> Self {
        let (text, behind) = (hex(style.fg, TEXT), hex(style.bg, BACKGROUND));
        if style.add_modifier.contains(Modifier::REVERSED) {
            return Self { text: behind, behind: Some(text) };
        }
        Self { text, behind: None }
    }
}

/// How a cell is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellKind {
    /// Not at all.
    Space,
    /// As text that runs on from cell to cell.
    Words,
    /// As a text of its own: it may come from a font of another width.
    Sign,
    /// As lines.
    Lines,
    /// As half a cell.
    Bar,
}

impl CellKind {
    fn from_symbol(symbol: &str) -> Self {
        match symbol {
            " " => Self::Space,
            "▌" => Self::Bar,
            _ if arms(symbol).is_some() => Self::Lines,
            _ if symbol
                .chars()
                .all(|c| c.is_alphanumeric() && width(symbol) == 1 || c.is_ascii()) =>
            {
                Self::Words
            }
            "“" | "”" | "‘" | "’" | "…" | "–" | "—" | "·" | "¶" | "§" | "£" => {
                Self::Words
            }
            _ => Self::Sign,
        }
    }
}

/// A part of a run that is drawn in one way.
struct Piece<'a> {
    kind: CellKind,
    cells: Vec<(u16, &'a str)>,
}

impl Piece<'_> {
    fn x(&self) -> u16 {
        self.cells.first().map_or(0, |(x, _)| *x)
    }

    fn columns(&self) -> u16 {
        self.cells.last().map_or(0, |(x, symbol)| x + columns(symbol)) - self.x()
    }
}

/// Parts a run. Words of one line are one piece with the space between them.
fn pieces<'a>(run: &Run<'a>) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (i, &(x, symbol)) in run.cells.iter().enumerate() {
        let kind = match CellKind::from_symbol(symbol) {
            CellKind::Space
                if run
                    .cells
                    .get(i + 1)
                    .is_some_and(|(_, next)| CellKind::from_symbol(next) == CellKind::Words) =>
            {
                pieces
                    .last()
                    .filter(|piece| piece.kind == CellKind::Words)
                    .map_or(CellKind::Space, |piece| piece.kind)
            }
            kind => kind,
        };
        match pieces.last_mut() {
            Some(piece)
                if piece.kind == kind && !matches!(kind, CellKind::Sign | CellKind::Bar) =>
            {
                piece.cells.push((x, symbol));
            }
            _ => pieces.push(Piece { kind, cells: vec![(x, symbol)] }),
        }
    }
    pieces
}

fn words(piece: &Piece, y: u16, style: Style, colour: &str, picture: &mut String) {
    let has = |modifier| style.add_modifier.contains(modifier);
    let _ = write!(
        picture,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\"",
        pixels(MARGIN + across(piece.x())),
        pixels(MARGIN + down(y) + BASELINE),
        pixels(across(piece.columns())),
    );
    if style.fg.is_some_and(|colour| colour != Color::Reset) || has(Modifier::REVERSED) {
        let _ = write!(picture, " fill=\"{colour}\"");
    }
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " fill-opacity=\"0.7\""),
    ] {
        if has(modifier) {
            picture.push_str(attribute);
        }
    }
    let text: String = piece.cells.iter().map(|(_, symbol)| *symbol).collect();
    let _ = writeln!(picture, ">{}</text>", escape(&text));
}

fn rectangle(x: u16, y: u16, (width, height): (u32, u32), colour: &str, picture: &mut String) {
    let _ = writeln!(
        picture,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{colour}\"/>",
        pixels(MARGIN + across(x)),
        pixels(MARGIN + down(y)),
        pixels(width),
        pixels(height),
    );
}

/// Draws neighbouring characters that are made of lines, as one path.
fn lines(piece: &Piece, y: u16, colour: &str, picture: &mut String) {
    let mut path = String::new();
    let (top, middle, bottom) = (down(y), down(y) + CELL.1 / 2, down(y + 1));
    let mut level: Option<(u32, u32)> = None;
    let flush = |level: Option<(u32, u32)>, path: &mut String| {
        if let Some((from, to)) = level {
            let _ = write!(
                path,
                "M{} {}H{}",
                pixels(MARGIN + from),
                pixels(MARGIN + middle),
                pixels(MARGIN + to)
            );
        }
    };
    for &(x, character) in &piece.cells {
        let (left, centre, right) = (across(x), across(x) + CELL.0 / 2, across(x + 1));
        let Some([up, to_right, to_bottom, to_left]) = arms(character) else { continue };
        if up || to_bottom {
            let from = if up { top } else { middle };
            let to = if to_bottom { bottom } else { middle };
            let _ = write!(
                path,
                "M{} {}V{}",
                pixels(MARGIN + centre),
                pixels(MARGIN + from),
                pixels(MARGIN + to)
            );
        }
        if to_left || to_right {
            let from = if to_left { left } else { centre };
            let to = if to_right { right } else { centre };
            level = match level {
                Some((start, end)) if end == from => Some((start, to)),
                other => {
                    flush(other, &mut path);
                    Some((from, to))
                }
            };
        }
    }
    flush(level, &mut path);
    let _ = writeln!(picture, "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\"/>");
}

/// Returns whether a character of lines reaches up, right, down and left.
fn arms(character: &str) -> Option<[bool; 4]> {
    Some(match character {
        "│" => [true, false, true, false],
        "─" => [false, true, false, true],
        "┌" => [false, true, true, false],
        "┐" => [false, false, true, true],
        "└" => [true, true, false, false],
        "┘" => [true, false, false, true],
        "├" => [true, true, true, false],
        "┤" => [true, false, true, true],
        "┬" => [false, true, true, true],
        "┴" => [true, true, false, true],
        "┼" => [true; 4],
        _ => return None,
    })
}

fn across(columns: u16) -> u32 {
    u32::from(columns) * CELL.0
}

fn down(rows: u16) -> u32 {
    u32::from(rows) * CELL.1
}

/// Hundredths as a decimal number, without zeros at its end.
fn pixels(hundredths: u32) -> String {
    let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex(colour: Option<Color>, own: &str) -> String {
    let known = colour.and_then(rgb);
    known.map_or_else(|| own.to_owned(), |[r, g, b]| format!("#{r:02x}{g:02x}{b:02x}"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn writes_words_in_their_cells_and_draws_lines() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 14, 1));
        frame.set_string(0, 0, "├─┤a & b", Style::new());
        frame.set_string(9, 0, "▌", Style::new().fg(Color::Rgb(1, 2, 3)));
        frame.set_string(
            10,
            0,
            "<q>",
            Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
        );
        let picture = svg(&frame, &Theme::light());
        let drawn: Vec<&str> = picture.lines().skip(3).collect();
        assert_eq!(
            drawn,
            [
                "<path d=\"M16.21 12V30M33.07 12V30M16.21 21H33.07\" fill=\"none\" stroke=\"#d7dce2\"/>",
                "<text x=\"37.29\" y=\"25.5\" textLength=\"42.15\">a &amp; b</text>",
                "<rect x=\"87.87\" y=\"12\" width=\"4.21\" height=\"18\" fill=\"#010203\"/>",
                "<rect x=\"96.3\" y=\"12\" width=\"25.29\" height=\"18\" fill=\"#d7dce2\"/>",
                "<text x=\"96.3\" y=\"25.5\" textLength=\"25.29\" fill=\"#16191d\" font-weight=\"bold\">&lt;q&gt;</text>",
                "</g>",
                "</svg>",
            ]
        );
        assert!(picture.contains("fill=\"#ffffff\"/>\n<g "), "{picture}");
    }
}
