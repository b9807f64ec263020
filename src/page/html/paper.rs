//! What is on every sheet of a printed page: the pack or the part, the marking, the page number.

use std::io::{self, Write};

use crate::page::document::{Document, DocumentPart};
use crate::page::guide::PAGE_OF;
use crate::page::markup::Markup;

/// Returns the name of the kind of sheet that a part is printed on.
pub fn sheet(index: usize) -> String {
    format!("part-{index}")
}

/// Writes the style of the sheets of every part.
pub fn rules<W: Write>(document: &Document, markup: &mut Markup<W>) -> io::Result<()> {
    for (index, part) in document.parts.iter().enumerate() {
        let pack = document.title.as_ref().filter(|title| part.title != **title);
        markup.raw(&rule(index, part, pack.unwrap_or(&part.label)))?;
    }
    Ok(())
}

fn rule(index: usize, part: &DocumentPart, left: &str) -> String {
    let sheet = sheet(index);
    let [page, of] = PAGE_OF.map(string);
    let left = string(left);
    let marking = part.marking.as_deref().map(string);
    let marking = marking.map_or_else(String::new, |marking| {
        format!(" @top-center {{ content: {marking}; }} @bottom-center {{ content: {marking}; }}")
    });
    format!(
        "#{sheet} {{ page: {sheet}; }}\n@page {sheet} {{ @top-left {{ content: {left}; }} \
         @top-right {{ content: {page} counter(page) {of} counter(pages); }}{marking} }}\n"
    )
}

/// Returns `text` as a string of CSS. All but plain letters and digits are escaped, so that nothing
/// in it can end the string or the style.
fn string(text: &str) -> String {
    let escaped = text.chars().map(|c| {
        if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\{:x} ", u32::from(c)) }
    });
    format!("'{}'", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_string_of_css() {
        assert_eq!(string("OFFICIAL"), "'OFFICIAL'");
        assert_eq!(string("a'}\\\n</style>“"), "'a\\27 \\7d \\5c \\a \\3c \\2f style\\3e \\201c '");
    }
}
