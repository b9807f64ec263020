//! The flat records of a library: the quotes, then the claims, then the asks, each by brief and in the
//! order of the file.

use super::ExportSettings;
use super::record::{BriefRecords, FlatRecord};
use crate::brief::{Date, Item};
use crate::library::points::Points;
use crate::library::register::{RegisterRow, register};
use crate::library::search::TextKind;
use crate::library::{Entry, Library, find_quotes};

/// What the records of a library are made from.
pub struct FlatRecords<'a> {
    briefs: Vec<BriefRecords<'a>>,
    points: Points<'a>,
    asks: Vec<RegisterRow<'a>>,
}

impl<'a> FlatRecords<'a> {
    /// Gathers what the records of `library` say on the day `today`.
    pub fn new(library: &'a Library, today: Date) -> Self {
        let entries: Vec<&Entry> = library.entries().iter().collect();
        find_quotes(&entries);
        Self {
            briefs: entries.into_iter().filter_map(BriefRecords::new).collect(),
            points: Points::new(library),
            asks: register(library, today),
        }
    }

    /// Returns the records that `settings` ask for.
    pub fn iter(&self, settings: &ExportSettings) -> impl Iterator<Item = FlatRecord<'a>> {
        let wanted = |kind: TextKind, item: Item<'_>| {
            (settings.kinds.is_empty() || settings.kinds.contains(&kind)) && settings.is_about(item)
        };
        let quotes = self.briefs.iter().flat_map(move |records| {
            let quotes = records.brief.quotes.iter();
            let quotes = quotes.filter(move |quote| wanted(TextKind::Quotes, Item::Quote(quote)));
            quotes.map(|quote| records.quote(quote))
        });
        let claims = self.briefs.iter().flat_map(move |records| {
            let claims = records.brief.claims.iter();
            let claims = claims.filter(move |claim| wanted(TextKind::Claims, Item::Claim(claim)));
            claims.map(|claim| records.claim(claim, &self.points))
        });
        let asks = self.asks.iter().filter(move |row| wanted(TextKind::Asks, Item::Ask(row.ask)));
        let asks = asks.filter_map(|row| Some(BriefRecords::new(row.entry)?.ask(row)));
        quotes.chain(claims).chain(asks)
    }
}
