//! One line for each text with matches.

use std::io::{self, Write};
use std::ops::Range;

use super::PlacedHit;
use crate::text::Text;

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// Writes the texts of `hits`. Matches are bold if `colour` is set.
pub fn write(hits: &[PlacedHit<'_>], colour: bool, out: &mut dyn Write) -> io::Result<()> {
    for PlacedHit { hit, places } in hits {
        for (field, place) in hit.fields.iter().zip(places) {
            let text = if colour { lit(field.text, &field.lit) } else { field.text.to_string() };
            let file = &hit.entry.origin;
            let what = format!("{} {}", hit.label(), field.label());
            writeln!(out, "{file}:{}:{}: {}: {text}", place.line, place.column, what.trim_end())?;
        }
    }
    Ok(())
}

fn lit(text: &Text, ranges: &[Range<usize>]) -> String {
    let mut lit = String::new();
    let mut from = 0;
    for range in ranges {
        lit += &text[from..range.start];
        lit += BOLD;
        lit += &text[range.clone()];
        lit += PLAIN;
        from = range.end;
    }
    lit + &text[from..]
}
