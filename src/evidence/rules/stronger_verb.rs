use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Problem, Rule};
use crate::evidence::index::sentences::Sentence;
use crate::evidence::source::english;

/// Reports claims, actions and top lines with a stronger verb than the nearest sentence of their
/// evidence.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.assertions.iter().filter_map(|field| stronger_verb(context, field)).collect()
}

fn stronger_verb(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    let line = field.line();
    let firm = line.words.iter().position(|word| english::FIRM_VERBS.contains(word.as_str()))?;
    let shared = |sentence: &Sentence| line.shared(sentence) + line.shared_figures(sentence);
    let nearest = context.sentences(field).max_by_key(|sentence| shared(sentence))?;
    let is_firm =
        |word: &String| english::FIRM_VERBS.contains(word.as_str()) || word.ends_with("'ll");
    let is_soft = |word: &&String| english::SOFT_VERBS.contains(word.as_str());
    let soft = nearest.words.iter().find(is_soft)?;
    if shared(nearest) < 2 || nearest.words.iter().any(is_firm) {
        return None;
    }
    let own = &line.words[firm];
    let message = format!("this line says “{own}”, but the source says “{soft}”");
    let problem = Problem::new(Rule::StrongerVerb, field.path.clone(), message)
        .at(field.spot(&line.places[firm]));
    Some(problem.help("use the source’s verb, or one that is no stronger"))
}
