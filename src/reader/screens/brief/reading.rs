//! The text of the source, read by sentence: which sentences are chosen.

use std::ops::Range;

use super::{BriefScreen, SOURCE};
use crate::evidence::SourceText;
use crate::reader::list::RowId;
use crate::reader::screens::{Around, Screen};

impl BriefScreen {
    /// Returns whether the Source pane has the focus and the text of the source in it.
    pub fn is_reading(&self) -> bool {
        self.pane == SOURCE && self.selected_paragraph().is_some()
    }

    /// Returns the number of the selected paragraph of the source, counted from 1.
    pub fn selected_paragraph(&self) -> Option<usize> {
        match self.list(SOURCE).selected()? {
            RowId::Paragraph(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the bytes of the sentences that are chosen, if the Source pane has the focus.
    pub fn chosen(&self) -> Option<Range<usize>> {
        (self.is_reading() && !self.chosen.is_empty()).then(|| self.chosen.clone())
    }

    /// Chooses the sentence this many after the chosen ones, or before them. Says whether there is one.
    pub fn step_sentence(&mut self, count: isize, around: &Around<'_>) -> bool {
        let Some(text) = self.text(around) else { return false };
        let mut there = self.chosen.clone();
        for _ in 0..count.unsigned_abs() {
            let next = if count > 0 { after(text, &there) } else { before(text, &there) };
            match next {
                Some(next) => there = next,
                None => break,
            }
        }
        let moves = there != self.chosen;
        self.choose(there, text);
        moves
    }

    /// Chooses the next sentence too. Says whether there is one.
    pub fn extend_chosen(&mut self, around: &Around<'_>) -> bool {
        let Some(text) = self.text(around) else { return false };
        let Some(next) = after(text, &self.chosen) else { return false };
        self.choose(self.chosen.start..next.end, text);
        true
    }

    /// Chooses the first of several chosen sentences alone. Says whether there are several.
    pub fn unextend_chosen(&mut self, around: &Around<'_>) -> bool {
        let Some(text) = self.text(around).filter(|_| self.is_reading()) else { return false };
        let paragraph = text.paragraph_at(self.chosen.start) as usize;
        let mut sentences = text.sentences(paragraph).into_iter();
        let first = sentences.find(|sentence| sentence.start == self.chosen.start);
        let Some(first) = first.filter(|first| *first != self.chosen) else { return false };
        self.choose(first, text);
        true
    }

    /// Chooses the sentence that has a byte of the text.
    pub fn choose_at(&mut self, offset: usize, text: &SourceText) {
        let paragraph = text.paragraph_at(offset) as usize;
        let sentence = text.sentences(paragraph).into_iter().find(|one| offset < one.end);
        if let Some(sentence) = sentence {
            self.choose(sentence, text);
        }
    }

    /// Chooses the first sentence of the selected paragraph, unless one that is chosen is in it.
    pub fn settle_chosen(&mut self, around: &Around<'_>) {
        let Some((text, selected)) = self.text(around).zip(self.selected_paragraph()) else {
            self.chosen = 0..0;
            return;
        };
        let is_end = |sentence: &Range<usize>| sentence.end == self.chosen.end;
        let sentences = text.sentences(selected);
        let holds = sentences.iter().any(is_end) && has_start(text, self.chosen.start);
        if !holds {
            self.chosen = sentences.first().cloned().unwrap_or_default();
        }
    }

    fn choose(&mut self, bytes: Range<usize>, text: &SourceText) {
        let last = bytes.end.saturating_sub(1).max(bytes.start);
        let source = self.list_mut(SOURCE);
        source.want(RowId::Paragraph(text.paragraph_at(last) as usize));
        source.seek_chosen();
        self.chosen = bytes;
    }

    fn text<'a>(&self, around: &Around<'a>) -> Option<&'a SourceText> {
        self.entry(around)?.text()
    }
}

/// Returns whether a sentence of the text begins at a byte.
fn has_start(text: &SourceText, start: usize) -> bool {
    let paragraph = text.paragraph_at(start) as usize;
    text.sentences(paragraph).iter().any(|sentence| sentence.start == start)
}

fn after(text: &SourceText, chosen: &Range<usize>) -> Option<Range<usize>> {
    let here = text.paragraph_at(chosen.end.saturating_sub(1)) as usize;
    let mut sentences = (here..=text.paragraphs().len()).flat_map(|number| text.sentences(number));
    sentences.find(|sentence| chosen.end <= sentence.start)
}

fn before(text: &SourceText, chosen: &Range<usize>) -> Option<Range<usize>> {
    let here = text.paragraph_at(chosen.start) as usize;
    let sentences = (1..=here).rev().map(|number| text.sentences(number));
    let mut sentences = sentences.flat_map(|sentences| sentences.into_iter().rev());
    sentences.find(|sentence| sentence.end <= chosen.start)
}
