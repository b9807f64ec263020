//! Decides whether the exact words of one quote are in its source, and where.

mod brackets;
mod correction;
mod cuts;
mod edges;
mod ellipsis;
pub mod matching;
mod nearest;
pub mod pattern;
pub mod refusal;
mod sentence;
pub mod speaker;
mod word_run;

use std::collections::HashSet;
use std::ops::Range;

use matching::{Insertions, SegmentSearch};
use pattern::{Pattern, PatternPiece, Segment};
use speaker::Occurrence;

use super::index::SourceIndex;
use super::source::words::{TokenKind, Tokens};
use super::{Finding, State};
use crate::brief::{Brief, Problem, Quote, Rule};
use crate::text::Text;

/// What became of a quote.
pub struct Verdict {
    /// Where it was found.
    pub finding: Finding,
    /// Why it is refused, if it is.
    pub problem: Option<Problem>,
    /// What somebody should look at, if it is not refused.
    pub warnings: Vec<Problem>,
}

/// Looks for the `exact` words of `quote`: first as written, so that a source's own brackets and
/// ellipses match, then with the marks of an editor taken as such.
pub fn verify(source: &SourceIndex<'_>, brief: &Brief, quote: &Quote, exact: &Text) -> Verdict {
    let tokens = Tokens::new(exact);
    let check = QuotationCheck { source, brief, quote, exact, tokens: &tokens };
    match check.decide() {
        Ok(place) => check.verified(&place),
        Err(refusal) => check.refused(refusal),
    }
}

/// The places of a quotation's segments, in order; tokens of the source.
type Match = Vec<Range<usize>>;

/// Why a quotation is refused, and where it was found all the same.
struct Refusal {
    problem: Problem,
    found: Match,
}

/// One quote that is being decided on.
struct QuotationCheck<'a> {
    source: &'a SourceIndex<'a>,
    brief: &'a Brief,
    quote: &'a Quote,
    exact: &'a Text,
    tokens: &'a Tokens,
}

