//! Who speaks in a stretch of a source.
//!
//! A stretch in quotation marks is given to whom its sentence names as speaking: the subject of a
//! verb of speech after it (`…,” said Vale`), else before it (`Vale said: “…`), else whom the
//! sentence mentions. `He added: “…` and a stretch that nothing introduces go on with the voice
//! before them. This is used to refuse words of two speakers joined to one quotation, so
//! where in doubt a voice is new.

use std::ops::Range;

use super::SourceText;
use super::marks::Stretch;
use super::names::Names;
use super::qualifiers::ends_sentence;
use super::words::{Kind, Words};
use crate::brief::{Brief, Id};

/// A speaker, as far as the source tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A party of the brief.
    Party(Id),
    /// Somebody whom the brief does not list, by the word that names them.
    Other(String),
    /// Nobody is named. Each such voice is a different one.
    Unknown(usize),
}

const SPEECH: &[&str] = &[
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "added",
    "adds",
    "adding",
    "warned",
    "warns",
    "warning",
    "replied",
    "replies",
    "asked",
    "asks",
    "argued",
    "argues",
    "wrote",
    "writes",
    "insisted",
    "insists",
    "explained",
    "explains",
    "stated",
    "states",
    "claimed",
    "claims",
    "noted",
    "notes",
    "announced",
    "declared",
    "admitted",
    "continued",
    "commented",
    "responded",
    "concluded",
    "stressed",
    "stresses",
    "urged",
    "urges",
    "called",
    "calls",
    "described",
    "describes",
    "answered",
    "answers",
    "denied",
    "denies",
    "promised",
    "confirmed",
    "tweeted",
];

/// After these a speaker is named: `according to`, `in the words of`.
const NAMES_AFTER: &[&str] = &["according", "words"];

const PRONOUNS: &[&str] = &["he", "she", "they", "it", "who", "i", "we"];

/// Words before a verb of speech that are no subject.
const NO_SUBJECT: &[&str] = &[
    "and", "but", "then", "also", "later", "has", "had", "have", "as", "that", "was", "is", "were", "in",
    "so", "when",
];

/// The parties of a brief and their names.
pub struct Parties {
    officials: Vec<(Id, Names)>,
    organisations: Vec<(Id, Names)>,
}

impl Parties {
    /// The parties of `brief`.
    pub fn of(brief: &Brief) -> Self {
        let officials = brief.officials.values();
        let organisations = brief.organisations.values();
        Self {
            officials: officials
                .map(|official| (official.id.clone(), Names::of_official(official)))
                .collect(),
            organisations: organisations
                .map(|body| (body.id.clone(), Names::of_organisation(body)))
                .collect(),
        }
    }

    /// The party that `range` mentions last, or first; an official before an organisation.
    fn mentioned(&self, words: &Words, range: &Range<usize>, last: bool) -> Option<Id> {
        [&self.officials, &self.organisations].into_iter().find_map(|parties| {
            let places = parties.iter().filter_map(|(id, names)| {
                let mut mentions = names.mentions(words, range.clone());
                let place = if last { mentions.next_back() } else { mentions.next() };
                place.map(|place| (place, id))
            });
            let found = if last {
                places.max_by_key(|(place, _)| *place)
            } else {
                places.min_by_key(|(place, _)| *place)
            };
            found.map(|(_, id)| id.clone())
        })
    }

    /// Whom the label of a turn names.
    fn label(&self, words: &Words, range: &Range<usize>, turn: usize) -> Voice {
        if let Some(id) = self.mentioned(words, range, true) {
            return Voice::Party(id);
        }
        let last = range.clone().rev().map(|i| words.spelling(i)).find(|word| word.chars().count() > 1);
        last.map_or(Voice::Unknown(turn), |word| Voice::Other(word.to_lowercase()))
    }
}

/// What a sentence says of who speaks.
enum Attribution {
    To(Voice),
    /// To a pronoun.
    ToTheSame,
    None,
}

/// The voice of each of `stretches`.
pub fn voices(source: &SourceText, words: &Words, stretches: &[Stretch], parties: &Parties) -> Vec<Voice> {
    let mut scene = Scene { source, words, stretches, parties };
    let attributions: Vec<Attribution> = (0..stretches.len()).map(|i| scene.attribution(i)).collect();
    scene.resolve(attributions)
}

struct Scene<'a> {
    source: &'a SourceText,
    words: &'a Words,
    stretches: &'a [Stretch],
    parties: &'a Parties,
}

