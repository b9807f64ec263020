//! The table of bindings.

use std::sync::LazyLock;

use crossterm::event::KeyCode;

use super::binding::{Binding, Group, Here};
use super::key::Key;
use crate::library::catalogue::{BriefField, BriefSort};
use crate::library::register::Sort;
use crate::page::Extract;
use crate::reader::action::{Action, Motion, PageAction, SourceAction, Way};
use crate::reader::mode::{Mode, ScreenName};
use crate::reader::screens::{brief, officials};
use crate::text::Stroke;

const BRIEF: Mode = Mode::Screen(ScreenName::Brief);
const ASKS: Mode = Mode::Screen(ScreenName::Asks);
const OFFICIALS: Mode = Mode::Screen(ScreenName::Officials);

const EVERYWHERE: &[Mode] = &[BRIEF, Mode::Source, ASKS, OFFICIALS, Mode::Help, Mode::Preview];
const IN_PANES_AND_PREVIEW: &[Mode] = &[BRIEF, Mode::Source, ASKS, OFFICIALS, Mode::Preview];
const IN_PREVIEW: &[Mode] = &[Mode::Preview];
const IN_BRIEF_AND_PREVIEW: &[Mode] = &[BRIEF, Mode::Source, Mode::Preview];
const IN_PANES: &[Mode] = &[BRIEF, Mode::Source, ASKS, OFFICIALS];
const IN_BRIEF: &[Mode] = &[BRIEF, Mode::Source];
/// Where the keys for sentences mean something else.
const IN_LISTS_OF_BRIEF: &[Mode] = &[BRIEF];
const IN_LISTS_OF_PANES: &[Mode] = &[BRIEF, ASKS, OFFICIALS];
const IN_SOURCE: &[Mode] = &[Mode::Source];
const IN_ASKS: &[Mode] = &[ASKS];
const IN_OFFICIALS: &[Mode] = &[OFFICIALS];
const IN_COPY_MENU: &[Mode] = &[Mode::Copying];
const IN_LISTS_OF_ALL: &[Mode] = &[BRIEF, Mode::Source, ASKS];
const IN_MENUS: &[Mode] =
    &[Mode::Copying, Mode::Sorting, Mode::Filtering, Mode::SortingBriefs, Mode::FilteringBriefs];
/// Menus that a small screen has no room for.
const IN_LONG_MENUS: &[Mode] = &[
    Mode::Copying,
    Mode::Jumping,
    Mode::Sorting,
    Mode::Filtering,
    Mode::SortingBriefs,
    Mode::FilteringBriefs,
];
/// Every mode, including those in which letters are marks.
const ALWAYS: &[Mode] = &[
    BRIEF,
    Mode::Source,
    ASKS,
    OFFICIALS,
    Mode::Help,
    Mode::Copying,
    Mode::Sorting,
    Mode::Filtering,
    Mode::SortingBriefs,
    Mode::FilteringBriefs,
    Mode::ChoosingFilter,
    Mode::Marking,
    Mode::Jumping,
    Mode::Searching,
    Mode::Narrowing,
    Mode::SearchingHelp,
    Mode::SearchingPage,
    Mode::Choosing,
    Mode::Preview,
    Mode::Naming,
];
const IN_PROMPTS: &[Mode] = &[
    Mode::Searching,
    Mode::Narrowing,
    Mode::SearchingHelp,
    Mode::SearchingPage,
    Mode::Choosing,
    Mode::ChoosingFilter,
    Mode::Naming,
];
/// Prompts that find something to select.
const IN_LISTS: &[Mode] = &[Mode::Searching, Mode::Narrowing, Mode::Choosing, Mode::ChoosingFilter];

/// Every binding, in the order of the help and of the footer.
pub static BINDINGS: LazyLock<Vec<Binding>> = LazyLock::new(|| {
    let mut bindings = table();
    bindings.extend(Sort::ALL.iter().copied().map(sort));
    bindings.extend(Sort::ALL.iter().copied().map(filter));
    bindings.extend(BriefSort::ALL.iter().copied().map(sort_briefs));
    bindings.extend(BriefField::ALL.iter().copied().map(filter_briefs));
    bindings
});

/// Returns a binding without a hint.
fn bind(
    name: &'static str,
    group: Group,
    modes: &'static [Mode],
    keys: impl Into<Vec<Key>>,
    action: Action,
    help: &'static str,
) -> Binding {
    Binding { name: Some(name), group, modes, keys: keys.into(), action, help, hint: None }
}

