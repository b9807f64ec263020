use std::ops::Range;

use super::RuleContext;
use super::fields::{FieldKind, FieldPart, MOST_IN_FIELD, ProseField};
use super::other_count::other_count;
use crate::brief::{Problem, Quote, Rule};
use crate::evidence::figures::{Figure, FigureReading, figures};

/// Figures anywhere in the brief that are not in what they rest on.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    if context.lacks_text {
        return found;
    }
    for field in context.whole_page() {
        // Without the text a gist is all that is known.
        if matches!(field.kind, FieldKind::Gist(_)) && context.source.is_none() {
            continue;
        }
        let before = found.len();
        for (part, mut figures) in field.stated() {
            if found.len() - before > MOST_IN_FIELD {
                break;
            }
            figures.retain(|figure| !is_borne_out(context, field, &part, figure));
            if figures.is_empty() {
                continue;
            }
            let dates = context.dates_by_distance(&part);
            figures.retain(|figure| !figure.readings.iter().any(|reading| dates.contains(reading)));
            let missing = figures
                .into_iter()
                .take(MOST_IN_FIELD)
                .map(|figure| missing(context, field, &part, figure));
            found.extend(missing);
        }
        found.truncate(before + MOST_IN_FIELD);
    }
    found.extend(context.assertions.iter().filter_map(|field| miscounted(context, field)));
    found
}

fn is_borne_out(
    context: &RuleContext<'_>,
    field: &ProseField<'_>,
    part: &FieldPart<'_>,
    figure: &Figure,
) -> bool {
    let mut agreeing = context.agreeing(part, figure).into_iter();
    // Quotes alone seldom repeat the month that the source tells of.
    let is_unknown = context.source.is_none() && figure.is_month_or_weekday();
    is_unknown
        || agreeing.any(|known| !known.is_denied || field.denies())
        || is_free(field, figure)
        || context.is_detail(field, part, figure)
}

/// What is wrong with a figure that nothing bears out.
fn missing(
    context: &RuleContext<'_>,
    field: &ProseField<'_>,
    part: &FieldPart<'_>,
    figure: &Figure,
) -> Problem {
    let message = if context.agreeing(part, figure).is_empty() {
        not_found(context, field, part, figure)
    } else {
        let stated = field.text[figure.bytes.clone()].trim();
        format!("the source says “{stated}” only to deny it")
    };
    problem(field, &figure.bytes, message)
}

fn problem(field: &ProseField<'_>, bytes: &Range<usize>, message: String) -> Problem {
    let problem = Problem::new(Rule::MissingFigure, field.path.clone(), message);
    problem.at(field.spot(bytes)).help(
        "give the figure and the unit as the source does, or cite the quote that contains them",
    )
}

/// One or none where the evidence of a claim has a number.
fn miscounted(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    let bytes = other_count(context, field).filter(|_| !field.cites_elsewhere)?;
    let stated = &field.text[bytes.clone()];
    let looked = where_looked(context, &field.evidence);
    Some(problem(field, &bytes, format!("“{stated}” is not in its evidence{looked}")))
}

/// Whether the author may have a figure without the source. A gap says what is not there, and that
/// may be a year, a day or a section; prose may count a few things for itself (`gives three reasons`)
/// and may say where in the source something is.
fn is_free(field: &ProseField<'_>, figure: &Figure) -> bool {
    let is_name = || figure.readings.iter().any(FigureReading::is_name);
    let is_own_count = || {
        let in_letters = !field.text[figure.bytes.clone()].contains(|c: char| c.is_ascii_digit());
        in_letters && figure.readings.iter().any(FigureReading::is_small_count)
    };
    match field.kind {
        FieldKind::Line | FieldKind::Action(_) | FieldKind::Gist(_) => false,
        FieldKind::Prose => is_own_count() || figure.readings.iter().any(FigureReading::is_place),
        FieldKind::Gap => is_own_count() || is_name(),
    }
}

fn not_found(
    context: &RuleContext<'_>,
    field: &ProseField<'_>,
    part: &FieldPart<'_>,
    figure: &Figure,
) -> String {
    let stated = field.text[figure.bytes.clone()].trim();
    if let FieldKind::Gist(quote) = field.kind {
        return format!("“{stated}” is not in {}", place_of(context, quote));
    }
    if !part.cites {
        let place = if context.source.is_some() { "the source" } else { "any quote" };
        return format!("“{stated}” is not in {place}");
    }
    let in_gist = part.evidence.iter().find(|quote| {
        let gist = quote.words.gist();
        gist.is_some_and(|gist| figures(gist).iter().any(|found| figure.agrees(found)))
    });
    match in_gist {
        _ if part.evidence.is_empty() => {
            format!("“{stated}” has no evidence: this line cites no quote")
        }
        Some(quote) if context.source.is_some() => {
            let place = place_of(context, quote);
            format!("“{stated}” is in the gist of `{}`, but not in {place}", quote.id)
        }
        _ => format!("“{stated}” is not in its evidence{}", where_looked(context, &part.evidence)),
    }
}

/// Where a quote is in the source, as far as that is known.
fn place_of(context: &RuleContext<'_>, quote: &Quote) -> String {
    match context.cited(quote) {
        place if place.is_empty() => "the source".to_owned(),
        place => format!("{place} of the source"),
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
