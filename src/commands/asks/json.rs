//! The JSON of `asks`, version 1, as `docs/asks.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use crate::brief::{Anchor, Date, Due, Status};
use crate::library::register::RegisterRow;
use crate::text::Text;

/// The version of this shape: raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    asks: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    item: String,
    brief: &'a str,
    id: &'a str,
    kind: &'static str,
    by: PartyRecord<'a>,
    to: Vec<PartyRecord<'a>>,
    action: &'a str,
    instrument: Option<&'a str>,
    due: Option<String>,
    due_words: Option<&'a str>,
    status: Option<&'static str>,
    past_due: bool,
    unanswered: bool,
    answers: Vec<String>,
    answered_by: Vec<String>,
    evidence: Vec<String>,
    paragraphs: &'a [u32],
    title: &'a str,
    publisher: Option<&'a str>,
    issued: Option<String>,
    inferred: bool,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct PartyRecord<'a> {
    id: &'a str,
    name: String,
}

/// Writes one JSON value.
pub fn write(rows: &[RegisterRow<'_>], out: &mut dyn Write) -> io::Result<()> {
    let report = Report { version: VERSION, asks: rows.iter().map(record).collect() };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn record<'a>(row: &'a RegisterRow<'_>) -> Record<'a> {
    let (brief, ask) = (row.brief, row.ask);
    let to = ask.to.iter().zip(row.to());
    Record {
        item: row.anchor().to_string(),
        brief: &brief.id,
        id: &ask.id,
        kind: ask.kind.word(),
        by: PartyRecord { id: &ask.by, name: row.by().to_string() },
        to: to.map(|(to, name)| PartyRecord { id: to.word(), name: name.to_string() }).collect(),
        action: &ask.action,
        instrument: ask.instrument.as_deref(),
        due: ask.due.as_ref().and_then(Due::date).map(Date::iso),
        due_words: ask.due.as_ref().and_then(Due::words).map(Text::as_str),
        status: ask.status.map(Status::word),
        past_due: row.is_past_due,
        unanswered: row.is_unanswered(),
        answers: addresses(&row.answers),
        answered_by: addresses(&row.answered_by),
        evidence: ask.evidence.iter().map(|quote| brief.anchor(quote).to_string()).collect(),
        paragraphs: &row.paragraphs,
        title: &brief.source.title,
        publisher: brief.source.publisher.as_deref(),
        issued: brief.source.issued.map(Date::iso),
        inferred: ask.inferred,
        note: ask.note.as_deref(),
    }
}

fn addresses(anchors: &[Anchor]) -> Vec<String> {
    anchors.iter().map(ToString::to_string).collect()
}
