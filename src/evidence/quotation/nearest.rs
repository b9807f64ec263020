//! The first place where a quotation that is not in its source differs from the nearest passage.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use crate::evidence::index::SourceIndex;
use crate::evidence::source::words::{TokenKind, Tokens};

/// Of a quotation at most this many tokens are compared.
const LONGEST: usize = 300;

/// The nearest passage, and the first place where the quotation differs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The passage; tokens of the source.
    pub passage: Range<usize>,
    /// What the source has there; empty if it has nothing.
    pub source: Range<usize>,
    /// What the quotation has there; tokens of it, empty if it has nothing.
    pub exact: Range<usize>,
    /// All that differs.
    pub whole: WholeDifference,
}

/// All of a passage that differs from a quotation, from the first to the last token that does. It begins
/// or ends with a token that does not differ if otherwise one of the two would have nothing there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeDifference {
    /// Tokens of the source.
    pub source: Range<usize>,
    /// Tokens of the quotation.
    pub exact: Range<usize>,
    /// The tokens that differ, of the source and of the quotation.
    pub differing: (Vec<usize>, Vec<usize>),
}

/// Compares the tokens `wanted` of `exact` with the passage of `source` that shares most words with
/// them. Returns [`None`] if no passage shares half of them, or if nothing differs.
pub fn difference(exact: &Tokens, wanted: &[usize], index: &SourceIndex<'_>) -> Option<Difference> {
    let wanted = &wanted[..wanted.len().min(LONGEST)];
    let window = window(exact, wanted, index)?;
    let source = &index.tokens;
    let steps = align(exact, wanted, source, &window);
    let first = steps.iter().position(|step| step.wanted.is_some())?;
    let last = steps.iter().rposition(|step| step.wanted.is_some())?;
    let steps = &steps[first..=last];
    let from = steps.iter().position(|step| !step.equal)?;
    let length = steps[from..].iter().take_while(|step| !step.equal).count();
    let differing = &steps[from..from + length];
    let here = |found: fn(&AlignmentStep) -> Option<usize>, before: usize| {
        let mut places = differing.iter().filter_map(found);
        let start = places.next();
        start.map_or(before..before, |start| start..places.next_back().unwrap_or(start) + 1)
    };
    let before = |found: fn(&AlignmentStep) -> Option<usize>, otherwise: usize| {
        steps[..from].iter().rev().find_map(found).map_or(otherwise, |place| place + 1)
    };
    let whole = whole_difference(steps)?;
    let in_source: Vec<usize> = steps.iter().filter_map(|step| step.found).collect();
    Some(Difference {
        passage: *in_source.first()?..in_source.last()? + 1,
        source: here(|step| step.found, before(|step| step.found, window.start)),
        exact: here(|step| step.wanted, before(|step| step.wanted, wanted[0])),
        whole,
    })
}

fn whole_difference(steps: &[AlignmentStep]) -> Option<WholeDifference> {
    let differing: Vec<usize> = (0..steps.len()).filter(|at| differs(steps, *at)).collect();
    let (mut first, mut last) = (*differing.first()?, *differing.last()?);
    let tokens = |of: fn(&AlignmentStep) -> Option<usize>, steps: &[AlignmentStep]| {
        let mut tokens = steps.iter().filter_map(of);
        let start = tokens.next()?;
        Some(start..tokens.next_back().unwrap_or(start) + 1)
    };
    let both = |first: usize, last: usize| {
        let steps = &steps[first..=last];
        Some((tokens(|step| step.found, steps)?, tokens(|step| step.wanted, steps)?))
    };
    let (source, exact) = both(first, last).or_else(|| {
        if first > 0 {
            first -= 1;
        } else {
            last = (last + 1).min(steps.len() - 1);
        }
        both(first, last)
    })?;
    let found = differing.iter().filter_map(|at| steps[*at].found).collect();
    let wanted = differing.iter().filter_map(|at| steps[*at].wanted).collect();
    Some(WholeDifference { source, exact, differing: (found, wanted) })
}

