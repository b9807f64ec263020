//! A source as quotations are looked for in it: its words, its quotation marks and its voices.

pub mod attribution;
pub mod normal;
pub mod party_names;
pub mod qualifiers;
pub mod quotation_marks;
mod text;
pub mod words;

use std::ops::Range;

pub use text::SourceText;

use attribution::{Attribution, Parties, Telling, Turn, Voice};
use quotation_marks::Stretch;
use words::{Kind, Words};

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
    attributions: Vec<Attribution>,
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
    /// Of more than one speaker, with nothing between.
    Mixed,
}

impl<'a> Ground<'a> {
    /// Reads `text` as the source of `brief`.
    pub fn of(text: &'a SourceText, brief: &Brief) -> Self {
        let words = Words::of(text.as_str(), text.is_hard_wrapped());
        let stretches = quotation_marks::stretches(text.as_str(), text.paragraphs());
        let parties = Parties::of(brief);
        let attributions = attribution::attributions(text, &words, &stretches, &parties);
        let transcript = matches!(
            brief.source.kind,
            SourceType::Debate | SourceType::Interview | SourceType::Broadcast
        );
        let turns = transcript.then(|| attribution::turns(text, &words, &parties));
        Self { text, words, stretches, attributions, turns, own: brief.source.by.clone() }
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
            let turn = |offset: usize| {
                turns.partition_point(|turn| turn.start <= offset).saturating_sub(1)
            };
            let (first, last) = (turn(bytes.start), turn(bytes.end));
            let voice = turns[first].voice.clone();
            let same = turns[first..=last].iter().all(|turn| turn.voice == voice);
            return if same {
                Standing::Speech(voice.unwrap_or(Voice::Unknown(0)))
            } else {
                Standing::Mixed
            };
        }
        self.marked(range, speaker)
    }

    /// Whom the source surely gives the tokens in `range` to, where that is a party other than `speaker`:
    /// by a name and a verb of speech side by side, or by a verb in a sentence that does not name the
    /// speaker.
    pub fn given_to_other(&self, range: &Range<usize>, speaker: &Id) -> Option<&Id> {
        let start = self.words.tokens().get(range.start)?.bytes.start;
        let attribution = &self.attributions[quotation_marks::find(&self.stretches, start)?];
        let Voice::Party(voice) = &attribution.voice else { return None };
        let sure = match attribution.by {
            Telling::NameAndVerb => true,
            Telling::Verb => !attribution.named.contains(speaker),
            Telling::Mention => false,
        };
        (sure && voice != speaker && self.turns.is_none()).then_some(voice)
    }

    /// The voice of a stretch, for a quote by `speaker`: where it is not quite clear who speaks, the speaker may,
    /// if the sentence names them.
    fn voice_for(&self, stretch: usize, speaker: Option<&Id>) -> Voice {
        let attribution = &self.attributions[stretch];
        match speaker {
            Some(id) if attribution.by < Telling::NameAndVerb && attribution.named.contains(id) => {
                Voice::Party(id.clone())
            }
            _ => attribution.voice.clone(),
        }
    }

    /// Whose words tokens are by the quotation marks they stand in, every word of them.
    fn marked(&self, range: &Range<usize>, speaker: Option<&Id>) -> Standing {
        let tokens = &self.words.tokens()[range.clone()];
        let mut words = tokens.iter().filter(|token| token.kind == Kind::Word).peekable();
        let mut standing = Standing::Reporter;
        while let Some(word) = words.next() {
            let Some(stretch) = quotation_marks::find(&self.stretches, word.bytes.start) else {
                return Standing::Reporter;
            };
            let here = Standing::Speech(self.voice_for(stretch, speaker));
            standing = if matches!(standing, Standing::Reporter) || standing == here {
                here
            } else {
                Standing::Mixed
            };
            let end = self.stretches[stretch].bytes.end;
            while words.next_if(|next| next.bytes.start < end).is_some() {}
        }
        standing
    }

    /// In a text that is the speaker's own, the voice is theirs but where it quotes somebody else.
    fn own_voice(&self, range: &Range<usize>, speaker: Option<&Id>) -> Voice {
        let own = || speaker.map_or(Voice::Unknown(0), |id| Voice::Party(id.clone()));
        match self.marked(range, speaker) {
            Standing::Speech(voice @ (Voice::Party(_) | Voice::Other(_))) => voice,
            Standing::Speech(Voice::Unknown(_)) | Standing::Reporter | Standing::Mixed => own(),
        }
    }

    /// The tokens of the speech around a range that [`standing`](Self::standing) gives to a voice: the
    /// stretch that it begins in, up to the one that it ends in.
    pub fn speech_around(&self, range: &Range<usize>) -> Range<usize> {
        let bytes = self.words.bytes(range.clone());
        let stretch = |offset: usize| {
            quotation_marks::find(&self.stretches, offset).map(|i| &self.stretches[i].bytes)
        };
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
                self.text.paragraph_at(bytes.start)
                    ..=self.text.paragraph_at(bytes.end.saturating_sub(1))
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
