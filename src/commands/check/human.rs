//! Reports for people: each problem with an excerpt, and a count at the end.

use std::io::{self, Write};

use super::diagnostics::Diagnostics;
use crate::brief::{self, ReportStyle};
use crate::evidence::State;

/// Writes every problem, then a summary line.
pub fn write(
    diagnostics: &Diagnostics<'_>,
    style: ReportStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    for diagnostic in &diagnostics.list {
        let file = diagnostic.entry.origin.to_string();
        let report = brief::report(
            &file,
            &diagnostic.entry.yaml,
            &diagnostic.problem,
            diagnostic.severity,
            style,
        );
        writeln!(out, "{report}\n")?;
    }
    writeln!(out, "{}", summary(diagnostics))
}

fn summary(diagnostics: &Diagnostics<'_>) -> String {
    let briefs = count(diagnostics.library.entries().len(), "brief");
    let errors = count(diagnostics.errors(), "error");
    let warnings = count(diagnostics.warnings(), "warning");
    let (verified, all) = diagnostics.quotations(|state| state == State::Verified);
    let (locked, _) = diagnostics.quotations(|state| matches!(state, State::Locked(_)));
    let locked = if locked > 0 { format!(", {locked} verified earlier") } else { String::new() };
    format!(
        "{briefs}: {errors}, {warnings}; {verified} of {} verified{locked}",
        count(all, "quotation")
    )
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
