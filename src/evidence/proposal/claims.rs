//! Claims, from sentences with figures, and what is reported without them.

use std::ops::Range;

use super::FILL_IN;
use super::items::ItemReader;
use super::sentences::{SentenceVoice, TextSentence};
use crate::brief::{Claim, Id, Speaker};
use crate::evidence::figures::{FigureReading, figures_in};
use crate::evidence::source::english;
use crate::evidence::speech::{Teller, reports};

impl ItemReader<'_> {
    pub(super) fn read_claim(&mut self, sentence: &TextSentence) -> Option<()> {
        if !self.has_figure(sentence) {
            return None;
        }
        let told = self.sentences.get(&(sentence.bytes.start, true));
        let told = told.and_then(|id| self.quotes.iter().find(|found| found.quote.id == *id));
        let told = told.and_then(|found| found.quote.by.parties().first().cloned());
        let by = match &sentence.spoken {
            SentenceVoice::By(speaker, true) => Speaker::Party(speaker.clone()),
            SentenceVoice::By(_, false) => return None,
            _ if told.is_some() => told.map_or(Speaker::Source, Speaker::Party),
            _ => match reports(&self.source.tokens, self.mentions, &sentence.tokens) {
                Teller::Parties(tellers) => Speaker::Party(tellers.first()?.clone()),
                _ if !matches!(sentence.spoken, SentenceVoice::Nothing) => return None,
                Teller::Nobody => Speaker::Source,
                Teller::Other if self.tells_findings(&sentence.tokens) => Speaker::Source,
                Teller::Other => return None,
            },
        };
        if !self.claims_left.take(sentence.paragraph) {
            return None;
        }
        let quote = match (&sentence.spoken, &by) {
            (SentenceVoice::By(..), _) => self.spoken_evidence(sentence)?,
            (_, by) => self.reported_evidence(sentence, by.party().cloned())?,
        };
        let id = Id::of_file(&format!("c{}", self.claims.len() + 1));
        let (text, evidence, links) = (FILL_IN.into(), vec![quote], Vec::new());
        let claim = Claim { id, text, by, evidence, links, inferred: false, note: None };
        let words = self.source.text.on_one_line(&sentence.bytes);
        self.claims.push((claim, sentence.bytes.start, words));
        Some(())
    }

    /// Whether a sentence tells what was found, and not what somebody says.
    fn tells_findings(&self, tokens: &Range<usize>) -> bool {
        let mut verbs = tokens.clone().filter_map(|at| {
            let word = self.source.tokens.spelling(at).to_lowercase();
            english::REPORTING_VERBS.contains(&word.as_str()).then_some(word)
        });
        verbs.all(|verb| english::FINDINGS.contains(&verb.as_str()))
    }

    /// Whether a sentence has an amount of something that is more than a count of a few; outside
    /// quotation marks, if they are around a part of it.
    fn has_figure(&self, sentence: &TextSentence) -> bool {
        let text = self.source.text.as_str();
        let is_mixed = matches!(sentence.spoken, SentenceVoice::InPart);
        let figures = figures_in(text, &self.source.tokens, sentence.tokens.clone());
        figures.iter().any(|figure| {
            let printed = &text[figure.bytes.clone()];
            let in_digits = printed.contains(|c: char| c.is_ascii_digit());
            let is_small = !in_digits && figure.readings.iter().any(FigureReading::is_small_count);
            let counts = figure.is_amount(in_digits) && !figure.is_weak;
            let is_said = is_mixed && self.is_quoted(&figure.bytes);
            let is_number = self.is_number(&figure.bytes, &sentence.bytes);
            counts && !is_small && !is_number && !is_said
        })
    }

    /// Whether a figure is no amount but a number of a list, a case or a telephone: `call 101`.
    fn is_number(&self, figure: &Range<usize>, sentence: &Range<usize>) -> bool {
        let text = self.source.text.as_str();
        let (before, after) = (&text[sentence.start..figure.start], &text[figure.end..]);
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
        let is_of_list = before.is_empty() && after.starts_with(['.', ')']);
        let is_in_name = before.ends_with('/') || after.starts_with('/');
        let digits = text[figure.clone()].chars().filter(char::is_ascii_digit).count();
        let is_dialled = text[figure.clone()].starts_with('0')
            && digits > 2
            && !text[figure.clone()].contains('.');
        is_of_list || is_in_name || is_dialled || english::BEFORE_NUMBERS.contains(&word.as_str())
    }

    pub(super) fn read_report(&mut self, sentence: &TextSentence) -> Option<()> {
        // A phrase of it that is quoted is enough.
        if self.quotes.iter().any(|found| sentence.holds(&found.bytes)) {
            return None;
        }
        let SentenceVoice::Nothing = sentence.spoken else { return None };
        let Teller::Parties(tellers) =
            reports(&self.source.tokens, self.mentions, &sentence.tokens)
        else {
            return None;
        };
        self.reported_evidence(sentence, Some(tellers.first()?.clone()))?;
        Some(())
    }
}
