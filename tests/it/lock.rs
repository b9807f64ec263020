//! `topline check --lock`, the built program: what is locked, what is refused, what goes stale.

use crate::support::library::Folder;
use crate::support::program::Run;

/// Runs `topline check .` with these arguments, whatever the date is.
fn check(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run(&[&["check", ".", "--allow", "past-due"], arguments].concat())
}

#[test]
fn a_locked_quote_counts_as_verified_earlier_without_its_text() {
    let folder = Folder::ferry_lights();
    let run = check(&folder, &["--lock"]);
    assert_eq!(
        (run.code, run.stdout.lines().last()),
        (0, Some("1 brief: 0 errors, 0 warnings; 2 of 2 quotations verified"))
    );
    folder.remove("ferry-lights.txt");
    let run = check(&folder, &[]);
    let summary = "1 brief: 0 errors, 0 warnings; 0 of 2 quotations verified, 2 verified earlier\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, summary));
}

#[test]
fn the_same_briefs_give_the_same_bytes_and_keep_their_day() {
    let folder = Folder::ferry_lights();
    check(&folder, &["--lock"]);
    let today = folder.read("topline.lock");
    let day = today.split("\"verified\": \"").nth(1).unwrap()[..10].to_owned();
    folder.replace("topline.lock", &day, "2025-01-31");
    check(&folder, &["--lock"]);
    assert_eq!(folder.read("topline.lock"), today.replace(&day, "2025-01-31"));
}

#[test]
fn a_changed_quote_or_text_is_stale_until_it_is_locked_again() {
    let folder = Folder::ferry_lights();
    check(&folder, &["--lock"]);
    folder.replace("ferry-lights.yaml", "a decade of drift}", "decade of drift}");
    let run = check(&folder, &[]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("error[stale-lock]: this quote was changed after the brief was locked"),
        "{}",
        run.stdout
    );
    assert!(!check(&folder, &["--lock"]).stdout.contains("stale-lock"));
    folder.replace("ferry-lights.txt", "six inspectors", "seven inspectors");
    let run = check(&folder, &[]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("error[stale-lock]"), "{}", run.stdout);
}

#[test]
fn a_brief_with_a_misquote_is_not_locked_and_is_named() {
    let folder = Folder::ferry_lights();
    folder.replace("ferry-lights.yaml", "31 had no working", "32 had no working");
    let run = check(&folder, &["--lock"]);
    let expected = "topline: ./ferry-lights.yaml is not locked: some of its quotations are not in its source\n";
    assert_eq!((run.code, run.stderr.as_str()), (1, expected));
    assert!(!folder.has("topline.lock"));
}

#[test]
fn a_brief_that_is_gone_is_unlocked_and_one_without_its_text_stays_locked() {
    let folder = Folder::ferry_lights();
    folder.copy("ferry-lights.yaml", "second.yaml");
    check(&folder, &["--lock"]);
    assert!(folder.read("topline.lock").contains("\"second\""));
    folder.remove("ferry-lights.txt");
    folder.remove("second.yaml");
    let messages = check(&folder, &["--lock"]).stderr;
    assert!(
        messages.ends_with(
            "ferry-lights.yaml is not locked: the text of its source is not available\n"
        ),
        "{messages}"
    );
    let lock = folder.read("topline.lock");
    assert!(lock.contains("\"ferry-lights\"") && !lock.contains("\"second\""), "{lock}");
}

#[test]
fn a_lock_of_a_newer_version_or_with_damage_is_refused_and_left_as_it_is() {
    let folder = Folder::ferry_lights();
    for (lock, reason) in [
        (
            "{\"version\": 99, \"briefs\": {}}",
            "is a version 99 lock, but this topline reads up to version 1",
        ),
        ("{\"version\": 1", "is not a lock that topline can read"),
    ] {
        folder.write("topline.lock", lock);
        let run = check(&folder, &["--lock"]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(reason), "{run:?}");
        assert_eq!(folder.read("topline.lock"), lock);
    }
}