/// Whether a step is a difference. What only the source has is none if the quotation has words of an editor
/// there, which stand for it.
fn differs(steps: &[AlignmentStep], at: usize) -> bool {
    let wanted = |step: &AlignmentStep| step.wanted;
    let is_replaced = || {
        let before = steps[..at].iter().rev().find_map(wanted);
        let after = steps[at..].iter().find_map(wanted);
        before.zip(after).is_some_and(|(before, after)| after > before + 1)
    };
    !steps[at].equal && (steps[at].wanted.is_some() || !is_replaced())
}

/// The part of the source in which most of the wanted words are closest together.
fn window(exact: &Tokens, wanted: &[usize], index: &SourceIndex<'_>) -> Option<Range<usize>> {
    let vocabulary = Vocabulary::new(exact, wanted);
    let width = wanted.len() + wanted.len() / 4 + 4;
    let mut inside: VecDeque<(usize, usize)> = VecDeque::new();
    let mut seen = vec![0; vocabulary.counts.len()];
    let (mut score, mut best) = (0, (0, 0..0));
    for (token, word) in vocabulary.places(index)? {
        seen[word] += 1;
        if seen[word] <= vocabulary.counts[word] {
            score += vocabulary.weights[word];
        }
        inside.push_back((token, word));
        while let Some(&(_, word)) = inside.front().filter(|(first, _)| token - first >= width) {
            if seen[word] <= vocabulary.counts[word] {
                score -= vocabulary.weights[word];
            }
            seen[word] -= 1;
            inside.pop_front();
        }
        let from = inside.front().map_or(token, |(first, _)| *first);
        if score > best.0 {
            best = (score, from..token + 1);
        }
    }
    let (score, found) = best;
    let slack = wanted.len() / 4 + 2;
    (score > 0 && 2 * score >= vocabulary.total())
        .then(|| found.start.saturating_sub(slack)..(found.end + slack).min(index.tokens.len()))
}

/// The words that are wanted, whatever their case, by number.
struct Vocabulary {
    numbers: HashMap<String, usize>,
    /// How often each is wanted.
    counts: Vec<usize>,
    /// What each is worth: long words say more.
    weights: Vec<usize>,
}

impl Vocabulary {
    fn new(exact: &Tokens, wanted: &[usize]) -> Self {
        let mut vocabulary =
            Self { numbers: HashMap::new(), counts: Vec::new(), weights: Vec::new() };
        for token in wanted.iter().copied().filter(|&token| exact[token].kind == TokenKind::Word) {
            let word = exact.lower(token).to_owned();
            let weight = word.chars().count().min(8);
            let number = *vocabulary.numbers.entry(word).or_insert(vocabulary.counts.len());
            if number == vocabulary.counts.len() {
                vocabulary.counts.push(0);
                vocabulary.weights.push(weight);
            }
            vocabulary.counts[number] += 1;
        }
        vocabulary
    }

    /// The tokens of the source that are wanted words, in order, each with the number of its word;
    /// [`None`] if looking at them all would be too much work.
    fn places(&self, index: &SourceIndex<'_>) -> Option<Vec<(usize, usize)>> {
        let mut places: Vec<(usize, usize)> = self
            .numbers
            .iter()
            .flat_map(|(word, number)| index.places_of(word).iter().map(|token| (*token, *number)))
            .collect();
        places.sort_unstable();
        index.effort.draw(places.len()).then_some(places)
    }

    /// What a passage with every wanted word scores.
    fn total(&self) -> usize {
        self.counts.iter().zip(&self.weights).map(|(count, weight)| count * weight).sum()
    }
}

/// One step of an alignment: a token of both, or of only one.
struct AlignmentStep {
    wanted: Option<usize>,
    found: Option<usize>,
    equal: bool,
}

