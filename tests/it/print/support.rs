//! Briefs to print, and the printed page compared with a golden file.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::json;
use topline::commands::print::{self, PrintSettings};
use topline::library::Library;

use crate::support::library::{library_of, sound};

/// A brief with a marking, a note, a failed quotation and every other field, and a reply to it.
pub fn full() -> Library {
    let briefs = [
        ("full", include_str!("full.yaml"), Some(include_str!("full.source.txt"))),
        ("reply", include_str!("reply.yaml"), None),
    ];
    sound(library_of(&briefs))
}

#[track_caller]
pub fn assert_prints(golden: &str, library: &Library, settings: &PrintSettings) {
    let printed = print::text(library, settings);
    let file = Path::new("tests/it/print").join(golden);
    if std::env::var_os("TOPLINE_ACCEPT").is_some() {
        fs::write(&file, &printed).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(printed == expected, "{} differs; this is printed:\n{printed}", file.display());
}

pub fn at(width: usize) -> PrintSettings {
    PrintSettings { width, ..PrintSettings::default() }
}

/// Text of any kind: letters of every script, signs that take no column or two, controls,
/// brackets, quotation marks, long words, addresses.
pub fn any_text() -> impl Strategy<Value = String> {
    // A pattern as such would be parsed for every text.
    let matching = |pattern| prop::string::string_regex(pattern).unwrap();
    let piece = prop_oneof![
        4 => matching("[a-z]{1,9}"),
        2 => matching("\\PC{1,12}"),
        1 => matching("[“”\"'‘’«»\\[\\](){}:;.,…!?–—-]{1,3}"),
        1 => matching("[\u{1}-\u{1f}\u{7f}-\u{9f}\u{202e}\u{2066}]{1,2}"),
        1 => matching("[\u{a0}\u{2003}\u{200b}\u{2028}\u{ad}\u{301} ]{1,3}"),
        1 => matching("[日本語👩‍👧✓]{1,6}"),
        1 => matching("[a-z]{30,60}"),
        1 => Just("https://example.org/a-very-long-path/to-a-page?that=nobody&will=break".to_owned()),
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| format!("x{}", pieces.join(" ")))
}

/// A brief with any text in its fields. JSON is YAML.
pub fn any_brief() -> impl Strategy<Value = String> {
    prop::collection::vec(any_text(), 40).prop_map(|texts| {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap();
        let [summary, top_line, line, background, gap] =
            std::array::from_fn(|_| text().replace('[', "") + " [c1, q2].");
        json!({
            "summary": summary, "top_lines": [top_line], "lines_to_take": [line], "background": background,
            "gaps": [gap], "marking": text(), "prepared_by": text(),
            "source": {"title": text(), "publisher": text(), "author": text(), "based_on": text()},
            "organisations": {"org": text(), "other": text()},
            "officials": {
                "chair": {"name": text(), "post": text(), "organisation": "org"},
                "guest": {"name": text()},
            },
            "quotes": {
                "q1": {"form": "direct", "by": "chair", "exact": text(), "note": text()},
                "q2": {"form": "partial", "by": "org", "exact": text(), "inferred": true},
                "q3": {"form": "reported", "by": "chair", "gist": text(), "paragraph": 3, "to": "other"},
                "q4": {"form": "passage", "by": "source", "gist": text(), "at": text()},
                "q5": {"form": "passage", "by": "source", "exact": text(), "gist": text()},
                "q6": {"form": "reported", "by": ["guest", "org"], "gist": text(), "paragraph": 3, "at": text()},
            },
            "claims": {
                "c1": {"text": text(), "by": "chair", "evidence": ["q1", "q2"], "note": text()},
                "c2": {"text": text(), "by": "source", "evidence": "q4", "contradicts": ["c1", "far/c2"]},
            },
            "asks": {
                "a1": {"kind": "ask", "by": "chair", "to": ["org", "unstated"], "action": text(),
                       "instrument": text(), "due": text(), "evidence": "q3"},
                "an-id-that-nobody-would-write-but-that-the-format-allows": {
                    "kind": "action", "by": "org", "action": text(), "evidence": ["q1", "q4"]},
            },
        })
        .to_string()
    })
}

/// A text without what paper may change: white space and quotation marks.
pub fn essence(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"“”\"‘’'".contains(*c)).collect()
}
