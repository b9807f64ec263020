//! Search and the prompts of the reader: keystrokes, and the screens they lead to.

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use topline::library::Entry;
use topline::reader::action::{Action, Effect, LibraryAction};
use topline::reader::app::App;
use topline::reader::keys::{self, BINDINGS, Group, Key};
use topline::reader::mode::{Mode, ScreenName};
use topline::reader::screens::brief;
use topline::reader::theme::Theme;
use topline::text::{Stroke, Text};

use crate::support::keystrokes::{
    self, SMALL, USUAL, WIDE, assert_fits_small_screens, assert_keys, by_path, effect, entries,
    focus, last_line, press, reader, screen, screen_of, stretches,
};
use crate::support::library::Folder;

/// The highlighted texts, from the top of the screen to the bottom.
fn lit(app: &App, theme: &Theme, is_lit: impl Fn(&Cell) -> bool) -> Vec<String> {
    stretches(app, theme, is_lit).into_iter().map(|(_, stretch)| stretch).collect()
}

fn lit_in_colour(keys: &str) -> Vec<String> {
    let is_lit =
        |cell: &Cell| cell.fg == Color::Yellow && cell.modifier.contains(Modifier::REVERSED);
    lit(&reader(WIDE, keys), &Theme::terminal(), is_lit)
}

#[test]
fn what_is_found_stands_by_brief_and_kind() {
    insta::assert_snapshot!(screen(USUAL, "/boats"));
}

#[test]
fn what_is_found_on_a_small_screen() {
    insta::assert_snapshot!(screen(SMALL, "/boats"));
}

#[test]
fn what_matches_is_lit_in_every_pane() {
    insta::assert_snapshot!(screen(WIDE, "/light<enter>"));
    assert_eq!(
        lit_in_colour("/light<enter>"),
        // Row by row: claim 1 and its quote, claims 2 and 3, the passage, the ask and its answer. Claim 2
        // is highlighted, and paragraph 4 with it, and so is paragraph 5 at the foot of the source.
        ["light", "light", "light", "light", "light", "Light", "light", "light", "Light", "light",]
    );
}

/// A reader of many copies of a brief, which are more than are searched at once.
fn many(works_aside: bool) -> App {
    read_together(vec![entries().swap_remove(0); 2500], works_aside)
}

/// A reader of these briefs, by their paths.
fn read_together(briefs: Vec<Entry>, works_aside: bool) -> App {
    let mut app = by_path(briefs.len(), None);
    if works_aside {
        app.work_aside();
    }
    app.update(Action::Resized(USUAL.0, USUAL.1));
    let loaded = briefs.into_iter().enumerate().collect();
    app.update(Action::Library(LibraryAction::Loaded(loaded)));
    app
}

/// How many briefs have a match, as the prompt says it.
fn briefs_found(app: &App) -> Option<String> {
    screen_of(app).lines().find_map(|line| {
        let (_, found) = line.split_once(" in ")?;
        Some(found.split_once(" brief")?.0.to_owned())
    })
}

/// Searches on as long as no key waits, and returns how often that gave something to show.
fn search_on(app: &mut App) -> usize {
    let mut shown = 0;
    while app.is_searching() {
        shown += usize::from(app.search_on());
    }
    shown
}

#[test]
fn of_many_briefs_the_first_matches_are_shown_before_all_are_searched() {
    let (mut app, mut at_once) = (many(true), many(false));
    for app in [&mut app, &mut at_once] {
        press(app, "/");
        search_on(app);
        press(app, "bo");
    }
    assert!(app.is_searching() && !at_once.is_searching());
    assert_eq!(briefs_found(&app).as_deref(), Some("512"));
    assert_eq!(briefs_found(&at_once).as_deref(), Some("2500"));
    assert_eq!(search_on(&mut app), 1);
    assert_eq!(screen_of(&app), screen_of(&at_once));
    for keys in
        ["a", "t", "<bs>", "<down>", "ats", "<enter>", "n", "N", "<esc>", "/light", "<enter>"]
    {
        press(&mut app, keys);
        press(&mut at_once, keys);
        if !["a", "t", "<bs>", "ats", "/light"].contains(&keys) {
            assert!(!app.is_searching(), "{keys} asks for all matches");
            assert_eq!(screen_of(&app), screen_of(&at_once), "{keys}");
        }
    }
}

