//! The printed page, compared whole with the files in `tests/print/`.
//!
//! `TOPLINE_ACCEPT=1 cargo test --test print` writes these files anew; read them before you
//! commit them.

use std::fs;
use std::path::{Path, PathBuf};

use topline::commands::print::{PrintSettings, text};
use topline::library::{Library, Loading, find};

fn library(paths: &[&str]) -> Library {
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    Loading::start(find(&paths).unwrap(), Vec::new()).finish(|_| ())
}

#[track_caller]
fn assert_prints(golden: &str, paths: &[&str], settings: &PrintSettings) {
    let printed = text(&library(paths), settings);
    let file = Path::new("tests/print").join(golden);
    if std::env::var_os("TOPLINE_ACCEPT").is_some() {
        fs::write(&file, &printed).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(printed == expected, "{} differs; this is printed:\n{printed}", file.display());
}

const FERRY_LIGHTS: &[&str] = &["briefs/ferry-lights.yaml"];

#[test]
fn prints_the_shipped_briefs_at_72_columns() {
    assert_prints("shipped-72.txt", &["briefs"], &PrintSettings::default());
}

#[test]
fn prints_a_brief_at_several_widths() {
    for width in [40, 72, 100] {
        let settings = PrintSettings { width, ..PrintSettings::default() };
        assert_prints(&format!("ferry-lights-{width}.txt"), FERRY_LIGHTS, &settings);
    }
}

#[test]
fn prints_in_ascii() {
    let settings = PrintSettings { ascii: true, ..PrintSettings::default() };
    assert_prints("ferry-lights-ascii.txt", FERRY_LIGHTS, &settings);
}
