//! The mouse on every screen, in every overlay and on the tabs; and that no click or action, wherever
//! it comes, leads to a pane that the screen does not have.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use topline::reader::action::{Action, Effect, Motion};
use topline::reader::app::App;
use topline::reader::keys::BINDINGS;
use topline::reader::mode::{Mode, ScreenName};
use topline::reader::pane::Pane;
use topline::reader::screens::{asks, brief, officials};
use topline::text::{Stroke, width};

use crate::support::keystrokes::{
    SMALL, USUAL, WIDE, assert_focus, cursor, focus, press, reader, screen_of,
};

/// Clicks on the first cell of the `nth` place, from 0, where the screen shows `text`.
fn click_nth(app: &mut App, text: &str, nth: usize) -> Effect {
    let screen = screen_of(app);
    let places = screen
        .lines()
        .enumerate()
        .flat_map(|(y, line)| line.match_indices(text).map(move |(at, _)| (width(&line[..at]), y)));
    let (x, y) = places.clone().nth(nth).unwrap_or_else(|| panic!("{text} is not in\n{screen}"));
    app.update(Action::Clicked(u16::try_from(x).unwrap(), u16::try_from(y).unwrap()))
}

fn click(app: &mut App, text: &str) -> Effect {
    click_nth(app, text, 0)
}

/// The row of the focused pane that is selected.
fn selected(app: &App) -> usize {
    app.list(app.pane()).index()
}

#[test]
fn a_click_selects_an_ask_of_the_register() {
    let mut app = reader(WIDE, "AGg");
    click(&mut app, "owners-letter/a1");
    assert_eq!(selected(&app), 2, "{}", screen_of(&app));
    assert_eq!(app.pane(), asks::REGISTER);
    press(&mut app, "B");
    assert_eq!(app.pane(), brief::CLAIMS);
    press(&mut app, "j");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
    press(&mut app, "A");
    assert_eq!(selected(&app), 2);
}

#[test]
fn a_click_on_the_count_of_an_ask_goes_to_its_brief() {
    let mut app = reader(WIDE, "A");
    click(&mut app, "●");
    assert_eq!(app.screen(), ScreenName::Brief);
    assert_eq!(app.pane(), brief::ASKS);
    press(&mut app, "<c-o>");
    assert_eq!((app.screen(), app.pane()), (ScreenName::Asks, asks::REGISTER));
}

#[test]
fn a_click_works_in_every_pane_of_the_officials() {
    let mut app = reader(WIDE, "O");
    click(&mut app, "2 On record");
    assert_eq!(app.pane(), officials::RECORD);
    click(&mut app, "1 Officials");
    assert_eq!(app.pane(), officials::PEOPLE);
    let slot = app.layout().slot(officials::PEOPLE).unwrap().inner;
    app.update(Action::Clicked(slot.x + 3, slot.y + 3));
    assert_eq!((app.pane(), selected(&app)), (officials::PEOPLE, 1));
    let slot = app.layout().slot(officials::RECORD).unwrap().inner;
    app.update(Action::Clicked(slot.x + 3, slot.y + 1));
    assert_eq!(app.pane(), officials::RECORD);
}

#[test]
fn a_click_selects_a_cell_of_the_matrix() {
    let mut app = reader(WIDE, "O3gl");
    assert!(app.detail(officials::MATRIX).contains("column 2/"));
    let head = app.layout().slot(officials::MATRIX).unwrap().head;
    let screen = screen_of(&app);
    let ids = screen.lines().nth(usize::from(head.bottom() - 1)).unwrap();
    let column = width(&ids[..ids.rfind("a1").unwrap()]);
    let row = app.layout().slot(officials::MATRIX).unwrap().inner.y + 1;
    app.update(Action::Clicked(u16::try_from(column).unwrap(), row));
    assert_eq!(app.pane(), officials::MATRIX);
    let detail = app.detail(officials::MATRIX);
    assert!(detail.starts_with("2/") && detail.contains("column 3/"), "{}", screen_of(&app));
}

