//! What several tests share.

pub mod keystrokes;
pub mod library;
pub mod program;
pub mod source;
#[cfg(unix)]
pub mod terminal;
