//! Who speaks in a stretch of a source.
//!
//! A stretch in quotation marks is given to whom its sentence names as speaking: the subject of a
//! verb of speech after it (`…,” said Vale`), else before it (`Vale said: “…`), else whom the
//! sentence mentions. `He added: “…` and a stretch that nothing introduces go on with the voice
//! before them. This is used to refuse words of two speakers joined to one quotation, so
//! where in doubt a voice is new.

use std::ops::Range;

use super::SourceText;
use super::party_names::Names;
use super::qualifiers::ends_sentence;
use super::quotation_marks::Stretch;
use super::words::{Kind, Words};
use crate::brief::{Brief, Id, Official, Organisation};

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

/// What the source tells of who speaks in a stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who speaks.
    pub voice: Voice,
    /// By what the source tells.
    pub by: Telling,
    /// Every party that the sentence around the stretch names.
    pub named: Vec<Id>,
}

/// How surely the source tells who speaks; the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Telling {
    /// Not at all, or by a name in the sentence.
    Mention,
    /// By a verb of speech.
    Verb,
    /// By a verb of speech with the name right beside it: `said Dana Vale`.
    NameAndVerb,
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

/// Subjects that stand for a speaker who was named before.
const PRONOUNS: &[&str] =
    &["he", "she", "they", "it", "who", "i", "we", "spokesperson", "spokesman", "spokeswoman"];

/// Words that may stand between a name and its verb.
const AUXILIARIES: &[&str] = &["has", "had", "have", "also", "then", "later", "the", "that"];

/// Words before a verb of speech that are no subject.
const NO_SUBJECT: &[&str] = &[
    "and", "but", "then", "also", "later", "has", "had", "have", "as", "that", "was", "is", "were",
    "in", "so", "when",
];

/// The parties of a brief and their names.
#[derive(Default)]
pub struct Parties {
    officials: Vec<(Id, Names)>,
    organisations: Vec<(Id, Names)>,
}

impl Parties {
    /// The parties of `brief`.
    pub fn of(brief: &Brief) -> Self {
        Self::named(brief.officials.values(), brief.organisations.values())
    }

    /// These people and bodies.
    pub fn named<'b>(
        officials: impl Iterator<Item = &'b Official> + Clone,
        organisations: impl Iterator<Item = &'b Organisation>,
    ) -> Self {
        let given = |official: &Official| {
            official.name.split(' ').next().unwrap_or_default().to_lowercase()
        };
        let all = officials.clone();
        let is_shared = |name: &str| all.clone().filter(|other| given(other) == name).count() > 1;
        let officials = officials.map(|official| {
            let given = Some(given(official)).filter(|name| !is_shared(name));
            (official.id.clone(), Names::of_official(official).with(given))
        });
        Self {
            officials: officials.collect(),
            organisations: organisations
                .map(|body| (body.id.clone(), Names::of_organisation(body)))
                .collect(),
        }
    }

    /// Every party that `range` mentions.
    fn all_in(&self, words: &Words, range: &Range<usize>) -> Vec<Id> {
        let parties = self.officials.iter().chain(&self.organisations);
        let named =
            parties.filter(|(_, names)| names.mentions(words, range.clone()).next().is_some());
        named.map(|(id, _)| id.clone()).collect()
    }

    /// The party that `range` mentions last, or first.
    fn mentioned(&self, words: &Words, range: &Range<usize>, last: bool) -> Option<Id> {
        self.nearest(words, range, last).map(|(_, id)| id)
    }

    /// The party that `range` mentions last, or first, and where; an official before an organisation.
    fn nearest(&self, words: &Words, range: &Range<usize>, last: bool) -> Option<(usize, Id)> {
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
            found.map(|(place, id)| (place, id.clone()))
        })
    }

    /// Whom the label of a turn names.
    fn label(&self, words: &Words, range: &Range<usize>, turn: usize) -> Voice {
        if let Some(id) = self.mentioned(words, range, true) {
            return Voice::Party(id);
        }
        let last =
            range.clone().rev().map(|i| words.spelling(i)).find(|word| word.chars().count() > 1);
        last.map_or(Voice::Unknown(turn), |word| Voice::Other(word.to_lowercase()))
    }
}

/// What a sentence says of who speaks.
enum Told {
    Of(Voice, Telling),
    /// Of a pronoun.
    OfTheSame,
    Nothing,
}

/// Who speaks in each of `stretches`.
pub fn attributions(
    source: &SourceText,
    words: &Words,
    stretches: &[Stretch],
    parties: &Parties,
) -> Vec<Attribution> {
    Scene { source, words, stretches, parties }.attributions()
}

/// A stretch's sentence outside its marks, as tokens: what leads up to it and what runs on after it.
pub struct Surroundings {
    /// Before the stretch.
    pub before: Range<usize>,
    /// After it.
    pub after: Range<usize>,
}

/// The sentence around each of `stretches`.
pub fn surroundings(
    source: &SourceText,
    words: &Words,
    stretches: &[Stretch],
) -> Vec<Surroundings> {
    let scene = Scene { source, words, stretches, parties: &Parties::default() };
    (0..stretches.len())
        .map(|i| Surroundings { before: scene.before(i), after: scene.after(i) })
        .collect()
}

/// Whether the word `spelling` is a verb of speech, or one after which a speaker is named.
pub fn tells_of_speech(spelling: &str) -> bool {
    let word = spelling.to_lowercase();
    SPEECH.contains(&word.as_str()) || NAMES_AFTER.contains(&word.as_str())
}

struct Scene<'a> {
    source: &'a SourceText,
    words: &'a Words,
    stretches: &'a [Stretch],
    parties: &'a Parties,
}

