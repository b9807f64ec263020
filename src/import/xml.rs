//! XML, element by element: to a limit of levels, and without entities but those that every file has.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::ImportError;
use super::charset::{declared_in_markup, decode};

/// The most levels of elements inside one another.
const DEEPEST: usize = 256;

/// A part of a file, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlPart {
    /// An element begins. One that is empty ends at once.
    Open(XmlElement),
    /// The element of this name ends.
    Close(String),
    /// Text.
    Text(String),
}

/// An element: its name with its prefix, and its attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct XmlElement {
    /// Its name as the file spells it: `text:p`.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl XmlElement {
    /// Returns the value of the attribute of this name, as the file spells it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Calls `each` with every part of a file.
///
/// # Errors
///
/// It is not well formed, has more than 256 levels, or `each` fails.
pub fn read(
    bytes: &[u8],
    each: &mut dyn FnMut(XmlPart) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    let text = decode(bytes, declared_in_markup(bytes).as_deref()).text;
    let mut reader = Reader::from_str(&text);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|_| damaged())?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(ImportError::new(
                        format!("has elements in more than {DEEPEST} levels"),
                        "save it as plain text, and import that",
                    ));
                }
                each(XmlPart::Open(element(&start)?))?;
            }
            Event::Empty(start) => {
                let element = element(&start)?;
                let name = element.name.clone();
                each(XmlPart::Open(element))?;
                each(XmlPart::Close(name))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(XmlPart::Close(end.name().as_ref().to_owned()))?;
            }
            Event::Text(text) => each(XmlPart::Text(text.xml10_content().into_owned()))?,
            Event::CData(text) => each(XmlPart::Text(text.xml10_content().into_owned()))?,
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|_| damaged())?;
                let text = character.map_or_else(|| entity(&name.xml10_content()), String::from);
                each(XmlPart::Text(text))?;
            }
            Event::Eof if depth > 0 => return Err(damaged()),
            Event::Eof => return Ok(()),
            // What a document type declares is never looked at: no entity is expanded or fetched.
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn damaged() -> ImportError {
    ImportError::new("cannot be read: its XML is damaged", "save it once more, or as plain text")
}

fn element(start: &BytesStart<'_>) -> Result<XmlElement, ImportError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        let name = attribute.key.as_ref().to_owned();
        // A value with an entity that only the file knows is of no use.
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default();
        attributes.push((name, value.into_owned()));
    }
    Ok(XmlElement { name: start.name().as_ref().to_owned(), attributes })
}

/// Returns the text of an entity that every XML file has, or that every HTML page has and people write;
/// nothing for any other.
fn entity(name: &str) -> String {
    let text = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "pound" => "£",
        "hellip" => "…",
        _ => "",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn parts(xml: &str) -> Result<String, ImportError> {
        let mut all = String::new();
        read(xml.as_bytes(), &mut |part| {
            let _ = match part {
                XmlPart::Open(element) => {
                    write!(all, "<{} {}>", element.name, element.attribute("a:b").unwrap_or("–"))
                }
                XmlPart::Close(name) => write!(all, "</{name}>"),
                XmlPart::Text(text) => write!(all, "{text}"),
            };
            Ok(())
        })?;
        Ok(all)
    }

    #[test]
    fn gives_elements_attributes_and_text() {
        assert_eq!(
            parts(
                "<?xml version='1.0'?><a:p a:b='1&amp;2'>x &lt; &#8220;y&ndash;<b/><![CDATA[<]]></a:p>"
            ),
            Ok("<a:p 1&2>x < “y–<b –></b><</a:p>".to_owned())
        );
    }

    #[test]
    fn expands_no_entity_of_the_file() {
        let laughs = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>\
            <!ENTITY c SYSTEM 'file:///etc/passwd'>]><l a:b='&b;'>x&b;&c;y</l>";
        assert_eq!(parts(laughs), Ok("<l >xy</l>".to_owned()));
    }

    #[test]
    fn refuses_what_is_damaged_or_too_deep() {
        for xml in ["<a><b></a>", "<a>", "<a", "<a>&#xd800;</a>"] {
            assert!(parts(xml).is_err(), "{xml}");
        }
        let nested = |levels: usize| "<a>".repeat(levels) + &"</a>".repeat(levels);
        assert!(parts(&nested(DEEPEST)).is_ok());
        let error = parts(&nested(DEEPEST + 1)).unwrap_err().to_string();
        assert!(error.contains("more than 256 levels"), "{error}");
    }
}
