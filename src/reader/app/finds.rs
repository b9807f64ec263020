//! The list of what is found: by brief, and by kind within it.

use std::ops::Range;

use super::searching::advice;
use super::{App, fixed};
use crate::library::Library;
use crate::library::search::{Hit, HitField};
use crate::page::{Role, Span};
use crate::reader::action::Mode;
use crate::reader::layout::Area;
use crate::reader::list::{Compose, List, Row, RowId};
use crate::reader::search::{Found, Search};
use crate::text::{Text, cut};

/// The columns kept for what a match is: `organisation rnli`.
const LABEL: usize = 18;

/// The most columns of a text that are shown, and the most characters of it before the first match.
const EXCERPT: usize = 240;
const BEFORE: usize = 60;

/// A list that lies over the panes.
#[derive(Clone, Copy, Debug)]
pub struct Overlay<'a> {
    /// What it is.
    pub title: &'static str,
    /// How much of what.
    pub detail: &'a str,
    /// Its rows.
    pub list: &'a List,
    /// Where they stand.
    pub area: Area,
}

impl App {
    /// The list that lies over the panes.
    pub fn overlay(&self) -> Option<Overlay<'_>> {
        let layout = &self.layout;
        let detail = &self.overlay_detail;
        Some(match self.mode {
            Mode::Panes | Mode::Asks | Mode::Officials | Mode::Marking => return None,
            Mode::Help | Mode::SearchingHelp => {
                Overlay { title: "Help", detail, list: &self.help_list, area: layout.help }
            }
            Mode::Printed | Mode::Naming => Overlay {
                title: "As it prints",
                detail,
                list: &self.printed.list,
                area: layout.help,
            },
            Mode::Copying => {
                Overlay { title: "Copy", detail, list: &self.menu_list, area: layout.menu }
            }
            Mode::Sorting => {
                Overlay { title: "Sort by", detail, list: &self.menu_list, area: layout.menu }
            }
            Mode::Limiting => {
                Overlay { title: "Show only", detail, list: &self.menu_list, area: layout.menu }
            }
            Mode::Jumping => {
                Overlay { title: "Go to mark", detail, list: &self.menu_list, area: layout.menu }
            }
            Mode::Choosing => {
                Overlay { title: "Actions", detail, list: &self.action_list, area: layout.help }
            }
            Mode::Searching | Mode::Narrowing => {
                let list =
                    if self.found_list.is_empty() { &self.advice_list } else { &self.found_list };
                let title = if self.mode == Mode::Searching { "Search" } else { "Show only" };
                Overlay { title, detail, list, area: layout.found }
            }
        })
    }

    /// Shows what is found, as far as it is seen.
    pub(super) fn settle_found(&mut self) {
        if matches!(self.mode, Mode::Searching | Mode::Narrowing) {
            let now = (self.search.version(), self.readings);
            if self.found_shown != now {
                self.found_shown = now;
                self.found_list.show(self.search.all().map(RowId::Found).collect());
                let unread = self.expected.saturating_sub(self.read.len());
                let lines = advice(self.search.words(), self.search.is_active(), unread);
                self.advice = lines.into_iter().map(line).collect();
                self.advice_list.show((0..self.advice.len()).map(RowId::Fixed).collect());
            }
            let (columns, rows) = size(self.layout.found);
            self.with_found_list(|list, text| list.fit(columns, rows, text));
            let advice = &self.advice;
            self.advice_list.fit(columns, rows, &|row| fixed(advice, row));
        }
        let (columns, rows) = size(self.layout.help);
        let actions = &self.action_rows;
        self.action_list.fit(columns, rows, &|row| fixed(actions, row));
        self.overlay_detail = self.detail_of_overlay();
    }

    /// Changes the list of what is found, with the texts of its rows at hand.
    pub(super) fn with_found_list(&mut self, change: impl FnOnce(&mut List, Compose)) {
        let Self { library, read, search, found_list, .. } = self;
        change(found_list, &|row| match row {
            RowId::Found(found) => row_of(library, read, search, *found).unwrap_or_default(),
            _ => Row::default(),
        });
    }

    fn detail_of_overlay(&self) -> String {
        let picked = |list: &List| if list.is_empty() { 0 } else { list.index() + 1 };
        match self.mode {
            Mode::Choosing => format!("{}/{}", picked(&self.action_list), self.action_list.len()),
            Mode::Searching | Mode::Narrowing if self.search.is_active() => {
                let briefs = match self.search.briefs() {
                    0 => return "no match".to_owned(),
                    1 => "1 brief".to_owned(),
                    briefs => format!("{briefs} briefs"),
                };
                format!("{}/{} in {briefs}", picked(&self.found_list), self.found_list.len())
            }
            _ => String::new(),
        }
    }
}

