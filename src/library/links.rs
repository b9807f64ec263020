//! How items are linked, within a brief and across briefs, in both directions.

use std::collections::HashMap;

use crate::brief::{Anchor, Brief, Link, Relation};

/// What one item is linked to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// The quotes that a claim or an ask rests on, in its order.
    pub evidence: Vec<Anchor>,
    /// The claims, then the asks, that a quote supports, in the order of the file.
    pub supports: Vec<Anchor>,
    /// The claims or asks that this one names, and how it bears on them.
    pub outgoing: Vec<Link>,
    /// The claims or asks that name this one, and how they bear on it: by the ids of their
    /// briefs, then in the order of the file.
    pub incoming: Vec<Link>,
}

/// All links of a library. Every pane of the reader is one lookup here.
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_anchor: HashMap<Anchor, Linked>,
}

impl Links {
    /// The links of `briefs`. A link to an item that is not there is kept: its brief may be
    /// elsewhere.
    pub fn from_briefs<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Self {
        let mut links = Self::default();
        for brief in briefs {
            links.add(brief);
        }
        links
    }

    /// Adds the links that stand in `brief`, from its items and to them.
    pub fn add(&mut self, brief: &Brief) {
        for claim in brief.claims.values() {
            self.support(brief, &brief.anchor(&claim.id), &claim.evidence);
            self.relate(&brief.anchor(&claim.id), &claim.links);
        }
        for ask in brief.asks.values() {
            self.support(brief, &brief.anchor(&ask.id), &ask.evidence);
            self.relate(&brief.anchor(&ask.id), &ask.links);
        }
    }

    /// What the item at `anchor` is linked to.
    pub fn get(&self, anchor: &Anchor) -> &Linked {
        static NONE: Linked = Linked {
            evidence: Vec::new(),
            supports: Vec::new(),
            outgoing: Vec::new(),
            incoming: Vec::new(),
        };
        self.by_anchor.get(anchor).unwrap_or(&NONE)
    }

    /// Every link between claims or asks that stands in a brief, as (from, link).
    pub fn relations(&self) -> impl Iterator<Item = (&Anchor, &Link)> {
        self.by_anchor
            .iter()
            .flat_map(|(from, linked)| linked.outgoing.iter().map(move |link| (from, link)))
    }

    fn support(&mut self, brief: &Brief, item: &Anchor, evidence: &[crate::brief::Id]) {
        for quote in evidence {
            let quote = brief.anchor(quote);
            self.at(&quote).supports.push(item.clone());
            self.at(item).evidence.push(quote);
        }
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

/// The name of a relation as the other side of the link reads it: `repeated by`.
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
