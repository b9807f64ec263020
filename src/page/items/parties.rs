//! The wording of people and bodies: who speaks, and who asks whom.

use crate::brief::{Addressee, Ask, Brief, Id, Official, Party, Speaker};
use crate::page::document::{Flow, Role, Span, join};
use crate::text::Text;

/// Returns a person with post and organisation: `Sir Ian Marsh, Minister for Ports, Department of
/// Ports`.
pub fn official(brief: &Brief, official: &Official) -> Vec<Span> {
    let name = Span::new(Role::Speaker, official.styled_name()).to(brief.anchor(&official.id));
    let mut spans = vec![name];
    spans.extend(official.post.as_ref().map(|post| Span::new(Role::Post, format!(", {post}"))));
    let organisation = official.organisation.as_ref();
    if let Some(organisation) = organisation.and_then(|id| brief.organisations.get(id)) {
        spans.push(Span::new(Role::Post, ", "));
        spans.push(
            Span::new(Role::Post, organisation.name.clone()).to(brief.anchor(&organisation.id)),
        );
    }
    spans
}

/// Returns the name of an official or an organisation of `brief`, including the honorific.
pub fn party(brief: &Brief, id: &Id) -> Span {
    let name = brief.party(id).map_or_else(|| Text::new(id), Party::styled_name);
    Span::new(Role::Speaker, name).to(brief.anchor(id))
}

/// Returns the name of a speaker.
pub fn speaker(brief: &Brief, by: &Speaker) -> Span {
    match by {
        Speaker::Source => Span::new(Role::Speaker, "The source"),
        Speaker::Party(id) => party(brief, id),
    }
}

/// Returns who speaks, each with post and organisation: one party, those of a joint statement, or
/// the source if there is none.
pub fn speakers_in_full(brief: &Brief, parties: &[Id]) -> Flow {
    let one = |id: &Id| match brief.officials.get(id) {
        Some(person) => official(brief, person),
        None => vec![party(brief, id)],
    };
    match parties {
        [] => vec![speaker(brief, &Speaker::Source)],
        [party] => one(party),
        // Posts have commas in them.
        [first, last] => join([one(first), one(last)], " and "),
        [..] => join(parties.iter().map(one), "; "),
    }
}

/// Says who asks whom: `Tidewater Safety Board to Department of Ports`.
pub fn parties(brief: &Brief, ask: &Ask) -> Vec<Span> {
    let mut spans = vec![party(brief, &ask.by)];
    let named: Vec<Span> = ask
        .to
        .iter()
        .filter_map(|to| match to {
            Addressee::Party(id) => Some(party(brief, id)),
            Addressee::Everyone => Some(Span::new(Role::Speaker, "everyone")),
            Addressee::Unstated => None,
        })
        .collect();
    let last = named.len().saturating_sub(1);
    for (i, addressee) in named.into_iter().enumerate() {
        let joint = match i {
            0 => " to ",
            i if i == last => " and ",
            _ => ", ",
        };
        spans.push(Span::new(Role::Plain, joint));
        spans.push(addressee);
    }
    if ask.to.contains(&Addressee::Unstated) {
        spans.push(Span::new(Role::Plain, ", "));
        spans.push(Span::new(Role::Aside, "addressee not stated"));
    }
    spans
}
