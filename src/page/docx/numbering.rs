//! What the items of lists are numbered or marked with.

use std::io::{self, Write};

use super::NAMESPACES;
use crate::page::markup::Markup;

/// The list that all bulleted items are in. `styles.xml` names it and the next.
pub const BULLETS: usize = 1;

/// The list of what is given the style of numbered items in Word.
const STYLED: usize = 2;

/// Returns the number of the numbered list with this index. Each starts from 1.
pub fn numbered(index: usize) -> usize {
    STYLED + 1 + index
}

/// Writes the lists of a text with this many numbered ones.
pub fn write<W: Write>(lists: usize, markup: &mut Markup<W>) -> io::Result<()> {
    markup.element("w:numbering", NAMESPACES, |markup| {
        kind("0", "ListBullet", "bullet", "•", markup)?;
        kind("1", "ListNumber", "decimal", "%1.", markup)?;
        list(BULLETS, "0", markup)?;
        list(STYLED, "1", markup)?;
        (0..lists).try_for_each(|index| list(numbered(index), "1", markup))
    })
}

fn kind<W: Write>(
    id: &str,
    style: &str,
    format: &str,
    mark: &str,
    markup: &mut Markup<W>,
) -> io::Result<()> {
    markup.element("w:abstractNum", &[("w:abstractNumId", id)], |markup| {
        markup.empty("w:multiLevelType", &[("w:val", "singleLevel")])?;
        markup.element("w:lvl", &[("w:ilvl", "0")], |markup| {
            for (name, value) in [
                ("w:start", "1"),
                ("w:numFmt", format),
                ("w:pStyle", style),
                ("w:lvlText", mark),
                ("w:lvlJc", "left"),
            ] {
                markup.empty(name, &[("w:val", value)])?;
            }
            markup.element("w:pPr", &[], |markup| {
                markup.empty("w:ind", &[("w:left", "425"), ("w:hanging", "425")])
            })
        })
    })
}

fn list<W: Write>(number: usize, kind: &str, markup: &mut Markup<W>) -> io::Result<()> {
    markup.element("w:num", &[("w:numId", &number.to_string())], |markup| {
        markup.empty("w:abstractNumId", &[("w:val", kind)])?;
        markup.element("w:lvlOverride", &[("w:ilvl", "0")], |markup| {
            markup.empty("w:startOverride", &[("w:val", "1")])
        })
    })
}
