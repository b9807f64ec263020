//! The small words that turn, limit or soften what a sentence says.

use super::english;

/// What a small word does to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// Turns it round: not, never, without.
    Negation,
    /// Makes it depend on something: if, unless, until.
    Condition,
    /// Softens it: may, around, alleged.
    Hedge,
}

/// What the word `spelling` does, whatever its case.
pub fn qualifier(spelling: &str) -> Option<Qualifier> {
    let word = spelling.to_lowercase();
    let word = word.as_str();
    if is_negation(word) {
        Some(Qualifier::Negation)
    } else if english::CONDITIONS.contains(&word) {
        Some(Qualifier::Condition)
    } else if english::HEDGES.contains(&word) {
        Some(Qualifier::Hedge)
    } else {
        None
    }
}

/// Whether a word in lower case turns its sentence round.
fn is_negation(word: &str) -> bool {
    english::NEGATIONS.contains(&word)
        || english::BARE_NEGATIONS.contains(&word)
        || word.ends_with("n't")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_turns_a_sentence() {
        for negation in ["not", "Not", "don't", "CANNOT", "without", "dont"] {
            assert_eq!(qualifier(negation), Some(Qualifier::Negation), "{negation}");
        }
        assert_eq!(qualifier("unless"), Some(Qualifier::Condition));
        assert_eq!(qualifier("alleged"), Some(Qualifier::Hedge));
        assert_eq!(qualifier("lights"), None);
    }
}
