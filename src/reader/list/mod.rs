//! A list of items that are taller than a line: which one is selected, which lines are visible, and
//! how movement feels. Every pane is one.
//!
//! A row is laid out in lines only when it becomes visible, and its lines are kept until the width
//! or the contents of the list change. Drawing reads [`List::visible`] and changes nothing.

mod lines;
mod row;
mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use lines::{GUTTER, RowLine, lines_of};
use lines::{LaidRow, lay_out};
pub use row::{Row, RowId, Typesetting};
use rows::Rows;

use super::action::Motion;
use super::search::{Match, RankedMatches};

/// A visible line, and the row that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Visible<'a> {
    /// What the row is about.
    pub row: &'a RowId,
    /// Whether it is the selected one.
    pub selected: bool,
    /// Whether it belongs to the row itself, not to its heading or the gap after it.
    pub body: bool,
    /// The line.
    pub line: &'a RowLine,
}

/// A place in a list, to return to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row that was chosen last. It is kept while a filter hides it.
    wanted: Option<RowId>,
    /// The selected row: another one if the wanted row is hidden.
    index: usize,
    /// The first line that should be visible. Another one is if the screen has changed since.
    top: Top,
}

/// The first visible line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Top {
    row: usize,
    line: usize,
}

/// Whether movement selects rows or scrolls lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// One row is selected and always visible.
    Selecting,
    /// The list is a text that scrolls.
    Scrolling,
}

/// Gives the contents of a row when it has to be laid out.
pub type Compose<'a> = &'a dyn Fn(&RowId) -> Row;

/// A list, with its selection and scroll position.
#[derive(Clone, Debug)]
pub struct List {
    kind: ListKind,
    rows: Rows,
    /// Each row that has been laid out, by its index.
    laid: BTreeMap<usize, (RowId, LaidRow)>,
    /// The version of the search whose matches are highlighted.
    lit_by: usize,
    columns: usize,
    height: usize,
    cursor: Cursor,
    /// Whether the cursor was restored for rows that are not shown yet.
    restored: bool,
    /// Whether the user has scrolled, so that the selected row may be out of view.
    adrift: bool,
    /// Whether the chosen words of the selected row have to come into view.
    seeks_chosen: bool,
    /// The first visible line.
    top: Top,
}

impl List {
    /// Returns an empty list.
    pub fn new(kind: ListKind) -> Self {
        Self {
            kind,
            rows: Rows::Named(Vec::new()),
            laid: BTreeMap::new(),
            lit_by: 0,
            columns: 0,
            height: 0,
            cursor: Cursor::default(),
            restored: false,
            adrift: false,
            seeks_chosen: false,
            top: Top::default(),
        }
    }

    /// Makes movement select rows, or scroll lines.
    pub fn set_kind(&mut self, kind: ListKind) {
        self.kind = kind;
    }

    /// Returns whether a row is selected, if there are any.
    pub fn is_selecting(&self) -> bool {
        self.kind == ListKind::Selecting
    }

    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the index of the selected row, from 0.
    pub fn index(&self) -> usize {
        self.cursor.index
    }

    /// Returns what the rows are about, unless they are matches.
    pub fn rows(&self) -> &[RowId] {
        match &self.rows {
            Rows::Named(rows) => rows,
            Rows::Matches(_) => &[],
        }
    }

    /// Returns what the selected row is about, unless it is a match.
    pub fn selected(&self) -> Option<&RowId> {
        self.rows().get(self.cursor.index)
    }

    /// Returns the match that is selected, if the rows are matches.
    pub fn selected_match(&self) -> Option<Match> {
        match &self.rows {
            Rows::Named(_) => None,
            Rows::Matches(matches) => matches.nth(self.cursor.index),
        }
    }

    /// Returns the row that was chosen last, whether it is shown or not.
    pub fn wanted(&self) -> Option<&RowId> {
        self.cursor.wanted.as_ref()
    }

    /// Returns the place in the list, to return to with [`restore`](Self::restore).
    pub fn cursor(&self) -> Cursor {
        self.cursor.clone()
    }

    /// Returns to a place, as soon as the rows are shown. A row that others have joined is elsewhere now.
    pub fn restore(&mut self, cursor: Cursor) {
        let wanted = cursor.wanted.as_ref().and_then(|wanted| self.rows.position(wanted));
        self.cursor = Cursor { index: wanted.unwrap_or(cursor.index), ..cursor };
        self.restored = true;
        self.adrift = false;
    }

    /// Selects a row as soon as it is shown.
    pub fn want(&mut self, row: RowId) {
        if let Some(index) = self.rows.position(&row) {
            self.cursor.index = index;
        }
        self.cursor.wanted = Some(row);
        self.adrift = false;
    }

