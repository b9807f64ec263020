//! Faults of topline itself: a panic while one file is read hides no other file.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use crate::text::{Text, bounded};

thread_local! {
    static CATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether a panic of this thread would be caught and told as a problem of a file, so that
/// nothing else has to report it.
pub fn is_panic_caught() -> bool {
    CATCHING.get()
}

/// Does `work`. What that leaves half done must not matter to anything else.
///
/// # Errors
///
/// It panicked; the error is what the panic said.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Text> {
    let outer = CATCHING.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(outer);
    done.map_err(|said| message(said.as_ref()))
}

/// Returns what is reported of a file that topline `said` this of when it failed on it.
pub fn report(said: &Text) -> String {
    format!(
        "topline failed on this file ({said}): please report it, with the file if you can share it"
    )
}

/// Returns what a panic said, as no more than a line.
fn message(said: &(dyn Any + Send)) -> Text {
    let literal = said.downcast_ref::<&str>().copied();
    let message = literal.or_else(|| said.downcast_ref::<String>().map(String::as_str));
    bounded(message.unwrap_or_default())
}
