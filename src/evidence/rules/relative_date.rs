use std::ops::Range;

use super::RuleContext;
use crate::brief::{Due, FieldPath, Problem, Rule};
use crate::evidence::source::english;
use crate::evidence::source::words::Tokens;

/// Reports times that depend on the day of speaking, in the brief of a source without a date.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    if context.brief.source.issued.is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let fields = context.assertions.iter().chain(&context.other_prose);
    for field in fields.chain(&context.lines_to_take) {
        if let Some(bytes) = relative_time(&field.tokens) {
            let message = unplaced(&field.text[bytes.clone()]);
            let problem = Problem::new(Rule::RelativeDate, field.path.clone(), message);
            found.push(
                problem
                    .at(field.spot(&bytes))
                    .help("give the day, the month or the year, or add the source’s `issued` date"),
            );
        }
    }
    for ask in &context.brief.asks {
        if let Some(Due::Words(words)) = &ask.due
            && let Some(bytes) = relative_time(&Tokens::new(words))
        {
            let path = FieldPath::top().key("asks").key(&ask.id).key("due");
            found.push(Problem::new(Rule::RelativeDate, path, unplaced(&words[bytes])));
        }
    }
    found
}

fn unplaced(words: &str) -> String {
    format!("“{words}” means nothing if the source has no date")
}

/// Returns the first words of `text` that give a time by the day of speaking: `last month`,
/// `yesterday`, `two years ago`.
fn relative_time(tokens: &Tokens) -> Option<Range<usize>> {
    (0..tokens.len()).find_map(|token| {
        let word = tokens.lower(token);
        if english::RELATIVE_DAYS.contains(word) {
            let start = if word == "ago" { token.saturating_sub(2) } else { token };
            return Some(tokens.bytes(start..token + 1));
        }
        let tells =
            english::RELATIVE.contains(word) && english::TIMES.contains(tokens.lower(token + 1));
        tells.then(|| tokens.bytes(token..token + 2))
    })
}
