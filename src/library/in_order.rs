//! Does the same for each of many briefs, on all cores, and hands the results on in order.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use super::all_cores::cores_for;
use super::heap::grow_heap;

/// The results of one core that may wait to be taken, besides the one that is being made.
const WAITING: usize = 4;

/// Calls `make` for each number below `count`, on all cores, and gives the results to `take` in order.
/// So that no more of them are in memory than are soon taken, a core that is ahead waits.
///
/// # Errors
///
/// Fails if `take` fails; nothing further is begun then.
pub fn in_order<T: Send, E>(
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let cores = cores_for(count);
    if cores < 2 {
        return (0..count).try_for_each(|index| take(make(index)));
    }
    thread::scope(|scope| {
        let results: Vec<Receiver<T>> = (0..cores)
            .map(|first| {
                let (sender, receiver) = mpsc::sync_channel(WAITING);
                let make = |index| {
                    grow_heap();
                    make(index)
                };
                let mut own = (first..count).step_by(cores).map(make);
                scope.spawn(move || own.try_for_each(|result| sender.send(result)));
                receiver
            })
            .collect();
        // A core that sends nothing has panicked, which the scope passes on.
        let mut in_turn = (0..count).map_while(|index| results[index % cores].recv().ok());
        in_turn.try_for_each(&mut take)
    })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn gives_every_result_once_and_in_order() {
        for count in [0, 1, 2, 3, 100] {
            let mut taken = Vec::new();
            let done: Result<(), Infallible> = in_order(
                count,
                |index| index * 2,
                |result| {
                    taken.push(result);
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            assert_eq!(taken, (0..count).map(|index| index * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn few_results_wait_and_none_is_begun_after_a_failure() {
        let begun = AtomicUsize::new(0);
        let ahead = cores_for(10_000) * (WAITING + 2);
        let make = |index| {
            begun.fetch_add(1, Ordering::SeqCst);
            index
        };
        let mut most = 0;
        let stopped = in_order(10_000, make, |index| {
            most = most.max(begun.load(Ordering::SeqCst) - index);
            if index < 500 { Ok(()) } else { Err("full") }
        });
        assert_eq!(stopped, Err("full"));
        assert!(most <= ahead, "{most} at once");
        assert!(begun.into_inner() <= 501 + ahead);
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_passed_on() {
        let make = |index| assert!(index != 7, "seven");
        let _: Result<(), Infallible> = in_order(20, make, |()| Ok(()));
    }
}
