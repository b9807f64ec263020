//! The keys: one table of bindings gives dispatch, the footer's hints and the help.

mod bindings;
mod key;

pub use bindings::{BINDINGS, Binding, Group, HINT_GAP, Hint, bindings, hints, label, lookup};
pub use key::{Key, KeyError};
