//! Signals, and the loss of the terminal.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::Message;

/// Whether another program has the terminal, or keys that interrupted it may still be on their way.
static LENT: AtomicBool = AtomicBool::new(false);

/// Whether the other program has ended, and the next `SIGCONT` is our own, sent to say so.
static RETURNED: AtomicBool = AtomicBool::new(false);

/// Watches for signals and for the loss of the terminal, on threads of their own.
pub fn watch(sender: &Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let to_loop = sender.clone();
    thread::spawn(move || {
        for signal in &mut signals {
            // A key that interrupts is meant for the program that has the terminal.
            if LENT.load(Ordering::SeqCst) && [SIGINT, SIGQUIT].contains(&signal) {
                continue;
            }
            if signal == SIGCONT && RETURNED.swap(false, Ordering::SeqCst) {
                LENT.store(false, Ordering::SeqCst);
                continue;
            }
            let message =
                if signal == SIGCONT { Message::Resumed } else { Message::Terminate(signal) };
            if to_loop.send(message).is_err() {
                return;
            }
        }
    });
    let to_loop = sender.clone();
    thread::spawn(move || {
        wait_for_hangup();
        let _ = to_loop.send(Message::HungUp);
    });
    Ok(())
}

/// Returns when the terminal that keys come from is gone. crossterm does not notice: it would read
/// from it again and again.
fn wait_for_hangup() {
    let Ok(tty) = keyboard() else { return };
    // No event is asked for: a hang-up and an error are reported all the same.
    let mut watched = [PollFd::new(&tty, PollFlags::empty())];
    while let Err(rustix::io::Errno::INTR) = poll(&mut watched, None) {}
}

/// Returns the terminal that keys come from.
fn keyboard() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned()
    } else {
        Ok(File::open("/dev/tty")?.into())
    }
}

/// Lets a program read keys even if the reader's own input is something else.
pub fn take_keys(command: &mut Command) {
    if !io::stdin().is_terminal()
        && let Ok(keyboard) = keyboard()
    {
        command.stdin(keyboard);
    }
}

/// The terminal while another program has it. Dropping it puts the terminal's settings back as they
/// were, whatever the program did to them.
pub struct Lent {
    keyboard: OwnedFd,
    settings: Termios,
}

impl Lent {
    /// Lends the terminal as it is.
    pub fn begin() -> io::Result<Self> {
        let keyboard = keyboard()?;
        let settings = tcgetattr(&keyboard)?;
        LENT.store(true, Ordering::SeqCst);
        Ok(Self { keyboard, settings })
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // What interrupted the program may still wait to be taken from the signals, which come in the
        // order of their numbers: a SIGCONT of our own comes after it.
        RETURNED.store(true, Ordering::SeqCst);
        if raise(SIGCONT).is_err() {
            LENT.store(false, Ordering::SeqCst);
        }
        // If it fails, the terminal no longer exists.
        let _ = tcsetattr(&self.keyboard, OptionalActions::Now, &self.settings);
    }
}

/// Stops this process and those it was started with, as Ctrl-z does outside of raw mode; returns
/// when it is resumed. If no shell could resume it, the kernel lets it run.
pub fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Ends the process by a signal, as if it had never been caught.
pub fn end_by(signal: i32) -> io::Result<()> {
    emulate_default_handler(signal)
}
