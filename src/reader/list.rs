//! A list of items that are taller than a line: what is selected, what shows, and how movement
//! feels. Every pane is one.
//!
//! Rows are set in lines only when they show, and the lines are kept until the width or what the
//! list shows changes. Drawing reads [`List::visible`] and changes nothing.

use std::ops::Range;

use super::action::Motion;
use super::search::Found;
use crate::brief::{Addressee, Anchor, Id};
use crate::page::{Role, Span, set_beside, typeset};
use crate::text::{Text, cut, width};

/// What a row is about. Position is kept by it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowId {
    /// Everyone who speaks in the brief.
    Everyone,
    /// A brief of the library.
    Brief(Id),
    /// An item of the brief that is open.
    Item(Id),
    /// A paragraph of the source, counted from 1.
    Paragraph(usize),
    /// An item of any brief.
    Anywhere(Anchor),
    /// An item of any brief, in the section of this name: it may be in several.
    Under(Text, Anchor),
    /// A person or a body across briefs, or those who are not named.
    Party(Addressee),
    /// A row of a text that is not made anew as it is read, counted from 0.
    Fixed(usize),
    /// Something that was searched for.
    Found(Found),
}

/// What a row says, before it is set in lines.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What stands above it and is no part of it: the heading of a group that it is the first of.
    pub heading: Vec<Vec<Span>>,
    /// What stands at the left of its first line.
    pub label: Option<Span>,
    /// The columns that are kept for the label; a wider one stands on a line of its own.
    pub indent: usize,
    /// What flows beside the label; each on lines of its own.
    pub blocks: Vec<Vec<Span>>,
    /// How many items it is linked to.
    pub count: Option<usize>,
    /// Whether an empty line parts it from the next.
    pub gap: bool,
    /// Whether its blocks are lines already.
    pub is_set: bool,
}

/// One line of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What stands on it.
    pub spans: Vec<Span>,
    /// The count at its right edge; on the first line alone.
    pub count: Option<usize>,
}

/// A line that shows, and the row it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Visible<'a> {
    /// What the row is about.
    pub row: &'a RowId,
    /// Whether it is the selected one.
    pub selected: bool,
    /// Whether it belongs to the row itself, not to its heading or to the gap after it.
    pub body: bool,
    /// What stands on the line.
    pub line: &'a Line,
}

/// Where one is in a list: enough to return there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row that was chosen last. It is kept while a filter hides it.
    wanted: Option<RowId>,
    /// The row that is selected, which is another where the wanted one is not there.
    index: usize,
    /// The first line that was to show; another does where the screen has changed since.
    top: Top,
}

/// The first line that shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Top {
    row: usize,
    line: usize,
}

/// Whether movement selects rows or scrolls lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// One row is selected and always shows.
    Selects,
    /// It is a text to be scrolled.
    Scrolls,
}

/// The columns to the left of the text: the bar of the selected row, and the mark of a linked one.
pub const GUTTER: usize = 2;

/// The columns to the right of the text that are kept for counts.
const COUNT: usize = 4;

/// The least columns of text that are worth keeping a column of counts beside.
const ROOM_FOR_COUNT: usize = 16;

/// How the texts of rows are got when they have to be set.
pub type Compose<'a> = &'a dyn Fn(&RowId) -> Row;

/// A list and the state of reading it.
#[derive(Clone, Debug)]
pub struct List {
    manner: Manner,
    rows: Vec<RowId>,
    /// The lines of each row that has been set.
    set: Vec<Option<SetRow>>,
    columns: usize,
    height: usize,
    cursor: Cursor,
    /// Whether the cursor is one for rows that are yet to be shown.
    restored: bool,
    /// Whether one has scrolled, so that the selected row need not show.
    adrift: bool,
    /// The first line that shows.
    top: Top,
}

#[derive(Clone, Debug)]
struct SetRow {
    lines: Vec<Line>,
    /// How many of them are its heading.
    heading: usize,
    /// How many of them are not the gap.
    body: usize,
}

