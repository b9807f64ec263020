//! The message on a quotation that is refused: the place where it differs, and how to fix it.

use std::ops::Range;

use super::matching::Insertions;
use super::nearest::{self, Difference};
use super::pattern::{Pattern, PatternPiece, Segment};
use super::speaker::{Occurrence, SpeakerMismatch};
use super::{ChainLimits, Match, QuotationCheck, Refusal};
use crate::brief::{Brief, FieldPath, Id, Problem, Rule, Spot};
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::evidence::speech::{Owner, SpokenBy};
use crate::text::{Text, solid_length};

impl QuotationCheck<'_> {
    fn path(&self) -> FieldPath {
        FieldPath::top().key("quotes").key(&self.quote.id)
    }

    pub fn problem(&self, rule: Rule, message: impl Into<Text>) -> Problem {
        Problem::new(rule, self.path().key("exact"), message)
    }

    pub fn refuse(&self, rule: Rule, message: impl Into<Text>) -> Refusal {
        Refusal { problem: self.problem(rule, message), found: Vec::new() }
    }

    fn speaker(&self) -> String {
        names_of(self.brief, self.quote.by.parties())
    }

    /// The refusal of a quotation when the work that a brief may cause is spent.
    pub fn not_looked_for(&self) -> Refusal {
        let message = "this was not checked to the end: too many passages of the source are like the \
                       quotations of this brief";
        let refusal = self.refuse(Rule::NotVerbatim, message);
        let help = "quote longer runs of words between ellipses, or make two briefs of this one";
        Refusal { problem: refusal.problem.help(help), ..refusal }
    }

    pub fn not_verbatim(&self, pattern: &Pattern, segment: &Segment) -> Refusal {
        if let Some(refusal) = self.unfair(pattern, segment) {
            return refusal;
        }
        let wanted: Vec<usize> = segment
            .pieces
            .iter()
            .flat_map(|piece| match piece {
                PatternPiece::Token(token) => *token..*token + 1,
                PatternPiece::OtherCase { tokens, .. } | PatternPiece::Unfit(tokens) => {
                    tokens.clone()
                }
                PatternPiece::Insertion(_)
                | PatternPiece::Contraction { .. }
                | PatternPiece::Nothing(_) => 0..0,
            })
            .collect();
        let Some(difference) = nearest::difference(self.tokens, &wanted, self.source) else {
            let start = wanted.first().copied().unwrap_or(0);
            let end = wanted.last().map_or(start, |last| last + 1);
            let problem = self.problem(
                Rule::NotVerbatim,
                "the source contains neither these words nor a similar passage",
            );
            let problem = problem.at(self.spot(&(start..end)));
            let problem = problem.help(
                "quote the source’s own words, or change it to `form: reported` with a `gist`",
            );
            return Refusal { problem, found: Vec::new() };
        };
        let message = format!(
            "not in the source: it says “{}”, not “{}”",
            excerpt(&self.source.tokens, self.source.text.as_str(), &difference.source),
            excerpt(self.tokens, self.exact, &difference.exact),
        );
        let problem = self.problem(Rule::NotVerbatim, message).at(self.spot(&difference.exact));
        let problem = problem.help(self.nearest_passage(&difference));
        Refusal { problem: problem.fix(self.correction(&wanted, &difference)), found: Vec::new() }
    }

    fn nearest_passage(&self, difference: &Difference) -> String {
        let passage =
            &self.source.text.as_str()[self.source.tokens.bytes(difference.passage.clone())];
        let number = self.source.paragraphs(std::slice::from_ref(&difference.passage));
        let number = number.first().copied().unwrap_or(1);
        let nearest =
            format!("the nearest passage is in ¶{number}: “{}”", shortened(&Text::flow(passage)));
        if self.has_unreadable(&difference.passage) {
            format!(
                "the saved text has a character here that could not be read (U+FFFD): save the source again as UTF-8; {nearest}"
            )
        } else if self.is_page_number(&difference.source) {
            format!(
                "a page number seems to have been left in the saved text: delete it there; {nearest}"
            )
        } else {
            nearest
        }
    }

    /// Whether a character of the source that could not be read is among these tokens.
    fn has_unreadable(&self, passage: &Range<usize>) -> bool {
        let unreadable = TokenKind::Sign(char::REPLACEMENT_CHARACTER);
        self.source.tokens[passage.clone()].iter().any(|token| token.kind == unreadable)
    }

    /// Whether these tokens are a number on a line of its own.
    fn is_page_number(&self, range: &Range<usize>) -> bool {
        let bytes = self.source.tokens.bytes(range.clone());
        let text = self.source.text.as_str();
        let line_start = text[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[bytes.end..].find('\n').map_or(text.len(), |at| bytes.end + at);
        let line = text[line_start..line_end].trim();
        let number = line.trim_matches(|c: char| !c.is_alphanumeric());
        !range.is_empty() && !number.is_empty() && number.chars().all(char::is_numeric)
    }

    /// The refusal of a segment that is in the source except for what an insertion replaces, or
    /// for its last mark.
    fn unfair(&self, pattern: &Pattern, segment: &Segment) -> Option<Refusal> {
        let search = self.search(Insertions::Any);
        let range = search.occurrences(segment).into_iter().next()?;
        let found = vec![range.clone()];
        if !self.ends_as_asked(pattern, segment, &range) {
            let problem = self.problem(
                Rule::NotVerbatim,
                "the source asks a question, but the quote ends as a statement",
            );
            return Some(Refusal {
                problem: problem.help("end it as the source does, with `?`"),
                found,
            });
        }
        if let Some(refusal) = self.inside_figure(&range) {
            return Some(refusal);
        }
        let message = format!(
            "words in brackets replace a negation, a condition, a hedge or a quantity in the source: “{}”",
            self.sentence(&range)
        );
        let problem = self.problem(Rule::NotVerbatim, message);
        let problem = match segment
            .pieces
            .iter()
            .find_map(|piece| match piece {
                PatternPiece::Insertion(words) => words.first().cloned(),
                _ => None,
            })
            .or_else(|| segment.lead.first().or(segment.trail.first()).cloned())
        {
            Some(inside) => problem.at(self.spot(&(inside.start - 1..inside.end + 1))),
            None => problem,
        };
        Some(Refusal {
            problem: problem
                .help("quote that word outside the brackets, or end the quote before it"),
            found,
        })
    }

    pub fn not_spoken(&self, range: &Range<usize>, reason: SpeakerMismatch) -> Refusal {
        let number =
            self.source.paragraphs(std::slice::from_ref(range)).first().copied().unwrap_or(1);
        let speaker = self.speaker();
        let (message, help) = match reason {
            SpeakerMismatch::GivenTo(other) => return self.given_to(range, &other),
            SpeakerMismatch::Denied => {
                let message =
                    format!("in ¶{number} the source says that {speaker} did not say these words");
                let problem = self.problem(Rule::OtherSpeaker, message).help(
                    "leave the quote out, or add `inferred: true` if the source means otherwise",
                );
                return Refusal { problem, found: vec![range.clone()] };
            }
            SpeakerMismatch::Unnamed => (
                format!("nothing within two paragraphs of ¶{number} names {speaker}"),
                "set `by` to the person who says them, or keep the speakers’ names in the saved text"
                    .to_owned(),
            ),
            SpeakerMismatch::InSpeech(speech) => return self.in_speech(range, &speech),
            SpeakerMismatch::TwoSpeakers => {
                let message = format!("in ¶{number} these words are not all by the same speaker");
                let problem = self
                    .problem(Rule::OutOfOrder, message)
                    .help("make each part a separate quote");
                return Refusal { problem, found: vec![range.clone()] };
            }
            SpeakerMismatch::Aside => (
                format!(
                    "in ¶{number} these words stand in a heading or a note, or interrupt the speech, so they are \
                     not the words of {speaker}"
                ),
                "quote only what the speaker says, and each side of a note as a quote of its own"
                    .to_owned(),
            ),
            SpeakerMismatch::Reporter => {
                let outside = self.outside(range);
                (
                    format!("in ¶{number} “{outside}” is outside the source’s quotation marks, so these are not the words of {speaker}"),
                    "quote only words inside the marks, or change it to `form: reported` with a `gist`; if the \
                     whole text is the speaker’s own, name them in the source’s `by`".to_owned(),
                )
            }
        };
        let problem = self.problem(Rule::ReportersWords, message).help(help);
        Refusal { problem, found: vec![range.clone()] }
    }

    /// A passage gives the words of a speaker as the source's own.
    fn in_speech(&self, range: &Range<usize>, speech: &Range<usize>) -> Refusal {
        let numbers = self.source.paragraphs(std::slice::from_ref(speech));
        let number = numbers.first().copied().unwrap_or(1);
        let bytes = self.source.tokens.bytes(speech.clone());
        let said = shortened(&Text::flow(&self.source.text.as_str()[bytes]));
        let message =
            format!("in ¶{number} somebody says “{said}”, so these are not the source’s own words");
        let problem = self.problem(Rule::SpeakersWords, message).help(
            "make it a direct or partial quote by whoever says it, or quote only the source’s own words",
        );
        Refusal { problem, found: vec![range.clone()] }
    }

    /// The first words of `range` outside quotation marks.
    fn outside(&self, range: &Range<usize>) -> String {
        let tokens = &self.source.tokens;
        let is_outside = |token: &usize| {
            tokens[*token].kind == TokenKind::Word
                && self.source.owner_of(&(*token..*token + 1)) == Owner::Reporter
        };
        let start = range.clone().find(is_outside).unwrap_or(range.start);
        let end = (start..range.end)
            .take_while(|token| tokens[*token].kind != TokenKind::Word || is_outside(token))
            .last();
        let bytes = self.source.tokens.bytes(start..end.unwrap_or(start) + 1);
        shortened(&Text::flow(&self.source.text.as_str()[bytes]))
    }

    /// The refusal of words that the source gives to somebody else.
    fn given_to(&self, range: &Range<usize>, other: &SpokenBy) -> Refusal {
        let number =
            self.source.paragraphs(std::slice::from_ref(range)).first().copied().unwrap_or(1);
        let message = format!(
            "in ¶{number} the source gives these words to {}, not to {}",
            name_of(self.brief, other),
            self.speaker()
        );
        let problem = self.problem(Rule::OtherSpeaker, message);
        let problem = problem.help("set `by` to whoever says them, and list them in the brief");
        Refusal { problem, found: vec![range.clone()] }
    }

    /// The refusal of a quotation of whose parts `other` speaks one.
    pub fn parts_of_two(&self, found: &[Vec<Range<usize>>], other: &SpokenBy) -> Refusal {
        let message = format!(
            "in the source its parts are by different speakers: {} and {}",
            self.speaker(),
            name_of(self.brief, other)
        );
        let problem = self.problem(Rule::OutOfOrder, message);
        let problem = problem.help("make each part a separate quote");
        let place = found.iter().map(|all| all[0].clone()).collect();
        Refusal { problem, found: in_source_order(place) }
    }

    pub fn broken_chain(&self, found: &[Vec<Range<usize>>], spoken: &[Vec<Occurrence>]) -> Refusal {
        let first = |place: Option<Match>| place.unwrap_or_default();
        let unfair = self.chains(spoken, ChainLimits { one_speaker: true, keeps_negations: false });
        if let Some(place) = unfair.into_iter().next() {
            return self.lost_negation(place);
        }
        let two_speakers =
            self.chains(spoken, ChainLimits { one_speaker: false, keeps_negations: false });
        let in_order = !two_speakers.is_empty();
        let place = first(two_speakers.into_iter().next());
        let problem = if in_order {
            let speakers: Vec<String> = place
                .iter()
                .filter_map(|range| {
                    let (speakers, _) = self.speakers().spoken_by(range).ok()?;
                    Some(name_of(self.brief, speakers.first()?))
                })
                .collect();
            let named = speakers
                .windows(2)
                .find(|pair| pair[0] != pair[1])
                .map_or(String::new(), |pair| format!(": {} and {}", pair[0], pair[1]));
            self.problem(
                Rule::OutOfOrder,
                format!("in the source its parts are by different speakers{named}"),
            )
        } else {
            self.problem(Rule::OutOfOrder, "its parts are in a different order in the source")
        };
        let problem = problem.help("make each part a separate quote");
        let place =
            if place.is_empty() { found.iter().map(|all| all[0].clone()).collect() } else { place };
        Refusal { problem, found: in_source_order(place) }
    }

    fn lost_negation(&self, place: Match) -> Refusal {
        let mut gaps = place.windows(2).map(|pair| pair[0].end..pair[1].start);
        let words = gaps.find_map(|gap| self.gap(gap).lost_negation()).unwrap_or(0..0);
        let message = format!(
            "the ellipsis leaves out “{}”, which changes the meaning: the source has “{}”",
            Text::flow(&self.source.text.as_str()[self.source.tokens.bytes(words.clone())]),
            self.sentence(&words)
        );
        let problem = self
            .problem(Rule::NotVerbatim, message)
            .help("quote that word too, or split this into two quotes");
        Refusal { problem, found: place }
    }

    pub fn wrong_neighbours(&self, places: Vec<Match>) -> Refusal {
        let field = if self.quote.prefix.is_some() { "prefix" } else { "suffix" };
        let message = format!("this {field} is not next to the quote anywhere in the source");
        let problem = Problem::new(Rule::NotVerbatim, self.path().key(field), message);
        let help = format!(
            "give the words that come just {} the quote in the source",
            if field == "prefix" { "before" } else { "after" }
        );
        Refusal {
            problem: problem.help(help),
            found: places.into_iter().next().unwrap_or_default(),
        }
    }

    pub fn ambiguous(&self, places: &[Match]) -> Refusal {
        let numbers: Vec<String> = places
            .iter()
            .filter_map(|place| {
                self.source.paragraphs(place).first().map(|number| format!("¶{number}"))
            })
            .collect();
        let message =
            format!("the source has these words {} times, in {}", places.len(), numbers.join(", "));
        let problem = self.problem(Rule::AmbiguousQuote, message);
        let words = "add the words just before as `prefix`, or those just after as `suffix`";
        let mut elsewhere: Vec<&String> = numbers.iter().collect();
        elsewhere.dedup();
        let problem = problem.help(match elsewhere.len() {
            1 => words.to_owned(),
            _ => format!("name its `paragraph`, or {words}"),
        });
        Refusal { problem, found: places.first().cloned().unwrap_or_default() }
    }

    /// The characters of `exact` that these of its tokens take up. Where there are none, the tokens
    /// on both sides.
    pub fn spot(&self, tokens: &Range<usize>) -> Spot {
        let tokens = if tokens.is_empty() {
            tokens.start.saturating_sub(1)..(tokens.start + 1).min(self.tokens.len())
        } else {
            tokens.clone()
        };
        let bytes = self.tokens.bytes(tokens);
        let start = solid_length(&self.exact[..bytes.start]);
        Spot::Within(start..start + solid_length(&self.exact[bytes]))
    }
}

