//! What happens to the reader, and what the terminal has to do about it.

use std::path::PathBuf;

use super::memory::Marks;
use super::mode::ScreenName;
use super::pane::Pane;
use super::target::Target;
use crate::library::catalogue::{BriefField, BriefSort};
use crate::library::register::Sort;
use crate::library::{Changes, Entry};
use crate::page::Extract;
use crate::text::{Stroke, Text};

/// Something that happens to the reader. An action says what is meant, not which key meant it.
#[derive(Clone, Debug)]
pub enum Action {
    /// Moves in the focused pane.
    Move(Motion),
    /// Goes to a pane.
    Focus(Pane),
    /// Goes to a screen.
    Show(ScreenName),
    /// Goes to the next screen, wrapping at the end.
    NextScreen,
    /// Opens the menu of what to sort the briefs or the asks by.
    ChooseSort,
    /// Sorts the asks by a field, or in the order of the library again.
    Sort(Sort),
    /// Sorts the briefs.
    SortBriefs(BriefSort),
    /// Opens the menu of what to filter the briefs or the asks by.
    ChooseFilter,
    /// Shows only the briefs that have in a field what the open one has, or all again.
    FilterBriefs(BriefField),
    /// Opens the list of what briefs have in common, to show only those that have it.
    ChooseValue,
    /// Goes to the next brief that cannot be shown.
    NextBroken,
    /// Shows only the asks that have in a field what the selected one has, or all again.
    Filter(Sort),
    /// Shows only the asks that nothing answers, or all again.
    ToggleUnanswered,
    /// Shows only what is past due, or all again.
    TogglePastDue,
    /// On the Officials screen, folds the columns of the matrix by brief, by topic, by addressee, or
    /// not at all. Elsewhere, folds the notes away, or unfolds them.
    Fold,
    /// Goes to the pane this many further, wrapping at the end.
    CyclePane(isize),
    /// Goes to the pane in the column to the left (negative) or to the right. In the matrix, to the
    /// next column of asks.
    CrossPane(isize),
    /// Goes to what the focused item is linked to. If repeated, to the next.
    Follow,
    /// Goes to the item of a pane this many after the selected one, from any pane.
    StepItem(Pane, isize),
    /// Goes to a place where the user was.
    Travel(Way),
    /// Does something in the text of the source.
    InSource(SourceAction),
    /// Copies the focused item, or the sentences that are chosen.
    Copy(Extract),
    /// Asks for words to search every brief for. In the help, for words to search the help for.
    Search,
    /// Shows only what matches, or all again. Asks for words if there are none.
    Narrow,
    /// Goes to the match this many after the current one.
    StepMatch(isize),
    /// Asks for words to find an action by.
    ChooseAction,
    /// Writes in the prompt.
    Write(Stroke),
    /// Writes all of this in the prompt, one stroke after the other.
    WriteAll(Vec<Stroke>),
    /// Brings back a line that was written in the prompt earlier, this many from the current one.
    Recall(isize),
    /// Moves among what the prompt finds.
    Pick(Motion),
    /// Accepts what is written in the prompt, or what is selected.
    Accept,
    /// Opens the menu of what to copy.
    ChooseCopy,
    /// Opens the address of the source.
    OpenSource,
    /// Opens the brief in the user's editor, at the focused item.
    Edit,
    /// Asks for the letter to mark the focused item with.
    ChooseMark,
    /// Marks the focused item with a letter.
    Mark(char),
    /// Opens the menu of marks.
    ChooseJump,
    /// Goes to a mark.
    Jump(char),
    /// Reads all files again.
    Reload,
    /// Shows the focused pane without the others, or all again.
    ToggleZoom,
    /// Opens or closes the help.
    ToggleHelp,
    /// Opens or closes the preview of the brief as it prints.
    TogglePreview,
    /// Does something with the printed brief.
    Page(PageAction),
    /// Takes the mouse from the terminal, or returns it.
    ToggleMouse,
    /// The mouse was clicked on a cell, by its column and row.
    Clicked(u16, u16),
    /// The wheel was turned over a cell, by this many lines.
    Wheeled(u16, u16, isize),
    /// Shows the next theme.
    NextTheme,
    /// Closes what is open, or widens what is shown, by one step. Never quits.
    BackOut,
    /// Closes what is open, or quits.
    Close,
    /// Quits.
    Quit,
    /// Hands the terminal back to the shell until it resumes the program.
    Suspend,
    /// Draws the whole screen again.
    Redraw,
    /// The terminal has this many columns and rows.
    Resized(u16, u16),
    /// Briefs have been read, checked or changed.
    Library(LibraryAction),
    /// The marks, with those of other readers.
    Marked(Marks),
    /// Shows a message, such as the outcome of an effect.
    Notify(Text),
}

