//! `topline find`, `asks` and `export`: the built program.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::support::library::Folder;
use crate::support::program::Run;

const LETTER: &str = "\
summary: The board wants lights.
topics: [lights]
source: {title: \"Letter | =1+1\", publisher: The Board, issued: 2026-01-10, text: letter.txt}
organisations: {board: The Board, ports: Ministry of Ports}
officials:
  vale: {name: Dana Vale, post: chair, organisation: board}
quotes:
  q1: {form: direct, by: vale, exact: Fit the lights.}
  q2: {form: reported, by: board, gist: wants inspectors, paragraph: 2}
claims:
  c1: {text: Half the boats are unlit., by: vale, evidence: q1}
asks:
  a1: {kind: ask, by: vale, to: ports, action: fit lights, instrument: Ports Act, due: 2020-03, evidence: [q1, q2]}
  a2: {kind: ask, by: board, to: unstated, action: \"=HYPERLINK(\\\"x\\\"), \\\"now\\\"\", due: soon, evidence: q2,
       inferred: true, note: -1}
";

const REPLY: &str = "\
summary: The ministry answers.
source: {title: Reply, publisher: Gazette}
organisations: {ports: Ministry of Ports}
quotes:
  q1: {form: reported, by: ports, gist: will fit lights, paragraph: 1}
claims:
  c1: {text: Half are unlit., by: ports, evidence: q1, repeats: letter/c1}
asks:
  a1: {kind: commitment, by: ports, action: fit lights, due: 2020-02, evidence: q1}
  a2: {kind: action, by: ports, action: buy lights, status: done, evidence: q1, answers: letter/a1}
";

/// A folder of the letter, its source and the reply.
fn letters() -> Folder {
    Folder::with(&[
        ("letter.yaml", LETTER),
        ("letter.txt", "Dana Vale writes.\n\"Fit the lights.\"\n"),
        ("reply.yaml", REPLY),
    ])
}

/// The names in the first column of the tables of a page of the documentation.
fn documented(page: &str) -> BTreeSet<String> {
    let page = fs::read_to_string(format!("docs/{page}")).unwrap();
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    cells.flat_map(|cell| cell.split('`').step_by(2)).map(str::to_owned).collect()
}

/// The names of all fields in `value`, in objects below it too.
fn fields(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(object) => {
            object.keys().cloned().chain(object.values().flat_map(fields)).collect()
        }
        Value::Array(values) => values.iter().flat_map(fields).collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn find_writes_a_line_that_editors_jump_by() {
    let folder = letters();
    assert_eq!(
        folder.run(&["find", "LIGHTS -ministry".to_lowercase().as_str(), "."]).done(),
        "./letter.yaml:8:47: quote q1: Fit the lights.\n\
         ./letter.yaml:13:52: ask a1: fit lights\n\
         ./letter.yaml:1:26: summary: The board wants lights.\n\
         ./letter.yaml:2:10: topic 1: lights\n\
         ./reply.yaml:5:50: quote q1: will fit lights\n\
         ./reply.yaml:9:49: ask a1: fit lights\n\
         ./reply.yaml:10:45: ask a2: buy lights\n\
         ./letter.txt:2:10: in the source ¶2: \"Fit the lights.\"\n"
    );
    assert_eq!(
        folder.run(&["find", "\"ports act\"", "letter.yaml"]).done(),
        "letter.yaml:13:72: ask a1 instrument: Ports Act\n"
    );
}

#[test]
fn find_looks_only_in_the_kinds_and_officials_asked_for() {
    let folder = letters();
    let lines = |arguments: &[&str]| folder.run(arguments).done().lines().count();
    assert_eq!(lines(&["find", "lights", ".", "--in", "quotes,asks"]), 5);
    assert_eq!(lines(&["find", "lights", ".", "--in", "quotes", "--in", "topics"]), 3);
    assert_eq!(lines(&["find", "lights", ".", "--official", "vale"]), 2, "her quote and her ask");
    assert_eq!(
        lines(&["find", "lights", ".", "--official", "ports"]),
        4,
        "asked of it, and its own"
    );
    let message = folder.run(&["find", "lights", ".", "--official", "vael"]).refused();
    assert_eq!(message, "topline: no brief names `vael`; did you mean `vale`?\n");
}

#[test]
fn find_ends_with_1_if_nothing_matches_and_refuses_to_look_for_nothing() {
    let folder = letters();
    assert_eq!(folder.run(&["find", "harbour", "."]), Run { code: 1, ..Run::default() });
    assert_eq!(folder.run(&["find", "Lights", ".", "--in", "quotes"]).code, 1, "case counts");
    assert_eq!(
        folder.run(&["find", "--", "-lights", "."]).refused(),
        "topline: the query has no word to find: give at least one word or \"phrase\"\n"
    );
}

#[test]
fn find_names_what_it_could_not_search_and_finds_the_rest() {
    let folder = letters();
    folder.write("broken.yaml", "summary: [\n");
    let run = folder.run(&["find", "inspectors", "."]);
    assert_eq!((run.stdout.lines().count(), run.code), (1, 0));
    assert!(run.stderr.starts_with("topline: skipped ./broken.yaml: line "), "{}", run.stderr);
}

#[test]
fn find_highlights_matches_if_colour_is_wanted_and_writes_no_other_escape() {
    let folder = letters();
    folder.write("odd.yaml", "summary: \"odd \\e[31m lights\"\nsource: {title: T, publisher: P}\n");
    let line = folder.run(&["find", "odd lights", "odd.yaml", "--color", "always"]).done();
    assert_eq!(
        line,
        "odd.yaml:1:11: summary: \u{1b}[1modd\u{1b}[0m \u{fffd}[31m \u{1b}[1mlights\u{1b}[0m\n"
    );
    assert!(!folder.run(&["find", "odd lights", "odd.yaml"]).done().contains('\u{1b}'));
}

#[test]
fn find_writes_the_json_that_is_documented() {
    let folder = letters();
    let found: Value =
        serde_json::from_str(&folder.run(&["find", "fit lights", ".", "--format", "json"]).done())
            .unwrap();
    assert_eq!(
        found["hits"][1],
        json!({
            "kind": "asks", "item": "letter/a1", "brief": "letter", "id": "a1",
            "paragraph": null, "file": "./letter.yaml", "belongs_to": [],
            "fields": [{
                "path": "asks.a1.action", "line": 13, "column": 48, "text": "fit lights",
                "spans": [[0, 3], [4, 10]]
            }]
        })
    );
    assert_eq!((&found["version"], &found["query"]), (&json!(1), &json!("fit lights")));
    let by_ports = folder.run(&["find", "fit lights by:ports", ".", "--format", "json"]).done();
    let by_ports: Value = serde_json::from_str(&by_ports).unwrap();
    assert_eq!(documented("find-json.md"), fields(&by_ports));
    let run = folder.run(&["find", "harbour", ".", "--format", "json"]);
    let nothing: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&nothing["hits"], run.code), (&json!([]), 1));
}

