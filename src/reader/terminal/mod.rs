//! The loop: it waits for something to happen, tells the reader, and shows what came of it.
//!
//! Everything that can happen comes through one channel: keys, briefs as they are read and as they
//! change, signals, the loss of the terminal, what came of an effect. Between two messages the loop
//! sleeps.

mod browser;
mod clipboard;
mod editor;
mod effects;
mod screen;
#[cfg(unix)]
mod unix;

use std::env;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use effects::Effects;
use screen::Screen;

use super::action::{Action, Copied, Effect};
use super::app::App;
use super::keys::Key;
use super::memory::Memory;
use super::theme::Depth;
use super::view;
use crate::library::{Entry, Files, Loading, Watch};
use crate::text::{Stroke, Text};

/// Something that happened.
enum Message {
    /// Keys were pressed, or the screen has another size: all that has not been attended to.
    Events(Vec<Event>),
    /// A brief has been read.
    Loaded(usize, Box<Entry>),
    /// What came of something that was done beside the loop.
    Outcome(Action),
    /// No tool took a text for the clipboard.
    NotTaken(Copied),
    /// The process was resumed, and the terminal may be in any state.
    Resumed,
    /// A signal asks the process to end.
    Terminate(i32),
    /// There is nobody to read keys from, or no terminal to show anything on.
    HungUp,
}

/// Why the reader was left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Quit,
    Signal(i32),
}

/// The briefs that the reader is about, on disk.
#[derive(Debug)]
pub struct Shelf {
    /// The briefs as they are read.
    pub loading: Loading,
    /// Their files.
    pub files: Files,
    /// The files and folders whose changes bear on them.
    pub watched: Vec<PathBuf>,
}

/// How many colours the terminal shows, as far as it says. That of Windows shows all, and says nothing.
pub fn depth() -> Depth {
    if cfg!(windows) {
        return Depth::True;
    }
    let variable = |name| env::var(name).unwrap_or_default();
    Depth::of(&variable("TERM"), &variable("COLORTERM"))
}

/// Whether the user's locale names an encoding other than UTF-8, so that only ASCII is safe to show.
/// Where no locale is set nothing is said of the terminal, and most know UTF-8.
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
/// The terminal is put back as it was however the reader is left. Where a signal asked the process
/// to end, it ends by that signal. Where the reader was left is kept in `memory`.
///
/// # Errors
///
/// Fails where the terminal can't be read or written.
pub fn run(app: App, shelf: Shelf, memory: Option<Memory>) -> io::Result<()> {
    let (sender, messages) = mpsc::channel();
    let (attended, to_attend) = mpsc::channel();
    #[cfg(unix)]
    unix::watch(&sender)?;
    let Shelf { loading, files, watched } = shelf;
    let files = Arc::new(Mutex::new(files));
    let ending = {
        let screen = Screen::enter()?;
        let to_follow = Arc::clone(&files);
        spawn(&sender, move |sender| read_events(&sender, &to_attend));
        spawn(&sender, move |sender| follow(&loading, watched, &to_follow, &sender));
        let effects = Effects::new(screen, files, memory, sender);
        Loop { app, effects, attended }.run(&messages)?
    };
    #[cfg(unix)]
    if let Ending::Signal(signal) = ending {
        unix::end_by(signal)?;
    }
    Ok(())
}

fn spawn(sender: &Sender<Message>, work: impl FnOnce(Sender<Message>) + Send + 'static) {
    let sender = sender.clone();
    thread::spawn(move || work(sender));
}

/// Sends on what the terminal reports, until there is nobody to send to or nothing to read.
///
/// Nothing is read before what was sent has been attended to: while a key has an editor run, the
/// keys are the editor's.
fn read_events(sender: &Sender<Message>, attended: &Receiver<()>) {
    loop {
        let message = waiting_events().map_or(Message::HungUp, Message::Events);
        let is_last = matches!(message, Message::HungUp);
        if sender.send(message).is_err() || is_last || attended.recv().is_err() {
            return;
        }
    }
}

/// Waits for an event, and takes all that have come by then.
fn waiting_events() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

