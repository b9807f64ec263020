//! The table of bindings.

use crossterm::event::KeyCode;

use super::key::Key;
use crate::page::Extract;
use crate::reader::action::{Action, Mode, Motion};
use crate::reader::layout::Pane;
use crate::text::{Stroke, Text, width};

/// A heading of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Movement in a pane.
    Move,
    /// From pane to pane.
    Panes,
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
    pub const ALL: [Self; 7] =
        [Self::Links, Self::Search, Self::Move, Self::Panes, Self::Out, Self::Program, Self::Prompt];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Panes => "Panes",
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

const EVERYWHERE: &[Mode] = &[Mode::Panes, Mode::Help];
const IN_PANES: &[Mode] = &[Mode::Panes];
const WHILE_COPYING: &[Mode] = &[Mode::Copying];
/// Where letters are marks, too.
const ALWAYS: &[Mode] = &[
    Mode::Panes,
    Mode::Help,
    Mode::Copying,
    Mode::Marking,
    Mode::Jumping,
    Mode::Searching,
    Mode::Narrowing,
    Mode::SearchingHelp,
    Mode::Choosing,
];
const IN_PROMPTS: &[Mode] = &[Mode::Searching, Mode::Narrowing, Mode::SearchingHelp, Mode::Choosing];
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
pub static BINDINGS: [Binding; 72] = [
    bind(Group::Links, IN_PANES, &[plain(KeyCode::Enter)], Action::Follow,
        "follow the link: a claim's quotes, what a quote supports; again for the next")
        .hint(80, follow_hint),
    bind(Group::Links, IN_PANES, &[char('}'), Key::alt(KeyCode::Down)], Action::StepClaim(1), "next claim")
        .hint(60, |_, pane| (pane != Pane::Problems).then_some("next claim")),
    bind(Group::Links, IN_PANES, &[char('{'), Key::alt(KeyCode::Up)], Action::StepClaim(-1), "previous claim"),
    bind(Group::Links, IN_PANES, &[char(')')], Action::StepQuote(1), "next quote")
        .hint(50, |_, pane| (pane != Pane::Problems).then_some("next quote")),
    bind(Group::Links, IN_PANES, &[char('(')], Action::StepQuote(-1), "previous quote"),
    bind(Group::Links, IN_PANES, &[Key::ctrl('o'), Key::alt(KeyCode::Left), plain(KeyCode::Backspace)],
        Action::Back, "back to where a link was followed")
        .hint(40, |_, _| Some("back")),
    bind(Group::Links, IN_PANES, &[Key::alt(KeyCode::Right)], Action::Forward, "forward again"),

    bind(Group::Search, EVERYWHERE, &[char('/')], Action::Search,
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
        .hint(60, |mode, _| (mode != Mode::Choosing).then_some("earlier")),
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
    bind(Group::Move, IN_PANES, &[char('J')], Action::ScrollSource(1), "scroll the source down"),
    bind(Group::Move, IN_PANES, &[char('K')], Action::ScrollSource(-1), "scroll the source up"),

    bind(Group::Panes, IN_PANES, &[plain(KeyCode::Tab)], Action::CyclePane(1), "next pane")
        .hint(30, |_, _| Some("next pane")),
    bind(Group::Panes, IN_PANES, &[Key::shift(KeyCode::Tab)], Action::CyclePane(-1), "previous pane"),
    bind(Group::Panes, IN_PANES, &[char('l'), plain(KeyCode::Right)], Action::CrossPane(1), "pane to the right"),
    bind(Group::Panes, IN_PANES, &[char('h'), plain(KeyCode::Left)], Action::CrossPane(-1), "pane to the left"),
    bind(Group::Panes, IN_PANES, &[char('1')], Action::Focus(Pane::Briefs), "briefs"),
    bind(Group::Panes, IN_PANES, &[char('2')], Action::Focus(Pane::Officials), "officials"),
    bind(Group::Panes, IN_PANES, &[char('3')], Action::Focus(Pane::Claims), "claims"),
    bind(Group::Panes, IN_PANES, &[char('4')], Action::Focus(Pane::Asks), "asks"),
    bind(Group::Panes, IN_PANES, &[char('5')], Action::Focus(Pane::Quotes), "quotes"),
    bind(Group::Panes, IN_PANES, &[char('6')], Action::Focus(Pane::Source), "source"),
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

    bind(Group::Move, &[Mode::Jumping], &[plain(KeyCode::Down), plain(KeyCode::PageDown)],
        Action::Move(Motion::Page(1)), "further marks"),
    bind(Group::Move, &[Mode::Jumping], &[plain(KeyCode::Up), plain(KeyCode::PageUp)],
        Action::Move(Motion::Page(-1)), "earlier marks"),

    bind(Group::Program, EVERYWHERE, &[char('?'), plain(KeyCode::F(1))], Action::ToggleHelp, "help, and out of it")
        .hint(90, |mode, _| Some(if mode == Mode::Help { "close" } else { "help" })),
    bind(Group::Program, ALWAYS, &[plain(KeyCode::Esc)], Action::BackOut,
        "back out: of the help, the large pane, a claim's quotes, an official")
        .hint(80, |mode, _| (!EVERYWHERE.contains(&mode)).then_some("cancel")),
    bind(Group::Program, EVERYWHERE, &[char('q')], Action::Close, "close what is open, then quit")
        .hint(20, |mode, _| (mode == Mode::Panes).then_some("quit")),
    bind(Group::Program, WHILE_COPYING, &[char('q')], Action::Close, "close what is open"),
    bind(Group::Program, ALWAYS, &[Key::ctrl('c')], Action::Quit, "quit at once"),
    bind(Group::Program, ALWAYS, &[Key::ctrl('z')], Action::Suspend, "suspend; the shell's fg resumes"),
    bind(Group::Program, ALWAYS, &[Key::ctrl('l')], Action::Redraw, "draw the screen again"),
    bind(Group::Program, IN_PANES, &[char('r')], Action::Reload, "read all briefs again"),
];

/// What Enter does in a pane.
fn follow_hint(_: Mode, pane: Pane) -> Option<&'static str> {
    match pane {
        Pane::Briefs => Some("open"),
        Pane::Officials => Some("theirs"),
        Pane::Claims | Pane::Asks => Some("its quotes"),
        Pane::Quotes => Some("what it supports"),
        Pane::Source => Some("the quote"),
        Pane::Problems => None,
    }
}

