//! Every command of the built program, in every format.

use super::fields::{self, Spelling};
use super::outputs::assert_harmless_as;
use super::sequences::{self, assert_harmless};
use crate::support::library::Folder;
use crate::support::program::{Run, run};

/// The commands that the help lists.
fn verbs() -> Vec<String> {
    let help = run(&["--help"]).done();
    let listed = help.split_once("\nCommands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    listed.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The option by which a command is told the format, and the formats; nothing if it has one only.
fn formats(verb: &str) -> Vec<[String; 2]> {
    let help = run(&[verb, "--help"]).done();
    let Some((before, after)) = help.split_once(" <FORMAT>") else { return Vec::new() };
    let option = before.rsplit(' ').next().unwrap();
    let listed = after.split_once("[possible values: ").unwrap().1.split_once(']').unwrap().0;
    listed.split(", ").map(|format| [option, format.trim()].map(str::to_owned)).collect()
}

/// What each command is given, in one format after the other. A command without a row fails.
fn rows(verb: &str) -> &'static [&'static [&'static str]] {
    match verb {
        "read" => &[
            &[".", "--snapshot", "120x40"],
            &[".", "--snapshot", "60x20", "--at", "a/q1"],
            &[".", "--snapshot", "120x40", "--at", "broken"],
        ],
        "print" => &[
            &["."],
            &["a.yaml", "--short"],
            &["a.yaml", "--pack"],
            &["a.yaml", "--official", "vale"],
            &["a.yaml", "--ascii"],
        ],
        "check" => {
            &[&["."], &[".", "--strict"], &["broken.yaml"], &[".", "--diff", "--unsafe-fixes"]]
        }
        "asks" | "officials" | "export" => &[&["."]],
        "find" => &[&["boats", "."], &["x", "."], &["forged", "."]],
        "import" => &[&["a.txt", "--id", "imported"]],
        "new" => &[&["b", "--source", "a.txt"]],
        "schema" | "man" | "help" | "lsp" => &[&[]],
        "completions" => &[&["bash"]],
        verb => panic!("put a row for `topline {verb}` into this table"),
    }
}

/// Runs a command. The output is that of the file that it writes, if it writes one.
fn output(folder: &Folder, verb: &str, row: &[&str], format: &[String]) -> (Run, Vec<u8>) {
    let mut arguments = vec![verb];
    arguments.extend(row);
    arguments.extend(format.iter().map(String::as_str));
    let mut command = folder.topline(&arguments);
    if format.last().is_some_and(|format| format == "docx") {
        command.args(["-o", "page.docx", "--force"]);
    }
    let ended = command.output().unwrap();
    let written = if folder.has("page.docx") {
        std::fs::read(folder.path("page.docx")).unwrap()
    } else {
        ended.stdout.clone()
    };
    let run = Run {
        code: ended.status.code().unwrap(),
        stdout: String::new(),
        stderr: String::from_utf8(ended.stderr).unwrap(),
    };
    if folder.has("page.docx") {
        folder.remove("page.docx");
    }
    (run, written)
}

/// Every command, in every format that it has, and with the options that change what is written.
fn all_outputs(folder: &Folder, spelling: Spelling) -> String {
    let mut all = String::new();
    // A character as it is has been replaced before the file is parsed: two commands show that.
    let is_tried = |verb: &String| {
        matches!(spelling, Spelling::Escaped) || ["check", "print"].contains(&verb.as_str())
    };
    for verb in verbs().into_iter().filter(is_tried) {
        let formats = formats(&verb);
        let formats = formats.iter().map(<[_; 2]>::as_slice);
        let formats: Vec<&[String]> =
            if formats.len() == 0 { vec![&[]] } else { formats.collect() };
        for (row, format) in
            rows(&verb).iter().flat_map(|row| formats.iter().map(move |f| (row, f)))
        {
            let what = format!("{spelling:?} {verb} {row:?} {format:?}");
            let (run, written) = output(folder, &verb, row, format);
            let name = format.last().map_or("text", String::as_str);
            if run.code == 2 {
                // An option that this format does not have.
                assert!(
                    written.is_empty() && run.stderr.starts_with("topline: "),
                    "{what}: {run:?}"
                );
            } else {
                all.push_str(&assert_harmless_as(name, &written, &what));
            }
            assert_harmless(&run.stderr, &what);
            assert!(
                !run.stderr
                    .lines()
                    .any(|line| line.starts_with("::") || line.starts_with("forged"))
            );
            all.push_str(&run.stderr);
        }
    }
    all
}

#[test]
fn no_field_controls_a_terminal_through_any_command_and_format() {
    let (_, marks) = fields::all_hostile();
    for spelling in [Spelling::Raw, Spelling::Escaped] {
        let folder = fields::folder(spelling);
        let all = all_outputs(&folder, spelling);
        for (at, mark) in marks.iter().filter(|_| matches!(spelling, Spelling::Escaped)) {
            assert!(all.contains(mark), "{at} came to no output, so nothing is shown of it");
        }
        let report = folder.run(&["check", ".", "--format", "github"]).stdout;
        assert!(!report.lines().any(|line| line.starts_with("::error::forged")), "{report}");
        if folder.has("b.yaml") {
            assert_harmless(&folder.read("b.yaml"), "what `new` wrote");
        }
    }
}

/// Fields that take no such text, and keys: what is said of them.
#[test]
fn no_value_and_no_key_controls_a_terminal_through_a_message() {
    let folder = Folder::with(&[("a.txt", fields::SOURCE)]);
    for (at, brief) in fields::one_hostile() {
        folder.write("a.yaml", fields::yaml(&brief, Spelling::Escaped));
        for (verb, format) in [("check", "human"), ("check", "json")] {
            let run = folder.run(&[verb, "a.yaml", "--format", format]);
            assert!(run.stdout.contains("a.yaml"), "{at}: {run:?}");
            let what = format!("{at} {verb} {format}");
            assert_harmless_as(format, run.stdout.as_bytes(), &what);
            assert!(!run.stdout.lines().any(|line| line.starts_with("::error::forged")), "{what}");
        }
        let run = folder.run(&["print", "a.yaml"]);
        assert_harmless(&(run.stdout.replace("\n\u{c}", "\n") + &run.stderr), &at);
    }
}

/// Each kind on its own, so that none hides behind another.
#[test]
fn no_kind_of_sequence_comes_out_on_its_own() {
    for (kind, sequence) in sequences::SEQUENCES {
        let brief = format!("{sequence}words{sequence}");
        let brief = serde_json::json!({
            "summary": brief, "marking": brief, "prepared_by": brief,
            "source": {"title": brief, "publisher": brief},
        });
        for spelling in [Spelling::Raw, Spelling::Escaped] {
            let folder = Folder::with(&[("a.yaml", fields::yaml(&brief, spelling))]);
            for arguments in [
                &["print", "a.yaml"][..],
                &["check", "a.yaml"],
                &["print", "a.yaml", "--format", "json"],
            ] {
                let run = folder.run(arguments);
                let format = arguments.get(3).unwrap_or(&"text");
                let all = assert_harmless_as(format, run.stdout.as_bytes(), kind);
                assert!(arguments[0] == "check" || all.contains("words"), "{kind}: {run:?}");
                assert_harmless(&run.stderr, kind);
            }
        }
    }
}

/// What is typed comes after the label of a prompt, so that no line begins with it. That of `:` is a colon
/// itself; whoever types there a command to a workflow gives it.
#[test]
fn no_keys_forge_a_sequence_or_a_line_in_a_snapshot() {
    let folder = Folder::with(&[("a.yaml", crate::support::library::UNLIT_BOATS)]);
    let forged = format!("::error::forged{}", sequences::all());
    for opened in ["/", ":", "?/", "ps"] {
        for keys in [format!("{opened}{forged}"), format!("{opened}::error::forged")] {
            for size in ["100x30", "9x2"] {
                for format in ["text", "ansi"] {
                    let arguments =
                        ["read", "a.yaml", "--keys", &keys, "--snapshot", size, "--as", format];
                    let mut command = folder.topline(&arguments);
                    let run = match command.arg("--color=always").output() {
                        Ok(output) => Run::new(output),
                        // No argument holds a NUL.
                        Err(error) => panic!("{error}"),
                    };
                    let what = format!("{keys:?} {size} {format}");
                    let screen = assert_harmless_as(format, run.stdout.as_bytes(), &what);
                    assert_harmless(&run.stderr, &what);
                    let is_forged = |line: &str| line.starts_with("::");
                    let is_own = keys.starts_with(':');
                    assert!(is_own || !screen.lines().any(is_forged), "{what}: {screen}");
                    assert!(!run.stderr.lines().any(is_forged), "{what}: {run:?}");
                }
            }
        }
    }
}
