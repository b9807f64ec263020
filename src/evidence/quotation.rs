//! Decides whether the exact words of one quote stand in its source, and where.

use std::ops::Range;

use super::ground::{Ground, Standing};
use super::matching::{Insertions, Search};
use super::names::Names;
use super::nearest::{self, Difference};
use super::pattern::{Pattern, Piece, Segment};
use super::voices::Voice;
use super::words::{Kind, Words};
use super::{Finding, State};
use crate::brief::{Brief, Id, Item, Path, Problem, Quote, Rule, Spot};
use crate::text::Text;

/// What became of a quote.
pub struct Verdict {
    /// Where it was found.
    pub finding: Finding,
    /// Why it does not stand, where it does not.
    pub problem: Option<Problem>,
    /// What an ellipsis leaves out, as tokens of the source.
    pub left_out: Vec<Range<usize>>,
}

/// Looks for the `exact` words of `quote`: first as they stand, so that a source's own brackets and
/// ellipses match, then with the marks of an editor taken as such.
pub fn verify(ground: &Ground<'_>, brief: &Brief, quote: &Quote, exact: &Text) -> Verdict {
    let words = Words::of(exact, false);
    let case = Case { ground, brief, quote, exact, words: &words };
    match case.decide() {
        Ok(place) => case.verified(place),
        Err(failure) => case.failed(failure),
    }
}

/// Where the segments of a quotation stand, in order; tokens of the source.
type Place = Vec<Range<usize>>;

/// Why a quotation does not stand, and where it was found all the same.
struct Failure {
    problem: Problem,
    found: Place,
}

/// One quote that is being decided on.
struct Case<'a> {
    ground: &'a Ground<'a>,
    brief: &'a Brief,
    quote: &'a Quote,
    exact: &'a Text,
    words: &'a Words,
}

