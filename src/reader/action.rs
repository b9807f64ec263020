//! What the user means, and what is to be done about it outside the program's own state.

use std::path::PathBuf;

use super::layout::{Pane, Screen};
use super::memory::Marks;
use super::target::Target;
use crate::library::register::Sort;
use crate::library::{Changes, Entry};
use crate::page::Extract;
use crate::text::{Stroke, Text};

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
    /// Copies the focused item.
    Copy(Extract),
    /// Asks for words to search every brief for; in the help, to search that for.
    Search,
    /// Shows only what was searched for, or all again; asks for words where none were searched for.
    Narrow,
    /// Goes to what was found so many after this.
    StepFound(isize),
    /// Asks which action is meant.
    ChooseAction,
    /// Writes in the prompt.
    Write(Stroke),
    /// Brings back a line that was written in the prompt earlier, so many from this.
    Recall(isize),
    /// Moves among what the prompt has found.
    Pick(Motion),
    /// Takes what is written in the prompt, or what is picked.
    Accept,
    /// Asks what of the focused item is to be copied.
    ChooseCopy,
    /// Opens the address of the source.
    OpenSource,
    /// Opens the brief in the user's editor, at the focused item.
    Edit,
    /// Asks for the letter that is to mark the focused item.
    ChooseMark,
    /// Marks the focused item with a letter.
    Mark(char),
    /// Asks for the mark to go to.
    ChooseJump,
    /// Goes to what a letter marks.
    Jump(char),
    /// Reads all files again.
    Reload,
    /// Shows the focused pane alone, or all of them again.
    ToggleZoom,
    /// Opens or closes the help.
    ToggleHelp,
    /// Shows the brief as it prints, or no longer.
    TogglePrinted,
    /// Asks for the file to save the printed brief to.
    Save,
    /// Takes the mouse from the terminal, or gives it back.
    ToggleMouse,
    /// The mouse was clicked on a cell: its column and row.
    Clicked(u16, u16),
    /// The wheel was turned over a cell, by so many lines.
    Wheeled(u16, u16, isize),
    /// Shows the next theme.
    NextTheme,
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
    /// Files have changed on disk.
    Changed(Changes),
    /// The marks are these, other readers' included.
    Marked(Marks),
    /// Something is to be told: what came of an effect.
    Tell(Text),
}

impl Action {
    /// Whether it copies something.
    pub fn copies(&self) -> bool {
        matches!(self, Self::Copy(_))
    }
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but show the new state.
    None,
    /// Leave the program.
    Quit,
    /// Stop the process until the shell resumes it.
    Suspend,
    /// Draw every cell again, not only those that changed.
    Redraw,
    /// Put a text on the clipboard.
    Copy(Copied),
    /// Open a web address.
    Open(Text),
    /// Run the user's editor on a file, at a line counted from 1, and read the file again.
    Edit {
        /// The file.
        file: PathBuf,
        /// The line.
        line: usize,
    },
    /// Keep a mark.
    Mark(char, Target),
    /// Look which marks there are.
    Recall,
    /// Read all files again.
    Reload,
    /// Write a text to a file that is not there yet.
    Save {
        /// The file, as the user names it.
        name: Text,
        /// The text.
        text: Text,
    },
    /// Take the mouse, or give it back.
    Mouse(bool),
}

/// A text for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// What it is, for the message: `q3`, `the words of q3`.
    pub what: Text,
    /// The text.
    pub text: Text,
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
    /// The choice of what is to be copied, which lies over them.
    Copying,
    /// The next letter marks.
    Marking,
    /// The next letter goes to its mark; the marks lie over the panes.
    Jumping,
    /// Words are written to search for; what is found lies over the panes.
    Searching,
    /// The same, to show only what is found.
    Narrowing,
    /// Words are written to search the help for.
    SearchingHelp,
    /// Words are written to find an action by; those found lie over the panes.
    Choosing,
    /// The brief as it prints, which lies over the panes.
    Printed,
    /// The name of a file is written to save that to.
    Naming,
}

impl Mode {
    /// What stands before the words that are written in this mode; nothing where none are.
    pub fn prompt(self) -> Option<&'static str> {
        match self {
            Self::Searching | Self::SearchingHelp => Some("/"),
            Self::Narrowing => Some("&"),
            Self::Choosing => Some(":"),
            Self::Naming => Some("save to the file "),
            _ => None,
        }
    }
}