    /// Shows other rows, or the same rows with other contents. The selection stays with the row that
    /// was chosen, or moves to the nearest row if that one is gone. The first visible row stays the
    /// same, except that a list scrolled to its start stays at its start.
    pub fn show(&mut self, rows: Vec<RowId>) {
        self.replace(Rows::Named(rows));
    }

    /// Shows the matches of a search, as [`show`](Self::show) shows rows.
    pub fn show_matches(&mut self, matches: Arc<RankedMatches>) {
        self.replace(Rows::Matches(matches));
    }

    fn replace(&mut self, rows: Rows) {
        let here = self.cursor.index.min(self.len());
        let wanted = self.cursor.wanted.as_ref();
        let same_place = wanted.is_some() && rows.get(self.cursor.index).as_ref() == wanted;
        if !same_place {
            let near = || {
                let mut nearest = (here..self.len()).chain((0..here).rev());
                nearest.find_map(|index| rows.position(&self.rows.get(index)?))
            };
            let index = wanted.and_then(|wanted| rows.position(wanted).or_else(near));
            self.cursor.index = index.unwrap_or(0);
        }
        let top = self.cursor.top.row;
        if top > 0 && !self.restored {
            let same_row = self.rows.get(top).and_then(|row| rows.position(&row));
            self.cursor.top.row = same_row.unwrap_or(top);
        }
        self.laid.clear();
        self.rows = rows;
    }

    /// Gives the list its size in columns and lines, and lays out the rows that are visible.
    pub fn fit(&mut self, columns: usize, height: usize, text: Compose) {
        let resized = (columns, height) != (self.columns, self.height);
        if columns != self.columns {
            self.laid.clear();
        }
        (self.columns, self.height) = (columns, height);
        self.restored = false;
        self.top = self.cursor.top;
        self.clamp(text);
        if self.kind == ListKind::Selecting && !self.adrift {
            self.reveal(text);
            self.clamp(text);
            if std::mem::take(&mut self.seeks_chosen) {
                self.reveal_chosen(text);
                self.cursor.top = self.top;
            }
        }
        if !resized {
            self.cursor.top = self.top;
        }
        self.lay_out_visible(text);
    }

    /// Returns the number of lines that all rows take together in a width of `columns`.
    pub fn lines(&mut self, columns: usize, text: Compose) -> usize {
        self.lines_up_to(columns, usize::MAX, text)
    }

    /// Returns the number of lines that the rows take together in a width of `columns`, or `most` if
    /// they take more. No more rows are laid out than it takes to know.
    pub fn lines_up_to(&mut self, columns: usize, most: usize, text: Compose) -> usize {
        if columns != self.columns {
            self.laid.clear();
            self.columns = columns;
        }
        let mut lines = 0;
        for index in 0..self.rows.len() {
            if lines >= most {
                break;
            }
            lines += self.height_of(index, text);
        }
        lines.min(most)
    }

    /// Moves as a key asks. A call of [`fit`](Self::fit) has to follow, which lays out what is
    /// visible then.
    pub fn go(&mut self, motion: Motion, text: Compose) {
        let Some(last) = self.rows.len().checked_sub(1) else { return };
        self.adrift = false;
        match (self.kind, motion) {
            (ListKind::Selecting, Motion::Step(count)) => self.step(count, text),
            (ListKind::Scrolling, Motion::Step(lines)) => self.scroll(lines, text),
            (_, Motion::HalfPage(count)) => self.page(self.height / 2, count, text),
            (_, Motion::Page(count)) => self.page(self.height, count, text),
            (ListKind::Selecting, Motion::First) => self.select(0),
            (ListKind::Selecting, Motion::Last) => self.select(last),
            (ListKind::Scrolling, Motion::First) => self.top = Top::default(),
            (ListKind::Scrolling, Motion::Last) => self.top = Top { row: last, line: 0 },
        }
        self.cursor.top = self.top;
    }

    /// Scrolls by lines without moving the selection.
    pub fn scroll(&mut self, lines: isize, text: Compose) {
        if self.is_empty() {
            return;
        }
        match lines {
            0.. => self.down(lines.unsigned_abs(), text),
            _ => self.up(lines.unsigned_abs(), text),
        }
        self.clamp(text);
        self.cursor.top = self.top;
        self.adrift = true;
    }

    /// Returns the row and the line of it that are visible first.
    pub fn first_visible(&self) -> (usize, usize) {
        (self.top.row, self.top.line)
    }

    /// Scrolls so that a line of a row is the first visible one, or as near to it as the end of the
    /// list allows.
    pub fn scroll_to_line(&mut self, row: usize, line: usize) {
        self.cursor.top = Top { row, line };
    }

