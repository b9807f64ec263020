use super::RuleContext;
use super::fields::{FieldKind, FieldPart, ProseField};
use super::support::denies;
use crate::brief::{Problem, Quote, Rule};
use crate::evidence::figures::{Figure, Reading, figures};

/// Figures anywhere in the brief that are not in what they rest on.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for field in context.whole_page() {
        // Without the text a gist is all that is known.
        if matches!(field.kind, FieldKind::Gist(_)) && context.source.is_none() {
            continue;
        }
        for (part, figures) in context.stated(field) {
            let missing = figures.into_iter().filter_map(|figure| missing(context, field, &part, figure));
            found.extend(missing);
        }
    }
    found
}

/// What is wrong with a figure that nothing bears out.
fn missing(
    context: &RuleContext<'_>,
    field: &ProseField<'_>,
    part: &FieldPart<'_>,
    figure: &Figure,
) -> Option<Problem> {
    let agreeing = context.agreeing(part, figure);
    let is_denied = agreeing.iter().all(|known| known.is_denied);
    let is_borne_out = !agreeing.is_empty() && (!is_denied || denies(field));
    if is_borne_out || is_free(field, figure) || context.is_detail(field, part, figure) {
        return None;
    }
    let stated = field.text[figure.bytes.clone()].trim();
    let message = if agreeing.is_empty() {
        not_found(context, part, figure, stated)
    } else {
        format!("the source says “{stated}” only to deny it")
    };
    let problem = Problem::new(Rule::MissingFigure, field.path.clone(), message)
        .at(field.spot(&figure.bytes));
    Some(problem.help(
        "give the figure and the unit as the source does, or cite the quote that contains them",
    ))
}

/// Whether a gap may have the figure without the source: it says what is not there, and that may
/// be a year, a day or a section.
fn is_free(field: &ProseField<'_>, figure: &Figure) -> bool {
    matches!(field.kind, FieldKind::Gap) && figure.readings.iter().any(Reading::is_name)
}

fn not_found(
    context: &RuleContext<'_>,
    part: &FieldPart<'_>,
    figure: &Figure,
    stated: &str,
) -> String {
    if !part.cites {
        let place = if context.source.is_some() { "the source" } else { "any quote" };
        return format!("“{stated}” is not in {place}");
    }
    let in_gist = part.evidence.iter().find(|quote| {
        let gist = quote.words.gist();
        gist.is_some_and(|gist| figures(gist).iter().any(|found| figure.agrees(found)))
    });
    match in_gist {
        _ if part.evidence.is_empty() => format!("“{stated}” has no evidence: this line cites no quote"),
        Some(quote) if context.source.is_some() => {
            let place = context.cited(quote);
            let place = if place.is_empty() {
                "the source".to_owned()
            } else {
                format!("{place} of the source")
            };
            format!("“{stated}” is in the gist of `{}`, but not in {place}", quote.id)
        }
        _ => format!("“{stated}” is not in its evidence{}", where_looked(context, &part.evidence)),
    }
}

fn where_looked(context: &RuleContext<'_>, evidence: &[&Quote]) -> String {
    let mut places: Vec<String> = evidence
        .iter()
        .map(|quote| match context.cited(quote) {
            place if place.is_empty() || context.source.is_none() => format!("`{}`", quote.id),
            place => format!("`{}` ({place})", quote.id),
        })
        .collect();
    places.dedup();
    format!(": {}", places.join(", "))
}
