//! `topline export`: every quote, claim and ask as a flat record, for the search engines that a
//! department already has.

mod record;

use std::io::Write;

use anyhow::Result;

use self::record::BriefRecords;
use super::{Outcome, skipped};
use crate::brief::{Date, Id, Item};
use crate::library::Library;
use crate::library::points::Points;
use crate::library::register::register;
use crate::library::search::TextKind;
use crate::text::vocabulary;

/// Which records are written, and how.
#[derive(Clone, Debug)]
pub struct ExportSettings {
    /// The kinds of text, out of [`PARTS`], whose records are written; all if empty.
    pub kinds: Vec<TextKind>,
    /// The person or body that a record must be about.
    pub official: Option<Id>,
    /// What is written.
    pub format: ExportFormat,
    /// Today.
    pub today: Date,
}

/// The kinds of text that have records.
pub const PARTS: [TextKind; 3] = [TextKind::Quotes, TextKind::Claims, TextKind::Asks];

vocabulary! {
    /// What `export` writes.
    pub enum ExportFormat {
        /// One JSON object a line (ndjson.org), as `docs/scale.md` describes it.
        Ndjson = "ndjson",
    }
}

/// Writes the records of `library`: the quotes, then the claims, then the asks, each by brief and
/// in the order of the file. Names the broken briefs on `messages`. The answer is no if there is no
/// record, or if a brief was skipped.
///
/// # Errors
///
/// Fails if `out` or `messages` does.
pub fn run(
    library: &Library,
    settings: &ExportSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    let skipped = skipped::report(library, messages)?;
    let points = Points::new(library);
    let wanted = |kind: TextKind, item: Item<'_>| {
        (settings.kinds.is_empty() || settings.kinds.contains(&kind))
            && settings.official.as_ref().is_none_or(|party| item.involves(party))
    };
    let shelves: Vec<BriefRecords<'_>> =
        library.entries().iter().filter_map(|entry| BriefRecords::new(library, entry)).collect();
    let quotes = shelves.iter().flat_map(|shelf| {
        let quotes = shelf
            .brief
            .quotes
            .values()
            .filter(|quote| wanted(TextKind::Quotes, Item::Quote(quote)));
        quotes.map(|quote| shelf.quote(quote))
    });
    let claims = shelves.iter().flat_map(|shelf| {
        let claims = shelf
            .brief
            .claims
            .values()
            .filter(|claim| wanted(TextKind::Claims, Item::Claim(claim)));
        claims.map(|claim| shelf.claim(claim, &points))
    });
    let rows = register(library, settings.today);
    let asks = rows.iter().filter(|row| wanted(TextKind::Asks, Item::Ask(row.ask)));
    let asks = asks.filter_map(|row| Some(BriefRecords::new(library, row.entry)?.ask(row)));
    let mut is_empty = true;
    for record in quotes.chain(claims).chain(asks) {
        is_empty = false;
        match settings.format {
            ExportFormat::Ndjson => serde_json::to_writer(&mut *out, &record)?,
        }
        writeln!(out)?;
    }
    Ok(if skipped == 0 && !is_empty { Outcome::Yes } else { Outcome::No })
}
