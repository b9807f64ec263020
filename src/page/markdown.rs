//! Writes a document as Markdown, for pasting into another document.
//!
//! CommonMark, with the tables and footnotes of GitHub Flavored Markdown. A paragraph is one line.
//! Only the structure of the document becomes markup; the text of its spans is escaped.

use std::collections::HashSet;

use super::document::{
    AskEntry, Block, ContentsEntry, Document, DocumentPart, Flow, ListEntry, MATRIX_COLUMNS,
    NamedField, Role, Span, Table,
};
use crate::text::{Text, escape_markdown as escape, markdown_line as guard, vocabulary};

vocabulary! {
    /// How citations are written.
    #[derive(Default)]
    pub enum Citations {
        /// As `[A3]` in the text.
        Inline = "inline",
        /// As footnotes.
        #[default]
        Footnotes = "footnotes",
    }
}

/// Writes `document` as Markdown, with its `citations` in the text or as footnotes, which come at its
/// end.
pub fn markdown(document: &Document, citations: Citations) -> String {
    let mut writer = Writer { document, citations, cited: HashSet::new() };
    let mut blocks: Vec<String> = Vec::new();
    for part in &document.parts {
        writer.part(part, &mut blocks);
    }
    blocks.extend(writer.footnotes());
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

struct Writer<'a> {
    document: &'a Document,
    citations: Citations,
    /// The footnotes that are referred to.
    cited: HashSet<&'a Text>,
}

impl Writer<'_> {
    fn part(&mut self, part: &DocumentPart, blocks: &mut Vec<String>) {
        let marking: Vec<String> =
            part.marking.iter().map(|marking| guard(&escape(marking))).collect();
        blocks.extend(marking.clone());
        blocks.push(format!("# {}: {}", escape(&part.label), escape(&part.title)));
        for block in &part.blocks {
            self.block(block, blocks);
        }
        blocks.extend(marking);
    }

    fn block(&mut self, block: &Block, blocks: &mut Vec<String>) {
        match block {
            Block::Heading(heading) => blocks.push(format!("## {}", escape(heading))),
            Block::Subheading(name) => blocks.push(format!("### {}", escape(name))),
            Block::Paragraph(flow) => blocks.push(guard(&self.inline(flow))),
            Block::Lines(flows) => blocks.push(broken(self.lines(flows), 0)),
            Block::Numbered(flows) => {
                let number = |(i, flow): (usize, &Flow)| {
                    item(&format!("{}.", i + 1), vec![self.inline(flow)])
                };
                blocks.push(list(flows.iter().enumerate().map(number)));
            }
            Block::Bullets(flows) => {
                blocks.push(list(flows.iter().map(|flow| item("-", vec![self.inline(flow)]))));
            }
            Block::Fields(fields) => {
                blocks.push(list(fields.iter().map(|field| self.field(field))));
            }
            Block::Entries(entries) => {
                blocks.push(list(entries.iter().map(|entry| self.entry(entry))));
            }
            Block::Asks(asks) => blocks.push(self.asks(asks)),
            Block::Voice { speaker, statements } => {
                blocks.push(format!("### {}", self.inline(speaker)));
                let statement = |flows: &Vec<Flow>| item("-", self.lines(flows));
                blocks.push(list(statements.iter().map(statement)));
            }
            Block::Table(table) => blocks.push(self.table(table)),
            Block::Matrix(matrix) if matrix.columns.len() > MATRIX_COLUMNS => {}
            Block::Matrix(matrix) => {
                blocks.push(format!("## {}", escape(&matrix.heading)));
                blocks.push(self.table(&matrix.table()));
            }
            Block::Contents(entries) => {
                let title = |entry: &ContentsEntry| item("-", vec![self.inline(&entry.title)]);
                blocks.push(list(entries.iter().map(title)));
            }
        }
    }

    fn table(&mut self, of: &Table) -> String {
        let names = of.columns.iter().map(|name| escape(name)).collect();
        table(names, of.rows.iter().map(|row| self.lines(row)))
    }

    fn field(&mut self, field: &NamedField) -> String {
        let name = format!("{}: ", escape(&field.name));
        item("-", headed(&name, self.lines(&field.values)))
    }

    fn entry(&mut self, entry: &ListEntry) -> String {
        let labels: String = entry.labels.iter().map(|label| escape(&label.text) + " ").collect();
        item("-", headed(&labels, self.lines(&entry.body)))
    }

    fn asks(&mut self, asks: &[AskEntry]) -> String {
        let names = ["Item", "Kind", "Who", "What", "Terms", "Remarks", "Source"].map(String::from);
        let row = |ask: &AskEntry| {
            let AskEntry { label, kind, parties, action, terms, remarks, cited } = ask;
            let spans = [label, kind].map(|span| escape(&span.text));
            let flows = [parties, action, terms, remarks, cited].map(|flow| self.inline(flow));
            spans.into_iter().chain(flows).collect()
        };
        table(names.into(), asks.iter().map(row))
    }

    fn lines(&mut self, flows: &[Flow]) -> Vec<String> {
        flows.iter().map(|flow| self.inline(flow)).collect()
    }

    /// Writes a flow on one line. What only matters at the start of a line is not escaped yet.
    fn inline(&mut self, flow: &[Span]) -> String {
        let mut line = String::new();
        for span in flow {
            match span.role {
                Role::Citation if self.citations == Citations::Footnotes => {
                    self.cite(span, &mut line);
                }
                Role::Url if is_autolink(&span.text) => {
                    line.extend(["<", &span.text, ">"]);
                }
                _ => line.push_str(&escape(&span.text)),
            }
        }
        line.trim().to_owned()
    }

    /// Writes a citation as a footnote, or in brackets if nothing is known of what it refers to.
    /// The marks between citations are left out.
    fn cite(&mut self, span: &Span, line: &mut String) {
        if span.anchor.is_none() {
            return;
        }
        match self.document.notes.get_full(&span.text) {
            Some((index, name, _)) => {
                line.truncate(line.trim_end().len());
                if line.ends_with('!') {
                    line.insert(line.len() - 1, '\\');
                }
                line.extend(["[^", &footnote(index, name), "]"]);
                self.cited.insert(name);
            }
            None => line.push_str(&escape(&format!(" [{}] ", span.text))),
        }
    }

    fn footnotes(&mut self) -> Vec<String> {
        let notes = self.document.notes.iter().enumerate();
        let cited: Vec<_> = notes.filter(|(_, (name, _))| self.cited.contains(name)).collect();
        cited
            .into_iter()
            .map(|(index, (name, note))| {
                format!("[^{}]: {}", footnote(index, name), guard(&self.inline(&note.in_full())))
            })
            .collect()
    }
}

