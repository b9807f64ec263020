//! The text: blocks as paragraphs and tables.

use std::io::{self, Write};

use indexmap::IndexSet;

use super::NAMESPACES;
use super::footnotes::{Footnotes, MARK};
use super::numbering::{BULLETS, numbered};
use super::runs::RunWriter;
use super::sheet::{self, TEXT_WIDTH};
use crate::page::document::{
    AskEntry, Block, ContentsEntry, Document, DocumentPart, Flow, MATRIX_COLUMNS, Role, Span,
    Table, join,
};
use crate::page::guide::ASK_COLUMNS;
use crate::page::markdown::Citations;
use crate::page::markup::Markup;
use crate::page::table;
use crate::text::Text;

/// What the text needs from other parts of the file.
pub struct Written {
    /// What the footnotes say, in order.
    pub footnotes: Vec<Flow>,
    /// The addresses that the text leads to.
    pub links: IndexSet<String>,
    /// The number of numbered lists.
    pub lists: usize,
}

/// Writes the text of `document`.
pub fn write<W: Write>(
    document: &Document,
    citations: Citations,
    markup: &mut Markup<W>,
) -> io::Result<Written> {
    markup.open("w:document", NAMESPACES)?;
    markup.open("w:body", &[])?;
    let mut body = BodyWriter {
        runs: RunWriter::new(markup),
        citations,
        footnotes: Footnotes::new(&document.notes),
        lists: 0,
        bookmarks: 0,
    };
    for (index, part) in document.parts.iter().enumerate() {
        body.part(index, part)?;
        body.end_part(index, index + 1 == document.parts.len())?;
    }
    let written = Written {
        footnotes: body.footnotes.into_flows(),
        links: body.runs.links,
        lists: body.lists,
    };
    markup.close("w:body")?;
    markup.close("w:document")?;
    Ok(written)
}

struct BodyWriter<'d, 'm, W: Write> {
    runs: RunWriter<'m, W>,
    citations: Citations,
    footnotes: Footnotes<'d>,
    lists: usize,
    bookmarks: usize,
}

impl<W: Write> BodyWriter<'_, '_, W> {
    fn part(&mut self, index: usize, part: &DocumentPart) -> io::Result<()> {
        self.footnotes.begin_part();
        self.text("Subtitle", &part.label)?;
        self.paragraph("Title", None, |body| {
            body.bookmark(&part_bookmark(index), |body| body.runs.text(None, &part.title))
        })?;
        part.blocks.iter().try_for_each(|block| self.block(block))
    }

