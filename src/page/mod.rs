//! The semantic document that screen, paper and Markdown share.
//!
//! It says what each stretch of text is (a [`Role`]) and which item it speaks of; how that
//! looks is the business of whoever renders it.

mod document;
pub mod items;
mod typeset;

pub use document::{Block, Document, Role, Span, StateRole};
pub use typeset::typeset;
