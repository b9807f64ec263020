//! The Asks screen: the register of every ask, commitment and action, in some order and narrowed
//! to what is asked for.

use super::App;
use super::content::blocks;
use super::leaving::option;
use crate::brief::{Anchor, Date, Due};
use crate::library::Library;
use crate::library::register::{self, Sort, register};
use crate::page::{Role, Span, items, join};
use crate::reader::action::{Action, Mode};
use crate::reader::layout::Pane;
use crate::reader::list::{List, Manner, Row, RowId};
use crate::text::Text;

/// The screen.
#[derive(Debug)]
pub struct Asks {
    /// The asks that are shown.
    pub list: List,
    /// Which they are, and in which order.
    pub view: View,
    /// How many there are in all, of which so many unanswered and so many past due.
    pub total: Total,
    /// What `list` was last made of.
    shown: Option<Shown>,
}

/// What the rows depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    /// How often briefs had been read.
    read: usize,
    /// How often what is searched for had changed.
    search: usize,
    today: Date,
    view: View,
}

/// Which asks are shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    sort: Sort,
    /// What they have to fit, in the order in which it was asked for.
    limits: Vec<Limit>,
}

/// What an ask has to fit to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It is open, and nothing in the library answers it.
    Unanswered,
    /// Its date has passed, and nothing says what became of it.
    PastDue,
    /// A field has one of these values.
    Field(Sort, Vec<Text>),
}

/// How many asks, commitments and actions there are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Total {
    /// In all.
    pub all: usize,
    /// Of which nothing answers so many.
    pub unanswered: usize,
    /// Of which so many are past due.
    pub past_due: usize,
}

impl Total {
    /// `4 unanswered`, `1 past due`; what there is none of is not said.
    pub fn spans(self) -> Vec<Span> {
        let counts = [(self.unanswered, "unanswered"), (self.past_due, "past due")];
        let told = counts.into_iter().filter(|(count, _)| *count > 0);
        told.map(|(count, word)| Span::new(Role::Caution, format!("{count} {word}"))).collect()
    }
}

impl Default for Asks {
    fn default() -> Self {
        let list = List::new(Manner::Selects);
        Self { list, view: View::default(), total: Total::default(), shown: None }
    }
}

impl Limit {
    fn admits(&self, row: &register::RegisterRow<'_>) -> bool {
        match self {
            Self::Unanswered => row.is_unanswered(),
            Self::PastDue => row.is_past_due,
            Self::Field(field, wanted) => {
                values(row, *field).iter().any(|value| wanted.contains(value))
            }
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Unanswered => "unanswered".to_owned(),
            Self::PastDue => "past due".to_owned(),
            Self::Field(field, values) => format!("{}: {}", field.word(), values.join(", ")),
        }
    }

    fn is_on(&self, field: Sort) -> bool {
        matches!(self, Self::Field(other, _) if *other == field)
    }
}

