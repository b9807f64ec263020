//! The built program in a real terminal: a pty, whose screen a terminal emulator keeps.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// How long anything may take. It is generous: a test waits for what it expects, not for a time.
const PATIENCE: Duration = Duration::from_secs(30);

const PROGRAM: &str = env!("CARGO_BIN_EXE_topline");

/// A terminal with a program in it.
struct Terminal {
    /// Nothing once it has been hung up.
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    /// Whether the next output is the last that is taken.
    deaf: Arc<AtomicBool>,
    screen: vt100::Parser,
    /// Nothing once it has ended.
    child: Option<Box<dyn Child + Send + Sync>>,
    killer: Box<dyn ChildKiller + Send + Sync>,
    pid: i32,
    /// The terminal's settings before the program began.
    settings: Settings,
}

/// What `stty -a` would show.
type Settings = String;

impl Terminal {
    /// Runs `command` in a terminal of 100 × 30.
    fn run(mut command: CommandBuilder) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        let settings = settings(&*pty.master);
        let child = pty.slave.spawn_command(command).unwrap();
        let killer = child.clone_killer();
        let pid = i32::try_from(child.process_id().unwrap()).unwrap();
        drop(pty.slave);
        let deaf = Arc::new(AtomicBool::new(false));
        let output = read_all(pty.master.try_clone_reader().unwrap(), Arc::clone(&deaf));
        let keys = Some(pty.master.take_writer().unwrap());
        Self {
            master: Some(pty.master),
            keys,
            output,
            deaf,
            screen: emulator(30, 100),
            child: Some(child),
            killer,
            pid,
            settings,
        }
    }

    /// Runs the reader on the briefs of these tests, and waits for the first.
    fn reader() -> Self {
        let mut terminal = Self::run(reader());
        terminal.wait_for("Board warns");
        terminal
    }

    fn press(&mut self, keys: &str) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    #[track_caller]
    fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Takes what the program writes until the screen is as it should be.
    #[track_caller]
    fn wait_until(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.screen.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(reason) => panic!("{reason}, not seen: {what}\n{}", self.contents()),
            }
        }
    }

    /// The row that the terminal's cursor is on.
    fn cursor_row(&self) -> String {
        let (row, _) = self.screen.screen().cursor_position();
        self.screen.screen().rows(0, 100).nth(row.into()).unwrap()
    }

    #[track_caller]
    fn wait_for_cursor_on(&mut self, text: &str) {
        let on = |screen: &vt100::Screen| {
            let row = screen.rows(0, 100).nth(screen.cursor_position().0.into());
            !screen.hide_cursor() && row.is_some_and(|row| row.contains(text))
        };
        self.wait_until(&format!("the cursor on {text}"), on);
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_raw(self.pid).unwrap(), signal).unwrap();
    }

    /// Whether the terminal's settings are other than before the program began.
    fn is_raw(&self) -> bool {
        settings(&**self.master.as_ref().unwrap()) != self.settings
    }

    /// Takes what the program still writes, until its terminal is closed; then waits for its end.
    #[track_caller]
    fn wait_for_end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => return self.wait_for_exit(),
                Err(RecvTimeoutError::Timeout) => panic!("does not end\n{}", self.contents()),
            }
        }
    }

    /// Waits for the end of the program alone.
    #[track_caller]
    fn wait_for_exit(&mut self) -> ExitStatus {
        let (sender, exit) = mpsc::channel();
        let mut child = self.child.take().unwrap();
        thread::spawn(move || sender.send(child.wait()));
        exit.recv_timeout(PATIENCE).expect("does not end").unwrap()
    }

    /// Takes the terminal away from the program, as when its window is closed.
    fn hang_up(&mut self) {
        self.deaf.store(true, Ordering::SeqCst);
        self.press("j");
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        self.keys = None;
        self.master = None;
    }

    #[track_caller]
    fn assert_restored(&self) {
        assert!(!self.screen.screen().alternate_screen());
        assert!(!self.screen.screen().hide_cursor());
    }
}

/// A test that fails leaves no program behind.
impl Drop for Terminal {
    fn drop(&mut self) {
        if self.child.is_some() {
            let _ = self.killer.kill();
        }
    }
}

fn reader() -> CommandBuilder {
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["read", &briefs()]);
    command.env_remove("NO_COLOR");
    command
}

fn briefs() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reader").display().to_string()
}

fn settings(terminal: &dyn MasterPty) -> Settings {
    format!("{:?}", terminal.get_termios().unwrap())
}

