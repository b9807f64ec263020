//! Which figures matter: money, shares and people before counts and measures, with what says that
//! something changes, near the beginning of a text. A brief of a page has room for a few of them.

use std::ops::Range;

use crate::evidence::figures::{Figure, FigureReading, Ratio, Unit};
use crate::evidence::source::english;
use crate::evidence::source::words::Tokens;

/// How much a sentence matters; more is more.
pub type Weight = i32;

/// Money, shares, and how many times as much.
const OF_MONEY: Weight = 6;

/// People, and what they live and work in.
const OF_PEOPLE: Weight = 5;

/// Counts of thousands.
const OF_MANY: Weight = 4;

/// Other counts.
const OF_SOME: Weight = 2;

/// Lengths of time and of ways, and whatever else is measured.
const OF_MEASURE: Weight = 1;

/// What a word such as `rose` adds.
const CHANGE: Weight = 2;

/// What a sentence among the first of a text adds.
const LEAD: Weight = 2;

/// This many words of a text are its lead.
const LEAD_WORDS: usize = 120;

/// What a place in the notes below a release takes away, which say who publishes it.
pub const NOTE: Weight = -4;

/// What each claim of the same paragraph takes away.
const SAME_PARAGRAPH: Weight = 3;

/// What each claim of the same part of the text takes away.
const SAME_PART: Weight = 1;

/// So many parts a text has.
const PARTS: usize = 6;

/// Returns how much a figure matters, by what it counts.
pub fn weight_of_figure(figure: &Figure, tokens: &Tokens) -> Weight {
    /// This many words after a figure are looked at for what it counts: `31 of the young people`.
    const REACH: usize = 4;
    let unit = figure.readings.iter().find_map(FigureReading::unit);
    match unit {
        Some(Unit::Money(_) | Unit::Share | Unit::Points | Unit::Times) => OF_MONEY,
        Some(Unit::Measure(_)) => OF_MEASURE,
        _ => {
            let next = tokens.within(&figure.bytes).end;
            let mut words = (next..tokens.len().min(next + REACH)).map(|at| tokens.spelling(at));
            if words.any(|word| is_people(&word.to_lowercase())) {
                OF_PEOPLE
            } else if figure.readings.iter().any(is_in_thousands) {
                OF_MANY
            } else {
                OF_SOME
            }
        }
    }
}

fn is_people(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or_default();
    english::COUNTED_PEOPLE.contains(word) || english::PEOPLE.contains(one)
}

fn is_in_thousands(reading: &FigureReading) -> bool {
    let FigureReading::Amount(amount) = reading else { return false };
    amount.unit == Unit::Several || !Ratio::whole(1000).is_more_than(amount.value)
}

/// Returns what the words of a sentence add, if they say that something changes.
pub fn weight_of_words(tokens: &Tokens, sentence: &Range<usize>) -> Weight {
    let mut words = sentence.clone().map(|at| tokens.lower(at));
    if words.any(|word| english::CHANGES.contains(word)) { CHANGE } else { 0 }
}

/// Returns what the place of a sentence adds that has this many words of the text before it.
pub fn weight_of_place(words_before: usize) -> Weight {
    if words_before < LEAD_WORDS { LEAD } else { 0 }
}

/// Sentences by how much they matter, less for each that is taken near them.
pub struct Ranking {
    /// The weight and the paragraph of each; [`None`] of one that was considered.
    left: Vec<Option<(Weight, u32)>>,
    taken: Vec<u32>,
    paragraphs: usize,
}

impl Ranking {
    /// Ranks sentences with their weights and paragraphs, of a text of so many paragraphs.
    pub fn new(sentences: Vec<(Weight, u32)>, paragraphs: usize) -> Self {
        let left = sentences.into_iter().map(Some).collect();
        Self { left, taken: Vec::new(), paragraphs: paragraphs.max(1) }
    }

    /// Returns the number of the one that matters most, the first of several, and considers it no more.
    pub fn next(&mut self) -> Option<(usize, u32)> {
        let weights = self.left.iter().enumerate().filter_map(|(number, one)| {
            let (weight, paragraph) = (*one)?;
            Some((weight - self.crowding(paragraph), number))
        });
        let best = weights.max_by_key(|(weight, number)| (*weight, std::cmp::Reverse(*number)));
        let (_, number) = best?;
        let (_, paragraph) = self.left[number].take()?;
        Some((number, paragraph))
    }

    /// Notes that one of this paragraph is taken.
    pub fn take(&mut self, paragraph: u32) {
        self.taken.push(paragraph);
    }

    /// Returns the paragraphs of those that were not considered.
    pub fn rest(self) -> Vec<u32> {
        self.left.into_iter().flatten().map(|(_, paragraph)| paragraph).collect()
    }

    fn crowding(&self, paragraph: u32) -> Weight {
        let part =
            |paragraph: u32| (paragraph as usize).saturating_sub(1) * PARTS / self.paragraphs;
        let near = self.taken.iter().map(|&taken| {
            let is_same = Weight::from(taken == paragraph);
            is_same * SAME_PARAGRAPH + Weight::from(part(taken) == part(paragraph)) * SAME_PART
        });
        near.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(sentences: &[(Weight, u32)], paragraphs: usize) -> Vec<usize> {
        let mut ranking = Ranking::new(sentences.to_vec(), paragraphs);
        let mut found = Vec::new();
        while let Some((number, paragraph)) = ranking.next() {
            ranking.take(paragraph);
            found.push(number);
        }
        found
    }

    #[test]
    fn the_heaviest_is_first_and_of_equals_the_one_that_comes_first() {
        assert_eq!(order(&[(2, 1), (6, 7), (2, 13), (6, 19)], 24), [1, 3, 0, 2]);
    }

    #[test]
    fn those_of_one_paragraph_make_room_for_others() {
        assert_eq!(order(&[(6, 1), (6, 1), (6, 1), (4, 9)], 12), [0, 3, 1, 2]);
    }
}
