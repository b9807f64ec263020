//! Breaks a document into pages of a given length.

use super::document::{Block, Document, DocumentPart};
use super::guide::PAGE_OF;
use super::head::{foot, pack_head, rule, running_head, title};
use super::layout::{LineGroup, line_groups};
use super::typeset::SetLine;

/// The lines of one page, including its header and footer.
pub type Page = Vec<SetLine>;

/// A page has room for at least this many lines between its header and footer, even if that makes
/// it longer than asked for.
const LEAST: usize = 6;

/// A title with more lines is only on the first page of its part.
const LONGEST_TITLE: usize = 2;

/// If a group must be broken, at least this many lines of it stay on the page.
const KEPT_TOGETHER: usize = 2;

/// Sets `document` in pages of at most `length` lines of at most `columns`.
///
/// Each part starts a new page. Each page has a header (the part or the pack, its marking, page n of m)
/// and, if the part is marked, a footer on its last line. A heading stays with what follows it, and
/// nothing that fits on a page is broken: an entry, a statement, a row.
pub fn pages(document: &Document, columns: usize, length: usize) -> Vec<Page> {
    let sheet = Sheet { document, columns, length };
    let mut bodies: Vec<Vec<Page>> =
        document.parts.iter().map(|part| sheet.bodies(part, &[])).collect();
    let mut count = 0;
    let begins = bodies.iter().map(|pages| {
        count += pages.len();
        count - pages.len() + 1
    });
    let begins: Vec<usize> = begins.collect();
    for (part, pages) in document.parts.iter().zip(&mut bodies) {
        if part.blocks.iter().any(|block| matches!(block, Block::Contents(_))) {
            *pages = sheet.bodies(part, &begins);
        }
    }
    let of_part = document.parts.iter().zip(bodies).flat_map(|(part, bodies)| {
        bodies.into_iter().enumerate().map(move |(i, body)| (part, i == 0, body))
    });
    let page = |(i, (part, first, body))| sheet.page(part, first, &page_name(i + 1, count), body);
    of_part.enumerate().map(page).collect()
}

/// The size of the pages of a document.
struct Sheet<'a> {
    document: &'a Document,
    columns: usize,
    length: usize,
}

impl Sheet<'_> {
    /// Sets a part in pages without headers and footers; `begins` are the pages that the parts begin on.
    fn bodies(&self, part: &DocumentPart, begins: &[usize]) -> Vec<Page> {
        let foot = foot(part, self.columns).len();
        let room = |first: bool| {
            let head = self.head(part, first, &page_name(0, 0)).len();
            self.length.saturating_sub(head + foot).max(LEAST)
        };
        Filler::fill(&line_groups(&part.blocks, self.columns, begins), room(true), room(false))
    }

    fn page(&self, part: &DocumentPart, first: bool, name: &str, body: Page) -> Page {
        let mut page = self.head(part, first, name);
        page.extend(body);
        let foot = foot(part, self.columns);
        if !foot.is_empty() {
            page.resize(page.len().max(self.length.saturating_sub(foot.len())), SetLine::new());
            page.extend(foot);
        }
        page
    }

    /// Returns what comes above a page of `part`. In a pack each page after the cover names the pack.
    fn head(&self, part: &DocumentPart, first: bool, page: &str) -> Vec<SetLine> {
        let columns = self.columns;
        let mut lines = match &self.document.title {
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

/// Returns `page 2 of 3`, with the same width for every number below 10,000, so that all headers have
/// the same number of lines.
fn page_name(page: usize, count: usize) -> String {
    let [before, between] = PAGE_OF;
    format!("{:>17}", format!("{before}{page}{between}{count}"))
}

/// The pages of a part, without headers and footers.
struct Filler {
    full: Vec<Page>,
    page: Page,
    /// The number of lines that fit on the page being filled.
    room: usize,
    /// The number of lines that fit on each later page.
    rest: usize,
}

impl Filler {
    /// Fills pages with `line_groups`: the first has room for `first` lines, each other for `rest`.
    fn fill(line_groups: &[LineGroup], first: usize, rest: usize) -> Vec<Page> {
        let mut filler = Self { full: Vec::new(), page: Page::new(), room: first, rest };
        for together in line_groups.split_inclusive(|group| !group.leads) {
            filler.add(together);
        }
        filler.full.push(filler.page);
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
        let again = together.last().map_or(&[][..], |last| &last.again);
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
        let begun = if again.len() * 2 <= self.rest { again.to_vec() } else { Page::new() };
        self.full.push(std::mem::replace(&mut self.page, begun));
        self.room = self.rest;
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
