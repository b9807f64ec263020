use super::RuleContext;
use super::texts::{BriefText, texts};
use crate::brief::{self, Problem, Rule};
use crate::evidence::source::english;

/// Marks that may stand before a placeholder.
const OPENING: [char; 11] = ['[', '(', '{', '<', '“', '‘', '"', '\'', '*', '_', '«'];

/// Marks that may stand after a phrase that is a whole text.
const CLOSING: &str = ".:;,!?)]}>”’\"'*_»…–—-";

/// Texts that are still to be written.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let source = context.source.map_or("", |source| source.text.as_str());
    let unfinished = texts(context.brief).into_iter().filter(|field| is_unfinished(field, source));
    unfinished.map(problem).collect()
}

fn problem(field: BriefText<'_>) -> Problem {
    let message = format!("`{}` is still to be filled in", field.path);
    let help = brief::describe(&field.path);
    let problem = Problem::new(Rule::Placeholder, field.path, message);
    problem.help(match help {
        Some(description) => format!("write it: {description}"),
        None => "write it, or delete the field".to_owned(),
    })
}

/// Whether a placeholder is in the place of the text. What the source itself says is none.
fn is_unfinished(field: &BriefText<'_>, source: &str) -> bool {
    let is_said = field.is_the_sources && source.contains(field.text);
    !is_said && is_placeholder(field.text)
}

/// Whether a text is a placeholder or begins with one, or has one in brackets.
pub fn is_placeholder(text: &str) -> bool {
    let bracketed = text.match_indices(['[', '<', '{']).map(|(at, _)| &text[at + 1..]);
    is_empty(text)
        || begins_with_sign(text.trim_start_matches(OPENING), char::is_lowercase)
        || begins_with_phrase(text.trim_start_matches(OPENING))
        || bracketed
            .into_iter()
            .any(|inside| begins_with_sign(inside, |_| true) || begins_with_phrase(inside))
}

/// Whether a text has neither a letter nor a digit: `...`, `???`; or begins with question marks.
fn is_empty(text: &str) -> bool {
    text.starts_with("???") || (!text.contains(char::is_alphanumeric) && !text.contains(['[', ']']))
}

/// Whether a text begins with a sign in capitals, `TBC` or `XX`, that no word follows whose first letter
/// could be part of a name: `XX boats`, but not `XX Olympic Games`.
fn begins_with_sign(text: &str, may_follow: impl Fn(char) -> bool) -> bool {
    english::PLACEHOLDER_SIGNS.iter().any(|sign| {
        let Some(rest) = text.strip_prefix(&sign.to_uppercase()) else { return false };
        let rest = rest.trim_start_matches('X');
        let next = rest.trim_start().chars().next();
        let is_whole = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
        is_whole && next.is_none_or(|c| !c.is_alphabetic() || may_follow(c))
    }) || english::PLACEHOLDER_ORDERS.iter().any(|order| {
        text.strip_prefix(&order.to_uppercase())
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Whether a text is a phrase such as `To be written`, with a mark after it or nothing.
fn begins_with_phrase(text: &str) -> bool {
    let words =
        [english::PLACEHOLDER_PHRASES, english::PLACEHOLDER_ORDERS, english::PLACEHOLDER_SIGNS];
    words.into_iter().flatten().any(|phrase| {
        let rest = text.get(phrase.len()..).map(str::trim_start);
        let begins =
            text.get(..phrase.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(phrase));
        begins
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(|c| CLOSING.contains(c)))
    })
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn knows_what_is_still_to_be_written() {
        for text in [
            "FILL IN",
            "FILL IN: what the source says",
            "Fill in.",
            "To be written.",
            "to be written – by Tuesday",
            "[to be filled in]",
            "[To be confirmed]",
            "TBC",
            "tbc",
            "TBC.",
            "TBC by the board",
            "(TBC)",
            "TBD",
            "XX",
            "XXX",
            "XX boats had no light.",
            "XX% of boats",
            "TODO",
            "TODO: Ask the board",
            "todo",
            "???",
            "??? boats",
            "?",
            "...",
            "—",
            "The board inspected [XX] boats.",
            "Dana Vale, [post to be confirmed], and [TBC]",
            "By <to be filled in>",
            "Boats [TODO Vale: check]",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn takes_prose_as_it_is() {
        for text in [
            "The date is to be confirmed",
            "To be confirmed by the board, the code needs a vote.",
            "To be written in stone",
            "fill in the form",
            "Fill in every form in ink.",
            "TBC Bank warns on lights",
            "The XX Olympic Games",
            "XX Olympic Games",
            "XXVI boats",
            "Todos os barcos",
            "What now???",
            "84",
            "No",
            "[c1]",
            "[…]",
            "[Board warns on boats]",
            "They said “TBC” to us",
            "We act ... now",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
