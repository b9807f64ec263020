//! The built program in a pseudo-terminal, whose screen a terminal emulator keeps.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{
    Child, ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system,
};
use rustix::process::{Pid, Signal, kill_process};

use super::keystrokes::folder;
use super::library::Folder;
use super::program::{PROGRAM, UNSET, folders};

/// How long anything may take. It is generous, as a test waits for an event and not for a time.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal with a program in it.
pub struct Terminal {
    /// [`None`] after [`Self::hang_up`].
    pub master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    /// Whether the next output is the last that is read.
    deaf: Arc<AtomicBool>,
    pub screen: vt100::Parser,
    /// All that the program wrote.
    pub log: Vec<u8>,
    /// The home of its user, unless another was named.
    _home: Folder,
    /// [`None`] once it has ended.
    child: Option<Box<dyn Child + Send + Sync>>,
    killer: Box<dyn ChildKiller + Send + Sync>,
    pid: i32,
    /// The terminal's settings before the program began.
    settings: Settings,
}

/// What `stty -a` would show.
type Settings = String;

impl Terminal {
    /// Runs `command` in a terminal of 100 × 30, in an empty home.
    pub fn run(command: CommandBuilder) -> Self {
        let home = Folder::new();
        let path = home.root().to_owned();
        Self::start(command, &path, home)
    }

    /// Runs `command` in this home.
    pub fn run_in(home: &Folder, command: CommandBuilder) -> Self {
        Self::start(command, home.root(), Folder::new())
    }

    fn start(mut command: CommandBuilder, home: &Path, own_home: Folder) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        for (variable, folder) in folders(home) {
            command.env(variable, folder);
        }
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
            log: Vec::new(),
            _home: own_home,
            child: Some(child),
            killer,
            pid,
            settings,
        }
    }

    /// Runs the reader on the briefs of these tests, at a claim.
    pub fn reader() -> Self {
        let mut terminal = Self::run(reader());
        terminal.wait_for("31 of 84");
        terminal
    }

    pub fn press(&mut self, keys: &str) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Presses keys again and again, for as long as the terminal exists.
    pub fn flood(&mut self, keys: &'static str) {
        let mut writer = self.keys.take().unwrap();
        thread::spawn(move || while writer.write_all(keys.as_bytes()).is_ok() {});
    }

    /// The number of frames that the program has drawn: after each, it shows or hides the cursor.
    pub fn frames(&self) -> usize {
        self.log.windows(5).filter(|bytes| *bytes == b"\x1b[?25").count()
    }

    pub fn resize(&mut self, rows: u16, cols: u16) {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let [rows, cols] = [rows, cols].map(|cells| NonZero::new(cells).unwrap());
        self.screen.screen_mut().set_size(rows, cols);
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Takes what the program writes until the screen is as expected.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.screen.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(reason) => panic!("{reason}, not seen: {what}\n{}", self.contents()),
            }
        }
    }

    /// The row of the terminal's cursor.
    pub fn cursor_row(&self) -> String {
        let (row, _) = self.screen.screen().cursor_position();
        self.screen.screen().rows(0, 100).nth(row.into()).unwrap()
    }

    #[track_caller]
    pub fn wait_for_cursor_on(&mut self, text: &str) {
        let on = |screen: &vt100::Screen| {
            let row = screen.rows(0, 100).nth(screen.cursor_position().0.into());
            !screen.hide_cursor() && row.is_some_and(|row| row.contains(text))
        };
        self.wait_until(&format!("the cursor on {text}"), on);
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_raw(self.pid).unwrap(), signal).unwrap();
    }

    /// Returns whether the terminal's settings differ from those before the program began.
    pub fn is_raw(&self) -> bool {
        settings(&**self.master.as_ref().unwrap()) != self.settings
    }

    fn take(&mut self, bytes: &[u8]) {
        self.log.extend(bytes);
        self.screen.process(bytes);
    }

    /// Takes what the program still writes until its terminal is closed, then waits for its end.
    #[track_caller]
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return self.wait_for_exit(),
                Err(RecvTimeoutError::Timeout) => panic!("does not end\n{}", self.contents()),
            }
        }
    }

    /// As [`Self::wait_for_end`], if the program has work left that takes as long as it takes.
    #[track_caller]
    pub fn wait_for_end_however_long(&mut self) -> ExitStatus {
        while let Ok(bytes) = self.output.recv() {
            self.take(&bytes);
        }
        self.wait_for_exit()
    }

    /// Waits for the end of the program, whatever it still writes.
    #[track_caller]
    pub fn wait_for_exit(&mut self) -> ExitStatus {
        let (sender, exit) = mpsc::channel();
        let mut child = self.child.take().unwrap();
        thread::spawn(move || sender.send(child.wait()));
        exit.recv_timeout(PATIENCE).expect("does not end").unwrap()
    }

    /// Takes the terminal away from the program, as closing its window does.
    pub fn hang_up(&mut self) {
        self.deaf.store(true, Ordering::SeqCst);
        self.press("j");
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        self.keys = None;
        self.master = None;
    }

    #[track_caller]
    pub fn assert_restored(&self) {
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

/// The reader of the briefs of these tests, at the first claim of `ferry-board`.
pub fn reader() -> CommandBuilder {
    reader_of(&folder())
}

/// The reader of the briefs in `folder`, at the first claim of `ferry-board`.
pub fn reader_of(folder: &Path) -> CommandBuilder {
    let mut command = reader_as_left(folder);
    command.args(["--at", "ferry-board/c1"]);
    command
}

/// The reader of the briefs in `folder`, where it was left or at the front page.
pub fn reader_as_left(folder: &Path) -> CommandBuilder {
    command(PROGRAM, &["read", folder.to_str().unwrap()])
}

/// A program that inherits nothing that changes what topline does.
pub fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    for variable in UNSET {
        command.env_remove(variable);
    }
    command
}

fn settings(terminal: &dyn MasterPty) -> Settings {
    format!("{:?}", terminal.get_termios().unwrap())
}

pub fn emulator(rows: u16, columns: u16) -> vt100::Parser {
    vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0)
}

/// Passes on what the program writes, until it ends or `deaf` is set.
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
