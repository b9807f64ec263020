use super::RuleContext;
use super::fields::{FieldPart, MOST_IN_FIELD, ProseField};
use crate::brief::{Problem, Rule};
use crate::evidence::figures::Figure;

/// Figures anywhere in the brief with the opposite bound of those they rest on.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for field in context.whole_page() {
        let stated = field.stated();
        let turned = stated.iter().flat_map(|(part, figures)| {
            figures.iter().filter_map(|figure| turned(context, field, part, figure))
        });
        found.extend(turned.take(MOST_IN_FIELD));
    }
    found
}

fn turned(
    context: &RuleContext<'_>,
    field: &ProseField<'_>,
    part: &FieldPart<'_>,
    figure: &Figure,
) -> Option<Problem> {
    let limit = figure.limit.as_ref()?;
    let agreeing = context.agreeing(part, figure);
    let is_opposite = |known: &&Figure| {
        known.limit.as_ref().is_some_and(|known| known.bound.is_opposite(limit.bound))
    };
    let known = agreeing.first().filter(|_| agreeing.iter().all(is_opposite))?.limit.as_ref()?;
    let message = format!(
        "this says “{}”, but the source says “{}”",
        limit.words.trim(),
        known.words.trim(),
    );
    let bytes = figure.bounded_bytes();
    let problem =
        Problem::new(Rule::TurnedBound, field.path.clone(), message).at(field.spot(&bytes));
    Some(problem.help("keep the bound that the source gives"))
}
