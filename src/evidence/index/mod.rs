//! A source, read once: its tokens, quotation marks, sentences and figures, and who says what. Every
//! quotation and rule looks into one [`SourceIndex`].

pub mod passages;
pub mod sentences;

use std::cell::OnceCell;
use std::ops::Range;

use passages::PassageIndex;

use super::figures::{FigureSet, figures_in};
use super::source::SourceText;
use super::source::attribution::{self, Attribution, Certainty, SpokenBy};
use super::source::party_names::PartyIndex;
use super::source::quotation_marks::{self, QuotedSpan};
use super::source::surroundings::surroundings;
use super::source::turns::{Turn, turns};
use super::source::words::{TokenKind, Tokens};
use crate::brief::{Brief, Id, SourceType};

/// A source's text, read once for all quotes and rules of a brief.
pub struct SourceIndex<'a> {
    /// The text.
    pub text: &'a SourceText,
    /// Its tokens.
    pub tokens: Tokens,
    /// Its parts in quotation marks.
    pub quoted_spans: Vec<QuotedSpan>,
    /// Its paragraphs as the rules need them, each read when it is first asked for.
    passages: Vec<OnceCell<PassageIndex>>,
    figures: OnceCell<FigureSet>,
    /// Who speaks in each quoted span.
    attributions: Vec<Attribution>,
    /// Whose turn is where, if it is a transcript.
    turns: Option<Vec<Turn>>,
    /// The party whose own words the whole text is.
    own: Option<Id>,
}

/// Whose words a part of the source is, as far as one quote is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassageOwner {
    /// Nobody's but the source's: outside its quotation marks.
    Reporter,
    /// Somebody's.
    Speaker(SpokenBy),
    /// Of more than one speaker, with nothing between.
    Several,
}

impl<'a> SourceIndex<'a> {
    /// Reads `text` as the source of `brief`.
    pub fn new(text: &'a SourceText, brief: &Brief) -> Self {
        let tokens = Tokens::from_source(text);
        let quoted_spans = quotation_marks::quoted_spans(text.as_str(), text.paragraphs());
        let surroundings = surroundings(text, &tokens, &quoted_spans);
        let parties = PartyIndex::new(brief);
        let attributions =
            attribution::attributions(text, &tokens, &quoted_spans, &surroundings, &parties);
        let is_transcript = matches!(
            brief.source.kind,
            SourceType::Debate | SourceType::Interview | SourceType::Broadcast
        );
        let turns = is_transcript.then(|| turns(text, &tokens, &parties));
        let passages = text.paragraphs().iter().map(|_| OnceCell::new()).collect();
        let own = brief.source.by.clone();
        let figures = OnceCell::new();
        Self { text, tokens, quoted_spans, passages, figures, attributions, turns, own }
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

    /// Whether the source is the record of what people said, by turns.
    pub fn is_transcript(&self) -> bool {
        self.turns.is_some()
    }

    /// Whose words the tokens in `range` are, for a quote by `speaker`.
    pub fn owner_of(&self, range: &Range<usize>, speaker: Option<&Id>) -> PassageOwner {
        let bytes = self.tokens.bytes(range.clone());
        if speaker.is_some() && speaker == self.own.as_ref() {
            return PassageOwner::Speaker(self.spoken_in_own_text(range, speaker));
        }
        if let Some(turns) = &self.turns {
            let turn = |offset: usize| {
                turns.partition_point(|turn| turn.start <= offset).saturating_sub(1)
            };
            let (first, last) = (turn(bytes.start), turn(bytes.end));
            let spoken_by = turns[first].spoken_by.clone();
            let same = turns[first..=last].iter().all(|turn| turn.spoken_by == spoken_by);
            return if same {
                PassageOwner::Speaker(spoken_by.unwrap_or(SpokenBy::Unknown(0)))
            } else {
                PassageOwner::Several
            };
        }
        self.owner_by_marks(range, speaker)
    }

    /// The party other than `speaker` to whom the source surely gives the tokens in `range`: by a
    /// name and a verb of speech side by side, or by a verb in a sentence that does not name the
    /// speaker.
    pub fn given_to_other(&self, range: &Range<usize>, speaker: &Id) -> Option<&Id> {
        let start = self.tokens.get(range.start)?.bytes.start;
        let attribution = &self.attributions[quotation_marks::span_at(&self.quoted_spans, start)?];
        let SpokenBy::Party(spoken_by) = &attribution.spoken_by else { return None };
        let sure = match attribution.certainty {
            Certainty::NameAndVerb => true,
            Certainty::Verb => !attribution.named.contains(speaker),
            Certainty::Mention => false,
        };
        (sure && spoken_by != speaker && self.turns.is_none()).then_some(spoken_by)
    }

    /// Who speaks in a quoted span, for a quote by `speaker`. If the source is not quite clear, the
    /// speaker may, provided that the sentence names them.
    fn spoken_in(&self, span: usize, speaker: Option<&Id>) -> SpokenBy {
        let attribution = &self.attributions[span];
        match speaker {
            Some(id)
                if attribution.certainty < Certainty::NameAndVerb
                    && attribution.named.contains(id) =>
            {
                SpokenBy::Party(id.clone())
            }
            _ => attribution.spoken_by.clone(),
        }
    }

    /// Whose words tokens are by the quotation marks around them, every word of them.
    fn owner_by_marks(&self, range: &Range<usize>, speaker: Option<&Id>) -> PassageOwner {
        let tokens = &self.tokens[range.clone()];
        let mut words = tokens.iter().filter(|token| token.kind == TokenKind::Word).peekable();
        let mut owner = PassageOwner::Reporter;
        while let Some(word) = words.next() {
            let Some(span) = quotation_marks::span_at(&self.quoted_spans, word.bytes.start) else {
                return PassageOwner::Reporter;
            };
            let here = PassageOwner::Speaker(self.spoken_in(span, speaker));
            owner = if matches!(owner, PassageOwner::Reporter) || owner == here {
                here
            } else {
                PassageOwner::Several
            };
            let end = self.quoted_spans[span].bytes.end;
            while words.next_if(|next| next.bytes.start < end).is_some() {}
        }
        owner
    }

    /// In a text that is the speaker's own they speak, except if it quotes somebody else.
    fn spoken_in_own_text(&self, range: &Range<usize>, speaker: Option<&Id>) -> SpokenBy {
        let own = || speaker.map_or(SpokenBy::Unknown(0), |id| SpokenBy::Party(id.clone()));
        match self.owner_by_marks(range, speaker) {
            PassageOwner::Speaker(spoken_by @ (SpokenBy::Party(_) | SpokenBy::Other(_))) => {
                spoken_by
            }
            PassageOwner::Speaker(SpokenBy::Unknown(_))
            | PassageOwner::Reporter
            | PassageOwner::Several => own(),
        }
    }

    /// The tokens of the speech around a range that [`owner_of`](Self::owner_of) gives to a
    /// speaker: the quoted span or paragraph that it begins in, up to the one that it ends in.
    pub fn speech_around(&self, range: &Range<usize>) -> Range<usize> {
        let bytes = self.tokens.bytes(range.clone());
        let span = |offset: usize| {
            quotation_marks::span_at(&self.quoted_spans, offset)
                .map(|i| &self.quoted_spans[i].bytes)
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
