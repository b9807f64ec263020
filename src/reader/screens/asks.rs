//! The Asks screen: the register of every ask, commitment and action, sorted and filtered.

use super::{Around, Change, Follow, Screen, is_linked_across, item_row, title_bar_across};
use crate::brief::{Anchor, Date, Due};
use crate::library::Entry;
use crate::library::register::{self, Sort, register};
use crate::page::{Role, Span};
use crate::reader::layout::{Area, Columns, Share, column};
use crate::reader::list::{Cursor, List, ListKind, Row, RowId};
use crate::reader::mode::Mode;
use crate::reader::pane::Pane;
use crate::reader::titles::{TitleBar, rank};
use crate::text::Text;

/// The asks, commitments and actions of all briefs.
pub const REGISTER: Pane = Pane::new(1, "Asks", "its brief");

/// What the register says if filters leave nothing of it.
pub const NOTHING_LEFT: &str = "No matches. Esc shows more.";

/// The screen.
#[derive(Debug)]
pub struct AsksScreen {
    list: List,
    view: AsksView,
    counts: AskCounts,
    /// What the list was last made from.
    made_from: Option<AsksKey>,
}

/// What the rows depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct AsksKey {
    briefs: usize,
    /// The version of the search, if it hides what does not match.
    hidden_by: Option<usize>,
    folds_notes: bool,
    today: Date,
    view: AsksView,
}

/// Which asks are shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct AsksView {
    sort: Sort,
    /// The filters, in the order in which they were set.
    filters: Vec<AskFilter>,
}

/// What an ask has to be to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskFilter {
    /// It is open, and nothing in the library answers it.
    Unanswered,
    /// Its date has passed, and nothing says what became of it.
    PastDue,
    /// A field has one of these values.
    Field(Sort, Vec<Text>),
}

/// The number of asks, commitments and actions.
#[derive(Clone, Copy, Debug, Default)]
struct AskCounts {
    all: usize,
    unanswered: usize,
    past_due: usize,
}

/// A place on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsksLocation {
    view: AsksView,
    cursor: Cursor,
}

impl Default for AsksScreen {
    fn default() -> Self {
        Self {
            list: List::new(ListKind::Selecting),
            view: AsksView::default(),
            counts: AskCounts::default(),
            made_from: None,
        }
    }
}

impl Screen for AsksScreen {
    fn panes(&self, _around: &Around<'_>) -> &'static [Pane] {
        &[REGISTER]
    }

    fn focused(&self, _around: &Around<'_>) -> Pane {
        REGISTER
    }

    fn focus_on(&mut self, _pane: Pane) {}

    fn menus(&self) -> &'static [Mode] {
        &[Mode::Copying, Mode::Sorting, Mode::Filtering]
    }

    fn place(&mut self, body: Area, _around: &Around<'_>) -> Option<Columns> {
        Some(vec![column(body, &[(REGISTER, Share::Rest(1))])?])
    }

    fn list(&self, _pane: Pane) -> &List {
        &self.list
    }

    fn change(&mut self, _pane: Pane, around: &Around<'_>, change: Change<'_>) {
        change(&mut self.list, &|id| around.shown(id, row(around, id)));
    }

    fn select(&mut self, _pane: Pane, row: RowId) {
        self.list.want(row);
    }

    fn focused_item(&self, _around: &Around<'_>) -> Option<Anchor> {
        match self.list.selected()? {
            RowId::Anywhere(anchor) => Some(anchor.clone()),
            _ => None,
        }
    }

