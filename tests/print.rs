//! The printed page.
//!
//! Whole pages are compared with the files in `tests/print/`, which
//! `TOPLINE_ACCEPT=1 cargo test --test print` writes anew: read them before you commit them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::json;
use topline::brief::{self, Id};
use topline::commands::Outcome;
use topline::commands::print::{self, PrintSettings};
use topline::evidence::{Evidence, SourceText};
use topline::library::search::Index;
use topline::library::{Entry, Library, Loading, Origin, find};
use topline::page::Section;
use topline::text::{to_ascii, width};

/// The briefs under a path, with the texts of their sources that are there.
fn library(path: &str) -> Library {
    Loading::start(find(&[PathBuf::from(path)]).unwrap(), Vec::new()).finish(|_| ())
}

/// A library of briefs given as YAML, with the texts of their sources.
fn library_of(briefs: &[(&str, &str, Option<&str>)]) -> Library {
    let entry = |&(id, yaml, text): &(&str, &str, Option<&str>)| {
        let id = Id::new(id).unwrap();
        let reading = brief::read(&id, yaml.as_bytes());
        let text = text.map(SourceText::new);
        let evidence =
            reading.brief.as_ref().map(|brief| Evidence::gather(brief, text, None)).unwrap_or_default();
        Entry {
            origin: Origin::File(format!("{id}.yaml").into()),
            id,
            yaml: reading.yaml,
            brief: reading.brief,
            problems: reading.problems,
            evidence,
            index: Index::default(),
            source_file: None,
        }
    };
    Library::new(briefs.iter().map(entry).collect())
}

#[track_caller]
fn assert_prints(golden: &str, library: &Library, settings: &PrintSettings) {
    let printed = print::text(library, settings);
    let file = Path::new("tests/print").join(golden);
    if std::env::var_os("TOPLINE_ACCEPT").is_some() {
        fs::write(&file, &printed).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(printed == expected, "{} differs; this is printed:\n{printed}", file.display());
}

fn at(width: usize) -> PrintSettings {
    PrintSettings { width, ..PrintSettings::default() }
}

#[test]
fn prints_the_shipped_briefs() {
    assert_prints("shipped-72.txt", &library("briefs"), &at(72));
}

#[test]
fn prints_a_brief_at_any_width() {
    let library = library("briefs/ferry-lights.yaml");
    for width in [40, 72, 100] {
        assert_prints(&format!("ferry-lights-{width}.txt"), &library, &at(width));
    }
}

#[test]
fn prints_a_brief_in_ascii() {
    let settings = PrintSettings { ascii: true, ..at(72) };
    let library = library("briefs/ferry-lights.yaml");
    assert_prints("ferry-lights-ascii.txt", &library, &settings);
    assert!(print::text(&library, &settings).is_ascii());
}

#[test]
fn prints_every_field_and_every_doubt() {
    let full = fs::read_to_string("tests/print/full.yaml").unwrap();
    let reply = fs::read_to_string("tests/print/reply.yaml").unwrap();
    let text = fs::read_to_string("tests/print/full.source.txt").unwrap();
    let library = library_of(&[("full", &full, Some(&text)), ("reply", &reply, None)]);
    for entry in library.entries() {
        assert!(entry.brief.is_some(), "{:?}", entry.problems);
    }
    assert_prints("full-72.txt", &library, &at(72));
}

#[test]
fn prints_the_sections_asked_for_in_the_order_of_the_page() {
    let sections = vec![Section::Background, Section::TopLines, Section::LinesToTake];
    let printed = print::text(&library("briefs/ferry-lights.yaml"), &PrintSettings { sections, ..at(72) });
    let headings: Vec<&str> =
        printed.split("\n\n").skip(1).map(|section| section.lines().next().unwrap()).collect();
    assert_eq!(headings, ["TOP LINES", "BACKGROUND"]);
}

const SMALL: &str = "
summary: Boats sail [c1]. Nobody minds.
source: {title: Boats, publisher: unknown}
organisations: {tsb: Tidewater Safety Board}
quotes: {q1: {form: reported, by: tsb, gist: boats sail, paragraph: 2}}
claims: {c1: {text: Boats sail., by: tsb, evidence: q1}}
";

#[test]
fn cites_another_brief_by_letter_where_it_is_printed_and_by_address_where_not() {
    let citing = SMALL.replace("[c1]", "[c1, small/c1, elsewhere/c1, elsewhere/c1, small/q1]");
    let library = library_of(&[("citing", &citing, None), ("small", SMALL, None)]);
    let sections = vec![Section::Summary];
    let printed = print::text(&library, &PrintSettings { sections, ..at(72) });
    assert!(printed.contains("\nBoats sail. [A2, B2, elsewhere/c1] Nobody minds.\n"), "{printed}");
}

#[test]
fn names_a_broken_brief_and_prints_the_others() {
    let broken = SMALL.replace("by: tsb", "by: tbs");
    let library = library_of(&[("broken", &broken, None), ("small", SMALL, None)]);
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let outcome = print::run(&library, &at(72), &mut out, &mut messages).unwrap();
    assert_eq!(outcome, Outcome::No);
    assert!(String::from_utf8(out).unwrap().starts_with("BRIEF A\nBoats\n"));
    assert_eq!(
        String::from_utf8(messages).unwrap(),
        "topline: broken.yaml is left out: line 5: there is no `tbs` in this brief; run topline check\n"
    );
}

#[test]
fn prints_nothing_where_no_brief_is_sound() {
    let library = library_of(&[("broken", "summary: [", None)]);
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let error = print::run(&library, &at(72), &mut out, &mut messages).unwrap_err();
    assert_eq!(error.to_string(), "no brief can be printed");
    assert!(out.is_empty());
}

/// Text of any kind: letters of every script, signs that take no column or two, controls,
/// brackets, marks, long words, addresses.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,9}",
        2 => "\\PC{1,12}",
        1 => "[“”\"'‘’«»\\[\\](){}:;.,…!?–—-]{1,3}",
        1 => "[\u{1}-\u{1f}\u{7f}-\u{9f}\u{202e}\u{2066}]{1,2}",
        1 => "[\u{a0}\u{2003}\u{200b}\u{2028}\u{ad}\u{301} ]{1,3}",
        1 => "[日本語👩‍👧✓]{1,6}",
        1 => "[a-z]{30,60}",
        1 => Just("https://example.org/a-very-long-path/to-a-page?that=nobody&will=break".to_owned()),
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| format!("x{}", pieces.join(" ")))
}

