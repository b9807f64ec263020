//! Fixes that were tried: each edit removes its problem and makes no other.

mod trial;

use std::ops::Range;

use self::trial::Trial;
use super::Entry;
use crate::brief::{Edit, Problem, candidates};
use crate::text::Text;

/// Of one file the fixes of no more problems are looked for at once, which are the first.
const MOST_FIXES: usize = 300;

/// The edits of one file are tried at most this often.
const MOST_TRIES: usize = 100;

/// The most bytes, of a file and the text of its source, that are read again for them.
const MOST_READ_AGAIN: usize = 16 * 1024 * 1024;

/// The fix of a problem, which was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriedFix {
    /// The index of its problem among those that were given.
    pub problem: usize,
    /// What it does, as a short imperative.
    pub title: Text,
    /// The edits of the file’s prepared text, in order and apart.
    pub edits: Vec<Edit>,
    /// Whether it leaves alone what is claimed. Other fixes are only offered.
    pub is_safe: bool,
}

/// Returns the fixes of those of `problems`, problems of `entry`, that have one, in their order.
///
/// Each was tried on [`Entry::yaml`]: the result was read and, if the text of the source is available,
/// its quotations were checked. The problem is gone, no other has come of it, no quotation that was
/// verified fails, and every other field says what it said. Nothing is read from disk, so the entry may
/// hold what is not saved yet. Of a file with very many, those of the first are returned.
///
/// Fixes may overlap or bear on each other: apply one and read again, or use [`edits_of`].
pub fn fixes(entry: &Entry, problems: &[&Problem]) -> Vec<TriedFix> {
    let with_fix: Vec<usize> = (0..problems.len())
        .filter(|index| problems[*index].fix.is_some())
        .take(MOST_FIXES)
        .collect();
    if with_fix.is_empty() {
        return Vec::new();
    }
    let trial = Trial::new(entry);
    let mut left = (MOST_READ_AGAIN / trial.size().max(1)).clamp(1, MOST_TRIES);
    let mut ways = candidates(entry.yaml(), with_fix.iter().map(|index| problems[*index]));
    let together = tried_together(&trial, problems, &with_fix, &ways);
    let mut tried = Vec::new();
    for ((index, ways), is_tried) in with_fix.into_iter().zip(&mut ways).zip(together) {
        let way = if is_tried { Some(0) } else { best(&trial, problems[index], ways, &mut left) };
        if let (Some(way), Some(fix)) = (way, &problems[index].fix) {
            let (title, is_safe) = (fix.title.clone(), fix.is_safe);
            tried.push(TriedFix { problem: index, title, edits: ways.swap_remove(way), is_safe });
        }
    }
    tried
}

/// Returns the first of these ways that leaves nothing of the file unread, or else the one that leaves the
/// least: a wrong indent only moves the fault to the next line. At most `left` are tried.
fn best(
    trial: &Trial<'_>,
    problem: &Problem,
    ways: &[Vec<Edit>],
    left: &mut usize,
) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (way, edits) in ways.iter().enumerate().take(*left) {
        *left -= 1;
        let Some(unread) = trial.left_unread(&[problem], edits) else { continue };
        if best.is_none_or(|(least, _)| unread < least) {
            best = Some((unread, way));
        }
        if unread == 0 {
            break;
        }
    }
    best.map(|(_, way)| way)
}

/// Returns for which of `with_fix` the first way is right because it is one of those that were made
/// together. Most often all are, so that one reading of the file shows it.
fn tried_together(
    trial: &Trial<'_>,
    problems: &[&Problem],
    with_fix: &[usize],
    ways: &[Vec<Vec<Edit>>],
) -> Vec<bool> {
    let first = |ways: &Vec<Vec<Edit>>| ways.first().cloned().unwrap_or_default();
    let firsts: Vec<Vec<Edit>> = ways.iter().map(first).collect();
    let mut chosen = apart(firsts.iter().map(Vec::as_slice));
    let is_chosen = |at: &usize| chosen[*at];
    let chosen_ones: Vec<usize> = (0..firsts.len()).filter(is_chosen).collect();
    let targets: Vec<&Problem> = chosen_ones.iter().map(|at| problems[with_fix[*at]]).collect();
    let edits = joined(chosen_ones.iter().map(|at| &firsts[*at]));
    if targets.len() < 2 || !trial.accepts(&targets, &edits) {
        chosen.fill(false);
    }
    chosen
}

/// Returns the edits of as many of `fixes` of `entry`, whose `problems` they index, as can be made
/// together, and which of them these are: all that are apart or, if they bear on each other, the first.
pub fn edits_of(
    entry: &Entry,
    problems: &[&Problem],
    fixes: &[TriedFix],
) -> (Vec<Edit>, Vec<usize>) {
    let apart = apart(fixes.iter().map(|fix| fix.edits.as_slice()));
    let chosen: Vec<usize> = (0..fixes.len()).filter(|index| apart[*index]).collect();
    let edits = joined(chosen.iter().map(|index| &fixes[*index].edits));
    let targets: Vec<&Problem> =
        chosen.iter().map(|index| problems[fixes[*index].problem]).collect();
    match fixes.first() {
        Some(first) if chosen.len() > 1 && !Trial::new(entry).accepts(&targets, &edits) => {
            (first.edits.clone(), vec![0])
        }
        _ => (edits, chosen),
    }
}

/// Returns for each of some edits whether they are apart from all those before that are.
fn apart<'e>(all: impl Iterator<Item = &'e [Edit]>) -> Vec<bool> {
    let mut taken: Vec<Range<usize>> = Vec::new();
    let is_apart = |edits: &[Edit]| {
        let Some((first, last)) = edits.first().zip(edits.last()) else { return false };
        let span = first.bytes.start..last.bytes.end;
        let is_free = taken.iter().all(|other| other.end < span.start || span.end < other.start);
        if is_free {
            taken.push(span);
        }
        is_free
    };
    all.map(is_apart).collect()
}

fn joined<'e>(all: impl Iterator<Item = &'e Vec<Edit>>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = all.flatten().cloned().collect();
    edits.sort_by_key(|edit| (edit.bytes.start, edit.bytes.end));
    edits
}
