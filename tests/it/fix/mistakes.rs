//! Mistakes that people make, and what is made of each.

use std::collections::BTreeSet;

use topline::brief::Rule;
use topline::evidence::RulePage;
use topline::library::{Origin, Repair, repair};

use crate::support::library::Folder;

/// The brief `ferry-lights` with `from`, which it has, replaced, and then with its fixes.
#[track_caller]
fn repaired(from: &str, to: &str, takes_unsafe: bool) -> (String, String, Repair) {
    let folder = Folder::ferry_lights();
    let sound = folder.read("ferry-lights.yaml");
    folder.replace("ferry-lights.yaml", from, to);
    let origin = Origin::File(folder.path("ferry-lights.yaml"));
    let bytes = folder.read("ferry-lights.yaml").into_bytes();
    let repair = repair(&origin, bytes, &[], |_, fix| fix.is_safe || takes_unsafe);
    let text = String::from_utf8(repair.bytes.clone()).unwrap();
    (sound, text, repair)
}

/// Replaces each first text by the second, and expects that fixes make it the third.
#[track_caller]
fn check_each(mistakes: &[(&str, &str, &str)], takes_unsafe: bool) {
    for (from, mistake, fixed) in mistakes {
        let (sound, text, repair) = repaired(from, mistake, takes_unsafe);
        let expected = sound.replace(from, fixed);
        assert_eq!(text, expected, "{mistake}\n{:#?}", repair.made);
        assert!(!repair.made.is_empty(), "{mistake}");
    }
}

/// Expects that nothing is made of any of these.
#[track_caller]
fn check_none(mistakes: &[(&str, &str)], takes_unsafe: bool) {
    for (from, mistake) in mistakes {
        let (sound, text, repair) = repaired(from, mistake, takes_unsafe);
        assert_eq!(text, sound.replace(from, mistake), "{mistake}");
        assert_eq!(repair.made, [], "{mistake}");
    }
}

/// Mistakes after which the file is as it was before.
const UNDONE: &[(&str, &str)] = &[
    // One or two words of a quotation.
    ("had no working stern light. […]", "had no stern light. […]"),
    ("had no working stern light. […]", "had no working stern lights. […]"),
    ("it is neglect", "it is just plain neglect"),
    ("it is neglect", "it be neglect"),
    ("exact: We inspected", "exact: we inspected"),
    ("exact: a decade of drift", "exact: a decade of the drift"),
    // Ids.
    ("organisation: dop}", "organisation: dpo}"),
    ("organisation: dop}", "organisation: Department of Ports}"),
    ("organisation: dop}", "organisation: DOP}"),
    ("by: vale\n    exact", "by: vael\n    exact"),
    ("by: vale\n    exact", "by: Dana Vale\n    exact"),
    ("evidence: q1\n", "evidence: Q1\n"),
    ("evidence: q1\n", "evidence: (q1)\n"),
    ("  vale: {name", "  Vale: {name"),
    // Citations.
    ("light [c1].", "light (c1)."),
    ("light [c1].", "light {c1}."),
    ("light [c1].", "light [C1]."),
    // Lists.
    ("topics: [ferries, night-safety]", "topics: ferries, night-safety"),
    ("topics: [ferries, night-safety]", "topics: [ferries, Night Safety]"),
    // Dates.
    ("issued: 2026-02-09", "issued: 9 February 2026"),
    ("issued: 2026-02-09", "issued: Monday, 9th February 2026"),
    ("issued: 2026-02-09", "issued: 2026/2/9"),
    ("prepared: 2026-02-10", "prepared: 20260210"),
    ("due: 2026-06,", "due: by June 2026,"),
    // The names of fields and words of a closed list.
    ("organisations:", "organizations:"),
    ("organisations:", "Organisations:"),
    ("officials:", "oficials:"),
    ("    evidence: q3", "    evidense: q3"),
    ("form: direct", "form: Direct"),
    ("status: done", "status: don"),
    // Paths and paragraphs.
    ("text: ferry-lights.txt", "text: Ferry-Lights.TXT"),
    ("text: ferry-lights.txt", "text: ./ferry-lights.txt"),
    ("power to stop boats, paragraph: 5", "power to stop boats, paragraph: ¶5"),
    // White space.
    ("  title: Board", "\u{a0} title: Board"),
    ("  title: Board", "\u{a0}\u{a0}title: Board"),
    ("  title: Board", "  title:\u{a0}Board"),
    ("  - Does not", "  -\u{a0}Does not"),
    ("  title: Board", "\ttitle: Board"),
    ("  - Does not", "  -Does not"),
    ("  - Does not", "  – Does not"),
    ("by: vale\n    exact", "by: vale\u{a0}\n    exact"),
    ("  publisher: Tide", "  publisher:Tide"),
    ("title: Board", "title: Bo\u{200f}ard"),
    // Marks that are never closed, or around a name.
    ("night-safety]\n", "night-safety\n"),
    ("status: done, evidence: q4}\n", "status: done, evidence: q4\n"),
    ("gaps:", "“gaps”:"),
    // Quotation marks of the source, in the quotation.
    ("exact: a decade of drift", "exact: “a decade of drift”"),
    ("exact: a decade of drift", "exact: ‘a decade of drift’"),
];

