//! The records as CSV (RFC 4180), for spreadsheets: a column for each field.

use anyhow::Result;
use serde_json::{Map, Value};

use super::record::FlatRecord;
use crate::commands::cells;

/// Returns the names of the columns, which are those of the fields.
///
/// # Errors
///
/// Fails if a record is no object, which none is not.
pub fn columns() -> Result<Vec<String>> {
    Ok(fields(&FlatRecord::default())?.into_iter().map(|(name, _)| name).collect())
}

/// Returns the cells of a record, in the order of the columns.
///
/// # Errors
///
/// As [`columns`].
pub fn row(record: &FlatRecord<'_>) -> Result<Vec<String>> {
    Ok(fields(record)?.into_iter().map(|(_, value)| cell(value)).collect())
}

fn fields(record: &FlatRecord<'_>) -> Result<Map<String, Value>> {
    Ok(serde_json::from_value(serde_json::to_value(record)?)?)
}

fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is_so) => cells::yes_or_no(is_so),
        Value::String(text) => text,
        Value::Array(values) => cells::list(&values.into_iter().map(cell).collect::<Vec<_>>()),
        value @ (Value::Number(_) | Value::Object(_)) => value.to_string(),
    }
}
