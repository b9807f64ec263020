//! The loop: it waits for a message, passes it to the reader, and draws the new state.
//!
//! Everything comes through one channel: keys, briefs as they are read and as they change, the loss of
//! the terminal, the outcomes of effects. Between messages the loop sleeps. Only signals have a channel
//! of their own, because they pass whatever else is waiting.

mod browser;
mod clipboard;
#[cfg(unix)]
mod decoder;
mod editor;
mod effects;
#[cfg(unix)]
mod keyboard;
mod output;
#[cfg(not(unix))]
mod polling;
mod screen;
#[cfg(unix)]
mod unix;

use std::env;
use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvError, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use effects::Effects;
#[cfg(unix)]
use keyboard::Keyboard;
#[cfg(not(unix))]
use polling::PolledKeyboard as Keyboard;
use screen::AlternateScreen;

use super::action::{Action, Copied, Effect, LibraryAction};
use super::app::App;
use super::keys::Key;
use super::memory::Memory;
use super::theme::Depth;
use super::view;
use crate::library::{CannotWatch, Entry, Files, Loading, Watch};
use crate::text::{Stroke, Text};

/// Something that happened.
enum Message {
    /// Keys were pressed, or the terminal has another size: events that were waiting.
    Events(Vec<Event>),
    /// Briefs have been read.
    Loaded(Vec<(usize, Entry)>),
    /// The outcome of work on another thread.
    Outcome(Action),
    /// No clipboard tool took a text.
    NotTaken(Copied),
    /// A [`Request`] waits.
    #[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals"))]
    Requested,
    /// The terminal is gone.
    HungUp,
}

/// What a signal asks for.
#[derive(Clone, Copy)]
#[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals"))]
enum Request {
    /// To hand the terminal back and to stop.
    Stop,
    /// To set the terminal right: the process was resumed.
    Refresh,
    /// To end by the signal.
    End(i32),
}

/// Why the reader was left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Quit,
    Signal(i32),
}

/// The briefs on disk.
#[derive(Debug)]
pub struct LiveLibrary {
    /// The briefs as they are read.
    pub loading: Loading,
    /// Their files.
    pub files: Files,
    /// The files and folders to watch for changes.
    pub watched: Vec<PathBuf>,
}

/// Returns the colours that the terminal shows, as far as it says. A Windows terminal shows all and
/// says nothing.
pub fn depth() -> Depth {
    if cfg!(windows) {
        return Depth::True;
    }
    let variable = |name| env::var(name).unwrap_or_default();
    Depth::from_env(&variable("TERM"), &variable("COLORTERM"))
}

/// Returns whether the user's locale has an encoding other than UTF-8, so that only ASCII is safe
/// to show. If no locale is set, the terminal most likely shows UTF-8.
pub fn is_ascii() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    let locale = set.into_iter().find(|value| !value.is_empty());
    !cfg!(windows) && locale.is_some_and(|locale| !names_utf8(&locale))
}

fn names_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// Runs the reader in the terminal until the user quits, while the briefs come in and change.
///
/// The terminal is restored however the reader ends. If a signal asked the process to end, it ends by
/// that signal. The place where the reader was left is kept in `memory`.
///
/// # Errors
///
/// Fails if the terminal cannot be read or written.
pub fn run(mut app: App, live: LiveLibrary, memory: Option<Memory>) -> io::Result<()> {
    let (sender, messages) = mpsc::channel();
    let (handled, to_handle) = mpsc::channel();
    let (asking, requests) = mpsc::channel();
    #[cfg(unix)]
    unix::wait_for_foreground()?;
    #[cfg(unix)]
    unix::watch(&sender, asking)?;
    #[cfg(not(unix))]
    drop(asking);
    let LiveLibrary { loading, files, watched } = live;
    let files = Arc::new(Mutex::new(files));
    let ending = {
        let screen = AlternateScreen::enter()?;
        let keyboard = Keyboard::open()?;
        let to_follow = Arc::clone(&files);
        spawn(&sender, move |sender| read_events(keyboard, &sender, &to_handle));
        let watch = || (!watched.is_empty()).then(|| Watch::start(watched));
        spawn(&sender, move |sender| follow(&loading, watch, &to_follow, &sender));
        let (to_check, wanted) = mpsc::channel();
        spawn(&sender, move |sender| check(&wanted, &sender));
        app.work_aside();
        let effects = Effects::new(screen, files, memory, sender);
        Loop { app, effects, to_check, handled, requests }.run(&messages)?
    };
    #[cfg(unix)]
    if let Ending::Signal(signal) = ending {
        unix::end_by(signal)?;
    }
    // Without signals there is one ending.
    #[cfg(not(unix))]
    let _ = ending;
    Ok(())
}

