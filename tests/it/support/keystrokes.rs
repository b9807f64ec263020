//! Keystrokes in the reader without a terminal, and the screens and the focus that come of them.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use ratatui::buffer::Cell;
use topline::library::{Entry, Origin, find, load};
use topline::reader::action::Action;
use topline::reader::app::App;
use topline::reader::keys::{BINDINGS, Key};
use topline::reader::pane::Pane;
use topline::reader::theme::Theme;
use topline::reader::view::snapshot::{self, Form};

/// A screen with room for three columns.
pub const WIDE: (u16, u16) = (120, 36);

/// The folder of the briefs that most of these tests read.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/reader")
}

/// The briefs of a folder.
pub fn load_all(folder: &Path) -> Vec<Entry> {
    find(&[folder.to_path_buf()]).unwrap().iter().map(|origin| load(origin, &[])).collect()
}

/// The library of most of these tests, as if it were shipped: `ferry-board`, `night-log` (broken) and
/// `owners-letter`.
pub fn entries() -> Vec<Entry> {
    static READ: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let shipped = |entry: Entry| Entry {
            origin: Origin::Shipped(entry.origin.id().to_string()),
            ..entry
        };
        load_all(&folder()).into_iter().map(shipped).collect()
    });
    READ.clone()
}

/// Gives the reader its size, then the briefs, one after the other.
pub fn open(mut app: App, entries: Vec<Entry>, size: (u16, u16)) -> App {
    app.update(Action::Resized(size.0, size.1));
    for (index, entry) in entries.into_iter().enumerate() {
        app.update(Action::Loaded(index, Box::new(entry)));
    }
    app
}

/// A reader of these briefs in which the keys were pressed.
pub fn reader_with(entries: Vec<Entry>, size: (u16, u16), keys: &str) -> App {
    let mut app = open(App::new(entries.len(), None), entries, size);
    press(&mut app, keys);
    app
}

pub fn reader(size: (u16, u16), keys: &str) -> App {
    reader_with(entries(), size, keys)
}

pub fn press(app: &mut App, keys: &str) {
    snapshot::press(app, &Key::parse_all(keys).unwrap());
}

pub fn screen_of(app: &App) -> String {
    Form::Text.draw(app)
}

pub fn screen(size: (u16, u16), keys: &str) -> String {
    screen_of(&reader(size, keys))
}

pub fn last_line(app: &App) -> String {
    screen_of(app).lines().last().unwrap().trim().to_owned()
}

/// The stretches of the screen whose cells are so, in its order, each with its row.
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

/// The item that has the focus, and its pane.
#[track_caller]
pub fn assert_focus(app: &App, pane: Pane, item: &str) {
    assert_eq!((app.pane(), focus(app).as_str()), (pane, item));
}

/// Any keys that are bound, except those that quit.
pub fn any_keys() -> impl Strategy<Value = Vec<Key>> {
    let bound = BINDINGS.iter().flat_map(|binding| binding.keys.clone());
    let quits = |key: &Key| ["q", "<c-c>"].contains(&key.to_string().as_str());
    let bound: Vec<Key> = bound.filter(|key| !quits(key)).collect();
    prop::collection::vec(prop::sample::select(bound), 0..60)
}
