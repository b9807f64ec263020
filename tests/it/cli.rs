//! The built program, through pipes and files as a shell would use it.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

const SUMMARY: &str = "summary: Boats sail at night without lights.\n";
const SOURCE: &str = "source: {title: Unlit boats, publisher: Tidewater Safety Board}\n";

/// The program in a home of its own, where nothing is set up.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, content: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// A command that starts in the home, with no terminal and no standard input.
    fn topline(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        command.env_remove("TOPLINE_LIBRARY").env_remove("NO_COLOR").env("HOME", self.path());
        for (variable, folder) in [("DATA", "data"), ("CONFIG", "config"), ("STATE", "state")] {
            command.env(format!("XDG_{variable}_HOME"), self.path().join(folder));
        }
        command
    }

    /// What the program writes to a terminal of 50 columns.
    fn run_in_a_terminal(&self, variables: &[(&str, &str)], arguments: &[&str]) -> String {
        let size = PtySize { rows: 24, cols: 50, pixel_width: 0, pixel_height: 0 };
        let terminal = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_topline"));
        command.args(arguments);
        command.cwd(self.path());
        command.env_remove("NO_COLOR");
        command.env("TERM", "xterm-256color");
        for (name, value) in [("HOME", self.path().to_str().unwrap())].iter().chain(variables) {
            command.env(name, value);
        }
        let mut child = terminal.slave.spawn_command(command).unwrap();
        drop(terminal.slave);
        let mut written = Vec::new();
        // A terminal that nobody writes to any more ends with an error on Linux.
        let _ = terminal.master.try_clone_reader().unwrap().read_to_end(&mut written);
        child.wait().unwrap();
        String::from_utf8(written).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.topline(arguments).output().unwrap())
    }
}

/// How a run ended.
#[derive(Debug, PartialEq)]
struct Run {
    code: Option<i32>,
    out: String,
    messages: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    fn done(self) -> String {
        assert_eq!((self.code, self.messages.as_str()), (Some(0), ""));
        self.out
    }

    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""));
        self.messages
    }
}

/// A sound brief whose source has its text at `path`.
fn with_text(path: &str) -> String {
    format!("{SUMMARY}{}", SOURCE.replace('}', &format!(", text: {path}}}")))
}

fn titles(page: &str) -> Vec<&str> {
    let lines: Vec<&str> = page.lines().collect();
    lines.windows(2).filter(|pair| pair[0].starts_with("BRIEF ")).map(|pair| pair[1]).collect()
}

#[test]
fn prints_the_shipped_briefs_where_nothing_is_set_up() {
    let home = Home::new();
    let page = home.run(&["print"]).done();
    assert_eq!(titles(&page)[0], "Board warns on unlit ferries");
    assert_eq!(titles(&page).len(), 3);
    assert_eq!(home.run(&[]).done(), page, "without a terminal, topline prints");
    assert!(fs::read_dir(home.path()).unwrap().next().is_none(), "nothing is written to the home");
}

#[test]
fn takes_the_library_from_the_variable_then_the_config_then_the_data_folder() {
    let home = Home::new();
    let brief = |title: &str| format!("{SUMMARY}{}", SOURCE.replace("Unlit boats", title));
    home.write("data/topline/briefs/a.yaml", &brief("Of the data folder"));
    assert_eq!(titles(&home.run(&["print"]).done()), ["Of the data folder"]);
    home.write("configured/a.yaml", &brief("Of the config file"));
    home.write("config/topline/config.toml", "library = '../../configured'\n");
    assert_eq!(titles(&home.run(&["print"]).done()), ["Of the config file"]);
    home.write("named/a.yaml", &brief("Of the variable"));
    let named = home.topline(&["print"]).env("TOPLINE_LIBRARY", "named").output().unwrap();
    assert_eq!(titles(&Run::of(named).done()), ["Of the variable"]);
    let missing = home.topline(&["print"]).env("TOPLINE_LIBRARY", "gone").output().unwrap();
    assert_eq!(
        Run::of(missing).refused(),
        "topline: cannot open the library that $TOPLINE_LIBRARY names: no such file or folder: gone\n"
    );
}

