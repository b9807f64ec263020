//! Whom a text names, for those who look for everybody in it.

use super::cast::Member;
use super::mentions::{Mention, Mentions};
use crate::brief::Id;

impl Mentions<'_> {
    /// Every name, in order.
    pub fn all(&self) -> &[Mention] {
        &self.all
    }

    /// The member of the cast with this number.
    pub fn member(&self, number: usize) -> &Member {
        self.cast.member(number)
    }

    /// Whether a party of the brief is a person.
    pub fn is_person(&self, party: &Id) -> bool {
        let mut parties = self.cast.parties();
        parties.any(|(_, member)| member.party.as_ref() == Some(party) && member.is_person)
    }

    /// The only body, if there is one, of whose name these words are a part: `board`.
    pub fn body_in_part(&self, words: &[String]) -> Option<usize> {
        let whole = self.cast.body_in_full(words);
        whole.or_else(|| {
            let found = self.cast.bodies_in_part(words);
            found.first().copied().filter(|_| found.len() == 1)
        })
    }

    /// Whether the text has these words as the name of a place.
    pub fn is_name_of_place(&self, words: &[String]) -> bool {
        self.places.contains(words)
    }
}
