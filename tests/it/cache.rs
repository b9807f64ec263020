//! The cache: what is worked out again and what is not, and that it never changes an answer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use topline::brief::{Brief, LineColumn, Problem};
use topline::library::search::Query;
use topline::library::{Cache, Kind, Library, Loading, find, load_for_query};

use crate::corpus::generator;
use crate::support::library::{Folder, library};
use crate::support::program::Run;

/// Every command that reads a library, in each of its formats.
const COMMANDS: [&[&str]; 26] = [
    &["check", "--allow", "past-due"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--format", "sarif"],
    &["check", "--diff"],
    &["asks"],
    &["asks", "--format", "json"],
    &["asks", "--format", "csv"],
    &["asks", "--format", "markdown"],
    &["officials"],
    &["officials", "--format", "json"],
    &["export"],
    &["export", "--format", "csv"],
    &["export", "--format", "csl-json"],
    &["export", "--format", "annotations"],
    &["find", "--format", "json", "the"],
    &["find", "stern light"],
    &["find", "zebra"],
    &["find", "by:hale boats"],
    &["find", "--official", "board", "boats"],
    &["print"],
    &["print", "--format", "markdown"],
    &["print", "--format", "html"],
    &["print", "--format", "json"],
    &["print", "--pack"],
    &["read", "--snapshot", "120x36"],
];

/// A folder of three briefs in `briefs`, with their sources.
fn three() -> Folder {
    let folder = Folder::new();
    generator::write(&folder.path("briefs"), 3).unwrap();
    folder
}

/// The briefs in `briefs`, and their cache in `cache`.
fn open(folder: &Folder) -> (Library, Arc<Cache>) {
    let paths = [folder.path("briefs")];
    let origins = find(&paths).unwrap().origins;
    let cache = Arc::new(Cache::open(&folder.path("cache"), &paths, &origins));
    let loading = Loading::start_cached(origins, Vec::new(), Some(Arc::clone(&cache)));
    (loading.finish(|_| {}), cache)
}

/// How many briefs have to be checked when the whole library is. What that finds is kept.
fn checked(folder: &Folder) -> usize {
    let (library, cache) = open(folder);
    for entry in library.entries() {
        entry.evidence();
    }
    assert_eq!(cache.missed(Kind::Findings), cache.missed(Kind::Rest));
    cache.missed(Kind::Rest)
}

/// How many briefs have to be parsed when the whole library is read.
fn parsed(folder: &Folder) -> usize {
    let (_, cache) = open(folder);
    cache.missed(Kind::Reading)
}

/// The files in `briefs` that end so, in order.
fn files(folder: &Folder, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.path("briefs")).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    files
}

/// Copies the files of these folders into `briefs`.
fn copy_all(repository: &Path, from: &[&str], folder: &Folder) {
    for from in from {
        for file in fs::read_dir(repository.join(from)).unwrap() {
            let file = file.unwrap().path();
            if file.is_file() {
                let name = file.file_name().unwrap().to_str().unwrap();
                fs::copy(&file, folder.path(&format!("briefs/{name}"))).unwrap();
            }
        }
    }
}

fn append(path: &PathBuf, text: &str) {
    let old = fs::read_to_string(path).unwrap();
    fs::write(path, old + text).unwrap();
}

/// The file of the only cache of this user.
fn cache_file(folder: &Folder) -> Option<PathBuf> {
    let entries = fs::read_dir(folder.path("cache/topline")).ok()?;
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() <= 1, "{files:?}");
    files.pop()
}

#[test]
fn only_what_has_changed_is_checked_again() {
    let folder = three();
    assert_eq!(checked(&folder), 3);
    assert_eq!(checked(&folder), 0);
    append(&files(&folder, "yaml")[0], "# A comment.\n");
    assert_eq!([checked(&folder), checked(&folder)], [1, 0]);
    append(&files(&folder, "txt")[1], "\nMore.\n");
    assert_eq!([checked(&folder), checked(&folder)], [1, 0]);
    fs::remove_file(&files(&folder, "txt")[2]).unwrap();
    assert_eq!([checked(&folder), checked(&folder)], [1, 0]);
    folder.run(&["check", "briefs", "--lock", "--no-cache"]);
    // The text of the third is gone, so it is not locked.
    assert_eq!([checked(&folder), checked(&folder)], [2, 0]);
    let lock = folder.read("briefs/topline.lock");
    let (before, after) = lock.split_once("\"verified\": \"").unwrap();
    folder.write("briefs/topline.lock", format!("{before}\"verified\": \"1999{}", &after[4..]));
    assert_eq!([checked(&folder), checked(&folder)], [1, 0]);
}

