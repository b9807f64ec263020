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
fn the_first_brief_is_checked_once_the_places_are_filled_in() {
    let page = block(&readme(), "   ", "html");
    let folder = Folder::with(&[("unlit-boats.html", page)]);
    let run = folder.run(&["import", "unlit-boats.html"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let starter = folder.read("unlit-boats.yaml");
    let mut places = starter.split_inclusive('\n').filter(|line| {
        let is_comment = line.trim_start().starts_with('#');
        !is_comment && line.contains("FILL IN") && !line.contains("# FILL IN")
    });
    let readme = readme();
    let rows = readme.split("\n   | where | what you write |\n").nth(1).unwrap();
    let rows = rows.lines().skip(1).take_while(|row| row.starts_with("   | "));
    let mut filled = starter.clone();
    for row in rows {
        let written = row.rsplit(" | ").next().unwrap().trim_end_matches(" |");
        let place = places.next().unwrap_or_else(|| panic!("nowhere to write: {row}\n{starter}"));
        let quoted = format!("\"{written}\"");
        let line = if place.contains("'FILL IN'") {
            place.replace("'FILL IN'", &quoted)
        } else {
            place.replace("FILL IN", written)
        };
        filled = filled.replacen(place, &line, 1);
    }
    assert_eq!(places.next(), None, "{starter}");
    folder.write("unlit-boats.yaml", &filled);
    let run = folder.run(&["check", "--strict", "unlit-boats.yaml"]);
    assert_eq!(run.code, 0, "{}\n{filled}", run.stdout);
}

#[test]
fn the_brief_that_is_shown_whole_is_sound() {
    let run = whole_brief(|yaml| yaml).run(&["check", "--strict", "unlit-boats.yaml"]);
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
    let folder = whole_brief(|yaml| yaml.replace("boats and 31 had", "boats and 32 had"));
    assert_shows("\nerror[", &folder.run(&["check", "unlit-boats.yaml"]).stdout);
}

/// A folder of the brief that `docs/writing.md` shows, after a change, and of its source.
fn whole_brief(change: impl Fn(String) -> String) -> Folder {
    let page = fs::read_to_string(root().join("docs/writing.md")).unwrap();
    let [text, yaml] = ["text", "yaml"].map(|language| block(&page, "", language));
    Folder::with(&[("unlit-boats.txt", text), ("unlit-boats.yaml", change(yaml))])
}

/// The first block of a page in this language, whose lines are indented.
fn block(page: &str, indent: &str, language: &str) -> String {
    let (_, rest) = page.split_once(&format!("\n{indent}```{language}\n")).unwrap();
    let (block, _) = rest.split_once(&format!("{indent}```\n")).unwrap();
    block.lines().map(|line| format!("{}\n", line.strip_prefix(indent).unwrap_or(line))).collect()
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
