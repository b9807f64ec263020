//! How several briefs relate to each other, on the last page.

use proptest::prelude::*;
use topline::brief::Id;
use topline::commands::print::{self, PrintSettings};
use topline::library::Library;
use topline::page::{Extent, Section};
use topline::text::width;

use super::support::{any_brief, assert_prints, at, essence};
use crate::support::library::{library, library_of, sound};

/// A board's statement, a paper and a wire that repeat it, and a minister's reply.
fn letters() -> Library {
    sound(library(["tests/it/print/across"]))
}

fn cross_source(width: usize) -> PrintSettings {
    PrintSettings { extent: Extent::Sections(vec![Section::CrossSource]), ..at(width) }
}

/// The page on how the briefs relate to each other.
fn page(library: &Library) -> String {
    let printed = print::text(library, &cross_source(72));
    printed[printed.find("CROSS-SOURCE").unwrap()..].to_owned()
}

/// The text under a heading of the page, as far as the next blank line.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let from = page.find(&format!("\n{heading}\n")).unwrap();
    let body = &page[from + heading.len() + 2..];
    body.split("\n\n").next().unwrap()
}

#[test]
fn prints_what_sources_have_to_do_with_each_other() {
    assert_prints("across-72.txt", &letters(), &cross_source(72));
}

#[test]
fn has_the_matrix_only_where_it_fits() {
    for width in [40, 100] {
        assert_prints(&format!("across-{width}.txt"), &letters(), &cross_source(width));
    }
}

#[test]
fn prints_the_shipped_briefs_across_sources() {
    let printed = page(&library(["briefs"]));
    let points = section(&printed, "THE SAME POINT IN SEVERAL SOURCES");
    for pair in ["B-c1 C-c3", "B-c5 C-c2", "B-c9 C-c13", "B-c12 C-c11"] {
        let (first, other) = pair.split_once(' ').unwrap();
        let entry = &points[points.find(&format!("{first} ")).unwrap()..];
        assert!(
            entry[..entry.find("count it once").unwrap()].contains(&format!("Also {other} ")),
            "{points}"
        );
    }
    assert_eq!(points.matches("count it once").count(), 4);
    assert!(points.contains("Qualifies C-c9 ") && points.contains("Qualifies B-c3 "), "{points}");
    let asked = section(&printed, "WHAT WAS ASKED OF WHOM");
    assert!(asked.starts_with("Asks without an answer below have none in these sources.\n"));
    assert_eq!(asked.matches("Answered by").count(), 1, "{asked}");
    assert!(asked.contains("  Answered by D-a1 Tidewater Ferry Owners: "), "{asked}");
}

#[test]
fn a_chain_of_repeats_is_one_point_that_counts_once() {
    let printed = page(&letters());
    let points = section(&printed, "THE SAME POINT IN SEVERAL SOURCES");
    assert_eq!(points.matches("One point in 3 sources: count it once.").count(), 1, "{points}");
    assert!(points.contains("Also C-c1 ") && points.contains("Also D-c1 "), "{points}");
}

#[test]
fn independent_claimants_are_counted_and_one_claimant_is_no_confirmation() {
    let printed = page(&letters());
    assert!(printed.contains("2 claimants say so, each counted once."), "{printed}");
    let mut alone = letters().entries().to_vec();
    alone.remove(1);
    let printed = page(&Library::new(alone));
    let words: Vec<&str> = printed.split_whitespace().collect();
    let expected = "1 claimant says so: no independent confirmation.";
    assert!(words.join(" ").contains(expected), "{printed}");
}

#[test]
fn says_what_answers_an_ask_and_what_became_of_it() {
    let printed = page(&letters());
    let asked = section(&printed, "WHAT WAS ASKED OF WHOM");
    assert!(
        asked.contains("Answered by B-a1 Sir Ian Marsh: write a lighting code. [B1]"),
        "{asked}"
    );
    assert!(asked.contains("A-a3 Harbour Board: pay for lamps. [A4]\n  Rejected.\n"), "{asked}");
    assert!(asked.starts_with("Asks without an answer below have none in these sources.\n"));
}

#[test]
fn is_left_out_if_there_is_one_brief_or_it_is_not_asked_for() {
    let has_page = |library: &Library, settings: &PrintSettings| {
        print::text(library, settings).contains("\nCROSS-SOURCE")
    };
    assert!(has_page(&letters(), &at(72)));
    assert!(!has_page(&library(["briefs/ferry-lights.yaml"]), &at(72)));
    let asks_alone = PrintSettings { extent: Extent::Sections(vec![Section::Asks]), ..at(72) };
    assert!(!has_page(&letters(), &asks_alone));
}

#[test]
fn carries_the_marking_of_every_source() {
    let printed = page(&letters());
    assert!(printed.lines().next().unwrap().contains("OFFICIAL; OFFICIAL-SENSITIVE"), "{printed}");
    assert_eq!(printed.trim_end().lines().last().unwrap().trim(), "OFFICIAL; OFFICIAL-SENSITIVE");
}

#[test]
fn prints_one_persons_dossier() {
    let of = |id: &str, width| PrintSettings { official: Id::new(id), ..at(width) };
    assert_prints("official-vale-72.txt", &letters(), &of("vale", 72));
    assert_prints("official-ports-72.txt", &letters(), &of("ports", 72));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_briefs_fit_the_page_together(first in any_brief(), second in any_brief(), columns in 40usize..=200) {
        let second = second.replace("far/c2", "any/c2");
        let library = library_of(&[("any", &first, None), ("far", &second, None)]);
        prop_assert_eq!(library.briefs().count(), 2);
        let printed = print::text(&library, &cross_source(columns));
        prop_assert!(essence(&printed).contains("ContradictsB-c2"), "{printed}");
        let dossier = print::text(&library, &PrintSettings { official: Id::new("chair"), ..at(columns) });
        for line in printed.lines().chain(dossier.lines()) {
            prop_assert!(width(line) <= columns || line.contains("://"), "too wide: {line:?}");
            prop_assert!(!line.contains(char::is_control), "control character: {line:?}");
        }
    }
}