impl Case<'_> {
    fn decide(&self) -> Result<Place, Failure> {
        let literal = self.decide_on(&Pattern::literal(self.words));
        match (literal, Pattern::edited(self.words)) {
            (Err(_), Some(edited)) => self.decide_on(&edited),
            (literal, _) => literal,
        }
    }

    fn decide_on(&self, pattern: &Pattern) -> Result<Place, Failure> {
        if pattern.segments.is_empty() {
            return Err(self.fail(Rule::NotVerbatim, "there are no words of the source in it"));
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
        let spoken = self.spoken(&found)?;
        let places = self.chains(&spoken, Links::ALL);
        if places.is_empty() {
            return Err(self.broken_chain(&found, &spoken));
        }
        self.choose(places)
    }

    fn search(&self, insertions: Insertions) -> Search<'_> {
        Search { source: &self.ground.words, exact: self.words, insertions }
    }

    fn edges_are_fair(&self, search: &Search<'_>, segment: &Segment, range: &Range<usize>) -> bool {
        let speech = self.ground.speech_around(range);
        search.edge_is_fair(&segment.lead, speech.start..range.start, true)
            && search.edge_is_fair(&segment.trail, range.end..speech.end, false)
    }

    /// Whether the source does not turn what ends in a full stop here into a question.
    fn ends_as_asked(&self, pattern: &Pattern, segment: &Segment, range: &Range<usize>) -> bool {
        let is_last = pattern.segments.last() == Some(segment);
        let next = self.ground.words.tokens().get(range.end).filter(|token| !token.spaced);
        let asks = next.is_some_and(|token| token.kind == Kind::Sign('?'));
        !(is_last && pattern.final_mark == Some('.') && asks)
    }

    /// Those occurrences of each segment that the speaker may have spoken.
    fn spoken(&self, found: &[Vec<Range<usize>>]) -> Result<Vec<Vec<Spoken>>, Failure> {
        let mut spoken = Vec::new();
        for occurrences in found {
            let (good, bad): (Vec<_>, Vec<_>) = occurrences
                .iter()
                .map(|range| (range, self.voice(range)))
                .partition(|(_, voice)| voice.is_ok());
            if good.is_empty() {
                let (range, reason) =
                    bad.into_iter().next().unwrap_or((&occurrences[0], Ok(Voice::Unknown(0))));
                return Err(self.reporters_words(range, reason.err()));
            }
            let good = good
                .into_iter()
                .filter_map(|(range, voice)| Some(Spoken { range: range.clone(), voice: voice.ok()? }));
            spoken.push(good.collect());
        }
        Ok(spoken)
    }

    /// Whose words these are, unless they cannot be the speaker's.
    fn voice(&self, range: &Range<usize>) -> Result<Voice, NotSpoken> {
        let by = self.quote.by.party();
        let Standing::Speech(voice) = self.ground.standing(range, by) else {
            return Err(NotSpoken::Reporter);
        };
        if !self.ground.is_transcript() || self.brief.source.by.as_ref() == by {
            return Ok(voice);
        }
        match &voice {
            Voice::Party(id) if self.speaks_for(id) => Ok(voice),
            Voice::Unknown(_) if self.is_named_near(range) => Ok(voice),
            Voice::Unknown(_) => Err(NotSpoken::Unnamed),
            Voice::Party(_) | Voice::Other(_) => Err(NotSpoken::TurnOf(voice)),
        }
    }

    /// Whether `id` is the quote's speaker or speaks for that organisation.
    fn speaks_for(&self, id: &Id) -> bool {
        let official = self.brief.officials.get(id);
        self.quote
            .by
            .party()
            .is_some_and(|by| by == id || official.is_some_and(|official| official.organisation == *by))
    }

    /// Whether the source names the speaker or their organisation within two paragraphs.
    fn is_named_near(&self, range: &Range<usize>) -> bool {
        let near = self.ground.around(&self.ground.paragraphs(std::slice::from_ref(range)), 2);
        is_named_in(self.ground, self.brief, self.quote, near)
    }

    /// Every way to take one occurrence of each segment, in order, as the `links` ask; each
    /// as tight as it can be.
    fn chains(&self, spoken: &[Vec<Spoken>], links: Links) -> Vec<Place> {
        let mut chains: Vec<Vec<&Spoken>> =
            spoken.first().into_iter().flatten().map(|first| vec![first]).collect();
        for occurrences in spoken.iter().skip(1) {
            chains = occurrences.iter().filter_map(|next| self.tightest(&chains, next, links)).collect();
        }
        chains
            .into_iter()
            .map(|chain| chain.into_iter().map(|spoken| spoken.range.clone()).collect())
            .collect()
    }

    /// The chain that `next` follows most closely. `chains` are in the order of their ends.
    fn tightest<'s>(
        &self,
        chains: &[Vec<&'s Spoken>],
        next: &'s Spoken,
        links: Links,
    ) -> Option<Vec<&'s Spoken>> {
        /// Of the chains that end before a segment so many are tried.
        const TRIED: usize = 64;
        let end = |chain: &Vec<&Spoken>| chain.last().map_or(0, |last| last.range.end);
        let before = chains.partition_point(|chain| end(chain) <= next.range.start);
        let chain = chains[..before].iter().rev().take(TRIED).find(|chain| {
            let Some(last) = chain.last() else { return false };
            let gap = last.range.end..next.range.start;
            (!links.one_voice || last.voice == next.voice)
                && (!links.fair || self.search(Insertions::Fair).lost_negation(gap).is_none())
        })?;
        Some(chain.iter().copied().chain([next]).collect())
    }

    /// The one place that is meant.
    fn choose(&self, places: Vec<Place>) -> Result<Place, Failure> {
        let places = disjoint(places);
        let beside: Vec<Place> = places.iter().filter(|place| self.fits_neighbours(place)).cloned().collect();
        if beside.is_empty() {
            return Err(self.wrong_neighbours(places));
        }
        let ours = narrowed(beside, |place| {
            let voice = place.first().map(|range| self.voice(range));
            matches!(voice, Some(Ok(Voice::Party(id))) if self.speaks_for(&id))
        });
        let there = narrowed(ours, |place| {
            self.quote.paragraph.is_some_and(|n| self.ground.paragraphs(place).contains(&n))
        });
        match there.as_slice() {
            [place] => Ok(place.clone()),
            _ => Err(self.ambiguous(&there)),
        }
    }

    /// Whether the words before and after are those that the brief names.
    fn fits_neighbours(&self, place: &Place) -> bool {
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
        let words = Words::of(text, false);
        let pieces = (0..words.len()).map(Piece::Token).collect();
        let segment = Segment { pieces, ..Segment::default() };
        let search = Search { source: &self.ground.words, exact: &words, insertions: Insertions::Fair };
        search.occurrences(&segment).into_iter()
    }

    /// The token after the stop or comma at `end`, which `exact` need not have.
    fn past_mark(&self, end: usize) -> usize {
        let mark = self.ground.words.tokens().get(end).map(|token| token.kind);
        if matches!(mark, Some(Kind::Sign('.' | ',' | ';'))) { end + 1 } else { end }
    }

    fn verified(&self, place: Place) -> Verdict {
        let left_out = place.windows(2).map(|pair| pair[0].end..pair[1].start).collect();
        Verdict { finding: self.finding(State::Verified, &place), problem: None, left_out }
    }

    fn failed(&self, failure: Failure) -> Verdict {
        let finding = self.finding(State::Failed, &failure.found);
        Verdict { finding, problem: Some(failure.problem), left_out: Vec::new() }
    }

    fn finding(&self, state: State, place: &Place) -> Finding {
        let spans = place.iter().map(|range| self.ground.words.bytes(range.clone())).collect();
        let paragraphs = match place.as_slice() {
            [] => self.quote.paragraph.into_iter().collect(),
            place => self.ground.paragraphs(place),
        };
        Finding { state, paragraphs, spans }
    }
}

