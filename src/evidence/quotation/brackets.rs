//! What an editor's brackets stand for in the source, and whether they may.

use std::ops::Range;

use super::matching::{INSERTED, Insertions, SegmentSearch};
use super::pattern::{PatternPiece, Segment};
use super::word_run::{WordRun, is_listed};
use crate::evidence::figures::is_number;
use crate::evidence::source::english;
use crate::evidence::source::qualifiers::{Qualifier, qualifier};
use crate::evidence::source::stops::ends_clause;
use crate::evidence::source::words::TokenKind;

/// Brackets of a quotation, and what the source has in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The editor's words; each range is the tokens of `exact` inside one pair of brackets.
    pub words: Vec<Range<usize>>,
    /// What they stand for; tokens of the source.
    pub replaced: Range<usize>,
}

impl SegmentSearch<'_> {
    /// Those brackets of a segment found at `range` that stand for more than a pronoun, a
    /// determiner or the words around a name. `beyond` is the speech before the segment.
    pub fn loose_brackets(
        &self,
        segment: &Segment,
        range: &Range<usize>,
        beyond: Range<usize>,
    ) -> Vec<Replacement> {
        let lead = (!segment.lead.is_empty()).then(|| Replacement {
            words: segment.lead.clone(),
            replaced: self.led_by(beyond.start..range.start),
        });
        let starts = self.piece_starts(segment, range);
        let trail = (!segment.trail.is_empty())
            .then(|| Replacement { words: segment.trail.clone(), replaced: range.end..range.end });
        let inside = segment.pieces.iter().zip(starts.windows(2)).filter_map(|(piece, ends)| {
            let words = match piece {
                PatternPiece::Insertion(words) => words.clone(),
                PatternPiece::Contraction { words, .. } => vec![words.clone()],
                _ => return None,
            };
            Some(Replacement { words, replaced: ends[0]..ends[1] })
        });
        lead.into_iter().chain(inside).chain(trail).filter(|found| self.is_loose(found)).collect()
    }

    /// Those endings in brackets of a segment found at `range` that make a plural of one thing.
    pub fn made_plural(&self, segment: &Segment, range: &Range<usize>) -> Vec<Replacement> {
        let starts = self.piece_starts(segment, range);
        let plural = |(piece, start): (&PatternPiece, &usize)| match piece {
            PatternPiece::Nothing(tokens) if self.makes_plural(tokens, *start) => {
                let ending = tokens.start + 1..tokens.end - 1;
                Some(Replacement { words: vec![ending], replaced: start.saturating_sub(1)..*start })
            }
            _ => None,
        };
        segment.pieces.iter().zip(&starts).filter_map(plural).collect()
    }

    /// Where each piece of a segment found at `range` begins, and where the last ends.
    fn piece_starts(&self, segment: &Segment, range: &Range<usize>) -> Vec<usize> {
        let mut layers = vec![vec![range.start]];
        for piece in &segment.pieces {
            let mut ends: Vec<usize> = layers
                .last()
                .into_iter()
                .flatten()
                .flat_map(|start| self.after(piece, *start))
                .filter(|end| *end <= range.end)
                .collect();
            ends.sort_unstable();
            ends.dedup();
            layers.push(ends);
        }
        let mut starts = vec![range.end];
        for (piece, layer) in segment.pieces.iter().zip(&layers).rev() {
            let end = starts[starts.len() - 1];
            let start = layer.iter().rev().find(|start| self.after(piece, **start).contains(&end));
            starts.push(start.copied().unwrap_or(end));
        }
        starts.reverse();
        starts
    }

    /// Whether an ending in brackets makes a plural of a word that the source has with `a`, `one` or
    /// the like. The ending is at `end`.
    fn makes_plural(&self, tokens: &Range<usize>, end: usize) -> bool {
        if tokens.len() != 3 {
            return false;
        }
        let ending = self.exact.spelling(tokens.start + 1);
        let before = end.checked_sub(2).map_or("", |before| self.source.spelling(before));
        matches!(ending, "s" | "es") && english::SINGULAR.contains(before.to_lowercase().as_str())
    }

    /// The words just before a segment that the editor's words at its start stand for: from the last
    /// pronoun or determiner of the clause on. If the segment has a subject of its own they stand
    /// for nothing.
    pub fn led_by(&self, before: Range<usize>) -> Range<usize> {
        let next = before.end;
        let spelling = |token: usize| self.source.lower(token);
        if english::SUBJECTS.contains(spelling(next)) {
            return next..next;
        }
        let in_clause = |token: &usize| {
            !ends_clause(self.source, *token) && !english::CLAUSE_BREAKS.contains(spelling(*token))
        };
        let clause = before.rev().take_while(in_clause).take(INSERTED).last().unwrap_or(next);
        let begins = |token: &usize| {
            let word = spelling(*token);
            let stem = word.split('\'').next().unwrap_or_default();
            english::PRONOUNS.contains(stem) || english::DETERMINERS.contains(stem)
        };
        let mut start = (clause..next).rev().find(begins).unwrap_or(clause);
        while start >= clause + 2 && spelling(start - 1) == "of" {
            start -= 2;
        }
        start..next
    }

    /// Whether brackets stand for words that they should not.
    fn is_loose(&self, found: &Replacement) -> bool {
        let replaced = WordRun::new(self.source, found.replaced.clone());
        let own = WordRun::new(self.exact, found.words.iter().flat_map(Clone::clone));
        let only_pronouns = (0..own.len())
            .all(|at| own.is_in(at, english::PRONOUNS) || own.is_in(at, english::DETERMINERS));
        let same = |word: &str| (0..own.len()).any(|at| are_forms(own.word(at), word));
        let named = found.replaced.clone().any(|token| {
            let spelling = self.source.spelling(token);
            spelling.starts_with(char::is_uppercase)
                && !is_small(&spelling.to_lowercase())
                && same(&spelling.to_lowercase())
        });
        let kept =
            (0..replaced.len()).all(|at| is_small(replaced.word(at)) || same(replaced.word(at)));
        let is_loose = !only_pronouns && !named && !kept && !self.is_around_name(&found.replaced);
        let adds = |words: &[Range<usize>]| {
            adds_limit(&own, &replaced) || self.adds_date(words, &found.replaced)
        };
        is_loose || adds(&found.words) || self.adds_bound(&own, &found.replaced)
    }

    /// Whether the editor's words give a time where the source says nothing of one: `[in May]`, but
    /// not `that month [May]`.
    fn adds_date(&self, words: &[Range<usize>], replaced: &Range<usize>) -> bool {
        /// So near has the source to speak of a time, in tokens.
        const NEAR: usize = 4;
        let is_date = |word: &str| {
            english::MONTHS.contains(word)
                || is_listed(&word.to_lowercase(), &[english::WEEKDAYS])
                || is_year(word)
        };
        let has_date =
            words.iter().flat_map(Clone::clone).any(|token| is_date(self.exact.spelling(token)));
        let around =
            replaced.start.saturating_sub(NEAR)..(replaced.end + NEAR).min(self.source.len());
        let is_time =
            |word: &str| is_date(word) || is_listed(&word.to_lowercase(), &[english::TIME_WORDS]);
        has_date && !around.into_iter().any(|token| is_time(self.source.spelling(token)))
    }

    /// Whether the editor's words have a number that the `replaced` ones have not. A year, a day of a
    /// month and the number of a section are no figures.
    fn adds_figure(&self, words: &[Range<usize>], replaced: &WordRun) -> bool {
        let own = WordRun::new(self.exact, words.iter().flat_map(Clone::clone));
        (0..own.len()).any(|at| {
            let word = own.word(at);
            let before = at.checked_sub(1).map_or("", |before| own.word(before));
            let is_day =
                |word: &str| english::MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word));
            let is_name = is_year(word)
                || is_day(before)
                || is_day(own.word(at + 1))
                || is_listed(before, &[english::LABELS])
                || english::LAW_LABELS.get(before).is_some();
            is_number(word)
                && word != "one"
                && !is_name
                && (0..replaced.len()).all(|i| replaced.word(i) != word)
        })
    }

    /// Whether the editor's words end in a bound of the figure that comes next, which the source does
    /// not have.
    fn adds_bound(&self, own: &WordRun, replaced: &Range<usize>) -> bool {
        let at_figure = self
            .source
            .get(replaced.end)
            .is_some_and(|_| is_number(self.source.spelling(replaced.end)));
        let last = own.len().checked_sub(1);
        let is_word = last.is_some_and(|last| own.is_in(last, english::BEFORE_BOUNDED));
        let is_phrase = (own.len().saturating_sub(3)..own.len())
            .any(|at| own.phrase(at, english::BOUND_PHRASES) == Some(own.len()));
        replaced.is_empty() && at_figure && (is_word || is_phrase)
    }

    /// Whether the words before a name are part of it: `Dana` of `Dana Vale`.
    fn is_around_name(&self, replaced: &Range<usize>) -> bool {
        let is_name = |token: usize| {
            self.source.get(token).is_some_and(|found| found.kind == TokenKind::Word)
                && self.source.spelling(token).starts_with(char::is_uppercase)
        };
        !replaced.is_empty() && (replaced.start..=replaced.end).all(is_name)
    }

    /// Whether the editor's `words` may replace the `replaced` tokens: what turns or limits the
    /// sentence, and every quantity, has to be in both.
    pub fn is_fair(&self, words: &[Range<usize>], replaced: Range<usize>) -> bool {
        let own = |wanted: &dyn Fn(&str) -> bool| {
            words.iter().flat_map(Clone::clone).any(|token| wanted(self.exact.spelling(token)))
        };
        let is_negation = |word: &str| qualifier(word) == Some(Qualifier::Negation);
        let run = WordRun::new(self.source, replaced);
        let turned = (0..run.len()).any(|at| is_negation(run.word(at)));
        let kept = (0..run.len())
            .all(|at| !weighs(&run, at) || own(&|own| own.to_lowercase() == run.word(at)));
        let adds_modal = own(&|own| {
            let own = own.to_lowercase();
            english::MODALS.contains(own.as_str()) && (0..run.len()).all(|at| run.word(at) != own)
        });
        let adds = replaces_verb(&run) && adds_modal || self.adds_figure(words, &run);
        kept && turned == own(&is_negation) && !adds
    }

    /// Whether the editor's words at the edge of a segment are fair to what the source has there:
    /// `[They] know` is not, if the source says that they do not know. `beyond` is the rest of the
    /// speech on that side.
    pub fn edge_is_fair(&self, words: &[Range<usize>], beyond: Range<usize>, before: bool) -> bool {
        if words.is_empty() {
            return true;
        }
        let clause = |token: &usize| {
            !(ends_clause(self.source, *token) || before && self.adds_clause(*token))
        };
        let near: Vec<usize> = if before {
            beyond.clone().rev().take_while(clause).take(INSERTED).collect()
        } else {
            beyond.clone().take_while(clause).take(INSERTED).collect()
        };
        let is_negation = |word: &str| qualifier(word) == Some(Qualifier::Negation);
        let turned = near.iter().any(|&token| is_negation(self.source.spelling(token)));
        let own = |wanted: &dyn Fn(&str) -> bool| {
            words.iter().flat_map(Clone::clone).any(|token| wanted(self.exact.spelling(token)))
        };
        let led = WordRun::new(self.source, if before { self.led_by(beyond) } else { 0..0 });
        let kept = (0..led.len())
            .filter(|&at| qualifier(led.word(at)) != Some(Qualifier::Negation))
            .all(|at| !weighs(&led, at) || own(&|own| own.to_lowercase() == led.word(at)));
        kept && turned == own(&is_negation) && !self.adds_figure(words, &led)
    }

    /// Whether a conjunction at `token` adds a clause with a subject of its own: `and they`.
    fn adds_clause(&self, token: usize) -> bool {
        let is_in = |at: usize, list: english::WordList| {
            self.source.get(at).is_some() && list.contains(self.source.lower(at))
        };
        is_in(token, english::ADDS_A_CLAUSE) && is_in(token + 1, english::SUBJECTS)
    }

    /// After the contraction that the editor's words and `ending` stand for: `[The deal]’s` for
    /// `It’s`.
    pub fn contraction(&self, words: &Range<usize>, ending: usize, start: usize) -> Vec<usize> {
        let ending = format!("'{}", self.exact.spelling(ending));
        let stop = (start + 2 * INSERTED).min(self.source.len());
        (start..stop)
            .take_while(|&token| self.source.count_words(start..token) < INSERTED)
            .filter(|&token| {
                self.source[token].kind == TokenKind::Word
                    && self.source.spelling(token).ends_with(&ending)
            })
            .map(|token| token + 1)
            .filter(|&end| {
                self.insertions == Insertions::Any
                    || self.is_fair(std::slice::from_ref(words), start..end)
            })
            .collect()
    }
}

