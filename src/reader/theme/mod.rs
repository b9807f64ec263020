//! What each role looks like. Nothing else names a colour.

mod colour;
mod palette;
mod themes;

use palette::Palette;
use ratatui::style::{Modifier, Style};

pub use colour::{Depth, rgb};
pub use themes::Themes;

use crate::page::{Role, StateRole};

/// A part of the screen that is not the text of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The name of the program, and counts.
    Quiet,
    /// The title of the open brief.
    Title,
    /// The border of a pane.
    Border,
    /// The border of the pane that has the focus.
    FocusedBorder,
    /// The name of a pane.
    Name,
    /// The name of the pane that has the focus.
    FocusedName,
    /// The bar beside the selected row.
    Bar,
    /// The mark of a row that is linked to the focused one, and the count of links.
    Link,
    /// The quotation in its passage.
    Lit,
    /// What was searched for.
    Found,
    /// What was searched for, in the selected row.
    FoundSelected,
    /// A key in the footer.
    Key,
    /// A message.
    Notice,
}

/// Roles as styles.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    palette: Palette,
    /// Whether the selected row is in reverse video, because there is no colour to show it.
    reverses: bool,
}

impl Theme {
    const fn from_palette(palette: Palette) -> Self {
        Self { palette, reverses: false }
    }

    /// Returns the terminal's own sixteen colours, on its own background.
    pub const fn terminal() -> Self {
        Self::from_palette(Palette::TERMINAL)
    }

    /// Dark ink on white.
    pub const fn light() -> Self {
        Self::from_palette(Palette::LIGHT)
    }

    /// Light ink on near black.
    pub const fn dark() -> Self {
        Self::from_palette(Palette::DARK)
    }

    /// No colour at all.
    pub const fn mono() -> Self {
        Self { palette: Palette::MONO, reverses: true }
    }

    /// Returns the theme as far as a terminal of this depth can show it.
    #[must_use]
    pub fn at(self, depth: Depth) -> Self {
        if depth == Depth::None {
            return Self::mono();
        }
        Self { palette: self.palette.map(|colour| depth.nearest(colour)), ..self }
    }

    /// Returns the style of the empty screen.
    pub fn ground(&self) -> Style {
        Style::new().fg(self.palette.text).bg(self.palette.background)
    }

    /// Returns the style of a part of the screen.
    pub fn part(&self, part: Part) -> Style {
        let plain = Style::new();
        let colour = |colour| plain.fg(colour);
        match part {
            Part::Quiet => plain.add_modifier(Modifier::DIM),
            Part::Title | Part::Key => plain.add_modifier(Modifier::BOLD),
            Part::Border => colour(self.palette.border),
            Part::FocusedBorder | Part::Bar => {
                colour(self.palette.accent).add_modifier(Modifier::BOLD)
            }
            // Written over a border, it would take that colour.
            Part::Name => colour(self.palette.text),
            Part::FocusedName => {
                colour(self.palette.accent).add_modifier(Modifier::BOLD | Modifier::REVERSED)
            }
            Part::Link => colour(self.palette.link),
            Part::Lit => {
                colour(self.palette.quotation).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
            }
            Part::Found => colour(self.palette.unsure).add_modifier(Modifier::REVERSED),
            // A selected row may be reversed itself.
            Part::FoundSelected if self.reverses => plain
                .add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
                .remove_modifier(Modifier::REVERSED),
            Part::FoundSelected => {
                colour(self.palette.unsure).add_modifier(Modifier::BOLD | Modifier::REVERSED)
            }
            Part::Notice => colour(self.palette.unsure).add_modifier(Modifier::BOLD),
        }
    }

    /// Returns the style of text in a role.
    pub fn text(&self, role: Role) -> Style {
        let plain = Style::new();
        let palette = &self.palette;
        match role {
            Role::Plain => plain,
            Role::Title | Role::Heading => plain.add_modifier(Modifier::BOLD),
            Role::Label => plain.fg(palette.accent),
            Role::Speaker => plain.fg(palette.speaker),
            Role::Post | Role::Aside | Role::Note => plain.add_modifier(Modifier::DIM),
            Role::Quotation => plain.fg(palette.quotation),
            Role::Gist => plain.add_modifier(Modifier::ITALIC),
            Role::Citation => plain.fg(palette.citation),
            Role::State(StateRole::Verified | StateRole::Locked) => plain.fg(palette.good),
            Role::State(StateRole::Unverified) | Role::Caution => plain.fg(palette.unsure),
            Role::State(StateRole::Failed) => plain.fg(palette.bad).add_modifier(Modifier::BOLD),
            Role::Relation => plain.fg(palette.link),
            Role::Url => plain.fg(palette.url).add_modifier(Modifier::UNDERLINED),
        }
    }

    /// Returns what the selected row adds to the styles of its text, in a pane with or without the
    /// focus.
    pub fn selected(&self, focused: bool) -> Style {
        match (focused, self.reverses) {
            (false, _) => Style::new(),
            (true, false) => Style::new().add_modifier(Modifier::BOLD),
            (true, true) => Style::new().add_modifier(Modifier::REVERSED),
        }
    }
}
