//! The README shows what the program does.
//!
//! If a picture has changed for good, `TOPLINE_ACCEPT=1 cargo test --test it readme::` puts the new
//! one into the README and into `docs/pictures`. Look at it before you commit it:
//! `rsvg-convert -o picture.png picture.svg` makes a picture that every viewer shows.

use std::path::Path;
use std::{env, fs};

use crate::support::library::Folder;
use crate::support::program;

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
    let run = folder.run(&["check", "--strict", "unlit-boats.yaml"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

/// The pictures of `docs/pictures`, and the arguments that draw each.
const PICTURES: [(&str, &[&str]); 3] = [
    ("front", &["--snapshot", "110x30"]),
    ("reader", &["--at", "ferry-lights/c1", "--snapshot", "110x26"]),
    ("search", &["--at", "nca-holyrood/c1", "--keys", "/images", "--snapshot", "110x26"]),
];

#[test]
fn the_pictures_are_of_the_reader_as_it_is() {
    for (name, arguments) in PICTURES {
        for theme in ["light", "dark"] {
            let options = ["read", "--theme", theme, "--as", "svg"];
            let picture = program::run(&[&options, arguments].concat()).stdout;
            let file = format!("docs/pictures/{name}-{theme}.svg");
            assert!(readme().contains(&file), "{file}");
            if env::var_os("TOPLINE_ACCEPT").is_some() {
                fs::write(root().join(file), picture).unwrap();
            } else {
                let kept = fs::read_to_string(root().join(&file)).unwrap();
                assert!(
                    kept == picture,
                    "{file} is out of date; see the top of tests/it/readme.rs"
                );
            }
        }
    }
}

#[test]
fn the_frame_is_of_the_reader_as_it_is() {
    let run = program::run(&["read", "--at", "ferry-lights/c1", "--snapshot", "80x24"]);
    assert_shows("\n topline", &run.stdout);
}

#[test]
fn what_is_shown_of_the_program_is_what_it_does() {
    let folder = first_brief(|yaml| yaml.replace("boats and 31 had", "boats and 32 had"));
    assert_shows("\nerror[", &folder.run(&["check", "unlit-boats.yaml"]).stdout);
}

/// A folder of the brief that the README shows how to write, after a change, and of its source.
fn first_brief(change: impl Fn(String) -> String) -> Folder {
    let readme = readme();
    let block = |language: &str| {
        let (_, rest) = readme.split_once(&format!("\n   ```{language}")).unwrap();
        let (block, _) = rest.split_once("   ```\n").unwrap();
        block.replace("\n   ", "\n").trim_start().to_owned()
    };
    Folder::with(&[("unlit-boats.txt", block("text")), ("unlit-boats.yaml", change(block("yaml")))])
}

/// Fails unless `shown` is the block of the README that begins with `start`.
#[track_caller]
fn assert_shows(start: &str, shown: &str) {
    let readme = readme();
    let from = readme.find(&format!("```text{start}")).unwrap() + "```text\n".len();
    let to = from + readme[from..].find("```\n").unwrap();
    if env::var_os("TOPLINE_ACCEPT").is_some() {
        fs::write(root().join("README.md"), [&readme[..from], shown, &readme[to..]].concat())
            .unwrap();
    } else {
        assert_eq!(&readme[from..to], shown, "see the top of tests/it/readme.rs");
    }
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
