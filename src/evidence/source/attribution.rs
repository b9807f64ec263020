//! Who is named as speaking beside a quotation.
//!
//! A quoted span belongs to the speaker that its sentence names: the subject of a verb of speech
//! after it (`…,” said Vale`), else before it (`Vale said: “…`), else a party that the sentence
//! mentions. `He added: “…` and a span that nothing introduces continue with the speaker before
//! them. Attributions serve to refuse words of two speakers that are joined to one quotation, so
//! in doubt a speaker is a new one.

use std::ops::Range;

use super::party_names::PartyIndex;
use super::quotation_marks::QuotedSpan;
use super::surroundings::Surroundings;
use super::words::{TokenKind, Tokens};
use super::{SourceText, english};
use crate::brief::Id;

/// A speaker, as far as the source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpokenBy {
    /// A party of the brief.
    Party(Id),
    /// Somebody whom the brief does not list, by the word that names them.
    Other(String),
    /// Nobody is named. Each such speaker is a different one.
    Unknown(usize),
}

/// What the source says about who speaks in a quoted span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who speaks.
    pub spoken_by: SpokenBy,
    /// How surely the source says so.
    pub certainty: Certainty,
    /// Every party that the sentence around the span names.
    pub named: Vec<Id>,
}

/// How surely the source says who speaks; the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Not at all, or by a name in the sentence.
    Mention,
    /// By a verb of speech.
    Verb,
    /// By a verb of speech with the name right beside it: `said Dana Vale`.
    NameAndVerb,
}

/// What a sentence says about who speaks.
enum Cue {
    /// It names the speaker.
    Speaker(SpokenBy, Certainty),
    /// It has a pronoun for the speaker.
    Pronoun,
    /// It says nothing.
    Nothing,
}

/// Returns who speaks in each of `quoted_spans`.
pub fn attributions(
    source: &SourceText,
    tokens: &Tokens,
    quoted_spans: &[QuotedSpan],
    surroundings: &[Surroundings],
    parties: &PartyIndex,
) -> Vec<Attribution> {
    AttributionFinder { source, tokens, quoted_spans, surroundings, parties }.attributions()
}

/// Whether a speaker is named beside the word `spelling`: a verb of speech, or `according`.
pub fn is_cue(spelling: &str) -> bool {
    let word = spelling.to_lowercase();
    english::SPEECH_VERBS.contains(&word.as_str())
        || english::SPEAKER_FOLLOWS.contains(&word.as_str())
}

struct AttributionFinder<'a> {
    source: &'a SourceText,
    tokens: &'a Tokens,
    quoted_spans: &'a [QuotedSpan],
    surroundings: &'a [Surroundings],
    parties: &'a PartyIndex,
}

