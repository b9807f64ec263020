//! Keystrokes in the reader without a terminal, and the screens and the focus that result.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use topline::library::{Entry, Origin};
use topline::reader::action::{Action, Effect, LibraryAction};
use topline::reader::app::App;
use topline::reader::keys::{BINDINGS, Key};
use topline::reader::memory::Remembered;
use topline::reader::pane::Pane;
use topline::reader::target::Target;
use topline::reader::theme::Theme;
use topline::reader::view::{
    self,
    snapshot::{self, FrameFormat},
};
use topline::text::width;

use super::library::library;

/// A screen with room for three columns.
pub const WIDE: (u16, u16) = (120, 36);

/// A terminal of the usual size.
pub const USUAL: (u16, u16) = (80, 24);

/// A screen with room for one pane.
pub const SMALL: (u16, u16) = (40, 12);

/// The folder of the briefs that most of these tests read.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/reader")
}

/// The briefs of most of these tests, from their files: `ferry-board`, `night-log` (broken) and
/// `owners-letter`.
pub fn entries_on_disk() -> Vec<Entry> {
    static READ: LazyLock<Vec<Entry>> = LazyLock::new(|| library([folder()]).entries().to_vec());
    READ.clone()
}

/// The briefs of most of these tests, as if they shipped with the program.
pub fn entries() -> Vec<Entry> {
    let shipped =
        |entry: Entry| Entry { origin: Origin::Shipped(entry.origin.id().to_string()), ..entry };
    entries_on_disk().into_iter().map(shipped).collect()
}

/// Gives the reader its size, then the briefs one after another.
pub fn open(mut app: App, entries: Vec<Entry>, size: (u16, u16)) -> App {
    app.update(Action::Resized(size.0, size.1));
    for (index, entry) in entries.into_iter().enumerate() {
        app.update(Action::Library(LibraryAction::Loaded(vec![(index, entry)])));
    }
    app
}

/// A reader that lists so many briefs by their paths, as the user sorted them before.
pub fn by_path(expected: usize, target: Option<Target>) -> App {
    let mut app = App::new(expected, target);
    app.resume(Remembered { sort: Some("path".to_owned()), ..Remembered::default() });
    app
}

/// A reader of these briefs, by their paths, in which these keys were pressed on the front page.
pub fn front_with(entries: Vec<Entry>, size: (u16, u16), keys: &str) -> App {
    let mut app = open(by_path(entries.len(), None), entries, size);
    press(&mut app, keys);
    app
}

pub fn front(size: (u16, u16), keys: &str) -> App {
    front_with(entries(), size, keys)
}

/// The same, in which these keys were pressed at the claims of the first brief.
pub fn reader_with(entries: Vec<Entry>, size: (u16, u16), keys: &str) -> App {
    front_with(entries, size, &format!("3{keys}"))
}

pub fn reader(size: (u16, u16), keys: &str) -> App {
    reader_with(entries(), size, keys)
}

pub fn press(app: &mut App, keys: &str) {
    snapshot::press(app, &Key::parse_all(keys).unwrap());
}

/// Presses a key that is bound, and returns its effect.
#[track_caller]
pub fn effect(app: &mut App, key: &str) -> Effect {
    let key = Key::parse_all(key).unwrap()[0];
    let action = app.keymap().lookup(app.mode(), key).unwrap();
    app.update(action)
}

pub fn screen_of(app: &App) -> String {
    FrameFormat::Text.draw(app)
}

pub fn screen(size: (u16, u16), keys: &str) -> String {
    screen_of(&reader(size, keys))
}

pub fn first_line(app: &App) -> String {
    screen_of(app).lines().next().unwrap().to_owned()
}

pub fn last_line(app: &App) -> String {
    screen_of(app).lines().last().unwrap().trim().to_owned()
}

/// The runs of cells that `is_so` accepts, from the top of the screen to the bottom, each with its row.
pub fn stretches(app: &App, theme: &Theme, is_so: impl Fn(&Cell) -> bool) -> Vec<(u16, String)> {
    let frame = snapshot::frame(app, theme);
    let mut found = Vec::new();
    for y in 0..frame.area.height {
        let row = (0..frame.area.width).map(|x| &frame[(x, y)]);
        let line: String = row.map(|cell| if is_so(cell) { cell.symbol() } else { "\0" }).collect();
        let stretches = line.split('\0').filter(|stretch| !stretch.is_empty());
        found.extend(stretches.map(|stretch| (y, stretch.to_owned())));
    }
    found
}

/// The item that has the focus.
pub fn focus(app: &App) -> String {
    app.focus().map(|anchor| anchor.to_string()).unwrap_or_default()
}

/// Fails unless this item of this pane has the focus.
#[track_caller]
pub fn assert_focus(app: &App, pane: Pane, item: &str) {
    assert_eq!((app.pane(), focus(app).as_str()), (pane, item), "{}", screen_of(app));
}

/// Fails unless these keys lead to this item of this pane.
#[track_caller]
pub fn assert_keys(keys: &str, pane: Pane, item: &str) {
    let app = reader(WIDE, keys);
    assert_eq!((app.pane(), focus(&app).as_str()), (pane, item), "{keys}\n{}", screen_of(&app));
}

/// Sizes from nothing at all to screens with room for little, and widths at which layouts change.
pub fn small_sizes() -> impl Iterator<Item = (u16, u16)> {
    let columns = (0..=29).chain([71, 72, 80]);
    columns.flat_map(|columns| (0..=14).map(move |rows| (columns, rows)))
}

/// Fails unless the reader draws a screen of just this size.
#[track_caller]
pub fn assert_fits(app: &App, (columns, rows): (u16, u16)) {
    let screen = screen_of(app);
    assert_eq!(screen.lines().count(), usize::from(rows));
    assert!(screen.lines().all(|line| width(line) <= usize::from(columns)), "{screen}");
}

/// Fails unless the reader fits a screen of every small size.
#[track_caller]
pub fn assert_fits_small_screens(mut app: App) {
    for (columns, rows) in small_sizes() {
        app.update(Action::Resized(columns, rows));
        assert_fits(&app, (columns, rows));
    }
}

/// The place of the terminal's cursor, if it is shown.
pub fn cursor(app: &App) -> Option<Position> {
    let (columns, rows) = app.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view::draw(app, &Theme::terminal(), &mut buffer).cursor
}

/// Presses these keys. The check fails if the pane that has the focus shows no cursor, or no row of
/// its list.
pub fn check_focus_is_shown(app: &mut App, keys: &[Key]) -> Result<(), TestCaseError> {
    for key in keys {
        snapshot::press(app, &[*key]);
        let cursor = cursor(app);
        let slot = app.layout().slot(app.pane()).unwrap().inner;
        if slot.width > 0 && slot.height > 0 {
            prop_assert!(cursor.is_some());
            let list = app.list(app.pane());
            prop_assert!(list.is_empty() || list.visible().next().is_some());
        }
    }
    Ok(())
}

/// Any keys that are bound, except those that quit.
pub fn any_keys() -> impl Strategy<Value = Vec<Key>> {
    let bound = BINDINGS.iter().flat_map(|binding| binding.keys.clone());
    let quits = |key: &Key| ["q", "<c-c>"].contains(&key.to_string().as_str());
    let bound: Vec<Key> = bound.filter(|key| !quits(key)).collect();
    prop::collection::vec(prop::sample::select(bound), 0..60)
}
