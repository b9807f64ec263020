use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Problem, Quote, Rule};
use crate::evidence::figures::{Figure, figures, figures_of_date};

/// Reports figures of a claim, an action or a top line that none of its evidence has.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for field in context.assertions.iter().filter(|field| !field.cites_elsewhere) {
        let stated = field.line().figures.iter().filter(|figure| !figure.is_weak);
        let is_missing = |figure: &&Figure| {
            !field.evidence.iter().any(|quote| bears_out(context, quote, figure))
        };
        found.extend(stated.filter(is_missing).map(|figure| missing(context, field, figure)));
    }
    found
}

/// Returns whether a quote has the figure: its passages, or the whole text if they are not known,
/// or its dates.
fn bears_out(context: &RuleContext<'_>, quote: &Quote, figure: &Figure) -> bool {
    let agrees = |known: &Figure| known.agrees(figure);
    let mut dates = [quote.said, context.brief.source.issued].into_iter().flatten();
    let passages = context.passages(quote);
    passages.iter().any(|passage| passage.figures.iter().any(agrees))
        || dates.any(|date| figures_of_date(date).iter().any(agrees))
        || (passages.is_empty() && context.figures_of_source().iter().any(agrees))
}

fn missing(context: &RuleContext<'_>, field: &ProseField<'_>, figure: &Figure) -> Problem {
    let stated = field.text[figure.bytes.clone()].trim();
    let in_gist = field.evidence.iter().find(|quote| {
        quote
            .words
            .gist()
            .is_some_and(|gist| figures(gist).iter().any(|found| found.agrees(figure)))
    });
    let message = match (field.evidence.as_slice(), in_gist) {
        ([], _) => format!("“{stated}” has no evidence: this line cites no quote"),
        (_, Some(quote)) if context.source.is_some() => {
            let place = context.cited(quote);
            let place = if place.is_empty() {
                "the source".to_owned()
            } else {
                format!("{place} of the source")
            };
            format!("“{stated}” is in the gist of `{}`, but not in {place}", quote.id)
        }
        _ => format!("“{stated}” is not in its evidence{}", where_looked(context, field)),
    };
    let problem = Problem::new(Rule::MissingFigure, field.path.clone(), message)
        .at(field.spot(&figure.bytes));
    problem.help(
        "give the figure and the unit as the source does, or cite the quote that contains them",
    )
}

fn where_looked(context: &RuleContext<'_>, field: &ProseField<'_>) -> String {
    let mut places: Vec<String> = field
        .evidence
        .iter()
        .map(|quote| match context.cited(quote) {
            place if place.is_empty() || context.source.is_none() => format!("`{}`", quote.id),
            place => format!("`{}` ({place})", quote.id),
        })
        .collect();
    places.dedup();
    format!(": {}", places.join(", "))
}
