//! topline reads, checks and prints policy briefs in the terminal.
//!
//! Imports point left only: `text ← brief ← evidence ← library ← page ← reader ← commands`.

pub mod brief;
pub mod commands;
pub mod config;
pub mod evidence;
pub mod library;
pub mod page;
pub mod reader;
pub mod text;
