//! What is said of a quotation that does not stand: where it differs, and how to mend it.

use std::ops::Range;

use super::matching::Insertions;
use super::nearest::{self, Difference};
use super::pattern::{Pattern, Piece, Segment};
use super::{Case, Failure, Links, NotSpoken, Place, Spoken};
use crate::brief::{Item, Party, Path, Problem, Rule, Spot};
use crate::evidence::source::Standing;
use crate::evidence::source::attribution::Voice;
use crate::evidence::source::words::{Kind, Words};
use crate::text::Text;

impl Case<'_> {
    pub(super) fn path(&self) -> Path {
        Path::top().key("quotes").key(&self.quote.id)
    }

    pub(super) fn problem(&self, rule: Rule, message: impl Into<Text>) -> Problem {
        Problem::new(rule, self.path().key("exact"), message)
    }

    pub(super) fn fail(&self, rule: Rule, message: impl Into<Text>) -> Failure {
        Failure { problem: self.problem(rule, message), found: Vec::new() }
    }

    pub(super) fn speaker(&self) -> Text {
        let party = self.quote.by.party().and_then(|id| self.brief.party(id));
        party.map_or_else(|| "the source".into(), Party::styled_name)
    }

    pub(super) fn not_verbatim(&self, pattern: &Pattern, segment: &Segment) -> Failure {
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
            let problem = self.problem(
                Rule::NotVerbatim,
                "the source does not have these words, nor a passage like them",
            );
            let problem = problem.at(self.spot(&(start..end)));
            let problem = problem
                .help("quote the source's own words, or make it `form: reported` with a `gist`");
            return Failure { problem, found: Vec::new() };
        };
        let message = format!(
            "not in the source: it has “{}”, the quote “{}”",
            excerpt(&self.ground.words, self.ground.text.as_str(), &difference.source),
            excerpt(self.words, self.exact, &difference.exact),
        );
        let problem = self.problem(Rule::NotVerbatim, message).at(self.spot(&difference.exact));
        Failure { problem: problem.help(self.nearest_passage(&difference)), found: Vec::new() }
    }

    pub(super) fn nearest_passage(&self, difference: &Difference) -> String {
        let passage =
            &self.ground.text.as_str()[self.ground.words.bytes(difference.passage.clone())];
        let number = self.ground.paragraphs(std::slice::from_ref(&difference.passage));
        let number = number.first().copied().unwrap_or(1);
        let nearest =
            format!("the nearest passage is in ¶{number}: “{}”", shortened(&Text::flow(passage)));
        if self.is_page_number(&difference.source) {
            format!(
                "a page number seems to stand between the lines of the saved text: take it out there; {nearest}"
            )
        } else {
            nearest
        }
    }

    /// Whether these tokens are a number that stands on a line of its own.
    pub(super) fn is_page_number(&self, range: &Range<usize>) -> bool {
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
    pub(super) fn unfair(&self, pattern: &Pattern, segment: &Segment) -> Option<Failure> {
        let search = self.search(Insertions::Any);
        let range = search.occurrences(segment).into_iter().next()?;
        let found = vec![range.clone()];
        if !self.ends_as_asked(pattern, segment, &range) {
            let problem = self.problem(
                Rule::NotVerbatim,
                "the source asks this as a question, and the quote states it",
            );
            return Some(Failure {
                problem: problem.help("end it as the source does, with `?`"),
                found,
            });
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
            problem: problem.help(
                "keep that word of the source outside the brackets, or end the quote before it",
            ),
            found,
        })
    }

    pub(super) fn not_spoken(&self, range: &Range<usize>, reason: NotSpoken) -> Failure {
        let number =
            self.ground.paragraphs(std::slice::from_ref(range)).first().copied().unwrap_or(1);
        let speaker = self.speaker();
        let (message, help) = match reason {
            NotSpoken::TurnOf(voice) => (
                format!(
                    "in ¶{number} these words are in the turn of {}, not of {speaker}",
                    self.voice_name(&voice)
                ),
                "set `by` to who says them".to_owned(),
            ),
            NotSpoken::GivenTo(other) => (
                format!(
                    "in ¶{number} the source gives these words to {}, not to {speaker}",
                    self.voice_name(&Voice::Party(other))
                ),
                "set `by` to who says them; where the attribution is yours, say `inferred: true`"
                    .to_owned(),
            ),
            NotSpoken::Unnamed => (
                format!("nothing within two paragraphs of ¶{number} names {speaker}"),
                "set `by` to who says them, or keep the names of the speakers in the saved text"
                    .to_owned(),
            ),
            NotSpoken::TwoVoices => {
                let message = format!("in ¶{number} these words are not of one speaker's speech");
                let problem = self
                    .problem(Rule::OutOfOrder, message)
                    .help("make each part a quote of its own");
                return Failure { problem, found: vec![range.clone()] };
            }
            NotSpoken::Reporter => {
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
    pub(super) fn outside(&self, range: &Range<usize>) -> String {
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

    pub(super) fn voice_name(&self, voice: &Voice) -> String {
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

    pub(super) fn broken_chain(
        &self,
        found: &[Vec<Range<usize>>],
        spoken: &[Vec<Spoken>],
    ) -> Failure {
        let first = |place: Option<Place>| place.unwrap_or_default();
        let unfair = self.chains(spoken, Links { one_voice: true, fair: false });
        if let Some(place) = unfair.into_iter().next() {
            return self.lost_negation(place);
        }
        let two_voices = self.chains(spoken, Links { one_voice: false, fair: false });
        let in_order = !two_voices.is_empty();
        let place = first(two_voices.into_iter().next());
        let problem = if in_order {
            let voices: Vec<String> = place
                .iter()
                .filter_map(|range| Some(self.voice_name(&self.voice(range).ok()?)))
                .collect();
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
        let place =
            if place.is_empty() { found.iter().map(|all| all[0].clone()).collect() } else { place };
        Failure { problem, found: in_source_order(place) }
    }

    pub(super) fn lost_negation(&self, place: Place) -> Failure {
        let search = self.search(Insertions::Fair);
        let lost =
            place.windows(2).find_map(|pair| search.lost_negation(pair[0].end..pair[1].start));
        let word = lost.map_or("not", |token| self.ground.words.spelling(token));
        let gap = place
            .windows(2)
            .find(|pair| search.lost_negation(pair[0].end..pair[1].start).is_some());
        let passage = gap.map_or(0..0, |pair| {
            pair[0].end.saturating_sub(2)..(pair[1].start + 2).min(self.ground.words.len())
        });
        let passage = Text::flow(&self.ground.text.as_str()[self.ground.words.bytes(passage)]);
        let message = format!(
            "the ellipsis leaves out “{word}”, and with it the sense: the source has “{}”",
            shortened(&passage)
        );
        let problem = self
            .problem(Rule::NotVerbatim, message)
            .help("quote that word too, or make two quotes of it");
        Failure { problem, found: place }
    }

    pub(super) fn wrong_neighbours(&self, places: Vec<Place>) -> Failure {
        let field = if self.quote.prefix.is_some() { "prefix" } else { "suffix" };
        let message = format!("no place where the source has the quote has this {field} beside it");
        let problem = Problem::new(Rule::NotVerbatim, self.path().key(field), message);
        let help = format!(
            "give the words of the source just {} the quote",
            if field == "prefix" { "before" } else { "after" }
        );
        Failure {
            problem: problem.help(help),
            found: places.into_iter().next().unwrap_or_default(),
        }
    }

    pub(super) fn ambiguous(&self, places: &[Place]) -> Failure {
        let numbers: Vec<String> = places
            .iter()
            .filter_map(|place| {
                self.ground.paragraphs(place).first().map(|number| format!("¶{number}"))
            })
            .collect();
        let message =
            format!("the source has these words {} times: in {}", places.len(), numbers.join(", "));
        let problem = self.problem(Rule::AmbiguousQuote, message);
        let problem =
            problem.help("give the words just before in `prefix`, or just after in `suffix`");
        Failure { problem, found: places.first().cloned().unwrap_or_default() }
    }

    /// The characters of `exact` that these of its tokens take up. Where there are none, the tokens on
    /// both sides.
    pub(super) fn spot(&self, tokens: &Range<usize>) -> Spot {
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

/// The tokens of `range` with two words on either side, as the text has them.
fn excerpt(words: &Words, text: &str, range: &Range<usize>) -> String {
    let is_word = |token: &usize| words.tokens()[*token].kind == Kind::Word;
    let start = (0..range.start).rev().filter(is_word).take(2).last().unwrap_or(range.start);
    let end =
        (range.end..words.len()).filter(is_word).take(2).last().map_or(range.end, |last| last + 1);
    let excerpt = shortened(&Text::flow(&text[words.bytes(start..end)]));
    let before = if start > 0 { "…" } else { "" };
    let after = if end < words.len() { "…" } else { "" };
    format!("{before}{excerpt}{after}")
}