#[test]
fn a_click_on_a_tab_goes_to_its_pane() {
    let mut app = reader((60, 20), "");
    click(&mut app, "5");
    assert_eq!(app.pane(), brief::QUOTES);
    let mut app = reader(SMALL, "O");
    for pane in [officials::MATRIX, officials::RECORD, officials::PEOPLE] {
        let tab = app.tabs().into_iter().find(|tab| tab.pane == pane).unwrap();
        app.update(Action::Clicked(tab.area.x, tab.area.y));
        assert_eq!(app.pane(), pane);
    }
    app.update(Action::Clicked(app.size().0 - 1, app.layout().tabs.y));
    assert_eq!(app.pane(), officials::PEOPLE);
}

#[test]
fn a_click_chooses_in_every_menu() {
    let mut app = reader(WIDE, "Y");
    let effect = click(&mut app, "permalink");
    assert!(matches!(effect, Effect::Copy(copied) if copied.text.as_str() == "ferry-board/c1"));
    assert_eq!(app.mode(), Mode::Screen(ScreenName::Brief));

    let mut app = reader(WIDE, "AS");
    click(&mut app, "kind:");
    assert!(app.detail(asks::REGISTER).contains("sorted: kind"));

    let mut app = reader(WIDE, "Af");
    click(&mut app, "by:");
    assert!(app.detail(asks::REGISTER).contains("by: "), "{}", app.detail(asks::REGISTER));

    let mut app = reader(WIDE, "jmag'");
    assert_eq!(focus(&app), "ferry-board/c1");
    click_nth(&mut app, "ferry-board/c2", 0);
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
}

#[test]
fn a_click_goes_to_a_match() {
    let mut app = reader(WIDE, "/boats");
    let rows = app.panel().unwrap().list.len();
    assert!(rows > 1);
    let second = app.layout().overlay;
    click_nth(&mut app, "claim c2", 0);
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
    assert!(second.height > 0);
    assert!(app.searched().is_some_and(|searched| searched.starts_with("boats")));
}

#[test]
fn a_click_runs_an_action() {
    let mut app = reader(WIDE, ":zoom");
    click(&mut app, "zoom  ");
    assert_eq!(app.mode(), Mode::Screen(ScreenName::Brief));
    assert_eq!(app.layout().columns.len(), 1);
}

#[test]
fn a_click_beside_an_overlay_closes_it() {
    for keys in ["?", "p", "Y", "AS", "Af", "'", "/boats", ":zoom", "ps"] {
        let mut app = reader(WIDE, keys);
        let before = (app.screen(), app.pane());
        app.update(Action::Clicked(0, 0));
        if keys == "ps" {
            assert_eq!(app.mode(), Mode::Preview, "the prompt closes before the preview");
            app.update(Action::Clicked(0, 0));
        }
        assert_eq!(app.mode(), Mode::Screen(app.screen()), "{keys}");
        assert_eq!((app.screen(), app.pane()), before, "{keys}");
        assert!(app.panel().is_none());
    }
}

#[test]
fn a_click_into_a_text_changes_nothing() {
    for keys in ["?", "p"] {
        let mut app = reader(USUAL, keys);
        let before = screen_of(&app);
        let area = app.layout().overlay;
        app.update(Action::Clicked(area.x + 1, area.y + 1));
        assert_eq!(screen_of(&app), before);
    }
}

#[test]
fn the_wheel_scrolls_every_overlay_that_is_too_long() {
    for keys in ["?", "p", "/e", ":", "AS"] {
        let mut app = reader(SMALL, keys);
        let before = screen_of(&app);
        let area = app.layout().overlay;
        app.update(Action::Wheeled(area.x, area.y, 3));
        assert_ne!(screen_of(&app), before, "{keys}");
        app.update(Action::Wheeled(area.x, area.y, -3));
        assert_eq!(screen_of(&app), before, "{keys}");
    }
}

