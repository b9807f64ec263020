//! What `exact` asks for: its words as written, or its words with the marks of an editor.
//!
//! `...` and `[…]` leave words out; `[they]` is the editor's own and replaces up to six words of
//! the source; `[T]he` changes the case; `boat[s]` changes an ending; `[sic]` replaces nothing.

use std::ops::Range;

use crate::evidence::source::english;
use crate::evidence::source::words::{Token, TokenKind, Tokens};

/// A piece of a quotation, to be found in the source in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternPiece {
    /// The token of `exact` at this index.
    Token(usize),
    /// A word whose first `freed` characters may be of either case: `[T]he`.
    OtherCase {
        /// The word without its brackets.
        spelling: String,
        /// How many of its characters are in the brackets.
        freed: usize,
        /// The tokens of `exact` it is written with.
        tokens: Range<usize>,
    },
    /// The editor's own words; each range is the tokens inside one pair of brackets.
    Insertion(Vec<Range<usize>>),
    /// The editor's own words with the end of a contraction: `[The deal]’s`.
    Contraction {
        /// The tokens of `exact` in the brackets.
        words: Range<usize>,
        /// The token of `exact` that is the ending, without its apostrophe.
        ending: usize,
    },
    /// Brackets that replace nothing: `[sic]`, or an ending. Tokens of `exact`.
    Nothing(Range<usize>),
    /// Brackets that change a word beyond its case or ending: `use[less]`. Tokens of `exact`.
    Unfit(Range<usize>),
}

/// Words that have to be together in the source. Between two segments words are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The editor's words just before.
    pub lead: Vec<Range<usize>>,
    /// What has to be found, in order. It neither begins nor ends with an insertion.
    pub pieces: Vec<PatternPiece>,
    /// The editor's words just after.
    pub trail: Vec<Range<usize>>,
}

/// A quotation as segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The segments that have a word in them.
    pub segments: Vec<Segment>,
    /// The `.`, `,` or `;` at the end of `exact`, which the source need not have.
    pub final_mark: Option<char>,
}

impl Pattern {
    /// `exact` as written: one segment, no marks of an editor.
    pub fn literal(exact: &Tokens) -> Self {
        let (tokens, final_mark) = without_final_mark(exact);
        let pieces: Vec<PatternPiece> = (0..tokens).map(PatternPiece::Token).collect();
        let segments = vec![Segment { pieces, ..Segment::default() }];
        Self { segments: with_words(segments, exact), final_mark }
    }

    /// `exact` with the marks of an editor taken as such; [`None`] if it has none.
    pub fn edited(exact: &Tokens) -> Option<Self> {
        let (tokens, final_mark) = without_final_mark(exact);
        let mut parser =
            PatternParser { exact, tokens, segments: vec![Segment::default()], edited: false };
        parser.parse();
        let edited = parser.edited;
        let segments = parser.segments.into_iter().map(Segment::trimmed).collect();
        edited.then(|| Self { segments: with_words(segments, exact), final_mark })
    }
}

impl Segment {
    /// Moves the insertions at its edges out of its pieces.
    fn trimmed(mut self) -> Self {
        let taken = |piece: Option<&PatternPiece>| match piece {
            Some(PatternPiece::Insertion(words)) => words.clone(),
            _ => Vec::new(),
        };
        self.lead = taken(self.pieces.first());
        self.trail = taken(self.pieces.last());
        self.pieces.drain(..usize::from(!self.lead.is_empty()));
        self.pieces.truncate(
            self.pieces.len() - usize::from(!self.trail.is_empty()).min(self.pieces.len()),
        );
        self
    }
}

fn without_final_mark(exact: &Tokens) -> (usize, Option<char>) {
    match exact.last().map(|token| token.kind) {
        Some(TokenKind::Sign(mark @ ('.' | ',' | ';'))) => (exact.len() - 1, Some(mark)),
        _ => (exact.len(), None),
    }
}

fn with_words(segments: Vec<Segment>, exact: &Tokens) -> Vec<Segment> {
    let is_word = |piece: &PatternPiece| match piece {
        PatternPiece::Token(token) => exact[*token].kind == TokenKind::Word,
        PatternPiece::OtherCase { .. } | PatternPiece::Unfit(_) => true,
        PatternPiece::Insertion(_)
        | PatternPiece::Contraction { .. }
        | PatternPiece::Nothing(_) => false,
    };
    segments.into_iter().filter(|segment| segment.pieces.iter().any(is_word)).collect()
}

struct PatternParser<'a> {
    exact: &'a Tokens,
    /// How many tokens of `exact` count.
    tokens: usize,
    segments: Vec<Segment>,
    edited: bool,
}

