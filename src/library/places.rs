//! Where problems are in the file of a brief.

use super::Entry;
use super::cache::{Basis, Kind};
use crate::brief::{FieldPath, LineColumn, Problem, Spot};

impl Entry {
    /// Returns the places of problems in the file, in their order. It is walked once for all of them, unless
    /// that was done before.
    pub fn places<'p>(&self, problems: impl IntoIterator<Item = &'p Problem>) -> Vec<LineColumn> {
        let problems: Vec<&Problem> = problems.into_iter().collect();
        if problems.is_empty() {
            return Vec::new();
        }
        let yaml = self.yaml();
        let locate = || LineColumn::locate_all(yaml, problems.iter().copied());
        let Some(cache) = self.evidence.cache() else { return locate() };
        let spots: Vec<(&FieldPath, &Spot)> =
            problems.iter().map(|problem| problem.place()).collect();
        // The text itself: that of a broken file is not what its brief was read from.
        let basis = Basis::new([Some(yaml.as_bytes())]).and(&spots);
        cache.recall(Kind::Places, &self.origin, &basis).unwrap_or_else(|| {
            let places = locate();
            cache.keep(Kind::Places, &self.origin, &basis, &places);
            places
        })
    }
}