/// Whether the word at `at` turns, limits or counts something, so that brackets have to repeat it.
/// Negations may be worded otherwise.
fn weighs(run: &WordRun, at: usize) -> bool {
    let word = run.word(at);
    qualifier(word).is_some_and(|kind| kind != Qualifier::Negation)
        || is_number(word)
        || english::QUANTITIES.contains(word)
        || english::MODALS.contains(word)
        || english::WEAKER_BEFORE_TO.contains(word) && run.word(at + 1) == "to"
}

/// Whether the editor's words limit or strengthen what is said, by a word that the source does not
/// have: `[only]`, `[always]`.
fn adds_limit(own: &WordRun, replaced: &WordRun) -> bool {
    let is_new = |at: usize| (0..replaced.len()).all(|i| replaced.word(i) != own.word(at));
    (0..own.len()).any(|at| own.is_in(at, english::LIMITING) && is_new(at))
}

/// Whether a word may be a year.
fn is_year(word: &str) -> bool {
    word.len() == 4 && matches!(word.parse(), Ok(1500..2100))
}

/// Whether all these words are auxiliary verbs: a modal verb in their place says something else.
fn replaces_verb(run: &WordRun) -> bool {
    !run.is_empty() && (0..run.len()).all(|at| run.is_in(at, english::BEFORE_A_VERB))
}

/// Whether a word carries no meaning of its own, or is a pronoun with its verb: `they’re`.
fn is_small(word: &str) -> bool {
    let stem = word.split('\'').next().unwrap_or_default();
    english::SMALL_WORDS.contains(word)
        || english::PRONOUNS.contains(stem)
        || english::DETERMINERS.contains(stem)
        || english::BEFORE_A_VERB.contains(word)
}

/// Whether two words are forms of one: `inspect` and `inspected`.
fn are_forms(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (short, long) = (
        one.chars().count().min(other.chars().count()),
        one.chars().count().max(other.chars().count()),
    );
    one == other || (shared >= 3 && shared + 1 >= short && long - shared <= 3)
}
