//! Reports which briefs a command skipped.

use std::io::{self, Write};

use crate::brief::{LineColumn, Problem};
use crate::library::{Entry, Library};

/// Names the broken briefs of `library` on `messages`, each with its first error, and returns how
/// many there are.
pub fn report(library: &Library, messages: &mut dyn Write) -> io::Result<usize> {
    let broken: Vec<&Entry> =
        library.entries().iter().filter(|entry| entry.brief.is_none()).collect();
    for entry in &broken {
        writeln!(messages, "{}", message(entry))?;
    }
    Ok(broken.len())
}

fn message(entry: &Entry) -> String {
    let is_error = |problem: &&Problem| problem.is_error();
    let reason = entry.problems.iter().find(is_error).map_or_else(String::new, |problem| {
        format!(": line {}: {}", LineColumn::locate(entry.yaml(), problem).line, problem.message)
    });
    format!("topline: skipped {}{reason}; run `topline check`", entry.origin)
}
