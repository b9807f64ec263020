//! The built reader and what is outside it: the clipboard, the browser, the editor, the files of
//! the briefs, and its own state from one run to the next.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal, kill_process};

use crate::support::keystrokes::folder;
use crate::support::library::{FERRY_BOARD as BRIEF, FERRY_BOARD_TEXT as TEXT, Folder};
use crate::support::program::PROGRAM;
use crate::support::terminal::{Terminal, command, reader, reader_as_left, reader_of};

/// A folder of programs that are shell scripts, and of the files that these write.
struct Programs(Folder);

impl Programs {
    /// A folder of one program.
    fn new(name: &str, script: &str) -> Self {
        let programs = Self(Folder::new());
        programs.add(name, script);
        programs
    }

    fn add(&self, name: &str, script: &str) {
        self.0.write(name, format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(self.0.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Puts these programs before all others for `command`. Scripts find their folder as `$HERE`.
    fn before_others(&self, mut command: CommandBuilder) -> CommandBuilder {
        command.env("PATH", format!("{}:/usr/bin:/bin", self.0.root().display()));
        command.env("HERE", self.0.root());
        command
    }

    #[track_caller]
    fn read(&self, name: &str) -> String {
        self.0.read(name)
    }
}

/// A library that can be changed: `ferry-board` and its source.
fn shelf() -> Folder {
    Folder::with(&[("ferry-board.txt", TEXT), ("ferry-board.yaml", BRIEF)])
}

/// The reader in a terminal, at the first claim of the first brief.
fn opened(command: CommandBuilder) -> Terminal {
    let mut terminal = Terminal::run(command);
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal
}

/// A reader in whose editor, the program `ed`, something is open.
fn in_editor(shelf: &Folder, programs: &Programs) -> Terminal {
    let mut command = programs.before_others(reader_of(shelf.root()));
    command.env("EDITOR", "ed");
    let mut terminal = opened(command);
    terminal.press("e");
    terminal.wait_for("what now?");
    terminal
}

const CLAIM: &str = "Claim: 31 of 84 boats inspected had no working stern light. — Dana Vale, chief inspector, \
                     Tidewater Safety Board, 9 February 2026, ";

#[test]
fn copies_through_the_terminal_if_there_is_no_tool() {
    let mut command = reader();
    command.env("PATH", "");
    let mut terminal = opened(command);
    terminal.press("Yl");
    terminal.wait_for("the permalink ferry-board/c1 sent to the terminal");
    let log = String::from_utf8_lossy(&terminal.log);
    assert!(log.contains("\x1b]52;c;ZmVycnktYm9hcmQvYzE="), "{log:?}");
}

#[test]
fn passes_the_request_through_tmux_if_its_program_is_missing() {
    let mut command = reader();
    command.env("PATH", "");
    command.env("TMUX", "/tmp/none,1,0");
    let mut terminal = opened(command);
    terminal.press("Yl");
    terminal.wait_for("sent to the terminal");
    let log = String::from_utf8_lossy(&terminal.log);
    assert!(log.contains("\x1bPtmux;\x1b\x1b]52;c;ZmVycnktYm9hcmQvYzE="), "{log:?}");
}

#[test]
fn copies_with_the_tool_of_the_system() {
    let programs =
        Programs::new("xclip", "echo \"$@\" >\"$HERE/arguments\"; cat >\"$HERE/copied\"");
    programs.add("tmux", "exit 1");
    let mut command = programs.before_others(reader());
    command.env("DISPLAY", ":0");
    command.env("TMUX", "/tmp/none,1,0");
    let mut terminal = opened(command);
    terminal.press("y");
    terminal.wait_for("c1 copied with xclip");
    let copied = programs.read("copied");
    assert!(copied.starts_with(CLAIM), "{copied}");
    assert_eq!(programs.read("arguments"), "-selection clipboard\n");
    assert!(!String::from_utf8_lossy(&terminal.log).contains("\x1b]52"));
}

#[test]
fn gives_html_to_a_tool_that_knows_it_and_its_code_to_others() {
    let programs =
        Programs::new("xclip", "echo \"$@\" >\"$HERE/arguments\"; cat >\"$HERE/copied\"");
    let mut command = programs.before_others(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("Yh");
    terminal.wait_for("c1 as HTML copied with xclip");
    assert_eq!(programs.read("arguments"), "-selection clipboard -target text/html\n");
    assert!(programs.read("copied").starts_with("<p>Claim: 31 of 84 boats"));

    let programs = Programs::new("tmux", "cat >\"$HERE/copied\"");
    let mut command = programs.before_others(reader());
    command.env("TMUX", "/tmp/none,1,0");
    let mut terminal = opened(command);
    terminal.press("Yh");
    terminal.wait_for("to the tmux buffer as its code");
    assert!(programs.read("copied").starts_with("<p>Claim: 31 of 84 boats"));
}

#[test]
fn tries_the_next_tool_if_one_fails() {
    let programs = Programs::new("xclip", "exit 1");
    programs.add("tmux", "[ \"$1 $2 $3\" = 'load-buffer -w -' ] && cat >\"$HERE/copied\"");
    let mut command = programs.before_others(reader());
    command.env("DISPLAY", ":0");
    command.env("TMUX", "/tmp/none,1,0");
    let mut terminal = opened(command);
    terminal.press("Yw");
    terminal.wait_for("the words of c1 copied to the tmux buffer");
    assert_eq!(programs.read("copied"), "31 of 84 boats inspected had no working stern light.");
}

#[test]
fn a_tool_that_hangs_keeps_nobody_waiting() {
    let programs = Programs::new("xclip", "exec sleep 600");
    let mut command = programs.before_others(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("y");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    assert!(!terminal.contents().contains("sent to"));
    terminal.wait_for("c1 sent to the terminal");
}

#[test]
fn text_copied_just_before_quitting_is_copied() {
    let programs = Programs::new("xclip", "cat >\"$HERE/copied\"");
    let mut command = programs.before_others(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("yq");
    assert!(terminal.wait_for_end().success());
    assert!(programs.read("copied").starts_with(CLAIM));
}

#[test]
fn opens_the_address_of_the_source_with_the_systems_program() {
    let programs = Programs::new("xdg-open", "printf '%s\\n' \"$#\" \"$@\" >\"$HERE/opened\"");
    let mut command = programs.before_others(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("o");
    terminal.wait_for("opened with xdg-open: https://example.org/tsb/unlit-ferries");
    // The reader does not wait for the program, and does not report its success.
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
}

#[test]
fn says_that_the_address_could_not_be_opened() {
    let programs = Programs::new("xdg-open", "exit 3");
    let mut command = programs.before_others(reader());
    command.env("WAYLAND_DISPLAY", "wayland-0");
    let mut terminal = opened(command);
    terminal.press("o");
    terminal.wait_for("xdg-open could not open https://example.org/tsb/unlit-ferries");
}

#[test]
fn shows_the_address_if_there_is_no_display() {
    let mut terminal = opened(reader());
    terminal.press("o");
    terminal.wait_for("no display is available, so https://example.org/tsb/unlit-ferries was not");
}

/// An editor that leaves the terminal as badly as it can.
const ROUGH: &str = "\
    echo \"$@\" >\"$HERE/arguments\"; \
    printf '\\033[?1049h\\033[2J\\033(0\\016\\033[5;7r\\033[?6h\\033[?1003h\\033[?2004h\\033[31;7m\\033[?25lqqqq\\033]0;'; \
    stty -icanon -echo -opost; \
    sed -i 's/had no working stern light\\., by/had no stern light at all., by/' \"${@##+*}\" 2>/dev/null";

#[test]
fn edits_at_the_line_of_the_item_and_comes_back_to_a_clean_screen() {
    let shelf = shelf();
    let programs = Programs::new("vim", &ROUGH.replace("\"${@##+*}\"", "\"$3\""));
    let mut command = programs.before_others(reader_of(shelf.root()));
    command.env("VISUAL", "vim '-R x'");
    command.env("EDITOR", "false");
    let mut terminal = opened(command);
    let before = terminal.contents();
    terminal.press("e");
    terminal.wait_for("reloaded");
    terminal.wait_for_cursor_on("31 of 84 boats inspected had no stern");
    let line = 1 + BRIEF.lines().position(|line| line.starts_with("  c1:")).unwrap();
    let file = shelf.path("ferry-board.yaml");
    assert_eq!(programs.read("arguments"), format!("-R x +{line} {}\n", file.display()));
    let first = |screen: &str| screen.lines().next().unwrap().to_owned();
    assert_eq!(first(&terminal.contents()), first(&before));
    let cell = terminal.screen.screen().cell(0, 1).unwrap();
    assert!(!cell.inverse());
    assert_eq!(terminal.screen.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert!(terminal.screen.screen().bracketed_paste());
    assert!(terminal.is_raw());
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    terminal.assert_restored();
    assert!(!terminal.is_raw());
}

#[test]
fn while_the_editor_runs_its_keys_are_its_own() {
    let shelf = shelf();
    let programs =
        Programs::new("ed", "printf 'what now? '; read line; echo \"$line\" >\"$HERE/line\"");
    let mut terminal = in_editor(&shelf, &programs);
    terminal.press("qjj quit\r");
    terminal.wait_for("reloaded");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    assert_eq!(programs.read("line"), "qjj quit\n");
}

#[test]
fn interrupting_the_editor_does_not_interrupt_the_reader() {
    let shelf = shelf();
    let programs = Programs::new(
        "ed",
        "trap 'echo caught; exit 0' INT; printf 'what now? '; read line; read line",
    );
    let mut terminal = in_editor(&shelf, &programs);
    terminal.press("\x03");
    terminal.wait_for("reloaded");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn a_signal_that_ends_the_reader_ends_its_editor() {
    let shelf = shelf();
    let programs = Programs::new(
        "ed",
        "trap 'kill $!; echo saved >\"$HERE/ended\"; exit 0' TERM; sleep 600 & stty raw; echo 'what now?'; wait",
    );
    let mut terminal = in_editor(&shelf, &programs);
    terminal.signal(Signal::TERM);
    assert!(!terminal.wait_for_end().success());
    assert_eq!(programs.read("ended"), "saved\n");
    terminal.assert_restored();
    assert!(!terminal.is_raw());
}

#[test]
fn a_signal_does_not_wait_for_an_editor_that_goes_on() {
    let shelf = shelf();
    let programs = Programs::new(
        "ed",
        "trap '' TERM; echo $$ >\"$HERE/pid\"; echo 'what now?'; exec sleep 600",
    );
    let mut terminal = in_editor(&shelf, &programs);
    terminal.signal(Signal::TERM);
    assert!(!terminal.wait_for_exit().success());
    assert!(!terminal.is_raw());
    let editor = Pid::from_raw(programs.read("pid").trim().parse().unwrap()).unwrap();
    kill_process(editor, Signal::KILL).unwrap();
}

#[test]
fn says_why_no_editor_runs() {
    let shelf = shelf();
    for (editor, told) in [
        (None, "no editor is set: set $VISUAL or $EDITOR, for example export EDITOR=nano"),
        (Some("no-such-editor -x"), "cannot run no-such-editor, named by $EDITOR: No such file"),
        (Some("vim 'x"), "$EDITOR has an unclosed quotation mark: vim 'x"),
        (Some("false"), "false failed: exit status: 1"),
    ] {
        let mut command = reader_of(shelf.root());
        if let Some(editor) = editor {
            command.env("EDITOR", editor);
        }
        let mut terminal = opened(command);
        terminal.press("e");
        terminal.wait_for(told);
        terminal.wait_for_cursor_on("31 of 84 boats inspected");
    }
}

#[test]
fn a_brief_that_ships_is_not_edited_but_can_be_copied() {
    let programs = Programs::new("xclip", "cat >\"$HERE/copied\"");
    let mut command = programs.before_others(command(PROGRAM, &["read", "--at", "ferry-lights"]));
    command.env("DISPLAY", ":0");
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Board warns");
    terminal.press("e");
    terminal
        .wait_for("`ferry-lights` comes with topline and cannot be edited; Y f copies its file");
    terminal.press("Yf");
    terminal.wait_for("the file of ferry-lights copied with xclip");
    assert_eq!(programs.read("copied"), include_str!("../../briefs/ferry-lights.yaml"));
}

/// Puts a new file in the place of another, as many editors save.
fn swap(file: &Path, contents: &str) {
    let new = file.with_extension("tmp");
    fs::write(&new, contents).unwrap();
    fs::rename(new, file).unwrap();
}

#[test]
fn shows_what_is_saved_however_it_is_saved() {
    let shelf = shelf();
    let mut terminal = opened(reader_of(shelf.root()));
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    let name = "ferry-board.yaml";
    let file = shelf.path(name);
    let brief = |words: &str| {
        BRIEF.replace(
            "  c2:\n    text: The rules",
            &format!("  c9: {{text: A new claim., by: vale, evidence: q1}}\n  c2:\n    text: {words} rules"),
        )
    };
    shelf.write(name, brief("Written"));
    terminal.wait_for_cursor_on("Written rules on lights");
    swap(&file, &brief("Swapped"));
    terminal.wait_for_cursor_on("Swapped rules on lights");
    shelf.remove(name);
    shelf.write(name, brief("Created"));
    terminal.wait_for_cursor_on("Created rules on lights");
    let sed =
        Command::new("sed").args(["-i", "s/Created rules/Streamed rules/"]).arg(&file).status();
    assert!(sed.unwrap().success());
    terminal.wait_for_cursor_on("Streamed rules on lights");
    assert!(terminal.contents().contains("A new claim."));
}

/// A log, a synchronised folder, a download: the folder never comes to rest.
#[test]
fn shows_what_is_saved_while_another_file_never_rests() {
    let shelf = shelf();
    let mut terminal = opened(reader_of(shelf.root()));
    let log = shelf.path("log.txt");
    let is_over = Arc::new(AtomicBool::new(false));
    let watched = Arc::clone(&is_over);
    let writer = thread::spawn(move || {
        while !watched.load(Ordering::SeqCst) {
            fs::write(&log, "line").unwrap();
            thread::sleep(Duration::from_millis(1));
        }
    });
    for words in ["First", "Second"] {
        shelf
            .write("ferry-board.yaml", BRIEF.replace("The rules on", &format!("{words} rules on")));
        terminal.wait_for(&format!("{words} rules on lights"));
    }
    is_over.store(true, Ordering::SeqCst);
    writer.join().unwrap();
}

#[test]
fn briefs_come_and_go() {
    let shelf = shelf();
    let mut terminal = opened(reader_of(shelf.root()));
    shelf.write(
        "board-news.yaml",
        BRIEF.replace("Board warns on unlit ferries", "News of the board"),
    );
    terminal.wait_for("2 of 2");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    shelf.remove("ferry-board.yaml");
    terminal.wait_for("1 of 1");
    assert!(terminal.contents().contains("News of the board"));
}

#[test]
fn a_text_that_changes_is_looked_at_again() {
    let shelf = shelf();
    let mut terminal = opened(reader_of(shelf.root()));
    terminal.wait_for("2 verified");
    shelf.write("ferry-board.txt", TEXT.replace("decade", "century"));
    terminal.wait_for("1 failed");
    shelf.remove("ferry-board.txt");
    terminal.wait_for("2 unverified");
    shelf.write("ferry-board.txt", TEXT);
    terminal.wait_for("2 verified");
}

#[test]
fn a_bad_save_keeps_the_last_good_version_and_names_the_line() {
    let shelf = shelf();
    let mut terminal = opened(reader_of(shelf.root()));
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    let line = 1 + BRIEF.lines().position(|line| line.starts_with("  c3:")).unwrap();
    shelf.write(
        "ferry-board.yaml",
        BRIEF.replace("by: marsh, evidence: q4}\nasks", "by: marsh, evidence: q7}\nasks"),
    );
    terminal.wait_for(&format!("✗ last good version shown; line {line}: "));
    terminal.wait_for_cursor_on("The rules on lights");
    assert!(terminal.contents().contains("A lighting code is on its way."));
    shelf.write("ferry-board.yaml", "summary: [");
    terminal.wait_for("✗ last good version shown; line 1: ");
    assert!(terminal.contents().contains("A lighting code is on its way."));
    shelf.write("ferry-board.yaml", BRIEF.replace("is on its way", "has come"));
    terminal.wait_for("A lighting code has come.");
    terminal.wait_until("no banner", |screen| !screen.contents().contains('✗'));
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn a_bad_save_is_edited_at_its_fault() {
    let shelf = shelf();
    let programs = Programs::new("nano", "echo \"$1\" >\"$HERE/arguments\"");
    let mut command = programs.before_others(reader_of(shelf.root()));
    command.env("EDITOR", "nano");
    let mut terminal = opened(command);
    let line = 1 + BRIEF.lines().position(|line| line.starts_with("  c3:")).unwrap();
    shelf.write(
        "ferry-board.yaml",
        BRIEF.replace("by: marsh, evidence: q4}\nasks", "by: marsh, evidence: q7}\nasks"),
    );
    terminal.press("r");
    terminal.wait_for(&format!("✗ last good version shown; line {line}: "));
    terminal.press("e");
    terminal.wait_for(".yaml reloaded");
    assert_eq!(programs.read("arguments"), format!("+{line}\n"));
}

#[test]
fn resumes_at_the_item_it_was_left_at() {
    let shelf = shelf();
    let home = Folder::new();
    shelf.write("a-first.yaml", BRIEF.replace("Board warns on unlit ferries", "The first of all"));
    let run = |command| Terminal::run_in(&home, command);
    let mut terminal = run(reader_as_left(shelf.root()));
    terminal.wait_for("The first of all");
    terminal.wait_until("all briefs", |screen| !screen.contents().contains(" read "));
    terminal.press("1Sfj2jjj3");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("q");
    terminal.wait_for_end();

    let mut terminal = run(reader_as_left(shelf.root()));
    terminal.wait_for_cursor_on("The rules on lights");
    assert!(terminal.contents().contains("Board warns on unlit ferries"));
    assert!(terminal.contents().contains("1 of 3 · Tidewater Safety Board"));
    terminal.press("\x03");
    terminal.wait_for_end();

    let mut asked = reader_as_left(shelf.root());
    asked.args(["--at", "a-first/c3"]);
    let mut terminal = run(asked);
    terminal.wait_for_cursor_on("A lighting code is on its way");
    assert!(terminal.contents().contains("The first of all"));
}

#[test]
fn marks_are_kept_and_shared() {
    let shelf = shelf();
    let home = Folder::new();
    let run = || {
        let mut terminal = Terminal::run_in(&home, reader_of(shelf.root()));
        terminal.wait_for("A lighting code");
        terminal
    };
    let mut terminal = run();
    let mut other = run();
    terminal.press("ma");
    terminal.wait_for("`ferry-board/c1` is marked a");
    other.press("jmб");
    other.wait_for("`ferry-board/c2` is marked б");
    terminal.press("'");
    terminal.wait_for("ferry-board/c2  The rules on lights");
    terminal.press("б");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("\x0f");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("q");
    terminal.wait_for_end();
    other.press("q");
    other.wait_for_end();

    let mut terminal = Terminal::run_in(&home, reader_as_left(shelf.root()));
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("'a");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("'z");
    terminal.wait_for("no item is marked z");
}

#[test]
fn a_damaged_file_of_marks_is_set_aside_and_said_so() {
    let home = Folder::with(&[("state/topline/reader.json", "{\"version\": 7}")]);
    let mut terminal = Terminal::run_in(&home, reader());
    terminal.wait_for(
        "the marks file has version 7, but this topline reads version 1, so it was renamed",
    );
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    assert_eq!(home.read("state/topline/reader-1.json"), "{\"version\": 7}");
    assert!(!home.has("state/topline/reader.json"));
}

#[test]
fn a_snapshot_does_not_touch_the_state() {
    let home = Folder::new();
    let briefs = folder();
    let arguments = ["read", "--keys", "jma'aq", "--snapshot", "80x24", briefs.to_str().unwrap()];
    assert_eq!(home.run(&arguments).code, 0);
    fs::remove_dir_all(home.path("cache")).unwrap();
    assert!(home.is_empty(), "all that it writes is a cache");
}
