//! Keystrokes, and the screens they lead to.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier};
use topline::brief::Id;
use topline::reader::action::{Action, Effect, LibraryAction};
use topline::reader::app::App;
use topline::reader::screens::brief;
use topline::reader::target::Target;
use topline::reader::theme::Theme;
use topline::reader::view::snapshot;

use crate::support::keystrokes::{
    SMALL, USUAL, WIDE, any_keys, assert_fits_small_screens, assert_focus, assert_keys, by_path,
    check_focus_is_shown, effect, entries, first_line, front, open, press, reader, reader_with,
    screen, screen_of, stretches,
};
use crate::support::library::{FERRY_BOARD, FERRY_BOARD_TEXT, entry};

fn reader_at(target: Option<Target>, size: (u16, u16), keys: &str) -> App {
    let entries = entries();
    let mut app = open(by_path(entries.len(), target), entries, size);
    press(&mut app, keys);
    app
}

#[test]
fn three_columns() {
    insta::assert_snapshot!(screen(WIDE, ""));
}

#[test]
fn two_columns() {
    insta::assert_snapshot!(screen(USUAL, ""));
}

#[test]
fn two_columns_with_the_officials_open() {
    insta::assert_snapshot!(screen(USUAL, "2"));
}

#[test]
fn tabs_and_one_pane() {
    insta::assert_snapshot!(screen((60, 20), ""));
}

#[test]
fn tabs_of_numbers_where_names_do_not_fit() {
    insta::assert_snapshot!(screen(SMALL, "<enter>"));
}

#[test]
fn the_smallest_screen_that_is_of_use() {
    insta::assert_snapshot!(screen((20, 5), "}"));
}

#[test]
fn a_quote_marks_what_it_supports() {
    insta::assert_snapshot!(screen(WIDE, "j<enter>j"));
}

#[test]
fn an_official_shows_theirs_alone() {
    insta::assert_snapshot!(screen(WIDE, "2jj"));
}

#[test]
fn a_brief_is_shown_in_short() {
    insta::assert_snapshot!(screen_of(&front(WIDE, "")));
    insta::assert_snapshot!(screen_of(&front(USUAL, "")));
    insta::assert_snapshot!(screen_of(&front((60, 20), "")));
}

#[test]
fn a_broken_brief_shows_its_problems() {
    insta::assert_snapshot!(screen(WIDE, "1j"));
}

#[test]
fn a_source_whose_text_is_not_here_shows_what_is_known() {
    insta::assert_snapshot!(screen(WIDE, "1jj3"));
}

#[test]
fn a_quote_that_does_not_stand_says_why() {
    let altered = FERRY_BOARD.replace("We inspected 84 boats", "We inspected 85 boats");
    let entry = entry("ferry-board", &altered, Some(FERRY_BOARD_TEXT));
    let app = reader_with(vec![entry], (100, 30), "<enter>");
    insta::assert_snapshot!(screen_of(&app));
}

#[test]
fn help() {
    insta::assert_snapshot!(screen(WIDE, "?"));
}

#[test]
fn help_scrolls_where_it_is_small() {
    insta::assert_snapshot!(screen(SMALL, "?<space>"));
}

#[test]
fn one_pane_large() {
    insta::assert_snapshot!(screen(USUAL, "5+"));
}

#[test]
fn while_briefs_are_read_the_first_is_shown_and_the_rest_counted() {
    let mut app = by_path(12, None);
    app.update(Action::Resized(80, 24));
    let mut entries = entries();
    app.update(Action::Library(LibraryAction::Loaded(vec![(7, entries.remove(2))])));
    assert_eq!(
        first_line(&app),
        " topline   1 of 12, 1 read   by path                             ? 1 unverified"
    );
    app.update(Action::Library(LibraryAction::Loaded(vec![(0, entries.remove(0))])));
    assert_eq!(
        first_line(&app),
        " topline   2 of 12, 2 read   by path                             ? 1 unverified"
    );
}

