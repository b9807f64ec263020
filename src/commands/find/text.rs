//! One line for each text in which something was found.

use std::io::{self, Write};
use std::ops::Range;

use crate::brief::Step;
use crate::library::search::{Hit, HitField};
use crate::text::Text;

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// The fields that say what an item is about: they go without a name.
const MAIN_FIELDS: [&str; 5] = ["exact", "gist", "text", "action", "name"];

/// Writes the texts of `hits`; matches are bold where `colour` is wanted.
pub fn write(hits: &[Hit<'_>], colour: bool, out: &mut dyn Write) -> io::Result<()> {
    for hit in hits {
        for field in &hit.fields {
            let place = super::place(hit, field);
            let text = if colour { lit(field.text, &field.lit) } else { field.text.to_string() };
            let (file, what) = (&hit.entry.origin, label(hit, field));
            writeln!(out, "{file}:{}:{}: {what}: {text}", place.line, place.column)?;
        }
    }
    Ok(())
}

/// What the text is: `quote q3`, `quote q3 note`, `top line 2`, `source title`.
fn label(hit: &Hit<'_>, field: &HitField<'_>) -> String {
    let is_main = |key: &str| hit.item.is_some() && MAIN_FIELDS.contains(&key);
    let steps = field.path.steps().iter().skip(1).filter_map(|step| match step {
        Step::Key(key) => (!is_main(key)).then(|| key.to_string()),
        Step::Index(index) => Some((index + 1).to_string()),
    });
    let words: Vec<String> = std::iter::once(hit.kind.singular().to_owned()).chain(steps).collect();
    words.join(" ")
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
