//! The built program, through pipes and files as a shell would use it.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::support::library::{Folder, SHIPPED, UNLIT_BOATS, unlit_boats_with_text as with_text};
use crate::support::program::{PROGRAM, Run, UNSET, folders};

/// A brief without a source.
const BROKEN: &str = "summary: Boats sail at night without lights.\n";

/// What the program writes to a terminal of 50 columns.
fn run_in_a_terminal(home: &Folder, variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let size = PtySize { rows: 24, cols: 50, pixel_width: 0, pixel_height: 0 };
    let terminal = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(arguments);
    command.cwd(home.root());
    for variable in UNSET {
        command.env_remove(variable);
    }
    for (variable, folder) in folders(home.root()) {
        command.env(variable, folder);
    }
    command.env("TERM", "xterm-256color");
    for (variable, value) in variables {
        command.env(variable, value);
    }
    let mut child = terminal.slave.spawn_command(command).unwrap();
    drop(terminal.slave);
    let mut written = Vec::new();
    // Reading from a terminal that nobody writes to any more fails on Linux.
    let _ = terminal.master.try_clone_reader().unwrap().read_to_end(&mut written);
    child.wait().unwrap();
    String::from_utf8(written).unwrap()
}

fn titles(page: &str) -> Vec<&str> {
    let lines: Vec<&str> = page.lines().collect();
    lines.windows(2).filter(|pair| pair[0].starts_with("BRIEF ")).map(|pair| pair[1]).collect()
}

#[test]
fn prints_the_shipped_briefs_if_nothing_is_set_up() {
    let home = Folder::new();
    let page = home.run(&["print"]).done();
    assert_eq!(titles(&page)[0], "Board warns on unlit ferries");
    assert_eq!(titles(&page).len(), SHIPPED.len());
    assert_eq!(home.run(&[]).done(), page, "without a terminal, topline prints");
    assert!(home.is_empty(), "nothing is written to the home");
}

#[test]
fn texts_of_sources_are_found_in_folders_that_are_named_or_set() {
    let home = Folder::new();
    let brief = "summary: x\nsource: {title: Boats, publisher: unknown, text: unlit.txt}\n\
                 organisations: {board: Board}\nquotes:\n  q1: {form: direct, by: board, exact: Boats are lit}\n";
    home.write("briefs/boats.yaml", brief);
    home.write("texts/unlit.txt", "“Boats are lit,” said the Board.\n");
    let commands: [&[&str]; 5] =
        [&["print"], &["check"], &["export"], &["find", "boats"], &["read", "--snapshot", "80x24"]];
    let run = |command: &[&str], more: &[&str]| {
        home.run(&command.iter().chain(&["briefs"]).chain(more).copied().collect::<Vec<_>>())
    };
    for command in commands {
        let bare = run(command, &[]).stdout;
        let named = run(command, &["--sources", "texts"]).stdout;
        assert_ne!(bare, named, "{command:?}");
        for set in ["'../../texts'", "['../../none', '../../texts']"] {
            home.write("config/topline/config.toml", format!("sources = {set}\n"));
            assert_eq!(run(command, &[]).stdout, named, "{command:?}");
        }
        home.write("config/topline/config.toml", "");
    }
    let checked = run(&["check"], &["--sources", "texts"]).stdout;
    assert!(checked.contains("1 of 1 quotation verified"), "{checked}");
    home.write("config/topline/config.toml", "sources = 3\n");
    let told = home.run(&["check", "briefs"]).stderr;
    assert!(
        told.contains("`sources`: expected a folder or a list of folders in quotation marks"),
        "{told}"
    );
}

#[test]
fn ascii_is_asked_for_before_or_after_the_command() {
    let home = Folder::new();
    let page = home.run(&["print", "--ascii"]).done();
    assert!(page.is_ascii());
    assert_eq!(home.run(&["--ascii"]).done(), page);
    assert_eq!(home.run(&["--ascii", "print"]).done(), page);
    let frame = ["read", "--snapshot", "80x24"];
    let ascii = home.run(&[&frame[..], &["--ascii"]].concat()).done();
    assert_eq!(home.run(&[&["--ascii"], &frame[..]].concat()).done(), ascii);
    assert!(ascii.is_ascii());
    let refusal = home.run(&["--ascii", "check"]).refused();
    assert!(
        refusal.contains("`--ascii` goes with the reader and with `topline print`"),
        "{refusal}"
    );
}