#[test]
fn only_what_has_changed_is_parsed_again() {
    let folder = three();
    assert_eq!([parsed(&folder), parsed(&folder)], [3, 0]);
    append(&files(&folder, "yaml")[0], "# A comment.\n");
    assert_eq!([parsed(&folder), parsed(&folder)], [1, 0]);
    append(&files(&folder, "txt")[1], "\nMore.\n");
    assert_eq!(parsed(&folder), 0);
    append(&files(&folder, "yaml")[1], "unknown: field\n");
    append(&files(&folder, "yaml")[2], ": [\n");
    assert_eq!([parsed(&folder), parsed(&folder)], [2, 0]);
    fs::rename(&files(&folder, "yaml")[0], folder.path("briefs/other.yaml")).unwrap();
    assert_eq!([parsed(&folder), parsed(&folder)], [1, 0]);
}

/// How many briefs have to be walked when the problems of the whole library are placed.
fn placed(folder: &Folder) -> usize {
    let (library, cache) = open(folder);
    for entry in library.entries() {
        let problems: Vec<&Problem> =
            entry.problems.iter().chain(&entry.evidence().problems).collect();
        let places = LineColumn::locate_all(entry.yaml(), problems.iter().copied());
        assert_eq!(entry.places(problems), places);
    }
    cache.missed(Kind::Places)
}

#[test]
fn problems_are_placed_again_only_in_what_has_changed() {
    let folder = three();
    append(&files(&folder, "yaml")[0], "x: 1\n");
    append(&files(&folder, "yaml")[1], "y: 2\nz: 3\n");
    folder.write("briefs/t.txt", "A text.");
    let sound = "summary: x\nsource: {title: x, publisher: y, issued: 2026, text: t.txt}\n";
    fs::write(&files(&folder, "yaml")[2], sound).unwrap();
    assert_eq!([placed(&folder), placed(&folder)], [2, 0]);
    append(&files(&folder, "yaml")[0], "# A comment.\n");
    assert_eq!([placed(&folder), placed(&folder)], [1, 0]);
    let first = fs::read_to_string(&files(&folder, "yaml")[0]).unwrap();
    fs::write(&files(&folder, "yaml")[0], format!("# A comment before all.\n{first}")).unwrap();
    assert_eq!([placed(&folder), placed(&folder)], [1, 0]);
    append(&files(&folder, "yaml")[1], ": [\n");
    assert_eq!([placed(&folder), placed(&folder)], [1, 0]);
}

/// The briefs that are read to search for some words.
fn read_for(folder: &Folder, words: &str) -> Vec<String> {
    let paths = [folder.path("briefs")];
    let origins = find(&paths).unwrap().origins;
    let cache = Arc::new(Cache::open(&folder.path("cache"), &paths, &origins));
    let (query, mut done) = (Query::parse(words), 0);
    let library = load_for_query(&query, &origins, Vec::new(), Some(cache), |count| done = count);
    assert_eq!(done, origins.len());
    library.entries().iter().map(|entry| entry.id.to_string()).collect()
}

#[test]
fn a_search_reads_what_may_match_what_has_changed_and_what_is_broken() {
    let folder = Folder::new();
    let brief = |more: &str| {
        format!("summary: x\nsource: {{title: Title, publisher: unknown, text: t.txt}}\n{more}")
    };
    folder.write("briefs/a.yaml", brief("gaps: [No light at\n  the Stern]\n"));
    folder.write("briefs/b.yaml", brief("gaps: [\"No li\\x67ht\"]\n"));
    folder.write("briefs/c.yaml", brief("gap: [A mistake]\n"));
    folder.write("briefs/d/light.yaml", brief(""));
    folder.write("briefs/e/e.yaml", brief(""));
    folder.write("briefs/e/t.txt", "The LIGHT was out.");
    assert_eq!(read_for(&folder, "light"), ["a", "b", "c", "light", "e"]);
    assert_eq!(read_for(&folder, "light"), ["a", "b", "c", "light", "e"]);
    assert_eq!(read_for(&folder, "stern light"), ["a", "b", "c"]);
    assert_eq!(read_for(&folder, "boats"), ["b", "c"]);
    folder.write("briefs/e/e.yaml", brief("gaps: [No sound]\n"));
    assert_eq!(read_for(&folder, "boats"), ["b", "c", "e"]);
    assert_eq!(read_for(&folder, "boats"), ["b", "c"]);
    folder.write("briefs/e/t.txt", "The boats");
    assert_eq!(read_for(&folder, "boats"), ["b", "c", "e"]);
    // What is unknown is unknown in all of them.
    assert_eq!(read_for(&folder, "boats by:vale").len(), 5);
}

