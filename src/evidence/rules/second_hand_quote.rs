use super::{RuleContext, quote_path};
use crate::brief::{Problem, Quote, Rule};

/// Every exact quote of a source that rests on another.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    if context.brief.source.based_on.is_none() {
        return Vec::new();
    }
    let exact = context.brief.quotes.values().filter(|quote| quote.words.exact().is_some());
    exact.map(problem).collect()
}

fn problem(quote: &Quote) -> Problem {
    let message =
        "a quotation at second hand: the source rests on another, which may have it otherwise";
    Problem::new(Rule::SecondHandQuote, quote_path(quote).key("exact"), message)
        .help("check it against what the source rests on, if that can be had")
}
