//! The reader's own file of marks, if it cannot be used.

use std::fs::File;
use std::process::Command;

use crate::support::library::Folder;
use crate::support::terminal::{Terminal, reader};

#[test]
fn marks_that_another_program_holds_do_not_freeze_the_reader() {
    let home = Folder::with(&[("state/topline/reader.lock", "")]);
    let held = File::open(home.path("state/topline/reader.lock")).unwrap();
    held.lock().unwrap();
    let mut terminal = Terminal::run_in(&home, reader());
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("ma");
    terminal.wait_for("mark a is set for this session only");
    terminal.press("q");
    terminal.wait_for_end();
}

#[test]
fn marks_in_what_is_no_file_do_not_freeze_the_reader() {
    let home = Folder::with(&[("state/topline/kept", "")]);
    for name in ["reader.json", "reader.lock"] {
        let made = Command::new("mkfifo").arg(home.path("state/topline").join(name)).status();
        assert!(made.unwrap().success());
    }
    let mut terminal = Terminal::run_in(&home, reader());
    terminal.wait_for("is a pipe, not a file");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("ma");
    terminal.wait_for("mark a is set for this session only");
    terminal.press("q");
    terminal.wait_for_end();
}
