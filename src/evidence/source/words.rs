//! A text as the words and signs that a quotation has to share with its source.
//!
//! Two texts say the same words if their tokens are equal. Quotation marks are no tokens, and
//! white space only separates them; so typography does not count, and no word is ever matched in
//! its middle.

use std::cell::OnceCell;
use std::ops::{Deref, Range};

use unicode_normalization::char::is_combining_mark;

use super::SourceText;
use super::noise;
use super::normal::{FoldedChar, FoldedChars, PAGE_END, breaks_line};

/// A word or a sign, and the bytes of the text it takes up.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space is before it.
    pub spaced: bool,
    /// Where its letters begin in [`Tokens::letters`]; those of the next token begin where its own
    /// end.
    letters: usize,
    /// The same of its letters in lower case.
    lower: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits, with the apostrophes between letters and the points, commas and colons
    /// between digits.
    Word,
    /// A hyphen or a dash, or several.
    Dash(Dash),
    /// Three dots, or the sign for them.
    Ellipsis,
    /// Any other character.
    Sign(char),
}

/// What a hyphen or a dash does in its place. All of them match each other, except that a minus
/// matches only a minus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Makes one word of two: `stern-light`, `2019–26`, `31%–40%`.
    Joins,
    /// Belongs to the number after it: `-5`.
    Minus,
    /// Separates words, or is a dash.
    Parts,
    /// Ends a hard-wrapped line: it may be the word's own or the wrapping's.
    Wraps,
}

/// The tokens of a text, in order.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    letters: String,
    /// The letters in lower case, made once for all who look a word up in a list.
    lower: String,
    /// The text without its noise, if it has some.
    quiet: Option<Box<QuietText>>,
}

/// A source without what was never said in it, byte for byte.
#[derive(Clone, Debug)]
struct QuietText {
    text: String,
    hard_wrapped: bool,
    noise: Vec<Range<usize>>,
    tokens: OnceCell<Tokens>,
}

impl Tokens {
    /// Splits `text` into its tokens.
    pub fn new(text: &str) -> Self {
        Lexer::new(text, false, None).lex()
    }

    /// Splits the text of a source. If the text is hard-wrapped, a hyphen at the end of a line may
    /// be the word's own or the wrapping's.
    pub fn from_source(text: &SourceText) -> Self {
        let hidden: Vec<usize> = text.odd_characters().iter().map(|odd| odd.offset).collect();
        let hard_wrapped = text.is_hard_wrapped();
        let mut tokens = Lexer::new(text.as_str(), hard_wrapped, Some(&hidden)).lex();
        let noise = noise::noise(text.as_str());
        if !noise.is_empty() {
            let text = noise::without(text.as_str(), &noise);
            let quiet = QuietText { text, hard_wrapped, noise, tokens: OnceCell::new() };
            tokens.quiet = Some(Box::new(quiet));
        }
        tokens
    }

    /// The tokens of a source without its noise: footnote marks, page numbers and the like. [`None`]
    /// if it has none.
    pub fn without_noise(&self) -> Option<&Self> {
        let quiet = self.quiet.as_ref()?;
        let lex = || Lexer::new(&quiet.text, quiet.hard_wrapped, None).lex();
        Some(quiet.tokens.get_or_init(lex))
    }

    /// The first noise inside these bytes.
    pub fn noise_within(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let noise = &self.quiet.as_ref()?.noise;
        let after = noise.partition_point(|range| range.start <= bytes.start);
        noise.get(after).filter(|range| range.end <= bytes.end).cloned()
    }

    /// The spelling of the words, one after the other with nothing between.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// Where the letters of the token at `index` begin and end; empty for a sign.
    pub fn letters_of(&self, index: usize) -> Range<usize> {
        let start = self.list[index].letters;
        let end = self.list.get(index + 1).map_or(self.letters.len(), |next| next.letters);
        start..end
    }

    /// The spelling of the word at `index`; empty for a sign.
    pub fn spelling(&self, index: usize) -> &str {
        &self.letters[self.letters_of(index)]
    }