    /// Lays out the rows again, whose contents have changed.
    pub fn lay_out_again(&mut self) {
        self.laid.clear();
    }

    /// Lays out the rows again if the matches of another version of the search are to be highlighted.
    pub fn light_by(&mut self, version: usize) {
        if self.lit_by != version {
            self.lit_by = version;
            self.lay_out_again();
        }
    }

    /// Brings the chosen words of the selected row into view at the next [`fit`](Self::fit).
    pub fn seek_chosen(&mut self) {
        self.seeks_chosen = true;
        self.adrift = false;
    }

    /// Selects a visible row, if the user has scrolled away from the selected one: the first whose start
    /// is visible.
    pub fn select_visible(&mut self) {
        let mut visible: Vec<RowId> =
            self.visible().filter(|line| line.body).map(|line| line.row.clone()).collect();
        visible.dedup();
        let selected = self.rows.get(self.cursor.index);
        if !self.adrift || selected.is_some_and(|row| visible.contains(&row)) {
            return;
        }
        let starts = usize::from(self.top.line > 0 && visible.len() > 1);
        if let Some(row) = visible.into_iter().nth(starts) {
            self.want(row);
        }
    }

    /// Scrolls so that `row` is the first visible row, or as near to it as the end of the list allows.
    pub fn scroll_to(&mut self, row: &RowId) {
        if let Some(row) = self.rows.position(row) {
            self.cursor.top = Top { row, line: 0 };
        }
    }

