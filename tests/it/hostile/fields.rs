//! The fields of a brief, from the schema, and a brief that has every one of them.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use topline::brief::json_schema;

use super::sequences;
use crate::support::library::Folder;

/// The text of the source, whose words the quotes of the brief have.
pub const SOURCE: &str =
    "Boats sail unlit\n\nDana Vale, chief inspector, said: “We inspected 31 boats at night.”\n";

/// A field, by its path, in which `*` is any id, and entries of a list are the list itself.
pub type Field = String;

/// Every field of the format, and whether it takes any text.
pub fn of_schema() -> BTreeMap<Field, bool> {
    let schema = json_schema();
    let mut fields = BTreeMap::new();
    collect(&schema, &schema, "", &mut fields);
    assert!(fields.len() > 50, "{fields:?}");
    fields
}

fn collect(schema: &Value, node: &Value, path: &str, fields: &mut BTreeMap<Field, bool>) {
    if let Some(name) = node["$ref"].as_str() {
        return collect(schema, schema.pointer(&name[1..]).unwrap(), path, fields);
    }
    let below =
        |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let mut is_leaf = true;
    for (name, field) in node["properties"].as_object().into_iter().flatten() {
        collect(schema, field, &below(name), fields);
        is_leaf = false;
    }
    if node["additionalProperties"].is_object() {
        collect(schema, &node["additionalProperties"], &below("*"), fields);
        is_leaf = false;
    }
    for way in node["anyOf"].as_array().into_iter().flatten() {
        collect(schema, way, path, fields);
        is_leaf = false;
    }
    if node["items"].is_object() {
        collect(schema, &node["items"], path, fields);
        is_leaf = false;
    }
    if is_leaf && node["type"] != "null" {
        let takes_text = node["type"] == "string"
            || node["type"].as_array().is_some_and(|types| types.contains(&"string".into()));
        let is_free = takes_text && node["pattern"].is_null() && node["enum"].is_null();
        *fields.entry(path.to_owned()).or_default() |= is_free;
    }
}

/// A sound brief with every field of the format, some of them twice.
fn brief() -> Value {
    json!({
        "summary": "words", "topics": ["boats"], "top_lines": ["words"], "lines_to_take": ["words"],
        "background": "words", "gaps": ["words"], "prepared": "2026-03", "prepared_by": "words",
        "marking": "words",
        "source": {"title": "words", "type": "speech", "publisher": "words", "by": "vale",
                   "author": "words", "container": "words", "issued": "2026-02",
                   "accessed": "2026-02-09", "url": "https://example.org/a", "text": "a.txt",
                   "based_on": "words"},
        "organisations": {"board": "words"},
        "officials": {
            "vale": {"name": "words", "post": "words", "organisation": "board", "honorific": "words",
                     "aka": ["words", "words"]},
        },
        "quotes": {
            "q1": {"form": "direct", "by": "vale", "exact": "words", "prefix": "words",
                   "suffix": "words", "at": "words", "to": "board", "said": "2026",
                   "inferred": true, "note": "words"},
            "q2": {"form": "reported", "by": ["vale", "board"], "gist": "words", "paragraph": 2,
                   "at": "words", "note": "words"},
            "q3": {"form": "direct", "by": "vale", "exact": "We inspected 31 boats at night."},
        },
        "claims": {
            "c1": {"text": "words", "by": "vale", "evidence": ["q1", "q3"], "repeats": "c2",
                   "corroborates": "c2", "contradicts": "c2", "updates": "c2", "qualifies": "c2",
                   "inferred": true, "note": "words"},
            "c2": {"text": "words", "by": "source", "evidence": "q2"},
        },
        "asks": {
            "a1": {"kind": "ask", "by": "vale", "to": ["board", "everyone"], "action": "words",
                   "instrument": "words", "due": "words", "status": "open", "evidence": "q1",
                   "inferred": true, "note": "words"},
            "a2": {"kind": "commitment", "by": "board", "action": "words", "due": "2026-09-30",
                   "evidence": "q2", "answers": "a1"},
        },
    })
}

