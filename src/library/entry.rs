//! One file of the library: the brief it holds, or why it holds none.

use std::path::PathBuf;
use std::sync::Arc;

use crate::brief::{Brief, Id, Problem};
use crate::evidence::Evidence;

/// Where a brief came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, by the path that it was found under.
    File(PathBuf),
    /// A file of this name among the briefs that ship inside the program.
    Shipped(String),
    /// Standard input.
    Stdin,
}

/// A brief file that was read.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The stem of the file's name.
    pub id: Id,
    /// Where it came from.
    pub origin: Origin,
    /// The text of the file, as the places of problems count it.
    pub yaml: Arc<str>,
    /// The brief; [`None`] where the file does not hold to the format.
    pub brief: Option<Brief>,
    /// Every structural problem of the file; none of them an error where there is a brief.
    pub problems: Vec<Problem>,
    /// How the brief rests on its source.
    pub evidence: Evidence,
}
