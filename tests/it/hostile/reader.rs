//! Every screen, overlay and prompt of the reader, every key in each, and what it copies and saves.

use std::collections::{HashSet, VecDeque};

use topline::library::Entry;
use topline::reader::action::{Action, Effect};
use topline::reader::app::App;
use topline::reader::keys::{BINDINGS, Key};
use topline::text::Stroke;

use super::fields::{self, Spelling};
use super::sequences::{self, assert_harmless};
use crate::support::keystrokes::{SMALL, WIDE, by_path, open, screen_of};

/// A reader of the hostile brief and the broken one, in which these keys were pressed.
fn reader(entries: &[Entry], size: (u16, u16), keys: &[Key]) -> App {
    let mut app = open(by_path(entries.len(), None), entries.to_vec(), size);
    for key in keys {
        press(&mut app, *key);
    }
    app
}

/// Presses a key. Fails if that copies, saves or opens something hostile.
fn press(app: &mut App, key: Key) {
    let what = format!("{key} in {:?}", app.mode());
    let Some(action) = app.keymap().lookup(app.mode(), key) else { return };
    match app.update(action) {
        Effect::Copy(copied) => {
            assert_harmless(&copied.text, &what);
            assert_harmless(&copied.what, &what);
        }
        Effect::Save { name, text } => {
            assert_harmless(&text, &what);
            assert_harmless(&name, &what);
        }
        Effect::Open(address) => assert_harmless(&address, &what),
        _ => {}
    }
}

/// The bindings that are tried where the reader is: all of a mode where that was not reached before, and
/// in its other panes those that copy and those that go on.
fn tried(app: &App, is_new_mode: bool) -> Vec<Key> {
    let bound = BINDINGS.iter().filter(|binding| binding.modes.contains(&app.mode()));
    let goes_on = |action: &Action| {
        matches!(action, Action::Focus(_) | Action::Follow | Action::ChooseCopy) || action.copies()
    };
    let bound = bound.filter(|binding| is_new_mode || goes_on(&binding.action));
    bound.filter_map(|binding| binding.keys.first()).copied().collect()
}

#[test]
fn no_screen_overlay_or_prompt_shows_a_sequence_whatever_is_pressed() {
    let folder = fields::folder(Spelling::Escaped);
    let entries = folder.entries();
    assert!(entries[0].brief.is_some() && entries[1].brief.is_none(), "{:?}", entries[0].problems);
    let (mut places, mut modes) = (HashSet::new(), HashSet::new());
    let mut ways = VecDeque::from([Vec::new()]);
    while let Some(way) = ways.pop_front() {
        let mut app = reader(&entries, WIDE, &way);
        let what = format!("{:?} in {} after {way:?}", app.mode(), app.pane().name);
        assert_harmless(&screen_of(&app), &what);
        let mode = format!("{:?}", app.mode());
        if !places.insert((mode.clone(), app.pane())) {
            continue;
        }
        let keys = tried(&app, modes.insert(mode));
        // What is typed or pasted is hostile too.
        if app.mode().prompt().is_some() {
            app.update(Action::Write(Stroke::Insert(sequences::all().into())));
            assert_harmless(&screen_of(&app), &what);
        }
        app.update(Action::Resized(SMALL.0, SMALL.1));
        assert_harmless(&screen_of(&app), &what);
        ways.extend(keys.into_iter().map(|key| [&way[..], &[key]].concat()));
    }
    for mode in BINDINGS.iter().flat_map(|binding| binding.modes) {
        assert!(modes.contains(&format!("{mode:?}")), "no keys led to {mode:?}: {modes:?}");
    }
    assert!(places.len() > 20, "{places:?}");
}
