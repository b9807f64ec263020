//! Who asks for, promises and does what.

use super::{BriefPage, doubt, items};
use crate::brief::{Ask, AskKind};
use crate::page::document::{AskEntry, Block, Flow, ListEntry, Role, Span, join};

/// Composes the asks, commitments and actions of a brief, each once; then says, once for all, which of
/// them have no date and which no answer. Remarks for colleagues are added if `noted`.
pub fn blocks(page: &BriefPage<'_>, noted: bool) -> Vec<Block> {
    let asks: Vec<&Ask> = page.here.brief.asks.iter().collect();
    if asks.is_empty() {
        return Vec::new();
    }
    let entries = asks.iter().map(|ask| in_short(page, ask, noted)).collect();
    let lacking = lacking(page, &asks);
    let lacking = (!lacking.is_empty()).then_some(Block::Paragraph(lacking));
    std::iter::once(Block::Asks(entries)).chain(lacking).collect()
}

/// Composes one of them, with all that is known and all that is missing.
pub fn entry(page: &BriefPage<'_>, ask: &Ask) -> AskEntry {
    let wording = items::ask(page.here.brief, ask, page.linked(&ask.id), |item| page.address(item));
    AskEntry {
        label: page.label(&ask.id),
        kind: wording.kind,
        parties: wording.parties,
        action: vec![wording.action],
        terms: join([wording.terms, wording.relations], " "),
        remarks: join([doubt(page.here, &ask.id, &ask.evidence), wording.remarks], " "),
        cited: page.cite_own(&ask.id),
    }
}

/// Composes one of them without what is missing.
fn in_short(page: &BriefPage<'_>, ask: &Ask, noted: bool) -> AskEntry {
    let wording = items::ask(page.here.brief, ask, page.linked(&ask.id), |item| page.address(item));
    let remarks = if noted { wording.remarks } else { Flow::new() };
    AskEntry {
        terms: join([wording.known, wording.relations], " "),
        remarks: join([doubt(page.here, &ask.id, &ask.evidence), remarks], " "),
        ..entry(page, ask)
    }
}

/// Lists the remarks on the asks.
pub fn notes(page: &BriefPage<'_>) -> Vec<ListEntry> {
    let entry = |ask: &Ask| {
        let note = vec![Span::new(Role::Plain, items::sentence(ask.note.as_ref()?))];
        Some(ListEntry { labels: vec![page.label(&ask.id)], body: vec![note] })
    };
    page.here.brief.asks.iter().filter_map(entry).collect()
}

/// Says which asks and commitments have no date, and which asks no answer.
fn lacking(page: &BriefPage<'_>, asks: &[&Ask]) -> Flow {
    let due: Vec<&Ask> = asks.iter().copied().filter(|ask| ask.kind != AskKind::Action).collect();
    let asked: Vec<&Ask> = asks.iter().copied().filter(|ask| ask.kind == AskKind::Ask).collect();
    let whose = if asked.len() == due.len() { "No ask" } else { "No ask or commitment" };
    let undated: Vec<&Ask> = due.iter().copied().filter(|ask| items::is_undated(ask)).collect();
    let unanswered: Vec<&Ask> =
        asked.iter().copied().filter(|ask| is_unanswered(page, ask)).collect();
    let sentences = [
        said_of(page, &undated, due.len(), &format!("{whose} has a date."), "No date: "),
        said_of(
            page,
            &unanswered,
            asked.len(),
            "No ask has an answer in this source.",
            "No answer in this source: ",
        ),
    ];
    join(sentences, " ")
}

/// Returns whether an open ask has no answer that is known of.
pub fn is_unanswered(page: &BriefPage<'_>, ask: &Ask) -> bool {
    items::is_unanswered(ask, page.linked(&ask.id))
}

/// Says of all of several asks what is true of `some`, or names them.
fn said_of(page: &BriefPage<'_>, some: &[&Ask], all: usize, of_all: &str, of_some: &str) -> Flow {
    match some.len() {
        0 => Flow::new(),
        count if count == all && all > 1 => vec![Span::new(Role::Aside, of_all)],
        _ => {
            let names = some.iter().map(|ask| vec![page.label(&ask.id)]);
            let start = vec![Span::new(Role::Aside, of_some)];
            [start, join(names, ", "), vec![Span::new(Role::Plain, ".")]].concat()
        }
    }
}
