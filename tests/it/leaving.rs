//! What keys ask to be done outside the reader, and how the screen shows marks, choices and changes
//! on disk.

use std::path::{Path, PathBuf};

use topline::brief::Id;
use topline::library::{Changes, Entry, Origin};
use topline::reader::action::{Action, Effect, LibraryAction};
use topline::reader::app::App;
use topline::reader::keys::Key;
use topline::reader::memory::{Marks, Position, Remembered};
use topline::reader::screens::brief;

use crate::support::keystrokes::{
    SMALL, USUAL, WIDE, assert_fits, assert_focus, by_path, first_line, focus, last_line, open,
    reader_with, screen_of as screen, small_sizes,
};
use crate::support::library::{FERRY_BOARD as BRIEF, FERRY_BOARD_TEXT, Folder};

const LETTER: &str = include_str!("reader/owners-letter.yaml");

/// The entry of a file of this name that holds `yaml`.
fn entry(name: &str, yaml: &str) -> Entry {
    let folder = Folder::with(&[(name, yaml), ("ferry-board.txt", FERRY_BOARD_TEXT)]);
    Entry { origin: origin(name), ..folder.entry(name) }
}

fn origin(name: &str) -> Origin {
    Origin::File(Path::new("/briefs").join(name))
}

fn library() -> Vec<Entry> {
    vec![entry("ferry-board.yaml", BRIEF), entry("owners-letter.yaml", LETTER)]
}

fn reader() -> App {
    reader_with(library(), USUAL, "")
}

/// Presses keys, bound or not, and returns the effect of the last.
fn press(app: &mut App, keys: &str) -> Effect {
    let actions = Key::parse_all(keys).unwrap();
    let act = |key| {
        app.keymap().lookup(app.mode(), key).map_or(Effect::None, |action| app.update(action))
    };
    actions.into_iter().map(act).last().unwrap()
}

#[track_caller]
fn assert_copies(keys: &str, what: &str, text: &str) {
    match press(&mut reader(), keys) {
        Effect::Copy(copied) => {
            assert_eq!(copied.what, what, "{keys}");
            assert!(copied.text.starts_with(text), "{keys}: {}", copied.text);
        }
        effect => panic!("{keys}: {effect:?}"),
    }
}

#[test]
fn copies_what_has_the_focus_in_the_form_that_is_asked_for() {
    assert_copies("y", "c1", "Claim: 31 of 84 boats");
    assert_copies(
        "<enter>y",
        "q1",
        "“We inspected 84 boats and 31 had no working stern light. […]",
    );
    assert_copies(
        "<enter>6y",
        "the sentence",
        "“Dana Vale, the board's chief inspector, said: ‘We",
    );
    assert_copies("<enter>Ym", "q1 as Markdown", "> “We inspected 84 boats");
    assert_copies("4Yw", "the words of a1", "use the stop-notice power.");
    assert_copies("2jYy", "vale", "Dana Vale, chief inspector, Tidewater Safety Board — ");
    assert_copies("4Yc", "a1 as YAML", "a1: {kind: ask, by: tsb, ");
    assert_copies("1Yc", "ferry-board as YAML", BRIEF);
    assert_copies("2Yl", "the permalink ferry-board", "ferry-board");
    assert_copies(
        "1y",
        "ferry-board",
        "Board warns on unlit ferries — Tidewater Safety Board, statement, ",
    );
    assert_copies("1Yf", "the file of ferry-board", BRIEF);
}

#[test]
fn a_choice_is_left_without_a_copy() {
    for keys in ["Y<esc>", "Yq", "Y"] {
        let mut app = reader();
        assert_eq!(press(&mut app, keys), Effect::None, "{keys}");
        assert_eq!(focus(&app), "ferry-board/c1");
    }
}

#[test]
fn the_choices_are_shown() {
    for size in [WIDE, USUAL, SMALL] {
        let (columns, rows) = size;
        let mut app = reader_with(library(), size, "Y");
        insta::assert_snapshot!(format!("copy at {columns}x{rows}"), screen(&app));
        press(&mut app, "<esc>majmb1mж'");
        insta::assert_snapshot!(format!("marks at {columns}x{rows}"), screen(&app));
    }
}

#[test]
fn opens_the_address_of_the_source_at_the_words_of_what_has_the_focus() {
    let opened = |keys: &str| match press(&mut reader(), keys) {
        Effect::Open(address) => address.to_string(),
        other => panic!("{other:?}"),
    };
    let page = "https://example.org/tsb/unlit-ferries";
    let words = "text=We%20inspected%2084%20boats%20and,had%20no%20working%20stern%20light.";
    assert_eq!(opened("2o"), page);
    assert_eq!(opened("o"), format!("{page}#:~:{words}&text=That%20is%20not%20bad%20luck"));
    assert_eq!(opened("o"), opened("5o"), "the claim, and the quote that it rests on");
    let mut app = reader();
    assert_eq!(press(&mut app, "1jo"), Effect::None);
    assert_eq!(last_line(&app), "the brief gives no web address for its source");
}

