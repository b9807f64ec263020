//! The edit that gives a misquote the words of its source.

use std::ops::Range;

use super::QuotationCheck;
use super::nearest::{Difference, WholeDifference};
use crate::brief::{Fix, FixChange, Spot};
use crate::evidence::figures::is_number;
use crate::evidence::source::qualifiers::qualifier;
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::text::Text;

/// A quotation in which more words differ is not corrected, but chosen again.
const MOST_WORDS: usize = 2;

/// Nor is one in which more than this differs, signs included.
const MOST_TOKENS: usize = 4;

impl QuotationCheck<'_> {
    /// Returns the edit that gives the tokens `wanted` of `exact` the words of the nearest passage, if no
    /// more than a word or two differ. It is safe if no figure, name, negation, condition or hedge changes.
    pub fn correction(&self, wanted: &[usize], difference: &Difference) -> Option<Fix> {
        let WholeDifference { source, exact, differing: (found, ours) } = &difference.whole;
        let (tokens, text) = (&self.source.tokens, self.source.text.as_str());
        let words = |tokens: &Tokens, differing: &[usize]| {
            differing.iter().filter(|token| tokens[**token].kind == TokenKind::Word).count()
        };
        let most_words = words(tokens, found).max(words(self.tokens, ours));
        let most_tokens = found.len().max(ours.len());
        // What an editor left out or put in is not the source’s to correct.
        let is_whole = wanted.windows(2).all(|pair| {
            pair[1] == pair[0] + 1 || !exact.contains(&pair[0]) || !exact.contains(&pair[1])
        });
        if most_words > MOST_WORDS || most_tokens > MOST_TOKENS || !is_whole {
            return None;
        }
        let Spot::Within(place) = self.spot(exact) else { return None };
        let words = Text::flow(&text[self.reach(source)]);
        let is_safe = self.leaves_claim_alone(found, ours);
        let title = format!("write “{words}”, as the source does");
        let change = FixChange::Characters(vec![(place, words.to_string())]);
        Some(Fix::new(change).titled(title).safe_if(is_safe))
    }

    /// Returns the bytes of these tokens of the source.
    fn reach(&self, tokens: &Range<usize>) -> Range<usize> {
        self.source.tokens.bytes(tokens.clone())
    }

    /// Whether the words that differ change no figure, name, negation, condition or hedge. A difference in
    /// capitals alone changes nothing.
    fn leaves_claim_alone(&self, found: &[usize], ours: &[usize]) -> bool {
        let found_words = found.iter().map(|token| self.source.tokens.lower(*token));
        if found_words.eq(ours.iter().map(|token| self.tokens.lower(*token))) {
            return true;
        }
        let is_plain = |tokens: &Tokens, text: &str, token: usize| match tokens[token].kind {
            TokenKind::Word => {
                let word = tokens.spelling(token);
                let is_name = word.starts_with(char::is_uppercase)
                    && !matches!(word, "I" | "I'm" | "I've" | "I'll" | "I'd")
                    && token > 0
                    && !ends_sentence(text, tokens[token].bytes.start);
                !is_number(word) && qualifier(word).is_none() && !is_name
            }
            TokenKind::Sign(sign) => matches!(sign, ',' | '.' | ';' | ':' | '!' | '(' | ')' | '/'),
            _ => true,
        };
        let (source, own) = (self.source.text.as_str(), self.exact.as_str());
        found.iter().all(|token| is_plain(&self.source.tokens, source, *token))
            && ours.iter().all(|token| is_plain(self.tokens, own, *token))
    }
}

/// Whether a sentence ends, or a text begins, before the word at this byte.
fn ends_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '“' | '”' | '"' | '‘' | '’' | '\'' | '(')
    });
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}
