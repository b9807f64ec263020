//! The list of briefs beside the front page: its order, its filters, and the room that panes take.

use topline::library::{Entry, Loading, find};
use topline::reader::action::{Action, LibraryAction};
use topline::reader::app::App;
use topline::reader::list::RowId;
use topline::reader::memory::Remembered;
use topline::reader::screens::brief;

use crate::support::keystrokes::{
    USUAL, WIDE, entries, first_line, front, front_with, last_line, open, press, screen_of,
};
use crate::support::library::{FERRY_BOARD, FERRY_BOARD_TEXT, Folder, entry};

/// The briefs that are listed, by their ids.
fn listed(app: &App) -> Vec<String> {
    let id = |row: &RowId| match row {
        RowId::Brief(id) => id.to_string(),
        row => panic!("{row:?}"),
    };
    app.list(brief::BRIEFS).rows().iter().map(id).collect()
}

fn brief_of(id: &str, title: &str, rest: &str) -> Entry {
    let yaml = format!("summary: Boats sail.\nsource: {{title: {title}, publisher: {rest}}}\n");
    entry(id, &yaml, None)
}

/// Three briefs whose dates, titles and publishers are in different orders.
fn three() -> Vec<Entry> {
    vec![
        brief_of("a", "Zebras", "Board, issued: 2026-01"),
        brief_of("b", "Apples", "unknown, accessed: 2026-03-01"),
        brief_of("c", "Moles", "Agency"),
    ]
}

#[test]
fn the_newest_comes_first_and_what_has_no_date_last() {
    let app = open(App::new(3, None), three(), WIDE);
    assert_eq!(listed(&app), ["b", "a", "c"]);
    assert!(
        first_line(&app).starts_with(" topline   1 of 3   newest first"),
        "{}",
        first_line(&app)
    );
}

#[test]
fn the_order_of_reading_does_not_show_once_all_are_read() {
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let mut app = App::new(3, None);
        app.update(Action::Resized(120, 36));
        for place in order {
            app.update(Action::Library(LibraryAction::Loaded(vec![(
                place,
                three().remove(place),
            )])));
        }
        assert_eq!(
            screen_of(&app),
            screen_of(&open(App::new(3, None), three(), WIDE)),
            "{order:?}"
        );
    }
}

#[test]
fn briefs_are_sorted_by_what_is_chosen_and_the_selected_one_stays() {
    for (key, ids) in [
        ("t", ["b", "c", "a"]),
        ("p", ["c", "a", "b"]),
        ("f", ["a", "b", "c"]),
        ("d", ["b", "a", "c"]),
    ] {
        let app = front_with(three(), WIDE, &format!("S{key}"));
        assert_eq!(listed(&app), ids, "{key}");
        assert_eq!(
            app.list(brief::BRIEFS).selected(),
            front_with(three(), WIDE, "").list(brief::BRIEFS).selected()
        );
    }
    // The broken brief leads the worst.
    assert_eq!(listed(&front(WIDE, "Ss"))[0], "night-log");
}

#[test]
fn the_next_run_sorts_as_the_last() {
    let mut app = App::new(3, None);
    app.resume(Remembered { sort: Some("title".to_owned()), ..Remembered::default() });
    assert_eq!(listed(&open(app, three(), WIDE)), ["b", "c", "a"]);
    let mut app = App::new(3, None);
    app.resume(Remembered { sort: Some("colour".to_owned()), ..Remembered::default() });
    assert_eq!(listed(&open(app, three(), WIDE)), ["b", "a", "c"]);
}

#[test]
fn only_briefs_like_the_open_one_are_shown_until_escape() {
    let mut app = front(WIDE, "fy");
    assert_eq!(app.detail(brief::BRIEFS), "2 of 3 · year: 2026");
    press(&mut app, "fp");
    assert_eq!(listed(&app), ["ferry-board"]);
    press(&mut app, "<esc>");
    assert_eq!(listed(&app), ["ferry-board", "owners-letter"]);
    press(&mut app, "<esc>");
    assert_eq!(listed(&app).len(), 3);
}

#[test]
fn a_value_is_picked_from_a_list_with_counts() {
    let app = front(WIDE, "F");
    let screen = screen_of(&app);
    assert!(
        screen.contains("Show only briefs with") && screen.contains("year      2026"),
        "{screen}"
    );
    let row = screen.lines().find(|line| line.contains("year      2026")).unwrap();
    assert!(row.contains("●2"), "{row}");
    let app = front(WIDE, "Fbroken<enter>");
    assert_eq!(listed(&app), ["night-log"]);
    assert_eq!(app.detail(brief::BRIEFS), "1 of 3 · state: broken");
}

