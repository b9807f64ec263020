//! What the JSON of several commands has in common: parties, asks and addresses.
//!
//! The descriptions are part of the schema that `docs/print.schema.json` holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::brief::{Addressee, Anchor, Ask, AskKind, Brief, Date, Due, Id, Status};
use crate::text::Text;

/// A person or an organisation; or the source, everyone or somebody unstated.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Party")]
pub struct PartyRecord<'a> {
    /// The id, which means the same in every brief; `source`, `unstated` and `everyone` name nobody.
    pub id: &'a str,
    /// The name, including the honorific; null if the id names nobody.
    pub name: Option<String>,
}

impl<'a> PartyRecord<'a> {
    /// Returns the record of a person or a body that `brief` names.
    pub fn new(brief: &'a Brief, id: &'a Id) -> Self {
        Self { id, name: brief.party(id).map(|party| party.styled_name().to_string()) }
    }

    /// Returns the record of who says something in `brief`: the first of several, or the source if
    /// there is none.
    pub fn first(brief: &'a Brief, speakers: &'a [Id]) -> Self {
        match speakers {
            [] => Self { id: "source", name: None },
            [id, ..] => Self::new(brief, id),
        }
    }

    /// Returns the records of those who say something together with the first.
    pub fn others(brief: &'a Brief, speakers: &'a [Id]) -> Vec<Self> {
        speakers.iter().skip(1).map(|id| Self::new(brief, id)).collect()
    }

    /// Returns the record of whom something is asked in `brief`.
    pub fn from_addressee(brief: &'a Brief, to: &'a Addressee) -> Self {
        match to {
            Addressee::Party(id) => Self::new(brief, id),
            Addressee::Unstated | Addressee::Everyone => Self { id: to.word(), name: None },
        }
    }
}

/// What an ask, a commitment or an action asks for.
#[derive(Serialize, JsonSchema)]
pub struct AskTerms<'a> {
    /// Whether it is an ask, a commitment or an action.
    pub kind: AskKind,
    /// Who asks, promises or acts.
    pub by: PartyRecord<'a>,
    /// The parties to whom it is addressed.
    pub to: Vec<PartyRecord<'a>>,
    /// What is to be done.
    pub action: &'a str,
    /// The Act, power, code or fund.
    pub instrument: Option<&'a str>,
    /// When it is due, if the source gives a date, as 2026, 2026-02 or 2026-02-09.
    pub due: Option<String>,
    /// When it is due in the source’s own words, if it gives no date.
    pub due_words: Option<&'a str>,
    /// Its status.
    pub status: Option<Status>,
}

impl<'a> AskTerms<'a> {
    /// Returns the terms of `ask`, which is in `brief`.
    pub fn new(brief: &'a Brief, ask: &'a Ask) -> Self {
        Self {
            kind: ask.kind,
            by: PartyRecord::new(brief, &ask.by),
            to: ask.to.iter().map(|to| PartyRecord::from_addressee(brief, to)).collect(),
            action: &ask.action,
            instrument: ask.instrument.as_deref(),
            due: ask.due.as_ref().and_then(Due::date).map(Date::iso),
            due_words: ask.due.as_ref().and_then(Due::words).map(Text::as_str),
            status: ask.status,
        }
    }
}

/// Returns the address of each item: `brief/item`.
pub fn addresses(anchors: &[Anchor]) -> Vec<String> {
    anchors.iter().map(ToString::to_string).collect()
}

/// Returns the address of each of these items of a brief.
pub fn addresses_in(brief: &Brief, items: &[Id]) -> Vec<String> {
    items.iter().map(|item| brief.anchor(item).to_string()).collect()
}
