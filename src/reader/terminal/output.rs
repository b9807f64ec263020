//! What goes to the terminal, each frame in one write.

use std::cell::RefCell;
use std::io::{self, Write, stdout};
use std::rc::Rc;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

/// Standard output. While a frame is written, it holds everything back until the frame is whole, so that
/// no part of it shows before the rest. A clone is the same output.
#[derive(Clone, Default)]
pub struct Output(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    is_in_frame: bool,
}

impl Output {
    /// Begins a frame. A terminal that knows synchronized output
    /// (<https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036>) shows it at once when it
    /// ends; others ignore what asks for it.
    pub fn begin_frame(&mut self) -> io::Result<()> {
        self.0.borrow_mut().is_in_frame = true;
        queue!(self, BeginSynchronizedUpdate)
    }

    /// Ends a frame, and writes it.
    pub fn end_frame(&mut self) -> io::Result<()> {
        queue!(self, EndSynchronizedUpdate)?;
        self.0.borrow_mut().is_in_frame = false;
        self.flush()
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut held = self.0.borrow_mut();
        if held.is_in_frame {
            return Ok(());
        }
        let mut stdout = stdout();
        let written = stdout.write_all(&held.bytes).and_then(|()| stdout.flush());
        held.bytes.clear();
        written
    }
}