/// The reversed stretches of a screen without colour, line by line.
fn reversed(app: &App) -> String {
    let found = stretches(app, &Theme::mono(), |cell| cell.modifier.contains(Modifier::REVERSED));
    found.iter().map(|(y, stretch)| format!("{y:2} {stretch}\n")).collect()
}

#[test]
fn without_colour_the_focus_is_reversed() {
    insta::assert_snapshot!(reversed(&reader(WIDE, "j")));
}

#[test]
fn without_colour_nothing_is_coloured() {
    let frame = snapshot::frame(&reader(WIDE, "j<enter>"), &Theme::mono());
    let plain = Color::Reset;
    assert!(frame.content().iter().all(|cell| cell.fg == plain && cell.bg == plain));
}

#[test]
fn no_theme_paints_the_background() {
    let frame = snapshot::frame(&reader(WIDE, "j<enter>?"), &Theme::terminal());
    assert!(frame.content().iter().all(|cell| cell.bg == Color::Reset));
}

#[test]
fn opens_on_the_front_page() {
    assert_focus(&front(WIDE, ""), brief::BRIEFS, "");
    assert_focus(&front(USUAL, ""), brief::BRIEFS, "");
    // Where one pane fills the screen, it is the brief in short.
    assert_focus(&front(SMALL, ""), brief::OVERVIEW, "");
    let screens = [WIDE, USUAL, (60, 20)].map(|size| screen_of(&front(size, "")));
    let says = |words| screens.iter().all(|screen| screen.contains(words));
    assert!(says("Small ferries sail at night"), "{screens:?}");
    assert!(says("Top lines") && says("31 of 84 boats had no"), "{screens:?}");
}

#[test]
fn enter_leads_from_a_top_line_to_the_source_and_back_step_by_step() {
    let keys = "<enter><enter><enter><enter>";
    for back in 0..=4 {
        let app = front(WIDE, &format!("{keys}{}", "<c-o>".repeat(back)));
        let (pane, item) = [
            (brief::SOURCE, "ferry-board/q1"),
            (brief::QUOTES, "ferry-board/q1"),
            (brief::CLAIMS, "ferry-board/c1"),
            (brief::OVERVIEW, ""),
            (brief::BRIEFS, ""),
        ][back];
        assert_focus(&app, pane, item);
    }
}

#[test]
fn enter_on_a_line_goes_to_each_item_it_cites() {
    let second = front(WIDE, "<enter>j<enter>");
    assert_focus(&second, brief::ASKS, "ferry-board/a1");
    // An ask in short is that ask; the record of the source leads to its text.
    let mut app = front(WIDE, "0G");
    let rows = app.list(brief::OVERVIEW).rows().len();
    let mut reached = Vec::new();
    for _ in 0..rows {
        press(&mut app, "<enter>");
        reached.push((app.pane(), app.focus().map(|anchor| anchor.item.to_string())));
        if app.pane() != brief::OVERVIEW {
            press(&mut app, "<c-o>");
        }
        press(&mut app, "k");
    }
    let has = |pane, item: &str| reached.contains(&(pane, Some(item.to_owned())));
    assert!(has(brief::ASKS, "a1") && has(brief::ASKS, "a2"), "{reached:?}");
    assert!(reached.iter().any(|(pane, _)| *pane == brief::SOURCE), "{reached:?}");
}

