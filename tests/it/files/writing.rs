//! What is written, whole or not at all, and what is never written over.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Child, Command, Stdio};

use crate::support::library::{Folder, unlit_boats_with_text};
use crate::support::program::{PROGRAM, Run};

/// What a folder holds, hidden files too, in order.
fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.root()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A folder of `count` briefs on one text, each with quotations that can be locked.
fn many_briefs(count: usize) -> Folder {
    let folder = Folder::ferry_lights();
    for n in 1..=count {
        folder.copy("ferry-lights.yaml", &format!("brief-{n}.yaml"));
    }
    folder.remove("ferry-lights.yaml");
    folder
}

/// Starts `check --lock` of one brief.
fn start_locking(folder: &Folder, brief: &str) -> Child {
    let mut command = folder.topline(&["check", "--allow", "past-due", "--lock", brief]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn twenty_that_lock_at_once_lose_nothing() {
    let folder = many_briefs(20);
    let runs: Vec<Child> =
        (1..=20).map(|n| start_locking(&folder, &format!("brief-{n}.yaml"))).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(0));
    }
    let lock = folder.read("topline.lock");
    for n in 1..=20 {
        assert!(lock.contains(&format!("\"brief-{n}\": {{")), "{n}: {lock}");
    }
}

#[test]
fn a_lock_survives_a_kill_at_any_point() {
    let folder = many_briefs(2);
    start_locking(&folder, "brief-1.yaml").wait().unwrap();
    let one = folder.read("topline.lock");
    start_locking(&folder, "brief-2.yaml").wait().unwrap();
    let both = folder.read("topline.lock");
    for point in 0..60 {
        folder.write("topline.lock", &one);
        let mut run = start_locking(&folder, "brief-2.yaml");
        // How far the run has come does not matter: each is killed later than the one before.
        std::thread::sleep(std::time::Duration::from_micros(500 * point));
        run.kill().unwrap();
        run.wait().unwrap();
        let left = folder.read("topline.lock");
        assert!(left == one || left == both, "{left}");
    }
    folder.write(".topline.lock.x.unfinished", "{");
    folder.write("topline.lock", &one);
    start_locking(&folder, "brief-2.yaml").wait().unwrap();
    assert_eq!(folder.read("topline.lock"), both);
    let expected = ["brief-1.yaml", "brief-2.yaml", "cache", "ferry-lights.txt", "topline.lock"];
    assert_eq!(names(&folder), expected, "what killed runs left is gone");
}

#[test]
fn a_lock_is_written_whole_or_not_at_all() {
    let folder = many_briefs(2);
    start_locking(&folder, "brief-1.yaml").wait().unwrap();
    let (lock, before) = (folder.read("topline.lock"), names(&folder));
    // No file may become larger than nothing, as on a full disk.
    let script = format!("trap '' XFSZ; ulimit -f 0; exec '{PROGRAM}' check --lock brief-2.yaml");
    let mut bash = Command::new("bash");
    bash.args(["-c", &script]).current_dir(folder.root()).stdin(Stdio::null());
    let run = Run::new(bash.output().unwrap());
    assert!(run.code == 2 && run.stderr.contains("topline.lock"), "{run:?}");
    assert_eq!((folder.read("topline.lock"), names(&folder)), (lock, before));
}

/// A folder of one brief with a source, a lock, a schema and a config file.
fn desk() -> Folder {
    let folder = Folder::ferry_lights();
    start_locking(&folder, "ferry-lights.yaml").wait().unwrap();
    folder.write("schema.json", folder.run(&["schema"]).done());
    folder.write("config/topline/config.toml", "theme = 'mono'\n");
    folder
}

#[test]
fn a_page_replaces_a_file_only_if_force_says_so() {
    let folder = desk();
    folder.write("page.txt", "minutes of a meeting");
    let print = ["print", "ferry-lights.yaml", "-o", "page.txt"];
    let expected = "topline: page.txt already exists; name another file with `-o`, or replace it with `--force`\n";
    assert_eq!(folder.run(&print).refused(), expected);
    assert_eq!(folder.read("page.txt"), "minutes of a meeting");
    folder.run(&[&print[..], &["--force"]].concat()).done();
    assert_eq!(folder.read("page.txt"), folder.run(&print[..2]).done());
}

