//! The register of every ask, commitment and action across briefs.

use std::cmp::Reverse;

use super::{Entry, Library, missing_last};
use crate::brief::{
    Addressee, Anchor, Ask, AskKind, Brief, Date, Due, Id, Item, Link, Party, Relation, Status,
};
use crate::text::{FoldedText, Needle, Text, vocabulary};

/// An ask, a commitment or an action, with what the library knows of it.
#[derive(Clone, Debug)]
pub struct RegisterRow<'a> {
    /// The file that it is in.
    pub entry: &'a Entry,
    /// The brief that it is in.
    pub brief: &'a Brief,
    /// The ask itself.
    pub ask: &'a Ask,
    /// The asks that it answers, in this brief or another.
    pub answers: Vec<Anchor>,
    /// What answers it, in this brief or another.
    pub answered_by: Vec<Anchor>,
    /// Whether its date has passed without an outcome: it is not done, rejected or lapsed, and
    /// nothing answers it.
    pub is_past_due: bool,
}

/// Returns the rows of `library`, by brief and then in the order of the file. Past due is what was
/// due before `today`.
pub fn register(library: &Library, today: Date) -> Vec<RegisterRow<'_>> {
    let entries = library.entries().iter().filter_map(|entry| Some((entry, entry.brief.as_ref()?)));
    entries
        .flat_map(|(entry, brief)| brief.asks.iter().map(move |ask| (entry, brief, ask)))
        .map(|(entry, brief, ask)| RegisterRow::new(library, entry, brief, ask, today))
        .collect()
}

/// Returns the row of the ask at `anchor`, if its brief is in the library and sound.
pub fn row_at<'a>(library: &'a Library, anchor: &Anchor, today: Date) -> Option<RegisterRow<'a>> {
    let entry = library.entry(&anchor.brief)?;
    let brief = entry.brief.as_ref()?;
    Some(RegisterRow::new(library, entry, brief, brief.asks.get(&anchor.item)?, today))
}

impl<'a> RegisterRow<'a> {
    /// Returns the row of `ask` in `brief`, which is in the file `entry` of `library`. Past due is
    /// what was due before `today`.
    pub fn new(
        library: &'a Library,
        entry: &'a Entry,
        brief: &'a Brief,
        ask: &'a Ask,
        today: Date,
    ) -> Self {
        let linked = library.links().linked(brief, &ask.id);
        let answering = |links: &[Link]| {
            let links = links.iter().filter(|link| link.relation == Relation::Answers);
            links.map(|link| link.target.clone()).collect::<Vec<_>>()
        };
        let answered_by = answering(linked.incoming);
        let is_over = matches!(ask.status, Some(Status::Done | Status::Rejected | Status::Lapsed));
        let is_late = matches!(ask.due, Some(Due::Date(due)) if due.is_before(today));
        Self {
            entry,
            brief,
            ask,
            answers: answering(linked.outgoing),
            is_past_due: is_late && !is_over && answered_by.is_empty(),
            answered_by,
        }
    }
}

impl RegisterRow<'_> {
    /// Returns the address of the ask.
    pub fn anchor(&self) -> Anchor {
        self.brief.anchor(&self.ask.id)
    }

    /// Returns the paragraphs of the source that have its evidence, in order.
    pub fn paragraphs(&self) -> Vec<u32> {
        self.entry.paragraphs(&self.ask.evidence)
    }

    /// Returns whether it is an open ask that nothing in the library answers.
    pub fn is_unanswered(&self) -> bool {
        self.ask.kind == AskKind::Ask
            && self.ask.status == Some(Status::Open)
            && self.answered_by.is_empty()
    }

    /// Returns the name of who asks, promises or acts.
    pub fn by(&self) -> Text {
        name(self.brief, &self.ask.by)
    }

    /// Returns the names of those it is asked of.
    pub fn to(&self) -> Vec<Text> {
        let name = |to: &Addressee| match to {
            Addressee::Party(id) => name(self.brief, id),
            Addressee::Unstated => "addressee not stated".into(),
            Addressee::Everyone => "everyone".into(),
        };
        self.ask.to.iter().map(name).collect()
    }
}

fn name(brief: &Brief, party: &Id) -> Text {
    brief.party(party).map_or_else(|| Text::new(party), Party::styled_name)
}