/// What an ask has in a field, in words; at least one.
fn values(row: &register::RegisterRow<'_>, field: Sort) -> Vec<Text> {
    let ask = row.ask;
    let or = |value: Option<Text>, missing: &str| value.unwrap_or_else(|| missing.into());
    let one = match field {
        Sort::Source => Text::new(&row.brief.id),
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

impl App {
    /// Shows the register anew where what it depends on has changed. It waits until it is seen.
    pub(super) fn settle_asks(&mut self) {
        if self.pane() != Pane::Register {
            return;
        }
        let (read, search, today) = (self.readings, self.search.version(), Date::today());
        let now = Shown { read, search, today, view: self.asks.view.clone() };
        if let Some(shown) = &self.asks.shown {
            let only_read_on = *shown == Shown { read: shown.read, ..now.clone() };
            if *shown == now || (only_read_on && self.can_wait(shown.read)) {
                return;
            }
        }
        let mut rows = register(&self.library, today);
        let total = Total {
            all: rows.len(),
            unanswered: rows.iter().filter(|row| row.is_unanswered()).count(),
            past_due: rows.iter().filter(|row| row.is_past_due).count(),
        };
        let View { sort, limits } = &now.view;
        rows.retain(|row| {
            limits.iter().all(|limit| limit.admits(row)) && self.is_let_through(&row.anchor())
        });
        sort.sort(&mut rows);
        let rows = rows.iter().map(|row| RowId::Anywhere(row.anchor())).collect();
        self.asks.list.show(rows);
        self.asks.total = total;
        self.asks.shown = Some(now);
    }

    pub(super) fn choose_sort(&mut self) {
        let rows = self.keymap.in_mode(Mode::Sorting).filter_map(|bound| {
            let binding = bound.binding;
            let Action::Sort(field) = binding.action else { return None };
            let mark = if field == self.asks.view.sort { " (as it is now)" } else { "" };
            Some(option(
                bound.keys.first()?.label(),
                vec![Span::new(Role::Plain, binding.help), Span::new(Role::Post, mark)],
            ))
        });
        let rows = rows.collect();
        self.choose(Mode::Sorting, rows);
    }

    /// Asks for the field that is to be as in the selected ask, and says what it has there.
    pub(super) fn choose_limit(&mut self) {
        let Some(row) = self.selected_ask() else {
            return self.say("there is no ask to compare with");
        };
        let rows = self.keymap.in_mode(Mode::Limiting).filter_map(|bound| {
            let binding = bound.binding;
            let Action::Limit(field) = binding.action else { return None };
            let limit = Limit::Field(field, values(&row, field));
            let mark = if self.asks.view.limits.contains(&limit) { " (as it is now)" } else { "" };
            Some(option(
                bound.keys.first()?.label(),
                vec![Span::new(Role::Plain, limit.name()), Span::new(Role::Post, mark)],
            ))
        });
        let rows = rows.collect();
        self.choose(Mode::Limiting, rows);
    }

    /// Sorts the asks by a field; by the field they are sorted by, in the order of the library again.
    pub(super) fn sort_asks(&mut self, field: Sort) {
        let sort = &mut self.asks.view.sort;
        *sort = if *sort == field { Sort::Source } else { field };
        self.mode = Mode::Panes;
        self.asks_anew();
    }

    /// Shows only the asks that have in a field what the selected one has there; where that is shown
    /// alone already, all of them again.
    pub(super) fn limit_asks(&mut self, field: Sort) {
        self.mode = Mode::Panes;
        let Some(row) = self.selected_ask() else { return };
        let limit = Limit::Field(field, values(&row, field));
        let limits = &self.asks.view.limits;
        let is_new = !limits.contains(&limit);
        let mut limits: Vec<Limit> =
            limits.iter().filter(|other| !other.is_on(field)).cloned().collect();
        limits.extend(is_new.then_some(limit));
        self.asks.view.limits = limits;
        self.asks_anew();
    }

    /// Shows only the asks that fit `limit`, or all of them again.
    pub(super) fn toggle_limit(&mut self, limit: Limit) {
        let limits = &mut self.asks.view.limits;
        match limits.iter().position(|other| *other == limit) {
            Some(there) => drop(limits.remove(there)),
            None => limits.push(limit),
        }
        self.asks_anew();
    }

    /// Takes back the last thing that narrows the asks.
    pub(super) fn widen_asks(&mut self) {
        self.asks.view.limits.pop();
        self.asks_anew();
    }

    /// Shows the asks as they are now wanted. The selected one stays selected, wherever it stands, and
    /// is so again when it comes back.
    fn asks_anew(&mut self) {
        let list = &mut self.asks.list;
        if let Some(row) = list.selected().cloned().filter(|_| list.wanted().is_none()) {
            list.want(row);
        }
        self.settle_asks();
        if let Some(limit) = self.asks.view.limits.last().filter(|_| self.asks.list.is_empty()) {
            self.say(format!("nothing is {}; Esc shows what there was", limit.name()));
        }
    }

    fn selected_ask(&self) -> Option<register::RegisterRow<'_>> {
        let RowId::Anywhere(anchor) = self.asks.list.selected()? else { return None };
        register::row_at(&self.library, anchor, Date::today())
    }

    /// What the title of the register says: which of how many, sorted by what, narrowed to what.
    pub(super) fn asks_detail(&self) -> String {
        let Asks { list, view, total, .. } = &self.asks;
        let matches = self.search.is_narrowed().then(|| self.search.words().to_string());
        let count = match (view.limits.is_empty() && matches.is_none(), list.is_empty()) {
            (true, true) => "none".to_owned(),
            (true, false) => format!("{}/{}", list.index() + 1, list.len()),
            (false, _) => format!("{} of {}", list.len(), total.all),
        };
        let sorted = (view.sort != Sort::Source).then(|| format!("sorted: {}", view.sort.word()));
        let limits = view.limits.iter().map(Limit::name);
        std::iter::once(count)
            .chain(sorted)
            .chain(limits)
            .chain(matches)
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// What a row of the register says.
pub fn row(library: &Library, row: &RowId) -> Row {
    let RowId::Anywhere(anchor) = row else { return Row::default() };
    ask_row(library, anchor).unwrap_or_default()
}

/// An ask of any brief, with what the library knows of it and where it comes from.
pub fn ask_row(library: &Library, anchor: &Anchor) -> Option<Row> {
    let row = register::row_at(library, anchor, Date::today())?;
    let (brief, linked) = (row.brief, library.links().get(anchor));
    let text = items::ask(brief, row.ask, linked, |anchor| anchor.to_string().into());
    let mut sentence = text.parties;
    sentence.extend([Span::new(Role::Plain, ": "), text.action]);
    let numbers: Vec<String> = row.paragraphs.iter().map(|number| format!("¶{number}")).collect();
    let place = format!("{anchor} {}", numbers.join(", ")).trim_end().to_owned();
    let caution = |word: &str| vec![Span::new(Role::Caution, word)];
    let state = [
        row.is_past_due.then(|| caution("PAST DUE")),
        row.is_unanswered().then(|| caution("UNANSWERED")),
        Some(vec![Span::new(Role::Citation, place)]),
        Some(items::source(&brief.source)),
    ];
    Some(Row {
        label: Some(text.kind),
        indent: "COMMIT ".len(),
        blocks: blocks([
            sentence,
            join([text.terms, text.relations], " "),
            join(state.into_iter().flatten(), " · "),
            text.remarks,
        ]),
        count: Some(linked.evidence.len()),
        gap: true,
        ..Row::default()
    })
}
