//! `topline find`: the reader’s search as a command.

mod json;
mod text;

use std::io::Write;

use anyhow::{Result, bail};

use super::{Outcome, party, skipped};
use crate::brief::{Id, LineColumn, Spot};
use crate::library::Library;
use crate::library::search::{Hit, HitField, Query, TextKind};
use crate::text::vocabulary;

/// The query, and how its matches are shown.
#[derive(Clone, Debug)]
pub struct FindSettings {
    /// The words.
    pub query: String,
    /// The kinds of text to search; all if empty.
    pub kinds: Vec<TextKind>,
    /// The person or body that matches must be about.
    pub official: Option<Id>,
    /// What is written.
    pub format: FindFormat,
    /// Whether matches are bold in the text format.
    pub colour: bool,
}

vocabulary! {
    /// What `find` writes.
    pub enum FindFormat {
        /// A line for each text, which editors can jump by: `path:line:column: kind id: text`.
        Text = "text",
        /// The documented JSON, for programs.
        Json = "json",
    }
}

/// Writes what matches in `library`, and names the broken briefs, which are not searched, on
/// `messages`. The answer is no if nothing matches.
///
/// # Errors
///
/// Fails if the query is empty, if no brief names the official, and if `out` or `messages` fails.
pub fn run(
    library: &Library,
    settings: &FindSettings,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    let query = Query::parse(&settings.query);
    if query.is_empty() {
        bail!("the query has no word to find: give at least one word or \"phrase\"");
    }
    party::known(library, &settings.official)?;
    skipped::report(library, messages)?;
    let hits: Vec<Hit<'_>> =
        library.search(&query).filter(|hit| is_asked_for(hit, settings)).collect();
    let hits = placed(hits);
    match settings.format {
        FindFormat::Text => text::write(&hits, settings.colour, out)?,
        FindFormat::Json => json::write(&settings.query, &hits, out)?,
    }
    Ok(if hits.is_empty() { Outcome::No } else { Outcome::Yes })
}

fn is_asked_for(hit: &Hit<'_>, settings: &FindSettings) -> bool {
    let is_about = |party: &Id| {
        let item = hit.item.and_then(|id| hit.brief.item(id));
        item.is_some_and(|item| item.involves(party))
    };
    (settings.kinds.is_empty() || settings.kinds.contains(&hit.kind))
        && settings.official.as_ref().is_none_or(is_about)
}

/// A match, and the places in the file of the first match of each of its fields.
struct PlacedHit<'a> {
    hit: Hit<'a>,
    places: Vec<LineColumn>,
}

/// Places the matches, which are ordered by brief.
fn placed(hits: Vec<Hit<'_>>) -> Vec<PlacedHit<'_>> {
    let mut places = Vec::new();
    for of_brief in hits.chunk_by(|a, b| std::ptr::eq(a.entry, b.entry)) {
        let fields = of_brief.iter().flat_map(|hit| &hit.fields);
        let spots: Vec<Spot> = fields.clone().map(first_match).collect();
        let paths = fields.map(|field| field.path);
        places.extend(LineColumn::all(&of_brief[0].entry.yaml, paths.zip(&spots)));
    }
    let mut places = places.into_iter();
    hits.into_iter()
        .map(|hit| PlacedHit { places: places.by_ref().take(hit.fields.len()).collect(), hit })
        .collect()
}

fn first_match(field: &HitField<'_>) -> Spot {
    field.spot(field.lit.first().cloned().unwrap_or_default())
}
