//! The table of bindings.

use crossterm::event::KeyCode;

use super::key::Key;
use crate::library::register::Sort;
use crate::page::Extract;
use crate::reader::action::{Action, Mode, Motion};
use crate::reader::layout::{Pane, Screen};
use crate::text::Stroke;

/// A heading of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Movement in a pane.
    Move,
    /// From screen to screen.
    Screens,
    /// From pane to pane.
    Panes,
    /// The order of the asks, and which of them are shown.
    Asks,
    /// What the asks can be sorted by.
    Sorting,
    /// What they can be narrowed to.
    Limiting,
    /// From item to item, and back.
    Links,
    /// Search, and what is found.
    Search,
    /// In a prompt.
    Prompt,
    /// Out of the reader, and marks.
    Out,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 11] = [
        Self::Links,
        Self::Search,
        Self::Move,
        Self::Screens,
        Self::Panes,
        Self::Asks,
        Self::Sorting,
        Self::Limiting,
        Self::Out,
        Self::Program,
        Self::Prompt,
    ];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Screens => "Screens",
            Self::Panes => "Panes",
            Self::Asks => "Among the asks",
            Self::Sorting => "Sort the asks by",
            Self::Limiting => "Show only asks like the selected one",
            Self::Links => "Follow",
            Self::Search => "Search",
            Self::Prompt => "While writing what is searched for",
            Self::Out => "Copy, open, edit, mark",
            Self::Program => "Program",
        }
    }
}

/// What the footer says of a binding.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// A word or two, by the pane that has the focus; nothing where the key does nothing there.
    pub text: fn(Mode, Pane) -> Option<&'static str>,
    /// Where the footer is narrow, hints of a low priority go first.
    pub priority: u8,
}

/// One action and the keys that mean it.
#[derive(Debug)]
pub struct Binding {
    /// Where the keys mean it.
    pub modes: &'static [Mode],
    /// The keys; the first is the one that the footer shows.
    pub keys: &'static [Key],
    /// What they mean.
    pub action: Action,
    /// What the help says.
    pub help: &'static str,
    /// Under which heading.
    pub group: Group,
    /// What the footer says.
    pub hint: Option<Hint>,
}

const EVERYWHERE: &[Mode] = &[Mode::Panes, Mode::Asks, Mode::Officials, Mode::Help, Mode::Printed];
const IN_PANES_AND_HELP: &[Mode] = &[Mode::Panes, Mode::Asks, Mode::Officials, Mode::Help];
const IN_BRIEF_AND_PRINTED: &[Mode] = &[Mode::Panes, Mode::Printed];
const IN_PANES: &[Mode] = &[Mode::Panes, Mode::Asks, Mode::Officials];
const IN_BRIEF: &[Mode] = &[Mode::Panes];
const IN_ASKS: &[Mode] = &[Mode::Asks];
const IN_OFFICIALS: &[Mode] = &[Mode::Officials];
const WHILE_SORTING: &[Mode] = &[Mode::Sorting];
const WHILE_LIMITING: &[Mode] = &[Mode::Limiting];
const WHILE_COPYING: &[Mode] = &[Mode::Copying];
/// Menus that a small screen does not hold.
const IN_LONG_MENUS: &[Mode] = &[Mode::Jumping, Mode::Sorting, Mode::Limiting];
/// Where letters are marks, too.
const ALWAYS: &[Mode] = &[
    Mode::Panes,
    Mode::Asks,
    Mode::Officials,
    Mode::Help,
    Mode::Copying,
    Mode::Sorting,
    Mode::Limiting,
    Mode::Marking,
    Mode::Jumping,
    Mode::Searching,
    Mode::Narrowing,
    Mode::SearchingHelp,
    Mode::Choosing,
    Mode::Printed,
    Mode::Naming,
];
const IN_PROMPTS: &[Mode] =
    &[Mode::Searching, Mode::Narrowing, Mode::SearchingHelp, Mode::Choosing, Mode::Naming];
/// Where what is written finds something to pick from.
const IN_LISTS: &[Mode] = &[Mode::Searching, Mode::Narrowing, Mode::Choosing];

/// A binding without a hint.
const fn bind(
    group: Group,
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
    help: &'static str,
) -> Binding {
    Binding { modes, keys, action, help, group, hint: None }
}