impl PatternParser<'_> {
    fn parse(&mut self) {
        let mut at = 0;
        while at < self.tokens {
            at = match self.kind(at) {
                Some(TokenKind::Ellipsis) => {
                    self.leave_out();
                    at + 1
                }
                Some(TokenKind::Sign('[')) => match self.closing(at) {
                    Some(close) => self.brackets(at, close),
                    None => self.piece(PatternPiece::Token(at), at + 1),
                },
                _ => self.piece(PatternPiece::Token(at), at + 1),
            };
        }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.exact[..self.tokens].get(at).map(|token| token.kind)
    }

    fn tight(&self, at: usize) -> bool {
        self.exact[..self.tokens].get(at).is_some_and(|token| !token.spaced)
    }

    fn closing(&self, open: usize) -> Option<usize> {
        let rest = &self.exact[open + 1..self.tokens];
        let stop =
            rest.iter().position(|token| matches!(token.kind, TokenKind::Sign('[' | ']')))?;
        (rest[stop].kind == TokenKind::Sign(']')).then_some(open + 1 + stop)
    }

    fn leave_out(&mut self) {
        self.edited = true;
        self.segments.push(Segment::default());
    }

    /// Takes the brackets that open and close at these tokens; returns the token to go on at.
    fn brackets(&mut self, open: usize, close: usize) -> usize {
        self.edited = true;
        let inside = open + 1..close;
        let word = (inside.len() == 1).then(|| self.exact.spelling(inside.start));
        let after_word =
            open > 0 && self.tight(open) && self.kind(open - 1) == Some(TokenKind::Word);
        let before_word = self.tight(close + 1) && self.kind(close + 1) == Some(TokenKind::Word);
        let bracketed = self.exact.letters()[self.letters(&inside)].to_lowercase();
        if inside.len() == 1 && self.kind(open + 1) == Some(TokenKind::Ellipsis) {
            self.leave_out();
        } else if inside.is_empty() || (bracketed == "sic" && !after_word) {
            return self.piece(PatternPiece::Nothing(open..close + 1), close + 1);
        } else if !inside.is_empty() && !after_word && self.is_contracted(close) {
            let piece = PatternPiece::Contraction { words: inside, ending: close + 1 };
            return self.piece(piece, close + 2);
        } else if let (true, Some(first)) =
            (before_word && !after_word, word.filter(|word| !word.is_empty()))
        {
            let spelling = format!("{first}{}", self.exact.spelling(close + 1));
            let freed = first.chars().count();
            return self.piece(
                PatternPiece::OtherCase { spelling, freed, tokens: open..close + 2 },
                close + 2,
            );
        } else if after_word {
            let fits = !before_word && english::EDITORS_ENDINGS.contains(bracketed.as_str());
            let piece = if fits { PatternPiece::Nothing } else { PatternPiece::Unfit };
            return self.piece(piece(open..close + 1), close + 1);
        } else if let Some(PatternPiece::Insertion(words)) = self.pieces().last_mut() {
            words.push(inside);
        } else {
            return self.piece(PatternPiece::Insertion(vec![inside]), close + 1);
        }
        close + 1
    }

    /// Whether an apostrophe and the end of a contraction follow the bracket that closes at `close`.
    fn is_contracted(&self, close: usize) -> bool {
        let apostrophe = |next: &Token| self.exact[close].bytes.end < next.bytes.start;
        self.exact[..self.tokens]
            .get(close + 1)
            .is_some_and(|next| !next.spaced && apostrophe(next))
            && english::CONTRACTED.contains(self.exact.spelling(close + 1))
    }

    fn letters(&self, tokens: &Range<usize>) -> Range<usize> {
        if tokens.is_empty() {
            return 0..0;
        }
        self.exact.letters_of(tokens.start).start..self.exact.letters_of(tokens.end - 1).end
    }

    fn pieces(&mut self) -> &mut Vec<PatternPiece> {
        if self.segments.is_empty() {
            self.segments.push(Segment::default());
        }
        let last = self.segments.len() - 1;
        &mut self.segments[last].pieces
    }

    fn piece(&mut self, piece: PatternPiece, next: usize) -> usize {
        self.pieces().push(piece);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(exact: &str) -> Vec<String> {
        let tokens = Tokens::new(exact);
        let Some(pattern) = Pattern::edited(&tokens) else { return vec!["literal".to_owned()] };
        let text = |range: &Range<usize>| exact[tokens.bytes(range.clone())].to_owned();
        let show = |piece: &PatternPiece| match piece {
            PatternPiece::Token(token) => text(&(*token..token + 1)),
            PatternPiece::OtherCase { spelling, freed, .. } => format!("{spelling}~{freed}"),
            PatternPiece::Insertion(words) => {
                format!("<{}>", words.iter().map(text).collect::<Vec<_>>().join("|"))
            }
            PatternPiece::Contraction { words, ending } => {
                format!("<{}>’{}", text(words), text(&(*ending..ending + 1)))
            }
            PatternPiece::Nothing(tokens) => format!("-{}", text(tokens)),
            PatternPiece::Unfit(tokens) => format!("!{}", text(tokens)),
        };
        let segment = |segment: &Segment| {
            let edge = |words: &Vec<Range<usize>>| {
                words.iter().map(|range| format!("({})", text(range))).collect()
            };
            let lead: Vec<String> = edge(&segment.lead);
            let trail: Vec<String> = edge(&segment.trail);
            lead.into_iter()
                .chain(segment.pieces.iter().map(show))
                .chain(trail)
                .collect::<Vec<_>>()
                .join(" ")
        };
        pattern.segments.iter().map(segment).collect()
    }

    #[test]
    fn reads_what_an_editor_marks() {
        assert_eq!(shown("We act."), ["literal"]);
        assert_eq!(shown("We act. […] They ... know."), ["We act .", "They", "know"]);
        assert_eq!(shown("and [they] know [how] [now] to"), ["and <they> know <how|now> to"]);
        assert_eq!(shown("[T]he [b]oats [sic] sail"), ["The~1 boats~1 -[sic] sail"]);
        assert_eq!(shown("[They] know [it]."), ["(They) know (it)"]);
        assert_eq!(shown("boat[s] sail"), ["boat -[s] sail"]);
        assert_eq!(shown("use[less] lights"), ["use ![less] lights"]);
        assert_eq!(shown("[…] [sic] we act […]"), ["-[sic] we act"]);
        assert_eq!(shown("an [open bracket"), ["literal"]);
        assert_eq!(shown("[The deal]’s done, [it]'s [T]he"), ["<The deal>’s done , <it>’s The~1"]);
    }
}
