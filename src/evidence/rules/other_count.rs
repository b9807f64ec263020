//! One or none where the source has a number: `saw no boats` for `saw 31 boats`. This is part of
//! `missing-figure`; elsewhere *one* and *no* are no figures.

use std::collections::HashSet;
use std::ops::Range;

use super::RuleContext;
use super::fields::ProseField;
use crate::evidence::index::sentences::Sentence;
use crate::evidence::source::english;

/// The first such words of a field; their bytes.
pub fn other_count(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Range<usize>> {
    let line = field.line();
    let is_count = |at: usize| english::ONE_OR_NONE.contains(line.words[at].as_str());
    let places: Vec<usize> = (1..line.words.len()).filter(|at| is_count(*at)).collect();
    if places.is_empty() {
        return None;
    }
    let counted: HashSet<(&str, &str)> =
        context.sentences(field).flat_map(Sentence::counted).collect();
    let single: HashSet<&str> = context
        .sentences(field)
        .flat_map(|sentence| {
            let is_single = |at: &usize| english::SINGLE.contains(sentence.words[*at].as_str());
            (0..sentence.words.len()).filter(is_single).filter_map(|at| sentence.stem_at(at + 1))
        })
        .collect();
    let found = places.into_iter().find(|at| {
        let key = line.stem_at(at + 1).map(|noun| (line.words[at - 1].as_str(), noun));
        key.is_some_and(|key| counted.contains(&key) && !single.contains(key.1))
    })?;
    Some(line.places[found].start..line.places[found + 1].end)
}
