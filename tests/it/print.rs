//! The printed page.
//!
//! Whole pages are compared with the files in `tests/it/print/`.
//! `TOPLINE_ACCEPT=1 cargo test --test it print::` rewrites them: read them before you commit them.

mod across;
mod docx;
mod formats;
mod html;
mod json;
mod markdown;
mod pack;
mod paging;
mod program;
mod support;

use proptest::prelude::*;
use topline::commands::Outcome;
use topline::commands::print::{self, PrintSettings};
use topline::page::{Extent, Section};
use topline::text::{to_ascii, width};

use self::support::{any_brief, any_text, assert_prints, at, essence, full};
use crate::support::library::{library, library_of};

#[test]
fn prints_the_shipped_briefs() {
    assert_prints("shipped-72.txt", &library(["briefs"]), &at(72));
}

#[test]
fn prints_a_brief_at_any_width() {
    let library = library(["briefs/ferry-lights.yaml"]);
    for width in [40, 72, 100] {
        assert_prints(&format!("ferry-lights-{width}.txt"), &library, &at(width));
    }
}

#[test]
fn prints_a_brief_in_ascii() {
    let settings = PrintSettings { ascii: true, ..at(72) };
    let library = library(["briefs/ferry-lights.yaml"]);
    assert_prints("ferry-lights-ascii.txt", &library, &settings);
    assert!(print::text(&library, &settings).is_ascii());
}

#[test]
fn prints_every_field_and_every_doubt() {
    assert_prints("full-72.txt", &full(), &at(72));
}

#[test]
fn prints_the_sections_asked_for_in_the_order_of_the_page() {
    let sections = vec![Section::Background, Section::TopLines, Section::LinesToTake];
    let printed = print::text(
        &library(["briefs/ferry-lights.yaml"]),
        &PrintSettings { extent: Extent::Sections(sections), ..at(72) },
    );
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
fn cites_a_printed_brief_by_letter_and_another_by_address() {
    let citing = SMALL.replace("[c1]", "[c1, small/c1, elsewhere/c1, elsewhere/c1, small/q1]");
    let library = library_of(&[("citing", &citing, None), ("small", SMALL, None)]);
    let sections = vec![Section::Summary];
    let printed =
        print::text(&library, &PrintSettings { extent: Extent::Sections(sections), ..at(72) });
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
        "topline: skipped broken.yaml: line 5: this brief has no item `tbs`; run `topline check`\n"
    );
}

#[test]
fn prints_nothing_if_no_brief_is_sound() {
    let library = library_of(&[("broken", "summary: [", None)]);
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let error = print::run(&library, &at(72), &mut out, &mut messages).unwrap_err();
    assert_eq!(error.to_string(), "no briefs to print: every one was skipped");
    assert!(out.is_empty());
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
