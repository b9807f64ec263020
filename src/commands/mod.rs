//! One file or folder per verb: each loads what it needs, calls the layers below, and writes the
//! result.

pub mod asks;
mod cells;
pub mod check;
pub mod export;
pub mod find;
pub mod import;
pub mod lsp;
pub mod new;
pub mod officials;
pub mod open;
pub mod output;
pub mod print;
mod progress;
pub mod read;
pub mod schema;
mod skipped;

/// The answer of a command that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done, or the answer is yes.
    Yes,
    /// The answer is no: problems were found, or nothing matched.
    No,
}