impl List {
    /// An empty list.
    pub fn new(manner: Manner) -> Self {
        Self {
            manner,
            rows: Vec::new(),
            set: Vec::new(),
            columns: 0,
            height: 0,
            cursor: Cursor::default(),
            restored: false,
            adrift: false,
            top: Top::default(),
        }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The index of the selected row, from 0.
    pub fn index(&self) -> usize {
        self.cursor.index
    }

    /// What the selected row is about.
    pub fn selected(&self) -> Option<&RowId> {
        self.rows.get(self.cursor.index)
    }

    /// What the row is about that was chosen last, be it shown or not.
    pub fn wanted(&self) -> Option<&RowId> {
        self.cursor.wanted.as_ref()
    }

    /// Where one is, to return to with [`restore`](Self::restore).
    pub fn cursor(&self) -> Cursor {
        self.cursor.clone()
    }

    /// Returns to where one was, as soon as the rows are shown.
    pub fn restore(&mut self, cursor: Cursor) {
        self.cursor = cursor;
        self.restored = true;
        self.adrift = false;
    }

    /// Selects a row as soon as it is shown.
    pub fn want(&mut self, row: RowId) {
        if let Some(index) = self.rows.iter().position(|other| *other == row) {
            self.cursor.index = index;
        }
        self.cursor.wanted = Some(row);
        self.adrift = false;
    }

    /// Shows other rows, or the same rows with other texts. The selection stays with the row that
    /// was chosen; where that is gone it goes to the nearest that is left. The row that is the first to
    /// show stays so, but a list that shows its start goes on doing so.
    pub fn show(&mut self, rows: Vec<RowId>) {
        let find = |row: &RowId| rows.iter().position(|other| other == row);
        let here = self.cursor.index.min(self.rows.len());
        let wanted = self.cursor.wanted.as_ref();
        let same_place = wanted.is_some() && rows.get(self.cursor.index) == wanted;
        if !same_place {
            let (before, after) = self.rows.split_at(here);
            let near = || after.iter().chain(before.iter().rev()).find_map(find);
            let index = wanted.and_then(|wanted| find(wanted).or_else(near));
            self.cursor.index = index.unwrap_or(0);
        }
        let top = self.cursor.top.row;
        if top > 0 && !self.restored {
            self.cursor.top.row = self.rows.get(top).and_then(find).unwrap_or(top);
        }
        self.set = vec![None; rows.len()];
        self.rows = rows;
    }

    /// Gives the list so many columns and lines, and sets what shows there.
    pub fn fit(&mut self, columns: usize, height: usize, text: Compose) {
        let resized = (columns, height) != (self.columns, self.height);
        if columns != self.columns {
            self.set.fill(None);
        }
        (self.columns, self.height) = (columns, height);
        self.restored = false;
        self.top = self.cursor.top;
        self.clamp(text);
        if self.manner == Manner::Selects && !self.adrift {
            self.reveal(text);
            self.clamp(text);
        }
        if !resized {
            self.cursor.top = self.top;
        }
        self.set_visible(text);
    }

    /// The lines that all rows take in so many columns.
    pub fn lines(&mut self, columns: usize, text: Compose) -> usize {
        if columns != self.columns {
            self.set.fill(None);
            self.columns = columns;
        }
        (0..self.rows.len()).map(|index| self.height_of(index, text)).sum()
    }

    /// Moves as a key asks. What shows is set by the [`fit`](Self::fit) that has to follow.
    pub fn go(&mut self, motion: Motion, text: Compose) {
        let Some(last) = self.rows.len().checked_sub(1) else { return };
        self.adrift = false;
        match (self.manner, motion) {
            (Manner::Selects, Motion::Step(count)) => self.step(count, text),
            (Manner::Scrolls, Motion::Step(lines)) => self.scroll(lines, text),
            (_, Motion::HalfPage(count)) => self.page(self.height / 2, count, text),
            (_, Motion::Page(count)) => self.page(self.height, count, text),
            (Manner::Selects, Motion::First) => self.select(0),
            (Manner::Selects, Motion::Last) => self.select(last),
            (Manner::Scrolls, Motion::First) => self.top = Top::default(),
            (Manner::Scrolls, Motion::Last) => self.top = Top { row: last, line: 0 },
        }
        self.cursor.top = self.top;
    }

    /// Scrolls by lines, and leaves the selection alone.
    pub fn scroll(&mut self, lines: isize, text: Compose) {
        match lines {
            0.. => self.down(lines.unsigned_abs(), text),
            _ => self.up(lines.unsigned_abs(), text),
        }
        self.clamp(text);
        self.cursor.top = self.top;
        self.adrift = true;
    }

    /// Scrolls so that `row` is the first to show, or as near to it as the end allows.
    pub fn scroll_to(&mut self, row: &RowId) {
        if let Some(row) = self.rows.iter().position(|other| other == row) {
            self.cursor.top = Top { row, line: 0 };
        }
    }

    /// The lines that show, from the top.
    pub fn visible(&self) -> impl Iterator<Item = Visible<'_>> {
        let Top { row, line } = self.top;
        let rows = self.rows.iter().zip(&self.set).enumerate().skip(row);
        rows.map_while(|(index, (row, set))| Some((index, row, set.as_ref()?)))
            .flat_map(move |(index, row, set)| {
                let selected = self.manner == Manner::Selects && index == self.cursor.index;
                let lines = set.lines.iter().enumerate();
                lines.map(move |(n, line)| Visible {
                    row,
                    selected,
                    body: (set.heading..set.body).contains(&n),
                    line,
                })
            })
            .skip(line)
            .take(self.height)
    }

