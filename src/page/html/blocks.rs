//! Blocks as HTML: headings in order, lists, tables.

use std::io::{self, Write};

use super::links::PageUnit;
use super::paper::sheet;
use super::spans::SpanWriter;
use crate::page::document::{
    AskEntry, Block, ContentsEntry, Document, DocumentPart, Flow, ListEntry, Matrix, NamedField,
    Role, Span, Table, join,
};
use crate::page::guide::ASK_COLUMNS;
use crate::page::markup::{Attributes, Markup};

/// What may be wider than the window, and is moved in it with the mouse or the arrow keys.
const WIDE: Attributes<'_> = &[("class", "wide"), ("tabindex", "0")];

/// A matrix with more columns is wider than a sheet of paper.
const WIDEST_ON_PAPER: usize = 12;

/// Writes the parts of a page.
pub struct PageWriter<'a, W: Write> {
    spans: SpanWriter<'a, W>,
    /// The level of the heading that the next blocks are under.
    level: u8,
}

impl<'a, W: Write> PageWriter<'a, W> {
    /// Writes what `document` says.
    pub fn new(document: &'a Document, markup: Markup<W>) -> Self {
        Self { spans: SpanWriter::new(document, markup), level: 1 }
    }

    /// Returns what was written to.
    pub fn finish(self) -> Markup<W> {
        self.spans.markup
    }

    /// Writes the part with this index. It starts on a new sheet.
    pub fn part(&mut self, index: usize, part: &DocumentPart) -> io::Result<()> {
        let marking = |page: &mut Self| {
            part.marking
                .iter()
                .try_for_each(|marking| page.leaf("p", &[("class", "marking")], marking))
        };
        self.element("article", &[("id", &sheet(index))], |page| {
            page.element("header", &[], |page| {
                page.leaf("p", &[("class", "part")], &part.label)?;
                marking(page)?;
                page.leaf("h1", &[], &part.title)
            })?;
            page.level = 1;
            page.sections(&part.blocks)?;
            if part.marking.is_some() { page.element("footer", &[], marking) } else { Ok(()) }
        })
    }

    /// Writes blocks, those from one heading to the next in a section.
    fn sections(&mut self, blocks: &[Block]) -> io::Result<()> {
        for section in blocks.chunk_by(|_, next| !matches!(next, Block::Heading(_))) {
            let is_named = matches!(section.first(), Some(Block::Heading(_)));
            self.element(if is_named { "section" } else { "div" }, &[], |page| {
                section.iter().try_for_each(|block| page.block(block))
            })?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Heading(text) => {
                self.level = 2;
                self.leaf("h2", &[], text)
            }
            Block::Subheading(text) => {
                let level = self.level + 1;
                self.leaf(heading(level), &[], text)
            }
            Block::Paragraph(flow) => self.unit("p", &[], [flow]),
            Block::Lines(flows) => self.unit("p", &[], flows),
            Block::Numbered(flows) => self.list("ol", "numbered", flows),
            Block::Bullets(flows) => self.list("ul", "bullets", flows),
            Block::Fields(fields) => self
                .element("dl", &[], |page| fields.iter().try_for_each(|field| page.field(field))),
            Block::Entries(entries) => self.element("ul", &[("class", "entries")], |page| {
                entries.iter().try_for_each(|entry| page.entry(entry))
            }),
            Block::Asks(asks) => self.asks(asks),
            Block::Voice { speaker, statements } => self.voice(speaker, statements),
            Block::Table(table) => self.table(table),
            Block::Matrix(matrix) => self.matrix(matrix),
            Block::Contents(entries) => self.element("ul", &[("class", "contents")], |page| {
                entries.iter().try_for_each(|entry| page.contents(entry))
            }),
        }
    }

    fn list(&mut self, name: &str, class: &str, flows: &[Flow]) -> io::Result<()> {
        self.element(name, &[("class", class)], |page| {
            flows.iter().try_for_each(|flow| page.unit("li", &[], [flow]))
        })
    }

    fn field(&mut self, field: &NamedField) -> io::Result<()> {
        let unit = PageUnit {
            source: field.source.as_ref(),
            flows: field.values.iter().collect(),
            ..PageUnit::default()
        };
        self.spans.begin(&unit);
        let id = self.spans.source();
        let attributes: Vec<_> = id.iter().map(|id| ("id", id.as_str())).collect();
        self.element("div", &attributes, |page| {
            page.leaf("dt", &[], &field.name)?;
            page.element("dd", &[], |page| {
                page.spans.lines(&field.values)?;
                page.spans.end()
            })
        })
    }