/// Sends on each brief as it is read, then what changes.
fn follow(
    loading: &Loading,
    watched: Vec<PathBuf>,
    files: &Mutex<Files>,
    sender: &Sender<Message>,
) {
    let is_on_disk = !watched.is_empty();
    let watch = is_on_disk.then(|| Watch::start(watched));
    for (index, entry) in loading.entries() {
        effects::locked(files).note(&entry);
        entry.prepare();
        if sender.send(Message::Loaded(index, Box::new(entry))).is_err() {
            return;
        }
    }
    match watch {
        Some(Ok(watch)) => {
            while let Some(paths) = watch.changed() {
                let changes = effects::locked(files).changed(&paths).map(Action::Changed);
                if changes.is_some_and(|changes| sender.send(Message::Outcome(changes)).is_err()) {
                    return;
                }
            }
        }
        None => {}
        Some(Err(error)) => {
            let told = Action::Tell(format!("{error}; r reads all briefs again").into());
            let _ = sender.send(Message::Outcome(told));
        }
    }
}

/// The reader and what it does outside.
struct Loop {
    app: App,
    effects: Effects,
    /// Told when keys have been attended to.
    attended: Sender<()>,
}

impl Loop {
    /// Attends to message after message, and draws when none is waiting.
    fn run(mut self, messages: &Receiver<Message>) -> io::Result<Ending> {
        self.effects.screen.use_mouse(self.app.uses_mouse())?;
        self.resize()?;
        let ending = loop {
            let app = &self.app;
            self.effects.screen.draw(|buffer| view::draw(app, app.theme(), buffer))?;
            let Ok(first) = messages.recv() else { break Ending::Quit };
            let mut waiting = std::iter::once(first).chain(messages.try_iter());
            if let Some(ending) = waiting.find_map(|message| self.attend(message).transpose()) {
                break ending?;
            }
        };
        self.effects.finish(self.app.position(), messages);
        Ok(ending)
    }

    /// Attends to a message; says where the reader is to be left.
    fn attend(&mut self, message: Message) -> io::Result<Option<Ending>> {
        match message {
            Message::Events(events) => {
                for event in events {
                    if let Some(ending) = self.meet(&event)? {
                        return Ok(Some(ending));
                    }
                }
                // Where nobody reads any more keys, a message says so.
                let _ = self.attended.send(());
            }
            Message::Loaded(index, entry) => return self.act(Action::Loaded(index, entry)),
            Message::Outcome(action) => return self.act(action),
            Message::NotTaken(copied) => {
                let told = self.effects.send(&copied)?;
                return self.act(told);
            }
            Message::Resumed => self.effects.screen.refresh()?,
            Message::Terminate(signal) => return Ok(Some(Ending::Signal(signal))),
            Message::HungUp => return Ok(Some(Ending::Quit)),
        }
        Ok(None)
    }

    /// Does what an event of the terminal means.
    fn meet(&mut self, event: &Event) -> io::Result<Option<Ending>> {
        let action = match event {
            Event::Key(key) => {
                Key::pressed(*key).and_then(|key| self.app.keymap().lookup(self.app.mode(), key))
            }
            // Pasted text is for a prompt alone, so that no word of it is taken for keys.
            Event::Paste(text) if self.app.mode().prompt().is_some() => {
                Some(Action::Write(Stroke::Insert(Text::new(text))))
            }
            Event::Mouse(mouse) => pointed(*mouse),
            Event::Resize(columns, rows) => Some(Action::Resized(*columns, *rows)),
            _ => None,
        };
        action.map_or(Ok(None), |action| self.act(action))
    }

    fn act(&mut self, action: Action) -> io::Result<Option<Ending>> {
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

    fn resize(&mut self) -> io::Result<()> {
        let (columns, rows) = self.effects.screen.size()?;
        self.app.update(Action::Resized(columns, rows));
        Ok(())
    }
}

/// The lines that a turn of the wheel scrolls.
const WHEEL: isize = 3;

/// What the mouse means. A button that is let go and a movement mean nothing.
fn pointed(mouse: MouseEvent) -> Option<Action> {
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
    use super::*;

    #[test]
    fn knows_a_locale_that_is_utf8() {
        assert!(["en_GB.UTF-8", "de_DE.utf8", "C.UTF-8@x"].into_iter().all(names_utf8));
        assert!(!["C", "POSIX", "en_GB", "de_DE.ISO-8859-1"].into_iter().any(names_utf8));
    }
}
