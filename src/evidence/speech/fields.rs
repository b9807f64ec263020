//! The fields in the names of bodies: `Department for Work and Pensions`, `Ministry of Rope and Peat`.

use std::collections::HashSet;

use super::names::{NameReader, folded};
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

impl NameReader<'_> {
    /// The end of the name of a body whose `words` end before the token `end`, with the other fields that
    /// it is for: `Department for Work and Pensions`. What the brief calls a body is not added to.
    pub(super) fn with_fields(&self, words: &mut Vec<String>, end: usize) -> usize {
        let is_known = |name: &Vec<String>| {
            self.known.get(&name[0]).is_some_and(|known| known.contains(&name))
        };
        if !is_for_a_field(words) || self.is_possessive(end - 1) || is_known(words) {
            return end;
        }
        let is_and = |at: usize| {
            self.kind(at) == Some(TokenKind::Sign('&')) || self.is(english::words!["and"], at)
        };
        let is_comma = |at: usize| self.kind(at) == Some(TokenKind::Sign(','));
        let mut found = Vec::new();
        let mut at = end;
        loop {
            let is_last = is_and(at) || (is_comma(at) && is_and(at + 1));
            let start = at + 1 + usize::from(is_last && is_comma(at));
            let last = || self.last_field(start).filter(|_| is_last);
            let field =
                (is_last || is_comma(at)).then(|| self.field(start).or_else(last)).flatten();
            let Some((field, next)) = field else { return end };
            found.extend(is_last.then(|| "and".to_owned()));
            found.extend(field);
            at = next;
            if is_last {
                words.append(&mut found);
                return at;
            }
        }
    }

    /// The field that begins at the token `start`, and the token after it: `Pensions`, `Rural Affairs`.
    /// The name of a person or of another body is none.
    fn field(&self, start: usize) -> Option<(Vec<String>, usize)> {
        let mut words: Vec<String> = Vec::new();
        let mut end = start;
        while self.is_capital(end) && (words.is_empty() || self.is_adjacent(end)) {
            let (word, after) = self.word(end)?;
            words.push(word);
            end = after;
            if words.len() > 2 {
                return None;
            }
        }
        let is = |list: english::WordList, word: &String| list.contains(word.as_str());
        let is_field = match words.as_slice() {
            [one] => {
                let seems = english::ENDINGS_OF_FIELDS.iter().any(|ending| one.ends_with(ending));
                let is_surname = one.ends_with("ss")
                    || self.surnames.contains(self.tokens.spelling(start))
                    || english::BODIES.contains(one.as_str());
                is(english::FIELDS, one) || (seems && !is_surname && one.chars().count() > 4)
            }
            [one, other] => {
                let is_qualified = is(english::QUALIFY_FIELDS, one) || is(english::FIELDS, one);
                let is_local = one == "local" && other == "government";
                is_local || (is_qualified && is(english::FIELDS, other))
            }
            _ => false,
        };
        is_field.then_some((words, end))
    }

    /// The field of one word at the token `start`, after `and`, which no list has: `Rope and Peat`. The
    /// text has to show that one body is meant.
    fn last_field(&self, start: usize) -> Option<(Vec<String>, usize)> {
        let (word, end) = self.word(start).filter(|_| self.is_capital(start))?;
        let spelling = self.tokens.spelling(start);
        let is_name = self.surnames.contains(spelling)
            || english::BODIES.contains(word.as_str())
            || english::BODIES_OF_ONE_WORD.contains(word.as_str())
            || spelling.chars().skip(1).any(char::is_uppercase);
        let goes_on = self.is_capital(end) && self.is_adjacent(end);
        let fields = self.fields.get_or_init(|| self.ends_of_fields());
        (!is_name && !goes_on && fields.contains(&word)).then_some((vec![word], end))
    }

    /// The words with a capital after `and` by which the text shows one body: `Rope and Peat has`, `Rope
    /// and Peat said that its boats`.
    fn ends_of_fields(&self) -> HashSet<String> {
        /// This many tokens are looked at for `its`.
        const REACH: usize = 8;
        /// The next sentence, which may begin with `Its`, begins within this many tokens.
        const SENTENCE: usize = 40;
        let ends = |at: &usize| self.kind(*at) == Some(TokenKind::Sign('.'));
        let opens_next = |at: usize| {
            let end = (at..self.tokens.len().min(at + SENTENCE)).find(ends);
            end.is_some_and(|end| self.is(english::words!["its"], end + 1))
        };
        let is_singular = |at: usize| {
            self.is(english::SINGULAR_VERBS, at)
                || (at..at + REACH)
                    .take_while(|at| !ends(at))
                    .any(|at| self.is(english::words!["its"], at))
                || opens_next(at)
        };
        let after_and =
            (1..self.tokens.len()).filter(|&at| self.is(english::words!["and"], at - 1));
        let shown = after_and.filter(|&at| {
            let starts_large = self.tokens.spelling(at).starts_with(char::is_uppercase);
            starts_large && self.word(at).is_some_and(|(_, end)| is_singular(end))
        });
        shown.map(|at| folded(self.tokens.spelling(at))).collect()
    }
}

/// Whether a name is that of a body for a field, which others may follow: `Ministry of Ports`.
fn is_for_a_field(words: &[String]) -> bool {
    let is = |list: english::WordList, word: &String| list.contains(word.as_str());
    words.windows(2).any(|pair| {
        is(english::BODIES_FOR_FIELDS, &pair[0]) && is(english::JOINERS_OF_BODIES, &pair[1])
    })
}
