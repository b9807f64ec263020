//! Who asks for, promises and does what.

use super::{BriefPage, doubt, items};
use crate::brief::Ask;
use crate::page::document::{AskEntry, join};

/// Returns the asks, commitments and actions of a brief.
pub fn entries(page: &BriefPage<'_>) -> Vec<AskEntry> {
    page.here.brief.asks.values().map(|ask| entry(page, ask)).collect()
}

/// Composes one of them.
pub fn entry(page: &BriefPage<'_>, ask: &Ask) -> AskEntry {
    let wording = items::ask(page.here.brief, ask, page.linked(&ask.id), |item| page.address(item));
    AskEntry {
        label: page.label(&ask.id),
        kind: wording.kind,
        parties: wording.parties,
        action: vec![wording.action],
        terms: join([wording.terms, wording.relations], " "),
        remarks: join([doubt(page.here, &ask.evidence), wording.remarks], " "),
        cited: page.cite_own(&ask.id),
    }
}
