//! Does the same for each of many briefs, on all cores, and keeps all that comes of it.

use std::ops::Range;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::heap::grow_heap;

/// Calls `make` for each number below `count`, on all cores, and returns the results in order.
///
/// A core takes as many numbers as `run` says at a time, whoever is ready: it is seldom kept from its work
/// by the others, and a core that begins late finds less to do.
pub fn on_all_cores<T: Send>(count: usize, run: usize, make: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut runs: Vec<(usize, Vec<T>)> = Vec::new();
        while let Some(numbers) = next_run(&next, run, count) {
            grow_heap();
            runs.push((numbers.start, numbers.map(&make).collect()));
        }
        runs
    };
    let mut runs = thread::scope(|scope| {
        let others: Vec<_> =
            (1..cores_for(count.div_ceil(run))).map(|_| scope.spawn(work)).collect();
        let mut runs = work();
        for other in others {
            runs.extend(other.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        }
        runs
    });
    runs.sort_unstable_by_key(|(start, _)| *start);
    runs.into_iter().flat_map(|(_, results)| results).collect()
}

/// Returns how many cores there are for so many pieces of work: at most one for each.
pub fn cores_for(pieces: usize) -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(pieces)
}

fn next_run(next: &AtomicUsize, run: usize, count: usize) -> Option<Range<usize>> {
    let start = next.fetch_add(run, Ordering::Relaxed);
    (start < count).then(|| start..count.min(start + run))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_number_is_taken_once_and_the_results_are_in_order(
            count in 0..500_usize,
            run in 1..70_usize,
        ) {
            let made = AtomicUsize::new(0);
            let results = on_all_cores(count, run, |number| {
                made.fetch_add(1, Ordering::Relaxed);
                number * 2
            });
            prop_assert_eq!(made.into_inner(), count);
            prop_assert!(results.into_iter().eq((0..count).map(|number| number * 2)));
        }
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_is_passed_on() {
        on_all_cores(20, 1, |number| assert!(number != 7, "seven"));
    }
}