#[test]
fn whoever_goes_to_a_match_at_once_goes_to_that_of_all_briefs() {
    let folder = Folder::new();
    let yaml = |summary: &str| {
        format!("summary: {summary}\nsource: {{title: Piers, publisher: unknown, text: s.txt}}\n")
    };
    folder.write("a.yaml", yaml("Piers."));
    folder.write("b.yaml", yaml("Lanterns."));
    folder.write("s.txt", "Lanterns hang.");
    let open = |works_aside: bool| {
        let mut briefs = vec![folder.entry("a.yaml"); 600];
        briefs.push(folder.entry("b.yaml"));
        read_together(briefs, works_aside)
    };
    for keys in ["<enter>", "<down>", "<up><up>"] {
        let (mut app, mut at_once) = (open(true), open(false));
        press(&mut app, "/lantern");
        press(&mut at_once, "/lantern");
        assert!(app.is_searching(), "the first slice has it only in sources");
        press(&mut app, keys);
        press(&mut at_once, keys);
        assert_eq!(screen_of(&app), screen_of(&at_once), "{keys}");
    }
}

#[test]
fn texts_are_folded_while_no_key_waits_and_not_for_who_searches_for_nothing() {
    let mut app = many(true);
    assert!(!app.is_searching(), "nobody has asked for a search");
    press(&mut app, "/");
    let before = screen_of(&app);
    assert!(app.is_searching() && !app.search_on(), "there is nothing to show");
    assert_eq!(screen_of(&app), before);
    press(&mut app, "b<bs>");
    assert!(app.is_searching(), "other words are about to come");
    for gives_up in ["<esc>", "/<enter>"] {
        press(&mut app, gives_up);
        assert!(!app.is_searching(), "whoever gives up waits for nothing: {gives_up}");
    }
    press(&mut app, "/bo");
    assert!(app.is_searching());
    assert_eq!(briefs_found(&app).as_deref(), Some("128"), "those that are ready, and some more");
}

#[test]
fn what_may_still_be_found_is_not_said_to_be_missing() {
    let folder = Folder::new();
    let yaml =
        |summary: &str| format!("summary: {summary}\nsource: {{title: Piers, publisher: y}}\n");
    folder.write("a.yaml", yaml("Piers."));
    folder.write("b.yaml", yaml("Lanterns."));
    let mut briefs = vec![folder.entry("a.yaml"); 1300];
    briefs.insert(600, folder.entry("b.yaml"));
    let mut app = read_together(briefs, true);
    press(&mut app, "/lantern");
    let screen = screen_of(&app);
    assert!(
        screen.contains("Nothing found yet: 1077 briefs are still to be searched."),
        "{screen}"
    );
    assert!(screen.contains("searching") && !screen.contains("no match"), "{screen}");
    while !app.search_on() {}
    assert_eq!(briefs_found(&app).as_deref(), Some("1"), "the first match is shown at once");
    assert!(app.is_searching());
    press(&mut app, "<bs>z");
    search_on(&mut app);
    let screen = screen_of(&app);
    assert!(screen.contains("Nothing matches lanterz") && screen.contains("no match"), "{screen}");
}

#[test]
fn briefs_that_come_in_during_a_search_leave_the_match_that_was_picked() {
    let picked = |comes_in_first: bool| {
        let mut app = by_path(3, None);
        app.work_aside();
        app.update(Action::Resized(USUAL.0, USUAL.1));
        let mut briefs: Vec<(usize, Entry)> = entries().into_iter().enumerate().collect();
        let earlier = briefs.drain(..2).collect();
        app.update(Action::Library(LibraryAction::Loaded(briefs)));
        press(&mut app, "/boats");
        search_on(&mut app);
        press(&mut app, "<down>");
        if comes_in_first {
            app.update(Action::Library(LibraryAction::Loaded(earlier)));
            assert!(app.is_searching());
            assert_eq!(search_on(&mut app), 1);
            assert_eq!(briefs_found(&app).as_deref(), Some("2"));
        }
        press(&mut app, "<enter>");
        focus(&app)
    };
    assert_eq!(picked(true), picked(false));
    assert_eq!(picked(true), "owners-letter/q1");
}

