//! Signals, and the loss of the terminal.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use nix::unistd::{getpgrp, getsid};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Pid, Signal, kill_current_process_group, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP,
    SIGTTIN, SIGTTOU, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};
use wait_timeout::ChildExt;

use super::{Message, Request};

/// The signals that end a process unless it sees to them. Those of a fault in the program itself are
/// not among them: nothing can be done after one.
const ENDING: [i32; 12] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF,
    SIGXCPU, SIGXFSZ,
];

/// The signals that stop a process unless it sees to them. The last two come from the terminal when it
/// is used from the background.
const STOPPING: [i32; 3] = [SIGTSTP, SIGTTIN, SIGTTOU];

/// The signals that keys of the terminal send. They are meant for the program that has it.
const OF_KEYS: [i32; 2] = [SIGINT, SIGQUIT];

/// An editor that was asked to end and has not by now is left running.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether another program has the terminal, or keys that interrupted it may still be on their way.
static LENT: AtomicBool = AtomicBool::new(false);

/// Whether the other program has ended, and the next `SIGCONT` is our own, sent to say so.
static RETURNED: AtomicBool = AtomicBool::new(false);

/// Watches for signals and for the loss of the terminal, on threads of their own.
pub fn watch(sender: &Sender<Message>, requests: Sender<Request>) -> io::Result<()> {
    let mut signals = Signals::new(ENDING.into_iter().chain(STOPPING).chain([SIGCONT]))?;
    let to_loop = sender.clone();
    thread::spawn(move || {
        for request in signals.forever().filter_map(request) {
            let is_sent = requests.send(request).is_ok();
            if !is_sent || to_loop.send(Message::Requested).is_err() {
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

/// Returns what the reader has to do about a signal.
fn request(signal: i32) -> Option<Request> {
    let is_lent = LENT.load(Ordering::SeqCst);
    match signal {
        SIGCONT if RETURNED.swap(false, Ordering::SeqCst) => {
            LENT.store(false, Ordering::SeqCst);
            None
        }
        SIGCONT => {
            let _ = wait_for_foreground();
            Some(Request::Refresh)
        }
        _ if STOPPING.contains(&signal) && (is_lent || is_in_background()) => {
            // If the terminal is lent, the other program stops too, and has set it right. In the
            // background it is not ours to set right. If stopping fails, there is nothing to undo.
            let _ = stop();
            None
        }
        _ if STOPPING.contains(&signal) => Some(Request::Stop),
        _ if is_lent && OF_KEYS.contains(&signal) => None,
        _ => Some(Request::End(signal)),
    }
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
pub fn keyboard() -> io::Result<OwnedFd> {
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

/// Runs a program that has the terminal, and waits for its end. A signal that ends the reader is passed
/// on to it.
pub fn status(command: &mut Command) -> io::Result<ExitStatus> {
    // Before the program runs, so that its end is not missed.
    let passed_on = ENDING.into_iter().filter(|signal| !OF_KEYS.contains(signal));
    let mut signals = Signals::new(passed_on.chain([SIGCHLD]))?;
    let mut child = command.spawn()?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if let Some(signal) = signals.wait().find(|signal| *signal != SIGCHLD) {
            return end(&mut child, signal);
        }
    }
}

/// Asks a program to end. One that does not, because the user may lose work, is left running.
fn end(child: &mut Child, signal: i32) -> io::Result<ExitStatus> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    if let (Some(pid), Some(signal)) = (pid, Signal::from_named_raw(signal)) {
        kill_process(pid, signal)?;
    }
    child.wait_timeout(PATIENCE)?.ok_or_else(|| io::ErrorKind::TimedOut.into())
}

/// Asks this process and those it was started with to stop, as Ctrl-z does outside of raw mode.
pub fn stop_group() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Returns whether a shell is there that can resume this process. A shell that controls jobs has them in
/// groups of their own, and keeps the group of the session for itself.
///
/// In a container, the group and the session that this process was started in may be outside of what it
/// sees, and their ids 0. rustix has no such ids.
pub fn can_be_resumed() -> io::Result<bool> {
    Ok(getpgrp() != getsid(None)?)
}

/// Returns whether the shell has given the terminal to others. A terminal that does not control this
/// process never has.
fn is_in_background() -> bool {
    let foreground = keyboard().and_then(|tty| Ok(tcgetpgrp(tty)?));
    foreground.is_ok_and(|foreground| foreground.as_raw_pid() != getpgrp().as_raw())
}

/// Held from the question whether to stop until this process is resumed: a thread that asked before
/// another one stopped all of them would stop them again.
static ASKING: Mutex<()> = Mutex::new(());

/// Stops this process for as long as it is in the background, where it can neither read the terminal
/// nor set it right.
pub fn wait_for_foreground() -> io::Result<()> {
    let _asking = ASKING.lock().unwrap_or_else(PoisonError::into_inner);
    stop_while(is_in_background)
}

/// Stops this process; returns when it is resumed in the foreground.
pub fn stop() -> io::Result<()> {
    let _asking = ASKING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut is_first = true;
    stop_while(|| std::mem::take(&mut is_first) || is_in_background())
}

fn stop_while(mut has_to_stop: impl FnMut() -> bool) -> io::Result<()> {
    while can_be_resumed()? && has_to_stop() {
        emulate_default_handler(SIGTSTP)?;
    }
    Ok(())
}

/// Ends the process by a signal, as if it had never been caught.
pub fn end_by(signal: i32) -> io::Result<()> {
    emulate_default_handler(signal)
}
