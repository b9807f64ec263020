use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Problem, Rule};
use crate::evidence::source::english;

/// Reports claims, actions and top lines with a stronger verb than the nearest sentence of their
/// evidence.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.assertions.iter().filter_map(|field| stronger_verb(context, field)).collect()
}

fn stronger_verb(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    let line = field.line();
    let firm = line.words.iter().position(|word| english::FIRM_VERBS.contains(&word.as_str()))?;
    let nearest = context.sentences(field).max_by_key(|sentence| line.shared(sentence))?;
    let is_firm =
        |word: &String| english::FIRM_VERBS.contains(&word.as_str()) || word.ends_with("'ll");
    let soft = nearest.words.iter().find(|word| english::SOFT_VERBS.contains(&word.as_str()))?;
    if line.shared(nearest) < 2 || nearest.words.iter().any(is_firm) {
        return None;
    }
    let message = format!("this line says “{}”, but the source says “{soft}”", line.words[firm]);
    let problem = Problem::new(Rule::StrongerVerb, field.path.clone(), message)
        .at(field.spot(&line.places[firm]));
    Some(problem.help("use the source’s verb, or one that is no stronger"))
}
