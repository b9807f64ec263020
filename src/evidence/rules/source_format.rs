use super::RuleContext;
use crate::brief::{FieldPath, Problem, Rule};
use crate::evidence::source::foreign::ForeignFormat;

/// A saved text that is a web page, a mail or rich text, or that is garbled.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let Some(source) = context.source else { return Vec::new() };
    let text = source.text.as_str();
    let Some((format, place)) = ForeignFormat::in_text(text) else { return Vec::new() };
    let line = text[..place].matches('\n').count() + 1;
    let message = format!("the source’s text {} (line {line})", format.what());
    let path = FieldPath::top().key("source").key("text");
    vec![Problem::new(Rule::SourceFormat, path, message).help(format.fix())]
}
