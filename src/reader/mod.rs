//! The interactive reader: linked panes over one library.
//!
//! ```text
//! event → Keymap::lookup(mode, key) → Action → App::update → Effect → terminal
//!                                               └→ view::draw(&App, &Theme, frame)
//! ```
//!
//! [`app::App`] owns the [`screens`], of which one is shown, and the overlay that may lie above it.
//! Only [`view`], [`theme`], [`terminal`] and [`keys`] use the terminal's crates.

pub mod action;
pub mod app;
mod briefs;
mod history;
pub mod keys;
pub mod layout;
mod light;
pub mod list;
pub mod memory;
pub mod mode;
pub mod overlays;
pub mod pane;
mod prompt;
pub mod screens;
mod search;
mod sheet;
pub mod target;
pub mod terminal;
pub mod theme;
pub mod titles;
pub mod view;
