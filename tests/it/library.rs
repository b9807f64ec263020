//! Libraries on disk: what is found in them, in which order, and what one file may do to
//! the others.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use topline::brief::{Date, Rule};
use topline::evidence::{LOCK_FILE, Lock, Locked, State};
use topline::library::{Entry, Library, Loading, Origin, find, load, shipped};

/// A sound brief; `{text}` stands for what is said of its source's text.
const BRIEF: &str = "\
summary: Boats sail at night without lights.
source: {title: Unlit boats, publisher: Tidewater Safety Board{text}}
";

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
    assert_eq!(find(&paths).unwrap(), [Origin::Stdin]);
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
    link(folder.path(), &folder.path().join("a/up"));
    link(&folder.path().join("b"), &folder.path().join("a/b"));
    link(&folder.path().join("b/y.yaml"), &folder.path().join("z.yaml"));
    assert_eq!(found(&folder, &["."]), ["a/b/y.yaml", "a/x.yaml"]);
}

#[cfg(unix)]
#[test]
fn lists_a_link_that_leads_nowhere_so_that_it_is_reported() {
    let folder = folder(&["a.yaml"]);
    link(Path::new("gone"), &folder.path().join("b.yaml"));
    link(Path::new("gone"), &folder.path().join("notes.txt"));
    assert_eq!(found(&folder, &["."]), ["a.yaml", "b.yaml"]);
    let entry = load_file(&folder, "b.yaml");
    assert_eq!(
        messages(&entry),
        ["the file cannot be read: it is not there, or it is a link that leads nowhere"]
    );
}

#[test]
fn a_broken_brief_hides_no_other() {
    let folder = folder(&["a.yaml", "c.yaml"]);
    fs::write(folder.path().join("b.yaml"), "summary: [").unwrap();
    fs::write(folder.path().join("d.yaml"), b"\xff\xfe").unwrap();
    let library = read(&folder);
    let shown: Vec<_> =
        library.entries().iter().map(|entry| (&*entry.id, entry.brief.is_some())).collect();
    assert_eq!(shown, [("a", true), ("b", false), ("c", true), ("d", false)]);
    assert!(
        library.entries().iter().all(|entry| entry.brief.is_some() || !entry.problems.is_empty())
    );
}

#[test]
fn refuses_a_brief_over_the_limit() {
    let folder = folder(&[]);
    fs::File::create(folder.path().join("a.yaml")).unwrap().set_len((4 << 20) + 1).unwrap();
    assert_eq!(messages(&load_file(&folder, "a.yaml")), ["the file is over the limit of 4 MiB"]);
}