    fn select(&mut self, index: usize) {
        self.cursor.index = index;
        self.cursor.wanted = self.rows.get(index).cloned();
    }

    /// One row on; but an item taller than its pane is read line by line, from the end where one
    /// comes to it from below.
    fn step(&mut self, count: isize, text: Compose) {
        for _ in 0..count.unsigned_abs() {
            let here = self.cursor.index;
            if count > 0 && self.hidden_below(text) > 0 {
                self.down(1, text);
            } else if count < 0 && self.hidden_above() > 0 {
                self.up(1, text);
            } else if let Some(next) =
                here.checked_add_signed(count.signum()).filter(|next| *next < self.rows.len())
            {
                self.select(next);
                let hidden = self.body_of(next, text).saturating_sub(self.height);
                if count < 0 && hidden > 0 {
                    self.top = Top { row: next, line: hidden };
                }
                self.reveal(text);
            }
        }
    }

    /// So many lines on, for each of `count`; with a selection, to the row that stands there, which
    /// then stands where the selected one stood.
    fn page(&mut self, lines: usize, count: isize, text: Compose) {
        let lines = lines.max(1);
        for _ in 0..count.unsigned_abs() {
            match (self.manner, count > 0) {
                (Manner::Scrolls, true) => self.down(lines, text),
                (Manner::Scrolls, false) => self.up(lines, text),
                (Manner::Selects, true) => match self.hidden_below(text) {
                    0 => self.select_below(lines, text),
                    hidden => self.down(lines.min(hidden), text),
                },
                (Manner::Selects, false) => match self.hidden_above() {
                    0 => self.select_above(lines, text),
                    hidden => self.up(lines.min(hidden), text),
                },
            }
        }
        self.clamp(text);
    }

    fn select_below(&mut self, lines: usize, text: Compose) {
        let (mut index, mut passed) = (self.cursor.index, 0);
        while index + 1 < self.rows.len()
            && (passed == 0 || passed + self.height_of(index, text) <= lines)
        {
            passed += self.height_of(index, text);
            index += 1;
        }
        self.select(index);
        self.down(passed, text);
        self.reveal(text);
    }

    fn select_above(&mut self, lines: usize, text: Compose) {
        let (mut index, mut passed) = (self.cursor.index, 0);
        while index > 0 && (passed == 0 || passed + self.height_of(index - 1, text) <= lines) {
            index -= 1;
            passed += self.height_of(index, text);
        }
        self.select(index);
        self.up(passed, text);
        self.reveal(text);
    }

    /// The lines of the selected row that its pane cuts off at the bottom. There are none unless
    /// the row is taller than the pane.
    fn hidden_below(&mut self, text: Compose) -> usize {
        let index = self.cursor.index;
        let body = self.body_of(index, text);
        if body <= self.height || index != self.top.row {
            return 0;
        }
        body.saturating_sub(self.top.line + self.height)
    }

    /// The lines of the selected row that its pane cuts off at the top.
    fn hidden_above(&self) -> usize {
        if self.cursor.index == self.top.row { self.top.line } else { 0 }
    }