#[test]
fn opens_at_the_item_it_is_asked_for() {
    let at = |brief: &str, item: &str| {
        let id = |raw| Id::new(raw).unwrap();
        Some(Target { brief: id(brief), item: (!item.is_empty()).then(|| id(item)) })
    };
    assert_focus(&reader_at(at("owners-letter", ""), WIDE, ""), brief::BRIEFS, "");
    assert!(first_line(&reader_at(at("owners-letter", ""), WIDE, "")).contains("3 of 3"));
    assert_focus(&reader_at(at("owners-letter", "a1"), WIDE, ""), brief::ASKS, "owners-letter/a1");
    assert_focus(&reader_at(at("ferry-board", "q4"), WIDE, ""), brief::QUOTES, "ferry-board/q4");
    let app = reader_at(at("ferry-board", "q9"), WIDE, "");
    assert_eq!(app.notice().unwrap(), &"`ferry-board` has no item `q9`");
    let app = reader_at(at("log", "q9"), WIDE, "");
    assert_eq!(app.notice().unwrap(), &"no brief is called `log`");
    assert!(first_line(&app).contains("1 of 3"));
}

#[test]
fn enter_follows_a_link_and_again_the_next() {
    assert_keys("j<enter>", brief::QUOTES, "ferry-board/q2");
    // From a quote to its passage, and then to what it supports.
    assert_keys("j<enter><enter>", brief::SOURCE, "ferry-board/q2");
    assert_keys("j<enter><enter><c-o><enter>", brief::CLAIMS, "ferry-board/c2");
    assert_keys("j<enter><c-o><enter>", brief::QUOTES, "ferry-board/q3");
    assert_keys("j<enter><enter><c-o><enter><enter>", brief::QUOTES, "ferry-board/q3");
    assert_keys("j<enter>j<enter><c-o><enter><c-o><enter>", brief::ASKS, "ferry-board/a1");
    // After any other movement the first link comes first again.
    assert_keys("j<enter><c-o>jk<enter>", brief::QUOTES, "ferry-board/q2");
}

#[test]
fn enter_leads_into_another_brief_and_back() {
    assert_keys("<enter><c-o><enter>", brief::CLAIMS, "owners-letter/c1");
    assert_keys("<enter><c-o><enter><c-o>", brief::CLAIMS, "ferry-board/c1");
    assert_keys("<enter><c-o><enter><c-o><a-right>", brief::CLAIMS, "owners-letter/c1");
    // The other end of the link leads back as well.
    assert_keys("<enter><c-o><enter><enter><c-o><enter>", brief::CLAIMS, "ferry-board/c1");
}

#[test]
fn a_link_to_a_brief_that_is_not_here_says_so() {
    let app = reader(WIDE, "1jj3j<enter><c-o><enter>");
    assert_eq!(app.notice().unwrap(), &"`gone-missing/c4` is not in this library");
    assert_focus(&app, brief::CLAIMS, "owners-letter/c2");
}

#[test]
fn back_returns_to_the_same_screen() {
    for (there, back) in
        [("j<enter>", "<c-o>"), ("2jj3<enter>", "<c-o>"), ("<enter><c-o><enter>", "<bs>")]
    {
        for size in [WIDE, USUAL, SMALL] {
            let before = &there[..there.len() - "<enter>".len()];
            assert_eq!(
                screen(size, &format!("{there}{back}")),
                screen(size, before),
                "{there} at {size:?}"
            );
        }
    }
}

#[test]
fn steps_through_claims_and_quotes_from_any_pane() {
    for pane in ["1", "2", "3", "4", "5"] {
        assert_keys(&format!("{pane}}}"), brief::CLAIMS, "ferry-board/c2");
    }
    for pane in ["1", "2", "3", "5", "6"] {
        assert_keys(&format!("{pane})"), brief::QUOTES, "ferry-board/q2");
    }
    // From an ask, on from its own quotes.
    assert_keys("4)", brief::QUOTES, "ferry-board/q4");
    assert_keys("}}}}{", brief::CLAIMS, "ferry-board/c2");
    assert_keys("))))))(", brief::QUOTES, "ferry-board/q3");
}

