//! Who said what, in which words.

use super::{Page, items, prose};
use crate::brief::{Quote, Speaker};
use crate::page::document::{Block, Flow, Role, Span, StateRole};

/// What each official says, then each organisation, then the source itself. An official who is
/// not heard is named all the same, so that every post stands on paper.
pub fn voices(page: &Page<'_>) -> Vec<Block> {
    let brief = page.here.brief;
    let officials = brief
        .officials
        .keys()
        .map(|id| voice(page, &Speaker::Party(id.clone()), Some("Not heard in this source.")));
    let organisations = brief.organisations.keys().map(|id| voice(page, &Speaker::Party(id.clone()), None));
    let source = std::iter::once(voice(page, &Speaker::Source, None));
    officials.chain(organisations).chain(source).flatten().collect()
}

/// What one speaker says; `silent` where that is nothing, if it is to be said.
fn voice(page: &Page<'_>, speaker: &Speaker, silent: Option<&str>) -> Option<Block> {
    let quotes = page.here.brief.quotes.values().filter(|quote| quote.by == *speaker);
    let mut statements: Vec<Flow> = quotes.flat_map(|quote| statement(page, quote)).collect();
    if statements.is_empty() {
        statements.push(vec![Span::new(Role::Caution, silent?)]);
    }
    Some(Block::Voice { speaker: items::speaker_in_full(page.here.brief, speaker), statements })
}

/// A quote with its citation, then the remark on it. A state is told unless it is `verified`.
fn statement(page: &Page<'_>, quote: &Quote) -> Vec<Flow> {
    let finding = page.here.evidence.findings.get(&quote.id);
    let wording = items::quote(page.here.brief, quote, finding);
    let mut line: Flow = wording.label.into_iter().collect();
    prose::push(&mut line, vec![wording.words]);
    let mut aside = wording.circumstances;
    if let Some(state) = wording.state.filter(|state| state.role != Role::State(StateRole::Verified)) {
        if !aside.is_empty() {
            aside.push(Span::new(Role::Plain, "; "));
        }
        aside.push(state);
    }
    if !aside.is_empty() {
        aside.insert(0, Span::new(Role::Plain, "("));
        aside.push(Span::new(Role::Plain, ")"));
        prose::push(&mut line, aside);
    }
    prose::push(&mut line, page.cite(&quote.id));
    std::iter::once(line).chain(wording.note.map(|note| vec![note])).collect()
}
