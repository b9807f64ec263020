//! The wording of an ask, a commitment or an action.

use super::{parties, relations, remarks, sentence};
use crate::brief::{Anchor, Ask, AskKind, Brief, Due, Link, Relation, Status};
use crate::library::Linked;
use crate::page::document::{Role, Span, join};
use crate::text::Text;

/// The wording of an ask, a commitment or an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskText {
    /// `ASK`, `COMMIT` or `ACTION`.
    pub kind: Span,
    /// Who asks whom: `Tidewater Safety Board to Department of Ports`.
    pub parties: Vec<Span>,
    /// What is to be done, as a sentence.
    pub action: Span,
    /// By what means, by when, and its status, as far as they are known: `Under: … By: … Done.`
    pub known: Vec<Span>,
    /// The same, and what is missing: `Under: … By: no date. No answer in this source.`
    pub terms: Vec<Span>,
    /// What it answers and what answers it: `Answered by A-a2.`; often empty.
    pub relations: Vec<Span>,
    /// `Attribution inferred.` and the remark for colleagues; often empty.
    pub remarks: Vec<Span>,
}

/// Returns the wording of an ask, a commitment or an action of `brief` with the links `linked`;
/// `name` writes their addresses.
pub fn ask(
    brief: &Brief,
    ask: &Ask,
    linked: Linked<'_>,
    name: impl Fn(&Anchor) -> Text,
) -> AskText {
    AskText {
        kind: Span::new(Role::Label, kind_word(ask.kind)),
        parties: parties(brief, ask),
        action: Span::new(Role::Plain, sentence(&ask.action)).to(brief.anchor(&ask.id)),
        known: known(ask),
        terms: terms(ask, linked),
        relations: relations(linked, name),
        remarks: remarks(ask.inferred, ask.note.as_ref()),
    }
}

fn kind_word(kind: AskKind) -> &'static str {
    match kind {
        AskKind::Ask => "ASK",
        AskKind::Commitment => "COMMIT",
        AskKind::Action => "ACTION",
    }
}

fn terms(ask: &Ask, linked: Linked<'_>) -> Vec<Span> {
    let no_date = is_undated(ask).then(|| field("By:", Role::Aside, "no date.".into()));
    let no_answer = is_unanswered(ask, linked)
        .then(|| vec![Span::new(Role::Aside, "No answer in this source.")]);
    let due = due(ask).or(no_date);
    let parts = [instrument(ask), due, progress(ask).or(no_answer)];
    join(parts.into_iter().flatten(), " ")
}

fn known(ask: &Ask) -> Vec<Span> {
    join([instrument(ask), due(ask), progress(ask)].into_iter().flatten(), " ")
}

fn instrument(ask: &Ask) -> Option<Vec<Span>> {
    ask.instrument.as_ref().map(|act| field("Under:", Role::Plain, sentence(act)))
}

fn due(ask: &Ask) -> Option<Vec<Span>> {
    Some(match ask.due.as_ref()? {
        Due::Date(date) => field("By:", Role::Plain, format!("{date}.").into()),
        Due::Words(words) => field("When:", Role::Plain, sentence(words)),
    })
}

/// Returns whether a date is missing. An action needs none.
pub fn is_undated(ask: &Ask) -> bool {
    ask.due.is_none() && ask.kind != AskKind::Action
}

/// Returns whether an open ask has no answer: not in its source, nor in another one, which its
/// relations would name.
pub fn is_unanswered(ask: &Ask, linked: Linked<'_>) -> bool {
    let is_answer = |link: &Link| link.relation == Relation::Answers;
    is_open_ask(ask) && !linked.incoming.iter().any(is_answer)
}

fn is_open_ask(ask: &Ask) -> bool {
    ask.kind == AskKind::Ask && ask.status == Some(Status::Open)
}

/// Returns the wording of the status. That of an open ask is whether it has an answer.
fn progress(ask: &Ask) -> Option<Vec<Span>> {
    let status = ask.status.filter(|_| !is_open_ask(ask))?;
    Some(vec![Span::new(Role::Plain, status_sentence(status))])
}

/// Returns a status as a sentence: `Accepted in part.`
pub fn status_sentence(status: Status) -> &'static str {
    match status {
        Status::Open => "Open.",
        Status::Accepted => "Accepted.",
        Status::PartAccepted => "Accepted in part.",
        Status::Rejected => "Rejected.",
        Status::Underway => "Under way.",
        Status::Done => "Done.",
        Status::Lapsed => "Lapsed.",
    }
}

fn field(label: &str, role: Role, value: Text) -> Vec<Span> {
    vec![Span::new(Role::Label, label), Span::new(Role::Plain, " "), Span::new(role, value)]
}
