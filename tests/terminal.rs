//! The built reader and its terminal.
#![cfg(unix)]

mod pty;

use std::num::NonZero;

use portable_pty::{CommandBuilder, PtySize};
use pty::{PROGRAM, Terminal, briefs, emulator, reader};
use rustix::process::Signal;

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

#[test]
fn ends_when_its_terminal_is_gone_and_no_signal_says_so() {
    let mut command = CommandBuilder::new("sh");
    // The shell, which leads the session, does not pass the hang-up on, and waits for the reader.
    command.args(["-c", "trap '' HUP; \"$0\" read \"$1\"; exit 7", PROGRAM, &briefs()]);
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Board warns");
    terminal.hang_up();
    assert_eq!(terminal.wait_for_exit().exit_code(), 7);
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
    terminal.wait_until("the shell's screen", |screen| {
        !screen.alternate_screen() && screen.contents().contains("Stopped")
    });
    terminal.assert_restored();
    terminal.press("fg\r");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("q");
    terminal.wait_until("the shell's screen", |screen| !screen.alternate_screen());
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