#[test]
fn only_what_shows() {
    insta::assert_snapshot!(screen(USUAL, "&boats<enter>"));
}

#[test]
fn nothing_found_says_what_to_try() {
    insta::assert_snapshot!(screen(USUAL, "/Zebra boats"));
}

#[test]
fn an_empty_prompt_says_what_may_be_written() {
    insta::assert_snapshot!(screen(USUAL, "/"));
}

#[test]
fn enter_goes_to_the_match_and_back_returns() {
    assert_keys("/stop boats<enter>", brief::QUOTES, "ferry-board/q3");
    assert_keys("/letter of the", brief::CLAIMS, "ferry-board/c1");
    for size in [WIDE, USUAL, SMALL] {
        for keys in ["/code<enter>", "/owners<enter>", "/chosen<enter>", "/count<enter>n"] {
            assert_ne!(screen(size, keys), screen(size, ""), "{keys} at {size:?}");
            assert_eq!(
                screen(size, &format!("{keys}<esc><c-o>")),
                screen(size, ""),
                "{keys} at {size:?}"
            );
        }
    }
}

#[test]
fn enter_goes_to_the_match_that_is_picked() {
    assert_keys("/boats<tab><enter>", brief::QUOTES, "ferry-board/q3");
    assert_keys("/boats<c-n><c-n><enter>", brief::CLAIMS, "ferry-board/c1");
    assert_keys("/boats<tab><s-tab><c-p><enter>", brief::QUOTES, "ferry-board/q1");
    assert_keys("/boats by:owners<pgdn><enter>", brief::ASKS, "owners-letter/a1");
}

#[test]
fn text_without_an_item_is_shown_in_the_overview() {
    for size in [WIDE, SMALL] {
        let app = reader(size, "/chosen<enter>");
        assert_eq!(app.pane(), brief::OVERVIEW);
        assert!(screen_of(&app).contains("Does not say how the boats"), "{}", screen_of(&app));
    }
    assert_eq!(lit_in_colour("/chosen<enter>"), ["chosen"]);
}

#[test]
fn next_and_previous_go_through_every_brief_and_round() {
    assert_keys("/boats<enter>n", brief::QUOTES, "ferry-board/q3");
    assert_keys("/boats<enter>nnn", brief::CLAIMS, "ferry-board/c2");
    assert_keys("/boats<enter>nnnN", brief::CLAIMS, "ferry-board/c1");
    // The top lines and the gaps have no id.
    assert_keys("/boats<enter>nnnn", brief::OVERVIEW, "");
    assert_keys("/boats<enter>nnnnnn", brief::QUOTES, "owners-letter/q1");
    assert_keys("/boats<enter>nnnnnnnn", brief::ASKS, "owners-letter/a1");
    // Then the paragraphs of the source, and round the end.
    let app = reader(WIDE, "/boats<enter>nnnnnnnnnn");
    assert!(last_line(&app).starts_with("/boats  11/11"), "{}", last_line(&app));
    let app = reader(WIDE, "/boats<enter>nnnnnnnnnnn");
    assert_eq!((app.pane(), focus(&app)), (brief::QUOTES, "ferry-board/q1".to_owned()));
    assert_eq!(app.notice().unwrap(), &"search wrapped to the first match");
    let app = reader(WIDE, "/boats<enter>N");
    assert_eq!(app.notice().unwrap(), &"search wrapped to the last match");
}

#[test]
fn next_continues_from_the_item_that_has_the_focus() {
    assert_keys("/boats<enter>1jj3n", brief::ASKS, "owners-letter/a1");
    assert_keys("/boats<enter>3n", brief::CLAIMS, "ferry-board/c2");
}

#[test]
fn next_takes_up_the_words_that_were_searched_for_last() {
    assert_keys("/stop boats<enter><esc>5gn", brief::QUOTES, "ferry-board/q3");
    let app = reader(WIDE, "n");
    assert_eq!(app.notice().unwrap(), &"there is no search yet: / searches every brief");
}

