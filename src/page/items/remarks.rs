//! What is said about an item, in addition to its words: its relations and remarks.

use indexmap::IndexMap;

use super::{capitalised, sentence};
use crate::brief::{Anchor, Id};
use crate::evidence::Evidence;
use crate::library::{Linked, passive};
use crate::page::document::{Role, Span, join};
use crate::text::Text;

/// Returns one sentence for each kind of relation: `Repeats B-c5, C-c2. Qualified by D-c1.`
pub fn relations(linked: Linked<'_>, name: impl Fn(&Anchor) -> Text) -> Vec<Span> {
    let outgoing = linked.outgoing.iter().map(|link| (link.relation.word(), link));
    let incoming = linked.incoming.iter().map(|link| (passive(link.relation), link));
    let mut by_verb: IndexMap<&str, Vec<Vec<Span>>> = IndexMap::new();
    for (verb, link) in outgoing.chain(incoming) {
        let target = Span::new(Role::Relation, name(&link.target)).to(link.target.clone());
        by_verb.entry(verb).or_default().push(vec![target]);
    }
    let sentences = by_verb.into_iter().map(|(verb, targets)| {
        let mut sentence = vec![Span::new(Role::Plain, format!("{} ", capitalised(verb)))];
        sentence.extend(join(targets, ", "));
        sentence.push(Span::new(Role::Plain, "."));
        sentence
    });
    join(sentences, " ")
}

/// Returns `Attribution inferred.` and a remark for colleagues; often empty.
pub fn remarks(inferred: bool, remark: Option<&Text>) -> Vec<Span> {
    let inferred = inferred.then(|| vec![Span::new(Role::Aside, "Attribution inferred.")]);
    let remark = remark.map(|remark| vec![note(remark)]);
    join([inferred, remark].into_iter().flatten(), " ")
}

/// What is said of a claim or an ask if a quotation that it rests on failed.
pub const RESTS_ON_FAILED: &str = "rests on a quotation that failed";

/// Returns what is wrong with a claim or an ask that rests on these quotes, in a few words.
pub fn doubt(evidence: &Evidence, item: &Id, rests_on: &[Id]) -> Option<&'static str> {
    if evidence.has_failed(rests_on) {
        return Some(RESTS_ON_FAILED);
    }
    evidence.has_fault(item).then_some("has an error: see topline check")
}

/// Returns a remark for colleagues as a sentence of its own.
pub fn note(note: &Text) -> Span {
    Span::new(Role::Note, format!("Note: {}", sentence(note)))
}
