//! Finds the segments of a quotation in a source, word for word.
//!
//! The letters of a segment's words are searched for as one string, in time linear in the text;
//! each hit is then compared token by token.

use std::ops::Range;

use super::pattern::{PatternPiece, Segment};
use crate::evidence::effort::Effort;
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::{Dash, TokenKind, Tokens};

/// An insertion replaces at most this many words of the source.
pub const INSERTED: usize = 6;

/// What each hit of a search takes, in tokens: whose words they are has to be found out.
const HIT: usize = 16;

/// How many bytes that are compared for a hit take as much as a token. Only text made to be slow has
/// hits of many bytes that overlap.
const BYTES: usize = 8;

/// What an insertion takes, in tokens.
const INSERTION: usize = 64;

/// How far before its first plain words a segment may begin, in tokens.
const REACH: usize = 64;

/// What an insertion may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insertions {
    /// Words that neither turn nor limit the sentence, and no figure.
    Fair,
    /// Any words: to find out that an insertion is what is wrong.
    Any,
}

/// A search for the words of `exact` among those of `source`.
#[derive(Clone, Copy)]
pub struct SegmentSearch<'a> {
    /// Where to look.
    pub source: &'a Tokens,
    /// The words that are looked for.
    pub exact: &'a Tokens,
    /// What an insertion may replace.
    pub insertions: Insertions,
    /// The work that is left. When it is spent, the search ends with what it has.
    pub effort: &'a Effort,
}

impl SegmentSearch<'_> {
    /// Where the source has `segment`, as ranges of its tokens, in order.
    pub fn occurrences(&self, segment: &Segment) -> Vec<Range<usize>> {
        let Some(anchor) = self.anchor(&segment.pieces) else { return Vec::new() };
        let mut found: Vec<Range<usize>> = Vec::new();
        for letters in &anchor.spellings {
            for hit in LetterHits::new(letters, self.source.letters()) {
                if !self.effort.draw(HIT + letters.len() / BYTES) {
                    break;
                }
                let Some(word) = self.source.word_at_letter(hit) else { continue };
                let starts = word.saturating_sub(anchor.reach)..=word.saturating_sub(anchor.least);
                found.extend(starts.rev().find_map(|start| self.at(&segment.pieces, start)));
            }
        }
        found.sort_by_key(|range| (range.start, range.end));
        found.dedup();
        found
    }

    /// Whether the source has `segment` at `range`.
    pub fn is_at(&self, segment: &Segment, range: &Range<usize>) -> bool {
        self.at(&segment.pieces, range.start).as_ref() == Some(range)
    }

    /// The tokens that `pieces` take up when they begin at `start`.
    fn at(&self, pieces: &[PatternPiece], start: usize) -> Option<Range<usize>> {
        let mut ends = vec![start];
        for piece in pieces {
            ends = ends.into_iter().flat_map(|end| self.after(piece, end)).collect();
            ends.sort_unstable();
            ends.dedup();
            if ends.is_empty() {
                return None;
            }
        }
        let whole = |end: &usize| !self.source.joined_at(*end);
        let end = ends.into_iter().find(whole)?;
        (!self.source.joined_at(start)).then_some(start..end)
    }

    /// Where a piece may end that begins at `start`.
    pub fn after(&self, piece: &PatternPiece, start: usize) -> Vec<usize> {
        if !self.effort.draw(1) {
            return Vec::new();
        }
        match piece {
            PatternPiece::Token(token) => match self.exact[*token].kind {
                TokenKind::Word => {
                    let wanted = self.exact.spelling(*token);
                    self.word(start, |found| found == wanted)
                }
                kind => self.sign(kind, start).into_iter().collect(),
            },
            PatternPiece::OtherCase { spelling, freed, tokens } => {
                let mut ends = self.word(start, |found| equal_but_case(found, spelling, *freed));
                ends.extend(self.literally(tokens, start));
                ends
            }
            PatternPiece::Insertion(words) => self.insertion(words, start),
            PatternPiece::Contraction { words, ending } => self.contraction(words, *ending, start),
            PatternPiece::Nothing(tokens) => {
                std::iter::once(start).chain(self.literally(tokens, start)).collect()
            }
            PatternPiece::Unfit(tokens) => self.literally(tokens, start).into_iter().collect(),
        }
    }

    fn sign(&self, wanted: TokenKind, start: usize) -> Option<usize> {
        let found = self.source.get(start)?.kind;
        let equal = match (wanted, found) {
            (TokenKind::Dash(wanted), TokenKind::Dash(found)) => {
                (wanted == Dash::Minus) == (found == Dash::Minus)
            }
            (wanted, found) => wanted == found,
        };
        equal.then_some(start + 1)
    }

    /// After the word at `start`, and after the one that it makes with the next line's.
    fn word(&self, start: usize, fits: impl Fn(&str) -> bool) -> Vec<usize> {
        let Some(token) = self.source.get(start) else { return Vec::new() };
        if token.kind != TokenKind::Word {
            return Vec::new();
        }
        let mut ends = Vec::new();
        if fits(self.source.spelling(start)) {
            ends.push(start + 1);
        }
        let wraps = self
            .source
            .get(start + 1)
            .is_some_and(|next| next.kind == TokenKind::Dash(Dash::Wraps));
        if wraps && start + 2 < self.source.len() {
            let whole = self.source.letters_of(start).start..self.source.letters_of(start + 2).end;
            if fits(&self.source.letters()[whole]) {
                ends.push(start + 3);
            }
        }
        ends
    }

    /// After each run of tokens at `start` that the editor's `words` may replace, and after those
    /// words themselves if the source has them, brackets included.
    fn insertion(&self, words: &[Range<usize>], start: usize) -> Vec<usize> {
        if !self.effort.draw(INSERTION) {
            return Vec::new();
        }
        let mut ends: Vec<usize> = (start..=self.source.len())
            .take_while(|&end| {
                self.source.count_words(start..end) <= INSERTED && end - start <= 2 * INSERTED
            })
            .take_while(|&end| end == start || !ends_sentence(self.source, end - 1))
            .filter(|&end| !self.source.joined_at(start) && !self.source.joined_at(end))
            .filter(|&end| self.insertions == Insertions::Any || self.is_fair(words, start..end))
            .collect();
        ends.extend(self.own_brackets(words, start));
        ends
    }

    /// After the editor's words if the source has them itself, brackets included.
    fn own_brackets(&self, words: &[Range<usize>], start: usize) -> Option<usize> {
        let mut brackets = words.iter().map(|inside| inside.start - 1..inside.end + 1);
        brackets.try_fold(start, |end, tokens| self.literally(&tokens, end))
    }

    /// After these tokens of `exact`, if the source has them as written.
    fn literally(&self, tokens: &Range<usize>, start: usize) -> Option<usize> {
        tokens.clone().try_fold(start, |end, token| {
            self.after(&PatternPiece::Token(token), end).first().copied()
        })
    }

    /// The plain words of a segment that are looked for first: the longest run of them near its
    /// start.
    fn anchor(&self, pieces: &[PatternPiece]) -> Option<SearchAnchor> {
        let mut best: Option<SearchAnchor> = None;
        let (mut at, mut least, mut reach) = (0, 0, 0);
        while at < pieces.len() && reach <= REACH {
            let run = run(&pieces[at..]);
            let spellings = match (&pieces[at], run) {
                (PatternPiece::OtherCase { spelling, freed, .. }, _) => {
                    both_cases(spelling, *freed)
                }
                (_, 0) => Vec::new(),
                (PatternPiece::Token(first), length) => {
                    let letters = self.exact.letters_of(*first).start
                        ..self.exact.letters_of(first + length - 1).end;
                    vec![self.exact.letters()[letters].to_owned()]
                }
                _ => Vec::new(),
            };
            let length = |anchor: &SearchAnchor| anchor.spellings.iter().map(String::len).min();
            let signs = self.signs_before_word(&pieces[at..]);
            let anchor = SearchAnchor { spellings, least: least + signs, reach: reach + signs };
            if length(&anchor) > best.as_ref().and_then(length) && length(&anchor) > Some(0) {
                best = Some(anchor);
            }
            for piece in &pieces[at..at + run.max(1)] {
                let (fewest, most) = match piece {
                    PatternPiece::Token(_) => (1, 3),
                    PatternPiece::OtherCase { .. } => (1, 4),
                    PatternPiece::Insertion(_) => (0, 2 * INSERTED + 1),
                    PatternPiece::Contraction { .. } => (1, 2 * INSERTED + 1),
                    PatternPiece::Nothing(_) | PatternPiece::Unfit(_) => (0, 3),
                };
                least += fewest;
                reach += most;
            }
            at += run.max(1);
        }
        best
    }

    fn signs_before_word(&self, pieces: &[PatternPiece]) -> usize {
        let is_sign = |piece: &&PatternPiece| matches!(piece, PatternPiece::Token(token) if self.exact[*token].kind != TokenKind::Word);
        pieces.iter().take_while(is_sign).count()
    }
}

