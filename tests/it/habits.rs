//! What people bring along from other programs: commands by their names, the last place, a page that is
//! searched, saved and copied, notes that fold.

use topline::reader::action::{Action, Effect};
use topline::reader::app::App;
use topline::reader::mode::{Mode, ScreenName};
use topline::reader::screens::brief;

use crate::support::keystrokes::{
    SMALL, USUAL, WIDE, assert_fits_small_screens, assert_focus, assert_keys, effect,
    entries_on_disk, first_line, focus, front, front_with, last_line, press, reader, reader_with,
    screen, screen_of,
};
use crate::support::library::{FERRY_BOARD, FERRY_BOARD_TEXT, Folder};

/// What the footer says of these keys.
fn told(keys: &str) -> String {
    last_line(&reader(WIDE, keys))
}

#[test]
fn quits_by_every_name_that_people_type_for_it() {
    for name in ["q", "q!", "quit", "qa", "wq", "x", "exit", "  quit "] {
        let mut app = reader(WIDE, &format!(":{name}"));
        assert_eq!(effect(&mut app, "<enter>"), Effect::Quit, "{name}");
    }
}

#[test]
fn knows_actions_by_other_names_and_by_the_beginning_of_one() {
    let mode = |line: &str| reader(WIDE, &format!(":{line}<enter>")).mode();
    for line in ["help", "h"] {
        assert_eq!(mode(line), Mode::Help, "{line}");
    }
    for line in ["print", "printed", "prin"] {
        assert_eq!(mode(line), Mode::Preview, "{line}");
    }
    assert_eq!(mode("w"), Mode::Naming);
    assert_eq!(mode("asks-"), Mode::Screen(ScreenName::Asks));
    assert!(told(":set theme<enter>").starts_with("theme light"), "{}", told(":set theme<enter>"));
    let listed = screen(WIDE, ":set");
    assert!(
        listed.contains(" theme ") && listed.contains(" mouse ") && !listed.contains("next-claim")
    );
}

#[test]
fn what_is_no_action_says_so_and_runs_nothing() {
    for (line, says) in [
        ("queit", "no action is called `queit`; did you mean quit?"),
        ("no such action", "no action is called `no such action`; : lists those there are"),
        ("quit at once", "no action is called `quit at once`"),
        ("next", "`next` could be any of next-claim, next-quote, "),
        ("set mouze", "no action is called `set mouze`"),
    ] {
        let app = reader(WIDE, &format!(":{line}<enter>"));
        assert!(screen_of(&app).contains(says), "{line}: {}", screen_of(&app));
        assert_focus(&app, brief::CLAIMS, "ferry-board/c1");
    }
    assert_keys(":<enter>", brief::CLAIMS, "ferry-board/c1");
}

#[test]
fn an_action_that_is_picked_is_run_whatever_is_written() {
    assert_keys(":claim<tab><enter>", brief::CLAIMS, "ferry-board/c2");
    assert_keys(":claim<s-tab><enter>", brief::CLAIMS, "ferry-board/c1");
    let unselected = screen(WIDE, ":next-");
    assert!(!unselected.contains("│▌ next"), "{unselected}");
}

#[test]
fn a_number_or_an_id_goes_to_that_item() {
    assert_keys(":3<enter>", brief::CLAIMS, "ferry-board/c3");
    assert_keys(":3<enter><c-o>", brief::CLAIMS, "ferry-board/c1");
    assert_keys("5:4<enter>", brief::QUOTES, "ferry-board/q1");
    assert_keys("5:1<enter>", brief::QUOTES, "ferry-board/q1");
    assert_keys(":q3<enter>", brief::QUOTES, "ferry-board/q3");
    assert_keys(":a2<enter>", brief::ASKS, "ferry-board/a2");
    assert_keys(":owners-letter/c2<enter>", brief::CLAIMS, "owners-letter/c2");
    for (line, says) in [
        ("9", "nothing in this pane has the number 9"),
        ("0", "nothing in this pane has the number 0"),
        ("99999999999999999999", "no action is called"),
        ("c9", "no action is called `c9`"),
        ("gone/c1", "no action is called `gone/c1`"),
    ] {
        assert!(
            told(&format!(":{line}<enter>")).starts_with(says),
            "{}",
            told(&format!(":{line}<enter>"))
        );
    }
    let app = front(WIDE, "0:2<enter><enter>");
    assert_focus(&app, brief::ASKS, "ferry-board/a1");
}