#[test]
fn each_mistake_with_one_right_fix_is_undone() {
    let each: Vec<_> = UNDONE.iter().map(|(sound, mistake)| (*sound, *mistake, *sound)).collect();
    check_each(&each, false);
}

#[test]
fn what_yaml_reads_otherwise_is_put_in_quotation_marks() {
    check_each(
        &[
            (
                "  - Does not say how the 84 boats were chosen.",
                "  - Left open: how the 84 boats were chosen.",
                "  - \"Left open: how the 84 boats were chosen.\"",
            ),
            (
                "title: Board warns on unlit ferries",
                "title: Ports: boats",
                "title: \"Ports: boats\"",
            ),
            ("title: Board warns on unlit ferries", "title: Pier #9", "title: \"Pier #9\""),
            ("title: Board warns on unlit ferries", "title: @ports", "title: \"@ports\""),
            (
                "title: Board warns on unlit ferries",
                "title: 'Unlit: ferries",
                "title: 'Unlit: ferries'",
            ),
            (
                "gist: wants the department to use its power to stop boats",
                "gist: \"wants\" the department to use its power",
                "gist: '\"wants\" the department to use its power'",
            ),
            ("title: Board warns on unlit ferries", "title: *ports*", "title: \"*ports*\""),
            (
                "title: Board warns on unlit ferries",
                "title: “Ports: boats”",
                "title: \"Ports: boats\"",
            ),
            (
                "title: Board warns on unlit ferries",
                "title: 'The board's boats'",
                "title: 'The board''s boats'",
            ),
            (
                "title: Board warns on unlit ferries",
                "title: \"No\" to boats",
                "title: '\"No\" to boats'",
            ),
            (
                "title: Board warns on unlit ferries",
                "title: \"Say \"no\" to boats\"",
                "title: \"Say \\\"no\\\" to boats\"",
            ),
            (
                "action: hire six inspectors, status",
                "action: hire: six inspectors, status",
                "action: \"hire: six inspectors\", status",
            ),
            (
                "action: hire six inspectors, status",
                "action: “hire, now”, status",
                "action: \"hire, now\", status",
            ),
        ],
        false,
    );
}