fn size(area: Area) -> (usize, usize) {
    (usize::from(area.width), usize::from(area.height))
}

fn line(text: String) -> Row {
    Row { blocks: vec![vec![Span::new(Role::Plain, text)]], gap: true, ..Row::default() }
}

/// What is found, with the heading of its brief over the first there.
fn row_of(library: &Library, read: &[usize], search: &Search, found: Found) -> Option<Row> {
    let index = read.binary_search(&found.place).ok()?;
    let hit = library.entries().get(index)?.hit(found.passage, search.query())?;
    let in_brief = search.in_brief(found.place);
    let is_first = in_brief.first() == Some(&found.passage);
    let is_last = in_brief.last() == Some(&found.passage);
    Some(Row {
        heading: if is_first { vec![heading(&hit, in_brief.len())] } else { Vec::new() },
        label: Some(Span::new(Role::Label, hit.label())),
        indent: LABEL,
        blocks: hit.fields.iter().map(text).collect(),
        gap: is_last,
        ..Row::default()
    })
}

fn heading(hit: &Hit<'_>, count: usize) -> Vec<Span> {
    vec![
        Span::new(Role::Heading, hit.brief.source.title.clone()),
        Span::new(Role::Post, format!("  {} · {count} found", hit.brief.id)),
    ]
}

/// A text with its matches lit; of a long one, what stands around the first.
fn text(field: &HitField<'_>) -> Vec<Span> {
    let name = field.label();
    let label = (!name.is_empty()).then(|| Span::new(Role::Label, format!("{name}  ")));
    let first = field.lit.first().cloned().unwrap_or_default();
    let Range { start, end } = excerpt(field.text, first);
    let ellipsis = || Span::new(Role::Plain, "…");
    let mut spans: Vec<Span> = label.into_iter().chain((start > 0).then(ellipsis)).collect();
    let piece = |bytes: Range<usize>, lit| {
        let text = Text::from(field.text[bytes].replace(['\n', '\t'], " "));
        Span { lit, ..Span::new(Role::Plain, text) }
    };
    let mut at = start;
    for lit in field.lit.iter().filter(|lit| lit.end <= end) {
        spans.extend([piece(at..lit.start, false), piece(lit.clone(), true)]);
        at = lit.end;
    }
    spans.push(piece(at..end, false));
    spans.extend((end < field.text.len()).then(ellipsis));
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// The part of a text around its first match; it begins and ends between words.
fn excerpt(text: &str, first: Range<usize>) -> Range<usize> {
    if cut(text, EXCERPT).len() == text.len() {
        return 0..text.len();
    }
    let from = text[..first.start].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let start = match text[from..first.start].find(' ') {
        _ if from == 0 => 0,
        Some(space) => from + space + 1,
        None => first.start,
    };
    let most = (start + cut(&text[start..], EXCERPT).len()).max(first.end);
    let space = text[first.end..most].rfind(' ').filter(|_| most < text.len());
    start..space.map_or(most, |space| first.end + space)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_part_of_a_long_text_that_a_match_stands_in() {
        let long = format!("{}needle{}", "before it ".repeat(40), " after it".repeat(60));
        let at = long.find("needle").unwrap();
        let shown = &long[excerpt(&long, at..at + 6)];
        assert!(shown.starts_with("it before") || shown.starts_with("before it"), "{shown}");
        assert!(shown.ends_with("it") || shown.ends_with("after"), "{shown}");
        assert!(shown.contains("needle") && shown.len() <= EXCERPT);
        assert_eq!(excerpt("a needle", 2..8), 0..8);
    }

    #[test]
    fn cuts_between_characters_where_there_are_no_spaces() {
        let long = "語e\u{301}".repeat(200);
        let at = long.char_indices().nth(300).unwrap().0;
        let range = excerpt(&long, at..at + "語".len());
        assert!(range.start <= at && at < range.end && range.end < long.len());
        assert!(long[range].starts_with('語'));
    }
}
