//! The cells of CSV (RFC 4180), for spreadsheets.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

/// Writes a line of names, then `rows` of as many cells. Each line ends with CR LF. If `bom`, a byte order
/// mark comes first: without it some spreadsheets mistake UTF-8 for another encoding.
pub fn write<R>(
    names: impl IntoIterator<Item = impl AsRef<[u8]>>,
    rows: impl IntoIterator<Item = R>,
    bom: bool,
    out: &mut dyn Write,
) -> io::Result<()>
where
    R: IntoIterator<Item = String>,
{
    if bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(names)?;
    for row in rows {
        writer.write_record(row.into_iter().map(harmless))?;
    }
    writer.flush()
}

/// Joins several values in one cell.
pub fn list(values: &[impl ToString]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Returns `yes` or `no`.
pub fn yes_or_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

/// Puts an apostrophe before what a spreadsheet would treat as a formula (OWASP, CSV injection),
/// including the full-width forms of the signs.
fn harmless(cell: String) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_harm_out_of_formulas() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"));
        }
        for text in ["a=1", "", "'=1", "£5"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
