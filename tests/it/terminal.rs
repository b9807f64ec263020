//! The built reader and its terminal.

use std::fs::File;
use std::io::Read;
use std::num::NonZero;
use std::sync::mpsc;
use std::thread;

use portable_pty::PtySize;
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::Signal;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::support::keystrokes::folder;
use crate::support::library::Folder;
use crate::support::program::PROGRAM;
use crate::support::terminal::{PATIENCE, Terminal, command, emulator, reader};

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
fn searches_for_what_is_typed_and_pasted() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("/stop ");
    terminal.wait_for_cursor_on("/stop");
    terminal.press("\x1b[200~boats\n\x1b[201~");
    terminal.wait_for_cursor_on("/stop boats");
    terminal.press("\r");
    terminal.wait_for_cursor_on("wants the department");
    terminal.wait_for("/stop boats  1/1");
    // Outside a prompt, pasted text is not treated as keys.
    terminal.press("\x1b[200~q\x1b[201~\x0f");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press(":quit\r");
    assert!(terminal.wait_for_end().success());
    terminal.assert_restored();
}

#[test]
fn lays_the_screen_out_again_when_it_is_resized() {
    let mut terminal = Terminal::reader();
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    for (rows, cols, seen) in
        [(12, 40, "3 Claims"), (36, 140, "5 Quotes"), (1, 1, ""), (30, 100, "5 Quotes")]
    {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        terminal
            .screen
            .screen_mut()
            .set_size(NonZero::new(rows).unwrap(), NonZero::new(cols).unwrap());
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
    assert!(!terminal.screen.screen().bracketed_paste());
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

/// No signal reports this: the pty is not the terminal that controls the program.
#[test]
fn ends_when_the_pty_it_reads_from_is_gone() {
    let mut master = File::from(openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap());
    // Otherwise the program would keep its own terminal open.
    fcntl_setfd(&master, FdFlags::CLOEXEC).unwrap();
    let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&master, size).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
    let slave = File::options().read(true).write(true).open(name).unwrap();
    let stdio = || slave.try_clone().unwrap();
    let home = Folder::new();
    let mut child = home
        .topline(&["read", folder().to_str().unwrap()])
        .stdin(stdio())
        .stdout(stdio())
        .stderr(stdio())
        .spawn()
        .unwrap();
    drop(slave);
    let mut screen = emulator(24, 80);
    // Then all briefs have been read, and nothing more is drawn until a key is pressed.
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
    let mut shell = command("bash", &["--norc", "--noprofile", "-i"]);
    shell.env("PS1", "shell> ");
    let mut terminal = Terminal::run(shell);
    terminal.wait_for("shell>");
    terminal.press(&format!("{PROGRAM} read {}\r", folder().display()));
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

#[test]
fn takes_the_mouse_when_it_is_asked_to_and_gives_it_back() {
    let mut terminal = Terminal::reader();
    let mode = |screen: &vt100::Screen| screen.mouse_protocol_mode();
    assert_eq!(mode(terminal.screen.screen()), vt100::MouseProtocolMode::None);
    terminal.press("M");
    terminal.wait_until("the mouse", |screen| mode(screen) != vt100::MouseProtocolMode::None);
    terminal.press("\x1b[<0;40;3M");
    terminal.press("\x1b[<0;40;3m");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert_eq!(mode(terminal.screen.screen()), vt100::MouseProtocolMode::None);
}

#[test]
fn saves_the_printed_brief_only_to_a_new_file() {
    let folder = Folder::new();
    let mut terminal = Terminal::reader();
    for told in ["saved to ", "already exists; press s to choose"] {
        terminal.press("s");
        terminal.wait_for("save as ferry-board.txt");
        terminal.press(&format!("\x15{}\r", folder.path("page.txt").display()));
        terminal.wait_for(told);
    }
    assert!(folder.read("page.txt").starts_with("BRIEF A\n"));
}

#[test]
fn a_locale_that_is_not_utf8_is_sent_ascii() {
    let mut command = reader();
    command.env("LC_ALL", "C");
    let mut terminal = Terminal::run(command);
    terminal.wait_for("+1 Briefs ---");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.log.is_ascii());
}