/// The bytes from which on a text that is being written is not held back for more.
const LONG: usize = 1024;

impl Action {
    /// Returns whether it may be held back until the next action is known: it changes no
    /// [`Mode`](super::mode::Mode), and several of its kind can be done as one.
    pub fn can_absorb(&self) -> bool {
        matches!(
            self,
            Self::Write(_)
                | Self::WriteAll(_)
                | Self::Resized(..)
                | Self::Wheeled(..)
                | Self::Move(Motion::Step(_))
        )
    }

    /// Takes up the action that follows, if doing this one then does both. If not, returns what
    /// followed.
    pub fn absorb(&mut self, next: Self) -> Option<Self> {
        match (&mut *self, &next) {
            (Self::Write(Stroke::Insert(text)), Self::Write(Stroke::Insert(more)))
                if text.len() < LONG =>
            {
                *text = Text::new(&format!("{text}{more}"));
            }
            (Self::Write(Stroke::Insert(_)), Self::Write(Stroke::Insert(_))) => return Some(next),
            (Self::Write(stroke), Self::Write(more)) => {
                *self = Self::WriteAll(vec![stroke.clone(), more.clone()]);
            }
            (Self::WriteAll(strokes), Self::Write(more)) => strokes.push(more.clone()),
            (Self::Resized(..), Self::Resized(..)) => *self = next,
            (Self::Wheeled(x, y, lines), Self::Wheeled(to_x, to_y, more))
                if (*x, *y) == (*to_x, *to_y) && is_onward(*lines, *more) =>
            {
                *lines += more;
            }
            (Self::Move(Motion::Step(count)), Self::Move(Motion::Step(more)))
                if is_onward(*count, *more) =>
            {
                *count += more;
            }
            _ => return Some(next),
        }
        None
    }

    /// Returns whether it can be done while a search is going on: it asks for no match.
    pub fn leaves_search(&self) -> bool {
        // Whoever gives up does not wait for what they gave up.
        let gives_up = matches!(self, Self::BackOut | Self::Close | Self::Quit | Self::Suspend);
        let shows = matches!(self, Self::Library(_) | Self::Resized(..) | Self::Redraw);
        gives_up || shows || matches!(self, Self::Write(_) | Self::WriteAll(_))
    }

    /// Returns whether it copies something.
    pub fn copies(&self) -> bool {
        matches!(self, Self::Copy(_) | Self::InSource(SourceAction::CopyQuote))
    }
}

/// Returns whether two movements go the same way: at the end of a list, there and back is not the same
/// as nothing.
fn is_onward(count: isize, more: isize) -> bool {
    count.signum() == more.signum()
}

/// What has become of the briefs.
#[derive(Clone, Debug)]
pub enum LibraryAction {
    /// Briefs have been read: the place of each in the library, and its entry.
    Loaded(Vec<(usize, Entry)>),
    /// Briefs that are shown have been checked.
    Checked,
    /// Files have changed on disk.
    Changed(Changes),
}

/// Something that is done in the text of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceAction {
    /// Scrolls by this many lines, wherever the focus is.
    Scroll(isize),
    /// Chooses the sentence this many after the chosen ones.
    StepSentence(isize),
    /// Chooses the next sentence too.
    Extend,
    /// Copies the sentences that are chosen, as an entry for the quotes of the brief.
    CopyQuote,
}

/// A movement in a list. Negative counts move back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// By items. By lines if there is nothing to select, or if the item is taller than its pane.
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

/// A way to a place where the user was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To where the last link was followed.
    Back,
    /// To where that led.
    Forward,
    /// To the place that was left last. If repeated, to and fro.
    ToAndFro,
}

