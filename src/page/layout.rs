//! Sets a document in lines of a given width: the page as it is printed, and as the reader
//! shows it.

use super::document::{Block, Document, Entry, Field, Flow, Part, Role, Span, Table};
use super::{table, typeset};
use crate::text::{Text, width};

/// One line of a page. The spaces that indent it are spans of their own.
pub type Line = Vec<Span>;

/// The columns between a label and what it labels.
const GAP: usize = 2;

/// What stands under a speaker is indented by this many columns.
const INDENT: usize = 2;

/// The names of fields take at least this many columns, so that fields in different places
/// stand alike.
const FIELD: usize = 8;

/// Sets `document` in lines of at most `columns`. Only a web address may be wider.
///
/// A blank line parts the sections, the parts, and paragraphs that follow each other.
#[must_use]
pub fn layout(document: &Document, columns: usize) -> Vec<Line> {
    let mut sheet = Sheet { columns: columns.max(1), lines: Vec::new() };
    for part in &document.parts {
        sheet.part(part);
    }
    sheet.lines
}

/// Sets `blocks` that stand in no part, such as a table by itself, as [`layout`] sets a document.
#[must_use]
pub fn layout_blocks(blocks: &[Block], columns: usize) -> Vec<Line> {
    let mut sheet = Sheet { columns: columns.max(1), lines: Vec::new() };
    sheet.blocks(blocks);
    sheet.lines
}

struct Sheet {
    columns: usize,
    lines: Vec<Line>,
}