/// How many pieces at the start of `pieces` are tokens which follow each other in `exact`.
fn run(pieces: &[PatternPiece]) -> usize {
    let Some(PatternPiece::Token(first)) = pieces.first() else { return 0 };
    pieces
        .iter()
        .zip(*first..)
        .take_while(|(piece, token)| **piece == PatternPiece::Token(*token))
        .count()
}

/// What is looked for first, and how many tokens before it the segment begins.
struct SearchAnchor {
    spellings: Vec<String>,
    least: usize,
    reach: usize,
}

fn equal_but_case(found: &str, wanted: &str, freed: usize) -> bool {
    let freed_bytes = wanted.char_indices().nth(freed).map_or(wanted.len(), |(at, _)| at);
    let found_freed = found.char_indices().nth(freed).map_or(found.len(), |(at, _)| at);
    found[found_freed..] == wanted[freed_bytes..]
        && found[..found_freed].to_lowercase() == wanted[..freed_bytes].to_lowercase()
}

fn both_cases(spelling: &str, freed: usize) -> Vec<String> {
    let at = spelling.char_indices().nth(freed).map_or(spelling.len(), |(at, _)| at);
    let (first, rest) = spelling.split_at(at);
    let mut both =
        vec![format!("{}{rest}", first.to_lowercase()), format!("{}{rest}", first.to_uppercase())];
    both.push(spelling.to_owned());
    both.sort_unstable();
    both.dedup();
    both
}

/// Where `wanted` begins in `letters`, overlapping hits included.
struct LetterHits<'a> {
    wanted: &'a str,
    letters: &'a str,
    from: usize,
}

impl<'a> LetterHits<'a> {
    fn new(wanted: &'a str, letters: &'a str) -> Self {
        Self { wanted, letters, from: 0 }
    }
}

impl Iterator for LetterHits<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let hit = self.from + self.letters.get(self.from..)?.find(self.wanted)?;
        self.from = hit + self.letters[hit..].chars().next().map_or(1, char::len_utf8);
        Some(hit)
    }
}
