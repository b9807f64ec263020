//! One person in two phrases: `the chief executive, Dana Vale,` and `head of policy Dana Vale`.

use super::clause::{Clause, PartKind};
use super::mentions::{Referent, SpokenBy};
use super::phrases::Phrase;
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

impl Clause<'_> {
    /// The name that follows a description between commas, else the phrase itself.
    pub fn by_name(&self, phrase: Phrase) -> Phrase {
        if self.is_name_of_person(phrase.parts.end - 1) {
            return phrase;
        }
        let mut at = phrase.parts.end;
        let is_and = |at: usize| {
            self.is(at, PartKind::And)
                && self.is(at + 1, PartKind::Name)
                && !self.is_name_of_person(at + 1)
        };
        while self.is(at, PartKind::Preposition) || self.is(at, PartKind::Word) || is_and(at) {
            at = if self.is(at, PartKind::Word) { at + 1 } else { self.phrase_end(at + 1) };
        }
        self.name_between_commas(at).unwrap_or(phrase)
    }

    /// The part after the words and names, with their article, that begin at `start`.
    fn phrase_end(&self, start: usize) -> usize {
        let is_inside = |at: &usize| {
            self.parts.get(*at).is_some_and(|part| {
                matches!(part.kind, PartKind::Article(_) | PartKind::Name | PartKind::Word)
            })
        };
        start + (start..self.parts.len()).take_while(is_inside).count()
    }

    /// The name of a person or a party that fills what is between the comma at `comma` and the next
    /// comma, verb or end.
    fn name_between_commas(&self, comma: usize) -> Option<Phrase> {
        let is_by = self.is(comma + 1, PartKind::By) && self.is_document(comma);
        let name = comma + 1 + usize::from(is_by);
        let ends = self.parts.get(name + 1).is_none_or(|part| {
            matches!(
                part.kind,
                PartKind::Comma | PartKind::Verb | PartKind::Break | PartKind::Auxiliary
            )
        });
        if !self.is(comma, PartKind::Comma) || !self.is(name, PartKind::Name) || !ends {
            return None;
        }
        let phrase = self.phrase_from(name)?;
        let is_party = matches!(phrase.referent, Referent::Somebody(SpokenBy::Party(_)));
        (is_party || self.is_name_of_person(name)).then_some(phrase)
    }

    /// The person who alone fills what is between the comma at `comma` and the one before:
    /// `director of Friends of the Pier, Dana Vale,`.
    pub fn person_between_commas(&self, comma: usize) -> Option<Phrase> {
        let name = comma.checked_sub(1)?;
        let before = (0..name).rev().find(|&at| !self.is(at, PartKind::Word))?;
        let is_comma =
            |at: usize| self.tokens[self.parts[at].tokens.start].kind == TokenKind::Sign(',');
        let is_alone = is_comma(before) && is_comma(comma) && self.is_name_of_person(name);
        is_alone.then(|| self.simple_phrase_to(comma, None)).flatten()
    }

    /// Whether a phrase that a preposition at `before` governs is that of a person whose post comes
    /// before it: `Cabinet member for transport Liam Shaw`, not `a friend of Liam Shaw`.
    pub fn is_person_after_post(&self, phrase: &Phrase, before: usize) -> bool {
        let last = phrase.parts.end - 1;
        let is_led = phrase.parts.len() > 1 || self.has_words_before_name(last);
        let post = (0..before)
            .rev()
            .find(|&at| !self.is(at, PartKind::Word) && !self.is(at, PartKind::Name));
        let start = post.map_or(0, |at| at + 1);
        let has_article =
            post.is_some_and(|at| matches!(self.parts[at].kind, PartKind::Article(_)));
        is_led
            && start < before
            && !has_article
            && self.joins_post(before)
            && self.is_name_of_person(last)
    }

    /// Whether the preposition at `at` may be part of a post: `minister for ports`, not `letter to`
    /// or `friends of`.
    fn joins_post(&self, at: usize) -> bool {
        let preposition = self.tokens.spelling(self.parts[at].tokens.start);
        let Some(head) = at.checked_sub(1) else { return false };
        let is_many = self.words(head..at).pop().is_some_and(|word| word.ends_with('s'));
        english::JOINERS_OF_POSTS.contains(preposition)
            && !is_many
            && !self.is_name_of_person(head)
            && !self.is_document(at)
    }

    /// The person at the end of a post that begins at `start`, whose first words end before `end`.
    pub fn person_after_post(&self, start: usize, end: usize) -> Option<Phrase> {
        let has_article = matches!(self.parts.get(start)?.kind, PartKind::Article(_));
        let is_post = end > start && self.is(end, PartKind::Preposition) && self.joins_post(end);
        if has_article || !is_post {
            return None;
        }
        let until = self.phrase_end(end + 1);
        let inner = end + 1..until;
        let last = inner.clone().next_back()?;
        let is_led = inner.len() > 1 || self.has_words_before_name(last);
        let is_person = is_led && self.is_name_of_person(last);
        is_person.then(|| self.simple_phrase_to(until, None)).flatten()
    }

    /// Whether the name at `at` begins with what is no part of it: `River Watch Dana Vale`.
    fn has_words_before_name(&self, at: usize) -> bool {
        let Some(part) = self.parts.get(at).filter(|part| part.kind == PartKind::Name) else {
            return false;
        };
        let mention = self.mentions.starting_at(part.tokens.start);
        mention.is_some_and(|mention| mention.is_led)
    }

    /// The words of a post after a name: `, the policing minister,`.
    pub fn apposed_post(&self, end: usize) -> Vec<String> {
        if !self.is(end, PartKind::Comma) {
            return Vec::new();
        }
        let article = self.parts.get(end + 1).map(|part| part.kind);
        let is_definite =
            matches!(article, Some(PartKind::Article(article)) if article.is_definite());
        let from = end + 1 + usize::from(is_definite);
        let until = (from..self.parts.len())
            .find(|&at| !self.is(at, PartKind::Word) && !self.is(at, PartKind::Name));
        let words = self.words(from..until.unwrap_or(self.parts.len()).max(from));
        let is_role = words.last().is_some_and(|word| english::ROLES.contains(word.as_str()));
        if is_role { words } else { Vec::new() }
    }

    /// A spokesperson’s body after their name: `, a spokeswoman for River Watch`.
    pub fn apposed_spokesperson(&self, end: usize) -> Option<Referent> {
        if !self.is(end, PartKind::Comma) {
            return None;
        }
        let until = self.phrase_end(end + 1);
        let words = self.words(end + 1..until.min(self.parts.len()));
        let is_spokesperson =
            words.last().is_some_and(|word| english::SPOKESPERSONS.contains(word.as_str()));
        let phrase = is_spokesperson.then(|| self.phrase_from(end + 1)).flatten()?;
        let is_of_party =
            matches!(phrase.referent, Referent::Somebody(SpokenBy::SpokespersonOf(_)));
        is_of_party.then_some(phrase.referent)
    }

    fn is(&self, at: usize, kind: PartKind) -> bool {
        self.parts.get(at).is_some_and(|part| part.kind == kind)
    }
}
