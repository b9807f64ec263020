//! Libraries on disk: which briefs are found, in which order, and how a bad file affects the others.

use std::fs;
#[cfg(unix)]
use std::path::Path;
use std::path::PathBuf;

use topline::brief::{Date, Rule};
use topline::evidence::{LOCK_FILE, Lock, Locked, State};
use topline::library::{Entry, Loading, Origin, find, load, shipped};

use crate::support::library::{Folder, SHIPPED, UNLIT_BOATS, unlit_boats_with_text};

#[test]
fn finds_briefs_in_natural_order_at_every_depth() {
    let folder =
        folder(&["b/b-10.yaml", "b/b-9.yml", "a.yaml", "B.YAML", "c.txt", "a10.yaml", "a9.yaml"]);
    assert_eq!(
        found(&folder, &["."]),
        ["B.YAML", "a.yaml", "a9.yaml", "a10.yaml", "b/b-9.yml", "b/b-10.yaml"]
    );
}

#[test]
fn passes_over_what_is_hidden_unless_it_is_named() {
    let folder = folder(&["a.yaml", ".b.yaml", ".git/c.yaml"]);
    assert_eq!(found(&folder, &["."]), ["a.yaml"]);
    assert_eq!(found(&folder, &[".git", ".b.yaml"]), [".git/c.yaml", ".b.yaml"]);
}

#[test]
fn keeps_the_order_of_the_paths_and_lists_a_file_once() {
    let folder = folder(&["a.yaml", "b/c.yaml", "notes.txt"]);
    assert_eq!(found(&folder, &["notes.txt", "b", "."]), ["notes.txt", "b/c.yaml", "a.yaml"]);
}

#[test]
fn takes_a_dash_for_standard_input_once() {
    let paths = ["-", "-"].map(PathBuf::from);
    assert_eq!(find(&paths).unwrap().origins, [Origin::Stdin]);
}

#[test]
fn names_a_path_that_leads_to_nothing() {
    let error = find(&[PathBuf::from("no/such\u{1b}[31m")]).unwrap_err();
    assert_eq!(error.to_string(), "no such file or folder: no/such\u{fffd}[31m");
}

#[cfg(unix)]
#[test]
fn follows_links_but_never_in_a_circle() {
    let folder = folder(&["a/x.yaml", "b/y.yaml"]);
    link(folder.root(), folder.path("a/up"));
    link(folder.path("b"), folder.path("a/b"));
    link(folder.path("b/y.yaml"), folder.path("z.yaml"));
    assert_eq!(found(&folder, &["."]), ["a/b/y.yaml", "a/x.yaml"]);
}

/// A file is noted from the first link on; those before it count, too.
#[cfg(unix)]
#[test]
fn a_file_that_links_lead_to_is_listed_where_it_is_found_first() {
    let folder = folder(&["a.yaml", "c.yaml", "sub/d.yaml", "x/e.yaml"]);
    link(folder.path("a.yaml"), folder.path("b1.yaml"));
    link(folder.path("c.yaml"), folder.path("b2.yaml"));
    link(folder.path("x"), folder.path("sub/x"));
    link(folder.path("sub/d.yaml"), folder.path("z.yaml"));
    let expected = ["a.yaml", "b2.yaml", "sub/d.yaml", "sub/x/e.yaml"];
    assert_eq!(found(&folder, &["."]), expected);
    assert_eq!(found(&folder, &[".", "a.yaml", "x"]), expected);
}

/// As the lock files of Emacs are.
#[cfg(unix)]
#[test]
fn passes_over_a_hidden_link_that_leads_nowhere() {
    let folder = folder(&["a.yaml"]);
    link("ann@desk.4711", folder.path(".#a.yaml"));
    assert_eq!(found(&folder, &["."]), ["a.yaml"]);
}

#[cfg(unix)]
#[test]
fn lists_a_link_that_leads_nowhere_so_that_it_is_reported() {
    let folder = folder(&["a.yaml"]);
    link("gone", folder.path("b.yaml"));
    link("gone", folder.path("notes.txt"));
    assert_eq!(found(&folder, &["."]), ["a.yaml", "b.yaml"]);
    let entry = folder.entry("b.yaml");
    assert_eq!(messages(&entry), ["the file does not exist, or is a broken link"]);
}