    /// The word at `index` in lower case; empty for a sign and past the end.
    pub fn lower(&self, index: usize) -> &str {
        let Some(token) = self.list.get(index) else { return "" };
        let end = self.list.get(index + 1).map_or(self.lower.len(), |next| next.lower);
        &self.lower[token.lower..end]
    }

    /// The word that begins at byte `offset` of the letters, if one does.
    pub fn word_at_letter(&self, offset: usize) -> Option<usize> {
        let after = self.list.partition_point(|token| token.letters <= offset);
        let found = after.checked_sub(1)?;
        (self.list[found].letters == offset && self.list[found].kind == TokenKind::Word)
            .then_some(found)
    }

    /// The bytes from the first to the last token of `range`. An empty range has no width.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let start = self.list.get(range.start).map_or(0, |token| token.bytes.start);
        let end = range.end.checked_sub(1).and_then(|last| self.list.get(last));
        start..end.map_or(start, |token| token.bytes.end.max(start))
    }

    /// The tokens that begin within these bytes.
    pub fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.list.partition_point(|token| token.bytes.start < bytes.start);
        let end = self.list.partition_point(|token| token.bytes.start < bytes.end);
        start..end.max(start)
    }

    /// How many of the tokens in `range` are words.
    pub fn count_words(&self, range: Range<usize>) -> usize {
        self.list[range].iter().filter(|token| token.kind == TokenKind::Word).count()
    }

    /// Whether the text runs on from the token before `index` to the one at it without a break
    /// between words, so that no quotation may begin or end there: inside `stern-light`,
    /// `£20`, `31%` or `R&D`.
    pub fn joined_at(&self, index: usize) -> bool {
        let kind = |i: usize| self.list.get(i).map(|token| token.kind);
        let tight = |i: usize| self.list.get(i).is_some_and(|token| !token.spaced);
        let Some(before) = index.checked_sub(1).filter(|_| index < self.len()) else {
            return false;
        };
        let word = |i: usize| kind(i) == Some(TokenKind::Word);
        let binds = |i: usize| match kind(i) {
            Some(TokenKind::Dash(dash)) => dash != Dash::Parts,
            Some(TokenKind::Sign('&' | '@' | '_' | '/' | '+' | char::REPLACEMENT_CHARACTER)) => {
                tight(i) && tight(i + 1) && i > 0 && word(i - 1) && word(i + 1)
            }
            _ => false,
        };
        if tight(index) && word(before) && binds(index) && word(index + 1)
            || word(index) && binds(before)
        {
            return true;
        }
        tight(index)
            && match (kind(before), kind(index)) {
                (Some(TokenKind::Sign(sign)), Some(TokenKind::Word)) => {
                    is_currency(sign) || matches!(sign, '#' | '±' | '~')
                }
                (Some(TokenKind::Word), Some(TokenKind::Sign(sign))) => {
                    is_currency(sign) || matches!(sign, '%' | '‰' | '°')
                }
                _ => false,
            }
    }
}

/// The tokens themselves, as a slice.
impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.list
    }
}

/// Whether `c` is a sign of money.
pub fn is_currency(c: char) -> bool {
    matches!(c, '£' | '$' | '€' | '¥' | '¢' | '₹' | '₽' | '₩' | '₪' | '₺' | '₴')
}

/// Cuts a text into its tokens.
struct Lexer<'a> {
    text: &'a str,
    hard_wrapped: bool,
    chars: FoldedChars<'a>,
    tokens: Vec<Token>,
    letters: String,
    lower: String,
}

impl<'a> Lexer<'a> {
    /// `hidden` are the places of U+FFFD that only hide a character which is never shown; without
    /// them, all do.
    fn new(text: &'a str, hard_wrapped: bool, hidden: Option<&'a [usize]>) -> Self {
        let chars = FoldedChars::new(text, hidden);
        let (letters, lower) = (String::new(), String::new());
        Self { text, hard_wrapped, chars, tokens: Vec::new(), letters, lower }
    }

