//! Sets a document in lines of a given width, for paper and for the preview in the reader.

use std::borrow::Borrow;
use std::iter;
use std::sync::Arc;

use super::document::{
    AskEntry, Block, ContentsEntry, Document, DocumentPart, Flow, ListEntry, Matrix, NamedField,
    Role, Span, Table,
};
use super::head::{foot, head};
use super::table;
use super::typeset::{GAP, SetLine, blank, indented, set_beside, typeset};
use crate::text::{Text, width};

/// Lines that stay together on a page if they fit.
#[derive(Clone, Debug, Default)]
pub struct LineGroup {
    /// The lines, in order.
    pub lines: Vec<SetLine>,
    /// Whether a blank line comes before it.
    pub is_parted: bool,
    /// Whether it introduces what follows, as a heading does, and must not be left without it.
    pub leads: bool,
    /// What is repeated above it, or above the rest of it, at the top of a page: the names of
    /// columns, or who speaks.
    pub again: Arc<[SetLine]>,
}

/// What comes under a speaker is indented by this many columns.
const INDENT: usize = 2;

/// The columns that a table of contents keeps for ` . 9999`.
const PAGE_NUMBER: usize = 7;

/// The names of fields take at least this many columns, so that lists of fields are aligned with
/// each other.
const FIELD: usize = 8;

/// Sets `document` in lines of at most `columns`. Only a web address may be wider.
///
/// A blank line separates sections, parts and consecutive paragraphs.
pub fn layout(document: &Document, columns: usize) -> Vec<SetLine> {
    let mut lines: Vec<SetLine> = Vec::new();
    for part in &document.parts {
        if !lines.is_empty() {
            lines.push(SetLine::new());
        }
        lines.extend(layout_part(part, columns));
    }
    lines
}

/// Returns the lines that `part` takes on its own.
pub fn height(part: &DocumentPart, columns: usize) -> usize {
    layout_part(part, columns).count()
}

/// Returns the lines that a section takes in a part, with the blank line before it; `blocks` are its heading
/// and what comes under it.
pub fn section_height(blocks: &[Block], columns: usize) -> usize {
    line_groups(blocks, columns, &[]).flat_map(LineGroup::into_lines).count()
}

/// Sets one part of a document as [`layout`] does. Lines are set when they come to be taken: the part
/// about all sources of a library may have a hundred thousand.
pub fn layout_part(part: &DocumentPart, columns: usize) -> impl Iterator<Item = SetLine> {
    let lines = line_groups(&part.blocks, columns, &[]).flat_map(LineGroup::into_lines);
    head(part, "", columns).into_iter().chain(lines).chain(foot(part, columns))
}

/// Sets `blocks` that belong to no part, such as a table on its own, as [`layout`] sets a document.
pub fn layout_blocks(blocks: &[Block], columns: usize) -> impl Iterator<Item = SetLine> {
    let lines = line_groups(blocks, columns, &[]).flat_map(LineGroup::into_lines);
    lines.skip_while(Vec::is_empty)
}

/// Sets `blocks` in lines of at most `columns`, grouped by what stays together on a page. `pages` are
/// the pages that the parts of the document begin on, as far as they are known; a table of contents
/// takes as many lines with them as without.
pub fn line_groups<'a>(
    blocks: &'a [Block],
    columns: usize,
    pages: &'a [usize],
) -> impl Iterator<Item = LineGroup> + 'a {
    let typesetter = Typesetter { columns: columns.max(1), pages };
    let before = iter::once(None).chain(blocks.iter().map(Some));
    before.zip(blocks).flat_map(move |(before, block)| {
        let mut is_parted = is_parted(before, block);
        let set = typesetter.block(block);
        set.map(move |group| LineGroup { is_parted: std::mem::take(&mut is_parted), ..group })
    })
}

/// Whether a blank line comes between two blocks: before a section, and where a paragraph or set lines
/// follow a paragraph, a list or other lines.
fn is_parted(before: Option<&Block>, block: &Block) -> bool {
    use Block::{Bullets, Heading, Lines, Matrix, Numbered, Paragraph};
    matches!(
        (before, block),
        (_, Heading(_) | Matrix(_))
            | (Some(Paragraph(_)), Paragraph(_))
            | (Some(Bullets(_) | Numbered(_) | Lines(_)), Paragraph(_) | Lines(_))
    )
}

