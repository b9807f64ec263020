//! How claims and asks bear on others, within a brief and across briefs, in both directions.

use std::collections::HashMap;

use crate::brief::{Anchor, Brief, Link, Relation};

/// What one item is linked to by relations. What a claim or an ask rests on, the brief itself says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// The claims or asks that this one names, and how it bears on them.
    pub outgoing: Vec<Link>,
    /// The claims or asks that name this one, and how they bear on it: by the ids of their
    /// briefs, then in the order of the file.
    pub incoming: Vec<Link>,
}

/// All relations of a library. What a pane of the reader shows is one lookup here.
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_anchor: HashMap<Anchor, Linked>,
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

    /// Adds the links in `brief`, from its items and to them.
    pub fn add(&mut self, brief: &Brief) {
        let claims = brief.claims.values().map(|claim| (&claim.id, &claim.links));
        let asks = brief.asks.values().map(|ask| (&ask.id, &ask.links));
        for (item, links) in claims.chain(asks).filter(|(_, links)| !links.is_empty()) {
            self.relate(&brief.anchor(item), links);
        }
    }

    /// Returns what the item at `anchor` is linked to.
    pub fn get(&self, anchor: &Anchor) -> &Linked {
        static NONE: Linked = Linked { outgoing: Vec::new(), incoming: Vec::new() };
        self.by_anchor.get(anchor).unwrap_or(&NONE)
    }

    /// Returns every link between claims or asks, as (from, link).
    pub fn relations(&self) -> impl Iterator<Item = (&Anchor, &Link)> {
        self.by_anchor
            .iter()
            .flat_map(|(from, linked)| linked.outgoing.iter().map(move |link| (from, link)))
    }

    fn relate(&mut self, item: &Anchor, links: &[Link]) {
        for link in links {
            let incoming = &mut self.at(&link.target).incoming;
            let place = incoming.partition_point(|earlier| earlier.target.brief <= item.brief);
            incoming.insert(place, Link { relation: link.relation, target: item.clone() });
            self.at(item).outgoing.push(link.clone());
        }
    }

    fn at(&mut self, anchor: &Anchor) -> &mut Linked {
        self.by_anchor.entry(anchor.clone()).or_default()
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
