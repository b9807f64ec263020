//! Nothing that an author writes is lost in silence: texts that a comment cuts, dates that would be
//! words, texts that are still to be written.

use proptest::prelude::*;
use serde_json::{Value, json};
use topline::brief::{self, Id, Problem, Reading, Rule};
use topline::evidence::{Evidence, SourceText};

/// Every text of a brief, by its path, with the value that the sound brief has there.
const TEXTS: &[&str] = &[
    "summary",
    "top_lines.0",
    "lines_to_take.0",
    "background",
    "gaps.0",
    "prepared_by",
    "marking",
    "source.title",
    "source.publisher",
    "source.author",
    "source.container",
    "source.based_on",
    "organisations.board",
    "officials.vale.name",
    "officials.vale.post",
    "officials.vale.honorific",
    "officials.vale.aka",
    "officials.marsh.aka.1",
    "quotes.q1.exact",
    "quotes.q1.prefix",
    "quotes.q1.suffix",
    "quotes.q1.at",
    "quotes.q1.note",
    "quotes.q2.gist",
    "quotes.q3.exact",
    "quotes.q3.gist",
    "claims.c1.text",
    "claims.c1.note",
    "asks.a1.action",
    "asks.a1.instrument",
    "asks.a1.due",
    "asks.a1.note",
];

/// Every date of a brief.
const DATES: &[&str] =
    &["prepared", "source.issued", "source.accessed", "quotes.q1.said", "asks.a1.due"];

/// A brief with every field.
fn every_field() -> Value {
    json!({
        "summary": "words", "top_lines": ["words"], "lines_to_take": ["words"],
        "background": "words", "gaps": ["words"], "prepared": "2026", "prepared_by": "words",
        "marking": "words", "topics": "boats",
        "source": {"title": "words", "publisher": "words", "author": "words", "container": "words",
                   "based_on": "words", "issued": "2026-02", "accessed": "2026-02-09"},
        "organisations": {"board": "words"},
        "officials": {
            "vale": {"name": "words", "post": "words", "honorific": "words", "aka": "words",
                     "organisation": "board"},
            "marsh": {"name": "words", "aka": ["words", "words"]},
        },
        "quotes": {
            "q1": {"form": "direct", "by": ["vale", "marsh"], "exact": "words", "prefix": "words",
                   "suffix": "words", "at": "words", "note": "words", "said": "2026"},
            "q2": {"form": "reported", "by": "board", "gist": "words", "paragraph": 2},
            "q3": {"form": "passage", "by": "source", "exact": "words", "gist": "words"},
        },
        "claims": {"c1": {"text": "words", "by": "vale", "evidence": "q1", "note": "words"}},
        "asks": {"a1": {"kind": "ask", "by": "vale", "to": "everyone", "action": "words",
                        "instrument": "words", "due": "words", "evidence": "q1", "note": "words"}},
    })
}

/// The brief with `text` in the field at `path`.
fn with(path: &str, text: &str) -> Value {
    let mut brief = every_field();
    let pointer = format!("/{}", path.replace('.', "/"));
    *brief.pointer_mut(&pointer).unwrap_or_else(|| panic!("{path}")) = text.into();
    brief
}

/// A value as block YAML, as people write it; texts are in quotation marks unless `plain` has their
/// words.
fn yaml(value: &Value, indent: usize, plain: &str) -> String {
    let start = format!("\n{:indent$}", "");
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| format!("{start}{key}:{}", yaml(value, indent + 2, plain)))
            .collect(),
        Value::Array(values) => values
            .iter()
            .map(|value| format!("{start}-{}", yaml(value, indent + 2, plain)))
            .collect(),
        Value::String(text) if text == plain => format!(" {text}"),
        value => format!(" {value}"),
    }
}

fn read(yaml: &str) -> Reading {
    brief::read(&Id::new("a").unwrap(), yaml.trim_start().as_bytes())
}

