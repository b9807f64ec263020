use super::RuleContext;
use crate::brief::{FieldPath, Problem, Rule};

/// Reports a source without a date.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    if context.brief.source.issued.is_some() {
        return Vec::new();
    }
    let problem =
        Problem::new(Rule::NoDate, FieldPath::top().key("source"), "the source has no date");
    vec![problem.help("add `issued`, as exactly as you know it: `2026`, `2026-02` or `2026-02-09`")]
}