impl Scene<'_> {
    fn attributions(&self) -> Vec<Attribution> {
        let mut found: Vec<Attribution> = Vec::with_capacity(self.stretches.len());
        let mut unnamed_from = 0;
        for (i, stretch) in self.stretches.iter().enumerate() {
            let mut named = self.parties.all_in(self.words, &self.before(i));
            named.extend(self.parties.all_in(self.words, &self.after(i)));
            let earlier = found.last().cloned();
            let the_same = |near: bool| {
                let earlier = earlier.filter(|_| near).map(|earlier| (earlier.voice, earlier.by));
                earlier.unwrap_or((Voice::Unknown(i), Telling::Mention))
            };
            let (voice, by) = match self.told(i) {
                Told::Of(voice, by) => (voice, by),
                Told::OfTheSame => the_same(self.is_near(i)),
                Told::Nothing => the_same(self.goes_on(i)),
            };
            let attribution = Attribution { voice, by, named };
            let unnamed = matches!(attribution.voice, Voice::Unknown(_));
            if stretch.continues && !unnamed {
                for earlier in found.iter_mut().skip(unnamed_from) {
                    *earlier = attribution.clone();
                }
            }
            if !unnamed || !stretch.continues {
                unnamed_from = if unnamed { i } else { i + 1 };
            }
            found.push(attribution);
        }
        found
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
        let between = self.between(i);
        let own = self.after(i - 1);
        let words_between = self.words.count_words(between.clone());
        let further = self.words.count_words(between) - self.words.count_words(own);
        self.stretches[i].continues
            || if same_paragraph {
                words_between > 0
            } else {
                further == 0 && !before.ends_with('?')
            }
    }

    fn told(&self, i: usize) -> Told {
        let (after, before) = (self.after(i), self.before(i));
        match self.subject(&after, false).or_else(|| self.subject(&before, true)) {
            Some(Told::OfTheSame) => self.named_between(i, &before),
            Some(told) => told,
            None => {
                let mentioned = self.parties.mentioned(self.words, &before, true);
                let mentioned =
                    mentioned.or_else(|| self.parties.mentioned(self.words, &after, false));
                mentioned.map_or(Told::Nothing, |id| Told::Of(Voice::Party(id), Telling::Mention))
            }
        }
    }

    /// Whom a pronoun stands for: the party named since the stretch before, in a sentence that is not the
    /// stretch's own, else who spoke last.
    fn named_between(&self, i: usize, own: &Range<usize>) -> Told {
        let between = self.between(i);
        let earlier = between.start..own.start.clamp(between.start, between.end);
        let party = self.parties.mentioned(self.words, &earlier, true);
        party.map_or(Told::OfTheSame, |id| Told::Of(Voice::Party(id), Telling::Mention))
    }

    /// The tokens of the sentence that runs on after the stretch.
    fn after(&self, i: usize) -> Range<usize> {
        let stretch = &self.stretches[i].bytes;
        let paragraph = self.paragraph_end(stretch.end);
        let next =
            self.stretches.get(i + 1).map_or(paragraph, |next| next.bytes.start.min(paragraph));
        let inside = self.source.as_str()[stretch.clone()].trim_end();
        let range = self.words.within(&(stretch.end..next));
        let end =
            range.clone().find(|&token| ends_sentence(self.words, token)).unwrap_or(range.end);
        let introduces_next = end == range.end
            && next < paragraph
            && self.words.tokens()[range.clone()]
                .last()
                .is_some_and(|token| token.kind == Kind::Sign(':'));
        let begins_sentence = range
            .clone()
            .next()
            .is_some_and(|first| self.words.spelling(first).starts_with(char::is_uppercase));
        let sentence_over = inside.ends_with('.')
            || (inside.ends_with(['?', '!']) && introduces_next && begins_sentence);
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
    fn subject(&self, range: &Range<usize>, lead: bool) -> Option<Told> {
        let spelling = |token: usize| self.words.spelling(token).to_lowercase();
        let is = |list: &[&str], token: usize| list.contains(&spelling(token).as_str());
        let mut verbs = range.clone().filter(|&token| is(SPEECH, token) || is(NAMES_AFTER, token));
        let verb = if lead { verbs.next_back() } else { verbs.next() }?;
        let is_word = |token: &usize| self.words.tokens()[*token].kind == Kind::Word;
        let has_subject =
            |range: Range<usize>| range.filter(is_word).any(|token| !is(NO_SUBJECT, token));
        let before = range.start..verb;
        let in_front = !is(NAMES_AFTER, verb) && has_subject(before.clone());
        let subject = if in_front { before } else { verb + 1..range.end };
        if !has_subject(subject.clone()) {
            return None;
        }
        if let Some((place, id)) = self.parties.nearest(self.words, &subject, in_front) {
            let between = if in_front { place..verb } else { verb + 1..place };
            let fits = |token: usize| {
                self.words.spelling(token).starts_with(char::is_uppercase) || is(AUXILIARIES, token)
            };
            let by = if between.into_iter().all(|token| token == place || fits(token)) {
                Telling::NameAndVerb
            } else {
                Telling::Verb
            };
            return Some(Told::Of(Voice::Party(id), by));
        }
        if subject.clone().any(|token| is(PRONOUNS, token)) {
            return Some(Told::OfTheSame);
        }
        let capital = |token: &usize| self.words.spelling(*token).starts_with(char::is_uppercase);
        let mut named = subject.clone().filter(is_word);
        let name = if in_front {
            named.clone().rev().find(capital)
        } else {
            self.last_of_first_name(named.clone())
        };
        let name = name.or_else(|| if in_front { named.next_back() } else { named.next() })?;
        Some(Told::Of(Voice::Other(spelling(name)), Telling::Verb))
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
