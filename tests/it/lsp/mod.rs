//! `topline lsp`, the built program, as an editor sees it.

mod actions;
mod client;
mod completion;
mod hostile;
mod navigation;
mod problems;
mod rename;