    /// Ends the section of a part; that of the last one ends with the text.
    fn end_part(&mut self, index: usize, is_last: bool) -> io::Result<()> {
        let markup = &mut *self.runs.markup;
        if is_last {
            return sheet::section(index, markup);
        }
        markup.element("w:p", &[], |markup| {
            markup.element("w:pPr", &[], |markup| {
                markup.empty("w:pStyle", &[("w:val", "Gap")])?;
                sheet::section(index, markup)
            })
        })
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Heading(text) => self.text("Heading1", text),
            Block::Subheading(text) => self.text("Heading2", text),
            Block::Paragraph(flow) => self.lines("BodyText", [flow]),
            Block::Lines(flows) => self.lines("BodyText", flows),
            Block::Numbered(flows) => {
                let list = numbered(self.lists);
                self.lists += 1;
                self.list("ListNumber", list, flows)
            }
            Block::Bullets(flows) => self.list("ListBullet", BULLETS, flows),
            Block::Fields(fields) => fields.iter().try_for_each(|field| {
                let name = Span::new(Role::Label, field.name.clone());
                self.labelled("Field", &[name], &field.values)
            }),
            Block::Entries(entries) => entries
                .iter()
                .try_for_each(|entry| self.labelled("Entry", &entry.labels, &entry.body)),
            Block::Asks(asks) => self.table(&ask_table(asks)),
            Block::Voice { speaker, statements } => {
                self.lines("Heading2", [speaker])?;
                statements.iter().try_for_each(|flows| {
                    let is_quoted = |span: &Span| span.role == Role::Quotation;
                    let quoted = flows.iter().flatten().any(is_quoted);
                    self.lines(if quoted { "Quote" } else { "Statement" }, flows)
                })
            }
            Block::Table(table) => self.table(table),
            Block::Matrix(matrix) if matrix.columns.len() > MATRIX_COLUMNS => Ok(()),
            Block::Matrix(matrix) => {
                self.text("Heading1", &matrix.heading)?;
                self.table(&matrix.table())
            }
            Block::Contents(entries) => entries.iter().try_for_each(|entry| self.contents(entry)),
        }
    }

    fn text(&mut self, style: &str, text: &str) -> io::Result<()> {
        self.paragraph(style, None, |body| body.runs.text(None, text))
    }

    fn list(&mut self, style: &str, list: usize, flows: &[Flow]) -> io::Result<()> {
        flows.iter().try_for_each(|flow| self.paragraph(style, Some(list), |body| body.flow(flow)))
    }

    /// Writes labels, and flows beside them, each on a new line.
    fn labelled(&mut self, style: &str, labels: &[Span], flows: &[Flow]) -> io::Result<()> {
        self.paragraph(style, None, |body| {
            for (index, label) in labels.iter().enumerate() {
                body.runs.text(None, if index == 0 { "" } else { " " })?;
                body.runs.text(Some("Label"), &label.text)?;
            }
            body.runs.tab()?;
            body.flows(flows)
        })
    }

    /// Writes the title of a part as a link to it, with the number of its page at the right.
    fn contents(&mut self, entry: &ContentsEntry) -> io::Result<()> {
        let bookmark = part_bookmark(entry.part);
        self.paragraph("TOC1", None, |body| {
            body.runs.markup.open("w:hyperlink", &[("w:anchor", &bookmark), ("w:history", "1")])?;
            body.runs.flow(&entry.title)?;
            body.runs.tab()?;
            body.runs.field(None, &format!("PAGEREF {bookmark} \\h"), None)?;
            body.runs.markup.close("w:hyperlink")
        })
    }

    /// Writes a paragraph of flows, each on a new line.
    fn lines<'f>(
        &mut self,
        style: &str,
        flows: impl IntoIterator<Item = &'f Flow>,
    ) -> io::Result<()> {
        self.paragraph(style, None, |body| body.flows(flows))
    }

    fn flows<'f>(&mut self, flows: impl IntoIterator<Item = &'f Flow>) -> io::Result<()> {
        for (index, flow) in flows.into_iter().enumerate() {
            if index > 0 {
                self.runs.line()?;
            }
            self.flow(flow)?;
        }
        Ok(())
    }

    fn flow(&mut self, flow: &[Span]) -> io::Result<()> {
        match self.citations {
            Citations::Inline => self.runs.flow(flow),
            Citations::Footnotes => self.flow_with_marks(flow),
        }
    }

    /// Writes a flow. Its citations become the marks of footnotes, without the brackets around them
    /// and the space before them.
    fn flow_with_marks(&mut self, flow: &[Span]) -> io::Result<()> {
        let mut space = "";
        let mut follows_mark = false;
        for span in flow {
            if span.role != Role::Citation {
                self.runs.text(None, space)?;
                let text = span.text.trim_end_matches(' ');
                self.runs.span(span, text)?;
                space = &span.text[text.len()..];
                follows_mark = false;
            } else if span.anchor.is_some() {
                let mark = self.citation(&span.text, follows_mark)?;
                space = if mark { "" } else { " " };
                follows_mark = mark;
            }
        }
        Ok(())
    }

    /// Writes the mark of a footnote, after a comma if it follows another. Writes the citation itself
    /// and returns `false` if nothing is known of what it refers to.
    fn citation(&mut self, citation: &Text, follows_mark: bool) -> io::Result<bool> {
        let Some(footnote) = self.footnotes.cite(citation) else {
            self.runs.text(None, &format!(" [{citation}]"))?;
            return Ok(false);
        };
        if follows_mark {
            self.runs.text(MARK, ", ")?;
        }
        let number = footnote.number.to_string();
        let bookmark = format!("_Footnote{number}");
        if footnote.is_shared {
            self.runs.field(MARK, &format!("NOTEREF {bookmark} \\f \\h"), Some(&number))?;
            return Ok(true);
        }
        self.bookmark(&bookmark, |body| {
            body.runs.run(MARK, |markup| markup.empty("w:footnoteReference", &[("w:id", &number)]))
        })?;
        Ok(true)
    }

    /// Writes what fields and links elsewhere lead to by this name.
    fn bookmark(
        &mut self,
        name: &str,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let id = self.bookmarks.to_string();
        self.bookmarks += 1;
        self.runs.markup.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)])?;
        content(self)?;
        self.runs.markup.empty("w:bookmarkEnd", &[("w:id", &id)])
    }

    fn paragraph(
        &mut self,
        style: &str,
        list: Option<usize>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.runs.markup.open("w:p", &[])?;
        self.runs.markup.element("w:pPr", &[], |markup| {
            markup.empty("w:pStyle", &[("w:val", style)])?;
            let Some(list) = list else { return Ok(()) };
            markup.element("w:numPr", &[], |markup| {
                markup.empty("w:ilvl", &[("w:val", "0")])?;
                markup.empty("w:numId", &[("w:val", &list.to_string())])
            })
        })?;
        content(self)?;
        self.runs.markup.close("w:p")
    }

    /// Writes a table below the names of its columns, which are repeated on each page.
    fn table(&mut self, of: &Table) -> io::Result<()> {
        let widths = widths(of);
        self.runs.markup.open("w:tbl", &[])?;
        table_properties(&widths, self.runs.markup)?;
        let names: Vec<Flow> =
            of.columns.iter().map(|name| vec![Span::new(Role::Label, name.clone())]).collect();
        self.row(&names, &widths, true)?;
        of.rows.iter().try_for_each(|row| self.row(row, &widths, false))?;
        self.runs.markup.close("w:tbl")?;
        self.text("Gap", "")
    }

    fn row(&mut self, cells: &[Flow], widths: &[String], is_head: bool) -> io::Result<()> {
        self.runs.markup.open("w:tr", &[])?;
        self.runs.markup.element("w:trPr", &[], |markup| {
            markup.empty("w:cantSplit", &[])?;
            if is_head { markup.empty("w:tblHeader", &[]) } else { Ok(()) }
        })?;
        for (cell, width) in cells.iter().zip(widths) {
            self.runs.markup.open("w:tc", &[])?;
            self.runs.markup.element("w:tcPr", &[], |markup| {
                markup.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])
            })?;
            self.lines("TableText", [cell])?;
            self.runs.markup.close("w:tc")?;
        }
        self.runs.markup.close("w:tr")
    }
}

