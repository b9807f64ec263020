//! Lists of recommendations: `The Ombudsman recommends that:` or a heading, and its items.

use std::ops::Range;

use super::asks::asks_itself;
use super::items::ItemReader;
use super::sentences::SentenceVoice;
use crate::brief::{Id, Speaker};
use crate::evidence::source::english;
use crate::evidence::speech::names::plain_words;
use crate::evidence::speech::recommended;
use crate::text::lines_at;

/// A heading has at most this many words.
const HEADING: usize = 4;

/// A line that leads to a list has at most this many words.
const LEAD: usize = 60;

impl ItemReader<'_> {
    /// Reads each item below a line or a heading that calls it a recommendation as an ask.
    pub(super) fn read_recommendations(&mut self) {
        let text = self.source.text;
        let parties = self.mentions.parties();
        let mut by: Option<Id> = None;
        let mut known: Option<Id> = None;
        for paragraph in text.paragraphs() {
            let raw = &text.as_str()[paragraph.clone()];
            let items = items(raw);
            if items.is_empty() {
                by = self.lead(paragraph, &parties).or_else(|| {
                    let heads = is_heading(raw);
                    heads.then(|| known.clone().unwrap_or_else(|| self.publisher()))
                });
                known = by.clone().filter(|by| *by != self.publisher()).or(known);
                continue;
            }
            // `Recommendation 1: The board should act` needs no line above it.
            let is_named = plain_words(raw).first().is_some_and(|word| is_recommendation(word));
            let own = || known.clone().unwrap_or_else(|| self.publisher());
            let Some(by) = by.clone().or_else(|| is_named.then(own)) else { continue };
            for item in items {
                let item = paragraph.start + item.start..paragraph.start + item.end;
                self.read_recommendation(item, &by);
            }
        }
    }

    /// Who recommends what follows a line such as `The Ombudsman recommends that:`.
    fn lead(&self, paragraph: &Range<usize>, parties: &[(usize, Id)]) -> Option<Id> {
        let raw = self.source.text.as_str()[paragraph.clone()].trim_end();
        if !raw.ends_with(':') {
            return None;
        }
        let tokens = self.source.tokens.within(paragraph);
        let spelling = |at: usize| self.source.tokens.lower(at);
        let mut verb = tokens.clone().skip(tokens.len().saturating_sub(LEAD));
        let verb = verb.find(|at| english::RECOMMENDS.contains(spelling(*at)))?;
        let is_own = |at: usize| english::FIRST_PERSON.contains(spelling(at)) && at < verb;
        let first = parties.partition_point(|(at, _)| *at < tokens.start);
        let named = parties[first..].iter().take_while(|(at, _)| *at < verb);
        let party = named.last().map(|(_, id)| id.clone()).filter(|_| !tokens.clone().any(is_own));
        Some(party.unwrap_or_else(|| self.publisher()))
    }

    fn read_recommendation(&mut self, item: Range<usize>, by: &Id) -> Option<()> {
        let number = self.source.text.paragraph_at(item.start);
        let sentence = self.sentence(item, number);
        let deed = recommended(&self.source.tokens, self.mentions, &sentence.tokens)?;
        let reporter = match sentence.spoken {
            SentenceVoice::By(..) => None,
            SentenceVoice::Nothing => Some(Speaker::Source),
            SentenceVoice::InPart => return None,
        };
        let by = match &sentence.spoken {
            SentenceVoice::By(speaker, _) if *by == self.publisher() => speaker.clone(),
            _ => by.clone(),
        };
        if asks_itself(&deed, &by) || !self.recommendations_left.take(number) {
            return None;
        }
        self.add_ask(&sentence, &deed, by, reporter)
    }
}

/// `Recommendations`, `Our recommendations`, `5. Recommendations`
fn is_heading(raw: &str) -> bool {
    let words = plain_words(raw);
    words.len() <= HEADING
        && !raw.trim_end().ends_with('.')
        && words.last().is_some_and(|word| is_recommendation(word))
}

fn is_recommendation(word: &str) -> bool {
    english::RECOMMENDS.contains(word)
}

/// The items of a list in a paragraph, without their marks and without what joins them.
fn items(paragraph: &str) -> Vec<Range<usize>> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (at, line) in lines_at(paragraph) {
        starts.extend(mark(line).map(|mark| (at, at + mark)));
    }
    if starts.first().is_none_or(|(line, _)| !paragraph[..*line].trim().is_empty()) {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|(line, _)| *line).chain([paragraph.len()]);
    let items = starts.iter().zip(ends).map(|((_, start), end)| {
        let words = paragraph[*start..end].trim_end();
        let words = words.strip_suffix(" and").unwrap_or(words).trim_end_matches([';', ',', ' ']);
        *start..start + words.len()
    });
    items.filter(|item| item.start < item.end).collect()
}

/// How many bytes the mark of a list item takes up: `- `, `1. `, `(a) `, `Recommendation 1: `.
fn mark(line: &str) -> Option<usize> {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    let bullet = trimmed.strip_prefix(['-', '•', '*', '–', '—', '·', '▪', '◦']);
    let labelled = || {
        let (label, rest) = trimmed.split_once([':', '.', ')', ' '])?;
        let is_word = is_recommendation(&label.to_lowercase());
        let (number, rest) = if is_word { rest.split_once([':', '.'])? } else { (label, rest) };
        let number = number.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = number.trim_start_matches('R');
        let is_number = (1..=3).contains(&digits.len()) && digits.chars().all(char::is_numeric);
        let is_letter = number.len() == 1 && !trimmed[label.len()..].starts_with(' ');
        (is_number || is_letter).then_some(rest)
    };
    let rest = bullet.or_else(labelled)?;
    let words = rest.trim_start();
    (words.len() < rest.len()).then_some(indent + trimmed.len() - words.len())
}