#[test]
fn moves_from_pane_to_pane() {
    assert_eq!(reader(WIDE, "<tab>").pane(), brief::ASKS);
    assert_eq!(reader(WIDE, "<tab><tab><tab><tab>").pane(), brief::OVERVIEW);
    assert_eq!(reader(WIDE, "<tab><tab><tab><tab><tab>").pane(), brief::BRIEFS);
    assert_eq!(reader(WIDE, "0<s-tab>").pane(), brief::SOURCE);
    assert_eq!(reader(WIDE, "1l").pane(), brief::OVERVIEW);
    assert_eq!(reader(WIDE, "0h").pane(), brief::BRIEFS);
    assert_eq!(reader(WIDE, "l").pane(), brief::QUOTES);
    assert_eq!(reader(WIDE, "h").pane(), brief::BRIEFS);
    assert_eq!(reader(WIDE, "4h").pane(), brief::OFFICIALS);
    assert_eq!(reader(WIDE, "hh").pane(), brief::BRIEFS);
    assert_eq!(reader((60, 20), "l").pane(), brief::ASKS);
    assert_eq!(reader((60, 20), "6l").pane(), brief::SOURCE);
}

#[test]
fn moves_in_a_list() {
    assert_keys("jj", brief::CLAIMS, "ferry-board/c3");
    assert_keys("jjjjj", brief::CLAIMS, "ferry-board/c3");
    assert_keys("G", brief::CLAIMS, "ferry-board/c3");
    assert_keys("Gg", brief::CLAIMS, "ferry-board/c1");
    assert_keys("<pgdn>", brief::CLAIMS, "ferry-board/c3");
    assert_keys("<pgdn><pgup>", brief::CLAIMS, "ferry-board/c1");
}

#[test]
fn an_item_taller_than_its_pane_is_read_to_its_end_first() {
    let mut app = reader((30, 6), "");
    let shown = |app: &App| screen_of(app).lines().nth(1).unwrap().trim().to_owned();
    assert_eq!(shown(&app), "▌ c1 31 of 84 boats         ●1");
    press(&mut app, "j");
    assert_eq!(shown(&app), "▌    inspected had no");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c1");
    press(&mut app, "jj");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
    assert_eq!(shown(&app), "▌ c2 The rules on lights    ●2");
    press(&mut app, "<pgdn>");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
    press(&mut app, "<pgup>k");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c1");
}

#[test]
fn a_filter_stays_until_everyone_is_chosen_or_backed_out_to() {
    let claims = |keys| reader(WIDE, keys).detail(brief::CLAIMS);
    assert_eq!(claims("2j"), "1 of 3 · Dana Vale");
    assert_eq!(claims("2j<enter>"), "1 of 3 · Dana Vale");
    assert_eq!(claims("2jk"), "1/3");
    assert_eq!(claims("2j<enter><esc>"), "1/3");
    assert_eq!(reader(WIDE, "2jjjj").detail(brief::CLAIMS), "0 of 3 · Department of Ports");
    // Who is in the next brief too stays chosen there.
    assert_eq!(claims("2j1jj"), "1 of 2 · Dana Vale");
    assert_eq!(claims("2jj1jj"), "1/2");
}

#[test]
fn a_filter_comes_and_goes_without_losing_the_item() {
    assert_keys("jj2j3", brief::CLAIMS, "ferry-board/c1");
    assert_keys("jj2jk3", brief::CLAIMS, "ferry-board/c3");
}

#[test]
fn a_link_to_what_the_filter_hides_shows_everyone() {
    let app = reader(WIDE, "2jjj3<enter><enter><c-o><enter><enter>");
    assert_focus(&app, brief::QUOTES, "ferry-board/q3");
    assert_eq!(reader(WIDE, "2j<enter>}").detail(brief::CLAIMS), "1 of 3 · Dana Vale");
}

#[test]
fn each_brief_keeps_its_place() {
    assert_keys("jj1jjkk3", brief::CLAIMS, "ferry-board/c3");
}

