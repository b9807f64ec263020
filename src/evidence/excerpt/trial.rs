//! Tries whether a quote passes the check.

use std::ops::Range;

use crate::brief::{Brief, ById, FieldPath, Problem, Quote, Rule};
use crate::evidence::index::SourceIndex;
use crate::evidence::proposal::is_mark_or_space;
use crate::evidence::rules::RuleContext;
use crate::evidence::{Finding, State, quotation};
use crate::text::Text;

/// This many words beside a quotation are tried, to tell it from the same words elsewhere.
const BESIDE: [usize; 4] = [6, 12, 24, 48];

/// A quote that may be made.
pub struct Candidate {
    /// The quote.
    pub quote: Quote,
    /// The bytes of the source that it is meant to be found in.
    pub bytes: Range<usize>,
}

/// Tries quotes for a brief.
pub struct QuoteTrial<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// Its source, read for it.
    pub source: &'a SourceIndex<'a>,
    /// The rules that a quote may break.
    pub accepted: &'a [Rule],
}

impl QuoteTrial<'_> {
    /// Returns the first of several quotes that passes the check, or else what is wrong with the first.
    pub fn first_sound(&self, candidates: Vec<Candidate>) -> Result<Quote, Text> {
        let mut reason = None;
        for candidate in candidates {
            match self.settled(&candidate) {
                Ok(quote) => return Ok(quote),
                Err(problem) => reason = reason.or(Some(problem.message)),
            }
        }
        Err(reason.unwrap_or_else(|| "there are no words here to quote".into()))
    }

    /// Returns the quote with as many words beside it as tell it from the same words elsewhere.
    fn settled(&self, Candidate { quote, bytes }: &Candidate) -> Result<Quote, Problem> {
        // The number of a paragraph changes more easily than the words beside it, so that alone does
        // not have to tell the places apart.
        let fault = |quote: &Quote| {
            let unnumbered = Quote { paragraph: None, ..quote.clone() };
            self.fault(&unnumbered, bytes).or_else(|| self.fault(quote, bytes))
        };
        let Some(first) = fault(quote) else { return Ok(quote.clone()) };
        if first.rule != Rule::AmbiguousQuote {
            return Err(first);
        }
        for count in BESIDE {
            let (before, after) = (self.before(bytes, count), self.after(bytes, count));
            let beside = [(before.clone(), None), (None, after.clone()), (before, after)];
            for (prefix, suffix) in beside {
                let quote = Quote { prefix, suffix, ..quote.clone() };
                if fault(&quote).is_none() {
                    return Ok(quote);
                }
            }
        }
        self.fault(quote, bytes).map_or_else(|| Ok(quote.clone()), Err)
    }

    /// Returns the first error in a quote, or says that its words are not found in `bytes`.
    fn fault(&self, quote: &Quote, bytes: &Range<usize>) -> Option<Problem> {
        let is_fault =
            |problem: &Problem| problem.is_error() && !self.accepted.contains(&problem.rule);
        let paragraphs: Vec<u32> = quote.paragraph.into_iter().collect();
        let mut finding = Finding::unplaced(&quote.id, State::Unverified, paragraphs);
        if let Some(exact) = quote.words.exact() {
            let verdict = quotation::verify(self.source, self.brief, quote, exact);
            let fault = verdict.problem.into_iter().chain(verdict.warnings).find(is_fault);
            if fault.is_some() {
                return fault;
            }
            finding = verdict.finding;
            let is_here = |span: &Range<usize>| span.start < bytes.end && bytes.start < span.end;
            if !finding.spans.is_empty() && !finding.spans.iter().any(is_here) {
                let path = FieldPath::top().key("quotes").key(&quote.id);
                let message = "the source has these words elsewhere";
                return Some(Problem::new(Rule::AmbiguousQuote, path, message));
            }
        }
        let alone = Brief {
            top_lines: Box::default(),
            lines_to_take: Box::default(),
            background: Box::default(),
            gaps: Box::default(),
            quotes: ById::new(vec![quote.clone()]),
            claims: ById::default(),
            asks: ById::default(),
            ..self.brief.clone()
        };
        let findings = ById::new(vec![finding]);
        let problems = RuleContext::new(&alone, Some(self.source), false, &findings).problems();
        let is_its = |problem: &Problem| problem.path.item().is_some_and(|at| **at == *quote.id);
        problems.into_iter().filter(is_its).find(is_fault)
    }

    /// Returns this many words before `bytes`, if there are any.
    fn before(&self, bytes: &Range<usize>, count: usize) -> Option<Text> {
        let text = &self.source.text.as_str()[..bytes.start];
        let end = text.trim_end_matches(is_mark_or_space).len();
        let mut start = end;
        for _ in 0..count {
            let rest = text[..start].trim_end();
            let space = rest.char_indices().rev().find(|(_, c)| c.is_whitespace());
            start = space.map_or(0, |(at, c)| at + c.len_utf8());
        }
        self.words(start..end)
    }

    /// Returns this many words after `bytes`, if there are any.
    fn after(&self, bytes: &Range<usize>, count: usize) -> Option<Text> {
        let text = self.source.text.as_str();
        let is_skipped = |c: char| is_mark_or_space(c) || matches!(c, ',' | ';');
        let start = text.len() - text[bytes.end..].trim_start_matches(is_skipped).len();
        let mut end = start;
        for _ in 0..count {
            let rest = &text[end..];
            let word = rest.len() - rest.trim_start().len();
            let length = rest[word..].find(char::is_whitespace).unwrap_or(rest.len() - word);
            end += word + length;
        }
        self.words(start..end)
    }

    fn words(&self, bytes: Range<usize>) -> Option<Text> {
        Some(self.source.text.on_one_line(&bytes)).filter(|words| !words.is_empty())
    }
}
