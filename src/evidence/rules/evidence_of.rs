//! The passages that a quote points to: where the source's text is here, the text decides.

use std::ops::Range;

use super::Check;
use crate::brief::Quote;

impl<'a> Check<'a> {
    /// The bytes of the source that a quote points to: the paragraphs it was found in, else those it
    /// names, else all of them. Nothing where the text is not here.
    pub fn passages(&self, quote: &Quote) -> Option<Vec<Range<usize>>> {
        let text = self.ground?.text;
        let numbers = self.findings.get(&quote.id).map_or(&[][..], |finding| &finding.paragraphs);
        let found: Vec<Range<usize>> = numbers
            .iter()
            .filter_map(|number| text.paragraphs().get((*number as usize).checked_sub(1)?))
            .cloned()
            .collect();
        Some(if found.is_empty() { vec![0..text.as_str().len()] } else { found })
    }

    /// The words that a quote points to: its passages, or without the text its own.
    pub fn words_of_evidence(&self, quote: &'a Quote) -> Vec<&'a str> {
        let Some(ground) = self.ground else { return vec![quote.words.text()] };
        let passages = self.passages(quote).unwrap_or_default();
        passages.into_iter().map(|bytes| &ground.text.as_str()[bytes]).collect()
    }

    /// The paragraphs of a quote, as they are cited: `¶3, ¶4`; nothing where they are not known.
    pub fn cited(&self, quote: &Quote) -> String {
        let numbers = self.findings.get(&quote.id).map_or(&[][..], |finding| &finding.paragraphs);
        numbers.iter().map(|number| format!("¶{number}")).collect::<Vec<_>>().join(", ")
    }
}
