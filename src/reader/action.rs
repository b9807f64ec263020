//! What the user means, and what is to be done about it outside the program's own state.

use super::layout::{Pane, Screen};
use crate::library::Entry;
use crate::library::register::Sort;

/// Something that happens to the reader. An action says what is meant, never which key meant it.
#[derive(Clone, Debug)]
pub enum Action {
    /// Moves in the focused pane.
    Move(Motion),
    /// Goes to a pane.
    Focus(Pane),
    /// Goes to a screen.
    Show(Screen),
    /// Goes to the next screen, round the end.
    NextScreen,
    /// Asks by what the asks are to be sorted.
    ChooseSort,
    /// Sorts the asks by a field.
    Sort(Sort),
    /// Asks for the field that is to be as in the selected ask.
    ChooseLimit,
    /// Shows only the asks that have in a field what the selected one has there, or all again.
    Limit(Sort),
    /// Shows only the asks that nothing answers, or all again.
    ToggleUnanswered,
    /// Shows only what is past due, or all again.
    TogglePastDue,
    /// Goes to the pane this many further, round the end.
    CyclePane(isize),
    /// Goes to the pane in the column to the left (negative) or to the right; in the matrix, to the
    /// column.
    CrossPane(isize),
    /// Goes to what the focused item is linked to; again, to the next.
    Follow,
    /// Goes to the claim this many after the selected one.
    StepClaim(isize),
    /// Goes to the quote this many after the selected one.
    StepQuote(isize),
    /// Returns to where the last link was followed.
    Back,
    /// Undoes a return.
    Forward,
    /// Scrolls the source by so many lines, wherever the focus is.
    ScrollSource(isize),
    /// Shows the focused pane alone, or all of them again.
    ToggleZoom,
    /// Opens or closes the help.
    ToggleHelp,
    /// Backs out of whatever is open or narrowed; never quits.
    BackOut,
    /// Closes what is open, else quits.
    Close,
    /// Quits.
    Quit,
    /// Hands the terminal back to the shell until it resumes the program.
    Suspend,
    /// Draws the whole screen afresh.
    Redraw,
    /// The terminal has so many columns and rows.
    Resized(u16, u16),
    /// A brief has been read: its place in the order of the library, and the brief.
    Loaded(usize, Box<Entry>),
}

/// A movement in a pane. Negative counts move back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// By items; by lines where there is nothing to select, or the item is taller than its pane.
    Step(isize),
    /// By half the height of the pane.
    HalfPage(isize),
    /// By the height of the pane.
    Page(isize),
    /// To the first item.
    First,
    /// To the last item.
    Last,
}

/// What the terminal has to do after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but show the new state.
    None,
    /// Leave the program.
    Quit,
    /// Stop the process until the shell resumes it.
    Suspend,
    /// Draw every cell again, not only those that changed.
    Redraw,
}

/// What the keys act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The panes of a brief.
    Panes,
    /// The register of asks.
    Asks,
    /// The people and bodies, and the matrix.
    Officials,
    /// The choice of what the asks are sorted by.
    Sorting,
    /// The choice of the field that is to be as in the selected ask.
    Limiting,
    /// The help, which lies over them.
    Help,
}
