//! The way to a field of a brief, and to a part of that field.
//!
//! Rules name a field by its path. The path becomes a line and a column only for a problem that is
//! shown.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// The way from the top of a brief to one of its fields: `quotes.q1.exact`, `top_lines.2`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FieldPath(Vec<Step>);

/// One step of a [`FieldPath`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Into the value of a map's key.
    Key(Text),
    /// To an element of a list, counted from 0.
    Index(usize),
}

impl FieldPath {
    /// Returns the top of the brief.
    pub fn top() -> Self {
        Self::default()
    }

    /// Returns the path one key further.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// Returns the path to an element of the list here, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    /// Returns the path one step further.
    #[must_use]
    pub fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// Returns the steps from the top.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Returns the path of the map or list that holds this one; [`None`] at the top.
    pub fn parent(&self) -> Option<Self> {
        let (_, parents) = self.0.split_last()?;
        Some(Self(parents.to_vec()))
    }

    /// Returns whether `self` is `other` or lies below it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Returns the id of the item the path leads into: `q1` of `quotes.q1.exact`.
    pub fn item(&self) -> Option<&Text> {
        match self.0.as_slice() {
            [Step::Key(section), Step::Key(item), ..] if section != "source" => Some(item),
            _ => None,
        }
    }
}

impl FromIterator<Step> for FieldPath {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

/// `quotes.q1.exact`, with list elements counted from 0 as in JSON: `top_lines.2`.
impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            let dot = if i == 0 { "" } else { "." };
            match step {
                Step::Key(key) => write!(f, "{dot}{key}")?,
                Step::Index(index) => write!(f, "{dot}{index}")?,
            }
        }
        Ok(())
    }
}

/// Which part of the field that a path leads to a problem is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spot {
    /// Its value.
    Value,
    /// Its key. A key that is given twice: the second.
    Key,
    /// These characters of its text, counted without white space, so that folding, indenting
    /// and wrapping in the file do not matter.
    Within(Range<usize>),
    /// These bytes of the file; the path does not matter.
    Bytes(Range<usize>),
}
