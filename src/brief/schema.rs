//! The JSON Schema of a brief, which editors check briefs by and which messages take their
//! descriptions of fields from.

use std::sync::LazyLock;

use schemars::JsonSchema;

use super::field_path::{FieldPath, Step};
use super::format::BriefFile;
use crate::text::Text;

/// The JSON Schema of a brief, draft 2020-12, with a description for every field.
pub fn json_schema() -> serde_json::Value {
    schema_of::<BriefFile>()
}

/// The JSON Schema of a type, made from its fields and their descriptions.
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

/// What the schema says of the field at `path`.
pub fn describe(path: &FieldPath) -> Option<Text> {
    static SCHEMA: LazyLock<serde_json::Value> = LazyLock::new(json_schema);
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
    Some(node.get("description")?.as_str()?.into())
}

/// Follows a reference inside the schema; a field's own description stays in front of its type's.
fn target<'a>(schema: &'a serde_json::Value, node: &'a serde_json::Value) -> &'a serde_json::Value {
    let name =
        node.get("$ref").and_then(|name| name.as_str()).and_then(|name| name.strip_prefix('#'));
    name.and_then(|pointer| schema.pointer(pointer)).unwrap_or(node)
}