#[test]
fn two_apostrophes_go_to_the_last_place_and_back_again() {
    assert_keys("j<enter>''", brief::CLAIMS, "ferry-board/c2");
    assert_keys("j<enter>''''", brief::QUOTES, "ferry-board/q2");
    assert!(told("''").starts_with("no place has been left yet"));
    assert!(screen(USUAL, "'").contains("'  the last place"));
    assert!(screen(USUAL, "'").contains("There are no marks yet"));
    assert_keys("mxj'x''", brief::CLAIMS, "ferry-board/c2");
}

#[test]
fn the_way_back_is_in_the_footer_once_there_is_one() {
    assert!(!last_line(&reader(USUAL, "")).contains("back"));
    assert!(last_line(&reader(USUAL, "<enter>")).contains("Ctrl-o back"));
    assert!(!last_line(&reader(USUAL, "<enter><c-o>")).contains("back"));
}

#[test]
fn the_printed_page_is_searched_in_its_own_words() {
    let app = reader(USUAL, "p/stop<enter>");
    assert_eq!(app.mode(), Mode::Preview);
    assert!(screen_of(&app).contains("match 1 of "), "{}", screen_of(&app));
    let next = reader(USUAL, "p/stop<enter>n");
    assert!(last_line(&next).starts_with("match 2 of "), "{}", last_line(&next));
    let around = reader(USUAL, "p/stop<enter>nN");
    assert!(last_line(&around).starts_with("match 1 of "));
    let heading = reader(USUAL, "p/gaps<enter>");
    assert!(screen_of(&heading).contains("match 1 of 1"), "{}", screen_of(&heading));
    assert!(screen(USUAL, "p/zebra").contains("no match on this page"));
    // Esc ends the search before it closes the page.
    assert!(!screen(USUAL, "p/stop<enter><esc>").contains("match 1"));
    assert_eq!(reader(USUAL, "p/stop<enter><esc>").mode(), Mode::Preview);
    assert_eq!(reader(USUAL, "p/stop<enter><esc><esc>").mode(), Mode::Screen(ScreenName::Brief));
    assert_eq!(reader(USUAL, "p/<esc>").mode(), Mode::Preview);
    assert!(told("pn").starts_with("nothing is searched for"));
    // The search of the library is another one.
    assert!(!screen(WIDE, "/light<enter>p").contains("match "));
}

#[test]
fn the_page_or_the_selected_section_is_copied() {
    let copied = |keys: &str| match effect(&mut reader(WIDE, keys), "y") {
        Effect::Copy(copied) => (copied.what.to_string(), copied.text.to_string()),
        effect => panic!("{keys}: {effect:?}"),
    };
    let (what, page) = copied("p");
    assert_eq!(what, "the page of ferry-board");
    assert!(page.starts_with("BRIEF A\n") && page.contains("\nTOP LINES\n"), "{page}");
    let Effect::Save { text, .. } = reader(WIDE, "s").update(Action::Accept) else { panic!() };
    assert_eq!(page, text.as_str());
    let (what, section) = copied("p}}");
    assert_eq!(what, "SUMMARY of ferry-board");
    assert!(section.starts_with("SUMMARY\nSmall ferries sail"), "{section}");
    assert!(!section.contains("TOP LINES") && page.contains(section.trim_end()), "{section}");
    assert_eq!(copied("p}}}").0, "TOP LINES of ferry-board");
    assert_eq!(copied("p}}}{").0, "SUMMARY of ferry-board");
    // Movement by lines, and Esc, let go of the section.
    assert_eq!(copied("p}}j").0, "the page of ferry-board");
    assert_eq!(copied("p}}<esc>").0, "the page of ferry-board");
    let shown = screen(WIDE, "p}}");
    assert!(shown.contains("│▌ SUMMARY"), "{shown}");
}