/// Returns a key that writes in a prompt, or selects from what it finds.
fn write(
    modes: &'static [Mode],
    keys: impl Into<Vec<Key>>,
    action: Action,
    help: &'static str,
) -> Binding {
    let (name, group) = (None, Group::Prompt);
    Binding { name, group, modes, keys: keys.into(), action, help, hint: None }
}

/// The key of a field in the menus of the asks, and the name and help of its action in each menu.
struct AskField {
    key: char,
    sort: (&'static str, &'static str),
    filter: (&'static str, &'static str),
}

#[rustfmt::skip]
fn ask_field(field: Sort) -> AskField {
    let (key, sort, filter) = match field {
        Sort::Source => ('o', ("sort-by-source", "source, in the order of the briefs"), ("same-source", "the same source")),
        Sort::Date => ('n', ("sort-by-date", "date of the brief, newest first"), ("same-date", "the same date of the brief")),
        Sort::Topic => ('c', ("sort-by-topic", "topic of the brief"), ("same-topic", "the same topics of the brief")),
        Sort::Kind => ('k', ("sort-by-kind", "kind: asks, then commitments, then actions"), ("same-kind", "the same kind")),
        Sort::By => ('b', ("sort-by-maker", "by: who asks, promises or acts"), ("same-maker", "the same maker: who asks, promises or acts")),
        Sort::To => ('t', ("sort-by-addressee", "to: who is asked"), ("same-addressee", "the same addressee")),
        Sort::Action => ('a', ("sort-by-action", "action: what should be done"), ("same-action", "the same action")),
        Sort::Instrument => ('i', ("sort-by-instrument", "instrument: the Act, power, code or fund"), ("same-instrument", "the same instrument")),
        Sort::Due => ('d', ("sort-by-due", "due date, earliest first"), ("same-due", "the same due date")),
        Sort::Status => ('s', ("sort-by-status", "status, from open to done"), ("same-status", "the same status")),
        Sort::Answered => ('w', ("sort-by-answered", "answered or not, unanswered first"), ("same-answered", "answered or not, as this one is")),
    };
    AskField { key, sort, filter }
}

/// Returns a choice in the menu of what to sort the asks by.
fn sort(field: Sort) -> Binding {
    let AskField { key: c, sort: (name, help), .. } = ask_field(field);
    bind(name, Group::Sorting, &[Mode::Sorting], [key(c)], Action::Sort(field), help)
}

/// Returns a choice in the menu of what to filter the asks by.
fn filter(field: Sort) -> Binding {
    let AskField { key: c, filter: (name, help), .. } = ask_field(field);
    bind(name, Group::Filtering, &[Mode::Filtering], [key(c)], Action::Filter(field), help)
}

/// Returns a choice in the menu of what to sort the briefs by.
fn sort_briefs(sort: BriefSort) -> Binding {
    let (c, name, help) = match sort {
        BriefSort::Date => ('d', "briefs-by-date", "date, newest first"),
        BriefSort::Title => ('t', "briefs-by-title", "title, A to Z"),
        BriefSort::Publisher => ('p', "briefs-by-publisher", "publisher, A to Z"),
        BriefSort::State => ('s', "briefs-by-state", "state, worst first"),
        BriefSort::Path => ('f', "briefs-by-path", "path of the file"),
    };
    let action = Action::SortBriefs(sort);
    bind(name, Group::SortingBriefs, &[Mode::SortingBriefs], [key(c)], action, help)
}

/// Returns a choice in the menu of what to filter the briefs by.
fn filter_briefs(field: BriefField) -> Binding {
    let (c, name, help) = match field {
        BriefField::Topic => ('t', "briefs-on-same-topic", "the same topic"),
        BriefField::Publisher => ('p', "briefs-of-same-publisher", "the same publisher"),
        BriefField::Type => ('k', "briefs-of-same-type", "the same type of source"),
        BriefField::Year => ('y', "briefs-of-same-year", "the same year"),
        BriefField::Official => ('o', "briefs-with-same-official", "one of the same officials"),
        BriefField::State => ('s', "briefs-in-same-state", "the same state"),
    };
    let action = Action::FilterBriefs(field);
    bind(name, Group::FilteringBriefs, &[Mode::FilteringBriefs], [key(c)], action, help)
}

