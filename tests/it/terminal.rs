//! The built reader and its terminal.

use std::fs::File;
use std::io::Read;
#[cfg(target_os = "linux")]
use std::process::Command;
use std::sync::mpsc;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process};
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
    terminal.wait_for("Enter what rests on it");
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
    terminal.wait_for("/stop boats  1/2");
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
        terminal.resize(rows, cols);
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
    for signal in [
        Signal::TERM,
        Signal::HUP,
        Signal::INT,
        Signal::QUIT,
        Signal::ABORT,
        Signal::ALARM,
        Signal::USR1,
        Signal::USR2,
        Signal::VTALARM,
        Signal::PROF,
        Signal::XCPU,
        Signal::XFSZ,
    ] {
        let mut terminal = Terminal::reader();
        terminal.press("M");
        terminal.wait_until("the mouse", |screen| {
            screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
        });
        terminal.signal(signal);
        assert!(!terminal.wait_for_end().success());
        terminal.assert_restored();
        assert!(!terminal.is_raw(), "{signal:?}");
    }
}

/// Keys of two kinds, so that none can be taken together with the next, and more of them all the time.
#[test]
fn a_signal_passes_keys_that_wait() {
    let mut terminal = Terminal::reader();
    terminal.flood("jk");
    terminal.signal(Signal::TERM);
    assert!(!terminal.wait_for_exit().success());
}

#[test]
fn reads_all_keys_however_many_come_at_once() {
    let mut terminal = Terminal::reader();
    terminal.press(&("j".repeat(3000) + "?"));
    terminal.wait_for("Help");
}

#[test]
fn reads_all_turns_of_the_wheel() {
    let mut command = reader();
    command.arg("--mouse");
    let mut terminal = Terminal::run(command);
    terminal.wait_for("Board warns");
    terminal.press(&("\x1b[<65;40;3M".repeat(1000) + "?"));
    terminal.wait_for("Help");
}

/// Ten megabytes are pasted into a prompt, which then holds the beginning of them.
#[test]
fn a_large_paste_is_cut() {
    let mut terminal = Terminal::reader();
    terminal.press("/\x1b[200~");
    for _ in 0..160 {
        terminal.press(&"light\x1b[ ".repeat(1 << 13));
    }
    terminal.press("\x1b[201~");
    terminal.wait_for("a line holds 4096 characters; the rest was left out");
    terminal.press("\x15stern lights");
    terminal.wait_for_cursor_on("/stern lights");
    terminal.press("\x1b");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
}

#[test]
fn ctrl_c_ends_a_paste_that_does_not_end() {
    let mut terminal = Terminal::reader();
    terminal.press("/\x1b[200~boats q");
    // Once the new size is seen, what was pasted before has been read.
    terminal.resize(12, 100);
    terminal.wait_until("the prompt in the last row", |screen| {
        screen.rows(0, 100).last().is_some_and(|row| row.starts_with("/ "))
    });
    terminal.press("\x03");
    terminal.wait_for_cursor_on("/boats q");
    terminal.press("\x1b");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
}

/// Presses this many keys of a few kinds at once. What comes at once is handled before the next frame.
fn press_many(count: usize) {
    let mut terminal = Terminal::reader();
    let keys = "jjjkk/night lights\r}{AB12345";
    let presses = count / keys.len();
    for _ in 0..presses {
        terminal.press(keys);
    }
    terminal.press("q");
    assert!(terminal.wait_for_end_however_long().success());
    terminal.assert_restored();
    let frames = terminal.frames();
    assert!(frames <= presses + presses / 10 + 50, "{frames} frames for {presses} presses");
}

/// All keys wait when the reader goes on.
#[test]
fn keys_that_wait_are_handled_before_the_next_frame() {
    let mut terminal = Terminal::reader();
    terminal.signal(Signal::STOP);
    terminal.press(&("jjk/lights\r}".repeat(250) + "?"));
    let before = terminal.frames();
    terminal.signal(Signal::CONT);
    terminal.wait_for("Help");
    let frames = terminal.frames() - before;
    assert!(frames <= 10, "{frames} frames");
}

