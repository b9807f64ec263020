//! The JSON of `check`, version 1, as `docs/check-json.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use super::diagnostics::{Diagnostic, DiagnosticFix, Diagnostics};
use crate::brief::Date;
use crate::commands::output;
use crate::library::Entry;

/// The version of this shape: raised when a field changes its meaning or is removed.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct CheckReport<'a> {
    version: u32,
    problems: Vec<ProblemRecord<'a>>,
    quotes: Vec<CheckedQuote>,
}

#[derive(Serialize)]
struct ProblemRecord<'a> {
    rule: &'static str,
    severity: &'static str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    item: String,
    path: String,
    message: &'a str,
    help: Option<&'a str>,
    fix: Option<FixRecord<'a>>,
}

#[derive(Serialize)]
struct FixRecord<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<EditRecord<'a>>,
}

#[derive(Serialize)]
struct EditRecord<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    replacement: &'a str,
}

#[derive(Serialize)]
struct CheckedQuote {
    item: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<String>,
    paragraphs: Vec<u32>,
    spans: Vec<[usize; 2]>,
}

/// Writes one JSON value.
pub fn write(diagnostics: &Diagnostics<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = CheckReport {
        version: VERSION,
        problems: diagnostics.list.iter().map(problem).collect(),
        quotes: diagnostics.library.entries().iter().flat_map(quotes).collect(),
    };
    output::write_json(&report, out)
}

fn problem<'a>(diagnostic: &'a Diagnostic<'_>) -> ProblemRecord<'a> {
    let place = &diagnostic.place;
    ProblemRecord {
        rule: diagnostic.problem.rule.name(),
        severity: diagnostic.severity_word(),
        file: diagnostic.entry.origin.to_string(),
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        item: diagnostic.item(),
        path: diagnostic.problem.path.to_string(),
        message: &diagnostic.problem.message,
        help: diagnostic.problem.help.as_deref(),
        fix: diagnostic.fix.as_ref().map(fix),
    }
}

fn fix(DiagnosticFix { fix, places }: &DiagnosticFix) -> FixRecord<'_> {
    let edits = fix.edits.iter().zip(places).map(|(edit, place)| EditRecord {
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        replacement: &edit.replacement,
    });
    FixRecord { title: &fix.title, safe: fix.is_safe, edits: edits.collect() }
}

/// Returns every quote of a brief, in the order of the file.
fn quotes(entry: &Entry) -> Vec<CheckedQuote> {
    let quotes = entry.brief.iter().flat_map(|brief| brief.quotes.iter());
    quotes
        .filter_map(|quote| {
            let finding = entry.findings().get(&quote.id)?;
            Some(CheckedQuote {
                item: format!("{}/{}", entry.id, quote.id),
                state: finding.state.word(),
                verified: finding.state.locked_on().map(Date::iso),
                paragraphs: finding.paragraphs.to_vec(),
                spans: entry.evidence().characters(&finding.spans),
            })
        })
        .collect()
}
