//! Decides whether the exact words of one quote are in its source, and where.

pub mod matching;
mod nearest;
pub mod pattern;
mod refusal;

use std::ops::Range;

use matching::{Insertions, SegmentSearch};
use pattern::{Pattern, PatternPiece, Segment};

use super::index::{PassageOwner, SourceIndex};
use super::source::attribution::SpokenBy;
use super::source::party_names::PartyNames;
use super::source::words::{TokenKind, Tokens};
use super::{Finding, State};
use crate::brief::{Brief, Id, Problem, Quote, Rule};
use crate::text::Text;

/// What became of a quote.
pub struct Verdict {
    /// Where it was found.
    pub finding: Finding,
    /// Why it is refused, if it is.
    pub problem: Option<Problem>,
    /// What an ellipsis leaves out, as tokens of the source.
    pub elided: Vec<Range<usize>>,
}

/// Looks for the `exact` words of `quote`: first as written, so that a source's own brackets and
/// ellipses match, then with the marks of an editor taken as such.
pub fn verify(source: &SourceIndex<'_>, brief: &Brief, quote: &Quote, exact: &Text) -> Verdict {
    let tokens = Tokens::new(exact);
    let check = |by| QuotationCheck { source, brief, quote, by, exact, tokens: &tokens };
    let mut refused = None;
    for by in speakers(quote) {
        let check = check(by);
        match check.decide() {
            Ok(place) => return check.verified(&place),
            Err(refusal) => {
                // Words that are nowhere are nobody's.
                let is_nowhere = refusal.problem.rule == Rule::NotVerbatim;
                refused = refused.or(Some(refusal));
                if is_nowhere {
                    break;
                }
            }
        }
    }
    let check = check(None);
    match refused {
        Some(refusal) => check.refused(refusal),
        None => check.verified(&Match::new()),
    }
}

/// Those whom the source may name as the speaker of `quote`: of a joint statement any one of them;
/// [`None`] if the source speaks itself.
fn speakers(quote: &Quote) -> impl Iterator<Item = Option<&Id>> {
    /// Of those who speak together at most this many are tried.
    const TRIED: usize = 32;
    let nobody = quote.by.is_source().then_some(None);
    quote.by.parties().iter().take(TRIED).map(Some).chain(nobody)
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
    /// The one of its speakers that the source has to name.
    by: Option<&'a Id>,
    exact: &'a Text,
    tokens: &'a Tokens,
}