/// Returns the name of the bookmark at the title of the part with this index.
fn part_bookmark(index: usize) -> String {
    format!("_Part{index}")
}

fn table_properties<W: Write>(widths: &[String], markup: &mut Markup<W>) -> io::Result<()> {
    markup.element("w:tblPr", &[], |markup| {
        markup.empty("w:tblStyle", &[("w:val", "BriefTable")])?;
        markup.empty("w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")])?;
        markup.empty("w:tblLayout", &[("w:type", "fixed")])?;
        let look = [("w:val", "0420"), ("w:firstRow", "1"), ("w:noVBand", "1")];
        markup.empty("w:tblLook", &look)
    })?;
    markup.element("w:tblGrid", &[], |markup| {
        widths.iter().try_for_each(|width| markup.empty("w:gridCol", &[("w:w", width)]))
    })
}

/// Returns the widths of the columns of a table: in proportion to those in plain text with some space
/// around each cell, of the first number of letters in a line that it fits; or all the same.
fn widths(of: &Table) -> Vec<String> {
    const LETTERS: [usize; 3] = [84, 100, 120];
    const SPACE: usize = 3;
    let fitting = LETTERS.into_iter().find_map(|letters| table::widths(of, letters, SPACE));
    let widths = fitting.unwrap_or_else(|| vec![1; of.columns.len()]);
    let widths: Vec<usize> = widths.into_iter().map(|width| width + SPACE).collect();
    let all = widths.iter().sum::<usize>().max(1);
    widths.into_iter().map(|width| (TEXT_WIDTH * width / all).to_string()).collect()
}

/// Returns asks, commitments and actions as a table.
fn ask_table(asks: &[AskEntry]) -> Table {
    let row = |ask: &AskEntry| {
        let labels = join([&ask.label, &ask.kind].map(|label| vec![label.clone()]), "\u{a0}");
        let what = [&ask.action, &ask.terms, &ask.cited, &ask.remarks].map(Clone::clone);
        vec![labels, ask.parties.clone(), join(what, " ")]
    };
    Table { columns: ASK_COLUMNS.map(Text::from).into(), rows: asks.iter().map(row).collect() }
}
