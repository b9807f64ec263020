//! The terminal while the reader has it.

use std::io::{self, Write, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, process, thread};

use crossterm::{cursor, event, execute, queue, style, terminal};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};

use super::output::Output;
use crate::library::is_panic_caught;
use crate::reader::layout::Area;
use crate::reader::view::Drawn;

/// Ends a string that a program may have been in the middle of.
const END_OF_STRING: &str = "\x1b\\";

/// Ends whatever a program may have begun in the terminal: another character set, a scrolling region,
/// origin, insert and keypad modes, colours, a cursor of another shape, mouse and focus reports,
/// bracketed paste.
const AS_NEW: &str = "\x1b(B\x0f\x1b[r\x1b[?6l\x1b[4l\x1b>\x1b[?1l\x1b[0m\x1b[0 q\x1b[?7h\
    \x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?2004l";

/// What makes the lines of an address one link (OSC 8, as the terminals that take it describe it:
/// <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).
const LINK_ID: &str = "id=source";

/// What stands below a text that is shown below the shell’s prompt.
const ANY_KEY: &str = "Press any key to return to topline.";

/// Whether the terminal is to be put back.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is to be given back.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal in raw mode, showing its alternate screen. Dropping it puts the terminal back as
/// it was; a panic does so too, before it is reported.
pub struct AlternateScreen {
    terminal: Terminal<CrosstermBackend<Output>>,
    output: Output,
    /// Whether the terminal reports the mouse while it is taken.
    mouse: bool,
    /// Whether what was there before is shown, with a text below it, until a key is pressed.
    is_aside: bool,
    /// The cells that lead to a web address now.
    linked: Vec<(Area, String)>,
}

/// Cells in a row, and the address that they lead to, if they lead to one.
type LinkedCells = (Option<String>, Vec<(u16, u16, Cell)>);

impl AlternateScreen {
    /// Takes the terminal.
    pub fn enter() -> io::Result<Self> {
        give_back_on_panic();
        // Without this crossterm would, under NO_COLOR, write empty colours, which cancel reverse
        // video. Which colours there are is for the theme to say.
        style::force_color_output(true);
        let output = Output::default();
        let mut screen = Self {
            terminal: Terminal::new(CrosstermBackend::new(output.clone()))?,
            output,
            mouse: false,
            is_aside: false,
            linked: Vec::new(),
        };
        screen.take()?;
        Ok(screen)
    }

    /// Takes the terminal, after [`leave`](Self::leave).
    pub fn take(&mut self) -> io::Result<()> {
        self.take_and("")
    }

    fn take_and(&mut self, sequence: &str) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        self.is_aside = false;
        terminal::enable_raw_mode()?;
        execute!(
            self.terminal.backend_mut(),
            terminal::EnterAlternateScreen,
            style::Print(sequence),
            event::EnableBracketedPaste
        )?;
        self.use_mouse(self.mouse)?;
        self.clear()
    }

    /// Takes the terminal after another program has had it, in whatever state that left it.
    pub fn take_back(&mut self) -> io::Result<()> {
        self.send(END_OF_STRING)?;
        self.take_and(AS_NEW)
    }

    /// Has the terminal report the mouse, or keep it to itself.
    pub fn use_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if mouse {
            MOUSE.store(true, Ordering::SeqCst);
            execute!(self.terminal.backend_mut(), event::EnableMouseCapture)?;
        } else {
            give_mouse_back(self.terminal.backend_mut())?;
        }
        self.mouse = mouse;
        Ok(())
    }

    /// Has the terminal itself act on an escape sequence.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), style::Print(sequence))
    }

    /// Writes a text below the shell’s prompt, where the terminal keeps it, and shows that until
    /// [`return_from_aside`](Self::return_from_aside).
    pub fn show_below(&mut self, text: &str) -> io::Result<()> {
        self.is_aside = true;
        let out = self.terminal.backend_mut();
        give_mouse_back(out)?;
        let lines = text.replace('\n', "\r\n");
        execute!(
            out,
            terminal::LeaveAlternateScreen,
            style::Print(format!("\r{lines}\r\n{ANY_KEY}")),
            cursor::Show
        )
    }

    /// Returns whether [`show_below`](Self::show_below) has the terminal.
    pub fn is_aside(&self) -> bool {
        self.is_aside
    }

    /// Shows the reader again.
    pub fn return_from_aside(&mut self) -> io::Result<()> {
        execute!(
            self.terminal.backend_mut(),
            style::Print("\r"),
            terminal::Clear(terminal::ClearType::CurrentLine)
        )?;
        self.take()
    }

    /// Puts the terminal back as it was.
    pub fn leave(&mut self) -> io::Result<()> {
        give_back(self.terminal.backend_mut())
    }

    /// Sets the terminal right after another program may have used it.
    pub fn refresh(&mut self) -> io::Result<()> {
        // Raw mode is left first: crossterm, which thinks it is on, would not switch it on again.
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        if self.is_aside { Ok(()) } else { self.clear() }
    }

    /// Returns its columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Shows what `draw` draws, with the cursor and the links where it says.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()> {
        if self.is_aside {
            return Ok(());
        }
        self.output.begin_frame()?;
        let written = self.write_frame(draw);
        self.output.end_frame()?;
        written
    }

    fn write_frame(&mut self, draw: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()> {
        let mut drawn = Drawn::default();
        let frame = self.terminal.draw(|frame| {
            drawn = draw(frame.buffer_mut());
            if let Some(position) = drawn.cursor {
                frame.set_cursor_position(position);
            }
        })?;
        let cells = |area: Area| {
            let row = (area.x..area.right()).map(move |x| (x, area.y));
            row.filter_map(|(x, y)| Some((x, y, frame.buffer.cell((x, y))?.clone()))).collect()
        };
        let gone = self.linked.iter().filter(|link| !drawn.links.contains(link));
        let gone = gone.map(|(area, _)| (None, cells(*area)));
        let links = drawn.links.iter().map(|(area, url)| (Some(url.clone()), cells(*area)));
        let to_write: Vec<(Option<String>, Vec<_>)> = gone.chain(links).collect();
        self.linked = drawn.links;
        self.write_links(&to_write)?;
        match drawn.cursor {
            Some(position) if !to_write.is_empty() => self.terminal.set_cursor_position(position),
            _ => Ok(()),
        }
    }

    /// Writes cells again, as links or no longer as links. A terminal keeps for each cell where it
    /// leads, of which ratatui knows nothing.
    fn write_links(&mut self, cells: &[LinkedCells]) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        for (url, cells) in cells {
            let url = url.as_deref().unwrap_or_default();
            let id = if url.is_empty() { "" } else { LINK_ID };
            queue!(out, style::Print(format!("\x1b]8;{id};{url}\x1b\\")))?;
            out.draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
            queue!(out, style::Print("\x1b]8;;\x1b\\"))?;
        }
        Write::flush(out)
    }

    /// Forgets what is shown, so that the next frame is drawn whole.
    pub fn clear(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: that asks the terminal where its cursor is, and the answer would
        // have to come from the keys, which another thread is reading.
        self.linked.clear();
        self.terminal.swap_buffers();
        execute!(self.terminal.backend_mut(), terminal::Clear(terminal::ClearType::All))
    }
}

