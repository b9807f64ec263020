use super::{RuleContext, doubts};
use crate::brief::{Problem, Rule};
use crate::evidence::quotation::refusal::name_of;
use crate::evidence::quotation::speaker::Doubt;

/// Quotes by a person whose words the source gives to a spokesperson, or to the person’s body.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let found = doubts::doubts(context);
    let problem = |doubtful: &doubts::Doubtful| {
        let Doubt::Spokesperson(speaker) = &doubtful.doubt else { return None };
        let message = format!(
            "in {} the source gives these words to {}, not to {} in person",
            doubtful.places,
            name_of(context.brief, speaker),
            doubtful.name
        );
        let problem = Problem::new(Rule::Spokesperson, doubtful.path.clone(), message);
        Some(problem.help("set `by` to the body, or add `inferred: true` if the person said it"))
    };
    found.iter().filter_map(problem).collect()
}
