//! Signals, and the loss of the terminal.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::Message;

/// Watches for signals and for the loss of the terminal, on threads of their own.
pub fn watch(sender: &Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGTERM])?;
    let to_loop = sender.clone();
    thread::spawn(move || {
        for signal in &mut signals {
            let message = if signal == SIGCONT { Message::Resumed } else { Message::Terminate(signal) };
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
    let stdin = io::stdin();
    let tty = if stdin.is_terminal() { None } else { File::open("/dev/tty").ok() };
    let tty = tty.as_ref().map_or(stdin.as_fd(), AsFd::as_fd);
    // No event is asked for: a hang-up and an error are reported all the same.
    let mut watched = [PollFd::new(&tty, PollFlags::empty())];
    while let Err(rustix::io::Errno::INTR) = poll(&mut watched, None) {}
}

/// Stops this process and those it was started with, as Ctrl-z does outside of raw mode; returns
/// when it is resumed. Where no shell could resume it the kernel lets it run.
pub fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Ends the process by a signal, as if it had never been caught.
pub fn end_by(signal: i32) -> io::Result<()> {
    emulate_default_handler(signal)
}