impl QuotationCheck<'_> {
    fn decide(&self) -> Result<Match, Refusal> {
        let literal = self.decide_on(&Pattern::literal(self.tokens));
        let decided = match (literal, Pattern::edited(self.tokens)) {
            (Err(_), Some(edited)) => self.decide_on(&edited),
            (literal, _) => literal,
        };
        if self.source.effort.is_spent() { Err(self.not_looked_for()) } else { decided }
    }

    fn decide_on(&self, pattern: &Pattern) -> Result<Match, Refusal> {
        if pattern.segments.is_empty() {
            return Err(self.refuse(Rule::NotVerbatim, "this contains no words of the source"));
        }
        let search = self.search(Insertions::Fair);
        let mut found = Vec::new();
        for segment in &pattern.segments {
            let occurrences: Vec<Range<usize>> = self
                .occurrences(segment)
                .into_iter()
                .filter(|range| self.edges_are_fair(&search, segment, range))
                .filter(|range| self.ends_as_asked(pattern, segment, range))
                .filter(|range| self.cut_figure(range).is_none())
                .collect();
            if occurrences.is_empty() {
                return Err(self.not_verbatim(pattern, segment));
            }
            found.push(occurrences);
        }
        let spoken = self.attributable(&found)?;
        let places = self.chains(&spoken, ChainLimits::ALL);
        if places.is_empty() {
            return Err(self.broken_chain(&found, &spoken));
        }
        self.choose(self.in_other_case(pattern, places))
    }

    fn search(&self, insertions: Insertions) -> SegmentSearch<'_> {
        SegmentSearch {
            source: &self.source.tokens,
            exact: self.tokens,
            insertions,
            effort: &self.source.effort,
        }
    }

    /// Where the source has `segment`; if nowhere, where it has it but for its noise.
    fn occurrences(&self, segment: &Segment) -> Vec<Range<usize>> {
        let search = self.search(Insertions::Fair);
        let found = search.occurrences(segment);
        match self.source.tokens.without_noise() {
            Some(quiet) if found.is_empty() => {
                let found = SegmentSearch { source: quiet, ..search }.occurrences(segment);
                let bytes = found.into_iter().map(|range| quiet.bytes(range));
                bytes.map(|bytes| self.source.tokens.within(&bytes)).collect()
            }
            _ => found,
        }
    }

    fn edges_are_fair(
        &self,
        search: &SegmentSearch<'_>,
        segment: &Segment,
        range: &Range<usize>,
    ) -> bool {
        let speech = self.source.speech_around(range);
        search.edge_is_fair(&segment.lead, speech.start..range.start, true)
            && search.edge_is_fair(&segment.trail, range.end..speech.end, false)
    }

    /// Whether the source does not turn what ends in a full stop here into a question.
    fn ends_as_asked(&self, pattern: &Pattern, segment: &Segment, range: &Range<usize>) -> bool {
        let is_last = pattern.segments.last() == Some(segment);
        let next = self.source.tokens.get(range.end).filter(|token| !token.spaced);
        let asks = next.is_some_and(|token| token.kind == TokenKind::Sign('?'));
        !(is_last && pattern.final_mark == Some('.') && asks)
    }

    /// Every way to take one occurrence of each segment, in order, as the `limits` ask; each
    /// as tight as it can be.
    fn chains(&self, spoken: &[Vec<Occurrence>], limits: ChainLimits) -> Vec<Match> {
        let mut chains: Vec<Vec<&Occurrence>> =
            spoken.first().into_iter().flatten().map(|first| vec![first]).collect();
        for occurrences in spoken.iter().skip(1) {
            chains = occurrences
                .iter()
                .filter_map(|next| self.tightest(&chains, next, limits))
                .collect();
        }
        chains
            .into_iter()
            .map(|chain| chain.into_iter().map(|spoken| spoken.range.clone()).collect())
            .collect()
    }

    /// The chain that `next` follows most closely. `chains` are in the order of their ends.
    fn tightest<'s>(
        &self,
        chains: &[Vec<&'s Occurrence>],
        next: &'s Occurrence,
        limits: ChainLimits,
    ) -> Option<Vec<&'s Occurrence>> {
        /// Of the chains that end before a segment at most this many are tried.
        const TRIED: usize = 64;
        let end = |chain: &Vec<&Occurrence>| chain.last().map_or(0, |last| last.range.end);
        let before = chains.partition_point(|chain| end(chain) <= next.range.start);
        let chain = chains[..before].iter().rev().take(TRIED).find(|chain| {
            let Some(last) = chain.last() else { return false };
            let gap = last.range.end..next.range.start;
            (!limits.one_speaker || last.speakers == next.speakers)
                && self.source.effort.draw(gap.len())
                && (!limits.keeps_negations || self.gap(gap).lost_negation().is_none())
        })?;
        Some(chain.iter().copied().chain([next]).collect())
    }

    /// The one place that is meant.
    fn choose(&self, places: Vec<Match>) -> Result<Match, Refusal> {
        let places = disjoint(places);
        let fits = self.fits_neighbours();
        let beside: Vec<Match> = places.iter().filter(|place| fits(place)).cloned().collect();
        if beside.is_empty() {
            return Err(self.wrong_neighbours(places));
        }
        let ours = narrowed(beside, |place| {
            place.first().is_some_and(|range| self.is_surely_spoken(range))
        });
        let there = narrowed(ours, |place| {
            self.quote.paragraph.is_some_and(|n| self.source.paragraphs(place).contains(&n))
        });
        match there.as_slice() {
            [place] => Ok(place.clone()),
            _ => Err(self.ambiguous(&there)),
        }
    }

    /// Whether the words before and after a place are those that the brief names.
    fn fits_neighbours(&self) -> impl Fn(&Match) -> bool {
        let ends = self.quote.prefix.as_ref().map(|prefix| self.edges(prefix, |range| range.end));
        let starts =
            self.quote.suffix.as_ref().map(|suffix| self.edges(suffix, |range| range.start));
        move |place| {
            let Some((first, last)) = place.first().zip(place.last()) else { return false };
            let after = [last.end, self.past_mark(last.end)];
            ends.as_ref().is_none_or(|ends| ends.contains(&first.start))
                && starts.as_ref().is_none_or(|starts| after.iter().any(|at| starts.contains(at)))
        }
    }

    /// Where `text` begins or ends in the source.
    fn edges(&self, text: &Text, edge: fn(&Range<usize>) -> usize) -> HashSet<usize> {
        let tokens = Tokens::new(text);
        let pieces = (0..tokens.len()).map(PatternPiece::Token).collect();
        let segment = Segment { pieces, ..Segment::default() };
        let search = SegmentSearch {
            source: &self.source.tokens,
            exact: &tokens,
            insertions: Insertions::Fair,
            effort: &self.source.effort,
        };
        search.occurrences(&segment).iter().map(edge).collect()
    }

    /// The token after the stop or comma at `end`, which `exact` need not have.
    fn past_mark(&self, end: usize) -> usize {
        let mark = self.source.tokens.get(end).map(|token| token.kind);
        if matches!(mark, Some(TokenKind::Sign('.' | ',' | ';'))) { end + 1 } else { end }
    }

    fn verified(&self, place: &Match) -> Verdict {
        let warnings = self.cut_warnings(place);
        Verdict { finding: self.finding(State::Verified, place), problem: None, warnings }
    }

    fn refused(&self, refusal: Refusal) -> Verdict {
        let finding = self.finding(State::Failed, &refusal.found);
        Verdict { finding, problem: Some(refusal.problem), warnings: Vec::new() }
    }

    fn finding(&self, state: State, place: &Match) -> Finding {
        let spans = place.iter().map(|range| self.source.tokens.bytes(range.clone())).collect();
        let paragraphs = match place.as_slice() {
            [] => self.quote.paragraph.into_iter().collect(),
            place => self.source.paragraphs(place),
        };
        Finding::in_text(&self.quote.id, state, paragraphs, spans, self.source.text)
    }
}