impl AttributionFinder<'_> {
    fn attributions(&self) -> Vec<Attribution> {
        let mut found: Vec<Attribution> = Vec::with_capacity(self.quoted_spans.len());
        let mut unnamed_from = 0;
        for (i, span) in self.quoted_spans.iter().enumerate() {
            let mut named = self.parties.all_in(self.tokens, &self.surroundings[i].before);
            named.extend(self.parties.all_in(self.tokens, &self.surroundings[i].after));
            let earlier = found.last().cloned();
            let the_same = |near: bool| {
                let earlier =
                    earlier.filter(|_| near).map(|earlier| (earlier.spoken_by, earlier.certainty));
                earlier.unwrap_or((SpokenBy::Unknown(i), Certainty::Mention))
            };
            let (spoken_by, certainty) = match self.cue(i) {
                Cue::Speaker(spoken_by, certainty) => (spoken_by, certainty),
                Cue::Pronoun => the_same(self.is_near(i)),
                Cue::Nothing => the_same(self.goes_on(i)),
            };
            let attribution = Attribution { spoken_by, certainty, named };
            let unnamed = matches!(attribution.spoken_by, SpokenBy::Unknown(_));
            if span.continues && !unnamed {
                for earlier in found.iter_mut().skip(unnamed_from) {
                    *earlier = attribution.clone();
                }
            }
            if !unnamed || !span.continues {
                unnamed_from = if unnamed { i } else { i + 1 };
            }
            found.push(attribution);
        }
        found
    }

    /// The tokens between the span before `i` and the one at `i`.
    fn between(&self, i: usize) -> Range<usize> {
        let from = i.checked_sub(1).map_or(0, |before| self.quoted_spans[before].bytes.end);
        self.tokens.within(&(from..self.quoted_spans[i].bytes.start))
    }

    /// Whether the span at `i` is at most one paragraph after the one before it.
    fn is_near(&self, i: usize) -> bool {
        let paragraph = |i: usize| self.source.paragraph_at(self.quoted_spans[i].bytes.start);
        i > 0 && paragraph(i) - paragraph(i - 1) <= 1
    }

    /// Whether a span that nothing attributes continues with the speaker of the one before it.
    fn goes_on(&self, i: usize) -> bool {
        if i == 0 || !self.is_near(i) {
            return false;
        }
        let before = self.source.as_str()[self.quoted_spans[i - 1].bytes.clone()].trim_end();
        let same_paragraph = self.source.paragraph_at(self.quoted_spans[i].bytes.start)
            == self.source.paragraph_at(self.quoted_spans[i - 1].bytes.start);
        let between = self.between(i);
        let own = self.surroundings[i - 1].after.clone();
        let words_between = self.tokens.count_words(between.clone());
        let further = self.tokens.count_words(between) - self.tokens.count_words(own);
        self.quoted_spans[i].continues
            || if same_paragraph {
                words_between > 0
            } else {
                further == 0 && !before.ends_with('?')
            }
    }

    fn cue(&self, i: usize) -> Cue {
        let Surroundings { before, after } = &self.surroundings[i];
        match self.subject(after, false).or_else(|| self.subject(before, true)) {
            Some(Cue::Pronoun) => self.named_between(i, before),
            Some(cue) => cue,
            None => {
                let mentioned = self.parties.mentioned(self.tokens, before, true);
                let mentioned =
                    mentioned.or_else(|| self.parties.mentioned(self.tokens, after, false));
                mentioned.map_or(Cue::Nothing, |id| {
                    Cue::Speaker(SpokenBy::Party(id), Certainty::Mention)
                })
            }
        }
    }

    /// The speaker that a pronoun refers to: the party named since the span before, in a sentence
    /// other than the span's own, else the last speaker.
    fn named_between(&self, i: usize, own: &Range<usize>) -> Cue {
        let between = self.between(i);
        let earlier = between.start..own.start.clamp(between.start, between.end);
        let party = self.parties.mentioned(self.tokens, &earlier, true);
        party.map_or(Cue::Pronoun, |id| Cue::Speaker(SpokenBy::Party(id), Certainty::Mention))
    }

    /// The subject of the verb of speech in `range`: the last verb in a `lead`, else the first.
    fn subject(&self, range: &Range<usize>, lead: bool) -> Option<Cue> {
        let spelling = |token: usize| self.tokens.spelling(token).to_lowercase();
        let is = |list: &[&str], token: usize| list.contains(&spelling(token).as_str());
        let mut verbs = range.clone().filter(|&token| {
            is(english::SPEECH_VERBS, token) || is(english::SPEAKER_FOLLOWS, token)
        });
        let verb = if lead { verbs.next_back() } else { verbs.next() }?;
        let is_word = |token: &usize| self.tokens[*token].kind == TokenKind::Word;
        let has_subject = |range: Range<usize>| {
            range.filter(is_word).any(|token| !is(english::NO_SUBJECT, token))
        };
        let before = range.start..verb;
        let in_front = !is(english::SPEAKER_FOLLOWS, verb) && has_subject(before.clone());
        let subject = if in_front { before } else { verb + 1..range.end };
        if !has_subject(subject.clone()) {
            return None;
        }
        if let Some((place, id)) = self.parties.nearest(self.tokens, &subject, in_front) {
            let between = if in_front { place..verb } else { verb + 1..place };
            let fits = |token: usize| {
                self.tokens.spelling(token).starts_with(char::is_uppercase)
                    || is(english::BETWEEN_NAME_AND_VERB, token)
            };
            let certainty = if between.into_iter().all(|token| token == place || fits(token)) {
                Certainty::NameAndVerb
            } else {
                Certainty::Verb
            };
            return Some(Cue::Speaker(SpokenBy::Party(id), certainty));
        }
        if subject.clone().any(|token| is(english::SPEAKER_PRONOUNS, token)) {
            return Some(Cue::Pronoun);
        }
        let capital = |token: &usize| self.tokens.spelling(*token).starts_with(char::is_uppercase);
        let mut named = subject.clone().filter(is_word);
        let name = if in_front {
            named.clone().rev().find(capital)
        } else {
            self.last_of_first_name(named.clone())
        };
        let name = name.or_else(|| if in_front { named.next_back() } else { named.next() })?;
        Some(Cue::Speaker(SpokenBy::Other(spelling(name)), Certainty::Verb))
    }

    /// The last word of the first run of capitalised words.
    fn last_of_first_name(&self, tokens: impl Iterator<Item = usize>) -> Option<usize> {
        let capital = |token: &usize| self.tokens.spelling(*token).starts_with(char::is_uppercase);
        let mut tokens = tokens.skip_while(|token| !capital(token));
        let first = tokens.next()?;
        tokens
            .take_while(capital)
            .zip(first + 1..)
            .take_while(|(token, next)| token == next)
            .map(|(token, _)| token)
            .last()
            .or(Some(first))
    }
}
