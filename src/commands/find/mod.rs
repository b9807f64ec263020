//! `topline find`: the reader’s search as a command.

mod json;
mod text;

use std::io::Write;
use std::ops::Range;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{Outcome, skipped};
use crate::brief::{Id, LineColumn, Spot};
use crate::evidence::SourceText;
use crate::library::search::{Hit, HitField, Query, TextKind};
use crate::library::{Entry, Library, Origin};
use crate::text::{Text, vocabulary};

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

/// Writes what matches in `library`, which need have no briefs but those that the query may match and the
/// broken ones, and names the broken briefs, of which only the problems are
/// searched, on `messages`. The answer is no if nothing matches.
///
/// # Errors
///
/// Fails if the query is empty or names what no brief has, and if `out` or `messages` fails.
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
    if let Some(unknown) = library.unknown_in(&query).into_iter().next() {
        bail!(unknown);
    }
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
        let brief = hit.entry.brief.as_ref();
        let item = hit.item.and_then(|id| brief?.item(id));
        item.is_some_and(|item| item.involves(party))
    };
    (settings.kinds.is_empty() || settings.kinds.contains(&hit.kind))
        && settings.official.as_ref().is_none_or(is_about)
}

/// A match, its file, and the places in it of the first match of each of its fields.
struct PlacedHit<'a> {
    hit: Hit<'a>,
    file: String,
    places: Vec<Place>,
}

/// A line and a column, which counts characters; both from 1.
#[derive(Clone, Copy, Debug)]
struct Place {
    line: usize,
    column: usize,
}

/// Places the matches: those in briefs, which are ordered by brief, and then those in sources.
fn placed(mut hits: Vec<Hit<'_>>) -> Vec<PlacedHit<'_>> {
    let in_sources = hits.split_off(hits.partition_point(|hit| hit.kind != TextKind::Text));
    let mut places = Vec::new();
    for of_brief in hits.chunk_by(|a, b| std::ptr::eq(a.entry, b.entry)) {
        let fields = of_brief.iter().flat_map(|hit| &hit.fields);
        let spots: Vec<Spot> = fields.clone().map(|field| field.spot(first_match(field))).collect();
        let paths = fields.map(|field| &field.path);
        places.extend(LineColumn::all(of_brief[0].entry.yaml(), paths.zip(&spots)));
    }
    let mut places =
        places.into_iter().map(|LineColumn { line, column, .. }| Place { line, column });
    let in_briefs = hits.into_iter().map(|hit| PlacedHit {
        places: places.by_ref().take(hit.fields.len()).collect(),
        file: hit.entry.origin.to_string(),
        hit,
    });
    in_briefs.chain(in_sources.into_iter().map(placed_in_source)).collect()
}

/// Places a match in the file of the source’s text.
fn placed_in_source(hit: Hit<'_>) -> PlacedHit<'_> {
    let starts = |text: &SourceText| {
        let start = text.paragraphs().get(hit.nth).map_or(0, |paragraph| paragraph.start);
        let field = |field: &HitField| place_in(text.as_str(), start + first_match(field).start);
        hit.fields.iter().map(field).collect()
    };
    let places = hit.entry.text().map(starts).unwrap_or_default();
    PlacedHit { file: source_file(hit.entry), places, hit }
}

/// Returns the path of the source’s text as the user would write it: beside the brief if it is there.
fn source_file(entry: &Entry) -> String {
    let name = entry.brief.as_ref().and_then(|brief| brief.source.text.clone()).unwrap_or_default();
    let Some(read) = entry.source_file() else { return name.to_string() };
    let beside = match &entry.origin {
        Origin::File(path) => path.parent().map(|folder| folder.join(&*name)),
        _ => None,
    };
    let is_read = |path: &PathBuf| path.canonicalize().is_ok_and(|path| path == *read);
    Text::from(beside.filter(is_read).as_deref().unwrap_or(read)).to_string()
}

/// Returns the place of a byte of `text`.
fn place_in(text: &str, byte: usize) -> Place {
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Place {
        line: 1 + before.matches('\n').count(),
        column: 1 + before[line_start..].chars().count(),
    }
}

fn first_match(field: &HitField) -> Range<usize> {
    field.lit.first().cloned().unwrap_or_default()
}
