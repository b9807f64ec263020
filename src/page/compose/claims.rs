//! What is asserted, by whom, and how it bears on other claims.

use super::{Page, items, prose};
use crate::brief::Claim;
use crate::page::document::{Entry, Role, Span};

/// The claims of a brief.
pub fn entries(page: &Page<'_>) -> Vec<Entry> {
    page.here.brief.claims.values().map(|claim| entry(page, claim)).collect()
}

fn entry(page: &Page<'_>, claim: &Claim) -> Entry {
    let wording =
        items::claim(page.here.brief, claim, page.linked(&claim.id), |anchor| page.register.address(anchor));
    let mut line = vec![wording.by, Span::new(Role::Plain, ":")];
    prose::push(&mut line, vec![wording.text]);
    prose::push(&mut line, page.cite(&claim.id));
    let mut beside = page.doubt(&claim.evidence);
    prose::push(&mut beside, wording.relations);
    prose::push(&mut beside, wording.remarks);
    let body = [line, beside].into_iter().filter(|flow| !flow.is_empty()).collect();
    Entry { labels: vec![page.label(&claim.id)], body }
}
