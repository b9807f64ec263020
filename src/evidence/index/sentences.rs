//! Sentences, with their words and figures.

use std::collections::HashSet;
use std::ops::Range;

use crate::evidence::figures::{self, Figure, FigureSet};
use crate::evidence::source::english;
use crate::evidence::source::qualifiers::folded;
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::text;

/// A sentence by its words and figures.
pub struct Sentence {
    /// Its words in lower case, except for the month May.
    pub words: Vec<String>,
    /// The bytes of each word in the text.
    pub places: Vec<Range<usize>>,
    /// Which words a sign follows.
    stops: Vec<bool>,
    /// Its figures.
    pub figures: Vec<Figure>,
}

impl Sentence {
    /// The sentence that takes up `part` of the `tokens` of `text`.
    pub fn new(text: &str, tokens: &Tokens, part: Range<usize>) -> Self {
        let figures = figures::figures_in(text, tokens, part.clone());
        let mut sentence =
            Self { words: Vec::new(), places: Vec::new(), stops: Vec::new(), figures };
        for at in part {
            let token = &tokens[at];
            if token.kind == TokenKind::Word {
                sentence.words.push(folded(tokens, at));
                sentence.places.push(token.bytes.clone());
                sentence.stops.push(false);
            } else if let Some(stop) = sentence.stops.last_mut() {
                *stop = !matches!(token.kind, TokenKind::Dash(_));
            }
        }
        sentence
    }

    /// Whether it has `word`.
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }

    /// The words that carry meaning, without their endings.
    pub fn content(&self) -> HashSet<&str> {
        self.words
            .iter()
            .map(|word| stem(word))
            .filter(|stem| stem.chars().count() > 3 && !is_small(stem))
            .collect()
    }

    /// How many words of meaning both have.
    pub fn shared(&self, other: &Self) -> usize {
        self.content().intersection(&other.content()).count()
    }

    /// How many of its figures the other has.
    pub fn shared_figures(&self, other: &Self) -> usize {
        let known = FigureSet::new(other.figures.clone());
        let strong = self.figures.iter().filter(|figure| !figure.is_weak);
        strong.filter(|figure| known.agreeing(figure).next().is_some()).count()
    }

    /// What it counts, each thing with the word before its number: `saw` and `boat` in `saw 31
    /// boats`.
    pub fn counted(&self) -> impl Iterator<Item = (&str, &str)> {
        self.figures.iter().filter(|figure| !figure.is_weak).filter_map(|figure| {
            let before = self.places.partition_point(|place| place.end <= figure.bytes.start);
            let after = self.places.partition_point(|place| place.start < figure.bytes.end);
            Some((self.words.get(before.checked_sub(1)?)?.as_str(), self.stem_at(after)?))
        })
    }

    /// The word `at` without its ending.
    pub fn stem_at(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| stem(word))
    }

    /// Whether no sign is between the word `at` and the next.
    pub fn runs_on(&self, at: usize) -> bool {
        !self.stops[at]
    }

    /// The bytes from the word `at` to the end of its clause.
    pub fn clause(&self, at: usize) -> Range<usize> {
        let ends = |i: &usize| {
            self.stops[*i]
                || self
                    .words
                    .get(i + 1)
                    .is_none_or(|next| english::CLAUSE_JOINERS.contains(next.as_str()))
        };
        let end = (at..self.words.len()).find(ends).unwrap_or(at);
        self.places[at].start..self.places[end].end
    }

    /// The noun at the end of the phrase after the word `at`: `offenders` in
    /// `suspected offenders each month`.
    pub fn head(&self, at: usize) -> Option<&str> {
        let end = (at + 1..self.words.len())
            .find(|&i| is_small(&self.words[i]) || self.stops[i - 1])
            .unwrap_or(self.words.len());
        (end > at + 1 && !self.stops[at]).then(|| self.words[end - 1].as_str())
    }
}

/// The sentences in these bytes of `text`, in order.
pub fn sentences(text: &str, tokens: &Tokens, bytes: &Range<usize>) -> Vec<Sentence> {
    let sentence = |range: Range<usize>| {
        let bytes = bytes.start + range.start..bytes.start + range.end;
        Sentence::new(text, tokens, tokens.within(&bytes))
    };
    text::sentences(&text[bytes.clone()]).map(sentence).collect()
}

fn stem(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    english::ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() > 3))
        .unwrap_or(word)
}

fn is_small(word: &str) -> bool {
    english::SMALL_WORDS.contains(word)
}