#[test]
fn takes_the_library_from_the_variable_then_the_config_then_the_data_folder() {
    let home = Folder::new();
    let brief = |title: &str| UNLIT_BOATS.replace("Unlit boats", title);
    home.write("data/topline/briefs/a.yaml", brief("Of the data folder"));
    assert_eq!(titles(&home.run(&["print"]).done()), ["Of the data folder"]);
    home.write("configured/a.yaml", brief("Of the config file"));
    home.write("config/topline/config.toml", "library = '../../configured'\n");
    assert_eq!(titles(&home.run(&["print"]).done()), ["Of the config file"]);
    home.write("named/a.yaml", brief("Of the variable"));
    let named = home.topline(&["print"]).env("TOPLINE_LIBRARY", "named").output().unwrap();
    assert_eq!(titles(&Run::new(named).done()), ["Of the variable"]);
    let missing = home.topline(&["print"]).env("TOPLINE_LIBRARY", "gone").output().unwrap();
    assert_eq!(
        Run::new(missing).refused(),
        "topline: cannot open the library set by $TOPLINE_LIBRARY: no such file or folder: gone\n"
    );
}

#[test]
fn reports_what_is_wrong_with_the_config_and_works_all_the_same() {
    let home = Folder::new();
    home.write("config/topline/config.toml", "libary = 'x'\n");
    let run = home.run(&["print", "--section", "source"]);
    assert_eq!(run.code, 0);
    let file = home.path("config/topline/config.toml");
    assert_eq!(
        run.stderr,
        format!(
            "topline: {}:1: no setting is called `libary`; did you mean `library`?\n",
            file.display()
        )
    );
}

#[test]
fn says_so_if_the_briefs_of_the_current_folder_are_not_those_that_are_read() {
    let folder = Folder::with(&[("a.yaml", UNLIT_BOATS)]);
    let notice = "topline: no library is set up, so these are the briefs that come with topline: name `.` for \
                  those of this folder\n";
    assert_eq!(folder.run(&["print"]).stderr, notice);
    assert_eq!(folder.run(&["print", "a.yaml"]).stderr, "");
    let elsewhere = Folder::with(&[(".hidden.yaml", UNLIT_BOATS), ("notes.txt", "x")]);
    assert_eq!(elsewhere.run(&["print"]).stderr, "");
}

#[test]
fn reads_a_brief_from_standard_input() {
    let home = Folder::new();
    home.write("piped", UNLIT_BOATS);
    let input = fs::File::open(home.path("piped")).unwrap();
    let run = Run::new(home.topline(&["print", "-"]).stdin(input).output().unwrap());
    assert_eq!(titles(&run.done()), ["Unlit boats"]);
}

#[test]
fn refuses_a_path_that_leads_to_nothing_and_guesses_at_a_verb() {
    let home = Folder::new();
    assert_eq!(
        home.run(&["no-such-file"]).refused(),
        "topline: no such file or folder: no-such-file\n"
    );
    assert_eq!(
        home.run(&["pritn"]).refused(),
        "topline: no such file or folder: pritn; did you mean `topline print`?\n"
    );
}

#[test]
fn refuses_a_folder_without_briefs() {
    let home = Folder::new();
    home.write("empty/notes.txt", "");
    assert_eq!(
        home.run(&["print", "empty"]).refused(),
        "topline: no briefs in empty; a brief is a .yaml or .yml file, and `topline schema` describes it\n"
    );
}

#[test]
fn ends_with_2_on_a_wrong_command_line() {
    let home = Folder::new();
    for wrong in [
        &["print", "--no-such-flag"][..],
        &["print", "--width", "39"],
        &["print", "--section", "x"],
    ] {
        assert!(home.run(wrong).refused().starts_with("error: "), "{wrong:?}");
    }
}

