//! The JSON of `find`, version 1, as `docs/find-json.md` describes it.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::{Place, PlacedHit};
use crate::brief::{Anchor, Id};
use crate::commands::output;
use crate::library::search::{Belonging, HitField, TextKind};

/// The version of this format: raised when a field changes its meaning or is removed.
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
    paragraph: Option<usize>,
    file: &'a str,
    fields: Vec<FieldRecord<'a>>,
    belongs_to: Vec<BelongingRecord<'a>>,
}

#[derive(Serialize)]
struct FieldRecord<'a> {
    path: String,
    line: usize,
    column: usize,
    text: &'a str,
    spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct BelongingRecord<'a> {
    what: &'static str,
    path: String,
    text: &'a str,
    spans: Vec<[usize; 2]>,
}

/// Writes one JSON value.
pub fn write(query: &str, hits: &[PlacedHit<'_>], out: &mut dyn Write) -> io::Result<()> {
    let report = FindReport { version: VERSION, query, hits: hits.iter().map(hit).collect() };
    output::write_json(&report, out)
}

fn hit<'a>(PlacedHit { hit, file, places }: &'a PlacedHit<'a>) -> HitRecord<'a> {
    let brief = &hit.entry.id;
    HitRecord {
        kind: hit.kind.word(),
        item: hit
            .item
            .map_or_else(|| brief.to_string(), |item| Anchor::new(brief, item).to_string()),
        brief,
        id: hit.item.map(Id::as_str),
        paragraph: (hit.kind == TextKind::Text).then_some(hit.nth + 1),
        file,
        fields: hit.fields.iter().zip(places).map(field_record).collect(),
        belongs_to: hit.belongs_to.iter().map(belonging_record).collect(),
    }
}

fn field_record<'a>((field, place): (&'a HitField, &Place)) -> FieldRecord<'a> {
    FieldRecord {
        path: field.path.to_string(),
        line: place.line,
        column: place.column,
        text: &field.text,
        spans: in_characters(&field.text, &field.lit),
    }
}

fn belonging_record(belonging: &Belonging) -> BelongingRecord<'_> {
    BelongingRecord {
        what: belonging.label,
        path: belonging.path.to_string(),
        text: &belonging.text,
        spans: in_characters(&belonging.text, &belonging.lit),
    }
}

/// Returns ranges of bytes of `text`, which are in order, as ranges of its characters.
fn in_characters(text: &str, ranges: &[Range<usize>]) -> Vec<[usize; 2]> {
    let (mut byte, mut character) = (0, 0);
    let mut characters = |end: usize| {
        character += text[byte..end].chars().count();
        byte = end;
        character
    };
    ranges.iter().map(|range| [range.start, range.end].map(&mut characters)).collect()
}