#[test]
fn officials_lists_everyone_with_what_they_say_and_are_asked() {
    let folder = letters();
    insta::assert_snapshot!(folder.run(&["officials", "."]).done());
    let csv = folder.run(&["officials", ".", "--format", "csv"]).done();
    let vale = csv.lines().find(|line| line.starts_with("vale,")).unwrap();
    assert_eq!(vale, "vale,yes,Dana Vale,,\"chair, The Board\",board,1,1,1,0,1");
    let json = folder.run(&["officials", ".", "--format", "json"]).done();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(documented("officials.md"), fields(&json));
    let names = csv.lines().next().unwrap().split(',').map(str::to_owned).collect::<BTreeSet<_>>();
    assert!(names.is_subset(&documented("officials.md")));
    assert_eq!(json["officials"].as_array().unwrap().len() + 1, csv.lines().count());
}

#[test]
fn people_and_bodies_can_be_named_as_people_name_them() {
    let folder = letters();
    let rows = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["asks", ".", "--format", "csv"].iter().chain(arguments).copied().collect();
        folder.run(&all).done().lines().count() - 1
    };
    for name in ["vale", "Dana Vale", "dana vale", "Dana", "chair", "Chair, the board"] {
        assert_eq!(rows(&["--by", name]), rows(&["--by", "vale"]), "{name}");
    }
    assert_eq!(rows(&["--to", "Ministry of Ports"]), rows(&["--to", "ports"]));
    assert_eq!(rows(&["--to", "unstated"]), 1);
    let by_name = folder.run(&["print", ".", "--official", "Dana Vale"]).done();
    assert_eq!(by_name, folder.run(&["print", ".", "--official", "vale"]).done());
    let refused = |arguments: &[&str]| folder.run(arguments).refused();
    assert_eq!(
        refused(&["asks", ".", "--by", "Dana Vael"]),
        "topline: no brief names `Dana Vael`; did you mean `Dana Vale`?\n"
    );
    assert_eq!(
        refused(&["find", "lights", ".", "--official", "harbour"]),
        "topline: no brief names `harbour`; `topline officials` lists the people and bodies\n"
    );
    assert_eq!(
        refused(&["find", "by:vael", "."]),
        "topline: no brief names `vael`; did you mean `by:vale`?\n"
    );
    folder.write(
        "other.yaml",
        "summary: S\nsource: {title: T, publisher: P}\nofficials: {dvale: {name: Dana Vale, post: pilot}}\n",
    );
    assert_eq!(
        refused(&["asks", ".", "--by", "Dana Vale"]),
        "topline: `Dana Vale` could be `vale` (Dana Vale), `dvale` (Dana Vale): give the id\n"
    );
}

