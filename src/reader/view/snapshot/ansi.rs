//! A frame as text with the escape sequences of ECMA-48 for its styles.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::runs::runs;

/// Returns a frame as text with escape sequences, a line for each row. Each line begins and
/// ends without a style.
pub fn ansi(frame: &Buffer) -> String {
    let mut text = String::new();
    for y in frame.area.top()..frame.area.bottom() {
        let runs = runs(frame, y);
        for (i, run) in runs.iter().enumerate() {
            let words = run.text();
            let parameters = parameters(run.style);
            // A string can always be written to.
            let _ = match parameters.as_str() {
                "" if i + 1 == runs.len() => write!(text, "{}", words.trim_end()),
                "" => write!(text, "{words}"),
                style => write!(text, "\x1b[{style}m{words}\x1b[0m"),
            };
        }
        text.push('\n');
    }
    text
}

/// Returns the parameters of Select Graphic Rendition that make a style; none for a plain one.
fn parameters(style: Style) -> String {
    let modifiers = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ];
    let set = modifiers.into_iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier));
    let mut parameters: Vec<String> = set.map(|(_, parameter)| parameter.to_owned()).collect();
    parameters.extend(style.fg.and_then(|colour| of_colour(colour, 30)));
    parameters.extend(style.bg.and_then(|colour| of_colour(colour, 40)));
    parameters.join(";")
}

/// Returns the parameters of a colour; 30 is the `base` of the foreground's and 40 that of the
/// background's.
fn of_colour(colour: Color, base: u8) -> Option<String> {
    let named = |number: u8| Some((base + number).to_string());
    let bright = |number: u8| Some((base + 60 + number).to_string());
    match colour {
        Color::Reset => None,
        Color::Rgb(r, g, b) => Some(format!("{};2;{r};{g};{b}", base + 8)),
        Color::Indexed(index) => Some(format!("{};5;{index}", base + 8)),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn writes_styles_and_nothing_else() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 12, 2));
        let key =
            Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD | Modifier::REVERSED);
        frame.set_string(0, 0, "Esc", key);
        frame.set_string(4, 0, "日本", Style::new().fg(Color::Indexed(33)).bg(Color::Rgb(1, 2, 3)));
        assert_eq!(ansi(&frame), "\x1b[1;7;91mEsc\x1b[0m \x1b[38;5;33;48;2;1;2;3m日本\x1b[0m\n\n");
    }
}
