//! Fills a starter brief from the text of its source, and verifies each quote.

use anyhow::{Result, bail};

use super::starter::{ProposedQuote, Starter, compose};
use crate::brief::{self, Id, Problem, Quote};
use crate::evidence::{Evidence, ProposedQuotation, SourceText, State, propose};

/// The most quotations that are considered.
const MOST: usize = 100;

/// The longest quotation that is proposed, in characters.
const LONGEST: usize = 2000;

/// Fills `starter`, the brief `id`, from `text`.
///
/// # Errors
///
/// Returns an error if the result is not a valid brief, which no text should lead to.
pub fn fill(starter: &mut Starter, id: &Id, text: &SourceText) -> Result<()> {
    let proposal = propose(text, MOST);
    let (long, fitting): (Vec<ProposedQuotation>, Vec<ProposedQuotation>) = proposal
        .quotations
        .into_iter()
        .partition(|quotation| quotation.exact.chars().count() > LONGEST);
    starter.title = Some(proposal.title);
    starter.speakers = proposal.speakers;
    starter.quotes = fitting
        .into_iter()
        .map(|quotation| ProposedQuote { quotation, with_neighbours: false })
        .collect();
    let mut unsure = keep_verified(starter, id, text)?;
    unsure.extend(long.iter().map(|quotation| quotation.paragraph));
    unsure.sort_unstable();
    unsure.dedup();
    starter.notes = notes(&unsure, proposal.stopped_at);
    Ok(())
}

/// Keeps the quotes that are in `text` as the brief gives them. One that is not gets the words
/// around it, which distinguish two places with the same words; if that is not enough it is
/// removed, and its paragraph returned.
fn keep_verified(starter: &mut Starter, id: &Id, text: &SourceText) -> Result<Vec<u32>> {
    let mut unsure = Vec::new();
    loop {
        let verified = verified(starter, id, text)?;
        if !verified.contains(&false) {
            return Ok(unsure);
        }
        let quotes = std::mem::take(&mut starter.quotes);
        for (quote, is_verified) in quotes.into_iter().zip(verified) {
            if is_verified || !quote.with_neighbours {
                let with_neighbours = quote.with_neighbours || !is_verified;
                starter.quotes.push(ProposedQuote { with_neighbours, ..quote });
            } else {
                unsure.push(quote.quotation.paragraph);
            }
        }
    }
}

/// Returns which of the quotes of `starter` are in `text` without an error.
fn verified(starter: &Starter, id: &Id, text: &SourceText) -> Result<Vec<bool>> {
    let reading = brief::read(id, compose(starter).as_bytes());
    let Some(brief) = reading.brief else {
        let reason =
            reading.problems.first().map(|problem| problem.message.clone()).unwrap_or_default();
        bail!("cannot make a brief from this text: {reason}; start it without `--source`");
    };
    let evidence = Evidence::gather(&brief, Some(text.clone()), None);
    let is_verified = |quote: &Quote| {
        let state = evidence.findings.get(&quote.id).map(|finding| finding.state);
        state == Some(State::Verified)
            && !evidence.problems.iter().any(|problem| is_error_of(problem, &quote.id))
    };
    Ok(brief.quotes.values().map(is_verified).collect())
}

fn is_error_of(problem: &Problem, id: &Id) -> bool {
    let is_error = problem.is_error();
    is_error && problem.path.item().is_some_and(|item| item.as_str() == id.as_str())
}

/// Returns a comment on each group of quotations that are not proposed.
fn notes(unsure: &[u32], stopped_at: Option<u32>) -> Vec<String> {
    /// The most paragraphs that are named.
    const NAMED: usize = 12;
    let mut notes = Vec::new();
    if !unsure.is_empty() {
        let named: Vec<String> =
            unsure.iter().take(NAMED).map(|number| format!("¶{number}")).collect();
        let more = if unsure.len() > NAMED { " and others" } else { "" };
        notes.push(format!(
            "Not proposed, because they are too long or occur more than once: quotations in {}{more}.",
            named.join(", ")
        ));
    }
    if let Some(paragraph) = stopped_at {
        notes.push(format!(
            "Only the first {MOST} quotations were considered; there are more from ¶{paragraph} on."
        ));
    }
    notes
}
