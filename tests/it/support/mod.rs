//! What several tests share.

pub mod keystrokes;
#[cfg(unix)]
pub mod terminal;