/// The problems of a brief that is sound but for `rule`, as path and what is underlined.
fn of_rule(reading: &Reading, rule: Rule) -> Vec<(String, String)> {
    let shown = |problem: &Problem| {
        let place = brief::LineColumn::locate(&reading.yaml, problem);
        let line = reading.yaml.lines().nth(place.line - 1).unwrap_or_default();
        (problem.path.to_string(), line.chars().skip(place.column - 1).collect::<String>())
    };
    reading.problems.iter().filter(|problem| problem.rule == rule).map(shown).collect()
}

#[test]
fn the_brief_with_every_field_is_sound() {
    let reading = read(&yaml(&every_field(), 0, ""));
    assert_eq!(reading.problems, []);
}

#[test]
fn a_comment_set_apart_cuts_nothing() {
    for path in TEXTS {
        let text = "We act  # as they say";
        let reading = read(&yaml(&with(path, text), 0, text));
        assert_eq!(of_rule(&reading, Rule::CutByComment), [], "{path}");
    }
    let told = "Board warns # as printed";
    assert_eq!(of_rule(&read(&yaml(&with("source.title", told), 0, told)), Rule::CutByComment), []);
}

/// Dates in other forms than the format’s.
fn any_near_date() -> impl Strategy<Value = String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let form = 0..12_usize;
    (1..=12_usize, 1..=28_u32, 1990..2060_u32, form, any::<bool>()).prop_map(
        |(month, day, year, form, by)| {
            let name = MONTHS[month - 1];
            let short = &name[..3];
            let date = match form {
                0 => format!("{day} {name} {year}"),
                1 => format!("{day}th {short} {year}"),
                2 => format!("{name} {day}, {year}"),
                3 => format!("{name} {year}"),
                4 => format!("{day}/{month}/{year}"),
                5 => format!("{day:02}.{month:02}.{year}"),
                6 => format!("{year}/{month:02}/{day:02}"),
                7 => format!("{year}-{month:02}-{day:02} 10:30"),
                8 => format!("{year}{month:02}{day:02}"),
                9 => format!("{year}-{:02}-{:02}", month, day + 31),
                10 => format!("{year}-13-{day:02}"),
                _ => format!("the {day}th of {name} {year}"),
            };
            if by && form < 7 { format!("by {date}") } else { date }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_that_a_comment_cuts_is_reported(
        path in prop::sample::select(TEXTS),
        before in "[a-z][a-z ,’“”]{0,20}[a-z.!]",
        sign in "#{1,2}[0-9A-Za-z]{1,6}",
        after in "( [a-z0-9#:]{1,5}){0,4}",
    ) {
        let text = format!("{before} {sign}{after}");
        let cut = read(&yaml(&with(path, &text), 0, &text));
        prop_assert_eq!(of_rule(&cut, Rule::CutByComment), [(path.to_string(), format!("{sign}{after}"))]);
        prop_assert!(cut.brief.is_none());
        let whole = read(&yaml(&with(path, &text), 0, ""));
        prop_assert_eq!(of_rule(&whole, Rule::CutByComment), []);
    }

    #[test]
    fn every_date_in_another_form_is_reported(path in prop::sample::select(DATES), date in any_near_date()) {
        let reading = read(&yaml(&with(path, &date), 0, ""));
        let problems = of_rule(&reading, Rule::WrongType);
        prop_assert_eq!(problems.len(), 1, "{}", date);
        prop_assert_eq!(&problems[0].0, path);
        let help = reading.problems[0].help.clone().unwrap();
        let right = help.strip_prefix("write `").and_then(|help| help.strip_suffix('`'));
        match right {
            Some(right) => prop_assert!(read(&yaml(&with(path, right), 0, "")).brief.is_some()),
            None => prop_assert!(help.starts_with("no such day exists") , "{}", help),
        }
    }

    #[test]
    fn every_text_that_is_still_to_be_written_is_reported(
        path in prop::sample::select(TEXTS),
        text in prop::sample::select(&[
            "FILL IN", "FILL IN: who it is", "To be written.", "[to be filled in]", "TBC", "TBC – ask", "XX",
            "XX of them", "TODO: ask", "???", "(to be confirmed)", "words and [TBC]",
        ][..]),
    ) {
        let reading = read(&yaml(&with(path, text), 0, ""));
        let brief = reading.brief.unwrap();
        let evidence = Evidence::gather(&brief, Some(SourceText::new("words and words")), None);
        let told: Vec<String> = evidence.to_fill_in().map(ToString::to_string).collect();
        // An alias is reported at its list.
        prop_assert_eq!(told, [path.replace(".aka.1", ".aka")]);
        let prose = Evidence::gather(&read(&yaml(&every_field(), 0, "")).brief.unwrap(), None, None);
        prop_assert_eq!(prose.to_fill_in().count(), 0);
    }

    #[test]
    fn a_brief_reads_whichever_optional_fields_it_has(keep in prop::collection::vec(any::<bool>(), 40)) {
        let (brief, gone) = thinned(&keep);
        let reading = read(&yaml(&brief, 0, ""));
        prop_assert_eq!(&reading.problems, &[], "{}", brief);
        let library = crate::support::library::library_of(&[("a", yaml(&brief, 0, "").trim_start(), None)]);
        let printed = topline::page::json(&library);
        let printed: Value = serde_json::from_str(&printed).unwrap();
        let record = &printed["briefs"][0];
        for (section, id, field) in OPTIONAL_IN_ITEMS {
            let item = record[section].as_array().unwrap().iter().find(|item| {
                item["id"] == *id || item["item"] == format!("a/{id}")
            });
            let is_empty = |value: &Value| value.is_null() || *value == json!([]);
            let is_gone = gone.contains(&format!("{section}.{id}.{field}"));
            let name = if *field == "due" { "due_words" } else { field };
            prop_assert_eq!(is_empty(&item.unwrap()[name]), is_gone, "{} {}", id, field);
        }
    }
}

/// The fields of items that a brief need not have.
const OPTIONAL_IN_ITEMS: &[(&str, &str, &str)] = &[
    ("officials", "vale", "post"),
    ("officials", "vale", "honorific"),
    ("officials", "vale", "aka"),
    ("officials", "vale", "organisation"),
    ("officials", "marsh", "aka"),
    ("quotes", "q1", "at"),
    ("quotes", "q1", "note"),
    ("quotes", "q1", "said"),
    ("quotes", "q3", "gist"),
    ("claims", "c1", "note"),
    ("asks", "a1", "instrument"),
    ("asks", "a1", "due"),
    ("asks", "a1", "note"),
];

/// The brief without those of its optional fields that `keep` has no place for, and their paths.
fn thinned(keep: &[bool]) -> (Value, Vec<String>) {
    let mut brief = every_field();
    let mut gone = Vec::new();
    let top = [
        "top_lines",
        "lines_to_take",
        "background",
        "gaps",
        "prepared",
        "prepared_by",
        "marking",
        "topics",
    ];
    let source = ["author", "container", "based_on", "issued", "accessed"];
    let top = top.map(|field| (String::new(), field));
    let source = source.map(|field| ("/source".to_owned(), field));
    let items =
        OPTIONAL_IN_ITEMS.iter().map(|(section, id, field)| (format!("/{section}/{id}"), *field));
    let neighbours = ["prefix", "suffix"].map(|field| ("/quotes/q1".to_owned(), field));
    let all = top.into_iter().chain(source).chain(items).chain(neighbours);
    for ((parent, field), _) in all.zip(keep).filter(|(_, keep)| !**keep) {
        brief.pointer_mut(&parent).unwrap().as_object_mut().unwrap().remove(field);
        gone.push(format!("{parent}.{field}").trim_start_matches('/').replace('/', "."));
    }
    (brief, gone)
}