#[test]
fn asks_fits_the_table_into_the_width_and_cuts_nothing() {
    let folder = letters();
    insta::assert_snapshot!(folder.run(&["asks", "."]).done());
}

#[test]
fn asks_filters_and_sorts() {
    let folder = letters();
    let items = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["asks", ".", "--format", "csv"].iter().chain(arguments).copied().collect();
        let csv = folder.run(&all).done();
        let items: Vec<String> =
            csv.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect();
        items.join(" ")
    };
    assert_eq!(items(&[]), "letter/a1 letter/a2 reply/a1 reply/a2");
    assert_eq!(items(&["--by", "ports"]), "reply/a1 reply/a2");
    assert_eq!(items(&["--by", "ports", "--by", "vale", "--kind", "ask"]), "letter/a1");
    assert_eq!(items(&["--to", "unstated"]), "letter/a2");
    assert_eq!(items(&["--official", "ports"]), "letter/a1 reply/a1 reply/a2");
    assert_eq!(items(&["--kind", "commitment", "--kind", "action"]), "reply/a1 reply/a2");
    assert_eq!(items(&["--status", "done"]), "reply/a2");
    assert_eq!(items(&["--instrument", "ports"]), "letter/a1");
    assert_eq!(items(&["--due-by", "2020"]), "letter/a1 reply/a1");
    assert_eq!(items(&["--past-due"]), "reply/a1", "the letter's is answered");
    assert_eq!(items(&["--unanswered"]), "letter/a2");
    assert_eq!(items(&["--sort", "due"]), "reply/a1 letter/a1 letter/a2 reply/a2");
    assert_eq!(items(&["--sort", "status"]), "letter/a1 letter/a2 reply/a2 reply/a1");
}

#[test]
fn asks_ends_with_1_if_there_is_none_and_names_an_unknown_party() {
    let folder = letters();
    let nothing = "topline: no matching ask, commitment or action\n";
    assert_eq!(
        folder.run(&["asks", ".", "--to", "vale"]),
        Run { code: 1, stderr: nothing.to_owned(), ..Run::default() }
    );
    assert_eq!(
        folder.run(&["asks", ".", "--to", "prots"]).refused(),
        "topline: no brief names `prots`; did you mean `ports`?\n"
    );
    assert!(folder.run(&["asks", ".", "--due-by", "June"]).refused().contains("2026-06"));
    assert_eq!(
        folder.run(&["asks", ".", "--bom"]).refused(),
        "topline: `--bom` needs `--format csv`\n"
    );
}

#[test]
fn asks_and_export_end_with_1_if_a_brief_is_left_out() {
    let folder = letters();
    folder.write("broken.yaml", "summary: [\n");
    for verb in ["asks", "export"] {
        let run = folder.run(&[verb, "."]);
        assert!(run.stdout.contains("reply/a2"), "{run:?}");
        assert!(run.stderr.contains("skipped ./broken.yaml"), "{run:?}");
        assert_eq!(run.code, 1);
    }
}

#[test]
fn asks_writes_csv_that_a_spreadsheet_opens_right() {
    let folder = letters();
    let csv = folder.run(&["asks", ".", "--format", "csv", "--bom"]).done();
    let (bom, rest) = csv.split_at(3);
    assert_eq!(bom, "\u{feff}");
    assert!(rest.ends_with("\r\n") && !rest.replace("\r\n", "").contains(['\r', '\n']));
    let mut reader = csv::Reader::from_reader(rest.as_bytes());
    let names: BTreeSet<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(
        rows[1].iter().collect::<Vec<_>>(),
        [
            "letter/a2",
            "ask",
            "The Board",
            "addressee not stated",
            "'=HYPERLINK(\"x\"), \"now\"",
            "",
            "soon",
            "open",
            "no",
            "yes",
            "",
            "",
            "2",
            "Letter | =1+1",
            "The Board",
            "2026-01-10",
            "yes",
            "'-1",
            "letter",
            "board",
            "unstated"
        ]
    );
    assert_eq!(rows[0].iter().collect::<Vec<_>>()[11..13], ["reply/a2", "2"]);
    assert!(documented("asks.md").is_superset(&names));
}