#[test]
fn ends_with_1_if_a_brief_is_left_out() {
    let home = Folder::new();
    home.write("a.yaml", BROKEN);
    home.write("b.yaml", UNLIT_BOATS);
    let run = home.run(&["print", "a.yaml", "b.yaml"]);
    assert_eq!(run.code, 1);
    assert_eq!(titles(&run.stdout), ["Unlit boats"]);
    assert!(run.stderr.starts_with("topline: skipped a.yaml: line 1: "), "{}", run.stderr);
}

#[test]
fn check_answers_by_its_status_and_on_standard_output() {
    let home = Folder::new();
    home.write("a.yaml", with_text("gone.txt"));
    home.write("b.yaml", UNLIT_BOATS.replace("summary: ", "sumary: "));
    let sound = home.run(&["check", "a.yaml"]);
    assert_eq!((sound.code, sound.stderr.as_str()), (0, ""), "warnings are no errors");
    assert_eq!(home.run(&["check", "--strict", "a.yaml"]).code, 1);
    let broken = home.run(&["check", "."]);
    assert_eq!((broken.code, broken.stderr.as_str()), (1, ""));
    assert!(broken.stdout.contains("--> ./b.yaml:1:1"), "{}", broken.stdout);
}

#[test]
fn many_problems_are_counted_and_errors_are_listed_first() {
    let home = Folder::new();
    let reported =
        "organisations: {board: Board}\nquotes:\n  q1: {form: reported, by: board, gist: x}\n";
    let wrong: String = (0..30).map(|i| format!("- It saw {i}7 boats [q1].\n")).collect();
    let uncited = "- Boats sail.\n".repeat(120);
    home.write("many.yaml", format!("{UNLIT_BOATS}{reported}top_lines:\n{uncited}{wrong}"));
    let checked = home.run(&["check", "many.yaml"]).stdout;
    assert_eq!(checked.matches("error[missing-figure]").count(), 30, "{checked}");
    assert_eq!(checked.matches("error[").count() + checked.matches("warning[").count(), 100);
    let json = home.run(&["check", "--format", "json", "many.yaml"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let all = json["problems"].as_array().unwrap().len();
    assert!(all > 150, "{json:#}");
    assert!(
        checked.contains(&format!("and {} more problems in many.yaml\n", all - 100)),
        "{checked}"
    );
}

#[test]
fn check_finds_the_source_texts_in_a_folder_that_is_named() {
    let home = Folder::new();
    home.write("briefs/a.yaml", with_text("a.txt"));
    home.write("texts/a.txt", "words");
    let check = |arguments: &[&str]| home.run(&[&["check", "briefs"], arguments].concat()).stdout;
    assert!(check(&[]).contains("[no-source-text]"));
    assert!(!check(&["--sources", "texts"]).contains("[no-source-text]"));
}

#[test]
fn a_rule_can_be_passed_over_or_made_an_error() {
    let home = Folder::new();
    home.write("a.yaml", with_text("gone.txt"));
    assert_eq!(home.run(&["check", "--deny", "no-source-text", "a.yaml"]).code, 1);
    let allowed = home.run(&["check", "--allow", "no-source-text", "a.yaml"]);
    assert!(!allowed.stdout.contains("[no-source-text]"), "{}", allowed.stdout);
    assert_eq!(
        home.run(&["check", "--allow", "not-yaml", "a.yaml"]).refused(),
        "topline: not-yaml cannot be allowed: a brief that breaks it cannot be read\n"
    );
    assert!(home.run(&["check", "--allow", "no-dat"]).refused().contains("did you mean no-date?"));
}

#[test]
fn colour_is_used_only_if_it_is_wanted() {
    let home = Folder::new();
    home.write("a.yaml", BROKEN);
    let coloured = |arguments: &[&str]| home.run(arguments).stdout.contains('\u{1b}');
    assert!(!coloured(&["check", "a.yaml"]), "standard output is no terminal");
    assert!(coloured(&["--color", "always", "check", "a.yaml"]));
    assert!(!coloured(&["check", "a.yaml", "--color", "never"]));
}

#[test]
fn a_terminal_gets_colour_unless_no_color_is_set() {
    let home = Folder::new();
    home.write("a.yaml", BROKEN);
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        run_in_a_terminal(&home, variables, arguments).contains("\u{1b}[")
    };
    assert!(coloured(&[], &["check", "a.yaml"]));
    assert!(coloured(&[("NO_COLOR", "")], &["check", "a.yaml"]), "an empty NO_COLOR is none");
    assert!(!coloured(&[("NO_COLOR", "1")], &["check", "a.yaml"]));
    assert!(!coloured(&[("TERM", "dumb")], &["check", "a.yaml"]));
    assert!(coloured(&[("NO_COLOR", "1")], &["check", "a.yaml", "--color", "always"]));
    assert!(!coloured(&[], &["check", "a.yaml", "--color", "never"]));
}

#[test]
fn a_narrow_terminal_gets_narrow_lines() {
    let home = Folder::new();
    home.write("a.yaml", UNLIT_BOATS);
    let page = run_in_a_terminal(&home, &[], &["print", "a.yaml"]);
    assert!(page.lines().any(|line| line == "=".repeat(50)), "{page}");
}

#[test]
fn a_control_character_in_a_path_or_a_brief_reaches_no_stream() {
    let home = Folder::new();
    home.write("a.yaml", UNLIT_BOATS.replace(BROKEN, "summary: \"\\e[31mred\\u202E\"\n"));
    for run in
        [home.run(&["\u{1b}[31mno"]), home.run(&["print", "a.yaml"]), home.run(&["--\u{1b}[31m"])]
    {
        let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!run.stdout.contains(odd) && !run.stderr.contains(odd), "{run:?}");
    }
}

