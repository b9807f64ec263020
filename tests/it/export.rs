//! `topline export` for spreadsheets, reference managers and annotations: the built program.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::library::Folder;

const SPEECH: &str = "\
summary: The board wants lights.
topics: [lights, ports]
source:
  title: Lights at sea
  publisher: The Board
  type: speech
  by: vale
  issued: 2026-01
  accessed: 2026-01-12
  url: https://example.org/lights?at=sea
  text: lights.txt
organisations: {board: The Board}
officials: {vale: {name: Dana Vale, honorific: Dame, post: chair, organisation: board}}
quotes:
  q1: {form: direct, by: vale, exact: 'Fit the lights […] now.', note: Ask for a date}
  q2: {form: partial, by: vale, exact: lights that never work}
  q3: {form: reported, by: vale, gist: wants lights}
claims:
  c1: {text: Lights are needed., by: vale, evidence: q1}
asks:
  a1: {kind: ask, by: vale, to: unstated, action: '=fit(lights)', evidence: [q1, q3]}
";

const NEWS: &str = "\
summary: A report.
source: {title: 'Boats, again', publisher: Harbour Post, author: Tom Reed, text: news copy.txt}
organisations: {board: The Board}
quotes:
  q1: {form: partial, by: board, exact: out of light}
";

const NOTE: &str = "\
summary: A note.
source: {title: '[Note]', publisher: unknown, type: letter}
organisations: {board: The Board}
quotes:
  q1: {form: partial, by: board, exact: in the ... dark}
";

fn folder() -> Folder {
    Folder::with(&[
        ("a-speech.yaml", SPEECH),
        ("lights.txt", "Lights at sea\n\nFit the lights, all of\nthem, and do it now.\n"),
        ("b-news.yaml", NEWS),
        ("news copy.txt", "\u{feff}Boats, again\r\n\r\nThe Board says it ran “out of light”.\r\n"),
        ("c-note.yaml", NOTE),
    ])
}

fn json(folder: &Folder, format: &str) -> Value {
    serde_json::from_str(&folder.run(&["export", ".", "--format", format]).stdout).unwrap()
}

#[test]
fn csv_has_the_fields_of_the_records_as_columns() {
    let folder = folder();
    let run = folder.run(&["export", ".", "--format", "csv", "--bom"]);
    let mut reader =
        csv::Reader::from_reader(run.stdout.strip_prefix('\u{feff}').unwrap().as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|row| {
            names.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect()
        })
        .collect();
    let lines = folder.run(&["export", "."]).stdout;
    let records: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(&records) {
        let record = record.as_object().unwrap();
        assert!(names.iter().eq(record.keys()), "the columns are the fields, in their order");
        assert_eq!(row["item"], record["item"].as_str().unwrap());
    }
    let ask = rows.iter().find(|row| row["item"] == "a-speech/a1").unwrap();
    assert_eq!(ask["text"], "'=fit(lights)", "no cell is a formula");
    assert_eq!(ask["evidence"], "a-speech/q1; a-speech/q3");
    assert_eq!((&*ask["unanswered"], &*ask["due"]), ("yes", ""));
    let only_quotes = folder.run(&["export", ".", "--format", "csv", "--in", "quotes"]).stdout;
    assert_eq!(only_quotes.lines().count(), 1 + 5);
}

