//! The topline program.

fn main() {}
