//! The events of the terminal, read from its own file.
//!
//! crossterm’s reader waits for a change of the file’s state, so that keys beyond the first 1,024
//! bytes wait for the next key. This one asks whether anything can be read.

use std::io::{self, ErrorKind, Read};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;

use crossterm::event::Event;
use crossterm::terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use super::decoder::Decoder;
use super::unix;

/// The rest of a sequence follows its escape within this time, also over a slow line.
const ESCAPE_TIME: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

/// The bytes that are read at once, which bounds the events that are handled before the next frame.
const AT_ONCE: usize = 4096;

/// The keyboard and the mouse, and the size of the terminal.
pub struct Keyboard {
    tty: OwnedFd,
    /// Can be read after the terminal was resized.
    resized: UnixStream,
    decoder: Decoder,
}

impl Keyboard {
    /// Opens the terminal that keys come from.
    pub fn open() -> io::Result<Self> {
        let (resized, sender) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        sender.set_nonblocking(true)?;
        pipe::register(SIGWINCH, sender)?;
        Ok(Self { tty: unix::keyboard()?, resized, decoder: Decoder::new() })
    }

    /// Waits for an event, and returns those that were waiting by then, up to a limit.
    ///
    /// # Errors
    ///
    /// Fails if the terminal is gone.
    pub fn events(&mut self) -> io::Result<Vec<Event>> {
        loop {
            let events = self.next()?;
            if !events.is_empty() {
                return Ok(events);
            }
        }
    }

    fn next(&mut self) -> io::Result<Vec<Event>> {
        let mut watched =
            [PollFd::new(&self.tty, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        let timeout = self.decoder.is_undecided().then_some(&ESCAPE_TIME);
        match poll(&mut watched, timeout) {
            Ok(0) => return Ok(self.decoder.decide().into_iter().collect()),
            Err(Errno::INTR) => return Ok(Vec::new()),
            polled => polled?,
        };
        let [has_keys, was_resized] = watched.map(|file| !file.revents().is_empty());
        let mut events = Vec::new();
        if was_resized {
            self.drain_resized()?;
            let (columns, rows) = terminal::size()?;
            events.push(Event::Resize(columns, rows));
        }
        if has_keys {
            events.extend(self.read()?);
        }
        Ok(events)
    }

    fn read(&mut self) -> io::Result<Vec<Event>> {
        let mut bytes = [0; AT_ONCE];
        match read(&self.tty, &mut bytes) {
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => Ok(self.decoder.decode(&bytes[..count])),
            Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    fn drain_resized(&mut self) -> io::Result<()> {
        let mut bytes = [0; 1024];
        match self.resized.read(&mut bytes) {
            Err(error) if error.kind() != ErrorKind::WouldBlock => Err(error),
            _ => Ok(()),
        }
    }
}
