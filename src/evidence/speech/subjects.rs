//! Who speaks, by the grammar of a sentence: the subject of its verb of speech.
//!
//! There is no full grammar of English here, only the few rules that news writing keeps: a subject
//! is next to its verb, a name after a preposition is no subject, and what is between two commas can
//! be left out.

use std::ops::Range;

use super::clause::{Clause, ClausePart, PartKind};
use super::mentions::{Article, Referent, SpokenBy};
use super::names::is_date;
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
        let by_verb = verbs.find_map(|verb| self.subject_of(verb, Direction::Before));
        by_verb.or_else(|| self.subject_of_colon())
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
                && lists.iter().any(|list| list.contains(&word(*at).as_str()))
        };
        let leads = |at: &usize| {
            *at + 1 < self.parts.len() && matches!(word(*at + 1).as_str(), "that" | "of")
        };
        let has_object = |at: &usize| self.is_object_next(*at) && (*at == 0 || leads(at));
        let at = (0..self.parts.len()).rev().find(|at| is_noun(at) && has_object(at))?;
        let is_saying = english::SAYINGS.contains(&word(at).as_str());
        match at.checked_sub(1).map(|before| (before, self.parts[before].kind)) {
            Some((before, PartKind::Name)) => self.owner_named(before),
            Some((_, PartKind::Article(Article::Theirs | Article::Ours))) => None,
            _ => is_saying.then(|| {
                let tokens = self.parts[at].tokens.clone();
                SpokenBy::Described(self.mentions.on_one_line(tokens))
            }),
        }
    }

    /// Whether it is about words that its speaker does not say, but was asked or rejects.
    pub fn is_rejected(&self) -> bool {
        let Some(verb) = (0..self.parts.len()).rev().find(|&at| self.is_verb(at)) else {
            return false;
        };
        let word = self.words(verb..verb + 1).pop().unwrap_or_default();
        match verb {
            0 if word == "asked" => self.governs_next(verb),
            _ => english::REJECTIONS.contains(&word.as_str()) && self.saying().is_some(),
        }
    }

    /// Whoever follows `by` or `was` right after speech: `“…” by residents`, `“…,” was Moss’s
    /// verdict`, `“…” That is the view of Moss`.
    fn agent(&self) -> Option<Subject> {
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

    /// Whoever is named first and is no object of a preposition.
    pub fn main_subject(&self) -> Option<Referent> {
        self.main_subject_in(0..self.parts.len()).map(|phrase| phrase.referent)
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

    fn subject(&self, referents: Vec<Referent>, parts: Range<usize>) -> Subject {
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
                self.main_subject_in(0..verb).into_iter().collect()
            }
        };
        let first = phrases.iter().map(|phrase| phrase.parts.start).min()?;
        let last = phrases.iter().map(|phrase| phrase.parts.end).max()?;
        let referents = phrases.into_iter().map(|phrase| phrase.referent).collect();
        let subject = self.subject(referents, first.min(verb)..last.max(verb + 1));
        Some(Subject { denies, ..subject })
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

    fn is_date(&self, at: usize) -> bool {
        is_date(self.tokens.spelling(self.parts[at].tokens.start))
    }

    fn is_as(&self, at: usize) -> bool {
        self.parts[at].kind == PartKind::As
    }

    /// Whether the verb at `verb` has what comes after the clause as its object, with at most a colon
    /// between.
    fn governs_next(&self, verb: usize) -> bool {
        let word = self.words(verb..verb + 1).pop().unwrap_or_default();
        let is_colon = verb + 2 == self.parts.len()
            && !english::SAYINGS.contains(&word.as_str())
            && self.tokens[self.parts[verb + 1].tokens.start].kind == TokenKind::Sign(':');
        is_colon || self.is_object_next(verb)
    }

    /// Whether no stop is between the verb at `verb` and what comes after the clause.
    fn is_object_next(&self, verb: usize) -> bool {
        let is_object = |part: &ClausePart| !matches!(part.kind, PartKind::Comma | PartKind::Break);
        self.parts[verb..].iter().all(is_object)
    }

    /// Whether the last verb of speech in the clause has what comes after it as its object: `When Vale
    /// called it “…”, Moss left`.
    pub fn governs_speech(&self) -> bool {
        let verb = (0..self.parts.len()).rev().find(|&at| self.is_verb(at));
        verb.is_some_and(|verb| self.governs_next(verb))
    }

    /// Somebody unnamed, if the verb at `verb` says only who heard or what was spoken of: `Vale was
    /// told: “…”`, `it was called “…”`.
    fn hearer(&self, verb: usize) -> Option<Subject> {
        let word = self.words(verb..verb + 1).pop().filter(|_| self.is_passive(verb))?;
        let somebody = SpokenBy::Described(english::SOMEBODY.to_owned());
        let is_heard = english::HEARD.contains(&word.as_str());
        is_heard.then(|| self.subject(vec![Referent::Somebody(somebody)], verb..verb + 1))
    }

    /// The person before `for` and a participle: `Vale criticised Moss for saying`, and not the one
    /// to whom somebody speaks: `apologised to Moss for saying`.
    fn blamed(&self, verb: usize) -> Option<Phrase> {
        let name = verb.checked_sub(2)?;
        let word = |at: usize| self.tokens.spelling(self.parts[at].tokens.start);
        let is_blamed = word(verb - 1) == "for" && self.is_name_of_person(name);
        let phrase = is_blamed.then(|| self.simple_phrase_to(name + 1, None)).flatten()?;
        let is_hearer = phrase.parts.start.checked_sub(1).is_none_or(|before| word(before) == "to");
        (!is_hearer).then_some(phrase)
    }

    /// The person whom the verb right before a colon at the end quotes: `Vale quoted Moss: “…”`.
    fn quoted_person(&self, verb: usize) -> Option<Phrase> {
        let is_quoted =
            english::QUOTES.contains(&self.tokens.spelling(self.parts[verb].tokens.start));
        let phrase = self.phrase_from(verb + 1).filter(|_| is_quoted)?;
        let is_last = phrase.parts.end + 1 == self.parts.len();
        (is_last && self.is_name_of_person(phrase.parts.end - 1)).then_some(phrase)
    }

    fn is_passive(&self, verb: usize) -> bool {
        let word = self.tokens.spelling(self.parts[verb].tokens.start);
        let helper = (0..verb).rev().find(|&at| self.parts[at].kind != PartKind::Auxiliary);
        let after_be = helper.is_some_and(|at| self.parts[at].kind == PartKind::Be);
        after_be && !word.ends_with("ing")
    }

    /// Whether the sentence denies that its subject said it: `denied saying`, `never said`.
    fn denies(&self, verb: usize) -> bool {
        let spelling = |at: usize| self.tokens.spelling(self.parts[at].tokens.start).to_lowercase();
        if english::THOUGHTS.contains(&spelling(verb).as_str()) {
            return false;
        }
        let near = (0..verb).rev().take(5).take_while(|&at| {
            let parts = [PartKind::Comma, PartKind::Break, PartKind::Relative, PartKind::And];
            !parts.contains(&self.parts[at].kind) && spelling(at) != "but"
        });
        let mut near = near.map(|at| (at, spelling(at)));
        near.any(|(at, word)| {
            english::SPEECH_DENIALS.contains(&word.as_str())
                || (verb - at < 4 && (word == "not" || word == "never" || word.ends_with("n't")))
        })
    }

    /// What is before the verb at `verb`: its subject, read from right to left.
    fn subject_before(&self, verb: usize) -> Before {
        let mut end = verb;
        while end > 0 && matches!(self.parts[end - 1].kind, PartKind::Auxiliary | PartKind::Be) {
            end -= 1;
        }
        let is_dated = end < verb && self.is_date(end);
        if end > 0 && (self.is_as(end - 1) || (is_dated && self.is_preposition(end - 1))) {
            end -= 1;
        }
        if end == 0 {
            return Before::Nothing;
        }
        match self.parts[end - 1].kind {
            PartKind::Comma => {
                if self.is_participle_after_speech(end, verb)
                    && let Before::Found(phrases) = self.subject_before(end - 2)
                {
                    return Before::Found(phrases);
                }
                let main = || self.main_subject_in(self.clause_start(end - 1)..end - 1);
                let main = self.person_between_commas(end - 1).or_else(main);
                return main.map_or(Before::Nothing, |phrase| Before::Found(vec![phrase]));
            }
            PartKind::Relative => return self.antecedent_of(end - 1),
            PartKind::And => {
                let main = self.main_subject_in(self.clause_start(end - 1)..end - 1);
                return main.map_or(Before::Nothing, |phrase| Before::Found(vec![phrase]));
            }
            _ => {}
        }
        if self.is_with_participle(end, verb) {
            let phrase = self.simple_phrase_to(end, None);
            return phrase.map_or(Before::Nothing, |phrase| Before::Found(vec![phrase]));
        }
        let Some(phrase) = self.phrase_to(end) else { return Before::Nothing };
        let start = phrase.parts.start;
        let is_named = |phrase: &Phrase| matches!(phrase.referent, Referent::Somebody(_));
        match start.checked_sub(1).map(|before| self.parts[before].kind) {
            Some(PartKind::Relative) if self.is_followed_by_be(verb) => Before::Relative,
            Some(PartKind::Relative)
                if !(self.is_that(start - 1)
                    || self.is_object_next(verb) && is_named(&phrase)
                    || self.subordinates(start - 1) && self.governs_next(verb)) =>
            {
                Before::Relative
            }
            Some(PartKind::Comma) if !self.is_name_of_person(end - 1) => {
                let is_named = self.parts[end - 1].kind == PartKind::Name;
                let person = self.person_before_body(start - 1).filter(|_| is_named);
                Before::Found(vec![person.unwrap_or(phrase)])
            }
            _ => Before::Found(self.with_companions(phrase)),
        }
    }

    /// Whether a participle goes on with a verb of speech before a comma: `it rose, Vale said, calling`.
    fn is_participle_after_speech(&self, end: usize, verb: usize) -> bool {
        let is_participle = self.tokens.spelling(self.parts[verb].tokens.start).ends_with("ing");
        is_participle && end.checked_sub(2).is_some_and(|before| self.is_verb(before))
    }

    /// Whether the verb at `verb` ends a clause about the subject of the next: `the plan that the board
    /// rejected was “…”`.
    fn is_followed_by_be(&self, verb: usize) -> bool {
        self.parts.get(verb + 1).is_some_and(|next| next.kind == PartKind::Be)
    }

    /// Whether what ends before the part `end` is the subject of a participle: `with Moss accusing`,
    /// `angered by Moss saying`.
    fn is_with_participle(&self, end: usize, verb: usize) -> bool {
        let is_participle = self.tokens.spelling(self.parts[verb].tokens.start).ends_with("ing");
        let start = (0..end).rev().take_while(|&at| {
            matches!(self.parts[at].kind, PartKind::Name | PartKind::Word | PartKind::Article(_))
        });
        let with = start.last().and_then(|start| start.checked_sub(1));
        is_participle
            && with.is_some_and(|with| {
                let word = self.tokens.spelling(self.parts[with].tokens.start);
                matches!(word, "with" | "by" | "at" | "about" | "over")
            })
    }

    /// The subject of a verb right after `who`: whoever is before it.
    fn antecedent_of(&self, relative: usize) -> Before {
        let comma = relative > 0 && self.parts[relative - 1].kind == PartKind::Comma;
        let phrase = self.simple_phrase_to(relative - usize::from(comma), None);
        let phrase = phrase.or_else(|| self.those_who(relative));
        phrase.map_or(Before::Nothing, |phrase| Before::Found(vec![phrase]))
    }

    /// People in general before `who` at `relative`: `those`, `anyone`.
    fn those_who(&self, relative: usize) -> Option<Phrase> {
        let at = relative.checked_sub(1).filter(|&at| self.parts[at].kind == PartKind::Word)?;
        let tokens = self.parts[at].tokens.clone();
        let referent = Referent::Somebody(SpokenBy::Described(self.mentions.on_one_line(tokens)));
        Some(Phrase { referent, parts: at..relative })
    }

    /// The person whose post and body come between commas before a verb without one of its own:
    /// `Dana Vale, chief executive, River Watch said`.
    fn person_before_body(&self, comma: usize) -> Option<Phrase> {
        let start = self.clause_start(comma);
        let person = self.main_subject_in(start..comma)?;
        let post = self.apposed_post(person.parts.end);
        let is_person = self.is_name_of_person(person.parts.end - 1);
        (is_person && (!post.is_empty() || person.parts.end < comma)).then_some(person)
    }

    /// Whoever a colon at the end makes speak: a name on its own, or the subject of the sentence.
    fn subject_of_colon(&self) -> Option<Subject> {
        let last = self.parts.last().filter(|part| part.kind == PartKind::Break)?;
        let is_colon = self.tokens[last.tokens.start].kind == TokenKind::Sign(':');
        let end = self.parts.len() - 1;
        let start = self.clause_start(end);
        let phrase = self.sender(start..end).or_else(|| self.main_subject_in(start..end));
        let phrase = phrase.filter(|_| is_colon)?;
        Some(self.subject(vec![phrase.referent], phrase.parts))
    }

    /// The person from whom words come: `There was praise from Moss:`, `For Moss, it is plain:`.
    fn sender(&self, parts: Range<usize>) -> Option<Phrase> {
        let leads = |&at: &usize| match self.tokens.spelling(self.parts[at].tokens.start) {
            "from" => true,
            "For" | "for" => at == parts.start,
            _ => false,
        };
        let phrases = parts.clone().rev().filter(leads).filter_map(|at| self.phrase_from(at + 1));
        let mut persons = phrases.filter(|phrase| self.is_name_of_person(phrase.parts.end - 1));
        persons.next()
    }

    /// Whoever signs with a dash: `– Dana Vale`.
    fn signature(&self) -> Option<Subject> {
        let dash = self.parts.first().filter(|part| part.kind == PartKind::Break)?;
        let is_dash = matches!(self.tokens[dash.tokens.start].kind, TokenKind::Dash(_));
        let phrase = self.phrase_from(1).filter(|_| is_dash)?;
        let is_name = self.parts[phrase.parts.end - 1].kind == PartKind::Name;
        is_name.then(|| self.subject(vec![phrase.referent], phrase.parts))
    }
}

/// On which side of the words a verb of speech is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Before,
    After,
}

/// What is before a verb.
enum Before {
    Found(Vec<Phrase>),
    /// It is in a clause of its own: `what Moss said`.
    Relative,
    Nothing,
}
