//! What is read, and what is refused at once.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::library::{Folder, UNLIT_BOATS, unlit_boats_with_text};
use crate::support::program::{PROGRAM, Run};

/// Makes a thing of each kind that is no file, called `path`, and calls `test` with what it is.
fn for_each_kind(path: &Path, test: impl Fn(&str)) {
    let remove = || fs::remove_file(path).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    test("a pipe");
    remove();
    let socket = UnixListener::bind(path).unwrap();
    test("a socket");
    drop(socket);
    remove();
    for device in ["/dev/zero", "/dev/null"] {
        symlink(device, path).unwrap();
        test("a device");
        remove();
    }
}

#[test]
fn a_path_that_is_no_file_is_an_error_at_once() {
    let folder = Folder::new();
    for_each_kind(&folder.path("a.yaml"), |kind| {
        let run = folder.run(&["check", "a.yaml"]);
        assert_eq!(run.code, 1, "{run:?}");
        let expected = format!("error[not-yaml]: the file is {kind}, not a file");
        assert!(run.stdout.contains(&expected), "{run:?}");
        let run = folder.run(&["print", "a.yaml"]);
        assert!(run.refused().contains(&format!("the file is {kind}, not a file")));
    });
}

#[test]
fn what_is_no_file_in_a_folder_is_reported_and_hides_nothing() {
    let folder = Folder::with(&[("b.yaml", UNLIT_BOATS)]);
    assert!(Command::new("mkfifo").arg(folder.path("a.yaml")).status().unwrap().success());
    let run = folder.run(&["print", "."]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("Unlit boats"), "{run:?}");
    assert!(run.stderr.contains("a.yaml: line 1: the file is a pipe, not a file"), "{run:?}");
}

#[test]
fn a_lock_that_is_no_file_is_an_error_at_once() {
    let folder = Folder::ferry_lights();
    assert!(Command::new("mkfifo").arg(folder.path("topline.lock")).status().unwrap().success());
    let run = folder.run(&["check", "ferry-lights.yaml"]);
    assert!(run.stdout.contains("topline.lock is a pipe, not a file"), "{run:?}");
    let run = folder.run(&["check", "ferry-lights.yaml", "--lock"]);
    assert_eq!(run.code, 2, "{run:?}");
}

