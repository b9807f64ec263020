//! Word’s documents, of today (`.docx`) and of before (`.doc`). Their model is walked, so that nothing but
//! the words comes out: no marks of notes, no text that a tracked change has deleted.

use undoc::ErrorKind;
use undoc::model::{Block, Document, Paragraph, RevisionType, Table};

use super::package::Package;
use super::paragraphs::{Paragraphs, is_whole_line, row};
use super::xml::{self, XmlPart};
use super::{ImportError, Imported, Metadata, SourcedValue, counted};

/// Reads a document.
///
/// # Errors
///
/// It is damaged, protected by a password, or made to exhaust who reads it.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut deleted = 0;
    if let Some(mut package) = Package::open(bytes) {
        // The reader below has no limit of levels, and does not say what was deleted.
        for part in
            ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/styles.xml"]
        {
            let part = package.part(part)?.unwrap_or_default();
            xml::read(&part, &mut |part| {
                deleted += usize::from(
                    matches!(part, XmlPart::Open(element) if element.name == "w:delText"),
                );
                Ok(())
            })?;
        }
    }
    let document = undoc::parse_bytes(bytes).map_err(|error| match error.kind() {
        ErrorKind::Encrypted => protected(),
        _ => ImportError::new(
            "cannot be read: it is a damaged document, or of a version that is not known",
            "open it in a word processor, save it as .docx, and import that",
        ),
    })?;
    Ok(imported(&document, deleted))
}

/// Returns the error of a document that needs a password.
pub fn protected() -> ImportError {
    ImportError::new(
        "is protected by a password",
        "open it with the password, save it without one, and import that",
    )
}

#[derive(Default)]
struct Walk {
    lines: Vec<String>,
    notes: Vec<String>,
    note_marks: usize,
    inserted: usize,
    deleted: usize,
    around: usize,
}

fn imported(document: &Document, deleted: usize) -> Imported {
    let mut walk = Walk { deleted, ..Walk::default() };
    for section in &document.sections {
        for block in &section.content {
            walk.block(block);
        }
        let around = section.header.iter().chain(&section.footer).flatten();
        walk.around += around.filter(|paragraph| !paragraph.is_empty()).count();
    }
    let all: Vec<&str> = walk.lines.iter().chain(&walk.notes).map(String::as_str).collect();
    let metadata = metadata(document, &all);
    let mut imported = Imported::new(Paragraphs::from_lines(all), metadata);
    let account = &mut imported.account;
    let left_out = [
        (walk.around, "header or footer line"),
        (walk.note_marks, "footnote mark"),
        (walk.deleted, "tracked deletion"),
    ];
    let some = |(count, what): &(usize, &str)| (*count > 0).then(|| counted(*count, what));
    account.left_out.extend(left_out.iter().filter_map(some));
    if !walk.notes.is_empty() {
        account.remarks.push("the footnotes are at the end".to_owned());
    }
    if walk.inserted > 0 {
        account.remarks.push(format!("{} kept", counted(walk.inserted, "tracked insertion")));
    }
    imported
}

impl Walk {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => {
                let lines = self.paragraph(paragraph);
                self.lines.extend(lines);
            }
            Block::Table(table) => {
                let lines = self.table(table);
                self.lines.extend(lines);
            }
            Block::Note { content, .. } => {
                let notes: Vec<String> =
                    content.iter().flat_map(|paragraph| self.paragraph(paragraph)).collect();
                self.notes.extend(notes);
            }
            Block::PageBreak | Block::SectionBreak | Block::Image { .. } => {}
        }
    }

    /// Returns the paragraphs of one: a line break after a whole sentence divides it.
    fn paragraph(&mut self, paragraph: &Paragraph) -> Vec<String> {
        let (mut lines, mut line) = (Vec::new(), String::new());
        for run in &paragraph.runs {
            self.note_marks += usize::from(run.note.is_some());
            match run.revision {
                RevisionType::Deleted => {
                    self.deleted += 1;
                    continue;
                }
                RevisionType::Inserted => self.inserted += 1,
                RevisionType::None => {}
            }
            line.push_str(&run.text);
            if run.line_break && is_whole_line(&line) {
                lines.push(std::mem::take(&mut line));
            } else if run.line_break || run.page_break {
                line.push('\n');
            }
        }
        lines.push(line);
        lines.retain(|line| !line.trim().is_empty());
        lines
    }

    fn table(&mut self, table: &Table) -> Vec<String> {
        let mut lines = Vec::new();
        for cells in table.rows.iter().map(|row| &row.cells) {
            let texts = cells.iter().map(|cell| {
                let mut texts: Vec<String> =
                    cell.content.iter().flat_map(|paragraph| self.paragraph(paragraph)).collect();
                texts.extend(cell.nested_tables.iter().flat_map(|table| self.table(table)));
                texts
            });
            lines.extend(row(texts.collect()));
        }
        lines
    }
}

/// Returns what the properties of the document say. Its title counts only if it is printed too: most are
/// the name of a file or of another document.
fn metadata(document: &Document, lines: &[&str]) -> Metadata {
    let properties = &document.metadata;
    properties_metadata(properties.title.as_deref(), properties.author.as_deref(), lines)
}

/// Returns what the properties of a document give, as [`metadata`] has them.
pub fn properties_metadata(title: Option<&str>, author: Option<&str>, lines: &[&str]) -> Metadata {
    /// The paragraphs among which a title is.
    const FIRST: usize = 5;
    const ORIGIN: &str = "the document’s properties";
    let title = title.and_then(|title| SourcedValue::new(title, ORIGIN));
    let is_printed =
        |title: &SourcedValue| lines.iter().take(FIRST).any(|line| line.trim() == title.value);
    // One word is the name of an account.
    let author = author.and_then(|author| SourcedValue::new(author, ORIGIN));
    Metadata {
        title: title.filter(is_printed),
        author: author.filter(|author| author.value.contains(' ')),
        ..Metadata::default()
    }
}
