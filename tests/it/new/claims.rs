//! Which sentences with figures become claims.

use super::start;

/// The paragraphs of the claims of a text, in order.
#[track_caller]
fn paragraphs(text: &str) -> Vec<u32> {
    let (_, brief) = start(text);
    let evidence = brief.claims.iter().map(|claim| &brief.quotes[&claim.evidence[0]]);
    evidence.filter_map(|quote| quote.paragraph).collect()
}

/// Words without a figure, so that a text is not all lead.
fn filler() -> String {
    "The quay was wet and the crews were tired of it. ".repeat(15)
}

#[test]
fn the_figures_that_matter_come_before_those_that_do_not() {
    let text = format!(
        "Boats go dark\n\n{}\n\nThe quay has 24 lamps. The pier has 16 steps. It is 300 metres long. The \
         yard has 12 sheds. The shop sells 40 ropes.\n\nThe lamps cost £4.2 million.\n\nA third of boats \
         sail without one.\n\nThe yard employs 210 people.\n\nThe harbour counted 31,000 crossings.\n",
        filler()
    );
    assert_eq!(paragraphs(&text), [4, 5, 6, 7]);
}

#[test]
fn what_changes_and_what_comes_first_weighs_more() {
    let steps: String =
        (0..8).map(|n| format!("{}\n\nThe pier has 2{n} steps.\n\n", filler())).collect();
    let text =
        format!("Boats go dark\n\nThe quay has 31 lamps.\n\n{steps}Night sailings rose to 96.\n");
    let found = paragraphs(&text);
    assert!(found.contains(&2) && found.contains(&19), "{found:?}");
}

#[test]
fn claims_are_spread_over_a_text() {
    let sums: String = (1..=6).map(|n| format!("The lamps of pier {n} cost £{n}2,000. ")).collect();
    let rest: String =
        (1..=9).map(|n| format!("\n\n{}\n\nThe yard has 3{n} boats.", filler())).collect();
    let found = paragraphs(&format!("Boats go dark\n\n{}\n\n{sums}{rest}\n", filler()));
    let of_sums = found.iter().filter(|paragraph| **paragraph == 3).count();
    assert!((2..=4).contains(&of_sums) && found.len() > of_sums + 2, "{found:?}");
}

#[test]
fn numbers_that_only_say_which_are_no_figures() {
    for sentence in [
        "Routes 4, 9 and 12 will close for the winter.",
        "The 42 bus meets every boat at the quay.",
        "It sails from platform 3 and from berths 11 to 14.",
        "The plan is on page 31 of the report.",
    ] {
        let (yaml, brief) = start(&format!("Boats go dark\n\n{sentence}\n"));
        assert!(brief.claims.is_empty(), "{yaml}");
    }
    for sentence in [
        "The 42 bus drivers of the town are on strike.",
        "The board has 42 buses on the road.",
        "It saw 31 boats on routes 4 and 9 alone.",
    ] {
        let (yaml, brief) = start(&format!("Boats go dark\n\n{sentence}\n"));
        assert_eq!(brief.claims.len(), 1, "{yaml}");
    }
}

#[test]
fn the_paragraphs_of_the_others_are_named() {
    let text: String =
        (1..=9).map(|n| format!("The yard of pier {n} has {n}5 boats.\n\n")).collect();
    let (yaml, brief) = start(&format!("Boats go dark\n\n{text}"));
    assert_eq!(brief.claims.len(), 4, "{yaml}");
    let note = "# Only 4 sentences with figures are proposed, those that seem to matter most; there are more in ¶";
    assert!(yaml.contains(note), "{yaml}");
}