/// A brief with any text in its fields. JSON is YAML.
fn any_brief() -> impl Strategy<Value = String> {
    prop::collection::vec(any_text(), 32).prop_map(|texts| {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap();
        let [summary, top_line, line, background, gap] =
            std::array::from_fn(|_| text().replace('[', "") + " [c1, q2].");
        json!({
            "summary": summary, "top_lines": [top_line], "lines_to_take": [line], "background": background,
            "gaps": [gap], "marking": text(), "prepared_by": text(),
            "source": {"title": text(), "publisher": text(), "author": text(), "based_on": text()},
            "organisations": {"org": text(), "other": text()},
            "officials": {"chair": {"name": text(), "post": text(), "organisation": "org"}},
            "quotes": {
                "q1": {"form": "direct", "by": "chair", "exact": text(), "note": text()},
                "q2": {"form": "partial", "by": "org", "exact": text(), "inferred": true},
                "q3": {"form": "reported", "by": "chair", "gist": text(), "paragraph": 3, "to": "other"},
                "q4": {"form": "passage", "by": "source", "gist": text()},
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

/// What of a text is told apart on paper: neither white space nor the kind of quotation mark.
fn essence(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"“”\"‘’'".contains(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_brief_fits_the_page_and_is_on_it(
        yaml in any_brief(),
        source in prop::option::of(any_text()),
        width_asked in 40usize..=200,
        ascii: bool,
    ) {
        let library = library_of(&[("any", &yaml, source.as_deref())]);
        prop_assert!(library.briefs().next().is_some(), "{:?}", library.entries()[0].problems);
        let printed = print::text(&library, &PrintSettings { ascii, ..at(width_asked) });
        for line in printed.lines() {
            prop_assert!(width(line) <= width_asked || line.contains("://"), "too wide: {line:?}");
            prop_assert_eq!(line, line.trim_end());
            prop_assert!(!line.contains(char::is_control), "control character: {line:?}");
        }
        prop_assert!(printed.ends_with('\n') && !printed.starts_with('\n') && !printed.contains("\n\n\n"));

        let brief = library.briefs().next().unwrap();
        let claims = brief.claims.values().map(|claim| &claim.text);
        let asks = brief.asks.values().map(|ask| &ask.action);
        let quotes = brief.quotes.values().map(|quote| quote.words.text());
        let paper = essence(&printed);
        for text in claims.chain(asks).chain(quotes) {
            let text = if ascii { to_ascii(text) } else { text.to_string() };
            prop_assert!(paper.contains(&essence(&text)), "not on paper: {text:?}\n{printed}");
        }
    }
}
