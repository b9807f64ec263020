//! The catalogue: the briefs of a library by what is known of each, to sort and to choose them by.

use std::cmp::Reverse;

use super::{Entry, missing_last};
use crate::brief::{Brief, Rule};
use crate::evidence::{Evidence, State};
use crate::text::{Text, vocabulary};

vocabulary! {
    /// What the briefs are sorted by.
    #[derive(Default)]
    pub enum BriefSort {
        /// The date, newest first.
        #[default]
        Date = "date",
        /// The title of the source.
        Title = "title",
        /// Who published the source.
        Publisher = "publisher",
        /// The state, worst first.
        State = "state",
        /// The path of the file, as the library is ordered.
        Path = "path",
    }
}

vocabulary! {
    /// What briefs may have in common.
    pub enum BriefField {
        /// A topic.
        Topic = "topic",
        /// Who published the source.
        Publisher = "publisher",
        /// The type of the source.
        Type = "type",
        /// The year of the date.
        Year = "year",
        /// A named person.
        Official = "official",
        /// The state.
        State = "state",
    }
}

vocabulary! {
    /// How much of a brief can be relied on: the worst that is known of it.
    pub enum BriefState {
        /// It cannot be read.
        Broken = "broken",
        /// A check of it against its source found errors.
        Failed = "failed",
        /// It has places that are still to be filled in.
        Draft = "draft",
        /// Some of its quotations have not been compared with the source.
        Unverified = "unverified",
        /// All of them were, some of them earlier.
        Locked = "locked",
        /// All of them were.
        Verified = "verified",
    }
}

/// Tells the state of a brief, as far as it is known.
pub type StateOf<'a> = &'a dyn Fn(&Entry) -> Option<BriefState>;

/// What a brief is said to have whose state is not known yet.
const NOT_CHECKED_YET: &str = "not checked yet";

/// Returns the state of a brief. Works it out if it is not known.
pub fn state(entry: &Entry) -> BriefState {
    entry.brief.as_deref().map_or(BriefState::Broken, |brief| worst(brief, entry.evidence()))
}

/// Returns the state of a brief, if it is known.
pub fn known_state(entry: &Entry) -> Option<BriefState> {
    let Some(brief) = &entry.brief else { return Some(BriefState::Broken) };
    entry.known_evidence().map(|evidence| worst(brief, evidence))
}

fn worst(brief: &Brief, evidence: &Evidence) -> BriefState {
    let errors = evidence.errors().filter(|problem| problem.rule != Rule::Placeholder);
    let states = evidence.states(brief).map(|state| match state {
        State::Failed => BriefState::Failed,
        State::Unverified => BriefState::Unverified,
        State::Locked(_) => BriefState::Locked,
        State::Verified => BriefState::Verified,
    });
    let errors = errors.map(|_| BriefState::Failed);
    let draft = evidence.to_fill_in().map(|_| BriefState::Draft);
    errors.chain(draft).chain(states).min().unwrap_or(BriefState::Verified)
}

/// Returns what a brief, which is in this state as far as that is known, has in a field, in words; at
/// least one, but a broken one has nothing except its state.
pub fn values(entry: &Entry, field: BriefField, state: StateOf<'_>) -> Vec<Text> {
    let or = |values: Vec<Text>, none: &str| {
        if values.is_empty() { vec![none.into()] } else { values }
    };
    match (field, entry.brief.as_deref()) {
        (BriefField::State, _) => {
            vec![state(entry).map_or(NOT_CHECKED_YET, BriefState::word).into()]
        }
        (_, None) => Vec::new(),
        (BriefField::Topic, Some(brief)) => {
            or(brief.topics.iter().map(|topic| topic.as_str().into()).collect(), "no topic")
        }
        (BriefField::Publisher, Some(brief)) => {
            or(brief.source.publisher.iter().cloned().collect(), "unknown")
        }
        (BriefField::Type, Some(brief)) => vec![brief.source.kind.word().into()],
        (BriefField::Year, Some(brief)) => {
            let year = brief.date().map(|date| date.year().to_string().into());
            or(year.into_iter().collect(), "no date")
        }
        (BriefField::Official, Some(brief)) => {
            or(brief.officials.iter().map(|official| official.name.clone()).collect(), "nobody")
        }
    }
}

impl BriefSort {
    /// Sorts the indexes of briefs in `entries`, whose states are these as far as they are known. Those
    /// that are equal keep the order of the library, and what is missing comes last; so do broken
    /// briefs, except by state, which they lead.
    pub fn sort(self, entries: &[Entry], indexes: &mut [usize], state: StateOf<'_>) {
        let brief = |index: &usize| entries[*index].brief.as_deref();
        let title = |index: &usize| Some(brief(index)?.source.title.to_lowercase());
        let publisher =
            |index: &usize| Some(brief(index)?.source.publisher.as_ref()?.to_lowercase());
        match self {
            Self::Date => indexes.sort_by_cached_key(|index| {
                let date = brief(index).and_then(Brief::date);
                (missing_last(date.map(Reverse)), *index)
            }),
            Self::Title => indexes.sort_by_cached_key(|index| (missing_last(title(index)), *index)),
            Self::Publisher => {
                indexes.sort_by_cached_key(|index| (missing_last(publisher(index)), *index));
            }
            Self::State => {
                indexes.sort_by_cached_key(|index| (missing_last(state(&entries[*index])), *index));
            }
            Self::Path => indexes.sort_unstable(),
        }
    }
}