    fn entry<'a>(&self, around: &Around<'a>) -> Option<&'a Entry> {
        around.briefs.find(&self.focused_item(around)?.brief).map(|(_, entry)| entry)
    }

    fn follow(&self, around: &Around<'_>) -> Follow {
        Follow::to(self.focused_item(around))
    }

    fn is_linked(&self, _pane: Pane, row: &RowId, around: &Around<'_>) -> bool {
        is_linked_across(self.focused_item(around).as_ref(), row, around)
    }

    fn title_bar(&self, around: &Around<'_>) -> TitleBar {
        TitleBar {
            title: "Asks, commitments and actions".into(),
            states: self.counts.spans(),
            ..title_bar_across(around)
        }
    }

    /// Returns which ask of how many, how they are sorted, and how they are filtered.
    fn detail(&self, _pane: Pane, around: &Around<'_>) -> String {
        let AsksView { sort, filters } = &self.view;
        let words = around.search.is_narrowed().then(|| around.search.words().to_string());
        let count = if filters.is_empty() && words.is_none() {
            rank(&self.list)
        } else {
            format!("{} of {}", self.list.len(), self.counts.all)
        };
        let sorted = (*sort != Sort::Source).then(|| format!("sorted: {}", sort.word()));
        let filters = filters.iter().map(AskFilter::name);
        let details = std::iter::once(count).chain(sorted).chain(filters).chain(words);
        details.collect::<Vec<_>>().join(" · ")
    }

    fn absence(&self, _pane: Pane, around: &Around<'_>) -> &'static str {
        if around.search.is_narrowed() || self.counts.all > 0 {
            NOTHING_LEFT
        } else {
            "These briefs have no asks, commitments or actions."
        }
    }

    /// Removes the filter that was set last.
    fn back_out(&mut self, around: &Around<'_>) {
        self.view.filters.pop();
        self.reorder(around);
    }

    fn refresh(&mut self, around: &Around<'_>) {
        self.list.light_by(around.search.version());
        let key = AsksKey {
            briefs: around.briefs.version(),
            hidden_by: around.search.hides_by(),
            folds_notes: around.folds_notes,
            today: around.today,
            view: self.view.clone(),
        };
        if let Some(made_from) = &self.made_from {
            let only_read_on = *made_from == AsksKey { briefs: made_from.briefs, ..key.clone() };
            let can_wait = only_read_on && around.briefs.can_wait(made_from.briefs);
            if *made_from == key || can_wait {
                return;
            }
        }
        let mut rows = register(around.briefs.library(), key.today);
        self.counts = AskCounts {
            all: rows.len(),
            unanswered: rows.iter().filter(|row| row.is_unanswered()).count(),
            past_due: rows.iter().filter(|row| row.is_past_due).count(),
        };
        let AsksView { sort, filters } = &self.view;
        rows.retain(|row| filters.iter().all(|filter| filter.admits(row)));
        rows.retain(|row| around.lets_through(&row.anchor()));
        sort.sort(&mut rows);
        self.list.show(rows.iter().map(|row| RowId::Anywhere(row.anchor())).collect());
        self.made_from = Some(key);
    }
}

impl AsksScreen {
    /// Returns the place on the screen.
    pub fn location(&self) -> AsksLocation {
        AsksLocation { view: self.view.clone(), cursor: self.list.cursor() }
    }

    /// Returns to a place.
    pub fn restore(&mut self, AsksLocation { view, cursor }: AsksLocation) {
        self.view = view;
        self.list.restore(cursor);
    }

    /// Returns the field by which the asks are sorted.
    pub fn sort(&self) -> Sort {
        self.view.sort
    }

    /// Sorts the asks by a field, or, if they are, by the order of the library again.
    pub fn sort_by(&mut self, field: Sort, around: &Around<'_>) {
        self.view.sort = if self.view.sort == field { Sort::Source } else { field };
        self.reorder(around);
    }

    /// Returns the filter for asks that have in a field what the selected ask has.
    pub fn filter_like_selected(&self, field: Sort, around: &Around<'_>) -> Option<AskFilter> {
        Some(AskFilter::Field(field, values(&self.selected(around)?, field)))
    }

    /// Returns whether a filter is set.
    pub fn has_filter(&self, filter: &AskFilter) -> bool {
        self.view.filters.contains(filter)
    }

