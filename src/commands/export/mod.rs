//! `topline export`: what the briefs hold, for the programs that a department already has: flat records
//! for search engines and spreadsheets, the sources for reference managers, the quotes as annotations.

mod annotations;
mod bibliography;
mod flat_records;
mod json_array;
mod record;
mod spreadsheet;

use std::io::Write;

use anyhow::{Result, bail};

use self::annotations::{Annotation, NotAnnotated};
use self::bibliography::CslItem;
use self::flat_records::FlatRecords;
use super::{Outcome, cells, skipped};
use crate::brief::{Brief, Date, Id, Item};
use crate::library::search::TextKind;
use crate::library::{Entry, Library};
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
    /// Whether CSV begins with a byte order mark.
    pub bom: bool,
    /// Today.
    pub today: Date,
}

/// The kinds of text that have records.
pub const PARTS: [TextKind; 3] = [TextKind::Quotes, TextKind::Claims, TextKind::Asks];

vocabulary! {
    /// What `export` writes.
    pub enum ExportFormat {
        /// The records, one JSON object a line (ndjson.org), as `docs/scale.md` describes them.
        Ndjson = "ndjson",
        /// The records for spreadsheets, a column for each field.
        Csv = "csv",
        /// The sources for reference managers: CSL-JSON.
        CslJson = "csl-json",
        /// The exact words of quotes as Web Annotations.
        Annotations = "annotations",
    }
}

impl ExportSettings {
    /// Returns whether an item involves the person or body that is asked for.
    fn is_about(&self, item: Item<'_>) -> bool {
        self.official.as_ref().is_none_or(|party| item.involves(party))
    }

    /// Returns whether any quote, claim or ask of `brief` does.
    fn concerns(&self, brief: &Brief) -> bool {
        let mut quotes = brief.quotes.iter().map(Item::Quote);
        let mut claims = brief.claims.iter().map(Item::Claim);
        let mut asks = brief.asks.iter().map(Item::Ask);
        let is_about = |item| self.is_about(item);
        self.official.is_none()
            || quotes.any(is_about)
            || claims.any(is_about)
            || asks.any(is_about)
    }
}

/// Writes what `settings` ask for of `library`. Names the broken briefs on `messages`, and says how many
/// quotes have no annotation. The answer is no if nothing was written, or if a brief was skipped.
///
/// # Errors
///
/// Fails if the settings do not go together, or if `out` or `messages` does.
pub fn run(
    library: &Library,
    settings: &ExportSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    refuse_what_does_not_fit(settings)?;
    let skipped = skipped::report(library, messages)?;
    let briefs =
        library.entries().iter().filter_map(|entry| Some((entry, entry.brief.as_deref()?)));
    let count = match settings.format {
        ExportFormat::Ndjson => write_lines(library, settings, out)?,
        ExportFormat::Csv => write_cells(library, settings, out)?,
        ExportFormat::CslJson => {
            let briefs = briefs.map(|(_, brief)| brief).filter(|brief| settings.concerns(brief));
            json_array::write(briefs.map(CslItem::new), out)?
        }
        ExportFormat::Annotations => write_annotations(briefs, settings, out, messages)?,
    };
    Ok(if skipped == 0 && count > 0 { Outcome::Yes } else { Outcome::No })
}

fn refuse_what_does_not_fit(settings: &ExportSettings) -> Result<()> {
    let ExportSettings { format, .. } = settings;
    if settings.bom && *format != ExportFormat::Csv {
        bail!("`--bom` needs `--format csv`");
    }
    let of_records = matches!(format, ExportFormat::Ndjson | ExportFormat::Csv);
    if !of_records && !settings.kinds.is_empty() {
        let what = if *format == ExportFormat::CslJson { "sources" } else { "quotes" };
        bail!("`--format {format}` writes {what} only: leave out `--in`");
    }
    Ok(())
}

fn write_lines(library: &Library, settings: &ExportSettings, out: &mut dyn Write) -> Result<usize> {
    let mut count = 0;
    for record in FlatRecords::new(library, settings.today).iter(settings) {
        serde_json::to_writer(&mut *out, &record)?;
        writeln!(out)?;
        count += 1;
    }
    Ok(count)
}

fn write_cells(library: &Library, settings: &ExportSettings, out: &mut dyn Write) -> Result<usize> {
    let records = FlatRecords::new(library, settings.today);
    let rows: Vec<Vec<String>> =
        records.iter(settings).map(|record| spreadsheet::row(&record)).collect::<Result<_>>()?;
    let count = rows.len();
    cells::write(spreadsheet::columns()?, rows, settings.bom, out)?;
    Ok(count)
}

fn write_annotations<'a>(
    briefs: impl Iterator<Item = (&'a Entry, &'a Brief)>,
    settings: &ExportSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<usize> {
    let mut left_out = Vec::new();
    let quotes = briefs.flat_map(|(entry, brief)| {
        let quotes = brief.exact_quotes().filter(|quote| settings.is_about(Item::Quote(quote)));
        quotes.map(move |quote| Annotation::new(entry, brief, quote))
    });
    let annotations = quotes.filter_map(|quote| quote.map_err(|why| left_out.push(why)).ok());
    let count = json_array::write(annotations, out)?;
    for (why, reason) in [
        (NotAnnotated::Failed, "not found in its source"),
        (NotAnnotated::NoTarget, "its source has neither `url` nor `text`"),
    ] {
        match left_out.iter().filter(|left_out| **left_out == why).count() {
            0 => {}
            1 => writeln!(messages, "topline: 1 quote left out: {reason}")?,
            more => writeln!(messages, "topline: {more} quotes left out: {reason}")?,
        }
    }
    Ok(count)
}
