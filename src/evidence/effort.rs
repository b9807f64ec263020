//! How much work the quotations of one brief may cause.

use std::cell::Cell;

/// The work that is left for the quotations of one brief: about the number of tokens of its source
/// that are looked at.
///
/// A person’s brief takes a few thousandths of it. A file that is made to be slow spends it, and its
/// other quotations are then refused, because they were not looked for. It counts work and no time, so
/// the same brief has the same problems on every machine.
#[derive(Debug)]
pub struct Effort(Cell<usize>);

impl Effort {
    const LIMIT: usize = 30_000_000;

    /// Returns the whole of it.
    pub fn new() -> Self {
        Self(Cell::new(Self::LIMIT))
    }

    /// Returns the work on so many tokens.
    #[cfg(test)]
    pub fn limited_to(tokens: usize) -> Self {
        Self(Cell::new(tokens))
    }

    /// Takes the work on so many tokens from it. Returns whether there was so much left.
    pub fn draw(&self, tokens: usize) -> bool {
        let left = self.0.get().checked_sub(tokens);
        self.0.set(left.unwrap_or_default());
        left.is_some()
    }

    /// Whether nothing is left.
    pub fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}
