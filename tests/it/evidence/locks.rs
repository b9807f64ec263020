//! What a lock holds, and which changes it reports.

use std::fs;

use topline::brief::{Date, Id};
use topline::evidence::{Evidence, Lock, LockError, Locked, SourceText, State};

use super::support::{brief, errors, quoting};
use crate::support::library::Folder;

const TEXT: &str = "Dana Vale said: “We inspected 84 boats – all of them.”\n";

fn locked() -> Locked {
    Locked::new(
        &quoting("We inspected 84 boats – all of them"),
        &SourceText::new(TEXT),
        Date::parse("2026-11-21").unwrap(),
    )
}

fn state(evidence: &Evidence) -> State {
    evidence.findings[&Id::new("q").unwrap()].state
}

#[test]
fn a_quote_that_was_locked_is_known_without_its_text() {
    for exact in ["We inspected 84 boats – all of them", "We inspected 84\u{a0}boats - all of them"]
    {
        let evidence = Evidence::gather(&quoting(exact), None, Some(&locked()));
        assert_eq!(state(&evidence), State::Locked(Date::parse("2026-11-21").unwrap()));
        assert_eq!(errors(&evidence.problems), [""; 0]);
    }
    assert_eq!(
        state(&Evidence::gather(&quoting("We inspected 84 boats"), None, None)),
        State::Unverified
    );
}

#[test]
fn a_quote_that_was_changed_since_is_stale() {
    let evidence = Evidence::gather(&quoting("We inspected 48 boats"), None, Some(&locked()));
    assert_eq!(state(&evidence), State::Failed);
    assert_eq!(
        errors(&evidence.problems),
        ["stale-lock: this quote was changed after the brief was locked on 21 November 2026"]
    );
    let other = brief("", "quotes:\n  r: {form: partial, by: vale, exact: all of them}\n");
    let evidence = Evidence::gather(&other, None, Some(&locked()));
    assert_eq!(
        errors(&evidence.problems),
        [
            "stale-lock: this quote was added after the brief was locked on 21 November 2026",
            "stale-lock: quote `q` was deleted after the brief was locked on 21 November 2026",
        ]
    );
}

#[test]
fn another_text_is_stale() {
    let text = SourceText::new(&TEXT.replace("all of them", "all of them, twice"));
    let evidence = Evidence::gather(
        &quoting("We inspected 84 boats – all of them"),
        Some(text),
        Some(&locked()),
    );
    assert_eq!(state(&evidence), State::Verified);
    assert_eq!(
        errors(&evidence.problems),
        ["stale-lock: this is not the text against which the brief was locked on 21 November 2026"]
    );
}

#[test]
fn the_file_is_the_same_bytes_every_time_and_reads_back() {
    let mut lock = Lock::default();
    for id in ["zeta", "alpha"] {
        lock.set(&Id::new(id).unwrap(), locked());
    }
    let text = String::from_utf8(lock.to_bytes()).unwrap();
    insta::assert_snapshot!(text);
    let folder = Folder::new();
    let path = folder.path("topline.lock");
    assert_eq!(Lock::read(&path).unwrap(), None);
    for _ in 0..2 {
        Lock::update(&path, |now| *now = lock.clone()).unwrap();
    }
    assert_eq!(Lock::read(&path).unwrap(), Some(lock));
    assert_eq!(fs::read_dir(folder.root()).unwrap().count(), 1);
}

#[test]
fn what_is_no_lock_of_this_version_is_left_as_it_is() {
    let folder = Folder::new();
    let path = folder.path("topline.lock");
    for (there, newer) in [
        ("{\"version\": 2, \"more\": []}", true),
        ("not a lock", false),
        ("{\"version\": 1}", false),
    ] {
        folder.write("topline.lock", there);
        let error = Lock::update(&path, |_| {}).unwrap_err();
        assert_eq!(matches!(error, LockError::Newer { version: 2, .. }), newer, "{error}");
        assert_eq!(folder.read("topline.lock"), there);
    }
}
