//! The whole page is checked, not its claims alone.

use topline::brief::{Brief, Date};
use topline::evidence::{Evidence, Locked, SourceText};

use super::support::{brief, errors, gather, quote};

const TEXT: &str = "Board warns on unlit boats\n\
Dana Vale of the Harbour Safety Board said: “We inspected 84 boats and 17,000 lights.”\n\
The ministry promised £5m and six inspectors by June 2027.\n";

const QUOTES: &str = "  r: {form: reported, by: ministry, gist: promised money, paragraph: 3}\n\
claims:\n  c1: {text: It inspected 84 boats., by: vale, evidence: q}\n";

/// The errors of a brief with these further lines at its end.
#[track_caller]
fn check(more: &str) -> Vec<String> {
    let quotes = quote("vale", "We inspected 84 boats", "");
    errors(&gather(&brief("", &format!("{quotes}{QUOTES}{more}")), TEXT).1)
}

/// Fields that hold a text, each as a section of its own.
fn fields(text: &str) -> [String; 4] {
    let text = serde_json::to_string(text).unwrap();
    [
        format!("background: {text}\n"),
        format!("gaps:\n  - {text}\n"),
        format!("top_lines:\n  - {text}\n"),
        format!(
            "asks:\n  a1: {{kind: commitment, by: ministry, action: pay, note: {text}, evidence: q}}\n"
        ),
    ]
}

#[test]
fn a_figure_in_a_text_that_cites_nothing_is_anywhere_in_the_source() {
    for field in fields("It inspected 17,000 lights for £5m.") {
        assert_eq!(check(&field), [""; 0], "{field}");
    }
    for field in fields("It inspected 27,000 lights.") {
        let expected = "missing-figure: “27,000” is not in the source";
        assert_eq!(check(&field), [expected], "{field}");
    }
}

#[test]
fn a_figure_in_a_text_that_cites_is_in_what_it_cites() {
    assert_eq!(check("background: It promised £5m [r].\n"), [""; 0]);
    assert_eq!(
        check("background: It promised £5m [q].\n"),
        ["missing-figure: “£5m” is not in its evidence: `q` (¶2)"]
    );
    // Each sentence of prose rests on what it cites itself.
    assert_eq!(check("background: It promised £5m. It inspected 84 boats [q].\n"), [""; 0]);
    assert_eq!(check("background: It inspected 84 boats. [q] It promised £5m. [r]\n"), [""; 0]);
    assert_eq!(check("background: It promised £6m [other/r].\n"), [""; 0]);
}

#[test]
fn a_figure_in_a_gist_is_in_the_paragraph_that_the_quote_names() {
    let check = |gist: &str| {
        let sections =
            format!("quotes:\n  q: {{form: reported, by: ministry, gist: {gist}, paragraph: 3}}\n");
        errors(&gather(&brief("", &sections), TEXT).1)
    };
    assert_eq!(check("promised £5m by June"), [""; 0]);
    assert_eq!(check("promised £6m by June"), ["missing-figure: “£6m” is not in ¶3 of the source"]);
    assert_eq!(check("inspected 84 boats"), ["missing-figure: “84” is not in ¶3 of the source"]);
}

#[test]
fn the_summary_is_checked() {
    let yaml = |summary: &str| {
        format!(
            "summary: {summary}\nsource: {{title: Unlit boats, publisher: The Gazette, issued: 2026-02-09, text: text.txt}}\n"
        )
    };
    let check = |summary: &str| {
        let brief = crate::support::library::read_brief("test", &yaml(summary));
        errors(&Evidence::gather(&brief, Some(SourceText::new(TEXT)), None).problems)
    };
    assert_eq!(check("The board inspected 17,000 lights."), [""; 0]);
    assert_eq!(
        check("The board inspected 27,000 lights."),
        ["missing-figure: “27,000” is not in the source"]
    );
    assert_eq!(
        check("The board inspected fewer than 84 boats, and more than £5m is promised."),
        [""; 0]
    );
}

#[test]
fn a_bound_is_turned_round_anywhere_on_the_page() {
    let sections = "quotes:\n  q: {form: passage, by: source, gist: it cost money, paragraph: 1}\n\
                    background: It cost over £5m.\n";
    let (_, problems) = gather(&brief("", sections), "It cost under £5m.\n");
    assert_eq!(errors(&problems), ["turned-bound: this says “over”, but the source says “under”"]);
}

#[test]
fn what_the_brief_says_of_its_source_needs_no_citation() {
    assert_eq!(check("background: The Gazette printed it on Monday 9 February 2026.\n"), [""; 0]);
    let due = "asks:\n  a1: {kind: commitment, by: ministry, action: pay by May 2028, due: 2028-05, evidence: r}\n";
    assert_eq!(check(due), [""; 0]);
    let undated =
        "asks:\n  a1: {kind: commitment, by: ministry, action: pay by May, evidence: r}\n";
    assert_eq!(check(undated), ["missing-figure: “May” is not in its evidence: `r` (¶3)"]);
}

