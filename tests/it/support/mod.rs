//! What several tests share.

pub mod keystrokes;
pub mod source;
#[cfg(unix)]
pub mod terminal;