#[test]
fn tells_what_is_wrong_with_the_config_and_works_all_the_same() {
    let home = Home::new();
    home.write("config/topline/config.toml", "libary = 'x'\n");
    let run = home.run(&["print", "--section", "source"]);
    assert_eq!(run.code, Some(0));
    let file = home.path().join("config/topline/config.toml");
    assert_eq!(
        run.messages,
        format!(
            "topline: {}:1: there is no setting libary; the settings are: library, theme, palette, keys\n",
            file.display()
        )
    );
}

#[test]
fn reads_a_brief_from_standard_input() {
    let home = Home::new();
    home.write("piped", &format!("{SUMMARY}{SOURCE}"));
    let input = fs::File::open(home.path().join("piped")).unwrap();
    let run = Run::of(home.topline(&["print", "-"]).stdin(input).output().unwrap());
    assert_eq!(titles(&run.done()), ["Unlit boats"]);
}

#[test]
fn refuses_a_path_that_leads_to_nothing_and_guesses_at_a_verb() {
    let home = Home::new();
    assert_eq!(
        home.run(&["no-such-file"]).refused(),
        "topline: no such file or folder: no-such-file\n"
    );
    assert_eq!(
        home.run(&["pritn"]).refused(),
        "topline: no such file or folder: pritn; did you mean topline print?\n"
    );
}

#[test]
fn refuses_a_folder_without_briefs() {
    let home = Home::new();
    home.write("empty/notes.txt", "");
    assert_eq!(
        home.run(&["print", "empty"]).refused(),
        "topline: no briefs in empty: a brief is a file whose name ends in .yaml or .yml; \
         topline schema says what stands in it\n"
    );
}

#[test]
fn ends_with_2_on_a_wrong_command_line() {
    let home = Home::new();
    for wrong in [
        &["print", "--no-such-flag"][..],
        &["print", "--width", "39"],
        &["print", "--section", "x"],
    ] {
        assert!(home.run(wrong).refused().starts_with("error: "), "{wrong:?}");
    }
}

