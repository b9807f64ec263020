//! The points that are made across briefs: a claim together with those that repeat it.
//!
//! The same claimant in another outlet does not make a claim more certain. So claims that are
//! connected by `repeats`, in either direction and over any number of steps, are one point, and
//! points, not claims, corroborate or contradict each other.

use std::collections::{BTreeSet, HashMap};

use indexmap::IndexSet;

use super::Library;
use crate::brief::{Anchor, Brief, Claim, Id, Relation, Speaker};

/// All points of a library, and how they bear on each other.
#[derive(Clone, Debug, Default)]
pub struct Points<'a> {
    all: Vec<Point<'a>>,
    relations: Vec<Bearing>,
    by_claim: HashMap<Anchor, usize>,
    /// The indexes of the relations that touch each point, in order.
    by_point: HashMap<usize, Vec<usize>>,
}

/// A claim and those that repeat it.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// Where it is made, in the order of the library; at least one.
    pub claims: Vec<(&'a Brief, &'a Claim)>,
}

/// A claim of one point that says how it bears on a claim of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// The claim that says so.
    pub from: Anchor,
    /// How it bears; never `repeats`.
    pub relation: Relation,
    /// The claim it bears on. It may not be in the library.
    pub to: Anchor,
}

/// Whose word a claim is: a person's or a body's, or that of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Claimant<'a> {
    Party(&'a Id),
    Source(&'a str),
}

impl<'a> Points<'a> {
    /// Returns the points of `library`, in the order of their first claims.
    pub fn new(library: &'a Library) -> Self {
        let claims: Vec<(&Brief, &Claim)> = library
            .briefs()
            .flat_map(|brief| brief.claims.values().map(move |claim| (brief, claim)))
            .collect();
        let index: HashMap<Anchor, usize> = claims
            .iter()
            .enumerate()
            .map(|(i, (brief, claim))| (brief.anchor(&claim.id), i))
            .collect();
        let mut groups = Groups::new(claims.len());
        let mut relations = Vec::new();
        for (i, (brief, claim)) in claims.iter().enumerate() {
            for link in &claim.links {
                if link.relation != Relation::Repeats {
                    let (from, relation, to) =
                        (brief.anchor(&claim.id), link.relation, link.target.clone());
                    relations.push(Bearing { from, relation, to });
                } else if let Some(&other) = index.get(&link.target) {
                    groups.join(i, other);
                }
            }
        }
        let mut points: Vec<Point<'a>> = Vec::new();
        let mut by_group: HashMap<usize, usize> = HashMap::new();
        let mut by_claim = HashMap::new();
        for (i, (brief, claim)) in claims.into_iter().enumerate() {
            let point = *by_group.entry(groups.root(i)).or_insert(points.len());
            if point == points.len() {
                points.push(Point { claims: Vec::new() });
            }
            points[point].claims.push((brief, claim));
            by_claim.insert(brief.anchor(&claim.id), point);
        }
        let mut by_point: HashMap<usize, Vec<usize>> = HashMap::new();
        for (i, bearing) in relations.iter().enumerate() {
            let points = [&bearing.from, &bearing.to].map(|claim| by_claim.get(claim).copied());
            let points: BTreeSet<usize> = points.into_iter().flatten().collect();
            points.into_iter().for_each(|point| by_point.entry(point).or_default().push(i));
        }
        Self { all: points, relations, by_claim, by_point }
    }

    /// Returns the points, in the order of their first claims.
    pub fn all(&self) -> &[Point<'a>] {
        &self.all
    }

    /// Returns the index in [`all`](Self::all) of the point that `claim` makes.
    pub fn index(&self, claim: &Anchor) -> Option<usize> {
        self.by_claim.get(claim).copied()
    }

    /// Returns how points bear on each other, as the briefs have it: by brief and then in the order
    /// of the file.
    pub fn relations(&self) -> &[Bearing] {
        &self.relations
    }

    /// Returns how the point at `index` bears on others, and they on it.
    pub fn relations_of(&self, index: usize) -> impl Iterator<Item = &Bearing> {
        self.by_point.get(&index).into_iter().flatten().map(|&i| &self.relations[i])
    }

    /// Returns how many say the same as the point at `index` independently of each other, itself
    /// included: the points that `corroborates` connects it with. Points that share a claimant
    /// count once.
    pub fn independent(&self, index: usize) -> usize {
        let members = self.corroborating(index);
        let mut groups = Groups::new(members.len());
        let mut first: HashMap<Claimant<'_>, usize> = HashMap::new();
        for (i, &member) in members.iter().enumerate() {
            for claimant in self.all[member].claimants() {
                let other = *first.entry(claimant).or_insert(i);
                groups.join(i, other);
            }
        }
        (0..members.len()).filter(|&i| groups.root(i) == i).count()
    }

    /// Returns the points that `corroborates` connects with the one at `index`, in both directions.
    fn corroborating(&self, index: usize) -> IndexSet<usize> {
        let mut members = IndexSet::from([index]);
        let mut next = 0;
        while let Some(&member) = members.get_index(next) {
            next += 1;
            let corroborations = self
                .relations_of(member)
                .filter(|bearing| bearing.relation == Relation::Corroborates);
            for point in corroborations
                .flat_map(|bearing| [self.index(&bearing.from), self.index(&bearing.to)])
            {
                members.extend(point);
            }
        }
        members
    }
}

impl<'a> Point<'a> {
    /// Returns the addresses of its claims, in the order of the library.
    pub fn anchors(&self) -> impl Iterator<Item = Anchor> {
        self.claims.iter().map(|(brief, claim)| brief.anchor(&claim.id))
    }

    /// Returns the briefs it is made in, each once, in the order of the library.
    pub fn briefs(&self) -> Vec<&'a Brief> {
        let mut briefs: Vec<&Brief> = self.claims.iter().map(|(brief, _)| *brief).collect();
        briefs.dedup_by_key(|brief| &brief.id);
        briefs
    }

    /// Returns whose word it is. The word of a second-hand source is that of the brief it is based
    /// on.
    fn claimants(&self) -> impl Iterator<Item = Claimant<'a>> {
        self.claims.iter().map(|(brief, claim)| match &claim.by {
            Speaker::Party(id) => Claimant::Party(id),
            Speaker::Source => Claimant::Source(
                brief.source.based_on.as_ref().map_or(&brief.id, |based_on| based_on),
            ),
        })
    }
}

/// Indexes in groups that can be joined (union-find with path halving).
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// Returns groups of one.
    fn new(length: usize) -> Self {
        Self { parents: (0..length).collect() }
    }

    /// Returns the member that represents the group of `member`: the lowest.
    fn root(&mut self, mut member: usize) -> usize {
        while self.parents[member] != member {
            self.parents[member] = self.parents[self.parents[member]];
            member = self.parents[member];
        }
        member
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }
}