#[test]
fn the_wheel_does_nothing_over_an_empty_pane() {
    let mut app = reader(WIDE, "&zebra<esc>2j&night<enter>2");
    let slots = app.layout().columns.iter().flatten();
    let empty = slots.copied().find(|slot| app.list(slot.pane).is_empty());
    let slot = empty.expect("a pane without rows");
    let before = screen_of(&app);
    app.update(Action::Wheeled(slot.inner.x, slot.inner.y, 3));
    app.update(Action::Wheeled(slot.inner.x, slot.inner.y, -3));
    assert_eq!(screen_of(&app), before);
}

/// The panes of all screens.
const PANES: [Pane; 11] = [
    brief::BRIEFS,
    brief::OFFICIALS,
    brief::CLAIMS,
    brief::ASKS,
    brief::QUOTES,
    brief::SOURCE,
    brief::PROBLEMS,
    asks::REGISTER,
    officials::PEOPLE,
    officials::RECORD,
    officials::MATRIX,
];

/// Actions of every kind, whether a key means them in the mode that the reader is in or not.
fn any_action() -> impl Strategy<Value = Action> {
    let quits = |action: &Action| matches!(action, Action::Quit | Action::Close);
    let bound: Vec<Action> = BINDINGS.iter().map(|binding| binding.action.clone()).collect();
    let bound: Vec<Action> = bound.into_iter().filter(|action| !quits(action)).collect();
    prop_oneof![
        6 => prop::sample::select(bound),
        4 => (0u16..170, 0u16..60).prop_map(|(x, y)| Action::Clicked(x, y)),
        2 => (0u16..170, 0u16..60, -9isize..9).prop_map(|(x, y, by)| Action::Wheeled(x, y, by)),
        2 => prop::sample::select(&PANES[..]).prop_map(Action::Focus),
        1 => prop::sample::select(&ScreenName::ALL[..]).prop_map(Action::Show),
        1 => "[a-e]".prop_map(|letter| Action::Mark(letter.chars().next().unwrap())),
        1 => "[a-e]".prop_map(|letter| Action::Jump(letter.chars().next().unwrap())),
        1 => "[a-z ]{0,3}".prop_map(|text| Action::Write(Stroke::Insert(text.into()))),
        1 => (-2isize..3).prop_map(|count| Action::Move(Motion::Step(count))),
        1 => (0u16..170, 0u16..60).prop_map(|(columns, rows)| Action::Resized(columns, rows)),
    ]
}

/// What holds after every action.
fn check(app: &App, after: &Action) -> Result<(), TestCaseError> {
    let (pane, panes) = (app.pane(), app.panes());
    prop_assert!(panes.contains(&pane), "{pane:?} is not on {:?}, {after:?}", app.screen());
    let layout = app.layout();
    let slot = layout.slot(pane);
    prop_assert!(slot.is_some(), "{pane:?} has the focus and is not shown, {after:?}");
    for slot in layout.columns.iter().flatten() {
        prop_assert!(panes.contains(&slot.pane), "{:?} is shown, {after:?}", slot.pane);
    }
    if app.panel().is_none() && app.prompt().is_none() {
        let is_bare =
            [Mode::Screen(app.screen()), Mode::Source, Mode::Marking].contains(&app.mode());
        prop_assert!(is_bare, "{:?} without an overlay, {after:?}", app.mode());
    }
    let list = app.list(pane);
    prop_assert!(list.is_empty() || list.index() < list.len());
    let area = slot.map(|slot| slot.inner).unwrap_or_default();
    prop_assert!(area.is_empty() || cursor(app).is_some(), "no cursor, {after:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_action_leads_to_a_pane_that_the_screen_does_not_have(
        actions in prop::collection::vec(any_action(), 0..50),
        columns in 0u16..160,
        rows in 0u16..50,
    ) {
        let mut app = reader((columns, rows), "");
        for action in actions {
            app.update(action.clone());
            check(&app, &action)?;
        }
    }
}