/// Aligns the wanted tokens with those of the window at the least cost (Needleman and Wunsch); what
/// the window has before and after costs nothing.
fn align(
    exact: &Tokens,
    wanted: &[usize],
    source: &Tokens,
    window: &Range<usize>,
) -> Vec<AlignmentStep> {
    let width = window.len() + 1;
    let mut costs = vec![0u32; (wanted.len() + 1) * width];
    let apart = |i: usize, j: usize| cost(exact, wanted[i], source, window.start + j);
    let mut row_start = 0u32;
    for i in 1..=wanted.len() {
        row_start += GAP;
        costs[i * width] = row_start;
        for j in 1..width {
            let skip = if i == wanted.len() { 0 } else { SKIP };
            let both = costs[(i - 1) * width + j - 1] + apart(i - 1, j - 1);
            costs[i * width + j] =
                both.min(costs[(i - 1) * width + j] + GAP).min(costs[i * width + j - 1] + skip);
        }
    }
    let (mut i, mut j) = (wanted.len(), width - 1);
    let mut steps = Vec::new();
    while i > 0 || j > 0 {
        let here = costs[i * width + j];
        if i > 0 && j > 0 && here == costs[(i - 1) * width + j - 1] + apart(i - 1, j - 1) {
            let equal = apart(i - 1, j - 1) == 0;
            steps.push(AlignmentStep {
                wanted: Some(wanted[i - 1]),
                found: Some(window.start + j - 1),
                equal,
            });
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && here == costs[(i - 1) * width + j] + GAP {
            steps.push(AlignmentStep { wanted: Some(wanted[i - 1]), found: None, equal: false });
            i -= 1;
        } else {
            steps.push(AlignmentStep {
                wanted: None,
                found: Some(window.start + j - 1),
                equal: false,
            });
            j -= 1;
        }
    }
    steps.reverse();
    steps
}

/// A token that the quotation has and the source has not.
const GAP: u32 = 3;

/// A token that the source has and the quotation has not: cheaper, so that a quotation which drops
/// a few words is held together.
const SKIP: u32 = 1;

fn cost(exact: &Tokens, wanted: usize, source: &Tokens, found: usize) -> u32 {
    match (exact[wanted].kind, source[found].kind) {
        (TokenKind::Word, TokenKind::Word) => {
            let (wanted, found) = (exact.spelling(wanted), source.spelling(found));
            match () {
                () if wanted == found => 0,
                () if wanted.to_lowercase() == found.to_lowercase() => 1,
                () => 3,
            }
        }
        (TokenKind::Dash(_), TokenKind::Dash(_)) => 0,
        (wanted, found) if wanted == found => 0,
        (TokenKind::Word, _) | (_, TokenKind::Word) => 2 * GAP + 1,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{self, Id};
    use crate::evidence::SourceText;

    #[track_caller]
    fn check(exact_text: &str, source_text: &str, expected: Option<(&str, &str)>) {
        let yaml = b"summary: x\nsource: {title: x, publisher: x}";
        let brief = brief::read(&Id::of_file("x"), yaml).brief.unwrap();
        let (exact, text) = (Tokens::new(exact_text), SourceText::new(source_text));
        let index = SourceIndex::new(&text, &brief);
        let wanted: Vec<usize> = (0..exact.len()).collect();
        let found = difference(&exact, &wanted, &index).map(|difference| {
            (
                &exact_text[exact.bytes(difference.exact)],
                &source_text[index.tokens.bytes(difference.source)],
            )
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_the_first_word_that_differs() {
        let source =
            "The board met. We inspected 84 boats and 31 had no working stern light. It left.";
        check("We inspected 84 boats and 32 had no working light", source, Some(("32", "31")));
        check("We inspected 84 boats and 31 had working stern lights", source, Some(("", "no")));
        check("we inspected 84 boats", source, Some(("we", "We")));
        check("We inspected all 84 boats", source, Some(("all", "")));
        check("31 had no working stern light, it left", source, Some((", it", ". It")));
    }

    #[test]
    fn gives_nothing_where_no_passage_is_like_it() {
        check(
            "The owners know how to mend a lamp",
            "Night sailings have doubled since 2019.",
            None,
        );
    }
}
