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
    /// By what means, by when, and its status: `Under: … By: … No answer in this source.`
    pub terms: Vec<Span>,
    /// What it answers and what answers it: `Answered by A-a2.`; often empty.
    pub relations: Vec<Span>,
    /// `Attribution inferred.` and the remark for colleagues; often empty.
    pub remarks: Vec<Span>,
}

/// Returns the wording of an ask, a commitment or an action of `brief` with the links `linked`;
/// `name` writes their addresses.
pub fn ask(brief: &Brief, ask: &Ask, linked: &Linked, name: impl Fn(&Anchor) -> Text) -> AskText {
    AskText {
        kind: Span::new(Role::Label, kind_word(ask.kind)),
        parties: parties(brief, ask),
        action: Span::new(Role::Plain, sentence(&ask.action)).to(brief.anchor(&ask.id)),
        terms: terms(brief, ask, linked),
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

fn terms(brief: &Brief, ask: &Ask, linked: &Linked) -> Vec<Span> {
    let instrument = ask.instrument.as_ref().map(|act| field("Under:", Role::Plain, sentence(act)));
    join([instrument, due(ask), progress(brief, ask, linked)].into_iter().flatten(), " ")
}

/// Returns the wording of the date. An ask or a commitment without a date says so; an
/// action needs none.
fn due(ask: &Ask) -> Option<Vec<Span>> {
    match &ask.due {
        Some(Due::Date(date)) => Some(field("By:", Role::Plain, format!("{date}.").into())),
        Some(Due::Words(words)) => Some(field("When:", Role::Plain, sentence(words))),
        None if ask.kind == AskKind::Action => None,
        None => Some(field("By:", Role::Caution, "no date.".into())),
    }
}

/// Returns the wording of the status. An open ask has no answer in this source, unless it has one.
fn progress(brief: &Brief, ask: &Ask, linked: &Linked) -> Option<Vec<Span>> {
    let answers = |link: &Link| link.relation == Relation::Answers && link.target.brief == brief.id;
    let answered_here = linked.incoming.iter().any(answers);
    let (role, text) = match ask.status? {
        Status::Open if ask.kind != AskKind::Ask => (Role::Plain, "Open."),
        Status::Open if answered_here => return None,
        Status::Open => (Role::Caution, "No answer in this source."),
        status => (Role::Plain, status_sentence(status)),
    };
    Some(vec![Span::new(role, text)])
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
