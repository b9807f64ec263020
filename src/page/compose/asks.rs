//! Who wants what from whom, who promises and who does what.

use super::{Page, items, prose};
use crate::brief::Ask;
use crate::page::document::{Entry, Role, Span};

/// The asks, commitments and actions of a brief.
pub fn entries(page: &Page<'_>) -> Vec<Entry> {
    page.here.brief.asks.values().map(|ask| entry(page, ask)).collect()
}

fn entry(page: &Page<'_>, ask: &Ask) -> Entry {
    let wording =
        items::ask(page.here.brief, ask, page.linked(&ask.id), |anchor| page.register.address(anchor));
    let mut line = wording.parties;
    line.push(Span::new(Role::Plain, ":"));
    prose::push(&mut line, vec![wording.action]);
    prose::push(&mut line, wording.terms);
    prose::push(&mut line, wording.relations);
    prose::push(&mut line, page.cite(&ask.id));
    let mut beside = page.doubt(&ask.evidence);
    prose::push(&mut beside, wording.remarks);
    let body = [line, beside].into_iter().filter(|flow| !flow.is_empty()).collect();
    Entry { labels: vec![page.label(&ask.id), wording.kind], body }
}
