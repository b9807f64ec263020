//! Who said what, in which words.

use std::collections::HashMap;

use super::{BriefPage, items};
use crate::brief::{Quote, Speaker};
use crate::page::document::{Block, Flow, Role, Span, StateRole, join};

/// Composes what each official says, then each organisation, then the source itself. An official
/// who is not quoted is named too, so that every post is on paper.
pub fn voices(page: &BriefPage<'_>) -> Vec<Block> {
    let brief = page.here.brief;
    let mut by_speaker: HashMap<&Speaker, Vec<&Quote>> = HashMap::new();
    for quote in brief.quotes.values() {
        by_speaker.entry(&quote.by).or_default().push(quote);
    }
    let officials = brief.officials.keys().map(|id| (Speaker::Party(id.clone()), true));
    let organisations = brief.organisations.keys().map(|id| (Speaker::Party(id.clone()), false));
    let speakers = officials.chain(organisations).chain([(Speaker::Source, false)]);
    let voice = |(speaker, named_when_silent): (Speaker, bool)| {
        let statements = match by_speaker.get(&speaker) {
            Some(quotes) => quotes.iter().map(|quote| statement(page, quote)).collect(),
            None if named_when_silent => {
                vec![vec![vec![Span::new(Role::Caution, "Not quoted in this source.")]]]
            }
            None => return None,
        };
        Some(Block::Voice { speaker: items::speaker_in_full(brief, &speaker), statements })
    };
    speakers.filter_map(voice).collect()
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
    let line = join([label, vec![wording.words], aside, page.cite_own(&quote.id)], " ");
    std::iter::once(line).chain(wording.note.map(|note| vec![note])).collect()
}