#[test]
fn lists_are_written_as_lists() {
    check_each(
        &[
            ("    evidence: q3", "    evidence: q3, q4", "    evidence: [q3, q4]"),
            (
                "status: done, evidence: q4}",
                "status: done, evidence: q4, q5}",
                "status: done, evidence: [q4, q5]}",
            ),
            (
                "by: tsb, gist: wants",
                "by: tsb, vale, marsh, gist: wants",
                "by: [tsb, vale, marsh], gist: wants",
            ),
            ("    evidence: q3", "    evidence: q3 and q4", "    evidence: [q3, q4]"),
            ("    evidence: q3", "    evidence: [q3; q4]", "    evidence: [q3, q4]"),
            ("    evidence: q3", "    evidence: \"[q3, q4]\"", "    evidence: [q3, q4]"),
            (
                "    evidence: q3",
                "    evidence:\n      - q3, q4 # both",
                "    evidence:\n      - q3\n      - q4 # both",
            ),
            (
                "gaps:\n  - Does not say how the 84 boats were chosen.",
                "gaps: Does not say how the 84 boats’ owners were chosen.",
                "gaps: ['Does not say how the 84 boats’ owners were chosen.']",
            ),
            (
                "gaps:\n  - Does not say how the 84 boats were chosen.",
                "gaps:\n  Does not say how the 84 boats'\n  owners were chosen.",
                "gaps:\n  ['Does not say how the 84 boats''\n  owners were chosen.']",
            ),
        ],
        false,
    );
}

#[test]
fn what_changes_a_claim_is_only_offered() {
    let offered = [
        // A figure, a name, a negation, a hedge.
        ("84 boats and 31 had no", "84 boats and 32 had no", "84 boats and 31 had no"),
        ("That is not bad luck", "That is bad luck", "That is not bad luck"),
        // A speaker whose name is only like that of the one who is meant.
        ("by: vale\n    exact", "by: Dana Vail\n    exact", "by: vale\n    exact"),
        ("by: vale\n    exact", "by: gale\n    exact", "by: vale\n    exact"),
        // Another file.
        ("text: ferry-lights.txt", "text: ferry-light.txt", "text: ferry-lights.txt"),
        // A word that may be a comment.
        ("title: Board warns on unlit ferries", "title: Ports #Tide", "title: \"Ports #Tide\""),
        // A name that is only shortened.
        ("paragraph: 6", "para: 6", "paragraph: 6"),
    ];
    check_none(&offered.map(|(sound, mistake, _)| (sound, mistake)), false);
    check_each(&offered, true);
}

#[test]
fn what_has_no_right_fix_is_left_alone() {
    check_none(
        &[
            // More than a word or two.
            ("had no working stern light. […]", "were all without any light at all. […]"),
            ("exact: a decade of drift", "exact: nothing of the kind"),
            // Two dates, or none.
            ("issued: 2026-02-09", "issued: 9/2/2026"),
            ("issued: 2026-02-09", "issued: 2026-02-30"),
            // A slip of the pen that may be any id, and a person who is not in the brief.
            ("evidence: q1\n", "evidence: q9\n"),
            ("by: vale\n    exact", "by: Nora Hill\n    exact"),
            // A comment, or text.
            ("title: Board warns on unlit ferries", "title: Ports # the board’s own words"),
        ],
        true,
    );
}

#[test]
fn a_speaker_is_not_fixed_if_the_source_says_otherwise() {
    let (_, text, repair) = repaired("by: vale\n    exact", "by: marhs\n    exact", true);
    assert!(text.contains("by: marhs\n    exact"), "{:#?}", repair.made);
}