    fn lex(mut self) -> Tokens {
        #[cfg(test)]
        lexed_bytes::add(self.text.len());
        let mut spaced = false;
        while let Some(FoldedChar { char, mut bytes }) = self.chars.next() {
            let (letters, lower) = (self.letters.len(), self.lower.len());
            let kind = match char {
                ' ' => {
                    spaced = true;
                    continue;
                }
                '"' | '\'' => continue,
                '-' | '–' | '—' => self.dash(char, &mut bytes, spaced),
                '…' => TokenKind::Ellipsis,
                '.' => self.dots(&mut bytes),
                c if begins_word(c) => self.word(c, &mut bytes),
                c => TokenKind::Sign(c),
            };
            push_lower(&mut self.lower, &self.letters[letters..]);
            self.tokens.push(Token { bytes, kind, spaced, letters, lower });
            spaced = false;
        }
        Tokens { list: self.tokens, letters: self.letters, lower: self.lower, quiet: None }
    }

    /// Takes the rest of a word whose first character is given.
    fn word(&mut self, first: char, bytes: &mut Range<usize>) -> TokenKind {
        self.letters.push(first);
        let mut last = first;
        if stands_alone(first) {
            return TokenKind::Word;
        }
        loop {
            let plain = self.chars.take_plain();
            self.letters.push_str(plain);
            bytes.end += plain.len();
            last = plain.chars().next_back().unwrap_or(last);
            let Some(c) = self.chars.peek(0) else { break };
            let inside = match c {
                '\'' => {
                    last.is_alphanumeric() && self.chars.peek(1).is_some_and(char::is_alphanumeric)
                }
                '.' | ',' | ':' => {
                    last.is_numeric() && self.chars.peek(1).is_some_and(char::is_numeric)
                }
                c => (begins_word(c) && !stands_alone(c)) || is_combining_mark(c),
            };
            if !inside {
                break;
            }
            let Some(folded) = self.chars.next() else { break };
            self.letters.push(c);
            bytes.end = folded.bytes.end;
            last = c;
        }
        TokenKind::Word
    }

    /// Takes the dashes that follow a first one, and returns what they do.
    fn dash(&mut self, first: char, bytes: &mut Range<usize>, spaced: bool) -> TokenKind {
        let mut single = true;
        while matches!(self.chars.peek(0), Some('-' | '–' | '—')) {
            single = false;
            bytes.end = self.chars.next().map_or(bytes.end, |folded| folded.bytes.end);
        }
        let before = self.tokens.last().map(|last| &self.letters[last.letters..]);
        let after_word = before.is_some_and(|word| !word.is_empty()) && !spaced;
        let after_number =
            after_word && before.is_some_and(|word| word.ends_with(char::is_numeric));
        let after_share = !spaced
            && self
                .tokens
                .last()
                .is_some_and(|last| matches!(last.kind, TokenKind::Sign('%' | '‰' | '°')));
        let rest = &self.text[bytes.end..];
        let next = rest.trim_start_matches(char::is_whitespace);
        let blank = &rest[..rest.len() - next.len()];
        let before_word = next.starts_with(begins_word);
        let before_number = next.starts_with(char::is_numeric);
        let line_ends = breaks_line(blank) && (self.hard_wrapped || blank.contains(PAGE_END));
        TokenKind::Dash(match (first, blank.is_empty()) {
            _ if !single => Dash::Parts,
            ('-', true) if after_word && before_word => Dash::Joins,
            ('-', false) if after_word && before_word && line_ends => Dash::Wraps,
            ('–', true) if after_number && before_number => Dash::Joins,
            ('-' | '–', true) if after_share && before_number => Dash::Joins,
            ('-' | '–', true) if !after_word && before_number => Dash::Minus,
            _ => Dash::Parts,
        })
    }

