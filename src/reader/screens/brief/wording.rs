//! What the rows of each pane say.

use super::rows::Selection;
use super::{ASKS, CLAIMS, QUOTES};
use crate::brief::{Anchor, Ask, Brief, Claim, Id, LineColumn, Problem, Quote, Severity, Speaker};
use crate::library::{Entry, Library};
use crate::page::{Role, Span, StateRole, items};
use crate::reader::list::{Row, RowId};
use crate::reader::pane::Pane;
use crate::reader::screens::blocks;
use crate::text::{Text, width};

/// What a row of a list says.
pub fn row(library: &Library, selection: &Selection, pane: Pane, row: &RowId) -> Row {
    match row {
        RowId::Brief(id) => library.entry(id).map(brief_row),
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

fn brief_row(entry: &Entry) -> Row {
    let name = Span::new(Role::Plain, entry.id.as_str());
    let broken = Span::new(Role::State(StateRole::Failed), "✗ ");
    let spans = if entry.brief.is_some() { vec![name] } else { vec![broken, name] };
    Row { blocks: vec![spans], ..Row::default() }
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
    let brief = entry.brief.as_ref()?;
    Some(match pane {
        CLAIMS => with_faults(claim_row(library, brief, brief.claims.get(id)?), entry, id),
        ASKS => with_faults(ask_row(library, brief, brief.asks.get(id)?), entry, id),
        QUOTES => with_faults(quote_row(library, entry, brief, brief.quotes.get(id)?), entry, id),
        _ => party_row(brief, id),
    })
}

/// Adds to a row what is wrong with its item.
fn with_faults(mut row: Row, entry: &Entry, id: &Id) -> Row {
    let is_fault = |problem: &&Problem| {
        problem.rule.default_severity() == Severity::Error
            && problem.path.item().is_some_and(|item| *item == id.as_str())
    };
    row.blocks.extend(entry.evidence.problems.iter().filter(is_fault).map(|problem| {
        let sign = Span::new(Role::State(StateRole::Failed), "✗ ");
        vec![sign, Span::new(Role::Caution, problem.message.clone())]
    }));
    row
}

fn party_row(brief: &Brief, id: &Id) -> Row {
    let selection = Selection { party: Some(id.clone()), ..Selection::default() };
    let claims = brief.claims.values().filter(|claim| selection.shows_claim(claim)).count();
    let asks = brief.asks.values().filter(|ask| selection.shows_ask(ask)).count();
    let quotes = brief.quotes.values().filter(|quote| selection.shows_quote(quote)).count();
    Row {
        blocks: vec![vec![items::party(brief, id)]],
        count: Some(claims + asks + quotes),
        ..Row::default()
    }
}

fn claim_row(library: &Library, brief: &Brief, claim: &Claim) -> Row {
    let linked = library.links().get(&brief.anchor(&claim.id));
    let text = items::claim(brief, claim, linked, |anchor| address(brief, anchor));
    let mut sentence = vec![text.text];
    if claim.by != Speaker::Source {
        sentence.extend([Span::new(Role::Post, " — "), Span { role: Role::Post, ..text.by }]);
    }
    Row {
        label: Some(Span::new(Role::Label, claim.id.as_str())),
        indent: label_columns(brief.claims.keys()),
        blocks: blocks([sentence, text.relations, quiet(text.remarks)]),
        count: Some(linked.evidence.len()),
        ..Row::default()
    }
}

fn ask_row(library: &Library, brief: &Brief, ask: &Ask) -> Row {
    let linked = library.links().get(&brief.anchor(&ask.id));
    let text = items::ask(brief, ask, linked, |anchor| address(brief, anchor));
    let mut sentence = text.parties;
    sentence.extend([Span::new(Role::Plain, ": "), text.action]);
    Row {
        label: Some(text.kind),
        indent: "COMMIT ".len(),
        blocks: blocks([sentence, text.terms, text.relations, quiet(text.remarks)]),
        count: Some(linked.evidence.len()),
        ..Row::default()
    }
}

fn quote_row(library: &Library, entry: &Entry, brief: &Brief, quote: &Quote) -> Row {
    let linked = library.links().get(&brief.anchor(&quote.id));
    let text = items::quote(brief, quote, entry.evidence.findings.get(&quote.id));
    let label = text.label.into_iter().flat_map(|label| [label, Span::new(Role::Plain, " ")]);
    let mut basis = vec![Span::new(Role::Label, format!("{} · ", quote.id))];
    basis.extend(text.basis);
    Row {
        blocks: blocks([
            label.chain([text.words]).collect(),
            text.speaker,
            text.circumstances,
            basis,
            text.note.into_iter().collect(),
        ]),
        count: Some(linked.supports.len()),
        gap: true,
        ..Row::default()
    }
}

/// Remarks, less prominent than what they are about.
fn quiet(mut spans: Vec<Span>) -> Vec<Span> {
    for span in &mut spans {
        if span.role == Role::Plain {
            span.role = Role::Post;
        }
    }
    spans
}

/// The id of an item of this brief, or the whole address of an item of another.
fn address(brief: &Brief, anchor: &Anchor) -> Text {
    if anchor.brief == brief.id { anchor.item.as_str().into() } else { anchor.to_string().into() }
}

fn label_columns<'a>(ids: impl Iterator<Item = &'a Id>) -> usize {
    ids.map(|id| width(id)).max().unwrap_or(0) + 1
}

/// A paragraph of the source, with the words of the quote as its quotation.
fn paragraph_row(entry: &Entry, selection: &Selection, number: usize) -> Option<Row> {
    let text = entry.evidence.text.as_ref()?;
    let paragraph = text.paragraphs().get(number.checked_sub(1)?)?;
    let finding = selection.finding(entry);
    let spans_of_quote = finding.map_or(&[][..], |finding| &finding.spans);
    let mut spans = Vec::new();
    let mut at = paragraph.start;
    for range in spans_of_quote {
        let (start, end) =
            (range.start.clamp(at, paragraph.end), range.end.clamp(at, paragraph.end));
        spans.push(plain(Role::Plain, &text.as_str()[at..start]));
        spans.push(plain(Role::Quotation, &text.as_str()[start..end]));
        at = end;
    }
    spans.push(plain(Role::Plain, &text.as_str()[at..paragraph.end]));
    spans.retain(|span| !span.text.is_empty());
    Some(Row {
        label: Some(Span::new(Role::Citation, format!("¶{number}"))),
        indent: width(&format!("¶{}", text.paragraphs().len())) + 1,
        blocks: vec![spans],
        gap: true,
        ..Row::default()
    })
}

/// A text on one line, with spaces for line breaks and tabs.
fn plain(role: Role, text: &str) -> Span {
    Span::new(role, text.replace(['\n', '\t'], " "))
}

/// The problems of a broken brief, with the lines of its file.
pub fn problems(entry: Option<&Entry>) -> Vec<Row> {
    let Some(entry) = entry.filter(|entry| entry.brief.is_none()) else { return Vec::new() };
    let line = |problem| LineColumn::locate(&entry.yaml, problem).line;
    let lines: Vec<usize> = entry.problems.iter().map(line).collect();
    let indent = lines.iter().max().map_or(0, |line| width(&format!("line {line} ")));
    let rows = entry.problems.iter().zip(lines).map(|(problem, line)| {
        let message = vec![Span::new(Role::Plain, problem.message.clone())];
        let help = problem.help.iter().map(|help| Span::new(Role::Gist, help.clone())).collect();
        Row {
            label: Some(Span::new(Role::Label, format!("line {line}"))),
            indent,
            blocks: blocks([message, help]),
            gap: true,
            ..Row::default()
        }
    });
    let mut rows: Vec<Row> = rows.collect();
    if let Some(first) = rows.first_mut() {
        let intro = "This brief cannot be shown until its file is mended.";
        first.heading = [intro, " "].map(|text| vec![Span::new(Role::Plain, text)]).into();
    }
    rows
}
