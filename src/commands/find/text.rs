//! One line for each text with matches.

use std::io::{self, Write};
use std::ops::Range;

use super::PlacedHit;
use crate::library::search::{Belonging, Hit};
use crate::text::Text;

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// Writes the texts of `hits`. Matches are bold if `colour` is set.
pub fn write(hits: &[PlacedHit<'_>], colour: bool, out: &mut dyn Write) -> io::Result<()> {
    for PlacedHit { hit, file, places } in hits {
        for (field, place) in hit.fields.iter().zip(places) {
            let text = if colour { lit(&field.text, &field.lit) } else { field.text.to_string() };
            let what = format!("{} {}", hit.label(), field.label());
            let what = what.trim_end();
            let belongs_to =
                if field.lit.is_empty() { belongs_to(hit, colour) } else { String::new() };
            writeln!(out, "{file}:{}:{}: {what}: {text}{belongs_to}", place.line, place.column)?;
        }
    }
    Ok(())
}

/// Returns what a match belongs to whose own texts have none of the words: ` [by Dana Vale]`.
fn belongs_to(hit: &Hit<'_>, colour: bool) -> String {
    let one = |Belonging { label, text, lit: ranges, .. }: &Belonging| {
        let text = if colour { lit(text, ranges) } else { text.to_string() };
        format!("{label} {text}")
    };
    let all: Vec<String> = hit.belongs_to.iter().map(one).collect();
    if all.is_empty() { String::new() } else { format!(" [{}]", all.join("; ")) }
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