impl Scene<'_> {
    fn resolve(&mut self, attributions: Vec<Attribution>) -> Vec<Voice> {
        let mut voices: Vec<Voice> = Vec::with_capacity(attributions.len());
        let mut unnamed_from = 0;
        for (i, attribution) in attributions.into_iter().enumerate() {
            let before = voices.last().cloned();
            let continues = self.stretches[i].continues;
            let voice = match attribution {
                Attribution::To(voice) => {
                    if continues {
                        for unnamed in voices.iter_mut().skip(unnamed_from) {
                            *unnamed = voice.clone();
                        }
                    }
                    voice
                }
                Attribution::ToTheSame => before.filter(|_| self.is_near(i)).unwrap_or(Voice::Unknown(i)),
                Attribution::None => before.filter(|_| self.goes_on(i)).unwrap_or(Voice::Unknown(i)),
            };
            let unnamed = matches!(voice, Voice::Unknown(_));
            if !unnamed || !continues {
                unnamed_from = if unnamed { i } else { i + 1 };
            }
            voices.push(voice);
        }
        voices
    }

    /// The tokens between the stretch before `i` and the one at `i`.
    fn between(&self, i: usize) -> Range<usize> {
        let from = i.checked_sub(1).map_or(0, |before| self.stretches[before].bytes.end);
        self.words.within(&(from..self.stretches[i].bytes.start))
    }

    /// Whether the stretch at `i` stands at most one paragraph after the one before it.
    fn is_near(&self, i: usize) -> bool {
        let paragraph = |i: usize| self.source.paragraph_at(self.stretches[i].bytes.start);
        i > 0 && paragraph(i) - paragraph(i - 1) <= 1
    }

    /// Whether a stretch that nothing attributes goes on with the voice of the one before it.
    fn goes_on(&self, i: usize) -> bool {
        if i == 0 || !self.is_near(i) {
            return false;
        }
        let before = self.source.as_str()[self.stretches[i - 1].bytes.clone()].trim_end();
        let same_paragraph = self.source.paragraph_at(self.stretches[i].bytes.start)
            == self.source.paragraph_at(self.stretches[i - 1].bytes.start);
        let words_between = self.words.count_words(self.between(i));
        self.stretches[i].continues
            || if same_paragraph { words_between > 0 } else { words_between == 0 && !before.ends_with('?') }
    }

    fn attribution(&self, i: usize) -> Attribution {
        let after = self.after(i);
        let before = self.before(i);
        let by_verb = [(&after, false), (&before, true)]
            .into_iter()
            .find_map(|(range, lead)| self.subject(range, lead));
        let mentioned = || {
            let before = self.parties.mentioned(self.words, &before, true);
            before.or_else(|| self.parties.mentioned(self.words, &after, false))
        };
        match by_verb {
            Some(Attribution::ToTheSame) => {
                match self.parties.mentioned(self.words, &self.between(i), true) {
                    Some(id)
                        if self.words.count_words(self.between(i))
                            > self.words.count_words(before.clone()) =>
                    {
                        Attribution::To(Voice::Party(id))
                    }
                    _ => Attribution::ToTheSame,
                }
            }
            Some(attribution) => attribution,
            None => mentioned().map_or(Attribution::None, |id| Attribution::To(Voice::Party(id))),
        }
    }

    /// The tokens of the sentence that runs on after the stretch.
    fn after(&self, i: usize) -> Range<usize> {
        let stretch = &self.stretches[i].bytes;
        let paragraph = self.paragraph_end(stretch.end);
        let next = self.stretches.get(i + 1).map_or(paragraph, |next| next.bytes.start.min(paragraph));
        let inside = self.source.as_str()[stretch.clone()].trim_end();
        let range = self.words.within(&(stretch.end..next));
        let end = range.clone().find(|&token| ends_sentence(self.words, token)).unwrap_or(range.end);
        let introduces_next = end == range.end
            && next < paragraph
            && self.words.tokens()[range.clone()].last().is_some_and(|token| token.kind == Kind::Sign(':'));
        let begins_sentence = range
            .clone()
            .next()
            .is_some_and(|first| self.words.spelling(first).starts_with(char::is_uppercase));
        let sentence_over =
            inside.ends_with('.') || (inside.ends_with(['?', '!']) && introduces_next && begins_sentence);
        if sentence_over { range.start..range.start } else { range.start..end }
    }

    /// The tokens of the sentence that leads up to the stretch.
    fn before(&self, i: usize) -> Range<usize> {
        let start = self.stretches[i].bytes.start;
        let previous = i.checked_sub(1).map_or(0, |before| self.stretches[before].bytes.end);
        let number = self.source.paragraph_at(start) as usize - 1;
        let paragraphs = self.source.paragraphs();
        let own = paragraphs.get(number).map_or(0, |paragraph| paragraph.start);
        let mut range = self.words.within(&(own.max(previous)..start));
        if range.is_empty() && own >= previous && number > 0 {
            let lead = &paragraphs[number - 1];
            if self.source.as_str()[lead.clone()].trim_end().ends_with(':') {
                range = self.words.within(&(lead.start.max(previous)..lead.end));
            }
        }
        let sentence = range.clone().rev().find(|&token| ends_sentence(self.words, token));
        sentence.map_or(range.start, |end| end + 1)..range.end
    }

    fn paragraph_end(&self, offset: usize) -> usize {
        let number = self.source.paragraph_at(offset) as usize - 1;
        self.source.paragraphs().get(number).map_or(offset, |paragraph| paragraph.end.max(offset))
    }

    /// The subject of the verb of speech in `range`: the last verb in a `lead`, else the first.
    fn subject(&self, range: &Range<usize>, lead: bool) -> Option<Attribution> {
        let spelling = |token: usize| self.words.spelling(token).to_lowercase();
        let is = |list: &[&str], token: usize| list.contains(&spelling(token).as_str());
        let mut verbs = range.clone().filter(|&token| is(SPEECH, token) || is(NAMES_AFTER, token));
        let verb = if lead { verbs.next_back() } else { verbs.next() }?;
        let is_word = |token: &usize| self.words.tokens()[*token].kind == Kind::Word;
        let has_subject = |range: Range<usize>| range.filter(is_word).any(|token| !is(NO_SUBJECT, token));
        let before = range.start..verb;
        let in_front = !is(NAMES_AFTER, verb) && has_subject(before.clone());
        let subject = if in_front { before } else { verb + 1..range.end };
        if !has_subject(subject.clone()) {
            return None;
        }
        if let Some(id) = self.parties.mentioned(self.words, &subject, in_front) {
            return Some(Attribution::To(Voice::Party(id)));
        }
        if subject.clone().any(|token| is(PRONOUNS, token)) {
            return Some(Attribution::ToTheSame);
        }
        let capital = |token: &usize| self.words.spelling(*token).starts_with(char::is_uppercase);
        let mut named = subject.clone().filter(is_word);
        let name =
            if in_front { named.clone().rev().find(capital) } else { self.last_of_first_name(named.clone()) };
        let name = name.or_else(|| if in_front { named.next_back() } else { named.next() })?;
        Some(Attribution::To(Voice::Other(spelling(name))))
    }

    /// The last word of the first run of capitalised words.
    fn last_of_first_name(&self, words: impl Iterator<Item = usize>) -> Option<usize> {
        let capital = |token: &usize| self.words.spelling(*token).starts_with(char::is_uppercase);
        let mut words = words.skip_while(|token| !capital(token));
        let first = words.next()?;
        words
            .take_while(capital)
            .zip(first + 1..)
            .take_while(|(token, next)| token == next)
            .map(|(token, _)| token)
            .last()
            .or(Some(first))
    }
}

