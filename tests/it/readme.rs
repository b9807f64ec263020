//! What the README shows is what the program does.
//!
//! Where a picture has changed for good, `TOPLINE_ACCEPT=1 cargo test --test readme` puts
//! the new one into the README and into `docs/pictures`; look at it before it is committed.
//! `rsvg-convert -o picture.png picture.svg` makes it one that every viewer shows.

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

use tempfile::TempDir;

#[test]
fn the_version_of_rust_is_the_one_that_is_needed() {
    let version = env!("CARGO_PKG_RUST_VERSION");
    assert!(
        readme().contains(&format!("[Rust](https://rustup.rs) {version} or newer")),
        "{version}"
    );
}

#[test]
fn the_first_brief_is_sound() {
    let folder = first_brief(|yaml| yaml);
    let output = topline(&["check", "--strict", "unlit-boats.yaml"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
}

/// The pictures of `docs/pictures`, and the frames of the reader that they are.
const PICTURES: [(&str, &[&str]); 2] = [
    ("reader", &["--at", "ferry-lights/c1", "--snapshot", "110x26"]),
    ("search", &["--at", "nca-holyrood/c1", "--keys", "/images", "--snapshot", "110x26"]),
];

#[test]
fn the_pictures_are_of_the_reader_as_it_is() {
    for (name, arguments) in PICTURES {
        for theme in ["light", "dark"] {
            let options = ["read", "--theme", theme, "--as", "svg"];
            let picture = shown(&topline(&[&options, arguments].concat(), root()));
            let file = format!("docs/pictures/{name}-{theme}.svg");
            assert!(readme().contains(&file), "{file}");
            if env::var_os("TOPLINE_ACCEPT").is_some() {
                fs::write(root().join(file), picture).unwrap();
            } else {
                let kept = fs::read_to_string(root().join(&file)).unwrap();
                assert!(
                    kept == picture,
                    "{file} shows what was; see the head of tests/it/readme.rs"
                );
            }
        }
    }
}

#[test]
fn the_frame_is_of_the_reader_as_it_is() {
    let frame = topline(&["read", "--at", "ferry-lights/c1", "--snapshot", "80x24"], root());
    assert_shows("\n topline", &shown(&frame));
}

#[test]
fn what_is_shown_of_the_program_is_what_it_does() {
    let folder = first_brief(|yaml| yaml.replace("boats and 31 had", "boats and 32 had"));
    let report = topline(&["check", "unlit-boats.yaml"], folder.path());
    assert_shows("\nerror[", &shown(&report));
}

/// The brief that the README tells how to write, after a change, beside its source.
fn first_brief(change: impl Fn(String) -> String) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let readme = readme();
    let block = |language: &str| {
        let (_, rest) = readme.split_once(&format!("\n   ```{language}")).unwrap();
        let (block, _) = rest.split_once("   ```\n").unwrap();
        block.replace("\n   ", "\n").trim_start().to_owned()
    };
    fs::write(folder.path().join("unlit-boats.txt"), block("text")).unwrap();
    fs::write(folder.path().join("unlit-boats.yaml"), change(block("yaml"))).unwrap();
    folder
}

/// Fails unless the block of the README that begins with `start` is `shown`.
#[track_caller]
fn assert_shows(start: &str, shown: &str) {
    let readme = readme();
    let from = readme.find(&format!("```text{start}")).unwrap() + "```text\n".len();
    let to = from + readme[from..].find("```\n").unwrap();
    if env::var_os("TOPLINE_ACCEPT").is_some() {
        fs::write(root().join("README.md"), [&readme[..from], shown, &readme[to..]].concat())
            .unwrap();
    } else {
        assert_eq!(&readme[from..to], shown, "see the head of tests/it/readme.rs");
    }
}

fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn topline(arguments: &[&str], folder: &Path) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("HOME", home.path())
        .env_remove("TOPLINE_LIBRARY");
    for variable in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, home.path());
    }
    command.output().unwrap()
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