#[test]
fn no_way_leads_a_page_over_what_topline_reads() {
    let folder = desk();
    let before = names(&folder);
    for input in [
        "ferry-lights.yaml",
        "ferry-lights.txt",
        "topline.lock",
        "schema.json",
        "config/topline/config.toml",
    ] {
        let contents = folder.read(input);
        symlink(folder.path(input), folder.path("symbolic")).unwrap();
        fs::hard_link(folder.path(input), folder.path("hard")).unwrap();
        for way in [input, "symbolic", "hard"] {
            let run = folder.run(&["print", "ferry-lights.yaml", "--force", "-o", way]);
            let expected = format!("topline: cannot overwrite {way}: ");
            assert!(run.stderr.starts_with(&expected) && run.code == 2, "{input}: {run:?}");
        }
        assert_eq!(folder.read(input), contents);
        assert_eq!(folder.read("hard"), contents);
        folder.remove("symbolic");
        folder.remove("hard");
    }
    assert_eq!(names(&folder), before);
}

#[test]
fn a_source_that_cannot_be_read_is_not_written_over() {
    let folder = Folder::with(&[("a.yaml", unlit_boats_with_text("a.txt"))]);
    folder.write("a.txt", b"caf\xe9");
    let run = folder.run(&["print", "a.yaml", "--force", "-o", "a.txt"]);
    assert!(run.refused().starts_with("topline: cannot overwrite a.txt: "));
    assert_eq!(fs::read(folder.path("a.txt")).unwrap(), b"caf\xe9");
}

#[test]
fn a_page_is_written_whole_or_not_at_all() {
    let folder = desk();
    folder.write("page.txt", "the old page");
    let before = names(&folder);
    // No file may become larger than nothing, as on a full disk.
    let script = format!(
        "trap '' XFSZ; ulimit -f 0; exec '{PROGRAM}' print ferry-lights.yaml --force -o \"$0\""
    );
    for page in ["page.txt", "new.txt"] {
        let mut bash = Command::new("bash");
        bash.args(["-c", &script, page]).current_dir(folder.root()).stdin(Stdio::null());
        let run = Run::new(bash.output().unwrap());
        let expected = format!("topline: {page} cannot be written: ");
        assert!(run.stderr.starts_with(&expected) && run.code == 2, "{run:?}");
    }
    assert_eq!(folder.read("page.txt"), "the old page");
    assert_eq!(names(&folder), before);
}

#[test]
fn a_page_that_replaces_another_keeps_its_permissions_and_follows_its_link() {
    let folder = desk();
    folder.write("shared/page.txt", "the old page");
    fs::set_permissions(folder.path("shared/page.txt"), Permissions::from_mode(0o640)).unwrap();
    symlink("shared/page.txt", folder.path("link.txt")).unwrap();
    folder.run(&["print", "ferry-lights.yaml", "--force", "-o", "link.txt"]).done();
    assert!(folder.path("link.txt").is_symlink());
    assert!(folder.read("shared/page.txt").contains("Board warns on unlit ferries"));
    let mode = folder.path("shared/page.txt").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_dash_is_standard_output_and_what_is_no_file_is_refused() {
    let folder = desk();
    let page = folder.run(&["print", "ferry-lights.yaml"]).done();
    assert_eq!(folder.run(&["print", "ferry-lights.yaml", "-o", "-"]).done(), page);
    assert!(!folder.has("-"));
    for place in ["/dev/null", "."] {
        assert_eq!(
            folder.run(&["print", "ferry-lights.yaml", "--force", "-o", place]).refused(),
            format!("topline: {place} is not a file; `-o -` writes to standard output\n")
        );
    }
}

#[test]
fn a_manual_replaces_only_its_own_pages() {
    let folder = Folder::new();
    folder.run(&["man", "man1"]).done();
    let page = folder.read("man1/topline.1");
    folder.write("man1/topline.1", page.replace("Read, check", "Check"));
    folder.run(&["man", "man1"]).done();
    assert_eq!(folder.read("man1/topline.1"), page);
    folder.write("man1/topline.1", "notes");
    assert!(folder.run(&["man", "man1"]).refused().contains("is no page of this manual"));
    assert_eq!(folder.read("man1/topline.1"), "notes");
}

#[test]
fn a_closed_pipe_does_not_change_the_answer() {
    let folder = Folder::with(&[("a.yaml", "summary: Boats sail at night.\n")]);
    for (arguments, code) in [(&["check", "a.yaml"][..], 1), (&["find", "nothing", "a.yaml"], 1)] {
        let expected = folder.run(arguments).code;
        let mut run = folder.topline(arguments);
        let mut run = run.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        drop(run.stdout.take());
        assert_eq!((run.wait().unwrap().code(), expected), (Some(code), code), "{arguments:?}");
    }
}
