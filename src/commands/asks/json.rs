//! The JSON of `asks`, version 1, as `docs/asks.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use crate::brief::Date;
use crate::commands::output;
use crate::library::register::RegisterRow;
use crate::page::records::{AskTerms, addresses};

/// The version of this format: raised when a field changes its meaning or is removed.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct AsksReport<'a> {
    version: u32,
    asks: Vec<RegisterRecord<'a>>,
}

#[derive(Serialize)]
struct RegisterRecord<'a> {
    item: String,
    brief: &'a str,
    id: &'a str,
    #[serde(flatten)]
    terms: AskTerms<'a>,
    past_due: bool,
    unanswered: bool,
    answers: Vec<String>,
    answered_by: Vec<String>,
    evidence: Vec<String>,
    paragraphs: Vec<u32>,
    title: &'a str,
    publisher: Option<&'a str>,
    issued: Option<String>,
    inferred: bool,
    note: Option<&'a str>,
}

/// Writes one JSON value.
pub fn write(rows: &[RegisterRow<'_>], out: &mut dyn Write) -> io::Result<()> {
    let report = AsksReport { version: VERSION, asks: rows.iter().map(record).collect() };
    output::write_json(&report, out)
}

fn record<'a>(row: &'a RegisterRow<'_>) -> RegisterRecord<'a> {
    let (brief, ask) = (row.brief, row.ask);
    RegisterRecord {
        item: row.anchor().to_string(),
        brief: &brief.id,
        id: &ask.id,
        terms: terms(row),
        past_due: row.is_past_due,
        unanswered: row.is_unanswered(),
        answers: addresses(&row.answers),
        answered_by: addresses(&row.answered_by),
        evidence: ask.evidence.iter().map(|quote| brief.anchor(quote).to_string()).collect(),
        paragraphs: row.paragraphs(),
        title: &brief.source.title,
        publisher: brief.source.publisher.as_deref(),
        issued: brief.source.issued.map(Date::iso),
        inferred: ask.inferred,
        note: ask.note.as_deref(),
    }
}

/// Returns the terms of the ask with a name for every party, even `unstated` and `everyone`.
fn terms<'a>(row: &'a RegisterRow<'_>) -> AskTerms<'a> {
    let mut terms = AskTerms::new(row.brief, row.ask);
    terms.by.name = Some(row.by().to_string());
    for (party, name) in terms.to.iter_mut().zip(row.to()) {
        party.name = Some(name.to_string());
    }
    terms
}
