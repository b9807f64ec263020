//! Bounds of figures: turned round, left out, added, or kept in other words; and denials.

use topline::brief::Rule;

use super::figures::check;
use super::support::{brief, gather, quote};

/// The rules that a claim breaks which rests on a quote of Dana Vale's.
#[track_caller]
fn broken(source: &str, claim: &str) -> Vec<Rule> {
    let claim = serde_json::to_string(claim).unwrap();
    let sections = format!(
        "{}claims:\n  c1: {{text: {claim}, by: vale, evidence: q}}\n",
        quote("vale", source, "")
    );
    let text = format!("Dana Vale said: “{source}”\n");
    let (_, problems) = gather(&brief("", &sections), &text);
    problems.iter().map(|problem| problem.rule).filter(|rule| *rule != Rule::Orphan).collect()
}

const AT_MOST: &[&str] = &[
    "fewer than 500 boats",
    "less than 500 boats",
    "under 500 boats",
    "up to 500 boats",
    "at most 500 boats",
    "no more than 500 boats",
    "not more than 500 boats",
    "500 boats or fewer",
    "as many as 500 boats",
    "a maximum of 500 boats",
    "below 500 boats",
    "just under 500 boats",
    "almost 500 boats",
    "close to 500 boats",
];

const AT_LEAST: &[&str] = &[
    "more than 500 boats",
    "over 500 boats",
    "at least 500 boats",
    "no fewer than 500 boats",
    "not less than 500 boats",
    "500 boats or more",
    "500-plus boats",
    "500+ boats",
    "in excess of 500 boats",
    "upwards of 500 boats",
    "a minimum of 500 boats",
    "above 500 boats",
];

const ABOUT: &[&str] = &[
    "about 500 boats",
    "around 500 boats",
    "some 500 boats",
    "roughly 500 boats",
    "an estimated 500 boats",
    "approximately 500 boats",
    "c. 500 boats",
];

#[test]
fn a_bound_turned_round_is_an_error() {
    for (bounds, others) in [(AT_MOST, AT_LEAST), (AT_LEAST, AT_MOST)] {
        for (bound, other) in bounds.iter().flat_map(|bound| others.iter().map(move |o| (bound, o)))
        {
            let found = broken(&format!("We saw {bound} there."), &format!("They saw {other}."));
            assert_eq!(found, [Rule::TurnedBound], "{bound} / {other}");
        }
    }
}

#[test]
fn a_bound_kept_in_other_words_is_right() {
    for bounds in [AT_MOST, AT_LEAST, ABOUT] {
        for (bound, other) in bounds.iter().flat_map(|bound| bounds.iter().map(move |o| (bound, o)))
        {
            let found = broken(&format!("We saw {bound} there."), &format!("They saw {other}."));
            assert_eq!(found, [], "{bound} / {other}");
        }
    }
}

#[test]
fn a_bound_left_out_or_added_is_a_warning() {
    for bound in [AT_MOST, AT_LEAST, ABOUT].concat() {
        let found = broken(&format!("We saw {bound} there."), "They saw 500 boats.");
        assert_eq!(found, [Rule::DroppedHedge], "{bound}");
    }
    for bound in [AT_MOST, AT_LEAST].concat() {
        let found = broken("We saw 500 boats there.", &format!("They saw {bound}."));
        assert_eq!(found, [Rule::DroppedHedge], "{bound}");
    }
    assert_eq!(broken("We saw 500 boats.", "They saw about 500 boats."), []);
}

#[test]
fn bounds_hold_for_shares_money_and_multiples_too() {
    for (source, claim) in [
        ("It cost under £5m.", "It cost over £5m."),
        ("It cost £5m or less.", "It cost £5m or more."),
        ("More than half sank.", "Less than half sank."),
        ("It takes at least 10 days.", "It takes up to 10 days."),
        ("It fell by more than 5%.", "It fell by less than 5%."),
        ("We did not see more than 500 boats.", "They saw more than 500 boats."),
        ("Children under 16 are banned.", "Those over 16 are banned."),
    ] {
        assert_eq!(broken(source, claim), [Rule::TurnedBound], "{source} / {claim}");
    }
}

#[test]
fn one_exact_figure_is_enough() {
    let source = "We saw 500 boats, up to 500 boats in all.";
    assert_eq!(broken(source, "They saw 500 boats."), []);
    assert_eq!(broken(source, "They saw up to 500 boats."), []);
}

#[test]
fn years_and_spans_of_time_have_no_bound() {
    for (source, claim) in [
        ("It grew over five years.", "It grew in five years."),
        ("More than 2019 was lost.", "It was lost in 2019."),
        ("We saw 500 boats, at least 31 of them unlit.", "They saw 500 boats."),
    ] {
        assert_eq!(broken(source, claim), [], "{source} / {claim}");
    }
}