#[test]
fn fixes_that_come_to_light_one_after_another_are_all_made() {
    let folder = Folder::ferry_lights();
    let sound = folder.read("ferry-lights.yaml");
    for (from, to) in [
        ("  title: Board", "\ttitle: Board"),
        ("  type: statement", "\ttype: statement"),
        ("organisations:", "organizations:"),
        ("by: vale\n    exact", "by: Dana Vale\n    exact"),
        ("it is neglect", "it is plain neglect"),
        ("light [c1]", "light (c1)"),
        ("issued: 2026-02-09", "issued: 9 February 2026"),
        ("text: ferry-lights.txt", "text: Ferry-lights.txt"),
    ] {
        folder.replace("ferry-lights.yaml", from, to);
    }
    let origin = Origin::File(folder.path("ferry-lights.yaml"));
    let bytes = folder.read("ferry-lights.yaml").into_bytes();
    let once = repair(&origin, bytes, &[], |_, fix| fix.is_safe);
    assert_eq!(String::from_utf8(once.bytes.clone()).unwrap(), sound);
    let rules: Vec<String> = once.made.iter().map(|made| made.rule.to_string()).collect();
    for rule in
        ["not-yaml", "unknown-field", "bad-id", "not-verbatim", "wrong-type", "no-source-text"]
    {
        assert!(rules.iter().any(|made| made == rule), "{rule}: {rules:?}");
    }
    let again = repair(&origin, once.bytes.clone(), &[], |_, _| true);
    assert_eq!((again.bytes, again.made), (once.bytes, Vec::new()));
}

#[test]
fn the_page_of_a_rule_says_whether_what_breaks_it_can_be_fixed() {
    let others = [
        ("title: Board warns on unlit ferries", "title: Pier #9"),
        ("title: Board warns on unlit ferries", "title: @ports"),
    ];
    let mistakes = UNDONE.iter().chain(&others);
    let made = mistakes.flat_map(|(from, mistake)| repaired(from, mistake, false).2.made);
    let fixed: BTreeSet<Rule> = made.map(|made| made.rule).collect();
    let tells = |rule: &Rule| RulePage::new(*rule).to_string().contains("`check --fix`");
    let told: BTreeSet<Rule> = Rule::ALL.iter().copied().filter(tells).collect();
    assert_eq!(fixed, told);
}

#[test]
fn a_tab_before_any_field_is_fixed_so_that_the_file_can_be_read() {
    let folder = Folder::ferry_lights();
    let sound = folder.read("ferry-lights.yaml");
    let origin = Origin::File(folder.path("ferry-lights.yaml"));
    let mut count = 0;
    for (index, line) in sound.lines().enumerate() {
        let field = line.trim_start_matches(' ');
        let begins_field = field.split_once(':').is_some_and(|(key, _)| !key.contains(' '));
        if field == line || field.starts_with('-') || !begins_field {
            continue;
        }
        let mut lines: Vec<String> = sound.lines().map(str::to_owned).collect();
        lines[index] = format!("\t{field}");
        let mistaken = lines.join("\n") + "\n";
        let repair = repair(&origin, mistaken.into_bytes(), &[], |_, fix| fix.is_safe);
        let text = String::from_utf8(repair.bytes).unwrap();
        assert_eq!(text, sound, "line {}", index + 1);
        count += 1;
    }
    assert!(count > 15, "{count}");
}

#[test]
fn very_many_mistakes_are_all_fixed() {
    let folder = Folder::ferry_lights();
    let (round, square) = ("unlit (c1), ".repeat(1_000), "unlit [c1], ".repeat(1_000));
    folder.replace("ferry-lights.yaml", "Does not say how", &format!("{round}Does not say how"));
    let origin = Origin::File(folder.path("ferry-lights.yaml"));
    let bytes = folder.read("ferry-lights.yaml").into_bytes();
    let repair = repair(&origin, bytes, &[], |_, fix| fix.is_safe);
    assert_eq!(repair.made.len(), 1_000);
    assert!(String::from_utf8(repair.bytes).unwrap().contains(&square));
}

#[test]
fn a_rule_that_is_ignored_is_not_fixed() {
    let folder = Folder::ferry_lights();
    let from = "exact: a decade of drift";
    folder.replace("ferry-lights.yaml", from, "exact: “a decade of drift”");
    let before = folder.read("ferry-lights.yaml");
    folder.run(&["check", ".", "--allow", "past-due", "--allow", "outer-marks", "--fix"]).done();
    assert_eq!(folder.read("ferry-lights.yaml"), before);
}
