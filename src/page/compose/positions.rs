//! Who said what, in which words.

use indexmap::IndexMap;

use super::{BriefPage, items};
use crate::brief::{Id, Quote};
use crate::page::document::{Block, Flow, Role, Span, StateRole, join};

/// Composes what each official says, then each organisation, then those who speak together, then
/// the source itself. An official who is not quoted is named too, so that every post is on paper.
pub fn voices(page: &BriefPage<'_>) -> Vec<Block> {
    let brief = page.here.brief;
    let mut by_speaker: IndexMap<&[Id], Vec<&Quote>> = IndexMap::new();
    for quote in brief.quotes.values() {
        by_speaker.entry(quote.by.parties()).or_default().push(quote);
    }
    let joint: Vec<&[Id]> =
        by_speaker.keys().copied().filter(|parties| parties.len() > 1).collect();
    let is_silent = |id: &Id| !by_speaker.keys().any(|parties| parties.contains(id));
    let officials = brief.officials.keys().map(|id| (std::slice::from_ref(id), is_silent(id)));
    let organisations = brief.organisations.keys().map(std::slice::from_ref);
    let rest = organisations.chain(joint.iter().copied()).chain([&[][..]]);
    let voice = |(parties, is_silent): (&[Id], bool)| {
        let statements = match by_speaker.get(parties) {
            Some(quotes) => quotes.iter().map(|quote| statement(page, quote)).collect(),
            None if is_silent => {
                vec![vec![vec![Span::new(Role::Caution, "Not quoted in this source.")]]]
            }
            None => return None,
        };
        Some(Block::Voice { speaker: items::speakers_in_full(brief, parties), statements })
    };
    officials.chain(rest.map(|parties| (parties, false))).filter_map(voice).collect()
}

/// Composes a quote with its citation, and the remark on it. A state is given unless it is
/// `verified`.
pub fn statement(page: &BriefPage<'_>, quote: &Quote) -> Vec<Flow> {
    let finding = page.here.evidence.findings.get(&quote.id);
    let wording = items::quote(page.here.brief, quote, finding);
    let state = wording.state.filter(|state| state.role != Role::State(StateRole::Verified));
    let aside = match join([wording.circumstances, state.into_iter().collect()], "; ") {
        aside if aside.is_empty() => aside,
        aside => {
            [vec![Span::new(Role::Plain, "(")], aside, vec![Span::new(Role::Plain, ")")]].concat()
        }
    };
    let label = wording.label.into_iter().collect();
    let line = join([label, wording.words, aside, page.cite_own(&quote.id)], " ");
    std::iter::once(line).chain(wording.note.map(|note| vec![note])).collect()
}