#[track_caller]
fn assert_edits(app: &mut App, keys: &str, start: &str) {
    let line = 1 + BRIEF.lines().position(|line| line.starts_with(start)).unwrap();
    let file = PathBuf::from("/briefs/ferry-board.yaml");
    assert_eq!(press(app, keys), Effect::Edit { file, line }, "{keys}");
}

#[test]
fn edits_at_the_line_of_what_has_the_focus() {
    assert_edits(&mut reader(), "je", "  c2:");
    assert_edits(&mut reader(), "<enter>e", "  q1:");
    assert_edits(&mut reader(), "4je", "  a2:");
    assert_edits(&mut reader(), "2jje", "  marsh:");
    assert_edits(&mut reader(), "1e", "# A wholly");
}

#[test]
fn a_broken_brief_is_edited_at_its_first_problem() {
    let broken = BRIEF.replace("evidence: q1,", "evidence: q8,");
    let mut app = reader_with(vec![entry("ferry-board.yaml", &broken)], USUAL, "");
    assert_edits(&mut app, "e", "  c1:");
}

#[test]
fn says_what_cannot_be_edited() {
    let mut stdin = entry("stdin.yaml", LETTER);
    stdin.origin = Origin::Stdin;
    let mut app = reader_with(vec![stdin], USUAL, "");
    assert_eq!(press(&mut app, "e"), Effect::None);
    assert_eq!(last_line(&app), "the brief came from standard input, so there is no file to edit");
}

#[test]
fn a_mark_leads_back_from_anywhere() {
    let mut app = reader();
    assert_eq!(press(&mut app, "j<enter>ma"), Effect::Mark('a', "ferry-board/q2".parse().unwrap()));
    assert_eq!(last_line(&app), "`ferry-board/q2` is marked a: ' a goes back to it");
    press(&mut app, "1j3");
    assert_eq!(focus(&app), "owners-letter/c1");
    assert_eq!(press(&mut app, "'"), Effect::Recall);
    press(&mut app, "a");
    assert_focus(&app, brief::QUOTES, "ferry-board/q2");
    press(&mut app, "<c-o>");
    assert_focus(&app, brief::CLAIMS, "owners-letter/c1");
}

#[test]
fn marks_of_other_readers_are_taken_in() {
    let mut app = reader();
    press(&mut app, "ma'");
    app.update(Action::Marked(Marks::from([('z', "owners-letter/c2".parse().unwrap())])));
    assert!(screen(&app).contains("owners-letter/c2  A second inspection was offered."));
    press(&mut app, "z");
    assert_eq!(focus(&app), "owners-letter/c2");
    press(&mut app, "'a");
    assert_eq!(focus(&app), "ferry-board/c1");
}

#[test]
fn says_if_a_mark_leads_nowhere() {
    let mut app = reader();
    press(&mut app, "'x");
    assert_eq!(last_line(&app), "no item is marked x: m x marks the focused item");
    app.update(Action::Marked(Marks::from([
        ('x', "gone/c2".parse().unwrap()),
        ('y', "gone".parse().unwrap()),
    ])));
    press(&mut app, "'x");
    assert_eq!(last_line(&app), "`gone/c2` is not in this library");
    press(&mut app, "'y");
    assert_eq!(last_line(&app), "`gone` is not in this library");
    assert_eq!(focus(&app), "ferry-board/c1");
}

fn resumed(at: &str, party: Option<&str>) -> App {
    let mut app = by_path(2, None);
    let left = Position { at: at.parse().unwrap(), party: party.and_then(Id::new) };
    app.resume(Remembered { left: Some(left), ..Remembered::default() });
    open(app, library(), USUAL)
}

#[test]
fn resumes_the_brief_the_item_and_the_filter() {
    let app = resumed("owners-letter/q2", Some("vale"));
    assert_focus(&app, brief::QUOTES, "owners-letter/q2");
    assert!(screen(&app).contains("1 of 2 · Dana Vale"), "{}", screen(&app));
    let at = "owners-letter/q2".parse().unwrap();
    assert_eq!(app.position(), Some(Position { at, party: Id::new("vale") }));
}

#[test]
fn resumes_as_far_as_the_library_allows() {
    let without_item = resumed("owners-letter/c9", Some("nobody"));
    assert!(first_line(&without_item).contains("2 of 2"), "{}", screen(&without_item));
    assert!(first_line(&resumed("gone/c9", None)).contains("1 of 2"));
    assert_ne!(last_line(&resumed("gone/c9", None)), "no brief is called `gone`");
}

#[test]
fn nothing_is_left_before_a_brief_is_open() {
    assert_eq!(App::new(2, None).position(), None);
}

fn change(app: &mut App, origins: &[&str], entries: Vec<Entry>) {
    let origins = origins.iter().map(|name| origin(name)).collect();
    app.update(Action::Library(LibraryAction::Changed(Changes { origins, entries })));
}

