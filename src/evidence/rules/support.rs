//! The figures of the source on which one figure of a brief may rest.

use super::RuleContext;
use super::details;
use super::fields::{FieldKind, FieldPart, ProseField};
use crate::brief::Quote;
use crate::evidence::figures::Figure;
use crate::evidence::index::SourceIndex;
use crate::evidence::source::{english, qualifiers};

impl<'a> RuleContext<'a> {
    /// Every figure of a field that needs support, with the part of the field that it is in. None of
    /// a part that cites another brief, whose quotes cannot be seen from here.
    pub fn stated<'f>(&self, field: &'f ProseField<'a>) -> Vec<(FieldPart<'a>, Vec<&'f Figure>)> {
        let figures = &field.line().figures;
        let within = |part: FieldPart<'a>| {
            let start = figures.partition_point(|figure| figure.bytes.start < part.bytes.start);
            let end = figures.partition_point(|figure| figure.bytes.start < part.bytes.end);
            let own = figures[start..end].iter().filter(|figure| !figure.is_weak).collect();
            (part, own)
        };
        let parts = field.parts().into_iter().filter(|part| !part.cites_elsewhere);
        parts.map(within).collect()
    }

    /// The figures that agree with `figure` where part of a field says it rests; if it cites
    /// nothing, anywhere in the source, or without the text in the quotes.
    pub fn agreeing<'f>(&'f self, part: &FieldPart<'a>, figure: &'f Figure) -> Vec<&'f Figure> {
        if part.cites {
            return self.agreeing_in(&part.evidence, figure);
        }
        match self.source {
            Some(source) => source.figures().agreeing(figure).collect(),
            None => self.own_words.values().flat_map(|own| own.figures.agreeing(figure)).collect(),
        }
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

/// Whether the author's words deny something themselves, and so may have a figure that the source
/// denies.
pub fn denies(field: &ProseField<'_>) -> bool {
    field.line().words.iter().any(|word| {
        english::DENIALS.contains(&word.as_str())
            || qualifiers::qualifier(word) == Some(qualifiers::Qualifier::Negation)
    })
}
