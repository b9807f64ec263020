//! The tokens that figures are read from: those of a text, or of part of one.

use std::ops::Range;

use crate::evidence::source::words::{Dash, Token, TokenKind, Tokens};

/// Part of a text's tokens, counted from its first one. Nothing is seen of what is before and after it.
pub struct LowerTokens<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    part: Range<usize>,
}

impl<'a> LowerTokens<'a> {
    /// The tokens in `part` of the `tokens` of `text`.
    pub fn new(text: &'a str, tokens: &'a Tokens, part: Range<usize>) -> Self {
        Self { text, tokens, part }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.part.len()
    }

    /// The token at `at`.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens[self.part.clone()].get(at)
    }

    /// What the token at `at` is.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.get(at).map(|token| token.kind)
    }

    /// The word at `at` in lower case; empty for a sign and past the end.
    pub fn word(&self, at: usize) -> &'a str {
        if at < self.len() { self.tokens.lower(self.part.start + at) } else { "" }
    }

    /// The word `back` tokens before `at` in lower case; empty for a sign and before the start.
    pub fn word_before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |before| self.word(before))
    }

    /// The word at `at` as it is spelt; empty for a sign and past the end.
    pub fn spelling(&self, at: usize) -> &str {
        if at < self.len() { self.tokens.spelling(self.part.start + at) } else { "" }
    }

    /// The sign at `at`, if one is there.
    pub fn sign(&self, at: usize) -> Option<char> {
        match self.kind(at)? {
            TokenKind::Sign(sign) => Some(sign),
            TokenKind::Word | TokenKind::Dash(_) | TokenKind::Ellipsis => None,
        }
    }

    /// Whether the token at `at` is there and follows the one before it without a space.
    pub fn is_tight(&self, at: usize) -> bool {
        at > 0 && self.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether the word at `at` begins with a digit.
    pub fn is_digits(&self, at: usize) -> bool {
        self.word(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the word at `at` begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.spelling(at).starts_with(char::is_uppercase)
    }

    /// Whether the token at `at` begins a sentence, a line or a title, where a capital means
    /// nothing.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        self.kind(before) != Some(TokenKind::Word) || self.gap_before(at).contains('\n')
    }

    /// The whole number below 10,000 that the word at `at` is, in digits or in letters.
    pub fn small_number(&self, at: usize) -> Option<i128> {
        let word = self.word(at);
        let digits = (word.len() <= 4).then(|| word.parse().ok()).flatten();
        digits.or_else(|| super::spelt::small(word))
    }

    /// The text between two ranges of bytes.
    pub fn between(&self, earlier: &Range<usize>, later: &Range<usize>) -> &'a str {
        self.text.get(earlier.end..later.start).unwrap_or_default()
    }

    /// The text of the tokens in `range`, as it stands.
    pub fn text(&self, range: &Range<usize>) -> &'a str {
        self.text.get(self.bytes(range)).unwrap_or_default()
    }

    /// Whether the token at `at` is a hyphen or a dash.
    pub fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Dash(_)))
    }

    /// Whether the token at `at` is a hyphen inside a word.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Dash(Dash::Joins))
    }

    /// The token at `at`, or the one past a hyphen there: `year` in `5 years` and in `five-year`.
    pub fn past_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    /// The text between the token at `at` and the one before it.
    pub fn gap_before(&self, at: usize) -> &'a str {
        let end = |at: usize| self.get(at).map_or(0, |token| token.bytes.end);
        let before = at.checked_sub(1).map_or(0, end);
        self.get(at)
            .map_or("", |token| self.text.get(before..token.bytes.start).unwrap_or_default())
    }

    /// The bytes of the text from the first to the last token of `range`.
    pub fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        self.tokens.bytes(self.part.start + range.start..self.part.start + range.end)
    }
}
