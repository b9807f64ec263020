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

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use topline::commands::Outcome;
use topline::commands::print::{self, PrintSettings};
use topline::page::{self, Extent, Section};
use topline::text::{to_ascii, width};

use self::support::{any_brief, any_text, assert_prints, at, essence, full};
use crate::support::library::{SHIPPED, library, library_of};

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

#[test]
fn composes_one_part_after_the_other_and_stops_when_told() {
    let mut labels = Vec::new();
    let label = |part: page::DocumentPart| part.label.to_string();
    let stopped = page::compose_each(&library(["briefs"]), &Extent::default(), label, |label| {
        labels.push(label);
        if labels.len() < 3 { Ok(()) } else { Err("full") }
    });
    assert_eq!(stopped, Err("full"));
    assert_eq!(labels, ["BRIEF A", "ANNEX A", "BRIEF B"]);
}

#[test]
fn composes_each_part_once_and_only_a_few_ahead_of_what_is_taken() {
    let names: Vec<String> = (100..300).map(|number| format!("small-{number}")).collect();
    let briefs: Vec<_> = names.iter().map(|name| (name.as_str(), SMALL, None)).collect();
    let composed = AtomicUsize::new(0);
    let count = |_| composed.fetch_add(1, Ordering::SeqCst);
    let (mut taken, mut ahead) = (0, 0);
    page::compose_each(&library_of(&briefs), &Extent::PageOne, count, |_| {
        ahead = ahead.max(composed.load(Ordering::SeqCst) - taken);
        taken += 1;
        Ok::<(), Infallible>(())
    })
    .unwrap();
    assert_eq!((taken, composed.into_inner()), (200, 200));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    assert!(ahead <= 6 * cores, "{ahead} at once");
}

#[test]
fn page_one_of_each_shipped_brief_fits_a_sheet_and_says_nothing_twice() {
    for name in SHIPPED {
        let library = library([format!("briefs/{name}.yaml")]);
        let printed = print::text(&library, &PrintSettings { extent: Extent::PageOne, ..at(72) });
        assert!(printed.lines().count() <= 60, "{printed}");
        assert!(!printed.contains("ANNEX"), "{printed}");
        let words: Vec<&str> = printed.split_whitespace().collect();
        let mut said: Vec<&[&str]> = words.windows(9).collect();
        said.sort_unstable();
        assert!(said.windows(2).all(|two| two[0] != two[1]), "{name}: {printed}");
    }
}

#[test]
fn the_annex_does_not_repeat_the_words_of_page_one() {
    let printed = print::text(&library(["briefs/nca-holyrood.yaml"]), &at(72));
    for quotation in ["This is not a one off", "We have seen some improvements", "We all owe it"] {
        assert_eq!(printed.matches(quotation).count(), 1, "{printed}");
    }
    let ferry = print::text(&library(["briefs/ferry-lights.yaml"]), &at(72));
    assert_eq!(ferry.matches("31 of 84 boats inspected").count(), 1, "{ferry}");
}

#[test]
fn quotations_that_do_not_fit_page_one_are_counted_and_in_the_annex() {
    let quotes: String = (1..=7)
        .map(|n| {
            format!("  q{n}: {{form: direct, by: tsb, exact: Boat {n} is unlit, paragraph: {n}}}\n")
        })
        .collect();
    let top_lines: String = (1..=7).map(|n| format!("- Line {n} [q{n}].\n")).collect();
    let yaml = format!(
        "summary: Boats sail.\nsource: {{title: Boats, publisher: unknown}}\ntop_lines:\n{top_lines}\
         organisations: {{tsb: Tidewater Safety Board}}\nquotes:\n{quotes}"
    );
    let library = library_of(&[("boats", &yaml, None)]);
    let short = print::text(&library, &PrintSettings { extent: Extent::PageOne, ..at(72) });
    assert!(short.contains("“Boat 5 is unlit”") && !short.contains("Boat 6"), "{short}");
    assert!(short.contains("\nAnd 2 more in the annex.\n"), "{short}");
    let full = print::text(&library, &at(72));
    assert!(
        full.contains("“Boat 6 is unlit”") && full.contains("Quoted on page one. [A1, A2,"),
        "{full}"
    );
    let long = yaml.replace("Boats sail.", &"Boats sail without any lights. ".repeat(100));
    let long = library_of(&[("boats", &long, None)]);
    let short = print::text(&long, &PrintSettings { extent: Extent::PageOne, ..at(72) });
    assert!(short.contains("And 6 more in the annex."), "one quotation always stays: {short}");
}