#[test]
fn what_is_read_from_the_cache_is_what_the_file_holds() {
    let folder = Folder::new();
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    generator::write(&folder.path("briefs"), 5).unwrap();
    copy_all(&repository, &["briefs", "tests/it/bad", "tests/it/reader"], &folder);
    parsed(&folder);
    let (kept, cache) = open(&folder);
    assert_eq!(cache.missed(Kind::Reading), 0);
    let fresh = library([folder.path("briefs")]);
    assert!(fresh.entries().iter().any(|entry| entry.brief.is_none()));
    for (kept, fresh) in kept.entries().iter().zip(fresh.entries()) {
        assert_eq!(kept.yaml(), fresh.yaml());
        assert_eq!(kept.problems, fresh.problems);
        let shown = |brief: &Option<Arc<Brief>>| format!("{brief:#?}");
        assert_eq!(shown(&kept.brief), shown(&fresh.brief));
        assert_eq!(kept.evidence().problems, fresh.evidence().problems);
    }
}

#[test]
fn evidence_from_the_cache_is_what_a_check_finds() {
    let folder = Folder::new();
    generator::write(&folder.path("briefs"), 20).unwrap();
    for (i, path) in files(&folder, "yaml").iter().enumerate() {
        // A misquote in every second brief; every fifth breaks the format.
        let yaml = fs::read_to_string(path).unwrap();
        let yaml = if i % 2 == 0 { yaml.replace(" the ", " no ") } else { yaml };
        fs::write(path, if i % 5 == 0 { yaml + "unknown: field\n" } else { yaml }).unwrap();
    }
    checked(&folder);
    let (from_cache, cache) = open(&folder);
    let fresh = library([folder.path("briefs")]);
    for (kept, fresh) in from_cache.entries().iter().zip(fresh.entries()) {
        assert_eq!(kept.findings(), fresh.findings());
        let (kept, fresh) = (kept.evidence(), fresh.evidence());
        assert_eq!(kept.findings, fresh.findings);
        assert_eq!(kept.unnamed_speakers, fresh.unnamed_speakers);
        assert_eq!(kept.problems, fresh.problems);
        let texts = [kept, fresh].map(|evidence| {
            [&evidence.text, &evidence.text_of_part]
                .map(|text| text.as_ref().map(|text| text.as_str().to_owned()))
        });
        assert_eq!(texts[0], texts[1]);
    }
    assert!(fresh.entries().iter().any(|entry| !entry.evidence().problems.is_empty()));
    for kind in [Kind::Reading, Kind::Findings, Kind::Rest] {
        assert_eq!(cache.missed(kind), 0);
    }
}

#[test]
fn no_cache_changes_an_answer() {
    let folder = Folder::new();
    generator::write(&folder.path("briefs"), 12).unwrap();
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    copy_all(&repository, &["briefs", "tests/it/bad", "tests/it/reader"], &folder);
    for arguments in COMMANDS {
        let run = |more: &[&str]| folder.run(&[arguments, &["briefs"], more].concat());
        let without = run(&["--no-cache"]);
        assert!(without.code < 2, "{arguments:?}: {}", without.stderr);
        let damage = |place: usize| {
            let Some(file) = cache_file(&folder) else { return };
            let mut bytes = fs::read(&file).unwrap();
            let place = bytes.len() * place / 10;
            bytes[place..].iter_mut().step_by(997).for_each(|byte| *byte ^= 0x55);
            fs::write(file, bytes).unwrap();
        };
        assert_eq!(run(&[]), without, "{arguments:?}, empty");
        assert_eq!(run(&[]), without, "{arguments:?}, full");
        damage(0);
        assert_eq!(run(&[]), without, "{arguments:?}, useless");
        damage(7);
        assert_eq!(run(&[]), without, "{arguments:?}, damaged");
        if let Some(file) = cache_file(&folder) {
            fs::remove_file(file).unwrap();
        }
    }
}

