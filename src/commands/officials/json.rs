//! The JSON of `officials`, version 1, as `docs/officials.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use super::row::OfficialRow;
use crate::commands::output;

/// The version of this format: raised when a field changes its meaning or is removed.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct OfficialsReport<'a> {
    version: u32,
    officials: &'a [OfficialRow<'a>],
}

/// Writes one JSON value.
pub fn write(rows: &[OfficialRow<'_>], out: &mut dyn Write) -> io::Result<()> {
    output::write_json(&OfficialsReport { version: VERSION, officials: rows }, out)
}
