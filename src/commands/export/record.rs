//! One flat record, version 1, as `docs/scale.md` describes it.

use serde::Serialize;

use crate::brief::{Addressee, Brief, Claim, Date, Due, Id, Link, Party, Quote, Relation, Status};
use crate::evidence::State;
use crate::library::Entry;
use crate::library::points::Points;
use crate::library::register::RegisterRow;
use crate::page::records::{addresses, addresses_in};
use crate::text::Text;

/// The version of this format: raised when a field changes its meaning or is removed.
const VERSION: u32 = 1;

/// A brief, and what the records of its items are made from.
pub struct BriefRecords<'a> {
    entry: &'a Entry,
    /// The brief.
    pub brief: &'a Brief,
}

/// A quote, a claim or an ask with everything that a search engine needs. Every record has every
/// field.
#[derive(Default, Serialize)]
pub struct FlatRecord<'a> {
    version: u32,
    #[serde(rename = "record")]
    of: &'static str,
    kind: &'static str,
    item: String,
    brief: &'a str,
    id: &'a str,
    text: &'a str,
    speaker_id: &'a str,
    speaker: String,
    post: Option<&'a str>,
    organisation_id: Option<&'a str>,
    organisation: Option<&'a str>,
    with_ids: Vec<&'a str>,
    with: Vec<String>,
    to_ids: Vec<&'a str>,
    to: Vec<String>,
    said: Option<String>,
    instrument: Option<&'a str>,
    due: Option<String>,
    due_words: Option<&'a str>,
    status: Option<&'static str>,
    past_due: bool,
    unanswered: bool,
    state: Option<&'static str>,
    verified: Option<String>,
    paragraphs: Vec<u32>,
    at: Option<&'a str>,
    evidence: Vec<String>,
    supports: Vec<String>,
    point: Option<String>,
    repeats: Vec<String>,
    corroborates: Vec<String>,
    contradicts: Vec<String>,
    updates: Vec<String>,
    qualifies: Vec<String>,
    answers: Vec<String>,
    answered_by: Vec<String>,
    inferred: bool,
    note: Option<&'a str>,
    title: &'a str,
    publisher: Option<&'a str>,
    source_type: &'static str,
    issued: Option<String>,
    accessed: Option<String>,
    url: Option<&'a str>,
    based_on: Option<&'a str>,
    topics: Vec<&'a str>,
    prepared: Option<String>,
    marking: Option<&'a str>,
}

impl<'a> BriefRecords<'a> {
    /// Returns the records of `entry`, if it holds a brief.
    pub fn new(entry: &'a Entry) -> Option<Self> {
        Some(Self { entry, brief: entry.brief.as_ref()? })
    }

    /// Returns the record of a quote.
    pub fn quote(&self, quote: &'a Quote) -> FlatRecord<'a> {
        let state = self.entry.state(&quote.id);
        let verified = state.and_then(State::locked_on).map(Date::iso);
        FlatRecord {
            of: "quote",
            kind: quote.words.form().word(),
            text: quote.words.text(),
            with_ids: quote.by.parties().iter().skip(1).map(Id::as_str).collect(),
            with: quote.by.parties().iter().skip(1).map(|id| self.name(id)).collect(),
            to_ids: quote.to.iter().map(Id::as_str).collect(),
            to: quote.to.iter().map(|to| self.name(to)).collect(),
            said: quote.said.map(Date::iso),
            state: state.map(State::word),
            verified,
            paragraphs: self.entry.paragraphs([&quote.id]),
            at: self.entry.at(quote).map(Text::as_str),
            inferred: quote.inferred,
            note: quote.note.as_deref(),
            ..self.blank(&quote.id, quote.by.parties())
        }
    }

    /// Returns the record of a claim, which makes one of `points`.
    pub fn claim(&self, claim: &'a Claim, points: &Points<'_>) -> FlatRecord<'a> {
        let point = points.index(&self.brief.anchor(&claim.id));
        let first = point.and_then(|index| points.all()[index].anchors().next());
        FlatRecord {
            of: "claim",
            kind: "claim",
            text: &claim.text,
            paragraphs: self.entry.paragraphs(&claim.evidence),
            point: first.map(|claim| claim.to_string()),
            repeats: targets(&claim.links, Relation::Repeats),
            corroborates: targets(&claim.links, Relation::Corroborates),
            contradicts: targets(&claim.links, Relation::Contradicts),
            updates: targets(&claim.links, Relation::Updates),
            qualifies: targets(&claim.links, Relation::Qualifies),
            inferred: claim.inferred,
            note: claim.note.as_deref(),
            ..self.blank(&claim.id, claim.by.parties())
        }
    }

