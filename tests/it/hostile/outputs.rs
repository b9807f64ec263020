//! What programs and people get of an output: the texts in it, decoded as its readers decode it.

use std::io::{Cursor, Read};

use serde_json::Value;

use super::sequences::assert_harmless;

/// Fails if a hostile character is in an output of this format, as it stands or decoded. Returns all of
/// its texts.
#[track_caller]
pub fn assert_harmless_as(format: &str, output: &[u8], what: &str) -> String {
    if format == "docx" {
        return docx(output, what);
    }
    let output = str::from_utf8(output).unwrap();
    // These end the lines of CSV and of calendars, and part the pages of a text.
    let mut plain = match format {
        "csv" => output.replace("\r\n", "\n"),
        "ics" => output.replace("\r\n ", "").replace("\r\n", "\n"),
        "ansi" => without_colours(output),
        _ => output.replace("\n\u{c}", "\n"),
    };
    assert_harmless(&plain, what);
    match format {
        "json" | "sarif" => plain.push_str(&json(&serde_json::from_str(output).unwrap(), what)),
        "ndjson" => {
            for line in output.lines() {
                plain.push_str(&json(&serde_json::from_str(line).unwrap(), what));
            }
        }
        "html" => {
            let page = scraper::Html::parse_document(output);
            for node in page.tree.values() {
                let texts: Vec<&str> = match node {
                    scraper::Node::Text(text) => vec![text],
                    scraper::Node::Element(element) => element.attrs().map(|(_, v)| v).collect(),
                    _ => Vec::new(),
                };
                for text in texts {
                    assert_harmless(text, what);
                }
            }
        }
        "svg" => xml(output, what),
        _ => {}
    }
    plain
}

/// The text without the sequences that set colours, which are the reader’s own.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';' || c == ':');
        plain + rest.strip_prefix('m').unwrap_or("\u{1b}")
    })
}

fn json(value: &Value, what: &str) -> String {
    match value {
        Value::String(text) => {
            assert_harmless(text, what);
            format!("{text}\n")
        }
        Value::Array(values) => values.iter().map(|value| json(value, what)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                assert_harmless(name, what);
                json(value, what)
            })
            .collect(),
        _ => String::new(),
    }
}

fn docx(output: &[u8], what: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(output)).unwrap();
    let mut texts = String::new();
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        xml(&text, &format!("{what}, part {index}"));
        texts.push_str(&text);
    }
    texts
}

fn xml(text: &str, what: &str) {
    assert_harmless(text, what);
    let tree = roxmltree::Document::parse(text).unwrap();
    for node in tree.descendants() {
        assert_harmless(node.text().unwrap_or_default(), what);
        for attribute in node.attributes() {
            assert_harmless(attribute.value(), what);
        }
    }
}