    /// Takes the dots, spaced or not, that make an ellipsis with a first one. Of four the first
    /// ends a sentence.
    fn dots(&mut self, bytes: &mut Range<usize>) -> TokenKind {
        let (mut dots, mut last, mut ahead) = (1, 0, 0);
        while dots <= 3 {
            match (self.chars.peek(ahead), self.chars.peek(ahead + 1)) {
                (Some('.'), _) => {
                    dots += 1;
                    last = ahead + 1;
                }
                (Some(' '), Some('.')) => {}
                _ => break,
            }
            ahead += 1;
        }
        if dots != 3 {
            return TokenKind::Sign('.');
        }
        for folded in self.chars.by_ref().take(last) {
            bytes.end = folded.bytes.end;
        }
        TokenKind::Ellipsis
    }
}

/// Adds a word in lower case.
fn push_lower(lower: &mut String, word: &str) {
    if word.is_ascii() {
        lower.extend(word.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        lower.push_str(&word.to_lowercase());
    }
}

fn begins_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// A letter of a script that is written without spaces, where each counts as a word.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// How many bytes of text this thread has cut into tokens, for tests.
#[cfg(test)]
pub mod lexed_bytes {
    use std::cell::Cell;

    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    /// Adds to the count.
    pub fn add(bytes: usize) {
        COUNT.set(COUNT.get() + bytes);
    }

    /// Returns the count and starts again.
    pub fn take() -> usize {
        COUNT.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens_of_lines(text: &str) -> Tokens {
        Lexer::new(text, true, None).lex()
    }

    fn shown(text: &str) -> Vec<String> {
        let tokens = tokens_of_lines(text);
        (0..tokens.len())
            .map(|i| match tokens[i].kind {
                TokenKind::Word => tokens.spelling(i).to_owned(),
                TokenKind::Dash(Dash::Joins) => "-".to_owned(),
                TokenKind::Dash(Dash::Parts) => "–".to_owned(),
                TokenKind::Dash(Dash::Minus) => "–#".to_owned(),
                TokenKind::Dash(Dash::Wraps) => "-/".to_owned(),
                TokenKind::Ellipsis => "…".to_owned(),
                TokenKind::Sign(sign) => sign.to_string(),
            })
            .collect()
    }

    #[test]
    fn parts_words_from_signs_and_drops_quotation_marks() {
        assert_eq!(
            shown("“It’s lit,” he said: ‘no’."),
            ["It's", "lit", ",", "he", "said", ":", "no", "."]
        );
        assert_eq!(
            shown("the boys’ £1,000.50 at 10:30"),
            ["the", "boys", "£", "1,000.50", "at", "10:30"]
        );
    }

    #[test]
    fn tells_what_a_dash_does() {
        assert_eq!(
            shown("stern-light – lit -- un-\ntil – 3–5"),
            ["stern", "-", "light", "–", "lit", "–", "un", "-/", "til", "–", "3", "-", "5"]
        );
        assert_eq!(shown("31%–40% at -5"), ["31", "%", "-", "40", "%", "at", "–#", "5"]);
    }

    #[test]
    fn takes_three_dots_for_an_ellipsis() {
        assert_eq!(
            shown("a... b . . . c.... d… e. f.."),
            ["a", "…", "b", "…", "c", ".", "…", "d", "…", "e", ".", "f", ".", "."]
        );
    }

    #[test]
    fn lets_no_quotation_begin_or_end_inside_a_word() {
        let joined = |text: &str| {
            let tokens = tokens_of_lines(text);
            (0..tokens.len())
                .filter(|&i| tokens.joined_at(i))
                .map(|i| tokens[i].bytes.start)
                .collect::<Vec<_>>()
        };
        assert_eq!(joined("a-b"), [1, 2]);
        assert_eq!(joined("a – b, (c) d/e"), [14, 15]);
        assert_eq!(joined("£20 31% -5"), [2, 7, 10]);
        assert!(joined("word—5 and it. Then").is_empty());
    }

    #[test]
    fn counts_each_letter_of_scripts_without_spaces() {
        assert_eq!(shown("日本"), ["日", "本"]);
    }
}
