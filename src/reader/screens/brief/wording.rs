//! What the rows of each pane say.

use super::rows::Selection;
use super::{OFFICIALS, QUOTES};
use crate::brief::{Brief, Date, Id, LineColumn};
use crate::library::catalogue::BriefState;
use crate::library::{Entry, Library};
use crate::page::{Role, Span, StateRole, items};
use crate::reader::briefs::Briefs;
use crate::reader::list::{Row, RowId, Typesetting};
use crate::reader::pane::Pane;
use crate::text::width;

/// Returns what a row of a list says.
pub fn row(briefs: &Briefs, selection: &Selection, pane: Pane, row: &RowId) -> Row {
    let library = briefs.library();
    match row {
        RowId::Brief(id) => library.entry(id).map(|entry| brief_row(entry, briefs.state(entry))),
        RowId::Everyone => selection.open(library).map(everyone_row),
        RowId::Item(id) => {
            selection.entry(library).and_then(|entry| item_row(library, entry, pane, id))
        }
        RowId::Paragraph(number) => {
            selection.entry(library).and_then(|entry| paragraph_row(entry, selection, *number))
        }
        RowId::Fixed(_)
        | RowId::Anywhere(_)
        | RowId::Under(..)
        | RowId::Party(_)
        | RowId::Match(_) => None,
    }
    .unwrap_or_default()
}

/// The lines of a brief in the list of briefs.
pub const BRIEF_LINES: usize = 2;

/// Returns the title of a brief, and below it its date, publisher and state; of a broken one its file
/// and the line of its fault.
fn brief_row(entry: &Entry, state: Option<BriefState>) -> Row {
    let blocks = if let Some(brief) = &entry.brief {
        let date = brief.source.issued.map_or("no date".to_owned(), Date::short);
        let publisher = brief.source.publisher.as_deref().unwrap_or("publisher unknown");
        let known = Span::new(Role::Post, format!("{date} · {publisher}"));
        [Span::new(Role::Plain, brief.source.title.clone()), known]
    } else {
        let line = format!("line {}", entry.line_of(None));
        let line = Span::new(Role::State(StateRole::Failed), line);
        [Span::new(Role::Plain, entry.id.as_str()), line]
    };
    let blocks = blocks.map(|line| vec![line]).into();
    Row { blocks, sign: state.map(items::brief_sign), setting: Typesetting::Cut, ..Row::default() }
}

fn everyone_row(brief: &Brief) -> Row {
    let count = brief.claims.len() + brief.asks.len() + brief.quotes.len();
    Row {
        blocks: vec![vec![Span::new(Role::Plain, "everyone")]],
        count: Some(count),
        ..Row::default()
    }
}

fn item_row(library: &Library, entry: &Entry, pane: Pane, id: &Id) -> Option<Row> {
    if pane == OFFICIALS {
        return Some(party_row(entry.brief.as_ref()?, id));
    }
    let row: Row = items::row(library, entry, id, items::Listing::InBrief)?.into();
    Some(Row { gap: pane == QUOTES, ..row })
}

fn party_row(brief: &Brief, id: &Id) -> Row {
    let selection = Selection { party: Some(id.clone()), ..Selection::default() };
    let claims = brief.claims.iter().filter(|claim| selection.shows_claim(claim)).count();
    let asks = brief.asks.iter().filter(|ask| selection.shows_ask(ask)).count();
    let quotes = brief.quotes.iter().filter(|quote| selection.shows_quote(quote)).count();
    let post = brief.officials.get(id).and_then(|official| official.post.clone());
    let post = post.map(|post| vec![Span::new(Role::Post, post)]);
    // A post is often long, and may be cut: the quotes give it in full.
    let setting = if post.is_some() { Typesetting::Cut } else { Typesetting::Wrapped };
    Row {
        blocks: std::iter::once(vec![items::party(brief, id)]).chain(post).collect(),
        count: Some(claims + asks + quotes),
        setting,
        ..Row::default()
    }
}