/// Returns the label of the footnote that `name`, the citation with this index, refers to. A label may
/// hold no blank, so one with a page in it gets the index instead: `A3-7`.
fn footnote(index: usize, name: &str) -> String {
    match name.find(|c: char| !c.is_ascii_alphanumeric()) {
        Some(end) => format!("{}-{index}", &name[..end]),
        None => name.to_owned(),
    }
}

/// Puts `head` before the first of `lines`.
fn headed(head: &str, mut lines: Vec<String>) -> Vec<String> {
    match lines.first_mut() {
        Some(first) => first.insert_str(0, head),
        None => lines.push(head.to_owned()),
    }
    lines
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}

/// Writes an item of a list. Its lines are broken where `lines` has them.
fn item(mark: &str, lines: Vec<String>) -> String {
    format!("{mark} {}", broken(lines, mark.len() + 1))
}

/// Breaks a paragraph where `lines` end, and indents all but the first by this many columns.
fn broken(lines: Vec<String>, columns: usize) -> String {
    let lines: Vec<String> =
        lines.into_iter().map(|line| guard(&line)).filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{}", " ".repeat(columns)))
}

fn table(names: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let rule = vec!["---".to_owned(); names.len()];
    let rows = [names, rule].into_iter().chain(rows);
    rows.map(|cells| format!("| {} |", cells.join(" | "))).collect::<Vec<_>>().join("\n")
}

/// Returns whether `url` can be a link between angle brackets, in a table too.
fn is_autolink(url: &str) -> bool {
    !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '|'))
}
