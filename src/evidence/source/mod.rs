//! What a text says, whatever a brief makes of it: tokens, quotation marks, who is said to speak, and
//! whose turn it is. `english` has every word list.

pub mod digest;
#[rustfmt::skip]
pub mod english;
pub mod foreign;
pub mod noise;
pub mod normal;
pub mod qualifiers;
pub mod quotation_marks;
mod sentence_cuts;
pub mod stops;
mod text;
pub mod words;

pub use text::SourceText;
