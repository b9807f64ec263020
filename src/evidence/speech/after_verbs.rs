//! What is after a verb of speech, or after speech itself: `“…,” mused Vale`, `“…” by residents`.

use super::clause::{Clause, ClausePart, PartKind};
use super::mentions::{Article, Referent, SpokenBy};
use super::phrases::Phrase;
use super::subjects::Subject;
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

impl Clause<'_> {
    /// Whoever follows `by` or `was` right after speech: `“…” by residents`, `“…,” was Moss’s
    /// verdict`, `“…” That is the view of Moss`.
    pub(super) fn agent(&self) -> Option<Subject> {
        let is =
            |at: usize, kind: PartKind| self.parts.get(at).is_some_and(|part| part.kind == kind);
        let is_opening = |&at: &usize| {
            is(at, PartKind::Be) || is(at, PartKind::Auxiliary) || is(at, PartKind::Word)
        };
        let by = (0..self.parts.len().min(4)).take_while(is_opening).count();
        if is(by, PartKind::By) {
            let phrase = self.phrase_from(by + 1).or_else(|| self.people_from(by + 1))?;
            return Some(self.subject(vec![phrase.referent], by..phrase.parts.end));
        }
        let be =
            usize::from(is(0, PartKind::Relative) || is(0, PartKind::Article(Article::Definite)));
        if !is(be, PartKind::Be) {
            return None;
        }
        let is_somebody = |phrase: &Phrase| matches!(phrase.referent, Referent::Somebody(_));
        let owner = self.phrase_from(be + 1).filter(|phrase| self.is_document(phrase.parts.end));
        let owner = owner.filter(is_somebody);
        let named = (be..self.parts.len()).find(|&at| self.is_name_of_person(at));
        let after_how = Some(be + 2).filter(|_| is(be + 1, PartKind::Relative));
        owner
            .or_else(|| self.phrase_from(named.or(after_how)?))
            .map(|phrase| self.subject(vec![phrase.referent], 0..phrase.parts.end))
    }

    /// Who is named as the subject of a verb that is not known as one of speech, with the verb
    /// next to it: `Moss mused`, `sighed Vale`.
    pub fn subject_of_any_verb(&self) -> Option<Subject> {
        let first = self.parts.first()?;
        let is_word =
            |at: usize| self.parts.get(at).is_some_and(|part| part.kind == PartKind::Word);
        if first.kind == PartKind::Word {
            let phrase = self.phrase_from(1)?;
            return Some(self.subject(vec![phrase.referent], 0..phrase.parts.end));
        }
        let phrase = self.phrase_from(0)?;
        let verb = phrase.parts.end;
        let is_place = first.kind == PartKind::Name && verb == 1 && self.is_unknown_name(0);
        if is_word(verb) && is_place {
            let described = SpokenBy::Described(self.words(0..1).concat());
            return Some(self.subject(vec![Referent::Somebody(described)], 0..verb + 1));
        }
        is_word(verb).then(|| self.subject(vec![phrase.referent], 0..verb + 1))
    }

    /// Whether it begins with `by`.
    pub fn opens_with_agent(&self) -> bool {
        self.parts.first().is_some_and(|part| part.kind == PartKind::By)
    }

    /// Whether its first words are a subject and a verb of speech, in either order.
    pub fn opens_with_speaker(&self) -> bool {
        const NEAR: usize = 4;
        let is_verb = |at: &usize| self.parts[*at].kind == PartKind::Verb;
        let verb = (0..self.parts.len().min(NEAR)).find(is_verb);
        let stops = |part: &ClausePart| {
            matches!(part.kind, PartKind::And | PartKind::Relative | PartKind::Break)
        };
        verb.is_some_and(|verb| !self.parts[..verb].iter().any(stops))
    }

    /// Somebody unnamed, if the verb at `verb` says only who heard or what was spoken of: `Vale was
    /// told: “…”`, `it was called “…”`.
    pub(super) fn hearer(&self, verb: usize) -> Option<Subject> {
        let word = self.words(verb..verb + 1).pop().filter(|_| self.is_passive(verb))?;
        let somebody = SpokenBy::Described(english::SOMEBODY.to_owned());
        let is_heard = english::HEARD.contains(word.as_str());
        is_heard.then(|| self.subject(vec![Referent::Somebody(somebody)], verb..verb + 1))
    }

    /// The person whom the verb right before a colon at the end quotes: `Vale quoted Moss: “…”`.
    pub(super) fn quoted_person(&self, verb: usize) -> Option<Phrase> {
        let is_quoted =
            english::QUOTES.contains(self.tokens.spelling(self.parts[verb].tokens.start));
        let phrase = self.phrase_from(verb + 1).filter(|_| is_quoted)?;
        let is_last = phrase.parts.end + 1 == self.parts.len();
        (is_last && self.is_name_of_person(phrase.parts.end - 1)).then_some(phrase)
    }

    /// Whoever signs with a dash: `– Dana Vale`.
    pub(super) fn signature(&self) -> Option<Subject> {
        let dash = self.parts.first().filter(|part| part.kind == PartKind::Break)?;
        let is_dash = matches!(self.tokens[dash.tokens.start].kind, TokenKind::Dash(_));
        let phrase = self.phrase_from(1).filter(|_| is_dash)?;
        let is_name = self.parts[phrase.parts.end - 1].kind == PartKind::Name;
        is_name.then(|| self.subject(vec![phrase.referent], phrase.parts))
    }

    /// The person or party whose name opens a line or two that say no more than who it is: `Dana Vale,
    /// chief inspector`.
    pub fn signer(&self) -> Option<Subject> {
        /// Such lines have at most this many parts.
        const SHORT: usize = 16;
        let phrase = self.phrase_from(0)?;
        let is_name = self.parts[phrase.parts.end - 1].kind == PartKind::Name;
        let is_person = self.is_name_of_person(phrase.parts.end - 1)
            || matches!(phrase.referent, Referent::Somebody(SpokenBy::Party(_)));
        let is_over = self
            .parts
            .get(phrase.parts.end)
            .is_none_or(|next| matches!(next.kind, PartKind::Comma | PartKind::Break));
        let is_short = self.parts.len() <= SHORT && !self.has_verb();
        (is_name && is_person && is_over && is_short)
            .then(|| self.subject(vec![phrase.referent], phrase.parts))
    }
}