const BOTH: [&str; 2] = ["ferry-board.yaml", "owners-letter.yaml"];

#[test]
fn stays_at_the_item_whatever_comes_before_it() {
    let mut app = reader();
    press(&mut app, "jj");
    assert_eq!(focus(&app), "ferry-board/c3");
    let more = BRIEF.replace("claims:\n", "claims:\n  c0: {text: New., by: vale, evidence: q1}\n");
    change(
        &mut app,
        &["a.yaml", BOTH[0], BOTH[1]],
        vec![entry("a.yaml", LETTER), entry(BOTH[0], &more)],
    );
    assert_eq!(focus(&app), "ferry-board/c3");
    assert!(screen(&app).contains("2 of 3   Board warns"));
    assert!(screen(&app).contains("4/4"));
}

#[test]
fn goes_to_the_nearest_item_if_its_own_is_gone_and_back_when_it_returns() {
    let mut app = reader();
    press(&mut app, "jj");
    let less = BRIEF
        .replace("  c3: {text: A lighting code is on its way., by: marsh, evidence: q4}\n", "");
    change(&mut app, &BOTH, vec![entry(BOTH[0], &less)]);
    assert_eq!(focus(&app), "ferry-board/c2");
    change(&mut app, &BOTH, vec![entry(BOTH[0], BRIEF)]);
    assert_eq!(focus(&app), "ferry-board/c3");
}

#[test]
fn an_official_who_is_gone_leaves_everyone_shown() {
    let mut app = reader();
    press(&mut app, "2j3");
    assert!(screen(&app).contains("1 of 3 · Dana Vale"));
    let less =
        BRIEF.replace("  vale: {name: Dana Vale, post: chief inspector, organisation: tsb}\n", "");
    change(&mut app, &BOTH, vec![entry(BOTH[0], &less.replace("by: vale", "by: tsb"))]);
    assert!(screen(&app).contains("1/3"), "{}", screen(&app));
}

#[test]
fn a_brief_that_goes_leaves_its_neighbour() {
    let mut app = reader();
    change(&mut app, &BOTH[1..], Vec::new());
    assert_eq!(focus(&app), "owners-letter/c1");
    change(&mut app, &[], Vec::new());
    assert_eq!(focus(&app), "");
    change(&mut app, &BOTH[..1], vec![entry(BOTH[0], BRIEF)]);
    assert_eq!(focus(&app), "ferry-board/c1");
}

#[test]
fn a_brief_that_comes_back_is_shown_again_unless_the_focus_has_moved() {
    for (keys, focused) in [("", "ferry-board/c2"), ("j", "owners-letter/c2")] {
        let mut app = reader();
        press(&mut app, "j");
        change(&mut app, &BOTH[1..], Vec::new());
        assert_eq!(focus(&app), "owners-letter/c1");
        if !keys.is_empty() {
            press(&mut app, keys);
        }
        change(&mut app, &BOTH, vec![entry(BOTH[0], BRIEF)]);
        assert_eq!(focus(&app), focused);
    }
}

#[test]
fn a_bad_save_shows_the_last_good_version_and_says_so() {
    let mut app = reader();
    press(&mut app, "j");
    let broken = BRIEF.replace(
        "  c3: {text: A lighting code is on its way., by: marsh",
        "  c3: {text: Gone., by: mash",
    );
    change(&mut app, &BOTH, vec![entry(BOTH[0], &broken)]);
    insta::assert_snapshot!("a bad save", screen(&app));
    assert_edits(&mut app, "e", "  c3:");
    app.update(Action::Resized(40, 7));
    assert!(screen(&app).contains("✗ last good version shown; line 38:"), "{}", screen(&app));
    app.update(Action::Resized(80, 24));
    change(&mut app, &BOTH, vec![entry(BOTH[0], BRIEF)]);
    assert!(!screen(&app).contains('✗'));
    assert_eq!(focus(&app), "ferry-board/c2");
}

#[test]
fn a_long_message_is_shown_whole() {
    let mut app = reader_with(library(), SMALL, "");
    let url = format!("https://example.org/{}", "0123456789".repeat(5));
    app.update(Action::Notify(format!("no display is available, so {url} was not opened").into()));
    let shown: String = screen(&app)
        .lines()
        .rev()
        .take(4)
        .map(str::trim)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    assert!(shown.contains(&url), "{}", screen(&app));
}

#[test]
fn menus_and_messages_fit_on_every_small_screen() {
    let entries = library();
    for size in small_sizes() {
        let mut app = reader_with(entries.clone(), size, "");
        for keys in ["Y", "<esc>mamb'", "<down><up>", "<esc>m"] {
            press(&mut app, keys);
            assert_fits(&app, size);
        }
        app.update(Action::Notify("a message of some length, for any screen".into()));
        assert_fits(&app, size);
    }
}