impl Sheet {
    fn part(&mut self, part: &Part) {
        self.blank_line();
        self.head(part);
        self.blocks(&part.blocks);
        if let Some(marking) = &part.marking {
            self.blank_line();
            self.hanging(&[Span::new(Role::Label, marking.clone())], 0, 0);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut before: Option<&Block> = None;
        for block in blocks {
            if matches!((before, block), (Some(Block::Paragraph(_)), Block::Paragraph(_))) {
                self.blank_line();
            }
            self.block(block);
            before = Some(block);
        }
    }

    /// The label, with the marking at the right where there is room; the title; a rule.
    fn head(&mut self, part: &Part) {
        let label = Span::new(Role::Label, part.label.clone());
        let marking = part.marking.as_ref().map(|marking| Span::new(Role::Label, marking.clone()));
        let room = |marking: &Span| self.columns.checked_sub(width(&label.text) + width(&marking.text));
        match marking.as_ref().and_then(room).filter(|room| *room >= GAP) {
            Some(room) => {
                let line = [label, blank(room)].into_iter().chain(marking).collect();
                self.lines.push(line);
            }
            None => {
                for span in [label].into_iter().chain(marking) {
                    self.hanging(&[span], 0, 0);
                }
            }
        }
        self.hanging(&[Span::new(Role::Title, part.title.clone())], 0, 0);
        self.lines.push(vec![Span::new(Role::Plain, "=".repeat(self.columns))]);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                self.blank_line();
                self.hanging(&[Span::new(Role::Heading, heading.clone())], 0, 0);
            }
            Block::Paragraph(flow) => self.hanging(flow, 0, 0),
            Block::Numbered(flows) => {
                self.list(flows.iter().enumerate().map(|(i, flow)| (format!("{}.", i + 1), flow)));
            }
            Block::Bullets(flows) => self.list(flows.iter().map(|flow| ("-".into(), flow))),
            Block::Fields(fields) => self.fields(fields),
            Block::Entries(entries) => self.entries(entries),
            Block::Voice { speaker, statements } => {
                self.hanging(speaker, 0, 2 * INDENT);
                for statement in statements {
                    self.hanging(statement, INDENT, INDENT);
                }
            }
            Block::Table(table) => self.table(table),
        }
    }

    fn list<'a>(&mut self, items: impl Iterator<Item = (String, &'a Flow)> + Clone) {
        let indent = items.clone().map(|(mark, _)| width(&mark) + 1).max().unwrap_or(0);
        for (mark, flow) in items {
            self.labelled(&[(Span::new(Role::Label, mark), indent)], std::slice::from_ref(flow));
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        let name = fields.iter().map(|field| width(&field.name)).max().unwrap_or(0).max(FIELD);
        for field in fields {
            self.labelled(&[(Span::new(Role::Label, field.name.clone()), name + GAP)], &field.values);
        }
    }

    /// Sets the labels of all entries in columns. A label too wide for a column stands over its
    /// entry instead.
    fn entries(&mut self, entries: &[Entry]) {
        let widest = self.columns / 3;
        let mut columns: Vec<usize> = Vec::new();
        for (i, label) in entries.iter().flat_map(|entry| entry.labels.iter().enumerate()) {
            if i == columns.len() {
                columns.push(0);
            }
            let label = width(&label.text);
            columns[i] = columns[i].max(if label > widest { 0 } else { label + GAP });
        }
        for entry in entries {
            let labels: Vec<_> = entry.labels.iter().cloned().zip(columns.iter().copied()).collect();
            self.labelled(&labels, &entry.body);
        }
    }

    /// Sets `flows` one under the other, beside labels that take so many columns each; labels
    /// that need more stand on lines of their own.
    fn labelled(&mut self, labels: &[(Span, usize)], flows: &[Flow]) {
        let indent = labels.iter().map(|(_, columns)| columns).sum();
        let beside = labels.iter().all(|(label, columns)| width(&label.text) < *columns);
        let mut line = Flow::new();
        for (label, columns) in labels {
            line.push(label.clone());
            let rest = if beside { columns - width(&label.text) } else { GAP };
            line.push(blank(rest));
        }
        if !beside {
            self.hanging(&line, 0, 0);
            line.clear();
        }
        for flow in flows {
            self.beside(std::mem::take(&mut line), flow, indent);
        }
    }

    /// Sets `flow` at `indent`, with `label` before its first line.
    fn beside(&mut self, label: Line, flow: &[Span], indent: usize) {
        let from = self.lines.len();
        self.hanging(flow, indent, indent);
        if label.is_empty() {
            return;
        }
        match self.lines.get_mut(from) {
            Some(first) => {
                first.splice(..1, label);
            }
            None => self.lines.push(label),
        }
    }

    /// Sets `flow` with its first line at one indent and the others at another.
    fn hanging(&mut self, flow: &[Span], first: usize, rest: usize) {
        let room = |indent| self.columns.saturating_sub(indent);
        let lines = typeset(flow, room(first), room(rest));
        for (i, mut line) in lines.into_iter().enumerate() {
            let indent = if i == 0 { first } else { rest };
            if indent > 0 {
                line.insert(0, blank(indent));
            }
            self.lines.push(line);
        }
    }

    fn table(&mut self, table: &Table) {
        match table::widths(table, self.columns, GAP) {
            Some(widths) => self.columned(table, &widths),
            None => self.stacked(table),
        }
    }

    fn columned(&mut self, table: &Table, widths: &[usize]) {
        let heads: Vec<Flow> =
            table.columns.iter().map(|name| vec![Span::new(Role::Label, name.clone())]).collect();
        self.row(&heads, widths);
        let rules: Vec<Flow> =
            widths.iter().map(|columns| vec![Span::new(Role::Plain, "-".repeat(*columns))]).collect();
        self.row(&rules, widths);
        for row in &table.rows {
            self.row(row, widths);
        }
    }

    fn row(&mut self, cells: &[Flow], widths: &[usize]) {
        let set: Vec<Vec<Line>> =
            cells.iter().zip(widths).map(|(cell, &columns)| typeset(cell, columns, columns)).collect();
        let height = set.iter().map(Vec::len).max().unwrap_or(0);
        for i in 0..height {
            let mut line = Line::new();
            let mut owed = 0;
            for (cell, columns) in set.iter().zip(widths) {
                if let Some(pieces) = cell.get(i) {
                    if owed > 0 {
                        line.push(blank(owed));
                    }
                    line.extend(pieces.iter().cloned());
                    owed = columns.saturating_sub(pieces.iter().map(|piece| width(&piece.text)).sum()) + GAP;
                } else {
                    owed += columns + GAP;
                }
            }
            self.lines.push(line);
        }
    }

    /// A table too wide for the page: the first cell of each row, and the others under it by name.
    fn stacked(&mut self, table: &Table) {
        for row in &table.rows {
            for (i, (name, cell)) in table.columns.iter().zip(row).enumerate() {
                if i == 0 {
                    self.hanging(cell, 0, 2 * INDENT);
                } else {
                    let mut flow = vec![Span::new(Role::Label, format!("{name}: "))];
                    flow.extend(cell.iter().cloned());
                    self.hanging(&flow, INDENT, 2 * INDENT);
                }
            }
        }
    }

    /// A blank line, but not at the top.
    fn blank_line(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Line::new());
        }
    }
}

