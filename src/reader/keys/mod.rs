//! The keys. One table of bindings, which the user may change, gives dispatch, the hints in the footer
//! and the help.

pub mod aliases;
mod binding;
mod bindings;
mod key;
mod keymap;
mod layouts;

pub use binding::{Binding, Group, Here, Hint};
pub use bindings::BINDINGS;
pub use key::{Key, KeyError};
pub use keymap::{Bound, HINT_GAP, Keymap};
