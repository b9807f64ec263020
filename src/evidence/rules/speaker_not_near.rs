use std::ops::Range;

use super::{RuleContext, quote_path};
use crate::brief::{Id, Problem, Quote, Rule};
use crate::evidence::index::{PassageOwner, SourceIndex};
use crate::evidence::source::attribution::SpokenBy;
use crate::evidence::{State, quotation};

/// Quotes whose speaker the source does not name near them, or that it seems to give to another
/// party.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.brief.quotes.values().filter_map(|quote| not_near(context, quote)).collect()
}

/// The problem of a quote none of whose speakers is near.
fn not_near(context: &RuleContext<'_>, quote: &Quote) -> Option<Problem> {
    let parties = quote.by.parties().iter();
    let problems: Option<Vec<Problem>> =
        parties.map(|by| speaker_not_near(context, quote, by)).collect();
    problems?.into_iter().next()
}

fn speaker_not_near(context: &RuleContext<'_>, quote: &Quote, by: &Id) -> Option<Problem> {
    let source = context.source?;
    let finding = context.findings.get(&quote.id)?;
    let own = context.brief.source.by.as_ref() == Some(by);
    if own || quote.inferred || finding.paragraphs.is_empty() || finding.state == State::Failed {
        return None;
    }
    let name = context.brief.party(by)?.styled_name();
    let places =
        finding.paragraphs.iter().map(|number| format!("¶{number}")).collect::<Vec<_>>().join(", ");
    let path = quote_path(quote).key("by");
    if let Some(other) = given_to(context, source, by, &finding.spans) {
        let other = context.brief.party(&other)?.styled_name();
        let problem = Problem::new(
            Rule::SpeakerNotNear,
            path,
            format!(
                "in {places} the source seems to attribute these words to {other}, not to {name}"
            ),
        );
        return Some(problem.help(
            "set `by` to the person who says them, or add `inferred: true` if the attribution is yours",
        ));
    }
    let near = source.around(&finding.paragraphs, 2);
    if quotation::is_named_in(source, context.brief, quote, near) {
        return None;
    }
    let message =
        format!("nothing within two paragraphs of {places} names {name} or their organisation");
    let problem = Problem::new(Rule::SpeakerNotNear, path, message);
    Some(problem.help("check who says it, and add `inferred: true` if the attribution is yours"))
}

/// The other party of the brief that the source gives a quotation to.
fn given_to(
    context: &RuleContext<'_>,
    source: &SourceIndex<'_>,
    by: &Id,
    spans: &[Range<usize>],
) -> Option<Id> {
    let organisation = |id: &Id| {
        context.brief.officials.get(id).and_then(|official| official.organisation.as_ref())
    };
    let tokens = source.tokens.within(spans.first()?);
    let PassageOwner::Speaker(SpokenBy::Party(spoken_by)) = source.owner_of(&tokens, Some(by))
    else {
        return None;
    };
    let same = spoken_by == *by
        || organisation(&spoken_by) == Some(by)
        || organisation(by) == Some(&spoken_by);
    (!same).then_some(spoken_by)
}