#[test]
fn the_footer_says_which_match_it_is() {
    assert!(
        last_line(&reader(WIDE, "/boats<enter>")).starts_with("/boats  1/11   n next   Esc clear")
    );
    assert!(last_line(&reader(WIDE, "/boats<enter>n")).starts_with("/boats  2/11"));
    assert!(last_line(&reader(WIDE, "/boats<enter>3jj")).starts_with("/boats  11 found"));
}

#[test]
fn escape_leaves_the_prompt_clears_the_highlights_and_never_quits() {
    for keys in [
        "/boats<esc>",
        "/boats<enter><esc><c-o>",
        "&boats<esc>",
        "/<esc>",
        ":x<esc>",
        "?/x<esc><esc>",
    ] {
        assert_eq!(screen(WIDE, keys), screen(WIDE, ""), "{keys}");
        assert_eq!(reader(WIDE, keys).mode(), Mode::Screen(ScreenName::Brief));
    }
    assert_eq!(lit_in_colour("/light<enter><esc>"), [""; 0]);
    for mode in [Mode::Searching, Mode::Narrowing, Mode::SearchingHelp, Mode::Choosing] {
        let escape = Key::parse_all("<esc>").unwrap()[0];
        let meant = reader(WIDE, "").keymap().lookup(mode, escape);
        assert!(matches!(meant, Some(Action::BackOut)));
    }
}

#[test]
fn only_what_matches_is_shown_until_escape() {
    let detail = |keys: &str, pane| reader(WIDE, keys).detail(pane);
    assert_eq!(detail("&boats<enter>", brief::CLAIMS), "2 of 3 · boats");
    assert_eq!(detail("&boats<enter>", brief::ASKS), "0 of 2 · boats");
    assert_eq!(detail("&boats<enter>", brief::BRIEFS), "2 of 3 · boats");
    assert_eq!(detail("&boats<enter>5<esc>", brief::CLAIMS), "1/3");
    // What a claim rests on is shown whole.
    assert_eq!(detail("&boats<enter>3j", brief::QUOTES), "2 for c2");
    assert_eq!(detail("&boats<enter>2", brief::QUOTES), "2 of 4 · boats");
    // The same key shows all again, and matches are still highlighted.
    assert_eq!(detail("/boats<enter>&", brief::CLAIMS), "2 of 3 · boats");
    assert_eq!(detail("/boats<enter>&&", brief::CLAIMS), "1/3");
    assert_eq!(lit_in_colour("/boats<enter>&&"), lit_in_colour("/boats<enter>"));
    // With an official, both hold.
    assert_eq!(detail("2j/boats<enter>&", brief::CLAIMS), "1 of 3 · Dana Vale · boats");
}

#[test]
fn a_brief_without_a_match_gives_way_to_the_next_that_has_one() {
    let app = reader(WIDE, "/count again<enter>&");
    assert_eq!(focus(&app), "owners-letter/a1");
    assert_eq!(app.detail(brief::BRIEFS), "1 of 3 · count again");
    press(&mut reader(WIDE, "&count<enter>1jjkk<enter>}}((<tab><esc>"), "q");
}

#[test]
fn a_link_to_a_hidden_item_shows_all_again() {
    // The quote is what the claim rests on, and shown; what else it supports does not match.
    assert_keys("&\"dark without\"<enter><enter>", brief::QUOTES, "ferry-board/q2");
    assert_eq!(
        reader(WIDE, "&\"dark without\"<enter><enter>").detail(brief::CLAIMS),
        "1 of 3 · \"dark without\""
    );
    assert_keys(
        "&\"dark without\"<enter><enter>j<enter><c-o><enter><c-o><enter>",
        brief::ASKS,
        "ferry-board/a1",
    );
    assert_keys("&inspected<enter>3<enter><c-o><enter>", brief::CLAIMS, "owners-letter/c1");
    let app = reader(WIDE, "&\"dark without\"<enter><enter>j<enter><c-o><enter><c-o><enter>");
    assert_eq!(app.detail(brief::CLAIMS), "2/3");
}

