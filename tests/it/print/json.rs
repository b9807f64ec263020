//! The JSON of briefs, held to its schema.

use std::fs;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use topline::commands::print::{self, PrintFormat, PrintSettings};
use topline::library::Library;
use topline::page;

use super::support::{any_brief, any_text, at};
use crate::support::library::{SHIPPED, library, library_of};

fn json(library: &Library) -> Value {
    let settings = PrintSettings { format: PrintFormat::Json, ..at(72) };
    let printed = print::text(library, &settings);
    assert!(printed.ends_with("}\n"));
    serde_json::from_str(&printed).unwrap()
}

#[track_caller]
fn assert_valid(value: &Value) {
    static VALIDATOR: LazyLock<Validator> =
        LazyLock::new(|| jsonschema::validator_for(&page::json_schema()).unwrap());
    let errors: Vec<String> = VALIDATOR.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}\n{value:#}");
}

/// The object in `list` whose `item` is `address`.
fn item<'v>(list: &'v Value, address: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|item| item["item"] == address).unwrap()
}

#[test]
fn the_documented_schema_is_made_from_the_types() {
    let made = format!("{:#}\n", page::json_schema());
    let file = "docs/print.schema.json";
    if std::env::var_os("TOPLINE_ACCEPT").is_some() {
        fs::write(file, &made).unwrap();
    }
    assert!(fs::read_to_string(file).unwrap() == made, "{file} is not what the types say");
}

#[test]
fn the_schema_describes_every_field_and_refuses_what_is_none() {
    let schema = page::json_schema();
    let mut types: Vec<&Value> = schema["$defs"].as_object().unwrap().values().collect();
    types.push(&schema);
    for object in types.iter().filter_map(|of| of["properties"].as_object()) {
        for (name, field) in object {
            let described = field.get("description").is_some() || field.get("$ref").is_some();
            assert!(described, "{name} is not described");
        }
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut value = json(&library(["briefs"]));
    value["briefs"][0]["quotes"][0]["state"] = "proven".into();
    assert!(!validator.is_valid(&value));
}

#[test]
fn the_shipped_briefs_hold_to_the_schema_with_links_resolved() {
    let value = json(&library(["briefs"]));
    assert_valid(&value);
    assert_eq!(value["version"], 1);
    let ids: Vec<&str> = value["briefs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|brief| brief["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, SHIPPED);
    let claim = item(&value["briefs"][2]["claims"], "nca-holyrood/c3");
    let digest = item(&value["briefs"][1]["claims"], "nca-bbc-digest/c1");
    assert_eq!(claim["links"][0]["relation"], "repeats");
    assert_eq!(claim["links"][0]["text"], digest["text"]);
    assert_eq!(claim["links"][0]["by"]["name"], "National Crime Agency");
    assert_eq!(digest["linked_by"][0]["item"], "nca-holyrood/c3");
    assert_eq!(digest["linked_by"][0]["text"], claim["text"]);
}

#[test]
fn the_spans_of_a_quote_are_its_characters_in_the_source() {
    let value = json(&library(["briefs/ferry-lights.yaml"]));
    let source = fs::read_to_string("briefs/ferry-lights.txt").unwrap();
    let quote = item(&value["briefs"][0]["quotes"], "ferry-lights/q2");
    let span: Vec<usize> = serde_json::from_value(quote["spans"][0].clone()).unwrap();
    let words: String = source.chars().skip(span[0]).take(span[1] - span[0]).collect();
    assert_eq!(quote["exact"], words.replace('\n', " "));
    assert_eq!((&quote["state"], &quote["paragraphs"][0]), (&"verified".into(), &5.into()));
    assert_eq!(item(&value["briefs"][0]["quotes"], "ferry-lights/q3")["state"], Value::Null);
}

#[test]
fn a_link_into_a_missing_brief_has_only_an_address() {
    let yaml = "
summary: Boats sail.
source: {title: Boats, publisher: unknown}
organisations: {tsb: Tidewater Safety Board}
quotes: {q1: {form: reported, by: tsb, gist: boats sail}}
claims: {c1: {text: Boats sail., by: tsb, evidence: q1, contradicts: far/c2}}
";
    let value = json(&library_of(&[("near", yaml, None)]));
    assert_valid(&value);
    let link = &value["briefs"][0]["claims"][0]["links"][0];
    assert_eq!(
        (&link["item"], &link["text"], &link["by"]),
        (&"far/c2".into(), &Value::Null, &Value::Null)
    );
    assert_eq!(value["briefs"][0]["source"]["publisher"], Value::Null);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_brief_keeps_to_the_schema(yaml in any_brief(), source in prop::option::of(any_text())) {
        let library = library_of(&[("any", &yaml, source.as_deref())]);
        assert_valid(&json(&library));
    }
}
