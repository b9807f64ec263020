//! Whose turn it is in a transcript: a line that begins with a name and a colon begins a turn.

use std::ops::Range;

use super::attribution::SpokenBy;
use super::party_names::PartyIndex;
use super::words::Tokens;
use super::{SourceText, english};

/// Part of a transcript where one person speaks.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Where it begins, its label included.
    pub start: usize,
    /// Who speaks; [`None`] before the first label.
    pub spoken_by: Option<SpokenBy>,
}

/// A label is at most this many characters long.
const LABEL: usize = 100;

/// The turns of a transcript, in order; the first may be without a label.
pub fn turns(source: &SourceText, tokens: &Tokens, parties: &PartyIndex) -> Vec<Turn> {
    let mut turns = vec![Turn { start: 0, spoken_by: None }];
    let mut start = 0;
    for line in source.as_str().split_inclusive('\n') {
        if let Some(label) = label(line) {
            let range = tokens.within(&(start + label.start..start + label.end));
            turns.push(Turn {
                start,
                spoken_by: Some(speaker(tokens, &range, parties, turns.len())),
            });
        }
        start += line.len();
    }
    turns
}

/// Whom the label in `range` of the turn `number` names.
fn speaker(tokens: &Tokens, range: &Range<usize>, parties: &PartyIndex, number: usize) -> SpokenBy {
    if let Some(id) = parties.mentioned(tokens, range, true) {
        return SpokenBy::Party(id);
    }
    let mut words = range.clone().rev().map(|i| tokens.spelling(i));
    let last = words.find(|word| word.chars().count() > 1);
    last.map_or(SpokenBy::Unknown(number), |word| SpokenBy::Other(word.to_lowercase()))
}

/// Where in `line` the name is that a colon makes a label.
fn label(line: &str) -> Option<Range<usize>> {
    let start = line.find(char::is_alphabetic)?;
    let colon = line[start..].find(':').map(|at| start + at)?;
    let name = &line[start..colon];
    let is_name = name.split_whitespace().all(|word| {
        let word = word.trim_start_matches(['(', '[', '‘', '“', '"', '\'']);
        word.starts_with(char::is_uppercase) || english::SMALL_IN_LABELS.contains(&word)
    });
    let time_or_nothing = line[..start].chars().all(|c| !c.is_alphanumeric() || c.is_numeric());
    let fits = is_name && time_or_nothing && name.chars().count() <= LABEL;
    (fits && name.starts_with(char::is_uppercase)).then_some(start..colon)
}