/// Sets blocks in lines of at most this many columns.
#[derive(Clone, Copy)]
struct Typesetter<'a> {
    columns: usize,
    pages: &'a [usize],
}

impl<'a> Typesetter<'a> {
    /// Sets a block. Those that may have very many statements, entries or rows, because they are about all
    /// sources of a library, are set when they are taken.
    fn block(self, block: &'a Block) -> Box<dyn Iterator<Item = LineGroup> + 'a> {
        let set = match block {
            Block::Voice { speaker, statements } => {
                return Box::new(self.voice(speaker, statements));
            }
            Block::Entries(entries) => return Box::new(self.entries(entries.iter().collect())),
            Block::Asks(asks) => {
                return Box::new(self.entries(asks.iter().map(AskEntry::entry).collect()));
            }
            Block::Table(table) => return self.table(table),
            Block::Heading(heading) => {
                vec![self.leading(&Span::new(Role::Heading, heading.clone()))]
            }
            Block::Subheading(name) => {
                vec![self.leading(&Span::new(Role::Label, format!("{name}:")))]
            }
            Block::Paragraph(flow) => vec![LineGroup::new(self.hanging(flow, 0, 0))],
            Block::Lines(flows) => {
                flows.iter().map(|flow| LineGroup::new(self.hanging(flow, 0, INDENT))).collect()
            }
            Block::Numbered(flows) => {
                self.list(flows.iter().enumerate().map(|(i, flow)| (format!("{}.", i + 1), flow)))
            }
            Block::Bullets(flows) => self.list(flows.iter().map(|flow| ("-".into(), flow))),
            Block::Fields(fields) => self.fields(fields),
            Block::Matrix(matrix) => self.matrix(matrix),
            Block::Contents(entries) => self.contents(entries),
        };
        Box::new(set.into_iter())
    }

    fn leading(self, name: &Span) -> LineGroup {
        LineGroup { leads: true, ..LineGroup::new(self.hanging(std::slice::from_ref(name), 0, 0)) }
    }

    fn list<'f>(self, items: impl Iterator<Item = (String, &'f Flow)> + Clone) -> Vec<LineGroup> {
        let indent = items.clone().map(|(mark, _)| width(&mark) + 1).max().unwrap_or(0);
        let item = |(mark, flow): (String, &Flow)| {
            let labels = [(Span::new(Role::Label, mark), indent)];
            LineGroup::new(self.labelled(&labels, std::slice::from_ref(flow)))
        };
        items.map(item).collect()
    }

    fn fields(self, fields: &[NamedField]) -> Vec<LineGroup> {
        let name = fields.iter().map(|field| width(&field.name)).max().unwrap_or(0).max(FIELD);
        let field = |field: &NamedField| {
            let labels = [(Span::new(Role::Label, field.name.clone()), name + GAP)];
            LineGroup::new(self.labelled(&labels, &field.values))
        };
        fields.iter().map(field).collect()
    }

    /// Sets the labels of all entries in columns. A label that is too wide for a column goes above
    /// its entry.
    fn entries<E: Borrow<ListEntry> + 'a>(
        self,
        entries: Vec<E>,
    ) -> impl Iterator<Item = LineGroup> + 'a {
        let widest = self.columns / 3;
        let mut columns: Vec<usize> = Vec::new();
        let labels = entries.iter().flat_map(|entry| entry.borrow().labels.iter().enumerate());
        for (i, label) in labels {
            if i == columns.len() {
                columns.push(0);
            }
            let label = width(&label.text);
            columns[i] = columns[i].max(if label > widest { 0 } else { label + GAP });
        }
        entries.into_iter().map(move |entry| {
            let ListEntry { labels, body } = entry.borrow();
            let labels: Vec<_> = labels.iter().cloned().zip(columns.iter().copied()).collect();
            LineGroup::new(self.labelled(&labels, body))
        })
    }

    /// Sets the speaker with the statements below. The speaker is named again on each page.
    fn voice(
        self,
        speaker: &'a Flow,
        statements: &'a [Vec<Flow>],
    ) -> impl Iterator<Item = LineGroup> + 'a {
        let named = self.hanging(speaker, 0, 2 * INDENT);
        let continued = [speaker.as_slice(), &[Span::new(Role::Plain, " (continued)")]].concat();
        let again: Arc<[SetLine]> = self.hanging(&continued, 0, 2 * INDENT).into();
        let statement = move |flows: &Vec<Flow>| LineGroup {
            again: Arc::clone(&again),
            ..LineGroup::new(
                flows.iter().flat_map(|flow| self.hanging(flow, INDENT, INDENT)).collect(),
            )
        };
        let named = LineGroup { leads: true, ..LineGroup::new(named) };
        iter::once(named).chain(statements.iter().map(statement))
    }

    /// Sets `flows` one under the other beside labels, each with the columns that are kept for it.
    fn labelled(self, labels: &[(Span, usize)], flows: &[Flow]) -> Vec<SetLine> {
        let indent: usize = labels.iter().map(|(_, columns)| columns).sum();
        let room = self.columns.saturating_sub(indent);
        let lines = flows.iter().flat_map(|flow| typeset(flow, room, room)).collect();
        set_beside(labels, lines, self.columns)
    }

    /// Sets `flow` with its first line at one indent and the others at another.
    fn hanging(self, flow: &[Span], first: usize, rest: usize) -> Vec<SetLine> {
        let room = |indent| self.columns.saturating_sub(indent);
        let lines = typeset(flow, room(first), room(rest)).into_iter().enumerate();
        lines.map(|(i, line)| indented(line, if i == 0 { first } else { rest })).collect()
    }

    fn table(self, table: &'a Table) -> Box<dyn Iterator<Item = LineGroup> + 'a> {
        match table::widths(table, self.columns, GAP) {
            Some(widths) => Box::new(columned(table, widths)),
            None => Box::new(self.stacked(table)),
        }
    }

    /// Sets a matrix under its heading, if all its columns fit side by side; or else nothing.
    fn matrix(self, matrix: &Matrix) -> Vec<LineGroup> {
        if table::matrix_columns(matrix, GAP) > self.columns {
            return Vec::new();
        }
        let table = matrix.table();
        let heading = self.leading(&Span::new(Role::Heading, matrix.heading.clone()));
        let widths = table::widths(&table, self.columns, GAP);
        iter::once(heading)
            .chain(widths.into_iter().flat_map(|widths| columned(&table, widths)))
            .collect()
    }

    /// Sets the titles of parts, each with its page at the right if that is known.
    fn contents(self, entries: &[ContentsEntry]) -> Vec<LineGroup> {
        let room = self.columns.saturating_sub(PAGE_NUMBER);
        let entry = |entry: &ContentsEntry| {
            let indent = 2 * INDENT;
            let set =
                typeset(&entry.title, room, room.saturating_sub(indent)).into_iter().enumerate();
            let mut lines: Vec<SetLine> =
                set.map(|(i, line)| indented(line, if i == 0 { 0 } else { indent })).collect();
            if let (Some(page), Some(last)) = (self.pages.get(entry.part), lines.last_mut()) {
                last.push(leader(last, &page.to_string(), self.columns));
            }
            LineGroup::new(lines)
        };
        entries.iter().map(entry).collect()
    }

    /// Sets a table that is too wide for the page: the first cell of each row, and the others below
    /// it by name.
    fn stacked(self, table: &Table) -> impl Iterator<Item = LineGroup> {
        let cell = move |(i, (name, cell)): (usize, (&Text, &Flow))| {
            if i == 0 {
                return self.hanging(cell, 0, 2 * INDENT);
            }
            let mut flow = vec![Span::new(Role::Label, format!("{name}: "))];
            flow.extend(cell.iter().cloned());
            self.hanging(&flow, INDENT, 2 * INDENT)
        };
        table.rows.iter().map(move |row| {
            LineGroup::new(table.columns.iter().zip(row).enumerate().flat_map(cell).collect())
        })
    }
}

