//! Problems between briefs, and the formats in which `check` reports them.

use topline::brief::{Date, ReportStyle, Rule};
use topline::commands::Outcome;
use topline::commands::check::{self, CheckFormat, CheckSettings, Levels};

use crate::support::library::{Folder, library};

const HARBOUR: &str = "\
summary: The harbour wants lights.
source: {title: Lights, publisher: Harbour}
organisations: {board: The Board}
officials:
  vale: {name: Dana Vale, post: chair, organisation: board}
quotes:
  q1: {form: reported, by: vale, gist: wants lights, paragraph: 1}
claims:
  c1: {text: Lights are missing., by: vale, evidence: q1}
asks:
  a1: {kind: ask, by: vale, to: unstated, action: fit lights, evidence: q1}
";

fn today() -> Date {
    Date::parse("2026-11-21").unwrap()
}

/// The problems between briefs as `brief path rule: message`.
fn between(files: &[(&str, &str)]) -> Vec<String> {
    let library = Folder::with(files).library();
    let problems = library.problems_across(today()).into_iter();
    problems
        .map(|(index, problem)| {
            format!(
                "{} {} {}: {}",
                library.entries()[index].id,
                problem.path,
                problem.rule,
                problem.message
            )
        })
        .collect()
}

/// What `check` writes of these files, without the path of their folder.
fn written(files: &[(&str, &str)], format: CheckFormat) -> (String, Outcome) {
    let folder = Folder::with(files);
    let allowed = vec![Rule::NoSourceText, Rule::NoDate, Rule::Orphan];
    let levels = Levels::new(allowed, Vec::new(), false).unwrap();
    let style = ReportStyle { colour: false, width: 100 };
    let settings = CheckSettings { levels, format, style, today: today() };
    let mut out = Vec::new();
    let outcome = check::run(&folder.library(), &settings, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    (text.replace(&format!("{}/", folder.root().display()), ""), outcome)
}

#[test]
fn links_between_briefs_are_followed_and_sound_ones_pass() {
    let other =
        HARBOUR.replace("evidence: q1}\nasks", "evidence: q1, repeats: harbour/c1}\nasks").replace(
            "action: fit lights, evidence: q1",
            "action: fit lights, evidence: q1, answers: [harbour/a1]",
        );
    assert_eq!(between(&[("harbour.yaml", HARBOUR), ("other.yaml", &other)]), [""; 0]);
}

#[test]
fn a_link_to_nowhere_is_named_at_the_reference() {
    let other = HARBOUR
        .replace("wants lights.", "wants lights [harbour/c9].")
        .replace(
            "evidence: q1}\nasks",
            "evidence: q1, updates: [harbour/c1, harbour/a1, away/c1]}\nasks",
        )
        .replace("fit lights, evidence: q1", "fit lights, evidence: q1, answers: harbour/c1");
    assert_eq!(
        between(&[("harbour.yaml", HARBOUR), ("other.yaml", &other)]),
        [
            "other summary unknown-id: `harbour` has no item `c9`",
            "other claims.c1.updates.1 wrong-kind: expected a claim, but `harbour/a1` is not one",
            "other claims.c1.updates.2 unknown-id: this library has no brief `away`",
            "other asks.a1.answers.0 wrong-kind: expected an ask, but `harbour/c1` is not one",
        ]
    );
}

#[test]
fn a_link_into_a_broken_or_unopened_brief_is_trusted() {
    let other = HARBOUR.replace("evidence: q1}\nasks", "evidence: q1, repeats: harbour/c1}\nasks");
    assert_eq!(between(&[("harbour.yaml", "summary: ["), ("other.yaml", &other)]), [""; 0]);
    let folder = Folder::with(&[("harbour.yaml", HARBOUR), ("other.yaml", &other)]);
    assert_eq!(library([folder.path("other.yaml")]).problems_across(today()), []);
}

#[test]
fn an_id_means_the_same_in_every_brief() {
    let other = HARBOUR.replace("name: Dana Vale, post: chair", "name: Dora Vale, post: head");
    assert_eq!(
        between(&[("harbour.yaml", HARBOUR), ("other.yaml", &other)]),
        [
            "other officials.vale.name same-id-other-person: `vale` is Dana Vale in harbour, and an id must mean \
         the same in every brief",
            "other officials.vale.post other-post: `vale` has the post “head” here, but “chair” in harbour",
        ]
    );
}

#[test]
fn a_person_may_be_renamed_if_a_brief_has_both_names() {
    let named = |name: &str| HARBOUR.replace("name: Dana Vale", name);
    let [moss, lady] = ["name: Dana Moss", "name: Lady Moss"].map(named);
    let vale_moss = named("name: Dana Vale, aka: [Dana Moss]");
    let moss_vale = named("name: Dana Moss, aka: Dana Vale");
    let moss_lady = named("name: Dana Moss, aka: [D. Moss, Lady Moss]");
    for joined in [
        vec![HARBOUR, &moss_vale],
        vec![&vale_moss, &moss],
        vec![&moss, &vale_moss],
        vec![HARBOUR, &moss, &moss_vale],
        vec![&vale_moss, &moss_lady, &lady],
        vec![&lady, &vale_moss, HARBOUR, &moss_lady],
    ] {
        assert_eq!(between(&numbered(&joined)), [""; 0], "{joined:#?}");
    }
    for apart in [vec![HARBOUR, &moss], vec![HARBOUR, &moss_lady], vec![&lady, &vale_moss, &moss]] {
        assert!(
            between(&numbered(&apart))
                .iter()
                .all(|problem| problem.contains("same-id-other-person"))
        );
        assert!(!between(&numbered(&apart)).is_empty(), "{apart:#?}");
    }
}

#[test]
fn an_alias_of_one_person_joins_no_other() {
    let one = HARBOUR.replace("name: Dana Vale", "name: Dana Vale, aka: Lady Moss");
    let other = HARBOUR.replace("vale", "moss").replace("Dana Vale", "Lady Moss");
    let wrong = other.replace("Lady Moss", "Dana Vale");
    let problems = between(&numbered(&[&one, &other, &wrong]));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("`moss` is Lady Moss in b1"), "{problems:?}");
}