    fn entry(&mut self, entry: &ListEntry) -> io::Result<()> {
        let unit = PageUnit::item(&entry.labels, &entry.body);
        self.spans.begin(&unit);
        self.element("li", &[], |page| {
            if !unit.labels.is_empty() {
                page.element("div", &[("class", "labels")], |page| {
                    page.spans.labels(&unit.labels)
                })?;
            }
            page.element("div", &[], |page| {
                page.spans.lines(&entry.body)?;
                page.spans.end()
            })
        })
    }

    fn asks(&mut self, asks: &[AskEntry]) -> io::Result<()> {
        self.element("table", &[("class", "asks")], |page| {
            page.names(ASK_COLUMNS)?;
            page.element("tbody", &[], |page| asks.iter().try_for_each(|ask| page.ask(ask)))
        })
    }

    fn ask(&mut self, ask: &AskEntry) -> io::Result<()> {
        let unit = PageUnit::ask(ask);
        self.spans.begin(&unit);
        let what = join([&ask.action, &ask.terms, &ask.cited].map(Clone::clone), " ");
        self.element("tr", &[], |page| {
            page.element("th", &[("scope", "row")], |page| page.spans.labels(&unit.labels))?;
            page.element("td", &[], |page| page.spans.flow(&ask.parties))?;
            page.element("td", &[], |page| {
                page.spans.lines([&what, &ask.remarks])?;
                page.spans.end()
            })
        })
    }

    fn voice(&mut self, speaker: &Flow, statements: &[Vec<Flow>]) -> io::Result<()> {
        self.element("section", &[], |page| {
            page.unit(heading(page.level + 1), &[], [speaker])?;
            page.element("ul", &[("class", "statements")], |page| {
                statements.iter().try_for_each(|flows| {
                    let is_quoted = |span: &Span| span.role == Role::Quotation;
                    let quoted =
                        flows.iter().flatten().any(is_quoted).then_some(("class", "quoted"));
                    page.unit("li", quoted.as_slice(), flows)
                })
            })
        })
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        self.element("table", &[], |page| {
            page.names(&table.columns)?;
            page.element("tbody", &[], |page| {
                table.rows.iter().try_for_each(|row| page.element("tr", &[], |page| page.row(row)))
            })
        })
    }

    /// Writes a matrix under its heading. One that is too wide for a sheet is only on the screen.
    fn matrix(&mut self, matrix: &Matrix) -> io::Result<()> {
        let is_on_paper = matrix.columns.len() <= WIDEST_ON_PAPER;
        let class = if is_on_paper { "matrix" } else { "matrix screen" };
        self.element("section", &[("class", class)], |page| {
            page.leaf("h2", &[], &matrix.heading)?;
            page.element("div", WIDE, |page| page.table(&matrix.table()))
        })
    }

    /// Writes the title of a part as a link to it.
    fn contents(&mut self, entry: &ContentsEntry) -> io::Result<()> {
        self.element("li", &[], |page| {
            let link = format!("#{}", sheet(entry.part));
            page.spans.markup.open("a", &[("href", &link)])?;
            page.spans.flow(&entry.title)?;
            page.spans.markup.close("a")
        })
    }

    /// Writes the names of columns.
    fn names(&mut self, names: impl IntoIterator<Item = impl AsRef<str>>) -> io::Result<()> {
        self.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                let mut names = names.into_iter();
                names.try_for_each(|name| page.leaf("th", &[("scope", "col")], name.as_ref()))
            })
        })
    }

    /// Writes the cells of a row. The first names the row, unless it is empty.
    fn row(&mut self, cells: &[Flow]) -> io::Result<()> {
        cells.iter().enumerate().try_for_each(|(column, cell)| match (column, cell.is_empty()) {
            (0, false) => self.unit("th", &[("scope", "row")], [cell]),
            _ => self.unit("td", &[], [cell]),
        })
    }

    /// Writes an element that says one thing.
    fn unit<'f>(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        flows: impl IntoIterator<Item = &'f Flow>,
    ) -> io::Result<()> {
        let unit = PageUnit::item(&[], flows);
        self.spans.begin(&unit);
        self.element(name, attributes, |page| {
            page.spans.lines(unit.flows.iter().copied())?;
            page.spans.end()
        })
    }

    fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.element(name, attributes, |page| page.spans.markup.text(text))
    }

    /// Writes an element on a line of its own.
    fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.spans.markup.raw("\n")?;
        self.spans.markup.open(name, attributes)?;
        content(self)?;
        self.spans.markup.close(name)
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        2 => "h2",
        3 => "h3",
        _ => "h4",
    }
}
