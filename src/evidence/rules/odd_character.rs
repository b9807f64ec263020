use super::RuleContext;
use crate::brief::{FieldPath, Problem, Rule};

/// Reports the characters of the source's text that are never shown: one problem for each, however
/// often it occurs.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let Some(text) = context.source.map(|source| source.text) else { return Vec::new() };
    let path = FieldPath::top().key("source").key("text");
    let odd = text.odd_characters();
    let mut characters: Vec<char> = odd.iter().map(|odd| odd.character).collect();
    characters.sort_unstable();
    characters.dedup();
    let problem = |character: char| {
        let mut places = odd.iter().filter(|odd| odd.character == character);
        let first = places.next()?.offset;
        let line = text.as_str()[..first].matches('\n').count() + 1;
        let more = match places.count() {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        let message = format!(
            "line {line} of the saved text contains a hidden or control character, U+{:04X}{more}",
            character as u32
        );
        let problem = Problem::new(Rule::OddCharacter, path.clone(), message);
        Some(problem.help("delete it from the saved text"))
    };
    characters.into_iter().filter_map(problem).collect()
}