    /// Scrolls as little as it takes for the whole selected row to show; of a row that is taller
    /// than the pane, its start.
    fn reveal(&mut self, text: Compose) {
        let index = self.cursor.index;
        if self.height == 0 || index >= self.rows.len() {
            return;
        }
        let body = self.body_of(index, text);
        let Top { row, line } = self.top;
        if index < row || (index == row && line > 0 && body <= self.height) {
            self.top = Top { row: index, line: 0 };
        } else if index > row && !self.ends_within(index, body, text) {
            self.top = Top { row: index, line: 0 };
            self.up(self.height.saturating_sub(body), text);
        }
    }

    /// Whether the row at `index`, which begins after the top, ends above the bottom.
    fn ends_within(&mut self, index: usize, body: usize, text: Compose) -> bool {
        let Top { row, line } = self.top;
        // A row has a line at least, so that rows far away need not be set to know.
        index - row < self.height && {
            let above: usize = (row..index).map(|between| self.height_of(between, text)).sum();
            above - line + body <= self.height
        }
    }

    /// Leaves no lines empty at the bottom while some are hidden at the top.
    fn clamp(&mut self, text: Compose) {
        let Some(last) = self.rows.len().checked_sub(1) else {
            self.top = Top::default();
            self.cursor.index = 0;
            return;
        };
        self.cursor.index = self.cursor.index.min(last);
        self.top.row = self.top.row.min(last);
        let Top { row, line } = self.top;
        self.top.line = line.min(self.height_of(row, text) - 1);
        let mut shown = 0;
        for index in row..=last {
            shown +=
                if index == last { self.body_of(index, text) } else { self.height_of(index, text) };
            if shown >= self.top.line + self.height {
                return;
            }
        }
        self.up(self.top.line + self.height - shown, text);
    }

    fn down(&mut self, mut lines: usize, text: Compose) {
        while lines > 0 {
            let left = self.height_of(self.top.row, text) - self.top.line;
            if lines < left {
                self.top.line += lines;
                return;
            }
            if self.top.row + 1 >= self.rows.len() {
                self.top.line += left - 1;
                return;
            }
            self.top = Top { row: self.top.row + 1, line: 0 };
            lines -= left;
        }
    }

    fn up(&mut self, mut lines: usize, text: Compose) {
        while lines > 0 {
            if lines <= self.top.line {
                self.top.line -= lines;
                return;
            }
            lines -= self.top.line;
            let Some(above) = self.top.row.checked_sub(1) else {
                self.top.line = 0;
                return;
            };
            self.top = Top { row: above, line: self.height_of(above, text) };
        }
    }

    fn set_visible(&mut self, text: Compose) {
        let Range { mut start, end } = self.top.row..self.rows.len();
        let mut shown = 0;
        while start < end && shown < self.top.line + self.height {
            shown += self.height_of(start, text);
            start += 1;
        }
    }

    /// The lines of a row, with its gap; at least one.
    fn height_of(&mut self, index: usize, text: Compose) -> usize {
        self.set_row(index, text).lines.len()
    }

    /// The lines of a row with its heading, without its gap; at least one.
    fn body_of(&mut self, index: usize, text: Compose) -> usize {
        self.set_row(index, text).body
    }

    fn set_row(&mut self, index: usize, text: Compose) -> &SetRow {
        self.set[index].get_or_insert_with(|| set_row(&text(&self.rows[index]), self.columns))
    }
}

/// Sets a row in `columns`, the gutter included and a column of margin at the right.
fn set_row(row: &Row, columns: usize) -> SetRow {
    let columns = columns.saturating_sub(GUTTER + 1).max(1);
    let count = row.count.filter(|_| columns >= ROOM_FOR_COUNT + COUNT);
    let columns = if count.is_some() { columns + 1 - COUNT } else { columns };
    let indent = row.indent.min(columns / 3);
    let room = columns - indent;
    let set = |block: &Vec<Span>| {
        if row.is_set { vec![block.clone()] } else { typeset(block, room, room) }
    };
    let blocks = row.blocks.iter().flat_map(set).flat_map(|line| fold(line, room)).collect();
    let label = row.label.clone().unwrap_or_else(|| Span::new(Role::Plain, ""));
    let set = set_beside(&[(label, indent)], blocks, columns);
    let mut lines: Vec<Line> = set.into_iter().map(|spans| Line { spans, count: None }).collect();
    if lines.is_empty() {
        lines.push(Line::default());
    }
    lines[0].count = count;
    let heading = row.heading.iter().flat_map(|block| typeset(block, columns, columns));
    let heading: Vec<Line> = heading.map(|spans| Line { spans, count: None }).collect();
    let above = heading.len();
    lines.splice(0..0, heading);
    let body = lines.len();
    lines.extend(row.gap.then(Line::default));
    SetRow { lines, heading: above, body }
}

