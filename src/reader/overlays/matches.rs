//! The matches of the search: by brief, and by kind within it; then those in the sources.

use std::ops::Range;
use std::sync::Arc;

use super::Panel;
use crate::library::search::{Belonging, Hit, HitField, TextKind};
use crate::page::items::capitalised;
use crate::page::{Role, Span};
use crate::reader::action::{Action, Motion};
use crate::reader::list::{Cursor, List, ListKind, Row, RowId};
use crate::reader::mode::Mode;
use crate::reader::prompt::{EarlierLines, Prompt, PromptKind};
use crate::reader::screens::{Around, Change};
use crate::reader::search::Match;
use crate::reader::sheet::Sheet;
use crate::text::{Text, cut};

/// The columns for what a match is in: `organisation rnli`.
const LABEL: usize = 18;

/// The most columns of a text that are shown, and the most characters of it before the first match.
const EXCERPT: usize = 240;
const BEFORE: usize = 60;

/// The matches, while the words are being written.
#[derive(Debug)]
pub struct Matches {
    /// The words.
    pub prompt: Prompt,
    /// Whether only what matches is to be shown from then on.
    pub is_narrowing: bool,
    list: List,
    /// What to try, while nothing matches.
    advice: Sheet,
    /// What the list was last made from: the versions of the search, of its order and of the
    /// briefs.
    made_from: Option<(usize, usize, usize)>,
}

impl Matches {
    /// Returns the matches of the search as it is.
    pub fn new(is_narrowing: bool, earlier: &EarlierLines) -> Self {
        Self {
            prompt: earlier.prompt(PromptKind::Search),
            is_narrowing,
            list: List::new(ListKind::Selecting),
            advice: Sheet::new(ListKind::Scrolling, Vec::new()),
            made_from: None,
        }
    }

    /// Returns what the keys act on.
    pub fn mode(&self) -> Mode {
        if self.is_narrowing { Mode::Narrowing } else { Mode::Searching }
    }

    /// Selects the first match from the brief at a place on.
    pub fn select_near(&mut self, here: usize, around: &Around<'_>) {
        self.list.restore(Cursor::default());
        if let Some(found) = around.search.near(here) {
            self.list.want(RowId::Match(found));
        }
    }

    /// Returns the match that is selected.
    pub fn selected(&self) -> Option<Match> {
        self.list.selected_match()
    }

    /// Selects a match, to go there.
    pub fn pick(&mut self, row: &RowId) -> Option<Action> {
        matches!(row, RowId::Match(_)).then(|| {
            self.list.want(row.clone());
            Action::Accept
        })
    }

    /// Moves the selection.
    pub fn go(&mut self, motion: Motion, around: &Around<'_>) {
        self.list.go(motion, &|row| match_row(around, row));
    }

    /// Changes the list that is visible.
    pub fn change(&mut self, around: &Around<'_>, change: Change<'_>) {
        if self.list.is_empty() {
            self.advice.change(change);
        } else {
            change(&mut self.list, &|row| match_row(around, row));
        }
    }

    /// Lists the matches again if there are others.
    pub fn refresh(&mut self, around: &Around<'_>) {
        let search = around.search;
        let now = Some((search.version(), search.listed(), around.briefs.version()));
        if self.made_from != now {
            self.made_from = now;
            self.list.show_matches(Arc::clone(search.ranked()));
            let lines = if self.list.is_empty() { advice(around) } else { Vec::new() };
            self.advice.show(lines.into_iter().map(line).collect());
        }
    }

    /// Returns what is visible.
    pub fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let list = if self.list.is_empty() { self.advice.list() } else { &self.list };
        let title = if self.is_narrowing { "Show only" } else { "Search" };
        Panel { title, detail: self.detail(around), list }
    }

    fn detail(&self, around: &Around<'_>) -> String {
        let briefs = match around.search.briefs() {
            _ if !around.search.is_active() => return String::new(),
            0 if !around.search.is_finished() => return "searching".to_owned(),
            0 => return "no match".to_owned(),
            1 => "1 brief".to_owned(),
            briefs => format!("{briefs} briefs"),
        };
        let number = if self.list.is_empty() { 0 } else { self.list.index() + 1 };
        format!("{number}/{} in {briefs}", self.list.len())
    }
}

fn line(text: String) -> Row {
    Row::block(vec![Span::new(Role::Plain, text)]).with_gap()
}

fn match_row(around: &Around<'_>, row: &RowId) -> Row {
    let RowId::Match(found) = row else { return Row::default() };
    worded(around, *found).unwrap_or_default()
}

/// Returns a match, with the heading of its brief above the first one there.
fn worded(around: &Around<'_>, found: Match) -> Option<Row> {
    let search = around.search;
    let hit = found.hit(around.briefs.at(found.place)?, search.query())?;
    let beside = search.in_brief(found.place)?;
    let count = beside.count(found.in_source);
    let before = beside.count_before(found.in_source, found.passage);
    let (is_first, is_last) = (before == 0, before + 1 == count);
    Some(Row {
        heading: if is_first { vec![heading(&hit, count)] } else { Vec::new() },
        label: Some(Span::new(Role::Label, hit.label())),
        indent: LABEL,
        blocks: hit.fields.iter().map(field).chain(hit.belongs_to.iter().map(belonging)).collect(),
        gap: is_last,
        ..Row::default()
    })
}