#[test]
fn what_is_said_of_no_subject_turns_its_bound_round() {
    for (source, claim) in [
        ("No crossing costs more than £450.", "Crossings cost at most £450."),
        ("No crossing costs more than £450.", "A crossing costs no more than £450."),
        ("None of the crossings cost more than £450.", "Crossings cost up to £450."),
        ("No single boat carried over 500 people.", "A boat carried 500 people at most."),
        ("No ferry may carry more than 500 people.", "Ferries may carry up to 500 people."),
        ("No fare exceeds £450.", "Fares are at most £450."),
        ("No crossing takes less than 500 minutes.", "A crossing takes at least 500 minutes."),
        ("No member of the crew was paid less than £450.", "Each was paid at least £450."),
        ("No port has fewer than 500 boats.", "Each port has 500 boats or more."),
    ] {
        assert_eq!(broken(source, claim), [], "{source} / {claim}");
    }
    for (source, claim) in [
        ("No crossing costs more than £450.", "Crossings cost more than £450."),
        ("No ferry may carry more than 500 people.", "A ferry carries over 500 people."),
        ("No port has fewer than 500 boats.", "Ports have fewer than 500 boats."),
    ] {
        assert_eq!(broken(source, claim), [Rule::TurnedBound], "{source} / {claim}");
    }
    // What is said of others keeps its bound.
    for source in [
        "No ferry of more than 500 people may sail.",
        "No ferry with more than 500 people sailed.",
        "No ferry carrying more than 500 people sailed.",
        "No operator that has more than 500 boats answered.",
        "No boat sank, and the port has more than 500 boats.",
        "There is no doubt the port has more than 500 boats.",
        "No fewer than 31 ports have more than 500 boats.",
        "Pier no 31 has more than 500 boats.",
        "The answer was no. We have more than 500 boats.",
        "A firm with no licence carried more than 500 people.",
        "With no warning the port had more than 500 boats.",
        "Areas where no bus runs have more than 500 people.",
        "There is no evidence the port has more than 500 boats.",
        "No evidence the port had more than 500 boats was found.",
        "There is no denying the port has more than 500 boats.",
        "No doubt the port has more than 500 boats.",
        "None the less the port has more than 500 boats.",
        "No other port has more than 500 boats.",
        "No port except Hull has more than 500 boats.",
        "No deal\nThe port has more than 500 boats.",
    ] {
        assert_eq!(broken(source, "It is more than 500."), [], "{source}");
    }
}

#[test]
fn no_subject_denies_an_exact_figure_and_no_other_word_does() {
    let denied = "missing-figure: the source says “500” only to deny it";
    assert_eq!(check("No port has 500 boats.", "A port has 500 boats."), [denied]);
    for source in [
        "The number of people with no home was 500.",
        "Ports with no light have 500 boats.",
        "There have been no accidents and the port has 500 boats.",
        "There were no accidents in the last 500 days.",
    ] {
        let claim = if source.contains("days") { "It took 500 days." } else { "There are 500." };
        assert_eq!(check(source, claim), [""; 0], "{source}");
    }
}

#[test]
fn what_an_amount_was_for_has_no_bound() {
    for source in [
        "The firm was fined £6.2 million over 500 leaks.",
        "The firm was fined £6.2m over 500 leaks.",
        "The firm paid £750 over 500 late boats.",
        "The firm paid GBP 3 mn over 500 late boats.",
    ] {
        assert_eq!(broken(source, "There were 500 of them."), [], "{source}");
        let added = broken(source, "There were more than 500 of them.");
        assert_eq!(added, [Rule::DroppedHedge], "{source}");
    }
    for source in [
        "The board fined over 500 firms.",
        "The board fined just over 500 firms.",
        "The firm was fined by over 500 boards.",
        "The firm was fined. The ports carry over 500 people.",
        "The firm paid £6.2 million, over 500 people said.",
        "Sanctioned firms own over 500 ships.",
        "During the protests over 500 people left.",
    ] {
        assert_eq!(broken(source, "There were 500 of them."), [Rule::DroppedHedge], "{source}");
        assert_eq!(broken(source, "There were more than 500 of them."), [], "{source}");
    }
}

#[test]
fn a_figure_that_is_denied_bears_nothing_out() {
    for source in [
        "We did not see 500 boats.",
        "We didn’t see 500 boats.",
        "We never had 500 boats.",
        "We deny that there were 500 boats.",
        "We saw 84 rather than 500 boats.",
    ] {
        let denied = "missing-figure: the source says “500” only to deny it";
        assert_eq!(check(source, "They saw 500 boats."), [denied], "{source}");
        assert_eq!(check(source, "They did not see 500 boats."), [""; 0], "{source}");
    }
    for source in [
        "We did not inspect the 500 boats.",
        "We saw not only 500 boats but their crews.",
        "We saw 500 boats that did not sink.",
        "We saw 500 boats and 84 rather than 500 crews.",
    ] {
        assert_eq!(check(source, "They saw 500 boats."), [""; 0], "{source}");
    }
    assert_eq!(check("It has not changed since 2019.", "It changed in 2019."), [""; 0]);
}

#[test]
fn a_plan_is_no_promise() {
    assert_eq!(broken("We plan 500 boats.", "They will have 500 boats."), [Rule::StrongerVerb]);
    assert_eq!(broken("We may have 500 boats.", "They will have 500 boats."), [Rule::StrongerVerb]);
    for month in ["Come May 500 boats sail.", "The May 500 boats sailed.", "Jane May of 500 boats"]
    {
        assert_eq!(broken(month, "They will have 500 boats."), [], "{month}");
    }
    let source = "The board acts on stern lights in May.";
    assert_eq!(broken(source, "The board will act on stern lights in May."), []);
}