#[test]
fn the_page_is_shown_below_the_prompt_as_it_prints() {
    let Effect::ShowBelow(page) = effect(&mut reader(WIDE, "p"), "P") else { panic!() };
    assert!(page.starts_with("BRIEF A\n"));
}

#[test]
fn the_name_that_is_proposed_is_never_that_of_the_source() {
    let yaml =
        std::fs::read_to_string(crate::support::keystrokes::folder().join("ferry-board.yaml"));
    let yaml = yaml.unwrap().replace("text: ferry-board.txt", "text: ferry-board.page.txt");
    let folder = Folder::with(&[
        ("ferry-board.yaml", yaml.as_str()),
        ("ferry-board.page.txt", FERRY_BOARD_TEXT),
    ]);
    let app = reader_with(vec![folder.entry("ferry-board.yaml")], WIDE, "s");
    assert!(last_line(&app).starts_with("save as ferry-board.printed.txt"), "{}", last_line(&app));
}

#[test]
fn notes_fold_away_and_come_back() {
    let note = "Note: The board does not say whose";
    let shows = |keys: &str| screen(WIDE, keys).contains(note);
    assert!(shows(""));
    assert!(!shows("N") && shows("NN") && !shows("z"));
    // While there is a search, N goes to the match before.
    assert!(shows("/boats<enter><c-o>N"));
    assert!(!shows("/boats<enter><esc>3N"));
    assert!(told("N").starts_with("notes are folded away"));
    for keys in ["N", "NA", "NO"] {
        assert_fits_small_screens(reader(SMALL, keys));
    }
}

#[test]
fn a_line_in_short_is_copied_and_edited_as_that_line() {
    let front = |keys: &str| front_with(entries_on_disk(), WIDE, keys);
    let Effect::Copy(copied) = effect(&mut front("<enter>j"), "y") else { panic!() };
    assert_eq!(copied.what, "the line");
    assert_eq!(
        copied.text,
        "The board wants stop notices used. — Tidewater Safety Board, 9 February 2026"
    );
    for (keys, line) in [("<enter>", 4), ("<enter>j", 5)] {
        let Effect::Edit { line: at, .. } = effect(&mut front(keys), "e") else { panic!("{keys}") };
        assert_eq!(at, line, "{keys}");
    }
}

#[test]
fn a_broken_brief_offers_only_what_can_be_done_with_it() {
    let app = front(USUAL, "j");
    assert!(first_line(&app).contains("broken"));
    let footer = last_line(&app);
    assert!(footer.contains("Enter its problems") && !footer.contains("claims"), "{footer}");
}

#[test]
fn the_front_page_names_the_sections_below() {
    let app = front(USUAL, "");
    let below =
        |app: &App| screen_of(app).lines().find(|line| line.contains(" ↓ ")).map(str::to_owned);
    let named = below(&app).unwrap_or_else(|| panic!("{}", screen_of(&app)));
    assert!(named.contains("Source"), "{named}");
    let mut app = front(USUAL, "0");
    press(&mut app, "G");
    assert_eq!(below(&app), None, "{}", screen_of(&app));
}