fn heading(hit: &Hit<'_>, count: usize) -> Vec<Span> {
    let title = match &hit.entry.brief {
        Some(brief) => brief.source.title.clone(),
        None => format!("✗ {}", hit.entry.origin).into(),
    };
    let place = if hit.kind == TextKind::Text { " in the source" } else { "" };
    vec![
        Span::new(Role::Heading, title),
        Span::new(Role::Post, format!("  {} · {count} found{place}", hit.entry.id)),
    ]
}

fn field(field: &HitField) -> Vec<Span> {
    text(&field.label(), &field.text, &field.lit)
}

/// Returns what a match belongs to: `by  Dana Vale, chief inspector`.
fn belonging(belonging: &Belonging) -> Vec<Span> {
    text(belonging.label, &belonging.text, &belonging.lit)
}

/// Returns a text with its matches highlighted, after its name. Of a long text, the part around the
/// first match.
fn text(name: &str, text: &str, lit: &[Range<usize>]) -> Vec<Span> {
    let label = (!name.is_empty()).then(|| Span::new(Role::Label, format!("{name}  ")));
    let first = lit.first().cloned().unwrap_or_default();
    let Range { start, end } = excerpt(text, first);
    let ellipsis = || Span::new(Role::Plain, "…");
    let mut spans: Vec<Span> = label.into_iter().chain((start > 0).then(ellipsis)).collect();
    let piece = |bytes: Range<usize>, lit| {
        let text = Text::from(text[bytes].replace(['\n', '\t'], " "));
        Span { lit, ..Span::new(Role::Plain, text) }
    };
    let mut at = start;
    for lit in lit.iter().filter(|lit| lit.end <= end) {
        spans.extend([piece(at..lit.start, false), piece(lit.clone(), true)]);
        at = lit.end;
    }
    spans.push(piece(at..end, false));
    spans.extend((end < text.len()).then(ellipsis));
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// Returns the part of a text around its first match. It starts and ends between words.
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

/// Returns what to try while nothing matches, and why nothing does.
fn advice(around: &Around<'_>) -> Vec<String> {
    let (words, unread) = (around.search.words(), around.briefs.unread());
    let mut lines = Vec::new();
    if !around.search.is_active() {
        if words.starts_with('-') {
            lines.push("Add a word to find: -word only excludes.".to_owned());
        }
        lines.push(
            "Finds items that have every word, in any order: in their text, in the names of who says it \
             to whom, or in the title, publisher, topics or date of the brief. The texts of the sources \
             come last."
                .to_owned(),
        );
        lines.push(
            "by:name, to:name, topic:word, since:2026-03, until:2026-06 and in:quotes narrow the search."
                .to_owned(),
        );
        lines.push(
            "\"stern light\" finds the exact phrase; -night excludes items with that word."
                .to_owned(),
        );
        lines.push(
            "A capital letter makes the search case-sensitive. Accents and the style of quotation marks are ignored."
                .to_owned(),
        );
        return lines;
    }
    let unsearched = around.search.unsearched();
    if unsearched > 0 {
        lines.push(match unsearched {
            1 => "Nothing found yet: 1 brief is still to be searched.".to_owned(),
            _ => format!("Nothing found yet: {unsearched} briefs are still to be searched."),
        });
        return lines;
    }
    lines.push(format!("Nothing matches {words}"));
    let unknown = around.briefs.library().unknown_in(around.search.query());
    lines.extend(unknown.iter().map(|unknown| capitalised(&unknown.to_string())));
    if unread > 0 {
        lines.push(format!("{unread} briefs are still being read."));
    }
    if words.contains(char::is_uppercase) {
        lines.push(format!(
            "A capital letter makes the search case-sensitive: try {}",
            words.to_lowercase()
        ));
    }
    if words.contains('"') || words.contains(char::is_whitespace) {
        lines.push(
            "All words must be in one item: try fewer, or remove the quotation marks.".to_owned(),
        );
    } else {
        lines.push("Try part of the word, or a synonym.".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_part_of_a_long_text_around_a_match() {
        let long = format!("{}needle{}", "before it ".repeat(40), " after it".repeat(60));
        let at = long.find("needle").unwrap();
        let shown = &long[excerpt(&long, at..at + 6)];
        assert!(shown.starts_with("it before") || shown.starts_with("before it"), "{shown}");
        assert!(shown.ends_with("it") || shown.ends_with("after"), "{shown}");
        assert!(shown.contains("needle") && shown.len() <= EXCERPT);
        assert_eq!(excerpt("a needle", 2..8), 0..8);
    }

    #[test]
    fn cuts_between_characters_if_there_are_no_spaces() {
        let long = "語e\u{301}".repeat(200);
        let at = long.char_indices().nth(300).unwrap().0;
        let range = excerpt(&long, at..at + "語".len());
        assert!(range.start <= at && at < range.end && range.end < long.len());
        assert!(long[range].starts_with('語'));
    }
}