fn blank(columns: usize) -> Span {
    Span::new(Role::Plain, Text::new(&" ".repeat(columns)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::plain;

    fn flow(text: &str) -> Flow {
        vec![Span::new(Role::Plain, text)]
    }

    fn set(columns: usize, blocks: Vec<Block>) -> String {
        let part = Part { label: "BRIEF A".into(), title: "Boats".into(), marking: None, blocks };
        let page = plain(&layout(&Document { parts: vec![part] }, columns));
        page.split_once("=\n").unwrap().1.to_owned()
    }

    #[test]
    fn puts_the_marking_at_the_head_and_the_foot() {
        let part = |marking: &str| Part {
            label: "BRIEF A".into(),
            title: "Boats".into(),
            marking: Some(marking.into()),
            blocks: vec![Block::Paragraph(flow("They sail."))],
        };
        let page = |marking| plain(&layout(&Document { parts: vec![part(marking)] }, 18));
        assert_eq!(
            page("OFFICIAL"),
            "BRIEF A   OFFICIAL\nBoats\n==================\nThey sail.\n\nOFFICIAL\n"
        );
        assert!(page("VERY SECRET").starts_with("BRIEF A\nVERY SECRET\nBoats\n"));
    }

    #[test]
    fn parts_sections_and_paragraphs_by_one_blank_line() {
        let paragraph = |text| Block::Paragraph(flow(text));
        let blocks = vec![paragraph("a"), paragraph("b"), Block::Heading("C".into()), paragraph("d")];
        assert_eq!(set(20, blocks), "a\n\nb\n\nC\nd\n");
    }

    #[test]
    fn aligns_labels_in_columns_and_hangs_what_flows_beside_them() {
        let entry = |labels: &[&str], body: &[&str]| Entry {
            labels: labels.iter().map(|label| Span::new(Role::Label, *label)).collect(),
            body: body.iter().map(|text| flow(text)).collect(),
        };
        let entries = vec![
            entry(&["A-a1", "ASK"], &["one two three four", "five"]),
            entry(&["A-a10", "ACTION"], &["six"]),
            entry(&["A-a-very-long-id", "ASK"], &["seven"]),
        ];
        let expected = "\
A-a1   ASK     one two three
               four
               five
A-a10  ACTION  six
A-a-very-long-id  ASK
               seven
";
        assert_eq!(set(28, vec![Block::Entries(entries)]), expected);
    }

    #[test]
    fn numbers_are_as_wide_as_the_widest() {
        let flows = (0..10).map(|_| flow("a b")).collect();
        let page = set(5, vec![Block::Numbered(flows)]);
        assert!(page.starts_with("1.  a\n    b\n2.  a\n"), "{page}");
        assert!(page.ends_with("10. a\n    b\n"), "{page}");
    }

    #[test]
    fn stacks_a_table_that_is_too_wide() {
        let row = ["252", "They arrested 252 people in one week", "The agency"].map(flow).into();
        let columns = ["Figure", "Claim", "Said by"].map(Text::from).into();
        let table = Block::Table(Table { columns, rows: vec![row] });
        let wide = "\
Figure  Claim                     Said by
------  ------------------------  ----------
252     They arrested 252 people  The agency
        in one week
";
        assert_eq!(set(44, vec![table.clone()]), wide);
        let narrow = "\
252
  Claim: They arrested 252
    people in one week
  Said by: The agency
";
        assert_eq!(set(26, vec![table]), narrow);
    }

    #[test]
    fn keeps_to_the_width_down_to_that_of_one_letter_in_a_field() {
        let blocks = || {
            vec![
                Block::Voice {
                    speaker: flow("Dana Vale, chief inspector"),
                    statements: vec![flow("They sail.")],
                },
                Block::Fields(vec![Field::new("Source", flow("Harbour Weekly"))]),
                Block::Bullets(vec![flow(""), flow("a")]),
            ]
        };
        for columns in 0..40 {
            let part =
                Part { label: "BRIEF A".into(), title: "Boats".into(), marking: None, blocks: blocks() };
            let lines = layout(&Document { parts: vec![part] }, columns);
            let columns_of = |line: &Line| line.iter().map(|span| width(&span.text)).sum::<usize>();
            let widest = lines.iter().map(columns_of).max().unwrap_or(0);
            assert!(widest <= columns.max(FIELD + GAP + 1), "{widest} of {columns}");
        }
    }
}