#[test]
fn ends_with_1_where_a_brief_is_left_out() {
    let home = Home::new();
    home.write("a.yaml", SUMMARY);
    home.write("b.yaml", &format!("{SUMMARY}{SOURCE}"));
    let run = home.run(&["print", "a.yaml", "b.yaml"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(titles(&run.out), ["Unlit boats"]);
    assert!(run.messages.starts_with("topline: a.yaml is left out: line 1: "), "{}", run.messages);
}

#[test]
fn check_answers_by_its_status_and_on_standard_output() {
    let home = Home::new();
    home.write("a.yaml", &with_text("gone.txt"));
    home.write("b.yaml", &format!("sumary: x\n{SOURCE}"));
    let sound = home.run(&["check", "a.yaml"]);
    assert_eq!((sound.code, sound.messages.as_str()), (Some(0), ""), "warnings are no errors");
    assert_eq!(home.run(&["check", "--strict", "a.yaml"]).code, Some(1));
    let broken = home.run(&["check", "."]);
    assert_eq!((broken.code, broken.messages.as_str()), (Some(1), ""));
    assert!(broken.out.contains("--> ./b.yaml:1:1"), "{}", broken.out);
}

#[test]
fn check_finds_the_source_texts_in_a_folder_that_is_named() {
    let home = Home::new();
    home.write("briefs/a.yaml", &with_text("a.txt"));
    home.write("texts/a.txt", "words");
    let check = |arguments: &[&str]| home.run(&[&["check", "briefs"], arguments].concat()).out;
    assert!(check(&[]).contains("[no-source-text]"));
    assert!(!check(&["--sources", "texts"]).contains("[no-source-text]"));
}

#[test]
fn a_rule_can_be_passed_over_or_made_an_error() {
    let home = Home::new();
    home.write("a.yaml", &with_text("gone.txt"));
    assert_eq!(home.run(&["check", "--deny", "no-source-text", "a.yaml"]).code, Some(1));
    let allowed = home.run(&["check", "--allow", "no-source-text", "a.yaml"]);
    assert!(!allowed.out.contains("[no-source-text]"), "{}", allowed.out);
    assert_eq!(
        home.run(&["check", "--allow", "not-yaml", "a.yaml"]).refused(),
        "topline: not-yaml cannot be allowed: a brief that breaks it cannot be read\n"
    );
    assert!(home.run(&["check", "--allow", "no-dat"]).refused().contains("did you mean no-date?"));
}

#[test]
fn colour_is_used_only_where_it_is_wanted() {
    let home = Home::new();
    home.write("a.yaml", SUMMARY);
    let coloured = |arguments: &[&str]| home.run(arguments).out.contains('\u{1b}');
    assert!(!coloured(&["check", "a.yaml"]), "standard output is no terminal");
    assert!(coloured(&["--color", "always", "check", "a.yaml"]));
    assert!(!coloured(&["check", "a.yaml", "--color", "never"]));
}

#[test]
fn a_terminal_gets_colour_unless_no_color_is_set() {
    let home = Home::new();
    home.write("a.yaml", SUMMARY);
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        home.run_in_a_terminal(variables, arguments).contains("\u{1b}[")
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
    let home = Home::new();
    home.write("a.yaml", &format!("{SUMMARY}{SOURCE}"));
    let page = home.run_in_a_terminal(&[], &["print", "a.yaml"]);
    assert!(page.lines().any(|line| line == "=".repeat(50)), "{page}");
}

#[test]
fn a_control_character_in_a_path_or_a_brief_reaches_no_stream() {
    let home = Home::new();
    home.write("a.yaml", &format!("summary: \"\\e[31mred\\u202E\"\n{SOURCE}"));
    for run in
        [home.run(&["\u{1b}[31mno"]), home.run(&["print", "a.yaml"]), home.run(&["--\u{1b}[31m"])]
    {
        let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!run.out.contains(odd) && !run.messages.contains(odd), "{run:?}");
    }
}

#[test]
fn writes_to_a_file_but_never_over_a_brief_or_a_source() {
    let home = Home::new();
    home.write("a.yaml", &with_text("a.txt"));
    home.write("a.txt", "words");
    assert_eq!(home.run(&["print", "a.yaml", "-o", "page.txt"]).done(), "");
    let page = fs::read_to_string(home.path().join("page.txt")).unwrap();
    assert_eq!(page, home.run(&["print", "a.yaml"]).done());
    for input in ["a.yaml", "new.yml", "./a.txt"] {
        assert_eq!(
            home.run(&["print", "a.yaml", "-o", input]).refused(),
            format!(
                "topline: will not write over {input}: it is a brief or a source; name another file with -o\n"
            )
        );
    }
    assert_eq!(fs::read_to_string(home.path().join("a.txt")).unwrap(), "words");
    assert!(!home.path().join("new.yml").exists());
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let home = Home::new();
    for verb in ["print", "schema"] {
        let mut child =
            home.topline(&[verb]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]), "{verb}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Home::new().topline(&["schema"]).stdout(full).output().unwrap();
    let run = Run::of(output);
    assert_eq!(run.code, Some(2));
    assert!(run.messages.starts_with("topline: cannot write the result: "), "{}", run.messages);
}

#[test]
fn writes_no_escape_where_there_is_no_terminal() {
    let home = Home::new();
    for arguments in
        [&["print"][..], &["--help"], &["print", "--help"], &["no-such-file"], &["print", "--x"]]
    {
        let run = home.run(arguments);
        assert!(!run.out.contains('\u{1b}') && !run.messages.contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn help_says_where_things_are_here() {
    let home = Home::new();
    let help = home.run(&["--help"]).done();
    let places = ["data/topline/briefs", "config/topline/config.toml", "state/topline"];
    for place in places.map(|place| home.path().join(place)) {
        assert!(help.contains(place.to_str().unwrap()), "{help}");
    }
}

#[test]
fn the_schema_is_the_one_that_ships() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs/brief.schema.json");
    assert_eq!(
        Home::new().run(&["schema"]).done(),
        fs::read_to_string(shipped).unwrap(),
        "make it anew: cargo run -- schema > briefs/brief.schema.json"
    );
}

#[test]
fn draws_a_frame_of_the_reader_without_a_terminal() {
    let home = Home::new();
    let frame = home.run(&["read", "--snapshot", "80x24", "--at", "ferry-lights/c2"]).done();
    assert_eq!(frame.lines().count(), 24);
    assert!(frame.contains("Board warns on unlit ferries"), "{frame}");
    assert_eq!(
        home.run(&["read"]).refused(),
        "topline: the reader needs a terminal; topline print writes the same as text\n"
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
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(home.run(&["completions", shell]).done().contains("print"), "{shell}");
    }
    assert!(home.run(&["man"]).done().contains(".TH topline 1"));
    assert_eq!(home.run(&["man", "man1"]).done(), "");
    assert!(
        home.path().join("man1/topline.1").exists()
            && home.path().join("man1/topline-print.1").exists()
    );
    let place = home.path().to_str().unwrap();
    assert!(!home.run(&["man"]).out.contains(place), "a manual page is the same on every machine");
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

fn read(home: &Home, arguments: &[&str]) -> Command {
    home.topline(&[&["read", "--snapshot", "80x24"], arguments].concat())
}

#[test]
fn draws_a_frame_with_its_styles() {
    let home = Home::new();
    let ansi = stdout(&mut read(&home, &["--as", "ansi"]));
    assert!(ansi.contains("\x1b[1;7;36m3 Claims\x1b[0m"), "{ansi}");
    let plain = stdout(read(&home, &["--as", "ansi"]).env("NO_COLOR", "1"));
    assert!(plain.contains("\x1b[1;7m3 Claims\x1b[0m") && !plain.contains("36m"), "{plain}");
    let svg = stdout(&mut read(&home, &["--as", "svg", "--theme", "light"]));
    assert!(
        svg.starts_with("<svg ") && svg.ends_with("</svg>\n") && svg.contains("#ffffff"),
        "{svg}"
    );
    assert!(stdout(&mut read(&home, &["--ascii"])).is_ascii());
}

#[test]
fn reads_with_the_users_palette_and_keys_and_tells_what_is_wrong_with_them() {
    let home = Home::new();
    let config = "theme = 'own'\n[palette]\naccent = '#010203'\nurl = 'rde'\n[keys]\nnext-claim = 'x'\nnxet = 'y'\ncopy = 'e'\n";
    home.write("config/topline/config.toml", config);
    let output = read(&home, &["--as", "ansi", "--keys", "x"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("1 for c2") && text.contains("\x1b[1;7;38;2;1;2;3m3 Claims\x1b[0m"),
        "{text}"
    );
    let file = home.path().join("config/topline/config.toml");
    let file = file.display();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "topline: {file}:4: rde is no colour: write a name such as green, 0 to 255, or #5fafff\n\
             topline: {file}:7: there is no action nxet; : lists them in the reader\n\
             topline: {file}:8: e already means edit; copy keeps its own keys\n"
        )
    );
}

#[test]
fn names_the_themes_where_there_is_none_of_that_name() {
    let home = Home::new();
    let output = read(&home, &["--theme", "own"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "topline: there is no theme own; the themes are: terminal, light, dark, mono\n"
    );
}
