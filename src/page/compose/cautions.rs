//! What to be careful with: what the source lacks, and what the brief adds to it.

use super::{BriefPage, source};
use crate::brief::{Problem, Severity};
use crate::evidence::State;
use crate::page::document::{Flow, Role, Span};
use crate::page::items;
use crate::text::Text;

/// Returns the cautions about a brief, one or two sentences each.
pub fn list(page: &BriefPage<'_>) -> Vec<Flow> {
    let about = &page.here.brief.source;
    let mut cautions: Vec<Text> = Vec::new();
    if about.issued.is_none() {
        cautions.push("The source has no date.".into());
    }
    if about.publisher.is_none() {
        cautions.push("The publisher of the source is unknown.".into());
    }
    cautions.extend(second_hand(page));
    cautions.extend(inferred(page));
    cautions.extend(states(page));
    cautions.extend(unplaced(page));
    cautions.extend(errors(page));
    cautions.into_iter().map(|text| vec![Span::new(Role::Caution, text)]).collect()
}

fn second_hand(page: &BriefPage<'_>) -> Option<Text> {
    let what = source::based_on(page)?;
    let caution = format!(
        "The source is second-hand: it takes its quotations from another text. Based on: {what}"
    );
    Some(items::sentence(&caution.into()))
}

/// Names the items whose attribution the source does not state.
fn inferred(page: &BriefPage<'_>) -> Option<Text> {
    let brief = page.here.brief;
    let asks = brief.asks.values().filter(|ask| ask.inferred).map(|ask| &ask.id);
    let claims = brief.claims.values().filter(|claim| claim.inferred).map(|claim| &claim.id);
    let items: Vec<String> =
        asks.chain(claims).map(|id| format!("{}-{id}", page.here.letter)).collect();
    let quotes = match brief.quotes.values().filter(|quote| quote.inferred).count() {
        0 => None,
        1 => Some("1 statement marked as inferred under POSITIONS".to_owned()),
        quotes => Some(format!("{quotes} statements marked as inferred under POSITIONS")),
    };
    let items = (!items.is_empty()).then(|| items.join(", "));
    let all: Vec<String> = items.into_iter().chain(quotes).collect();
    let caution =
        || format!("Attribution inferred, not stated by the source: {}.", all.join(" and "));
    (!all.is_empty()).then(|| caution().into())
}

/// Explains the states that are given beside quotations.
fn states(page: &BriefPage<'_>) -> Vec<Text> {
    let states = page.here.states();
    let cautions = [
        (State::Failed, "Quotations marked failed do not match the source: do not use them."),
        (State::Unverified, "Quotations marked unverified have not been compared with the source."),
    ];
    cautions
        .into_iter()
        .filter(|(state, _)| states.contains(state))
        .map(|(_, caution)| caution.into())
        .collect()
}

/// Warns if some citations have no paragraph.
fn unplaced(page: &BriefPage<'_>) -> Option<Text> {
    let findings = &page.here.evidence.findings;
    let placed = |id| findings.get(id).is_some_and(|finding| !finding.paragraphs.is_empty());
    let letter = &page.here.letter;
    page.here.brief.quotes.keys().any(|id| !placed(id)).then(|| {
        format!("A citation [{letter}] has no number if its paragraph in the source is not known.")
            .into()
    })
}

/// Lists the errors that were found when the brief was checked against its source.
fn errors(page: &BriefPage<'_>) -> Vec<Text> {
    let is_error = |problem: &&Problem| problem.rule.default_severity() == Severity::Error;
    let errors = page.here.evidence.problems.iter().filter(is_error);
    let caution = |problem: &Problem| {
        let place = match problem.path.item() {
            Some(item) => format!("{}-{item}", page.here.letter),
            None => problem.path.to_string(),
        };
        let message = items::sentence(&Text::flow(&problem.message));
        format!("topline check reports an error in {place}: {message}").into()
    };
    errors.map(caution).collect()
}
