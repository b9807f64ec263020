//! What is before a verb of speech or a colon, read from right to left: whoever speaks.

use std::ops::Range;

use super::clause::{Clause, ClausePart, PartKind};
use super::mentions::{Referent, SpokenBy};
use super::names::is_date;
use super::phrases::Phrase;
use super::subjects::Subject;
use crate::evidence::source::english;
use crate::evidence::source::words::{Dash, TokenKind};

/// What is before a verb.
pub enum Before {
    Found(Vec<Phrase>),
    /// It is in a clause of its own: `what Moss said`.
    Relative,
    Nothing,
}

impl Clause<'_> {
    fn is_date(&self, at: usize) -> bool {
        is_date(self.tokens.spelling(self.parts[at].tokens.start))
    }

    /// The person before `for` and a participle: `Vale criticised Moss for saying`, and not the one
    /// to whom somebody speaks: `apologised to Moss for saying`.
    pub(super) fn blamed(&self, verb: usize) -> Option<Phrase> {
        let name = verb.checked_sub(2)?;
        let word = |at: usize| self.tokens.spelling(self.parts[at].tokens.start);
        let is_blamed = word(verb - 1) == "for" && self.is_name_of_person(name);
        let phrase = is_blamed.then(|| self.simple_phrase_to(name + 1, None)).flatten()?;
        let is_hearer = phrase.parts.start.checked_sub(1).is_none_or(|before| word(before) == "to");
        (!is_hearer).then_some(phrase)
    }

    /// What is before the verb at `verb`: its subject, read from right to left.
    pub(super) fn subject_before(&self, verb: usize) -> Before {
        let mut end = verb;
        while end > 0 && matches!(self.parts[end - 1].kind, PartKind::Auxiliary | PartKind::Be) {
            end -= 1;
        }
        let is_dated = end < verb && self.is_date(end);
        if end > 0 && (self.is_as(end - 1) || (is_dated && self.is_preposition(end - 1))) {
            end -= 1;
        }
        end = self.before_brackets(end);
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
                let main = self.subject_of_last_clause(self.clause_start(end - 1)..end - 1);
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

    /// The end of what comes before a name in brackets that ends before the part `end`: `National Crime
    /// Agency` of `National Crime Agency (NCA)`.
    fn before_brackets(&self, end: usize) -> usize {
        let is = |at: usize, sign: char| {
            let part = self.parts.get(at);
            part.is_some_and(|part| self.tokens[part.tokens.start].kind == TokenKind::Sign(sign))
        };
        match end.checked_sub(3) {
            Some(open) if is(open, '(') && is(end - 1, ')') => open,
            _ => end,
        }
    }

    /// The subject of the clause that `range` ends in: of `when Vale rose to`, not of the clause that
    /// this one says the time of.
    pub fn subject_of_last_clause(&self, range: Range<usize>) -> Option<Phrase> {
        let opener = range.clone().rev().find(|&at| self.opens_next_event(at));
        let last = opener.and_then(|at| self.main_subject_in(at + 1..range.end));
        let last = last.filter(|phrase| self.runs_on_to(phrase.parts.end, range.end));
        last.or_else(|| self.main_subject_in(range))
    }

    /// Whether the part at `at` opens a clause that goes on with the story: `left when Vale rose`,
    /// `had barely sat down before Vale rose`.
    fn opens_next_event(&self, at: usize) -> bool {
        let word = |at: usize| self.words(at..at + 1).pop().unwrap_or_default();
        let is = |at: usize, list: english::WordList| list.contains(word(at).as_str());
        let is_barely = || (0..at).any(|before| is(before, english::BARELY));
        is(at, english::OPEN_NEXT_EVENT) || is(at, english::OPEN_NEXT_AFTER_BARELY) && is_barely()
    }

    /// Whether a subject that ends before the part `start` has a verb, and no stop divides it from
    /// the part `end` but those around an aside just after it.
    fn runs_on_to(&self, start: usize, end: usize) -> bool {
        let is_stop =
            |at: &usize| matches!(self.parts[*at].kind, PartKind::Comma | PartKind::Break);
        let stops: Vec<usize> = (start..end).filter(is_stop).collect();
        let verb = match stops[..] {
            [] => start,
            [first, second] if first == start => second + 1,
            _ => return false,
        };
        let is_verb = |part: &ClausePart| {
            matches!(
                part.kind,
                PartKind::Word | PartKind::Verb | PartKind::Auxiliary | PartKind::Be
            )
        };
        verb < end && is_verb(&self.parts[verb])
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

    /// The person of whom a clause without its verb says what they said: `Vale said that it was old,
    /// and Moss, 40, that`.
    pub fn subject_without_verb(&self) -> Option<Subject> {
        let that = self.parts.len().checked_sub(1).filter(|&last| self.is_that(last))?;
        let is_comma = |at: &usize| self.parts[*at].kind == PartKind::Comma;
        let aside = that.checked_sub(1).filter(is_comma);
        let end = aside.map_or(Some(that), |close| (0..close).rev().find(is_comma))?;
        let person = self.simple_phrase_to(end, None)?;
        let opens = person.parts.start.checked_sub(1).is_some_and(|before| {
            matches!(self.parts[before].kind, PartKind::And | PartKind::Comma)
        });
        let follows =
            self.parts[..person.parts.start].iter().any(|part| part.kind == PartKind::Verb);
        (opens && follows && self.is_name_of_person(end - 1))
            .then(|| self.subject(vec![person.referent], person.parts))
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

    /// Whoever a colon at the end makes speak: a name on its own, or the subject of the sentence; and
    /// whoever is no more than named before a dash: `Dana Vale, River Watch – “…”`.
    pub(super) fn subject_of_colon(&self) -> Option<Subject> {
        let last = self.parts.last().filter(|part| part.kind == PartKind::Break)?;
        let sign = self.tokens[last.tokens.start].kind;
        let end = self.parts.len() - 1;
        let start = self.clause_start(end);
        let is_label = || {
            let is_stop =
                |at: usize| matches!(self.parts[at].kind, PartKind::Comma | PartKind::Break);
            self.is_name_of_person(start) && is_stop(start + 1) && !self.has_verb()
        };
        let is_colon =
            sign == TokenKind::Sign(':') || sign == TokenKind::Dash(Dash::Parts) && is_label();
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
}
