//! The events of the terminal, through crossterm.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event};

/// The events that are handled before the next frame.
const AT_ONCE: usize = 4096;

/// The keyboard and the mouse, and the size of the terminal.
pub struct PolledKeyboard;

impl PolledKeyboard {
    /// Opens the terminal that keys come from.
    #[expect(clippy::unnecessary_wraps, reason = "on Unix there is a file to open")]
    pub fn open() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits for an event, and returns those that were waiting by then, up to a limit.
    ///
    /// # Errors
    ///
    /// Fails if the terminal is gone.
    #[expect(clippy::unused_self, reason = "on Unix there is a state")]
    pub fn events(&mut self) -> io::Result<Vec<Event>> {
        let mut events = vec![event::read()?];
        while events.len() < AT_ONCE && event::poll(Duration::ZERO)? {
            events.push(event::read()?);
        }
        Ok(events)
    }
}
