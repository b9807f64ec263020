//! Claims, from the sentences with figures that matter most, and what is reported without them.

use std::ops::Range;

use super::FILL_IN;
use super::allowance::named_paragraphs;
use super::items::ItemReader;
use super::sentences::{SentenceVoice, TextSentence};
use super::weights::{NOTE, Ranking, Weight, weight_of_figure, weight_of_place, weight_of_words};
use crate::brief::{Claim, Id, Speaker};
use crate::evidence::figures::{Figure, FigureReading, figures_in};
use crate::evidence::source::english;
use crate::evidence::speech::{Teller, reports};
use crate::text::Text;

/// A sentence that a claim can be made of.
struct ClaimSentence<'a> {
    sentence: &'a TextSentence,
    by: Speaker,
    /// How much its figures matter.
    weight: Weight,
}

impl ItemReader<'_> {
    /// Proposes claims: of the sentences with figures those that matter most, spread over the text. At
    /// most `most`; returns a note if there are more.
    pub(super) fn read_claims(&mut self, sentences: &[TextSentence], most: usize) -> Option<Text> {
        let found: Vec<ClaimSentence<'_>> =
            sentences.iter().filter_map(|sentence| self.claim_sentence(sentence)).collect();
        let places = found.iter().map(|found| (found.weight, found.sentence.paragraph));
        let paragraphs = self.source.text.paragraphs().len();
        let mut ranking = Ranking::new(places.collect(), paragraphs);
        while self.claims.len() < most {
            let (next, paragraph) = ranking.next()?;
            if self.add_claim(&found[next]).is_some() {
                ranking.take(paragraph);
            }
        }
        note_on_others(ranking.rest(), most)
    }

    /// Whose claim a sentence is, if it has a figure.
    fn claim_sentence<'a>(&self, sentence: &'a TextSentence) -> Option<ClaimSentence<'a>> {
        let weight = self.weight(sentence)?;
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
        Some(ClaimSentence { sentence, by, weight })
    }

    fn add_claim(&mut self, found: &ClaimSentence<'_>) -> Option<()> {
        let ClaimSentence { sentence, by, .. } = found;
        let quote = match (&sentence.spoken, by) {
            (SentenceVoice::By(..), _) => self.spoken_evidence(sentence)?,
            (_, by) => self.reported_evidence(sentence, by.party().cloned())?,
        };
        let id = Id::of_file(&format!("c{}", self.claims.len() + 1));
        let (text, evidence, links) = (FILL_IN.into(), [quote].into(), Box::default());
        let by = by.clone();
        let claim = Claim { id, text, by, evidence, links, inferred: false, note: None };
        let words = self.source.text.on_one_line(&sentence.bytes);
        self.claims.push((claim, sentence.bytes.start, words));
        Some(())
    }

    /// Whether a sentence tells what was found, and not what somebody says.
    fn tells_findings(&self, tokens: &Range<usize>) -> bool {
        let mut verbs = tokens.clone().filter_map(|at| {
            let word = self.source.tokens.lower(at);
            english::REPORTING_VERBS.contains(word).then_some(word)
        });
        verbs.all(|verb| english::FINDINGS.contains(verb))
    }

    /// How much the amounts in a sentence matter; [`None`] if it has none that is more than a count of
    /// a few, outside quotation marks if they are around a part of it.
    fn weight(&self, sentence: &TextSentence) -> Option<Weight> {
        let (text, tokens) = (self.source.text.as_str(), &self.source.tokens);
        let is_mixed = matches!(sentence.spoken, SentenceVoice::InPart);
        let figures = figures_in(text, tokens, sentence.tokens.clone());
        let counts = |figure: &&Figure| {
            let printed = &text[figure.bytes.clone()];
            let in_digits = printed.contains(|c: char| c.is_ascii_digit());
            let is_small = !in_digits && figure.readings.iter().any(FigureReading::is_small_count);
            let counts = figure.is_amount(in_digits) && !figure.is_weak;
            let is_said = is_mixed && self.is_quoted(&figure.bytes);
            let is_number = self.is_number(&figure.bytes, &sentence.bytes);
            counts && !is_small && !is_number && !is_said
        };
        let amounts = figures.iter().filter(counts);
        let heaviest = amounts.map(|figure| weight_of_figure(figure, tokens)).max()?;
        let words = tokens.count_words(0..sentence.tokens.start);
        let words = weight_of_place(words) + weight_of_words(tokens, &sentence.tokens);
        let is_note = self.notes_from.is_some_and(|notes| notes <= sentence.paragraph);
        Some(heaviest + words + if is_note { NOTE } else { 0 })
    }

    /// Whether a figure is no amount but a number of a list, a case or a telephone: `call 101`.
    fn is_number(&self, figure: &Range<usize>, sentence: &Range<usize>) -> bool {
        let text = self.source.text.as_str();
        let (before, after) = (&text[sentence.start..figure.start], &text[figure.end..]);
        let word = before_list(before).rsplit(' ').next().unwrap_or_default().to_lowercase();
        // `1. The board`, and a footnote: `1 Letter of the board`.
        let begins_name = || after.trim_start().starts_with(char::is_uppercase);
        let is_of_list = before.is_empty() && (after.starts_with(['.', ')']) || begins_name());
        let is_in_name = before.ends_with('/') || after.starts_with('/');
        let digits = text[figure.clone()].chars().filter(char::is_ascii_digit).count();
        let is_dialled = text[figure.clone()].starts_with('0')
            && digits > 2
            && !text[figure.clone()].contains('.');
        let mut next = after.split_whitespace().map(|word| word.trim_end_matches([',', '.']));
        // `the 42 bus`, but not `42 bus drivers`.
        let runs = next.next().is_some_and(|word| english::NUMBERED.contains(word))
            && !next.next().is_some_and(|word| english::AFTER_NUMBERED.contains(word));
        let is_named = runs || english::BEFORE_NUMBERS.contains(word.as_str());
        is_of_list || is_in_name || is_dialled || is_named
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

/// What comes before a figure, and before the others of its list: `routes` of `routes 4, 9 and 12`.
fn before_list(before: &str) -> &str {
    let is_of_list = |c: char| c.is_ascii_digit() || c == ',' || c.is_whitespace();
    let mut rest = before.trim_end();
    loop {
        let joined = ["and", "or", "to"].iter().find_map(|word| {
            let rest = rest.strip_suffix(word)?.strip_suffix(' ')?;
            rest.ends_with(|c: char| c.is_ascii_digit() || c == ',').then_some(rest)
        });
        let shorter = joined.unwrap_or(rest).trim_end_matches(is_of_list);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// What to say of the sentences with figures that are not proposed, which are in these paragraphs.
fn note_on_others(paragraphs: Vec<u32>, most: usize) -> Option<Text> {
    let named = named_paragraphs(paragraphs)?;
    Some(Text::flow(&format!(
        "Only {most} sentences with figures are proposed, those that seem to matter most; there are \
         more in {named}."
    )))
}