fn key(c: char) -> Key {
    Key::char(c)
}

fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

fn step(count: isize) -> Action {
    Action::Move(Motion::Step(count))
}

/// Returns every binding except those of the menus of the asks.
#[rustfmt::skip]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn table() -> Vec<Binding> {
    vec![
        bind("follow", Group::Links, IN_PANES, [plain(KeyCode::Enter)], Action::Follow,
            "follow the link, such as from a claim to its quotes; repeat for the next")
            .hint(80, |_, here| Some(here.enter)),
        bind("next-claim", Group::Links, IN_LISTS_OF_BRIEF, [key('}'), Key::alt(KeyCode::Down)], Action::StepItem(brief::CLAIMS, 1), "next claim")
            .hint(60, |_, here| is_among_items(here).then_some("next claim")),
        bind("previous-claim", Group::Links, IN_LISTS_OF_BRIEF, [key('{'), Key::alt(KeyCode::Up)], Action::StepItem(brief::CLAIMS, -1), "previous claim"),
        bind("next-sentence", Group::Links, IN_SOURCE, [key('}'), Key::alt(KeyCode::Down)], Action::InSource(SourceAction::StepSentence(1)), "next sentence of the source")
            .hint(60, |_, _| Some("sentence")),
        bind("previous-sentence", Group::Links, IN_SOURCE, [key('{'), Key::alt(KeyCode::Up)], Action::InSource(SourceAction::StepSentence(-1)), "previous sentence of the source"),
        bind("extend", Group::Links, IN_SOURCE, [key('v')], Action::InSource(SourceAction::Extend), "choose the next sentence of the source too; Esc leaves the first")
            .hint(55, |_, _| Some("extend")),
        bind("next-quote", Group::Links, IN_BRIEF, [key(')')], Action::StepItem(brief::QUOTES, 1), "next quote")
            .hint(50, |mode, here| (is_among_items(here) && mode == BRIEF).then_some("next quote")),
        bind("previous-quote", Group::Links, IN_BRIEF, [key('(')], Action::StepItem(brief::QUOTES, -1), "previous quote"),
        bind("back", Group::Links, IN_PANES, [Key::ctrl('o'), Key::alt(KeyCode::Left), plain(KeyCode::Backspace)],
            Action::Travel(Way::Back), "back to where you followed a link")
            .hint(72, |_, here| here.has_way_back.then_some("back")),
        bind("forward", Group::Links, IN_PANES, [Key::alt(KeyCode::Right)], Action::Travel(Way::Forward), "forward again"),

        bind("search", Group::Search, EVERYWHERE, [key('/')], Action::Search,
            "search every brief; in the help or the printed page, search that")
            .hint(45, |_, _| Some("search")),
        bind("next-match", Group::Search, IN_PANES_AND_PREVIEW, [key('n')], Action::StepMatch(1), "next match, in any brief"),
        bind("previous-match", Group::Search, IN_PANES_AND_PREVIEW, [key('N')], Action::StepMatch(-1),
            "previous match; without a search, fold the notes away"),
        bind("show-only-matches", Group::Search, IN_PANES, [key('&')], Action::Narrow, "show only matches, or everything"),
        bind("actions", Group::Search, IN_PANES, [key(':')], Action::ChooseAction, "find an action by name"),
        write(IN_PROMPTS, [plain(KeyCode::Enter)], Action::Accept,
            "go to the match; run the action")
            .hint(85, accept_hint),
        write(IN_LISTS, [plain(KeyCode::Tab), Key::ctrl('n')], Action::Pick(Motion::Step(1)), "next in the list")
            .hint(70, |_, _| Some("next")),
        write(IN_LISTS, [Key::shift(KeyCode::Tab), Key::ctrl('p')], Action::Pick(Motion::Step(-1)),
            "previous in the list"),
        write(IN_LISTS, [plain(KeyCode::PageDown), Key::ctrl('f')], Action::Pick(Motion::Page(1)),
            "one page down the list"),
        write(IN_LISTS, [plain(KeyCode::PageUp), Key::ctrl('b')], Action::Pick(Motion::Page(-1)),
            "one page up the list"),
        write(IN_PROMPTS, [plain(KeyCode::Up)], Action::Recall(-1), "the previous line you wrote")
            .hint(60, |mode, _| (!matches!(mode, Mode::Choosing | Mode::Naming)).then_some("earlier")),
        write(IN_PROMPTS, [plain(KeyCode::Down)], Action::Recall(1), "the next line you wrote"),
        write(IN_PROMPTS, [plain(KeyCode::Left)], Action::Write(Stroke::Left), "one character left"),
        write(IN_PROMPTS, [plain(KeyCode::Right)], Action::Write(Stroke::Right), "one character right"),
        write(IN_PROMPTS, [Key::alt(KeyCode::Char('b')), Key::with_ctrl(KeyCode::Left)],
            Action::Write(Stroke::WordLeft), "one word left"),
        write(IN_PROMPTS, [Key::alt(KeyCode::Char('f')), Key::with_ctrl(KeyCode::Right)],
            Action::Write(Stroke::WordRight), "one word right"),
        write(IN_PROMPTS, [plain(KeyCode::Home), Key::ctrl('a')], Action::Write(Stroke::Start), "to the start"),
        write(IN_PROMPTS, [plain(KeyCode::End), Key::ctrl('e')], Action::Write(Stroke::End), "to the end"),
        write(IN_PROMPTS, [plain(KeyCode::Backspace), Key::ctrl('h')], Action::Write(Stroke::DeleteLeft),
            "delete the character before the cursor"),
        write(IN_PROMPTS, [plain(KeyCode::Delete), Key::ctrl('d')], Action::Write(Stroke::DeleteRight),
            "delete the character at the cursor"),
        write(IN_PROMPTS, [Key::ctrl('w'), Key::alt(KeyCode::Backspace)], Action::Write(Stroke::DeleteWord),
            "delete the word before the cursor"),
        write(IN_PROMPTS, [Key::ctrl('u')], Action::Write(Stroke::DeleteToStart), "delete everything before the cursor"),
        write(IN_PROMPTS, [Key::ctrl('k')], Action::Write(Stroke::DeleteToEnd), "delete everything after the cursor"),

        bind("next-item", Group::Move, EVERYWHERE, [key('j'), plain(KeyCode::Down), Key::ctrl('n')], step(1), "next item"),
        bind("previous-item", Group::Move, EVERYWHERE, [key('k'), plain(KeyCode::Up), Key::ctrl('p')], step(-1), "previous item"),
        bind("half-page-down", Group::Move, EVERYWHERE, [Key::ctrl('d'), key('d')], Action::Move(Motion::HalfPage(1)), "half a page down"),
        bind("half-page-up", Group::Move, EVERYWHERE, [Key::ctrl('u'), key('u')], Action::Move(Motion::HalfPage(-1)), "half a page up"),
        bind("page-down", Group::Move, EVERYWHERE, [key(' '), plain(KeyCode::PageDown), Key::ctrl('f')],
            Action::Move(Motion::Page(1)), "one page down"),
        bind("page-up", Group::Move, EVERYWHERE, [key('b'), plain(KeyCode::PageUp), Key::ctrl('b')],
            Action::Move(Motion::Page(-1)), "one page up"),
        bind("first-item", Group::Move, EVERYWHERE, [key('g'), plain(KeyCode::Home), key('<')],
            Action::Move(Motion::First), "first item"),
        bind("last-item", Group::Move, EVERYWHERE, [key('G'), plain(KeyCode::End), key('>')],
            Action::Move(Motion::Last), "last item"),
        bind("source-down", Group::Move, IN_BRIEF, [key('J')], Action::InSource(SourceAction::Scroll(1)), "scroll the source down"),
        bind("source-up", Group::Move, IN_BRIEF, [key('K')], Action::InSource(SourceAction::Scroll(-1)), "scroll the source up"),

        bind("brief-screen", Group::Screens, IN_PANES, [key('B')], Action::Show(ScreenName::Brief), "the open brief"),
        bind("asks-screen", Group::Screens, IN_PANES, [key('A')], Action::Show(ScreenName::Asks),
            "the asks, commitments and actions of all briefs"),
        bind("officials-screen", Group::Screens, IN_PANES, [key('O')], Action::Show(ScreenName::Officials),
            "the officials of all briefs, and what each says and asks"),
        bind("next-screen", Group::Screens, IN_LISTS_OF_PANES, [key('v')], Action::NextScreen, "next screen")
            .hint(28, |_, _| Some("screens")),

        bind("sort", Group::Lists, IN_LISTS_OF_ALL, [key('S')], Action::ChooseSort, "sort the briefs; the asks")
            .hint(70, |mode, here| in_list("sort", mode, here)),
        bind("show-only-like", Group::Lists, IN_LISTS_OF_ALL, [key('f')], Action::ChooseFilter,
            "show only briefs like the open one (same topic, same publisher …), or asks like the selected one")
            .hint(68, |mode, here| in_list("filter", mode, here)),
        bind("show-only-with", Group::Lists, IN_BRIEF, [key('F')], Action::ChooseValue,
            "show only briefs with a topic, publisher, official … from a list with counts"),
        bind("next-broken", Group::Lists, IN_BRIEF, [key('!')], Action::NextBroken, "the next brief that cannot be shown"),
        bind("show-only-unanswered", Group::Lists, IN_ASKS, [key('U')], Action::ToggleUnanswered, "show only unanswered asks, or all")
            .hint(66, |_, _| Some("unanswered")),
        bind("show-only-past-due", Group::Lists, IN_ASKS, [key('D')], Action::TogglePastDue, "show only asks that are past due, or all")
            .hint(64, |_, _| Some("past due")),
        bind("next-pane", Group::Panes, IN_PANES, [plain(KeyCode::Tab)], Action::CyclePane(1), "next pane")
            .hint(30, |mode, _| (mode != Mode::Screen(ScreenName::Asks)).then_some("next pane")),
        bind("previous-pane", Group::Panes, IN_PANES, [Key::shift(KeyCode::Tab)], Action::CyclePane(-1), "previous pane"),
        bind("pane-right", Group::Panes, IN_PANES, [key('l'), plain(KeyCode::Right)], Action::CrossPane(1),
            "the pane to the right; in the matrix, the next ask"),
        bind("pane-left", Group::Panes, IN_PANES, [key('h'), plain(KeyCode::Left)], Action::CrossPane(-1),
            "the pane to the left; in the matrix, the previous ask"),
        bind("in-short", Group::Panes, IN_BRIEF, [key('0')], Action::Focus(brief::OVERVIEW), "the front page: the brief in short"),
        bind("briefs", Group::Panes, IN_BRIEF, [key('1')], Action::Focus(brief::BRIEFS), "briefs"),
        bind("officials", Group::Panes, IN_BRIEF, [key('2')], Action::Focus(brief::OFFICIALS), "officials"),
        bind("claims", Group::Panes, IN_BRIEF, [key('3')], Action::Focus(brief::CLAIMS), "claims")
            .hint(65, |_, here| (here.is_sound && brief::is_front(here.pane)).then_some("claims")),
        bind("asks", Group::Panes, IN_BRIEF, [key('4')], Action::Focus(brief::ASKS), "asks"),
        bind("quotes", Group::Panes, IN_BRIEF, [key('5')], Action::Focus(brief::QUOTES), "quotes"),
        bind("source", Group::Panes, IN_BRIEF, [key('6')], Action::Focus(brief::SOURCE), "source"),
        bind("people", Group::OfficialsPanes, IN_OFFICIALS, [key('1')], Action::Focus(officials::PEOPLE), "officials and organisations"),
        bind("record", Group::OfficialsPanes, IN_OFFICIALS, [key('2')], Action::Focus(officials::RECORD), "the record of the selected official or organisation"),
        bind("matrix", Group::OfficialsPanes, IN_OFFICIALS, [key('3')], Action::Focus(officials::MATRIX), "who is involved in which ask"),
        bind("fold-matrix", Group::OfficialsPanes, IN_OFFICIALS, [key('z')], Action::Fold,
            "fold the matrix by brief, by topic or by addressee, or unfold it")
            .hint(20, |mode, here| (mode == OFFICIALS && here.pane == officials::MATRIX).then_some("fold")),
        bind("fold-notes", Group::Panes, IN_LISTS_OF_ALL, [key('z')], Action::Fold, "fold the notes away, or unfold them"),
        bind("zoom", Group::Panes, IN_PANES, [key('+')], Action::ToggleZoom, "zoom the pane, or restore"),

        bind("copy", Group::Out, IN_PANES, [key('y')], Action::Copy(Extract::Cited), "copy the item, or the sentence of the source, with its citation")
            .hint(35, |_, _| Some("copy")),
        bind("copy-quote", Group::Out, IN_SOURCE, [key('Q')], Action::InSource(SourceAction::CopyQuote),
            "copy the sentence of the source as an entry for quotes, to paste into the brief")
            .hint(58, |_, _| Some("as a quote")),
        bind("copy-as", Group::Out, IN_PANES, [key('Y')], Action::ChooseCopy,
            "copy with its source, as Markdown, HTML or YAML, or only the words, the permalink, the file"),
        bind("open-source", Group::Out, IN_PANES, [key('o')], Action::OpenSource, "open the source’s web address"),
        bind("edit", Group::Out, IN_PANES, [key('e')], Action::Edit, "edit the brief at this item")
            .hint(25, |_, _| Some("edit")),
        bind("mark", Group::Out, IN_PANES, [key('m')], Action::ChooseMark, "mark the item with a letter"),
        bind("go-to-mark", Group::Out, IN_PANES, [key('\'')], Action::ChooseJump, "go to a mark"),
        bind("last-place", Group::Marks, &[Mode::Jumping], [key('\'')], Action::Travel(Way::ToAndFro), "the last place; again, and back"),
        bind("printed", Group::Out, IN_BRIEF_AND_PREVIEW, [key('p')], Action::TogglePreview,
            "preview the brief as it prints, or close the preview")
            .hint(48, |mode, here| (mode == BRIEF && here.is_sound && brief::is_front(here.pane)).then_some("print")),
        bind("save", Group::Out, IN_BRIEF_AND_PREVIEW, [key('s')], Action::Page(PageAction::Save), "save the brief as it prints to a file")
            .hint(70, |mode, _| (mode == Mode::Preview).then_some("save")),
        bind("next-section", Group::Page, IN_PREVIEW, [key('}'), Key::alt(KeyCode::Down)],
            Action::Page(PageAction::StepSection(1)), "select the next section")
            .hint(75, |_, _| Some("section")),
        bind("previous-section", Group::Page, IN_PREVIEW, [key('{'), Key::alt(KeyCode::Up)],
            Action::Page(PageAction::StepSection(-1)), "select the previous section"),
        bind("copy-page", Group::Page, IN_PREVIEW, [key('y')], Action::Page(PageAction::Copy), "copy the selected section, or the whole page")
            .hint(74, |_, _| Some("copy")),
        bind("show-below", Group::Page, IN_PREVIEW, [key('P')], Action::Page(PageAction::ShowBelow),
            "print the page into the terminal, below the shell’s prompt; any key returns")
            .hint(50, |_, _| Some("to the terminal")),
        bind("copy", Group::Copying, IN_COPY_MENU, [key('y')], Action::Copy(Extract::Cited), "plain text, with its citation"),
        bind("copy-full", Group::Copying, IN_COPY_MENU, [key('p')], Action::Copy(Extract::Full),
            "plain text, with the title and the web address as well")
            .hint(70, |_, _| Some("plain")),
        bind("copy-markdown", Group::Copying, IN_COPY_MENU, [key('m')], Action::Copy(Extract::Markdown), "Markdown, with its citation")
            .hint(60, |_, _| Some("Markdown")),
        bind("copy-html", Group::Copying, IN_COPY_MENU, [key('h')], Action::Copy(Extract::Html), "HTML, for Word and Outlook")
            .hint(55, |_, _| Some("HTML")),
        bind("copy-yaml", Group::Copying, IN_COPY_MENU, [key('c')], Action::Copy(Extract::Yaml), "YAML, as its file has it")
            .hint(52, |_, _| Some("YAML")),
        bind("copy-words", Group::Copying, IN_COPY_MENU, [key('w')], Action::Copy(Extract::Words), "only the words")
            .hint(50, |_, _| Some("words")),
        bind("copy-permalink", Group::Copying, IN_COPY_MENU, [key('l')], Action::Copy(Extract::Permalink),
            "the permalink, for topline read --at")
            .hint(40, |_, _| Some("link")),
        bind("copy-file", Group::Copying, IN_COPY_MENU, [key('f')], Action::Copy(Extract::File), "the brief’s whole file")
            .hint(30, |_, _| Some("file")),

        bind("page-down", Group::Move, IN_LONG_MENUS, [plain(KeyCode::Down), plain(KeyCode::PageDown)],
            Action::Move(Motion::Page(1)), "more choices"),
        bind("page-up", Group::Move, IN_LONG_MENUS, [plain(KeyCode::Up), plain(KeyCode::PageUp)],
            Action::Move(Motion::Page(-1)), "earlier choices"),

        bind("help", Group::Program, EVERYWHERE, [key('?'), plain(KeyCode::F(1))], Action::ToggleHelp, "open or close the help")
            .hint(90, |mode, _| Some(if mode == Mode::Help { "close" } else { "help" })),
        bind("back-out", Group::Program, ALWAYS, [plain(KeyCode::Esc)], Action::BackOut,
            "cancel or close; undo a search, the zoom or a filter")
            .hint(80, |mode, _| (!EVERYWHERE.contains(&mode)).then_some("cancel")),
        bind("close", Group::Program, EVERYWHERE, [key('q')], Action::Close, "close the overlay, or quit")
            .hint(20, |mode, _| match mode {
                Mode::Help => None,
                Mode::Preview => Some("close"),
                _ => Some("quit"),
            }),
        bind("close", Group::Program, IN_MENUS, [key('q')], Action::Close, "close the menu"),
        bind("quit", Group::Program, ALWAYS, [Key::ctrl('c')], Action::Quit, "quit at once"),
        bind("suspend", Group::Program, ALWAYS, [Key::ctrl('z')], Action::Suspend, "suspend; fg in the shell resumes"),
        bind("redraw", Group::Program, ALWAYS, [Key::ctrl('l')], Action::Redraw, "draw the screen again"),
        bind("mouse", Group::Program, IN_PANES, [key('M')], Action::ToggleMouse, "use the mouse, or leave it to the terminal"),
        bind("theme", Group::Program, IN_PANES, [key('T')], Action::NextTheme, "next theme"),
        bind("reload", Group::Program, IN_PANES, [key('r')], Action::Reload, "reload all briefs"),
    ]
}

