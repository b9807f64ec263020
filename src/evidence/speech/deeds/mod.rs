//! What a sentence says is asked, promised or done, and by whom: `The board urges ministers to act`,
//! `the department will publish a code`, `it has launched a review`.
//!
//! Only plain forms are read, with a subject that is a party or whoever writes. What is asked about,
//! denied or said to hang on something else is no deed.

mod promises;

use std::ops::Range;

use super::before_verbs::Before;
use super::cast::is_body;
use super::clause::{Clause, PartKind};
use super::mentions::{Antecedent, Mentions, Referent, SpokenBy};
use super::phrases::Phrase;
use crate::brief::{AskKind, Id};
use crate::evidence::source::english;
use crate::evidence::source::words::{TokenKind, Tokens};

/// A longer sentence, in tokens, is not read.
const LONGEST: usize = 160;

/// This many tokens before a sentence are looked at for whom a pronoun means.
const BEFORE: usize = 200;

/// Something that a sentence says is asked, promised or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Which of the three it is.
    pub kind: AskKind,
    /// Who asks, promises or acts.
    pub by: Doer,
    /// Whether `by` is whom a pronoun seems to mean.
    pub is_inferred: bool,
    /// Those who are asked.
    pub to: Vec<Asked>,
    /// Whoever the sentence says tells of it.
    pub teller: Teller,
    /// The tokens from the verb of the action to the end of the sentence.
    pub action: Range<usize>,
    /// The verb in its plain form, if it is not the first word of the action: `launch` of
    /// `launched`.
    pub verb: Option<&'static str>,
    /// How the sentence puts it.
    pub wording: DeedWording,
    /// The tokens that say when it is due, if they come before the action: `by 1 May 2027`.
    pub due: Option<Range<usize>>,
}

/// How a sentence puts what is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedWording {
    /// With a verb that the party does: `will publish a code`.
    Verb,
    /// As a clause of its own: `every town will have a bus`.
    Clause,
    /// As what something else does, so that it has to be put in other words: `has promised that a bus
    /// will return`.
    OfOther,
    /// As only begun: `has begun a review`.
    Begun,
}

/// Who asks, promises or acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doer {
    /// A party of the brief.
    Party(Id),
    /// Whoever speaks: `we`.
    Author,
}

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A party of the brief.
    Party(Id),
    /// Those whom these tokens describe without a name: `ministers`.
    Described(Range<usize>),
    /// Everyone.
    Everyone,
    /// Whoever is of a kind: `every harbour authority`.
    Whoever,
}

/// Who a sentence says tells of a deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Teller {
    /// Nobody: the text itself tells of it.
    Nobody,
    /// These parties.
    Parties(Vec<Id>),
    /// Somebody else.
    Other,
}

/// What is known around a sentence.
struct Told {
    teller: Teller,
    /// The party that the sentence before is about.
    subject_before: Option<Id>,
}

/// Returns what the tokens of a sentence say is asked, promised or done, in order. `before` are those of
/// the sentence before, whose subject `it` means.
pub fn deeds(
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    before: Option<&Range<usize>>,
    sentence: &Range<usize>,
) -> Vec<Deed> {
    let is_question = tokens[sentence.clone()]
        .iter()
        .rev()
        .take(3)
        .any(|token| token.kind == TokenKind::Sign('?'));
    if sentence.len() > LONGEST || is_question {
        return Vec::new();
    }
    let clause = Clause::new(tokens, mentions, sentence);
    let subject = || {
        let before = before.filter(|before| before.len() <= LONGEST)?;
        match Clause::new(tokens, mentions, before).main_subject()? {
            Referent::Somebody(SpokenBy::Party(id)) => Some(id),
            _ => None,
        }
    };
    let told = Told { teller: clause.teller(), subject_before: subject() };
    let deeds = (0..clause.parts.len()).filter_map(|at| clause.deed(at, &told));
    deeds.collect()
}