impl Drop for AlternateScreen {
    fn drop(&mut self) {
        // If it fails, the terminal no longer exists.
        let _ = self.leave();
    }
}

/// Has the terminal keep the mouse to itself, unless it does.
fn give_mouse_back(out: &mut impl Write) -> io::Result<()> {
    if MOUSE.swap(false, Ordering::SeqCst) {
        execute!(out, event::DisableMouseCapture)
    } else {
        Ok(())
    }
}

/// Puts the terminal back, unless that has been done.
fn give_back(out: &mut impl Write) -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let mouse = give_mouse_back(out);
    let shown =
        execute!(out, event::DisableBracketedPaste, terminal::LeaveAlternateScreen, cursor::Show);
    terminal::disable_raw_mode().and(shown).and(mouse)
}

/// The exit status of a program in which an error occurred.
const FAILED: i32 = 2;

/// Makes a panic in any thread end the program, because the screen that would show anything else no
/// longer exists. One that becomes a problem of a file is left to that.
fn give_back_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = panic::take_hook();
        let reader = thread::current().id();
        panic::set_hook(Box::new(move |panic| {
            if is_panic_caught() {
                return;
            }
            let _ = give_back(&mut stdout());
            report(panic);
            if thread::current().id() != reader {
                process::exit(FAILED);
            }
        }));
    });
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::env;
    use std::io::Read;

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use super::*;

    /// Names the place of the panic, in the process that panics.
    const PLACE: &str = "TOPLINE_TEST_PANICS";

    /// The process that panics. Run as any other test, it does nothing.
    #[test]
    fn panics_in_a_terminal() {
        let Ok(place) = env::var(PLACE) else { return };
        let mut screen = AlternateScreen::enter().unwrap();
        screen.use_mouse(true).unwrap();
        match place.as_str() {
            "draw" => screen.draw(|_| panic!("a fault in draw")).unwrap(),
            "another thread" => {
                drop(thread::spawn(|| panic!("a fault in another thread")).join());
            }
            place => panic!("a fault in {place}"),
        }
        unreachable!("it ends");
    }

    /// Runs this test program in a terminal, where it panics at `place`. Returns the exit status, and
    /// the terminal's screen.
    fn panic_in_a_terminal(place: &str) -> (u32, vt100::Parser) {
        let size = PtySize { rows: 30, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let settings = |pty: &dyn portable_pty::MasterPty| format!("{:?}", pty.get_termios());
        let before = settings(&*pty.master);
        let mut command = CommandBuilder::new(env::current_exe().unwrap());
        let name = concat!(module_path!(), "::panics_in_a_terminal");
        let name = name.split_once("::").unwrap().1;
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        command.env(PLACE, place);
        let mut child = pty.slave.spawn_command(command).unwrap();
        let mut output = pty.master.try_clone_reader().unwrap();
        let status = thread::spawn(move || child.wait().unwrap().exit_code());
        // The slave is kept open, so that its settings can be looked at.
        let mut screen = vt100::Parser::new(30.try_into().unwrap(), 200.try_into().unwrap(), 0);
        let mut buffer = [0; 4096];
        while !screen.screen().contents().contains("a fault in") {
            let read = output.read(&mut buffer).unwrap();
            assert!(read > 0, "{}", screen.screen().contents());
            screen.process(&buffer[..read]);
        }
        let status = status.join().unwrap();
        assert_eq!(settings(&*pty.master), before, "{place}");
        (status, screen)
    }

    #[test]
    fn a_panic_puts_the_terminal_back_before_it_is_told() {
        for (place, status) in [("update", 101), ("draw", 101), ("another thread", 2)] {
            let (ended, screen) = panic_in_a_terminal(place);
            let screen = screen.screen();
            // What ends a panic of the loop’s own thread is the program: here, the runner of tests.
            assert_eq!(ended, u32::try_from(status).unwrap(), "{place}: {}", screen.contents());
            assert!(screen.contents().contains(&format!("a fault in {place}")));
            assert!(!screen.alternate_screen() && !screen.hide_cursor(), "{place}");
            assert!(!screen.bracketed_paste(), "{place}");
            assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "{place}");
        }
    }
}
