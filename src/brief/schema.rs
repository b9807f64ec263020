//! The JSON Schema of a brief, which editors check briefs by and which messages take their
//! descriptions of fields from.

use std::sync::LazyLock;

use schemars::JsonSchema;

use super::field_path::{FieldPath, Step};
use super::format::BriefFile;
use crate::text::Text;

/// Returns the JSON Schema of a brief, draft 2020-12, with a description for every field.
pub fn json_schema() -> serde_json::Value {
    schema_of::<BriefFile>()
}

/// Returns the JSON Schema of a type, made from its fields and their descriptions.
pub fn schema_of<T: JsonSchema>() -> serde_json::Value {
    let mut schema = schemars::schema_for!(T).to_value();
    flow_descriptions(&mut schema);
    schema
}

/// Takes the line ends of the source code out of the descriptions.
fn flow_descriptions(schema: &mut serde_json::Value) {
    use serde_json::Value;
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "description" => {
                        *text = Text::flow(text).to_string();
                    }
                    _ => flow_descriptions(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(flow_descriptions),
        _ => {}
    }
}

/// Returns the schema’s description of the field at `path`.
pub fn describe(path: &FieldPath) -> Option<Text> {
    description(node(path)?)
}

/// What the schema says of a field, or of a word that a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaEntry {
    /// The name of the field, or the word.
    pub name: Text,
    /// What it is for.
    pub description: Option<Text>,
    /// Whether a brief must have the field.
    pub is_required: bool,
}

/// Returns the fields of the map at `path`, in the order of the format. Empty if there is no map, or one
/// whose keys are ids.
pub fn fields_of(path: &FieldPath) -> Vec<SchemaEntry> {
    let Some(node) = node(path) else { return Vec::new() };
    let required = node.get("required").and_then(|names| names.as_array());
    let is_required =
        |name: &str| required.is_some_and(|names| names.iter().any(|known| known == name));
    let fields = node.get("properties").and_then(|fields| fields.as_object());
    let entry = |(name, field): (&String, &serde_json::Value)| SchemaEntry {
        name: name.as_str().into(),
        description: description(field),
        is_required: is_required(name),
    };
    fields.into_iter().flatten().map(entry).collect()
}

/// Returns the words of the closed list that the field at `path` takes, or nothing.
pub fn words_of(path: &FieldPath) -> Vec<SchemaEntry> {
    let Some(node) = node(path) else { return Vec::new() };
    let choices = node.get("anyOf").and_then(|choices| choices.as_array());
    let choices = choices.map_or(std::slice::from_ref(node), Vec::as_slice);
    let words = choices.iter().map(|choice| target(&SCHEMA, choice)).filter_map(|choice| {
        let words = choice.get("oneOf").and_then(|words| words.as_array())?;
        let entry = |word: &serde_json::Value| {
            let name = word.get("const")?.as_str()?.into();
            Some(SchemaEntry { name, description: description(word), is_required: false })
        };
        Some(words.iter().filter_map(entry).collect::<Vec<_>>())
    });
    words.flatten().collect()
}

static SCHEMA: LazyLock<serde_json::Value> = LazyLock::new(json_schema);

fn description(node: &serde_json::Value) -> Option<Text> {
    Some(node.get("description")?.as_str()?.into())
}

/// Returns what the schema has at `path`.
fn node(path: &FieldPath) -> Option<&'static serde_json::Value> {
    let mut node = &*SCHEMA;
    for step in path.steps() {
        node = match step {
            Step::Key(key) => {
                let properties =
                    node.get("properties").and_then(|properties| properties.get(key.as_str()));
                properties.or_else(|| node.get("additionalProperties"))?
            }
            Step::Index(_) => node,
        };
        node = target(&SCHEMA, node);
    }
    Some(node)
}

/// Follows a reference inside the schema; a field's own description stays before its type’s.
fn target<'a>(schema: &'a serde_json::Value, node: &'a serde_json::Value) -> &'a serde_json::Value {
    let name =
        node.get("$ref").and_then(|name| name.as_str()).and_then(|name| name.strip_prefix('#'));
    name.and_then(|pointer| schema.pointer(pointer)).unwrap_or(node)
}
