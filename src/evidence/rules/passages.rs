//! The passages that a quote points to: if the source's text is available, the text decides.

use super::RuleContext;
use super::fields::ProseField;
use crate::brief::Quote;
use crate::evidence::index::passages::PassageIndex;
use crate::evidence::index::sentences::Sentence;

impl<'a> RuleContext<'a> {
    /// Returns the paragraphs that a quote was found in, else those it names; without the text its
    /// own words. None if neither is known.
    pub fn passages(&self, quote: &'a Quote) -> Vec<&PassageIndex> {
        match self.source {
            Some(source) => {
                let numbers = self.paragraphs(quote).iter();
                numbers.filter_map(|number| source.passage(*number)).collect()
            }
            None => self.own_words.get(&quote.id).into_iter().collect(),
        }
    }

    /// Returns the sentences of what a field rests on.
    pub fn sentences(&self, field: &ProseField<'a>) -> impl Iterator<Item = &Sentence> {
        let passages = field.evidence.iter().flat_map(|quote| self.passages(quote));
        passages.flat_map(|passage| &passage.sentences)
    }

    /// The paragraphs of a quote, as they are cited: `¶3, ¶4`; empty if they are not known.
    pub fn cited(&self, quote: &Quote) -> String {
        let cited: Vec<String> =
            self.paragraphs(quote).iter().map(|number| format!("¶{number}")).collect();
        cited.join(", ")
    }

    fn paragraphs(&self, quote: &Quote) -> &[u32] {
        self.findings.get(&quote.id).map_or(&[], |finding| &finding.paragraphs)
    }
}
