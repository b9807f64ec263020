//! The loop: it waits for something to happen, tells the reader, and shows what came of it.
//!
//! Everything that can happen comes through one channel: keys, briefs as they are read, signals,
//! the loss of the terminal. Between two messages the loop sleeps.

mod screen;
#[cfg(unix)]
mod unix;

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::{self, Event};
use screen::Screen;

use super::action::{Action, Effect};
use super::app::App;
use super::keys::{self, Key};
use super::theme::Theme;
use super::view;
use crate::library::{Entry, Loading};

/// Something that happened.
enum Message {
    /// A key was pressed, or the screen has another size.
    Event(Event),
    /// A brief has been read.
    Loaded(usize, Box<Entry>),
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

/// Runs the reader in the terminal until the user quits, while the briefs come in.
///
/// The terminal is put back as it was however the reader is left. Where a signal asked the process
/// to end, it ends by that signal.
///
/// # Errors
///
/// Fails where the terminal can't be read or written.
pub fn run(app: App, theme: &Theme, loading: Loading) -> io::Result<()> {
    let (sender, messages) = mpsc::channel();
    #[cfg(unix)]
    unix::watch(&sender)?;
    let ending = {
        let mut screen = Screen::enter()?;
        spawn(&sender, move |sender| read_events(&sender));
        spawn(&sender, move |sender| forward(&loading, &sender));
        drop(sender);
        attend(app, theme, &messages, &mut screen)?
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
fn read_events(sender: &Sender<Message>) {
    loop {
        let message = event::read().map_or(Message::HungUp, Message::Event);
        let is_last = matches!(message, Message::HungUp);
        if sender.send(message).is_err() || is_last {
            return;
        }
    }
}

/// Sends on each brief as it is read.
fn forward(loading: &Loading, sender: &Sender<Message>) {
    for (index, entry) in loading.entries() {
        if sender.send(Message::Loaded(index, Box::new(entry))).is_err() {
            return;
        }
    }
}

/// Attends to message after message, and draws when none is waiting.
fn attend(
    mut app: App,
    theme: &Theme,
    messages: &Receiver<Message>,
    screen: &mut Screen,
) -> io::Result<Ending> {
    let (columns, rows) = screen.size()?;
    app.update(Action::Resized(columns, rows));
    loop {
        screen.draw(|buffer| view::draw(&app, theme, buffer))?;
        let Ok(first) = messages.recv() else { return Ok(Ending::Quit) };
        for message in std::iter::once(first).chain(messages.try_iter()) {
            let action = match message {
                Message::Event(event) => action(&app, &event),
                Message::Loaded(index, entry) => Some(Action::Loaded(index, entry)),
                Message::Resumed => {
                    screen.refresh()?;
                    None
                }
                Message::Terminate(signal) => return Ok(Ending::Signal(signal)),
                Message::HungUp => return Ok(Ending::Quit),
            };
            let effect = action.map_or(Effect::None, |action| app.update(action));
            match effect {
                Effect::None => {}
                Effect::Quit => return Ok(Ending::Quit),
                Effect::Suspend => suspend(screen)?,
                Effect::Redraw => screen.clear()?,
            }
        }
    }
}

/// What an event of the terminal means.
fn action(app: &App, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) => keys::lookup(app.mode(), Key::pressed(*key)?),
        Event::Resize(columns, rows) => Some(Action::Resized(*columns, *rows)),
        _ => None,
    }
}

/// Hands the terminal back to the shell, and takes it again when the shell resumes the program.
#[cfg(unix)]
fn suspend(screen: &mut Screen) -> io::Result<()> {
    screen.leave()?;
    unix::stop()?;
    screen.take()
}

/// Where there is no such thing, nothing happens.
#[cfg(not(unix))]
fn suspend(screen: &mut Screen) -> io::Result<()> {
    screen.clear()
}
