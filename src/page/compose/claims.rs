//! What is asserted, by whom, and how it bears on other claims.

use super::{BriefPage, doubt, items};
use crate::brief::Claim;
use crate::page::document::{ListEntry, Role, Span, join};

/// The claims of a brief.
pub fn entries(page: &BriefPage<'_>) -> Vec<ListEntry> {
    page.here.brief.claims.values().map(|claim| entry(page, claim)).collect()
}

/// The claim with its citation, and under it what is to be said of it besides.
pub fn entry(page: &BriefPage<'_>, claim: &Claim) -> ListEntry {
    let linked = page.linked(&claim.id);
    let wording = items::claim(page.here.brief, claim, linked, |item| page.address(item));
    let by = vec![wording.by, Span::new(Role::Plain, ":")];
    let line = join([by, vec![wording.text], page.cite_own(&claim.id)], " ");
    let besides =
        join([doubt(page.here, &claim.evidence), wording.relations, wording.remarks], " ");
    let body = [line, besides].into_iter().filter(|flow| !flow.is_empty()).collect();
    ListEntry { labels: vec![page.label(&claim.id)], body }
}
