//! How claims and asks bear on others, within a brief and across briefs, in both directions.

use std::collections::HashMap;

use crate::brief::{Anchor, Brief, Id, Link, Relation};

/// What one item is linked to by relations. What a claim or an ask rests on, the brief itself says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Linked<'a> {
    /// The claims or asks that this one names, and how it bears on them.
    pub outgoing: &'a [Link],
    /// The claims or asks that name this one, and how they bear on it: by the ids of their
    /// briefs, then in the order of the file.
    pub incoming: &'a [Link],
}

/// All relations of a library, from the items that they lead to. What a pane of the reader shows is one
/// lookup here.
#[derive(Clone, Debug, Default)]
pub struct Links {
    incoming: HashMap<Anchor, Vec<Link>>,
}

impl Links {
    /// Returns the links of `briefs`. A link to an item that does not exist is kept: its brief may
    /// be elsewhere.
    pub fn from_briefs<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Self {
        let mut links = Self::default();
        for brief in briefs {
            links.add(brief);
        }
        links
    }

    /// Adds the links in `brief`, to the items that they lead to.
    pub fn add(&mut self, brief: &Brief) {
        let claims = brief.claims.iter().map(|claim| (&claim.id, &claim.links));
        let asks = brief.asks.iter().map(|ask| (&ask.id, &ask.links));
        for (item, links) in claims.chain(asks) {
            for Link { relation, target } in links {
                // Most items that are named at all are named once.
                let incoming = self.incoming.entry(target.clone());
                let incoming = incoming.or_insert_with(|| Vec::with_capacity(1));
                let place = incoming.partition_point(|earlier| earlier.target.brief <= brief.id);
                incoming.insert(place, Link { relation: *relation, target: brief.anchor(item) });
            }
        }
    }

    /// Returns the claims or asks that name the item at `anchor`, as [`Linked`] says.
    pub fn incoming(&self, anchor: &Anchor) -> &[Link] {
        self.incoming.get(anchor).map_or(&[], Vec::as_slice)
    }

    /// Returns what an item of `brief` is linked to.
    pub fn linked<'a>(&'a self, brief: &'a Brief, item: &Id) -> Linked<'a> {
        Linked { outgoing: brief.links(item), incoming: self.incoming(&brief.anchor(item)) }
    }
}

/// Returns the name of a relation from the other side of the link: `repeated by`.
pub fn passive(relation: Relation) -> &'static str {
    match relation {
        Relation::Repeats => "repeated by",
        Relation::Corroborates => "corroborated by",
        Relation::Contradicts => "contradicted by",
        Relation::Updates => "updated by",
        Relation::Qualifies => "qualified by",
        Relation::Answers => "answered by",
    }
}