fn emulator(rows: u16, columns: u16) -> vt100::Parser {
    vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0)
}

/// Sends on what the program writes, until it ends or `deaf` is set.
fn read_all(mut reader: Box<dyn Read + Send>, deaf: Arc<AtomicBool>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..read].to_vec()).is_err() || deaf.load(Ordering::SeqCst) {
                return;
            }
        }
    });
    receiver
}

#[test]
fn follows_links_and_comes_back() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("\r");
    terminal.wait_for_cursor_on("a decade of drift");
    terminal.press("\r");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("\x0f");
    terminal.wait_for_cursor_on("a decade of drift");
    terminal.press("\x0f");
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn lays_the_screen_out_anew_when_it_is_resized() {
    let mut terminal = Terminal::reader();
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    for (rows, cols, seen) in [(12, 40, "3 Claims"), (36, 140, "5 Quotes"), (1, 1, ""), (30, 100, "5 Quotes")]
    {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        terminal.screen.screen_mut().set_size(NonZero::new(rows).unwrap(), NonZero::new(cols).unwrap());
        terminal.master.as_ref().unwrap().resize(size).unwrap();
        terminal.wait_until(seen, |screen| screen.contents().contains(seen));
    }
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn quits_and_leaves_the_terminal_as_it_was() {
    let mut terminal = Terminal::reader();
    assert!(terminal.screen.screen().alternate_screen());
    assert!(terminal.is_raw());
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    terminal.assert_restored();
    assert!(!terminal.is_raw());
    assert_eq!(terminal.contents().trim(), "");
}

#[test]
fn a_signal_ends_it_and_leaves_the_terminal_as_it_was() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut terminal = Terminal::reader();
        terminal.signal(signal);
        assert!(!terminal.wait_for_end().success());
        terminal.assert_restored();
        assert!(!terminal.is_raw());
    }
}

#[test]
fn ends_when_its_terminal_is_gone() {
    let mut terminal = Terminal::reader();
    terminal.hang_up();
    terminal.wait_for_exit();
}

/// No signal tells it so: the pty is not the terminal that controls the program.
#[test]
fn ends_when_the_pty_it_reads_from_is_gone() {
    let mut master = File::from(openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap());
    // Else the program would hold on to its own terminal.
    fcntl_setfd(&master, FdFlags::CLOEXEC).unwrap();
    let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&master, size).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
    let slave = File::options().read(true).write(true).open(name).unwrap();
    let stdio = || slave.try_clone().unwrap();
    let mut child = process::Command::new(PROGRAM)
        .args(["read", &briefs()])
        .stdin(stdio())
        .stdout(stdio())
        .stderr(stdio())
        .spawn()
        .unwrap();
    drop(slave);
    let mut screen = emulator(24, 80);
    // All briefs have been read, and nothing more is drawn of itself.
    while !screen.screen().contents().contains("1 of 3   Board warns") {
        let mut buffer = [0; 4096];
        let read = master.read(&mut buffer).unwrap();
        screen.process(&buffer[..read]);
    }
    drop(master);
    let (sender, exit) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait()));
    exit.recv_timeout(PATIENCE).expect("does not end").unwrap();
}

#[test]
fn is_suspended_and_resumed_by_a_shell() {
    let mut shell = CommandBuilder::new("bash");
    shell.args(["--norc", "--noprofile", "-i"]);
    shell.env("PS1", "shell> ");
    let mut terminal = Terminal::run(shell);
    terminal.wait_for("shell>");
    terminal.press(&format!("{PROGRAM} read {}\r", briefs()));
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("\x1a");
    terminal.wait_for_cursor_on("shell>");
    assert!(terminal.contents().contains("Stopped"));
    terminal.assert_restored();
    terminal.press("fg\r");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("q");
    terminal.wait_for_cursor_on("shell>");
    terminal.assert_restored();
    terminal.press("exit\r");
    terminal.wait_for_end();
}

#[test]
fn draws_the_screen_again_when_it_is_resumed() {
    let mut terminal = Terminal::reader();
    terminal.signal(Signal::STOP);
    terminal.screen = emulator(30, 100);
    terminal.signal(Signal::CONT);
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn without_colour_the_focus_is_still_reversed() {
    let mut command = reader();
    command.env("NO_COLOR", "1");
    let mut terminal = Terminal::run(command);
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    let (row, column) = terminal.screen.screen().cursor_position();
    let cell = terminal.screen.screen().cell(row, column + 4).unwrap();
    assert!(cell.inverse(), "{}", terminal.cursor_row());
}
