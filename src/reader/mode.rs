//! What the keys act on: one of the screens, or an overlay.

/// The name of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScreenName {
    /// One brief, in linked panes.
    Brief,
    /// Every ask, commitment and action of all briefs.
    Asks,
    /// The people and bodies of all briefs.
    Officials,
}

impl ScreenName {
    /// Every screen, in the order in which the user goes through them.
    pub const ALL: [Self; 3] = [Self::Brief, Self::Asks, Self::Officials];

    /// Returns the screen after this one, wrapping at the end.
    #[must_use]
    pub fn next(self) -> Self {
        let here = Self::ALL.iter().position(|name| *name == self).unwrap_or(0);
        Self::ALL[(here + 1) % Self::ALL.len()]
    }
}

/// What the keys act on: the screen, or the overlay above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A screen.
    Screen(ScreenName),
    /// The text of the source, while it has the focus on the Brief screen.
    Source,
    /// The menu of fields to sort the asks by.
    Sorting,
    /// The menu of fields to filter the asks by.
    Filtering,
    /// The menu of what to sort the briefs by.
    SortingBriefs,
    /// The menu of fields to filter the briefs by.
    FilteringBriefs,
    /// The prompt for words to find something by that briefs have in common.
    ChoosingFilter,
    /// The menu of what to copy.
    Copying,
    /// The next letter becomes a mark.
    Marking,
    /// The next letter goes to its mark.
    Jumping,
    /// The help.
    Help,
    /// The prompt for words to search the help for.
    SearchingHelp,
    /// The prompt for words to search every brief for.
    Searching,
    /// The same, to show only what matches.
    Narrowing,
    /// The prompt for words to find an action by.
    Choosing,
    /// The brief as it prints.
    Preview,
    /// The prompt for words to search that for.
    SearchingPage,
    /// The prompt for the name of a file to save that to.
    Naming,
}

impl Mode {
    /// Returns the label of the prompt of this mode, if it has one.
    pub fn prompt(self) -> Option<&'static str> {
        match self {
            Self::Searching | Self::SearchingHelp | Self::SearchingPage => Some("/"),
            Self::Narrowing => Some("&"),
            Self::Choosing => Some(":"),
            Self::ChoosingFilter => Some("only "),
            Self::Naming => Some("save as "),
            _ => None,
        }
    }
}