#[test]
fn asks_writes_the_json_that_is_documented() {
    let folder = letters();
    let asks: Value =
        serde_json::from_str(&folder.run(&["asks", ".", "--format", "json"]).done()).unwrap();
    assert_eq!(asks["version"], 1);
    assert_eq!(
        asks["asks"][0],
        json!({
            "item": "letter/a1", "brief": "letter", "id": "a1", "kind": "ask",
            "by": {"id": "vale", "name": "Dana Vale"}, "to": [{"id": "ports", "name": "Ministry of Ports"}],
            "action": "fit lights", "instrument": "Ports Act", "due": "2020-03", "due_words": null,
            "status": "open", "past_due": false, "unanswered": false, "answers": [], "answered_by": ["reply/a2"],
            "evidence": ["letter/q1", "letter/q2"], "paragraphs": [2], "title": "Letter | =1+1",
            "publisher": "The Board", "issued": "2026-01-10", "inferred": false, "note": null
        })
    );
    assert_eq!(asks["asks"][1]["due_words"], "soon");
    assert_eq!(asks["asks"][3]["answers"], json!(["letter/a1"]));
    let named: BTreeSet<String> =
        fields(&asks).into_iter().chain(["by_id".into(), "to_ids".into()]).collect();
    assert_eq!(documented("asks.md"), named);
}

#[test]
fn asks_escapes_markdown() {
    let folder = letters();
    folder.write(
        "letter.yaml",
        LETTER.replace("action: fit lights", "action: \"<b>*fit* | [x](y)\""),
    );
    let table = folder.run(&["asks", ".", "--format", "markdown", "--by", "vale"]).done();
    assert_eq!(
        table,
        "| Item | Kind | By | To | Action | Under | Due | Status |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n\
         | letter/a1 ¶2 | ask | Dana Vale | Ministry of Ports | \\<b\\>\\*fit\\* \\| \\[x\\](y) | Ports Act | \
         March 2020 | open, answered by reply/a2 |\n\
         \n\
         - letter: Letter \\| =1+1. The Board, news report, 10 January 2026\n"
    );
}

/// The records of an export.
fn records(folder: &Folder, arguments: &[&str]) -> Vec<Value> {
    let all: Vec<&str> = ["export", "."].iter().chain(arguments).copied().collect();
    folder.run(&all).done().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn export_writes_a_flat_record_a_line_for_each_quote_claim_and_ask() {
    let folder = letters();
    let records = records(&folder, &[]);
    let items: Vec<_> = records.iter().map(|record| record["item"].as_str().unwrap()).collect();
    assert_eq!(
        items.join(" "),
        "letter/q1 letter/q2 reply/q1 letter/c1 reply/c1 letter/a1 letter/a2 reply/a1 reply/a2"
    );
    for record in &records {
        assert_eq!(documented("scale.md"), fields(record), "every record has every field");
        let flat = |value: &Value| {
            !value.is_object()
                && value.as_array().is_none_or(|list| !list.iter().any(Value::is_object))
        };
        assert!(record.as_object().unwrap().values().all(flat));
    }
    assert_eq!(
        records[0],
        json!({
            "version": 1, "record": "quote", "kind": "direct", "item": "letter/q1", "brief": "letter", "id": "q1",
            "text": "Fit the lights.", "speaker_id": "vale", "speaker": "Dana Vale", "post": "chair",
            "organisation_id": "board", "organisation": "The Board", "with_ids": [], "with": [], "to_ids": [], "to": [], "said": null,
            "instrument": null, "due": null, "due_words": null, "status": null, "past_due": false,
            "unanswered": false, "state": "verified", "verified": null, "paragraphs": [2], "at": null, "evidence": [],
            "supports": ["letter/c1", "letter/a1"], "point": null, "repeats": [], "corroborates": [],
            "contradicts": [], "updates": [], "qualifies": [], "answers": [], "answered_by": [], "inferred": false,
            "note": null, "title": "Letter | =1+1", "publisher": "The Board", "source_type": "news",
            "issued": "2026-01-10", "accessed": null, "url": null, "based_on": null, "topics": ["lights"],
            "prepared": null, "marking": null
        })
    );
    assert_eq!(records[1]["state"], Value::Null, "reported speech has no exact words");
    assert_eq!(
        (&records[4]["point"], &records[4]["repeats"]),
        (&json!("letter/c1"), &json!(["letter/c1"]))
    );
    assert_eq!(
        (&records[5]["answered_by"], &records[7]["past_due"]),
        (&json!(["reply/a2"]), &json!(true))
    );
}

#[test]
fn export_takes_the_same_filters() {
    let folder = letters();
    assert_eq!(records(&folder, &["--in", "claims,asks"]).len(), 6);
    assert_eq!(records(&folder, &["--official", "ports", "--in", "asks"]).len(), 3);
    assert_eq!(
        folder.run(&["export", "letter.yaml", "--official", "vale", "--in", "claims"]).code,
        0
    );
    assert!(
        folder
            .run(&["export", ".", "--official", "nobody"])
            .refused()
            .contains("no brief names `nobody`")
    );
}
