//! No way leads a control sequence out: every text field of a brief, with every kind of sequence,
//! through every command, format, screen and overlay, to the clipboard and to saved files.
//!
//! Nothing in these tables is a list that can be forgotten: the fields are those of the schema, the
//! commands and formats those of the help, the keys those of the reader’s table, the variables those
//! that the source names.

mod fields;
mod outputs;
mod program;
mod reader;
pub mod sequences;
#[cfg(unix)]
mod terminal;
mod variables;
