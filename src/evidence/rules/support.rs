//! The figures of the source on which one figure of a brief may rest.

use std::borrow::Cow;
use std::collections::HashSet;

use super::RuleContext;
use super::details;
use super::fields::{FieldKind, FieldPart, ProseField};
use crate::brief::Quote;
use crate::evidence::figures::{Figure, FigureReading, FigureSet, readings_by_distance};
use crate::evidence::index::SourceIndex;
use crate::evidence::index::passages::PassageIndex;

impl<'a> ProseField<'a> {
    /// Every figure of the field that needs support, by the part of the field that it is in. None of
    /// a part that cites another brief, whose quotes cannot be seen from here.
    pub fn stated(&self) -> Vec<(FieldPart<'a>, Vec<&Figure>)> {
        let figures = &self.line().figures;
        let within = |part: FieldPart<'a>| {
            let start = figures.partition_point(|figure| figure.bytes.start < part.bytes.start);
            let end = figures.partition_point(|figure| figure.bytes.start < part.bytes.end);
            let own = figures[start..end].iter().filter(|figure| !figure.is_weak).collect();
            (part, own)
        };
        let parts = self.parts().into_iter().filter(|part| !part.cites_elsewhere);
        parts.map(within).collect()
    }
}

impl<'a> RuleContext<'a> {
    /// The figures that agree with `figure` where part of a field says it rests; if it cites
    /// nothing, anywhere in the source, or without the text in the quotes.
    pub fn agreeing<'f>(&'f self, part: &FieldPart<'a>, figure: &'f Figure) -> Vec<&'f Figure> {
        if part.cites {
            return self.agreeing_in(&part.evidence, figure);
        }
        match self.source {
            Some(source) => source.figures().agreeing(figure).collect(),
            None => {
                self.own_figures.get_or_init(|| self.figures_of_quotes()).agreeing(figure).collect()
            }
        }
    }

    /// The figures of every quote's own words.
    fn figures_of_quotes(&self) -> FigureSet {
        let figures = self.own_words.values().flat_map(|own| own.figures.all());
        FigureSet::new(figures.cloned().collect())
    }

    fn agreeing_in<'f>(&'f self, evidence: &[&'a Quote], figure: &'f Figure) -> Vec<&'f Figure> {
        let mut agreeing = Vec::new();
        for quote in evidence {
            let passages = self.passages(quote);
            let whole = self.source.filter(|_| passages.is_empty()).map(SourceIndex::figures);
            let sets = passages.into_iter().map(|passage| &passage.figures).chain(whole);
            agreeing.extend(sets.flat_map(|set| set.agreeing(figure)));
        }
        agreeing
    }

    /// The days, months and years that the words on which part of a field rests name by their
    /// distance from the source's date: `yesterday`, `last year`.
    pub fn dates_by_distance(&self, part: &FieldPart<'a>) -> Cow<'_, HashSet<FigureReading>> {
        if part.cites {
            let passages = part.evidence.iter().flat_map(|quote| self.passages(quote));
            return Cow::Owned(self.dates_in(passages));
        }
        let whole = || {
            let source = self.source.into_iter();
            self.dates_in(source.flat_map(SourceIndex::passages).chain(self.own_words.values()))
        };
        Cow::Borrowed(self.dates_by_distance.get_or_init(whole))
    }

    fn dates_in<'p>(
        &self,
        passages: impl Iterator<Item = &'p PassageIndex>,
    ) -> HashSet<FigureReading> {
        let Some(date) = self.brief.source.issued else { return HashSet::new() };
        let sentences = passages.flat_map(|passage| &passage.sentences);
        let pairs = sentences.flat_map(|sentence| {
            let words = sentence.words.iter().map(String::as_str);
            [""].into_iter().chain(words.clone()).zip(words)
        });
        pairs.flat_map(|(before, word)| readings_by_distance(date, before, word)).collect()
    }

    /// Whether `figure` is in the fields that describe the source, or for an action in those of its
    /// ask; if the part cites nothing, in any field.
    pub fn is_detail(&self, field: &ProseField<'a>, part: &FieldPart<'a>, figure: &Figure) -> bool {
        let of_ask = || match field.kind {
            FieldKind::Action(ask) => {
                details::of_ask(ask).iter().any(|reading| figure.readings.contains(reading))
            }
            _ => false,
        };
        let said = || part.evidence.iter().any(|quote| details::dated(quote.said, figure));
        if part.cites {
            self.details.describe(figure) || said() || of_ask()
        } else {
            self.details.have(figure)
        }
    }
}
