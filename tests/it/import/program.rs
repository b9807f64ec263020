//! The command: where it writes, what it refuses, and what it leaves alone.

use std::io::Write;
use std::process::{Command, Stdio};

use super::support::{PARAGRAPHS, TITLE, text};
use crate::hostile::sequences::{self, assert_harmless};
use crate::support::library::Folder;
use crate::support::program::Run;

fn page() -> String {
    let paragraphs: String = PARAGRAPHS.iter().map(|p| format!("<p>{p}</p>")).collect();
    format!("<!doctype html><meta charset=utf-8><title>{TITLE}</title><h1>{TITLE}</h1>{paragraphs}")
}

/// Runs the program with this standard input.
fn piped(folder: &Folder, arguments: &[&str], input: &[u8]) -> Run {
    let mut command = folder.topline(arguments);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Run::new(child.wait_with_output().unwrap())
}

#[test]
fn a_page_from_a_pipe_is_called_after_its_title() {
    let folder = Folder::new();
    let said =
        piped(&folder, &["import", "-", "--url", "https://example.org/a"], page().as_bytes())
            .said();
    assert!(
        said.starts_with("board-warns-on-unlit-ferries.txt: 6 paragraphs of standard input\n"),
        "{said}"
    );
    assert_eq!(folder.read("board-warns-on-unlit-ferries.txt"), text());
    let yaml = folder.read("board-warns-on-unlit-ferries.yaml");
    assert!(yaml.contains("  url: 'https://example.org/a'  # from the command line\n"), "{yaml}");
    assert!(yaml.contains("  # from today’s date\n"), "{yaml}");
}