fn spawn(sender: &Sender<Message>, work: impl FnOnce(Sender<Message>) + Send + 'static) {
    let sender = sender.clone();
    thread::spawn(move || work(sender));
}

/// Sends on what the terminal reports, until the loop has ended or the terminal is gone.
///
/// Nothing is read before the last events have been handled: while an editor runs, keys are the
/// editor's.
fn read_events(mut keyboard: Keyboard, sender: &Sender<Message>, handled: &Receiver<()>) {
    loop {
        let message = keyboard.events().map_or(Message::HungUp, Message::Events);
        let is_last = matches!(message, Message::HungUp);
        if sender.send(message).is_err() || is_last || handled.recv().is_err() {
            return;
        }
    }
}

/// Sends on each brief as it is read, then each change on disk since then.
///
/// Only then does it call `watch`, which has to look at every file, and is told of each that is read.
fn follow(
    loading: &Loading,
    watch: impl FnOnce() -> Option<Result<Watch, CannotWatch>>,
    files: &Mutex<Files>,
    sender: &Sender<Message>,
) {
    for entries in loading.batches() {
        for (_, entry) in &entries {
            effects::locked(files).note(entry);
        }
        if sender.send(Message::Loaded(entries)).is_err() {
            return;
        }
    }
    // However the reader ends, what was read is read faster the next time.
    effects::locked(files).save_cache();
    let send = |action| sender.send(Message::Outcome(action)).is_ok();
    let tell = |changes| send(Action::Library(LibraryAction::Changed(changes)));
    match watch() {
        Some(Ok(watch)) => {
            let mut changes = effects::locked(files).missed();
            while changes.is_none_or(tell) {
                let Some(paths) = watch.changed() else { return };
                changes = effects::locked(files).changed(&paths);
            }
        }
        None => {}
        Some(Err(error)) => {
            send(Action::Notify(format!("{error}; r reloads all briefs").into()));
        }
    }
}

/// Checks the briefs that were asked for last, in order, and says so after each.
fn check(wanted: &Receiver<Vec<Entry>>, sender: &Sender<Message>) {
    while let Ok(asked) = wanted.recv() {
        let mut entries = asked.into_iter();
        loop {
            entries = wanted.try_iter().last().map_or(entries, IntoIterator::into_iter);
            let Some(entry) = entries.next() else { break };
            if entry.known_evidence().is_some() {
                continue;
            }
            entry.evidence();
            if sender.send(Message::Outcome(Action::Library(LibraryAction::Checked))).is_err() {
                return;
            }
        }
    }
}

/// The reader and its effects.
struct Loop {
    app: App,
    effects: Effects,
    /// Takes briefs to check.
    to_check: Sender<Vec<Entry>>,
    /// Signals that the last events have been handled.
    handled: Sender<()>,
    requests: Receiver<Request>,
}

