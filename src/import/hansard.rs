//! Records of debates in XML, as parlparse and Akoma Ntoso write them: each speech a turn.

use super::paragraphs::{Paragraphs, one_line};
use super::xml::{self, XmlElement, XmlPart};
use super::{ImportError, Imported, Metadata, SourcedValue, counted};

/// Reads a record.
///
/// # Errors
///
/// It is damaged, or nobody speaks in it.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut walk = Walk::default();
    xml::read(bytes, &mut |part| {
        walk.part(part);
        Ok(())
    })?;
    if walk.speeches == 0 {
        return Err(ImportError::new(
            "is XML, but no record of a debate that is known",
            "save it as a web page or as text, and import that",
        ));
    }
    let title =
        walk.title.as_deref().and_then(|title| SourcedValue::new(title, "the first heading"));
    let issued = walk.date.as_deref().and_then(|date| SourcedValue::new(date, "the record’s date"));
    let url = walk.url.as_deref().and_then(|url| SourcedValue::url(url, "the first speech"));
    let kind = SourcedValue::new("debate", "the kind of file");
    let metadata = Metadata { title, issued, url, kind, ..Metadata::default() };
    let lines = walk.lines.iter().map(String::as_str);
    let mut imported = Imported::new(Paragraphs::from_lines(lines), metadata);
    let speeches = walk.speeches;
    let count = if speeches == 1 { "1 speech".to_owned() } else { format!("{speeches} speeches") };
    let columns = if walk.columns > 0 {
        format!(", {}", counted(walk.columns, "column"))
    } else {
        String::new()
    };
    imported.account.remarks.push(count + &columns);
    Ok(imported)
}

/// Elements that are a paragraph each.
const PARAGRAPHS: [&str; 12] = [
    "p",
    "heading",
    "num",
    "subheading",
    "narrative",
    "summary",
    "scene",
    "other",
    "block",
    "li",
    "question",
    "answer",
];

/// What the walk through a record has found.
#[derive(Default)]
struct Walk {
    lines: Vec<String>,
    line: String,
    speaker: Option<String>,
    column: Option<String>,
    columns: usize,
    speeches: usize,
    title: Option<String>,
    date: Option<String>,
    url: Option<String>,
    /// Whether the words are the name of who speaks.
    in_name: bool,
    name: String,
    /// The elements that are open, whose words are read.
    inside: usize,
}

impl Walk {
    fn part(&mut self, part: XmlPart) {
        match part {
            XmlPart::Open(element) => self.open(&element),
            XmlPart::Close(name) => self.close(local(&name)),
            XmlPart::Text(text) if self.in_name => self.name.push_str(&text),
            XmlPart::Text(text) if self.inside > 0 => self.line.push_str(&text),
            XmlPart::Text(_) => {}
        }
    }

    fn open(&mut self, element: &XmlElement) {
        let attribute = |names: &[&str]| {
            names.iter().find_map(|name| element.attribute(name)).map(str::to_owned)
        };
        match local(&element.name) {
            name @ ("major-heading" | "minor-heading" | "oral-heading" | "speech") => {
                self.end();
                self.inside += 1;
                self.set_column(attribute(&["colnum", "column"]));
                if name == "speech" {
                    self.speeches += 1;
                    self.speaker = attribute(&["speakername", "speaker"]);
                    self.date = self.date.take().or_else(|| date_of(element));
                    self.url = self.url.take().or_else(|| attribute(&["url"]));
                }
            }
            "from" => {
                self.in_name = true;
                self.name.clear();
            }
            "debateBody" | "debate" => self.inside += 1,
            "FRBRdate" | "docDate" => {
                self.date = self.date.take().or_else(|| attribute(&["date"]));
            }
            "col" | "column" => self.set_column(attribute(&["colnum", "number", "n"])),
            "br" => self.line.push(' '),
            name if PARAGRAPHS.contains(&name) => self.end(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "major-heading" | "minor-heading" | "oral-heading" => {
                self.end_heading();
                self.inside = self.inside.saturating_sub(1);
            }
            "heading" => self.end_heading(),
            "speech" => {
                self.end();
                self.speaker = None;
                self.inside = self.inside.saturating_sub(1);
            }
            "from" => {
                self.in_name = false;
                let name = std::mem::take(&mut self.name);
                let name = one_line(&name).trim().trim_end_matches(':').to_owned();
                self.speaker = Some(name).filter(|name| !name.is_empty());
            }
            "debateBody" | "debate" => {
                self.end();
                self.inside = self.inside.saturating_sub(1);
            }
            name if PARAGRAPHS.contains(&name) => self.end(),
            _ => {}
        }
    }

    /// Says on a line of its own which column begins.
    fn set_column(&mut self, column: Option<String>) {
        let Some(column) = column.filter(|column| !column.trim().is_empty()) else { return };
        if self.column.as_ref() != Some(&column) {
            self.end();
            self.lines.push(format!("[Column {}]", one_line(&column)));
            self.columns += 1;
            self.column = Some(column);
        }
    }

    fn end_heading(&mut self) {
        let heading = one_line(&self.line);
        if self.title.is_none() && heading.contains(char::is_alphabetic) {
            self.title = Some(heading);
        }
        self.end();
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        // The name is said once, before the first words.
        let name = self.speaker.take().map(|name| format!("{name}: ")).unwrap_or_default();
        self.lines.push(format!("{name}{}", one_line(&line)));
    }
}

/// Returns the date in the id of a speech: `uk.org.publicwhip/debate/2026-02-09a.12.0`.
fn date_of(element: &XmlElement) -> Option<String> {
    let last = element.attribute("id")?.rsplit('/').next()?;
    let date = last.get(..10)?;
    let is_date = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then(|| date.to_owned())
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
