//! The screens over all briefs: the register of asks, the officials, and the way from them to a
//! brief and back.

use std::sync::LazyLock;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier};
use topline::library::Entry;
use topline::reader::action::{Action, Effect, LibraryAction};
use topline::reader::app::App;
use topline::reader::mode::ScreenName;
use topline::reader::pane::Pane;
use topline::reader::screens::{asks, brief, officials};
use topline::reader::theme::Theme;

use crate::support::keystrokes::{
    SMALL, USUAL, WIDE, any_keys, assert_fits_small_screens, assert_focus as assert_at, by_path,
    check_focus_is_shown, effect, first_line, focus, press, reader_with, screen_of, stretches,
};
use crate::support::library::Folder;

/// A letter in which a board asks for three things, one of them long ago.
const LETTER: &str = "\
summary: The board wants lights.
topics: [lights, boats]
source: {title: The letter, publisher: Tidewater Board, issued: 2020-01-10, url: https://example.org/letter}
organisations: {board: Tidewater Board, ports: Ministry of Ports}
officials:
  vale: {name: Dana Vale, post: chair, organisation: board}
quotes:
  q1: {form: reported, by: vale, gist: wants lights on every boat, paragraph: 7}
  q2: {form: reported, by: board, gist: wants inspectors, paragraph: 2}
claims:
  c1: {text: Half the boats are unlit., by: vale, evidence: q1}
asks:
  a1: {kind: ask, by: vale, to: ports, action: fit lights, instrument: Ports Act 1999, due: 2020-03, evidence: [q1, q2]}
  a2: {kind: ask, by: board, to: [ports, everyone], action: count boats, due: 2020-04-01, evidence: q2}
  a3: {kind: ask, by: board, to: unstated, action: ban night sailing, due: soon, evidence: q2}
";

/// The ministry’s reply, which answers one of them and gives the chair another post.
const REPLY: &str = "\
summary: The ministry answers.
topics: [boats]
source: {title: The reply, publisher: Gazette}
organisations: {board: Tidewater Board, ports: Ministry of Ports}
officials:
  vale: {name: Dana Vale, post: head of the board, organisation: board}
  marsh: {name: Ian Marsh, honorific: Sir, post: minister, organisation: ports}
quotes:
  q1: {form: reported, by: marsh, gist: will fit lights by 2999, paragraph: 1}
  q2: {form: reported, by: vale, gist: half are still unlit, paragraph: 2}
claims:
  c1: {text: Half the boats are unlit., by: vale, evidence: q2, repeats: letter/c1}
asks:
  a1: {kind: commitment, by: marsh, action: fit lights, due: 2999-02, evidence: q1, answers: letter/a1}
  a2: {kind: action, by: ports, action: buy lights, status: done, due: 2019, evidence: q1}
  a3: {kind: ask, by: marsh, to: vale, action: wait, status: rejected, due: 2020-01-01, evidence: q1}
";

const BROKEN: &str = "summary: [";

/// The briefs of most of these tests, which are read once.
fn letters() -> Vec<Entry> {
    static LETTERS: LazyLock<Vec<Entry>> =
        LazyLock::new(|| Folder::with(&[("letter.yaml", LETTER), ("reply.yaml", REPLY)]).entries());
    LETTERS.clone()
}

fn reader_of(briefs: &[(&str, &str)], size: (u16, u16), keys: &str) -> App {
    reader_with(Folder::with(briefs).entries(), size, keys)
}

fn reader(size: (u16, u16), keys: &str) -> App {
    reader_with(letters(), size, keys)
}

fn screen(size: (u16, u16), keys: &str) -> String {
    screen_of(&reader(size, keys))
}

#[track_caller]
fn assert_keys(keys: &str, pane: Pane, item: &str) {
    assert_at(&reader(WIDE, keys), pane, item);
}

/// The asks that the register shows, in its order.
#[track_caller]
fn assert_asks(keys: &str, detail: &str, expected: &[&str]) {
    let mut app = reader(WIDE, keys);
    assert_eq!(app.detail(asks::REGISTER), detail);
    press(&mut app, "g");
    let mut found = Vec::new();
    for _ in 0..app.list(asks::REGISTER).len() {
        found.extend(app.focus().map(|anchor| anchor.to_string()));
        press(&mut app, "j");
    }
    assert_eq!(found, expected);
}

#[test]
fn the_register_of_asks() {
    insta::assert_snapshot!(screen(WIDE, "A"));
}

#[test]
fn the_register_in_the_usual_size() {
    insta::assert_snapshot!(screen(USUAL, "Aj"));
}

#[test]
fn the_register_in_a_small_size() {
    insta::assert_snapshot!(screen(SMALL, "A"));
}

#[test]
fn the_menu_of_what_the_asks_are_narrowed_to() {
    insta::assert_snapshot!(screen(USUAL, "Af"));
}

#[test]
fn the_officials() {
    insta::assert_snapshot!(screen(WIDE, "O"));
}

#[test]
fn the_officials_in_the_usual_size() {
    insta::assert_snapshot!(screen(USUAL, "Oj"));
}

#[test]
fn the_matrix() {
    insta::assert_snapshot!(screen(WIDE, "O3lll+"));
}

#[test]
fn the_matrix_in_a_small_size() {
    insta::assert_snapshot!(screen(SMALL, "O3lll"));
}

#[test]
fn keys_go_from_screen_to_screen() {
    let at = |keys| reader(WIDE, keys).screen();
    assert_eq!(
        [at("A"), at("O"), at("AB"), at("OA")],
        [ScreenName::Asks, ScreenName::Officials, ScreenName::Brief, ScreenName::Asks]
    );
    assert_eq!(
        [at("v"), at("vv"), at("vvv")],
        [ScreenName::Asks, ScreenName::Officials, ScreenName::Brief]
    );
}

#[test]
fn a_screen_is_as_it_was_left() {
    assert_keys("AjjBA", asks::REGISTER, "letter/a3");
    assert_keys("Ojl2jvvv", officials::RECORD, "reply/q1");
    assert_keys("4jAB", brief::ASKS, "letter/a2");
    // Only the footer differs: there is a way back.
    let panes = |keys: &str| screen(WIDE, keys).rsplit_once("\n Enter").unwrap().0.to_owned();
    assert_eq!(panes("j2jAOB"), panes("j2j"));
}

#[test]
fn enter_goes_to_the_ask_in_its_brief_and_back_returns() {
    assert_keys("Ajjj<enter>", brief::ASKS, "reply/a1");
    for size in [WIDE, USUAL, SMALL] {
        for there in ["Ajjj", "AU<pgdn>", "ASd", "Afkj", "O", "O2jjj", "O3", "O3jlll", "O3+"] {
            let app = reader(size, there);
            let before = screen_of(&app);
            assert_eq!(
                screen(size, &format!("{there}<enter><c-o>")),
                before,
                "{there} at {size:?}"
            );
        }
    }
}

#[test]
fn history_goes_across_screens() {
    assert_keys("A<c-o>", brief::CLAIMS, "letter/c1");
    assert_keys("AO<c-o>", asks::REGISTER, "letter/a1");
    assert_keys("Aj<enter><c-o><c-o>", brief::CLAIMS, "letter/c1");
    assert_keys("Aj<enter><c-o><c-o><a-right><a-right>", brief::ASKS, "letter/a2");
    // Narrowing is part of the place.
    assert_eq!(reader(WIDE, "AU<enter><esc><c-o>").detail(asks::REGISTER), "2 of 6 · unanswered");
}

#[test]
fn asks_are_sorted_by_each_field() {
    let orders = [
        ("A", "1/6", "123456"),
        ("ASk", "1/6 · sorted: kind", "123645"),
        ("ASb", "1/6 · sorted: by", "154623"),
        ("ASt", "3/6 · sorted: to", "361245"),
        ("ASa", "4/6 · sorted: action", "352146"),
        ("ASi", "1/6 · sorted: instrument", "123456"),
        ("ASd", "3/6 · sorted: due", "561243"),
        ("ASs", "1/6 · sorted: status", "123654"),
        ("ASw", "6/6 · sorted: answered", "234561"),
        ("ASdSo", "1/6", "123456"),
        ("ASdSd", "1/6", "123456"),
    ];
    let names = ["letter/a1", "letter/a2", "letter/a3", "reply/a1", "reply/a2", "reply/a3"];
    // The order of the names, by their numbers.
    for (keys, detail, order) in orders {
        let order = order.chars().filter_map(|digit| digit.to_digit(10));
        let expected: Vec<&str> = order.map(|number| names[number as usize - 1]).collect();
        assert_asks(keys, detail, &expected);
    }
}

#[test]
fn the_selected_ask_stays_selected_when_the_order_changes() {
    assert_keys("AjSa", asks::REGISTER, "letter/a2");
    assert_keys("AjSaSd", asks::REGISTER, "letter/a2");
}

#[test]
fn asks_are_narrowed_to_those_like_the_selected_one_in_each_field() {
    assert_asks("Afo", "3 of 6 · source: letter", &["letter/a1", "letter/a2", "letter/a3"]);
    assert_asks("Afk", "4 of 6 · kind: ask", &["letter/a1", "letter/a2", "letter/a3", "reply/a3"]);
    assert_asks("Ajfb", "2 of 6 · by: Tidewater Board", &["letter/a2", "letter/a3"]);
    assert_asks("Aft", "2 of 6 · to: Ministry of Ports", &["letter/a1", "letter/a2"]);
    assert_asks("Ajft", "2 of 6 · to: Ministry of Ports, everyone", &["letter/a1", "letter/a2"]);
    assert_asks("Ajjft", "1 of 6 · to: addressee not stated", &["letter/a3"]);
    assert_asks("AGkft", "2 of 6 · to: nobody", &["reply/a1", "reply/a2"]);
    assert_asks("Afa", "2 of 6 · action: fit lights", &["letter/a1", "reply/a1"]);
    assert_asks("Afi", "1 of 6 · instrument: Ports Act 1999", &["letter/a1"]);
    assert_asks("Ajjfd", "1 of 6 · due: soon", &["letter/a3"]);
    assert_asks("AGfs", "1 of 6 · status: rejected", &["reply/a3"]);
    assert_asks("Afw", "1 of 6 · answered: yes", &["letter/a1"]);
    assert_asks(
        "AfkfoSa",
        "3 of 6 · sorted: action · kind: ask · source: letter",
        &["letter/a3", "letter/a2", "letter/a1"],
    );
}

#[test]
fn unanswered_and_past_due_are_a_key_each() {
    assert_asks("AU", "2 of 6 · unanswered", &["letter/a2", "letter/a3"]);
    assert_asks("AD", "1 of 6 · past due", &["letter/a2"]);
    assert_asks("AUD", "1 of 6 · unanswered · past due", &["letter/a2"]);
    assert_asks(
        "AUU",
        "1/6",
        &["letter/a1", "letter/a2", "letter/a3", "reply/a1", "reply/a2", "reply/a3"],
    );
}

#[test]
fn escape_removes_one_limit_after_another_and_never_leaves() {
    assert_eq!(reader(WIDE, "AUD<esc>").detail(asks::REGISTER), "2 of 6 · unanswered");
    assert_eq!(reader(WIDE, "AUD<esc><esc>").detail(asks::REGISTER), "1/6");
    assert_keys("AUD<esc><esc><esc>", asks::REGISTER, "letter/a1");
    assert_keys("AS<esc>", asks::REGISTER, "letter/a1");
    assert_keys("Af<esc>", asks::REGISTER, "letter/a1");
    assert_keys("O3<esc>", officials::PEOPLE, "letter/vale");
}

#[test]
fn if_nothing_matches_the_screen_says_so_and_what_to_do() {
    let app = reader(WIDE, "AGfoDj");
    assert_eq!(app.detail(asks::REGISTER), "0 of 6 · source: reply · past due");
    assert!(screen_of(&app).contains("No matches. Esc shows more."));
    let app = reader(WIDE, "AGfoD");
    assert_eq!(app.notice().unwrap(), &"no ask matches the filter “past due”; Esc removes it");
}

#[test]
fn without_asks_and_people_the_screens_say_so() {
    let log = "summary: A log.\nsource: {title: Log, publisher: unknown}\n";
    let shown = |keys| screen_of(&reader_of(&[("log.yaml", log)], WIDE, keys));
    assert!(shown("A").contains("These briefs have no asks, commitments or actions."));
    assert!(shown("O").contains("These briefs name nobody."));
    assert!(shown("O").contains("These briefs have no asks."));
    let app = reader_of(&[("log.yaml", log)], WIDE, "Af");
    assert_eq!(app.notice().unwrap(), &"no ask is selected");
}

#[test]
fn the_title_counts_what_is_open_and_what_cannot_be_read() {
    let briefs = [("broken.yaml", BROKEN), ("letter.yaml", LETTER), ("reply.yaml", REPLY)];
    let title_on = |keys| first_line(&reader_of(&briefs, WIDE, keys));
    let title = title_on("A");
    for part in
        ["3 briefs", "Asks, commitments and actions", "✗ 1 skipped", "2 unanswered", "1 past due"]
    {
        assert!(title.contains(part), "{part} in {title}");
    }
    assert!(title_on("O").contains("Officials and organisations"));
}

#[test]
fn the_register_marks_what_the_selected_ask_answers_or_is_answered_by() {
    let linked = |keys: &str| {
        let screen = screen(WIDE, keys);
        let marked =
            screen.lines().filter(|line| line.get(4..).is_some_and(|rest| rest.contains("•")));
        marked.map(|line| line.trim_matches(['│', ' ']).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(linked("A").len(), 1);
    assert!(linked("A")[0].starts_with("•COMMIT Sir Ian Marsh: fit lights."), "{:?}", linked("A"));
    assert!(linked("Aj").is_empty());
}

#[test]
fn enter_opens_a_record_and_its_items_lead_to_their_briefs() {
    assert_keys("O<enter>", officials::RECORD, "letter/vale");
    assert_keys("O<enter>j", officials::RECORD, "reply/vale");
    assert_keys("O<enter>j<enter>", brief::OFFICIALS, "reply/vale");
    assert_keys("O<enter>jj<enter>", brief::QUOTES, "letter/q1");
    assert_keys("O<enter>jj<enter><c-o><c-o>", officials::PEOPLE, "letter/vale");
    assert_keys("OGk<enter>", officials::RECORD, "letter/board");
}

#[test]
fn a_record_is_read_from_its_start_when_it_is_another_persons() {
    assert_keys("O2jjj1j2", officials::RECORD, "reply/marsh");
}

#[test]
fn people_and_the_rows_of_the_matrix_go_together() {
    assert_eq!(reader(WIDE, "Oj").detail(officials::MATRIX), "2/6 · column 1/6");
    assert_eq!(reader(WIDE, "O3j").detail(officials::RECORD), "Sir Ian Marsh");
    assert_eq!(reader(WIDE, "O3j").detail(officials::PEOPLE), "2/4");
    // The matrix also has rows for “everyone” and “not stated”, whose record is what is asked of them.
    assert_eq!(reader(WIDE, "O3G").detail(officials::RECORD), "not stated");
    assert_keys("O3Gk2", officials::RECORD, "letter/a2");
    assert_keys("O3G2", officials::RECORD, "letter/a3");
}

#[test]
fn a_cell_opens_its_ask_or_the_answer_to_it() {
    assert_keys("O3<enter>", brief::ASKS, "letter/a1");
    assert_keys("O3lllll<enter>", brief::ASKS, "reply/a3");
    // Sir Ian answers the letter's first ask by his own commitment.
    assert_keys("O3j<enter>", brief::ASKS, "reply/a1");
    let app = reader(WIDE, "O3l<enter>");
    assert_at(&app, officials::MATRIX, "");
    assert_eq!(app.notice().unwrap(), &"Dana Vale is not involved in `letter/a2`");
}

#[test]
fn the_matrix_shows_the_column_that_is_selected_at_every_width() {
    for columns in [20, 30, 40, 72, 80, 120, 200] {
        let app = reader((columns, 24), "O3lllll");
        assert_eq!(app.detail(officials::MATRIX), "1/6 · column 6/6");
        assert!(screen_of(&app).contains("[asked]"), "{columns}");
        assert!(screen_of(&reader((columns, 24), "O3lllllhhhhh")).contains("[asks]"), "{columns}");
    }
    // At the edge of the matrix, to the pane beside.
    assert_eq!(reader(WIDE, "O3h").pane(), officials::PEOPLE);
    assert_eq!(reader(WIDE, "O3lh").pane(), officials::MATRIX);
}

#[test]
fn the_focused_item_can_be_copied_opened_and_marked_on_every_screen() {
    let copied = |keys: &str| match effect(&mut reader(WIDE, keys), "y") {
        Effect::Copy(copied) => copied.text.to_string(),
        other => format!("{other:?}"),
    };
    let ask = "ASK Dana Vale to Ministry of Ports: fit lights.";
    assert!(copied("A").starts_with(ask), "{}", copied("A"));
    assert!(copied("O3").starts_with(ask), "{}", copied("O3"));
    assert!(
        copied("O2jj").starts_with("Reported: wants lights on every boat."),
        "{}",
        copied("O2jj")
    );
    assert!(copied("O").starts_with("Dana Vale, chair, Tidewater Board"), "{}", copied("O"));
    assert_eq!(
        effect(&mut reader(WIDE, "A"), "o"),
        Effect::Open("https://example.org/letter".into())
    );
    // Nothing is done to the brief that is open but not shown.
    let mut app = reader(WIDE, "O3l");
    assert_eq!(effect(&mut app, "y"), Effect::None);
    assert_eq!(app.notice().unwrap(), &"there is nothing to copy");
}

#[test]
fn search_lights_narrows_and_steps_from_the_screens_over_all_briefs() {
    assert_asks("A&lights<enter>A", "3 of 6 · lights", &["letter/a1", "reply/a1", "reply/a2"]);
    assert_eq!(reader(WIDE, "A&lights<enter>A<esc>").detail(asks::REGISTER), "1/6");
    // Marsh, and Vale, of whom he asks something.
    assert_eq!(reader(WIDE, "O&marsh<enter>O").list(officials::PEOPLE).len(), 2);
    let app = reader(WIDE, "O&unlit<enter>O2");
    assert_at(&app, officials::RECORD, "reply/q2");
    assert!(screen_of(&reader(WIDE, "O&inspectors<enter>O<c-o>A")).contains("No matches."));
    // From a screen over all briefs to a match in one, with a way back.
    assert_keys("Ajjj/wait<enter>", brief::ASKS, "reply/a3");
    assert_keys("Ajjj/wait<enter><c-o>", asks::REGISTER, "reply/a1");
    assert_keys("A/lights<enter>Ajjjn<c-o>", asks::REGISTER, "reply/a1");
    let lit = |keys: &str| {
        let lit = stretches(&reader(WIDE, keys), &Theme::terminal(), |cell| {
            cell.modifier.contains(Modifier::REVERSED) && cell.fg == Color::Yellow
        });
        lit.into_iter().map(|(_, stretch)| stretch).collect::<String>()
    };
    assert_eq!(lit("A"), "");
    assert_eq!(lit("A/boats<enter>A"), "boats");
    assert_eq!(lit("O/unlit<enter>O"), "unlit");
}

#[test]
fn an_action_of_a_screen_is_found_by_name_there() {
    assert_eq!(reader(WIDE, "A:sort-by-due<enter>").detail(asks::REGISTER), "3/6 · sorted: due");
    assert_eq!(reader(WIDE, ":asks-screen<enter>").screen(), ScreenName::Asks);
    assert!(screen(WIDE, "A:sort-by-due").contains("earliest first"));
    assert!(!screen(WIDE, ":sort-by-due").contains("earliest first"));
}

#[test]
fn the_place_is_kept_through_sizes_and_while_briefs_come_in() {
    for keys in ["Ajjj", "ASdj", "Oj2jj", "O3jlll"] {
        let mut app = reader(WIDE, keys);
        let before = (app.pane(), app.focus());
        for (columns, rows) in [SMALL, (0, 0), (20, 5), (300, 90), WIDE] {
            app.update(Action::Resized(columns, rows));
            assert_eq!((app.pane(), app.focus()), before, "{keys}");
        }
        assert_eq!(screen_of(&app), screen(WIDE, keys));
    }
    let mut entries =
        Folder::with(&[("a-log.yaml", REPLY), ("letter.yaml", LETTER), ("reply.yaml", REPLY)])
            .entries();
    let mut app = by_path(3, None);
    app.update(Action::Resized(120, 36));
    app.update(Action::Library(LibraryAction::Loaded(vec![(1, entries.remove(1))])));
    press(&mut app, "AjvO3lll");
    press(&mut app, "A");
    app.update(Action::Library(LibraryAction::Loaded(vec![(2, entries.remove(1))])));
    app.update(Action::Library(LibraryAction::Loaded(vec![(0, entries.remove(0))])));
    assert_at(&app, asks::REGISTER, "letter/a2");
    assert_eq!(app.detail(asks::REGISTER), "5/9");
    assert!(first_line(&app).contains("3 briefs"));
}

#[test]
fn every_pane_is_drawn_at_every_small_size() {
    for keys in ["A", "AS", "Af", "AUD", "O", "O2", "O3lll", "O3+", "A+"] {
        assert_fits_small_screens(reader(WIDE, keys));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_keys_lose_the_focus_or_the_cursor(keys in any_keys(), columns in 0u16..160, rows in 0u16..50) {
        for start in ["A", "O"] {
            check_focus_is_shown(&mut reader((columns, rows), start), &keys)?;
        }
    }
}

#[test]
fn the_matrix_folds_by_brief_topic_and_addressee() {
    let detail = |keys: &str| reader(WIDE, keys).detail(officials::MATRIX);
    assert!(detail("O3").ends_with("column 1/6"), "{}", detail("O3"));
    assert!(detail("O3z").ends_with("column 1/2 · by brief"), "{}", detail("O3z"));
    assert!(detail("O3zz").ends_with("· by topic"), "{}", detail("O3zz"));
    assert!(detail("O3zzz").ends_with("· by addressee"), "{}", detail("O3zzz"));
    assert_eq!(detail("O3zzzz"), detail("O3"));
    insta::assert_snapshot!(screen(WIDE, "O3z"));
    // The selected column is the one that has the same ask, and Enter goes through all of its asks.
    assert!(detail("O3llzzzz").ends_with("column 3/6"), "{}", detail("O3llzzzz"));
    assert!(detail("O3lllz").ends_with("column 2/2 · by brief"), "{}", detail("O3lllz"));
    let letter =
        ["O3jjz<enter>", "O3jjz<enter><c-o><enter>"].map(|keys| focus(&reader(WIDE, keys)));
    assert_ne!(letter[0], letter[1]);
    assert!(letter.iter().all(|ask| ask.starts_with("letter/a")), "{letter:?}");
    // Back to the same columns.
    assert_eq!(detail("O3z<enter><c-o>"), detail("O3z"));
    assert!(screen(WIDE, "?/fold").contains("fold the matrix"));
}