/// Part of a transcript where one person speaks.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Where it begins, its label included.
    pub start: usize,
    /// Who speaks; [`None`] before the first label.
    pub voice: Option<Voice>,
}

/// A label is at most this many characters long.
const LABEL: usize = 100;

/// The turns of a transcript: a line that begins with a name and a colon begins one.
pub fn turns(source: &SourceText, words: &Words, parties: &Parties) -> Vec<Turn> {
    let mut turns = vec![Turn { start: 0, voice: None }];
    let mut start = 0;
    for line in source.as_str().split_inclusive('\n') {
        if let Some(label) = label(line) {
            let range = words.within(&(start + label.start..start + label.end));
            turns.push(Turn { start, voice: Some(parties.label(words, &range, turns.len())) });
        }
        start += line.len();
    }
    turns
}

/// Where in `line` the name stands that a colon makes a label.
fn label(line: &str) -> Option<Range<usize>> {
    let start = line.find(char::is_alphabetic)?;
    let colon = line[start..].find(':').map(|at| start + at)?;
    let name = &line[start..colon];
    let small = ["of", "for", "the", "and", "de", "van", "von", "in", "to"];
    let is_name = name.split_whitespace().all(|word| {
        let word = word.trim_start_matches(['(', '[', '‘', '“', '"', '\'']);
        word.starts_with(char::is_uppercase) || small.contains(&word)
    });
    let time_or_nothing = line[..start].chars().all(|c| !c.is_alphanumeric() || c.is_numeric());
    let fits = is_name && time_or_nothing && name.chars().count() <= LABEL;
    (fits && name.starts_with(char::is_uppercase)).then_some(start..colon)
}