#[test]
fn a_brief_without_a_post_contradicts_none() {
    let other = HARBOUR.replace(", post: chair, organisation: board", "");
    let head = HARBOUR.replace("post: chair", "post: head");
    let problems = between(&numbered(&[&other, HARBOUR, &other, &head]));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("has the post “head” here, but “chair” in b1"), "{problems:?}");
}

/// These briefs as the files `b0.yaml`, `b1.yaml` and so on.
fn numbered<'y>(briefs: &[&'y str]) -> Vec<(&'static str, &'y str)> {
    const NAMES: [&str; 4] = ["b0.yaml", "b1.yaml", "b2.yaml", "b3.yaml"];
    NAMES.into_iter().zip(briefs.iter().copied()).collect()
}

#[test]
fn a_date_that_has_passed_is_named_unless_any_brief_answers() {
    let late = HARBOUR.replace("action: fit lights,", "action: fit lights, due: 2026-10,");
    assert_eq!(
        between(&[("harbour.yaml", &late)]),
        [
            "harbour asks.a1.due past-due: this was asked for by October 2026, but the brief records no outcome"
        ]
    );
    let answer = HARBOUR.replace("action: fit lights,", "action: fit lights, answers: harbour/a1,");
    assert_eq!(between(&[("harbour.yaml", &late), ("other.yaml", &answer)]), [""; 0]);
    let today = HARBOUR.replace("action: fit lights,", "action: fit lights, due: 2026-11-21,");
    assert_eq!(between(&[("harbour.yaml", &today)]), [""; 0]);
}

#[test]
fn what_rests_on_one_claimant_does_not_corroborate() {
    let other =
        HARBOUR.replace("evidence: q1}\nasks", "evidence: q1, corroborates: harbour/c1}\nasks");
    let problems = between(&[("harbour.yaml", HARBOUR), ("other.yaml", &other)]);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].starts_with("other claims.c1.corroborates not-independent: "),
        "{problems:?}"
    );
}

#[test]
fn two_files_of_one_name_are_a_problem() {
    let problems = between(&[("a/harbour.yaml", HARBOUR), ("b/harbour.yaml", HARBOUR)]);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("harbour  bad-id: "), "{problems:?}");
    assert!(problems[0].ends_with("a/harbour.yaml already has the id `harbour`"), "{problems:?}");
}

