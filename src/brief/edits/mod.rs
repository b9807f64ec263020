//! Turns the fixes of problems into edits of the file, however the file is written.
//!
//! A fix says what is to change of a field. Here the field is found, and the change is written in the
//! style of what is there: plain, in quotation marks, or in a block. What no style is sure to take is
//! written in several ways, the best first; whoever uses them reads each result again.

mod apply;
mod quoting;
mod scalar;

use std::ops::Range;

pub use apply::{edited, edited_bytes};

use self::scalar::WrittenScalar;
use super::field_path::{FieldPath, Spot};
use super::fix::FixChange;
use super::problem::Problem;
use super::yaml;

/// A change of one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the file's prepared text, [`Reading::yaml`](super::Reading::yaml), that are replaced.
    pub bytes: Range<usize>,
    /// What replaces them.
    pub replacement: String,
}

impl Edit {
    fn new(bytes: Range<usize>, replacement: impl Into<String>) -> Self {
        Self { bytes, replacement: replacement.into() }
    }

    fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::new(at..at, text)
    }
}

/// Returns for each of `problems` of prepared `yaml` the ways to write its fix, the best first: none if
/// it has no fix. The edits of one way are in order and apart. None has been tried.
pub fn candidates<'p>(
    yaml: &str,
    problems: impl IntoIterator<Item = &'p Problem>,
) -> Vec<Vec<Vec<Edit>>> {
    let problems: Vec<&Problem> = problems.into_iter().collect();
    let mut spots: Vec<(&FieldPath, Spot)> = Vec::new();
    for problem in &problems {
        let of_fix = problem.fix.iter().flat_map(|fix| spots_of(&fix.change));
        spots.extend(of_fix.map(|spot| (&problem.path, spot)));
    }
    let places = yaml::locate_all(yaml, spots.iter().map(|(path, spot)| (*path, spot)));
    let mut places = places.into_iter();
    let mut next = |problem: &&Problem| {
        let change = &problem.fix.as_ref()?.change;
        let own: Vec<Range<usize>> = places.by_ref().take(spots_of(change).count()).collect();
        Some(ways(yaml, change, &own))
    };
    problems.iter().map(|problem| next(problem).unwrap_or_default()).collect()
}

/// Returns the places that a change needs to know.
fn spots_of(change: &FixChange) -> impl Iterator<Item = Spot> {
    let (whole, parts) = match change {
        FixChange::Value(_)
        | FixChange::List(_)
        | FixChange::Entries(_)
        | FixChange::Listed
        | FixChange::Dashes => (Some(Spot::Value), &[][..]),
        FixChange::Key(_) | FixChange::QuoteKey | FixChange::ListKey => (Some(Spot::Key), &[][..]),
        FixChange::Characters(parts) => (Some(Spot::Value), parts.as_slice()),
        FixChange::Quote(_)
        | FixChange::Unend(_)
        | FixChange::Close(_)
        | FixChange::Delete(_)
        | FixChange::Space(_)
        | FixChange::Tabs(_) => (None, &[][..]),
    };
    whole.into_iter().chain(parts.iter().map(|(range, _)| Spot::Within(range.clone())))
}

fn ways(yaml: &str, change: &FixChange, places: &[Range<usize>]) -> Vec<Vec<Edit>> {
    let whole = || places.first().filter(|place| !place.is_empty()).cloned();
    let written = || Some(WrittenScalar::new(yaml, whole()?));
    let found = match change {
        FixChange::Value(text) => written().map(|written| written.replaced(text)),
        FixChange::List(words) => written().map(|written| vec![written.listed(words)]),
        FixChange::Entries(words) => written().and_then(|written| written.divided(words)),
        FixChange::Listed => written().map(|written| written.in_brackets()),
        FixChange::Dashes => whole().map(|place| vec![quoting::with_dashes(yaml, place)]),
        FixChange::Close(at) => Some(quoting::closed(yaml, *at)),
        FixChange::Delete(bytes) => Some(vec![vec![Edit::new(bytes.clone(), "")]]),
        FixChange::Key(key) => whole().map(|place| vec![vec![Edit::new(place, key)]]),
        FixChange::Characters(parts) => {
            let parts = places.get(1..).unwrap_or_default().iter().cloned().zip(parts);
            let parts: Vec<_> = parts.map(|(place, (_, text))| (place, text.as_str())).collect();
            written().map(|written| written.with(&parts))
        }
        FixChange::Quote(at) => Some(quoting::quoted(yaml, *at)),
        FixChange::QuoteKey => whole().map(|place| quoting::quoted(yaml, place.start)),
        FixChange::ListKey => whole().map(|place| quoting::listed(yaml, place.start)),
        FixChange::Unend(at) => Some(quoting::unended(yaml, *at)),
        FixChange::Space(bytes) => Some(vec![vec![Edit::new(bytes.clone(), " ")]]),
        FixChange::Tabs(at) => Some(quoting::without_tabs(yaml, *at)),
    };
    found.unwrap_or_default()
}
