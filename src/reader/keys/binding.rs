//! What a binding is: an action, its name, its keys, and what the help and the footer say.

use super::key::Key;
use crate::reader::action::Action;
use crate::reader::mode::Mode;
use crate::reader::pane::Pane;

/// A heading of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Movement in a pane.
    Move,
    /// From screen to screen.
    Screens,
    /// From pane to pane.
    Panes,
    /// From pane to pane of the Officials screen.
    OfficialsPanes,
    /// The order of the briefs and of the asks, and which are shown.
    Lists,
    /// In the menu of what to copy.
    Copying,
    /// In the menu of marks.
    Marks,
    /// What the briefs can be sorted by.
    SortingBriefs,
    /// What they can be filtered by.
    FilteringBriefs,
    /// What the asks can be sorted by.
    Sorting,
    /// What they can be filtered by.
    Filtering,
    /// From item to item, and back.
    Links,
    /// Search, and its matches.
    Search,
    /// In a prompt.
    Prompt,
    /// The printed page.
    Page,
    /// Out of the reader, and marks.
    Out,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 17] = [
        Self::Links,
        Self::Search,
        Self::Move,
        Self::Screens,
        Self::Panes,
        Self::OfficialsPanes,
        Self::Lists,
        Self::Out,
        Self::Page,
        Self::Program,
        Self::Prompt,
        Self::Copying,
        Self::Marks,
        Self::SortingBriefs,
        Self::FilteringBriefs,
        Self::Sorting,
        Self::Filtering,
    ];

    /// Returns the heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Screens => "Screens",
            Self::Panes => "Panes",
            Self::OfficialsPanes => "Panes of the Officials screen",
            Self::Lists => "Sort and filter",
            Self::Copying => "In the menu of Y: copy as",
            Self::Marks => "In the menu of ': go to",
            Self::SortingBriefs => "In the menu of S: sort the briefs by",
            Self::FilteringBriefs => "In the menu of f: filter the briefs by",
            Self::Sorting => "In the menu of S on the Asks screen: sort by",
            Self::Filtering => "In the menu of f on the Asks screen: filter by",
            Self::Links => "Follow",
            Self::Search => "Search",
            Self::Prompt => "In a prompt",
            Self::Page => "In the printed page",
            Self::Out => "Copy, open, edit, mark",
            Self::Program => "Program",
        }
    }
}

/// Where the user is, as far as the footer depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    /// The pane that has the focus.
    pub pane: Pane,
    /// What Enter does there, in a word or two.
    pub enter: &'static str,
    /// Whether the open brief can be shown.
    pub is_sound: bool,
    /// Whether there is a place to go back to.
    pub has_way_back: bool,
}

/// What the footer says about a binding.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// A word or two, for the mode and the place; nothing if the key does nothing there.
    pub text: fn(Mode, Here) -> Option<&'static str>,
    /// In a narrow footer, hints of a low priority are left out first.
    pub priority: u8,
}

/// An action and the keys that mean it.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The name by which the action is found and bound to other keys. What edits a prompt has none.
    pub name: Option<&'static str>,
    /// Its heading in the help.
    pub group: Group,
    /// Where the keys mean it.
    pub modes: &'static [Mode],
    /// The keys. The footer shows the first.
    pub keys: Vec<Key>,
    /// What they mean.
    pub action: Action,
    /// What the help says.
    pub help: &'static str,
    /// What the footer says.
    pub hint: Option<Hint>,
}

impl Binding {
    /// Returns the binding with a hint in the footer.
    #[must_use]
    pub fn hint(self, priority: u8, text: fn(Mode, Here) -> Option<&'static str>) -> Self {
        Self { hint: Some(Hint { text, priority }), ..self }
    }
}
