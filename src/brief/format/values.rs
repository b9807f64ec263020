//! Schemas of the values that share a Rust type.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::brief::id::PATTERN;

const ANCHOR: &str = "^([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*$";
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

pub fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "pattern": PATTERN})
}

pub fn many_ids(_: &mut SchemaGenerator) -> Schema {
    one_or_list(PATTERN)
}

pub fn many_anchors(_: &mut SchemaGenerator) -> Schema {
    one_or_list(ANCHOR)
}

pub fn date(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"anyOf": [
        {"type": "string", "pattern": DATE},
        {"type": "integer", "minimum": 1000, "maximum": 9999}
    ]})
}

pub fn due(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": ["string", "integer"]})
}

pub fn map_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let value = generator.subschema_for::<T>();
    json_schema!({"type": "object", "propertyNames": {"pattern": PATTERN}, "additionalProperties": value})
}

fn one_or_list(pattern: &str) -> Schema {
    let one = json_schema!({"type": "string", "pattern": pattern});
    json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
}
