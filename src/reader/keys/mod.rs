//! The keys: one table of bindings, which the user may change, gives dispatch, the footer's hints and
//! the help.

mod bindings;
mod key;
mod keymap;
mod layouts;

pub use bindings::{BINDINGS, Binding, Group, Hint};
pub use key::{Key, KeyError};
pub use keymap::{Bound, HINT_GAP, Keymap};