#[test]
fn several_files_are_imported_and_one_that_fails_stops_no_other() {
    let folder = Folder::with(&[
        ("One page.html", page()),
        ("scan.png", "\u{89}PNG".into()),
        ("c.html", page()),
    ]);
    folder.write("scan.png", b"\x89PNG\r\n\x1a\n");
    let run = folder.run(&["import", "One page.html", "scan.png", "c.html", "-o", "."]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(folder.has("one-page.yaml") && folder.has("one-page.txt") && folder.has("c.yaml"));
    assert!(!folder.has("scan.yaml") && !folder.has("scan.txt"));
    let refused = "topline: scan.png is a picture: it has no text; run it through text recognition (OCR), \
                   and import the PDF or the text\n";
    assert!(run.stderr.contains(refused), "{}", run.stderr);
    assert!(run.stderr.ends_with("topline: 1 of 3 files were not imported\n"), "{}", run.stderr);
    let run = folder.run(&["import", "c.html", "scan.png", "--id", "d"]).refused();
    assert_eq!(run, "topline: `--id` and `--url` are for one file; import the files one by one\n");
}

#[test]
fn nothing_is_written_over_and_both_files_are_written_or_none() {
    let folder = Folder::with(&[("a.html", page())]);
    folder.write("out/a.yaml", "mine");
    assert_eq!(
        folder.run(&["import", "a.html", "-o", "out"]).refused(),
        "topline: out/a.yaml already exists; choose another id, or another place with `-o`\n"
    );
    assert!(!folder.has("out/a.txt"));
    folder.remove("out/a.yaml");
    folder.write("out/a.txt", "mine");
    // What a run leaves that was killed between the two files is named with the way on.
    assert_eq!(
        folder.run(&["import", "a.html", "-o", "out"]).refused(),
        "topline: out/a.txt already exists, but no brief about it: start one with `topline new a --source \
         out/a.txt`, or choose another id\n"
    );
    assert!(!folder.has("out/a.yaml"));
    assert_eq!(folder.read("out/a.txt"), "mine");
    let refused = folder.run(&["import", "a.html", "-o", "nowhere"]).refused();
    let absent = "the folder nowhere does not exist; make it with `mkdir nowhere`, or choose another with `-o`\n";
    assert_eq!(refused, format!("topline: nowhere/a.txt cannot be written: {absent}"));
    for place in ["nowhere", "nowhere/"] {
        let refused = folder.run(&["new", "b", "-o", place]).refused();
        assert_eq!(refused, format!("topline: {}", absent.replacen("nowhere", place, 2)));
    }
    assert!(!folder.has("nowhere"));
}

#[test]
fn a_text_that_is_in_its_place_already_is_used_as_it_is() {
    let folder = Folder::with(&[("a.txt", text())]);
    let said = folder.run(&["import", "a.txt"]).said();
    assert!(said.starts_with("a.yaml: starter brief written with "), "{said}");
    assert!(folder.read("a.yaml").contains("  text: 'a.txt'\n"));
    // In another encoding it is not: it would have to be written over.
    folder.write("b.txt", b"A title\n\nThe caf\xe9 is shut.\n");
    assert!(
        folder.run(&["import", "b.txt"]).refused().starts_with("topline: b.txt already exists")
    );
    assert!(!folder.has("b.yaml"));
    folder.run(&["import", "b.txt", "--id", "c"]).said();
    assert_eq!(folder.read("c.txt"), "A title\n\nThe café is shut.\n");
}

#[test]
fn new_takes_the_same_files() {
    let folder = Folder::with(&[("saved/page.html", page()), ("briefs/keep.txt", String::new())]);
    let said = folder.run(&["new", "a", "--source", "saved/page.html", "-o", "briefs"]).said();
    assert!(said.starts_with("briefs/a.txt: 6 paragraphs of saved/page.html\n"), "{said}");
    assert_eq!(folder.read("briefs/a.txt"), text());
    assert!(folder.read("briefs/a.yaml").contains("  text: 'a.txt'\n"));
}

#[test]
fn what_cannot_be_imported_is_refused_with_the_way_out() {
    let folder = Folder::new();
    for (name, bytes, reason) in [
        (
            "a.rtf",
            &b"{\\rtf1\\ansi We act.}"[..],
            "is rich text (RTF), which is not imported; open it in a word \
            processor, save it as .docx or .odt, and import that",
        ),
        (
            "a.mp3",
            b"ID3\x04\0",
            "is a recording: it has no text; import its transcript or its subtitles \
            (.vtt or .srt)",
        ),
        (
            "a.bin",
            b"\x7fELF\x02\x01\x01\0\0\0\0",
            "is neither text nor of a kind that is known; save it as PDF, as \
            a web page or as text, and import that",
        ),
        (
            "a.html",
            b"<html><body><img src=a></body>",
            "has no text, read as `html`; name what it is with `--as`, \
            or copy what you see of it into a text file",
        ),
        (
            "a.txt",
            b"",
            "has no text, read as `text`; name what it is with `--as`, or copy what you see of it into \
            a text file",
        ),
    ] {
        folder.write(name, bytes);
        let refused = folder.run(&["import", name, "--id", "b"]).refused();
        assert_eq!(refused, format!("topline: {name} {reason}\n"));
    }
    let refused = folder.run(&["import", "none.html"]).refused();
    assert_eq!(refused, "topline: the source none.html does not exist, or is a broken link\n");
    let refused = folder.run(&["import", "a.html", "--url", "/a", "--id", "b"]).refused();
    assert!(refused.starts_with("topline: a.html has no text"), "{refused}");
    assert!(!folder.has("b.txt") && !folder.has("b.yaml"));
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let folder = Folder::new();
    let file = std::fs::File::create(folder.path("a.html")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    assert_eq!(
        folder.run(&["import", "a.html"]).refused(),
        "topline: the source a.html exceeds the limit of 64 MiB\n"
    );
}

#[test]
fn no_page_controls_a_terminal() {
    let hostile = sequences::around("words");
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>{hostile}</title><h1>{hostile}</h1>
        <meta name=author content='{hostile}'><meta property=og:site_name content='{hostile}'>
        <meta name=date content='{hostile}'><p>We act, {hostile}, said Dana Vale.</p>"
    );
    let folder = Folder::with(&[("a.html", page)]);
    let said = folder.run(&["import", "a.html"]).said();
    assert_harmless(&said, "what `import` says");
    for file in ["a.txt", "a.yaml"] {
        assert_harmless(&folder.read(file), file);
    }
}

/// The process waits for the file after it has limited itself.
#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_a_file_has_limits_of_memory_and_time() {
    let folder = Folder::new();
    let mut command = folder.topline(&["--import-apart", "html"]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // It takes more than a pipe holds only once it reads.
    stdin.write_all(&vec![b' '; 1 << 20]).unwrap();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].split_whitespace().next().unwrap().to_owned()
    };
    assert_eq!(limit("Max address space"), (2_u64 << 30).to_string());
    assert_eq!(limit("Max cpu time"), "60");
    stdin.write_all(b"<p>We act.").unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["Ok"]["text"], "We act.\n");
}

/// The system gives both processes less memory than the large page takes.
#[cfg(target_os = "linux")]
#[test]
fn a_page_that_takes_more_memory_than_there_is_is_refused() {
    const KIB: u32 = 80_000;
    let large = "<p>a".repeat(150_000);
    let folder = Folder::with(&[("small.html", "<p>We act."), ("large.html", &large)]);
    let import = |page: &str| {
        let plain = folder.topline(&["import", page]);
        let mut command = Command::new("sh");
        command.arg("-c").arg(format!("ulimit -v {KIB} && exec \"$@\"")).arg("sh");
        command.arg(plain.get_program()).args(plain.get_args());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        Run::new(command.current_dir(folder.root()).output().unwrap())
    };
    assert_eq!(import("small.html").code, 0);
    let refused = import("large.html");
    let message = "topline: large.html cannot be read: it is damaged, or takes too much memory or time; open it in \
                   the program that made it, and save it once more, or as plain text\n";
    assert_eq!((refused.code, refused.stderr.as_str()), (2, message));
    assert!(!folder.path("large.txt").exists() && !folder.path("large.yaml").exists());
}

#[test]
fn the_process_that_reads_a_file_refuses_what_no_import_asks_of_it() {
    let folder = Folder::new();
    for arguments in [&["--import-apart"][..], &["--import-apart", "nothing"]] {
        let run = piped(&folder, arguments, b"");
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (2, "", ""));
    }
}