impl Binding {
    const fn hint(mut self, priority: u8, text: fn(Mode, Pane) -> Option<&'static str>) -> Self {
        self.hint = Some(Hint { text, priority });
        self
    }
}

/// A way to sort the asks, in the menu of them.
const fn sort(keys: &'static [Key], field: Sort, help: &'static str) -> Binding {
    bind(Group::Sorting, WHILE_SORTING, keys, Action::Sort(field), help)
}

/// A field by which to narrow the asks, in the menu of them.
const fn limit(keys: &'static [Key], field: Sort, help: &'static str) -> Binding {
    bind(Group::Limiting, WHILE_LIMITING, keys, Action::Limit(field), help)
}

const fn char(c: char) -> Key {
    Key::char(c)
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn step(count: isize) -> Action {
    Action::Move(Motion::Step(count))
}

/// Every binding, in the order of the help and of the footer.
#[rustfmt::skip]
pub static BINDINGS: [Binding; 105] = [
    bind(Group::Links, IN_PANES, &[plain(KeyCode::Enter)], Action::Follow,
        "follow the link: a claim's quotes, what a quote supports; again for the next")
        .hint(80, follow_hint),
    bind(Group::Links, IN_BRIEF, &[char('}'), Key::alt(KeyCode::Down)], Action::StepClaim(1), "next claim")
        .hint(60, |_, pane| (pane != Pane::Problems).then_some("next claim")),
    bind(Group::Links, IN_BRIEF, &[char('{'), Key::alt(KeyCode::Up)], Action::StepClaim(-1), "previous claim"),
    bind(Group::Links, IN_BRIEF, &[char(')')], Action::StepQuote(1), "next quote")
        .hint(50, |_, pane| (pane != Pane::Problems).then_some("next quote")),
    bind(Group::Links, IN_BRIEF, &[char('(')], Action::StepQuote(-1), "previous quote"),
    bind(Group::Links, IN_PANES, &[Key::ctrl('o'), Key::alt(KeyCode::Left), plain(KeyCode::Backspace)],
        Action::Back, "back to where a link was followed")
        .hint(40, |_, _| Some("back")),
    bind(Group::Links, IN_PANES, &[Key::alt(KeyCode::Right)], Action::Forward, "forward again"),

    bind(Group::Search, IN_PANES_AND_HELP, &[char('/')], Action::Search,
        "search every brief; in the help, the help")
        .hint(45, |_, _| Some("search")),
    bind(Group::Search, IN_PANES, &[char('n')], Action::StepFound(1), "next match, in any brief"),
    bind(Group::Search, IN_PANES, &[char('N')], Action::StepFound(-1), "previous match"),
    bind(Group::Search, IN_PANES, &[char('&')], Action::Narrow, "show only what matches, or all again"),
    bind(Group::Search, IN_PANES, &[char(':')], Action::ChooseAction, "find an action by its name"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Enter)], Action::Accept,
        "go to the match; run the action")
        .hint(85, accept_hint),
    bind(Group::Prompt, IN_LISTS, &[plain(KeyCode::Tab), Key::ctrl('n')], Action::Pick(Motion::Step(1)), "next in the list")
        .hint(70, |_, _| Some("next")),
    bind(Group::Prompt, IN_LISTS, &[Key::shift(KeyCode::Tab), Key::ctrl('p')], Action::Pick(Motion::Step(-1)),
        "previous in the list"),
    bind(Group::Prompt, IN_LISTS, &[plain(KeyCode::PageDown), Key::ctrl('f')], Action::Pick(Motion::Page(1)),
        "a page down the list"),
    bind(Group::Prompt, IN_LISTS, &[plain(KeyCode::PageUp), Key::ctrl('b')], Action::Pick(Motion::Page(-1)),
        "a page up the list"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Up)], Action::Recall(-1), "what was searched for before")
        .hint(60, |mode, _| (!matches!(mode, Mode::Choosing | Mode::Naming)).then_some("earlier")),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Down)], Action::Recall(1), "what was searched for after that"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Left)], Action::Write(Stroke::Left), "a character back"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Right)], Action::Write(Stroke::Right), "a character on"),
    bind(Group::Prompt, IN_PROMPTS, &[Key::alt(KeyCode::Char('b')), Key::with_ctrl(KeyCode::Left)],
        Action::Write(Stroke::WordLeft), "a word back"),
    bind(Group::Prompt, IN_PROMPTS, &[Key::alt(KeyCode::Char('f')), Key::with_ctrl(KeyCode::Right)],
        Action::Write(Stroke::WordRight), "a word on"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Home), Key::ctrl('a')], Action::Write(Stroke::Start), "to the start"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::End), Key::ctrl('e')], Action::Write(Stroke::End), "to the end"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Backspace), Key::ctrl('h')], Action::Write(Stroke::DeleteLeft),
        "delete a character"),
    bind(Group::Prompt, IN_PROMPTS, &[plain(KeyCode::Delete), Key::ctrl('d')], Action::Write(Stroke::DeleteRight),
        "delete the next character"),
    bind(Group::Prompt, IN_PROMPTS, &[Key::ctrl('w'), Key::alt(KeyCode::Backspace)], Action::Write(Stroke::DeleteWord),
        "delete a word"),
    bind(Group::Prompt, IN_PROMPTS, &[Key::ctrl('u')], Action::Write(Stroke::DeleteToStart), "delete all before"),
    bind(Group::Prompt, IN_PROMPTS, &[Key::ctrl('k')], Action::Write(Stroke::DeleteToEnd), "delete all after"),

    bind(Group::Move, EVERYWHERE, &[char('j'), plain(KeyCode::Down), Key::ctrl('n')], step(1), "next item"),
    bind(Group::Move, EVERYWHERE, &[char('k'), plain(KeyCode::Up), Key::ctrl('p')], step(-1), "previous item"),
    bind(Group::Move, EVERYWHERE, &[Key::ctrl('d'), char('d')], Action::Move(Motion::HalfPage(1)), "half a page down"),
    bind(Group::Move, EVERYWHERE, &[Key::ctrl('u'), char('u')], Action::Move(Motion::HalfPage(-1)), "half a page up"),
    bind(Group::Move, EVERYWHERE, &[char(' '), plain(KeyCode::PageDown), Key::ctrl('f')],
        Action::Move(Motion::Page(1)), "a page down"),
    bind(Group::Move, EVERYWHERE, &[char('b'), plain(KeyCode::PageUp), Key::ctrl('b')],
        Action::Move(Motion::Page(-1)), "a page up"),
    bind(Group::Move, EVERYWHERE, &[char('g'), plain(KeyCode::Home), char('<')],
        Action::Move(Motion::First), "first item"),
    bind(Group::Move, EVERYWHERE, &[char('G'), plain(KeyCode::End), char('>')],
        Action::Move(Motion::Last), "last item"),
    bind(Group::Move, IN_BRIEF, &[char('J')], Action::ScrollSource(1), "scroll the source down"),
    bind(Group::Move, IN_BRIEF, &[char('K')], Action::ScrollSource(-1), "scroll the source up"),

    bind(Group::Screens, IN_PANES, &[char('B')], Action::Show(Screen::Brief), "the open brief"),
    bind(Group::Screens, IN_PANES, &[char('A')], Action::Show(Screen::Asks),
        "every ask, commitment and action of all briefs"),
    bind(Group::Screens, IN_PANES, &[char('O')], Action::Show(Screen::Officials),
        "who says, asks and is asked what, across briefs"),
    bind(Group::Screens, IN_PANES, &[char('v')], Action::NextScreen, "next screen")
        .hint(28, |_, _| Some("screens")),

    bind(Group::Asks, IN_ASKS, &[char('S')], Action::ChooseSort, "sort the asks")
        .hint(70, |_, _| Some("sort")),
    bind(Group::Asks, IN_ASKS, &[char('f')], Action::ChooseLimit,
        "show only asks like this one: of the same kind, by the same, to the same, …")
        .hint(68, |_, _| Some("only")),
    bind(Group::Asks, IN_ASKS, &[char('U')], Action::ToggleUnanswered, "show only what is unanswered, or all")
        .hint(66, |_, _| Some("unanswered")),
    bind(Group::Asks, IN_ASKS, &[char('D')], Action::TogglePastDue, "show only what is past due, or all")
        .hint(64, |_, _| Some("past due")),
    sort(&[char('o')], Sort::Source, "source: in the order of the briefs"),
    sort(&[char('k')], Sort::Kind, "kind: asks, commitments, actions"),
    sort(&[char('b')], Sort::By, "by: who asks, promises or acts"),
    sort(&[char('t')], Sort::To, "to: who is asked"),
    sort(&[char('a')], Sort::Action, "action: what is to be done"),
    sort(&[char('i')], Sort::Instrument, "instrument: the Act, power, code or fund"),
    sort(&[char('d')], Sort::Due, "due: the earliest first"),
    sort(&[char('s')], Sort::Status, "status: from open to done"),
    sort(&[char('w')], Sort::Answered, "answered: what is not comes first"),
    limit(&[char('o')], Sort::Source, "the same source"),
    limit(&[char('k')], Sort::Kind, "the same kind"),
    limit(&[char('b')], Sort::By, "by the same"),
    limit(&[char('t')], Sort::To, "to the same"),
    limit(&[char('a')], Sort::Action, "the same action"),
    limit(&[char('i')], Sort::Instrument, "the same instrument"),
    limit(&[char('d')], Sort::Due, "the same date"),
    limit(&[char('s')], Sort::Status, "the same status"),
    limit(&[char('w')], Sort::Answered, "answered as well, or not either"),

    bind(Group::Panes, IN_PANES, &[plain(KeyCode::Tab)], Action::CyclePane(1), "next pane")
        .hint(30, |mode, _| (mode != Mode::Asks).then_some("next pane")),
    bind(Group::Panes, IN_PANES, &[Key::shift(KeyCode::Tab)], Action::CyclePane(-1), "previous pane"),
    bind(Group::Panes, IN_PANES, &[char('l'), plain(KeyCode::Right)], Action::CrossPane(1),
        "pane to the right; in the matrix, ask to the right"),
    bind(Group::Panes, IN_PANES, &[char('h'), plain(KeyCode::Left)], Action::CrossPane(-1),
        "pane to the left; in the matrix, ask to the left"),
    bind(Group::Panes, IN_BRIEF, &[char('1')], Action::Focus(Pane::Briefs), "briefs"),
    bind(Group::Panes, IN_BRIEF, &[char('2')], Action::Focus(Pane::Officials), "officials"),
    bind(Group::Panes, IN_BRIEF, &[char('3')], Action::Focus(Pane::Claims), "claims"),
    bind(Group::Panes, IN_BRIEF, &[char('4')], Action::Focus(Pane::Asks), "asks"),
    bind(Group::Panes, IN_BRIEF, &[char('5')], Action::Focus(Pane::Quotes), "quotes"),
    bind(Group::Panes, IN_BRIEF, &[char('6')], Action::Focus(Pane::Source), "source"),
    bind(Group::Panes, IN_OFFICIALS, &[char('1')], Action::Focus(Pane::People), "officials and organisations"),
    bind(Group::Panes, IN_OFFICIALS, &[char('2')], Action::Focus(Pane::Record), "what is on record of one of them"),
    bind(Group::Panes, IN_OFFICIALS, &[char('3')], Action::Focus(Pane::Matrix), "who has to do with which ask"),
    bind(Group::Panes, IN_PANES, &[char('+')], Action::ToggleZoom, "one pane large, or all again"),

    bind(Group::Out, IN_PANES, &[char('y')], Action::Copy(Extract::Cited), "copy the item with its citation")
        .hint(35, |_, _| Some("copy")),
    bind(Group::Out, IN_PANES, &[char('Y')], Action::ChooseCopy,
        "copy it as Markdown, its words alone, its permalink, the brief's file"),
    bind(Group::Out, IN_PANES, &[char('o')], Action::OpenSource, "open the source's web address"),
    bind(Group::Out, IN_PANES, &[char('e')], Action::Edit, "edit the brief, at this item's line")
        .hint(25, |_, _| Some("edit")),
    bind(Group::Out, IN_PANES, &[char('m')], Action::ChooseMark, "mark the item with a letter"),
    bind(Group::Out, IN_PANES, &[char('\'')], Action::ChooseJump, "go to a mark"),
    bind(Group::Out, IN_BRIEF_AND_PRINTED, &[char('p')], Action::TogglePrinted,
        "see the brief as it prints, and the panes again"),
    bind(Group::Out, IN_BRIEF_AND_PRINTED, &[char('s')], Action::Save, "save the printed brief to a file")
        .hint(70, |mode, _| (mode == Mode::Printed).then_some("save")),
    bind(Group::Out, WHILE_COPYING, &[char('p'), char('y')], Action::Copy(Extract::Cited),
        "plain text, with its citation")
        .hint(70, |_, _| Some("plain")),
    bind(Group::Out, WHILE_COPYING, &[char('m')], Action::Copy(Extract::Markdown), "Markdown, with its citation")
        .hint(60, |_, _| Some("Markdown")),
    bind(Group::Out, WHILE_COPYING, &[char('w')], Action::Copy(Extract::Words), "the words alone")
        .hint(50, |_, _| Some("words")),
    bind(Group::Out, WHILE_COPYING, &[char('l')], Action::Copy(Extract::Permalink),
        "a permalink, which topline read --at takes")
        .hint(40, |_, _| Some("link")),
    bind(Group::Out, WHILE_COPYING, &[char('f')], Action::Copy(Extract::File), "the whole file of the brief")
        .hint(30, |_, _| Some("file")),

    bind(Group::Move, IN_LONG_MENUS, &[plain(KeyCode::Down), plain(KeyCode::PageDown)],
        Action::Move(Motion::Page(1)), "further choices"),
    bind(Group::Move, IN_LONG_MENUS, &[plain(KeyCode::Up), plain(KeyCode::PageUp)],
        Action::Move(Motion::Page(-1)), "earlier choices"),

    bind(Group::Program, EVERYWHERE, &[char('?'), plain(KeyCode::F(1))], Action::ToggleHelp, "help, and out of it")
        .hint(90, |mode, _| Some(if mode == Mode::Help { "close" } else { "help" })),
    bind(Group::Program, ALWAYS, &[plain(KeyCode::Esc)], Action::BackOut,
        "back out: of the help, the large pane, a claim's quotes, an official")
        .hint(80, |mode, _| (!EVERYWHERE.contains(&mode)).then_some("cancel")),
    bind(Group::Program, EVERYWHERE, &[char('q')], Action::Close, "close what is open, then quit")
        .hint(20, |mode, _| match mode {
            Mode::Help => None,
            Mode::Printed => Some("close"),
            _ => Some("quit"),
        }),
    bind(Group::Program, &[Mode::Copying, Mode::Sorting, Mode::Limiting], &[char('q')], Action::Close, "close what is open"),
    bind(Group::Program, ALWAYS, &[Key::ctrl('c')], Action::Quit, "quit at once"),
    bind(Group::Program, ALWAYS, &[Key::ctrl('z')], Action::Suspend, "suspend; the shell's fg resumes"),
    bind(Group::Program, ALWAYS, &[Key::ctrl('l')], Action::Redraw, "draw the screen again"),
    bind(Group::Program, IN_PANES, &[char('M')], Action::ToggleMouse, "take the mouse, or leave it to the terminal"),
    bind(Group::Program, IN_PANES, &[char('T')], Action::NextTheme, "another theme"),
    bind(Group::Program, IN_PANES, &[char('r')], Action::Reload, "read all briefs again"),
];