impl Loop {
    /// Handles message after message, and draws when none is waiting.
    fn run(mut self, messages: &Receiver<Message>) -> io::Result<Ending> {
        self.effects.screen.use_mouse(self.app.uses_mouse())?;
        self.resize()?;
        let ending = loop {
            let app = &self.app;
            self.effects.screen.draw(|buffer| view::draw(app, app.theme(), buffer))?;
            let unchecked = app.unchecked();
            if !unchecked.is_empty() {
                // If the thread that checks has ended, so has the program.
                let _ = self.to_check.send(unchecked);
            }
            let first = match self.wait(messages) {
                Ok(Some(message)) => message,
                Ok(None) => continue,
                Err(_) => break Ending::Quit,
            };
            let mut waiting = std::iter::once(first).chain(messages.try_iter());
            if let Some(ending) = waiting.find_map(|message| self.on_message(message).transpose()) {
                break ending?;
            }
        };
        self.effects.finish(&self.app, messages);
        // The process ends: the system takes back at once what would be given back piece by piece.
        mem::forget(self.app);
        Ok(ending)
    }

    /// Waits for a message, and searches on meanwhile. Returns [`None`] as soon as that gives something to
    /// show; fails if nobody is left to send a message.
    fn wait(&mut self, messages: &Receiver<Message>) -> Result<Option<Message>, RecvError> {
        while self.app.is_searching() {
            if let Ok(message) = messages.try_recv() {
                return Ok(Some(message));
            }
            if self.app.search_on() {
                return Ok(None);
            }
        }
        messages.recv().map(Some)
    }

    /// Handles a message. Returns why the reader has to end, if it has to.
    fn on_message(&mut self, message: Message) -> io::Result<Option<Ending>> {
        match message {
            Message::Events(events) => {
                let ending = self.on_events(&events)?;
                // If the thread that reads events has ended, a message says so.
                let _ = self.handled.send(());
                Ok(ending)
            }
            Message::Loaded(entries) => {
                self.dispatch(Action::Library(LibraryAction::Loaded(entries)))
            }
            Message::Outcome(action) => self.dispatch(action),
            Message::NotTaken(copied) => {
                let notice = self.effects.send(&copied)?;
                self.dispatch(notice)
            }
            Message::Requested => self.on_requests(),
            Message::HungUp => Ok(Some(Ending::Quit)),
        }
    }

    /// Does what events of the terminal mean; what can be done at once, at once.
    fn on_events(&mut self, events: &[Event]) -> io::Result<Option<Ending>> {
        let mut held: Option<Action> = None;
        for event in events {
            if self.effects.screen.is_aside() && returns(event) {
                self.effects.screen.return_from_aside()?;
                continue;
            }
            let Some(action) = self.meaning(event) else { continue };
            let next = match &mut held {
                Some(held) => held.absorb(action),
                None => Some(action),
            };
            let Some(next) = next else { continue };
            let earlier = held.take();
            let (to_hold, due) =
                if next.can_absorb() { (Some(next), None) } else { (None, Some(next)) };
            held = to_hold;
            for action in earlier.into_iter().chain(due) {
                if let Some(ending) = self.dispatch(action)? {
                    return Ok(Some(ending));
                }
            }
        }
        held.map_or(Ok(None), |held| self.dispatch(held))
    }

    /// Returns what an event of the terminal means.
    fn meaning(&self, event: &Event) -> Option<Action> {
        match event {
            Event::Key(key) => {
                Key::pressed(*key).and_then(|key| self.app.keymap().lookup(self.app.mode(), key))
            }
            // Text is pasted into prompts only, so that none of it is read as keys.
            Event::Paste(text) if self.app.mode().prompt().is_some() => {
                Some(Action::Write(Stroke::Insert(Text::new(text))))
            }
            Event::Mouse(mouse) => mouse_action(*mouse),
            Event::Resize(columns, rows) => Some(Action::Resized(*columns, *rows)),
            _ => None,
        }
    }

    fn dispatch(&mut self, action: Action) -> io::Result<Option<Ending>> {
        if let Some(ending) = self.on_requests()? {
            return Ok(Some(ending));
        }
        match self.app.update(action) {
            Effect::Quit => return Ok(Some(Ending::Quit)),
            effect => {
                if let Some(outcome) = self.effects.perform(effect)? {
                    self.app.update(outcome);
                }
            }
        }
        Ok(None)
    }

