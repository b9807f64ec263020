//! The small words that turn, limit or soften what a sentence says.

use super::english;
use super::words::{TokenKind, Tokens};

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
    } else if english::CONDITIONS.contains(word) {
        Some(Qualifier::Condition)
    } else if english::HEDGES.contains(word) {
        Some(Qualifier::Hedge)
    } else {
        None
    }
}

/// The word at `index` in lower case, by which it is looked up; but the month and the name May as they
/// are spelt, since they are no modal verb.
pub fn folded(tokens: &Tokens, index: usize) -> String {
    let spelling = tokens.spelling(index);
    if spelling == english::MAY && is_name(tokens, index) {
        return spelling.to_owned();
    }
    spelling.to_lowercase()
}

/// Whether a capitalised modal verb is a name: `in May | we sailed`, but not `May | they sail`.
fn is_name(tokens: &Tokens, index: usize) -> bool {
    let word = |at: usize| {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word);
        token.map(|_| tokens.lower(at))
    };
    let is_in =
        |word: &str, lists: &[english::WordList]| lists.iter().any(|list| list.contains(word));
    match index.checked_sub(1).and_then(word) {
        Some(before) => !is_in(before, &[english::SURE_SUBJECTS]),
        None => !word(index + 1)
            .is_some_and(|next| is_in(next, &[english::SUBJECTS, english::BEFORE_A_NOUN])),
    }
}

/// Whether a word in lower case turns its sentence round.
fn is_negation(word: &str) -> bool {
    english::NEGATIONS.contains(word)
        || english::BARE_NEGATIONS.contains(word)
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

    #[test]
    fn tells_the_month_from_the_verb() {
        let folds = |text: &str| {
            let tokens = Tokens::new(text);
            (0..tokens.len()).map(|at| folded(&tokens, at)).any(|word| word == "may")
        };
        for month in ["In May we sailed", "Jane May left", "May was wet", "Early May", "By 5 May"] {
            assert!(!folds(month), "{month}");
        }
        for verb in ["They may sail", "May they sail", "May I say", "YOU may", "It May Be"] {
            assert!(folds(verb), "{verb}");
        }
    }
}