#[test]
fn a_claims_quotes_widen_to_all_by_escape() {
    let app = reader(WIDE, "j<enter>");
    assert_eq!(app.detail(brief::QUOTES), "2 for c2");
    let app = reader(WIDE, "j<enter>j<esc>");
    assert_focus(&app, brief::QUOTES, "ferry-board/q3");
    assert_eq!(app.detail(brief::QUOTES), "3/4");
}

#[test]
fn a_broken_brief_has_two_panes() {
    assert_eq!(reader(WIDE, "1j<tab>").pane(), brief::PROBLEMS);
    assert_eq!(reader(WIDE, "1j<tab><tab>").pane(), brief::BRIEFS);
    for keys in ["1j4", "1j<enter>", "1j}", "1j)", "1j6<enter>"] {
        reader(WIDE, keys);
    }
    assert_keys("1j3", brief::PROBLEMS, "");
}

#[test]
fn the_place_is_kept_when_the_screen_changes() {
    let mut app = reader(WIDE, "j<enter>j");
    for (columns, rows) in [(60, 20), (0, 0), (20, 5), (300, 90), WIDE] {
        app.update(Action::Resized(columns, rows));
        assert_focus(&app, brief::QUOTES, "ferry-board/q3");
    }
    assert_eq!(screen_of(&app), screen(WIDE, "j<enter>j"));
}

#[test]
fn the_place_is_kept_while_briefs_come_in() {
    let mut entries = entries();
    let mut app = by_path(3, None);
    app.update(Action::Resized(120, 36));
    app.update(Action::Library(LibraryAction::Loaded(vec![(0, entries.remove(0))])));
    press(&mut app, "3j<enter>j");
    app.update(Action::Library(LibraryAction::Loaded(vec![(2, entries.remove(1))])));
    app.update(Action::Library(LibraryAction::Loaded(vec![(1, entries.remove(0))])));
    assert_eq!(screen_of(&app), screen(WIDE, "j<enter>j"));
}

#[test]
fn the_way_back_leads_to_the_same_brief_after_others_came_in() {
    let mut entries = entries();
    let mut app = by_path(3, None);
    app.update(Action::Resized(120, 36));
    app.update(Action::Library(LibraryAction::Loaded(vec![(2, entries.remove(2))])));
    press(&mut app, "3j");
    assert_focus(&app, brief::CLAIMS, "owners-letter/c2");
    press(&mut app, "<enter>");
    app.update(Action::Library(LibraryAction::Loaded(entries.into_iter().enumerate().collect())));
    press(&mut app, "<c-o>");
    assert_focus(&app, brief::CLAIMS, "owners-letter/c2");
}

#[test]
fn the_source_scrolls_without_losing_the_list() {
    let mut app = reader((80, 16), "j");
    let before = screen_of(&app);
    press(&mut app, "J");
    assert_ne!(screen_of(&app), before);
    press(&mut app, "K");
    assert_eq!(screen_of(&app), before);
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
}

#[test]
fn escape_closes_the_help_and_never_quits() {
    let mut app = reader(WIDE, "?");
    for _ in 0..3 {
        assert_eq!(effect(&mut app, "<esc>"), Effect::None);
    }
    assert_eq!(screen_of(&app), screen(WIDE, ""));
}

#[test]
fn every_pane_is_drawn_at_every_small_size() {
    for keys in ["1", "2", "3", "4", "5", "6", "?", "1j", "1j<tab>", "3+", "1jj"] {
        assert_fits_small_screens(reader(WIDE, keys));
    }
}

#[test]
fn an_empty_library_is_drawn() {
    let mut app = App::new(0, None);
    for (columns, rows) in [(0, 0), (20, 5), USUAL, WIDE] {
        app.update(Action::Resized(columns, rows));
        press(&mut app, "j<enter>}3)2jG<tab><c-o>");
        screen_of(&app);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_keys_lose_the_focus_or_the_cursor(keys in any_keys(), columns in 0u16..160, rows in 0u16..50) {
        check_focus_is_shown(&mut reader((columns, rows), ""), &keys)?;
    }
}
