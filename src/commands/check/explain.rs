//! `topline check --explain`: what a rule is for, with an example.

use std::io::{self, Write};

use crate::brief::Rule;
use crate::evidence::Explanation;

/// Explains `rule`.
///
/// # Errors
///
/// Fails where `out` cannot be written to.
pub fn explain(rule: Rule, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}", Explanation::of(rule))
}
