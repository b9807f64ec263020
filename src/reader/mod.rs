//! The interactive reader: linked panes over one library.
//!
//! ```text
//! event → Keymap::lookup(mode, key) → Action → App::update → Effect → terminal
//!                                               └→ view::draw(&App, &Theme, frame)
//! ```
//!
//! Only [`view`], [`theme`], [`terminal`] and [`keys`] know the terminal's crates.

pub mod action;
pub mod app;
mod help;
pub mod keys;
pub mod layout;
mod light;
pub mod list;
pub mod memory;
mod name;
mod prompt;
mod search;
pub mod target;
pub mod terminal;
pub mod theme;
pub mod view;