#[test]
fn a_broken_brief_hides_no_other() {
    let folder = folder(&["a.yaml", "c.yaml"]);
    folder.write("b.yaml", "summary: [");
    folder.write("d.yaml", b"\xff\xfe");
    let library = folder.library();
    let shown: Vec<_> =
        library.entries().iter().map(|entry| (&*entry.id, entry.brief.is_some())).collect();
    assert_eq!(shown, [("a", true), ("b", false), ("c", true), ("d", false)]);
    assert!(
        library.entries().iter().all(|entry| entry.brief.is_some() || !entry.problems.is_empty())
    );
}

#[test]
fn refuses_a_brief_over_the_limit() {
    let folder = Folder::new();
    fs::File::create(folder.path("a.yaml")).unwrap().set_len((4 << 20) + 1).unwrap();
    assert_eq!(messages(&folder.entry("a.yaml")), ["the file exceeds the limit of 4 MiB"]);
}

#[test]
fn loads_every_brief_once_and_in_order_on_all_cores() {
    let names: Vec<String> = (1..=300).map(|number| format!("b{number}.yaml")).collect();
    let folder = folder(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut progress = Vec::new();
    let origins = find(&[folder.root().to_path_buf()]).unwrap().origins;
    let library = Loading::start(origins, Vec::new()).finish(|done| progress.push(done));
    let ids: Vec<String> = library.entries().iter().map(|entry| entry.id.to_string()).collect();
    assert_eq!(ids, (1..=300).map(|number| format!("b{number}")).collect::<Vec<_>>());
    assert!(progress.is_sorted_by(|one, next| one < next), "{progress:?}");
    assert!(
        progress.len() > 10 && progress.last() == Some(&300),
        "told after each few: {progress:?}"
    );
}

#[test]
fn reads_the_source_text_from_beside_the_brief_then_from_the_named_folders() {
    let folder = folder(&[
        "briefs/near/a.txt=beside",
        "one/near/a.txt=one",
        "two/b.txt=two",
        "one/b.txt=one",
    ]);
    brief(&folder, "briefs/a.yaml", "near/a.txt");
    brief(&folder, "briefs/b.yaml", "b.txt");
    let sources = ["two", "one"].map(|name| folder.path(name));
    let text = |name: &str| {
        let entry = load(&Origin::File(folder.path(name)), &sources);
        entry.text().map(|text| text.as_str().to_owned())
    };
    assert_eq!(text("briefs/a.yaml").as_deref(), Some("beside"));
    assert_eq!(text("briefs/b.yaml").as_deref(), Some("two"));
}

#[test]
fn says_where_a_source_text_was_looked_for() {
    let folder = Folder::new();
    brief(&folder, "a.yaml", "gone.txt");
    assert_eq!(
        source_problems(&folder.entry("a.yaml")),
        [
            "no-source-text at source.text: the source’s text, gone.txt, is neither beside the brief nor in \
             a folder named with `--sources`"
        ]
    );
    let problems = folder.entry("a.yaml").evidence().problems.clone();
    let absent = problems.iter().find(|problem| problem.rule == Rule::NoSourceText).unwrap();
    let help = absent.help.clone().unwrap();
    assert_eq!(&*help, "until it is there, quotations and figures are not checked");
}

#[test]
fn a_brief_that_breaks_the_format_has_its_quotations_checked_as_far_as_nothing_wrong_bears_on_them()
{
    let folder = Folder::new();
    folder.write("text.txt", "Dana Vale said: “We act now.” Ian Marsh said: “We will not.”\n");
    let told = |source: &str, more: &str| {
        let quotes = [
            "q1: {form: direct, by: vale, exact: We act now}",
            "q2: {form: direct, by: vale, exact: We will not}",
            "q3: {form: direct, by: vale, exact: We act today}",
            "q4: {form: direct, exact: We act today}",
            "q5: {form: direct, by: moss, exact: We act today}",
            "q6: {form: direct, by: reed, exact: We act today}",
        ];
        folder.write(
            "a.yaml",
            format!(
                "summary: x\nsource: {{title: T, text: text.txt, issued: 2026-02-09{source}}}\nofficials: {{vale: \
                 {{name: Dana Vale}}, marsh: {{name: Ian Marsh}}, reed: {{name: Tom Reed, aka: {{a: b}}}}}}\n\
                 quotes:\n  {}\n{more}",
                quotes.join("\n  ")
            ),
        );
        let entry = folder.entry("a.yaml");
        assert!(entry.brief.is_none() && entry.findings().is_empty());
        let problems = entry.evidence().problems.iter();
        problems.map(|problem| format!("{} {}", problem.path, problem.rule)).collect::<Vec<_>>()
    };
    let wrong = ["quotes.q2.exact other-speaker", "quotes.q3.exact not-verbatim"];
    for more in ["claims: {c1: {text: x}}\n", "reviewer: Bob\n", "gaps: {a: b}\n"] {
        assert_eq!(told(", publisher: P", more), wrong, "{more}");
    }
    assert_eq!(told("", ""), wrong, "no publisher");
    assert_eq!(told(", publisher: P, type: sermon", ""), [""; 0], "a type that is none");
    assert_eq!(told(", publisher: P, tpye: debate", ""), [""; 0], "a type that is misspelt");
}

#[test]
fn never_reads_a_source_text_outside_the_folders() {
    let folder = folder(&["secret.txt=secret", "briefs/c.yaml"]);
    let secret = folder.path("secret.txt");
    for path in ["../secret.txt", "x/../../secret.txt", secret.to_str().unwrap(), "..", "."] {
        brief(&folder, "briefs/a.yaml", path);
        let entry = folder.entry("briefs/a.yaml");
        assert!(entry.text().is_none(), "{path}");
        assert!(!entry.problems.is_empty() || !entry.evidence().problems.is_empty(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn follows_a_link_to_a_source_text_only_into_a_named_folder() {
    let folder = folder(&["private/a.txt=words"]);
    brief(&folder, "briefs/a.yaml", "a.txt");
    link(folder.path("private/a.txt"), folder.path("briefs/a.txt"));
    let origin = Origin::File(folder.path("briefs/a.yaml"));
    let entry = load(&origin, &[]);
    assert!(entry.text().is_none());
    assert_eq!(
        source_problems(&entry),
        [
            "no-source-text at source.text: the source’s text, a.txt, is a link to another folder: name \
             that folder with `--sources`"
        ]
    );
    let entry = load(&origin, &[folder.path("private")]);
    assert_eq!(entry.text().unwrap().as_str(), "words");
}

#[test]
fn a_source_text_that_cannot_be_used_is_a_problem_and_the_brief_is_kept() {
    let folder = Folder::new();
    for name in ["long", "latin"] {
        brief(&folder, &format!("{name}.yaml"), &format!("{name}.txt"));
    }
    fs::File::create(folder.path("long.txt")).unwrap().set_len((64 << 20) + 1).unwrap();
    folder.write("latin.txt", b"one\ncaf\xe9\n");
    let problems = |name| {
        let entry = folder.entry(name);
        assert!(entry.brief.is_some());
        source_problems(&entry)
    };
    assert_eq!(
        problems("long.yaml"),
        ["no-source-text at source.text: the source’s text, long.txt, exceeds the limit of 64 MiB"]
    );
    assert_eq!(
        problems("latin.yaml"),
        [
            "source-format at source.text: the source’s text, latin.txt, is not UTF-8 but probably Windows-1252 or Latin-1 (line 2)"
        ]
    );
}

#[test]
fn a_lock_beside_the_brief_replaces_a_missing_text() {
    let folder = locked_example();
    folder.remove("ferry-lights.txt");
    let entry = folder.entry("ferry-lights.yaml");
    let day = Date::parse("2026-11-21").unwrap();
    assert_eq!(state(&entry, "q1"), State::Locked(day));
    assert_eq!(rules(&entry), [], "{:?}", entry.evidence().problems);
}

#[test]
fn a_brief_that_has_changed_since_it_was_locked_is_an_error() {
    let folder = locked_example();
    folder.replace("ferry-lights.yaml", "a decade of drift}", "decade of drift}");
    assert!(rules(&folder.entry("ferry-lights.yaml")).contains(&Rule::StaleLock));
    folder.remove("ferry-lights.txt");
    assert_eq!(state(&folder.entry("ferry-lights.yaml"), "q2"), State::Failed);
}

#[test]
fn a_lock_that_cannot_be_read_is_named_and_the_brief_is_kept() {
    let folder = locked_example();
    folder.write(LOCK_FILE, r#"{"version": 99}"#);
    let entry = folder.entry("ferry-lights.yaml");
    assert_eq!(state(&entry, "q1"), State::Verified);
    let problem = &entry.evidence().problems[0];
    assert_eq!(problem.rule, Rule::StaleLock);
    assert!(problem.message.contains("topline.lock is a version 99 lock"), "{}", problem.message);
}

#[test]
fn the_shipped_briefs_are_sound_and_bring_the_invented_texts() {
    let library = Loading::start(shipped::origins(), Vec::new()).finish(|_| {});
    let ids: Vec<_> = library.entries().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, SHIPPED);
    for entry in library.entries() {
        assert!(
            entry.brief.is_some() && entry.problems.is_empty(),
            "{}: {:?}",
            entry.id,
            entry.problems
        );
        let is_invented = ["ferry-lights", "owners-letter"].contains(&&*entry.id);
        assert_eq!(entry.text().is_some(), is_invented, "{}", entry.id);
    }
}

#[test]
fn the_file_that_was_probably_meant_is_named() {
    let folder = folder(&[
        "unlit-boats.txt=x",
        "Texts/Pier Report.txt=x",
        "other/letter.md=x",
        "unlit-boats.yaml",
        "a/unlit-boats.txt=x",
    ]);
    for (named, meant) in [
        ("Unlit-Boats.txt", Some("unlit-boats.txt")),
        ("unlit-boats.TXT", Some("unlit-boats.txt")),
        ("unlit_boats.txt", Some("unlit-boats.txt")),
        ("unlit-baots.txt", Some("unlit-boats.txt")),
        ("unlit-boats", Some("unlit-boats.txt")),
        ("texts/pier report.txt", Some("Texts/Pier Report.txt")),
        ("Texts/pier-report.txt", Some("Texts/Pier Report.txt")),
        ("Letter.md", Some("letter.md")),
        ("harbour.txt", None),
        ("texts/harbour.txt", None),
        ("nowhere/unlit-boats.txt", None),
    ] {
        brief(&folder, "b.yaml", named);
        let entry = load(&Origin::File(folder.path("b.yaml")), &[folder.path("other")]);
        let mut problems = entry.evidence().problems.iter();
        let problem = problems.find(|problem| problem.rule == Rule::NoSourceText).unwrap();
        let help = meant.map(|meant| format!("did you mean `{meant}`?"));
        let unchecked = "until it is there, quotations and figures are not checked";
        let help = help.as_deref().unwrap_or(unchecked);
        assert_eq!(problem.help.as_deref(), Some(help), "{named}");
    }
}

/// The invented example with its text, locked.
fn locked_example() -> Folder {
    let folder = Folder::ferry_lights();
    let entry = folder.entry("ferry-lights.yaml");
    let today = Date::parse("2026-11-21").unwrap();
    let locked = Locked::new(entry.brief.as_ref().unwrap(), entry.text().unwrap(), today);
    Lock::update(&folder.path(LOCK_FILE), |lock| lock.set(&entry.id, locked)).unwrap();
    folder
}

fn state(entry: &Entry, quote: &str) -> State {
    entry.findings()[quote].state
}

fn rules(entry: &Entry) -> Vec<Rule> {
    entry.evidence().problems.iter().map(|problem| problem.rule).collect()
}

/// A folder of files: `path` for a sound brief, `path=words` for any other content.
fn folder(files: &[&str]) -> Folder {
    let files: Vec<_> =
        files.iter().map(|file| file.split_once('=').unwrap_or((file, UNLIT_BOATS))).collect();
    Folder::with(&files)
}

/// Writes a sound brief whose source has its text at `text`.
fn brief(folder: &Folder, path: &str, text: &str) {
    folder.write(path, unlit_boats_with_text(text));
}

#[cfg(unix)]
fn link(to: impl AsRef<Path>, at: impl AsRef<Path>) {
    std::os::unix::fs::symlink(to, at).unwrap();
}

/// The briefs found under `paths`, which start in `folder`, as paths from there.
fn found(folder: &Folder, paths: &[&str]) -> Vec<String> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| folder.path(path)).collect();
    let origins = find(&paths).unwrap().origins;
    let within = |origin: &Origin| match origin {
        Origin::File(path) => path.strip_prefix(folder.root()).unwrap().display().to_string(),
        other => other.to_string(),
    };
    origins.iter().map(within).collect()
}

fn messages(entry: &Entry) -> Vec<&str> {
    entry.problems.iter().map(|problem| problem.message.as_str()).collect()
}

/// The problems of the source’s text, as `rule at path: message`.
fn source_problems(entry: &Entry) -> Vec<String> {
    let about_text = entry
        .evidence()
        .problems
        .iter()
        .filter(|problem| problem.path.to_string() == "source.text");
    about_text
        .map(|problem| format!("{} at {}: {}", problem.rule, problem.path, problem.message))
        .collect()
}