/// Which rows are wanted: those that meet every condition. A list of values is met by any of them,
/// and an empty list by every row.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Who asks, promises or acts.
    pub by: Vec<Id>,
    /// Whom it is asked of.
    pub to: Vec<Addressee>,
    /// The person or body that does either.
    pub official: Option<Id>,
    /// What it is.
    pub kinds: Vec<AskKind>,
    /// Its status.
    pub statuses: Vec<Status>,
    /// Words of the Act, power, code or fund.
    pub instrument: Option<Needle>,
    /// The topics of its brief.
    pub topics: Vec<Id>,
    /// The first date of its brief.
    pub since: Option<Date>,
    /// The last date of its brief.
    pub until: Option<Date>,
    /// The date by the end of which it is due.
    pub due_by: Option<Date>,
    /// Only what is past due.
    pub past_due: bool,
    /// Only what nothing answers.
    pub unanswered: bool,
}

impl Filter {
    /// Returns whether `row` is wanted.
    pub fn admits(&self, row: &RegisterRow<'_>) -> bool {
        let ask = row.ask;
        let fits_instrument = |needle: &Needle| {
            ask.instrument
                .as_ref()
                .is_some_and(|instrument| FoldedText::new(instrument).contains(needle))
        };
        let is_due_by = |date: Date| matches!(ask.due, Some(Due::Date(due)) if due.last_day() <= date.last_day());
        let is_dated = |fits: &dyn Fn(Date) -> bool| row.brief.date().is_some_and(fits);
        any(&self.by, |by| *by == ask.by)
            && any(&self.to, |to| ask.to.contains(to))
            && self.official.as_ref().is_none_or(|party| Item::Ask(ask).involves(party))
            && any(&self.kinds, |kind| *kind == ask.kind)
            && any(&self.statuses, |status| Some(*status) == ask.status)
            && self.instrument.as_ref().is_none_or(fits_instrument)
            && any(&self.topics, |topic| row.brief.topics.contains(topic))
            && self.since.is_none_or(|since| is_dated(&|date| date.last_day() >= since.first_day()))
            && self.until.is_none_or(|until| is_dated(&|date| date.first_day() <= until.last_day()))
            && self.due_by.is_none_or(is_due_by)
            && (!self.past_due || row.is_past_due)
            && (!self.unanswered || row.is_unanswered())
    }
}

fn any<T>(wanted: &[T], fits: impl FnMut(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(fits)
}

vocabulary! {
    /// What rows are sorted by. Equal rows keep their order, and rows that lack what they are
    /// sorted by come last.
    #[derive(Default)]
    pub enum Sort {
        /// The source: by brief, then in the order of the file.
        #[default]
        Source = "source",
        /// The date of the brief, from the newest.
        Date = "date",
        /// The first topic of the brief.
        Topic = "topic",
        /// Ask, commitment, action.
        Kind = "kind",
        /// The name of who asks, promises or acts.
        By = "by",
        /// The name of who is asked first.
        To = "to",
        /// What is to be done.
        Action = "action",
        /// The Act, power, code or fund.
        Instrument = "instrument",
        /// The date; the source's own words for one come after all dates.
        Due = "due",
        /// The status, from open to lapsed.
        Status = "status",
        /// What is answered comes after what is not.
        Answered = "answered",
    }
}

impl Sort {
    /// Sorts `rows`, which are in the order of the library.
    pub fn sort(self, rows: &mut [RegisterRow<'_>]) {
        match self {
            Self::Source => {}
            Self::Date => rows.sort_by_key(|row| missing_last(row.brief.date().map(Reverse))),
            Self::Topic => {
                rows.sort_by_cached_key(|row| missing_last(row.brief.topics.first().cloned()));
            }
            Self::Kind => rows.sort_by_key(|row| row.ask.kind),
            Self::By => rows.sort_by_cached_key(|row| row.by().to_lowercase()),
            Self::To => {
                rows.sort_by_cached_key(|row| {
                    missing_last(row.to().first().map(|to| to.to_lowercase()))
                });
            }
            Self::Action => rows.sort_by_cached_key(|row| row.ask.action.to_lowercase()),
            Self::Instrument => rows.sort_by_cached_key(|row| {
                missing_last(
                    row.ask.instrument.as_ref().map(|instrument| instrument.to_lowercase()),
                )
            }),
            Self::Due => rows.sort_by_cached_key(|row| match &row.ask.due {
                Some(Due::Date(date)) => (0, Some(*date), Text::default()),
                Some(Due::Words(words)) => (1, None, words.clone()),
                None => (2, None, Text::default()),
            }),
            Self::Status => rows.sort_by_key(|row| missing_last(row.ask.status)),
            Self::Answered => rows.sort_by_key(|row| !row.answered_by.is_empty()),
        }
    }
}
