//! A source, read once: its tokens, quotation marks, sentences and figures, and who says what. Every
//! quotation and rule looks into one [`SourceIndex`].

pub mod passages;
pub mod sentences;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use passages::PassageIndex;

use super::effort::Effort;
use super::figures::{FigureSet, figures_in};
use super::source::quotation_marks;
use super::source::words::{TokenKind, Tokens};
use super::source::{SourceText, english};
use super::speech::{Cast, Certainty, Mentions, Owner, SpeechMap};
use crate::brief::{Brief, Id};

/// A source's text, read once for all quotes and rules of a brief.
pub struct SourceIndex<'a> {
    /// The text.
    pub text: &'a SourceText,
    /// Its tokens.
    pub tokens: Tokens,
    /// Who speaks where.
    pub speech: SpeechMap,
    /// Its paragraphs as the rules need them, each read when it is first asked for.
    passages: Vec<OnceCell<PassageIndex>>,
    figures: OnceCell<FigureSet>,
    /// Where each word of the text is, whatever its case; made when it is first asked for.
    words: OnceCell<HashMap<String, Vec<usize>>>,
    /// The work that is left for quotations.
    pub effort: Effort,
    /// The tokens where the text names each party, in order.
    named: HashMap<Id, Vec<usize>>,
    /// The tokens of each word for a post or a kind of body, in order.
    kinds: HashMap<String, Vec<usize>>,
}

impl<'a> SourceIndex<'a> {
    /// Reads `text` as the source of `brief`.
    pub fn new(text: &'a SourceText, brief: &Brief) -> Self {
        let tokens = Tokens::from_source(text);
        let quoted_spans = quotation_marks::quoted_spans(text.as_str(), text.paragraphs());
        let mentions = Mentions::new(text, &tokens, Cast::of_brief(brief));
        let mut named: HashMap<Id, Vec<usize>> = HashMap::new();
        for (token, id) in mentions.parties() {
            named.entry(id).or_default().push(token);
        }
        let kinds = kinds(&tokens);
        let speech = SpeechMap::new(text, &tokens, quoted_spans, &mentions, brief.source.kind);
        let passages = text.paragraphs().iter().map(|_| OnceCell::new()).collect();
        Self {
            text,
            tokens,
            speech,
            passages,
            figures: OnceCell::new(),
            words: OnceCell::new(),
            effort: Effort::new(),
            named,
            kinds,
        }
    }

    /// The paragraph with this number, counted from 1.
    pub fn passage(&self, number: u32) -> Option<&PassageIndex> {
        let index = (number as usize).checked_sub(1)?;
        let bytes = self.text.paragraphs().get(index)?;
        let read = || PassageIndex::new(self.text.as_str(), &self.tokens, bytes);
        Some(self.passages[index].get_or_init(read))
    }

    /// Every paragraph.
    pub fn passages(&self) -> impl Iterator<Item = &PassageIndex> {
        (1..).map_while(|number| self.passage(number))
    }

    /// The figures of the whole text. One that runs over the end of a paragraph is whole here.
    pub fn figures(&self) -> &FigureSet {
        let read =
            || FigureSet::new(figures_in(self.text.as_str(), &self.tokens, 0..self.tokens.len()));
        self.figures.get_or_init(read)
    }

    /// The tokens that are `word`, which is in lower case, in order.
    pub fn places_of(&self, word: &str) -> &[usize] {
        let places = self.words.get_or_init(|| {
            let mut places: HashMap<String, Vec<usize>> = HashMap::new();
            for token in 0..self.tokens.len() {
                if self.tokens[token].kind == TokenKind::Word {
                    let word = self.tokens.lower(token).to_owned();
                    places.entry(word).or_default().push(token);
                }
            }
            places
        });
        places.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whose words the tokens in `range` are.
    pub fn owner_of(&self, range: &Range<usize>) -> Owner<'_> {
        self.speech.owner_of(&self.tokens, range)
    }

    /// Whether the tokens in `range` name `party`.
    pub fn names(&self, party: &Id, range: &Range<usize>) -> bool {
        is_any_in(self.named.get(party), range)
    }

    /// Whether the tokens in `range` have the word `kind`, which is one for a post or a kind of body,
    /// in lower case.
    pub fn has_kind(&self, kind: &str, range: &Range<usize>) -> bool {
        is_any_in(self.kinds.get(kind), range)
    }

