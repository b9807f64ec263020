use super::{RuleContext, quote_path};
use crate::brief::{Problem, Quote, Rule};
use crate::evidence::source::qualifiers::{Qualifier, qualifier};

/// An ellipsis that leaves out more words than this is heavy.
const HEAVY: usize = 50;

/// Reports quotes with an ellipsis that leaves out much, a negation or a condition.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.brief.quotes.values().filter_map(|quote| heavy_ellipsis(context, quote)).collect()
}

fn heavy_ellipsis(context: &RuleContext<'_>, quote: &Quote) -> Option<Problem> {
    let tokens = &context.source?.tokens;
    let gaps = context.elided.get(&quote.id)?;
    let weighs = |token: &usize| {
        let word = tokens.spelling(*token);
        matches!(qualifier(word), Some(Qualifier::Negation | Qualifier::Condition))
            .then(|| word.to_owned())
    };
    let message = gaps.iter().find_map(|gap| {
        let length = tokens.count_words(gap.clone());
        let heavy = (length > HEAVY).then(|| format!("an ellipsis leaves out {length} words"));
        heavy.or_else(|| {
            let word = gap.clone().find_map(|token| weighs(&token))?;
            Some(format!(
                "an ellipsis leaves out “{word}”: make sure that the meaning has not changed"
            ))
        })
    })?;
    let problem = Problem::new(Rule::HeavyEllipsis, quote_path(quote).key("exact"), message);
    Some(problem.help("split this into two quotes, or quote more"))
}
