use super::{RuleContext, quote_path};
use crate::brief::{Fix, FixChange, Problem, Quote, Rule};
use crate::text::solid_length;

/// Marks in pairs: the opening one and the closing one.
const PAIRS: [(char, char); 6] =
    [('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\''), ('«', '»'), ('„', '“')];

/// Quotations that have the source's quotation marks around them.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.brief.quotes.iter().filter_map(outer_marks).collect()
}

fn outer_marks(quote: &Quote) -> Option<Problem> {
    let exact = quote.words.exact()?;
    let (open, close) = PAIRS.into_iter().find(|pair| is_around(*pair, exact))?;
    let message = format!(
        "`exact` has quotation marks around it, `{open}` and `{close}`, which topline prints itself"
    );
    let problem = Problem::new(Rule::OuterMarks, quote_path(quote).key("exact"), message);
    let last = solid_length(exact).checked_sub(1)?;
    let marks = [0..1, last..last + 1].map(|mark| (mark, String::new()));
    let fix = Fix::new(FixChange::Characters(marks.into())).titled("delete them");
    let help = "delete them; if the text needs quotation marks in YAML, put straight ones, `\"`, around it";
    Some(problem.help(help).fix(fix))
}

/// Whether a text is inside one pair of marks, and not between the first and the last of several.
fn is_around((open, close): (char, char), text: &str) -> bool {
    let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inside.is_some_and(|inside| {
        let mut marks = inside.char_indices().filter(|(_, c)| *c == open || *c == close);
        marks.all(|(at, mark)| is_apostrophe(inside, at, mark))
    })
}

/// Whether a mark inside a text follows a letter and is one that stands for letters too.
fn is_apostrophe(text: &str, at: usize, mark: char) -> bool {
    let after = text[at + mark.len_utf8()..].chars().next();
    let is_in_word =
        text[..at].ends_with(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    mark == '’' || (mark == '\'' && is_in_word)
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, is_around};

    #[test]
    fn one_pair_of_marks_is_around_a_text() {
        let is_marked = |text: &str| PAIRS.into_iter().any(|pair| is_around(pair, text));
        for text in [
            "“We act”",
            "\"We act\"",
            "‘It’s the boats’ owners’",
            "'It's us'",
            "«We act»",
            "„We act“",
        ] {
            assert!(is_marked(text), "{text}");
        }
        for text in [
            "We act",
            "“Yes” and “no”",
            "'Yes' and 'no'",
            "‘Yes’ and ‘no’",
            "“We act",
            "'tis",
            "\"",
            "",
        ] {
            assert!(!is_marked(text), "{text}");
        }
    }
}