#[test]
fn a_config_or_a_source_that_is_no_file_is_an_error_at_once() {
    let folder = Folder::with(&[("a.yaml", unlit_boats_with_text("a.txt"))]);
    folder.write("config/topline/kept", "");
    for_each_kind(&folder.path("config/topline/config.toml"), |kind| {
        let run = folder.run(&["print", "a.yaml"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stderr.contains(&format!("config.toml is {kind}, not a file")), "{run:?}");
    });
    for_each_kind(&folder.path("a.txt"), |kind| {
        let run = folder.run(&["check", "a.yaml"]);
        // A link to a device leads out of the folder, which is said first.
        let expected =
            if kind == "a device" { "is a link to another folder" } else { "not a file" };
        assert!(run.stdout.contains(expected), "{run:?}");
        let run = folder.run(&["new", "b", "--source", "a.txt"]);
        assert!(run.refused().contains(&format!("a.txt is {kind}, not a file")));
    });
}

#[test]
fn a_pipe_that_a_shell_passes_is_read() {
    let folder = Folder::with(&[("a.txt", "Dana Vale said: “We inspected 84 boats in one week.”")]);
    let script = format!("'{PROGRAM}' new a --source <(sleep 0.2; cat a.txt)");
    let mut bash = Command::new("bash");
    bash.args(["-c", &script]).current_dir(folder.root()).stdin(Stdio::null());
    let run = Run::new(bash.output().unwrap());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(folder.read("a.yaml").contains("We inspected 84 boats in one week."), "{run:?}");
}

/// A folder that is named and one that is not, which has a secret.
fn beside_a_secret() -> Folder {
    Folder::with(&[
        ("named/b.yaml", UNLIT_BOATS),
        ("named/below/c.yaml", UNLIT_BOATS),
        ("elsewhere/secret.yaml", "password: tide-table\n"),
    ])
}

#[test]
fn a_link_that_leaves_the_named_folders_is_not_followed() {
    let folder = beside_a_secret();
    symlink("../elsewhere/secret.yaml", folder.path("named/a.yaml")).unwrap();
    for arguments in
        [&["check", "named"][..], &["check", "named", "--format", "json"], &["print", "named"]]
    {
        let run = folder.run(arguments);
        let all = run.stdout + &run.stderr;
        assert_eq!(run.code, 1, "{all}");
        assert!(!all.contains("password") && !all.contains("tide-table"), "{all}");
        assert!(all.contains("named/a.yaml"), "{all}");
        assert!(all.contains("is a link out of the folders that were named"), "{all}");
    }
}

/// Whoever named the folder may not know of the link; what was named is as it should be.
#[test]
fn a_folder_that_is_a_link_out_of_the_library_is_told_and_changes_no_answer() {
    let folder = beside_a_secret();
    let verbs = [
        &["check", "named"][..],
        &["check", "named", "--format", "sarif"],
        &["print", "named"],
        &["asks", "named"],
        &["officials", "named"],
        &["find", "boats", "named"],
        &["export", "named"],
        &["read", "named", "--snapshot", "100x30"],
    ];
    let before = verbs.map(|arguments| folder.run(arguments));
    symlink("../elsewhere", folder.path("named/more")).unwrap();
    for (arguments, before) in verbs.into_iter().zip(before) {
        let run = folder.run(arguments);
        assert_eq!((run.code, &run.stdout), (before.code, &before.stdout), "{arguments:?}");
        let told = "topline: named/more is a link to a folder outside those that were named, and is \
                    not searched: name the folder it leads to as well\n";
        assert_eq!(run.stderr, told.to_owned() + &before.stderr, "{arguments:?}");
    }
    let run = folder.run(&["check", "named", "elsewhere"]);
    assert!(run.code == 1 && run.stdout.contains("`password`") && run.stderr.is_empty(), "{run:?}");
    folder.remove("named/b.yaml");
    folder.remove("named/below/c.yaml");
    let run = folder.run(&["check", "named"]).refused();
    assert!(run.contains("is not searched") && run.contains("no briefs in named"), "{run}");
}

#[test]
fn a_link_within_the_named_folders_and_one_that_is_named_are_followed() {
    let folder = beside_a_secret();
    symlink("below/c.yaml", folder.path("named/d.yaml")).unwrap();
    folder.remove("named/b.yaml");
    assert!(folder.run(&["print", "named"]).done().contains("Unlit boats"));
    symlink("../elsewhere/secret.yaml", folder.path("named/a.yaml")).unwrap();
    let run = folder.run(&["check", "named/a.yaml"]);
    assert!(run.stdout.contains("`password`"), "{run:?}");
    let run = folder.run(&["check", "named", "elsewhere"]);
    assert!(run.stdout.contains("`password`"), "{run:?}");
}

#[test]
fn a_lock_that_is_a_link_to_another_folder_is_not_followed() {
    let folder = Folder::ferry_lights();
    folder.write("elsewhere/topline.lock", "secret");
    symlink("elsewhere/topline.lock", folder.path("topline.lock")).unwrap();
    let inside = folder.run(&["check", "ferry-lights.yaml"]);
    assert!(inside.stdout.contains("is not a lock that topline can read"), "{inside:?}");
    let outside = Folder::with(&[("topline.lock", "secret")]);
    folder.remove("topline.lock");
    symlink(outside.path("topline.lock"), folder.path("topline.lock")).unwrap();
    let run = folder.run(&["check", "ferry-lights.yaml"]);
    assert!(run.stdout.contains("is a link to another folder, which is not followed"), "{run:?}");
    assert_eq!(folder.run(&["check", "ferry-lights.yaml", "--lock"]).code, 2);
    assert_eq!(outside.read("topline.lock"), "secret");
}

#[test]
fn no_message_repeats_more_than_a_line_of_a_file() {
    let long = "x".repeat(100_000);
    let text = |field: &str| unlit_boats_with_text(&format!("a.txt, {field}"));
    let briefs = [
        format!("{UNLIT_BOATS}{long}: 1\n"),
        format!("{UNLIT_BOATS}claims: {{{}: {{text: x}}}}\n", long.to_uppercase()),
        format!("{UNLIT_BOATS}claims: {{c1: {{text: x, evidence: [{long}]}}}}\n"),
        format!("{UNLIT_BOATS}asks: {{a1: {{kind: {long}, by: b, text: x}}}}\n"),
        format!("{UNLIT_BOATS}quotes: {{q: {{form: direct, by: {long}, exact: x}}}}\n"),
        format!("summary: x [{long}]\nsource: {{title: x, publisher: x}}\n"),
        format!("summary: [x]\nsource: '{long}'\n"),
        format!("summary: !{long} x\nsource: {{title: x, publisher: x}}\n"),
        text(&format!("url: '{long}'")),
        text(&format!("date: '{}'", "9 boats ".repeat(10_000))),
        text(&format!("kind: '{}'", "a ` ".repeat(10_000))),
        unlit_boats_with_text(&long),
        text("date: 2026").replace("Boats", &"9".repeat(100_000)),
    ];
    let folder = Folder::with(&[("a.txt", "Boats sail.")]);
    for (brief, format) in
        briefs.iter().flat_map(|brief| ["human", "github", "json", "sarif"].map(|f| (brief, f)))
    {
        folder.write("a.yaml", brief);
        let run = folder.run(&["check", "a.yaml", "--format", format]);
        let repeated = run.stdout.split(|c: char| !"x9XABCDEF".contains(c)).map(str::len).max();
        assert!(
            repeated.unwrap() <= 400 && run.stdout.len() < 150_000,
            "{format}: {}",
            &brief[..90]
        );
    }
}

#[test]
fn a_lock_a_config_and_marks_are_repeated_by_no_more_than_a_line() {
    let long = "x".repeat(100_000);
    let folder = Folder::ferry_lights();
    folder.write("topline.lock", format!("{{\"version\": 1, \"briefs\": {{}}, \"{long}\": 1}}"));
    folder.write("config/topline/config.toml", format!("{long} = 1\n[{long}1]\nx = {long}\n"));
    let run = folder.run(&["check", "ferry-lights.yaml"]);
    assert!(run.stdout.contains("is not a lock that topline can read"), "{}", run.stdout.len());
    assert!(run.stderr.contains("config.toml:1: no setting is called"), "{}", run.stderr.len());
    assert!(run.stdout.len() + run.stderr.len() < 6_000, "{}", run.stdout.len());
}
