//! Reports for people: each problem with an excerpt, and a count at the end.

use std::cmp::Reverse;
use std::io::{self, Write};

use super::diagnostics::{Diagnostic, Diagnostics};
use crate::brief::{self, ReportStyle};
use crate::evidence::State;
use crate::library::on_all_cores;

/// A person reads so many problems of one brief. If it has more, their number is told.
const MOST_OF_BRIEF: usize = 100;

/// How many briefs are reported on before their reports are written, and how many a core takes at a time.
const AT_ONCE: usize = 512;
const RUN: usize = 16;

/// Writes the problems of each brief, errors first if there are too many, then a summary line.
pub fn write(
    diagnostics: &Diagnostics<'_>,
    style: ReportStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    let by_brief: Vec<&[Diagnostic<'_>]> = diagnostics.by_brief().collect();
    for briefs in by_brief.chunks(AT_ONCE) {
        let reports = on_all_cores(briefs.len(), RUN, |brief| reports_on(briefs[brief], style));
        reports.iter().try_for_each(|reports| out.write_all(reports.as_bytes()))?;
    }
    writeln!(out, "{}", summary(diagnostics))
}

/// Returns the reports on the problems of one brief.
fn reports_on(of_brief: &[Diagnostic<'_>], style: ReportStyle) -> String {
    let file = of_brief[0].entry.origin.to_string();
    let listed = listed(of_brief);
    let reports = listed.iter().map(|Diagnostic { entry, problem, severity, place, .. }| {
        brief::report(&file, entry.yaml(), problem, place, *severity, style) + "\n\n"
    });
    let left_out = of_brief.len() - listed.len();
    let more =
        (left_out > 0).then(|| format!("and {} in {file}\n\n", count(left_out, "more problem")));
    reports.chain(more).collect()
}

/// Returns the problems of a brief that are listed, in the order of its file: errors before warnings
/// if there are too many.
fn listed<'d, 'a>(of_brief: &'d [Diagnostic<'a>]) -> Vec<&'d Diagnostic<'a>> {
    let mut listed: Vec<&Diagnostic<'_>> = of_brief.iter().collect();
    if listed.len() > MOST_OF_BRIEF {
        listed.sort_by_key(|diagnostic| Reverse(diagnostic.severity));
        listed.truncate(MOST_OF_BRIEF);
        listed.sort_by_key(|diagnostic| diagnostic.place.bytes.start);
    }
    listed
}

fn summary(diagnostics: &Diagnostics<'_>) -> String {
    let briefs = count(diagnostics.library.entries().len(), "brief");
    let errors = count(diagnostics.errors(), "error");
    let warnings = count(diagnostics.warnings(), "warning");
    let (mut verified, mut locked, mut all) = (0, 0, 0);
    for state in diagnostics.quotations() {
        verified += usize::from(state == State::Verified);
        locked += usize::from(matches!(state, State::Locked(_)));
        all += 1;
    }
    let locked = if locked > 0 { format!(", {locked} verified earlier") } else { String::new() };
    let all = count(all, "quotation");
    let fixable = fixable(diagnostics.fixable(true), diagnostics.fixable(false));
    let unread = unread(diagnostics.unread());
    format!("{briefs}: {errors}, {warnings}; {verified} of {all} verified{locked}{fixable}{unread}")
}

/// Says how many briefs may have more problems than are listed.
fn unread(briefs: usize) -> String {
    match briefs {
        0 => String::new(),
        1 => "; the rest of 1 brief is not checked until it is YAML".to_owned(),
        more => format!("; the rest of {more} briefs is not checked until they are YAML"),
    }
}

/// Says how many problems have a fix.
fn fixable(safe: usize, offered: usize) -> String {
    match (safe, offered) {
        (0, 0) => String::new(),
        (safe, 0) => format!("; {safe} fixable with `--fix`"),
        (0, offered) => format!("; {offered} fixable with `--fix --unsafe-fixes`"),
        (safe, offered) => {
            format!("; {safe} fixable with `--fix`, {offered} more with `--unsafe-fixes`")
        }
    }
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
