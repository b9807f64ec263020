//! A limit on how much text one parse may make, against alias bombs.
//!
//! One string of n bytes, aliased n times, decodes to n² bytes. A file without aliases decodes
//! to at most its own size, so each parse may make twice that and no more.

use std::cell::Cell;

use serde::de;

thread_local! {
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Runs `parse` with a budget of `bytes` for all the text that it makes.
pub fn within<T>(bytes: usize, parse: impl FnOnce() -> T) -> T {
    /// Restores the outer budget, even if `parse` panics.
    struct Restore(Option<usize>);

    impl Drop for Restore {
        fn drop(&mut self) {
            LEFT.set(self.0);
        }
    }

    let _restore = Restore(LEFT.replace(Some(bytes)));
    parse()
}

/// Takes `bytes` from the budget of the parse that runs.
pub fn draw<E: de::Error>(bytes: usize) -> Result<(), E> {
    let Some(left) = LEFT.get() else { return Ok(()) };
    let left = left.checked_sub(bytes).ok_or_else(|| E::custom(SPENT))?;
    LEFT.set(Some(left));
    Ok(())
}

/// The message of the error that a spent budget gives.
pub const SPENT: &str = "the aliases (`*name`) in this file repeat too much text";
