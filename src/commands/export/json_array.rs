//! A JSON array with one value on each line, so that a change to one changes one line.

use std::io::{self, Write};

use serde::Serialize;

/// Writes `values` as they come, and returns how many there were.
///
/// # Errors
///
/// Fails if `out` cannot be written to.
pub fn write<T: Serialize>(
    values: impl IntoIterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut count = 0;
    for value in values {
        out.write_all(if count == 0 { b"[\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &value)?;
        count += 1;
    }
    out.write_all(if count == 0 { b"[]\n" } else { b"\n]\n" })?;
    Ok(count)
}
