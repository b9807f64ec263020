//! `missing-figure`: every figure of a claim, an action or a top line has to be in its evidence.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::RuleContext;
use super::prose::ProseField;
use crate::brief::{Id, Problem, Quote, Rule};
use crate::evidence::figures::{Figure, figures, figures_of_date};

impl<'a> RuleContext<'a> {
    /// `missing-figure`.
    pub fn on_figures(&self) -> Vec<Problem> {
        let mut known =
            KnownFigures { check: self, by_quote: HashMap::new(), whole: OnceCell::new() };
        let mut found = Vec::new();
        for field in self.assertions() {
            let stated = figures(&field.text).into_iter().filter(|figure| !figure.is_weak);
            for figure in stated.filter(|_| !field.cites_elsewhere) {
                if !known.bear_out(&field, &figure) {
                    found.push(self.missing(&field, &figure));
                }
            }
        }
        found
    }

    fn missing(&self, field: &ProseField<'a>, figure: &Figure) -> Problem {
        let stated = field.text[figure.bytes.clone()].trim();
        let in_gist = field.evidence.iter().find(|quote| {
            quote
                .words
                .gist()
                .is_some_and(|gist| figures(gist).iter().any(|found| found.agrees(figure)))
        });
        let message = match (field.evidence.as_slice(), in_gist) {
            ([], _) => format!("“{stated}” rests on nothing: the line cites no quote"),
            (_, Some(quote)) if self.source.is_some() => {
                let place = self.cited(quote);
                let place = if place.is_empty() { "the source".to_owned() } else { place };
                format!(
                    "“{stated}” is in the gist of `{}`, but not in {place} of the source",
                    quote.id
                )
            }
            _ => format!("“{stated}” is in none of its evidence{}", self.where_looked(field)),
        };
        let problem = Problem::new(Rule::MissingFigure, field.path.clone(), message)
            .at(field.spot(&figure.bytes));
        problem.help(
            "give the figure with the unit that the source has, or cite the quote that has it",
        )
    }

    fn where_looked(&self, field: &ProseField<'a>) -> String {
        let mut places: Vec<String> = field
            .evidence
            .iter()
            .map(|quote| match self.cited(quote) {
                place if place.is_empty() || self.source.is_none() => format!("`{}`", quote.id),
                place => format!("`{}` ({place})", quote.id),
            })
            .collect();
        places.dedup();
        format!(", which is {}", places.join(", "))
    }
}

/// The figures of the evidence: of each quote's passages, or of the whole text where they are not known.
struct KnownFigures<'c, 'a> {
    check: &'c RuleContext<'a>,
    by_quote: HashMap<&'a Id, Vec<Figure>>,
    whole: OnceCell<Vec<Figure>>,
}

impl<'a> KnownFigures<'_, 'a> {
    fn bear_out(&mut self, field: &ProseField<'a>, figure: &Figure) -> bool {
        field.evidence.iter().any(|quote| self.bears_out(quote, figure))
    }

    fn bears_out(&mut self, quote: &'a Quote, figure: &Figure) -> bool {
        let check = self.check;
        let own = self.by_quote.entry(&quote.id).or_insert_with(|| {
            let dates = [quote.said, check.brief.source.issued];
            let passages = check.words_of_evidence(quote).into_iter().flat_map(figures);
            passages.chain(dates.into_iter().flatten().flat_map(figures_of_date)).collect()
        });
        let agrees = |known: &Figure| known.agrees(figure);
        own.iter().any(agrees)
            || (check.passages(quote).is_empty() && self.whole().iter().any(agrees))
    }

    fn whole(&self) -> &[Figure] {
        let text = self.check.source.map_or("", |source| source.text.as_str());
        self.whole.get_or_init(|| figures(text))
    }
}
