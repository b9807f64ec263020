use super::{RuleContext, quote_path};
use crate::brief::{Problem, Quote, Rule};

/// Marks in pairs: the opening one and the closing one.
const PAIRS: [(char, char); 5] = [('“', '”'), ('"', '"'), ('‘', '’'), ('«', '»'), ('„', '“')];

/// Quotations that have the source's quotation marks around them.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.brief.quotes.values().filter_map(outer_marks).collect()
}

fn outer_marks(quote: &Quote) -> Option<Problem> {
    let exact = quote.words.exact()?;
    let (open, close) = PAIRS.into_iter().find(|pair| is_around(*pair, exact))?;
    let message = format!(
        "`exact` has quotation marks around it, `{open}` and `{close}`, which topline prints itself"
    );
    let problem = Problem::new(Rule::OuterMarks, quote_path(quote).key("exact"), message);
    Some(problem.help(
        "delete them; if the text needs quotation marks in YAML, put straight ones, `\"`, around it",
    ))
}

/// Whether a text is inside one pair of marks, and not between the first and the last of several.
fn is_around((open, close): (char, char), text: &str) -> bool {
    let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    // A closing single mark inside is an apostrophe.
    inside.is_some_and(|inside| !inside.contains(open) && (close == '’' || !inside.contains(close)))
}
