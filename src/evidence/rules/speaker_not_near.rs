use super::{RuleContext, doubts};
use crate::brief::{Problem, Rule};
use crate::evidence::quotation::refusal::name_of;
use crate::evidence::quotation::speaker::Doubt;

/// Quotes whose speaker the source does not name near them, or that it seems to give to somebody
/// else.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let found = doubts::doubts(context);
    let problem = |doubtful: &doubts::Doubtful| {
        let doubts::Doubtful { name, places, .. } = doubtful;
        let (message, help) = match &doubtful.doubt {
            Doubt::SeemsOther(other) => (
                format!(
                    "in {places} the source seems to give these words to {}, not to {name}",
                    name_of(context.brief, other)
                ),
                "set `by` to whoever says them, or add `inferred: true` if the attribution is yours",
            ),
            Doubt::Tie(other) => (
                format!(
                    "in {places} the source gives these words to {}: it could be somebody else than {name}",
                    name_of(context.brief, other)
                ),
                "check who says it, and add `inferred: true` if the attribution is yours",
            ),
            Doubt::MayHaveEnded => (
                format!("nothing in {places} shows whether {name} still speaks"),
                "check who says it, and add `inferred: true` if the attribution is yours",
            ),
            Doubt::NotNear => (
                format!(
                    "nothing within two paragraphs of {places} names {name} or their organisation"
                ),
                "check who says it, and add `inferred: true` if the attribution is yours",
            ),
            Doubt::Spokesperson(_) => return None,
        };
        let problem = Problem::new(Rule::SpeakerNotNear, doubtful.path.clone(), message);
        Some(problem.help(help))
    };
    found.iter().filter_map(problem).collect()
}
