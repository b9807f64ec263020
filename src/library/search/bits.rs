//! Sets of numbers as bits, 64 to a word.

use std::iter;
use std::ops::Range;

/// Makes `bits` the set of all numbers below `limit`, or else an empty one.
pub fn refill(bits: &mut Vec<u64>, limit: usize, all: bool) {
    bits.clear();
    bits.resize(limit.div_ceil(64), 0);
    if all {
        fill(bits, limit);
    }
}

/// Makes a set that has room for them that of all numbers below `limit`.
pub fn fill(bits: &mut [u64], limit: usize) {
    bits.fill(u64::MAX);
    clear_last(bits, limit);
}

/// Takes out the numbers from `limit` on.
pub fn cut(bits: &mut Vec<u64>, limit: usize) {
    bits.truncate(limit.div_ceil(64));
    clear_last(bits, limit);
}

/// Takes the numbers from `limit` on out of the word that has it.
fn clear_last(bits: &mut [u64], limit: usize) {
    if let (Some(last), true) = (bits.get_mut(limit / 64), !limit.is_multiple_of(64)) {
        *last &= (1 << (limit % 64)) - 1;
    }
}

/// Adds a number, if the set has room for it.
pub fn insert(bits: &mut [u64], number: usize) {
    if let Some(word) = bits.get_mut(number / 64) {
        *word |= 1 << (number % 64);
    }
}

/// Adds the numbers of another set, as far as the set has room for them.
pub fn unite(bits: &mut [u64], others: &[u64]) {
    bits.iter_mut().zip(others).for_each(|(word, other)| *word |= other);
}

/// Takes out the numbers that another set does not have.
pub fn intersect(bits: &mut [u64], others: &[u64]) {
    let others = others.iter().chain(iter::repeat(&0));
    bits.iter_mut().zip(others).for_each(|(word, other)| *word &= other);
}

/// Takes out the numbers of another set.
pub fn subtract(bits: &mut [u64], others: &[u64]) {
    bits.iter_mut().zip(others).for_each(|(word, other)| *word &= !other);
}

/// Takes out the numbers that are not to be kept. They are asked for in order.
pub fn retain(bits: &mut [u64], mut is_kept: impl FnMut(usize) -> bool) {
    for (index, word) in bits.iter_mut().enumerate() {
        for number in numbers(&[*word]) {
            if !is_kept(index * 64 + number) {
                *word &= !(1 << number);
            }
        }
    }
}

/// Adds numbers.
pub fn insert_all(bits: &mut [u64], numbers: impl IntoIterator<Item = usize>) {
    numbers.into_iter().for_each(|number| insert(bits, number));
}

/// Returns whether the set has a number.
pub fn has(bits: &[u64], number: usize) -> bool {
    bits.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
}

/// Returns how many of these numbers the set has.
pub fn count(bits: &[u64], numbers: Range<usize>) -> usize {
    let below = |limit: usize| -> usize {
        let whole =
            bits.iter().take(limit / 64).map(|word| word.count_ones() as usize).sum::<usize>();
        let part = bits.get(limit / 64).map_or(0, |word| *word & ((1 << (limit % 64)) - 1));
        whole + part.count_ones() as usize
    };
    below(numbers.end) - below(numbers.start)
}

/// Returns whether the set is empty.
pub fn is_empty(bits: &[u64]) -> bool {
    bits.iter().all(|word| *word == 0)
}

/// Returns the numbers in order.
pub fn numbers(bits: &[u64]) -> impl Iterator<Item = usize> {
    numbers_from(bits, 0)
}

/// Returns the numbers from `start` on, in order.
pub fn numbers_from(bits: &[u64], start: usize) -> impl Iterator<Item = usize> {
    bits.iter().enumerate().skip(start / 64).flat_map(move |(index, word)| {
        let skipped = start.saturating_sub(index * 64);
        let mut left = *word >> skipped << skipped;
        iter::from_fn(move || {
            let next = (left != 0).then(|| index * 64 + left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(next)
        })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn holds_the_numbers_that_were_added_and_not_taken_out(
            limit in 0..200_usize,
            all: bool,
            changes in prop::collection::vec((any::<bool>(), 0..200_usize), 0..40),
        ) {
            let mut bits = Vec::new();
            refill(&mut bits, limit, all);
            let mut set: BTreeSet<usize> = (0..limit).filter(|_| all).collect();
            for (adds, number) in changes.into_iter().filter(|(_, number)| *number < limit) {
                if adds {
                    insert(&mut bits, number);
                    set.insert(number);
                } else {
                    retain(&mut bits, |other| other != number);
                    set.remove(&number);
                }
                prop_assert_eq!(has(&bits, number), adds);
            }
            prop_assert!(numbers(&bits).eq(set.iter().copied()));
            prop_assert_eq!(is_empty(&bits), set.is_empty());
            let (start, end) = (limit / 3, limit / 3 * 2);
            prop_assert!(numbers_from(&bits, start).eq(set.range(start..).copied()));
            prop_assert_eq!(count(&bits, start..end), set.range(start..end).count());
            let is_kept = |number: usize| !number.is_multiple_of(3);
            let mut kept = bits.clone();
            retain(&mut kept, is_kept);
            prop_assert!(numbers(&kept).eq(set.iter().copied().filter(|number| is_kept(*number))));
            let (mut both, mut all) = (bits.clone(), kept.clone());
            intersect(&mut both, &kept);
            unite(&mut all, &bits);
            prop_assert_eq!((&both, &all), (&kept, &bits));
            subtract(&mut all, &both);
            prop_assert!(numbers(&all).eq(set.iter().copied().filter(|number| !is_kept(*number))));
            fill(&mut all, limit);
            prop_assert!(numbers(&all).eq(0..limit));
            cut(&mut bits, limit / 2);
            prop_assert!(numbers(&bits).eq(set.range(..limit / 2).copied()));
        }
    }
}