/// Returns dots from the end of `line` to `page` at the right.
fn leader(line: &SetLine, page: &str, columns: usize) -> Span {
    let taken: usize = line.iter().map(|span| width(&span.text)).sum();
    let dots = columns.saturating_sub(taken + page.len() + 2);
    Span::new(Role::Plain, format!(" {} {page}", ".".repeat(dots)))
}

/// Sets a table below the names of its columns, which are repeated on each page.
fn columned(table: &Table, widths: Vec<usize>) -> impl Iterator<Item = LineGroup> {
    let names: Vec<Flow> =
        table.columns.iter().map(|name| vec![Span::new(Role::Label, name.clone())]).collect();
    let rules: Vec<Flow> =
        widths.iter().map(|columns| vec![Span::new(Role::Plain, "-".repeat(*columns))]).collect();
    let head = [row(&names, &widths), row(&rules, &widths)].concat();
    let again: Arc<[SetLine]> = head.as_slice().into();
    let rows = table.rows.iter().map(move |cells| LineGroup {
        again: Arc::clone(&again),
        ..LineGroup::new(row(cells, &widths))
    });
    iter::once(LineGroup { leads: true, ..LineGroup::new(head) }).chain(rows)
}

/// Sets cells side by side.
fn row(cells: &[Flow], widths: &[usize]) -> Vec<SetLine> {
    let set: Vec<Vec<SetLine>> =
        cells.iter().zip(widths).map(|(cell, &columns)| typeset(cell, columns, columns)).collect();
    let height = set.iter().map(Vec::len).max().unwrap_or(0);
    let line = |i: usize| {
        let mut line = SetLine::new();
        let mut owed = 0;
        for (cell, columns) in set.iter().zip(widths) {
            if let Some(pieces) = cell.get(i) {
                if owed > 0 {
                    line.push(blank(owed));
                }
                line.extend(pieces.iter().cloned());
                owed = columns.saturating_sub(pieces.iter().map(|piece| width(&piece.text)).sum())
                    + GAP;
            } else {
                owed += columns + GAP;
            }
        }
        line
    };
    (0..height).map(line).collect()
}