/// The most columns that the ids of what rests on a paragraph take beside it.
const MARGIN: usize = 5;

/// Returns a paragraph of the source, with the words of the quote as its quotation, and in the margin what
/// rests on it.
fn paragraph_row(entry: &Entry, selection: &Selection, number: usize) -> Option<Row> {
    let text = entry.text()?;
    let paragraph = text.paragraphs().get(number.checked_sub(1)?)?;
    let finding = selection.finding(entry);
    let spans_of_quote = finding.map_or(&[][..], |finding| &finding.spans);
    let chosen = selection.chosen.clone().unwrap_or_default();
    let ends = spans_of_quote.iter().chain([&chosen]).flat_map(|range| [range.start, range.end]);
    let mut cuts: Vec<usize> =
        ends.chain([paragraph.end]).map(|cut| cut.clamp(paragraph.start, paragraph.end)).collect();
    cuts.sort_unstable();
    let mut spans = Vec::new();
    let mut at = paragraph.start;
    for cut in cuts {
        let is_quoted = spans_of_quote.iter().any(|range| range.contains(&at));
        let role = if is_quoted { Role::Quotation } else { Role::Plain };
        spans.push(Span { chosen: chosen.contains(&at), ..plain(role, &text.as_str()[at..cut]) });
        at = cut;
    }
    spans.retain(|span| !span.text.is_empty());
    let number = u32::try_from(number).ok()?;
    let speaker = entry.evidence().unnamed_speakers.get(&number);
    let resting = entry.resting_on(number);
    Some(Row {
        label: Some(Span::new(Role::Citation, format!("¶{number}"))),
        margin: resting.iter().map(|id| Span::new(Role::Aside, id.as_str())).collect(),
        indent: margin(entry, text.paragraphs().len()) + 1,
        blocks: std::iter::once(spans).chain(speaker.map(items::unnamed_speaker)).collect(),
        gap: true,
        ..Row::default()
    })
}

/// Returns how many columns the numbers of the paragraphs take, and the ids of what rests on them.
fn margin(entry: &Entry, paragraphs: usize) -> usize {
    let ids = entry
        .brief
        .iter()
        .flat_map(|brief| brief.quotes.ids().chain(brief.claims.ids()).chain(brief.asks.ids()));
    let ids = ids.map(|id| width(id)).max().unwrap_or_default().min(MARGIN);
    ids.max(width(&format!("¶{paragraphs}")))
}

/// Returns a text on one line, with spaces for line breaks and tabs.
fn plain(role: Role, text: &str) -> Span {
    Span::new(role, text.replace(['\n', '\t'], " "))
}

/// Returns the problems of a broken brief, with the lines of its file.
pub fn problems(entry: Option<&Entry>) -> Vec<Row> {
    let Some(entry) = entry.filter(|entry| entry.brief.is_none()) else { return Vec::new() };
    let places = LineColumn::locate_all(entry.yaml(), &entry.problems);
    let lines: Vec<usize> = places.iter().map(|place| place.line).collect();
    let indent = lines.iter().max().map_or(0, |line| width(&format!("line {line} ")));
    let rows = entry.problems.iter().zip(lines).map(|(problem, line)| {
        let message = vec![Span::new(Role::Plain, problem.message.clone())];
        let help = problem.help.as_ref().map(|help| vec![Span::new(Role::Gist, help.clone())]);
        Row {
            label: Some(Span::new(Role::Label, format!("line {line}"))),
            indent,
            blocks: std::iter::once(message).chain(help).collect(),
            gap: true,
            ..Row::default()
        }
    });
    let mut rows: Vec<Row> = rows.collect();
    if let Some(first) = rows.first_mut() {
        let intro = "This brief cannot be shown until its file is fixed.";
        first.heading = [intro, " "].map(|text| vec![Span::new(Role::Plain, text)]).into();
    }
    rows
}