#[test]
fn answers_many_keys() {
    press_many(3_000);
}

#[test]
#[ignore = "takes five minutes"]
fn answers_a_million_keys() {
    press_many(1_000_000);
}

#[test]
fn follows_ten_thousand_resizes() {
    let mut terminal = Terminal::reader();
    for step in 0..10_000 {
        terminal.resize(1 + step % 60, 1 + step % 200 * 7 % 200);
    }
    terminal.resize(30, 100);
    terminal.press("\x0c");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    let frames = terminal.frames();
    assert!(frames <= 10_050, "{frames} frames");
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
    while !screen.screen().contents().contains("1 of 3   newest first") {
        let patience = Timespec::try_from(PATIENCE).unwrap();
        let drawn = poll(&mut [PollFd::new(&master, PollFlags::IN)], Some(&patience)).unwrap();
        assert!(drawn > 0, "nothing more is drawn:\n{}", screen.screen().contents());
        let mut buffer = [0; 4096];
        match master.read(&mut buffer) {
            Ok(read) => screen.process(&buffer[..read]),
            Err(error) => {
                let ending = child.wait().unwrap();
                panic!("{error}; the program ended: {ending}\n{}", screen.screen().contents());
            }
        }
    }
    drop(master);
    let (sender, exit) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait()));
    exit.recv_timeout(PATIENCE).expect("does not end").unwrap();
}

/// As in a container that was entered from outside: the ids of its group and of its session are 0.
#[cfg(target_os = "linux")]
#[test]
fn reads_where_its_session_is_outside_of_its_namespace() {
    let inside = ["--user", "--map-root-user", "--pid", "--fork"];
    let may_enter = Command::new("unshare").args(inside).arg("true").status();
    if !may_enter.is_ok_and(|status| status.success()) {
        return;
    }
    let folder = folder();
    let reading = [PROGRAM, "read", "--at", "ferry-board/c1", folder.to_str().unwrap()];
    let mut terminal = Terminal::run(command("unshare", &[&inside[..], &reading].concat()));
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("\x1a");
    terminal.press("j");
    terminal.wait_for_cursor_on("The rules on lights");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    terminal.assert_restored();
}

#[test]
fn is_suspended_and_resumed_by_a_shell() {
    let mut shell = command("bash", &["--norc", "--noprofile", "-i"]);
    shell.env("PS1", "shell> ");
    let mut terminal = Terminal::run(shell);
    terminal.wait_for("shell>");
    terminal.press(&format!("{PROGRAM} read --at ferry-board/c1 {}\r", folder().display()));
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

/// By the signals that stop a program, each ten times.
#[test]
fn is_suspended_from_outside_and_resumed_ten_times() {
    let home = Folder::new();
    let mut shell = command("bash", &["--norc", "--noprofile", "-i"]);
    shell.env("PS1", "shell> ");
    let mut terminal = Terminal::run(shell);
    terminal.wait_for("shell>");
    let file = home.path("pid");
    let reads = format!(
        "echo $$ >{}; exec {PROGRAM} read --mouse --at ferry-board/c1 {}",
        file.display(),
        folder().display()
    );
    terminal.press(&format!("bash -c '{reads}'\r"));
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    let pid = Pid::from_raw(home.read("pid").trim().parse().unwrap()).unwrap();
    for signal in [Signal::TSTP, Signal::TTIN, Signal::TTOU].repeat(10) {
        kill_process(pid, signal).unwrap();
        terminal.wait_for_cursor_on("shell>");
        terminal.assert_restored();
        let mode = terminal.screen.screen().mouse_protocol_mode();
        assert_eq!(mode, vt100::MouseProtocolMode::None);
        terminal.press("fg\r");
        terminal.wait_for_cursor_on("31 of 84 boats inspected");
    }
    terminal.press("q");
    terminal.wait_for_cursor_on("shell>");
    terminal.assert_restored();
    terminal.press("exit\r");
    terminal.wait_for_end();
}

/// It asks for nothing that it has to be given the terminal for, and takes none of the shell’s keys.
#[test]
fn waits_in_the_background_until_it_is_given_the_terminal() {
    let mut shell = command("bash", &["--norc", "--noprofile", "-i"]);
    shell.env("PS1", "shell> ");
    let mut terminal = Terminal::run(shell);
    terminal.wait_for("shell>");
    let read = format!("{PROGRAM} read --at ferry-board/c1 {} &", folder().display());
    // The shell waits until the job has stopped.
    terminal.press(&format!("{read} wait %1; jobs\r"));
    for _ in 0..3 {
        terminal.wait_for("[1]+  Stopped");
        assert!(!terminal.screen.screen().alternate_screen());
        terminal.press("clear; echo still $((40 + 2))\r");
        terminal.wait_for("still 42");
        terminal.press("fg\r");
        terminal.wait_for_cursor_on("31 of 84 boats inspected");
        terminal.press("\x1a");
        terminal.wait_for_cursor_on("shell>");
        terminal.assert_restored();
        terminal.press("clear; bg; wait %1; clear; jobs; echo now $((40 + 3))\r");
        terminal.wait_for("now 43");
    }
    terminal.press("fg\r");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("q");
    terminal.wait_for_cursor_on("shell>");
    terminal.assert_restored();
    terminal.press("exit\r");
    terminal.wait_for_end();
}

/// No shell could resume it.
#[test]
fn is_not_suspended_without_a_shell() {
    let mut terminal = Terminal::reader();
    for signal in [Signal::TSTP, Signal::TTIN, Signal::TTOU] {
        terminal.signal(signal);
    }
    terminal.press("\x1aj");
    terminal.wait_for_cursor_on("The rules on lights");
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
        terminal.wait_for("save as ferry-board.page.txt");
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
    terminal.wait_for("+2 Officials ---");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.log.is_ascii());
}

