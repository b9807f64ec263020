//! What of a brief rests on a paragraph of its source.

use super::Entry;
use crate::brief::Id;

impl Entry {
    /// Returns what rests on a paragraph of the source, counted from 1: the quotes that are in it, then
    /// the claims and the asks that rest on these; each in the order of the file.
    pub fn resting_on(&self, paragraph: u32) -> Vec<Id> {
        let Some(brief) = &self.brief else { return Vec::new() };
        let is_in = |quote: &&Id| {
            let finding = self.findings().get(quote);
            finding.is_some_and(|finding| finding.paragraphs.contains(&paragraph))
        };
        let quotes: Vec<&Id> = brief.quotes.ids().filter(is_in).collect();
        let rests = |evidence: &[Id]| evidence.iter().any(|quote| quotes.contains(&quote));
        let claims = brief.claims.iter().filter(|claim| rests(&claim.evidence));
        let asks = brief.asks.iter().filter(|ask| rests(&ask.evidence));
        let items = claims.map(|claim| &claim.id).chain(asks.map(|ask| &ask.id));
        quotes.iter().copied().chain(items).cloned().collect()
    }
}
