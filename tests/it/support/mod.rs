//! What several tests share.

pub mod keystrokes;
pub mod library;
pub mod program;
#[cfg(unix)]
pub mod terminal;