#[test]
fn a_search_goes_on_while_briefs_come_in() {
    let mut entries = entries();
    let mut app = by_path(3, None);
    app.update(Action::Resized(120, 36));
    app.update(Action::Library(LibraryAction::Loaded(vec![(2, entries.remove(2))])));
    press(&mut app, "/boats<tab><tab>");
    assert!(screen_of(&app).contains(" 3/3 in 1 brief "), "{}", screen_of(&app));
    app.update(Action::Library(LibraryAction::Loaded(vec![(0, entries.remove(0))])));
    assert!(screen_of(&app).contains(" 9/11 in 2 briefs "), "{}", screen_of(&app));
    app.update(Action::Library(LibraryAction::Loaded(vec![(1, entries.remove(0))])));
    press(&mut app, "<enter>");
    assert_eq!(focus(&app), "owners-letter/a1");
    assert_eq!(last_line(&app).split("   ").next().unwrap(), "/boats  9/11");
}

#[test]
fn the_line_is_edited_as_usual() {
    let written =
        |keys: &str| last_line(&reader(WIDE, keys)).split("   ").next().unwrap().to_owned();
    assert_eq!(written("/one two<c-w>six"), "/one six");
    assert_eq!(written("/one<c-u>six"), "/six");
    assert_eq!(written("/ne<home>o<end>!"), "/one!");
    assert_eq!(written("/oneX<left><del>"), "/one");
    assert_eq!(written("/oneX<bs>"), "/one");
    assert_eq!(written("/one two<a-b><c-k>"), "/one");
    assert_eq!(written("/q?:n/"), "/q?:n/");
}

#[test]
fn up_and_down_bring_back_earlier_words() {
    let written =
        |keys: &str| last_line(&reader(WIDE, keys)).split("   ").next().unwrap().to_owned();
    let earlier = "/boats<enter>/light<enter>";
    assert_eq!(written(&format!("{earlier}/<up>")), "/light");
    assert_eq!(written(&format!("{earlier}/<up><up>")), "/boats");
    assert_eq!(written(&format!("{earlier}/dra<up><up><down><down>")), "/dra");
    assert_eq!(written(&format!("{earlier}<esc>&<up>")), "&light");
}

#[test]
fn what_is_pasted_is_one_line_of_the_prompt() {
    let mut app = reader(WIDE, "/");
    app.update(Action::Write(Stroke::Insert(Text::new("stern\nlight\u{1b}[31m"))));
    assert!(last_line(&app).starts_with("/stern light\u{fffd}[31m"));
}

#[test]
fn the_cursor_is_in_the_prompt_or_else_on_the_selected_row() {
    let cursor = |app: &App| keystrokes::cursor(app).unwrap();
    assert_eq!(cursor(&reader(WIDE, "/boats")), Position::new(6, 35));
    assert_eq!(cursor(&reader(WIDE, "/日本<left>")), Position::new(3, 35));
    assert_eq!(cursor(&reader((20, 5), "/a line that is too long")), Position::new(19, 4));
    assert_eq!(cursor(&reader((20, 2), ":c")), Position::new(2, 1));
    assert_eq!(cursor(&reader(WIDE, "/boats<enter>")).y, 2);
}

#[test]
fn without_colour_a_match_differs_from_its_row() {
    let is_lit = |reversed: bool| {
        move |cell: &Cell| {
            let marked = cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD);
            if reversed { cell.modifier == Modifier::REVERSED } else { marked }
        }
    };
    let app = reader(WIDE, "/thirty<enter>");
    assert!(lit(&app, &Theme::mono(), is_lit(false)).contains(&"thirty".to_owned()));
    let app = reader(WIDE, "/boats<enter>");
    assert!(lit(&app, &Theme::mono(), is_lit(true)).contains(&"boats".to_owned()));
}

#[test]
fn the_search_is_in_the_footer_only_if_it_has_keys() {
    let footer = |keys: &str| last_line(&reader(WIDE, keys));
    assert!(footer("/light<enter>").starts_with("/light"), "{}", footer("/light<enter>"));
    assert!(!footer("/light<enter>p").contains("/light"), "{}", footer("/light<enter>p"));
}