/// What Enter does in a prompt.
fn accept_hint(mode: Mode, _: Pane) -> Option<&'static str> {
    match mode {
        Mode::Searching => Some("go there"),
        Mode::Narrowing => Some("show only these"),
        Mode::Choosing => Some("run"),
        Mode::SearchingHelp => Some("keep"),
        _ => None,
    }
}

/// What `key` means in `mode`.
#[must_use]
pub fn lookup(mode: Mode, key: Key) -> Option<Action> {
    let bound = bindings(mode).find(|binding| binding.keys.contains(&key));
    bound.map(|binding| binding.action.clone()).or_else(|| typed(mode, key))
}

/// What a character means where it is a mark, or written in a prompt.
fn typed(mode: Mode, key: Key) -> Option<Action> {
    match mode {
        _ if mode.prompt().is_some() => {
            key.typed().map(|c| Action::Write(Stroke::Insert(Text::from(c.to_string()))))
        }
        Mode::Marking => key.letter().map(Action::Mark),
        Mode::Jumping => key.letter().map(Action::Jump),
        _ => None,
    }
}

/// The key that the action of this name has in `mode`, as the footer shows it.
#[must_use]
pub fn label(mode: Mode, name: &str) -> Option<String> {
    let binding = bindings(mode).find(|binding| binding.action.name() == Some(name))?;
    Some(binding.keys.first()?.label())
}

/// The bindings of `mode`, in order.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.modes.contains(&mode))
}

/// The hints that fit in `columns` for the focus on `pane`: the label of a key, and what it does.
/// Each takes two columns more than its words; where there is no room, those of a low priority
/// are left out.
#[must_use]
pub fn hints(mode: Mode, pane: Pane, columns: usize) -> Vec<(String, &'static str)> {
    let mut hints: Vec<(u8, String, &str)> = bindings(mode)
        .filter_map(|binding| {
            let hint = binding.hint?;
            Some((hint.priority, binding.keys.first()?.label(), (hint.text)(mode, pane)?))
        })
        .collect();
    let needed = |hints: &[(u8, String, &str)]| -> usize {
        hints.iter().map(|(_, key, text)| width(key) + 1 + width(text) + HINT_GAP).sum()
    };
    while needed(&hints) > columns + HINT_GAP {
        let Some(least) = (0..hints.len()).min_by_key(|&i| hints[i].0) else { break };
        hints.remove(least);
    }
    hints.into_iter().map(|(_, key, text)| (key, text)).collect()
}

/// The columns between two hints.
pub const HINT_GAP: usize = 3;

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    const MODES: [Mode; 5] = [Mode::Panes, Mode::Help, Mode::Copying, Mode::Marking, Mode::Jumping];

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
                assert!(seen.insert(format!("{:?}", binding.action)), "{:?} in {mode:?}", binding.action);
            }
        }
    }

    #[test]
    fn one_can_always_quit_back_out_and_suspend() {
        for mode in MODES {
            let meant = |keys| Key::parse_all(keys).unwrap().into_iter().map(move |key| lookup(mode, key));
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
        for (key, letter) in Key::parse_all("aqZж日").unwrap().into_iter().zip("aqZж日".chars()) {
            assert!(matches!(lookup(Mode::Marking, key), Some(Action::Mark(mark)) if mark == letter));
            assert!(matches!(lookup(Mode::Jumping, key), Some(Action::Jump(mark)) if mark == letter));
        }
        for key in Key::parse_all("1'<c-a><enter><a-x>").unwrap() {
            assert!(lookup(Mode::Marking, key).is_none(), "{key}");
        }
    }

    #[test]
    fn escape_never_quits() {
        assert!(
            MODES.iter().all(|&mode| matches!(lookup(mode, Key::plain(KeyCode::Esc)), Some(Action::BackOut)))
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
        let hints = hints(Mode::Panes, pane, columns).into_iter();
        hints.map(|(key, text)| format!("{key} {text}")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn hints_go_by_priority_where_the_footer_is_narrow() {
        assert_eq!(
            footer(Pane::Claims, 120),
            "Enter its quotes | } next claim | ) next quote | Ctrl-o back | / search | Tab next pane | y copy | e edit | ? help"
        );
        assert_eq!(footer(Pane::Quotes, 46), "Enter what it supports | } next claim | ? help");
        assert_eq!(footer(Pane::Claims, 26), "Enter its quotes | ? help");
        assert_eq!(footer(Pane::Claims, 6), "? help");
        assert_eq!(footer(Pane::Claims, 5), "");
    }
}