/// Returns the hint of a key that changes a list of all briefs: where that has the focus.
fn in_list(text: &'static str, mode: Mode, here: Here) -> Option<&'static str> {
    (mode == ASKS || here.pane == brief::BRIEFS).then_some(text)
}

/// Returns whether the items of a brief are on the screen.
fn is_among_items(here: Here) -> bool {
    here.is_sound && !brief::is_front(here.pane)
}

/// Returns what Enter does in a prompt.
#[expect(
    clippy::unnecessary_wraps,
    reason = "some hints depend on the mode, and this has their type"
)]
fn accept_hint(mode: Mode, _: Here) -> Option<&'static str> {
    Some(match mode {
        Mode::Narrowing | Mode::ChoosingFilter => "show only these",
        Mode::Choosing => "run",
        Mode::SearchingHelp | Mode::SearchingPage => "keep",
        Mode::Naming => "save",
        _ => "go there",
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;
    use crate::reader::keys::Keymap;
    use crate::reader::pane::Pane;

    const MODES: [Mode; 5] = [BRIEF, ASKS, OFFICIALS, Mode::Help, Mode::Preview];

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
                for key in &binding.keys {
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
    fn quit_back_out_and_suspend_always_work() {
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
                Action::Sort(field) | Action::Filter(field) => Some(field),
                _ => None,
            };
            bindings(mode).filter_map(field).collect::<Vec<_>>()
        };
        for mode in [Mode::Sorting, Mode::Filtering] {
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
        for binding in BINDINGS.iter() {
            for key in &binding.keys {
                assert_eq!(Key::parse_all(&key.to_string()), Ok(vec![*key]));
            }
            assert!(!binding.keys.is_empty(), "{}", binding.help);
        }
    }

    fn footer(pane: Pane, columns: usize) -> String {
        let here = Here { pane, enter: pane.enter, is_sound: true, has_way_back: false };
        let hints = Keymap::default().hints(BRIEF, here, columns).into_iter();
        hints.map(|(key, text)| format!("{key} {text}")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn hints_go_by_priority_if_the_footer_is_narrow() {
        assert_eq!(
            footer(brief::CLAIMS, 120),
            "Enter its quotes | } next claim | ) next quote | / search | v screens | Tab next pane | y copy | e edit | ? help"
        );
        assert_eq!(footer(brief::QUOTES, 46), "Enter its links | } next claim | ? help");
        assert_eq!(footer(brief::CLAIMS, 26), "Enter its quotes | ? help");
        assert_eq!(footer(brief::CLAIMS, 6), "? help");
        assert_eq!(footer(brief::CLAIMS, 5), "");
    }
}
