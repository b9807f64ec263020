//! Who speaks, by the grammar of a sentence: the subject of its verb of speech.
//!
//! There is no full grammar of English here, only the few rules that news writing keeps: a subject
//! is next to its verb, a name after a preposition is no subject, and what is between two commas can
//! be left out.

use std::ops::Range;

use super::before_verbs::Before;
use super::clause::{Clause, ClausePart, PartKind};
use super::mentions::{Article, Referent, SpokenBy};
use super::phrases::Phrase;
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

/// The subject of a verb of speech: one, or several who speak together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Whom it means.
    pub referents: Vec<Referent>,
    /// Its tokens and those of the verb.
    pub tokens: Range<usize>,
    /// Whether the sentence says that they did not say it.
    pub denies: bool,
}

impl Clause<'_> {
    /// Who speaks in the words before: the subject of the last verb of speech, or whoever a colon
    /// at the end makes speak.
    pub fn subject_before_speech(&self) -> Option<Subject> {
        if self.author_denies_next().is_some() {
            return None;
        }
        let mut verbs = (0..self.parts.len()).rev().filter(|&at| self.is_verb(at));
        let mut by_verb = || verbs.find_map(|verb| self.subject_of(verb, Direction::Before));
        self.subject_without_verb().or_else(&mut by_verb).or_else(|| self.subject_of_colon())
    }

    /// Who speaks in the words after: the subject of the first verb of speech, or of any verb right
    /// after a name, or whoever signs with a dash.
    pub fn subject_after_speech(&self) -> Option<Subject> {
        let mut verbs = (0..self.parts.len()).filter(|&at| self.is_verb(at));
        let by_verb = verbs.find_map(|verb| self.subject_of(verb, Direction::After));
        let first = (0..self.parts.len()).find(|&at| self.is_verb(at));
        let hearer = || self.hearer(first?);
        by_verb.or_else(|| self.signature()).or_else(|| self.agent()).or_else(hearer)
    }

    /// Whether the author denies the words after this, if they are the subject of the last verb of
    /// speech.
    pub fn author_denies_next(&self) -> Option<bool> {
        let verb = (0..self.parts.len()).rev().find(|&at| self.is_verb(at))?;
        self.author_denies(verb)
    }

    /// Whether the author denies the words before this, if they are the subject of the first verb
    /// of speech.
    pub fn author_denies_last(&self) -> Option<bool> {
        let verb = (0..self.parts.len()).find(|&at| self.is_verb(at))?;
        self.author_denies(verb)
    }

    /// Whether the author denies having spoken, if they are the subject of the verb at `verb`:
    /// `I said`, `we never said`.
    fn author_denies(&self, verb: usize) -> Option<bool> {
        let is_between =
            |&at: &usize| matches!(self.parts[at].kind, PartKind::Auxiliary | PartKind::Be);
        let subject = (0..verb).rev().find(|at| !is_between(at))?;
        let is_author =
            self.parts[subject].kind == PartKind::Pronoun && !self.is_third_person(subject);
        is_author.then(|| self.denies(verb))
    }

    /// Whose words come next, if a noun for what people say has them as its object: `claims that it
    /// was “…”`, `to shouts of “…”`, `Moss’s claim that “…”`. With no owner, the noun stands for them.
    pub fn saying(&self) -> Option<SpokenBy> {
        let word = |at: usize| self.words(at..at + 1).pop().unwrap_or_default();
        let is_noun = |at: &usize| {
            let lists = [english::SAYINGS, english::DOCUMENTS];
            self.parts[*at].kind == PartKind::Word
                && lists.iter().any(|list| list.contains(word(*at).as_str()))
        };
        let leads = |at: &usize| {
            *at + 1 < self.parts.len() && matches!(word(*at + 1).as_str(), "that" | "of")
        };
        let has_object = |at: &usize| self.is_object_next(*at) && (*at == 0 || leads(at));
        let at = (0..self.parts.len()).rev().find(|at| is_noun(at) && has_object(at))?;
        let is_saying = english::SAYINGS.contains(word(at).as_str());
        match at.checked_sub(1).map(|before| (before, self.parts[before].kind)) {
            Some((before, PartKind::Name)) => self.owner_named(before),
            Some((_, PartKind::Article(Article::Theirs | Article::Ours))) => None,
            Some((before, PartKind::Word)) if self.is_owner(before) => {
                let tokens = self.phrase_to(at)?.parts;
                let tokens = self.parts[tokens.start].tokens.start..self.parts[before].tokens.end;
                Some(SpokenBy::Described(self.mentions.on_one_line(tokens)))
            }
            _ => is_saying.then(|| {
                let tokens = self.parts[at].tokens.clone();
                SpokenBy::Described(self.mentions.on_one_line(tokens))
            }),
        }
    }

    /// Whether the word at `at` is followed by what belongs to it: `the board’s report`.
    fn is_owner(&self, at: usize) -> bool {
        self.tokens.spelling(self.parts[at].tokens.end - 1).ends_with("'s")
    }

    /// Whether it is about words that its speaker does not say, but was asked or rejects.
    pub fn is_rejected(&self) -> bool {
        let Some(verb) = (0..self.parts.len()).rev().find(|&at| self.is_verb(at)) else {
            return false;
        };
        let word = self.words(verb..verb + 1).pop().unwrap_or_default();
        match verb {
            0 if word == "asked" => self.governs_next(verb),
            _ => english::REJECTIONS.contains(word.as_str()) && self.saying().is_some(),
        }
    }

    /// Whoever is named first and is no object of a preposition.
    pub fn main_subject(&self) -> Option<Referent> {
        self.main_subject_in(0..self.parts.len()).map(|phrase| phrase.referent)
    }

    /// Whoever is the subject of a clause of time or reason that opens the sentence: `When Moss came`.
    pub fn fronted_subject(&self) -> Option<Referent> {
        let opens = self.parts.first().is_some_and(|first| {
            first.kind == PartKind::Relative || self.subordinates(0) || self.is_as(0)
        });
        let phrase = self.main_subject_in(1..self.parts.len()).filter(|_| opens)?;
        let is_subject = self
            .parts
            .get(phrase.parts.end)
            .is_some_and(|next| !matches!(next.kind, PartKind::Comma | PartKind::Break));
        is_subject.then_some(phrase.referent)
    }

    /// Whether it is no more than a preposition and a participle with what comes next as its object:
    /// `By saying “…”, Moss angered Vale`.
    pub fn is_gerund_clause(&self) -> bool {
        let opens = !self.parts.is_empty() && self.is_preposition(0);
        opens && self.parts.len() > 1 && self.is_verb(1) && self.governs_next(1)
    }

    /// Whoever is named first and is no object of a preposition, as the subject of its sentence.
    pub fn main_actor(&self) -> Option<Subject> {
        let phrase = self.main_subject_in(0..self.parts.len())?;
        Some(self.subject(vec![phrase.referent], phrase.parts))
    }

    /// The subject of a sentence without a verb of speech, if it is a person: `Vale`, `she`.
    pub fn person_who_acts(&self) -> Option<Subject> {
        let phrase = self.main_subject_in(0..self.parts.len())?;
        let is_person = match &phrase.referent {
            Referent::Somebody(_) => self.is_name_of_person(phrase.parts.end - 1),
            Referent::Before(antecedent) => antecedent.gender.is_some(),
        };
        is_person.then(|| self.subject(vec![phrase.referent], phrase.parts))
    }

    pub(super) fn subject(&self, referents: Vec<Referent>, parts: Range<usize>) -> Subject {
        let tokens = self.parts[parts.start].tokens.start..self.parts[parts.end - 1].tokens.end;
        Subject { referents, tokens, denies: false }
    }

    /// The subject of the verb at `verb`.
    fn subject_of(&self, verb: usize, direction: Direction) -> Option<Subject> {
        if self.parts[verb].kind == PartKind::Introduces {
            let phrase = self.phrase_after_prepositions(verb + 1)?;
            return Some(self.subject(vec![phrase.referent], verb..phrase.parts.end));
        }
        if self.author_denies(verb).is_some() {
            return None;
        }
        if self.is_passive(verb) {
            let by = (verb + 1..self.parts.len())
                .take(8)
                .find(|&at| self.parts[at].kind == PartKind::By);
            let Some(by) = by else {
                return self.hearer(verb).filter(|_| direction == Direction::Before);
            };
            let phrase = self.phrase_from(by + 1)?;
            return Some(self.subject(vec![phrase.referent], verb..phrase.parts.end));
        }
        let denies = self.denies(verb);
        if let Some(phrase) = self.blamed(verb).or_else(|| self.quoted_person(verb)) {
            return Some(self.subject(vec![phrase.referent], phrase.parts));
        }
        let before = self.subject_before(verb);
        let is_aside = |phrases: &[Phrase]| {
            let before = phrases.iter().map(|phrase| phrase.parts.start).min();
            let before = before.and_then(|start| start.checked_sub(1));
            before.is_some_and(|before| self.subordinates(before) && !self.is_as(before))
        };
        let phrases = match (before, direction) {
            (Before::Found(phrases), Direction::Before)
                if is_aside(&phrases) && !self.governs_next(verb) =>
            {
                return None;
            }
            (Before::Found(phrases), _) => phrases,
            (Before::Relative, _) => return None,
            (Before::Nothing, Direction::After) => self.phrases_after(verb + 1),
            (Before::Nothing, Direction::Before) => {
                self.subject_of_last_clause(0..verb).into_iter().collect()
            }
        };
        let first = phrases.iter().map(|phrase| phrase.parts.start).min()?;
        let last = phrases.iter().map(|phrase| phrase.parts.end).max()?;
        let referents = phrases.into_iter().map(|phrase| phrase.referent).collect();
        let subject = self.subject(referents, first.min(verb)..last.max(verb + 1));
        Some(Subject { denies, ..subject })
    }

    pub(super) fn is_as(&self, at: usize) -> bool {
        self.parts[at].kind == PartKind::As
    }

    /// Whether the verb at `verb` has what comes after the clause as its object, with at most a colon
    /// between.
    pub(super) fn governs_next(&self, verb: usize) -> bool {
        let word = self.words(verb..verb + 1).pop().unwrap_or_default();
        let is_colon = verb + 2 == self.parts.len()
            && !english::SAYINGS.contains(word.as_str())
            && self.tokens[self.parts[verb + 1].tokens.start].kind == TokenKind::Sign(':');
        is_colon || self.is_object_next(verb)
    }

    /// Whether no stop is between the verb at `verb` and what comes after the clause.
    pub(super) fn is_object_next(&self, verb: usize) -> bool {
        let is_object = |part: &ClausePart| !matches!(part.kind, PartKind::Comma | PartKind::Break);
        self.parts[verb..].iter().all(is_object)
    }

    /// Whether the last verb of speech in the clause has what comes after it as its object: `When Vale
    /// called it “…”, Moss left`.
    pub fn governs_speech(&self) -> bool {
        let verb = (0..self.parts.len()).rev().find(|&at| self.is_verb(at));
        verb.is_some_and(|verb| self.governs_next(verb))
    }

    pub(super) fn is_passive(&self, verb: usize) -> bool {
        let word = self.tokens.spelling(self.parts[verb].tokens.start);
        let helper = (0..verb).rev().find(|&at| self.parts[at].kind != PartKind::Auxiliary);
        let after_be = helper.is_some_and(|at| self.parts[at].kind == PartKind::Be);
        after_be && !word.ends_with("ing")
    }

    /// Whether the sentence denies that its subject said it: `denied saying`, `never said`.
    fn denies(&self, verb: usize) -> bool {
        let spelling = |at: usize| self.tokens.lower(self.parts[at].tokens.start);
        if english::THOUGHTS.contains(spelling(verb)) {
            return false;
        }
        let near = (0..verb).rev().take(5).take_while(|&at| {
            let parts = [PartKind::Comma, PartKind::Break, PartKind::Relative, PartKind::And];
            !parts.contains(&self.parts[at].kind) && spelling(at) != "but"
        });
        let mut near = near.map(|at| (at, spelling(at)));
        near.any(|(at, word)| {
            english::SPEECH_DENIALS.contains(word)
                || (verb - at < 4 && (word == "not" || word == "never" || word.ends_with("n't")))
        })
    }
}

/// On which side of the words a verb of speech is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Before,
    After,
}
