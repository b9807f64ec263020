//! Which figures of a claim its evidence bears out.

use super::support::{brief, errors, gather, quote};

#[track_caller]
pub fn check(source: &str, claim: &str) -> Vec<String> {
    let claim = serde_json::to_string(claim).unwrap();
    let sections = format!(
        "quotes:\n  q: {{form: passage, by: source, gist: what it says, paragraph: 2}}\nclaims:\n  c1: {{text: {claim}, by: source, evidence: q}}\n"
    );
    let text = format!("A title of 77\n{source}\nAnother line of 78, and 79%.\n");
    errors(&gather(&brief("", &sections), &text).1)
}

#[track_caller]
pub fn borne_out(source: &str, claims: &[&str]) {
    for claim in claims {
        assert_eq!(check(source, claim), [""; 0], "{source} / {claim}");
    }
}

#[track_caller]
fn missing(source: &str, claims: &[(&str, &str)]) {
    for (claim, figure) in claims {
        let expected = format!("missing-figure: “{figure}” is not in its evidence: `q` (¶2)");
        assert_eq!(check(source, claim), [expected], "{source} / {claim}");
    }
}

#[test]
fn the_spelling_of_a_figure_does_not_matter() {
    borne_out(
        "They saw 1,000 boats.",
        &["1000 boats.", "One thousand boats.", "A thousand boats.", "1k boats."],
    );
    borne_out("They saw twelve boats.", &["12 boats.", "A dozen boats."]);
    borne_out(
        "It cost £1.5m.",
        &[
            "It cost £1.5 million.",
            "It cost £1,500,000.",
            "It cost 1.5 million pounds.",
            "It cost one and a half million pounds.",
        ],
    );
    borne_out("It grew by 31 per cent.", &["It grew by 31%.", "It grew 31 percent."]);
    borne_out("Half of the boats were unlit.", &["50% were unlit.", "One in two boats was unlit."]);
    borne_out(
        "Night sailings have doubled since 2019.",
        &["They doubled after 2019.", "There are twice as many as in 2019."],
    );
    borne_out("A 31-year-old was fined.", &["Somebody aged 31 was fined."]);
    borne_out(
        "It takes 10 to 12 weeks.",
        &["It takes 10 weeks at least.", "It takes 10–12 weeks."],
    );
    borne_out("A third of them knew.", &["One third knew.", "One in three knew."]);
    borne_out("It was the 5th of May 2019.", &["It was on 5 May 2019."]);
    borne_out("The first report named one boat.", &["The 1st report named 1 boat."]);
}

#[test]
fn another_figure_or_another_unit_is_missing() {
    missing(
        "They saw 1,000 boats.",
        &[
            ("They saw 1,001 boats.", "1,001"),
            ("They saw 10,000 boats.", "10,000"),
            ("They saw £1,000.", "£1,000"),
            ("1,000% of boats.", "1,000%"),
        ],
    );
    missing(
        "It cost £20m.",
        &[("It cost £20.", "£20"), ("It cost €20m.", "€20m"), ("It cost £20bn.", "£20bn")],
    );
    missing(
        "It took ten years.",
        &[("It took ten months.", "ten months"), ("It took 10%.", "10%")],
    );
    missing("It grew by 31%.", &[("It grew by 31 points.", "31"), ("It grew by 13%.", "13%")]);
    missing("It grew.", &[("It doubled.", "doubled"), ("Half of it grew.", "Half")]);
    missing(
        "It happened in 2019.",
        &[("2,019 boats sailed.", "2,019"), ("It happened in 2018.", "2018")],
    );
    missing("A man aged 31 sailed 12 miles.", &[("He sailed 31 miles.", "31 miles")]);
}

#[test]
fn figures_of_other_paragraphs_are_no_evidence() {
    missing("They saw boats.", &[("They saw 77 boats.", "77"), ("They saw 79%.", "79%")]);
}

#[test]
fn words_that_are_no_figures_need_no_evidence() {
    borne_out(
        "They saw boats.",
        &[
            "No one saw a second boat, and one that was seen sank first.",
            "The COVID-19 inquiry may want zero-hours contracts banned by a day.",
            "Both saw a couple of boats.",
        ],
    );
}

#[test]
fn a_date_of_the_source_bears_out_a_date() {
    borne_out("It was today.", &["It was said on 9 February 2026."]);
    missing("It was today.", &[("It was said on 8 February 2026.", "8 February")]);
}

#[test]
fn a_figure_only_in_the_gist_is_no_evidence() {
    let sections = "quotes:\n  q: {form: passage, by: source, gist: they saw 32 boats, paragraph: 1}\n\
                    claims:\n  c1: {text: They saw 32 boats., by: source, evidence: q}\n";
    let (_, problems) = gather(&brief("", sections), "They saw 31 boats.\n");
    assert_eq!(
        errors(&problems),
        [
            "missing-figure: “32” is in the gist of `q`, but not in ¶1 of the source",
            "missing-figure: “32” is not in ¶1 of the source",
        ]
    );
}

#[test]
fn a_top_line_rests_on_what_it_cites() {
    let text = "Dana Vale said: “We inspected 84 boats.”\n";
    let sections = |line: &str| {
        format!(
            "{}claims:\n  c1: {{text: It inspected 84 boats., by: vale, evidence: q}}\ntop_lines:\n  - {line}\n",
            quote("vale", "We inspected 84 boats", "")
        )
    };
    let check = |line: &str| errors(&gather(&brief("", &sections(line)), text).1);
    assert_eq!(check("84 boats were inspected [c1]."), [""; 0]);
    assert_eq!(check("84 boats were inspected [q]."), [""; 0]);
    assert_eq!(
        check("85 boats were inspected [c1]."),
        ["missing-figure: “85” is not in its evidence: `q` (¶1)"]
    );
    assert_eq!(check("84 boats were inspected."), [""; 0]);
    assert_eq!(check("85 boats were inspected."), ["missing-figure: “85” is not in the source"]);
    assert_eq!(
        check("84 boats were inspected [vale]."),
        ["missing-figure: “84” has no evidence: this line cites no quote"]
    );
    assert_eq!(check("99 boats were inspected [other/c1]."), [""; 0]);
}