/// The values of a brief, by the JSON pointer and the field of each.
fn leaves(value: &Value) -> Vec<(String, Field)> {
    let mut found = Vec::new();
    gather(value, "", &mut Vec::new(), &mut found);
    found
}

fn gather(value: &Value, at: &str, path: &mut Vec<String>, found: &mut Vec<(String, Field)>) {
    match value {
        Value::Object(fields) => {
            let is_by_id = path.len() == 1 && path[0] != "source";
            for (name, value) in fields {
                path.push(if is_by_id { "*".to_owned() } else { name.clone() });
                gather(value, &format!("{at}/{name}"), path, found);
                path.pop();
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                gather(value, &format!("{at}/{index}"), path, found);
            }
        }
        _ => found.push((at.to_owned(), path.join("."))),
    }
}

/// The brief whose every text is hostile, and what each text is known by: a word of its own.
pub fn all_hostile() -> (Value, Vec<(String, String)>) {
    let fields = of_schema();
    let mut brief = brief();
    let mut marks = Vec::new();
    for (number, (at, field)) in leaves(&brief).into_iter().enumerate() {
        let value = brief.pointer_mut(&at).unwrap();
        // Otherwise there would be no source; a date of an ask is no text.
        if fields[&field] && *value == "words" {
            let mark = format!("mark{number}x");
            *value = sequences::around(&mark).into();
            marks.push((at, mark));
        }
    }
    (brief, marks)
}

/// Briefs of which one value, or one id, is hostile: each with its place.
pub fn one_hostile() -> Vec<(String, Value)> {
    let sound = brief();
    let mut briefs = Vec::new();
    for (at, _) in leaves(&sound) {
        let mut brief = sound.clone();
        *brief.pointer_mut(&at).unwrap() = sequences::all().into();
        briefs.push((at, brief));
    }
    for section in
        ["", "/source", "/organisations", "/officials", "/quotes", "/quotes/q1", "/claims", "/asks"]
    {
        let mut brief = sound.clone();
        let fields = brief.pointer_mut(section).unwrap().as_object_mut().unwrap();
        fields.insert(sequences::all(), "words".into());
        briefs.push((format!("a key of {section}"), brief));
    }
    briefs
}

/// How the characters of a text are written in the file.
#[derive(Clone, Copy, Debug)]
pub enum Spelling {
    /// As they are.
    Raw,
    /// As escapes of YAML.
    Escaped,
}

/// The brief as YAML.
pub fn yaml(value: &Value, spelling: Spelling) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| {
                format!("{}: {}", quoted(name, spelling), yaml(value, spelling))
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(",\n "))
        }
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(|value| yaml(value, spelling)).collect();
            format!("[{}]", values.join(", "))
        }
        Value::String(text) => quoted(text, spelling),
        value => value.to_string(),
    }
}

fn quoted(text: &str, spelling: Spelling) -> String {
    let spelt = text.chars().map(|c| match (c, spelling) {
        ('"' | '\\', _) => format!("\\{c}"),
        (c, Spelling::Raw) => c.to_string(),
        (c, Spelling::Escaped) if c.is_ascii_alphanumeric() || " .:/-".contains(c) => c.to_string(),
        (c, Spelling::Escaped) => format!("\\U{:08X}", u32::from(c)),
    });
    format!("\"{}\"", spelt.collect::<String>())
}

/// A folder of the brief whose texts are hostile, of one that cannot be read, and of a source that is
/// hostile too.
pub fn folder(spelling: Spelling) -> Folder {
    let (brief, _) = all_hostile();
    let broken = format!("summary: 1\n{}: [", quoted(&sequences::all(), spelling));
    let source = format!("{SOURCE}\n{}\n", sequences::around("source"));
    let file = yaml(&brief, spelling);
    Folder::with(&[("a.yaml", &file), ("broken.yaml", &broken), ("a.txt", &source)])
}

#[test]
fn the_brief_has_every_field_of_the_schema() {
    let in_brief: Vec<Field> = leaves(&brief()).into_iter().map(|(_, field)| field).collect();
    let missing: Vec<Field> =
        of_schema().into_keys().filter(|field| !in_brief.contains(field)).collect();
    assert_eq!(missing, Vec::<Field>::new(), "put these fields into the brief above");
}
