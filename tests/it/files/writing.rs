//! What is written, whole or not at all, and what is never written over.

use std::fs;
use std::process::{Child, Stdio};

use crate::support::library::Folder;

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
    let expected = ["brief-1.yaml", "brief-2.yaml", "ferry-lights.txt", "topline.lock"];
    assert_eq!(names(&folder), expected, "what killed runs left is gone");
}
