//! The noun phrases of a sentence, and whom they mean: `a friend of Vale`, `chief inspector Dana Vale`.

use std::ops::Range;

use super::cast::is_body;
use super::clause::{Clause, PartKind};
use super::mentions::{Antecedent, Article, Mention, Referent, SpokenBy};
use super::names::folded;
use super::titles::NameParts;
use crate::evidence::source::english;

/// A noun phrase: what it means, and its parts.
pub struct Phrase {
    /// Whom it means.
    pub referent: Referent,
    /// Its parts.
    pub parts: Range<usize>,
}

impl Clause<'_> {
    /// `phrase`, and those that `and` joins to it before.
    pub fn with_companions(&self, phrase: Phrase) -> Vec<Phrase> {
        let mut found = vec![phrase];
        loop {
            let start = found[found.len() - 1].parts.start;
            let joins = |at: usize| match self.parts[at].kind {
                PartKind::And => true,
                PartKind::Comma => found.len() > 1,
                _ => false,
            };
            let Some(before) = start.checked_sub(1).filter(|&before| joins(before)) else { break };
            let names =
                before.checked_sub(1).is_some_and(|at| self.parts[at].kind == PartKind::Name);
            let Some(phrase) = self.phrase_to(before).filter(|_| names) else { break };
            found.push(phrase);
        }
        found
    }

    /// The noun phrase that ends before the part `end`, past those that a preposition makes part of
    /// it: `a friend` of `a friend of Vale`.
    pub fn phrase_to(&self, end: usize) -> Option<Phrase> {
        let mut end = end;
        let mut joined: Option<Referent> = None;
        let mut author: Option<Referent> = None;
        loop {
            let mut phrase =
                self.simple_phrase_to(end, joined.clone().and_then(Referent::somebody))?;
            if self.is_document(phrase.parts.end) {
                let before = joined.filter(|joined| matches!(joined, Referent::Before(_)));
                phrase.referent = author.clone().or(before).unwrap_or(phrase.referent);
            }
            let before = phrase.parts.start.checked_sub(1);
            let Some(before) = before.filter(|&before| self.is_preposition(before)) else {
                return Some(phrase);
            };
            if self.is_person_after_post(&phrase, before) || self.subordinates(before) {
                return Some(phrase);
            }
            if self.parts[before].kind == PartKind::By {
                author = Some(phrase.referent.clone());
            }
            joined = Some(phrase.referent).filter(|_| self.joins_owner(before));
            end = before;
        }
    }

    /// Whether the part at `at` opens a clause that says when or why: `after Moss called it so`.
    pub fn subordinates(&self, at: usize) -> bool {
        let word = self.tokens.lower(self.parts[at].tokens.start);
        english::SUBORDINATORS.contains(word)
    }

    /// Whether the preposition at `at` joins what is before it to whom it belongs to: `a spokesman
    /// for the board`, `a letter from Moss`.
    fn joins_owner(&self, at: usize) -> bool {
        let word = self.tokens.spelling(self.parts[at].tokens.start);
        let issues = matches!(word, "by" | "from") && self.is_document(at);
        let works = matches!(word, "at" | "from" | "in" | "with") && self.is_of_staff(at);
        issues || works || english::JOINERS_OF_BODIES.contains(word)
    }

    /// The noun phrase that ends before the part `end`, read from right to left as far as it goes.
    pub fn simple_phrase_to(&self, end: usize, owner: Option<SpokenBy>) -> Option<Phrase> {
        let mut start = end;
        while start > 0 && matches!(self.parts[start - 1].kind, PartKind::Name | PartKind::Word) {
            start -= 1;
        }
        if start == end {
            let article = end.checked_sub(1);
            let article = article.filter(|&at| matches!(self.parts[at].kind, PartKind::Article(_)));
            if let Some(article) = article {
                return self.unnamed_one(article..end);
            }
            let pronoun =
                end.checked_sub(1).filter(|&at| self.parts[at].kind == PartKind::Pronoun)?;
            self.is_third_person(pronoun).then_some(())?;
            return Some(Phrase { referent: self.pronoun(pronoun), parts: pronoun..end });
        }
        let has_article = start > 0 && matches!(self.parts[start - 1].kind, PartKind::Article(_));
        self.phrase(start - usize::from(has_article)..end, owner)
    }

    /// The noun phrase that begins at the part `start`, with what a preposition adds to it.
    pub fn phrase_from(&self, start: usize) -> Option<Phrase> {
        let has_article =
            self.parts.get(start).is_some_and(|part| matches!(part.kind, PartKind::Article(_)));
        let from = start + usize::from(has_article);
        if self.parts.get(from).is_some_and(|part| part.kind == PartKind::Pronoun) {
            self.is_third_person(from).then_some(())?;
            return Some(Phrase { referent: self.pronoun(from), parts: start..from + 1 });
        }
        let mut end = from;
        while end < self.parts.len() {
            match self.parts[end].kind {
                PartKind::Name => end += 1,
                PartKind::Word if self.runs_on(from, end) => end += 1,
                _ => break,
            }
        }
        if let Some(person) = self.person_after_post(start, end) {
            return Some(person);
        }
        let owner = self.owner_after(end);
        self.phrase(start..end, owner)
    }

    /// People in general, whom no name precedes: `residents`.
    pub fn people_from(&self, start: usize) -> Option<Phrase> {
        let is_word =
            |at: &usize| self.parts.get(*at).is_some_and(|part| part.kind == PartKind::Word);
        let end = start + (start..self.parts.len()).take_while(is_word).count();
        if end == start {
            return None;
        }
        let words = self.words(start..end);
        let tokens = self.parts[start].tokens.start..self.parts[end - 1].tokens.end;
        let referent = self.mentions.described(&words, Article::None, None, tokens);
        words.last()?.ends_with('s').then_some(Phrase { referent, parts: start..end })
    }

    /// Whether a phrase that ends before the part `end` is a document or a view of somebody:
    /// `Moss’s verdict`, `a letter published`.
    pub fn is_document(&self, end: usize) -> bool {
        let word = |at: &usize| self.words(*at..at + 1).pop().unwrap_or_default();
        let is_issued =
            |at: &usize| self.parts[*at].kind == PartKind::Word && word(at).ends_with("ed");
        let last = (0..end).rev().find(|at| !is_issued(at)).map(|at| word(&at));
        last.is_some_and(|last| english::DOCUMENTS.contains(last.as_str()))
    }

    /// Whether a phrase that ends before the part `end` is of people who work for somebody.
    fn is_of_staff(&self, end: usize) -> bool {
        let last = end.checked_sub(1).and_then(|last| self.words(last..end).pop());
        last.is_some_and(|last| english::STAFF.contains(last.as_str()))
    }

    /// Whether what the author calls theirs before the part `end` speaks for them: `our report`.
    fn is_of_author(&self, end: usize) -> bool {
        self.is_document(end) || is_body(&self.words(end.saturating_sub(1)..end))
    }

    /// Whether the word at `at` belongs to the phrase that begins at `start`: in front of a name or
    /// before one was met, and after `’s`.
    fn runs_on(&self, start: usize, at: usize) -> bool {
        let last = at.checked_sub(1).filter(|&last| last >= start);
        last.is_none_or(|last| match self.parts[last].kind {
            PartKind::Name => {
                let leads = || !self.is_name_of_person(last) && self.leads_to_person(at);
                self.is_possessive(last) || self.is_head(at) || leads()
            }
            _ => true,
        })
    }

    /// Whether words without a stop lead from `at` to the name of a person: `BBC presenter Vale`.
    fn leads_to_person(&self, at: usize) -> bool {
        let words = (at..self.parts.len().min(at + 4))
            .take_while(|&next| self.parts[next].kind == PartKind::Word)
            .count();
        words > 0 && self.is_name_of_person(at + words)
    }

    /// Whether the part at `at` is the name of a person.
    pub fn is_name_of_person(&self, at: usize) -> bool {
        let Some(part) = self.parts.get(at).filter(|part| part.kind == PartKind::Name) else {
            return false;
        };
        let mention = self.mentions.starting_at(part.tokens.start);
        mention.is_some_and(|mention| self.mentions.is_surely_a_person(mention))
    }

    /// Whether the word at `at` makes what is before it its own: `Home Office spokesperson`.
    fn is_head(&self, at: usize) -> bool {
        let word = self.tokens.lower(self.parts[at].tokens.start);
        let lists = [english::SPOKESPERSONS, english::ROLES, english::BODIES, english::STAFF];
        lists.iter().any(|list| list.contains(word))
    }

    fn is_possessive(&self, part: usize) -> bool {
        let name = self.mentions.starting_at(self.parts[part].tokens.start);
        name.is_some_and(|mention| mention.name.is_possessive)
    }

    /// Whom the phrase that ends before `end` belongs to, by `for` or `of`.
    fn owner_after(&self, end: usize) -> Option<SpokenBy> {
        let joins = end < self.parts.len() && self.joins_owner(end);
        joins.then(|| self.phrase_from(end + 1))??.referent.somebody()
    }

    /// What the parts in `range` mean together: an article, words and names.
    fn phrase(&self, range: Range<usize>, owner: Option<SpokenBy>) -> Option<Phrase> {
        let article = match self.parts.get(range.start)?.kind {
            PartKind::Article(article) => article,
            _ => Article::None,
        };
        let content = range.start + usize::from(article != Article::None)..range.end;
        let Some(last) = content.clone().next_back() else { return self.unnamed_one(range) };
        let names = content.clone().filter(|&at| self.parts[at].kind == PartKind::Name);
        let referent = match self.parts[last].kind {
            PartKind::Name if self.is_possessive(last) => return None,
            PartKind::Name if article.is_definite() && self.is_origin(last) => {
                let tokens = self.parts[range.start].tokens.start..self.parts[last].tokens.end;
                Referent::Somebody(SpokenBy::Described(self.mentions.on_one_line(tokens)))
            }
            PartKind::Name if article == Article::Definite && self.is_a_person(last) => {
                return None;
            }
            PartKind::Name => {
                let mention = self.mentions.starting_at(self.parts[last].tokens.start)?;
                let mut hints = self.words(content.start..last);
                hints.extend(self.apposed_post(range.end));
                let referent = self.mentions.hinted(mention, &hints);
                self.apposed_spokesperson(range.end)
                    .filter(|_| is_other(&referent))
                    .unwrap_or(referent)
            }
            _ if article == Article::None && names.clone().next().is_none() && owner.is_none() => {
                self.bare(content.clone())?
            }
            _ if article == Article::Ours && self.is_of_author(range.end) => return None,
            _ => {
                let holder = names.clone().next_back().and_then(|at| self.owner_named(at));
                let owner = owner.or(holder);
                let from = names.clone().next_back().map_or(content.start, |at| at + 1);
                let words = self.words(from.max(content.start)..content.end);
                let tokens =
                    self.parts[range.start].tokens.start..self.parts[range.end - 1].tokens.end;
                self.mentions.described(&words, article, owner.as_ref(), tokens)
            }
        };
        Some(Phrase { referent, parts: range })
    }

    /// Somebody of whom only the number is said: `said one`, `another added`.
    fn unnamed_one(&self, article: Range<usize>) -> Option<Phrase> {
        let words = self.words(article.clone());
        let stands_alone = |word: &String| english::STAND_ALONE.contains(word.as_str());
        let word = words.first().filter(|word| stands_alone(word))?;
        let number = self.parts[article.start].tokens.start;
        let referent = Referent::Somebody(SpokenBy::Other(word.clone(), number.max(1)));
        Some(Phrase { referent, parts: article })
    }

    /// Whom the name at `part` makes the owner of what follows it.
    pub fn owner_named(&self, part: usize) -> Option<SpokenBy> {
        let mention = self.mentions.starting_at(self.parts[part].tokens.start)?;
        mention.referent.clone().somebody()
    }

    /// Whether the name at `part` is a person’s, before which `the` belongs to a word that follows:
    /// `the Eve Moss notes`.
    fn is_a_person(&self, part: usize) -> bool {
        let mention = self.mentions.starting_at(self.parts[part].tokens.start);
        let is_named = |mention: &Mention| !NameParts::new(&mention.name.words).core.is_empty();
        mention.is_some_and(|mention| self.mentions.is_a_person(mention) && is_named(mention))
            && self.parts.get(part + 1).is_some_and(|next| next.kind == PartKind::Verb)
    }

    /// Whether the name at `part` says only where somebody is from, or of which party: `the Italian`,
    /// `the Labour MP`.
    fn is_origin(&self, part: usize) -> bool {
        let mention = self.mentions.starting_at(self.parts[part].tokens.start);
        mention.is_some_and(|mention| {
            let parts = NameParts::new(&mention.name.words);
            let is_other = matches!(mention.referent, Referent::Somebody(SpokenBy::Other(..)));
            let is_one = is_other && parts.is_short() && parts.title.is_empty();
            let is_origin = |word: &String| {
                english::ENDINGS_OF_ORIGINS.iter().any(|ending| word.ends_with(ending))
            };
            let has_letters = parts.core.len() < mention.name.words.len();
            is_one && (has_letters || parts.core.iter().all(is_origin))
        })
    }

    /// Whether the name at `part` is one word of which the text says no more: `Northport`.
    pub fn is_unknown_name(&self, part: usize) -> bool {
        let mention = self.mentions.starting_at(self.parts[part].tokens.start);
        mention.is_some_and(|mention| {
            mention.name.words.len() == 1
                && matches!(mention.referent, Referent::Somebody(SpokenBy::Other(..)))
        })
    }

    /// What words with no article mean: a role or people in general, else nobody.
    fn bare(&self, content: Range<usize>) -> Option<Referent> {
        let words = self.words(content.clone());
        let head = words.last()?;
        let is_known = |list: english::WordList| list.contains(head.as_str());
        let is_person = is_known(english::ROLES)
            || is_known(english::SPOKESPERSONS)
            || is_known(english::BODIES)
            || words.iter().any(|word| english::ROLES.contains(word.as_str()))
            || (head.ends_with('s') && self.opens_clause(content.start));
        let tokens = self.parts[content.start].tokens.start..self.parts[content.end - 1].tokens.end;
        is_person.then(|| self.mentions.described(&words, Article::None, None, tokens))
    }

    /// Whether a clause begins at the part `at`.
    fn opens_clause(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| {
            let divides = matches!(self.parts[before].kind, PartKind::Comma | PartKind::Break);
            divides || self.subordinates(before)
        })
    }

    /// The words of these parts, as names are compared.
    pub fn words(&self, parts: Range<usize>) -> Vec<String> {
        let tokens = self.parts[parts].iter().flat_map(|part| part.tokens.clone());
        let words = tokens.map(|token| folded(self.tokens.spelling(token)));
        words.filter(|word| !word.is_empty()).collect()
    }

    pub fn is_third_person(&self, part: usize) -> bool {
        let word = self.tokens.lower(self.parts[part].tokens.start);
        !english::FIRST_PERSON.contains(word)
    }

    fn pronoun(&self, part: usize) -> Referent {
        let word = self.tokens.lower(self.parts[part].tokens.start);
        if word == "you" {
            return Referent::Somebody(SpokenBy::Described(word.to_owned()));
        }
        Referent::Before(Antecedent::of_pronoun(word).unwrap_or_default())
    }

    /// The phrases after a verb: the first that no preposition governs, and those joined to it.
    pub fn phrases_after(&self, start: usize) -> Vec<Phrase> {
        let phrase = self.phrase_after_objects(start);
        phrase.map_or_else(Vec::new, |phrase| self.with_next_companions(phrase))
    }

    /// The noun phrase that begins at the part `start`, and those joined to it.
    pub fn phrases_joined_from(&self, start: usize) -> Vec<Phrase> {
        let phrase = self.phrase_from(start);
        phrase.map_or_else(Vec::new, |phrase| self.with_next_companions(phrase))
    }

    /// `phrase`, and those that `and` joins to it after.
    fn with_next_companions(&self, phrase: Phrase) -> Vec<Phrase> {
        let mut found = vec![self.by_name(phrase)];
        while let Some(next) = found
            .last()
            .map(|phrase| phrase.parts.end)
            .filter(|&end| self.parts.get(end).is_some_and(|part| part.kind == PartKind::And))
            .and_then(|and| self.phrase_from(and + 1))
            .filter(|next| self.parts[next.parts.end - 1].kind == PartKind::Name)
        {
            found.push(next);
        }
        found
    }

    fn phrase_after_objects(&self, start: usize) -> Option<Phrase> {
        let mut at = start;
        while at < self.parts.len() {
            match self.parts[at].kind {
                PartKind::Preposition => at = self.phrase_from(at + 1)?.parts.end,
                PartKind::Auxiliary => at += 1,
                PartKind::Comma | PartKind::Break | PartKind::Relative | PartKind::And => {
                    return None;
                }
                _ => return self.phrase_from(at),
            }
        }
        None
    }

    pub fn phrase_after_prepositions(&self, start: usize) -> Option<Phrase> {
        let is_skipped = |&at: &usize| {
            matches!(self.parts[at].kind, PartKind::Preposition | PartKind::Article(_))
        };
        let at = (start..self.parts.len()).find(|at| !is_skipped(at))?;
        let article = at > start && matches!(self.parts[at - 1].kind, PartKind::Article(_));
        self.phrase_from(at - usize::from(article))
    }

    /// The first noun phrase in `range` that no preposition governs and no clause of its own holds.
    pub fn main_subject_in(&self, range: Range<usize>) -> Option<Phrase> {
        let mut at = range.start;
        while at < range.end {
            match self.parts[at].kind {
                PartKind::Preposition | PartKind::By => {
                    at = self.phrase_from(at + 1).map_or(at + 1, |phrase| phrase.parts.end);
                }
                PartKind::Relative => {
                    let is_comma = |&comma: &usize| self.parts[comma].kind == PartKind::Comma;
                    at = (at..range.end).find(is_comma).unwrap_or(range.end);
                }
                PartKind::Name | PartKind::Pronoun | PartKind::Article(_) => {
                    match self.phrase_from(at).filter(|phrase| phrase.parts.end <= range.end) {
                        Some(phrase) => return Some(self.by_name(phrase)),
                        None => at += 1,
                    }
                }
                PartKind::Word if at == range.start => match self.bare_from(at, range.end) {
                    Some(phrase) => return Some(self.by_name(phrase)),
                    None => at += 1,
                },
                _ => at += 1,
            }
        }
        None
    }

    /// A phrase without an article at the start of a sentence: `Ministers`, `Chief inspector Vale`.
    fn bare_from(&self, start: usize, end: usize) -> Option<Phrase> {
        let stop = (start..end)
            .find(|&at| !matches!(self.parts[at].kind, PartKind::Word | PartKind::Name));
        let stop = stop.unwrap_or(end);
        let name = (start..stop).find(|&at| self.parts[at].kind == PartKind::Name);
        let end = name.map_or(stop, |name| name + 1);
        self.person_after_post(start, end)
            .or_else(|| self.phrase(start..end, self.owner_after(end)))
    }

    pub fn is_preposition(&self, at: usize) -> bool {
        matches!(self.parts[at].kind, PartKind::Preposition | PartKind::By)
    }
}

/// Whether somebody is not in the brief.
fn is_other(referent: &Referent) -> bool {
    matches!(referent, Referent::Somebody(SpokenBy::Other(..)))
}
