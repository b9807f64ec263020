//! `topline check --fix` and `--diff`: what has one right fix is fixed, and nothing else changes.

mod layouts;
mod mistakes;
mod program;