#[test]
fn csv_of_nothing_has_its_columns() {
    let folder = Folder::with(&[("a.yaml", "summary: x\nsource: {title: x, publisher: x}\n")]);
    let run = folder.run(&["export", ".", "--format", "csv"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("version,record,kind,item,"), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 1);
}

#[test]
fn csl_json_has_the_sources_for_reference_managers() {
    assert_eq!(
        json(&folder(), "csl-json"),
        json!([
            {
                "id": "a-speech", "type": "speech", "title": "Lights at sea",
                "author": [{"literal": "Dame Dana Vale"}], "publisher": "The Board",
                "issued": {"date-parts": [[2026, 1]]}, "accessed": {"date-parts": [[2026, 1, 12]]},
                "URL": "https://example.org/lights?at=sea", "keyword": "lights, ports"
            },
            {
                "id": "b-news", "type": "article-newspaper", "title": "Boats, again",
                "author": [{"literal": "Tom Reed"}], "container-title": "Harbour Post", "publisher": "Harbour Post"
            },
            {"id": "c-note", "type": "personal_communication", "genre": "Letter", "title": "[Note]"}
        ])
    );
}

#[test]
fn csl_json_can_be_of_the_sources_that_name_somebody() {
    let run = folder().run(&["export", ".", "--format", "csl-json", "--official", "vale"]);
    let items: Value = serde_json::from_str(&run.done()).unwrap();
    assert_eq!(items.as_array().unwrap().len(), 1);
}

#[test]
fn annotations_select_the_sources_own_words() {
    let annotations = json(&folder(), "annotations");
    let [speech, news] = &annotations.as_array().unwrap()[..] else { panic!("{annotations}") };
    let page = "https://example.org/lights?at=sea";
    assert_eq!(
        *speech,
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": "a-speech/q1", "type": "Annotation",
            "motivation": "describing",
            "body": [
                {"type": "TextualBody", "purpose": "describing", "value": "Dame Dana Vale", "format": "text/plain"},
                {"type": "TextualBody", "purpose": "commenting", "value": "Ask for a date", "format": "text/plain"}
            ],
            "target": [
                {"type": "SpecificResource", "source": page, "selector": [
                    {"type": "TextQuoteSelector", "exact": "Fit the lights", "suffix": ", all of them, and do"}
                ]},
                {"type": "SpecificResource", "source": page, "selector": [
                    {"type": "TextQuoteSelector", "exact": "now", "prefix": "all of them, and do it ", "suffix": "."}
                ]}
            ]
        })
    );
    let target = &news["target"][0];
    assert_eq!(target["source"], "news%20copy.txt");
    let saved = "Boats, again\r\n\r\nThe Board says it ran “out of light”.\r\n";
    let place = &target["selector"][1];
    assert_eq!(place["type"], "TextPositionSelector");
    let [start, end] =
        ["start", "end"].map(|end| usize::try_from(place[end].as_u64().unwrap()).unwrap());
    let selected: String = saved.chars().skip(start).take(end - start).collect();
    assert_eq!(selected, "out of light", "counted as the file is saved, after its mark");
}

#[test]
fn quotes_without_an_annotation_are_counted() {
    let run = folder().run(&["export", ".", "--format", "annotations"]);
    assert_eq!(
        run.stderr,
        "topline: 1 quote left out: not found in its source\n\
         topline: 1 quote left out: its source has neither `url` nor `text`\n"
    );
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    for (arguments, message) in [
        (
            &["--format", "csl-json", "--in", "quotes"][..],
            "`--format csl-json` writes sources only",
        ),
        (
            &["--format", "annotations", "--in", "claims"],
            "`--format annotations` writes quotes only",
        ),
        (&["--format", "ndjson", "--bom"], "`--bom` needs `--format csv`"),
    ] {
        let arguments: Vec<&str> = ["export", "."].iter().chain(arguments).copied().collect();
        let refusal = folder().run(&arguments).refused();
        assert!(refusal.contains(message), "{refusal}");
    }
}

#[test]
fn an_exported_record_starts_a_brief_about_the_same_source() {
    let folder = folder();
    folder.write("sources.json", folder.run(&["export", ".", "--format", "csl-json"]).stdout);
    let started = |id: &str| {
        assert_eq!(folder.run(&["new", id, "--csl", "sources.json", "-o", "new"]).code, 0);
        folder.read(&format!("new/{id}.yaml")).replace('\'', "")
    };
    std::fs::create_dir(folder.path("new")).unwrap();
    let speech = started("a-speech");
    for line in [
        "title: Lights at sea  # from the CSL record",
        "publisher: The Board  # from the CSL record",
        "issued: 2026-01  # from the CSL record",
        "type: speech  # from the CSL record",
        "author: Dame Dana Vale  # from the CSL record",
        "url: https://example.org/lights?at=sea  # from the CSL record",
        "accessed: 2026-01-12  # from the CSL record",
    ] {
        assert!(speech.contains(&format!("\n  {line}\n")), "{line}\n{speech}");
    }
    let news = started("b-news");
    assert!(
        news.contains("\n  container: Harbour Post  #") && news.contains("\n  type: news  #"),
        "{news}"
    );
}

#[test]
fn a_record_counts_more_than_what_the_source_says_of_itself() {
    let folder = Folder::with(&[
        (
            "page.html",
            "<title>Old title</title><p>The Board said: “Fit the lights on every boat.”</p>",
        ),
        ("zotero.json", "{\"title\": \"Lights, as printed\", \"type\": \"report\"}"),
    ]);
    folder.run(&["new", "lights", "--source", "page.html", "--csl", "zotero.json"]);
    let brief = folder.read("lights.yaml").replace('\'', "");
    assert!(brief.contains("title: Lights, as printed  # from the CSL record"), "{brief}");
    assert!(brief.contains("exact: Fit the lights on every boat"), "{brief}");
    let refusal = folder.run(&["new", "other", "--csl", "page.html"]).refused();
    assert!(refusal.contains("page.html is not JSON"), "{refusal}");
    assert!(!folder.has("other.yaml"));
}
