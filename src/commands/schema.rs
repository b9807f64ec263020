//! `topline schema`: the JSON Schema of a brief, for editors.

use std::io::{self, Write};

use crate::brief;

/// Writes the schema, indented, with a newline at its end.
///
/// # Errors
///
/// Fails if `out` does.
pub fn run(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:#}", brief::json_schema())
}
