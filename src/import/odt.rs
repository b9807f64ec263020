//! Texts of LibreOffice and others (`.odt`, OASIS).

use super::package::Package;
use super::paragraphs::{Paragraphs, is_whole_line, row};
use super::word::{properties_metadata, protected};
use super::xml::{self, XmlElement, XmlPart};
use super::{ImportError, Imported, counted};

/// Reads a document.
///
/// # Errors
///
/// It is damaged, protected by a password, or made to exhaust who reads it.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let damaged = || {
        ImportError::new(
            "is no OpenDocument text, or a damaged one",
            "open it in a word processor, save it once more, and import that",
        )
    };
    let mut package = Package::open(bytes).ok_or_else(damaged)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(protected());
    }
    let content = package.part("content.xml")?.ok_or_else(damaged)?;
    let mut walk = Walk::default();
    xml::read(&content, &mut |part| {
        walk.part(part);
        Ok(())
    })?;
    let properties = properties(&package.part("meta.xml")?.unwrap_or_default());
    let all: Vec<&str> = walk.lines.iter().chain(&walk.notes).map(String::as_str).collect();
    let metadata =
        properties_metadata(properties.title.as_deref(), properties.author.as_deref(), &all);
    let mut imported = Imported::new(Paragraphs::from_lines(all), metadata);
    let left_out = [
        (walk.note_marks, "footnote mark"),
        (walk.comments, "comment"),
        (walk.deleted, "tracked deletion"),
    ];
    let some = |(count, what): &(usize, &str)| (*count > 0).then(|| counted(*count, what));
    imported.account.left_out.extend(left_out.iter().filter_map(some));
    if !walk.notes.is_empty() {
        imported.account.remarks.push("the footnotes are at the end".to_owned());
    }
    Ok(imported)
}

/// What the walk through a document has found.
#[derive(Default)]
struct Walk {
    lines: Vec<String>,
    notes: Vec<String>,
    note_marks: usize,
    comments: usize,
    deleted: usize,
    /// The paragraphs that are open: one may hold a note, or a frame, that holds others.
    open: Vec<String>,
    /// The rows that are open, each with its cells.
    rows: Vec<Vec<Vec<String>>>,
    /// How many notes are open.
    in_notes: usize,
    /// The element whose words do not count, and how often it is open.
    unread: Option<(String, usize)>,
}

/// Elements whose words nobody sees in the text.
const UNREAD: [&str; 7] = [
    "text:tracked-changes",
    "text:note-citation",
    "office:annotation",
    "office:forms",
    "text:index-title-template",
    "svg:desc",
    "svg:title",
];

impl Walk {
    fn part(&mut self, part: XmlPart) {
        if let Some((name, open)) = &mut self.unread {
            match part {
                XmlPart::Open(element) if element.name == *name => *open += 1,
                XmlPart::Open(element) if element.name == "text:deletion" => self.deleted += 1,
                XmlPart::Close(closed) if closed == *name => *open -= 1,
                _ => {}
            }
            if *open == 0 {
                self.unread = None;
            }
            return;
        }
        match part {
            XmlPart::Open(element) => self.open(&element),
            XmlPart::Close(name) => self.close(&name),
            // Runs of white space count as one.
            XmlPart::Text(text) => self.write(&text),
        }
    }

    fn open(&mut self, element: &XmlElement) {
        let name = element.name.as_str();
        if UNREAD.contains(&name) {
            self.note_marks += usize::from(name == "text:note-citation");
            self.comments += usize::from(name == "office:annotation");
            self.unread = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "text:p" | "text:h" => self.open.push(String::new()),
            "text:s" | "text:tab" => self.write(" "),
            "text:line-break" => self.break_line(),
            "text:note" => self.in_notes += 1,
            "table:table-row" => self.rows.push(Vec::new()),
            "table:table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "text:p" | "text:h" => {
                let line = self.open.pop().unwrap_or_default();
                self.end(line);
            }
            "text:note" => self.in_notes = self.in_notes.saturating_sub(1),
            "table:table-row" => {
                let cells = self.rows.pop().unwrap_or_default();
                for line in row(cells) {
                    self.end(line);
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(line) = self.open.last_mut() {
            line.push_str(text);
        }
    }

    fn break_line(&mut self) {
        match self.open.last_mut() {
            Some(line) if is_whole_line(line) => {
                let line = std::mem::take(line);
                self.end(line);
            }
            _ => self.write("\n"),
        }
    }

    /// Adds a paragraph to the notes, to the cell that it is in, or to the text.
    fn end(&mut self, line: String) {
        if line.trim().is_empty() {
            return;
        }
        let cell = self.rows.last_mut().and_then(|row| row.last_mut());
        match cell {
            _ if self.in_notes > 0 => self.notes.push(line),
            Some(cell) => cell.push(line),
            None => self.lines.push(line),
        }
    }
}

/// The title and the author that the properties give.
#[derive(Default)]
struct Properties {
    title: Option<String>,
    author: Option<String>,
}

fn properties(meta: &[u8]) -> Properties {
    let mut found = Properties::default();
    let mut inside = String::new();
    // Properties that cannot be read say nothing.
    let _ = xml::read(meta, &mut |part| {
        match part {
            XmlPart::Open(element) => inside = element.name,
            XmlPart::Close(_) => inside.clear(),
            XmlPart::Text(text) => match inside.as_str() {
                "dc:title" => found.title.get_or_insert_default().push_str(&text),
                "meta:initial-creator" => found.author.get_or_insert_default().push_str(&text),
                _ => {}
            },
        }
        Ok(())
    });
    found
}