/// Cuts a line that is wider than `columns`, as only one with a web address is: on a screen, other
/// than on paper, the end of it would not be seen.
fn fold(line: Vec<Span>, columns: usize) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    let mut room = columns;
    for span in line {
        let mut rest = span.text.as_str();
        while !rest.is_empty() {
            let fits = cut(rest, room);
            // A character that is wider than the whole line stands there all the same.
            let piece = if fits.is_empty() && room == columns { rest } else { fits };
            rest = &rest[piece.len()..];
            room = room.saturating_sub(width(piece));
            if let Some(line) = lines.last_mut().filter(|_| !piece.is_empty()) {
                line.push(Span { text: piece.into(), ..span.clone() });
            }
            if !rest.is_empty() {
                lines.push(Vec::new());
                room = columns;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of rows that take so many lines each, in a pane of `height` lines.
    struct Pane {
        list: List,
        heights: Vec<usize>,
        height: usize,
    }

    impl Pane {
        fn new(manner: Manner, heights: &[usize], height: usize) -> Self {
            let mut list = List::new(manner);
            list.show((0..heights.len()).map(RowId::Fixed).collect());
            let mut pane = Self { list, heights: heights.to_vec(), height };
            pane.fit();
            pane
        }

        fn with(&mut self, change: impl FnOnce(&mut List, Compose)) {
            let heights = &self.heights;
            change(&mut self.list, &|row| {
                let RowId::Fixed(index) = row else { panic!("{row:?}") };
                let line = |n| vec![Span::new(Role::Plain, format!("{index}.{n}"))];
                Row { blocks: (0..heights[*index]).map(line).collect(), ..Row::default() }
            });
        }

        fn fit(&mut self) {
            let height = self.height;
            self.with(|list, text| list.fit(20, height, text));
        }

        fn go(&mut self, motion: Motion) {
            self.with(|list, text| list.go(motion, text));
            self.fit();
        }

        /// The lines that show; those of the selected row are marked.
        fn seen(&self) -> String {
            let lines = self.list.visible().map(|line| {
                let text: String = line.line.spans.iter().map(|span| span.text.as_str()).collect();
                if line.selected { format!("*{text}") } else { text }
            });
            lines.collect::<Vec<_>>().join(" ")
        }
    }

    #[track_caller]
    fn assert_seen(manner: Manner, heights: &[usize], height: usize, steps: &[(Motion, &str)]) {
        let mut pane = Pane::new(manner, heights, height);
        for (motion, seen) in steps {
            pane.go(*motion);
            assert_eq!(pane.seen(), *seen, "after {motion:?}");
        }
    }

    #[test]
    fn scrolls_as_little_as_the_selection_asks_for() {
        assert_seen(
            Manner::Selects,
            &[1, 2, 1, 2],
            3,
            &[
                (Motion::Step(1), "0.0 *1.0 *1.1"),
                (Motion::Step(1), "1.0 1.1 *2.0"),
                (Motion::Step(-1), "*1.0 *1.1 2.0"),
                (Motion::Step(9), "2.0 *3.0 *3.1"),
                (Motion::Step(-9), "*0.0 1.0 1.1"),
                (Motion::Last, "2.0 *3.0 *3.1"),
                (Motion::First, "*0.0 1.0 1.1"),
            ],
        );
    }

    #[test]
    fn reads_a_row_taller_than_the_pane_line_by_line() {
        assert_seen(
            Manner::Selects,
            &[1, 4, 1],
            2,
            &[
                (Motion::Step(1), "*1.0 *1.1"),
                (Motion::Step(1), "*1.1 *1.2"),
                (Motion::Step(1), "*1.2 *1.3"),
                (Motion::Step(1), "1.3 *2.0"),
                (Motion::Step(-1), "*1.2 *1.3"),
                (Motion::Page(-1), "*1.0 *1.1"),
                (Motion::Page(1), "*1.2 *1.3"),
                (Motion::HalfPage(-2), "*1.0 *1.1"),
                (Motion::Step(-1), "*0.0 1.0"),
            ],
        );
    }

    #[test]
    fn pages_keep_the_selection_where_it_stood() {
        let rows = [1; 10];
        assert_seen(
            Manner::Selects,
            &rows,
            4,
            &[
                (Motion::Step(1), "0.0 *1.0 2.0 3.0"),
                (Motion::Page(1), "4.0 *5.0 6.0 7.0"),
                (Motion::HalfPage(1), "6.0 *7.0 8.0 9.0"),
                (Motion::Page(1), "6.0 7.0 8.0 *9.0"),
                (Motion::Page(-1), "2.0 3.0 4.0 *5.0"),
                (Motion::Page(-9), "*0.0 1.0 2.0 3.0"),
            ],
        );
    }

    #[test]
    fn a_text_scrolls_by_lines_and_stops_at_its_ends() {
        assert_seen(
            Manner::Scrolls,
            &[2, 1, 2],
            2,
            &[
                (Motion::Step(1), "0.1 1.0"),
                (Motion::Page(1), "2.0 2.1"),
                (Motion::Step(1), "2.0 2.1"),
                (Motion::HalfPage(-1), "1.0 2.0"),
                (Motion::First, "0.0 0.1"),
                (Motion::Step(-1), "0.0 0.1"),
                (Motion::Last, "2.0 2.1"),
            ],
        );
    }

    #[test]
    fn the_selection_stays_with_its_row_or_goes_to_the_nearest() {
        let mut pane = Pane::new(Manner::Selects, &[1; 6], 6);
        pane.go(Motion::Step(3));
        for (rows, selected) in
            [(vec![1, 3, 5], 3), (vec![0, 5], 5), (vec![0, 1], 0), (vec![2, 3], 3)]
        {
            pane.list.show(rows.into_iter().map(RowId::Fixed).collect());
            assert_eq!(pane.list.selected(), Some(&RowId::Fixed(selected)));
        }
    }

    #[test]
    fn only_rows_that_show_are_set() {
        let mut pane = Pane::new(Manner::Selects, &[1; 100], 5);
        pane.go(Motion::Last);
        let set = pane.list.set.iter().filter(|row| row.is_some()).count();
        assert!(set <= 12, "{set}");
    }

    #[test]
    fn nothing_is_lost_of_an_address_wider_than_the_pane() {
        let url = "https://example.org/a/long/address/that/has/no/end";
        let row = Row { blocks: vec![vec![Span::new(Role::Url, url)]], ..Row::default() };
        let lines: Vec<String> = set_row(&row, 20)
            .lines
            .iter()
            .map(|line| line.spans.iter().map(|span| span.text.as_str()).collect())
            .collect();
        assert!(lines.iter().all(|line| width(line) <= 17));
        assert_eq!(lines.concat(), url);
    }

    #[test]
    fn a_label_too_wide_for_its_columns_stands_above() {
        let row = Row {
            label: Some(Span::new(Role::Label, "digital-markets")),
            indent: 16,
            blocks: vec![vec![Span::new(Role::Plain, "text")]],
            ..Row::default()
        };
        let lines = |columns| set_row(&row, columns).lines.len();
        assert_eq!((lines(60), lines(30)), (1, 2));
    }

    #[test]
    fn the_first_line_stays_where_rows_come_before_it() {
        let mut pane = Pane::new(Manner::Selects, &[1; 7], 3);
        let rows = |rows: &[usize]| rows.iter().copied().map(RowId::Fixed).collect();
        pane.list.show(rows(&[0, 1, 2, 3, 4, 5]));
        pane.go(Motion::Last);
        pane.go(Motion::Step(-1));
        assert_eq!(pane.seen(), "3.0 *4.0 5.0");
        pane.list.show(rows(&[6, 0, 1, 2, 3, 4, 5]));
        pane.fit();
        assert_eq!(pane.seen(), "3.0 *4.0 5.0");
    }

    #[test]
    fn a_list_that_shows_its_start_goes_on_doing_so() {
        let mut pane = Pane::new(Manner::Selects, &[1; 4], 3);
        let rows = |rows: &[usize]| rows.iter().copied().map(RowId::Fixed).collect();
        pane.list.show(rows(&[0, 1, 2]));
        pane.go(Motion::Step(1));
        pane.list.show(rows(&[3, 0, 1, 2]));
        pane.fit();
        assert_eq!(pane.seen(), "3.0 0.0 *1.0");
    }
}