#[test]
fn an_author_may_count_and_point_to_places() {
    assert_eq!(check("background: It gives three reasons, in ¶2 and on page 4.\n"), [""; 0]);
    assert_eq!(
        check("background: It gives 3 reasons.\n"),
        ["missing-figure: “3” is not in the source"]
    );
}

#[test]
fn a_gap_may_name_what_the_source_does_not() {
    let gap = "gaps:\n  - Does not say what happened in 2023-24, on Tuesday or under section 12.\n  \
               - Does not say how the 84 boats were chosen.\n";
    assert_eq!(check(gap), [""; 0]);
    assert_eq!(
        check("gaps:\n  - Does not say how the 48 boats were chosen.\n"),
        ["missing-figure: “48” is not in the source"]
    );
}

#[test]
fn a_line_to_take_is_our_own() {
    assert_eq!(check("lines_to_take:\n  - We have paid £99m, “every penny of it”.\n"), [""; 0]);
}

/// A brief with a text for its background, whose source has a text that it names.
fn with_background(background: &str) -> Brief {
    let quotes = quote("vale", "We inspected 84 boats", "");
    brief("", &format!("{quotes}{QUOTES}background: {background}\n"))
}

#[test]
fn without_the_text_the_quotes_decide_if_they_are_locked() {
    let check = |background: &str| {
        let brief = with_background(background);
        let today = Date::parse("2026-02-10").unwrap();
        let locked = Locked::new(&brief, &SourceText::new("It inspected 85 boats."), today);
        errors(&Evidence::gather(&brief, None, Some(&locked)).problems)
    };
    assert_eq!(check("It inspected 84 boats."), [""; 0]);
    let missing = "missing-figure: “85” is not in any quote";
    assert_eq!(check("It inspected 85 boats."), [missing]);
}

#[test]
fn nothing_is_missing_from_a_text_that_is_not_there() {
    for background in [
        "It inspected 85 boats [q].",
        "It inspected 85 boats.",
        "It inspected “85 boats and all their lights”.",
    ] {
        let problems = Evidence::gather(&with_background(background), None, None).problems;
        assert_eq!(errors(&problems), [""; 0], "{background}");
    }
}

#[test]
fn words_in_quotation_marks_are_somewhere_in_the_source() {
    for field in fields("It saw “84 boats and 17,000 lights”.") {
        assert_eq!(check(&field), [""; 0], "{field}");
    }
    for field in fields("It saw “84 boats and all its lights”.") {
        let found = check(&field);
        let expected = "unsupported-quotation: “84 boats and all its lights” is in quotation marks, but not in the source";
        assert_eq!(found, [expected], "{field}");
    }
}

#[test]
fn a_speakers_words_are_marked_everywhere() {
    let text = "Dana Vale said: “We want every boat in the harbour to carry a light.”\n";
    let check = |field: &str| {
        let sections = format!("{}{field}", quote("vale", "We want every boat", ""));
        errors(&gather(&brief("", &sections), text).1)
    };
    for field in fields("They want every boat in the harbour to hold lamps.") {
        assert_eq!(check(&field), [""; 0], "{field}");
    }
    for field in fields("They want every boat in the harbour to carry a light.") {
        let found = check(&field);
        assert!(found.len() == 1 && found[0].starts_with("speakers-words"), "{field}: {found:?}");
    }
}

#[test]
fn a_date_may_be_given_for_its_distance_from_the_source() {
    let check = |source: &str, claim: &str| {
        let sections = format!(
            "{}claims:\n  c1: {{text: {claim}, by: vale, evidence: q}}\n",
            quote("vale", source, "")
        );
        errors(&gather(&brief("", &sections), &format!("Dana Vale said: “{source}”\n")).1)
    };
    for (source, claim) in [
        ("It sank yesterday.", "It sank on 8 February."),
        ("It sank on Friday.", "It sank on 6 February 2026."),
        ("It grew last year.", "It grew in 2025."),
        ("It acts next month.", "It acts in March."),
    ] {
        assert_eq!(check(source, claim), [""; 0], "{source} / {claim}");
    }
    assert_eq!(
        check("It sank yesterday.", "It sank on 7 February."),
        ["missing-figure: “7 February” is not in its evidence: `q` (¶1)"]
    );
}

#[test]
fn a_hundred_missing_figures_of_one_field_are_enough() {
    let more = format!("background: {}\n", "It inspected 48 boats. ".repeat(300));
    assert_eq!(check(&more).len(), 100);
}
