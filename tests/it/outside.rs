//! The built reader and what is outside of it: the clipboard, the browser, the editor, the files of
//! the briefs, and its own state from one run to the next.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::support::terminal::{PROGRAM, Terminal, bare, reader};
use portable_pty::CommandBuilder;
use tempfile::TempDir;

/// A folder of programs that do as their scripts say, and of what these leave behind.
struct Programs(TempDir);

impl Programs {
    /// One program.
    fn of(name: &str, script: &str) -> Self {
        let programs = Self(tempfile::tempdir().unwrap());
        programs.add(name, script);
        programs
    }

    fn add(&self, name: &str, script: &str) {
        let file = self.path(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The reader with these programs before all others; scripts find their folder as `$HERE`.
    fn reader(&self, mut command: CommandBuilder) -> CommandBuilder {
        let folder = self.0.path().display();
        command.env("PATH", format!("{folder}:/usr/bin:/bin"));
        command.env("HERE", self.0.path());
        command
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

/// A library on disk that can be changed.
struct Shelf(TempDir);

const BRIEF: &str = include_str!("reader/ferry-board.yaml");
const TEXT: &str = include_str!("reader/ferry-board.txt");

impl Shelf {
    /// With `ferry-board` and its source.
    fn new() -> Self {
        let shelf = Self(tempfile::tempdir().unwrap());
        shelf.write("ferry-board.txt", TEXT);
        shelf.write("ferry-board.yaml", BRIEF);
        shelf
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, contents: &str) {
        fs::write(self.path(name), contents).unwrap();
    }

    fn reader(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["read", self.0.path().to_str().unwrap()]);
        bare(&mut command);
        command
    }
}

/// The reader in a terminal, at the first claim of the first brief.
fn opened(command: CommandBuilder) -> Terminal {
    let mut terminal = Terminal::run(command);
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal
}

const CLAIM: &str = "Claim: 31 of 84 boats inspected had no working stern light. — Dana Vale, chief inspector, \
                     Tidewater Safety Board, 9 February 2026, ";

#[test]
fn copies_through_the_terminal_where_there_is_no_tool() {
    let mut command = reader();
    command.env("PATH", "");
    let mut terminal = opened(command);
    terminal.press("Yl");
    terminal.wait_for("the permalink ferry-board/c1 sent to the terminal");
    let log = String::from_utf8_lossy(&terminal.log);
    assert!(log.contains("\x1b]52;c;ZmVycnktYm9hcmQvYzE="), "{log:?}");
}

#[test]
fn passes_the_request_through_tmux_where_its_program_is_not_there() {
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
    let programs = Programs::of("xclip", "echo \"$@\" >\"$HERE/arguments\"; cat >\"$HERE/copied\"");
    programs.add("tmux", "exit 1");
    let mut command = programs.reader(reader());
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
fn takes_the_next_way_where_a_tool_fails() {
    let programs = Programs::of("xclip", "exit 1");
    programs.add("tmux", "[ \"$1 $2 $3\" = 'load-buffer -w -' ] && cat >\"$HERE/copied\"");
    let mut command = programs.reader(reader());
    command.env("DISPLAY", ":0");
    command.env("TMUX", "/tmp/none,1,0");
    let mut terminal = opened(command);
    terminal.press("Yw");
    terminal.wait_for("the words of c1 copied to the tmux buffer");
    assert_eq!(programs.read("copied"), "31 of 84 boats inspected had no working stern light.");
}

#[test]
fn a_tool_that_hangs_keeps_nobody_waiting() {
    let programs = Programs::of("xclip", "exec sleep 600");
    let mut command = programs.reader(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("y");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    assert!(!terminal.contents().contains("sent to"));
    terminal.wait_for("c1 sent to the terminal");
}

#[test]
fn what_is_copied_last_thing_is_copied() {
    let programs = Programs::of("xclip", "cat >\"$HERE/copied\"");
    let mut command = programs.reader(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("yq");
    assert!(terminal.wait_for_end().success());
    assert!(programs.read("copied").starts_with(CLAIM));
}

#[test]
fn hands_the_address_of_the_source_to_the_system() {
    let programs = Programs::of("xdg-open", "printf '%s\\n' \"$#\" \"$@\" >\"$HERE/opened\"");
    let mut command = programs.reader(reader());
    command.env("DISPLAY", ":0");
    let mut terminal = opened(command);
    terminal.press("o");
    terminal.wait_for("handed to xdg-open: https://example.org/tsb/unlit-ferries");
    // The loop goes on while the program is at work: its end is not told where it is a success.
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
}

#[test]
fn says_that_the_address_could_not_be_opened() {
    let programs = Programs::of("xdg-open", "exit 3");
    let mut command = programs.reader(reader());
    command.env("WAYLAND_DISPLAY", "wayland-0");
    let mut terminal = opened(command);
    terminal.press("o");
    terminal.wait_for("xdg-open could not open https://example.org/tsb/unlit-ferries");
}

#[test]
fn shows_the_address_where_there_is_no_display() {
    let mut terminal = opened(reader());
    terminal.press("o");
    terminal.wait_for("no display here to open https://example.org/tsb/unlit-ferries on");
}

/// An editor that leaves the terminal as badly as it can.
const ROUGH: &str = "\
    echo \"$@\" >\"$HERE/arguments\"; \
    printf '\\033[?1049h\\033[2J\\033(0\\016\\033[5;7r\\033[?6h\\033[?1003h\\033[?2004h\\033[31;7m\\033[?25lqqqq\\033]0;'; \
    stty -icanon -echo -opost; \
    sed -i 's/had no working stern light\\., by/had no stern light at all., by/' \"${@##+*}\" 2>/dev/null";

#[test]
fn edits_at_the_line_of_the_item_and_comes_back_to_a_clean_screen() {
    let shelf = Shelf::new();
    let programs = Programs::of("vim", &ROUGH.replace("\"${@##+*}\"", "\"$3\""));
    let mut command = programs.reader(shelf.reader());
    command.env("VISUAL", "vim '-R x'");
    command.env("EDITOR", "false");
    let mut terminal = opened(command);
    let before = terminal.contents();
    terminal.press("e");
    terminal.wait_for("was read again");
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
    let shelf = Shelf::new();
    let programs =
        Programs::of("ed", "printf 'what now? '; read line; echo \"$line\" >\"$HERE/line\"");
    let mut command = programs.reader(shelf.reader());
    command.env("EDITOR", "ed");
    let mut terminal = opened(command);
    terminal.press("e");
    terminal.wait_for("what now?");
    terminal.press("qjj quit\r");
    terminal.wait_for("was read again");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    assert_eq!(programs.read("line"), "qjj quit\n");
}

#[test]
fn what_interrupts_the_editor_leaves_the_reader_alone() {
    let shelf = Shelf::new();
    let programs = Programs::of(
        "ed",
        "trap 'echo caught; exit 0' INT; printf 'what now? '; read line; read line",
    );
    let mut command = programs.reader(shelf.reader());
    command.env("EDITOR", "ed");
    let mut terminal = opened(command);
    terminal.press("e");
    terminal.wait_for("what now?");
    terminal.press("\x03");
    terminal.wait_for("was read again");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn says_why_no_editor_runs() {
    let shelf = Shelf::new();
    for (editor, told) in [
        (None, "no editor is named: set $VISUAL or $EDITOR, for instance with export EDITOR=nano"),
        (
            Some("no-such-editor -x"),
            "no-such-editor, which $EDITOR names, cannot be run: No such file",
        ),
        (Some("vim 'x"), "$EDITOR leaves a quotation mark open: vim 'x"),
        (Some("false"), "false ended with exit status: 1"),
    ] {
        let mut command = shelf.reader();
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
    let programs = Programs::of("xclip", "cat >\"$HERE/copied\"");
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["read", "--at", "ferry-lights"]);
    bare(&mut command);
    for variable in ["TOPLINE_LIBRARY", "HOME"] {
        command.env_remove(variable);
    }
    command.env("XDG_CONFIG_HOME", programs.path("none"));
    command.env("XDG_DATA_HOME", programs.path("none"));
    let mut command = programs.reader(command);
    command.env("DISPLAY", ":0");
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Board warns");
    terminal.press("e");
    terminal.wait_for("ferry-lights ships with topline and cannot be edited; Y f copies its file");
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
fn shows_what_is_saved_in_whatever_way() {
    let shelf = Shelf::new();
    let mut terminal = opened(shelf.reader());
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    let file = shelf.path("ferry-board.yaml");
    let brief = |words: &str| {
        BRIEF.replace(
            "  c2:\n    text: The rules",
            &format!("  c9: {{text: A new claim., by: vale, evidence: q1}}\n  c2:\n    text: {words} rules"),
        )
    };
    fs::write(&file, brief("Written")).unwrap();
    terminal.wait_for_cursor_on("Written rules on lights");
    swap(&file, &brief("Swapped"));
    terminal.wait_for_cursor_on("Swapped rules on lights");
    fs::remove_file(&file).unwrap();
    fs::write(&file, brief("Created")).unwrap();
    terminal.wait_for_cursor_on("Created rules on lights");
    let sed = std::process::Command::new("sed")
        .args(["-i", "s/Created rules/Streamed rules/"])
        .arg(&file)
        .status();
    assert!(sed.unwrap().success());
    terminal.wait_for_cursor_on("Streamed rules on lights");
    assert!(terminal.contents().contains("A new claim."));
}

#[test]
fn briefs_come_and_go() {
    let shelf = Shelf::new();
    let mut terminal = opened(shelf.reader());
    shelf.write(
        "board-news.yaml",
        &BRIEF.replace("Board warns on unlit ferries", "News of the board"),
    );
    terminal.wait_for("2 of 2");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    fs::remove_file(shelf.path("ferry-board.yaml")).unwrap();
    terminal.wait_for("1 of 1");
    assert!(terminal.contents().contains("News of the board"));
}

#[test]
fn a_text_that_changes_is_looked_at_again() {
    let shelf = Shelf::new();
    let mut terminal = opened(shelf.reader());
    terminal.wait_for("2 verified");
    shelf.write("ferry-board.txt", &TEXT.replace("decade", "century"));
    terminal.wait_for("1 failed");
    fs::remove_file(shelf.path("ferry-board.txt")).unwrap();
    terminal.wait_for("2 unverified");
    shelf.write("ferry-board.txt", TEXT);
    terminal.wait_for("2 verified");
}

#[test]
fn a_bad_save_keeps_the_last_good_version_and_names_the_line() {
    let shelf = Shelf::new();
    let mut terminal = opened(shelf.reader());
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    let line = 1 + BRIEF.lines().position(|line| line.starts_with("  c3:")).unwrap();
    shelf.write(
        "ferry-board.yaml",
        &BRIEF.replace("by: marsh, evidence: q4}\nasks", "by: marsh, evidence: q7}\nasks"),
    );
    terminal.wait_for(&format!("✗ last good version; line {line}: there is no"));
    terminal.wait_for_cursor_on("The rules on lights");
    assert!(terminal.contents().contains("A lighting code is on its way."));
    shelf.write("ferry-board.yaml", "summary: [");
    terminal.wait_for("✗ last good version; line 1: ");
    assert!(terminal.contents().contains("A lighting code is on its way."));
    shelf.write("ferry-board.yaml", &BRIEF.replace("is on its way", "has come"));
    terminal.wait_for("A lighting code has come.");
    terminal.wait_until("no banner", |screen| !screen.contents().contains('✗'));
    terminal.wait_for_cursor_on("The rules on lights");
}

#[test]
fn a_bad_save_is_edited_at_its_fault() {
    let shelf = Shelf::new();
    let programs = Programs::of("nano", "echo \"$1\" >\"$HERE/arguments\"");
    let mut command = programs.reader(shelf.reader());
    command.env("EDITOR", "nano");
    let mut terminal = opened(command);
    let line = 1 + BRIEF.lines().position(|line| line.starts_with("  c3:")).unwrap();
    shelf.write(
        "ferry-board.yaml",
        &BRIEF.replace("by: marsh, evidence: q4}\nasks", "by: marsh, evidence: q7}\nasks"),
    );
    terminal.press("r");
    terminal.wait_for(&format!("✗ last good version; line {line}: "));
    terminal.press("e");
    terminal.wait_for("was read again");
    assert_eq!(programs.read("arguments"), format!("+{line}\n"));
}

#[test]
fn goes_on_where_it_was_left() {
    let shelf = Shelf::new();
    let state = tempfile::tempdir().unwrap();
    shelf.write("a-first.yaml", &BRIEF.replace("Board warns on unlit ferries", "The first of all"));
    let run = |command| Terminal::run_with_state(command, state.path());
    let mut terminal = run(shelf.reader());
    terminal.wait_for("The first of all");
    terminal.wait_until("all briefs", |screen| !screen.contents().contains(" read "));
    terminal.press("1j2jjj3");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("q");
    terminal.wait_for_end();

    let mut terminal = run(shelf.reader());
    terminal.wait_for_cursor_on("The rules on lights");
    assert!(terminal.contents().contains("Board warns on unlit ferries"));
    assert!(terminal.contents().contains("1 of 3 · Tidewater Safety Board"));
    terminal.press("\x03");
    terminal.wait_for_end();

    let mut asked = shelf.reader();
    asked.args(["--at", "a-first/c3"]);
    let mut terminal = run(asked);
    terminal.wait_for_cursor_on("A lighting code is on its way");
    assert!(terminal.contents().contains("The first of all"));
}

#[test]
fn marks_are_kept_and_shared() {
    let shelf = Shelf::new();
    let state = tempfile::tempdir().unwrap();
    let run = || {
        let mut terminal = Terminal::run_with_state(shelf.reader(), state.path());
        terminal.wait_for("A lighting code");
        terminal
    };
    let mut terminal = run();
    let mut other = run();
    terminal.press("ma");
    terminal.wait_for("a marks ferry-board/c1");
    other.press("jmб");
    other.wait_for("б marks ferry-board/c2");
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

    let mut terminal = run();
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("'a");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("'z");
    terminal.wait_for("z marks nothing");
}

#[test]
fn a_damaged_file_of_marks_is_set_aside_and_said_so() {
    let state = tempfile::tempdir().unwrap();
    let folder = state.path().join("topline");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("reader.json"), "{\"version\": 7}").unwrap();
    let mut terminal = Terminal::run_with_state(reader(), state.path());
    terminal.wait_for("the file of marks is of version 7, not 1: it was set aside as");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    assert_eq!(fs::read_to_string(folder.join("reader-1.json")).unwrap(), "{\"version\": 7}");
    assert!(!folder.join("reader.json").exists());
}

#[test]
fn a_snapshot_leaves_the_state_alone() {
    let state = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(PROGRAM)
        .args([
            "read",
            "--keys",
            "jma'aq",
            "--snapshot",
            "80x24",
            &crate::support::terminal::briefs(),
        ])
        .env("XDG_STATE_HOME", state.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    assert_eq!(fs::read_dir(state.path()).unwrap().count(), 0);
}