impl QuotationCheck<'_> {
    fn decide(&self) -> Result<Match, Refusal> {
        let literal = self.decide_on(&Pattern::literal(self.tokens));
        match (literal, Pattern::edited(self.tokens)) {
            (Err(_), Some(edited)) => self.decide_on(&edited),
            (literal, _) => literal,
        }
    }

    fn decide_on(&self, pattern: &Pattern) -> Result<Match, Refusal> {
        if pattern.segments.is_empty() {
            return Err(self.refuse(Rule::NotVerbatim, "this contains no words of the source"));
        }
        let search = self.search(Insertions::Fair);
        let mut found = Vec::new();
        for segment in &pattern.segments {
            let occurrences: Vec<Range<usize>> = search
                .occurrences(segment)
                .into_iter()
                .filter(|range| self.edges_are_fair(&search, segment, range))
                .filter(|range| self.ends_as_asked(pattern, segment, range))
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
        let (others, ours): (Vec<Match>, Vec<Match>) =
            places.into_iter().partition(|place| self.other_speaker(&place[0]).is_some());
        let given_away = others.first().filter(|_| ours.is_empty()).map(|place| &place[0]);
        match given_away.and_then(|range| Some((range, self.other_speaker(range)?))) {
            Some((range, other)) => {
                Err(self.not_spoken(range, SpeakerMismatch::GivenTo(other.clone())))
            }
            None => self.choose(ours),
        }
    }

    fn search(&self, insertions: Insertions) -> SegmentSearch<'_> {
        SegmentSearch { source: &self.source.tokens, exact: self.tokens, insertions }
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

    /// Those occurrences of each segment that the speaker may have spoken.
    fn attributable(&self, found: &[Vec<Range<usize>>]) -> Result<Vec<Vec<Occurrence>>, Refusal> {
        let mut spoken = Vec::new();
        for occurrences in found {
            let mut good = Vec::new();
            let mut refused = None;
            for range in occurrences {
                match self.spoken_by(range) {
                    Ok(spoken_by) => good.push(Occurrence { range: range.clone(), spoken_by }),
                    Err(reason) => refused = refused.or(Some((range, reason))),
                }
            }
            if let (true, Some((range, reason))) = (good.is_empty(), refused) {
                return Err(self.not_spoken(range, reason));
            }
            spoken.push(good);
        }
        Ok(spoken)
    }

    /// Whose words these are, unless they cannot be the speaker's.
    fn spoken_by(&self, range: &Range<usize>) -> Result<SpokenBy, SpeakerMismatch> {
        let by = self.by;
        if by.is_none() {
            return self.outside_speech(range);
        }
        let spoken_by = match self.source.owner_of(range, by) {
            PassageOwner::Speaker(spoken_by) => spoken_by,
            PassageOwner::Reporter => return Err(SpeakerMismatch::Reporter),
            PassageOwner::Several => return Err(SpeakerMismatch::TwoSpeakers),
        };
        if !self.source.is_transcript() || self.brief.source.by.as_ref() == by {
            return Ok(spoken_by);
        }
        match &spoken_by {
            SpokenBy::Party(id) if self.speaks_for(id) => Ok(spoken_by),
            SpokenBy::Unknown(_) if self.is_named_near(range) => Ok(spoken_by),
            SpokenBy::Unknown(_) => Err(SpeakerMismatch::Unnamed),
            SpokenBy::Party(_) | SpokenBy::Other(_) => Err(SpeakerMismatch::TurnOf(spoken_by)),
        }
    }

    /// Whether these are the source's own words, as those of a passage have to be.
    fn outside_speech(&self, range: &Range<usize>) -> Result<SpokenBy, SpeakerMismatch> {
        match self.source.speech_in(range) {
            None => Ok(SpokenBy::Unknown(0)),
            Some(speech) => Err(SpeakerMismatch::InSpeech(speech)),
        }
    }

    /// The other party that the source surely gives these words to. An organisation and its
    /// official may speak for each other, and an attribution of the author's own is accepted.
    fn other_speaker(&self, range: &Range<usize>) -> Option<&Id> {
        let by = self.by.filter(|_| !self.quote.inferred)?;
        let organisation = |id: &Id| {
            self.brief.officials.get(id).and_then(|official| official.organisation.as_ref())
        };
        let other = self.source.given_to_other(range, by)?;
        (organisation(other) != Some(by) && organisation(by) != Some(other)).then_some(other)
    }

    /// Whether `id` is the quote's speaker or speaks for that organisation.
    fn speaks_for(&self, id: &Id) -> bool {
        let official = self.brief.officials.get(id);
        self.by
            .is_some_and(|by| by == id || official.is_some_and(|official| official.belongs_to(by)))
    }

    /// Whether the source names the speaker or their organisation within two paragraphs.
    fn is_named_near(&self, range: &Range<usize>) -> bool {
        let near = self.source.around(&self.source.paragraphs(std::slice::from_ref(range)), 2);
        is_named_in(self.source, self.brief, self.quote, near)
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
            (!limits.one_speaker || last.spoken_by == next.spoken_by)
                && (!limits.keeps_negations
                    || self.search(Insertions::Fair).lost_negation(gap).is_none())
        })?;
        Some(chain.iter().copied().chain([next]).collect())
    }

    /// The one place that is meant.
    fn choose(&self, places: Vec<Match>) -> Result<Match, Refusal> {
        let places = disjoint(places);
        let beside: Vec<Match> =
            places.iter().filter(|place| self.fits_neighbours(place)).cloned().collect();
        if beside.is_empty() {
            return Err(self.wrong_neighbours(places));
        }
        let ours = narrowed(beside, |place| {
            let spoken_by = place.first().map(|range| self.spoken_by(range));
            matches!(spoken_by, Some(Ok(SpokenBy::Party(id))) if self.speaks_for(&id))
        });
        let there = narrowed(ours, |place| {
            self.quote.paragraph.is_some_and(|n| self.source.paragraphs(place).contains(&n))
        });
        match there.as_slice() {
            [place] => Ok(place.clone()),
            _ => Err(self.ambiguous(&there)),
        }
    }

    /// Whether the words before and after are those that the brief names.
    fn fits_neighbours(&self, place: &Match) -> bool {
        let Some((first, last)) = place.first().zip(place.last()) else { return false };
        let prefix = self
            .quote
            .prefix
            .as_ref()
            .is_none_or(|prefix| self.neighbours(prefix).any(|range| range.end == first.start));
        let suffix = self.quote.suffix.as_ref().is_none_or(|suffix| {
            self.neighbours(suffix)
                .any(|range| range.start == last.end || range.start == self.past_mark(last.end))
        });
        prefix && suffix
    }

    fn neighbours(&self, text: &Text) -> impl Iterator<Item = Range<usize>> + use<> {
        let tokens = Tokens::new(text);
        let pieces = (0..tokens.len()).map(PatternPiece::Token).collect();
        let segment = Segment { pieces, ..Segment::default() };
        let search = SegmentSearch {
            source: &self.source.tokens,
            exact: &tokens,
            insertions: Insertions::Fair,
        };
        search.occurrences(&segment).into_iter()
    }

    /// The token after the stop or comma at `end`, which `exact` need not have.
    fn past_mark(&self, end: usize) -> usize {
        let mark = self.source.tokens.get(end).map(|token| token.kind);
        if matches!(mark, Some(TokenKind::Sign('.' | ',' | ';'))) { end + 1 } else { end }
    }

    fn verified(&self, place: &Match) -> Verdict {
        let elided = place.windows(2).map(|pair| pair[0].end..pair[1].start).collect();
        Verdict { finding: self.finding(State::Verified, place), problem: None, elided }
    }

    fn refused(&self, refusal: Refusal) -> Verdict {
        let finding = self.finding(State::Failed, &refusal.found);
        Verdict { finding, problem: Some(refusal.problem), elided: Vec::new() }
    }

    fn finding(&self, state: State, place: &Match) -> Finding {
        let spans = place.iter().map(|range| self.source.tokens.bytes(range.clone())).collect();
        let paragraphs = match place.as_slice() {
            [] => self.quote.paragraph.into_iter().collect(),
            place => self.source.paragraphs(place),
        };
        Finding { state, paragraphs, spans }
    }
}

/// An occurrence of a segment, and whose words it is.
struct Occurrence {
    range: Range<usize>,
    spoken_by: SpokenBy,
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

/// Why words cannot be the speaker's.
enum SpeakerMismatch {
    Reporter,
    TwoSpeakers,
    Unnamed,
    TurnOf(SpokenBy),
    /// They are to be the source's own, and stand in the speech of this tokens of it.
    InSpeech(Range<usize>),
    GivenTo(Id),
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

/// Whether the tokens of `near` name a speaker of `quote`, or the organisation of an official.
pub fn is_named_in(
    source: &SourceIndex<'_>,
    brief: &Brief,
    quote: &Quote,
    near: Range<usize>,
) -> bool {
    let is_named = |id: &Id| {
        PartyNames::in_brief(brief, id).mentions(&source.tokens, near.clone()).next().is_some()
    };
    let organisation =
        |id: &Id| brief.officials.get(id).and_then(|official| official.organisation.as_ref());
    let mut speakers = quote.by.parties().iter();
    quote.by.is_source()
        || speakers.any(|by| is_named(by) || organisation(by).is_some_and(is_named))
}
