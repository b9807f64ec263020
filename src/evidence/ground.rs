//! A source as quotations are looked for in it: its words, its quotation marks and its voices.

use std::ops::Range;

use super::SourceText;
use super::marks::{self, Stretch};
use super::voices::{self, Parties, Turn, Voice};
use super::words::{Kind, Words};
use crate::brief::{Brief, Id, SourceType};

/// A source's text, read once for all quotes of a brief.
pub struct Ground<'a> {
    /// The text.
    pub text: &'a SourceText,
    /// Its words.
    pub words: Words,
    /// What stands in quotation marks.
    pub stretches: Vec<Stretch>,
    /// Who speaks in each stretch.
    voices: Vec<Voice>,
    /// Who speaks where, in a transcript; nothing in any other source.
    turns: Option<Vec<Turn>>,
    /// The party whose own words the whole text is.
    own: Option<Id>,
}

/// Whose words a part of the source is, as far as one quote is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody's but the source's: outside its quotation marks.
    Reporter,
    /// Somebody's.
    Speech(Voice),
}

impl<'a> Ground<'a> {
    /// Reads `text` as the source of `brief`.
    pub fn of(text: &'a SourceText, brief: &Brief) -> Self {
        let words = Words::of(text.as_str(), text.is_hard_wrapped());
        let stretches = marks::stretches(text.as_str(), text.paragraphs());
        let parties = Parties::of(brief);
        let voices = voices::voices(text, &words, &stretches, &parties);
        let transcript =
            matches!(brief.source.kind, SourceType::Debate | SourceType::Interview | SourceType::Broadcast);
        let turns = transcript.then(|| voices::turns(text, &words, &parties));
        Self { text, words, stretches, voices, turns, own: brief.source.by.clone() }
    }

    /// Whether the source is the record of what people said, by turns.
    pub fn is_transcript(&self) -> bool {
        self.turns.is_some()
    }

    /// Whose words the tokens in `range` are, for a quote by `speaker`.
    pub fn standing(&self, range: &Range<usize>, speaker: Option<&Id>) -> Standing {
        let bytes = self.words.bytes(range.clone());
        if speaker.is_some() && speaker == self.own.as_ref() {
            return Standing::Speech(self.own_voice(range, speaker));
        }
        if let Some(turns) = &self.turns {
            let turn = |offset: usize| turns.partition_point(|turn| turn.start <= offset).saturating_sub(1);
            let (first, last) = (turn(bytes.start), turn(bytes.end));
            let voice = |turn: usize| turns[turn].voice.clone().unwrap_or(Voice::Unknown(0));
            return if voice(first) == voice(last) {
                Standing::Speech(voice(first))
            } else {
                Standing::Reporter
            };
        }
        self.marked(range).map_or(Standing::Reporter, Standing::Speech)
    }

    /// The voice of tokens that all stand in quotation marks, and all in one voice's.
    fn marked(&self, range: &Range<usize>) -> Option<Voice> {
        let tokens = self.words.tokens();
        let first = marks::find(&self.stretches, tokens.get(range.start)?.bytes.start)?;
        let last_token = &tokens[range.end.checked_sub(1)?];
        if self.stretches[first].bytes.end >= last_token.bytes.end {
            return Some(self.voices[first].clone());
        }
        let words = tokens[range.clone()].iter().filter(|token| token.kind == Kind::Word);
        let mut stretches = words.map(|token| marks::find(&self.stretches, token.bytes.start));
        stretches
            .all(|stretch| stretch.is_some_and(|stretch| self.voices[stretch] == self.voices[first]))
            .then(|| self.voices[first].clone())
    }

    /// In a text that is the speaker's own, the voice is theirs but where it quotes somebody else.
    fn own_voice(&self, range: &Range<usize>, speaker: Option<&Id>) -> Voice {
        let own = || speaker.map_or(Voice::Unknown(0), |id| Voice::Party(id.clone()));
        match self.marked(range) {
            Some(Voice::Unknown(_)) | None => own(),
            Some(voice) => voice,
        }
    }

    /// The tokens of the speech around a range that [`standing`](Self::standing) gives to a voice: the
    /// stretch that it begins in, up to the one that it ends in.
    pub fn speech_around(&self, range: &Range<usize>) -> Range<usize> {
        let bytes = self.words.bytes(range.clone());
        let stretch = |offset: usize| marks::find(&self.stretches, offset).map(|i| &self.stretches[i].bytes);
        let paragraph = |offset: usize| {
            let number = self.text.paragraph_at(offset) as usize - 1;
            self.text.paragraphs().get(number)
        };
        let around = |offset: usize| stretch(offset).or_else(|| paragraph(offset)).cloned();
        let start = around(bytes.start).map_or(bytes.start, |around| around.start);
        let end = around(bytes.end.saturating_sub(1)).map_or(bytes.end, |around| around.end);
        let tokens = self.words.within(&(start..end.max(start)));
        tokens.start.min(range.start)..tokens.end.max(range.end)
    }

    /// The paragraphs, counted from 1, that the tokens in these ranges stand in.
    pub fn paragraphs(&self, ranges: &[Range<usize>]) -> Vec<u32> {
        let mut paragraphs: Vec<u32> = ranges
            .iter()
            .flat_map(|range| {
                let bytes = self.words.bytes(range.clone());
                self.text.paragraph_at(bytes.start)..=self.text.paragraph_at(bytes.end.saturating_sub(1))
            })
            .collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        paragraphs
    }

    /// The tokens from the paragraph `reach` before the first of `paragraphs` to the one `reach` after
    /// the last.
    pub fn around(&self, paragraphs: &[u32], reach: u32) -> Range<usize> {
        let all = self.text.paragraphs();
        let index = |number: u32| (number.max(1) as usize - 1).min(all.len().saturating_sub(1));
        let first = index(paragraphs.first().copied().unwrap_or(1).saturating_sub(reach));
        let last = index(paragraphs.last().copied().unwrap_or(1).saturating_add(reach));
        match (all.get(first), all.get(last)) {
            (Some(first), Some(last)) => self.words.within(&(first.start..last.end)),
            _ => 0..0,
        }
    }
}
