use super::{RuleContext, quote_path};
use crate::brief::{Problem, Quote, Rule};

/// Reports every exact quote of a source that rests on another.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    if context.brief.source.based_on.is_none() {
        return Vec::new();
    }
    context.brief.exact_quotes().map(problem).collect()
}

fn problem(quote: &Quote) -> Problem {
    let message = "second-hand quotation: the source took it from another text, which may word it differently";
    Problem::new(Rule::SecondHandQuote, quote_path(quote).key("exact"), message)
        .help("check it against the original, if that is available")
}
