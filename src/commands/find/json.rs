//! The JSON of `find`, version 1, as `docs/find-json.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use crate::brief::Id;
use crate::commands::output;
use crate::library::search::{Hit, HitField};

/// The version of this shape: raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct FindReport<'a> {
    version: u32,
    query: &'a str,
    hits: Vec<HitRecord<'a>>,
}

#[derive(Serialize)]
struct HitRecord<'a> {
    kind: &'static str,
    item: String,
    brief: &'a str,
    id: Option<&'a str>,
    file: String,
    fields: Vec<FieldRecord<'a>>,
}

#[derive(Serialize)]
struct FieldRecord<'a> {
    path: String,
    line: usize,
    column: usize,
    text: &'a str,
    spans: Vec<[usize; 2]>,
}

/// Writes one JSON value.
pub fn write(query: &str, hits: &[Hit<'_>], out: &mut dyn Write) -> io::Result<()> {
    let report = FindReport { version: VERSION, query, hits: hits.iter().map(hit).collect() };
    output::write_json(&report, out)
}

fn hit<'a>(hit: &Hit<'a>) -> HitRecord<'a> {
    HitRecord {
        kind: hit.kind.word(),
        item: hit
            .item
            .map_or_else(|| hit.brief.id.to_string(), |item| hit.brief.anchor(item).to_string()),
        brief: hit.brief.id.as_str(),
        id: hit.item.map(Id::as_str),
        file: hit.entry.origin.to_string(),
        fields: hit.fields.iter().map(|field| field_record(hit, field)).collect(),
    }
}

fn field_record<'a>(hit: &Hit<'_>, field: &HitField<'a>) -> FieldRecord<'a> {
    let place = super::place(hit, field);
    let characters = |offset: usize| field.text[..offset].chars().count();
    FieldRecord {
        path: field.path.to_string(),
        line: place.line,
        column: place.column,
        text: field.text,
        spans: field
            .lit
            .iter()
            .map(|range| [characters(range.start), characters(range.end)])
            .collect(),
    }
}
