//! The text cut into pages of a given number of lines.

use proptest::prelude::*;
use topline::commands::print::{self, PrintSettings};
use topline::library::Library;
use topline::page::{Extent, Section};
use topline::text::width;

use super::support::{any_brief, assert_prints, at, full};
use crate::support::library::{library, library_of};

fn pages(library: &Library, settings: &PrintSettings) -> Vec<String> {
    print::text(library, settings).split('\u{c}').map(str::to_owned).collect()
}

fn of_length(length: usize) -> PrintSettings {
    PrintSettings { page_length: Some(length), ..at(72) }
}

#[test]
fn prints_the_shipped_briefs_in_pages() {
    assert_prints("shipped-pages-60.txt", &library(["briefs"]), &of_length(60));
}

#[test]
fn prints_a_marked_brief_in_short_pages() {
    assert_prints("full-pages-24.txt", &full(), &of_length(24));
}

#[test]
fn each_page_says_what_it_is_part_of_how_that_is_marked_and_its_number() {
    let pages = pages(&full(), &of_length(24));
    let count = pages.len();
    for (i, page) in pages.iter().enumerate() {
        let lines: Vec<&str> = page.lines().collect();
        let number = format!("page {} of {count}", i + 1);
        let label = ["BRIEF A", "ANNEX A", "CROSS-SOURCE", "BRIEF B", "ANNEX B"]
            .iter()
            .position(|label| lines[0].starts_with(label));
        assert!(label.is_some() && lines[0].ends_with(&number), "{page}");
        let is_marked = lines[0].contains("FOR OFFICIAL USE");
        assert_eq!(
            is_marked,
            lines.len() == 24 && lines[23].trim() == "FOR OFFICIAL USE",
            "{page}"
        );
        assert_eq!(is_marked, label < Some(3), "brief B has no marking: {page}");
    }
}

#[test]
fn says_again_over_the_page_who_speaks_and_what_columns_are_called() {
    let library = library(["briefs"]);
    let of = |section, page_length| {
        let extent = Extent::Sections(vec![section]);
        print::text(&library, &PrintSettings { extent, page_length, ..at(72) })
    };
    let printed = of(Section::Positions, Some(30));
    assert!(printed.contains("\n========================================================================\nNational Crime Agency (continued)\n  Reported:"), "{printed}");
    let tables = |page_length| of(Section::Figures, page_length).matches("Said by").count();
    assert!(tables(Some(20)) > tables(None));
}

#[test]
fn a_long_title_is_only_on_the_first_page() {
    let title = "Lights ".repeat(40);
    let gaps = "- Nobody knows.\n".repeat(40);
    let yaml = format!(
        "summary: Boats sail.\ngaps:\n{gaps}\nsource: {{title: {title}, publisher: unknown}}\n"
    );
    let pages = pages(&library_of(&[("long", &yaml, None)]), &of_length(30));
    let annex: Vec<&String> = pages.iter().filter(|page| page.starts_with("ANNEX")).collect();
    assert!(annex.len() > 1);
    assert!(annex[0].lines().nth(1).unwrap().starts_with("Lights"));
    assert!(annex[1].lines().nth(1).unwrap().starts_with("===="));
    assert!(pages.iter().all(|page| page.lines().count() <= 30));
}

const LENGTHS: std::ops::Range<usize> = 20..80;

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pages_are_no_longer_than_asked_and_hold_what_the_unbroken_text_does(
        yaml in any_brief(),
        columns in 60usize..=200,
        length in LENGTHS,
    ) {
        let library = library_of(&[("any", &yaml, None)]);
        let whole = print::text(&library, &at(columns));
        let pages = pages(&library, &PrintSettings { page_length: Some(length), ..at(columns) });
        let title = library.briefs().next().unwrap().source.title.clone();
        let marking = library.briefs().next().unwrap().marking.clone().unwrap();
        prop_assume!(width(&title) + 2 * width(&marking) < 4 * columns);
        for page in &pages {
            prop_assert!(page.lines().count() <= length, "{page}");
            let last = page.lines().rev().find(|line| !line.is_empty() && !marking.contains(line.trim()));
            let is_heading = last.is_some_and(|line| line.chars().all(|c| c.is_ascii_uppercase() || c == ' '));
            prop_assert!(!is_heading, "{page}");
        }
        let body: Vec<&str> = pages.iter().flat_map(|page| page.lines()).filter(|line| !line.is_empty()).collect();
        let mut rest = body.iter();
        for line in whole.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with("ANNEX A")) {
            prop_assert!(rest.any(|other| *other == line), "lost: {line}\n{}", pages.join("\n----\n"));
        }
    }
}
