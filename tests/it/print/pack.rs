//! Several briefs as one bundle.

use proptest::prelude::*;
use topline::commands::print::{self, PrintSettings};
use topline::library::Library;
use topline::page::Pack;
use topline::text::width;

use super::support::{any_brief, any_text, assert_prints, at, full};
use crate::support::library::{library, library_of, sound};
use crate::support::program::run;

/// Four briefs with sections that run over several pages.
fn four() -> Library {
    sound(library(["tests/it/print/across"]))
}

fn pack(title: &str) -> PrintSettings {
    let pack = Pack { title: Some(title.into()), annexes: true, across: true };
    PrintSettings { pack: Some(pack), ..at(72) }
}

fn pages(library: &Library, settings: &PrintSettings) -> Vec<String> {
    print::text(library, settings).split('\u{c}').map(str::to_owned).collect()
}

/// The labels in the table of contents on these pages, each with the page that it gives.
fn contents(pages: &[String]) -> Vec<(String, usize)> {
    let labels = ["ACROSS THE SOURCES", "BRIEF", "ANNEX"];
    let listed = pages.iter().flat_map(|page| {
        let below_head = page.lines().skip_while(|line| !line.starts_with("===")).skip(1);
        below_head.take_while(|line| !line.is_empty())
    });
    let mut entries: Vec<(String, usize)> = Vec::new();
    for line in listed {
        if labels.iter().any(|label| line.starts_with(label)) {
            entries.push((line.split("  ").next().unwrap().to_owned(), 0));
        }
        let number = line.rsplit(' ').next().unwrap();
        if let (Ok(number), Some(last)) = (number.parse(), entries.last_mut()) {
            last.1 = number;
        }
    }
    entries
}

/// The label in the head of a page of a brief, or of what the sources share.
fn label(page: &str) -> Option<&str> {
    let mut head = page.lines().take_while(|line| !line.starts_with("==="));
    head.find(|line| {
        let letter = line.strip_prefix("BRIEF ").or_else(|| line.strip_prefix("ANNEX "));
        *line == "ACROSS THE SOURCES" || matches!(letter, Some("A" | "B"))
    })
}

#[test]
fn prints_a_pack_of_four() {
    assert_prints("pack-72.txt", &four(), &pack("Lights on ferries"));
}

#[test]
fn a_pack_begins_with_cover_contents_and_what_the_sources_share_then_page_ones_then_annexes() {
    let pages = pages(&four(), &pack("Lights on ferries"));
    assert!(pages[0].starts_with("BRIEFING PACK"), "{}", pages[0]);
    let labels: Vec<String> = contents(&pages[1..2]).into_iter().map(|(label, _)| label).collect();
    let expected = "ACROSS THE SOURCES, BRIEF A, BRIEF B, BRIEF C, BRIEF D, ANNEX A, ANNEX B, ANNEX C, ANNEX D";
    assert_eq!(labels.join(", "), expected);
}

#[test]
fn each_head_names_the_pack_its_page_and_its_marking() {
    let pages = pages(&four(), &pack("Lights on ferries"));
    let count = pages.len();
    for (i, page) in pages.iter().enumerate().skip(1) {
        let head = format!(
            "Lights on ferries · page {} of {count} · OFFICIAL; OFFICIAL-SENSITIVE\n",
            i + 1
        );
        assert!(page.starts_with(&head), "{page}");
        assert!(page.lines().count() <= 60, "{page}");
        assert_eq!(page.lines().last().unwrap().trim(), "OFFICIAL; OFFICIAL-SENSITIVE", "{page}");
    }
}

#[test]
fn page_one_of_each_shipped_brief_is_one_page_of_the_pack() {
    let shipped = library(["briefs"]);
    let pages = pages(&shipped, &pack("Ferries and children"));
    for label in ["BRIEF A", "BRIEF B", "BRIEF C"] {
        let of_part = |page: &&String| page.lines().nth(1) == Some(label);
        assert_eq!(pages.iter().filter(of_part).count(), 1, "{label}");
    }
}

#[test]
fn a_short_pack_has_no_annexes_and_one_without_links_no_page_across_the_sources() {
    let print =
        |arguments: &[&str]| run(&[&["print", "briefs", "--pack"], arguments].concat()).done();
    let short = print(&["--short"]);
    assert!(short.contains("\nBRIEF C\n") && !short.contains("ANNEX"), "{short}");
    assert!(short.contains("\nACROSS THE SOURCES"), "{short}");
    assert!(!print(&["--no-cross-source"]).contains("ACROSS THE SOURCES"));
    assert!(print(&["--title", "Ferries\u{1b}[2J and children"]).starts_with("BRIEFING PACK"));
}

#[test]
fn a_title_without_a_pack_and_a_pack_of_sections_are_refused() {
    assert!(run(&["print", "briefs", "--title", "Boats"]).refused().contains("--pack"));
    assert!(
        run(&["print", "briefs", "--pack", "--section", "asks"]).refused().contains("--section")
    );
}

#[test]
fn the_cover_counts_the_sources_and_says_what_is_proved() {
    let cover = pages(&full(), &pack("Crews")).remove(0);
    for line in [
        "Sources   2, 1 March 2026; 1 with no date",
        "Prepared  March 2026 by Ferries team",
        "Checked   3 of 5 quotations verified, 1 failed; the text of 1 source is",
    ] {
        assert!(cover.contains(line), "{cover}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn contents_give_the_page_that_each_part_begins_on(
        first in any_brief(),
        second in any_brief(),
        title in any_text(),
        columns in 60usize..=120,
        length in 40usize..80,
    ) {
        let second = second.replace("far/c2", "any/c2");
        let library = library_of(&[("any", &first, None), ("far", &second, None)]);
        let settings =
            PrintSettings { width: columns, page_length: Some(length), ..pack(&title) };
        let pages = pages(&library, &settings);
        // The table of contents may be longer than a page.
        let first = pages.iter().position(|page| label(page).is_some()).unwrap();
        let listed = contents(&pages[1..first]);
        prop_assert_eq!(listed.len(), 5, "{}", pages[1..first].join("\n"));
        let mut begun = Vec::new();
        for (i, page) in pages.iter().enumerate().skip(first) {
            let label = label(page).expect("a label").to_owned();
            if begun.last().is_none_or(|(last, _)| *last != label) {
                begun.push((label, i + 1));
            }
            for line in page.lines() {
                prop_assert!(width(line) <= columns || line.contains("://"), "too wide: {line:?}");
                prop_assert!(!line.contains(char::is_control), "control character: {line:?}");
            }
        }
        prop_assert_eq!(listed, begun);
    }
}