#[test]
fn says_once_which_asks_lack_a_date_or_an_answer() {
    let asks = "asks:\n  a1: {kind: ask, by: tsb, to: unstated, action: fit lights, evidence: q1}\n  \
                a2: {kind: ask, by: tsb, to: unstated, action: sail, evidence: q1}\n";
    let page = |asks: &str| {
        let library = library_of(&[("boats", &format!("{SMALL}{asks}"), None)]);
        print::text(&library, &PrintSettings { extent: Extent::PageOne, ..at(72) })
    };
    let both = page(asks);
    assert!(both.contains("\nNo ask has a date. No ask has an answer in this source.\n"), "{both}");
    let one = page(&asks.replace("action: sail", "due: 2026-06, status: accepted, action: sail"));
    assert!(one.contains("\nNo date: A-a1. No answer in this source: A-a1.\n"), "{one}");
    let none = page(&asks.replace("action:", "due: 2026-06, status: accepted, action:"));
    assert!(!none.contains("No date") && !none.contains("No ask"), "{none}");
}

#[test]
fn a_placeholder_does_not_go_out_as_if_it_were_text() {
    let draft = SMALL
        .replace("Boats sail [c1]. Nobody minds.", "TBC")
        .replace("text: Boats sail.", "text: XX boats");
    let printed = print::text(&library_of(&[("draft", &draft, None)]), &at(72));
    assert!(printed.contains("\nDRAFT     2 places to fill in\n"), "{printed}");
    assert!(printed.contains("\nSUMMARY\n[DRAFT: TBC]\n"), "{printed}");
    assert!(printed.contains("Tidewater Safety Board: [DRAFT: XX boats]"), "{printed}");
}

#[test]
fn ascii_keeps_together_what_a_no_break_space_does() {
    let yaml =
        SMALL.replace("Nobody minds.", "The fine is £20\u{a0}000 in all\u{a0}ports\u{a0}here.");
    let library = library_of(&[("boats", &yaml, None)]);
    for width in 40..=60 {
        let printed = print::text(&library, &PrintSettings { ascii: true, ..at(width) });
        assert!(printed.is_ascii());
        let whole = |words: &str| printed.lines().any(|line| line.contains(words));
        assert!(whole("GBP 20 000") && whole("all ports here."), "{printed}");
    }
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
    let outcome = print::announce(&library, &mut messages).unwrap();
    print::write(&library, &at(72), &mut out).unwrap();
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
    let error = print::announce(&library, &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "no briefs to print: every one was skipped");
    assert_eq!(print::text(&library, &at(72)), "");
}

#[test]
fn cites_the_page_of_a_text_that_has_pages_unless_the_brief_gives_one() {
    let yaml = "summary: x\nsource: {title: x, publisher: x, text: x.txt}\n\
        organisations: {board: The Board}\n\
        quotes:\n  q1: {form: direct, by: board, exact: Fit the lights.}\n\
        \u{20} q2: {form: direct, by: board, exact: Fit them now., at: col. 9}\n\
        \u{20} q3: {form: reported, by: board, gist: wants lights, paragraph: 1}\n";
    let text = "The Board wants lights.\n\n\u{c}The Board said: “Fit the lights.”\n\nIt said: “Fit them now.”\n";
    let paged = print::text(&library_of(&[("a", yaml, Some(text))]), &at(72));
    for citation in
        ["“Fit the lights.” [A2 (p. 2)]", "“Fit them now.” [A3 (col. 9)]", "[A1 (p. 1)]"]
    {
        assert!(paged.contains(citation), "{paged}");
    }
    let one_page = text.replace('\u{c}', "");
    let plain = print::text(&library_of(&[("a", yaml, Some(&one_page))]), &at(72));
    assert!(plain.contains("“Fit the lights.” [A2]"), "{plain}");
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
        let claims = brief.claims.iter().map(|claim| &claim.text);
        let asks = brief.asks.iter().map(|ask| &ask.action);
        let quotes = brief.quotes.iter().map(|quote| quote.words.text());
        let paper = essence(&printed);
        for text in claims.chain(asks).chain(quotes) {
            let text = if ascii { to_ascii(text) } else { text.to_string() };
            prop_assert!(paper.contains(&essence(&text)), "not on paper: {text:?}\n{printed}");
        }
    }
}