impl Clause<'_> {
    /// What the word at `at` makes of its sentence.
    fn deed(&self, at: usize, told: &Told) -> Option<Deed> {
        let found = self
            .ask(at)
            .or_else(|| self.commitment(at))
            .or_else(|| self.promise(at))
            .or_else(|| self.action(at))?;
        if self.hangs_on_something(at) {
            return None;
        }
        let (by, is_inferred) = self.doer(at, told)?;
        Some(Deed { by, is_inferred, teller: told.teller.clone(), ..found })
    }

    /// `urges the board to act`, `calls on the board to act`, `recommends that the board act`.
    fn ask(&self, at: usize) -> Option<Deed> {
        let word = self.spelling(at);
        let is = |list: english::WordList| list.contains(word);
        let from = match () {
            () if is(english::ASKS) => at + 1,
            () if is(english::ASKS_ON)
                && is_one_of(self.spelling(at + 1), english::words!["on", "upon"]) =>
            {
                at + 2
            }
            () if is(english::ASKS_THAT) && self.spelling(at + 1) == "that" => at + 2,
            () => return None,
        };
        if self.is_passive(at) {
            return None;
        }
        if let Some((asked, verb)) = self.whoever_asked(from) {
            return Some(Deed { to: vec![asked], ..self.plain(AskKind::Ask, verb) });
        }
        let asks_that = is(english::ASKS_THAT);
        let joins = if asks_that { english::words!["should"] } else { english::words!["to"] };
        self.asked_from(from, joins, asks_that)
    }

    /// `the board to act`, from the part `from`. Unless the verb `may_follow` those asked, one of `joins`
    /// comes before it.
    fn asked_from(&self, from: usize, joins: english::WordList, may_follow: bool) -> Option<Deed> {
        let joined = self.phrases_joined_from(from);
        let people = || self.people_from(from + usize::from(self.is_article(from)));
        let phrases = if joined.is_empty() { people().into_iter().collect() } else { joined };
        let end = phrases.iter().map(|phrase| phrase.parts.end).max()?;
        let verb = end + usize::from(is_one_of(self.spelling(end), joins));
        let is_joined = verb > end || may_follow;
        let verb = self.after_adverbs(verb);
        // `should not release the money`
        let is_negated = is_joined && may_follow && self.spelling(verb) == "not";
        let to: Vec<Asked> = phrases.iter().filter_map(|phrase| self.asked(phrase)).collect();
        let is_whole = to.len() == phrases.len();
        (is_joined && is_whole && self.is_plain_verb(verb + usize::from(is_negated)))
            .then(|| Deed { to, ..self.plain(AskKind::Ask, verb) })
    }

    /// Those who are asked in general by the words from `from` on, and the verb after `to`: `everyone to
    /// apply`, `all harbour authorities to apply`.
    fn whoever_asked(&self, from: usize) -> Option<(Asked, usize)> {
        /// No more words than this are between `every` and `to`.
        const SHORT: usize = 4;
        let word = self.spelling(from);
        let is_word =
            |&at: &usize| self.spelling(at) != "to" && self.parts[at].kind == PartKind::Word;
        let (asked, end) = if is_one_of(word, english::EVERYONE) {
            (Asked::Everyone, from + 1)
        } else if is_one_of(word, english::WHOEVER) {
            let words = (from + 1..self.parts.len()).take_while(is_word).count();
            (1..=SHORT).contains(&words).then_some((Asked::Whoever, from + 1 + words))?
        } else {
            return None;
        };
        (self.spelling(end) == "to" && self.is_plain_verb(end + 1)).then_some((asked, end + 1))
    }

    /// `has launched a review`.
    fn action(&self, at: usize) -> Option<Deed> {
        let word = self.spelling(at);
        let verb = english::DONE.iter().find(|(done, _)| *done == word).map(|(_, verb)| *verb)?;
        let mut before = (0..at).rev();
        let helper = before.find(|&at| !english::BETWEEN_VERBS.contains(self.spelling(at)))?;
        let is_perfect = is_one_of(self.spelling(helper), english::words!["has", "have"]);
        let has_object =
            self.parts.get(at + 1).is_some_and(|part| !matches!(part.kind, PartKind::Comma));
        let has_begun = english::BEGUN.contains(word);
        let wording = if has_begun { DeedWording::Begun } else { DeedWording::Verb };
        let is_news = is_one_of(verb, english::words!["issue", "publish"]) && self.is_news(at + 1);
        // `has written to the board`
        let next = self.parts.get(at + 1).map(|part| part.kind);
        let is_letter = verb == "write" && next == Some(PartKind::Preposition);
        (is_perfect && has_object && !is_news && !is_letter).then(|| Deed {
            verb: Some(verb),
            wording,
            ..self.plain(AskKind::Action, at)
        })
    }

    /// Whether the object at `at` is what a release is there to announce: `its report on the port`.
    fn is_news(&self, at: usize) -> bool {
        let parts = (at..self.parts.len())
            .take_while(|&at| matches!(self.parts[at].kind, PartKind::Article(_) | PartKind::Word));
        parts.last().is_some_and(|last| english::ANNOUNCED_PAPERS.contains(self.spelling(last)))
    }

    fn plain(&self, kind: AskKind, verb: usize) -> Deed {
        let end = self.parts.last().map_or(0, |last| last.tokens.end);
        Deed {
            kind,
            by: Doer::Author,
            is_inferred: false,
            to: Vec::new(),
            teller: Teller::Nobody,
            action: self.parts[verb].tokens.start..end,
            verb: None,
            wording: DeedWording::Verb,
            due: None,
        }
    }

    /// Who does what the verb at `at` says, and whether that is a guess.
    fn doer(&self, at: usize, told: &Told) -> Option<(Doer, bool)> {
        if self.spelling(at).ends_with("'ll") {
            return Some((Doer::Author, false));
        }
        let is_between =
            |&at: &usize| matches!(self.parts[at].kind, PartKind::Auxiliary | PartKind::Be);
        let before = (0..at).rev().find(|at| !is_between(at))?;
        let negated =
            (before..at).any(|at| is_one_of(self.spelling(at), english::words!["not", "never"]));
        if negated {
            return None;
        }
        if self.parts[before].kind == PartKind::Pronoun && !self.is_third_person(before) {
            let is_own = is_one_of(self.spelling(before), english::words!["i", "we"]);
            return is_own.then_some((Doer::Author, false));
        }
        let Before::Found(phrases) = self.subject_before(at) else { return None };
        let [phrase] = phrases.as_slice() else { return None };
        match &phrase.referent {
            Referent::Somebody(SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id)) => {
                Some((Doer::Party(id.clone()), false))
            }
            _ if self.are_own_people(phrase) => Some((Doer::Author, false)),
            Referent::Somebody(_) => None,
            Referent::Before(antecedent) => self.antecedent(phrase, *antecedent, told),
        }
    }

    /// `my officials`, for whom whoever speaks answers.
    fn are_own_people(&self, phrase: &Phrase) -> bool {
        let start = phrase.parts.start;
        let is_own = |at: usize| is_one_of(self.spelling(at), english::words!["my", "our"]);
        let last = phrase.parts.end.saturating_sub(1);
        (is_own(start) || start.checked_sub(1).is_some_and(is_own))
            && english::OWN_PEOPLE.contains(self.spelling(last))
    }

    /// Whom a pronoun means: whoever tells of it, or else whoever was named last.
    fn antecedent(
        &self,
        phrase: &Phrase,
        antecedent: Antecedent,
        told: &Told,
    ) -> Option<(Doer, bool)> {
        let fits = |id: &Id| self.mentions.may_be(&SpokenBy::Party(id.clone()), antecedent);
        if let Teller::Parties(parties) = &told.teller {
            let [id] = parties.as_slice() else { return None };
            return fits(id).then(|| (Doer::Party(id.clone()), false));
        }
        if self.spelling(phrase.parts.start) == "it" {
            let id = told.subject_before.clone().filter(|id| !self.mentions.is_person(id))?;
            return Some((Doer::Party(id), true));
        }
        antecedent.gender?;
        let end = self.parts[phrase.parts.start].tokens.start;
        match self.mentions.last_in(&(end.saturating_sub(BEFORE)..end), antecedent)? {
            SpokenBy::Party(id) => Some((Doer::Party(id), true)),
            _ => None,
        }
    }

    fn is_article(&self, at: usize) -> bool {
        self.parts.get(at).is_some_and(|part| matches!(part.kind, PartKind::Article(_)))
    }

    fn asked(&self, phrase: &Phrase) -> Option<Asked> {
        match &phrase.referent {
            Referent::Somebody(SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id)) => {
                Some(Asked::Party(id.clone()))
            }
            Referent::Somebody(SpokenBy::Other(..) | SpokenBy::Described(_)) => {
                let mut parts = phrase.parts.clone();
                parts.start += usize::from(self.is_article(parts.start));
                let are_words = parts.clone().all(|at| self.parts[at].kind == PartKind::Word);
                let last = parts.clone().next_back()?;
                let is_plural = self.spelling(last).ends_with('s');
                let is_named = self.parts[last].kind == PartKind::Name
                    && parts.len() == 1
                    && is_body(&self.words(parts.clone()));
                let is_group = are_words && parts.len() <= 3 && is_plural || is_named;
                is_group.then(|| {
                    let tokens = &self.parts;
                    Asked::Described(
                        tokens[parts.start].tokens.start..tokens[parts.end - 1].tokens.end,
                    )
                })
            }
            Referent::Somebody(_) | Referent::Before(_) => None,
        }
    }

    /// Whoever the sentence says tells of what is in it.
    fn teller(&self) -> Teller {
        let tells = |at: &usize| {
            let is_verb = self.parts[*at].kind == PartKind::Verb
                && english::REPORTING_VERBS.contains(self.spelling(*at));
            self.parts[*at].kind == PartKind::Introduces || (is_verb && self.has_report(*at))
        };
        if !(0..self.parts.len()).any(|at| tells(&at)) {
            return Teller::Nobody;
        }
        let subject = self.subject_before_speech().filter(|subject| !subject.denies);
        let party = |referent: Referent| match referent {
            Referent::Somebody(SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id)) => Some(id),
            Referent::Somebody(_) | Referent::Before(_) => None,
        };
        let parties: Option<Vec<Id>> =
            subject.and_then(|subject| subject.referents.into_iter().map(party).collect());
        parties.filter(|parties| !parties.is_empty()).map_or(Teller::Other, Teller::Parties)
    }

    /// Whether the verb at `at` has a clause for its object: `said that it was`, `it was, Vale said.`
    fn has_report(&self, at: usize) -> bool {
        let rest = &self.parts[at + 1..];
        let is_over =
            rest.iter().all(|part| matches!(part.kind, PartKind::Break | PartKind::Auxiliary));
        let is_clause = rest.first().is_some_and(|next| {
            !matches!(next.kind, PartKind::Comma | PartKind::Break | PartKind::And | PartKind::By)
                && !english::NO_REPORTS_AFTER.contains(self.spelling(at + 1))
        });
        is_over || is_clause
    }

    /// Whether a condition or a doubt comes before the part `at`.
    fn hangs_on_something(&self, at: usize) -> bool {
        (0..at).any(|before| {
            self.parts[before].kind != PartKind::Name
                && english::MAKE_CONDITIONAL.contains(self.spelling(before))
        })
    }

    /// The first part from `at` on that is no adverb between an auxiliary and its verb.
    fn after_adverbs(&self, at: usize) -> usize {
        let is_adverb = |at: &usize| english::BETWEEN_VERBS.contains(self.spelling(*at));
        (at..self.parts.len()).find(|at| !is_adverb(at)).unwrap_or(at)
    }

    /// Whether the part at `at` may be a verb in its plain form.
    fn is_plain_verb(&self, at: usize) -> bool {
        let is_word = |kind| matches!(kind, PartKind::Word | PartKind::Verb);
        self.parts.get(at).is_some_and(|part| {
            let token = part.tokens.start;
            is_word(part.kind)
                && self.tokens[token].kind == TokenKind::Word
                && self.tokens.spelling(token).starts_with(char::is_lowercase)
        })
    }

    /// The word at `at` in lower case; empty for a name, a sign, and what is no part.
    fn spelling(&self, at: usize) -> &str {
        let part = self.parts.get(at).filter(|part| part.kind != PartKind::Name);
        part.map_or("", |part| self.tokens.lower(part.tokens.start))
    }
}

fn is_one_of(word: &str, list: english::WordList) -> bool {
    list.contains(word)
}

/// Returns what an item of a list of recommendations asks of whom: `the board should act`.
pub fn recommended(tokens: &Tokens, mentions: &Mentions<'_>, item: &Range<usize>) -> Option<Deed> {
    if item.len() > LONGEST {
        return None;
    }
    let clause = Clause::new(tokens, mentions, item);
    let from = usize::from(clause.spelling(0) == "that");
    clause.asked_from(from, english::words!["should", "must"], true)
}

/// Returns who the tokens of a sentence say reports what is in it: `Vale said that 31 boats had none`.
/// Nobody, if it reports nothing.
pub fn reports(tokens: &Tokens, mentions: &Mentions<'_>, sentence: &Range<usize>) -> Teller {
    if sentence.len() > LONGEST {
        return Teller::Other;
    }
    Clause::new(tokens, mentions, sentence).teller()
}