    /// Does what signals ask for.
    fn on_requests(&mut self) -> io::Result<Option<Ending>> {
        while let Ok(request) = self.requests.try_recv() {
            match request {
                Request::Stop => self.effects.stop()?,
                Request::Refresh => self.effects.screen.refresh()?,
                Request::End(signal) => return Ok(Some(Ending::Signal(signal))),
            }
        }
        Ok(None)
    }

    fn resize(&mut self) -> io::Result<()> {
        let (columns, rows) = self.effects.screen.size()?;
        self.app.update(Action::Resized(columns, rows));
        Ok(())
    }
}

/// Returns whether an event ends what is shown below the shell’s prompt: any key but one that is let
/// go, or a paste.
fn returns(event: &Event) -> bool {
    match event {
        Event::Key(key) => key.kind != KeyEventKind::Release,
        event => matches!(event, Event::Paste(_)),
    }
}

/// The lines that a turn of the wheel scrolls.
const WHEEL: isize = 3;

/// Returns what the mouse means. Releasing a button and moving mean nothing.
fn mouse_action(mouse: MouseEvent) -> Option<Action> {
    let (x, y) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Clicked(x, y)),
        MouseEventKind::ScrollDown => Some(Action::Wheeled(x, y, WHEEL)),
        MouseEventKind::ScrollUp => Some(Action::Wheeled(x, y, -WHEEL)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::library::{Changes, find};

    /// Follows a folder in which `change` happens when all has been read and nothing is watched yet. Returns
    /// the ids of the briefs that are there then, and of those that were read again.
    fn changed_before_the_watch(folder: &Path, change: impl FnOnce() + Send) -> [String; 2] {
        let paths = vec![folder.to_owned()];
        let files = Files::new(paths.clone(), Vec::new(), find(&paths).unwrap().origins);
        let loading = files.start(0);
        let files = &Mutex::new(files);
        let (sender, messages) = mpsc::channel();
        let watch = move || {
            change();
            Some(Watch::start(paths))
        };
        thread::scope(|scope| {
            scope.spawn(move || follow(&loading, watch, files, &sender));
            let changes = messages.iter().find_map(|message| match message {
                Message::Outcome(Action::Library(LibraryAction::Changed(changes))) => Some(changes),
                _ => None,
            });
            let Changes { origins, entries } = changes.unwrap();
            // With nobody to tell, the next change ends it.
            drop(messages);
            fs::write(folder.join("last.yaml"), "").unwrap();
            let ids = |ids: Vec<String>| ids.join(" ");
            [
                ids(origins.iter().map(|origin| origin.id().to_string()).collect()),
                ids(entries.iter().map(|entry| entry.id.to_string()).collect()),
            ]
        })
    }

    #[test]
    fn what_changed_after_it_was_read_and_before_the_watch_is_told() {
        const BRIEF: &str =
            "summary: Boats.\nsource: {title: Boats, publisher: unknown, text: b.txt}";
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let change = |change: &(dyn Fn() + Sync)| changed_before_the_watch(folder.path(), change);
        for name in ["a.yaml", "b.yaml", "c.yaml"] {
            write(name, &BRIEF.replace("b.txt", "none.txt"));
        }
        assert_eq!(change(&|| write("b.yaml", BRIEF)), ["a b c", "b"]);
        assert_eq!(change(&|| write("d.yaml", BRIEF)), ["a b c d last", "d"]);
        let gone = || fs::remove_file(folder.path().join("a.yaml")).unwrap();
        assert_eq!(change(&gone), ["b c d last", ""]);
    }

    #[test]
    fn knows_a_locale_that_is_utf8() {
        assert!(["en_GB.UTF-8", "de_DE.utf8", "C.UTF-8@x"].into_iter().all(names_utf8));
        assert!(!["C", "POSIX", "en_GB", "de_DE.ISO-8859-1"].into_iter().any(names_utf8));
    }
}
