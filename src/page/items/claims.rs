//! The wording of a claim.

use indexmap::IndexSet;

use super::{relations, remarks, sentence, speaker};
use crate::brief::{Anchor, Brief, Claim};
use crate::evidence;
use crate::library::Linked;
use crate::page::document::{Role, Span};
use crate::text::Text;

/// The wording of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimText {
    /// Who asserts it: `Dana Vale`, or `The source`.
    pub by: Span,
    /// The sentence.
    pub text: Span,
    /// How it bears on other claims and they on it: `Repeats B-c5. Qualified by C-c2.`; often empty.
    pub relations: Vec<Span>,
    /// `Attribution inferred.` and the remark for colleagues; often empty.
    pub remarks: Vec<Span>,
}

/// Returns the wording of a claim of `brief` with the links `linked`; `name` writes their
/// addresses.
pub fn claim(
    brief: &Brief,
    claim: &Claim,
    linked: Linked<'_>,
    name: impl Fn(&Anchor) -> Text,
) -> ClaimText {
    ClaimText {
        by: speaker(brief, &claim.by),
        text: Span::new(Role::Plain, sentence(&claim.text)).to(brief.anchor(&claim.id)),
        relations: relations(linked, name),
        remarks: remarks(claim.inferred, claim.note.as_ref()),
    }
}

/// Returns the amounts and years that a claim states, as it writes them, in order and each once.
pub fn figures(claim: &Claim) -> IndexSet<&str> {
    let figures = evidence::figures(&claim.text);
    let stated = figures.iter().filter(|figure| !figure.is_weak && !figure.is_name());
    stated.map(|figure| &claim.text[figure.bytes.clone()]).collect()
}
