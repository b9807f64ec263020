use super::{RuleContext, quote_path};
use crate::brief::{Problem, Quote, Rule, Words};
use crate::evidence::source::words::Tokens;

/// A quoted phrase of fewer words than this is a scare quote.
const PHRASE: usize = 3;

/// Reports partial quotes that are too short.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.brief.quotes.iter().filter_map(scare_quote).collect()
}

fn scare_quote(quote: &Quote) -> Option<Problem> {
    let Words::Partial(exact) = &quote.words else { return None };
    let tokens = Tokens::new(exact);
    let count = tokens.count_words(0..tokens.len());
    let message = "one or two words in quotation marks read as irony";
    let problem = Problem::new(Rule::ScareQuote, quote_path(quote).key("exact"), message);
    (count < PHRASE).then(|| problem.help("quote the whole phrase, or report it with a `gist`"))
}