/// The identity of the file, which another that replaces it does not have.
#[cfg(unix)]
#[test]
fn a_command_that_is_run_again_checks_nothing() {
    use std::os::unix::fs::MetadataExt;

    let folder = three();
    let identity = || cache_file(&folder).map(|file| file.metadata().unwrap().ino());
    for arguments in COMMANDS {
        if arguments.contains(&"--diff") {
            continue;
        }
        let run = || folder.run(&[arguments, &["briefs"]].concat());
        run();
        let first = identity();
        run();
        assert_eq!(identity(), first, "{arguments:?}");
    }
    let first = identity();
    assert!(first.is_some());
    append(&files(&folder, "yaml")[0], "# A comment.\n");
    folder.run(&["check", "briefs"]);
    assert_ne!(identity(), first);
}

#[cfg(unix)]
#[test]
fn nobody_but_the_user_may_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;

    let folder = three();
    folder.run(&["check", "briefs"]).done();
    let mode = cache_file(&folder).unwrap().metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn nothing_is_kept_if_the_user_wants_no_cache() {
    let folder = three();
    folder.run(&["check", "briefs", "--no-cache"]);
    folder.write("config/topline/config.toml", "cache = false\n");
    folder.run(&["check", "briefs"]).done();
    assert!(!folder.has("cache"));
    folder.write("config/topline/config.toml", "cache = true\n");
    folder.run(&["check", "briefs"]).done();
    assert!(cache_file(&folder).is_some());
}

#[test]
fn standard_input_and_the_briefs_that_ship_are_not_kept() {
    let folder = three();
    folder.run(&["check"]);
    let brief = fs::File::open(&files(&folder, "yaml")[0]).unwrap();
    let output = folder.topline(&["check", "-"]).stdin(Stdio::from(brief)).output().unwrap();
    assert!(Run::new(output).code < 2);
    assert_eq!(cache_file(&folder), None);
}

#[test]
fn a_cache_that_cannot_be_written_is_left_out() {
    let folder = three();
    let without = folder.run(&["check", "briefs", "--no-cache"]);
    folder.write("cache", "a file where the folder would be");
    assert_eq!(folder.run(&["check", "briefs"]), without);
    assert_eq!(folder.read("cache"), "a file where the folder would be");
    folder.remove("cache");
    folder.run(&["check", "briefs"]);
    let file = cache_file(&folder).unwrap();
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(folder.run(&["check", "briefs"]), without);
    assert!(file.is_dir());
}

#[test]
fn many_that_write_at_once_leave_one_whole_cache() {
    let folder = three();
    let without = folder.run(&["check", "briefs", "--no-cache"]);
    let start = |_| {
        let mut run = folder.topline(&["check", "briefs"]);
        run.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let running: Vec<_> = (0..8).map(start).collect();
    for child in running {
        assert_eq!(Run::new(child.wait_with_output().unwrap()), without);
    }
    assert_eq!(folder.run(&["check", "briefs"]), without);
    assert!(cache_file(&folder).is_some());
}

#[test]
fn locking_and_fixing_are_right_with_a_cache() {
    let folder = Folder::ferry_lights();
    let check =
        |more: &[&str]| folder.run(&[&["check", ".", "--allow", "past-due"], more].concat());
    check(&[]);
    check(&["--lock"]);
    folder.remove("ferry-lights.txt");
    assert!(check(&[]).stdout.contains("2 verified earlier"));
    folder.write("ferry-lights.txt", include_str!("../../briefs/ferry-lights.txt"));
    folder.replace("ferry-lights.yaml", "31 had no working", "32 had no working");
    assert_eq!(check(&[]).code, 1);
    assert_eq!(check(&[]).code, 1);
    assert!(check(&["--lock"]).stderr.contains("is not locked"));
    folder.replace("ferry-lights.yaml", "32 had no working", "31 had no working");
    assert_eq!(check(&["--fix"]).code, 0);
}