    /// Sets a filter, or removes it if it is set. A field has one filter at a time.
    pub fn toggle_filter(&mut self, filter: AskFilter, around: &Around<'_>) {
        let was_set = self.has_filter(&filter);
        let filters = &mut self.view.filters;
        filters.retain(|other| *other != filter && !other.is_on_field_of(&filter));
        filters.extend((!was_set).then_some(filter));
        self.reorder(around);
    }

    /// Returns the name of the filter that was set last, if nothing is left to show.
    pub fn emptied_by(&self) -> Option<String> {
        self.view.filters.last().filter(|_| self.list.is_empty()).map(AskFilter::name)
    }

    /// Lists the asks again. The selected one stays selected, and is selected again when a filter no
    /// longer hides it.
    fn reorder(&mut self, around: &Around<'_>) {
        if let Some(row) = self.list.selected().cloned().filter(|_| self.list.wanted().is_none()) {
            self.list.want(row);
        }
        self.refresh(around);
    }

    fn selected<'a>(&self, around: &Around<'a>) -> Option<register::RegisterRow<'a>> {
        let anchor = self.focused_item(around)?;
        register::row_at(around.briefs.library(), &anchor, around.today)
    }
}

impl AskFilter {
    fn admits(&self, row: &register::RegisterRow<'_>) -> bool {
        match self {
            Self::Unanswered => row.is_unanswered(),
            Self::PastDue => row.is_past_due,
            Self::Field(field, wanted) => {
                values(row, *field).iter().any(|value| wanted.contains(value))
            }
        }
    }

    /// Returns the filter in words: `by: Dana Vale`.
    pub fn name(&self) -> String {
        match self {
            Self::Unanswered => "unanswered".to_owned(),
            Self::PastDue => "past due".to_owned(),
            Self::Field(field, values) => format!("{}: {}", field.word(), values.join(", ")),
        }
    }

    fn is_on_field_of(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Field(one, _), Self::Field(two, _)) if one == two)
    }
}

impl AskCounts {
    /// Returns `4 unanswered`, `1 past due`; nothing for a count of 0.
    fn spans(self) -> Vec<Span> {
        let counts = [
            (Role::Plain, self.unanswered, "unanswered"),
            (Role::Caution, self.past_due, "past due"),
        ];
        let counts = counts.into_iter().filter(|(_, count, _)| *count > 0);
        counts.map(|(role, count, word)| Span::new(role, format!("{count} {word}"))).collect()
    }
}

/// Returns what an ask has in a field, in words; at least one.
fn values(row: &register::RegisterRow<'_>, field: Sort) -> Vec<Text> {
    let ask = row.ask;
    let or = |value: Option<Text>, missing: &str| value.unwrap_or_else(|| missing.into());
    let one = match field {
        Sort::Source => Text::new(&row.brief.id),
        Sort::Date => or(row.brief.date().map(|date| date.to_string().into()), "no date"),
        Sort::Topic if row.brief.topics.is_empty() => "none".into(),
        Sort::Topic => return row.brief.topics.iter().map(|topic| Text::new(topic)).collect(),
        Sort::Kind => ask.kind.word().into(),
        Sort::By => row.by(),
        Sort::To if ask.to.is_empty() => "nobody".into(),
        Sort::To => return row.to(),
        Sort::Action => ask.action.clone(),
        Sort::Instrument => or(ask.instrument.clone(), "none named"),
        Sort::Due => match &ask.due {
            Some(Due::Date(date)) => date.to_string().into(),
            Some(Due::Words(words)) => words.clone(),
            None => "no date".into(),
        },
        Sort::Status => or(ask.status.map(|status| status.word().into()), "not stated"),
        Sort::Answered if row.answered_by.is_empty() => "no".into(),
        Sort::Answered => "yes".into(),
    };
    vec![one]
}

fn row(around: &Around<'_>, id: &RowId) -> Row {
    let RowId::Anywhere(anchor) = id else { return Row::default() };
    item_row(around, anchor).unwrap_or_default()
}