#[test]
fn an_action_is_found_by_its_name_and_run() {
    insta::assert_snapshot!(screen(USUAL, ":quote"));
    assert_keys(":next-claim<enter>", brief::CLAIMS, "ferry-board/c2");
    assert_keys(":quotes<tab><s-tab><enter>", brief::QUOTES, "ferry-board/q1");
    assert_eq!(effect(&mut reader(WIDE, ":quit at once<tab>"), "<enter>"), Effect::Quit);
}

/// The actions of the keys of the panes, with their names.
fn named() -> impl Iterator<Item = (&'static str, &'static keys::Binding)> {
    let in_panes =
        BINDINGS.iter().filter(|binding| binding.modes.contains(&Mode::Screen(ScreenName::Brief)));
    in_panes.map(|binding| (binding.name.unwrap_or_else(|| panic!("{binding:?}")), binding))
}

#[test]
fn every_action_is_found_by_its_name_with_its_key() {
    for (name, binding) in named() {
        let mut app = reader((120, 60), ":");
        app.update(Action::Write(Stroke::Insert(Text::new(name))));
        let screen = screen_of(&app);
        let line =
            screen.lines().skip(2).find(|line| line.contains(&format!(" {name} "))).unwrap_or("");
        let rest: String = screen.lines().skip(2).take(4).collect();
        assert!(!line.is_empty() && rest.contains(&binding.keys[0].label()), "{name}\n{screen}");
    }
}

#[test]
fn names_of_actions_are_distinct() {
    let mut names: Vec<&str> = named().map(|(name, _)| name).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn the_help_is_searched() {
    insta::assert_snapshot!(screen(USUAL, "?/quote"));
    let app = reader(WIDE, "?/quote<enter>");
    assert_eq!(app.mode(), Mode::Help);
    assert!(!screen_of(&app).contains("draw the screen again"));
    assert_eq!(screen(WIDE, "?/quote<enter><esc>"), screen(WIDE, "?"));
    assert_eq!(screen(WIDE, "?/quote<enter>??"), screen(WIDE, "?"));
    assert!(screen(WIDE, "?/zebra").contains("Nothing in the help matches zebra"));
}

#[test]
fn the_help_has_every_action_once() {
    let text = screen((84, 250), "?");
    let text = &text[text.find("│  Follow").unwrap()..];
    let mut seen = Vec::new();
    for binding in BINDINGS.iter() {
        let action = binding.name.map_or_else(|| format!("{:?}", binding.action), str::to_owned);
        if seen.contains(&action) {
            continue;
        }
        let keys: Vec<String> = binding.keys.iter().map(Key::label).collect();
        // A long text continues on the next line.
        let words: String = binding.help.chars().take(40).collect();
        let keys = format!("│  {}  ", keys.join("  "));
        let rows = text.lines().filter(|line| line.starts_with(&keys) && line.contains(&words));
        assert_eq!(rows.count(), 1, "{action} in\n{text}");
        seen.push(action);
    }
    let is_row = |line: &&str| line.starts_with("│  ") && !line.starts_with("│   ");
    assert_eq!(text.lines().filter(is_row).count(), seen.len() + Group::ALL.len());
}

#[test]
fn prompts_are_drawn_at_every_small_size() {
    for keys in [
        "/boats",
        "/",
        "/zebra",
        "&light<tab>",
        "&boats<enter>",
        "/boats<enter>n",
        ":cl",
        "?/quote",
    ] {
        assert_fits_small_screens(reader(WIDE, keys));
    }
}

#[test]
fn a_message_is_seen_beside_a_prompt_or_above_it() {
    let mut app = reader(WIDE, "/boats");
    app.update(Action::Notify("the text is copied".into()));
    let line = last_line(&app);
    assert!(line.starts_with("/boats") && line.ends_with("the text is copied"), "{line}");
    app.update(Action::Write(Stroke::Insert("x".repeat(5_000).into())));
    let screen = screen_of(&app);
    let above = screen.lines().rev().nth(1).unwrap();
    assert_eq!(above.trim(), "a line holds 4096 characters; the rest was left out", "{screen}");
    press(&mut app, "<bs>");
    assert!(!screen_of(&app).contains("a line holds"));
}