/// The names of those who speak together, as a message has them.
pub fn names_of(brief: &Brief, parties: &[Id]) -> String {
    let names: Vec<String> = parties
        .iter()
        .filter_map(|id| brief.party(id))
        .map(|party| party.styled_name().to_string())
        .collect();
    match names.as_slice() {
        [] => "the source".to_owned(),
        [name] => name.clone(),
        [names @ .., last] => format!("{} or {last}", names.join(", ")),
    }
}

/// The name of somebody who speaks, as a message has it.
pub fn name_of(brief: &Brief, speaker: &SpokenBy) -> String {
    let party =
        |id: &Id| brief.party(id).map_or(id.to_string(), |party| party.styled_name().to_string());
    match speaker {
        SpokenBy::Party(id) => party(id),
        SpokenBy::SpokespersonOf(id) => format!("a spokesperson for {}", party(id)),
        SpokenBy::OneOf { likeliest: Some(likeliest), name, .. } => {
            format!("“{name}”, who seems to be {}", name_of(brief, likeliest))
        }
        SpokenBy::OneOf { name, .. } | SpokenBy::Other(name, _) | SpokenBy::Described(name) => {
            format!("“{name}”")
        }
        SpokenBy::Unknown(_) => "somebody else".to_owned(),
    }
}

fn in_source_order(mut place: Match) -> Match {
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

/// The tokens of `range` with two tokens on either side, as the text has them.
fn excerpt(tokens: &Tokens, text: &str, range: &Range<usize>) -> String {
    let is_word = |token: &usize| tokens[*token].kind == TokenKind::Word;
    let start = (0..range.start).rev().filter(is_word).take(2).last().unwrap_or(range.start);
    let end =
        (range.end..tokens.len()).filter(is_word).take(2).last().map_or(range.end, |last| last + 1);
    let excerpt = shortened(&Text::flow(&text[tokens.bytes(start..end)]));
    let before = if start > 0 { "…" } else { "" };
    let after = if end < tokens.len() { "…" } else { "" };
    format!("{before}{excerpt}{after}")
}
