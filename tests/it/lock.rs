//! `topline check --lock`, the built program: what is locked, what is refused, what goes stale.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

/// A folder with the invented brief and the text of its source.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        for file in ["ferry-lights.yaml", "ferry-lights.txt"] {
            fs::copy(format!("briefs/{file}"), folder.path().join(file)).unwrap();
        }
        Self(folder)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join(file)).unwrap()
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{from}");
        fs::write(self.0.path().join(file), text.replace(from, to)).unwrap();
    }

    fn remove(&self, file: &str) {
        fs::remove_file(self.0.path().join(file)).unwrap();
    }

    /// Runs `topline check .` with these arguments, whatever the day is; gives the exit code, stdout
    /// and stderr.
    fn check(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_topline"))
            .args(["check", ".", "--allow", "past-due"])
            .args(arguments)
            .current_dir(self.0.path())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
}

#[test]
fn what_was_verified_is_known_where_the_text_is_not() {
    let folder = Folder::new();
    let (code, out, _) = folder.check(&["--lock"]);
    assert_eq!(
        (code, out.lines().last()),
        (0, Some("1 brief: 0 errors, 0 warnings; 2 of 2 quotations verified"))
    );
    folder.remove("ferry-lights.txt");
    let (code, out, _) = folder.check(&[]);
    let summary = "1 brief: 0 errors, 0 warnings; 0 of 2 quotations verified, 2 verified earlier\n";
    assert_eq!((code, out.as_str()), (0, summary));
}

#[test]
fn the_same_briefs_give_the_same_bytes_and_keep_their_day() {
    let folder = Folder::new();
    folder.check(&["--lock"]);
    let today = folder.read("topline.lock");
    let day = today.split("\"verified\": \"").nth(1).unwrap()[..10].to_owned();
    folder.replace("topline.lock", &day, "2025-01-31");
    folder.check(&["--lock"]);
    assert_eq!(folder.read("topline.lock"), today.replace(&day, "2025-01-31"));
}

#[test]
fn a_changed_quote_or_text_is_stale_until_it_is_locked_again() {
    let folder = Folder::new();
    folder.check(&["--lock"]);
    folder.replace("ferry-lights.yaml", "a decade of drift}", "decade of drift}");
    let (code, out, _) = folder.check(&[]);
    assert_eq!(code, 1);
    assert!(
        out.contains("error[stale-lock]: this quote was changed after the brief was locked"),
        "{out}"
    );
    assert!(!folder.check(&["--lock"]).1.contains("stale-lock"));
    folder.replace("ferry-lights.txt", "six inspectors", "seven inspectors");
    let (code, out, _) = folder.check(&[]);
    assert_eq!(code, 1);
    assert!(out.contains("error[stale-lock]"), "{out}");
}

#[test]
fn a_brief_with_a_misquote_is_not_locked_and_is_named() {
    let folder = Folder::new();
    folder.replace("ferry-lights.yaml", "31 had no working", "32 had no working");
    let (code, _, messages) = folder.check(&["--lock"]);
    let expected = "topline: ./ferry-lights.yaml is not locked: not all of its quotations stand in its source\n";
    assert_eq!((code, messages.as_str()), (1, expected));
    assert!(!folder.0.path().join("topline.lock").exists());
}

#[test]
fn what_is_gone_is_unlocked_and_what_is_not_here_stays() {
    let folder = Folder::new();
    fs::copy(folder.0.path().join("ferry-lights.yaml"), folder.0.path().join("second.yaml"))
        .unwrap();
    folder.check(&["--lock"]);
    assert!(folder.read("topline.lock").contains("\"second\""));
    folder.remove("ferry-lights.txt");
    folder.remove("second.yaml");
    let (_, _, messages) = folder.check(&["--lock"]);
    assert!(
        messages.ends_with("ferry-lights.yaml is not locked: the text of its source is not here\n"),
        "{messages}"
    );
    let lock = folder.read("topline.lock");
    assert!(lock.contains("\"ferry-lights\"") && !lock.contains("\"second\""), "{lock}");
}

#[test]
fn a_lock_of_a_newer_version_or_with_damage_is_refused_and_left_as_it_is() {
    let folder = Folder::new();
    for (lock, reason) in [
        (
            "{\"version\": 99, \"briefs\": {}}",
            "is a lock of version 99, and this topline knows version 1",
        ),
        ("{\"version\": 1", "is no lock that topline can read"),
    ] {
        fs::write(folder.0.path().join("topline.lock"), lock).unwrap();
        let (code, _, messages) = folder.check(&["--lock"]);
        assert_eq!(code, 2, "{messages}");
        assert!(messages.contains(reason), "{messages}");
        assert_eq!(folder.read("topline.lock"), lock);
    }
}
