use super::RuleContext;
use crate::brief::{FieldPath, Problem, Rule};

/// Reports a source whose text is not kept.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    if context.brief.source.text.is_some() {
        return Vec::new();
    }
    let message = "the brief names no source text, so nothing in it can be checked";
    let problem = Problem::new(Rule::NoSourceText, FieldPath::top().key("source"), message);
    vec![problem.help("save the text as UTF-8 and name the file in `text`")]
}