/// An occurrence of a segment, and whose words it is.
struct Spoken {
    range: Range<usize>,
    voice: Voice,
}

/// What holds two segments together.
#[derive(Clone, Copy)]
struct Links {
    /// One voice speaks both.
    one_voice: bool,
    /// What is left out takes no negation with it.
    fair: bool,
}

impl Links {
    const ALL: Self = Self { one_voice: true, fair: true };
}

/// Why words cannot be the speaker's.
enum NotSpoken {
    Reporter,
    Unnamed,
    TurnOf(Voice),
}

/// The first of the places, and each that shares no token with the last one taken.
fn disjoint(mut places: Vec<Place>) -> Vec<Place> {
    let bounds = |place: &Place| {
        (place.last().map_or(0, |range| range.end), place.first().map_or(0, |range| range.start))
    };
    places.sort_by_key(|place| (bounds(place).0, std::cmp::Reverse(bounds(place).1)));
    let mut taken: Vec<Place> = Vec::new();
    for place in places {
        if taken.last().is_none_or(|last| bounds(last).0 <= bounds(&place).1) {
            taken.push(place);
        }
    }
    taken
}

/// The places that fit, unless none does.
fn narrowed(places: Vec<Place>, fits: impl Fn(&Place) -> bool) -> Vec<Place> {
    if places.len() < 2 {
        return places;
    }
    let fitting: Vec<Place> = places.iter().filter(|place| fits(place)).cloned().collect();
    if fitting.is_empty() { places } else { fitting }
}

/// Whether the tokens of `near` name the speaker of `quote`, or the organisation of an official.
pub fn is_named_in(ground: &Ground<'_>, brief: &Brief, quote: &Quote, near: Range<usize>) -> bool {
    let Some(by) = quote.by.party() else { return true };
    let organisation = brief.officials.get(by).map(|official| &official.organisation);
    [Some(by), organisation]
        .into_iter()
        .flatten()
        .any(|id| Names::of(brief, id).mentions(&ground.words, near.clone()).next().is_some())
}

