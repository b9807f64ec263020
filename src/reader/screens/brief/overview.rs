//! The brief in short, and what is known of a source without its text.

use super::rows::Selection;
use crate::brief::{Brief, Id, Prose, ProseRun};
use crate::library::Entry;
use crate::library::search::TextKind;
use crate::page::{Role, Span, items};
use crate::reader::list::{Row, RowId};
use crate::text::{Text, width};

pub fn without_text(entry: &Entry, brief: &Brief, selection: &Selection) -> Vec<Row> {
    let mut rows =
        vec![paragraph(vec![Span::new(Role::Caution, "The text of the source is not here.")])];
    rows.extend(record(brief));
    if let Some(quote) = selection.quote.as_ref().and_then(|id| brief.quotes.get(id)) {
        rows.push(heading(&format!("Known of {}", quote.id)));
        rows.push(paragraph(items::quote(brief, quote, selection.finding(entry)).basis));
    }
    rows
}

/// The brief in short.
pub fn rows(brief: &Brief) -> Vec<Row> {
    sections(brief).into_iter().map(|(_, row)| row).collect()
}

/// The row to scroll the brief in short to, for the `nth` text of a kind, counted from 0: its own, or
/// the heading just above it.
pub fn overview_row(brief: &Brief, kind: TextKind, nth: usize) -> Option<RowId> {
    let kinds: Vec<Option<TextKind>> = sections(brief).into_iter().map(|(of, _)| of).collect();
    let (row, _) = kinds.iter().enumerate().filter(|(_, of)| **of == Some(kind)).nth(nth)?;
    let is_below_heading = row.checked_sub(1).is_some_and(|above| kinds[above].is_none());
    Some(RowId::Fixed(row - usize::from(is_below_heading)))
}

/// The brief in short, row by row, with what part of it each says.
fn sections(brief: &Brief) -> Vec<(Option<TextKind>, Row)> {
    let mut rows = vec![
        (None, heading("Summary")),
        (Some(TextKind::Summary), paragraph(prose(&brief.summary))),
    ];
    let sections = [
        (TextKind::TopLines, "Top lines", "•", &brief.top_lines),
        (TextKind::LinesToTake, "Lines to take", "•", &brief.lines_to_take),
        (TextKind::Background, "Background", "", &brief.background),
        (TextKind::Gaps, "Gaps", "•", &brief.gaps),
    ];
    for (kind, title, mark, texts) in
        sections.into_iter().filter(|(_, _, _, texts)| !texts.is_empty())
    {
        rows.push((None, heading(title)));
        rows.extend(texts.iter().map(|text| {
            let label = (!mark.is_empty()).then(|| Span::new(Role::Label, mark));
            let indent = if mark.is_empty() { 0 } else { 2 };
            (Some(kind), Row { label, indent, ..paragraph(prose(text)) })
        }));
    }
    rows.push((None, heading("Source")));
    rows.extend(record(brief).into_iter().map(|row| (Some(TextKind::Source), row)));
    let handling = handling(brief);
    if !handling.is_empty() {
        rows.push((None, heading("This brief")));
        rows.extend(handling.into_iter().map(|(kind, row)| (Some(kind), row)));
    }
    rows
}

/// What the brief says of itself.
fn handling(brief: &Brief) -> Vec<(TextKind, Row)> {
    let topics: Vec<&str> = brief.topics.iter().map(Id::as_str).collect();
    let fields = [
        (TextKind::Topics, "Topics", (!topics.is_empty()).then(|| topics.join(", ").into())),
        (TextKind::PreparedBy, "Prepared by", brief.prepared_by.clone()),
        (TextKind::Marking, "Marking", brief.marking.clone()),
    ];
    let known = fields.into_iter().filter_map(|(kind, name, value)| Some((kind, name, value?)));
    known
        .map(|(kind, name, value)| (kind, field(name, "Prepared by ", Role::Plain, value)))
        .collect()
}

/// One thing that is known, by name; `widest` is the widest of the names.
fn field(name: &str, widest: &str, role: Role, value: Text) -> Row {
    Row {
        label: Some(Span::new(Role::Label, name)),
        indent: width(widest),
        blocks: vec![vec![Span::new(role, value)]],
        ..Row::default()
    }
}

fn prose(prose: &Prose) -> Vec<Span> {
    let spans = prose.runs.iter().map(|run| match run {
        ProseRun::Words(words) => Span::new(Role::Plain, words.clone()),
        ProseRun::Cite(anchors) => {
            let ids: Vec<_> = anchors.iter().map(|anchor| anchor.item.as_str()).collect();
            Span::new(Role::Citation, format!("[{}]", ids.join(", ")))
        }
    });
    spans.collect()
}

/// The source: its title, and what is known of it.
fn record(brief: &Brief) -> Vec<Row> {
    let source = &brief.source;
    let mut rows = vec![
        Row { gap: false, ..paragraph(vec![Span::new(Role::Title, source.title.clone())]) },
        paragraph(items::source(source)),
    ];
    let fields = [
        ("Author", Role::Plain, source.author.clone()),
        ("In", Role::Plain, source.container.clone()),
        ("Rests on", Role::Caution, source.based_on.clone()),
        ("Address", Role::Url, source.url.clone()),
        ("Read on", Role::Plain, source.accessed.map(|date| date.to_string().into())),
    ];
    let known = fields.into_iter().filter_map(|(name, role, value)| Some((name, role, value?)));
    rows.extend(known.map(|(name, role, value)| field(name, "Rests on ", role, value)));
    rows
}

fn heading(title: &str) -> Row {
    Row { blocks: vec![vec![Span::new(Role::Heading, title)]], ..Row::default() }
}

fn paragraph(spans: Vec<Span>) -> Row {
    Row { blocks: vec![spans], gap: true, ..Row::default() }
}
