//! `topline lsp`: a language server, which tells an editor of the problems of a brief while it is
//! written, and what can be typed, followed and renamed in it.
//!
//! One thread reads what the editor says, one checks briefs, and this one answers. Nothing polls: while
//! nothing is typed, every thread waits for something to come.

mod actions;
mod answers;
mod completion;
mod documents;
mod exact;
mod flow;
mod frames;
mod hover;
mod ids;
mod lines;
mod links;
mod navigation;
mod problems;
mod protocol;
mod recognise;
mod rename;
mod scan;
mod server;
mod symbols;
mod view;
mod worker;

use std::collections::{HashSet, VecDeque};
use std::io::{self, BufReader, Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Instant;

use self::frames::Frame;
use self::protocol::{ClientMessage, ClientNotice};
use self::server::Server;
use self::worker::Done;
use super::Outcome;
use super::check::Levels;
use crate::library::catch;
use crate::text::Text;

/// The settings of the server.
#[derive(Clone, Debug)]
pub struct LspSettings {
    /// The severity of each rule.
    pub levels: Levels,
    /// The folders that texts of sources may be in, as well as those of the briefs.
    pub sources: Vec<PathBuf>,
}

/// Something that happens.
#[derive(Debug)]
enum Event {
    /// The editor says something.
    Client(ClientMessage),
    /// The editor sent something that cannot be read; the reason in words.
    Unreadable(String),
    /// The editor says nothing more.
    End,
    /// Files have changed on disk.
    Disk(Vec<PathBuf>),
    /// The other thread has done something.
    Done(Done),
}

/// Serves an editor that writes to `input` and reads `output`, until it ends the session. The outcome is
/// [`Outcome::No`] if it leaves without having said `shutdown`. `log` is called with what goes wrong
/// beside that.
///
/// # Errors
///
/// Fails if `output` cannot be written to.
pub fn run(
    settings: LspSettings,
    input: impl Read + Send + 'static,
    output: impl Write,
    log: &mut dyn FnMut(&Text),
) -> io::Result<Outcome> {
    let (events, received) = mpsc::channel();
    let (tasks, to_do) = mpsc::channel();
    let reading = events.clone();
    thread::spawn(move || listen(input, &reading));
    let sources = settings.sources.clone();
    thread::spawn(move || worker::work(&to_do, &events, sources));
    let mut server = Server::new(settings, output, tasks, log);
    while let Some(batch) = next(&received, server.next_due()) {
        for event in batch {
            if let Some(outcome) = server.on_event(event)? {
                return Ok(outcome);
            }
        }
        server.check_what_is_due();
    }
    Ok(Outcome::No)
}

/// Waits for what happens next, or until something is due. What has come meanwhile is returned with it,
/// without the requests that it takes back.
fn next(received: &Receiver<Event>, due: Option<Instant>) -> Option<VecDeque<Event>> {
    let first = match due {
        None => received.recv().ok()?,
        Some(due) => match received.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => return Some(VecDeque::new()),
            Err(RecvTimeoutError::Disconnected) => return None,
        },
    };
    let batch: VecDeque<Event> = std::iter::once(first).chain(received.try_iter()).collect();
    let cancelled: HashSet<_> = batch
        .iter()
        .filter_map(|event| match event {
            Event::Client(ClientMessage::Notice(ClientNotice::Cancelled(id))) => Some(id.clone()),
            _ => None,
        })
        .collect();
    let cancel = |event| match event {
        Event::Client(ClientMessage::Request(id, _)) if cancelled.contains(&id) => Event::Client(
            ClientMessage::Unreadable(Some(id), protocol::RequestRefused::cancelled()),
        ),
        event => event,
    };
    Some(batch.into_iter().map(cancel).collect())
}

/// Reads what the editor says until it says no more.
fn listen(input: impl Read, events: &Sender<Event>) {
    let mut stream = BufReader::new(input);
    loop {
        let event = match frames::read(&mut stream) {
            Ok(Frame::Message(json)) => match catch(|| protocol::read(&json)) {
                Ok(Some(message)) => Event::Client(message),
                Ok(None) => continue,
                Err(said) => Event::Unreadable(format!("topline failed: {said}; please report it")),
            },
            Ok(Frame::Unreadable(reason)) => Event::Unreadable(reason),
            Ok(Frame::End) | Err(_) => Event::End,
        };
        let is_last = matches!(event, Event::End);
        if events.send(event).is_err() || is_last {
            return;
        }
    }
}