#[test]
fn shows_the_page_below_the_prompt_until_a_key_is_pressed() {
    let mut terminal = Terminal::reader();
    terminal.press("pP");
    terminal.wait_for("Press any key to return to topline.");
    let screen = terminal.screen.screen();
    assert!(!screen.alternate_screen());
    terminal.press("q");
    terminal.wait_until("the reader", vt100::Screen::alternate_screen);
    terminal.wait_for("Print preview");
    terminal.press("\x1b");
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    terminal.assert_restored();
    let log = String::from_utf8_lossy(&terminal.log).into_owned();
    let page = log.find("BRIEF A\r\n").unwrap();
    assert!(log[page..].contains("\r\nTOP LINES\r\n"));
}

/// What the reader wrote as links when it was asked for them or not.
fn links(config: &str, arguments: &[&str], terminal_takes_them: bool) -> String {
    let home = Folder::with(&[("config/topline/config.toml", config)]);
    let mut command = reader();
    command.args(arguments);
    command.env("FORCE_HYPERLINK", if terminal_takes_them { "1" } else { "0" });
    let mut terminal = Terminal::run_in(&home, command);
    terminal.wait_for_cursor_on("31 of 84 boats inspected");
    terminal.press("0G");
    terminal.wait_for("https://example.org/tsb/unlit-ferries");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    String::from_utf8_lossy(&terminal.log).into_owned()
}

#[test]
fn a_web_address_is_a_link_where_the_terminal_takes_links() {
    let link = "\x1b]8;id=source;https://example.org/tsb/unlit-ferries\x1b\\";
    let log = links("", &[], true);
    let start = log.find(link).unwrap_or_else(|| panic!("{log:?}")) + link.len();
    let linked = &log[start..];
    let end = linked.find("\x1b]8;;\x1b\\").unwrap();
    assert!(linked[..end].contains("https://example.org/tsb/unlit-ferries"), "{linked:?}");
    for (config, arguments, takes_them) in
        [("", &[][..], false), ("", &["--no-links"], true), ("links = false\n", &[], true)]
    {
        assert!(!links(config, arguments, takes_them).contains("\x1b]8"), "{config}{arguments:?}");
    }
    assert!(links("links = true\n", &[], false).contains(link));
}
