//! What a text says, whatever a brief makes of it: tokens, quotation marks, who is said to speak, and
//! whose turn it is. `english` has every word list.

pub mod attribution;
pub mod digest;
#[rustfmt::skip]
pub mod english;
pub mod foreign;
pub mod normal;
pub mod party_names;
pub mod qualifiers;
pub mod quotation_marks;
pub mod stops;
pub mod surroundings;
mod text;
pub mod turns;
pub mod words;

pub use text::SourceText;
