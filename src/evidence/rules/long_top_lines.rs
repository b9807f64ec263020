use super::RuleContext;
use crate::brief::{FieldPath, Problem, Rule};

/// At most this many top lines are read.
const TOP_LINES: usize = 5;

/// Of a top line at most this many words are read.
const TOP_LINE_WORDS: usize = 30;

/// Reports too many top lines, and too long ones.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let lines = &context.brief.top_lines;
    let path = FieldPath::top().key("top_lines");
    let mut found = Vec::new();
    if lines.len() > TOP_LINES {
        let message = format!("{} top lines, but people read at most {TOP_LINES}", lines.len());
        let problem = Problem::new(Rule::LongTopLines, path.clone(), message);
        found.push(problem.help("keep the most important, and move the rest to `background`"));
    }
    for (index, line) in lines.iter().enumerate() {
        let text = line.words();
        let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        let count = words.count();
        if count > TOP_LINE_WORDS {
            let message =
                format!("a top line of {count} words, but people read at most {TOP_LINE_WORDS}");
            let problem = Problem::new(Rule::LongTopLines, path.index(index), message);
            found.push(problem.help("shorten it, or split it into two"));
        }
    }
    found
}