/// What can be done with the brief as it prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageAction {
    /// To select the section this many after the selected one.
    StepSection(isize),
    /// To copy it, or its selected section.
    Copy,
    /// To write it to the terminal below the shell’s prompt, until a key is pressed.
    ShowBelow,
    /// To ask for the file to save it to.
    Save,
}

/// What the terminal has to do after an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Only show the new state.
    None,
    /// Leave the program.
    Quit,
    /// Stop the process until the shell resumes it.
    Suspend,
    /// Draw every cell again, including those that did not change.
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
    /// Look up the marks.
    Recall,
    /// Read all files again.
    Reload,
    /// Leave the screen, write a text to the terminal, and return with the next key.
    ShowBelow(Text),
    /// Write a text to a new file.
    Save {
        /// The file, as the user names it.
        name: Text,
        /// The text.
        text: Text,
    },
    /// Take the mouse, or return it to the terminal.
    Mouse(bool),
}

/// A text for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its name in the message: `q3`, `the words of q3`.
    pub what: Text,
    /// The text.
    pub text: Text,
    /// Whether it is HTML, which some tools can give to programs as such.
    pub is_html: bool,
    /// What the user has to do with it next, if anything.
    pub to_do: Option<Text>,
}

impl Copied {
    /// Returns what is copied in a form.
    pub fn in_form(form: Extract, what: impl Into<Text>, text: Text) -> Self {
        Self { is_html: form == Extract::Html, ..Self::plain(what, text) }
    }

    /// Returns a plain text for the clipboard.
    pub fn plain(what: impl Into<Text>, text: Text) -> Self {
        Self { what: what.into(), text, is_html: false, to_do: None }
    }

    /// Returns the message that it was copied this way, such as `sent to the terminal`.
    pub fn message(&self, way: &str) -> Text {
        let to_do = self.to_do.as_ref().map(|to_do| format!("; {to_do}")).unwrap_or_default();
        format!("{} {way}{to_do}", self.what).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the actions that are left when each takes up what it can of those that follow.
    fn absorbed(actions: Vec<Action>) -> Vec<String> {
        let mut left: Vec<Action> = Vec::new();
        for action in actions {
            let next = match left.last_mut().filter(|last| last.can_absorb()) {
                Some(last) => last.absorb(action),
                None => Some(action),
            };
            left.extend(next);
        }
        left.iter().map(|action| format!("{action:?}")).collect()
    }

    #[test]
    fn what_can_be_done_at_once_is_one_action() {
        let write = |text: &str| Action::Write(Stroke::Insert(text.into()));
        assert_eq!(
            absorbed(vec![write("a"), write("b c"), write("d")]),
            [format!("{:?}", write("ab cd"))]
        );
        let delete = || Action::Write(Stroke::DeleteLeft);
        assert_eq!(
            absorbed(vec![write("a"), delete(), delete(), write("b"), Action::Accept]),
            [
                "WriteAll([Insert(\"a\"), DeleteLeft, DeleteLeft, Insert(\"b\")])".to_owned(),
                "Accept".to_owned()
            ],
            "one search"
        );
        let step = |count| Action::Move(Motion::Step(count));
        assert_eq!(
            absorbed(vec![step(1), step(1), step(-1), step(-2)]),
            ["Move(Step(2))", "Move(Step(-3))"]
        );
        let resized = vec![Action::Resized(80, 24), Action::Resized(1, 1), Action::Resized(9, 9)];
        assert_eq!(absorbed(resized), ["Resized(9, 9)"]);
        let wheeled = |x, lines| Action::Wheeled(x, 2, lines);
        assert_eq!(
            absorbed(vec![wheeled(1, 3), wheeled(1, 3), wheeled(2, 3), Action::Quit]),
            ["Wheeled(1, 2, 6)", "Wheeled(2, 2, 3)", "Quit"]
        );
        assert_eq!(absorbed(vec![Action::Quit, Action::Quit]), ["Quit", "Quit"]);
    }

    #[test]
    fn a_flood_of_letters_is_searched_for_in_few_steps() {
        let letters = vec![Action::Write(Stroke::Insert("x".into())); 5000];
        assert_eq!(absorbed(letters).len(), 5);
    }
}
