//! Who wants what from whom, who promises and who does what.

use super::{Page, items};
use crate::brief::Ask;
use crate::page::document::{Entry, Role, Span, join};

/// The asks, commitments and actions of a brief.
pub fn entries(page: &Page<'_>) -> Vec<Entry> {
    page.here.brief.asks.values().map(|ask| entry(page, ask)).collect()
}

/// The ask with its citation, and under it what is to be said of it besides.
fn entry(page: &Page<'_>, ask: &Ask) -> Entry {
    let wording = items::ask(page.here.brief, ask, page.linked(&ask.id), |item| page.register.address(item));
    let parties = [wording.parties, vec![Span::new(Role::Plain, ":")]].concat();
    let cited = page.cite(&ask.id);
    let line = join([parties, vec![wording.action], wording.terms, wording.relations, cited], " ");
    let besides = join([page.doubt(&ask.evidence), wording.remarks], " ");
    let body = [line, besides].into_iter().filter(|flow| !flow.is_empty()).collect();
    Entry { labels: vec![page.label(&ask.id), wording.kind], body }
}