impl LineGroup {
    fn new(lines: Vec<SetLine>) -> Self {
        Self { lines, ..Self::default() }
    }

    /// Returns the lines, with the blank line above them.
    fn into_lines(self) -> impl Iterator<Item = SetLine> {
        self.is_parted.then(SetLine::new).into_iter().chain(self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::plain;

    fn flow(text: &str) -> Flow {
        vec![Span::new(Role::Plain, text)]
    }

    fn set(columns: usize, blocks: Vec<Block>) -> String {
        let part =
            DocumentPart { label: "BRIEF A".into(), title: "Boats".into(), marking: None, blocks };
        let page = plain(layout(&Document { parts: vec![part], ..Document::default() }, columns));
        page.split_once("=\n").unwrap().1.to_owned()
    }

    #[test]
    fn puts_the_marking_at_the_head_and_the_foot() {
        let part = |marking: &str| DocumentPart {
            label: "BRIEF A".into(),
            title: "Boats".into(),
            marking: Some(marking.into()),
            blocks: vec![Block::Paragraph(flow("They sail."))],
        };
        let page = |marking| {
            plain(layout(&Document { parts: vec![part(marking)], ..Document::default() }, 18))
        };
        assert_eq!(
            page("OFFICIAL"),
            "BRIEF A  OFFICIAL\nBoats\n==================\nThey sail.\n\n     OFFICIAL\n"
        );
        assert!(page("VERY SECRET").starts_with("BRIEF A\n   VERY SECRET\nBoats\n"));
    }

    #[test]
    fn separates_sections_and_paragraphs_by_one_blank_line() {
        let paragraph = |text| Block::Paragraph(flow(text));
        let blocks =
            vec![paragraph("a"), paragraph("b"), Block::Heading("C".into()), paragraph("d")];
        assert_eq!(set(20, blocks), "a\n\nb\n\nC\nd\n");
    }

    #[test]
    fn aligns_labels_in_columns_and_hangs_what_flows_beside_them() {
        let entry = |labels: &[&str], body: &[&str]| ListEntry {
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
                    statements: vec![vec![flow("They sail.")]],
                },
                Block::Fields(vec![NamedField::new("Source", flow("Harbour Weekly"))]),
                Block::Bullets(vec![flow(""), flow("a")]),
            ]
        };
        for columns in 0..40 {
            let part = DocumentPart {
                label: "BRIEF A".into(),
                title: "Boats".into(),
                marking: None,
                blocks: blocks(),
            };
            let lines = layout(&Document { parts: vec![part], ..Document::default() }, columns);
            let columns_of =
                |line: &SetLine| line.iter().map(|span| width(&span.text)).sum::<usize>();
            let widest = lines.iter().map(columns_of).max().unwrap_or(0);
            assert!(widest <= columns.max(FIELD + GAP + 1), "{widest} of {columns}");
        }
    }
}
