//! Fills a starter brief from the text of its source, and tries everything on the rules before it is
//! offered.

use anyhow::{Result, bail};

use super::starter::{Starter, compose};
use crate::brief::{self, Id, Problem, Rule, SourceType, Step};
use crate::evidence::{
    Evidence, FILL_IN, KnownParties, Proposal, SourceText, propose, proposed_imprint,
    proposed_title,
};
use crate::import::{Metadata, SourcedValue};

/// What is wrong with a starter brief is put right this many times; then it is left out.
const ROUNDS: usize = 6;

/// Problems that a brief may have before it is finished, or that are the source’s own.
const ACCEPTED: [Rule; 8] = [
    Rule::Placeholder,
    Rule::NoDate,
    Rule::NoSourceText,
    Rule::Orphan,
    Rule::RelativeDate,
    Rule::OddCharacter,
    Rule::SourceNoise,
    Rule::SourceFormat,
];

/// Fills `starter`, the brief `id`, from `text`, with the ids of `known` parties.
///
/// # Errors
///
/// Returns an error if the result is not a valid brief, which no text should lead to.
pub fn fill(starter: &mut Starter, id: &Id, text: &SourceText, known: &KnownParties) -> Result<()> {
    starter.title = Some(proposed_title(text));
    starter.metadata = std::mem::take(&mut starter.metadata).or(printed(text));
    let kind = starter.metadata.kind.as_ref().and_then(|kind| kind.value.parse().ok());
    starter.proposal = propose(text, kind, known);
    // A mail may be a letter by its layout; what else it brings is no news report.
    if starter.metadata.is_mail && starter.proposal.kind.is_none() {
        starter.proposal = propose(text, Some(kind.unwrap_or(SourceType::Statement)), known);
    }
    for round in 0..ROUNDS * 2 {
        let problems = problems(starter, id, text);
        if problems.is_empty() {
            return Ok(());
        }
        let proposal = std::mem::take(&mut starter.proposal);
        starter.proposal = put_right(proposal, &problems, round < ROUNDS);
    }
    let reading = brief::read(id, compose(starter).as_bytes());
    if reading.brief.is_none() {
        let reason = reading.problems.first().map(|problem| problem.message.clone());
        let reason = reason.unwrap_or_default();
        bail!("cannot make a brief from this text: {reason}; start it without `--source`");
    }
    Ok(())
}

/// Returns what the first lines of the text say about it.
fn printed(text: &SourceText) -> Metadata {
    let imprint = proposed_imprint(text);
    let from = |value: &str, paragraph: u32| SourcedValue::new(value, &format!("¶{paragraph}"));
    Metadata {
        issued: imprint.issued.and_then(|(date, paragraph)| from(&date.iso(), paragraph)),
        publisher: imprint.publisher.and_then(|(name, paragraph)| from(&name, paragraph)),
        ..Metadata::default()
    }
}

/// Returns what is wrong with the brief that `starter` would be.
fn problems(starter: &Starter, id: &Id, text: &SourceText) -> Vec<Problem> {
    let reading = brief::read(id, compose(starter).as_bytes());
    let evidence =
        reading.brief.map(|brief| Evidence::gather(&brief, Some(text.clone()), None).problems);
    let all = reading.problems.into_iter().chain(evidence.into_iter().flatten());
    all.filter(|problem| !ACCEPTED.contains(&problem.rule) && problem.path.item().is_some())
        .collect()
}

/// Changes the items that have problems, or leaves them out if that has been tried or is all that
/// `may_change` allows.
fn put_right(mut proposal: Proposal, problems: &[Problem], may_change: bool) -> Proposal {
    for problem in problems {
        let Some(Step::Key(section)) = problem.path.steps().first() else { continue };
        let Some(item) = problem.path.item() else { continue };
        let changed = may_change
            && match &**section {
                "quotes" => change_quote(&mut proposal, item, problem.rule),
                "asks" => change_ask(&mut proposal, item, problem),
                "officials" => change_official(&mut proposal, item, problem),
                _ => false,
            };
        if !changed {
            proposal.quotes.retain(|quote| *quote.item.id != **item);
            proposal.claims.retain(|claim| *claim.item.id != **item);
            proposal.asks.retain(|ask| *ask.item.id != **item);
        }
    }
    proposal.without_the_unused()
}

/// Gives the words beside a quote that tell two places apart, or says that its speaker is a guess.
/// Returns whether that changes anything.
fn change_quote(proposal: &mut Proposal, id: &str, rule: Rule) -> bool {
    let Some(quote) = proposal.quotes.iter_mut().find(|quote| *quote.item.id == *id) else {
        return true;
    };
    match (rule, quote.neighbours.take()) {
        (Rule::AmbiguousQuote, Some([before, after])) => {
            quote.item.prefix = Some(before).filter(|words| !words.is_empty());
            quote.item.suffix = Some(after).filter(|words| !words.is_empty());
            true
        }
        (Rule::SpeakerNotNear, neighbours) if !quote.item.inferred => {
            quote.neighbours = neighbours;
            quote.item.inferred = true;
            true
        }
        _ => false,
    }
}

/// Leaves to a person what is wrong with an ask. Returns whether that changes anything.
fn change_ask(proposal: &mut Proposal, id: &str, problem: &Problem) -> bool {
    let Some(ask) = proposal.asks.iter_mut().find(|ask| *ask.item.id == *id) else { return true };
    let Some(Step::Key(field)) = problem.path.steps().last() else { return false };
    match &**field {
        "due" => ask.item.due.take().is_some(),
        "instrument" => ask.item.instrument.take().is_some(),
        "action" if *ask.item.action != *FILL_IN => {
            ask.item.action = FILL_IN.into();
            true
        }
        _ => false,
    }
}

/// Leaves out a post that cannot be one. Returns whether that changes anything.
fn change_official(proposal: &mut Proposal, id: &str, problem: &Problem) -> bool {
    let mut officials = proposal.officials.iter_mut();
    let Some(official) = officials.find(|official| *official.item.id == *id) else { return true };
    let is_post =
        matches!(problem.path.steps().last(), Some(Step::Key(field)) if **field == *"post");
    is_post && official.item.post.take().is_some()
}
