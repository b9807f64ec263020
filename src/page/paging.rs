//! Breaks parts into pages of a given length, and numbers them.

use super::document::{Block, DocumentPart};
use super::guide::PAGE_OF;
use super::head::{foot, pack_head, rule, running_head, title};
use super::layout::{LineGroup, line_groups};
use super::plain::plain;
use super::typeset::SetLine;
use crate::text::Text;

/// A page has room for at least this many lines between its header and footer, even if that makes
/// it longer than asked for.
const LEAST: usize = 6;

/// A title with more lines is only on the first page of its part.
const LONGEST_TITLE: usize = 2;

/// If a group must be broken, at least this many lines of it stay on the page.
const KEPT_TOGETHER: usize = 2;

/// The size of the pages of a document, and the pack that they name.
///
/// Each part starts a new page. Each page has a header (the part or the pack, its marking, page n of m)
/// and, if the part is marked, a footer on its last line. A heading stays with what follows it, and
/// nothing that fits on a page is broken: an entry, a statement, a row.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The title of the pack, as in [`Document`](super::Document).
    pub pack: Option<Text>,
    /// The most columns of a line.
    pub columns: usize,
    /// The lines of a page.
    pub length: usize,
}

/// A part that is broken into pages, which have no numbers yet. It is kept as text, which takes a
/// fraction of the memory of spans.
#[derive(Clone, Debug)]
pub struct PagedPart {
    /// What the headers and the footers say. It has no blocks unless they have to be set again.
    part: DocumentPart,
    bodies: Vec<PlainBody>,
}

/// The lines between the header and the footer of a page, as text.
#[derive(Clone, Debug)]
struct PlainBody {
    text: String,
    lines: usize,
}

impl Paging {
    /// Breaks `part` into pages.
    pub fn paged(&self, part: DocumentPart) -> PagedPart {
        let bodies = self.bodies(&part, &[]);
        let blocks = if names_pages(&part) { part.blocks } else { Vec::new() };
        PagedPart { part: DocumentPart { blocks, ..part }, bodies }
    }

    /// Returns the pages of a document of `parts`, numbered, as text.
    pub fn numbered(&self, mut parts: Vec<PagedPart>) -> impl Iterator<Item = String> {
        let mut count = 0;
        let begins = parts.iter().map(|paged| {
            count += paged.bodies.len();
            count - paged.bodies.len() + 1
        });
        let begins: Vec<usize> = begins.collect();
        for paged in parts.iter_mut().filter(|paged| names_pages(&paged.part)) {
            paged.bodies = self.bodies(&paged.part, &begins);
        }
        let of_parts = parts.into_iter().zip(begins);
        of_parts.flat_map(move |(paged, begin)| {
            let page =
                |(i, body)| self.page(&paged.part, i == 0, &page_name(begin + i, count), body);
            paged.bodies.iter().enumerate().map(page).collect::<Vec<String>>()
        })
    }

    /// Sets a part in pages without headers and footers; `begins` are the pages that the parts begin on.
    fn bodies(&self, part: &DocumentPart, begins: &[usize]) -> Vec<PlainBody> {
        let foot = foot(part, self.columns).len();
        let room = |first: bool| {
            let head = self.head(part, first, &page_name(0, 0)).len();
            self.length.saturating_sub(head + foot).max(LEAST)
        };
        let groups = line_groups(&part.blocks, self.columns, begins);
        Filler::fill(groups, room(true), room(false))
    }

    fn page(&self, part: &DocumentPart, first: bool, name: &str, body: &PlainBody) -> String {
        let head = self.head(part, first, name);
        let mut page = plain(&head) + &body.text;
        let foot = foot(part, self.columns);
        if !foot.is_empty() {
            let missing = self.length.saturating_sub(head.len() + body.lines + foot.len());
            page.extend(std::iter::repeat_n('\n', missing));
            page += &plain(&foot);
        }
        page
    }

    /// Returns what comes above a page of `part`. In a pack each page after the cover names the pack.
    fn head(&self, part: &DocumentPart, first: bool, page: &str) -> Vec<SetLine> {
        let columns = self.columns;
        let mut lines = match &self.pack {
            Some(pack) if part.title != *pack => pack_head(pack, part, page, columns),
            _ => running_head(part, page, columns),
        };
        if first || title(part, columns).len() <= LONGEST_TITLE {
            lines.extend(title(part, columns));
        }
        lines.push(rule(columns));
        lines
    }
}

/// Whether a part says which pages others begin on.
fn names_pages(part: &DocumentPart) -> bool {
    part.blocks.iter().any(|block| matches!(block, Block::Contents(_)))
}

/// Returns `page 2 of 3`, with the same width for every number below 10,000, so that all headers have
/// the same number of lines.
fn page_name(page: usize, count: usize) -> String {
    let [before, between] = PAGE_OF;
    format!("{:>17}", format!("{before}{page}{between}{count}"))
}

/// The pages of a part, without headers and footers.
struct Filler {
    full: Vec<PlainBody>,
    page: Vec<SetLine>,
    /// The number of lines that fit on the page being filled.
    room: usize,
    /// The number of lines that fit on each later page.
    rest: usize,
}

impl Filler {
    /// Fills pages with `line_groups`: the first has room for `first` lines, each other for `rest`.
    fn fill(
        line_groups: impl Iterator<Item = LineGroup>,
        first: usize,
        rest: usize,
    ) -> Vec<PlainBody> {
        let mut filler = Self { full: Vec::new(), page: Vec::new(), room: first, rest };
        let mut together = Vec::new();
        for group in line_groups {
            let is_whole = !group.leads;
            together.push(group);
            if is_whole {
                filler.add(&together);
                together.clear();
            }
        }
        filler.add(&together);
        filler.finish_page(Vec::new());
        filler.full
    }

    /// Adds groups that stay together: on this page, or else on the next. They are broken if they
    /// are longer than a page.
    fn add(&mut self, together: &[LineGroup]) {
        let [ahead, ..] = together else { return };
        let lines = joined(together);
        let gap = usize::from(ahead.is_parted && !self.page.is_empty());
        let leading = together.iter().filter(|group| group.leads).map(|group| group.lines.len());
        let too_long = ahead.again.len() + lines.len() > self.rest;
        let least = if too_long { leading.sum::<usize>() + KEPT_TOGETHER } else { lines.len() };
        if !self.page.is_empty() && gap + least > self.left() {
            self.turn(&ahead.again);
        } else if gap > 0 {
            self.page.push(SetLine::new());
        }
        let again = together.last().map_or(&[][..], |last| &*last.again);
        for line in lines {
            if self.left() == 0 {
                self.turn(again);
            }
            self.page.push(line);
        }
    }

    fn left(&self) -> usize {
        self.room.saturating_sub(self.page.len())
    }

    /// Starts the next page, with `again` at its top unless that would take most of it.
    fn turn(&mut self, again: &[SetLine]) {
        self.finish_page(if again.len() * 2 <= self.rest { again.to_vec() } else { Vec::new() });
        self.room = self.rest;
    }

    /// Puts the page with the full ones, and begins the next with these lines.
    fn finish_page(&mut self, begun: Vec<SetLine>) {
        let page = std::mem::replace(&mut self.page, begun);
        self.full.push(PlainBody { text: plain(&page), lines: page.len() });
    }
}

/// Returns the lines of consecutive groups.
fn joined(line_groups: &[LineGroup]) -> Vec<SetLine> {
    let mut lines = Vec::new();
    for group in line_groups {
        if group.is_parted && !lines.is_empty() {
            lines.push(SetLine::new());
        }
        lines.extend(group.lines.iter().cloned());
    }
    lines
}
