//! Names that are those of places, by the words before them: `in Leeds`.

use std::collections::HashSet;

use super::names::Name;
use crate::evidence::source::english;
use crate::evidence::source::words::Tokens;

/// The names that a text has after `in` and its like.
pub struct Places(HashSet<Vec<String>>);

impl Places {
    /// Reads which of `names` come after `in`, but not as in `confidence in Moss`.
    pub fn new(tokens: &Tokens, names: &[Name]) -> Self {
        let is = |at: Option<usize>, list: english::WordList| {
            at.is_some_and(|at| list.contains(tokens.lower(at)))
        };
        let is_place = |name: &&Name| {
            let before = name.tokens.start.checked_sub(1);
            is(before, english::BEFORE_PLACES)
                && !is(before.and_then(|at| at.checked_sub(1)), english::HELD_IN_PEOPLE)
                && !name.is_possessive
        };
        Self(names.iter().filter(is_place).map(|name| name.words.clone()).collect())
    }

    /// Whether these words are such a name.
    pub fn contains(&self, words: &[String]) -> bool {
        self.0.contains(words)
    }
}
