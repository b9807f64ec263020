//! Writes elements and text, for HTML and for the parts of a Word file. Text stays text.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The attributes of an element: names and values.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Writes markup to `W` as it is made.
pub struct Markup<W: Write>(Writer<W>);

impl<W: Write> Markup<W> {
    /// Writes to `out`.
    pub fn new(out: W) -> Self {
        Self(Writer::new(out))
    }

    /// Says that what follows is XML.
    pub fn declare_xml(&mut self) -> io::Result<()> {
        self.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))
    }

    /// Writes what is markup already, and no text of a brief.
    pub fn raw(&mut self, markup: &str) -> io::Result<()> {
        self.0.get_mut().write_all(markup.as_bytes())
    }

    /// Writes an element with what `content` writes in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.open(name, attributes)?;
        content(self)?;
        self.close(name)
    }

    /// Writes an element that holds a text.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.element(name, attributes, |markup| markup.text(text))
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&allowed(text))))
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*allowed(value)));
    }
    start
}

/// Returns `text` without what neither XML 1.0 nor HTML allows, character for character. Line ends
/// and tabs, which Word does not expect in a text, become spaces.
fn allowed(text: &str) -> Cow<'_, str> {
    let replaced = |c: char| match c {
        '\n' | '\t' => ' ',
        c if c.is_control() || is_noncharacter(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    if text.chars().all(|c| replaced(c) == c) {
        return text.into();
    }
    text.chars().map(replaced).collect()
}

/// Returns whether Unicode never gives a meaning to `c`.
fn is_noncharacter(c: char) -> bool {
    matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Markup<&mut Vec<u8>>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Markup::new(&mut out)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_and_attributes_stay_text() {
        let hostile = "</p><b a=\"1\" b='2'>&lt;";
        let escaped = "&lt;/p&gt;&lt;b a=&quot;1&quot; b=&apos;2&apos;&gt;&amp;lt;";
        assert_eq!(
            written(|markup| markup.leaf("p", &[("title", hostile)], hostile)),
            format!("<p title=\"{escaped}\">{escaped}</p>")
        );
    }

    #[test]
    fn characters_that_no_markup_allows_are_replaced() {
        let odd = "a\u{0}\u{b}\u{1b}\u{7f}\u{85}\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}b\nc\td\r";
        let expected = format!("a{}b c d\u{fffd}", "\u{fffd}".repeat(9));
        assert_eq!(written(|markup| markup.text(odd)), expected);
        assert_eq!(
            written(|markup| markup.empty("br", &[("id", odd)])),
            format!("<br id=\"{expected}\"/>")
        );
    }
}
