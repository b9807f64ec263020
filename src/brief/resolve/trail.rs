//! The way to a field while a file is resolved.

use std::fmt;

use crate::brief::field_path::{FieldPath, Step};

/// The way from the top of a brief to a field, as a chain of borrowed steps. Most fields are sound, so it
/// becomes a [`FieldPath`] only for a problem.
#[derive(Clone, Copy, Debug)]
pub struct Trail<'a>(Option<(&'a Self, TrailStep<'a>)>);

#[derive(Clone, Copy, Debug)]
enum TrailStep<'a> {
    Key(&'a str),
    Index(usize),
}

/// The top of a brief.
pub static TOP: Trail<'static> = Trail(None);

impl<'a> Trail<'a> {
    /// Returns the trail one key further.
    pub fn key(&'a self, key: &'a str) -> Self {
        Self(Some((self, TrailStep::Key(key))))
    }

    /// Returns the trail to an element of the list here, counted from 0.
    pub fn index(&'a self, index: usize) -> Self {
        Self(Some((self, TrailStep::Index(index))))
    }

    /// Returns the trail of the map or list that holds this one; the top has itself.
    pub fn parent(&'a self) -> &'a Self {
        self.0.map_or(self, |(parent, _)| parent)
    }

    /// Returns whether it is the top.
    pub fn is_top(&self) -> bool {
        self.0.is_none()
    }

    /// Returns the path of the field.
    pub fn path(&self) -> FieldPath {
        match self.0 {
            None => FieldPath::top(),
            Some((parent, TrailStep::Key(key))) => parent.path().with(Step::Key(key.into())),
            Some((parent, TrailStep::Index(index))) => parent.path().with(Step::Index(index)),
        }
    }
}

/// As the path.
impl fmt::Display for Trail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path().fmt(f)
    }
}
