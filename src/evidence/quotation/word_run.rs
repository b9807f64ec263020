//! A run of words of a source, and what in it turns a sentence round.

use std::ops::Range;

use crate::evidence::source::english;
use crate::evidence::source::qualifiers::{Qualifier, folded, qualifier};
use crate::evidence::source::words::{TokenKind, Tokens};

/// Words in lower case, except for the month May, with the token that each is.
pub struct WordRun {
    words: Vec<String>,
    tokens: Vec<usize>,
}

impl WordRun {
    /// The words among these tokens of a source.
    pub fn new(source: &Tokens, tokens: impl IntoIterator<Item = usize>) -> Self {
        let tokens: Vec<usize> =
            tokens.into_iter().filter(|token| source[*token].kind == TokenKind::Word).collect();
        let words = tokens.iter().map(|token| folded(source, *token)).collect();
        Self { words, tokens }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word at `index`; empty where there is none.
    pub fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", String::as_str)
    }

    /// The last word; empty if there is none.
    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The words from `index` on.
    pub fn from(&self, index: usize) -> &[String] {
        &self.words[index.min(self.words.len())..]
    }

    /// The token of the word at `index`.
    pub fn token(&self, index: usize) -> Option<usize> {
        self.tokens.get(index).copied()
    }

    /// How many of its words come before the first token for which `is_before` does not hold.
    pub fn partition_point(&self, is_before: impl Fn(usize) -> bool) -> usize {
        self.tokens.partition_point(|token| is_before(*token))
    }

    /// Whether the word after the one at `index` comes next in the source, without a sign between.
    pub fn is_next(&self, index: usize) -> bool {
        let next = self.token(index + 1);
        self.token(index).zip(next).is_some_and(|(token, next)| token + 1 == next)
    }

    /// The tokens from the first to the last word of a phrase.
    pub fn tokens(&self, phrase: Range<usize>) -> Range<usize> {
        let first = self.token(phrase.start).unwrap_or(0);
        phrase
            .end
            .checked_sub(1)
            .and_then(|last| self.token(last))
            .map_or(0..0, |last| first..last + 1)
    }

    /// Whether the word at `index` is in `list`.
    pub fn is_in(&self, index: usize, list: english::WordList) -> bool {
        list.contains(self.word(index))
    }

    /// The end of the phrase of `list` that begins at `index`.
    pub fn phrase(&self, index: usize, list: english::WordList) -> Option<usize> {
        let first = self.word(index).as_bytes().first()?;
        let may_fit = |phrase: &&&str| phrase.as_bytes().first() == Some(first);
        let fits =
            |phrase: &&&str| phrase.split(' ').zip(index..).all(|(word, at)| self.word(at) == word);
        let found = list.iter().filter(may_fit).find(fits);
        found.map(|phrase| index + phrase.split(' ').count())
    }

    /// The words that turn what comes after them round, unless others turn it back, or take it for
    /// true all the same. `next` is the word after the run.
    pub fn turned(&self, next: &str) -> Option<Range<usize>> {
        let mut turned: Option<Range<usize>> = None;
        let mut at = 0;
        while at < self.len() {
            let adds = self.word(at) == "nor" && turned.is_some();
            if let Some(end) = self.mere_negation(at).filter(|_| !adds) {
                at = end;
            } else if let Some(end) = self.turning(at, next).filter(|_| !adds) {
                turned = if turned.is_none() { Some(at..end) } else { None };
                at = end;
            } else {
                turned = turned.filter(|_| !self.takes_for_true(at));
                at += 1;
            }
        }
        turned
    }

    /// The end of the words at `at` that turn a sentence round.
    fn turning(&self, at: usize, next: &str) -> Option<usize> {
        let follows = |at: usize| if at == self.len() { next } else { self.word(at) };
        let has_to = follows(at + 1) == "to";
        let says = [english::SAYING, english::BEFORE_A_CLAUSE]
            .iter()
            .any(|list| list.contains(follows(at + 2)));
        if self.is_in(at, english::TURNS_BEFORE_TO_SAY) && has_to && says {
            return Some((at + 3).min(self.len()));
        }
        let word = if self.is_in(at, english::TURNS_BEFORE_TO) {
            has_to
        } else {
            qualifier(self.word(at)) == Some(Qualifier::Negation)
                || self.is_in(at, english::OPPOSITES)
        };
        let put_off = || {
            let end = self.phrase(at, english::PUT_OFF)?;
            let end = end + usize::from(self.is_in(end, english::AFTER_PUT_OFF));
            follows(end).ends_with("ing").then_some(end)
        };
        self.phrase(at, english::OPPOSITE_PHRASES).or_else(put_off).or(word.then_some(at + 1))
    }

    /// The words at the end by which something is put off.
    pub fn put_off(&self) -> Option<Range<usize>> {
        let end = self.len();
        (0..end).find(|&at| self.phrase(at, english::PUT_OFF) == Some(end)).map(|at| at..end)
    }

    /// The end of `not only` or its like at `at`, which negates nothing.
    fn mere_negation(&self, at: usize) -> Option<usize> {
        if self.phrase(at, english::OPPOSITE_PHRASES).is_some() {
            return None;
        }
        let is_mere_not = qualifier(self.word(at)) == Some(Qualifier::Negation)
            && self.is_in(at + 1, english::AFTER_MERE_NOT);
        self.phrase(at, english::MERE_PHRASES).or(is_mere_not.then_some(at + 2))
    }