// What is said of a quotation that does not stand.
impl Case<'_> {
    fn path(&self) -> Path {
        Path::top().key("quotes").key(&self.quote.id)
    }

    fn problem(&self, rule: Rule, message: impl Into<Text>) -> Problem {
        Problem::new(rule, self.path().key("exact"), message)
    }

    fn fail(&self, rule: Rule, message: impl Into<Text>) -> Failure {
        Failure { problem: self.problem(rule, message), found: Vec::new() }
    }

    fn speaker(&self) -> Text {
        let party = self.quote.by.party().and_then(|id| self.brief.party(id));
        party.map_or_else(|| "the source".into(), |party| party.styled_name())
    }

    fn not_verbatim(&self, pattern: &Pattern, segment: &Segment) -> Failure {
        if let Some(failure) = self.unfair(pattern, segment) {
            return failure;
        }
        let wanted: Vec<usize> = segment
            .pieces
            .iter()
            .flat_map(|piece| match piece {
                Piece::Token(token) => *token..*token + 1,
                Piece::OtherCase { tokens, .. } | Piece::Unfit(tokens) => tokens.clone(),
                Piece::Insertion(_) | Piece::Nothing(_) => 0..0,
            })
            .collect();
        let Some(difference) = nearest::difference(self.words, &wanted, &self.ground.words) else {
            let start = wanted.first().copied().unwrap_or(0);
            let end = wanted.last().map_or(start, |last| last + 1);
            let problem = self
                .problem(Rule::NotVerbatim, "the source does not have these words, nor a passage like them");
            let problem = problem.at(self.spot(&(start..end)));
            let problem =
                problem.help("quote the source's own words, or make it `form: reported` with a `gist`");
            return Failure { problem, found: Vec::new() };
        };
        let message = format!(
            "not in the source: it has “{}”, the quote “{}”",
            self.excerpt(&self.ground.words, self.ground.text.as_str(), &difference.source),
            self.excerpt(self.words, self.exact, &difference.exact),
        );
        let problem = self.problem(Rule::NotVerbatim, message).at(self.spot(&difference.exact));
        Failure { problem: problem.help(self.nearest_passage(&difference)), found: Vec::new() }
    }

    fn nearest_passage(&self, difference: &Difference) -> String {
        let passage = &self.ground.text.as_str()[self.ground.words.bytes(difference.passage.clone())];
        let number = self.ground.paragraphs(std::slice::from_ref(&difference.passage));
        let number = number.first().copied().unwrap_or(1);
        let nearest = format!("the nearest passage is in ¶{number}: “{}”", shortened(&Text::flow(passage)));
        if self.is_page_number(&difference.source) {
            format!(
                "a page number seems to stand between the lines of the saved text: take it out there; {nearest}"
            )
        } else {
            nearest
        }
    }

    /// Whether these tokens are a number that stands on a line of its own.
    fn is_page_number(&self, range: &Range<usize>) -> bool {
        let bytes = self.ground.words.bytes(range.clone());
        let text = self.ground.text.as_str();
        let line_start = text[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[bytes.end..].find('\n').map_or(text.len(), |at| bytes.end + at);
        let line = text[line_start..line_end].trim();
        let number = line.trim_matches(|c: char| !c.is_alphanumeric());
        !range.is_empty() && !number.is_empty() && number.chars().all(char::is_numeric)
    }

    /// The failure of a segment that stands in the source but for what an insertion stands for, or
    /// for its last mark.
    fn unfair(&self, pattern: &Pattern, segment: &Segment) -> Option<Failure> {
        let search = self.search(Insertions::Any);
        let range = search.occurrences(segment).into_iter().next()?;
        let found = vec![range.clone()];
        if !self.ends_as_asked(pattern, segment, &range) {
            let problem = self
                .problem(Rule::NotVerbatim, "the source asks this as a question, and the quote states it");
            return Some(Failure { problem: problem.help("end it as the source does, with `?`"), found });
        }
        let around = self.ground.speech_around(&range);
        let near = range.start.saturating_sub(6).max(around.start)..(range.end + 6).min(around.end);
        let passage = &self.ground.text.as_str()[self.ground.words.bytes(near)];
        let message = format!(
            "words in brackets stand for a negation, a condition, a hedge or a figure of the source: “{}”",
            shortened(&Text::flow(passage))
        );
        let problem = self.problem(Rule::NotVerbatim, message);
        let problem = match segment
            .pieces
            .iter()
            .find_map(|piece| match piece {
                Piece::Insertion(words) => words.first().cloned(),
                _ => None,
            })
            .or_else(|| segment.lead.first().or(segment.trail.first()).cloned())
        {
            Some(inside) => problem.at(self.spot(&(inside.start - 1..inside.end + 1))),
            None => problem,
        };
        Some(Failure {
            problem: problem
                .help("keep that word of the source outside the brackets, or end the quote before it"),
            found,
        })
    }

    fn reporters_words(&self, range: &Range<usize>, reason: Option<NotSpoken>) -> Failure {
        let number = self.ground.paragraphs(std::slice::from_ref(range)).first().copied().unwrap_or(1);
        let speaker = self.speaker();
        let (message, help) = match reason {
            Some(NotSpoken::TurnOf(voice)) => (
                format!(
                    "in ¶{number} these words are in the turn of {}, not of {speaker}",
                    self.voice_name(&voice)
                ),
                "set `by` to who says them".to_owned(),
            ),
            Some(NotSpoken::Unnamed) => (
                format!("nothing within two paragraphs of ¶{number} names {speaker}"),
                "set `by` to who says them, or keep the names of the speakers in the saved text".to_owned(),
            ),
            Some(NotSpoken::Reporter) | None => {
                let outside = self.outside(range);
                (
                    format!("in ¶{number} “{outside}” stands outside the source's quotation marks: it is not given as the words of {speaker}"),
                    "quote what stands inside the marks, or make it `form: reported` with a `gist`; if the whole \
                     text is theirs, name them in the source's `by`".to_owned(),
                )
            }
        };
        let problem = self.problem(Rule::ReportersWords, message).help(help);
        Failure { problem, found: vec![range.clone()] }
    }

    /// The first words of `range` that stand outside quotation marks.
    fn outside(&self, range: &Range<usize>) -> String {
        let tokens = self.ground.words.tokens();
        let is_outside = |token: &usize| {
            tokens[*token].kind == Kind::Word
                && self.ground.standing(&(*token..*token + 1), None) == Standing::Reporter
        };
        let start = range.clone().find(is_outside).unwrap_or(range.start);
        let end = (start..range.end)
            .take_while(|token| tokens[*token].kind != Kind::Word || is_outside(token))
            .last();
        let bytes = self.ground.words.bytes(start..end.unwrap_or(start) + 1);
        shortened(&Text::flow(&self.ground.text.as_str()[bytes]))
    }

    fn voice_name(&self, voice: &Voice) -> String {
        match voice {
            Voice::Party(id) => match self.brief.item(id) {
                Some(Item::Official(official)) => official.styled_name().to_string(),
                Some(Item::Organisation(organisation)) => organisation.name.to_string(),
                _ => id.to_string(),
            },
            Voice::Other(name) => format!("“{name}”"),
            Voice::Unknown(_) => "somebody else".to_owned(),
        }
    }

    fn broken_chain(&self, found: &[Vec<Range<usize>>], spoken: &[Vec<Spoken>]) -> Failure {
        let first = |place: Option<Place>| place.unwrap_or_default();
        let unfair = self.chains(spoken, Links { one_voice: true, fair: false });
        if let Some(place) = unfair.into_iter().next() {
            return self.lost_negation(place);
        }
        let two_voices = self.chains(spoken, Links { one_voice: false, fair: false });
        let in_order = !two_voices.is_empty();
        let place = first(two_voices.into_iter().next());
        let problem = if in_order {
            let voices: Vec<String> =
                place.iter().filter_map(|range| Some(self.voice_name(&self.voice(range).ok()?))).collect();
            let named = voices
                .windows(2)
                .find(|pair| pair[0] != pair[1])
                .map_or(String::new(), |pair| format!(": {} and {}", pair[0], pair[1]));
            self.problem(
                Rule::OutOfOrder,
                format!("its parts are not of one speaker's speech in the source{named}"),
            )
        } else {
            self.problem(Rule::OutOfOrder, "its parts stand in the source in another order")
        };
        let problem = problem.help("make each part a quote of its own");
        let place = if place.is_empty() { found.iter().map(|all| all[0].clone()).collect() } else { place };
        Failure { problem, found: in_source_order(place) }
    }

    fn lost_negation(&self, place: Place) -> Failure {
        let search = self.search(Insertions::Fair);
        let lost = place.windows(2).find_map(|pair| search.lost_negation(pair[0].end..pair[1].start));
        let word = lost.map_or("not", |token| self.ground.words.spelling(token));
        let gap = place.windows(2).find(|pair| search.lost_negation(pair[0].end..pair[1].start).is_some());
        let passage = gap.map_or(0..0, |pair| {
            pair[0].end.saturating_sub(2)..(pair[1].start + 2).min(self.ground.words.len())
        });
        let passage = Text::flow(&self.ground.text.as_str()[self.ground.words.bytes(passage)]);
        let message = format!(
            "the ellipsis leaves out “{word}”, and with it the sense: the source has “{}”",
            shortened(&passage)
        );
        let problem =
            self.problem(Rule::NotVerbatim, message).help("quote that word too, or make two quotes of it");
        Failure { problem, found: place }
    }

    fn wrong_neighbours(&self, places: Vec<Place>) -> Failure {
        let field = if self.quote.prefix.is_some() { "prefix" } else { "suffix" };
        let message = format!("no place where the source has the quote has this {field} beside it");
        let problem = Problem::new(Rule::NotVerbatim, self.path().key(field), message);
        let help = format!(
            "give the words of the source just {} the quote",
            if field == "prefix" { "before" } else { "after" }
        );
        Failure { problem: problem.help(help), found: places.into_iter().next().unwrap_or_default() }
    }

    fn ambiguous(&self, places: &[Place]) -> Failure {
        let numbers: Vec<String> = places
            .iter()
            .filter_map(|place| self.ground.paragraphs(place).first().map(|number| format!("¶{number}")))
            .collect();
        let message = format!("the source has these words {} times: in {}", places.len(), numbers.join(", "));
        let problem = self.problem(Rule::AmbiguousQuote, message);
        let problem = problem.help("give the words just before in `prefix`, or just after in `suffix`");
        Failure { problem, found: places.first().cloned().unwrap_or_default() }
    }

    /// The characters of `exact` that these of its tokens take up. Where there are none, the tokens on
    /// both sides.
    fn spot(&self, tokens: &Range<usize>) -> Spot {
        let tokens = if tokens.is_empty() {
            tokens.start.saturating_sub(1)..(tokens.start + 1).min(self.words.len())
        } else {
            tokens.clone()
        };
        let bytes = self.words.bytes(tokens);
        let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let start = count(&self.exact[..bytes.start]);
        Spot::Within(start..start + count(&self.exact[bytes]))
    }

    /// The tokens of `range` with two words on either side, as the text has them.
    fn excerpt(&self, words: &Words, text: &str, range: &Range<usize>) -> String {
        let is_word = |token: &usize| words.tokens()[*token].kind == Kind::Word;
        let start = (0..range.start).rev().filter(is_word).take(2).last().unwrap_or(range.start);
        let end = (range.end..words.len()).filter(is_word).take(2).last().map_or(range.end, |last| last + 1);
        let excerpt = shortened(&Text::flow(&text[words.bytes(start..end)]));
        let before = if start > 0 { "…" } else { "" };
        let after = if end < words.len() { "…" } else { "" };
        format!("{before}{excerpt}{after}")
    }
}

fn in_source_order(mut place: Place) -> Place {
    place.sort_by_key(|range| range.start);
    place
}

/// The start and the end of a text that is long to show in a message.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 160;
    let words: Vec<&str> = text.split(' ').collect();
    if text.chars().count() <= SHOWN || words.len() < 20 {
        return text.to_owned();
    }
    format!("{} […] {}", words[..10].join(" "), words[words.len() - 10..].join(" "))
}
