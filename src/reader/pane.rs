//! Panes: the parts of a screen. Each screen declares its own.

/// A part of a screen that shows one kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pane {
    /// The number of the key that goes there.
    pub number: u8,
    /// The name in its title.
    pub name: &'static str,
    /// What Enter does there, in a word or two.
    pub enter: &'static str,
    /// The number of lines above its list that do not scroll.
    pub head: u16,
}

impl Pane {
    /// Returns a pane without a head.
    pub const fn new(number: u8, name: &'static str, enter: &'static str) -> Self {
        Self { number, name, enter, head: 0 }
    }

    /// Returns the pane with `lines` lines above its list that do not scroll.
    #[must_use]
    pub const fn with_head(self, lines: u16) -> Self {
        Self { head: lines, ..self }
    }
}
