//! What narrows a search: `by:hale`, `to:ofcom`, `topic:housing`, `since:2026-03`, `in:quotes`.

use super::TextKind;
use crate::brief::{Date, date_in_any_form};
use crate::text::{Case, Needle, Text, vocabulary};

vocabulary! {
    /// What a word of a query can narrow, as it is written before the colon.
    pub enum QueryField {
        /// Who says, asserts, asks, promises or does it.
        By = "by",
        /// Whom it is said to or asked of.
        To = "to",
        /// The topics of its brief.
        Topic = "topic",
        /// The date of its brief, at the earliest.
        Since = "since",
        /// The date of its brief, at the latest.
        Until = "until",
        /// Which part of a brief it is.
        In = "in",
    }
}

impl QueryField {
    /// Splits the field from the start of a query, if there is one, and returns it and the rest.
    pub(super) fn split(raw: &str) -> (Option<Self>, &str) {
        let field = Self::ALL.iter().find_map(|field| {
            let value = raw.strip_prefix(field.word())?.strip_prefix(':')?;
            Some((Some(*field), value))
        });
        field.unwrap_or((None, raw))
    }

    /// Returns whether a date is in a range that begins or ends with `limit`. A vague date is if a day
    /// of it is.
    pub(super) fn reaches(self, date: Date, limit: Date) -> bool {
        match self {
            Self::Until => date.first_day() <= limit.last_day(),
            _ => date.last_day() >= limit.first_day(),
        }
    }
}

/// A condition that matches of a query must meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// What it is about.
    pub field: QueryField,
    /// What must be there, as it was written.
    pub value: Text,
    /// Whether it leaves out what it would keep.
    pub excludes: bool,
    condition: Condition,
}

/// What a narrowing asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// A name or a topic contains these words.
    Words(Needle),
    /// The date reaches this one.
    Date(Date),
    /// It is one of these parts of a brief.
    Parts(Vec<TextKind>),
    /// The value means nothing, so nothing meets the condition.
    Unknown,
}

impl Narrowing {
    /// Returns the condition that the words after a field make; [`None`] if there are none.
    pub(super) fn new(field: QueryField, words: &str, excludes: bool) -> Option<Self> {
        let needle = Needle::new(words, Case::Folded)?;
        let condition = match field {
            QueryField::By | QueryField::To | QueryField::Topic => Some(Condition::Words(needle)),
            QueryField::Since | QueryField::Until => date_in_any_form(words).map(Condition::Date),
            QueryField::In => parts(words).map(Condition::Parts),
        };
        let condition = condition.unwrap_or(Condition::Unknown);
        Some(Self { field, value: words.trim().into(), excludes, condition })
    }

    /// Returns whether its value can mean anything, whatever is in the library.
    pub(super) fn is_known(&self) -> bool {
        self.condition != Condition::Unknown
    }

    /// Returns the words that a name or a topic must contain, if it is about one.
    pub(super) fn words(&self) -> Option<&Needle> {
        match &self.condition {
            Condition::Words(needle) => Some(needle),
            _ => None,
        }
    }

    /// Returns whether it is about single items, and not about whole briefs.
    pub(super) fn is_about_items(&self) -> bool {
        matches!(self.field, QueryField::By | QueryField::To | QueryField::In) && !self.excludes
    }

    /// Returns the condition.
    pub(super) fn condition(&self) -> &Condition {
        &self.condition
    }
}

/// Returns the parts of a brief whose names begin like `words`, so that `in:quote` is known, and a
/// name while it is typed; [`None`] if there are none. An exact name is only that part; the source is what
/// is known of it, and its text.
fn parts(words: &str) -> Option<Vec<TextKind>> {
    let words = words.trim().to_lowercase();
    match words.parse() {
        Ok(TextKind::Source) => return Some(vec![TextKind::Source, TextKind::Text]),
        Ok(kind) => return Some(vec![kind]),
        Err(_) => {}
    }
    let begins = |kind: &&TextKind| kind.word().starts_with(&words);
    let parts: Vec<TextKind> = TextKind::ALL.iter().filter(begins).copied().collect();
    (!parts.is_empty()).then_some(parts)
}