    /// Returns the record of an ask, a commitment or an action.
    pub fn ask(&self, row: &RegisterRow<'a>) -> FlatRecord<'a> {
        let ask = row.ask;
        FlatRecord {
            of: "ask",
            kind: ask.kind.word(),
            text: &ask.action,
            to_ids: ask.to.iter().map(Addressee::word).collect(),
            to: row.to().iter().map(ToString::to_string).collect(),
            instrument: ask.instrument.as_deref(),
            due: ask.due.as_ref().and_then(Due::date).map(Date::iso),
            due_words: ask.due.as_ref().and_then(Due::words).map(Text::as_str),
            status: ask.status.map(Status::word),
            past_due: row.is_past_due,
            unanswered: row.is_unanswered(),
            paragraphs: row.paragraphs(),
            answers: addresses(&row.answers),
            answered_by: addresses(&row.answered_by),
            inferred: ask.inferred,
            note: ask.note.as_deref(),
            ..self.blank(&ask.id, std::slice::from_ref(&ask.by))
        }
    }

    /// Returns what the records of all items have: the party, what the item rests on and supports,
    /// and its source.
    fn blank(&self, id: &'a Id, by: &[Id]) -> FlatRecord<'a> {
        let (brief, source) = (self.brief, &self.brief.source);
        FlatRecord {
            version: VERSION,
            item: brief.anchor(id).to_string(),
            brief: &brief.id,
            id,
            evidence: addresses_in(brief, brief.evidence(id)),
            supports: addresses_in(brief, brief.supported_by(id)),
            title: &source.title,
            publisher: source.publisher.as_deref(),
            source_type: source.kind.word(),
            issued: source.issued.map(Date::iso),
            accessed: source.accessed.map(Date::iso),
            url: source.url.as_deref(),
            based_on: source.based_on.as_deref(),
            topics: brief.topics.iter().map(Id::as_str).collect(),
            prepared: brief.prepared.map(Date::iso),
            marking: brief.marking.as_deref(),
            ..self.speaker(by)
        }
    }

    /// Returns who speaks, the first of several, with post and organisation. A body is its own
    /// organisation.
    fn speaker(&self, by: &[Id]) -> FlatRecord<'a> {
        let Some(party) = by.first().and_then(|id| self.brief.party(id)) else {
            return FlatRecord {
                speaker_id: "source",
                speaker: "The source".to_owned(),
                ..FlatRecord::default()
            };
        };
        let (id, post, organisation) = match party {
            Party::Official(official) => (
                &official.id,
                official.post.as_deref(),
                official.organisation.as_ref().and_then(|id| self.brief.organisations.get(id)),
            ),
            Party::Organisation(organisation) => (&organisation.id, None, Some(organisation)),
        };
        FlatRecord {
            speaker_id: id,
            speaker: party.styled_name().to_string(),
            post,
            organisation_id: organisation.map(|organisation| organisation.id.as_str()),
            organisation: organisation.map(|organisation| organisation.name.as_str()),
            ..FlatRecord::default()
        }
    }

    fn name(&self, party: &Id) -> String {
        self.brief
            .party(party)
            .map_or_else(|| party.to_string(), |party| party.styled_name().to_string())
    }
}

fn targets(links: &[Link], relation: Relation) -> Vec<String> {
    links
        .iter()
        .filter(|link| link.relation == relation)
        .map(|link| link.target.to_string())
        .collect()
}