#[test]
fn loads_every_brief_once_and_in_order_on_all_cores() {
    let names: Vec<String> = (1..=300).map(|number| format!("b{number}.yaml")).collect();
    let folder = folder(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut progress = Vec::new();
    let library = start(&folder).finish(|done| progress.push(done));
    let ids: Vec<String> = library.entries().iter().map(|entry| entry.id.to_string()).collect();
    assert_eq!(ids, (1..=300).map(|number| format!("b{number}")).collect::<Vec<_>>());
    assert_eq!(progress, (1..=300).collect::<Vec<_>>());
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
    let sources = ["two", "one"].map(|name| folder.path().join(name));
    let text = |name: &str| {
        let entry = load(&Origin::File(folder.path().join(name)), &sources);
        entry.evidence.text.map(|text| text.as_str().to_owned())
    };
    assert_eq!(text("briefs/a.yaml").as_deref(), Some("beside"));
    assert_eq!(text("briefs/b.yaml").as_deref(), Some("two"));
}

#[test]
fn says_where_a_source_text_was_looked_for() {
    let folder = folder(&[]);
    brief(&folder, "a.yaml", "gone.txt");
    assert_eq!(
        source_problems(&load_file(&folder, "a.yaml")),
        [
            "no-source-text at source.text: the source’s text, gone.txt, is neither beside the brief nor in \
             a folder that --sources names"
        ]
    );
}

#[test]
fn never_reads_a_source_text_outside_the_folders() {
    let folder = folder(&["secret.txt=secret", "briefs/c.yaml"]);
    let secret = folder.path().join("secret.txt");
    for path in ["../secret.txt", "x/../../secret.txt", secret.to_str().unwrap(), "..", "."] {
        brief(&folder, "briefs/a.yaml", path);
        let entry = load_file(&folder, "briefs/a.yaml");
        assert!(entry.evidence.text.is_none(), "{path}");
        assert!(!entry.problems.is_empty() || !entry.evidence.problems.is_empty(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn follows_a_link_to_a_source_text_only_into_a_named_folder() {
    let folder = folder(&["private/a.txt=words"]);
    brief(&folder, "briefs/a.yaml", "a.txt");
    link(&folder.path().join("private/a.txt"), &folder.path().join("briefs/a.txt"));
    let origin = Origin::File(folder.path().join("briefs/a.yaml"));
    let entry = load(&origin, &[]);
    assert!(entry.evidence.text.is_none());
    assert_eq!(
        source_problems(&entry),
        [
            "no-source-text at source.text: the source’s text, a.txt, is a link that leads elsewhere: name \
             that folder with --sources"
        ]
    );
    let entry = load(&origin, &[folder.path().join("private")]);
    assert_eq!(entry.evidence.text.unwrap().as_str(), "words");
}

#[test]
fn a_source_text_that_cannot_be_used_is_a_problem_and_the_brief_stands() {
    let folder = folder(&[]);
    for name in ["long", "latin"] {
        brief(&folder, &format!("{name}.yaml"), &format!("{name}.txt"));
    }
    fs::File::create(folder.path().join("long.txt")).unwrap().set_len((64 << 20) + 1).unwrap();
    fs::write(folder.path().join("latin.txt"), b"one\ncaf\xe9\n").unwrap();
    let problems = |name| {
        let entry = load_file(&folder, name);
        assert!(entry.brief.is_some());
        source_problems(&entry)
    };
    assert_eq!(
        problems("long.yaml"),
        ["no-source-text at source.text: the source’s text, long.txt, is over the limit of 64 MiB"]
    );
    assert_eq!(
        problems("latin.yaml"),
        [
            "no-source-text at source.text: the source’s text, latin.txt, is not UTF-8 in line 2: save it as UTF-8"
        ]
    );
}

#[test]
fn a_lock_beside_the_brief_stands_in_for_a_text_that_is_not_here() {
    let folder = locked_example();
    fs::remove_file(folder.path().join("ferry-lights.txt")).unwrap();
    let entry = load_file(&folder, "ferry-lights.yaml");
    let day = Date::parse("2026-11-21").unwrap();
    assert_eq!(state(&entry, "q1"), State::Locked(day));
    assert_eq!(rules(&entry), [], "{:?}", entry.evidence.problems);
}

#[test]
fn a_brief_that_has_changed_since_it_was_locked_is_an_error() {
    let folder = locked_example();
    let path = folder.path().join("ferry-lights.yaml");
    let changed =
        fs::read_to_string(&path).unwrap().replace("a decade of drift}", "decade of drift}");
    fs::write(&path, changed).unwrap();
    assert!(rules(&load_file(&folder, "ferry-lights.yaml")).contains(&Rule::StaleLock));
    fs::remove_file(folder.path().join("ferry-lights.txt")).unwrap();
    assert_eq!(state(&load_file(&folder, "ferry-lights.yaml"), "q2"), State::Failed);
}

#[test]
fn a_lock_that_cannot_be_read_is_named_and_the_brief_stands() {
    let folder = locked_example();
    fs::write(folder.path().join(LOCK_FILE), r#"{"version": 99}"#).unwrap();
    let entry = load_file(&folder, "ferry-lights.yaml");
    assert_eq!(state(&entry, "q1"), State::Verified);
    let problem = &entry.evidence.problems[0];
    assert_eq!(problem.rule, Rule::StaleLock);
    assert!(
        problem.message.contains("topline.lock is a lock of version 99"),
        "{}",
        problem.message
    );
}

#[test]
fn the_shipped_briefs_are_sound_and_bring_the_invented_text() {
    let library = Loading::start(shipped::origins(), Vec::new()).finish(|_| {});
    let ids: Vec<_> = library.entries().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["ferry-lights", "nca-bbc-digest", "nca-holyrood"]);
    for entry in library.entries() {
        assert!(
            entry.brief.is_some() && entry.problems.is_empty(),
            "{}: {:?}",
            entry.id,
            entry.problems
        );
        assert_eq!(entry.evidence.text.is_some(), &*entry.id == "ferry-lights");
    }
}

/// The invented example with its text, locked.
fn locked_example() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["ferry-lights.yaml", "ferry-lights.txt"] {
        fs::write(folder.path().join(name), shipped::bytes(name).unwrap()).unwrap();
    }
    let entry = load_file(&folder, "ferry-lights.yaml");
    let today = Date::parse("2026-11-21").unwrap();
    let locked =
        Locked::new(entry.brief.as_ref().unwrap(), entry.evidence.text.as_ref().unwrap(), today);
    let mut lock = Lock::default();
    lock.set(&entry.id, locked);
    lock.write(&folder.path().join(LOCK_FILE)).unwrap();
    folder
}

fn state(entry: &Entry, quote: &str) -> State {
    entry.evidence.findings[quote].state
}

fn rules(entry: &Entry) -> Vec<Rule> {
    entry.evidence.problems.iter().map(|problem| problem.rule).collect()
}

/// A folder of files: `path` for a sound brief, `path=words` for any other content.
fn folder(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let (path, content) = file.split_once('=').unwrap_or((file, BRIEF));
        write(&folder, path, &content.replace("{text}", ""));
    }
    folder
}

/// A sound brief whose source has its text at `text`.
fn brief(folder: &TempDir, path: &str, text: &str) {
    write(folder, path, &BRIEF.replace("{text}", &format!(", text: {text}")));
}

fn write(folder: &TempDir, path: &str, content: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) {
    std::os::unix::fs::symlink(to, at).unwrap();
}

/// What is found under `paths`, which start in `folder`, as paths from there.
fn found(folder: &TempDir, paths: &[&str]) -> Vec<String> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| folder.path().join(path)).collect();
    let origins = find(&paths).unwrap();
    let within = |origin: &Origin| match origin {
        Origin::File(path) => {
            path.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned()
        }
        other => other.to_string(),
    };
    origins.iter().map(within).collect()
}

fn start(folder: &TempDir) -> Loading {
    Loading::start(find(&[folder.path().to_path_buf()]).unwrap(), Vec::new())
}

fn read(folder: &TempDir) -> Library {
    start(folder).finish(|_| {})
}

fn load_file(folder: &TempDir, path: &str) -> Entry {
    load(&Origin::File(folder.path().join(path)), &[])
}

fn messages(entry: &Entry) -> Vec<&str> {
    entry.problems.iter().map(|problem| problem.message.as_str()).collect()
}

/// The problems of the source's text alone, as `rule at path: message`.
fn source_problems(entry: &Entry) -> Vec<String> {
    let about_text =
        entry.evidence.problems.iter().filter(|problem| problem.path.to_string() == "source.text");
    about_text
        .map(|problem| format!("{} at {}: {}", problem.rule, problem.path, problem.message))
        .collect()
}