#[test]
fn the_human_format_ends_with_a_count() {
    let other = HARBOUR.replace("post: chair", "post: head");
    let (text, outcome) =
        written(&[("harbour.yaml", HARBOUR), ("other.yaml", &other)], CheckFormat::Human);
    insta::assert_snapshot!(text, @r"
    warning[other-post]: `vale` has the post “head” here, but “chair” in harbour
     --> other.yaml:5:33
      |
    5 |   vale: {name: Dana Vale, post: head, organisation: board}
      |                                 ^^^^
      |
      = help: leave it if each source gives the post so; both are shown

    2 briefs: 0 errors, 1 warning; 0 of 0 quotations verified
    ");
    assert_eq!(outcome, Outcome::Yes);
}

#[test]
fn the_github_format_puts_a_command_on_each_line() {
    let (text, outcome) = written(&[("a,b.yaml", HARBOUR)], CheckFormat::Github);
    assert_eq!(
        text,
        "::error file=a%2Cb.yaml,line=1,endLine=1,col=1,endColumn=1,title=bad-id::the file name `a,b` is not a valid id, \
         so other briefs cannot cite this one. Help: rename the file; an id is a lower-case letter followed by \
         lower-case letters, digits or hyphens, such as `c1` or `rob-jones`\n"
    );
    assert_eq!(outcome, Outcome::No);
}

#[test]
fn the_json_format_counts_lines_and_columns_from_one() {
    let bad = HARBOUR.replace("by: vale, evidence: q1}", "by: valé, evidence: q1}");
    let (text, outcome) = written(&[("harbour.yaml", &bad)], CheckFormat::Json);
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        report,
        serde_json::json!({
            "version": 1,
            "problems": [{
                "rule": "bad-id", "severity": "error", "file": "harbour.yaml",
                "line": 9, "column": 39, "end_line": 9, "end_column": 43,
                "item": "harbour/c1", "path": "claims.c1.by",
                "message": "expected an id, found `valé`",
                "help": "did you mean `vale`?",
                "fix": {"title": "write `vale`", "safe": true, "edits": [{
                    "line": 9, "column": 39, "end_line": 9, "end_column": 43, "replacement": "vale",
                }]},
            }],
            "quotes": [],
        })
    );
    assert_eq!(outcome, Outcome::No);
    let (text, _) = written(&[("harbour.yaml", HARBOUR)], CheckFormat::Json);
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let quote = serde_json::json!({"item": "harbour/q1", "state": "unverified", "paragraphs": [1], "spans": []});
    assert_eq!(report["quotes"], serde_json::json!([quote]));
}

#[test]
fn the_sarif_format_is_sarif() {
    let bad = HARBOUR.replace("by: vale, evidence: q1}", "by: val, evidence: q1}");
    let (text, _) = written(&[("har bour.yaml", &bad)], CheckFormat::Sarif);
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    let results = log.runs[0].results.as_ref().unwrap();
    let found: Vec<_> = results.iter().map(|result| result.rule_id.as_deref().unwrap()).collect();
    assert_eq!(found, ["bad-id", "unknown-id"]);
    let place = results[1].locations.as_ref().unwrap()[0].physical_location.as_ref().unwrap();
    assert_eq!(place.artifact_location.as_ref().unwrap().uri.as_deref(), Some("har%20bour.yaml"));
    assert_eq!(place.region.as_ref().unwrap().start_line, Some(9));
}

#[test]
fn spans_count_the_characters_of_the_saved_file() {
    let brief = "\
summary: The harbour wants lights.
source: {title: Lights, publisher: Harbour, text: a.txt}
organisations: {board: The Board}
officials:
  vale: {name: Dana Vale, post: chair, organisation: board}
quotes:
  q1: {form: direct, by: vale, exact: Fit the lights.}
";
    let text = "\u{feff}Lights\r\nDana Vale said: “Fit the lights.”\r\n";
    let (report, _) = written(&[("harbour.yaml", brief), ("a.txt", text)], CheckFormat::Json);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let spans = report["quotes"][0]["spans"].clone();
    let characters: Vec<char> = text.chars().skip(1).collect();
    let [start, end] = [0, 1].map(|i| usize::try_from(spans[0][i].as_u64().unwrap()).unwrap());
    let quoted: String = characters[start..end].iter().collect();
    assert_eq!(quoted.trim_end_matches('.'), "Fit the lights", "{spans}");
}