    /// Returns speech among the tokens of `range`: a turn or an announced paragraph that it runs into,
    /// or words in quotation marks, unless they are a phrase inside the range that the source marks.
    pub fn speech_in(&self, range: &Range<usize>) -> Option<Range<usize>> {
        /// A marked phrase of at most this many words may be a title or a word held at a distance.
        const PHRASE: usize = 3;
        let bytes = self.tokens.bytes(range.clone());
        let part = |speech: &Range<usize>| {
            let tokens = self.tokens.within(speech);
            let start = tokens.start.max(range.start);
            start..tokens.end.min(range.end).max(start)
        };
        let unmarked = overlapping(self.speech.unmarked(), |stretch| &stretch.bytes, &bytes);
        let unmarked = unmarked.filter(|stretch| stretch.voice.certainty > Certainty::Unknown);
        let unmarked = unmarked.map(|stretch| part(&stretch.bytes));
        let has_words = |tokens: &Range<usize>| self.tokens.count_words(tokens.clone()) > 0;
        let quoted = overlapping(&self.speech.quoted_spans, |span| &span.bytes, &bytes);
        let quoted = quoted.map(|span| (self.tokens.within(&span.bytes), part(&span.bytes)));
        let is_phrase = |whole: &Range<usize>, part: &Range<usize>| {
            whole == part && self.tokens.count_words(whole.clone()) <= PHRASE
        };
        let quoted = quoted.filter(|(whole, part)| !is_phrase(whole, part)).map(|(_, part)| part);
        unmarked.chain(quoted).find(has_words)
    }

    /// The tokens of the speech around a range that [`owner_of`](Self::owner_of) gives to a
    /// speaker: the quoted span or paragraph that it begins in, up to the one that it ends in.
    pub fn speech_around(&self, range: &Range<usize>) -> Range<usize> {
        let bytes = self.tokens.bytes(range.clone());
        let span = |offset: usize| {
            quotation_marks::span_at(&self.speech.quoted_spans, offset)
                .map(|i| &self.speech.quoted_spans[i].bytes)
        };
        let paragraph = |offset: usize| {
            let number = self.text.paragraph_at(offset) as usize - 1;
            self.text.paragraphs().get(number)
        };
        let around = |offset: usize| span(offset).or_else(|| paragraph(offset)).cloned();
        let start = around(bytes.start).map_or(bytes.start, |around| around.start);
        let end = around(bytes.end.saturating_sub(1)).map_or(bytes.end, |around| around.end);
        let tokens = self.tokens.within(&(start..end.max(start)));
        tokens.start.min(range.start)..tokens.end.max(range.end)
    }

    /// The paragraphs, counted from 1, that the tokens in these ranges are in.
    pub fn paragraphs(&self, ranges: &[Range<usize>]) -> Vec<u32> {
        let mut paragraphs: Vec<u32> = ranges
            .iter()
            .flat_map(|range| {
                let bytes = self.tokens.bytes(range.clone());
                self.text.paragraph_at(bytes.start)
                    ..=self.text.paragraph_at(bytes.end.saturating_sub(1))
            })
            .collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        paragraphs
    }

    /// The tokens from the paragraph `reach` before the first of `paragraphs` to the one `reach`
    /// after the last.
    pub fn around(&self, paragraphs: &[u32], reach: u32) -> Range<usize> {
        let all = self.text.paragraphs();
        let index = |number: u32| (number.max(1) as usize - 1).min(all.len().saturating_sub(1));
        let first = index(paragraphs.first().copied().unwrap_or(1).saturating_sub(reach));
        let last = index(paragraphs.last().copied().unwrap_or(1).saturating_add(reach));
        match (all.get(first), all.get(last)) {
            (Some(first), Some(last)) => self.tokens.within(&(first.start..last.end)),
            _ => 0..0,
        }
    }
}

/// Whether one of `places`, which are in order, is in `range`.
fn is_any_in(places: Option<&Vec<usize>>, range: &Range<usize>) -> bool {
    places.is_some_and(|places| {
        let first = places.partition_point(|place| *place < range.start);
        places.get(first).is_some_and(|place| *place < range.end)
    })
}

/// Where each word for a post or a kind of body is.
fn kinds(tokens: &Tokens) -> HashMap<String, Vec<usize>> {
    let mut kinds: HashMap<String, Vec<usize>> = HashMap::new();
    for token in 0..tokens.len() {
        let word = tokens.lower(token);
        if [english::ROLES, english::BODIES].iter().any(|list| list.contains(word)) {
            kinds.entry(word.to_owned()).or_default().push(token);
        }
    }
    kinds
}

/// Those of `stretches`, which are in order and apart, that share bytes with `bytes`.
fn overlapping<'a, T>(
    stretches: &'a [T],
    bytes_of: impl Fn(&T) -> &Range<usize>,
    bytes: &Range<usize>,
) -> impl Iterator<Item = &'a T> {
    let first = stretches.partition_point(|stretch| bytes_of(stretch).end <= bytes.start);
    let end = bytes.end;
    stretches[first..].iter().take_while(move |stretch| bytes_of(stretch).start < end)
}
