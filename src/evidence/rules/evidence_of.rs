//! The passages that a quote points to: where the source's text is here, the text decides.

use std::ops::Range;

use super::RuleContext;
use crate::brief::Quote;

impl<'a> RuleContext<'a> {
    /// The bytes of the paragraphs that a quote was found in, else of those it names; none where neither is
    /// known or the text is not here.
    pub fn passages(&self, quote: &Quote) -> Vec<Range<usize>> {
        let Some(source) = self.source else { return Vec::new() };
        let paragraphs = source.text.paragraphs();
        let found = self
            .numbers(quote)
            .iter()
            .filter_map(|number| paragraphs.get((*number as usize).checked_sub(1)?));
        found.cloned().collect()
    }

    /// The words that a quote points to: its passages, or without the text its own.
    pub fn words_of_evidence(&self, quote: &'a Quote) -> Vec<&'a str> {
        let Some(source) = self.source else { return vec![quote.words.text()] };
        self.passages(quote).into_iter().map(|bytes| &source.text.as_str()[bytes]).collect()
    }

    /// The paragraphs of a quote, as they are cited: `¶3, ¶4`; nothing where they are not known.
    pub fn cited(&self, quote: &Quote) -> String {
        self.numbers(quote).iter().map(|number| format!("¶{number}")).collect::<Vec<_>>().join(", ")
    }

    fn numbers(&self, quote: &Quote) -> &[u32] {
        self.findings.get(&quote.id).map_or(&[], |finding| &finding.paragraphs)
    }
}
