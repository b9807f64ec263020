//! What sentences promise: `will publish a code`, `has pledged to publish a code`.

use std::ops::Range;

use super::{Deed, DeedWording, is_one_of};
use crate::brief::AskKind;
use crate::evidence::source::english;
use crate::evidence::speech::clause::{Clause, PartKind};
use crate::evidence::speech::mentions::{Referent, SpokenBy};

impl Clause<'_> {
    /// `will publish a code`, `has pledged to publish a code`.
    pub(super) fn commitment(&self, at: usize) -> Option<Deed> {
        let word = self.spelling(at);
        let is = |list: english::WordList| list.contains(word);
        let is_ours = matches!(word, "i'll" | "we'll");
        if word == "will" || is_ours {
            if self.is_promised(at) {
                return None;
            }
            let (from, due) = self.past_due(at + 1);
            let verb = self.after_adverbs(from);
            let next = self.spelling(verb);
            let is_deed = !english::NO_DEEDS.contains(next) || self.has_it_done(verb);
            let is_deed = is_deed && self.is_verb_of_action(verb) && !self.only_stops(verb);
            let due = due.or_else(|| self.due_before(at));
            return is_deed.then(|| Deed { due, ..self.plain(AskKind::Commitment, verb) });
        }
        if let Some((_, promised)) = self.promised(at) {
            return Some(promised);
        }
        if !is(english::PLEDGES) && !is(english::AGREEMENTS) || self.spelling(at + 1) != "to" {
            return None;
        }
        let verb = at + 2;
        let has_object = self
            .parts
            .get(verb + 1)
            .is_some_and(|part| matches!(part.kind, PartKind::Article(_) | PartKind::Name));
        let is_verb = is(english::PLEDGES)
            || self.spelling(verb).ends_with("ing")
            || has_object
            || (word.starts_with("agree")
                && self.parts.get(verb + 1).is_some_and(|part| {
                    matches!(part.kind, PartKind::Preposition | PartKind::Word)
                }));
        (is_verb && self.is_plain_verb(verb)).then(|| self.plain(AskKind::Commitment, verb))
    }

    /// `has promised that our bus will return`, `a bus will return, the council has promised`: what has to
    /// be put in other words.
    pub(super) fn promise(&self, at: usize) -> Option<Deed> {
        if !is_one_of(self.spelling(at), english::PLEDGES) || self.is_passive(at) {
            return None;
        }
        let is_last = self.parts[at + 1..].iter().all(|part| part.kind == PartKind::Break);
        let range = match self.spelling(at + 1) {
            "that" => at + 2..self.parts.len(),
            _ if is_last => 0..at,
            _ => return None,
        };
        let will = range.clone().find(|&at| self.spelling(at) == "will")?;
        let negated = (range.start..will + 2)
            .any(|at| is_one_of(self.spelling(at), english::words!["not", "never"]));
        let verb = self.after_adverbs(will + 1);
        // What a party or a pronoun will do is read as a deed of its own.
        let subject = self.main_subject_in(range.start..will)?;
        let is_thing = matches!(
            subject.referent,
            Referent::Somebody(SpokenBy::Other(..) | SpokenBy::Described(_))
        );
        let hangs = self.hangs_on_something(self.parts.len());
        (is_thing && !negated && !hangs && self.is_plain_verb(verb)).then(|| Deed {
            wording: DeedWording::OfOther,
            ..self.plain(AskKind::Commitment, verb)
        })
    }

    /// Whether the `will` at `will` is of a clause that says what somebody promises.
    fn is_promised(&self, will: usize) -> bool {
        (0..will).any(|at| self.promised(at).is_some_and(|(promised, _)| promised == will))
    }

    /// `I promise you tonight that by June every town will have a bus`, and the part `will`. What a
    /// pronoun will do is read as a deed of its own: `that we will publish it`.
    fn promised(&self, at: usize) -> Option<(usize, Deed)> {
        const BETWEEN: usize = 4;
        if !is_one_of(self.spelling(at), english::PLEDGES) || self.is_passive(at) {
            return None;
        }
        let that = (at + 1..self.parts.len().min(at + 2 + BETWEEN)).find(|&at| self.is_that(at))?;
        let is_between = |at: usize| {
            let is_hearer = english::HEARERS.contains(self.spelling(at));
            is_hearer || self.parts[at].kind == PartKind::Auxiliary
        };
        if !(at + 1..that).all(is_between) {
            return None;
        }
        let will = (that + 1..self.parts.len()).find(|&at| self.spelling(at) == "will")?;
        let verb = self.after_adverbs(will + 1);
        let (from, due) = self.past_due(that + 1);
        let is_own = |at: usize| {
            let is_first_person = english::FIRST_PERSON.contains(self.spelling(at));
            is_first_person || (at == from && self.parts[at].kind == PartKind::Pronoun)
        };
        let is_apart = from < will && !(that + 1..will).any(is_own) && verb < self.parts.len();
        let not =
            (will..=verb).any(|at| is_one_of(self.spelling(at), english::words!["not", "never"]));
        let is_clear = is_apart && !not && !self.hangs_on_something(will);
        let wording = DeedWording::Clause;
        is_clear.then(|| (will, Deed { wording, due, ..self.plain(AskKind::Commitment, from) }))
    }

    /// The tokens that say when something is due before the subject of the `will` at `will`: `By June 2027
    /// we will`.
    fn due_before(&self, will: usize) -> Option<Range<usize>> {
        /// A subject has at most this many parts.
        const SUBJECT: usize = 6;
        (0..will).rev().find_map(|at| {
            let (end, due) = self.past_due(at);
            let mut subject = self.parts.get(end..will)?.iter();
            let is_subject = end + SUBJECT >= will
                && subject.all(|part| {
                    matches!(
                        part.kind,
                        PartKind::Name | PartKind::Pronoun | PartKind::Article(_) | PartKind::Word
                    )
                });
            due.filter(|_| is_subject && end < will)
        })
    }

    /// The part after `by 1 May 2027` at `at`, perhaps between commas, and the tokens of that.
    fn past_due(&self, at: usize) -> (usize, Option<Range<usize>>) {
        const LONGEST: usize = 6;
        let is_comma =
            |at: usize| self.parts.get(at).is_some_and(|part| part.kind == PartKind::Comma);
        let from = at + usize::from(is_comma(at));
        if !english::BEFORE_DUE.contains(self.spelling(from)) {
            return (at, None);
        }
        let is_time = |at: usize| {
            self.parts.get(at).is_some_and(|part| {
                let word = self.tokens.lower(part.tokens.start);
                english::DUE_TIMES.contains(word) || word.starts_with(|c: char| c.is_ascii_digit())
            })
        };
        let Some(last) = (from + 1..=from + LONGEST).rev().find(|&at| is_time(at)) else {
            return (at, None);
        };
        let tokens = self.parts[from].tokens.start..self.parts[last].tokens.end;
        (last + 1 + usize::from(is_comma(last + 1)), Some(tokens))
    }

    /// Whether the verb at `at` has something done: `have every ladder mended`.
    fn has_it_done(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let is_done = |at: usize| {
            let word = self.spelling(at);
            let is_participle = word.len() > 4 && word.ends_with("ed") && word != "need";
            is_participle || english::DONE.iter().any(|(done, _)| *done == word)
        };
        let all = english::words!["all", "each", "every", "our", "the", "these", "those"];
        self.spelling(at) == "have"
            && is_one_of(self.spelling(at + 1), all)
            && (at + 3..self.parts.len().min(at + REACH)).any(is_done)
    }

    /// Whether the part at `at` may be a verb in its plain form, or is `have`.
    fn is_verb_of_action(&self, at: usize) -> bool {
        self.is_plain_verb(at) || self.spelling(at) == "have"
    }

    /// Whether nothing is left undone but a manner: `stop pretending`.
    fn only_stops(&self, at: usize) -> bool {
        let is_over = self.parts.get(at + 2).is_none_or(|next| {
            matches!(next.kind, PartKind::Comma | PartKind::Break | PartKind::And)
        });
        self.spelling(at) == "stop" && self.spelling(at + 1).ends_with("ing") && is_over
    }
}