#[test]
fn a_link_to_a_brief_that_is_filtered_out_lists_all_again() {
    let app = front(WIDE, "fp3<enter><c-o><enter>");
    assert_eq!(app.focus().unwrap().to_string(), "owners-letter/c1");
    assert_eq!(listed(&app).len(), 3);
}

#[test]
fn broken_briefs_are_counted_and_one_key_goes_to_the_next() {
    let app = front(WIDE, "");
    assert!(first_line(&app).contains("✗ 1 broken"), "{}", first_line(&app));
    let app = front(USUAL, "!");
    assert!(screen_of(&app).contains("This brief cannot be shown"), "{}", screen_of(&app));
    // Back to where it was.
    assert_eq!(screen_of(&front(USUAL, "!<c-o>")), screen_of(&front(USUAL, "")));
    assert_eq!(last_line(&front_with(three(), WIDE, "!")), "no brief is broken");
}

#[test]
fn panes_keep_their_height_on_the_way_through_the_list_that_has_the_focus() {
    for (pane, size) in
        [("1", WIDE), ("2", WIDE), ("3", WIDE), ("4", WIDE), ("5", WIDE), ("3", (100, 30))]
    {
        let mut app = front_with(vec![entries().remove(0)], size, pane);
        let before = app.layout().clone();
        for _ in 0..app.list(app.pane()).len() {
            press(&mut app, "j");
            assert_eq!(app.layout(), &before, "{pane} at {size:?}");
        }
    }
}

#[test]
fn a_short_list_leaves_its_room_to_its_neighbour() {
    let app = front_with(vec![entries().remove(0)], WIDE, "3");
    let rows = |pane| app.layout().slot(pane).unwrap().inner.rows();
    assert!(rows(brief::BRIEFS) < rows(brief::OFFICIALS));
    assert_eq!(rows(brief::BRIEFS), 2);
}

/// A reader of fifty briefs of a folder, which checks them aside, and the briefs.
fn checking_aside(folder: &Folder) -> (App, Vec<Entry>) {
    for number in 10..60 {
        folder.write(&format!("b{number}.yaml"), FERRY_BOARD);
    }
    folder.write("ferry-board.txt", FERRY_BOARD_TEXT);
    let origins = find(&[folder.root().to_owned()]).unwrap().origins;
    let mut app = App::new(origins.len(), None);
    app.work_aside();
    app.update(Action::Resized(120, 36));
    let library = Loading::start(origins, Vec::new()).finish(|_| {});
    let entries = library.entries().to_vec();
    app.update(Action::Library(LibraryAction::Loaded(
        entries.iter().cloned().enumerate().collect(),
    )));
    (app, entries)
}

fn checked(entries: &[Entry]) -> usize {
    entries.iter().filter(|entry| entry.known_evidence().is_some()).count()
}

#[test]
fn only_briefs_that_are_shown_are_checked() {
    let folder = Folder::new();
    let (mut app, entries) = checking_aside(&folder);
    assert_eq!(checked(&entries), 1, "the open one");
    let unchecked = app.unchecked();
    let visible = app.list(brief::BRIEFS).visible().count().div_ceil(2);
    assert_eq!(unchecked.len(), visible - 1);
    for entry in unchecked {
        entry.evidence();
    }
    app.update(Action::Library(LibraryAction::Checked));
    assert!(app.unchecked().is_empty());
    assert_eq!(checked(&entries), visible);
    // Nothing shows that they were checked aside.
    let read = entries.into_iter().enumerate().collect();
    let mut at_once = App::new(50, None);
    at_once.update(Action::Resized(120, 36));
    at_once.update(Action::Library(LibraryAction::Loaded(read)));
    assert_eq!(screen_of(&app), screen_of(&at_once));
}

#[test]
fn an_order_by_state_has_all_briefs_checked_a_few_at_a_time() {
    let folder = Folder::new();
    let (mut app, entries) = checking_aside(&folder);
    press(&mut app, "Ss");
    let mut rounds = 0;
    while let [_, ..] = &app.unchecked()[..] {
        app.unchecked().iter().for_each(|entry| assert!(entry.evidence().text.is_some()));
        app.update(Action::Library(LibraryAction::Checked));
        rounds += 1;
    }
    assert_eq!(checked(&entries), 50);
    assert!(rounds < 5, "{rounds}");
}