/// What Enter does in a pane.
#[expect(
    clippy::unnecessary_wraps,
    reason = "some hints depend on the mode, and this has their type"
)]
fn follow_hint(_: Mode, pane: Pane) -> Option<&'static str> {
    match pane {
        Pane::Briefs => Some("open"),
        Pane::Officials => Some("theirs"),
        Pane::Claims | Pane::Asks => Some("its quotes"),
        Pane::Quotes => Some("what it supports"),
        Pane::Source => Some("the quote"),
        Pane::Problems => Some("edit there"),
        Pane::Register | Pane::Record => Some("its brief"),
        Pane::People => Some("their record"),
        Pane::Matrix => Some("what it stands for"),
    }
}

/// What Enter does in a prompt.
#[expect(
    clippy::unnecessary_wraps,
    reason = "some hints depend on the mode, and this has their type"
)]
fn accept_hint(mode: Mode, _: Pane) -> Option<&'static str> {
    Some(match mode {
        Mode::Narrowing => "show only these",
        Mode::Choosing => "run",
        Mode::SearchingHelp => "keep",
        Mode::Naming => "save",
        _ => "go there",
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;
    use crate::reader::keys::Keymap;

    const MODES: [Mode; 5] = [Mode::Panes, Mode::Asks, Mode::Officials, Mode::Help, Mode::Printed];

    fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
        BINDINGS.iter().filter(move |binding| binding.modes.contains(&mode))
    }

    fn lookup(mode: Mode, key: Key) -> Option<Action> {
        Keymap::default().lookup(mode, key)
    }

    #[test]
    fn no_key_means_two_things_in_one_mode() {
        for &mode in ALWAYS {
            let mut taken = HashMap::new();
            for binding in bindings(mode) {
                for key in binding.keys {
                    let other = taken.insert(*key, binding.help);
                    assert_eq!(other, None, "{key} also means {}", binding.help);
                }
            }
        }
    }

    #[test]
    fn every_action_has_one_binding_in_a_mode() {
        for &mode in ALWAYS {
            let mut seen = HashSet::new();
            for binding in bindings(mode) {
                assert!(Group::ALL.contains(&binding.group));
                assert!(
                    seen.insert(format!("{:?}", binding.action)),
                    "{:?} in {mode:?}",
                    binding.action
                );
            }
        }
    }

    #[test]
    fn one_can_always_quit_back_out_and_suspend() {
        for mode in MODES {
            let meant =
                |keys| Key::parse_all(keys).unwrap().into_iter().map(move |key| lookup(mode, key));
            assert!(matches!(
                meant("<c-c><esc><c-z>").collect::<Vec<_>>().as_slice(),
                [Some(Action::Quit), Some(Action::BackOut), Some(Action::Suspend)]
            ));
            let closes = meant("q").any(|action| matches!(action, Some(Action::Close)));
            assert_eq!(closes, !matches!(mode, Mode::Marking | Mode::Jumping), "{mode:?}");
        }
    }

    #[test]
    fn every_letter_is_a_mark() {
        for (key, letter) in Key::parse_all("aqZж日").unwrap().into_iter().zip("aqZж日".chars())
        {
            assert!(
                matches!(lookup(Mode::Marking, key), Some(Action::Mark(mark)) if mark == letter)
            );
            assert!(
                matches!(lookup(Mode::Jumping, key), Some(Action::Jump(mark)) if mark == letter)
            );
        }
        for key in Key::parse_all("1'<c-a><enter><a-x>").unwrap() {
            assert!(lookup(Mode::Marking, key).is_none(), "{key}");
        }
    }

    #[test]
    fn every_menu_of_the_asks_has_every_field_once() {
        let fields = |mode| {
            let field = |binding: &Binding| match binding.action {
                Action::Sort(field) | Action::Limit(field) => Some(field),
                _ => None,
            };
            bindings(mode).filter_map(field).collect::<Vec<_>>()
        };
        for mode in [Mode::Sorting, Mode::Limiting] {
            assert_eq!(fields(mode), Sort::ALL, "{mode:?}");
        }
    }

    #[test]
    fn escape_never_quits() {
        assert!(
            MODES.iter().all(|&mode| matches!(
                lookup(mode, Key::plain(KeyCode::Esc)),
                Some(Action::BackOut)
            ))
        );
    }

    #[test]
    fn every_binding_has_a_key_that_can_be_written_and_read_back() {
        for binding in &BINDINGS {
            for key in binding.keys {
                assert_eq!(Key::parse_all(&key.to_string()), Ok(vec![*key]));
            }
            assert!(!binding.keys.is_empty(), "{}", binding.help);
        }
    }

    fn footer(pane: Pane, columns: usize) -> String {
        let hints = Keymap::default().hints(Mode::Panes, pane, columns).into_iter();
        hints.map(|(key, text)| format!("{key} {text}")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn hints_go_by_priority_where_the_footer_is_narrow() {
        assert_eq!(
            footer(Pane::Claims, 120),
            "Enter its quotes | } next claim | ) next quote | Ctrl-o back | / search | v screens | Tab next pane | y copy | ? help"
        );
        assert_eq!(footer(Pane::Quotes, 46), "Enter what it supports | } next claim | ? help");
        assert_eq!(footer(Pane::Claims, 26), "Enter its quotes | ? help");
        assert_eq!(footer(Pane::Claims, 6), "? help");
        assert_eq!(footer(Pane::Claims, 5), "");
    }
}
