//! The signs that end sentences and clauses.

use super::english;
use super::words::{Dash, TokenKind, Tokens};

/// Characters that a line ends in if no sentence runs on over its end.
pub const ENDS_OF_SPEECH: [char; 10] = ['.', '!', '?', '”', '’', '"', '»', ':', '」', ')'];

/// Whether the sign at `index` ends a sentence. The point of `Mr.` or of an initial does not.
pub fn ends_sentence(tokens: &Tokens, index: usize) -> bool {
    match tokens[index].kind {
        TokenKind::Sign('!' | '?') => true,
        TokenKind::Sign('.') => {
            let before = index.checked_sub(1).map_or("", |before| tokens.spelling(before));
            !takes_point(before)
        }
        _ => false,
    }
}

/// Whether the point after a word belongs to the word: a title or an initial.
pub fn takes_point(word: &str) -> bool {
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    is_initial || english::ABBREVIATIONS.contains(word)
}

/// Whether the sign at `index` ends a clause: a stop, a comma, a bracket or a dash.
pub fn ends_clause(tokens: &Tokens, index: usize) -> bool {
    match tokens[index].kind {
        TokenKind::Sign('.') => ends_sentence(tokens, index),
        TokenKind::Sign('!' | '?' | ',' | ';' | ':' | '(' | ')' | '[' | ']')
        | TokenKind::Ellipsis => true,
        TokenKind::Dash(dash) => dash == Dash::Parts,
        TokenKind::Sign(_) | TokenKind::Word => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_end_of_a_sentence_from_the_point_of_a_title() {
        let tokens = Tokens::new("Mr. Vale left. J. Marsh stayed!");
        let ends: Vec<usize> = (0..tokens.len()).filter(|&i| ends_sentence(&tokens, i)).collect();
        assert_eq!(ends, [4, 9]);
    }
}
