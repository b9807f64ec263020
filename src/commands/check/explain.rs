//! `topline check --explain`: the page of a rule.

use std::io::{self, Write};

use crate::brief::Rule;
use crate::evidence::RulePage;

/// Prints the page of `rule`.
///
/// # Errors
///
/// Returns an error if `out` cannot be written to.
pub fn explain(rule: Rule, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}", RulePage::new(rule))
}