    /// Returns the visible lines, from the top.
    pub fn visible(&self) -> impl Iterator<Item = Visible<'_>> {
        let Top { row, line } = self.top;
        (row..)
            .map_while(|index| self.laid.get(&index).map(|(row, laid)| (index, row, laid)))
            .flat_map(move |(index, row, laid)| {
                let selected = self.kind == ListKind::Selecting && index == self.cursor.index;
                let lines = laid.lines.iter().enumerate();
                lines.map(move |(n, line)| Visible {
                    row,
                    selected,
                    body: (laid.heading..laid.body).contains(&n),
                    line,
                })
            })
            .skip(line)
            .take(self.height)
    }

    fn select(&mut self, index: usize) {
        self.cursor.index = index;
        self.cursor.wanted = self.rows.get(index);
    }

    /// Moves by rows. An item taller than its pane is read line by line, from its end if it is
    /// reached from below.
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

    /// Moves by `count` pages of `lines` lines. In a list with a selection, the row that is selected
    /// next is shown where the selected one was.
    fn page(&mut self, lines: usize, count: isize, text: Compose) {
        let lines = lines.max(1);
        for _ in 0..count.unsigned_abs() {
            match (self.kind, count > 0) {
                (ListKind::Scrolling, true) => self.down(lines, text),
                (ListKind::Scrolling, false) => self.up(lines, text),
                (ListKind::Selecting, true) => match self.hidden_below(text) {
                    0 => self.select_below(lines, text),
                    hidden => self.down(lines.min(hidden), text),
                },
                (ListKind::Selecting, false) => match self.hidden_above() {
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

    /// Returns the number of lines of the selected row that its pane cuts off at the bottom: none
    /// unless the row is taller than the pane.
    fn hidden_below(&mut self, text: Compose) -> usize {
        let index = self.cursor.index;
        let body = self.body_of(index, text);
        if body <= self.height || index != self.top.row {
            return 0;
        }
        body.saturating_sub(self.top.line + self.height)
    }

    /// Returns the number of lines of the selected row that its pane cuts off at the top.
    fn hidden_above(&self) -> usize {
        if self.cursor.index == self.top.row { self.top.line } else { 0 }
    }

    /// Scrolls as little as possible to make the whole selected row visible, or the start of a row
    /// that is taller than the pane.
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

    /// Scrolls as little as possible to make the chosen words of the selected row visible, or their start
    /// if they are taller than the pane.
    fn reveal_chosen(&mut self, text: Compose) {
        let index = self.cursor.index;
        if index >= self.rows.len() || index != self.top.row || self.height == 0 {
            return;
        }
        let is_chosen = |line: &RowLine| line.spans.iter().any(|span| span.chosen);
        let lines = &self.laid(index, text).lines;
        let first = lines.iter().position(is_chosen);
        let Some((first, last)) = first.zip(lines.iter().rposition(is_chosen)) else { return };
        let lowest = (last + 1).saturating_sub(self.height).min(first);
        self.top.line = self.top.line.clamp(lowest, first);
        self.clamp(text);
    }

    /// Returns whether the row at `index`, which starts below the top, ends above the bottom.
    fn ends_within(&mut self, index: usize, body: usize, text: Compose) -> bool {
        let Top { row, line } = self.top;
        // Every row has at least one line, so rows far away need not be laid out to know.
        index - row < self.height && {
            let above: usize = (row..index).map(|between| self.height_of(between, text)).sum();
            above - line + body <= self.height
        }
    }

    /// Scrolls back if lines are empty at the bottom while others are hidden at the top.
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

    fn lay_out_visible(&mut self, text: Compose) {
        let (mut row, mut shown) = (self.top.row, 0);
        while row < self.rows.len() && shown < self.top.line + self.height {
            shown += self.height_of(row, text);
            row += 1;
        }
    }

    /// Returns the lines of a row, with its gap; at least one.
    fn height_of(&mut self, index: usize, text: Compose) -> usize {
        self.laid(index, text).lines.len()
    }

    /// Returns the lines of a row with its heading, without its gap; at least one.
    fn body_of(&mut self, index: usize, text: Compose) -> usize {
        self.laid(index, text).body
    }

    fn laid(&mut self, index: usize, text: Compose) -> &LaidRow {
        let (_, laid) = self.laid.entry(index).or_insert_with(|| {
            let row = self.rows.get(index).unwrap_or(RowId::Fixed(index));
            let laid = lay_out(&text(&row), self.columns);
            (row, laid)
        });
        laid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Role, Span};

    /// A list of rows that take so many lines each, in a pane of `height` lines.
    struct Pane {
        list: List,
        heights: Vec<usize>,
        height: usize,
    }

    impl Pane {
        fn new(kind: ListKind, heights: &[usize], height: usize) -> Self {
            let mut list = List::new(kind);
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

        /// Returns the lines that show; those of the selected row are marked.
        fn seen(&self) -> String {
            let lines = self.list.visible().map(|line| {
                let text: String = line.line.spans.iter().map(|span| span.text.as_str()).collect();
                if line.selected { format!("*{text}") } else { text }
            });
            lines.collect::<Vec<_>>().join(" ")
        }
    }

    #[track_caller]
    fn assert_seen(kind: ListKind, heights: &[usize], height: usize, steps: &[(Motion, &str)]) {
        let mut pane = Pane::new(kind, heights, height);
        for (motion, seen) in steps {
            pane.go(*motion);
            assert_eq!(pane.seen(), *seen, "after {motion:?}");
        }
    }

    #[test]
    fn scrolls_as_little_as_the_selection_asks_for() {
        assert_seen(
            ListKind::Selecting,
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
            ListKind::Selecting,
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
    fn pages_keep_the_selection_where_it_was() {
        let rows = [1; 10];
        assert_seen(
            ListKind::Selecting,
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
            ListKind::Scrolling,
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
        let mut pane = Pane::new(ListKind::Selecting, &[1; 6], 6);
        pane.go(Motion::Step(3));
        for (rows, selected) in
            [(vec![1, 3, 5], 3), (vec![0, 5], 5), (vec![0, 1], 0), (vec![2, 3], 3)]
        {
            pane.list.show(rows.into_iter().map(RowId::Fixed).collect());
            assert_eq!(pane.list.selected(), Some(&RowId::Fixed(selected)));
        }
    }

    #[test]
    fn an_empty_list_stays_empty_whatever_the_movement() {
        for kind in [ListKind::Selecting, ListKind::Scrolling] {
            let mut pane = Pane::new(kind, &[], 3);
            for motion in [Motion::Step(1), Motion::Page(-1), Motion::Last] {
                pane.go(motion);
            }
            pane.with(|list, text| list.scroll(3, text));
            pane.with(|list, text| list.scroll(-3, text));
            pane.fit();
            assert_eq!(pane.seen(), "");
        }
    }

    #[test]
    fn only_visible_rows_are_laid_out() {
        let mut pane = Pane::new(ListKind::Selecting, &[1; 100], 5);
        pane.go(Motion::Last);
        let laid = pane.list.laid.len();
        assert!(laid <= 12, "{laid}");
    }

    #[test]
    fn the_first_line_stays_if_rows_come_before_it() {
        let mut pane = Pane::new(ListKind::Selecting, &[1; 7], 3);
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
        let mut pane = Pane::new(ListKind::Selecting, &[1; 4], 3);
        let rows = |rows: &[usize]| rows.iter().copied().map(RowId::Fixed).collect();
        pane.list.show(rows(&[0, 1, 2]));
        pane.go(Motion::Step(1));
        pane.list.show(rows(&[3, 0, 1, 2]));
        pane.fit();
        assert_eq!(pane.seen(), "3.0 0.0 *1.0");
    }
}