#[test]
fn writes_to_a_file_but_never_over_a_brief_or_a_source() {
    let home = Folder::new();
    home.write("a.yaml", with_text("a.txt"));
    home.write("a.txt", "words");
    assert_eq!(home.run(&["print", "a.yaml", "-o", "page.txt"]).done(), "");
    let page = home.read("page.txt");
    assert_eq!(page, home.run(&["print", "a.yaml"]).done());
    for input in ["a.yaml", "new.yml", "./a.txt"] {
        assert_eq!(
            home.run(&["print", "a.yaml", "-o", input]).refused(),
            format!(
                "topline: cannot overwrite {input}: it is a brief or a source, a lock, a schema or the config file; name another file with `-o`\n"
            )
        );
    }
    assert_eq!(home.read("a.txt"), "words");
    assert!(!home.has("new.yml"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let home = Folder::new();
    for verb in ["print", "schema"] {
        let mut child =
            home.topline(&[verb]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let run = Run::new(child.wait_with_output().unwrap());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{verb}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = Run::new(Folder::new().topline(&["schema"]).stdout(full).output().unwrap());
    assert_eq!(run.code, 2);
    assert!(run.stderr.starts_with("topline: cannot write the result: "), "{}", run.stderr);
}

#[test]
fn writes_no_escape_if_there_is_no_terminal() {
    let home = Folder::new();
    for arguments in
        [&["print"][..], &["--help"], &["print", "--help"], &["no-such-file"], &["print", "--x"]]
    {
        let run = home.run(arguments);
        assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn help_may_be_asked_for_its_own_help() {
    let home = Folder::new();
    assert_eq!(home.run(&["help", "--help"]).done(), home.run(&["help"]).done());
    assert_eq!(home.run(&["help", "-h", "check"]).done(), home.run(&["help", "check"]).done());
    assert!(home.run(&["help", "chekc", "--help"]).refused().contains("chekc"));
}

#[test]
fn help_names_the_folders_of_this_user() {
    let home = Folder::new();
    let help = home.run(&["--help"]).done();
    let places =
        ["data/topline/briefs", "config/topline/config.toml", "state/topline", "cache/topline"];
    for place in places.map(|place| home.path(place)) {
        assert!(help.contains(place.to_str().unwrap()), "{help}");
    }
}

#[test]
fn the_schema_is_the_one_that_ships() {
    assert_eq!(
        Folder::new().run(&["schema"]).done(),
        fs::read_to_string("briefs/brief.schema.json").unwrap(),
        "write it again: cargo run -- schema > briefs/brief.schema.json"
    );
}

#[test]
fn draws_a_frame_of_the_reader_without_a_terminal() {
    let home = Folder::new();
    let frame = home.run(&["read", "--snapshot", "80x24", "--at", "ferry-lights/c2"]).done();
    assert_eq!(frame.lines().count(), 24);
    assert!(frame.contains("Board warns on unlit ferries"), "{frame}");
    assert_eq!(
        home.run(&["read"]).refused(),
        "topline: the reader needs a terminal; `topline print` prints the briefs as text\n"
    );
    assert!(
        home.run(&["read", "--snapshot", "80x24", "--keys", "<entre>"])
            .refused()
            .contains("--keys")
    );
    assert!(home.run(&["read", "--snapshot", "80x9999"]).refused().contains("up to 1000"));
}

#[test]
fn makes_completions_and_manual_pages() {
    let home = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(home.run(&["completions", shell]).done().contains("print"), "{shell}");
    }
    assert!(home.run(&["man"]).done().contains(".TH topline 1"));
    assert_eq!(home.run(&["man", "man1"]).done(), "");
    assert!(home.has("man1/topline.1") && home.has("man1/topline-print.1"));
    let place = home.root().to_str().unwrap();
    assert!(
        !home.run(&["man"]).stdout.contains(place),
        "a manual page is the same on every machine"
    );
}

/// The program that draws a frame of the reader.
fn frame(home: &Folder, arguments: &[&str]) -> Command {
    home.topline(&[&["read", "--snapshot", "80x24"], arguments].concat())
}

fn drawn(frame: &mut Command) -> Run {
    Run::new(frame.output().unwrap())
}

#[test]
fn draws_a_frame_with_its_styles() {
    let home = Folder::new();
    let ansi = drawn(&mut frame(&home, &["--as", "ansi"])).done();
    assert!(ansi.contains("\x1b[1;7;36m1 Briefs\x1b[0m"), "{ansi}");
    let plain = drawn(frame(&home, &["--as", "ansi"]).env("NO_COLOR", "1")).done();
    assert!(plain.contains("\x1b[1;7m1 Briefs\x1b[0m") && !plain.contains("36m"), "{plain}");
    let svg = drawn(&mut frame(&home, &["--as", "svg", "--theme", "light"])).done();
    assert!(
        svg.starts_with("<svg ") && svg.ends_with("</svg>\n") && svg.contains("#ffffff"),
        "{svg}"
    );
    assert!(drawn(&mut frame(&home, &["--ascii"])).done().is_ascii());
}

#[test]
fn reads_with_the_users_palette_and_keys_and_reports_what_is_wrong_with_them() {
    let home = Folder::new();
    let config = "theme = 'own'\n[palette]\naccent = '#010203'\nurl = 'rde'\n[keys]\nnext-claim = 'x'\nnxet = 'y'\ncopy = 'e'\n";
    home.write("config/topline/config.toml", config);
    let run = drawn(&mut frame(&home, &["--as", "ansi", "--keys", "x"]));
    let text = run.stdout;
    assert!(
        text.contains("1 for c2") && text.contains("\x1b[1;7;38;2;1;2;3m3 Claims\x1b[0m"),
        "{text}"
    );
    let file = home.path("config/topline/config.toml");
    let file = file.display();
    assert_eq!(
        run.stderr,
        format!(
            "topline: {file}:4: `rde` is not a colour: use a name such as green, a number from 0 to 255, or #5fafff\n\
             topline: {file}:7: no action is called `nxet`; press : in the reader to list them\n\
             topline: {file}:8: e already means edit; copy keeps its default keys\n"
        )
    );
}

#[test]
fn names_the_themes_if_there_is_none_of_that_name() {
    let home = Folder::new();
    assert_eq!(
        drawn(&mut frame(&home, &["--theme", "own"])).refused(),
        "topline: no theme is called `own`; the themes are terminal, light, dark, mono\n"
    );
}
