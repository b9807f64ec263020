//! Whose words a sentence outside speech reports: `The board asks the department to act.`

use std::ops::Range;

use super::clause::Clause;
use super::mentions::{Mentions, Referent, SpokenBy};
use crate::brief::Id;
use crate::evidence::source::words::Tokens;

/// Returns the parties of the brief that the tokens of a sentence name as saying something; none if
/// anybody else speaks too, or if the sentence says that they did not.
pub fn reported_by(tokens: &Tokens, mentions: &Mentions<'_>, sentence: &Range<usize>) -> Vec<Id> {
    let clause = Clause::new(tokens, mentions, sentence);
    let subject = clause.subject_before_speech().filter(|subject| !subject.denies);
    let parties = subject.into_iter().flat_map(|subject| subject.referents);
    let party = |referent| match referent {
        Referent::Somebody(SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id)) => Some(id),
        Referent::Somebody(_) | Referent::Before(_) => None,
    };
    parties.map(party).collect::<Option<Vec<Id>>>().unwrap_or_default()
}