    /// Whether the word at `at`, after a negation, takes what follows for true all the same.
    fn takes_for_true(&self, at: usize) -> bool {
        self.is_in(at, english::FACTIVES)
            || self.is_in(at, english::EVALUATIONS)
                && matches!(self.word(at + 1), "that" | "enough" | "for" | "")
            || self.is_in(at, english::FACTIVES_BEFORE_THAT) && self.has_that_after(at)
            || self.word(at) == "fact" && at > 0 && self.word(at - 1) == "the"
            || self.is_news(at)
    }

    /// Whether `that` follows the word at `at`, over at most a pronoun: `lost on us that`.
    fn has_that_after(&self, at: usize) -> bool {
        let is_between = |at: &usize| {
            self.is_in(*at, english::PRONOUNS) && self.word(*at) != "that"
                || self.is_in(*at, english::words!["on", "to"])
        };
        let that = (at + 1..at + 4).find(|at| !is_between(at));
        that.is_some_and(|that| self.word(that) == "that")
    }

    /// Whether the word at `at` says that somebody else was not told of it: `They did not tell us
    /// that`, `We were not told`, but not `I did not tell you that`.
    pub fn is_news(&self, at: usize) -> bool {
        let is_passive = (at.saturating_sub(3)..at).any(|at| self.is_in(at, english::BE));
        let is_own = (0..at).any(|at| self.is_in(at, english::OWN_SUBJECTS));
        let is_command = self.from(at + 1).iter().any(|word| word == "to");
        self.is_in(at, english::TELLING) && (is_passive || !is_own) && !is_command
    }

    /// A word that says that there is hardly anything: `few people`, but not `a few people`.
    pub fn scarce(&self) -> Option<Range<usize>> {
        let is_scarce = |at: &usize| {
            let before = at.checked_sub(1).map_or("", |before| self.word(before));
            self.is_in(*at, english::SCARCE)
                && !english::BEFORE_SOME_FEW.contains(before)
                && !self.is_in(at + 1, english::OPPOSITES)
        };
        (0..self.len()).find(is_scarce).map(|at| at..at + 1)
    }

    /// The first word that turns, limits or denies something.
    pub fn weight(&self) -> Option<usize> {
        let mut at = 0;
        while at < self.len() {
            if let Some(end) = self.mere_negation(at) {
                at = end;
                continue;
            }
            let kind = qualifier(self.word(at));
            if matches!(kind, Some(Qualifier::Negation | Qualifier::Condition))
                || self.is_in(at, english::OPPOSITES)
            {
                return self.token(at);
            }
            at += 1;
        }
        None
    }

    /// Whether a word after the first may be a verb with its tense.
    pub fn has_verb(&self) -> bool {
        let is_relative = |word: &&String| !english::RELATIVE_PRONOUNS.contains(word.as_str());
        self.from(1).iter().take_while(is_relative).any(|word| is_finite(word))
    }

    /// Whether the words are a clause: a pronoun as subject, or a verb that is not the first word.
    pub fn is_clause(&self) -> bool {
        let is_verb =
            |word: &String| english::FINITE_VERBS.contains(word.as_str()) || is_contracted(word);
        let is_relative = |word: &&String| !english::RELATIVE_PRONOUNS.contains(word.as_str());
        self.is_in(0, english::SURE_SUBJECTS) && self.len() > 1
            || self.from(1).iter().take_while(is_relative).any(is_verb)
            || self.words.first().is_some_and(|word| !word.ends_with("n't") && is_contracted(word))
    }
}

/// Whether one of `lists` has the word.
pub fn is_listed(word: &str, lists: &[english::WordList]) -> bool {
    lists.iter().any(|list| list.contains(word))
}

/// Whether a word in lower case has a verb joined to it: `we're`, `don't`.
fn is_contracted(word: &str) -> bool {
    word.ends_with("n't") || english::FINITE_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word in lower case may be a verb with its tense: `is`, `took`, `ignored`.
pub fn is_finite(word: &str) -> bool {
    let is_past = word.len() > 4 && word.ends_with("ed") && !english::NO_PAST_FORMS.contains(word);
    is_listed(word, &[english::FINITE_VERBS, english::PAST_FORMS])
        || is_past
        || word.ends_with("n't")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> WordRun {
        let tokens = Tokens::new(text);
        WordRun::new(&tokens, 0..tokens.len())
    }

    #[test]
    fn counts_what_turns_a_sentence_round() {
        let turned = |text: &str| {
            let run = run(text);
            run.turned("").map(|range| run.words[range].join(" "))
        };
        assert_eq!(turned("I do not believe that").as_deref(), Some("not"));
        assert_eq!(turned("We are far from").as_deref(), Some("far from"));
        assert_eq!(turned("We dont").as_deref(), Some("dont"));
        for even in [
            "There is no doubt that",
            "I do not deny that",
            "Not only that",
            "It is no surprise that",
            "We inspected",
        ] {
            assert_eq!(turned(even), None, "{even}");
        }
    }

    #[test]
    fn tells_a_clause_from_a_phrase() {
        for clause in ["the boats are safe", "we took the money", "They’re safe", "it works"] {
            assert!(run(clause).is_clause(), "{clause}");
        }
        for phrase in
            ["a decade of drift", "is a success", "the boats that are safe", "sink at night"]
        {
            assert!(!run(phrase).is_clause(), "{phrase}");
        }
    }
}
