use super::RuleContext;
use crate::brief::{FieldPath, Problem, Rule};

/// Reports top lines that cite nothing.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let lines = context.brief.top_lines.iter().enumerate();
    let uncited = lines.filter(|(_, line)| line.citations().next().is_none());
    uncited.map(|(index, _)| problem(index)).collect()
}

fn problem(index: usize) -> Problem {
    let path = FieldPath::top().key("top_lines").index(index);
    Problem::new(Rule::UncitedTopLine, path, "this top line cites nothing")
        .help("cite its evidence, such as `[c1]` or `[c1, a2]`")
}
