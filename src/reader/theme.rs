//! What each role looks like. The only file that names a colour.

use ratatui::style::{Color, Modifier, Style};

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

/// The colours of a theme. [`Color::Reset`] is the terminal's own.
#[derive(Clone, Copy, Debug)]
struct Palette {
    accent: Color,
    border: Color,
    link: Color,
    speaker: Color,
    quotation: Color,
    citation: Color,
    good: Color,
    unsure: Color,
    bad: Color,
    url: Color,
}

/// Roles as styles.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    palette: Palette,
    /// Whether the selected row is told by reverse video, where no colour tells it.
    reverses: bool,
}

impl Theme {
    /// The terminal's own sixteen colours, on its own background.
    #[must_use]
    pub fn terminal() -> Self {
        let palette = Palette {
            accent: Color::Cyan,
            border: Color::DarkGray,
            link: Color::Yellow,
            speaker: Color::Blue,
            quotation: Color::Green,
            citation: Color::Magenta,
            good: Color::Green,
            unsure: Color::Yellow,
            bad: Color::Red,
            url: Color::Blue,
        };
        Self { palette, reverses: false }
    }

    /// No colour at all.
    #[must_use]
    pub fn mono() -> Self {
        let own = Color::Reset;
        let palette = Palette {
            accent: own,
            border: own,
            link: own,
            speaker: own,
            quotation: own,
            citation: own,
            good: own,
            unsure: own,
            bad: own,
            url: own,
        };
        Self { palette, reverses: true }
    }

    /// The style of a part of the screen.
    #[must_use]
    pub fn part(&self, part: Part) -> Style {
        let plain = Style::new();
        let colour = |colour| plain.fg(colour);
        match part {
            Part::Quiet => plain.add_modifier(Modifier::DIM),
            Part::Title | Part::Key => plain.add_modifier(Modifier::BOLD),
            Part::Border => colour(self.palette.border),
            Part::FocusedBorder | Part::Bar => colour(self.palette.accent).add_modifier(Modifier::BOLD),
            Part::Name => plain,
            Part::FocusedName => {
                colour(self.palette.accent).add_modifier(Modifier::BOLD | Modifier::REVERSED)
            }
            Part::Link => colour(self.palette.link),
            Part::Lit => colour(self.palette.quotation).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Part::Found => colour(self.palette.unsure).add_modifier(Modifier::REVERSED),
            // A selected row may be reversed itself.
            Part::FoundSelected if self.reverses => {
                plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED).remove_modifier(Modifier::REVERSED)
            }
            Part::FoundSelected => {
                colour(self.palette.unsure).add_modifier(Modifier::BOLD | Modifier::REVERSED)
            }
            Part::Notice => colour(self.palette.unsure).add_modifier(Modifier::BOLD),
        }
    }

    /// The style of text in a role.
    #[must_use]
    pub fn text(&self, role: Role) -> Style {
        let plain = Style::new();
        let palette = &self.palette;
        match role {
            Role::Plain => plain,
            Role::Title | Role::Heading => plain.add_modifier(Modifier::BOLD),
            Role::Label => plain.fg(palette.accent),
            Role::Speaker => plain.fg(palette.speaker),
            Role::Post => plain.add_modifier(Modifier::DIM),
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

    /// What the selected row adds to the styles of its text, in a pane with or without the focus.
    #[must_use]
    pub fn selected(&self, focused: bool) -> Style {
        match (focused, self.reverses) {
            (false, _) => Style::new(),
            (true, false) => Style::new().add_modifier(Modifier::BOLD),
            (true, true) => Style::new().add_modifier(Modifier::REVERSED),
        }
    }
}
