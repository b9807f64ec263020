//! The names of the actions, by which they are found and bound to keys.

use super::action::{Action, Motion};
use super::layout::{Pane, Screen};
use crate::library::register::Sort;
use crate::page::Extract;

impl Action {
    /// Its name, by which it is found and bound to keys; nothing where no key means it by itself.
    pub fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Move(motion) => motion_name(*motion)?,
            Self::Focus(pane) => pane_name(*pane)?,
            Self::Show(screen) => screen_name(*screen),
            Self::NextScreen => "next-screen",
            Self::ChooseSort => "sort",
            Self::Sort(field) => sort_name(*field),
            Self::ChooseLimit => "show-only-like",
            Self::Limit(field) => limit_name(*field),
            Self::ToggleUnanswered => "show-only-unanswered",
            Self::TogglePastDue => "show-only-past-due",
            Self::CyclePane(1..) => "next-pane",
            Self::CyclePane(_) => "previous-pane",
            Self::CrossPane(1..) => "pane-right",
            Self::CrossPane(_) => "pane-left",
            Self::Follow => "follow",
            Self::StepClaim(1..) => "next-claim",
            Self::StepClaim(_) => "previous-claim",
            Self::StepQuote(1..) => "next-quote",
            Self::StepQuote(_) => "previous-quote",
            Self::Back => "back",
            Self::Forward => "forward",
            Self::ScrollSource(1..) => "source-down",
            Self::ScrollSource(_) => "source-up",
            Self::Search => "search",
            Self::Narrow => "show-only-matches",
            Self::StepFound(1..) => "next-match",
            Self::StepFound(_) => "previous-match",
            Self::ChooseAction => "actions",
            Self::Copy(extract) => copy_name(*extract),
            Self::ChooseCopy => "copy-as",
            Self::OpenSource => "open-source",
            Self::Edit => "edit",
            Self::ChooseMark => "mark",
            Self::ChooseJump => "go-to-mark",
            Self::Reload => "reload",
            Self::ToggleZoom => "zoom",
            Self::ToggleHelp => "help",
            Self::TogglePrinted => "printed",
            Self::Save => "save",
            Self::ToggleMouse => "mouse",
            Self::NextTheme => "theme",
            Self::BackOut => "back-out",
            Self::Close => "close",
            Self::Quit => "quit",
            Self::Suspend => "suspend",
            Self::Redraw => "redraw",
            Self::Mark(_)
            | Self::Jump(_)
            | Self::Write(_)
            | Self::Recall(_)
            | Self::Pick(_)
            | Self::Accept
            | Self::Resized(..)
            | Self::Loaded(..)
            | Self::Changed(_)
            | Self::Marked(_)
            | Self::Tell(_)
            | Self::Clicked(..)
            | Self::Wheeled(..) => return None,
        })
    }
}

fn motion_name(motion: Motion) -> Option<&'static str> {
    Some(match motion {
        Motion::Step(1) => "next-item",
        Motion::Step(-1) => "previous-item",
        Motion::HalfPage(1) => "half-page-down",
        Motion::HalfPage(-1) => "half-page-up",
        Motion::Page(1) => "page-down",
        Motion::Page(-1) => "page-up",
        Motion::First => "first-item",
        Motion::Last => "last-item",
        Motion::Step(_) | Motion::HalfPage(_) | Motion::Page(_) => return None,
    })
}

fn pane_name(pane: Pane) -> Option<&'static str> {
    Some(match pane {
        Pane::Briefs => "briefs",
        Pane::Officials => "officials",
        Pane::Claims => "claims",
        Pane::Asks => "asks",
        Pane::Quotes => "quotes",
        Pane::Source => "source",
        Pane::People => "people",
        Pane::Record => "record",
        Pane::Matrix => "matrix",
        Pane::Problems | Pane::Register => return None,
    })
}

fn screen_name(screen: Screen) -> &'static str {
    match screen {
        Screen::Brief => "brief-screen",
        Screen::Asks => "asks-screen",
        Screen::Officials => "officials-screen",
    }
}

fn sort_name(field: Sort) -> &'static str {
    match field {
        Sort::Source => "sort-by-source",
        Sort::Kind => "sort-by-kind",
        Sort::By => "sort-by-maker",
        Sort::To => "sort-by-addressee",
        Sort::Action => "sort-by-action",
        Sort::Instrument => "sort-by-instrument",
        Sort::Due => "sort-by-due",
        Sort::Status => "sort-by-status",
        Sort::Answered => "sort-by-answered",
    }
}

fn limit_name(field: Sort) -> &'static str {
    match field {
        Sort::Source => "same-source",
        Sort::Kind => "same-kind",
        Sort::By => "same-maker",
        Sort::To => "same-addressee",
        Sort::Action => "same-action",
        Sort::Instrument => "same-instrument",
        Sort::Due => "same-due",
        Sort::Status => "same-status",
        Sort::Answered => "same-answered",
    }
}

fn copy_name(extract: Extract) -> &'static str {
    match extract {
        Extract::Cited => "copy",
        Extract::Markdown => "copy-markdown",
        Extract::Words => "copy-words",
        Extract::Permalink => "copy-permalink",
        Extract::File => "copy-file",
    }
}