/// What holds two segments together.
#[derive(Clone, Copy)]
struct ChainLimits {
    /// One speaker says both.
    one_speaker: bool,
    /// What is left out takes no negation with it.
    keeps_negations: bool,
}

impl ChainLimits {
    const ALL: Self = Self { one_speaker: true, keeps_negations: true };
}

/// The first of the places, and each that shares no token with the last one taken.
fn disjoint(mut places: Vec<Match>) -> Vec<Match> {
    let bounds = |place: &Match| {
        (place.last().map_or(0, |range| range.end), place.first().map_or(0, |range| range.start))
    };
    places.sort_by_key(|place| (bounds(place).0, std::cmp::Reverse(bounds(place).1)));
    let mut taken: Vec<Match> = Vec::new();
    for place in places {
        if taken.last().is_none_or(|last| bounds(last).0 <= bounds(&place).1) {
            taken.push(place);
        }
    }
    taken
}

/// The places that fit, unless none does.
fn narrowed(places: Vec<Match>, fits: impl Fn(&Match) -> bool) -> Vec<Match> {
    if places.len() < 2 {
        return places;
    }
    let fitting: Vec<Match> = places.iter().filter(|place| fits(place)).cloned().collect();
    if fitting.is_empty() { places } else { fitting }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{self, Id};
    use crate::evidence::SourceText;
    use crate::evidence::effort::Effort;

    /// Returns what becomes of the `exact` words of the Board, which says `text`, if they may cause so
    /// much work.
    fn verdict(exact: &str, text: &str, effort: usize) -> Verdict {
        let yaml = format!(
            "summary: x\nsource: {{title: x, publisher: x}}\norganisations: {{board: Board}}\n\
             quotes:\n  q: {{form: partial, by: board, exact: '{exact}'}}\n"
        );
        let brief = brief::read(&Id::of_file("x"), yaml.as_bytes()).brief.unwrap();
        let text = SourceText::new(&format!("The Board said: “{text}.”"));
        let mut source = SourceIndex::new(&text, &brief);
        source.effort = Effort::limited_to(effort);
        let quote = &brief.quotes["q"];
        verify(&source, &brief, quote, quote.words.exact().unwrap())
    }

    #[test]
    fn a_quotation_made_to_be_slow_is_refused_and_the_reason_told() {
        let told = "this was not checked to the end: too many passages of the source are like the \
                    quotations of this brief";
        for (part, text) in [
            ("boats […] ", "we saw boats ".repeat(400)),
            ("a […] ", "a ".repeat(2_000)),
            ("a [they] ", "a ".repeat(2_000)),
            ("we saw [they] ", "we saw ".repeat(2_000)),
            ("[w]e s[aw] ", "we s we saw ".repeat(2_000)),
        ] {
            let problem = verdict(&part.repeat(100), &text, 50_000).problem.unwrap();
            assert_eq!(&*problem.message, told, "{part}");
        }
    }

    #[test]
    fn a_quotation_of_a_page_takes_little_work() {
        let words = |from: usize, to: usize| -> String {
            (from..to).map(|word| format!("the boat w{word} and ")).collect()
        };
        let exact = format!("{}[…] {}", words(10, 90), words(120, 190));
        assert_eq!(verdict(exact.trim(), &words(0, 2_000), 50_000).finding.state, State::Verified);
    }
}