#[test]
fn matches_come_in_the_order_of_the_list_of_briefs() {
    let headings = |keys: &str| -> Vec<bool> {
        let text = screen_of(&front(WIDE, keys));
        let found =
            text.lines().filter(|line| line.contains(" found") && !line.contains("in the source"));
        found.map(|line| line.contains("owners-letter")).collect()
    };
    // By path the letter is the last, and by date the first.
    assert_eq!(headings("/board"), [false, true]);
    assert_eq!(headings("Sd/board"), [true, false]);
    let after = |keys: &str| focus(&front(WIDE, &format!("{keys}/board<enter>")));
    assert!(after("Sdgg").starts_with("owners-letter/"), "{}", after("Sdgg"));
    let mut app = front(WIDE, "Sdgg/board<enter>");
    let mut briefs = vec![focus(&app)];
    for _ in 0..30 {
        press(&mut app, "n");
        briefs.push(focus(&app));
    }
    let first_of_board = briefs.iter().position(|item| item.starts_with("ferry-board/")).unwrap();
    assert!(
        briefs[..first_of_board].iter().all(|item| !item.starts_with("ferry-board/")),
        "{briefs:?}"
    );
    assert!(
        briefs[first_of_board..].iter().any(|item| item.starts_with("owners-letter/")),
        "wraps"
    );
}

/// A brief with a wrong figure in a claim and a wrong quotation under another.
fn faulty() -> Folder {
    let yaml = FERRY_BOARD
        .replace("text: 31 of 84 boats inspected", "text: 32 of 84 boats inspected")
        .replace("exact: a decade of drift", "exact: a century of drift");
    Folder::with(&[("ferry-board.yaml", yaml.as_str()), ("ferry-board.txt", FERRY_BOARD_TEXT)])
}

#[test]
fn the_worst_state_is_in_the_title_at_any_width() {
    let entries = vec![faulty().entry("ferry-board.yaml")];
    for columns in [200, 120, 100, 80, 72, 60, 40, 30] {
        for keys in ["", "3", "5", "6"] {
            let app = front_with(entries.clone(), (columns, 24), keys);
            assert!(first_line(&app).contains('✗'), "{columns} {keys}: {}", first_line(&app));
        }
    }
}

#[test]
fn a_claim_that_is_not_borne_out_says_so_wherever_it_goes() {
    let folder = faulty();
    let app = |keys: &str| reader_with(vec![folder.entry("ferry-board.yaml")], WIDE, keys);
    let copied = |keys: &str, key: &str| match effect(&mut app(keys), key) {
        Effect::Copy(copied) => copied.text.to_string(),
        effect => panic!("{keys}: {effect:?}"),
    };
    assert!(copied("", "y").ends_with("[has an error: see topline check]"), "{}", copied("", "y"));
    assert!(
        copied("j", "y").ends_with("[rests on a quotation that failed]"),
        "{}",
        copied("j", "y")
    );
    assert!(copied("Y", "h").contains("has an error: see topline check"));
    let shown = screen_of(&app(""));
    assert!(shown.contains("✗ rests on a quotation that"), "{shown}");
    let printed = folder.run(&["print", "--section", "claims", "ferry-board.yaml"]).stdout;
    let flat = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("Has an error: see topline check."), "{printed}");
    assert!(flat.contains("Rests on a quotation that failed."), "{printed}");
}

#[test]
fn a_message_is_whole_over_an_overlay() {
    let mut app = reader(USUAL, "p");
    let message = format!("{} end of the message", "a long message ".repeat(8));
    app.update(Action::Notify(message.as_str().into()));
    let shown = screen_of(&app).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains("a long message a long message") && shown.contains("end of the message")
    );
    let lines = screen_of(&app).lines().filter(|line| line.contains("a long message")).count();
    assert!(lines >= 2, "{}", screen_of(&app));
}

#[test]
fn only_plain_text_is_saved_from_the_reader() {
    for (name, says) in [("x.docx", "a Word file"), ("x.HTML", "HTML"), ("x.md", "Markdown")] {
        let mut app = reader(WIDE, &format!("s<c-u>{name}"));
        assert_eq!(effect(&mut app, "<enter>"), Effect::None, "{name}");
        assert!(screen_of(&app).contains(&format!("`topline print -o` writes {says}")), "{name}");
    }
    assert!(matches!(effect(&mut reader(WIDE, "s<c-u>x"), "<enter>"), Effect::Save { .. }));
}
