//! YAML with places: the only part that knows `serde_yaml`.
//!
//! `serde_yaml` 0.9 stops at the first error, places some errors badly and lets some hostile
//! input through. Here a file is made safe before it is parsed ([`prepare`]), read past every
//! bad field ([`parse()`]), and walked again to find the place of a problem that is shown
//! ([`locate_all`]).

mod budget;
mod causes;
mod comments;
mod depth;
mod directives;
mod documents;
mod extent;
mod guided;
mod leaves;
mod locate;
mod marks;
mod parse;
mod plain;
mod prepare;
mod scalar;
mod syntax;
mod walk;

pub use comments::{TrailingComment, trailing_comments};
#[cfg(test)]
pub use documents::PARSES;
pub use extent::properties;
pub use leaves::leaves;
pub use locate::locate_all;
pub use marks::{Mark, marks_of};
pub use parse::parse;
pub use prepare::{MAX_BYTES, odd_character, prepare};
pub use scalar::{Many, Scalar};
